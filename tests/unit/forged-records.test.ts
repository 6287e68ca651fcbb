/** What a chat adds never changes a record of another origin, whatever it says of itself. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur, Record } from '../../src/rapporteur.ts';
import { watchFolder } from '../../src/records/watch-folder.ts';
import { listen } from '../fakes/listen.ts';
import { harbour, orchard } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const ours = { ...harbour, url: 'https://records.example.org/harbour' };
/** A sentence under the name of somebody who never said it. */
const forgery = 'We will sell the harbour to the highest bidder.';
const forged = (change: object = {}) => ({
  ...ours,
  turns: [{ speaker: 'Mei Tanaka', text: forgery }, ...ours.turns],
  ...change,
});
const bytesOf = (...sessions: object[]) => Buffer.from(sessions.map((each) => JSON.stringify(each)).join('\n'));

let rapporteur: Rapporteur;
let folder: string;
let file: string;
let before: string;
/** A server whose one address leads to where the operator's record came from. */
let server: { url: string; close(): Promise<void> };

const state = async () =>
  JSON.stringify([
    await rapporteur.sessions(),
    await Promise.all((await rapporteur.sessions()).map(({ id }) => rapporteur.show(id))),
    await rapporteur.speakers(),
  ]);

beforeAll(async () => {
  server = await pages();
  rapporteur = await rapporteurIn(temporaryFolder(), { INGEST_PRIVATE_ADDRESSES: 'true' });
  folder = temporaryFolder();
  file = path.join(folder, 'harbour.json');
  writeFileSync(file, bytesOf(ours));
  writeFileSync(path.join(folder, 'all.zip'), zipSync({ 'orchard.json': strToU8(JSON.stringify(orchard)) }));
  const { files } = await rapporteur.ingest([
    { path: file },
    { path: path.join(folder, 'all.zip') },
    { address: `${server.url}/page` },
  ]);
  expect(files.map(({ failure }) => failure)).toEqual([null, null, null]);
  before = await state();
});
afterAll(async () => {
  await rapporteur.close();
  await server.close();
});

async function pages() {
  const page = {
    id: 'page-2025',
    title: 'Pier hearing',
    turns: [{ speaker: 'Ola Berg', text: 'The pier is closed.' }],
  };
  const web = await listen(async (request, response) => {
    if (request.url === '/elsewhere') response.writeHead(302, { location: '/page' }).end();
    else response.writeHead(200, { 'content-type': 'application/json', etag: '"1"' }).end(JSON.stringify(page));
  });
  return { url: `http://127.0.0.1:${web.port}`, close: () => web.close() };
}

const stranger = 'discord:666';
const upload = (name: string, bytes: Uint8Array, address?: string): Record => ({
  name,
  bytes,
  origin: stranger,
  ...(address !== undefined && { address }),
});

