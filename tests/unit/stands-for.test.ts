import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

/** One session says what the acronyms stand for; of the others each says one or the other. */
const sessions = [
  {
    id: 'opening',
    title: 'Opening',
    turns: [
      {
        speaker: 'Ada Moss',
        text: 'The United Nations Guiding Principles, which everybody calls the UNGPs, are ten years old. We also welcome the River Data Compact (RDC). Much is done with remote sensing (RS) now.',
      },
    ],
  },
  {
    id: 'wells',
    title: 'Wells',
    turns: [
      {
        speaker: 'Bo Lind',
        text: 'Good morning. A firm that drills must publish its audits under the guiding principles. The pumps are blue.',
      },
      { speaker: 'Cy Park', text: 'The RDC is to be reviewed in the spring of 2031. Lunch is at noon.' },
      { speaker: 'Cy Park', text: 'RS pictures come from four satellites.' },
    ],
  },
  {
    id: 'rivers',
    title: 'Rivers',
    turns: [
      { speaker: 'Dee Voss', text: 'Nobody pays for the secretariat of the river data compact. We shall see.' },
      { speaker: 'Eli Frank', text: 'The hydrological catchment was surveyed by nine volunteers.' },
    ],
  },
  ...Array.from({ length: 8 }, (_, at) => ({
    id: `bakery-${at}`,
    title: `Bakery ${at}`,
    turns: [
      {
        speaker: 'Fay Hill',
        text: `Oven ${at} is warm. The bread of the week has rye, and the principles of the baker are old. Data on flour is good to have.`,
      },
    ],
  })),
];

let folder: string;
let rapporteur: Rapporteur;

beforeAll(async () => {
  folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder);
  await rapporteur.ingest([recordOf(...sessions)]);
});

afterAll(async () => {
  await rapporteur.close();
});

async function quoted(text: string, scope?: string[]): Promise<string> {
  const { quotes } = await rapporteur.ask({ text, ...(scope && { scope: { sessions: scope } }) });
  return quotes.map((quote) => `${quote.speaker}: ${quote.text}`).join('\n');
}

describe('an acronym in a question', () => {
  it('finds the words in full, though only another session tells that they are meant', async () => {
    expect(await quoted('What must a firm that drills publish under the UNGPs?')).toContain(
      'Bo Lind: A firm that drills must publish its audits',
    );
    expect(await quoted('Who pays for the secretariat of the RDC?')).toContain(
      'Dee Voss: Nobody pays for the secretariat',
    );
  });
  it('finds itself', async () =>
    expect(await quoted('When is the RDC to be reviewed?')).toContain(
      'Cy Park: The RDC is to be reviewed in the spring of 2031.',
    ));
  it('stands for nothing where no session that may be seen says for what', async () => {
    expect(await quoted('Who spoke about the RDC?')).toContain('Dee Voss');
    expect(await quoted('Who spoke about the RDC?', ['rivers', 'wells'])).not.toContain('Dee Voss');
  });
});

describe('words in full in a question', () => {
  it.each(['When is the River Data Compact to be reviewed?', 'when is the river data compact to be reviewed?'])(
    'find the acronym: %s',
    async (question) => {
      expect(await quoted(question)).toContain('Cy Park: The RDC is to be reviewed in the spring of 2031.');
    },
  );
  it('find one of two letters', async () =>
    expect(await quoted('How many satellites do remote sensing pictures come from?')).toContain(
      'Cy Park: RS pictures come from four satellites.',
    ));
});

describe('a matter that is spelt wrongly', () => {
  it.each(['How many volunteers surveyed the hidrological catchment?', 'Who surveyed the hydrologicel cachment?'])(
    'is found: %s',
    async (question) => expect(await quoted(question)).toContain('Eli Frank: The hydrological catchment'),
  );
});
