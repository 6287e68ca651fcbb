/** Turns and sentences as a library keeps them: whatever was said comes back to the letter. */
import { describe, expect, it } from 'vitest';
import { seeded } from '../fakes/stored-vectors.ts';
import {
  blocksOfSentences,
  blocksOfTurns,
  sentencesIn,
  termsOfLine,
  turnsIn,
  type TurnRow,
} from '../../src/library/blocks.ts';
import { sentenceTermsOf } from '../../src/words/sentence-terms.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';

const said = [
  'The United Nations General Assembly (UNGA) met in Blue Quay. Nobody spoke of SDG 4 or of multi-stakeholder work.',
  '港口在冬天关闭。我们等到春天。',
  'Ёлки стоят у старого причала! Кто их поставил?',
  '',
  'A tab\there, a line\nthere, “quotes”, a zero \0 and half a pair \ud83d of an emoji 🌊.',
  'Well. Yes. WHO said so?',
];
const texts = (count: number, seed: number) => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => said[Math.floor(random() * said.length)]!);
};

describe('turns', () => {
  it.each([1, 7, 3_000])('%i come back as they were', (count) => {
    const turns = texts(count, count).map((text, at): TurnRow => {
      return { speaker: at % 3 ? 'Ana Kov' : null, text, times: '[]', more: at % 5 ? null : '{"label":"Voice 1"}' };
    });
    const blocks = blocksOfTurns(turns);
    expect(blocks.flatMap(({ bytes }) => turnsIn(bytes))).toEqual(turns);
    expect(blocks.map(({ first }) => turns[first]!.text)).toEqual(blocks.map(({ bytes }) => turnsIn(bytes)[0]!.text));
    expect(blocks.length > 1).toBe(count === 3_000);
  });
  it('none need no block', () => expect(blocksOfTurns([])).toEqual([]));
});

describe('sentences', () => {
  it.each([1, 7, 3_000])('of %i turns come back with their places, times and terms', (count) => {
    const turns = texts(count, count + 1).map((text, at) => {
      const times = at % 2 ? [] : [{ offset: 0, seconds: at + 0.25 }];
      const sentences = splitIntoSentences({ speaker: null, text, times });
      return sentences.map((sentence, nth) => ({
        ...sentence,
        terms: at % 4 || nth ? sentenceTermsOf(text.slice(sentence.start, sentence.end)) : undefined,
      }));
    });
    const read = blocksOfSentences(turns).flatMap(({ bytes }) => sentencesIn(bytes));
    const termsOn = (line: string) => {
      const terms = termsOfLine(line);
      return terms && { run: terms.run, acronyms: terms.acronyms, others: terms.others };
    };
    expect(read.map((turn) => turn.map(({ line, ...place }) => ({ ...place, terms: termsOn(line) })))).toEqual(turns);
  });
  it('that overlap by damage are given as they are', () => {
    const turn = [
      { start: 5, end: 9, seconds: null },
      { start: 2, end: 3, seconds: 4 },
    ];
    const [block] = blocksOfSentences([turn]);
    expect(sentencesIn(block!.bytes)[0]).toMatchObject(turn);
  });
});
