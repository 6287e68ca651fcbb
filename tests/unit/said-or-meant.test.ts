/** Questions in other words than what was said, among meetings that have those words on other matters; all of it is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const meetings: Record<string, [speaker: string, text: string][]> = {
  'Canal Forum': [
    ['Mara Olin', 'Good morning to all of you here in Varn. We begin with the canals.'],
    [
      'Timo Reck',
      `Our canals silt up every year. The second point, we think, is a shortage of lock keepers. We want to train more of them
      in the north. The old tunnel was dug with the help of the Grey Guild.`,
    ],
    [
      'Pia Strand',
      'The lock keepers of the north learn on barges. Nobody pays them for it. The youth of Varn have a rowing school of their own.',
    ],
  ],
  'Oven Panel': [
    ['Mara Olin', 'Now let us invite Dana Frey to share her thoughts via video.'],
    ['Dana Frey', 'I am worried about the price of flour. Online lessons are no help there.'],
    ['Eva Lund', 'The price of flour worries our bakers, too.'],
  ],
  'Bakers Meeting': [
    ['Jon Pike', 'I have been reluctant to say so, but there is a lack of capacity there, and the ovens are old.'],
    ['Eva Lund', 'They complained about the flour all year.'],
  ],
};

const speakers = [
  { name: 'Dana Frey', role: 'Director of Online Services (participated via video)' },
  { name: 'Jon Pike', role: 'Head of Online Sales' },
];

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest(
    Object.entries(meetings).map(([title, turns], at) =>
      recordOf({
        id: title.toLowerCase().replace(' ', '-'),
        title,
        date: `2031-02-0${at + 1}`,
        speakers: speakers.filter(({ name }) => turns.some(([speaker]) => speaker === name)),
        turns: turns.map(([speaker, text]) => ({ speaker, text: text.replaceAll(/\s+/gu, ' ') })),
      }),
    ),
  );
});
afterAll(() => rapporteur.close());

const ask = (text: string, history: string[] = []) => rapporteur.ask({ text, history });

describe('a claim without marks', () => {
  it.each([
    ['Who says there is a lack of lock keepers?', 'Timo Reck'],
    ['Who said lock keepers learn the craft on barges?', 'Pia Strand'],
  ])('is read as a question, too: %s', async (text, speaker) => {
    const { status, text: told, quotes } = await ask(text);
    expect(told).not.toMatch(/^These words were not found/u);
    expect([status, quotes[0]?.speaker]).toEqual(['answered', speaker]);
  });

  it('that nobody made is told as not found, and nothing built alike as found', async () => {
    const { status, text, verification } = await ask('Who says there is a lack of lanterns?');
    expect(status).toBe('nearest');
    expect(text).toMatch(/^These words were not found/u);
    expect([verification!.verdict, verification!.found]).toEqual(['not_found', null]);
  });
});

describe('what is called in another way', () => {
  it.each([
    ['Who noted that there are too few lock keepers?', 'Timo Reck'],
    ['Is there a scarcity of lock keepers?', 'Timo Reck'],
    ['Which school is there for young people?', 'Pia Strand'],
  ])('is found: %s', async (text, speaker) => {
    const { quotes, related } = await ask(text);
    expect([...quotes, ...(related ?? [])][0]?.speaker).toBe(speaker);
  });
});

it('does not name who tells of it for who did it', async () => {
  const { text, quotes } = await ask('Who helped to dig it?', ['What did Timo Reck say about the tunnel?']);
  expect(quotes[0]?.text).toContain('Grey Guild');
  expect(text).toBe('Timo Reck [1] told of it in the turn just quoted.');
});

describe('who took part from afar', () => {
  it.each(['Who joined by video instead of coming to Varn?', 'Who took part online?', 'Who was not there in person?'])(
    'is told by the record and by who gave them the floor: %s',
    async (text) => {
      const { text: told, quotes } = await ask(text);
      expect(told).toMatch(/^- Dana Frey, Director of Online Services \(participated via video\)/u);
      expect(told).not.toContain('Jon Pike');
      expect(quotes.map(({ speaker }) => speaker)).toEqual(['Mara Olin']);
    },
  );

  it('is nobody who speaks of what is online', async () => {
    expect((await ask('Who spoke about online lessons?')).text).not.toMatch(/^- /u);
  });
});

it('asks of others who share somebody’s worry', async () => {
  const { quotes } = await ask("Did anyone share Dana Frey's worry about the price of flour?");
  expect(quotes.map(({ speaker }) => speaker)).toEqual(['Eva Lund']);
});
