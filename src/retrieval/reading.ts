/** A session opened for answering. */
import type { Session, Finding, Sentence } from '../session.ts';
import { type IndexedSentence, sentenceTermsOf, shortFormsIn } from '../words/sentence-terms.ts';
import { termsOf } from '../words/terms.ts';

/** A session opened for answering: its sentences in order, each with its terms. */
export interface Reading {
  session: Omit<Session, 'findings'>;
  findings: Finding[];
  sentences: ReadSentence[];
  /** Every term of the session, with the acronyms of its names. */
  vocabulary: Set<string>;
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
  const vocabulary = new Set<string>();
  const read = sentences.flatMap((places, turn) => {
    const { speaker, text } = session.turns[turn]!;
    return places.map(({ terms: known, ...place }): ReadSentence => {
      const words = text.slice(place.start, place.end);
      const { run, others } = known ?? sentenceTermsOf(words);
      const terms = new Set(run);
      for (const term of others) terms.add(term);
      for (const term of terms) vocabulary.add(term);
      return { ...place, turn, speaker, text: words, run, terms, about: about.get(speaker ?? '') ?? nobody };
    });
  });
  const fading = reaches.map((reach) =>
    Float64Array.from(read.slice(1), ({ run }, at) => Math.exp(-(run.length + read[at]!.run.length) / 2 / reach)),
  );
  return { session, findings, sentences: read, vocabulary, fading };
}

export function termsWithAcronyms(text: string): string[] {
  return [...termsOf(text), ...shortFormsIn(text)];
}
