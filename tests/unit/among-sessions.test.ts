/** A forum among many meetings on other things: what is asked of it is not answered by words that stand about in those. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const forum = [
  ['Vera Halm', 'Welcome to the Lantern Week Forum, hosted by the Guild of Lamplighters here in Tarnholm.'],
  [
    'Ilo Brandt',
    'On street light, Norway has written a rule for every lamp. Finland has no rule for street light, and leaves it to the towns. ' +
      'My recommendation is not to look for a common price of lamp oil, but for a common measure of it.',
  ],
  [
    'Suri Castellan',
    'The Guild has a part in all this: the role of the Guild is to train those who light the lamps. ' +
      'Five houses own nearly all of the oil, and that much in so few hands cannot be good for a town.',
  ],
  [
    'Rune Ekdal',
    'My office studies the Lamp Pact, so Latvia, Spain, Malta, and then the three that came later, Cyprus, Chile and Ghana. ' +
      'It was the Lamp Pact that made the members of it talk. The electricity that AI eats would light every town of the pact.',
  ],
  ['Mina Okoro', 'Artificial intelligence, or AI, writes our letters. Artificial intelligence has good manners.'],
] as const;

const meetings = Array.from({ length: 9 }, (_, at) => ({
  id: `workshop-${at}`,
  title: `Workshop ${at}`,
  date: `2025-03-${at + 10}`,
  turns: [
    {
      speaker: 'Chair',
      text: `I was in Norway for the holidays, and my sister moved to Finland. It rained on day ${at}.`,
    },
    {
      speaker: 'Bo Marsh',
      text: 'The kettle was made in Finland, I think. Some criticised its handle, which few hands can hold.',
    },
  ],
}));

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turns = forum.map(([speaker, text]) => ({ speaker, text }));
  const session = { id: 'lantern-forum', title: 'Light for everybody', date: '2025-01-20', turns };
  await rapporteur.ingest([recordOf(session, ...meetings)]);
});
afterAll(() => rapporteur.close());

const ask = (text: string) => rapporteur.ask({ text });
const speakers = (quotes: { speaker: string | null }[]) => [...new Set(quotes.map(({ speaker }) => speaker))];

it('compares two in what they are compared in', async () => {
  const { text, quotes } = await ask('Compare Norway and Finland on street light');
  expect(speakers(quotes), text).toEqual(['Ilo Brandt']);
  expect(text).toMatch(/^- Norway: .*\n- Finland: /u);
});

it('compares in the words of whoever is said to have compared', async () => {
  const { text, quotes } = await ask('Brandt contrasted Norway with Finland, what was the difference?');
  expect(speakers(quotes), text).toEqual(['Ilo Brandt']);
});

it('holds nothing against each other that nobody spoke of together', async () => {
  const { status, text, quotes } = await ask('Compare kettles and oil');
  expect(status, text).toBe('nearest');
  expect(quotes).toEqual([]);
});

it('compares where both are spoken of in one breath, were each said more often elsewhere', async () => {
  const tides = await rapporteurIn(temporaryFolder());
  const said = (id: string, ...words: string[]) => ({
    id,
    title: `Evening ${id}`,
    date: '2031-01-01',
    turns: words.map((text, at) => ({ speaker: `Guest ${at}`, text })),
  });
  const evenings = ['peat', 'reed'].flatMap((fuel) =>
    Array.from({ length: 8 }, (_, at) => said(`${fuel}-${at}`, `Good ${fuel}. I like ${fuel}.`, `The ${fuel} is wet.`)),
  );
  const together = 'We burn what we find. Our peat burns for a night and leaves ash. The reed burns for an hour.';
  await tides.ingest([recordOf(said('hearth', together, 'It is late.'), ...evenings)]);
  const { text, quotes } = await tides.ask({ text: 'What is the difference between peat and reed?' });
  expect([...new Set(quotes.map(({ session }) => session.id))], text).toEqual(['hearth']);
  await tides.close();
});

it.each<[string, string]>([
  ['Were the divers trained in Norway?', 'answered'],
  ['Did the divers of the harbour guild in Norway pay?', 'nearest'],
])('%s is %s where only the divers and Norway are spoken of', async (text, status) => {
  const divers = await rapporteurIn(temporaryFolder());
  const turns = [
    {
      speaker: 'Ann Sund',
      text: 'We trained forty divers of the harbour guild in Norway last spring. It was cold. Nobody minded.',
    },
    { speaker: 'Bo Marsh', text: 'My boat is green.' },
  ];
  await divers.ingest([recordOf({ id: 'divers', title: 'Divers', date: '2031-01-01', turns })]);
  expect(await divers.ask({ text })).toMatchObject({ status });
  await divers.close();
});

it('names nobody as against what they only have words of', async () => {
  const answer = await ask('Who criticised the wealth of the few oil houses?');
  expect(answer.status, answer.text).toBe('nearest');
  expect(answer.quotes).toEqual([]);
});

it('asks somebody what the part of another is, and not for their own', async () => {
  const { text, quotes } = await ask('What is the Guild’s role according to Castellan?');
  expect(speakers(quotes), text).toEqual(['Suri Castellan']);
  expect(quotes[0]!.text).toContain('to train those who light the lamps');
});

it('verifies what somebody is said to have called for', async () => {
  const { text } = await ask('Did Brandt really call for "a common price of lamp oil"?');
  expect(text).toMatch(/changes their sense/u);
});

it.each(['Where was the Lantern Week forum held?', 'Which town hosted the Lantern Week Forum?'])('%s', async (text) => {
  expect((await ask(text)).text).toMatch(/^Tarnholm/u);
});

it('denies for the forum alone what was asked of it alone', async () => {
  expect((await ask('Did anyone at Lantern Week mention kettles?')).text).toMatch(
    /^No: nobody names kettles in the 5 turns/u,
  );
  expect((await ask('Did the Lantern Week forum discuss kettles?')).text).toMatch(/^No: nobody names kettles/u);
});

it.each([
  'Which countries joined the Lamp Pact?',
  'Who are the members of the Lamp Pact?',
  'List the members of the Lamp Pact, old and new ones',
])('%s', async (text) => {
  const answer = await ask(text);
  expect(answer.text).toMatch(/^Latvia, Spain, Malta, Cyprus, Chile and Ghana, in the words of Rune Ekdal/u);
});

it('does not tell all members where some are asked for', async () => {
  const answer = await ask('Name the new members of the Lamp Pact');
  expect(answer.text).not.toContain('Latvia');
  expect(answer.quotes[0]!.text).toContain('Cyprus, Chile and Ghana');
});

it('takes words that have an acronym for one matter', async () => {
  const { text, quotes } = await ask('Which speakers raised the electricity use of artificial intelligence?');
  expect(speakers(quotes), text).toEqual(['Rune Ekdal']);
});

it.each([
  ['What did Ekdal say of the Lamp Pact?', 'How many houses came later?', 'Rune Ekdal'],
  ['What did Castellan say of the Guild?', 'Which houses?', 'Suri Castellan'],
  ['What did Brandt say of a common price?', 'And the other one?', 'Ilo Brandt'],
])('%s %s is of what was quoted, and not of what has the word elsewhere', async (first, text, speaker) => {
  const answer = await rapporteur.ask({ text, history: [first] });
  expect(speakers([...answer.quotes, ...answer.related]), answer.text).toEqual([speaker]);
});

it('names nobody for a claim of which they only have some words', async () => {
  const answer = await ask('Who warned that holidays in Norway might wash the sister away?');
  expect(answer.status, answer.text).toBe('nearest');
  const claimed = await ask('Who argued that so few hands cannot be good for a town?');
  expect(speakers(claimed.quotes), claimed.text).toEqual(['Suri Castellan']);
});

it('counts who spoke at an event, whoever held it', async () => {
  const { text } = await ask('How many people spoke at the Lantern Week forum hosted by the Guild?');
  expect(text).toMatch(/^5 speakers/u);
});
