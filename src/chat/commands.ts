/** What a typed command means, the same on every platform. */

import { endings } from '../research/writers/writers.ts';
import { tagOf } from './collected/tag.ts';
import { readPaper, type TypedPaper } from './papers/asked.ts';
import { asksForPerson } from './phrases/asks-for-person.ts';

export type Command =
  | { name: 'ask'; question: string; session?: string; speaker?: string }
  /** Who said these words? Looked up word by word, and no answer about the session where they are not found. */
  | { name: 'who'; words: string }
  | { name: 'verify'; quotation: string }
  | { name: 'sessions' }
  | { name: 'speakers'; session?: string }
  | { name: 'help' }
  | { name: 'settings' }
  /** Whether who asked is told where an answer has changed and its message cannot be edited. */
  | { name: 'changes'; told: boolean }
  /** As it is typed after the word: `src/chat/watches/watch.ts` reads it. */
  | { name: 'watch'; typed: string }
  | { name: 'watches' }
  /** `number` null: all of the place. */
  | { name: 'unwatch'; number: number | null }
  /** The last question of who asks is to be answered by a person. */
  | { name: 'person' }
  /** Nobody types it: the question `of`, handed to the people of another channel by somebody called `by`. */
  | {
      name: 'handed';
      of: string;
      question: string;
      by: string;
      note: string;
      before: string[];
      link: string | null;
    }
  /** Nobody types it: a message of the bot's own accord. */
  | { name: 'digest'; watches: number[] }
  /** What is kept of quotes, of one tag where it is not empty; as a file where `as` says which. */
  | { name: 'collection'; tag: string; as: string | null }
  | { name: 'uncollect'; number: number }
  /** Answered with a file. */
  | { name: 'paper'; asked: TypedPaper }
  /** Work of several steps for a model. */
  | { name: 'commission'; work: string }
  /** Ends what who says it has commissioned here. */
  | { name: 'stop' }
  /** What is kept of who asks. */
  | { name: 'data' }
  /** Takes it away. */
  | { name: 'forget' };

/** Commands that anybody may give anywhere. */
export const openToAll: ReadonlySet<Command['name']> = new Set(['help', 'data', 'forget', 'handed']);

/**
 * Reads text typed after a mention, a slash command or in a direct message; the adapter has taken
 * its own mention out. Text that names no command is a question; empty text asks for help.
 */
export function parseCommand(text: string): Command {
  const typed = text.trim();
  if (/^\/?forget(?:\s+me)?\s*[.!]*$/i.test(typed)) {
    return { name: 'forget' };
  }
  if (/^\/?(?:my\s+)?data\s*[.!?]*$/i.test(typed)) {
    return { name: 'data' };
  }
  const told = /^\/?changes\s+(on|off)\s*[.!]*$/i.exec(typed)?.[1];
  if (told !== undefined) {
    return { name: 'changes', told: told.toLowerCase() === 'on' };
  }
  const watched = /^\/?watch(?:\s+(?:for\s+)?(\S.*))?$/is.exec(typed);
  if (watched) {
    return { name: 'watch', typed: watched[1]?.trim() ?? '' };
  }
  if (asksForPerson(typed)) {
    return { name: 'person' };
  }
  const work = /^\/?commission\b\s*:?\s*(\S.*)$/is.exec(typed)?.[1];
  if (work !== undefined && !/[?？]$/u.test(work)) {
    return { name: 'commission', work };
  }
  if (/^\/?stop\s*[.!]*$/i.test(typed)) {
    return { name: 'stop' };
  }
  const paper = readPaper(typed);
  if (paper !== null) {
    return { name: 'paper', asked: paper };
  }
  const collection = /^\/?collection(?:\s+#?([\p{L}\p{N}][\p{L}\p{N} _-]*?))?(?:\s+as\s+\.?([a-z]+))?\s*[.!]*$/iu.exec(
    typed,
  );
  if (collection && (collection[2] === undefined || endings.includes(collection[2].toLowerCase()))) {
    return { name: 'collection', tag: tagOf(collection[1] ?? ''), as: collection[2]?.toLowerCase() ?? null };
  }
  const uncollected = /^\/?uncollect\s+(\d{1,9})\s*[.!]*$/iu.exec(typed)?.[1];
  if (uncollected !== undefined) {
    return { name: 'uncollect', number: Number(uncollected) };
  }
  const unwatched = /^\/?unwatch\s+(?:(\d{1,9})|all)\s*[.!]*$/i.exec(typed);
  if (unwatched) {
    return { name: 'unwatch', number: unwatched[1] === undefined ? null : Number(unwatched[1]) };
  }
  const alone = /^\/?(help|sessions|speakers|settings|watches|ask|verify)\s*[.!?:]*$/i.exec(typed)?.[1]?.toLowerCase();
  if (alone === 'sessions' || alone === 'speakers' || alone === 'settings' || alone === 'watches') {
    return { name: alone };
  }
  if (typed === '' || alone !== undefined) {
    return { name: 'help' };
  }
  const quotation = /^verify\b\s*:?\s*(.+)$/is.exec(typed)?.[1];
  if (quotation !== undefined) {
    return { name: 'verify', quotation: withoutQuotationMarks(quotation) };
  }
  // "Speakers who disagreed?" is a question; only a session can follow the word with "in" or "of".
  const session = /^speakers\s+(?:in|of|at)\s+([^?\s][^?]*)$/i.exec(typed)?.[1];
  if (session !== undefined) {
    return { name: 'speakers', session: withoutQuotationMarks(session) };
  }
  return { name: 'ask', question: /^ask\b\s*:?\s*(.+)$/is.exec(typed)?.[1]?.trim() ?? typed };
}

/** The question in a command, as later questions of the conversation know it; null where it asks nothing of the sessions' words. */
export function questionIn(command: Command): string | null {
  switch (command.name) {
    case 'ask':
      return command.question;
    case 'commission':
      return command.work;
    case 'who':
      return `Who said: ${command.words}`;
    default:
      return null;
  }
}

const quotationMarks = [
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['»', '«'],
  ['‘', '’'],
  ["'", "'"],
] as const;

function withoutQuotationMarks(text: string): string {
  const bare = text.trim();
  const around = quotationMarks.some(
    ([open, close]) => bare.length > 2 && bare.startsWith(open) && bare.endsWith(close),
  );
  return around ? bare.slice(1, -1).trim() : bare;
}
