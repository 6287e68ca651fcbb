/** A session opened for answering. */
import type { Session, Finding, Sentence } from '../session.ts';
import { type IndexedSentence, sentenceTermsOf, shortFormsIn } from '../words/sentence-terms.ts';
import { termsOf } from '../words/terms.ts';

/** A session opened for answering: its sentences in order, each with its terms. */
export interface Reading {
  session: Omit<Session, 'findings'>;
  findings: Finding[];
  sentences: ReadSentence[];
  /** Every term of the session, with the acronyms of its names, and the sentences it stands in, by their places, rising. */
  places: Map<string, number[]>;
  /** Per reach of a word, what is left of it from each sentence to the next. */
  fading: Float64Array[];
}

/** How far a word reaches, in terms, before it counts a third. */
export const reaches = [20, 60, 200];

export interface ReadSentence extends Sentence {
  turn: number;
  speaker: string | null;
  text: string;
  /** Terms in order. */
  run: string[];
  /** What else a question can call what is in it. */
  others: string[];
  /** Terms of the speaker's name, role and affiliation, which "we" stands for. */
  about: Set<string>;
}

export function readSession({ findings, ...session }: Session, sentences: IndexedSentence[][]): Reading {
  const about = new Map(
    session.speakers.map(({ name, otherNames, role, affiliation }) => [
      name,
      new Set(termsWithAcronyms([name, ...otherNames, role, affiliation].filter(Boolean).join('. '))),
    ]),
  );
  const nobody = new Set<string>();
  const places = new Map<string, number[]>();
  const put = (term: string, index: number) => {
    const there = places.get(term);
    if (!there) places.set(term, [index]);
    else if (there.at(-1) !== index) there.push(index);
  };
  const read: ReadSentence[] = [];
  for (const [turn, ofTurn] of sentences.entries()) {
    const { speaker, text } = session.turns[turn]!;
    for (const { terms, start, end, seconds } of ofTurn) {
      const words = text.slice(start, end);
      const { run, others } = terms ?? sentenceTermsOf(words);
      for (const term of run) put(term, read.length);
      for (const term of others) put(term, read.length);
      const known = about.get(speaker ?? '') ?? nobody;
      read.push({ start, end, seconds, turn, speaker, text: words, run, others, about: known });
    }
  }
  const fading = reaches.map((reach) =>
    Float64Array.from(read.slice(1), ({ run }, at) => Math.exp(-(run.length + read[at]!.run.length) / 2 / reach)),
  );
  return { session, findings, sentences: read, places, fading };
}

export function termsWithAcronyms(text: string): string[] {
  return [...termsOf(text), ...shortFormsIn(text)];
}
