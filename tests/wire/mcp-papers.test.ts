/** Papers as tools of an assistant, and the reader's links in all that it is given. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { localHosts, serveMcp } from '../../adapters/mcp/http.ts';
import { mcpServers } from '../../adapters/mcp/server.ts';
import { mostCharacters } from '../../adapters/mcp/tools/pages.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { callsTool, modelServer, numberGiven, type ModelReply, type ModelRequest } from '../fakes/model-server.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { operatorsIn } from '../fixtures/keeping.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const reader = 'https://records.example.org';
const long = {
  id: 'long-2025',
  title: 'A long hearing',
  date: '2025-10-01',
  turns: Array.from({ length: 200 }, (_, turn) => ({
    speaker: `Speaker ${String.fromCharCode(65 + (turn % 26))}ara Berg`,
    text: `Point ${turn} of the long hearing is the lighthouse. ${'The keeper of the lighthouse wrote it down and read it out. '.repeat(12)}`,
  })),
};

let rapporteur: Rapporteur;
let server: Awaited<ReturnType<typeof serveMcp>>;
let client: Client;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder(), { WEB_ADDRESS: reader });
  await rapporteur.ingest([recordOf(harbour, orchard, long)]);
  const log = { info: () => {}, warn: () => {} };
  const keeping = operatorsIn(temporaryFolder());
  const caller = () => ({ rapporteur, scope: undefined, reader, keeping });
  const servers = mcpServers({ caller, log, reference: () => '' });
  server = await serveMcp(
    { servers, log, accessOf: () => ({ name: 'test', made: '2031-01-01' }), hosts: localHosts, perMinute: 1000 },
    { port: 0 },
  );
  client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  const requestInit = { headers: { authorization: 'Bearer any' } };
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${server.port}/mcp`), { requestInit }),
  );
});
afterAll(async () => {
  await client.close();
  await server.stop();
  await rapporteur.close();
});

interface Part {
  section: string;
  kind: string;
  text: string | null;
  quote: { text: string; speaker: string; url: string; session: { id: string }; turn: number } | null;
  note: string | null;
  table: string[][] | null;
}
interface Gave {
  title: string;
  parts: Part[];
  next: number | null;
}

/** All pages of a paper, none of them longer than may be. */
async function paper(name: string, given: object): Promise<Part[]> {
  const parts: Part[] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const { content, structuredContent, isError } = await client.callTool({ name, arguments: { ...given, offset } });
    const { text } = (content as { text: string }[])[0]!;
    expect(isError, text).not.toBe(true);
    expect(text.length).toBeLessThanOrEqual(mostCharacters);
    expect(JSON.parse(text)).toEqual(structuredContent);
    const page = structuredContent as Gave;
    parts.push(...page.parts);
    offset = page.next;
  }
  return parts;
}

describe('papers', () => {
  it('give a brief whose quotations are exact slices, each with a note and an address', async () => {
    const parts = await paper('brief', { about: 'lighthouse', points: 5 });
    const quotes = parts.flatMap(({ quote, note }) => (quote ? [{ ...quote, note }] : []));
    expect(quotes.length).toBeGreaterThan(10);
    for (const { text, session, turn, url, note } of quotes) {
      expect((await rapporteur.show(session.id))!.turns[turn - 1]!.text).toContain(text);
      expect(url).toMatch(/^https:\/\/records\.example\.org\/sessions\/long-2025\/at\/\S+$/u);
      expect(note).toContain('A long hearing');
    }
    expect(parts.at(-1)).toMatchObject({ section: 'What was looked through' });
  });

  it('put sides beside each other, and say who said nothing', async () => {
    const parts = await paper('compare', { sides: ['Lindqvist', 'Tanaka', 'Nobody Known'], about: 'seals' });
    expect(parts.find(({ kind }) => kind === 'table')!.table![0]).toEqual(['', 'Lindqvist', 'Tanaka', 'Nobody Known']);
    expect(parts.some(({ quote }) => quote?.text.includes('We counted 312 seals'))).toBe(true);
    expect(parts).toContainEqual(
      expect.objectContaining({ section: 'Nobody Known', text: expect.stringContaining('is known here') }),
    );
  });

  it('report of a session from its own sentences', async () => {
    const parts = await paper('report', { session: 'harbour-2025' });
    expect(new Set(parts.map(({ section }) => section))).toContain('Thought-provoking comments');
    for (const { quote } of parts.filter(({ quote: each }) => each !== null))
      expect((await rapporteur.show(quote!.session.id))!.turns[quote!.turn - 1]!.text).toContain(quote!.text);
    const refused = await client.callTool({ name: 'report', arguments: { session: 'moon' } });
    expect([refused.isError, JSON.stringify(refused.content)]).toEqual([true, expect.stringContaining('called')]);
  });

  it.each(['quotes', 'commitments', 'agreements'])('%s says what was searched', async (name) => {
    const about = name === 'agreements' ? ['submarines'] : 'submarines';
    const { structuredContent } = await client.callTool({ name, arguments: { about, event: 'Coast Week' } });
    const { searched } = structuredContent as { searched: object };
    const days = { from: '2025-05-14', to: '2025-05-14' };
    expect(searched).toEqual({ sessions: 1, of: 1, unread: 0, ...days });
  });

  it.each([
    ['brief', { about: 'seals' }],
    ['compare', { sides: ['Lindqvist', 'Tanaka'], about: 'seals' }],
    ['quotes', { about: 'seals' }],
    ['commitments', {}],
    ['agreements', {}],
  ])('%s looks nothing through where no session is meant, and says so', async (name, given) => {
    for (const within of [{ session: 'moon landing' }, { event: 'Moon Week' }, { from: '2031' }]) {
      const { content, isError } = await client.callTool({ name, arguments: { ...given, ...within } });
      expect([isError, JSON.stringify(content)]).toEqual([true, expect.stringContaining('No session fits')]);
    }
  });

  it('ask for two sides', async () => {
    const refused = await client
      .callTool({ name: 'compare', arguments: { sides: ['Lindqvist'], about: 'seals' } })
      .then(
        ({ isError }) => isError,
        () => true,
      );
    expect(refused).toBe(true);
  });
});

