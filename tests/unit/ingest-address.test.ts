/** Records by address, from a web server of this machine into a library. The people and their words are invented. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { harbour } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
let server: Server;
let address: string;
let rapporteur: Rapporteur;
/** What the server has, by path: a text with the number of its version. */
let pages: { [path: string]: { text: string; version: number } };
let asked: { url: string; status: number }[];

const open = (env: NodeJS.ProcessEnv = {}) => rapporteurIn(folder, { INGEST_PRIVATE_ADDRESSES: 'true', ...env });

beforeEach(async () => {
  folder = temporaryFolder();
  [pages, asked] = [{}, []];
  server = createServer((request, response) => {
    const page = pages[request.url!];
    const etag = `"${page?.version}"`;
    const status = !page ? 404 : request.headers['if-none-match'] === etag ? 304 : 200;
    asked.push({ url: request.url!, status });
    if (page) response.setHeader('etag', etag);
    response.writeHead(status).end(status === 200 ? page!.text : '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  rapporteur = await open();
});
afterEach(async () => {
  await rapporteur.close();
  server.closeAllConnections();
  server.close();
});

async function ingest(page: string): Promise<string> {
  const {
    files: [file],
  } = await rapporteur.ingest([{ address: address + page }]);
  return file!.failure ?? file!.sessions.map(({ id, outcome }) => `${id} ${outcome}`).join(', ');
}

const captions = (last: string) =>
  `WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Ines Okafor>Good morning and welcome to the hearing on dredging.\n\n00:00:06.000 --> 00:00:09.000\n<v Mei Tanaka>${last}\n`;

describe('a record by address', () => {
  it('is put in, and asked for again only to hear that it is the same', async () => {
    pages['/harbour.vtt'] = { text: captions('We counted 312 seals in the bay.'), version: 1 };
    expect(await ingest('/harbour.vtt')).toMatch(/^harbour\S* added$/u);
    expect(await ingest('/harbour.vtt')).toMatch(/^harbour\S* unchanged$/u);
    expect(asked.map(({ status }) => status)).toEqual([200, 304]);
    expect(await rapporteur.sessions()).toMatchObject([{ source: `${address}/harbour.vtt`, turnCount: 2 }]);
  });
  it('keeps its session when the page changes, and answers have the new words', async () => {
    pages['/harbour.vtt'] = { text: captions('We counted 312 seals in the bay.'), version: 1 };
    await ingest('/harbour.vtt');
    const before = await rapporteur.ask({ text: 'How many seals were counted?' });
    pages['/harbour.vtt'] = { text: captions('We counted 290 seals in the bay.'), version: 2 };
    expect(await ingest('/harbour.vtt')).toMatch(/^harbour\S* updated$/u);
    const after = await rapporteur.ask({ text: 'How many seals were counted?' });
    expect([before, after].map(({ quotes }) => quotes[0]!.text)).toEqual([
      'We counted 312 seals in the bay.',
      'We counted 290 seals in the bay.',
    ]);
    expect(before.quotes[0]!.session.version).not.toBe(after.quotes[0]!.session.version);
    expect(await rapporteur.sessions()).toHaveLength(1);
  });
  it('is unchanged where only what is around the words has changed', async () => {
    pages['/harbour.json'] = { text: JSON.stringify(harbour), version: 1 };
    await ingest('/harbour.json');
    pages['/harbour.json'] = { text: JSON.stringify(harbour, null, 2), version: 2 };
    expect(await ingest('/harbour.json')).toBe('harbour-2025 unchanged');
    expect(await ingest('/harbour.json')).toBe('harbour-2025 unchanged');
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 304]);
  });
  it('is fetched whole again after its session was removed', async () => {
    pages['/harbour.json'] = { text: JSON.stringify(harbour), version: 1 };
    await ingest('/harbour.json');
    await rapporteur.remove('harbour-2025');
    expect(await ingest('/harbour.json')).toBe('harbour-2025 added');
  });
  it('that is gone leaves the session it gave', async () => {
    pages['/harbour.json'] = { text: JSON.stringify(harbour), version: 1 };
    await ingest('/harbour.json');
    pages = {};
    expect(await ingest('/harbour.json')).toMatch(/the server answers 404/u);
    expect(await rapporteur.sessions()).toHaveLength(1);
  });
  it('gives quotes an address that opens at the words, for a page of text', async () => {
    const page = [
      'Rivers and data',
      '',
      'Session at a glance',
      'Summary',
      'They spoke about rivers.',
      '',
      'Session transcript',
      '',
      'Ines Okafor: Good morning and welcome to the session on rivers.',
      '',
      'Mei Tanaka: The river gauges publish their readings within an hour.',
      '',
    ].join('\n');
    pages['/event/rivers/data'] = { text: page, version: 1 };
    await ingest('/event/rivers/data');
    const {
      quotes: [quote],
    } = await rapporteur.ask({ text: 'What was said about river gauges?' });
    expect(quote!.url).toBe(
      `${address}/event/rivers/data#:~:text=Mei%20Tanaka%3A-,The%20river%20gauges%20publish%20their%20readings%20within%20an%20hour.`,
    );
  });
  it('keeps its version where only what is around the words has changed, and its links open there', async () => {
    const page = (around: string) =>
      `<html><body><h1>Hearing</h1>${around}<p><b>Ines Okafor:</b> We begin with the seals.</p><p><b>Mei Tanaka:</b> We counted 312 seals.</p>` +
      '<p><b>Ines Okafor:</b> Good.</p><p><b>Mei Tanaka:</b> Thank you.</p></body></html>';
    const asked = async () => (await rapporteur.ask({ text: 'How many seals were counted?' })).quotes[0]!;
    pages['/hearing.html'] = { text: page(''), version: 1 };
    expect(await ingest('/hearing.html')).toMatch(/added$/u);
    const before = await asked();
    expect(decodeURIComponent(before.url!)).toMatch(/#:~:text=Mei Tanaka:-,We counted 312 seals\.$/u);
    pages['/hearing.html'] = { text: page('<footer><p>Mei Tanaka: We counted 312 seals.</p></footer>'), version: 2 };
    expect(await ingest('/hearing.html')).toMatch(/unchanged$/u);
    const after = await asked();
    expect(after.session.version).toBe(before.session.version);
    // The same words stand above now, so that more of those before go with them.
    expect(decodeURIComponent(after.url!)).toMatch(/Mei Tanaka:-,We counted 312 seals\.,-?|-,We counted 312 seals\./u);
    expect(after.url).not.toBe(before.url);
    expect((await rapporteur.show(after.session.id))!.page).toEqual({
      address: `${address}/hearing.html`,
      placeBy: 'text',
    });
  });
  it('on this machine is refused unless that is set', async () => {
    await rapporteur.close();
    rapporteur = await open({ INGEST_PRIVATE_ADDRESSES: '' });
    pages['/harbour.json'] = { text: JSON.stringify(harbour), version: 1 };
    expect(await ingest('/harbour.json')).toMatch(/127\.0\.0\.1 is an address of this machine/u);
    expect(asked).toEqual([]);
  });
});
