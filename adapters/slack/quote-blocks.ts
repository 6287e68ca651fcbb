/** The pieces that messages and modals are made of: quotes, turns, lines, buttons. Pure. */
import type { Button, ContextBlock, RichTextBlock } from '@slack/types';
import type { AnswerView, ContextView } from '../../src/chat/answer-view.ts';
import { askedText, inSequence, whereAndHow, type QuoteView } from '../../src/chat/quote-view.ts';
import { inEnglish, type Words } from '../../src/chat/wording.ts';
import { bold, cut, cutStart, isAddress, italic, limits, link, plain, section, shown } from './rich-text.ts';

/** As much of the quotes as one page of a view holds; what is no answer begins a page of its own. */
export function quotePages({ quotes, related }: AnswerView): QuoteView[][] {
  return [...pagesOf(quotes), ...pagesOf(related)];
}

function pagesOf(quotes: QuoteView[]): QuoteView[][] {
  const pages: QuoteView[][] = [];
  let length = 0;
  for (const quote of quotes) {
    const size = quoteLength(quote);
    const current = pages.at(-1);
    if (current && current.length < limits.quotesOnPage && length + size <= limits.viewText) {
      current.push(quote);
      length += size;
    } else {
      pages.push([quote]);
      length = size;
    }
  }
  return pages;
}

/** Quotes one below the other, each session's title once. */
export function quoteBlocks(quotes: QuoteView[], say: Words = inEnglish): RichTextBlock[] {
  return inSequence(quotes).map((quote) => quoteBlock(quote, say));
}

function quoteBlock(quote: QuoteView, say: Words): RichTextBlock {
  const whereText = cut(whereAndHow(quote), limits.nameText);
  const where = quote.url !== null && isAddress(quote.url) ? link(quote.url, whereText) : plain(whereText);
  return {
    type: 'rich_text',
    elements: [
      ...(quote.asked === null ? [] : [section([italic(cut(askedText(quote.asked), limits.askedText))])]),
      section([
        ...(quote.mark === '' ? [] : [bold(`${quote.mark} `)]),
        bold(cut(quote.speaker, limits.nameText)),
        plain(' · '),
        where,
        ...(quote.address !== null && isAddress(quote.address)
          ? [plain(' · '), link(quote.address, say('readOn'))]
          : []),
      ]),
      { type: 'rich_text_quote', elements: [plain(cut(quote.text, limits.quoteText))] },
    ],
  };
}

/** Turns around a quote, as much of each as leaves room for all; of the quote's own turn, what stands around the words. */
export function turnBlocks(view: ContextView): RichTextBlock[] {
  const room = Math.max(500, Math.floor(limits.viewText / Math.max(1, view.turns.length)));
  return view.turns.map((turn) => {
    const heading = section([
      bold(cut(turn.speaker, limits.nameText)),
      plain(` · ${cut(turn.where, limits.nameText)}`),
    ]);
    if (turn.quoted === null) {
      return { type: 'rich_text', elements: [heading, section([plain(cut(turn.text, room))])] };
    }
    const { start, end } = turn.quoted;
    const quoted = cut(turn.text.slice(start, end), limits.quoteText);
    const before = cutStart(turn.text.slice(0, start), room);
    const after = cut(turn.text.slice(end), room);
    const words = [...(before === '' ? [] : [plain(before)]), bold(quoted), ...(after === '' ? [] : [plain(after)])];
    return { type: 'rich_text', elements: [heading, { type: 'rich_text_quote', elements: words }] };
  });
}

export function textBlock(text: string): RichTextBlock {
  return { type: 'rich_text', elements: [section([plain(text)])] };
}

export function linkBlock(address: string, text: string): RichTextBlock {
  return { type: 'rich_text', elements: [section([isAddress(address) ? link(address, text) : plain(address)])] };
}

/** One line in small type. */
export function noteBlock(text: string): ContextBlock {
  return {
    type: 'context',
    elements: [{ type: 'plain_text', text: shown(cut(text, limits.contextText)), emoji: false }],
  };
}

export function button(text: string, actionId: string, value: string): Button {
  return {
    type: 'button',
    text: { type: 'plain_text', text: cut(text, limits.buttonText), emoji: false },
    action_id: actionId,
    value,
  };
}

export function listBlock(lines: string[]): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_list', style: 'bullet', elements: lines.map((line) => section([plain(line)])) }],
  };
}

/** Characters a quote takes of a message. */
export function quoteLength(quote: QuoteView): number {
  return (
    quote.mark.length +
    Math.min(quote.speaker.length, limits.nameText) +
    Math.min(whereAndHow(quote).length, limits.nameText) +
    Math.min(quote.text.length, limits.quoteText) +
    (quote.asked === null ? 0 : Math.min(askedText(quote.asked).length, limits.askedText))
  );
}
