/** Facts that are asked for: which, when, who, how many. What does not tell them is no answer. All of it is invented. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([
    recordOf({
      id: 'SR2031a',
      title: 'Salt roads hearing',
      date: '2031-03-04',
      speakers: [
        { name: 'Ines Okafor', role: 'Chair' },
        { name: 'Lena Voss', role: 'Historian' },
        { name: 'Teo Marsh', role: 'Director of the Salt League' },
      ],
      turns: [
        { speaker: 'Ines Okafor', text: 'Welcome to the hearing on the salt roads. Let us begin with the history.' },
        {
          speaker: 'Lena Voss',
          text: 'The Salt League counts Norway, Peru, Chile, and then the two new ones, Ghana and Malta. The league meets every spring in a large hall.',
        },
        {
          speaker: 'Teo Marsh',
          text: 'Our caravans carry forty tons of salt. The toll on the road is a worry for the drivers, and we talk of it often.',
        },
      ],
    }),
    recordOf({
      id: 'LM2030a',
      title: 'Lamp makers meeting',
      date: '2030-01-01',
      speakers: [
        { name: 'Bo Ling', role: 'Lamp maker' },
        { name: 'Ana Prado', role: 'Seller' },
      ],
      turns: [
        {
          speaker: 'Bo Ling',
          text: 'The caravans of the lamp makers carry twelve crates of lamps. We sell them at the fair.',
        },
        { speaker: 'Ana Prado', text: 'Our target group is young sailors, and they want bright lamps.' },
      ],
    }),
  ]);
});
afterAll(() => rapporteur.close());

/** A session of its own: what else is in a library counts. */
let opened: Promise<Rapporteur> | null = null;
const bells = () => (opened ??= openBells());
async function openBells(): Promise<Rapporteur> {
  const ofBells = await rapporteurIn(temporaryFolder());
  const turns = [
    ['Ines Okafor', 'Good morning. Let us hear about the bells.'],
    [
      'Lena Voss',
      'The Bell Guild reached a hundred members in 1904, and it took the Drum Guild ten more years. My advice is a charter for the bells, the Bell Charter, which could be signed in 2040, when the guild meets.',
    ],
    [
      'Teo Marsh',
      'The new rules were then read out by the twelve ringers at the Copper Fair on the green. The Drum Guild was founded in 1890 by three drummers.',
    ],
    [
      'Mei Tanaka',
      'we have a bell with a broken rim in the tower, and the bell with the broken rim is the loudest of them.',
    ],
  ] as const;
  await ofBells.ingest([
    recordOf({
      id: 'bells',
      title: 'Bells of the upper town',
      date: '2031-05-06',
      speakers: [
        { name: 'Ines Okafor', role: 'Moderator' },
        { name: 'Lena Voss' },
        { name: 'Teo Marsh' },
        { name: 'Mei Tanaka' },
      ],
      turns: turns.map(([speaker, text]) => ({ speaker, text })),
    }),
  ]);
  return ofBells;
}
afterAll(async () => (await opened)?.close());

const ask = (text: string) => rapporteur.ask({ text });

describe('countries of a group', () => {
  it.each([
    ['What are the Salt League countries?', 'Norway, Peru, Chile, Ghana and Malta'],
    ['What are the two new Salt League countries?', 'Ghana and Malta'],
    // Five are no answer to which two they are.
    ['Which two countries joined the Salt League?', 'Ghana and Malta'],
  ])('%s', async (text, names) => expect((await ask(text)).text).toBe(`${names}, in the words of Lena Voss [1].`));
});

describe('who took the floor', () => {
  it.each<[string, RegExp]>([
    ['Who took the floor in SR2031a?', /^3 speakers:/u],
    ['How many people took the floor in SR2031a?', /^3 speakers:/u],
  ])('%s', async (text, told) => expect((await ask(text)).text).toMatch(told));
});

