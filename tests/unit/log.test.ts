/** Wherever a question fails, the log has what failed and where, and none of its words. */
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { localHosts, serveMcp } from '../../adapters/mcp/http.ts';
import { mcpServers } from '../../adapters/mcp/server.ts';
import { terminalAdapter } from '../../adapters/terminal/terminal.ts';
import { serveWeb } from '../../adapters/web/serve.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { chatDesk } from '../../src/chat/desk.ts';
import { loggedError, openLog } from '../../src/log.ts';
import { tokensIn } from '../../src/operations/tokens.ts';
import { fakeRapporteur } from '../fakes/rapporteur.ts';
import { chatsIn, operatorsIn } from '../fixtures/keeping.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const question = 'Why was Okafor so angry about narwhals?';

/** As a client of a model's server throws it: the prompt in its message, its fields, its cause, and lines like frames. */
function talkative(): Error {
  const cause = new TypeError(`fetch of ${question}\n    at narwhals (file:///narwhals.ts:1:1)`);
  return Object.assign(new RangeError(`400 of “${question}”`, { cause }), {
    code: question,
    status: 400,
    request: { prompt: question },
    requestBody: question,
  });
}

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** What a surface wrote to the log when each of its questions failed. */
async function loggedBy(
  surface: (parts: { rapporteur: ReturnType<typeof fakeRapporteur>; log: ReturnType<typeof openLog> }) => Promise<void>,
) {
  let logged = '';
  const log = openLog('trace', { write: (line: string) => void (logged += line) });
  const rapporteur = fakeRapporteur();
  const fail = async () => {
    throw talkative();
  };
  Object.assign(rapporteur, { ask: fail, search: fail, verify: fail, quotes: fail });
  await surface({ rapporteur, log });
  return logged;
}

const reference = () => 'abc123';

const surfaces: Record<string, Parameters<typeof loggedBy>[0]> = {
  async reader({ rapporteur, log }) {
    const served = await web({ rapporteur, log });
    for (const path of ['ask?q=', 'ask/answer?q=', 'search?q=', 'verify?quote='])
      await (await fetch(`${served.address}/${path}${encodeURIComponent(question)}`)).text();
  },
  async interface({ rapporteur, log }) {
    const served = await web({ rapporteur, log });
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ question });
    await (await fetch(`${served.address}/api/v1/ask`, { method: 'POST', headers, body })).text();
    await (await fetch(`${served.address}/api/v1/search?q=${encodeURIComponent(question)}`)).text();
  },
  async assistants({ rapporteur, log }) {
    const servers = mcpServers({
      caller: () => ({ rapporteur, scope: undefined, keeping: operatorsIn(temporaryFolder()) }),
      log,
      reference,
    });
    const served = await serveMcp(
      { servers, log, accessOf: () => ({ name: 'desk', made: '2031-01-01' }), hosts: localHosts, perMinute: 100 },
      { port: 0 },
    );
    ends.push(() => served.stop());
    const { Client, StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client');
    const client = new Client({ name: 'test', version: '1' });
    const bearing = { requestInit: { headers: { authorization: 'Bearer any' } } };
    await client.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${served.port}/mcp`), bearing));
    await client.callTool({ name: 'ask', arguments: { question } });
    await client.callTool({ name: 'search', arguments: { query: question } });
    await client.close();
  },
  async terminal({ rapporteur, log }) {
    const input = new PassThrough();
    const terminal = terminalAdapter({
      rapporteur,
      input,
      output: new PassThrough(),
      look: { columns: 80, colours: false },
      interactive: false,
      onError: (error, named) => log.error({ err: error, reference: named }, 'a question failed'),
      clock: Date.now,
      chats: () => Promise.reject(new Error('Nothing is kept here.')),
      random: Math.random,
    });
    await terminal.start();
    input.end(`${question}\nverify ${question}\n`);
    await terminal.done;
  },
  async chats({ rapporteur, log }) {
    const store = openChatStore(temporaryFolder());
    ends.push(() => store.close());
    const delivery = {
      status: async () => {},
      send: async () => {
        throw talkative();
      },
      remove: async () => {},
      revise: async () => 'gone' as const,
      placeOf: () => null,
      tellAsker: async () => {},
    };
    const limits = { retryAfterMs: [] };
    const desk = chatDesk({ platform: 'paper', rapporteur, store, delivery, askWith: 'ask', log, limits });
    await desk.receive({
      place: { platform: 'paper', workspace: 'W', channel: 'C' },
      thread: null,
      conversation: 'C',
      asker: { id: 'ana', roles: [], isAdmin: false },
      message: 'm1',
      event: null,
      command: { name: 'ask', question },
      isDirect: false,
      onlyForAsker: false,
      replyTo: null,
    });
    await expect.poll(() => store.unfinished('paper')).toEqual([]);
    await desk.stop();
  },
};

async function web({
  rapporteur,
  log,
}: {
  rapporteur: ReturnType<typeof fakeRapporteur>;
  log: ReturnType<typeof openLog>;
}) {
  const entry = {
    tokens: tokensIn(temporaryFolder()),
    anybody: { scope: undefined },
    ownToken: null,
    isSecure: false,
  };
  const options = { rapporteur, log, reference, version: '1', isListed: false, perMinute: 10_000, entry };
  const served = await serveWeb(
    { ...options, address: null, assistants: null, published: async () => null, chats: chatsIn(temporaryFolder()) },
    { port: 0 },
  );
  ends.push(() => served.stop());
  return served;
}

it.each(Object.keys(surfaces))('what fails at the %s is logged without its words', async (name) => {
  const logged = await loggedBy(surfaces[name]!);
  expect(logged).toContain('"is":"RangeError"');
  expect(logged).toContain('log.test.ts');
  expect(logged).toContain('"is":"TypeError"');
  expect(logged).not.toMatch(/narwhal|angry|Okafor/iu);
});

describe('of an error', () => {
  it('the class, the code, the status and the place are told', () => {
    const error = Object.assign(new Error('disk full'), { name: 'LibraryError', code: 'ENOSPC', status: 507 });
    expect(loggedError(error)).toMatchObject({ is: 'LibraryError', code: 'ENOSPC', status: 507 });
    expect(loggedError(error).at[0]).toContain('log.test.ts');
  });
  it('the place is told also where its message is empty, and not where it cannot be told from the words', () => {
    expect(loggedError(new Error('')).at[0]).toContain('log.test.ts');
    const error = new Error(question);
    error.message = 'another';
    // What stands in its stack is no longer its message, so nothing tells the words from the frames.
    error.stack = `Error: other ${question}\n    at narwhals (file:///narwhals.ts:1:1)`;
    expect(loggedError(error).at).toEqual([]);
  });
  it('what is no error has its kind alone', () => expect(loggedError(question)).toEqual({ is: 'string', at: [] }));
  it('that is its own cause ends', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(loggedError(error)).match(/"is"/gu)).toHaveLength(6);
  });
});
