/** Whom a question leaves out is neither asked of nor told, be it asked of the report or of what was said. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let measured: Rapporteur;
let bare: Rapporteur;
beforeAll(async () => {
  measured = await rapporteurIn(temporaryFolder());
  await measured.ingest([
    { path: fileURLToPath(new URL('../../src/sample/rivers-session-page.txt', import.meta.url)) },
  ]);
  bare = await rapporteurIn(temporaryFolder());
  const turns = [
    ['Olga Petrenko', 'Good morning, I will be your moderator. Let us begin with the barges.'],
    [
      'Ines Okafor',
      'The barges need a lock at Varn before the frost, and the lock needs a keeper who can read the ice and the wind.',
    ],
    ['Tomas Lindqvist', 'The barges need pilots more than locks, and pilots need pay.'],
    ['Olga Petrenko', 'Thank you all for this.'],
    ['Mei Tanaka', 'Barges carry salt from the coast to Ostra in all of the winter, I say.'],
  ].map(([speaker, text]) => ({ speaker: speaker!, text: text! }));
  await bare.ingest([recordOf({ id: 'canal', title: 'The Canal in Winter', turns })]);
});
afterAll(async () => {
  await measured.close();
  await bare.close();
});

describe('what the report measured', () => {
  it.each([
    ['Who gave the shortest speech?', 'Teuila Fanene: 71 seconds'],
    ['Who gave the shortest speech, leaving Teuila Fanene aside?', 'Par Lindqvale: 90 seconds'],
    ['Leaving Fanene and Lindqvale aside, who gave the shortest speech?', 'Nkechi Oduwale: 99 seconds'],
    ['Who spoke the fastest?', 'Marisol Quintavar: 151'],
    ['Who spoke the fastest, not counting the moderator?', 'Nkechi Oduwale: 148'],
    ['Who gave the longest speech at the forum, excluding the chair?', 'Daorong Wen: 162 seconds'],
    ['With Mr. Wen left out, who gave the longest speech?', 'Jurgen Aldersbach: 141 seconds'],
  ])('%s is told of the others: %s', async (text, told) => {
    expect((await measured.ask({ text })).text).toContain(told);
  });
});

describe('what was said', () => {
  it.each([
    ['Who spoke least?', 'Tomas Lindqvist'],
    ['Who spoke most, apart from Okafor?', 'Olga Petrenko'],
    ['Who spoke most, setting Okafor and the moderator aside?', 'Mei Tanaka'],
    ['Who spoke first, except for the moderator?', 'Ines Okafor'],
  ])('%s %s', async (text, told) => {
    expect((await bare.ask({ text })).text).toContain(told);
  });

  it('lists the others alone', async () => {
    const { text } = await bare.ask({ text: 'List the speakers other than the moderator.' });
    expect(text).toContain('Tanaka');
    expect(text).not.toContain('Petrenko');
  });

  it('quotes the others alone', async () => {
    const { quotes } = await bare.ask({ text: 'Who spoke about barges, leaving Okafor and the moderator aside?' });
    expect(new Set(quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Tomas Lindqvist', 'Mei Tanaka']));
  });
});
