/** An answer as it is from now on, where the words it was made of have changed since it was given. Pure. */
import type { Answer, GivenWords, Passage, Quote, Standing } from '../../answer.ts';
import { shownSpeaker } from '../../people/unnamed.ts';
import type { News } from './given-store.ts';
import * as wording from './wording.ts';

export interface Revised {
  /** With its places as they are now, for the buttons. */
  answer: Answer;
  /** What changed in words, a line each; none where nothing did. */
  lines: string[];
}

/** All that an answer shows as somebody's words. */
export function wordsOf({ quotes, related }: Answer): Passage[] {
  return [...quotes, ...related];
}

/** `standings` are of `wordsOf(answer)`, and none is closed. `told` are the official words that were told of before. */
export function revisedAnswer(answer: Answer, standings: Standing[], day: string): Revised {
  const lines: string[] = [];
  let isProseKept = true;
  const now = <Q extends Passage>(quotes: Q[], from: number): Q[] =>
    quotes.flatMap((quote, at) => {
      const standing = standings[from + at]!;
      const line = changeInWords(quote, standing);
      if (line !== null) {
        lines.push(line);
        isProseKept &&= standing.outcome === 'official';
      }
      return 'now' in standing ? [withPlace(quote, standing)] : [];
    });
  const quotes = now(answer.quotes, 0);
  const related = now(answer.related, answer.quotes.length);
  if (lines.length === 0) return { answer: { ...answer, quotes, related }, lines };
  const {
    statements: _statements,
    extent: _extent,
    more: _more,
    confidence: _confidence,
    table: _table,
    ...rest
  } = answer;
  const told = [wording.changedOn(day), ...lines].join('\n');
  const text = isProseKept ? [answer.text, told].filter(Boolean).join('\n\n') : told;
  return { answer: { ...(isProseKept ? answer : rest), text, quotes, related }, lines };
}

type GivenQuote = GivenWords & Pick<Quote, 'n' | 'official'>;

/** Before and after in a line; null where there is nothing to tell. */
export function changeInWords(quote: GivenQuote, standing: Standing): string | null {
  const mark = quote.n > 0 ? `[${quote.n}] ` : '';
  const before = `“${quote.text}” (${shownSpeaker(quote)})`;
  switch (standing.outcome) {
    case 'changed':
      return `${mark}Before: ${before}. Now: “${standing.now.text}” (${shownSpeaker(standing.now)}).`;
    case 'speaker':
      return `${mark}Before: ${before}. Now: the same words, said by ${shownSpeaker(standing.now)}.`;
    case 'gone':
      return `${mark}Before: ${before}. Now: the record has nothing in their place.`;
    case 'official': {
      if (quote.official === standing.official.session.version) return null;
      const { text } = standing.official;
      return `${mark}Before: ${before}. Now: the official record has “${text}” (${shownSpeaker(standing.official)}).`;
    }
    default:
      return null;
  }
}

function withPlace<Q extends Passage>(quote: Q, standing: Extract<Standing, { now: unknown }>): Q {
  const { now } = standing;
  const official = standing.outcome === 'official' ? standing.official.session.version : undefined;
  const isSame = standing.outcome === 'same' || standing.outcome === 'official';
  const { repliesTo, label: _label, masked: _masked, ...rest } = quote;
  return {
    ...rest,
    ...now,
    ...(isSame && repliesTo && { repliesTo }),
    ...(official !== undefined && { official }),
  } as Q;
}

/** The words as they are from now on; those that are gone stay as they were given. */
export function nowOf(words: GivenWords, standing: Standing): GivenWords {
  if (!('now' in standing)) return words;
  const { text, speaker, label, session, turn, start, end, anchor } = standing.now;
  const official = standing.outcome === 'official' ? { official: standing.official.session.version } : {};
  return { text, speaker, session, turn, start, end, ...(label && { label }), ...(anchor && { anchor }), ...official };
}

/** What is told where the words may no longer be shown. */
export function takenBack(id: string, day: string): News {
  const text = wording.takenBackOn(day);
  return { reply: { kind: 'notice', id, why: 'failed', text }, lines: [text], isTakenBack: true };
}
