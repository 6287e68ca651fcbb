import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveTokensTo, openTokens } from '../../src/operations/open-tokens.ts';
import { tokensIn } from '../../src/operations/tokens.ts';
import { startingMs, startPglite, type TestServer } from '../fakes/pglite-server.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const now = new Date('2026-01-02T03:04:05Z');
let server: TestServer;
beforeAll(async () => {
  server = await startPglite();
}, startingMs);
afterAll(() => server.stop());

it('tokens on a server are good for every process, whatever its folder, and those of the folder too', async () => {
  const [folder, url] = [temporaryFolder(), server.newLibrary()];
  const earlier = await tokensIn(folder).add({ name: 'earlier' }, now);
  const one = openTokens({ LIBRARY_PATH: folder, LIBRARY_URL: url });
  const two = openTokens({ LIBRARY_PATH: temporaryFolder(), LIBRARY_URL: url });
  const desk = await one.add({ name: 'desk', scope: { events: ['Coast Week'] }, mayIngest: true }, now);
  const known = {
    name: 'desk',
    scope: { events: ['Coast Week'], origins: ['operator'], place: 'token:desk' },
    mayIngest: true,
    made: '2026-01-02T03:04:05.000Z',
  };
  expect([await one.accessOf(desk), await two.accessOf(desk)]).toEqual([known, known]);
  expect((await one.accessOf(earlier))?.name).toBe('earlier');
  expect([await two.accessOf(earlier), await two.accessOf(`${desk}x`), await two.accessOf('')]).toEqual([
    null,
    null,
    null,
  ]);
  for (const name of ['desk', 'earlier'])
    await expect(one.add({ name }, now)).rejects.toThrow(`There is a token called "${name}" already`);
  expect((await one.list()).map(({ name }) => name)).toEqual(['desk', 'earlier']);
  expect([await two.remove('desk'), await two.remove('desk'), await one.remove('earlier')]).toEqual([
    true,
    false,
    true,
  ]);
  expect([await one.accessOf(desk), await one.list()]).toEqual([null, []]);
  await one.close();
  await two.close();
});

it('tokens go to a server and back, also when they are moved again', async () => {
  const [folder, back, url] = [temporaryFolder(), temporaryFolder(), server.newLibrary()];
  const desk = await tokensIn(folder).add({ name: 'desk' }, now);
  const where = { LIBRARY_PATH: folder, LIBRARY_URL: undefined };
  expect([await moveTokensTo(where, url), await moveTokensTo(where, url)]).toEqual([1, 0]);
  expect(await moveTokensTo({ LIBRARY_PATH: temporaryFolder(), LIBRARY_URL: url }, back)).toBe(1);
  expect((await tokensIn(back).accessOf(desk))?.name).toBe('desk');
});
