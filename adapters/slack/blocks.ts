/** A reply in Block Kit, whole or as much of it as a message holds. Pure. */
import type {
  ActionsBlock,
  Button,
  ContextActionsBlock,
  KnownBlock,
  RichTextBlock,
  RichTextElement,
} from '@slack/types';
import { answerText, panelText, verificationText, viewAnswer, viewVerification } from '../../src/chat/answer-view.ts';
import type { AnswerView, ReportView, VerificationView } from '../../src/chat/answer-view.ts';
import type { QuoteView } from '../../src/chat/quote-view.ts';
import type { Handed, Panel, PaperFile, Reply } from '../../src/chat/reply.ts';
import { wordsIn, type Words } from '../../src/chat/wording.ts';
import { button, linkBlock, listBlock, noteBlock, quoteBlocks, quoteLength, textBlock } from './quote-blocks.ts';
import { bold, cut, escapeText, isAddress, italic, limits, link, plain, section, shown } from './rich-text.ts';

export interface Rendered {
  /** Escaped; for notifications, and all there is where `blocks` is empty. */
  text: string;
  blocks: KnownBlock[];
  /** The whole reply as a file's text, where the message does not hold all of it; otherwise null. */
  whole: string | null;
  /** A file that is the answer. */
  paper?: PaperFile;
}

/** Names of what can be pressed. */
export const actions = {
  context: 'context',
  more: 'more_quotes',
  share: 'share',
  feedback: 'feedback',
  stop: 'stop_watching',
  keep: 'keep_quotes',
  person: 'ask_person',
} as const;

export interface RenderOptions {
  canShare: boolean;
  /** Of the buttons; the answer's own where it is not known of who reads it. */
  language?: string | undefined;
}

/** The same reply in ever plainer forms: where Slack refuses one, the next is posted. */
export function renderReply(reply: Reply, options: RenderOptions): Rendered[] {
  const whole = replyText(reply);
  const text = fallback(whole);
  const full = layOut(reply, { ...options, hasFeedback: true }, limits.messageText);
  // Of the blocks used, the feedback buttons are the newest, and the likeliest to be refused somewhere.
  const short = layOut(reply, { ...options, hasFeedback: false }, limits.shortMessageText);
  if (reply.kind === 'paper') {
    return [full.blocks, short.blocks, []].map((blocks) => ({ text, blocks, whole: null, paper: reply.file }));
  }
  return [
    { text, blocks: full.blocks, whole: full.isWhole ? null : whole },
    { text, blocks: short.blocks, whole: short.isWhole ? null : whole },
    { text, blocks: [], whole: whole.length > limits.fallbackText ? whole : null },
  ];
}

interface LaidOut {
  blocks: KnownBlock[];
  isWhole: boolean;
}

interface Offers extends RenderOptions {
  hasFeedback: boolean;
  isDigest?: boolean;
  offersPerson?: boolean;
}

function layOut(reply: Reply, options: Offers, room: number): LaidOut {
  const say = wordsIn(options.language ?? (reply.kind === 'answer' ? reply.answer.language : undefined));
  switch (reply.kind) {
    case 'answer':
      if (reply.handed !== undefined) return layOutHanded(reply, reply.handed, options, room, say);
      return withNote(
        reply.note,
        layOutAnswer(
          reply.id,
          viewAnswer(reply.answer),
          { ...options, isDigest: reply.isDigest === true, offersPerson: reply.offersPerson === true },
          room,
          say,
        ),
      );
    case 'verification':
      return withNote(reply.note, layOutVerification(reply.id, viewVerification(reply.verification), room, say));
    case 'panel':
      return layOutPanel(reply.panel, room, say, reply);
    case 'paper':
      return layOutPanel(reply.panel, room, say);
    default:
      return { blocks: [textBlock(cut(reply.text, room))], isWhole: reply.text.length <= room };
  }
}

function withNote(note: string | undefined, { blocks, isWhole }: LaidOut): LaidOut {
  return { blocks: note === undefined ? blocks : [noteBlock(cut(note, limits.askedText)), ...blocks], isWhole };
}

type PanelOffers = { offersPerson?: string; link?: string | null };

/** Who asks what, and below it the answer, with a third of the room for the first. */
function layOutHanded(
  { id, answer }: Extract<Reply, { kind: 'answer' }>,
  { panel, link }: Handed,
  options: Offers,
  room: number,
  say: Words,
): LaidOut {
  const above = layOutPanel(panel, room / 3, say, { link });
  const below = layOutAnswer(id, viewAnswer(answer), options, (room * 2) / 3, say);
  return { blocks: [...above.blocks, ...below.blocks], isWhole: above.isWhole && below.isWhole };
}

