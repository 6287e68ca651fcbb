/** A library in memory: the whole contract of `src/library/library.ts` in one short file. Nothing of it is kept. */
import { applyCorrections, namesIn } from '../../src/library/corrections.ts';
import type { Derived } from '../../src/library/derive.ts';
import {
  counterpart,
  LibraryError,
  type Fetched,
  type Library,
  type LibraryReader,
  type LibraryWriter,
  type Overruling,
} from '../../src/library/library.ts';
import { together } from '../../src/access/confidentiality.ts';
import { operator } from '../../src/access/origin.ts';
import { mostFirst } from '../../src/library/most-first.ts';
import { confidentialityOf, nameOf } from '../../src/library/rules.ts';
import type { VersionRef } from '../../src/rapporteur.ts';
import { inArchive, type Correction, type RecordRole, type Session } from '../../src/session.ts';

/** All that is kept. It is never changed, only replaced, so that a reading sees one moment. */
interface Moment {
  revision: number;
  /** In the order they came in. */
  sessions: Kept[];
  corrections: { id: string; source: string; correction: Correction }[];
  /** Former ones. */
  versions: { number: number; kept: Kept }[];
  links: { session: string; other: string; theirs: RecordRole; ours: RecordRole }[];
  fetched: Map<string, Fetched>;
  rules: Map<string, string>;
  isRebuilding: boolean;
}

interface Kept {
  record: Session;
  recordHash: string;
  broughtIn: string;
  /** Null from the start of a rebuild until it is made anew. */
  derived: (Derived & { chunkIds: number[] }) | null;
}

