/** The form with the settings of a channel or of the workspace, and what is read from it. Pure. */
import { createHash } from 'node:crypto';
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { People, PlaceSettings } from '../../src/chat/settings.ts';
import type { Phrases } from '../../src/chat/phrases/phrase-table.ts';
import { holds } from '../../src/chat/typed.ts';
import { inEnglish, type Words } from '../../src/chat/wording.ts';
import type { SessionSummary } from '../../src/rapporteur.ts';
import type { UserGroup } from './askers.ts';
import { noteBlock } from './quote-blocks.ts';
import { cut, limits } from './rich-text.ts';
import { forms, modal, plainText, type ViewMetadata } from './views.ts';

export interface SettingsShown {
  settings: PlaceSettings;
  isInherited: boolean;
  sessions: SessionSummary[];
  /** Null where the app may not see them. */
  groups: UserGroup[] | null;
}

/** `metadata.channel` is what is set, or with an empty one the whole workspace. */
export function settingsModal(
  { settings, isInherited, sessions, groups }: SettingsShown,
  metadata: ViewMetadata,
  say: Words = inEnglish,
): ModalView {
  const { scope } = settings;
  const [events, titles] = scopeChoices(sessions);
  const options = (named: [keyof Phrases, string][]) => named.map(([phrase, value]) => option(say(phrase), value));
  const chooseOne = (name: string, label: keyof Phrases, all: [keyof Phrases, string][], chosen: string) =>
    radioButtons(name, say(label), options(all), chosen);
  const people = (name: 'ask' | 'ingest', label: keyof Phrases, value: People): KnownBlock[] => {
    const chosen = typeof value === 'string' ? { users: [], roles: [] } : value;
    const users = {
      type: 'multi_users_select' as const,
      action_id: `${name}_people`,
      ...(chosen.users.length === 0 ? {} : { initial_users: chosen.users }),
    };
    return [
      chooseOne(name, label, peopleOptions, typeof value === 'string' ? value : 'chosen'),
      {
        type: 'input',
        block_id: users.action_id,
        optional: true,
        label: plainText(say('chosenPeople')),
        element: users,
      },
      ...(groups === null || groups.length === 0
        ? []
        : [chooseMany(`${name}_groups`, say('chosenGroups'), null, groupsIn(groups, chosen.roles), say)]),
    ];
  };
  const inheriting = option(say('ofWorkspace'), 'inherit');
  const scopeOf = (name: 'events' | 'sessions', label: keyof Phrases, hint: keyof Phrases, choices: Choice[]) =>
    choices.length === 0
      ? noteBlock(say('noneYet', { list: say(label) }))
      : chooseMany(name, say(label), say(hint), chosenIn(choices, scope?.[name] ?? []), say);
  const blocks: KnownBlock[] = [
    noteBlock(say(metadata.channel === '' ? 'whatHoldsWorkspace' : 'whatHoldsChannel')),
    ...(metadata.channel === ''
      ? []
      : [
          {
            type: 'input',
            block_id: 'inherit',
            optional: true,
            label: plainText(say('whereFrom')),
            element: {
              type: 'checkboxes',
              action_id: 'inherit',
              options: [inheriting],
              ...(isInherited ? { initial_options: [inheriting] } : {}),
            },
          } satisfies InputBlock,
        ]),
    scopeOf('events', 'eventsOpen', 'nothingChosen', events),
    scopeOf('sessions', 'sessionsOpen', 'addedToEvents', titles),
    chooseOne('reply', 'whereAnswerGoes', replyOptions, settings.reply),
    ...people('ask', 'whoMayAsk', settings.mayAsk),
    {
      type: 'input',
      block_id: 'hourly',
      optional: true,
      label: plainText(say('questionsHour')),
      hint: plainText(say('emptyNoLimit')),
      element: {
        type: 'number_input',
        action_id: 'hourly',
        is_decimal_allowed: false,
        min_value: '1',
        max_value: '1000',
        ...(settings.questionsPerHour === null ? {} : { initial_value: String(settings.questionsPerHour) }),
      },
    },
    ...people('ingest', 'whoMayIngest', settings.mayIngest),
    ...(groups === null ? [noteBlock(say('groupsNeedScope'))] : []),
    chooseOne('answers', 'whichMessages', answersOptions, settings.answers),
    chooseOne('threads', 'inMyThreads', threadsOptions, settings.threadsGoOn ? 'go on' : 'mentions'),
    {
      type: 'input',
      block_id: 'hands_to',
      optional: true,
      label: plainText(say('handsTo')),
      hint: plainText(say('handsToHint')),
      element: {
        type: 'conversations_select',
        action_id: 'hands_to',
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(settings.handsTo ? { initial_conversation: settings.handsTo } : {}),
      },
    },
  ];
  return { ...modal(say('settings'), blocks, metadata), callback_id: forms.settings, submit: plainText(say('save')) };
}

