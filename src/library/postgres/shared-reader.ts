/** One reader for all who read the same revision, so that what is made of it is made once. */
import type { LibraryReader } from '../library.ts';
import type { Connection } from './connection.ts';
import type { State } from './moment.ts';

export type Reading = <T>(state: State, to: Connection, work: (reader: LibraryReader) => Promise<T>) => Promise<T>;

/** What is asked of the reader goes to any connection that holds this revision. */
export function sharedReader(readerOf: (from: Connection, state: State) => LibraryReader): Reading {
  interface Shared {
    revision: number;
    held: Connection[];
    reader: LibraryReader;
  }
  let newest: Shared | null = null;

  return async (state, to, work) => {
    if (newest?.revision !== state.revision) {
      const held: Connection[] = [];
      newest = { revision: state.revision, held, reader: readerOf(oneOf(held, to.place), state) };
    }
    const shared = newest;
    shared.held.push(to);
    try {
      return await work(shared.reader);
    } catch (error) {
      // What went wrong may be remembered in what was made of it.
      if (newest === shared) newest = null;
      throw error;
    } finally {
      shared.held.splice(shared.held.indexOf(to), 1);
    }
  };
}

/** In turn, so that none has all to do. */
function oneOf(held: Connection[], place: string): Connection {
  let turn = 0;
  const next = () => {
    const connection = held[(turn += 1) % held.length];
    if (!connection) throw new Error(`Library ${place}: it was read after the reading had ended.`);
    return connection;
  };
  return {
    place,
    all: async (text, ...values) => next().all(text, ...values),
    one: async (text, ...values) => next().one(text, ...values),
    run: async (text, ...values) => next().run(text, ...values),
    change: async (text, ...values) => next().change(text, ...values),
    anew: async (text, ...values) => next().anew(text, ...values),
  };
}
