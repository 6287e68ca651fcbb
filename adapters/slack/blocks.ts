/**
 * A reply in Block Kit. Whatever people or transcripts said stands in rich text or plain text elements, which
 * Slack shows letter by letter: there is no markup to escape from. Only the plain fallback is escaped.
 */
import type {
  ActionsBlock,
  Button,
  ContextActionsBlock,
  ContextBlock,
  KnownBlock,
  RichTextBlock,
  RichTextElement,
  RichTextSection,
} from '@slack/types';
import { answerText, panelText, verificationText, viewAnswer, viewVerification } from '../../src/chat/answer-view.ts';
import type { AnswerView, ContextView, QuoteView, ReportView, VerificationView } from '../../src/chat/answer-view.ts';
import type { Panel, Reply } from '../../src/chat/reply.ts';

/** Slack's own limits, and below them what is used of the ones that are softer in practice than on paper. */
export const limits = {
  blocksInMessage: 50,
  blocksInView: 100,
  actionsInBlock: 25,
  buttonText: 75,
  buttonValue: 2_000,
  plainText: 3_000,
  contextText: 2_000,
  viewTitle: 24,
  viewMetadata: 3_000,
  optionText: 75,
  optionValue: 150,
  optionsInGroup: 100,
  address: 3_000,
  promptTitle: 75,
  /** Messages of 13,200 characters were refused, and one of 11,341 (bolt-js#2509, #2867). */
  messageText: 10_000,
  /** When even that was refused. */
  shortMessageText: 3_000,
  /** `chat.update` takes 4,000; `&` grows to five characters when it is escaped. */
  fallbackText: 3_500,
  /** More of one quote than this is read in its context. */
  quoteText: 2_500,
  /** Names and titles are far shorter; one that is not must not crowd out the words. */
  nameText: 200,
  quotesInMessage: 8,
  quotesOnPage: 5,
  viewText: 7_000,
} as const;

export interface Rendered {
  /** Escaped; for notifications, and all there is where `blocks` is empty. */
  text: string;
  blocks: KnownBlock[];
  /** The whole reply as a file's text, where the message does not hold all of it; otherwise null. */
  whole: string | null;
}

/** Names of what can be pressed. */
export const actions = {
  context: 'context',
  more: 'more_quotes',
  share: 'share',
  feedback: 'feedback',
} as const;

/** The same reply in ever plainer forms: where Slack refuses one, the next is posted. */
export function renderReply(reply: Reply, options: { canShare: boolean }): Rendered[] {
  const whole = replyText(reply);
  const text = fallback(whole);
  const full = layOut(reply, { ...options, hasFeedback: true }, limits.messageText);
  // Of the blocks used, the feedback buttons are the newest, and the likeliest to be refused somewhere.
  const short = layOut(reply, { ...options, hasFeedback: false }, limits.shortMessageText);
  return [
    { text, blocks: full.blocks, whole: full.isWhole ? null : whole },
    { text, blocks: short.blocks, whole: short.isWhole ? null : whole },
    { text, blocks: [], whole: whole.length > limits.fallbackText ? whole : null },
  ];
}

/** What stands for `<`, `>` and `&` in Slack's message text, without which names and links could be made of it. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** At most `most` UTF-16 units, ended by `…` where something was left out, never in the middle of a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const kept = text.slice(0, most - 1);
  const last = kept.charCodeAt(kept.length - 1);
  return `${last >= 0xd8_00 && last <= 0xdb_ff ? kept.slice(0, -1) : kept}…`;
}

/** The end of the text, as `cut` gives its start. */
export function cutStart(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const kept = text.slice(text.length - most + 1);
  const first = kept.charCodeAt(0);
  return `…${first >= 0xdc_00 && first <= 0xdf_ff ? kept.slice(1) : kept}`;
}