/**
 * What was chosen in the form; `values` as Slack sends them. Null: use the workspace's. What was in scope before and
 * the form had no room to show stays in scope.
 */
export function readSettings(
  values: unknown,
  before: PlaceSettings,
  sessions: SessionSummary[],
): Partial<PlaceSettings> | null {
  const read = submittedSchema.parse(values);
  if ((read.inherit?.inherit.selected_options.length ?? 0) > 0) {
    return null;
  }
  const [events, titles] = scopeChoices(sessions);
  const scope = {
    events: [...chosenOf(events, read.events?.events), ...notShown(events, before.scope?.events)],
    sessions: [...chosenOf(titles, read.sessions?.sessions), ...notShown(titles, before.scope?.sessions)],
  };
  return {
    scope: scope.events.length + scope.sessions.length === 0 ? null : scope,
    reply: read.reply.reply.selected_option.value,
    mayAsk: peopleOf(read.ask.ask.selected_option.value, {
      users: read.ask_people?.ask_people.selected_users ?? [],
      roles: groupsOf(read.ask_groups?.ask_groups, before.mayAsk),
    }),
    questionsPerHour: read.hourly?.hourly.value ? Number(read.hourly.hourly.value) : null,
    mayIngest: peopleOf(read.ingest.ingest.selected_option.value, {
      users: read.ingest_people?.ingest_people.selected_users ?? [],
      roles: groupsOf(read.ingest_groups?.ingest_groups, before.mayIngest),
    }),
    answers: read.answers?.answers.selected_option.value ?? before.answers,
    threadsGoOn: (read.threads?.threads.selected_option.value ?? (before.threadsGoOn ? 'go on' : '')) === 'go on',
    handsTo: read.hands_to === undefined ? before.handsTo : (read.hands_to.hands_to.selected_conversation ?? null),
  };
}

/** Those chosen; where the form asks for none, those of before. */
function groupsOf(field: z.infer<typeof chosenSchema>, before: People): string[] {
  if (field !== undefined) return (field.selected_options ?? []).map(({ value }) => value);
  return typeof before === 'string' ? [] : before.roles;
}

interface Choice {
  value: string;
  label: string;
}

/** What can be chosen of a list that is searched while somebody types: as many as Slack shows at a time. */
export function scopeOptions(of: 'events' | 'sessions', sessions: SessionSummary[], typed: string): PlainTextOption[] {
  const [events, titles] = scopeChoices(sessions);
  return (of === 'events' ? events : titles)
    .filter(({ label }) => holds(label, typed))
    .slice(0, limits.optionsInGroup)
    .map(({ label, value }) => option(label, keyOf(value)));
}

/** Events and sessions, newest first. */
function scopeChoices(sessions: SessionSummary[]): [Choice[], Choice[]] {
  const events = [...new Set(sessions.flatMap(({ event }) => event ?? []))].map((event) => ({
    value: event,
    label: event,
  }));
  const titles = sessions.map(({ id, title, date }) => ({
    value: id,
    label: date === null ? title : `${date} ${title}`,
  }));
  return [events, titles];
}

function chosenOf(choices: Choice[], chosen: z.infer<typeof chosenSchema>): string[] {
  return (chosen?.selected_options ?? []).flatMap(
    ({ value }) => choices.find((choice) => keyOf(choice.value) === value)?.value ?? [],
  );
}

/** Of what was in scope before and is there still, what the form had no room to show as chosen. */
function notShown(choices: Choice[], before: string[] | undefined): string[] {
  return choices.flatMap(({ value }) => (before?.includes(value) ? [value] : [])).slice(limits.optionsInGroup);
}

function chooseMany(
  name: string,
  label: string,
  hint: string | null,
  initial: PlainTextOption[],
  say: Words,
): KnownBlock {
  return {
    type: 'input',
    block_id: name,
    optional: true,
    label: plainText(label),
    ...(hint === null ? {} : { hint: plainText(hint) }),
    element: {
      type: 'multi_external_select',
      action_id: name,
      min_query_length: 0,
      placeholder: plainText(say('typeToSearch')),
      ...(initial.length === 0 ? {} : { initial_options: initial }),
    },
  };
}

