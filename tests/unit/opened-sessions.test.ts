import { describe, expect, it } from 'vitest';
import type { LibraryReader, WholeSession } from '../../src/library/library.ts';
import { sessionOpener, type OpenedSession } from '../../src/retrieval/opened-sessions.ts';
import type { Session } from '../../src/session.ts';

/** A library of any number of empty sessions, which counts how it is asked. */
function openerOf(kept = new Map<string, OpenedSession>()) {
  const calls: string[][] = [];
  const whole = async (ids: string[]): Promise<WholeSession[]> => {
    calls.push(ids);
    return ids.filter((id) => id !== 'gone').map((id) => ({ session: { id } as Session, sentences: [], chunks: [] }));
  };
  return { calls, kept, open: sessionOpener({ whole } as unknown as LibraryReader, kept) };
}

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `s${from + at}`);

describe('sessions opened together', () => {
  it('are asked for in one call, each once, and given in the order asked for', async () => {
    const { open, calls } = openerOf();
    expect((await open(['b', 'a', 'b'])).map(({ session }) => session.id)).toEqual(['b', 'a', 'b']);
    expect((await open(['a', 'c'])).map(({ session }) => session.id)).toEqual(['a', 'c']);
    expect(calls).toEqual([['b', 'a'], ['c']]);
  });

  it('are all given, also where those opened beside them push them out of what is kept', async () => {
    const { open, kept } = openerOf();
    await open(ids(0, 64));
    const both = [...ids(64, 70), ...ids(0, 6)];
    expect((await open(both)).map(({ session }) => session.id)).toEqual(both);
    expect(kept.size).toBeLessThanOrEqual(64);
  });

  it('that are not there are an error', async () => {
    await expect(openerOf().open(['gone'])).rejects.toThrow('Session gone: is no longer in the library.');
  });
});
