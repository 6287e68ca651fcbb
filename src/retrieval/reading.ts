/** A session opened for answering. */
import type { Session, Finding, Sentence, Turn } from '../session.ts';
import {
  sentenceTermsOf,
  shortFormsIn,
  termsSaid,
  type IndexedSentence,
  type SentenceTerms,
} from '../words/sentence-terms.ts';
import { remembering } from '../words/remembering.ts';
import { termsOf } from '../words/terms.ts';
import { TermPlaces } from './term-places.ts';

/** A session opened for answering: its sentences in order, each with its terms. */
export interface Reading {
  session: Omit<Session, 'findings'>;
  findings: Finding[];
  sentences: ReadSentence[];
  /** Where each term of the session stands, the shorter acronyms of its names too. */
  places: TermPlaces;
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
  /** How many they are. */
  length: number;
  /** Terms of the speaker's name, role and affiliation, which "we" stands for. */
  about: Set<string>;
}

export function readSession({ findings, ...session }: Session, sentences: IndexedSentence[][]): Reading {
  const about = new Map(
    session.speakers.map(({ name, otherNames, role, affiliation }) => [
      name,
      termsAbout([name, ...otherNames, role, affiliation].filter(Boolean).join('. ')),
    ]),
  );
  const nobody = new Set<string>();
  const read: SentenceRead[] = [];
  const said: string[] = [];
  for (const [turn, ofTurn] of sentences.entries()) {
    const spoken = session.turns[turn]!;
    const known = about.get(spoken.speaker ?? '') ?? nobody;
    for (const { terms, start, end, seconds } of ofTurn) {
      const found = terms ?? sentenceTermsOf(spoken.text.slice(start, end));
      const { text, run } = termsSaid(found);
      said.push(text);
      read.push(new SentenceRead({ start, end, seconds, turn, about: known, length: run }, spoken, found));
    }
  }
  const fading = reaches.map((reach) => {
    const left = new Float64Array(Math.max(read.length - 1, 0));
    for (let at = 0; at < left.length; at += 1)
      left[at] = Math.exp(-(read[at]!.length + read[at + 1]!.length) / 2 / reach);
    return left;
  });
  return { session, findings, sentences: read, places: new TermPlaces(said), fading };
}

/** Its words and terms are cut out when they are asked for: most sentences are never looked at alone, and they are the most of one. */
class SentenceRead implements ReadSentence {
  readonly start: number;
  readonly end: number;
  readonly seconds: number | null;
  readonly turn: number;
  readonly about: Set<string>;
  readonly length: number;
  private readonly spoken: Pick<Turn, 'speaker' | 'text'>;
  private readonly found: SentenceTerms;
  private cut: string | null = null;
  private parted: string[] | null = null;
  private made: Set<string> | null = null;

  constructor(
    read: Pick<ReadSentence, 'start' | 'end' | 'seconds' | 'turn' | 'about' | 'length'>,
    spoken: Pick<Turn, 'speaker' | 'text'>,
    found: SentenceTerms,
  ) {
    this.start = read.start;
    this.end = read.end;
    this.seconds = read.seconds;
    this.turn = read.turn;
    this.about = read.about;
    this.length = read.length;
    this.spoken = spoken;
    this.found = found;
  }

  get speaker(): string | null {
    return this.spoken.speaker;
  }

  get text(): string {
    return (this.cut ??= this.spoken.text.slice(this.start, this.end));
  }

  get run(): string[] {
    return (this.parted ??= this.found.run);
  }

  get terms(): Set<string> {
    return (this.made ??= new Set([...this.run, ...this.found.others]));
  }
}

/** Of a speaker. The same people speak in session after session. */
const termsAbout = remembering((text) => new Set([...termsOf(text), ...shortFormsIn(text)]), 5_000);
