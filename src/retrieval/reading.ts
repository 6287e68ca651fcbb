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
  terms: Set<string>;
  /** Terms in order, for what stands beside what. */
  run: string[];
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
      read.push(new SentenceRead({ start, end, seconds, turn, speaker, text: words, run, about: known }, others));
    }
  }
  const fading = reaches.map((reach) =>
    Float64Array.from(read.slice(1), ({ run }, at) => Math.exp(-(run.length + read[at]!.run.length) / 2 / reach)),
  );
  return { session, findings, sentences: read, places, fading };
}

/** Its set of terms is made when it is asked for: most sentences are never looked at alone, and a set is the most of one. */
class SentenceRead implements ReadSentence {
  readonly start: number;
  readonly end: number;
  readonly seconds: number | null;
  readonly turn: number;
  readonly speaker: string | null;
  readonly text: string;
  readonly run: string[];
  readonly about: Set<string>;
  private readonly others: string[];
  private made: Set<string> | null = null;

  constructor(read: Omit<ReadSentence, 'terms'>, others: string[]) {
    this.start = read.start;
    this.end = read.end;
    this.seconds = read.seconds;
    this.turn = read.turn;
    this.speaker = read.speaker;
    this.text = read.text;
    this.run = read.run;
    this.about = read.about;
    this.others = others;
  }

  get terms(): Set<string> {
    return (this.made ??= new Set([...this.run, ...this.others]));
  }
}

export function termsWithAcronyms(text: string): string[] {
  return [...termsOf(text), ...shortFormsIn(text)];
}
