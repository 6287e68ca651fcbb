/** What assistants watch and keep: a token's own over HTTP, the operator's own on standard input beside the terminal. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operatorsOwn } from '../../src/access/sees.ts';
import { localHosts, serveMcp } from '../../adapters/mcp/http.ts';
import { mcpServers } from '../../adapters/mcp/server.ts';
import { mostCharacters } from '../../adapters/mcp/tools/pages.ts';
import { forgetToken, keeperOf } from '../../src/chat/keeper.ts';
import { digestForProgram } from '../../src/chat/watches/for-program.ts';
import { tokensIn } from '../../src/operations/tokens.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { depthsRecord } from '../fixtures/depths.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { chatsIn } from '../fixtures/keeping.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const folder = temporaryFolder();
const tokens = tokensIn(folder);
const chats = chatsIn(folder);
const log = { info: () => {}, warn: () => {} };
let rapporteur: Rapporteur;
let server: Awaited<ReturnType<typeof serveMcp>>;
let [desk, orchards] = [null, null] as unknown as [Client, Client];

beforeAll(async () => {
  rapporteur = await rapporteurIn(folder);
  await rapporteur.ingest([recordOf(harbour, orchard)]);
  const servers = mcpServers({
    caller: (access) => {
      const { name, scope } = access!;
      return { rapporteur, scope, keeping: { keeper: keeperOf(name), chats } };
    },
    log,
    reference: () => 'abc123',
  });
  const accessOf = (token: string) => tokens.accessOf(token);
  server = await serveMcp({ servers, log, accessOf, hosts: localHosts, perMinute: 1000 }, { port: 0 });
  desk = await clientOf('desk');
  orchards = await clientOf('orchards', { sessions: ['orchard-2025'] });
});
beforeEach(() =>
  chats(async (store) => {
    for (const name of ['desk', 'orchards']) await forgetToken(name, store);
  }),
);
afterAll(async () => {
  await server.stop();
  await rapporteur.close();
});

async function clientOf(name: string, scope?: { sessions: string[] }): Promise<Client> {
  const token = await tokens.add({ name, scope }, new Date());
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  const requestInit = { headers: { authorization: `Bearer ${token}` } };
  const address = new URL(`http://127.0.0.1:${server.port}/mcp`);
  await client.connect(new StreamableHTTPClientTransport(address, { requestInit }));
  return client;
}

interface Gave {
  done: string;
  text: string;
  watches: { number: number; words: string }[];
  quotes: { number: number; quote: Quotation; note: string; tag: string; citation: string }[];
  total: number;
  hidden: number;
  searched: { sessions: number };
  next: number | null;
}
interface Quotation {
  text: string;
  speaker: string | null;
  session: { id: string };
  turn: number;
}

async function call<Given = Gave>(client: Client, name: string, given: Record<string, unknown> = {}): Promise<Given> {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
  const text = (content as { text: string }[])[0]!.text;
  if (isError) throw new Error(text);
  expect(JSON.parse(text)).toEqual(structuredContent);
  expect(text.length).toBeLessThanOrEqual(mostCharacters);
  return structuredContent as Given;
}

const news = (id: string, text: string, speaker = 'Par Holm') => depthsRecord([[speaker, text]], id);
const digestOf = (client: Client, given = {}) =>
  call<{ text: string; quotes: Quotation[]; total: number; next: number | null }>(client, 'digest', given);

describe('what is watched', () => {
  it('is told of new sessions, once, to whose token it is', async () => {
    expect(await call(desk, 'watches')).toMatchObject({ total: 0, searched: { sessions: 2 } });
    expect((await digestOf(desk)).text).toContain('Nothing is watched');
    const added = await call(desk, 'watches', { action: 'add', what: 'lanterns' });
    expect(added.done).toContain('no news: 0 quotes');
    expect(await call(desk, 'watches', { action: 'add', kind: 'named', what: 'Ana Ruiz' })).toMatchObject({
      total: 2,
      watches: [{ words: 'lanterns' }, { words: 'the name of Ana Ruiz' }],
    });
    await call(orchards, 'watches', { action: 'add', what: 'lanterns' });
    expect((await digestOf(desk)).text).toBe('Nothing new of what is watched.');
    await rapporteur.ingest([news('lanterns', 'The lanterns are lit at dusk. Ana Ruiz lights them.')]);
    const told = await digestOf(desk);
    expect(told.quotes.map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringContaining('The lanterns are lit at dusk.')]),
    );
    expect(told).toMatchObject({ next: null, total: 2 });
    expect(told.quotes[0]).toMatchObject({ speaker: 'Par Holm', session: { id: 'lanterns' }, turn: 1 });
    expect((await digestOf(desk)).text).toBe('Nothing new of what is watched.');
    expect((await digestOf(orchards)).text).toBe('Nothing new of what is watched.');
    const [one] = added.watches;
    await expect(call(orchards, 'watches', { action: 'stop', number: one!.number })).rejects.toThrow(/Nothing of the/u);
    expect(await call(desk, 'watches', { action: 'stop', number: one!.number })).toMatchObject({ total: 1 });
  });

  it.each([
    [{ action: 'add' }, /Give `what`/u],
    [{ action: 'add', what: '\u202e?!' }, /in words/u],
    [{ action: 'add', what: 'seals', about: 'mud' }, /words of a speaker/u],
    [{ action: 'stop' }, /Give `number`/u],
  ])('is no watch: %j', async (given, why) => {
    await expect(call(desk, 'watches', given)).rejects.toThrow(why);
  });

  it('is refused twice, and beyond twenty-five', async () => {
    for (let count = 1; count <= 25; count += 1)
      await call(desk, 'watches', { action: 'add', kind: 'phrase', what: `${'very '.repeat(50)}${count}` });
    await expect(
      call(desk, 'watches', { action: 'add', kind: 'phrase', what: `${'very '.repeat(50)}3` }),
    ).rejects.toThrow(/already/u);
    await expect(call(desk, 'watches', { action: 'add', what: 'seals' })).rejects.toThrow(/stop one/u);
    expect(await call(desk, 'watches')).toMatchObject({ total: 25, next: null });
  });

  it('is told page by page where it is long, until its last page was read', async () => {
    const counts = Array.from({ length: 25 }, (_, n) => `Count ${n} of the ferries ${`was number${n} `.repeat(16)}`);
    for (const what of counts) await call(desk, 'watches', { action: 'add', kind: 'phrase', what });
    const turns = counts.map((count) => ({
      speaker: 'Par Holm',
      text: `${count}${'"""" a '.repeat(88)}all over.`,
    }));
    await rapporteur.ingest([
      recordOf({ id: 'counts-'.repeat(40), title: 'A hearing on counts', date: '2025-05-15', turns }),
    ]);
    const first = await digestOf(desk);
    expect(first.next).toBeGreaterThan(0);
    expect(await digestOf(desk)).toEqual(first);
    const all = [...first.quotes];
    for (let { next } = first; next !== null;) {
      const page = await digestOf(desk, { offset: next });
      all.push(...page.quotes);
      ({ next } = page);
    }
    expect(all).toHaveLength(first.total);
    expect((await digestOf(desk)).text).toBe('Nothing new of what is watched.');
  });

  it('is told again where it was not handed on, but for what may not be seen any more', async () => {
    await call(desk, 'watches', { action: 'add', what: 'kelp' });
    await rapporteur.ingest([news('kelp', 'The kelp grows back.')]);
    const seen = operatorsOwn;
    // As a process does that is killed before it has answered.
    await rapporteur.ingest([news('kelp-1', 'Kelp was cut in May.')]);
    const lost = await chats((store) => digestForProgram({ rapporteur, store, keeper: keeperOf('desk'), seen }));
    expect(lost?.answer.quotes).toHaveLength(2);
    await rapporteur.setRule({ session: 'kelp' }, 'off the record');
    expect((await digestOf(desk)).quotes.map(({ text }) => text)).toEqual(['Kelp was cut in May.']);
    expect((await digestOf(desk)).quotes).toEqual([]);
    await rapporteur.setRule({ session: 'kelp' }, null);
    await rapporteur.ingest([news('kelp-2', 'Two metres of kelp were measured.')]);
    await chats((store) => digestForProgram({ rapporteur, store, keeper: keeperOf('desk'), seen }));
    expect((await digestOf(desk)).quotes.map(({ text }) => text)).toEqual(['Two metres of kelp were measured.']);
  });

  it('is told once to two who ask at once', async () => {
    await call(desk, 'watches', { action: 'add', what: 'herons' });
    await rapporteur.ingest([news('herons', 'The herons nest by the lock.')]);
    const store = () =>
      chatsIn(folder)((own) =>
        digestForProgram({ rapporteur, store: own, keeper: keeperOf('desk'), seen: operatorsOwn }),
      );
    const made = (await Promise.all([store(), store(), store()])).filter((each) => each !== null);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });
});

describe('quotes that are kept', () => {
  const ask = (question: string) => call<{ quotes: Quotation[] }>(desk, 'ask', { question });

  it('are given as the records have them, with tag, note and footnote, and taken out', async () => {
    const { quotes } = await ask('How many seals were counted?');
    const kept = await call(desk, 'collection', { action: 'keep', quotes, note: 'for Monday', tag: '#Press Days' });
    expect(kept).toMatchObject({ total: quotes.length, quotes: [{ note: 'for Monday', tag: 'press days' }] });
    expect(kept.quotes.map(({ quote }) => quote)).toEqual(
      quotes.map(({ n: _n, ...quote }: Quotation & { n?: number }) => quote),
    );
    expect(kept.quotes[0]!.citation).toMatch(/^Statement by Tomas Lindqvist \(Director/u);
    const words = [{ text: 'a third of the blossom', session: { id: 'orchard-2025' }, turn: 1 }];
    await call(desk, 'collection', { action: 'keep', quotes: words });
    expect(await call(desk, 'collection', { tag: 'press days' })).toMatchObject({ total: quotes.length });
    expect(await call(desk, 'collection')).toMatchObject({ total: quotes.length + 1, hidden: 0 });
    expect(await call(orchards, 'collection')).toMatchObject({ total: 0, hidden: 0, searched: { sessions: 1 } });
    const { number } = kept.quotes[0]!;
    await expect(call(orchards, 'collection', { action: 'remove', number })).rejects.toThrow(/No quote of the number/u);
    expect(await call(desk, 'collection', { action: 'remove', number })).toMatchObject({ total: quotes.length });
  });

  it.each([
    ['other words', { text: 'We counted 313 seals', session: { id: 'harbour-2025' }, turn: 2 }],
    ['another turn', { text: 'We counted 312 seals', session: { id: 'harbour-2025' }, turn: 3 }],
    ['no such turn', { text: 'We counted 312 seals', session: { id: 'harbour-2025' }, turn: 900 }],
    ['no such session', { text: 'We counted 312 seals', session: { id: 'nowhere' }, turn: 2 }],
    ['nothing but blanks', { text: ' ', session: { id: 'harbour-2025' }, turn: 2 }],
  ])('are exact words, and with %s nothing is kept', async (_, wrong) => {
    const right = { text: 'half of what we saw in 2010', session: { id: 'harbour-2025' }, turn: 2 };
    await expect(call(desk, 'collection', { action: 'keep', quotes: [right, wrong] })).rejects.toThrow(
      /nothing was kept/u,
    );
    expect(await call(desk, 'collection')).toMatchObject({ total: 0 });
  });

  it('are none of a session that the token may not see', async () => {
    const quotes = [{ text: 'We counted 312 seals', session: { id: 'harbour-2025' }, turn: 2 }];
    await expect(call(orchards, 'collection', { action: 'keep', quotes })).rejects.toThrow(/nothing was kept/u);
  });

  it('name nobody where nobody may be named, and are hidden where they may not be shown', async () => {
    await rapporteur.ingest([
      depthsRecord(
        [['Ines Okafor', 'I thank Mei Tanaka for the soundings. The channel is too shallow now.']],
        'closed',
      ),
    ]);
    const ruled = { session: 'closed' };
    await rapporteur.setRule(ruled, 'chatham-house');
    const { quotes } = await call<{ quotes: Quotation[] }>(desk, 'quotes', { about: 'soundings', session: 'closed' });
    expect(quotes[0]!.text).toContain('[name]');
    const kept = await call(desk, 'collection', { action: 'keep', quotes });
    expect(kept.quotes[0]).toMatchObject({ quote: { text: quotes[0]!.text, speaker: null } });
    expect(JSON.stringify(kept)).not.toMatch(/Okafor|Tanaka/u);
    const after = { text: 'The channel is too shallow now.', session: { id: 'closed' }, turn: quotes[0]!.turn };
    const more = await call(desk, 'collection', { action: 'keep', quotes: [after] });
    expect(more.quotes.at(-1)!.quote.text).toBe(after.text);
    await rapporteur.setRule(ruled, 'off the record');
    expect(await call(desk, 'collection')).toMatchObject({ total: 0, hidden: quotes.length + 1 });
  });

  it('are listed page by page', async () => {
    const text = harbour.turns[1]!.text;
    const quotes = Array.from({ length: 50 }, () => ({ text, session: { id: 'harbour-2025' }, turn: 2 }));
    const first = await call(desk, 'collection', { action: 'keep', quotes, note: 'n'.repeat(500) });
    expect(first).toMatchObject({ total: 50 });
    let [count, { next }] = [first.quotes.length, first];
    while (next !== null) {
      const page = await call(desk, 'collection', { offset: next });
      [count, next] = [count + page.quotes.length, page.next];
    }
    expect(count).toBe(50);
  });
});

describe('beside other processes on the library', () => {
  const env = { PATH: process.env['PATH'] ?? '', LIBRARY_PATH: folder, LOG_LEVEL: 'error' };
  const cwd = path.dirname(folder);
  const run = async (...argv: string[]) =>
    (await promisify(execFile)(process.execPath, [main, ...argv], { env, cwd })).stdout;

  it('an assistant that is started here has what the terminal has', { timeout: 120_000 }, async () => {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [main, 'mcp'], env, cwd }));
    const quotes = [{ text: 'We counted 312 seals', session: { id: 'harbour-2025' }, turn: 2 }];
    // All of them write at once: two assistants, and the terminal.
    const [typed] = await Promise.all([
      run('watch', 'mooring'),
      ...['a', 'b', 'c', 'd'].flatMap((word) => [
        call(client, 'watches', { action: 'add', what: `pier ${word}` }),
        call(desk, 'watches', { action: 'add', what: `pier ${word}` }),
        call(client, 'collection', { action: 'keep', quotes, note: word }),
      ]),
    ]);
    expect(typed).toContain('mooring');
    expect(await call(client, 'watches')).toMatchObject({ total: 5 });
    expect(await call(desk, 'watches')).toMatchObject({ total: 4 });
    expect(await call(client, 'collection')).toMatchObject({ total: 4 });
    expect(await run('watches')).toMatch(/pier a[^]*mooring|mooring[^]*pier a/u);
    expect(await run('collection')).toContain('“We counted 312 seals”');
    await client.close();
  });

  it('a token that is taken away takes what it had kept with it', { timeout: 60_000 }, async () => {
    await call(desk, 'watches', { action: 'add', what: 'seals' });
    const quotes = [{ text: 'We counted 312 seals', session: { id: 'harbour-2025' }, turn: 2 }];
    await call(desk, 'collection', { action: 'keep', quotes });
    await call(orchards, 'watches', { action: 'add', what: 'frost' });
    expect(await run('tokens', 'remove', 'desk')).toContain('no longer good');
    const left = await chats(async (store) => [
      await store.watches.in(keeperOf('desk').place),
      await store.collected.of(keeperOf('desk').place, 'desk'),
      await store.watches.in(keeperOf('orchards').place),
    ]);
    expect(left).toEqual([[], [], [expect.anything()]]);
    await expect(call(desk, 'watches')).rejects.toThrow();
  });
});
