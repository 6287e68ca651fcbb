/** Yes or no about who spoke, and about the session itself. */
import { afterAll, expect, it } from 'vitest';
import { tideForum } from '../fixtures/tide-forum.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const rapporteur = await rapporteurIn(temporaryFolder());
await rapporteur.ingest([{ name: 'tides.json', bytes: Buffer.from(JSON.stringify(tideForum)) }]);
afterAll(() => rapporteur.close());

it.each([
  ['Was it Lindqvist who spoke about seals?', /^Yes: Tomas Lindqvist/u],
  ['Was it Iyer who spoke about seals?', /^Not Iyer: these are the words of Tomas Lindqvist/u],
  ['Was it Iyer or Lindqvist who spoke about seals?', /^Yes: Tomas Lindqvist/u],
  ['Was the forum held in Bergen?', /^Varn, by the words of Ines Okafor/u],
  ['Was the forum on 12 May?', /^14 May 2031/u],
  ['Did ten people speak?', /^6 speakers/u],
  ['Were there twelve speakers?', /^6 speakers/u],
  ['Is it correct that six speakers took part?', /^6 speakers/u],
  ['Is Lindqvist the director of the Harbour Office?', /^Tomas Lindqvist: Director of the Lake Office/u],
])('%s %s', async (text, told) => expect((await rapporteur.ask({ text, history: [] })).text).toMatch(told));
