/** Modals: a quote in its context, all quotes, a notice, what was wrong. Pure. */
import { longestNote } from '../../src/chat/collected/asked.ts';
import { longestHandedNote } from '../../src/chat/handing.ts';
import type { KnownBlock, ModalView, PlainTextElement } from '@slack/types';
import { z } from 'zod';
import type { AnswerView, ContextView } from '../../src/chat/answer-view.ts';
import { page } from '../../src/chat/answer-view.ts';
import { inEnglish, type Words } from '../../src/chat/wording.ts';
import { button, noteBlock, quoteBlocks, quotePages, textBlock, turnBlocks } from './quote-blocks.ts';
import { cut, limits } from './rich-text.ts';

/** Names of forms and of what can be pressed or chosen in them. */
export const forms = {
  settings: 'channel_settings',
  reason: 'feedback_reason',
  keep: 'keep_quotes_form',
  person: 'ask_person_form',
} as const;
export const viewActions = {
  earlier: 'earlier',
  later: 'later',
  page: 'page',
  settingsOf: 'settings_of',
  workspace: 'settings_of_workspace',
  prompt: 'how_to_ask',
} as const;

/** What a view must remember of where it was opened. */
export const viewMetadataSchema = z.object({
  id: z.string(),
  channel: z.string(),
  /** The quote whose context is shown, and how many turns from it. */
  key: z.string().default(''),
  shift: z.number().default(0),
  page: z.number().default(0),
});
export type ViewMetadata = z.infer<typeof viewMetadataSchema>;

export function metadataOf(given: Pick<ViewMetadata, 'id' | 'channel'> & Partial<ViewMetadata>): ViewMetadata {
  return viewMetadataSchema.parse(given);
}

/** Null where it is not of this form. */
export function readMetadata(text: string | undefined): ViewMetadata | null {
  try {
    return viewMetadataSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

/** Turns before and after the middle one of a page of context. */
export const turnsAround = 3;

export function contextModal(view: ContextView, metadata: ViewMetadata, say: Words = inEnglish): ModalView {
  const step = 2 * turnsAround + 1;
  const pages = [
    ...(view.hasEarlier ? [button(say('earlier'), viewActions.earlier, String(metadata.shift - step))] : []),
    ...(view.hasLater ? [button(say('later'), viewActions.later, String(metadata.shift + step))] : []),
  ];
  return modal(
    say('inContext'),
    [
      noteBlock(view.heading),
      ...turnBlocks(view),
      ...(pages.length === 0 ? [] : [{ type: 'actions' as const, elements: pages }]),
    ],
    metadata,
  );
}

export function quotesModal(view: AnswerView, metadata: ViewMetadata, say: Words = inEnglish): ModalView {
  const shown = page(quotePages(view), metadata.page, 1);
  const quotes = shown.items[0] ?? [];
  const isRelated = view.related.some(({ key }) => key === quotes[0]?.key);
  const pages = [
    ...(shown.page > 0 ? [button(say('back'), `${viewActions.page}_before`, String(shown.page - 1))] : []),
    ...(shown.page + 1 < shown.pages ? [button(say('next'), `${viewActions.page}_next`, String(shown.page + 1))] : []),
  ];
  return modal(
    say(isRelated ? 'passages' : 'quotes'),
    [
      noteBlock(say('pageOf', { page: shown.page + 1, pages: shown.pages })),
      ...(isRelated ? [textBlock(view.relatedHeading)] : []),
      ...quoteBlocks(quotes, say),
      ...(quotes.length === 0 ? [textBlock(say('noQuotes'))] : []),
      ...(pages.length === 0 ? [] : [{ type: 'actions' as const, elements: pages }]),
    ],
    metadata,
  );
}

export function noticeModal(text: string): ModalView {
  return modal('Rapporteur', [textBlock(cut(text, limits.plainText))]);
}

export function reasonModal(metadata: ViewMetadata, say: Words = inEnglish): ModalView {
  return {
    ...modal(
      say('whatWasWrong'),
      [
        {
          type: 'input',
          block_id: 'reason',
          optional: true,
          label: plainText(say('whatShould')),
          element: { type: 'plain_text_input', action_id: 'reason', multiline: true, max_length: 1000 },
        },
      ],
      metadata,
    ),
    callback_id: forms.reason,
    submit: plainText(say('send')),
  };
}

export function keepModal(metadata: ViewMetadata, say: Words = inEnglish): ModalView {
  const field = (id: string, label: string, most: number): KnownBlock => ({
    type: 'input',
    block_id: id,
    optional: true,
    label: plainText(label),
    element: { type: 'plain_text_input', action_id: id, max_length: most },
  });
  const whose = [
    { text: plainText(say('everybodyHere')), value: 'channel' },
    { text: plainText(say('meAlone')), value: 'me' },
  ];
  return {
    ...modal(
      say('keepQuotes'),
      [
        field('numbers', say('whichQuotes'), 60),
        field('note', say('aNote'), longestNote),
        field('tag', say('aTag'), 40),
        {
          type: 'input',
          block_id: 'whose',
          label: plainText(say('forWhom')),
          element: { type: 'radio_buttons', action_id: 'whose', options: whose, initial_option: whose[0]! },
        },
      ],
      metadata,
    ),
    callback_id: forms.keep,
    submit: plainText(say('keep')),
  };
}

/** `sees`: who will see what. */
export function personModal(sees: string, metadata: ViewMetadata, say: Words = inEnglish): ModalView {
  const blocks: KnownBlock[] = [
    textBlock(cut(sees, limits.plainText)),
    {
      type: 'input',
      block_id: 'note',
      optional: true,
      label: plainText(say('personNote')),
      element: { type: 'plain_text_input', action_id: 'note', multiline: true, max_length: longestHandedNote },
    },
  ];
  return {
    ...modal(say('askPerson'), blocks, metadata),
    callback_id: forms.person,
    submit: plainText(say('handOver')),
  };
}

export function modal(title: string, blocks: KnownBlock[], metadata?: ViewMetadata): ModalView {
  return {
    type: 'modal',
    title: plainText(cut(title, limits.viewTitle)),
    blocks,
    ...(metadata ? { private_metadata: JSON.stringify(metadata) } : {}),
  };
}

export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
