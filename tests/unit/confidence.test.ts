import { describe, expect, it } from 'vitest';
import { chanceOf, learned, spotOf, type Spot, type Traits } from '../../src/answering/confidence.ts';
import { matchTerms, wantedOf } from '../../src/answering/matter/evidence.ts';
import { readingOf } from '../fixtures/talks.ts';

const reading = readingOf([
  'Ana: Now the lighthouse.',
  'Ben: It needs new paint, I think.',
  'Ana: White paint?',
  ...Array.from(
    { length: 60 },
    (_, at) =>
      `Ana: Item ${at} of the agenda covers harbour fees, mooring contracts, tide tables, winter storage, customs forms, rope and nets.`,
  ),
  'Ben: Somebody in Lisbon wrote about a ferry.',
]);
const counts = { documentFrequency: () => 1, chunkCount: 100 };

function spot(words: string, { of }: { of?: string } = {}): Spot | null {
  const wanted = wantedOf(words, counts);
  return spotOf(reading, wanted, matchTerms(reading, wanted), ({ speaker }) => of === undefined || speaker === of, {
    ofSpeaker: of !== undefined,
  });
}

describe('the spot of a question', () => {
  it('counts what stands in other turns nearby', () => {
    expect(spot('lighthouse paint')!.traits.covered).toBeGreaterThan(0.9);
    expect(spot('lighthouse paint', { of: 'Ben' })!.traits.covered).toBeGreaterThan(0.8);
  });
  it('counts little what stands far apart', () => expect(spot('lighthouse ferry')!.traits.covered).toBeLessThan(0.6));
  it('counts terms side by side, also with one between', () => {
    expect(spot('white paint')!.traits.pairs).toBe(1);
    expect(spot('new lighthouse')!.traits.pairs).toBe(0);
  });
  it('lacks a name that is said elsewhere', () => {
    expect(spot('a ferry in Lisbon')!.named).toBe(true);
    expect(spot('white paint for the lighthouse in Lisbon')!.named).toBe(false);
  });
  it('is said by those asked of where the telling words are theirs', () => {
    expect(spot('new paint', { of: 'Ben' })!.said).toBe(true);
    expect(spot('lighthouse', { of: 'Ben' })!.said).toBe(false);
    expect(spot('lighthouse')!.said).toBe(true);
  });
  it('is nowhere where nothing of the question is said', () => expect(spot('volcano')).toBeNull());
});

describe('the chance that it answers', () => {
  const traits: Traits = { covered: 0.5, pairs: 0.2, asked: 0.5, ofSpeaker: 0, others: 0.4 };
  it.each<[string, Partial<Traits>]>([
    ['more of the question', { covered: 0.9 }],
    ['more of its pairs', { pairs: 1 }],
    ['more that was asked', { asked: 1.5 }],
    ['less of it elsewhere', { others: 0 }],
  ])('is higher with %s there', (_, more) => {
    expect(chanceOf({ ...traits, ...more })).toBeGreaterThan(chanceOf(traits));
  });
  it('is on both sides of the threshold', () => {
    expect(chanceOf({ ...traits, covered: 1, pairs: 1 })).toBeGreaterThan(learned.leastChance);
    expect(chanceOf({ ...traits, covered: 0.2, pairs: 0 })).toBeLessThan(learned.leastChance);
  });
});
