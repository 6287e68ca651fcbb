/** The form in which managers of a server say which messages are answered that do not call the bot. Pure. */
import {
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
} from 'discord-api-types/v10';
import type { PlaceSettings } from '../../src/chat/settings.ts';
import { inEnglish, type Words } from '../../src/chat/wording.ts';
import { actionId } from './actions.ts';
import type { Level } from './settings-form.ts';

export function mannersForm(
  of: Level,
  { answers, threadsGoOn, handsTo }: PlaceSettings,
  readsMessages: boolean,
  say: Words = inEnglish,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: actionId({ do: 'tuned', of }),
    title: say(of === 'server' ? 'answersInServer' : 'answersInChannel'),
    components: [
      ...(readsMessages ? [] : [{ type: ComponentType.TextDisplay as const, content: say('needsIntent') }]),
      {
        type: ComponentType.Label,
        label: say('whichMessages'),
        component: {
          type: ComponentType.RadioGroup,
          custom_id: 'answers',
          required: true,
          options: answersOptions.map(({ value, label }) => ({ value, label: say(label), default: value === answers })),
        },
      },
      {
        type: ComponentType.Label,
        label: say('inMyThreads'),
        component: {
          type: ComponentType.RadioGroup,
          custom_id: 'threads',
          required: true,
          options: threadsOptions.map(({ value, label }) => ({
            value,
            label: say(label),
            default: (value === 'on') === threadsGoOn,
          })),
        },
      },
      {
        type: ComponentType.Label,
        label: say('handsTo'),
        description: say('handsToHint'),
        component: {
          type: ComponentType.ChannelSelect,
          custom_id: 'handsTo',
          channel_types: [ChannelType.GuildText],
          min_values: 0,
          max_values: 1,
          required: false,
          ...(handsTo === null ? {} : { default_values: [{ id: handsTo, type: SelectMenuDefaultValueType.Channel }] }),
        },
      },
    ],
  };
}

/** `before` with what the form says. */
export function readMannersForm(submission: APIModalSubmission, before: PlaceSettings): PlaceSettings {
  const chosen = (name: string): string | undefined =>
    submission.components
      .flatMap((part) => ('component' in part ? [part.component] : []))
      .flatMap((field) =>
        field.custom_id === name && 'value' in field && typeof field.value === 'string' ? [field.value] : [],
      )[0];
  const threads = chosen('threads');
  const channels = submission.components
    .flatMap((part) => ('component' in part ? [part.component] : []))
    .find((field) => field.custom_id === 'handsTo');
  return {
    ...before,
    answers: answersOptions.find(({ value }) => value === chosen('answers'))?.value ?? before.answers,
    threadsGoOn: threads === undefined ? before.threadsGoOn : threads === 'on',
    handsTo: channels && 'values' in channels ? (channels.values[0] ?? null) : before.handsTo,
  };
}

const answersOptions = [
  { label: 'mentionsOnly', value: 'mentions' },
  { label: 'everyQuestion', value: 'questions' },
  { label: 'everyMessage', value: 'everything' },
] as const;
const threadsOptions = [
  { label: 'needNoMention', value: 'on' },
  { label: 'needMention', value: 'off' },
] as const;
