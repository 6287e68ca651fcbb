/** The form in which managers of a server change what holds in it or in one channel. Pure. */
import {
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APISelectMenuOption,
  type ModalSubmitComponent,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { cutLabel } from '../../src/chat/labels.ts';
import { settingsPanel } from '../../src/chat/panels.ts';
import { inEnglish, type Words } from '../../src/chat/wording.ts';
import type { People, PlaceSettings } from '../../src/chat/settings.ts';
import type { SessionSummary } from '../../src/rapporteur.ts';
import { actionId } from './actions.ts';
import { renderButtons, renderPanel } from './components.ts';
import { limits, type Rendered } from './parts.ts';

export type Level = 'channel' | 'server';

/** What holds in a channel, with the buttons that open the form. */
export function renderSettings(
  settings: PlaceSettings,
  nameOf: (id: string) => string,
  say: Words = inEnglish,
  note: string | null = null,
): Rendered {
  const panel = renderPanel(settingsPanel(settings, nameOf, say), 'settings', note, say);
  return {
    ...panel,
    components: [
      ...panel.components,
      renderButtons([
        [say('changeChannel'), actionId({ do: 'change', of: 'channel' })],
        [say('changeServer'), actionId({ do: 'change', of: 'server' })],
        [say('tuneChannel'), actionId({ do: 'tune', of: 'channel' })],
        [say('tuneServer'), actionId({ do: 'tune', of: 'server' })],
      ]),
    ],
  };
}

export function settingsForm(
  of: Level,
  settings: PlaceSettings,
  sessions: SessionSummary[],
  say: Words = inEnglish,
): APIModalInteractionResponseCallbackData {
  const options = scopeOptions(settings, sessions, say);
  const scope: APILabelComponent[] =
    options.length === 0
      ? []
      : [
          {
            type: ComponentType.Label,
            label: say('openHere'),
            description: say('chooseNoneAll'),
            component: {
              type: ComponentType.StringSelect,
              custom_id: 'scope',
              options,
              min_values: 0,
              max_values: options.length,
              required: false,
            },
          },
        ];
  return {
    custom_id: actionId({ do: 'save', of }),
    title: say(of === 'server' ? 'settingsOfServer' : 'settingsOfChannel'),
    components: [
      ...scope,
      {
        type: ComponentType.Label,
        label: say('whoSees'),
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'reply',
          options: [
            { label: say('everyoneInChannel'), value: 'thread', default: settings.reply === 'thread' },
            { label: say('onlyWhoAsked'), value: 'asker', default: settings.reply === 'asker' },
          ],
        },
      },
      {
        type: ComponentType.Label,
        label: say('whoMayAsk'),
        description: say('chooseNoneEveryone'),
        component: {
          type: ComponentType.MentionableSelect,
          custom_id: 'mayAsk',
          min_values: 0,
          max_values: 25,
          required: false,
          default_values: defaultsOf(settings.mayAsk),
        },
      },
      {
        type: ComponentType.Label,
        label: say('questionsHour'),
        description: say('emptyNoLimit'),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'questionsPerHour',
          style: TextInputStyle.Short,
          required: false,
          max_length: 6,
          ...(settings.questionsPerHour === null ? {} : { value: String(settings.questionsPerHour) }),
        },
      },
      {
        type: ComponentType.Label,
        label: say('whoMayIngest'),
        description: say('chooseNoneManagers'),
        component: {
          type: ComponentType.MentionableSelect,
          custom_id: 'mayIngest',
          min_values: 0,
          max_values: 25,
          required: false,
          default_values: defaultsOf(settings.mayIngest),
        },
      },
    ],
  };
}

