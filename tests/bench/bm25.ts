/** The yardstick: BM25 as issue 3 describes it, over windows of whole turns. */
import { stemmer } from 'stemmer';
import type { Meeting, Stretch } from './search-measures.ts';

export interface Plain {
  windowWords: number;
  /** Each window begins half a window after the one before; otherwise where that one ends. */
  overlap: boolean;
  /** Porter stems, stop words left out. */
  stems: boolean;
  /** The names of those who speak in a window are part of it. */
  speakers: boolean;
}

/** That of issue 3's first table, and of the second with windows of 375 words. */
export const plain120: Plain = { windowWords: 120, overlap: true, stems: true, speakers: true };
export const plain375: Plain = { windowWords: 375, overlap: false, stems: false, speakers: false };

/** Ranks the windows of the meetings, all weighed together; best first. */
export function bm25(meetings: Meeting[], how: Plain): (query: string) => (Stretch & { score: number })[] {
  const windows = meetings.flatMap((meeting) =>
    windowsOf(meeting, how).map((turns) => {
      const counts = new Map<string, number>();
      let length = 0;
      for (let turn = turns[0]; turn <= turns[1]; turn += 1) {
        const { speaker, text } = meeting.turns[turn]!;
        for (const term of tokensOf(how.speakers ? `${speaker} ${text}` : text, how.stems)) {
          counts.set(term, (counts.get(term) ?? 0) + 1);
          length += 1;
        }
      }
      return { meeting, turns, counts, length };
    }),
  );
  const averageLength = windows.reduce((sum, { length }) => sum + length, 0) / windows.length;
  const having = new Map<string, number>();
  for (const { counts } of windows) for (const term of counts.keys()) having.set(term, (having.get(term) ?? 0) + 1);
  return (query) => {
    const terms = tokensOf(query, how.stems);
    return windows
      .map(({ meeting, turns, counts, length }) => {
        let score = 0;
        for (const term of terms) {
          const count = counts.get(term) ?? 0;
          if (count === 0) continue;
          const rarity = Math.log(1 + (windows.length - having.get(term)! + 0.5) / (having.get(term)! + 0.5));
          score += (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / averageLength));
        }
        return { meeting, turns, score };
      })
      .toSorted((one, other) => other.score - one.score);
  };
}

const k1 = 0.9;
const b = 0.4;

/** Turns are added until a window has its words. */
function windowsOf({ turns, words }: Meeting, { windowWords, overlap }: Plain): [number, number][] {
  const windows: [number, number][] = [];
  for (let first = 0; first < turns.length;) {
    let end = first;
    for (let count = 0; end < turns.length && count < windowWords; end += 1) count += words[end]!;
    windows.push([first, end - 1]);
    if (end >= turns.length) break;
    first = overlap ? middleOf(words, first, end) : end;
  }
  return windows;
}

/** The turn after the one in which half of the words from `first` to `end` have been said. */
function middleOf(words: number[], first: number, end: number): number {
  const half = words.slice(first, end).reduce((sum, count) => sum + count, 0) / 2;
  let turn = first;
  for (let count = 0; turn < end && count < half; turn += 1) count += words[turn]!;
  return Math.max(turn, first + 1);
}

function tokensOf(text: string, stems: boolean): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return stems ? words.filter((word) => !stopWords.has(word)).map(stemmer) : words;
}

/** The English list of NLTK. */
const stopWords = new Set(
  (
    'i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself they ' +
    'them their theirs themselves what which who whom this that these those am is are was were be been being have has had having do ' +
    'does did doing a an the and but if or because as until while of at by for with about against between into through during before ' +
    'after above below to from up down in out on off over under again further then once here there when where why how all any both each ' +
    'few more most other some such no nor not only own same so than too very s t can will just don should now'
  ).split(' '),
);
