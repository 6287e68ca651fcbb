/** The form in which managers of a server say which messages are answered that do not call the bot. Pure. */
import {
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
} from 'discord-api-types/v10';
import { cutLabel } from '../../src/chat/labels.ts';
import type { PlaceSettings } from '../../src/chat/settings.ts';
import { inEnglish, type Words } from '../../src/chat/wording.ts';
import { actionId } from './actions.ts';
import { limits } from './parts.ts';
import type { Level } from './settings-form.ts';

export function mannersForm(
  of: Level,
  { answers, threadsGoOn, handsTo, forumTags }: PlaceSettings,
  { readsMessages, tags }: { readsMessages: boolean; tags: Tag[] },
  say: Words = inEnglish,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: actionId({ do: 'tuned', of }),
    title: say(of === 'server' ? 'answersInServer' : 'answersInChannel'),
    components: [
      ...(readsMessages || tags.length > 0
        ? []
        : [{ type: ComponentType.TextDisplay as const, content: say('needsIntent') }]),
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
      // With these the form is as long as Discord lets it be.
      ...(tags.length === 0
        ? []
        : [
            tagSelect('answeredTag', say('answeredTag'), tags, forumTags?.answered ?? null),
            tagSelect('openTag', say('openTag'), tags, forumTags?.open ?? null),
          ]),
    ],
  };
}

/** `before` with what the form says. */
export function readMannersForm(
  submission: APIModalSubmission,
  before: PlaceSettings,
  tags: Tag[] = [],
): PlaceSettings {
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
  const tag = (name: string): string | null => {
    const field = submission.components
      .flatMap((part) => ('component' in part ? [part.component] : []))
      .find(({ custom_id: id }) => id === name);
    const [value] = field && 'values' in field ? field.values : [];
    return tags.some(({ id }) => id === value) ? (value ?? null) : null;
  };
  const forumTags = { answered: tag('answeredTag'), open: tag('openTag') };
  const hasTags = forumTags.answered !== null || forumTags.open !== null;
  const { forumTags: tagsBefore, ...others } = before;
  const tagsAfter = tags.length === 0 ? tagsBefore : hasTags ? forumTags : undefined;
  return {
    ...others,
    ...(tagsAfter !== undefined && { forumTags: tagsAfter }),
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

export interface Tag {
  id: string;
  name: string;
}

function tagSelect(id: string, label: string, tags: Tag[], chosen: string | null): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    component: {
      type: ComponentType.StringSelect,
      custom_id: id,
      min_values: 0,
      max_values: 1,
      required: false,
      options: tags.slice(0, limits.selectOptions).map((tag) => ({
        label: cutLabel(tag.name, limits.selectOption) || tag.id,
        value: tag.id,
        default: tag.id === chosen,
      })),
    },
  };
}