export function memoryLibrary(clock: () => Date = () => new Date()): Library {
  const nothing = { sessions: [], corrections: [], versions: [], links: [], fetched: new Map<string, Fetched>() };
  let now: Moment = { revision: 0, ...nothing, rules: new Map(), isRebuilding: false };
  const overrulings: Overruling[] = [];
  let lastChunk = 0;
  let writes = Promise.resolve<unknown>(undefined);
  const place = 'memory';

  const change = (next: Partial<Moment>) => void (now = { ...now, revision: now.revision + 1, ...next });
  const kept = (id: string) => now.sessions.find(({ record }) => record.id === id);
  const withIds = (derived: Derived) => ({ ...derived, chunkIds: derived.chunks.map(() => (lastChunk += 1)) });
  const replaced = (id: string, by: Kept | null) => [
    ...now.sessions.filter(({ record }) => record.id !== id),
    ...(by ? [by] : []),
  ];

  const writer: LibraryWriter = {
    sessions: async () => summariesIn(now),
    session: async (id) => sessionIn(now, id),
    record: async (id) => recordIn(now, id),
    known: async (of) =>
      now.sessions
        .filter(({ record, recordHash }) =>
          'recordHash' in of
            ? recordHash === of.recordHash
            : record.source === of.source || record.source.startsWith(of.source + inArchive),
        )
        .map(originOf),
    origin: async (id) => (kept(id) ? originOf(kept(id)!) : null),
    corrections: async (id, source) => correctionsIn(now, id, source),
    vectors: async (hashes) => {
      const chunks = now.sessions.flatMap(({ derived }) => derived?.chunks ?? []);
      const asked = new Set(hashes);
      return new Map(chunks.filter(({ hash }) => asked.has(hash)).map(({ hash, vector }) => [hash, vector]));
    },
    async put(record, recordHash, derived, corrections) {
      const { id, source } = record;
      const before = kept(id);
      if (before && before.record.origin !== record.origin) throw new Error(`Session ${id}: is another origin's.`);
      const isSameRecord = before?.recordHash === recordHash;
      const former = before?.record.source ?? source;
      const mine = corrections ?? correctionsIn(now, id, former);
      const others = now.corrections.filter((one) => one.id !== id || ![source, former].includes(one.source));
      change({
        corrections: [...others, ...mine.map((correction) => ({ id, source, correction }))],
        versions: [
          ...now.versions,
          ...(before && !isSameRecord ? [{ number: newestNumber(now, id), kept: before }] : []),
        ],
        sessions: replaced(id, {
          record: structuredClone(record),
          recordHash,
          broughtIn: isSameRecord ? before.broughtIn : clock().toISOString(),
          derived: withIds(derived),
        }),
      });
    },
    async remove(id, { forget } = { forget: false }) {
      const isThere = kept(id) !== undefined;
      const corrections = now.corrections.filter((one) => !forget || one.id !== id);
      const links = now.links.filter(({ session, other }) => !forget || (session !== id && other !== id));
      const versions = now.versions.filter((one) => one.kept.record.id !== id);
      change({ corrections, links, versions, sessions: replaced(id, null) });
      return isThere;
    },
    async link(id, other, as) {
      const pair = new Set([id, other]);
      const others = now.links.filter((one) => !(pair.has(one.session) && pair.has(one.other)));
      const both = (role: RecordRole) => [
        { session: id, other, theirs: role, ours: counterpart[role] },
        { session: other, other: id, theirs: counterpart[role], ours: role },
      ];
      change({ links: as === null ? others : [...others, ...both(as)] });
    },
    async move(id, source) {
      const from = kept(id);
      if (!from) return;
      change({
        sessions: now.sessions.map((one) => (one === from ? { ...one, record: { ...one.record, source } } : one)),
        corrections: now.corrections.map((one) =>
          one.id === id && one.source === from.record.source ? { ...one, source } : one,
        ),
      });
    },
    async give(id, origin) {
      const from = kept(id);
      if (!from) return false;
      const { origin: _former, ...record } = from.record;
      const given = { ...record, ...(origin !== operator && { origin }) };
      change({ sessions: now.sessions.map((one) => (one === from ? { ...one, record: given } : one)) });
      return true;
    },
    async fetched(address) {
      const of = now.fetched.get(address);
      return of && now.sessions.some(({ record }) => record.source === of.source) ? of : null;
    },
    async putFetched(address, of) {
      now = { ...now, fetched: new Map([...now.fetched, [address, of]]) };
    },
    beginRebuild: async () =>
      change({ isRebuilding: true, sessions: now.sessions.map((one) => ({ ...one, derived: null })) }),
    confidentiality: async (of) => confidentialityOf(of, now.rules),
    async setRule(target, rule) {
      const rules = new Map(now.rules);
      if (rule === null) rules.delete(nameOf(target));
      else rules.set(nameOf(target), rule);
      change({ rules });
    },
    // What is kept in memory is of no earlier version.
    isBehind: async (id) => behindIn(now).includes(id),
    async putDerived(id, derived) {
      const made = withIds(derived);
      change({ sessions: now.sessions.map((one) => (one.record.id === id ? { ...one, derived: made } : one)) });
    },
    endRebuild: async () => change({ isRebuilding: false }),
    async kept(id) {
      const found = kept(id);
      if (!found) return null;
      const versions = now.versions
        .filter((one) => one.kept.record.id === id)
        .map(({ number, kept: { record, recordHash: hash, broughtIn } }) => ({ number, broughtIn, hash, record }));
      return { record: found.record, recordHash: found.recordHash, broughtIn: found.broughtIn, versions };
    },
    async keep({ record, recordHash, broughtIn, versions }, derived) {
      const former = versions.map(({ number, broughtIn: then, hash, record: of }) => ({
        number,
        kept: { record: of, recordHash: hash, broughtIn: then ?? '', derived: null },
      }));
      change({
        versions: [...now.versions, ...former],
        sessions: [...now.sessions, { record, recordHash, broughtIn: broughtIn ?? '', derived: withIds(derived) }],
      });
    },
    rest: async () => ({
      sessions: now.sessions.map(({ record }) => record.id),
      corrections: now.corrections.map(({ id, ...of }) => ({ session: id, ...of })),
      links: now.links,
      rules: [...now.rules].map(([target, rule]) => ({ target, rule })),
      fetched: [...now.fetched].map(([address, of]) => ({ address, of })),
    }),
    async keepRest({ corrections, links, rules, fetched }) {
      const fresh = corrections.filter(({ session, source }) => correctionsIn(now, session, source).length === 0);
      const isLinked = (one: { session: string; other: string }) =>
        now.links.some(({ session, other }) => session === one.session && other === one.other);
      change({
        corrections: [...now.corrections, ...fresh.map(({ session: id, ...of }) => ({ id, ...of }))],
        links: [...now.links, ...links.filter((link) => !isLinked(link))],
        rules: new Map([...rules.map(({ target, rule }) => [target, rule] as const), ...now.rules]),
        fetched: new Map([...fetched.map(({ address, of }) => [address, of] as const), ...now.fetched]),
      });
    },
  };

  const writing: Library['writing'] = (work, { signal } = {}) => {
    const done = writes.then(() => {
      signal?.throwIfAborted();
      return work(writer);
    });
    writes = done.catch(() => {});
    return done;
  };

  return {
    place,
    revision: async () => now.revision,
    async reading(work) {
      if (now.isRebuilding) throw new LibraryError(`Library ${place}: a rebuild is not finished.`);
      return work(readerOf(now));
    },
    writing,
    async rebuilding(work, how) {
      await writing(work, how);
      return [];
    },
    saveIndex: async () => {},
    saveIndexSoon: () => {},
    damage: async () => [],
    vectorDamage: async () => [],
    noteOverruling: async (overruling) => void overrulings.push(overruling),
    overrulings: async () => [...overrulings],
    close: async () => {},
  };
}

