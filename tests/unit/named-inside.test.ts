/** Somebody whom a record calls by a job, and who says inside what their name is: it asks for their words. */
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { peopleIn } from '../../src/people/people.ts';
import { introduces } from '../../src/answering/talk/introducing.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const designer = 'Industrial Designer';
const turns = [
  { speaker: 'Project Manager', text: 'Should the lamp have a handle, or is that a bad thing?' },
  { speaker: designer, text: 'Yeah.' },
  { speaker: 'Project Manager', text: 'Then tell us what you have made of the lamp.' },
  {
    speaker: designer,
    text: 'As you know, I am mister Okoro. I have drawn many things and will now show what there is.',
  },
  { speaker: designer, text: 'The lamp should be charged by a small wheel that the walker turns by hand.' },
  { speaker: 'Project Manager', text: 'The lamp must cost less than ten coins.' },
];

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const session = { id: 'LB2031a', title: 'Lamp meeting', turns };
  await rapporteur.ingest([{ name: 'lamp.json', bytes: Buffer.from(JSON.stringify(session)) }]);
});
afterAll(() => rapporteur.close());

it.each(['Which idea did Okoro have about the lamp in meeting LB2031a?', 'What did Okoro say about the lamp?'])(
  'gives their words: %s',
  async (text) => {
    const { status, quotes } = await rapporteur.ask({ text });
    expect([status, quotes[0]?.speaker]).toEqual(['answered', designer]);
    expect(quotes[0]!.text).toContain('small wheel');
    expect(quotes.map((quote) => quote.text)).not.toContain('Yeah.');
  },
);

test.each<[string, string[]]>([
  ['I am mister Okoro.', ['Okoro']],
  ['My name is Okoro and I draw lamps.', ['Okoro']],
  ["I'm Olga and I'm the one who draws.", ['Olga']],
  ["I'm Dutch.", []],
  ["I'm I'm sorry.", []],
  ['This is Olga.', []],
  ["I'm Olga Berg.", ['Olga Berg']],
])('%s names whoever says it: %j', (text, names) => {
  const [person] = peopleIn({ id: 'a', speakers: [], turns: [{ speaker: designer, text, times: [] }] });
  expect(person!.introducedAs).toEqual(names);
});

it('is only an introduction', () => expect(introduces('So, I am mister Okoro.')).toBe(true));
