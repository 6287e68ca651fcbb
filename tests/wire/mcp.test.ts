/** The record in people's own assistants: real clients of three kinds, on standard input and over HTTP. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OlderClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OlderStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as OlderHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localHosts, serveMcp } from '../../adapters/mcp/http.ts';
import { mcpServers } from '../../adapters/mcp/server.ts';
import { mostCharacters } from '../../adapters/mcp/tools/pages.ts';
import { keeperOf } from '../../src/chat/keeper.ts';
import { tokensIn } from '../../src/operations/tokens.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { freePort } from '../fakes/listen.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { chatsIn } from '../fixtures/keeping.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const folder = temporaryFolder();
const log = { info: () => {}, warn: () => {} };
let rapporteur: Rapporteur;
let server: Awaited<ReturnType<typeof serveMcp>>;
const tokens = tokensIn(folder);
const chats = chatsIn(folder);
let everything: string;

const long = {
  id: 'long-2025',
  title: 'A long hearing',
  date: '2025-10-01',
  turns: Array.from({ length: 300 }, (_, turn) => ({
    speaker: turn % 2 ? 'Ola Berg' : 'Kim Vance',
    text: `Point ${turn} of the long hearing is the lighthouse. ${'It goes on and on about the lamp and its keeper. '.repeat(5)}`,
  })),
};

beforeAll(async () => {
  rapporteur = await rapporteurIn(folder);
  await rapporteur.ingest([recordOf(harbour, orchard, long)]);
  everything = await tokens.add({ name: 'everything' }, new Date());
  server = await serve(1000);
});
afterAll(async () => {
  await server.stop();
  await rapporteur.close();
});

function serve(perMinute: number) {
  const servers = mcpServers({
    caller: (access) => {
      const { name, scope } = access!;
      return { rapporteur, scope, keeping: { keeper: keeperOf(name), chats } };
    },
    log,
    reference: () => 'abc123',
  });
  const accessOf = (token: string) => tokens.accessOf(token);
  return serveMcp({ servers, log, accessOf, hosts: localHosts, perMinute }, { port: 0 });
}

const address = (port = server.port) => new URL(`http://127.0.0.1:${port}/mcp`);
const bearing = (token: string) => ({ requestInit: { headers: { authorization: `Bearer ${token}` } } });

type Mode = 'auto' | 'legacy';

async function overHttp(token = everything, mode: Mode = 'auto'): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(address(), bearing(token)));
  return client;
}

async function overStdio(mode: Mode): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  const env = { PATH: process.env['PATH'] ?? '', LIBRARY_PATH: folder, LOG_LEVEL: 'debug' };
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [main, 'mcp'], env, cwd: path.dirname(folder) }),
  );
  return client;
}

async function older(over: 'http' | 'stdio'): Promise<Pick<Client, 'callTool' | 'listTools' | 'close'>> {
  const client = new OlderClient({ name: 'older', version: '1' });
  const env = { PATH: process.env['PATH'] ?? '', LIBRARY_PATH: folder, LOG_LEVEL: 'debug' };
  await client.connect(
    over === 'http'
      ? new OlderHttp(address(), bearing(everything))
      : new OlderStdio({ command: process.execPath, args: [main, 'mcp'], env, cwd: path.dirname(folder) }),
  );
  return client as unknown as Client;
}

type Calling = Pick<Client, 'callTool'>;

/** What these tests look at of what tools give. */
interface Gave {
  quotes: { turn: number }[];
  quotations: { quotation: string; outcome: string }[];
  left_out: number;
  results: { id: string }[];
  turns: { text: string }[];
  text: string;
  title: string;
  next: number | null;
}

/** What a tool gave, the same in words and in structure. */
async function call<Given = Gave>(client: Calling, name: string, given: Record<string, unknown> = {}): Promise<Given> {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
  const text = (content as { text: string }[])[0]!.text;
  if (isError) throw new Error(text);
  expect(JSON.parse(text)).toEqual(structuredContent);
  expect(text.length).toBeLessThanOrEqual(mostCharacters);
  return structuredContent as Given;
}

const names =
  'ask search fetch verify_quote check_draft quotes brief compare commitments agreements report commission sessions speakers session watches digest collection'.split(
    ' ',
  );

