/** What answers a part of a question alone, and leaves out what else it asks, is no answer. The session is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { sidesIn } from '../../src/asking/parts/comparison.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const speakers = [
  { name: 'Rune Ekdal', role: 'Professor at the Lamp School' },
  { name: 'Mina Okoro', role: 'Director of the Keel Company' },
  { name: 'Sol Varga', role: 'Judge' },
  { name: 'Eda Moor', role: 'Warden of the Tidal Bank' },
  { name: 'Ava Lind', role: 'Lamp Office of Latvia (moderator/host)' },
  { name: 'Ivo Kalns', role: 'Deputy head of the Latvian Lamp School, for the organisers of the forum' },
];
const said = [
  'My office studies the Lamp Pact, so Latvia, Spain, South Africa, and then the three that came later, Cyprus, Chile and Ghana. ' +
    'The islands of the Pact should pay for one school of lamps. It is a long way. ' +
    'The islands have agreed to keep one register of tides for all harbours.',
  'The Keel Company builds boats for everybody. We set up a joint lab with a yard that is in Ghana. We also train their crews.',
  'Latvia has written a long rule for oil, and Spain has none: it has a plan for its yards instead. ' +
    'The law on protection of minors holds on boats as well. Some of our ports tax the lighthouses.',
  'Governments hesitate to regulate trawlers, because trawlers pay for the quay. One duke would not regulate trawlers at all. ' +
    'As we go on with governance, it will be very important to find the right balance between the eel and the quay.',
  'Good morning. Let us begin with the boats.',
  'We will publish the tide tables in autumn. Later this year we will host a fair of lamps.',
];

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turns = speakers.map(({ name }, at) => ({ speaker: name, text: said[at]! }));
  await rapporteur.ingest([recordOf({ id: 'lamps', title: 'Lamps and boats', date: '2031-01-01', speakers, turns })]);
});
afterAll(() => rapporteur.close());

const ask = (text: string) => rapporteur.ask({ text });

it.each([
  'In which country of the south does the Keel Company have a laboratory?',
  'In which countries of the south does the Keel Company run a joint lab?',
  'Which countries in the south train the crews of the Keel Company?',
])('no list of countries answers what is asked of something else: %s', async (question) => {
  const { text } = await ask(question);
  expect(text).not.toMatch(/Latvia, Spain/u);
});

it.each(['Which countries are in the Lamp Pact?', 'Who are the members of the Lamp Pact?'])(
  'a list of countries answers what it is a list of: %s',
  async (question) =>
    expect((await ask(question)).text).toMatch(/^Latvia, Spain, South Africa, Cyprus, Chile and Ghana/u),
);

it.each([
  'How do Latvia and Spain differ on oil, according to Varga?',
  'How do Latvia and Spain differ on oil, as Varga sees it?',
  "How does Latvia differ from Spain on oil, in Varga's own view?",
  'How do Latvia and Spain compare on oil, says Varga?',
])('in whose view two differ is no side: %s', async (question) => {
  const { text, quotes } = await ask(question);
  expect(text).not.toMatch(/nothing on it/u);
  expect(quotes.map(({ speaker }) => speaker)).toEqual(['Sol Varga']);
});

it.each([
  ['How do oil and gas differ, according to Varga and to Ekdal?', []],
  ['What, according to Varga, is the difference between oil and gas?', ['oil', 'gas']],
  ['Compare oil and gas, in the words of Varga and Ekdal', ['oil', 'gas']],
  ['Quelle est la différence entre le vent et la marée, selon Varga et Ekdal ?', ['vent', 'marée']],
  ['¿Qué diferencia hay entre viento y marea, según Varga y Ekdal?', ['viento', 'marea']],
  ['Какая разница между ветром и волной, по словам Варги и Экдала?', ['ветром', 'волной']],
])('of matters alone: %s', (question, sides) => expect(sidesIn(question, [], true)).toEqual(sides));

it.each([
  [
    'Was anything said about protecting children?',
    /^What .+ said comes near it; nobody speaks of protecting children in these words/u,
    /minors/u,
  ],
  ['Did anyone mention children?', /^What .+ said comes near it; nobody speaks of children in these words/u, /minors/u],
  [
    'Did anyone bring up child protection?',
    /^What .+ said comes near it; nobody speaks of child protection in these words/u,
    /minors/u,
  ],
  [
    'Did anyone mention lighthouse keepers?',
    /^What .+ said comes near it; nobody speaks of lighthouse keepers in these words/u,
    /lighthouses/u,
  ],
])('what may be meant is not denied: %s', async (question, told, nearest) => {
  const { text, related } = await ask(question);
  expect(text).toMatch(told);
  expect(related[0]?.text).toMatch(nearest);
});

it('what nobody says anything of is denied', async () =>
  expect((await ask('Did anyone mention gender?')).text).toMatch(/^No: nobody names gender/u));

it.each([
  'What do the islands want to do about tides?',
  'What do the islands want to do with tides?',
  'What are the islands calling for on tides?',
])('what somebody wants is of the matter: %s', async (question) => {
  const { text, quotes } = await ask(question);
  expect(text).not.toMatch(/^What is proposed/u);
  expect(quotes.map((quote) => quote.text).join(' ')).toMatch(/register of tides/u);
});

it.each([
  'Which commitments did the Latvian hosts make for later this year?',
  'What did the hosts promise?',
  'What did the organisers promise for later this year?',
])('the hosts are all whose role says so: %s', async (question) => {
  const { quotes, text } = await ask(question);
  expect(quotes.map((quote) => quote.text).join(' '), text).toMatch(/tide tables.*fair of lamps/u);
  expect(new Set(quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Ivo Kalns']));
});

it('hosts of another country are nobody here', async () =>
  expect((await ask('What did the Dutch hosts promise?')).text).not.toMatch(/Ivo Kalns \[/u));

it.each([
  'Is Moor for or against regulating trawlers?',
  "What is Moor's position on regulation?",
  'Does Moor support regulation of trawlers?',
  'Where does Moor stand on regulation?',
  'Is Moor in favour of more regulation?',
])('who weighs the two is for neither: %s', async (question) => {
  const { text, quotes } = await ask(question);
  expect(text).toMatch(/^Neither for nor against is said plainly; what weighs the two: Eda Moor \[1\]\.$/u);
  expect(quotes[0]?.text).toMatch(/the right balance between the eel and the quay/u);
});

it('who weighs something else is not said to weigh it', async () =>
  expect((await ask('Is Varga for or against a tax on lighthouses?')).text).not.toMatch(/^Neither/u));

it.each(['Who chairs the ZOLP in 2031?', 'Who chairs ZOLP?'])(
  'who presides over a body does not moderate: %s',
  async (question) => expect((await ask(question)).text).not.toMatch(/Ava Lind/u),
);

it.each(['Who chairs the meeting?', 'Who chaired the session?'])('who presides here does: %s', async (question) =>
  expect((await ask(question)).text).toMatch(/^Ava Lind/u),
);
