import { describe, expect, it } from 'vitest';
import { compare, traitsOfSessions, type Compared } from '../../src/retrieval/compare.ts';
import { rankable, weighTerms } from '../../src/retrieval/rank.ts';
import { splitIntoChunks } from '../../src/words/chunks.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { sessionWith } from '../fixtures/session.ts';

const counts = { documentFrequency: () => 20, chunkCount: 1000 };

// Ada Birch and Otto Lind are invented.
function compared(speaker: string, ...said: string[]): Compared {
  const session = sessionWith(said.map((text) => ({ speaker, text })));
  const sentences = session.turns.map(splitIntoSentences);
  return { rankable: rankable(session, sentences, splitIntoChunks(session, sentences)), best: 1, fullText: 1 };
}

const traits = (question: string, ...sessions: Compared[]) =>
  traitsOfSessions(question, weighTerms(question, counts), sessions);
const pairs = (question: string, ...sessions: Compared[]) => traits(question, ...sessions).map(([, , pair]) => pair);

describe('words side by side', () => {
  const beside = compared('Ada Birch', 'Every river gauge was read at noon.');
  const apart = compared('Ada Birch', 'A gauge stands in every river.');
  const without = compared('Ada Birch', 'The budget was approved.');
  it('tell one session from another', () => {
    const [has, lacks, none] = pairs('Which river gauges were read?', beside, apart, without);
    expect(has).toBeGreaterThan(0);
    expect([lacks, none]).toEqual([0, 0]);
  });
  it('tell less the more of the sessions have them', () =>
    expect(pairs('river gauges', beside, beside, without)[0]).toBeLessThan(
      pairs('river gauges', beside, without, without)[0]!,
    ));
  it('may have stop words between them', () =>
    expect(
      pairs(
        'What does the reading of a gauge cost?',
        compared('Ada Birch', 'We pay for reading the gauge.'),
        without,
      )[0],
    ).toBeGreaterThan(0));
  it('are not the last word of one turn and the first of the next', () =>
    expect(
      pairs('river gauges', compared('Ada Birch', 'We went down to the river', 'gauges were everywhere'), without),
    ).toEqual([0, 0]));
  it('are none in a question of one word', () => expect(pairs('gauges', beside, without)).toEqual([0, 0]));
  it('are found across two chunks of a turn', () => {
    const sentence = `${'talk '.repeat(98)}of the river.`;
    expect(
      pairs('river gauges', compared('Ada Birch', `${sentence} Gauges were read. ${sentence}`), without)[0],
    ).toBeGreaterThan(0);
  });
});

describe('names of speakers', () => {
  it('tell where they speak', () => {
    const [theirs, other] = traits(
      'What did Birch say?',
      compared('Ada Birch', 'Good morning.'),
      compared('Otto Lind', 'Good morning, Ms. Birch.'),
    );
    expect(theirs![3]).toBeGreaterThan(0);
    expect(other![3]).toBe(0);
  });
});

describe('compare', () => {
  it('prefers the better passage where all else is alike', () => {
    const session = compared('Ada Birch', 'The river rose.');
    const [worse, better] = compare('river', weighTerms('river', counts), [session, { ...session, best: 2 }]);
    expect(better).toBeGreaterThan(worse!);
  });
  it('prefers the better full-text score where all else is alike', () => {
    const session = compared('Ada Birch', 'The river rose.');
    const [worse, better] = compare('river', weighTerms('river', counts), [session, { ...session, fullText: 2 }]);
    expect(better).toBeGreaterThan(worse!);
  });
  it('has nothing to say of no sessions', () => expect(compare('river', weighTerms('river', counts), [])).toEqual([]));
  it('stands a question without words', () =>
    expect(compare('what is it?', [], [compared('Ada Birch', 'The river rose.')]).every(Number.isFinite)).toBe(true));
});