describe('two in one', () => {
  it('are both of the session that the first names', async () => {
    const { status, quotes } = await ask(
      'What selling price did they settle on in SR2031a, and who is the target group?',
    );
    expect(quotes.map(({ session }) => session.id)).not.toContain('LM2030a');
    expect(status).toBe('nearest');
  });

  it('show what comes nearest to the one that is not answered', async () => {
    const { text, quotes } = await ask(
      'What did the drummers wear at the wedding, and how many tons of salt do the caravans carry?',
    );
    expect(text).toMatch(/nothing for certain; nearest [^.]*\[2\]\.\n.*Forty tons, in/u);
    expect(quotes).toHaveLength(2);
  });
});

describe('an empty library', () => {
  it.each(['Did anyone mention rice?', 'What was said about rice?', 'Who spoke?', 'Who said the port is too small?'])(
    'has nothing to read yet, and nobody was silent in it: %s',
    async (text) => {
      const empty = await rapporteurIn(temporaryFolder());
      onTestFinished(() => empty.close());
      const answer = await empty.ask({ text });
      expect(answer).toMatchObject({ status: 'not_found', text: 'No session can be read here yet.' });
    },
  );
});

describe('when something was', () => {
  it.each([
    // The year of something else that was done.
    ['In which year was the Bell Guild founded?', 'nearest'],
    ['When did the Bell Guild start?', 'nearest'],
    ['When was the Bell Charter signed?', 'nearest'],
    ['When was the Copper Fair held?', 'nearest'],
    ['When did the Bell Guild reach a hundred members?', 'answered'],
    ['When was the Drum Guild founded?', 'answered'],
    ['When could the Bell Charter be signed?', 'answered'],
  ])('%s', async (text, status) => {
    const answer = await (await bells()).ask({ text });
    expect(answer.status, answer.text).toBe(status);
  });
});

describe('who did something', () => {
  it('is not whoever chairs the session, where it is of something else that is hosted', async () => {
    const { text } = await (await bells()).ask({ text: 'Who hosts the Copper Fair?' });
    expect(text).not.toMatch(/^Ines Okafor, Moderator/u);
  });
});

describe('what something is called', () => {
  it('is not told by what gives it no name', async () => {
    const { status, quotes } = await (await bells()).ask({ text: 'What is the bell with the broken rim called?' });
    expect({ status, quotes }).toMatchObject({ status: 'nearest', quotes: [] });
  });
});

describe('how many', () => {
  it.each<[string, RegExp]>([
    ['How many mills are there worldwide?', /^(?!.*Forty mills)/u],
    ['How many mills did we build?', /^Forty mills/u],
    // The members of another body.
    ['How many members does the ZZT have?', /^(?!.*eleven members)/iu],
    ['How many members does the millers union have?', /eleven members/iu],
    ['How many new members are in the Mill Pact?', /^Chad, Laos and Fiji/u],
  ])('%s', async (text, told) => {
    const mills = await rapporteurIn(temporaryFolder());
    onTestFinished(() => mills.close());
    const turns = [
      [
        'Lena Voss',
        'We have built forty mills, which is a quarter of all mills. The millers union has eleven members.',
      ],
      [
        'Teo Marsh',
        'The Mill Pact has Norway, Peru and Mali, and then the new members, Chad, Laos and Fiji. The ZZT pays for it.',
      ],
    ] as const;
    await mills.ingest([
      recordOf({
        id: 'mills',
        title: 'Mills',
        date: '2031-05-06',
        turns: turns.map(([speaker, said]) => ({ speaker, text: said })),
      }),
    ]);
    expect((await mills.ask({ text })).text).toMatch(told);
  });
});

describe('what comes nearest', () => {
  it('is first what has the name that is asked about', async () => {
    const { related, status } = await (await bells()).ask({ text: 'Which founder of the guild owns the Copper Fair?' });
    expect(status).not.toBe('not_found');
    if (status === 'nearest') expect(related[0]!.text).toContain('Copper Fair');
  });
});
