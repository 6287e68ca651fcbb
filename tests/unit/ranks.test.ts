/** Many who are called by what each of them is: who is told to be so, whoever sits where they sit, and nobody else. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rankCalled } from '../../src/people/ranks.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const sessions = [
  {
    id: 'ferries',
    title: 'Chilean Parliament committee on ferries',
    turns: [
      { speaker: 'Ana Quispe', text: 'The night ferry to Varn must run again, because the islands need it.' },
      { speaker: 'Luis Ramos', text: 'I agree that the road to the harbour is in a poor state.' },
    ],
  },
  {
    id: 'harbour',
    title: 'Harbour talks',
    turns: [{ speaker: 'Tom Berg', text: 'The night ferry to Varn is the best product that our firm sells.' }],
  },
  {
    id: 'gadgets',
    title: 'Design meeting',
    turns: [{ speaker: 'Designer', text: 'I like the MP three player best, and the lamp too.' }],
  },
  {
    id: 'eels',
    title: 'Assembly on eels',
    turns: [
      { speaker: 'Nia Pugh AM', text: 'The eel weirs at Tarn ought to be opened in the spring.' },
      { speaker: 'Dr Owen Hart', text: 'The eel weirs at Tarn hold back most of the young fish.' },
    ],
  },
  {
    id: 'mills',
    title: 'Welsh committee on mills',
    turns: [
      {
        speaker: 'Mair Rees',
        text: 'I am very pleased to welcome Dai Bevan, Minister for Mills and Rivers, to speak.',
      },
      { speaker: 'Dai Bevan', text: 'The water mills at Glan will not be paid for, because they spoil the river.' },
      { speaker: 'Mair Rees', text: 'Now I welcome Siân Puw, Minister for the Welsh Language, to speak.' },
      { speaker: 'Siân Puw', text: 'The language is spoken in every valley, and the schools teach it.' },
    ],
  },
];

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  for (const session of sessions)
    await rapporteur.ingest([{ name: `${session.id}.json`, bytes: Buffer.from(JSON.stringify(session)) }]);
});
afterAll(() => rapporteur.close());

const whoIsQuoted = async (text: string) => {
  const { status, quotes } = await rapporteur.ask({ text });
  return [status, ...quotes.map(({ speaker }) => speaker)];
};

it.each([
  ['Which MPs spoke about the night ferry to Varn?', ['answered', 'Ana Quispe']],
  ['What did Chilean MPs say about the night ferry to Varn?', ['answered', 'Ana Quispe']],
  ['Which AMs spoke about the eel weirs at Tarn?', ['answered', 'Nia Pugh AM']],
])('asks of whoever sits there or is written so: %s', async (question, expected) => {
  expect(await whoIsQuoted(question)).toEqual(expected);
});

it('gives nobody of another country or trade', async () => {
  const kenyan = await rapporteur.ask({ text: 'Which Kenyan MPs spoke about the night ferry to Varn?' });
  expect(kenyan.status).not.toBe('answered');
  const firms = await rapporteur.ask({ text: 'What did CEOs say about the night ferry to Varn?' });
  expect(firms.status).not.toBe('answered');
});

it('takes no player of music for one of them', async () => {
  const { related } = await rapporteur.ask({ text: 'What did MPs say about tunnels?' });
  expect(related.some(({ text }) => text.includes('MP three'))).toBe(false);
});

it('takes a minister of a nation for whoever is called so in its sessions', async () => {
  expect(await whoIsQuoted('What did the Welsh minister say about the water mills at Glan?')).toEqual([
    'answered',
    'Dai Bevan',
  ]);
});

it('need not be chosen among', async () => {
  const { text } = await rapporteur.ask({ text: 'Which AMs spoke about the eel weirs at Tarn?' });
  expect(text).not.toMatch(/can mean/u);
});

it.each([
  ['the Canadian MPs', { called: 'MPs', nation: 'canadian' }],
  ['Welsh AMs', { called: 'AMs', nation: 'welsh' }],
  ['MP', null],
  ['Quiet senators', null],
])('reads %s', (phrase, expected) => {
  expect(rankCalled(phrase)).toEqual(expected);
});