function readerOf(moment: Moment): LibraryReader {
  const { revision, sessions } = moment;
  const summaries = summariesIn(moment);
  const chunks = sessions.flatMap(({ record, derived }) =>
    (derived?.chunks ?? []).map((chunk, at) => ({ ...chunk, id: derived!.chunkIds[at]!, session: record.id })),
  );
  const averageLength = chunks.reduce((sum, { terms }) => sum + terms.length, 0) / Math.max(chunks.length, 1);
  const frequencyOf = (term: string) => chunks.filter(({ terms }) => terms.includes(term)).length;

  /** BM25 as SQLite has it: https://sqlite.org/fts5.html#the_bm25_function */
  function scoreOf(asked: string[], terms: string[]): number {
    return asked.reduce((sum, term) => {
      const count = terms.filter((one) => one === term).length;
      const frequency = frequencyOf(term);
      const idf = Math.max(Math.log((chunks.length - frequency + 0.5) / (frequency + 0.5)), 1e-6);
      const length = 1 - 0.75 + (0.75 * terms.length) / averageLength;
      return sum + (idf * count * 2.2) / (count + 1.2 * length);
    }, 0);
  }

  return {
    revision,
    sessions: async () => summaries,
    people: async () => sessions.flatMap(({ derived }) => derived?.people ?? []),
    whole: async (ids) =>
      ids.flatMap((id) => {
        const session = sessionIn(moment, id);
        const found = sessions.find(({ record }) => record.id === id)?.derived;
        if (!session || !found) return [];
        const stored = found.chunks.map(({ firstTurn, firstSentence, lastTurn, lastSentence, hash }, at) => {
          const id = found.chunkIds[at]!;
          return { id, firstTurn, firstSentence, lastTurn, lastSentence, hash };
        });
        const masks = found.masks ? { masks: found.masks } : {};
        return [{ session, sentences: found.sentences, chunks: stored, ...masks }];
      }),
    versions: async (ids) =>
      sessions
        .map(({ record: { id } }) => id)
        .filter((id) => ids?.includes(id) ?? true)
        .toSorted()
        .flatMap((id) => versionsOf(moment, id)),
    version: async (id, number) => {
      const former = moment.versions.find(({ kept, number: of }) => kept.record.id === id && of === number)?.kept;
      const newest = sessionIn(moment, id);
      if (!newest || !former) return number === newestNumber(moment, id) ? newest : null;
      const version = former.recordHash.slice(0, 12);
      return applyCorrections({ ...former.record, version }, correctionsIn(moment, id, newest.source)).session;
    },
    async counts(terms) {
      const known = new Map([...terms].map((term) => [term, frequencyOf(term)]));
      return {
        chunkCount: chunks.length,
        documentFrequency(term) {
          if (!known.has(term)) throw new Error(`The count of “${term}” was not asked for.`);
          return known.get(term)!;
        },
      };
    },
    searchWords: async (terms, limit, among) =>
      chunks
        .filter((chunk) => (among?.includes(chunk.session) ?? true) && terms.some((term) => chunk.terms.includes(term)))
        .map((chunk) => ({ chunk, score: scoreOf(terms, chunk.terms) }))
        .map(({ chunk: { id, session, firstTurn, lastTurn }, score }) => ({ id, session, firstTurn, lastTurn, score }))
        .toSorted((one, other) => other.score - one.score || one.id - other.id)
        .slice(0, limit),
    searchVectors: async (vector, limit, among = { sessions: summaries.map(({ id }) => id) }) =>
      chunks
        .filter(({ id, session }) => ('chunks' in among ? among.chunks.includes(id) : among.sessions.includes(session)))
        .map(({ id, session, vector: of }) => ({ id, session, similarity: cosine(vector, of) }))
        .toSorted((one, other) => other.similarity - one.similarity)
        .slice(0, limit),
    async extent(terms, among) {
      const turns = sessions
        .filter(({ record }) => among?.includes(record.id) ?? true)
        .flatMap(({ record, derived }) =>
          (derived?.sentences ?? []).map((sentences) => ({
            session: record.id,
            said: sentences.map(
              (one) =>
                ` ${Object.values(one.terms ?? {})
                  .flat()
                  .join(' ')} `,
            ),
          })),
        )
        .filter(
          ({ said }) => terms.length > 0 && terms.every((term) => said.some((each) => each.includes(` ${term} `))),
        );
      return { turns: turns.length, sessions: mostFirst(turns.map(({ session }) => session)) };
    },
    turnCount: async (of) =>
      of.reduce((sum, { session, speaker }) => {
        const turns = sessionIn(moment, session)?.turns ?? [];
        return sum + turns.filter((turn) => turn.speaker === speaker).length;
      }, 0),
    behind: async () => behindIn(moment),
    rules: async () => moment.rules,
  };
}

