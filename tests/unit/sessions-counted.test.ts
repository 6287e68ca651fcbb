/** Sessions of a library that are counted by what they are called; all of it is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const titles = ['Harbour Board of Varn 1', 'Harbour Board of Varn 2', 'TLA group meeting 7'];
  await rapporteur.ingest(
    titles.map((title, at) =>
      recordOf({
        id: `session-${at}`,
        title,
        date: `2031-03-0${at + 1}`,
        speakers: [{ name: 'Runa Feldt', role: 'Engineer of the TLA' }],
        turns: [
          { speaker: 'Runa Feldt', text: 'The harbour board of Varn has many meetings here. Let us speak of tar.' },
        ],
      }),
    ),
  );
});
afterAll(() => rapporteur.close());

it.each([
  ['How many meetings of the Harbour Board of Varn are in here?', /^2 sessions/u],
  ['How many Harbour Board meetings do you have?', /^2 sessions/u],
  ['Which harbour board meetings are there in the library?', /^2 sessions/u],
  ['How many meetings are in here?', /^3 sessions/u],
  // Somebody who speaks is of what the one session is called after.
  ['How many TLA meetings have you read?', /^(?:1|One) session.*TLA group meeting 7/u],
])('%s', async (text, told) => expect((await rapporteur.ask({ text })).text).toMatch(told));
