import { describe, expect, it } from 'vitest';
import { splitIntoChunks } from '../../src/words/chunks.ts';
import { rankable, rankPassages, weighTerms } from '../../src/retrieval/rank.ts';
import type { TermCounts } from '../../src/library/library.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { sessionWith } from '../fixtures/session.ts';

// Ada Birch, Otto Lind and what they say are invented.
const counts: TermCounts = {
  documentFrequency: (term) => ({ lake: 3, tell: 40, think: 60, discuss: 50, group: 40 })[term] ?? 1,
  chunkCount: 100,
};

function sessionOf(turns: [speaker: string | null, text: string][]) {
  const session = sessionWith(turns.map(([speaker, text]) => ({ speaker, text })));
  const sentences = session.turns.map(splitIntoSentences);
  return rankable(session, sentences, splitIntoChunks(session, sentences, 8));
}

const talk = (topic: string) => `We went on about ${topic} for as long as anyone would listen to us.`;

function check(turns: [string | null, string][], question: string, best: number) {
  const scores = rankPassages(weighTerms(question, counts), sessionOf(turns));
  expect(scores.every(Number.isFinite)).toBe(true);
  expect(scores.indexOf(Math.max(...scores))).toBe(best);
}

describe('rankPassages', () => {
  it('finds the passage that has the word', () =>
    check(
      [
        ['Ada Birch', talk('budgets')],
        ['Ada Birch', talk('herons')],
        ['Ada Birch', talk('roads')],
      ],
      'What about herons?',
      1,
    ));
  it('takes the middle of a discussion for part of it', () => {
    const turns: [string, string][] = [
      talk('budgets'),
      talk('roads'),
      talk('herons'),
      talk('their nests'),
      talk('herons'),
      talk('bread'),
      talk('taxes'),
      talk('wages'),
    ].map((text) => ['Ada Birch', text]);
    const scores = rankPassages(weighTerms('herons', counts), sessionOf(turns));
    expect(scores[3]).toBeGreaterThan(Math.max(...[0, 1, 5, 6, 7].map((at) => scores[at]!)));
  });
  it('does not let the frame of a question outweigh what it is about', () =>
    check(
      [
        ['Ada Birch', 'The group will discuss and think, the group will discuss it all again.'],
        ['Ada Birch', 'Roads were mended and taxes raised. '.repeat(100)],
        ['Ada Birch', talk('herons')],
      ],
      'What did the group think when they discussed herons?',
      101,
    ));
  it('prefers the words of the speaker named', () =>
    check(
      [
        ['Ada Birch', talk('herons')],
        ['Otto Lind', talk('herons')],
      ],
      'What did Otto Lind say about herons?',
      1,
    ));
  it('is silent, not wrong, about a session without the words', () => check([[null, talk('roads')]], 'herons', 0));
  it('stands a session without words', () =>
    expect(rankPassages(weighTerms('herons', counts), sessionOf([]))).toHaveLength(0));
  it('lets the caller say who is meant', () => {
    const session = sessionOf([
      ['Ada Birch', talk('herons')],
      ['Otto Lind', talk('herons')],
    ]);
    const scores = rankPassages(weighTerms('What did the chair say about herons?', counts), session, {
      named: new Set(['Otto Lind']),
    });
    expect(scores[1]).toBeGreaterThan(scores[0]!);
  });
});

describe('weighTerms', () => {
  const weightsOf = (question: string) =>
    Object.fromEntries(weighTerms(question, counts).map(({ term, weight }) => [term, weight]));
  it('gives rare terms more weight', () => {
    const { heron, lake } = weightsOf('heron lake');
    expect(heron).toBeGreaterThan(lake!);
  });
  it('gives words that frame questions less than others as rare', () => {
    const { discuss, tell } = Object.assign({ discuss: 0, tell: 0 }, weightsOf('discuss, tell'));
    expect(discuss).toBeLessThan(tell);
  });
  it('weighs a term met twice once', () => expect(weighTerms('heron or herons', counts)).toHaveLength(1));
  it('has nothing to say of stop words', () => expect(weighTerms('what is it about?', counts)).toEqual([]));
});

it('weighs a word that every object of the program has as any other word', () => {
  const [constructor, builder] = weighTerms('constructor builder', { documentFrequency: () => 1, chunkCount: 100 });
  expect(constructor!.weight).toBeGreaterThan(0);
  expect(constructor!.weight / builder!.weight).toBeCloseTo(1, 0);
});
