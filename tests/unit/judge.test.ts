import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/asking/inquiry.ts';
import { chanceOf, learned, type Traits } from '../../src/answering/confidence.ts';
import type { Heard, Place } from '../../src/answering/hear.ts';
import type { Candidate } from '../../src/answering/candidates.ts';
import { answeringPlaces, clearlyNearest, saysAll, sureOf, withNearness } from '../../src/answering/judge.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { hearing } from '../fixtures/hearings.ts';
import { expectNearest } from '../fixtures/nearest.ts';
import { readingOf } from '../fixtures/talks.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const reading = readingOf(['Ana: The gauges are new.', 'Ben: They cost much.', 'Ana: Who pays for the gauges?']);
const traits: Traits = { covered: 1, pairs: 1, asked: 1, ofSpeaker: 0, others: 0 };

const place = (index: number, more: Partial<Place> = {}): Place => ({
  reading,
  index,
  sentence: reading.sentences[index]!,
  own: 0.5,
  covered: 0.6,
  whole: false,
  together: false,
  lacking: false,
  score: 0.5,
  ...more,
});
const heard = (chance: number, places: Place[], { named = true, said = true } = {}): Heard => ({
  reading,
  places,
  matched: { forms: [], has: [] },
  saidTogether: false,
  others: 0,
  chance,
  spot: { traits, named, said, covered: Float64Array.of(0.5, 0.4, 0.3) },
});
const places = (question: string, all: Heard[]) =>
  answeringPlaces(
    all,
    readQuestion(question, [], () => []),
  ).map(({ index }) => index);

const sure = learned.leastChance + 0.1;
const unsure = learned.leastChance - 0.1;

describe('what answers', () => {
  const what = 'What do the gauges cost the villages?';
  it.each<[string, string, Heard[], number[]]>([
    ['a sentence with enough of it in a session that is sure', what, [heard(sure, [place(0)])], [0]],
    ['none in a session that is not', what, [heard(unsure, [place(0)])], []],
    ['a sentence with all of it in any session', what, [heard(unsure, [place(0, { whole: true }), place(1)])], [0]],
    ['the discussion, where no sentence has enough', what, [heard(sure, [place(1, { own: 0.1 })])], [1]],
    ['no discussion that lacks a name', what, [heard(sure, [place(1, { own: 0.1 })], { named: false })], []],
    ['no discussion that others had', what, [heard(sure, [place(1, { own: 0.1 })], { said: false })], []],
    [
      'no discussion where a figure is asked for',
      'How many gauges are there?',
      [heard(sure, [place(1, { own: 0.1 })])],
      [],
    ],
    [
      'no discussion where somebody is asked for',
      'Who pays for the gauges?',
      [heard(sure, [place(1, { own: 0.1 })])],
      [],
    ],
    ['no question that is left open', what, [heard(sure, [place(2, { whole: true, isLeftOpen: true })])], []],
    [
      'a question where it is asked who asked',
      'Who asked about gauges?',
      [heard(sure, [place(2, { isLeftOpen: true })])],
      [2],
    ],
    ['best first', what, [heard(sure, [place(0, { score: 0.4 }), place(1, { score: 0.7 })])], [1, 0]],
  ])('%s', (_what, question, all, expected) => expect(places(question, all)).toEqual(expected));

  it('is told from what is sure and from what says all', () => {
    expect(sureOf([heard(sure, []), heard(unsure, [])])).toHaveLength(1);
    expect(saysAll([heard(unsure, [place(0)])])).toBe(false);
    expect(saysAll([heard(unsure, [place(0), place(1, { whole: true })])])).toBe(true);
  });
  const candidate = (index: number, more: Partial<Candidate> = {}): Candidate => ({
    reading,
    index,
    place: null,
    like: 0,
    closeness: { said: 0.5, around: 0.5, literal: 0.5, beside: 1, least: 1, named: true, ofSomebody: false },
    nearness: 5,
    ...more,
  });
  it('comes forward by how near it comes, and only what is very near comes in', () => {
    const far = { said: 0, around: 0.1, literal: 0, beside: 1, least: 1, named: true, ofSomebody: false };
    const near = [
      candidate(0, { like: 3 }),
      candidate(1, { like: 2.5, closeness: far }),
      candidate(2, { closeness: far }),
    ];
    const [counted] = withNearness([heard(sure, [place(0)])], near);
    expect(counted!.places.map(({ index, isLike = false }) => [index, isLike])).toEqual([
      [0, false],
      [1, true],
    ]);
    expect(counted!.places[0]!.score).toBeGreaterThan(0.5);
    const [ofNothing] = withNearness([heard(sure, [place(0)])], []);
    expect(ofNothing!.places).toHaveLength(1);
  });
  it('is a sentence that has some of each part, however its words are put', () =>
    expect(
      places(what, [
        heard(sure, [
          place(0, {
            own: 0.1,
            covered: 0.1,
            closeness: { said: 0.6, around: 0.6, literal: 0.1, beside: 1, least: 1, named: true, ofSomebody: false },
          }),
        ]),
      ]),
    ).toEqual([0]));

  const clear = (question: string, candidates: Candidate[]) =>
    clearlyNearest(
      candidates,
      readQuestion(question, [], () => []),
    )?.index ?? null;
  const other = candidate(1, { nearness: 2 });
  it.each<[string, string, Candidate[], number | null]>([
    ['a sentence well before all others', what, [candidate(0), other], 0],
    ['none that others come as near as', what, [candidate(0), candidate(1, { nearness: 4 })], null],
    [
      'none without any of the words, which may say the contrary',
      what,
      [
        candidate(0, {
          closeness: { said: 0.9, around: 0.9, literal: 0, beside: 1, least: 1, named: true, ofSomebody: false },
        }),
        other,
      ],
      null,
    ],
    ['none where it is asked whether something is so', 'Do the gauges cost much?', [candidate(0), other], null],
    [
      'none where all that was said is asked for',
      'What did they discuss about the gauges?',
      [candidate(0), other],
      null,
    ],
    [
      'none that lacks most of its parts',
      what,
      [
        candidate(0, {
          closeness: { said: 0.3, around: 0.3, literal: 0.3, beside: 1, least: 1, named: true, ofSomebody: false },
        }),
        other,
      ],
      null,
    ],
    [
      'none that has nothing but one rare word',
      what,
      [
        candidate(0, {
          closeness: { said: 0.6, around: 0.6, literal: 0.6, beside: 0, least: 1, named: true, ofSomebody: false },
        }),
        other,
      ],
      null,
    ],
    [
      'one that has less of it, further ahead',
      what,
      [
        candidate(0, {
          closeness: { said: 0.4, around: 0.4, literal: 0.2, beside: 0.3, least: 1, named: true, ofSomebody: false },
        }),
        other,
      ],
      0,
    ],
    [
      'what tells a figure, whatever the verb of the question',
      'How many gauges did they discuss?',
      [candidate(0, { reading: readingOf(['Ana: Forty gauges are new.']) }), other],
      0,
    ],
    [
      'none that is but a little ahead of another session',
      what,
      [candidate(0), candidate(0, { reading: readingOf(['Eve: The gauges are old.']), nearness: 3 })],
      null,
    ],
    ['none where nothing knows what it means', what, [candidate(0, { closeness: null }), other], null],
    [
      'none that lacks a name',
      what,
      [
        candidate(0, {
          closeness: { said: 0.9, around: 0.9, literal: 0.9, beside: 1, least: 1, named: false, ofSomebody: false },
        }),
        other,
      ],
      null,
    ],
    ['none of none', what, [], null],
  ])('is clearly the nearest: %s', (_what, question, candidates, expected) =>
    expect(clear(question, candidates)).toBe(expected),
  );
});

