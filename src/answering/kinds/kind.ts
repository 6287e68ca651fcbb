/** The contract of a kind of answer: one file a kind, chosen by what is asked for. */
import type { Quote, ReportItem } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { dayInWords } from '../../words/dates.ts';
import type { Ground } from '../ground.ts';

/** What of a question any kind of answer needs. */
export interface Asked {
  inquiry: Inquiry;
  /** Those that the question is after, newest first. */
  sessions: Named[];
  ground: Ground;
}

export interface Named {
  id: string;
  title: string;
  date: string | null;
}

/** An answer but for the numbers of its quotes. */
export interface Made {
  text: string;
  report: ReportItem[];
  quotes: Omit<Quote, 'n'>[];
}

/** Resolves to null where the sessions hold nothing of the kind, and the words must be searched for instead. */
export type Kind<Subject> = (subject: Subject, asked: Asked) => Promise<Made | null>;

/** Words of the program alone. */
export function told(text: string): Made {
  return { text, report: [], quotes: [] };
}

/** "Harbour hearing (14 May 2025)". */
export function titleAndDay({ title, date }: Named): string {
  return date === null ? title : `${title} (${dayInWords(date)})`;
}

/** "1 session", "2 sessions". */
export function count(number: number, of: string): string {
  return `${number} ${of}${number === 1 ? '' : 's'}`;
}