describe('an assistant', () => {
  it.each([
    ['newest over HTTP', () => overHttp()],
    ['the one before over HTTP', () => overHttp(everything, 'legacy')],
    ['of the older kit over HTTP', () => older('http')],
    ['of the older kit on standard input', () => older('stdio')],
    ['newest on standard input', () => overStdio('auto')],
    ['the one before on standard input', () => overStdio('legacy')],
  ] as const)('%s gets the tools, and exact words from them', async (_, connect) => {
    const client = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(names);
    const { quotes } = await call(client, 'ask', { question: 'How many seals were counted?' });
    expect(quotes[0]).toMatchObject({
      text: expect.stringMatching(/^We counted 312 seals in the bay last autumn\./u),
      speaker: 'Tomas Lindqvist',
      session: { id: 'harbour-2025' },
      turn: 2,
      url: 'rapporteur:harbour-2025#turn-2',
    });
    await client.close();
  });
});

describe('what the README says', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [started, called] = [...readme.matchAll(/^\{ "mcpServers".*$/gmu)].map(
    ([line]) => (JSON.parse(line) as { mcpServers: { rapporteur: Configured } }).mcpServers.rapporteur,
  );
  interface Configured {
    command: string;
    args: string[];
    url: string;
    headers: Record<string, string>;
  }

  it('starts it for an assistant', async () => {
    const { command, args } = started!;
    const root = path.dirname(path.dirname(main));
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
    const env = { PATH: process.env['PATH'] ?? '', LIBRARY_PATH: folder };
    const inPlace = args.map((each) => each.replace('/path/to/rapporteur', root));
    await client.connect(new StdioClientTransport({ command, args: inPlace, env, cwd: folder }));
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(names);
    await client.close();
  });

  it('serves it to those who have a token, until it is stopped', async () => {
    const env = { PATH: process.env['PATH'], LIBRARY_PATH: folder, MCP_PORT: String(await freePort()) };
    const serving = spawn(process.execPath, [main], { cwd: folder, env });
    const told = await new Promise<string>((resolve) => serving.stderr.once('data', (text) => resolve(String(text))));
    const [url] = /http:\S+mcp/u.exec(told)!;
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StreamableHTTPClientTransport(new URL(url), bearing(everything)));
    expect(await call(client, 'sessions')).toMatchObject({ total: 3 });
    await client.close();
    const stopped = new Promise((resolve) => serving.once('close', resolve));
    serving.kill('SIGTERM');
    expect(await stopped).toBe(0);
  });

  it('reaches it by its address', async () => {
    const { url, headers } = called!;
    const client = new Client({ name: 'test', version: '1' });
    const bearer = { authorization: headers['Authorization']!.replace('<token>', everything) };
    const here = new URL(url.replace('3800', String(server.port)));
    await client.connect(new StreamableHTTPClientTransport(here, { requestInit: { headers: bearer } }));
    expect((await client.listTools()).tools).toHaveLength(names.length);
    await client.close();
  });
});

