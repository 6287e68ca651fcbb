import { describe, expect, it } from 'vitest';
import type { LibraryReader, WholeSession } from '../../src/library/library.ts';
import { forgetGone, sessionOpener, type OpenedSessions } from '../../src/retrieval/opened-sessions.ts';
import type { Session } from '../../src/session.ts';

/** A library of any number of empty sessions, which counts how it is asked. */
function libraryOf() {
  const calls: string[][] = [];
  const whole = async (ids: string[]): Promise<WholeSession[]> => {
    calls.push(ids);
    return ids.filter((id) => id !== 'gone').map((id) => ({ session: { id } as Session, sentences: [], chunks: [] }));
  };
  return { calls, whole };
}

function openerOf(kept: OpenedSessions = new Map()) {
  const { calls, whole } = libraryOf();
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

describe('sessions from one moment to the next', () => {
  /** A moment of a library whose sessions have these marks. */
  function moment(kept: OpenedSessions, by: string, marks: { [id: string]: string | null }) {
    const { calls, ...library } = libraryOf();
    const read = { ...library, marks: async (asked: string[]) => asked.map((id) => marks[id] ?? null) };
    return { calls, open: sessionOpener(read as unknown as LibraryReader, kept, by) };
  }

  it('are opened once, as long as they are marked alike', async () => {
    const kept: OpenedSessions = new Map();
    const before = moment(kept, '1 ', { a: 'red', b: 'red' });
    const [a] = await before.open(['a', 'b']);
    const after = moment(kept, '2 ', { a: 'red', b: 'blue' });
    expect((await after.open(['a', 'b']))[0]).toBe(a);
    expect(after.calls).toEqual([['b']]);
  });

  it('that have no mark are of one moment, and of whoever looks', async () => {
    const kept: OpenedSessions = new Map();
    await moment(kept, '1 ', {}).open(['a']);
    const other = moment(kept, '2 ', {});
    await other.open(['a']);
    expect(other.calls).toEqual([['a']]);
  });

  it('are let go when they are no longer there', async () => {
    const kept: OpenedSessions = new Map();
    await moment(kept, '1 ', { a: 'red', b: 'red' }).open(['a', 'b', 'c']);
    forgetGone(kept, new Set(['b', 'c']));
    expect([...kept.keys()]).toEqual(['b']);
  });
});
