import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tokensIn } from '../../src/operations/tokens.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const now = new Date('2026-01-02T03:04:05Z');

describe('tokens', () => {
  it('are known by who has them, with what they see, also to another process', async () => {
    const folder = temporaryFolder();
    const token = await tokensIn(folder).add({ name: 'desk', scope: { events: ['Coast Week'], sessions: [] } }, now);
    expect(await tokensIn(folder).accessOf(token)).toEqual({
      name: 'desk',
      scope: { events: ['Coast Week'], sessions: [], origins: ['operator'], place: 'token:desk' },
      made: '2026-01-02T03:04:05.000Z',
    });
    expect(await tokensIn(folder).accessOf(`${token}x`)).toBeNull();
    expect(await tokensIn(folder).accessOf('')).toBeNull();
  });

  it('are kept by their hash alone, for the owner of the file', async () => {
    const folder = temporaryFolder();
    const token = await tokensIn(folder).add({ name: 'desk' }, now);
    const file = path.join(folder, 'tokens.json');
    expect(readFileSync(file, 'utf8')).not.toContain(token);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('are good until they are removed', async () => {
    const tokens = tokensIn(temporaryFolder());
    const token = await tokens.add({ name: 'desk' }, now);
    await expect(tokens.add({ name: 'desk' }, now)).rejects.toThrow('There is a token called "desk" already');
    expect(await tokens.remove('desk')).toBe(true);
    expect(await tokens.remove('desk')).toBe(false);
    expect(await tokens.accessOf(token)).toBeNull();
    expect(await tokens.list()).toEqual([]);
  });

  it.each([
    ['of a newer version', '{"version": 2, "tokens": []}'],
    ['that is damaged', '{"version": 1, "tok'],
  ])('of a file %s are refused by name', async (_, text) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'tokens.json'), text);
    await expect(tokensIn(folder).list()).rejects.toThrow(/tokens\.json: cannot be read as tokens of this version/u);
  });
});