function layOutAnswer(
  id: string,
  view: AnswerView,
  { canShare, hasFeedback, isDigest, offersPerson }: Offers,
  room: number,
  say: Words,
): LaidOut {
  const budget = budgetOf(room);
  const notice = view.notice === null ? null : cut(view.notice, limits.nameText);
  const prose = cut(view.prose, Math.floor(room * 0.5));
  const extent = view.extent ?? '';
  budget.take(prose.length + extent.length + (notice?.length ?? 0));
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
      say('contextOf', { mark: quote.mark === '' ? index + 1 : quote.mark }),
      `${actions.context}_${quote.key}`,
      `${id}:${quote.key}`,
    ),
  );
  const hidden = view.quotes.length + view.related.length - shown.length - related.length;
  if (hidden > 0) {
    buttons.push(button(say(view.status === 'nearest' ? 'morePassages' : 'moreQuotes'), actions.more, id));
  }
  if (canShare) {
    buttons.push(button(say('share'), actions.share, id));
  }
  if (shown.length > 0) {
    buttons.push(button(say('keep'), actions.keep, id));
  }
  if (offersPerson) {
    buttons.push(button(say('askPerson'), actions.person, id));
  }
  if (isDigest) {
    buttons.push(button(say('stopMessages'), actions.stop, id));
  }
  const blocks: KnownBlock[] = [
    ...(notice === null ? [] : [noteBlock(notice)]),
    ...(prose === '' ? [] : [proseBlock(prose, view.quotes)]),
    ...quoteBlocks(shown, say),
    ...(extent === '' ? [] : [textBlock(extent)]),
    ...(related.length === 0 ? [] : [textBlock(view.relatedHeading), ...quoteBlocks(related, say)]),
    ...report.map((item) => reportBlock(item)),
    // Of an answer that only its asker sees there is no page.
    ...(view.page === null || canShare ? [] : [linkBlock(view.page, say('onAPage'))]),
    ...(buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons } satisfies ActionsBlock]),
    ...(hasFeedback && !isDigest ? [feedbackBlock(id, view.status, say)] : []),
  ];
  return { blocks, isWhole };
}

function layOutVerification(id: string, view: VerificationView, room: number, say: Words): LaidOut {
  const budget = budgetOf(room);
  const formerly = view.formerly === null ? null : cut(view.formerly, limits.nameText);
  budget.take(view.verdict.length + (view.found ? quoteLength(view.found) : 0) + (formerly?.length ?? 0));
  const differences = view.differences.filter((line) => budget.take(line.length));
  return {
    blocks: [
      textBlock(view.verdict),
      ...(view.found ? quoteBlocks([view.found], say) : []),
      ...(differences.length === 0 ? [] : [listBlock(differences)]),
      ...(formerly === null ? [] : [textBlock(formerly)]),
      ...(view.found
        ? [
            {
              type: 'actions',
              elements: [button(say('context'), `${actions.context}_${view.found.key}`, `${id}:${view.found.key}`)],
            } satisfies ActionsBlock,
          ]
        : []),
    ],
    isWhole: differences.length === view.differences.length && (view.found?.text.length ?? 0) <= limits.quoteText,
  };
}

function layOutPanel(panel: Panel, room: number, say: Words, { offersPerson, link }: PanelOffers = {}): LaidOut {
  const budget = budgetOf(room - limits.nameText);
  const fitting = panel.lines.findIndex((line) => !budget.take(Math.max(line.length, 1)));
  const lines = (fitting === -1 ? panel.lines : panel.lines.slice(0, fitting)).filter((line) => line !== '');
  const rest = fitting === -1 ? 0 : panel.lines.length - fitting;
  return {
    blocks: [
      { type: 'rich_text', elements: [section([bold(cut(panel.title, limits.nameText))])] },
      ...(lines.length === 0 ? [] : [listBlock(lines)]),
      ...(rest === 0 ? [] : [textBlock(say('andMore', { count: rest }))]),
      ...(link ? [linkBlock(link, say('personWhere'))] : []),
      ...(offersPerson === undefined
        ? []
        : [
            {
              type: 'actions',
              elements: [button(say('askPerson'), actions.person, offersPerson)],
            } satisfies ActionsBlock,
          ]),
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

/** What comes nearest is no answer, and is not judged as one. */
function feedbackBlock(id: string, status: AnswerView['status'], say: Words): ContextActionsBlock {
  const [good, bad] =
    status === 'nearest' ? (['helpful', 'notHelpful'] as const) : (['goodAnswer', 'badAnswer'] as const);
  const rating = (verdict: 'good' | 'bad', phrase: typeof good | typeof bad) => ({
    text: { type: 'plain_text' as const, text: say(phrase) },
    value: `${verdict}:${id}`,
    accessibility_label: say(`${phrase}Read`),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: actions.feedback,
        positive_button: rating('good', good),
        negative_button: rating('bad', bad),
      },
    ],
  };
}

function replyText(reply: Reply): string {
  switch (reply.kind) {
    case 'answer':
      return [reply.handed ? panelText(reply.handed.panel) : '', reply.note ?? '', answerText(viewAnswer(reply.answer))]
        .filter(Boolean)
        .join('\n\n');
    case 'verification':
      return [reply.note ?? '', verificationText(viewVerification(reply.verification))].filter(Boolean).join('\n\n');
    case 'panel':
    case 'paper':
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