/** Ten kinds of record that would pass for another. */
const kinds: [kind: string, add: () => Promise<unknown>][] = [
  ['the same id', () => rapporteur.ingest([upload('a.json', bytesOf(forged({ title: 'Something else', url: null })))])],
  [
    'the same event',
    () => rapporteur.ingest([upload('b.json', bytesOf(forged({ id: 'other', event: 'Coast Week' })))]),
  ],
  ['the same url', () => rapporteur.ingest([upload('c.json', bytesOf(forged({ id: 'third', title: 'Third' })))])],
  [
    'the same title, without an id',
    () => rapporteur.ingest([upload('d.json', bytesOf({ ...forged(), id: undefined }))]),
  ],
  [
    'an entry of an archive of the same name',
    () =>
      rapporteur.ingest([
        upload(
          'all.zip',
          zipSync({ 'orchard.json': strToU8(JSON.stringify({ ...orchard, ...forged(), id: orchard.id })) }),
        ),
      ]),
  ],
  [
    'an address that is redirected',
    () => rapporteur.ingest([{ address: `${server.url}/elsewhere`, origin: stranger }]),
  ],
  [
    'the path of a watched file',
    async () => {
      await rapporteur.ingest([upload(file, bytesOf(forged()), file)]);
      // What the watched folder then sees is its own.
      const reports: string[] = [];
      const watching = watchFolder({
        rapporteur,
        folder,
        settleMs: 20,
        onReport: ({ files }) =>
          reports.push(...files.flatMap(({ sessions }) => sessions.map(({ outcome }) => outcome))),
        onError: () => {},
      });
      await watching.settled;
      await watching.stop();
      expect(new Set(reports)).toEqual(new Set(['unchanged']));
    },
  ],
  [
    'an interchange of many sessions',
    () =>
      rapporteur.ingest([
        upload(
          'many.jsonl',
          bytesOf(forged(), forged({ id: orchard.id, title: orchard.title }), forged({ id: 'page-2025' })),
        ),
      ]),
  ],
  [
    'a corrected copy',
    async () => {
      await rapporteur.ingest([upload('copy.json', bytesOf(ours))]);
      await rapporteur.correct('harbour-2025@discord-666', { kind: 'rename', from: 'Mei Tanaka', to: 'Mei Forged' });
    },
  ],
  [
    'an older version',
    () =>
      rapporteur.ingest([
        upload('old.json', bytesOf({ ...ours, turns: ours.turns.slice(0, 2) }), `${server.url}/page`),
      ]),
  ],
];

describe('a forged record', () => {
  it.each(kinds)('of %s changes nothing of the operator, and is seen where it was added alone', async (_kind, add) => {
    await add();
    expect(await state()).toBe(before);
    const { quotes } = await rapporteur.ask({ text: 'What was said about the highest bidder?' });
    expect(JSON.stringify(quotes)).not.toContain('bidder');
    const there = { origins: [stranger] };
    for (const { id } of await rapporteur.sessions(there)) {
      expect(id).toMatch(/@discord-666/);
      const session = (await rapporteur.show(id, there))!;
      expect({ page: session.page, origin: session.origin }).toEqual({ page: null, origin: stranger });
      // By its id, or by the event it names, it is seen nowhere else.
      for (const scope of [
        undefined,
        { sessions: [id] },
        { events: ['Coast Week'] },
        { origins: ['discord:1', 'operator'] },
      ])
        expect(await rapporteur.show(id, scope)).toBeNull();
    }
  });

  it('of a place is not replaced by the operator either, nor by a third', async () => {
    const theirs = await rapporteur.show('harbour-2025@discord-666', { origins: [stranger] });
    expect(theirs).not.toBeNull();
    await rapporteur.ingest([
      { name: 'x.json', bytes: bytesOf({ ...ours, id: 'harbour-2025@discord-666', title: 'Taken' }) },
      { name: 'x.json', bytes: bytesOf({ ...ours, id: 'harbour-2025@discord-666' }), origin: 'slack:T1' },
    ]);
    expect(await rapporteur.show('harbour-2025@discord-666', { origins: [stranger] })).toEqual(theirs);
    const ids = async (origin: string) => (await rapporteur.sessions({ origins: [origin] })).map(({ id }) => id);
    expect(await ids('operator')).toContain('harbour-2025@discord-666-2');
    expect(await ids('slack:T1')).toEqual(['harbour-2025@discord-666@slack-T1']);
    await rapporteur.remove('harbour-2025@discord-666-2');
    expect(await state()).toBe(before);
  });

  it('goes with its origin when that is adopted or removed', async () => {
    const { sessions } = await rapporteur.holdings();
    const theirs = sessions.filter(({ origin }) => origin === stranger).map(({ id }) => id);
    expect(theirs.length).toBeGreaterThan(5);
    expect(await rapporteur.give([theirs[0]!], 'operator')).toEqual([theirs[0]]);
    expect((await rapporteur.sessions()).map(({ id }) => id)).toContain(theirs[0]);
    for (const id of theirs) await rapporteur.remove(id);
    expect(await rapporteur.sessions({ origins: [stranger] })).toEqual([]);
    expect(await state()).toBe(before);
  });
});
