import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/asking/inquiry.ts';
import { choose, choosingFor, quoteOfRun } from '../../src/answering/quotes/choose.ts';
import type { Place } from '../../src/answering/hear.ts';
import type { Reading } from '../../src/retrieval/reading.ts';
import { readingOf } from '../fixtures/talks.ts';

const long = (what: string) =>
  `${what} is something that the villages have spoken of for more than a whole long winter.`;
const talk = readingOf([
  `Ana: ${long('The first lantern')} ${long('The second lantern')} ${long('The third lantern')} ${long('The fourth lantern')}`,
  `Ben: ${long('A lantern of Ben')}`,
  `Cleo: It broke.`,
  `Ana: Who mends the lanterns?`,
  `Ben: The smith does.`,
]);

const place = (index: number, score: number, more: Partial<Place> = {}): Place => {
  const reading = more.reading ?? talk;
  return {
    reading,
    index,
    sentence: reading.sentences[index]!,
    own: 0.8,
    covered: 0.8,
    whole: false,
    together: false,
    lacking: false,
    score,
    ...more,
  };
};
const usual = { most: 4, perSpeaker: 2, perSession: 4, leastShare: 0.5 };
const chosen = (places: Place[], how = usual) =>
  choose(places, how).map(({ speaker, turn, start, end }) => [speaker, wordsOf(talk, turn, start, end)]);
const wordsOf = ({ session }: Reading, turn: number, start: number, end: number) =>
  session.turns[turn]!.text.slice(start, end);

describe('what is chosen', () => {
  it('is nothing of nothing', () => expect(chosen([])).toEqual([]));
  it('is exactly as it stands', () => expect(chosen([place(4, 1)])).toEqual([['Ben', long('A lantern of Ben')]]));
  it('is not far behind the best', () => {
    expect(chosen([place(0, 1), place(4, 0.6)])).toHaveLength(2);
    expect(chosen([place(0, 1), place(4, 0.4)])).toHaveLength(1);
  });
  it('has not half as much of the question in itself, unless its meaning brought it', () => {
    expect(chosen([place(0, 1), place(4, 0.9, { own: 0.3 })])).toHaveLength(1);
    expect(chosen([place(0, 1), place(4, 0.9, { own: 0, isLike: true })])).toHaveLength(2);
  });
  it('has less of the words of a question that asks whether something is so than of others', () => {
    const of = (question: string) =>
      choose(
        [place(0, 1), place(4, 0.9, { own: 0.5 })],
        choosingFor(
          readQuestion(question, [], () => []),
          false,
          false,
        ),
      );
    expect(of('Is Ben willing to mend the lantern?')).toHaveLength(2);
    expect(of('How does Ben mend the lantern?')).toHaveLength(1);
  });
  it('is of a speaker and of a session only so often', () => {
    const all = [place(0, 1), place(2, 0.9), place(4, 0.8)];
    expect(chosen(all, { ...usual, perSpeaker: 1 }).map(([speaker]) => speaker)).toEqual(['Ana', 'Ben']);
    expect(chosen(all, { ...usual, perSession: 1 })).toHaveLength(1);
    expect(chosen(all, { ...usual, most: 1 })).toHaveLength(1);
  });
  it('is one quote where it follows each other', () =>
    expect(chosen([place(1, 1), place(0, 0.9)])).toEqual([
      ['Ana', `${long('The first lantern')} ${long('The second lantern')}`],
    ]));
  it('is each sentence once', () => expect(chosen([place(0, 1), place(0, 0.9)])).toHaveLength(1));
  it('goes with what "it" refers back to', () => {
    const [reading] = [readingOf([`Ana: ${long('The lantern')} It broke in the frost of the last night of the year.`])];
    const [quote] = choose([place(1, 1, { reading })], usual);
    expect(quote!.text).toBe(reading.session.turns[0]!.text);
  });
  it('is a reply with its question', () => {
    const run = { first: 7, last: 7 };
    expect(talk.sentences[7]!.text).toBe('The smith does.');
    const [quote] = choose([place(7, 1, { run, repliesTo: 6 })], usual);
    expect(quote).toMatchObject({
      text: 'The smith does.',
      speaker: 'Ben',
      repliesTo: { text: 'Who mends the lanterns?', speaker: 'Ana', turn: 3, start: 0, end: 23 },
    });
  });
});

it('a quote of a run is a slice of its turn', () => {
  const quote = quoteOfRun(talk, { first: 1, last: 2 });
  expect(quote.text).toBe(talk.session.turns[0]!.text.slice(quote.start, quote.end));
  expect(quote.repliesTo).toBeUndefined();
});

it.each([
  ['Who spoke about lanterns?', false, { most: 12, perSpeaker: 2 }],
  ['What was said about lanterns?', true, { most: 6, perSpeaker: 2, perSession: 3 }],
  ['How many lanterns are there?', false, { most: 4, leastShare: 0.75 }],
  ['Why did the lanterns break?', false, { most: 4, leastShare: 0.65 }],
])('%s chooses so many', (question, isTopic, expected) =>
  expect(
    choosingFor(
      readQuestion(question, [], () => []),
      isTopic,
      false,
    ),
  ).toMatchObject(expected),
);