describe('the chance', () => {
  it('does not know how many sessions there are', () => expect(Object.keys(traits)).not.toContain('sessions'));
  it('is lower only where others have as much', () =>
    expect(chanceOf({ ...traits, others: 1 })).toBeLessThan(chanceOf(traits)));
});

/** Sentences, and questions all of whose matter stands in one of them. */
const facts: [string, string, string][] = [
  ['Olu Brandt', 'The tannery paid the widow for the broken fence.', 'Did the tannery pay the widow?'],
  ['Mina Sato', 'We taught forty pupils to splice rope.', 'How many pupils did they teach?'],
  ['Otto Vale', 'The saffron was weighed behind the chapel.', 'Where was the saffron weighed?'],
  ['Pia Quist', 'Vinegar keeps the beetles away from the organ pipes.', 'What keeps beetles away from organ pipes?'],
  ['Olu Brandt', 'Our cooper chose oak for the barrels.', 'Which wood did the cooper choose for barrels?'],
  ['Mina Sato', 'La brasserie a fermé ses portes en juin.', 'Quand la brasserie a-t-elle fermé ?'],
];
const workshop = {
  id: 'workshop',
  title: 'Evening at the workshop',
  turns: facts.map(([speaker, text]) => ({ speaker, text })),
};

describe.each([1, 60])('a library of %i sessions', (sessions) => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    const others = Array.from({ length: sessions - 1 }, (_, number) => hearing(number, 0));
    await rapporteur.ingest([recordOf(workshop, ...others)]);
  });
  afterAll(() => rapporteur.close());

  it.each(facts)('never denies what stands in one sentence: %s: %s %s', async (speaker, text, question) => {
    const answer = await rapporteur.ask({ text: question });
    expect(answer.status).not.toBe('not_found');
    const shown = [...answer.quotes, ...answer.related].find((quote) => quote.text.includes(text));
    expect(shown?.speaker).toBe(speaker);
  });
  it.each(facts.slice(0, 4))('is as sure as any other: %s: %s %s', async (_speaker, _text, question) => {
    const answer = await rapporteur.ask({ text: question });
    expect(answer.status).toBe('answered');
    expect(answer.confidence!).toBeGreaterThanOrEqual(learned.whole);
  });
  it('never takes a sentence and its negation for one by their meaning', async () => {
    const answer = await rapporteur.ask({ text: 'Was the widow compensated by the leather makers?' });
    expect(answer.status).toBe('nearest');
    expectNearest(answer);
  });
  it('has of somebody asked of only their words', async () => {
    for (const question of ['What did Mina Sato say about saffron?', 'What did Mina Sato say about pupils?']) {
      const { quotes } = await rapporteur.ask({ text: question });
      for (const { speaker } of quotes) expect(speaker).toBe('Mina Sato');
    }
  });
});

describe('how sure an answer is', () => {
  it('does not change with sessions of something else', async () => {
    const rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([recordOf(workshop)]);
    const asked = async () =>
      Promise.all(
        facts.slice(0, 5).map(async ([, , text]) => {
          const { status, confidence } = await rapporteur.ask({ text });
          return [status, confidence?.toFixed(1)];
        }),
      );
    const before = await asked();
    await rapporteur.ingest([recordOf(...Array.from({ length: 59 }, (_, number) => hearing(number, 0)))]);
    expect(await asked()).toEqual(before);
    await rapporteur.close();
  });
});