/** What the form says, or what is wrong with it in words. `before` and `sessions` are as the form was made of. */
export function readSettingsForm(
  submission: APIModalSubmission,
  before: PlaceSettings,
  sessions: SessionSummary[],
): PlaceSettings | string {
  const fields = new Map(
    submission.components.flatMap((part) =>
      'component' in part ? [[part.component.custom_id, part.component] as const] : [],
    ),
  );
  const limit = textOf(fields.get('questionsPerHour')).trim();
  const questionsPerHour = limit === '' ? null : z.coerce.number().int().positive().safeParse(limit).data;
  if (questionsPerHour === undefined)
    return `“${limit}” is no number of questions; give a whole number from 1, or nothing for no limit.`;
  const isRole = (id: string): boolean => submission.resolved?.roles?.[id] !== undefined;
  const people = (field: string, none: 'everyone' | 'admins'): People => {
    const ids = valuesOf(fields.get(field));
    return ids.length === 0 ? none : { users: ids.filter((id) => !isRole(id)), roles: ids.filter(isRole) };
  };
  return {
    ...before,
    scope: fields.has('scope') ? chosenScope(valuesOf(fields.get('scope')), before, sessions) : before.scope,
    reply: valuesOf(fields.get('reply'))[0] === 'asker' ? 'asker' : 'thread',
    mayAsk: people('mayAsk', before.mayAsk === 'admins' ? 'admins' : 'everyone'),
    questionsPerHour,
    mayIngest: people('mayIngest', before.mayIngest === 'everyone' ? 'everyone' : 'admins'),
  };
}

/** Of `settings` only what differs from what holds anyway, so that the rest goes on being inherited. */
export function differing(settings: PlaceSettings, inherited: PlaceSettings): Partial<PlaceSettings> {
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(Object.entries(inherited).find(([other]) => other === name)?.[1]),
    ),
  );
}

/** Events and sessions that can be chosen: those chosen now first, as many as a menu holds. */
function scopeOptions(
  { scope }: PlaceSettings,
  sessions: SessionSummary[],
  say: Words = inEnglish,
): APISelectMenuOption[] {
  const events = [...new Set(sessions.map(({ event }) => event).filter((event) => event !== null))];
  const option = (value: string, label: string, isChosen: boolean): APISelectMenuOption => ({
    value,
    label: cutLabel(label, limits.selectOption) || value,
    default: isChosen,
  });
  const all = [
    ...events.map((event) =>
      option(`event:${event}`, say('allOf', { event }), scope?.events?.includes(event) === true),
    ),
    ...sessions.map(({ id, title, date }) =>
      option(
        `session:${id}`,
        [date, title].filter((part) => part !== null).join(' · '),
        scope?.sessions?.includes(id) === true,
      ),
    ),
  ].filter(({ value }) => value.length <= limits.selectOption);
  return [...all.filter((one) => one.default), ...all.filter((one) => !one.default)].slice(0, limits.selectOptions);
}

function chosenScope(values: string[], before: PlaceSettings, sessions: SessionSummary[]): PlaceSettings['scope'] {
  const offered = new Set(scopeOptions(before, sessions).map(({ value }) => value));
  const pick = (prefix: string, earlier: string[] | undefined): string[] => [
    ...values.filter((value) => value.startsWith(prefix)).map((value) => value.slice(prefix.length)),
    // What the menu had no room for stays as it was.
    ...(earlier ?? []).filter((name) => !offered.has(prefix + name)),
  ];
  const scope = { events: pick('event:', before.scope?.events), sessions: pick('session:', before.scope?.sessions) };
  return scope.events.length + scope.sessions.length === 0 ? null : scope;
}

function defaultsOf(
  people: People,
): { id: string; type: SelectMenuDefaultValueType.Role | SelectMenuDefaultValueType.User }[] {
  if (typeof people === 'string') return [];
  return [
    ...people.roles.map((id) => ({ id, type: SelectMenuDefaultValueType.Role as const })),
    ...people.users.map((id) => ({ id, type: SelectMenuDefaultValueType.User as const })),
  ].slice(0, 25);
}

export function valuesOf(field: ModalSubmitComponent | undefined): string[] {
  return field && 'values' in field ? field.values : [];
}

function textOf(field: ModalSubmitComponent | undefined): string {
  return field && 'value' in field && typeof field.value === 'string' ? field.value : '';
}