describe('the tools', () => {
  let client: Client;
  beforeAll(async () => {
    client = await overHttp();
  });
  afterAll(() => client.close());

  it('find places that can be fetched, each with an address', async () => {
    const { results } = await call(client, 'search', { query: 'frost warning' });
    expect(results[0]).toMatchObject({ url: expect.stringContaining('rapporteur:orchard-2025'), found_by: 'words' });
    const { text, title } = await call(client, 'fetch', { id: results[0]!.id });
    expect(text).toContain('2. Jon Abara: My growers lost the cherries, not the apples.');
    expect(title).toBe('Orchard growers meeting · 2 September 2025');
  });

  it('read a long session to its end, page by page', async () => {
    for (const [name, key] of [
      ['session', 'session'],
      ['fetch', 'id'],
    ] as const) {
      let [offset, pages, seen] = [0, 0, ''];
      for (let next: number | null = 0; next !== null; pages += 1) {
        const page: Gave = await call(client, name, { [key]: 'long-2025', offset: next });
        seen += name === 'fetch' ? page.text : page.turns.map(({ text }) => text).join('\n');
        next = page.next;
        offset = next ?? offset;
      }
      expect(pages).toBeGreaterThan(2);
      for (const { text } of long.turns) expect(seen).toContain(text.trim());
    }
  });

  it('list all that somebody said, with the total, page by page', async () => {
    const first = await call(client, 'quotes', { speaker: 'Ola Berg', about: 'lighthouse' });
    expect(first).toMatchObject({
      people: [{ name: 'Ola Berg' }],
      total: { quotes: 150, sessions: 1, speakers: 1 },
      searched: { sessions: 1, of: 3, unread: 0 },
    });
    const seen = [...first.quotes];
    for (let { next } = first; next !== null;) {
      const page = await call(client, 'quotes', { speaker: 'Ola Berg', about: 'lighthouse', offset: next });
      seen.push(...page.quotes);
      next = page.next;
    }
    expect(seen.map(({ turn }) => turn)).toEqual(Array.from({ length: 150 }, (_, at) => 2 * at + 2));
  });

  it('say what was searched where nothing is there', async () => {
    expect(await call(client, 'quotes', { speaker: 'Nobody Known' })).toMatchObject({
      people: [],
      quotes: [],
      searched: { sessions: 0, of: 3 },
    });
    expect(await call(client, 'ask', { question: 'What about submarines?' })).toMatchObject({
      quotes: [],
      searched: { sessions: 3, from: '2025-05-14', to: '2025-10-01' },
    });
  });

  it('list sessions and speakers', async () => {
    expect(await call(client, 'sessions', { words: 'hearing', to: '2025-06' })).toMatchObject({
      sessions: [{ id: 'harbour-2025', turns: 5, speakers: 3 }],
      total: 1,
      next: null,
    });
    expect(await call(client, 'speakers', { name: 'tanaka' })).toMatchObject({
      speakers: [{ name: 'Mei Tanaka', role: 'Head of Port Operations at Blue Quay', turns: 1, session_count: 1 }],
    });
  });

  it('say in a sentence what was wrong', async () => {
    await expect(call(client, 'session', { session: 'no such' })).rejects.toThrow(
      'There is no session called "no such"',
    );
    await expect(call(client, 'fetch', { id: 'harbour-2025#turn-99' })).rejects.toThrow('has 5 turns');
    await expect(call(client, 'fetch', { id: 'rapporteur:%' })).rejects.toThrow('There is no "rapporteur:%"');
    await expect(call(client, 'quotes', {})).rejects.toThrow('Give `speaker`, `about`, or both');
    await expect(call(client, 'ask', { question: 'x'.repeat(5000) })).rejects.toThrow();
  });

  it('are there as sessions to read, and prompts', async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toContain('rapporteur:harbour-2025');
    const { contents } = await client.readResource({ uri: 'rapporteur:harbour-2025' });
    expect((contents[0] as { text: string }).text).toContain('We counted 312 seals in the bay last autumn.');
    for (const uri of ['rapporteur:nothing', 'rapporteur:%'])
      await expect(client.readResource({ uri })).rejects.toThrow(/not found/iu);
    const { messages } = await client.getPrompt({ name: 'check', arguments: { draft: 'He said “no”.' } });
    expect((messages[0]!.content as { text: string }).text).toContain('He said “no”.');
  });
});

describe('a draft with twenty quotations', () => {
  const seals = 'We counted 312 seals in the bay last autumn.';
  const pause = 'I propose a pause of two years.';
  const ships = 'At Blue Quay we unload 90 ships a month.';
  const frost = 'We need a shared frost warning.';
  const right: [string, string | undefined, string | undefined][] = [
    [seals, 'Tomas Lindqvist', 'harbour-2025'],
    [seals, 'Lindqvist', undefined],
    [seals, 'the Coastal Research Bureau', 'Harbour Council hearing'],
    ['we counted 312 seals', undefined, undefined],
    [pause, 'Mr. Lindqvist', 'harbour-2025'],
    [pause, undefined, undefined],
    [ships, 'Mei Tanaka', undefined],
    [ships, 'Blue Quay', 'harbour-2025'],
    ['Without dredging the large ships cannot enter', 'Tanaka', undefined],
    [frost, 'Pia Rossi', 'orchard-2025'],
    [frost, undefined, 'Orchard growers meeting'],
    ['My growers lost the cherries, not the apples.', 'Jon Abara', undefined],
    ['A frost warning would cost 40,000 crowns a year.', 'Abara', 'orchard-2025'],
  ];
  const wrong: [string, string | undefined, string | undefined, object][] = [
    ['We counted 213 seals in the bay last autumn.', 'Lindqvist', undefined, { words: 'altered' }],
    ['The large ships can enter without dredging at any tide.', 'Tanaka', undefined, { words: 'absent' }],
    ['I do not propose a pause of two years.', 'Lindqvist', undefined, { words: 'altered' }],
    [pause, 'Mei Tanaka', undefined, { words: 'verbatim', speaker: 'other' }],
    [frost, 'Pia Rossi', 'harbour-2025', { words: 'verbatim', speaker: 'same', session: 'other' }],
    ['Seals are the lawyers of the sea.', undefined, undefined, { words: 'absent', found: null }],
    ['My growers lost the cherries and the apples.', 'Jon Abara', undefined, { words: 'altered' }],
  ];
  let client: Client;
  beforeAll(async () => {
    client = await overHttp();
  });
  afterAll(() => client.close());

  it.each(right)('“%s” by %s in %s is right', async (quote, speaker, session) => {
    expect(await call(client, 'verify_quote', { quote, speaker, session })).toMatchObject({
      words: 'verbatim',
      speaker: speaker === undefined ? 'not_given' : 'same',
      session: session === undefined ? 'not_given' : 'same',
    });
  });
  it('is checked at once too', async () => {
    const given = [...right, ...wrong.filter(([, , session]) => session === undefined)];
    const text = given.map(([quote, speaker]) => `${speaker ?? 'Somebody'}: “${quote}”`).join('\n\n');
    const told = await call(client, 'check_draft', { text });
    expect(
      told.quotations
        .filter(({ outcome }) => outcome !== 'exact')
        .map(({ outcome }) => outcome)
        .toSorted(),
    ).toEqual(['absent', 'absent', 'altered', 'altered', 'altered', 'of_another']);
    expect(told.left_out).toBe(0);
  });
  it.each(wrong)('“%s” by %s in %s is not', async (quote, speaker, session, told) => {
    expect(await call(client, 'verify_quote', { quote, speaker, session })).toMatchObject(told);
  });
});

