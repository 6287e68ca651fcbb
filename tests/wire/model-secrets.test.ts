/** What is not for others: a password of the model's server, and what the framework would tell elsewhere. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../fakes/listen.ts';
import { modelServer, type ModelServer } from '../fakes/model-server.ts';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
let model: ModelServer;
let told: string[];
let tracer: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  folder = temporaryFolder();
  const rapporteur = await rapporteurIn(folder);
  await rapporteur.ingest([recordOf(harbour)]);
  await rapporteur.close();
  model = await modelServer(() => ({ says: { statements: [] } }));
  told = [];
  tracer = await listen(async (request, response) => {
    told.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
});
afterAll(async () => {
  await model.close();
  await tracer.close();
});

/** The program as it is started, with what somebody has set for another. */
async function run(args: string[], env: Record<string, string>): Promise<string> {
  const program = spawn(process.execPath, [fileURLToPath(new URL('../../src/main.ts', import.meta.url)), ...args], {
    cwd: folder,
    env: {
      ...process.env,
      LIBRARY_PATH: folder,
      LOG_LEVEL: 'debug',
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LANGSMITH_API_KEY: 'key',
      LANGSMITH_ENDPOINT: `http://127.0.0.1:${tracer.port}`,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = await Promise.all([text(program.stdout), text(program.stderr)]);
  return out + err;
}

const question = ['ask', 'How many seals were counted in the bay?'];

describe('a model whose server wants a password', () => {
  it('gets it, nobody reads it, and nobody else hears of the question', async () => {
    const address = model.url.replace('http://', 'http://ana:hush@');
    const said = await run(question, { CHAT_MODEL: 'some-model', OPENAI_BASE_URL: address });
    expect(said).toContain('312 seals');
    expect(model.keys.at(-1)).toBe(`Basic ${Buffer.from('ana:hush').toString('base64')}`);
    expect(said).not.toContain('hush');
    expect(told).toEqual([]);
  });
  it.each<Record<string, string>>([{ CHAT_MODEL: 'some-model' }, { EMBEDDING_MODEL: 'some-model' }])(
    'and cannot be reached, tells no password: %o',
    async (env) => {
      const said = await run(question, {
        ...env,
        ANSWER_TIMEOUT_MS: '5000',
        OPENAI_BASE_URL: 'http://ana:hush@127.0.0.1:9/v1',
      });
      expect(said).not.toBe('');
      expect(said).not.toContain('hush');
    },
  );
});