function chosenIn(choices: Choice[], chosen: string[]): PlainTextOption[] {
  return choices
    .filter(({ value }) => chosen.includes(value))
    .slice(0, limits.optionsInGroup)
    .map((choice) => option(choice.label, keyOf(choice.value)));
}

function groupsIn(groups: UserGroup[], chosen: string[]): PlainTextOption[] {
  return groups
    .filter(({ id }) => chosen.includes(id))
    .slice(0, limits.optionsInGroup)
    .map(({ id, name }) => option(name, id));
}

/** User groups whose name has what is typed. */
export function groupOptions(groups: UserGroup[], typed: string): PlainTextOption[] {
  return groups
    .filter(({ name }) => holds(name, typed))
    .slice(0, limits.optionsInGroup)
    .map(({ id, name }) => option(name, id));
}

function radioButtons(name: string, label: string, options: PlainTextOption[], chosen: string): KnownBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(label),
    element: {
      type: 'radio_buttons',
      action_id: name,
      options,
      initial_option: options.find(({ value }) => value === chosen) ?? options[0]!,
    },
  };
}

function peopleOf(choice: 'everyone' | 'admins' | 'chosen', chosen: { users: string[]; roles: string[] }): People {
  return choice === 'chosen' ? chosen : choice;
}

function option(label: string, value: string): PlainTextOption {
  return { text: plainText(cut(label.toWellFormed() || '–', limits.optionText)), value };
}

/** Ids and names of events can be longer than an option's value may be. */
function keyOf(value: string): string {
  return createHash('sha256').update(value).digest('base64url').slice(0, 20);
}

type Options = [keyof Phrases, string][];
const replyOptions: Options = [
  ['inThread', 'thread'],
  ['onlyToAsker', 'asker'],
];
const answersOptions: Options = [
  ['mentionsOnly', 'mentions'],
  ['everyQuestion', 'questions'],
  ['everyMessage', 'everything'],
];
const threadsOptions: Options = [
  ['needNoMention', 'go on'],
  ['needMention', 'mentions'],
];
const peopleOptions: Options = [
  ['everyone', 'everyone'],
  ['administrators', 'admins'],
  ['administratorsAndChosen', 'chosen'],
];

const chosenSchema = z.object({ selected_options: z.array(z.object({ value: z.string() })).nullish() }).optional();
const peopleSchema = z.object({ selected_option: z.object({ value: z.enum(['everyone', 'admins', 'chosen']) }) });
const usersSchema = z.object({
  selected_users: z
    .array(z.string())
    .nullish()
    .transform((users) => users ?? []),
});
const submittedSchema = z.object({
  inherit: z
    .object({
      inherit: z.object({
        selected_options: z
          .array(z.unknown())
          .nullish()
          .transform((options) => options ?? []),
      }),
    })
    .optional(),
  events: z.object({ events: chosenSchema }).optional(),
  sessions: z.object({ sessions: chosenSchema }).optional(),
  reply: z.object({ reply: z.object({ selected_option: z.object({ value: z.enum(['thread', 'asker']) }) }) }),
  ask: z.object({ ask: peopleSchema }),
  ask_people: z.object({ ask_people: usersSchema }).optional(),
  hourly: z.object({ hourly: z.object({ value: z.string().nullish() }) }).optional(),
  ingest: z.object({ ingest: peopleSchema }),
  ingest_people: z.object({ ingest_people: usersSchema }).optional(),
  answers: chosenAmong('answers', ['mentions', 'questions', 'everything']),
  threads: chosenAmong('threads', ['go on', 'mentions']),
  ask_groups: z.object({ ask_groups: chosenSchema }).optional(),
  ingest_groups: z.object({ ingest_groups: chosenSchema }).optional(),
  hands_to: z.object({ hands_to: z.object({ selected_conversation: z.string().nullish() }) }).optional(),
});

/** Absent in a form that an earlier version of the program had opened. */
function chosenAmong<Name extends string, Value extends string>(name: Name, values: [Value, ...Value[]]) {
  const chosen = z.object({ selected_option: z.object({ value: z.enum(values) }) });
  return z.record(z.literal(name), chosen).optional();
}
