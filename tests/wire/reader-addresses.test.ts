/** Sessions and speakers with names that addresses take for something else. All that is said here is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessionUrl } from '../../adapters/mcp/tools/quotation.ts';
import { sessionPath, speakerPath } from '../../adapters/web/paths.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { servedReader } from '../fixtures/served.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const address = 'https://records.example.org';
const names = ['.', '..', '~.', '~~..', '%2E', 'a/b', 'a?b#c', '~', '...', 'über %', 'notes.txt'];
let rapporteur: Rapporteur;
let served: Awaited<ReturnType<typeof servedReader>>;
beforeAll(async () => {
  const folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder, { WEB_ADDRESS: address });
  const sessions = names.map((name, number) => ({
    id: name,
    title: `Hearing ${number}`,
    turns: [{ speaker: name, text: `We counted ${number + 500} seals in the bay.` }],
  }));
  await rapporteur.ingest([recordOf(...sessions)]);
  served = await servedReader(rapporteur, folder);
});
afterAll(async () => {
  await served.stop();
  await rapporteur.close();
});

const textAt = async (path: string) => (await fetch(new URL(path, served.address))).text();

it.each(names.map((name, number) => [number, name] as const))(
  '%i: “%s” is reached by its address',
  async (number, name) => {
    const words = `We counted ${number + 500} seals in the bay.`;
    expect(await textAt(sessionPath(name))).toContain(words);
    expect(await textAt(`${sessionPath(name)}.txt`)).toContain(words);
    expect(await textAt(`/api/v1${sessionPath(name)}`)).toContain(words);
    expect(await textAt(speakerPath(name))).toContain(`<h1>${name}</h1>`);
    const { quotes } = await rapporteur.ask({ text: `Who counted ${number + 500} seals?` });
    const opened = await textAt(quotes[0]!.address!.replace(address, ''));
    expect(opened).toMatch(new RegExp(`<mark[^>]*>[^<]*${number + 500} seals`, 'u'));
    const { pathname } = new URL(sessionUrl({ id: name, page: null }, address));
    expect(await textAt(pathname)).toContain(words);
  },
);