/** As much of the quotes as one page of a view holds. */
export function quotePages(view: AnswerView): QuoteView[][] {
  const quotes = [...view.quotes, ...view.related];
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

export function quoteBlock(quote: QuoteView): RichTextBlock {
  const whereText = cut(quote.where, limits.nameText);
  const where = quote.url !== null && isAddress(quote.url) ? link(quote.url, whereText) : plain(whereText);
  return {
    type: 'rich_text',
    elements: [
      section([
        ...(quote.mark === '' ? [] : [bold(`${quote.mark} `)]),
        bold(cut(quote.speaker, limits.nameText)),
        plain(' · '),
        where,
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

interface LaidOut {
  blocks: KnownBlock[];
  isWhole: boolean;
}

interface Offers {
  canShare: boolean;
  hasFeedback: boolean;
}

function layOut(reply: Reply, options: Offers, room: number): LaidOut {
  switch (reply.kind) {
    case 'answer':
      return layOutAnswer(reply.id, viewAnswer(reply.answer), options, room);
    case 'verification':
      return layOutVerification(reply.id, viewVerification(reply.verification), room);
    case 'panel':
      return layOutPanel(reply.panel, room);
    default:
      return { blocks: [textBlock(cut(reply.text, room))], isWhole: reply.text.length <= room };
  }
}

function layOutAnswer(id: string, view: AnswerView, { canShare, hasFeedback }: Offers, room: number): LaidOut {
  const budget = budgetOf(room);
  const notice = view.notice === null ? null : cut(view.notice, limits.nameText);
  const prose = cut(view.prose, Math.floor(room * 0.5));
  budget.take(prose.length + (notice?.length ?? 0));
  let isWhole = prose === view.prose;

  const shown: QuoteView[] = [];
  for (const quote of view.quotes) {
    const hasRoom = shown.length < limits.quotesInMessage && budget.take(quoteLength(quote));
    isWhole &&= hasRoom && quote.text.length <= limits.quoteText;
    if (!hasRoom) break;
    shown.push(quote);
  }
  const related: QuoteView[] = [];
  for (const quote of view.related) {
    const hasRoom = shown.length + related.length < limits.quotesInMessage && budget.take(quoteLength(quote));
    isWhole &&= hasRoom;
    if (!hasRoom) break;
    related.push(quote);
  }
  const report: ReportView[] = [];
  for (const item of view.report) {
    const hasRoom = report.length < limits.quotesInMessage && budget.take(item.label.length + item.text.length);
    isWhole &&= hasRoom;
    if (!hasRoom) break;
    report.push(item);
  }

  const buttons: Button[] = [...shown, ...related].map((quote, index) =>
    button(
      quote.mark === '' ? `Context ${index + 1}` : `Context ${quote.mark}`,
      `${actions.context}_${quote.key}`,
      `${id}:${quote.key}`,
    ),
  );
  const hidden = view.quotes.length + view.related.length - shown.length - related.length;
  if (hidden > 0) {
    buttons.push(button('More quotes', actions.more, id));
  }
  if (canShare) {
    buttons.push(button('Share to channel', actions.share, id));
  }
  const blocks: KnownBlock[] = [
    ...(notice === null ? [] : [noteBlock(notice)]),
    ...(prose === '' ? [] : [proseBlock(prose, view.quotes)]),
    ...shown.map((quote) => quoteBlock(quote)),
    ...(related.length === 0 ? [] : [textBlock('Spoken of elsewhere:'), ...related.map((quote) => quoteBlock(quote))]),
    ...report.map((item) => reportBlock(item)),
    ...(buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons } satisfies ActionsBlock]),
    ...(hasFeedback ? [feedbackBlock(id)] : []),
  ];
  return { blocks, isWhole };
}

function layOutVerification(id: string, view: VerificationView, room: number): LaidOut {
  const budget = budgetOf(room);
  budget.take(view.verdict.length + (view.found ? quoteLength(view.found) : 0));
  const differences = view.differences.filter((line) => budget.take(line.length));
  return {
    blocks: [
      textBlock(view.verdict),
      ...(view.found ? [quoteBlock(view.found)] : []),
      ...(differences.length === 0 ? [] : [listBlock(differences)]),
      ...(view.found
        ? [
            {
              type: 'actions',
              elements: [button('Context', `${actions.context}_${view.found.key}`, `${id}:${view.found.key}`)],
            } satisfies ActionsBlock,
          ]
        : []),
    ],
    isWhole: differences.length === view.differences.length && (view.found?.text.length ?? 0) <= limits.quoteText,
  };
}

function layOutPanel(panel: Panel, room: number): LaidOut {
  const budget = budgetOf(room - limits.nameText);
  const fitting = panel.lines.findIndex((line) => !budget.take(Math.max(line.length, 1)));
  const lines = (fitting === -1 ? panel.lines : panel.lines.slice(0, fitting)).filter((line) => line !== '');
  const rest = fitting === -1 ? 0 : panel.lines.length - fitting;
  return {
    blocks: [
      { type: 'rich_text', elements: [section([bold(cut(panel.title, limits.nameText))])] },
      ...(lines.length === 0 ? [] : [listBlock(lines)]),
      ...(rest === 0 ? [] : [textBlock(`… and ${rest} more.`)]),
    ],
    isWhole: rest === 0,
  };
}

/** Marks in the prose lead to the source where it has an address. */
function proseBlock(prose: string, quotes: QuoteView[]): RichTextBlock {
  const elements = prose
    .split(/(\[\d+\])/)
    .filter((part) => part !== '')
    .map((part): RichTextElement => {
      const quote = quotes.find(({ mark }) => mark === part);
      if (!quote) {
        return plain(part);
      }
      return quote.url !== null && isAddress(quote.url) ? link(quote.url, part) : bold(part);
    });
  return { type: 'rich_text', elements: [section(elements)] };
}

function reportBlock(item: ReportView): RichTextBlock {
  return { type: 'rich_text', elements: [section([italic(`${item.label}\n`), plain(item.text)])] };
}

function listBlock(lines: string[]): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_list', style: 'bullet', elements: lines.map((line) => section([plain(line)])) }],
  };
}

function feedbackBlock(id: string): ContextActionsBlock {
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: actions.feedback,
        positive_button: {
          text: { type: 'plain_text', text: 'Good answer' },
          value: `good:${id}`,
          accessibility_label: 'This answer was good',
        },
        negative_button: {
          text: { type: 'plain_text', text: 'Bad answer' },
          value: `bad:${id}`,
          accessibility_label: 'This answer was bad',
        },
      },
    ],
  };
}