describe('a commission', () => {
  async function assistantOf(reply: (request: ModelRequest, nth: number) => ModelReply) {
    const model = await modelServer(reply, { streams: false });
    const working = await rapporteurIn(temporaryFolder(), { CHAT_MODEL: 'lent', OPENAI_BASE_URL: model.url });
    await working.ingest([recordOf(harbour)]);
    const log = { info: () => {}, warn: () => {} };
    const servers = mcpServers({
      caller: () => ({ rapporteur: working, scope: undefined, keeping: operatorsIn(temporaryFolder()) }),
      log,
      reference: () => '',
    });
    const options = {
      servers,
      log,
      accessOf: () => ({ name: 'test', made: '2031-01-01' }),
      hosts: localHosts,
      perMinute: 1000,
    };
    const served = await serveMcp(options, { port: 0 });
    const assistant = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
    const requestInit = { headers: { authorization: 'Bearer any' } };
    const url = new URL(`http://127.0.0.1:${served.port}/mcp`);
    await assistant.connect(new StreamableHTTPClientTransport(url, { requestInit }));
    opened.push(assistant, { close: () => served.stop() }, working, model);
    return { assistant, model };
  }
  const opened: { close(): Promise<unknown> }[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });

  it('is told step by step, and gives quotations with what it cost', async () => {
    const words = 'We counted 312 seals in the bay';
    const { assistant } = await assistantOf((request, nth) =>
      nth === 1
        ? callsTool('quotes', { about: 'seals' })
        : callsTool('write', { statements: [{ sentence: numberGiven(request, '312 seals'), keep: words }] }),
    );
    const told: string[] = [];
    const { structuredContent } = await assistant.callTool(
      { name: 'commission', arguments: { work: 'seals, and who counted them' } },
      { onprogress: ({ message }) => told.push(message ?? '') },
    );
    expect(structuredContent).toMatchObject({
      written_by: 'model',
      tokens_used: 220,
      quotes: [{ speaker: 'Tomas Lindqvist', text: expect.stringContaining(words) as string }],
    });
    expect(told).toContain('quotes; 110 tokens so far');
  });

  it('ends when the call is taken back', async () => {
    const { assistant, model } = await assistantOf((_, nth) =>
      nth === 1 ? callsTool('sessions', {}) : { hangs: true },
    );
    const stopping = new AbortController();
    const call = assistant.callTool({ name: 'commission', arguments: { work: 'seals' } }, { signal: stopping.signal });
    await expect.poll(() => model.requests.length, { timeout: 60_000 }).toBe(2);
    stopping.abort();
    await expect(call).rejects.toThrow();
    await expect.poll(() => model.ended(), { timeout: 60_000 }).toBe(1);
  });
});

it('every tool gives the reader’s links', async () => {
  const gave = async (name: string, given: object) =>
    (await client.callTool({ name, arguments: { ...given } })).structuredContent as never as {
      found: Part['quote'];
      said_by: Part['quote'][];
      results: { url: string }[];
      quotes: Part['quote'][];
      url: string;
    };
  const at = expect.stringMatching(/^https:\/\/records\.example\.org\/sessions\/harbour-2025\/at\/\S+$/u);
  const verified = await gave('verify_quote', { quote: 'We counted 312 seals in the bay last autumn.' });
  expect([verified.found!.url, ...verified.said_by.map((one) => one!.url)]).toEqual([at, at]);
  expect((await gave('search', { query: '312 seals in the bay' })).results[0]!.url).toEqual(at);
  expect((await gave('ask', { question: 'How many seals were counted?' })).quotes[0]!.url).toEqual(at);
  expect((await gave('session', { session: 'harbour-2025' })).url).toBe(`${reader}/sessions/harbour-2025`);
  expect((await gave('fetch', { id: 'harbour-2025#turn-2' })).url).toBe(
    `${reader}/sessions/harbour-2025?turn=2#turn-2`,
  );
});
