/** What an organisation has, by name, and who names it; and whom nobody speaks for. */
import { afterAll, expect, it } from 'vitest';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const fair = {
  id: 'lantern-fair',
  title: 'Light for every village',
  date: '2032-03-02',
  speakers: [
    { name: 'Orla Quint', role: 'Moderator' },
    { name: 'Basil Okoro', role: 'Head of the Lamp Office' },
    { name: 'Irma Dahl', role: 'Director of Northern Wicks' },
  ],
  turns: [
    { speaker: 'Orla Quint', text: 'Welcome to the fair. I give the floor to Basil Okoro of the Lamp Office.' },
    {
      speaker: 'Basil Okoro',
      text:
        'The Lamp Office works for all villages. We have a project called Night School, which gives lamps to pupils. ' +
        'To complement it we run another project, which is Harbour Lights. And we have different initiatives for the young: ' +
        'we have the Wick Makers Prize. All of that belongs to Lamps for All, and oil is dear for all of us.',
    },
    {
      speaker: 'Irma Dahl',
      text: 'Northern Wicks takes part in Lamps for All. Lamps are good for all who read. We have a ship called Grey Heron.',
    },
  ],
};

const rapporteur = await rapporteurIn(temporaryFolder());
await rapporteur.ingest([{ name: 'fair.json', bytes: Buffer.from(JSON.stringify(fair)) }]);
afterAll(() => rapporteur.close());
const ask = (text: string) => rapporteur.ask({ text, history: [] });

it.each([
  'What projects does the Lamp Office have?',
  'Which projects is the Lamp Office running?',
  'List the projects of the Lamp Office',
  'What initiatives did Okoro present?',
])('%s: all that are named', async (question) => {
  const { text, quotes } = await ask(question);
  expect(text).toMatch(/^Night School, Harbour Lights and Wick Makers Prize\. Named by Basil Okoro/u);
  expect(quotes.every(({ speaker }) => speaker === 'Basil Okoro')).toBe(true);
});

it('tells a name with a small word in it from its words', async () => {
  const { quotes } = await ask('Who talked about Lamps for All?');
  expect(quotes.map(({ text }) => text)).not.toContain('Lamps are good for all who read.');
  expect(new Set(quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Basil Okoro', 'Irma Dahl']));
});

it.each([
  ['What did the representative of the Ferry Board say about oil?', 'Nobody speaks for the Ferry Board in'],
  ['What did the minister of Norway say about oil?', 'Nobody speaks as minister of Norway in'],
])('%s: %s', async (question, told) => expect((await ask(question)).text).toContain(told));
