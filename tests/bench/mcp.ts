/**
 * How long an assistant waits for a quotation checked and for a search, over HTTP, and whether many at once get all
 * their answers:
 *
 *     node tests/bench/mcp.ts [--chunks 10000] [--library FOLDER] [--calls 1000]
 *
 * A library in a folder is made where there is none, and kept. Processor time is that of the whole process, the clients too.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { localHosts, serveMcp } from '../../adapters/mcp/http.ts';
import { mcpServers } from '../../adapters/mcp/server.ts';
import { readConfig } from '../../src/config.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';
import { operatorsIn } from '../fixtures/keeping.ts';
import { fill, syntheticQuestion, temporaryLibrary } from './synthetic.ts';

const { values } = parseArgs({
  options: {
    chunks: { type: 'string', default: '10000' },
    library: { type: 'string' },
    calls: { type: 'string', default: '1000' },
  },
});
const sessions = Number(values.chunks) / 10;
const clientsAtOnce = 8;
const callsInAll = Number(values.calls);
const mostQuoted = 100;

const temporary = values.library === undefined ? await temporaryLibrary() : null;
const folder = values.library ?? temporary!.folder;
const rapporteur = rapporteurInThreads(readConfig({ LIBRARY_PATH: folder }));
const log = { info: () => {}, warn: () => {} };
const servers = mcpServers({
  caller: () => ({ rapporteur, scope: undefined, keeping: operatorsIn(folder) }),
  log,
  reference: () => '',
});
const server = await serveMcp(
  { servers, log, accessOf: () => ({ name: 'bench', made: '2031-01-01' }), hosts: localHosts, perMinute: 1e9 },
  { port: 0 },
);
try {
  if ((await rapporteur.sessions()).length < sessions) await fill(rapporteur, 0, sessions);
  const clients = await Promise.all(Array.from({ length: clientsAtOnce }, connect));
  const questions = Array.from({ length: callsInAll }, (_, number) => syntheticQuestion(number, sessions));
  // Each of another session, so that hardly one is found open already.
  const spoken: string[] = [];
  for (const question of questions.slice(0, mostQuoted)) {
    const { quotes } = await rapporteur.quotes({ about: question.split(' ').at(-1)!, limit: 1 });
    spoken.push(...quotes.map(({ text }) => text));
  }
  const asked = (number: number) => questions[number % questions.length]!;
  const quotationOf = (number: number) => spoken[number % spoken.length] ?? asked(number);
  const calls = {
    verify_quote: (number: number) => ({ quote: quotationOf(number) }),
    search: (number: number) => ({ query: asked(number) }),
  };
  console.log(
    '| tool | alone p50 ms | p95 | processor ms each | 8 clients p50 ms | p95 | calls | errors |\n|---|---|---|---|---|---|---|---|',
  );
  for (const [name, given] of Object.entries(calls)) {
    let errors = 0;
    const call = async (client: Client, number: number) => {
      const start = performance.now();
      const failed = await client.callTool({ name, arguments: given(number) }).then(
        ({ isError }) => isError === true,
        () => true,
      );
      if (failed) errors += 1;
      return performance.now() - start;
    };
    const alone: number[] = [];
    for (let number = 0; number < 20; number += 1) await call(clients[0]!, number);
    const before = process.cpuUsage();
    for (let number = 20; number < 120; number += 1) alone.push(await call(clients[0]!, number));
    const { user, system } = process.cpuUsage(before);
    const among = await Promise.all(
      clients.map(async (client, which) => {
        const times: number[] = [];
        for (let number = which; number < callsInAll; number += clientsAtOnce) times.push(await call(client, number));
        return times;
      }),
    );
    const all = among.flat();
    const processor = (user + system) / 1000 / alone.length;
    const times = [share(alone, 0.5), share(alone, 0.95), processor, share(all, 0.5), share(all, 0.95)];
    console.log(`| ${name} | ${times.map((ms) => ms.toFixed(1)).join(' | ')} | ${all.length} | ${errors} |`);
  }
  console.log(
    `\nLoad of the machine (1, 5, 15 minutes): ${loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')}.`,
  );
  await Promise.all(clients.map((client) => client.close()));
} finally {
  await server.stop();
  await rapporteur.close();
  temporary?.remove();
}

async function connect(): Promise<Client> {
  const client = new Client({ name: 'bench', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  const requestInit = { headers: { authorization: 'Bearer bench' } };
  const address = new URL(`http://127.0.0.1:${server.port}/mcp`);
  await client.connect(new StreamableHTTPClientTransport(address, { requestInit }));
  return client;
}

function share(times: number[], of: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.floor(sorted.length * of), sorted.length - 1)]!;
}
