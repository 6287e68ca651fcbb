/** The form in which managers of a server say which messages are answered that do not call the bot. Pure. */
import {
  ComponentType,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
} from 'discord-api-types/v10';
import type { PlaceSettings } from '../../src/chat/settings.ts';
import { inEnglish, type Words } from '../../src/chat/wording.ts';
import { actionId } from './actions.ts';
import type { Level } from './settings-form.ts';

export function mannersForm(
  of: Level,
  { answers, threadsGoOn }: PlaceSettings,
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

const answersOptions = [
  { label: 'mentionsOnly', value: 'mentions' },
  { label: 'everyQuestion', value: 'questions' },
  { label: 'everyMessage', value: 'everything' },
] as const;
const threadsOptions = [
  { label: 'needNoMention', value: 'on' },
  { label: 'needMention', value: 'off' },
] as const;
