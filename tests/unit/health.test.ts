import { afterEach, describe, expect, it } from 'vitest';
import { lastKnown, serveHealth } from '../../src/operations/health.ts';

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

describe('what was last known', () => {
  it('is told at once while who knows it is busy, and asked for once', async () => {
    let asked = 0;
    const answers: ((version: string) => void)[] = [];
    const version = lastKnown(() => {
      asked += 1;
      return new Promise<string>((resolve) => answers.push(resolve));
    }, 20);
    const state = async () => ({ ok: true, library: await version() });
    expect(await get('/healthz', state)).toEqual({ status: 200, body: { ok: true, library: null } });
    const began = performance.now();
    await Promise.all(Array.from({ length: 20 }, () => fetch(`http://127.0.0.1:${server!.port}/healthz`)));
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(asked).toBe(1);
    answers[0]!('7');
    await expect.poll(version).toBe('7');
  });
  it('is not told where it cannot be known', async () =>
    expect(
      await get('/healthz', async () => ({
        ok: true,
        library: await lastKnown(() => Promise.reject(new Error('no')))(),
      })),
    ).toMatchObject({ status: 503 }));
});