/** Those of which what is derived is of another rule than the one they are under. */
function behindIn({ sessions, rules }: Moment): string[] {
  return sessions
    .filter(
      ({ record, derived }) =>
        (derived?.masks !== undefined) !== (confidentialityOf(record, rules).chathamHouse === true),
    )
    .map(({ record }) => record.id);
}

function summariesIn(moment: Moment) {
  return moment.sessions
    .map(({ record: { id } }) => sessionIn(moment, id)!)
    .toSorted(newestFirst)
    .map((session) => {
      const { id, title, date, event, kind, source, version, origin, turns } = session;
      const set = confidentialityOf(session, moment.rules);
      const confidentiality = behindIn(moment).includes(id) ? together(set, { offTheRecord: true }) : set;
      const more = {
        ...(version !== undefined && { version }),
        ...(origin !== undefined && { origin }),
        ...(Object.keys(confidentiality).length > 0 && { confidentiality }),
      };
      return { id, title, date, event, kind, source, ...more, turnCount: turns.length, speakers: namesIn(session) };
    });
}

function newestFirst(one: Session, other: Session): number {
  const keys = (one.date ?? '') === (other.date ?? '') ? [one.title, other.title] : [other.date ?? '', one.date ?? ''];
  if (keys[0] !== keys[1]) return keys[0]! < keys[1]! ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

function recordIn({ sessions, links }: Moment, id: string): Session | null {
  const found = sessions.find(({ record }) => record.id === id);
  if (!found) return null;
  const { links: _links, ...read } = found.record;
  const linked = links
    .filter(({ session, other }) => session === id && sessions.some(({ record }) => record.id === other))
    .map(({ other, theirs, ours }) => ({ session: other, theirs, ours }));
  return { ...read, version: found.recordHash.slice(0, 12), ...(linked.length > 0 && { links: linked }) };
}

function versionsOf(moment: Moment, id: string): VersionRef[] {
  const former = moment.versions.filter(({ kept }) => kept.record.id === id);
  const newest = moment.sessions.find(({ record }) => record.id === id)!;
  return [...former, { number: newestNumber(moment, id), kept: newest }].map(({ number, kept }) => ({
    session: id,
    number,
    broughtIn: kept.broughtIn,
    hash: kept.recordHash,
    isNewest: kept === newest,
  }));
}

function newestNumber({ versions }: Moment, id: string): number {
  return 1 + Math.max(0, ...versions.filter(({ kept }) => kept.record.id === id).map(({ number }) => number));
}

function sessionIn(moment: Moment, id: string): Session | null {
  const record = recordIn(moment, id);
  return record && applyCorrections(record, correctionsIn(moment, id, record.source)).session;
}

function correctionsIn({ corrections }: Moment, id: string, source: string): Correction[] {
  return corrections.filter((one) => one.id === id && one.source === source).map(({ correction }) => correction);
}

function originOf({ record: { id, source, origin = operator }, recordHash }: Kept) {
  return { id, recordHash, source, origin };
}

function cosine(one: Float32Array, other: Float32Array): number {
  const product = (left: Float32Array, right: Float32Array) =>
    left.reduce((sum, value, at) => sum + value * right[at]!, 0);
  return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
}