describe('who comes in over HTTP', () => {
  const post = (headers: Record<string, string>, port?: number) =>
    fetch(address(port), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }),
    });

  it('needs a token that is still good', async () => {
    expect((await post({})).status).toBe(401);
    expect((await post({ authorization: 'Bearer rapporteur_guessed' })).status).toBe(401);
    const token = await tokens.add({ name: 'short' }, new Date());
    expect((await post({ authorization: `Bearer ${token}` })).status).toBe(200);
    await tokens.remove('short');
    expect((await post({ authorization: `Bearer ${token}` })).status).toBe(401);
  });

  it('comes from no other page', async () => {
    const authorization = `Bearer ${everything}`;
    expect((await post({ authorization, origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post({ authorization, origin: 'http://localhost:3000' })).status).toBe(200);
  });

  it('asks no more than so often', async () => {
    const slow = await serve(2);
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1)
      statuses.push((await post({ authorization: `Bearer ${everything}` }, slow.port)).status);
    expect(statuses).toEqual([200, 200, 429]);
    await slow.stop();
  });

  it('sees what its token may see and nothing else, by any tool', async () => {
    const client = await overHttp(
      await tokens.add({ name: 'orchards', scope: { sessions: ['orchard-2025'], events: [] } }, new Date()),
    );
    const given: Record<string, Record<string, unknown>[]> = {
      ask: [{ question: 'How many seals were counted?' }, { question: 'What did Lindqvist say?' }],
      search: [{ query: 'seals dredging' }],
      fetch: [{ id: 'harbour-2025' }, { id: 'harbour-2025#turn-2' }],
      verify_quote: [
        { quote: 'We counted 312 seals in the bay last autumn.' },
        { quote: 'We counted 312 seals in the bay last autumn.', session: 'harbour-2025' },
      ],
      check_draft: [{ text: 'Lindqvist said “We counted 312 seals in the bay” and counted 312 seals.' }],
      agreements: [{}, { about: ['dredging'] }],
      commitments: [{}, { speaker: 'Lindqvist' }],
      quotes: [{ speaker: 'Lindqvist' }, { about: 'seals' }, { about: 'seals', session: 'harbour-2025' }],
      brief: [{ about: 'seals' }, { about: 'frost', session: 'harbour-2025' }],
      compare: [{ sides: ['Lindqvist', 'Tanaka'], about: 'seals' }],
      report: [{ session: 'harbour-2025' }, { session: 'orchard-2025' }],
      commission: [{ work: 'seals and dredging' }],
      sessions: [{}],
      speakers: [{}, { session: 'harbour-2025' }],
      session: [{ session: 'harbour-2025' }],
      watches: [{ action: 'add', what: 'seals' }, {}],
      digest: [{}],
      collection: [
        { action: 'keep', quotes: [{ text: 'We counted 312 seals', session: { id: 'harbour-2025' }, turn: 2 }] },
        {},
      ],
    };
    expect(Object.keys(given).toSorted()).toEqual(names.toSorted());
    for (const [name, calls] of Object.entries(given)) {
      for (const each of calls) {
        const { content, isError } = await client.callTool({ name, arguments: each });
        const text = JSON.stringify(content);
        // What only the other record tells; what was asked may come back.
        expect
          .soft(text, `${name} ${JSON.stringify(each)}`)
          .not.toMatch(/Tomas|Research Bureau|Coast Week|last autumn\. That/u);
        expect.soft(isError === true || !text.includes('Harbour Council'), name).toBe(true);
      }
    }
    await expect(client.readResource({ uri: 'rapporteur:harbour-2025' })).rejects.toThrow();
    expect((await client.listResources()).resources.map(({ name }) => name)).toEqual(['orchard-2025']);
    await client.close();
  });
});
