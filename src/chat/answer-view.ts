/** An answer laid out for reading, before any platform's markup. All text is raw: escaping is each platform's own. */
import type { Answer, Quote, SessionRef, Verification } from '../answering/answer.ts';
import type { ContextTurn } from '../rapporteur.ts';
import type { Panel } from './reply.ts';

export interface AnswerView {
  /** Prose with `[1]` marks; empty lines part paragraphs. */
  prose: string;
  quotes: QuoteView[];
  /** What the AI-written report says, already labelled as such; never speech. */
  report: ReportView[];
  /** When nothing was found: who else spoke of it. */
  related: QuoteView[];
  /** One line about what went wrong on the way, or null. */
  notice: string | null;
}

export interface QuoteView {
  /** Names the quote within its answer, for buttons: `q1`, `r2` for a related one, `v` for a verification's. */
  key: string;
  /** `[1]`; empty for related quotes, which no prose refers to. */
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
  turn: number;
}

export interface ReportView {
  /** `AI-written report · takeaway · Open data for rivers`. */
  label: string;
  text: string;
  session: SessionRef;
}

export function viewAnswer(_answer: Answer): AnswerView {
  throw new Error('not written yet');
}

/** A whole answer as plain text: fallback text, the file of a long answer, the terminal. */
export function answerText(_view: AnswerView): string {
  throw new Error('not written yet');
}

/** The verdict in a sentence, the words found and what was altered. */
export interface VerificationView {
  verdict: string;
  found: QuoteView | null;
  /** `said “…”, quoted as “…”`, one line each. */
  differences: string[];
}
export function viewVerification(_verification: Verification): VerificationView {
  throw new Error('not written yet');
}
export function verificationText(_view: VerificationView): string {
  throw new Error('not written yet');
}

/** Turns around a quote; `isQuoted` marks the one it is from. */
export interface ContextView {
  /** Session and date. */
  heading: string;
  turns: { speaker: string; text: string; where: string; turn: number; isQuoted: boolean }[];
  hasEarlier: boolean;
  hasLater: boolean;
}
export function viewContext(_quote: Pick<Quote, 'session' | 'turn'>, _turns: ContextTurn[], _last: number): ContextView {
  throw new Error('not written yet');
}

export function panelText(_panel: Panel): string {
  throw new Error('not written yet');
}

/** Page `page` (counted from 0) of `items`, and how many pages there are; a page past the end is the last. */
export function page<T>(items: T[], page: number, perPage: number): { items: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const shown = Math.min(Math.max(page, 0), pages - 1);
  return { items: items.slice(shown * perPage, (shown + 1) * perPage), page: shown, pages };
}
