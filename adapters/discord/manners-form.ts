/** The form in which managers of a server say which messages are answered that do not call the bot. Pure. */
import {
  ComponentType,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
} from 'discord-api-types/v10';
import type { PlaceSettings } from '../../src/chat/settings.ts';
import { actionId } from './actions.ts';
import type { Level } from './settings-form.ts';

export function mannersForm(
  of: Level,
  { answers, threadsGoOn }: PlaceSettings,
  readsMessages: boolean,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: actionId({ do: 'tuned', of }),
    title: of === 'server' ? 'Answers in this server' : 'Answers in this channel',
    components: [
      ...(readsMessages ? [] : [{ type: ComponentType.TextDisplay as const, content: needsIntent }]),
      {
        type: ComponentType.Label,
        label: 'Which messages are answered',
        component: {
          type: ComponentType.RadioGroup,
          custom_id: 'answers',
          required: true,
          options: answersOptions.map((option) => ({ ...option, default: option.value === answers })),
        },
      },
      {
        type: ComponentType.Label,
        label: 'In threads in which I answered',
        component: {
          type: ComponentType.RadioGroup,
          custom_id: 'threads',
          required: true,
          options: threadsOptions.map((option) => ({ ...option, default: (option.value === 'on') === threadsGoOn })),
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
  return {
    ...before,
    answers: answersOptions.find(({ value }) => value === chosen('answers'))?.value ?? before.answers,
    threadsGoOn: threads === undefined ? before.threadsGoOn : threads === 'on',
  };
}

export const needsIntent =
  'Without the Message Content intent I read only messages that mention me; whoever runs me can switch it on.';

const answersOptions = [
  { label: 'Those that mention me', value: 'mentions' },
  { label: 'Every question', value: 'questions' },
  { label: 'Every message', value: 'everything' },
] as const;
const threadsOptions = [
  { label: 'Questions need no mention', value: 'on' },
  { label: 'Questions need a mention', value: 'off' },
];