function replyText(reply: Reply): string {
  switch (reply.kind) {
    case 'answer':
      return answerText(viewAnswer(reply.answer));
    case 'verification':
      return verificationText(viewVerification(reply.verification));
    case 'panel':
      return panelText(reply.panel);
    default:
      return reply.text;
  }
}

/** Escaping makes text longer, so what is cut is cut by its escaped length. */
function fallback(text: string): string {
  let most: number = limits.fallbackText;
  let escaped = escapeText(shown(cut(text, most)));
  while (escaped.length > limits.fallbackText) {
    most = Math.floor((most * limits.fallbackText) / escaped.length) - 1;
    escaped = escapeText(shown(cut(text, most)));
  }
  return escaped;
}

/** Where text longer than what is left is not begun: a quote is shown whole or not at all. */
function budgetOf(room: number): { take(length: number): boolean } {
  let left = room;
  return {
    take(length) {
      if (length > left) {
        return false;
      }
      left -= length;
      return true;
    },
  };
}

function quoteLength(quote: QuoteView): number {
  return (
    quote.mark.length +
    Math.min(quote.speaker.length, limits.nameText) +
    Math.min(quote.where.length, limits.nameText) +
    Math.min(quote.text.length, limits.quoteText)
  );
}

function section(elements: RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}

function plain(text: string): RichTextElement {
  return { type: 'text', text: shown(text) };
}

function bold(text: string): RichTextElement {
  return { type: 'text', text: shown(text), style: { bold: true } };
}

function italic(text: string): RichTextElement {
  return { type: 'text', text: shown(text), style: { italic: true } };
}

function link(url: string, text: string): RichTextElement {
  return { type: 'link', url, text: shown(text) };
}

/** Half characters and control characters make Slack refuse a whole message; an empty text does too. */
function shown(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd') || ' ';
}

function isAddress(url: string): boolean {
  return /^https?:\/\//.test(url) && url.length <= limits.address && URL.canParse(url);
}
