/** An answer laid out for reading, before any platform's markup. All text is raw: escaping is each platform's own. */
import type { Answer, Quote, SessionRef, Verification } from '../answer.ts';
import type { ContextTurn } from '../rapporteur.ts';
import { formatTime } from '../words/timestamp.ts';
import type { Panel } from './reply.ts';
import { dayInWords } from '../words/dates.ts';

export interface AnswerView {
  /** Prose with `[1]` marks; empty lines part paragraphs. */
  prose: string;
  quotes: QuoteView[];
  /** What the AI-written report says, labelled as such; never speech. */
  report: ReportView[];
  /** When nothing was found: who else spoke of it. */
  related: QuoteView[];
  /** One line about what went wrong on the way, or null. */
  notice: string | null;
}

export interface QuoteView {
  /** Names the quote within its answer, for buttons: `q1`, `r2` for a related one, `v` for a verification's. */
  key: string;
  /** `[1]`; empty for quotes that no prose refers to. */
  mark: string;
  /** The words as spoken, without quotation marks. */
  text: string;
  /** `Ana Ruiz, Chair` or `Unknown speaker`. */
  speaker: string;
  /** `Open data for rivers · 4 March 2025 · 12:34`, or `· turn 13` where there is no time. */
  where: string;
  /** Opens the source at the words, or null. */
  url: string | null;
  session: SessionRef;
  /** Counted from 0. */
  turn: number;
}

export interface ReportView {
  /** `AI-written report · takeaway · Open data for rivers · 4 March 2025`. */
  label: string;
  text: string;
  session: SessionRef;
}

export function viewAnswer(answer: Answer): AnswerView {
  return {
    prose: answer.text,
    quotes: answer.quotes.map((quote) => viewQuote(quote, `q${quote.n}`, `[${quote.n}]`)),
    report: answer.report.map((item) => ({
      label: ['AI-written report', item.kind, titleAndDay(item.session)].join(' · '),
      text:
        item.speakers.length > 0 && item.kind !== 'speaking'
          ? `${item.text}\n(${item.speakers.join(', ')})`
          : item.text,
      session: item.session,
    })),
    related: answer.related.map((quote, index) => viewQuote(quote, `r${index + 1}`, '')),
    notice: answer.notice ?? null,
  };
}

/** The quote a `QuoteView.key` of this answer names, or null. */
export function quoteOf(answer: Answer, key: string): Quote | null {
  const number = Number(key.slice(1));
  return (key.startsWith('r') ? answer.related[number - 1] : answer.quotes.find((quote) => quote.n === number)) ?? null;
}

/** A whole answer as plain text: fallback text, the file of a long answer, the terminal. */
export function answerText(view: AnswerView): string {
  return joinParts([
    view.notice ?? '',
    view.prose,
    ...view.quotes.map((quote) => quoteText(quote)),
    ...view.report.map((item) => `${item.label}\n${item.text}`),
    view.related.length === 0 ? '' : 'Spoken of elsewhere:',
    ...view.related.map((quote) => quoteText(quote)),
  ]);
}

export interface VerificationView {
  /** What was found, in a sentence. */
  verdict: string;
  found: QuoteView | null;
  /** What was said and what the quotation has instead, one sentence each. */
  differences: string[];
}

export function viewVerification(verification: Verification): VerificationView {
  const { found } = verification;
  const verdicts = {
    verbatim: 'These words were said, exactly so:',
    altered: 'Something like it was said, but not in these words:',
    not_found: 'These words were not found in the sessions open to this channel.',
  };
  return {
    verdict: verdicts[verification.verdict],
    found: found && viewQuote({ ...found, n: 0, role: null }, 'v', ''),
    differences: verification.differences.map(({ said, quoted }) => {
      if (said === '') {
        return `“${quoted}” was not said`;
      }
      return quoted === '' ? `“${said}” was left out` : `“${said}” was said, “${quoted}” is quoted`;
    }),
  };
}

export function verificationText(view: VerificationView): string {
  return joinParts([
    view.verdict,
    view.found ? quoteText(view.found) : '',
    view.differences.map((line) => `- ${line}`).join('\n'),
  ]);
}

/** Turns around a quote; `isQuoted` marks the one it is from, and `quoted` says where in its text the words stand. */
export interface ContextView {
  /** `Open data for rivers · 4 March 2025`. */
  heading: string;
  turns: {
    speaker: string;
    text: string;
    where: string;
    turn: number;
    isQuoted: boolean;
    quoted: { start: number; end: number } | null;
  }[];
  hasEarlier: boolean;
  hasLater: boolean;
}

/** `last` is the last turn that was asked for: fewer turns mean that the session ends there. */
export function viewContext(
  quote: Pick<Quote, 'session' | 'turn' | 'start' | 'end'>,
  turns: ContextTurn[],
  last: number,
): ContextView {
  return {
    heading: titleAndDay(quote.session),
    turns: turns.map((turn) => ({
      speaker: speakerAndRole(turn.speaker, turn.role),
      text: turn.text,
      where: timeOrTurn(turn.time, turn.turn),
      turn: turn.turn,
      isQuoted: turn.turn === quote.turn,
      quoted: turn.turn === quote.turn ? { start: quote.start, end: quote.end } : null,
    })),
    hasEarlier: (turns[0]?.turn ?? 0) > 0,
    hasLater: turns.at(-1)?.turn === last,
  };
}

export function panelText(panel: Panel): string {
  return joinParts([panel.title, panel.lines.map((line) => `- ${line}`).join('\n')]);
}

/** Page `wanted` (counted from 0) of `items`, and how many pages there are; a page past the end is the last. */
export function page<T>(items: T[], wanted: number, perPage: number): { items: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const shown = Math.min(Math.max(wanted, 0), pages - 1);
  return { items: items.slice(shown * perPage, (shown + 1) * perPage), page: shown, pages };
}

function viewQuote(quote: Quote, key: string, mark: string): QuoteView {
  return {
    key,
    mark,
    text: quote.text,
    speaker: speakerAndRole(quote.speaker, quote.role),
    where: [titleAndDay(quote.session), timeOrTurn(quote.time, quote.turn)].join(' · '),
    url: quote.url,
    session: quote.session,
    turn: quote.turn,
  };
}

function quoteText(quote: QuoteView): string {
  const lines = [`${quote.mark} “${quote.text}”`.trimStart(), `${quote.speaker} · ${quote.where}`, quote.url ?? ''];
  return lines.filter((line) => line !== '').join('\n');
}

function speakerAndRole(speaker: string | null, role: string | null): string {
  return speaker === null ? 'Unknown speaker' : [speaker, role].filter((part) => part !== null).join(', ');
}

function titleAndDay(session: SessionRef): string {
  return session.date === null ? session.title : `${session.title} · ${dayInWords(session.date)}`;
}

/** People count turns from 1. */
function timeOrTurn(seconds: number | null, turn: number): string {
  return seconds === null ? `turn ${turn + 1}` : formatTime(seconds);
}

function joinParts(parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
