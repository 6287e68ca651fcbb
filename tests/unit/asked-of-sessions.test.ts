/** What is asked of sessions as such: which there are, of which day, what is said how often in them, and who spoke after whom. All invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { isPromise } from '../../src/answering/stances/promises.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const pier = {
  id: 'PQ2031a',
  title: 'Pier board hearing',
  date: '2031-05-14',
  turns: [
    {
      speaker: 'Runa Vesk',
      text: 'Good morning. Here are the tide tables in Norvik. The levy on berths feeds the pier fund.',
    },
    {
      speaker: 'Tilo Brandt',
      text: 'The levy is too high. A levy of this kind empties the pier, and companies such as Blue Quay pay it twice.',
    },
    { speaker: 'Runa Vesk', text: 'Thank you, Mr. Brandt. The floor is yours, Ms. Marchand.' },
    {
      speaker: 'Odile Marchand',
      text: 'The lamps on the pier are out since winter. Minister Jordan saw such lamps in Norway. We close here, and good night to all.',
    },
  ],
};
const meadow = {
  id: 'PQ2031b',
  title: 'Meadow board talk',
  date: '2031-06-02',
  turns: [
    {
      speaker: 'Hanne Lund',
      text: 'Welcome to the meadow forum. The meadow is mown twice a year, and the hay goes to the stables.',
    },
    { speaker: 'Pavo Reit', text: 'The stables want more hay. School gardens were shown beside the stables too.' },
  ],
};
const lake = {
  id: 'PQ2031c',
  title: 'Lake talk',
  date: null,
  turns: [{ speaker: 'Ilse Korn', text: 'The lake is frozen. The levy on ice was dropped last year.' }],
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(pier, meadow, lake)]);
});
afterAll(() => rapporteur.close());
const ask = (text: string) => rapporteur.ask({ text });

describe('a session that is not there', () => {
  it.each([
    ['What happened on 3 August 2031?', '3 August 2031'],
    ['What was discussed in July 2031?', 'July 2031'],
    ['Which meetings were held on 1 January 2032?', '1 January 2032'],
  ])('is said to be missing by its day: %s', async (question, day) => {
    const { status, text } = await ask(question);
    expect([status, text]).toEqual(['not_found', `No session of ${day} can be read here.`]);
  });
  it.each(['Who spoke in PQ2031x?', 'What was decided on the levy in PQ2031x?'])(
    'is said to be missing by its id: %s',
    async (question) => {
      const { status, text } = await ask(question);
      expect([status, text]).toEqual(['not_found', 'No session called PQ2031x can be read here.']);
    },
  );
  it('is not told by the people of another', async () => {
    expect((await ask('Who took part in the Granary hearing?')).status).not.toBe('answered');
  });
});

describe('which sessions there are', () => {
  it.each([
    ['Which sessions were held in June 2031?', ['Meadow board talk']],
    ['Which meetings are from the board?', ['Pier board hearing', 'Meadow board talk']],
  ])('%s', async (question, titles) => {
    const { text } = await ask(question);
    for (const { title } of [pier, meadow, lake]) expect(text.includes(title)).toBe(titles.includes(title));
  });
  it.each(['Which was the longest meeting?', 'Which session was longest?'])('%s is told by turns', async (question) => {
    expect((await ask(question)).text).toBe('Pier board hearing (14 May 2031), by the number of turns: 4.');
  });
  it.each(['How many meetings mention the levy?', 'How many sessions are there about the levy?'])(
    '%s counts those that do',
    async (question) => expect((await ask(question)).text).toMatch(/^Sessions that speak of it \(2\)/u),
  );
  it('is one that calls itself so where its kind alone is named', async () => {
    expect((await ask('When was the forum?')).text).toContain('2 June 2031');
  });
  it('has the day of the one that is named', async () => {
    expect((await ask('What is the date of PQ2031a?')).text).toContain('14 May 2031');
  });
});

describe('how often something is named', () => {
  it.each(['How often was the levy mentioned?', 'How many times did the word levy come up?'])(
    'is counted: %s',
    async (question) => {
      const { status, text } = await ask(question);
      expect(status).toBe('answered');
      expect(text).toMatch(/^Sentences that name it \(4, turns: 3\): .*Runa Vesk.*Tilo Brandt.*Ilse Korn/u);
    },
  );
  it('is not at all where nobody names it', async () => {
    const { status, text } = await ask('How often was sovereignty mentioned?');
    expect(status).not.toBe('answered');
    expect(text).toContain('nobody names sovereignty');
  });
  it('is told with who does, and by no other number', async () => {
    const { text } = await ask('Who mentioned the levy, and how many times?');
    expect(text).toContain('Tilo Brandt');
    expect(text).not.toContain('How many times?');
  });
});

describe('the order of those who spoke', () => {
  it.each([
    ['Who spoke after Brandt?', ['Runa Vesk', 'Odile Marchand']],
    ['What happened after Tilo Brandt spoke?', ['Runa Vesk', 'Odile Marchand']],
    ['Who spoke before Pavo Reit?', ['Hanne Lund']],
  ])('%s', async (question, speakers) => {
    const { status, quotes } = await ask(question);
    expect(status).toBe('answered');
    expect(quotes.map(({ speaker }) => speaker)).toEqual(speakers);
  });
  it('tells who closed it', async () => {
    const { quotes } = await ask('Who closed the session?');
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Pavo Reit']);
  });
});

it('tells no place by what is only spoken of', async () => {
  expect((await ask('Where was PQ2031a held?')).text).not.toContain('Norvik');
});
it.each(['Which companies were named?', 'Which organisations were mentioned?'])(
  'a list of names is not told by the word for them: %s',
  async (question) => expect((await ask(question)).text).not.toMatch(/spoke of this/u),
);
it('does not deny a sector that nobody is called by', async () => {
  expect((await ask('Who represented the private sector?')).text).not.toContain('Nobody speaks');
});
it.each(['What recommendations were made on school gardens?', 'List the commitments made on the stables'])(
  'what only speaks of the matter is none of what is to be listed: %s',
  async (question) => expect((await ask(question)).status).not.toBe('answered'),
);
it.each([
  'We need to be able to plan to open a second ferry.',
  'I am sure that we will continue to see some evolution.',
  'I trust the people who were appointed to undertake that process.',
])('is no promise: %s', (sentence) => expect(isPromise(sentence)).toBe(false));
it.each(['We will continue to publish the tables.', 'The board undertakes to repair the lamps.'])(
  'is one: %s',
  (sentence) => expect(isPromise(sentence)).toBe(true),
);
it.each([
  ['Who spoke longest in PQ2031a?', 'Runa Vesk, by the number of words'],
  ['Who closed PQ2031a?', 'Odile Marchand'],
])('is of the session that is called by its id: %s', async (question, name) => {
  const { text } = await ask(question);
  expect(text).toContain(name);
});
it('takes somebody of the name of a country for none', async () => {
  const { text } = await ask('Which countries were mentioned in PQ2031a?');
  expect(text).toContain('Norway');
  expect(text).not.toContain('Jordan');
});
