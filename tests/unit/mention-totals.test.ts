/** Who mentioned something: all who did, each counted once, over more invented sessions than are read to find what answers. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const names = `Abel Bruna Cyril Dora Emil Flora Goran Hilda Ivo Jana Karl Lena Milan Nora Oskar`.split(' ');
const sessions = names.map((name, number) => ({
  id: `invented-${number}`,
  title: `Invented sitting ${number}`,
  turns: [
    { speaker: `${name} Vance`, text: `In my bay, kelp grows on ${number + 2} ropes.` },
    { speaker: 'Rut Olsen', text: number < 3 ? 'I like kelp too.' : 'I have nothing to add.' },
  ],
}));

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([
    recordOf(...sessions, {
      id: 'invented-last',
      title: 'Invented last sitting',
      // The same Abel Vance, in the other order of his names.
      turns: [{ speaker: 'Vance Abel', text: 'Kelp is cheap. The levy is not.' }],
    }),
  ]);
});
afterAll(() => rapporteur.close());

it('counts all of them, each once, and says nothing of a part', async () => {
  const { text } = await rapporteur.ask({ text: 'Who mentioned kelp?' });
  expect(text).toMatch(/^16 speakers spoke of this; the clearest: /u);
  expect(text).not.toContain('Counted in');
});

it('counts one who did as one', async () =>
  expect((await rapporteur.ask({ text: 'Who mentioned the levy?' })).text).toMatch(
    /^(?:Vance Abel|Abel Vance) \[1\]/u,
  ));
