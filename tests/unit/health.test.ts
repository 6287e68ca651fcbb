import { afterEach, describe, expect, it } from 'vitest';
import { serveHealth } from '../../src/operations/health.ts';

let server: Awaited<ReturnType<typeof serveHealth>> | undefined;
afterEach(async () => server?.stop());

async function get(path: string, state: () => Promise<{ ok: boolean }>): Promise<{ status: number; body: unknown }> {
  server = await serveHealth(0, state);
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
  return { status: response.status, body: await response.json() };
}

describe('serveHealth', () => {
  it('says that all is well', async () =>
    expect(await get('/healthz', async () => ({ ok: true, waiting: 2 }))).toEqual({
      status: 200,
      body: { ok: true, waiting: 2 },
    }));
  it('says that something is not', async () =>
    expect(await get('/healthz', async () => ({ ok: false }))).toMatchObject({ status: 503 }));
  it('is not well when it cannot tell', async () =>
    expect(
      await get('/healthz', async () => {
        throw new Error('no');
      }),
    ).toEqual({ status: 503, body: { ok: false } }));
  it('serves nothing else', async () =>
    expect(await get('/', async () => ({ ok: true }))).toMatchObject({ status: 404 }));
});
