/**
 * The gate of what comes in: a library as records of one origin are put into it. What others put in is not there for
 * them, so that a record can replace, join, move or remove those of its own origin only.
 */
import { idOf, operator, type Origin } from '../access/origin.ts';
import type { LibraryWriter } from './library.ts';

/** A writer for records of one origin. */
export interface OwnedLibrary extends LibraryWriter {
  /** The id that a record of this origin is kept under which calls itself so: one that nobody else's record has. */
  idFor(id: string): Promise<string>;
  /** An id as a record of this origin would give it itself. */
  calledHere(id: string): string;
}

export function ownedBy(library: LibraryWriter, origin: Origin): OwnedLibrary {
  /** Of an address another origin may have another version. */
  const asked = (address: string) => (origin === operator ? address : `${origin} ${address}`);
  const isOwn = async (id: string) => (await library.origin(id))?.origin === origin;
  const ifOwn = async <T>(id: string, work: (id: string) => Promise<T>, otherwise: T) =>
    (await isOwn(id)) ? work(id) : otherwise;

  const owned: OwnedLibrary = {
    ...library,
    async idFor(id) {
      const own = idOf(id, origin);
      for (let number = 1; ; number += 1) {
        const free = number === 1 ? own : `${own}-${number}`;
        const holder = await library.origin(free);
        if (holder === null || holder.origin === origin) return free;
      }
    },
    calledHere: (id) => (id.endsWith(idOf('', origin)) ? id.slice(0, id.length - idOf('', origin).length) : id),
    sessions: async () => (await library.sessions()).filter((session) => (session.origin ?? operator) === origin),
    session: (id) => ifOwn(id, () => library.session(id), null),
    record: (id) => ifOwn(id, () => library.record(id), null),
    known: async (of) => (await library.known(of)).filter((record) => record.origin === origin),
    origin: (id) => ifOwn(id, () => library.origin(id), null),
    confidentiality: (of) => library.confidentiality({ ...of, origin }),
    put: (record, ...rest) => library.put(origin === operator ? record : { ...record, origin }, ...rest),
    remove: (id, options) => ifOwn(id, () => library.remove(id, options), false),
    move: (id, source) => ifOwn(id, () => library.move(id, source), undefined),
    async link(id, other, as) {
      if ((await isOwn(id)) && (await isOwn(other))) await library.link(id, other, as);
    },
    give: (id, to) => ifOwn(id, () => library.give(id, to), false),
    async fetched(address) {
      const found = await library.fetched(asked(address));
      return found && (await owned.known({ source: found.source })).length > 0 ? found : null;
    },
    putFetched: (address, of) => library.putFetched(asked(address), of),
    // What is of the whole library is nobody's own.
    kept: (id) => ifOwn(id, () => library.kept(id), null),
    keep: ofTheWhole,
    rest: ofTheWhole,
    keepRest: ofTheWhole,
  };
  return owned;
}

function ofTheWhole(): Promise<never> {
  return Promise.reject(new Error('Records of one origin are put in one by one, and never a whole library.'));
}
