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
