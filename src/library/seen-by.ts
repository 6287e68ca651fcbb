/**
 * The gate: a library as somebody may see it. A question, a search or a look is given nothing else, so that nothing made
 * of it can hold what is not seen.
 */
import { createHash } from 'node:crypto';
import type { Seen } from '../answer.ts';
import { idMasked, titleMasked, underChathamHouse } from '../access/chatham-house.ts';
import { readConfidentiality, together } from '../access/confidentiality.ts';
import { sees } from '../access/sees.ts';
import type { SessionSummary } from '../rapporteur.ts';
import type { Session } from '../session.ts';
import { countsOf } from './asked-once.ts';
import type { LibraryReader, TermCounts, WholeSession } from './library.ts';

/** Only `seenBy` makes one. */
export interface SeenLibrary extends LibraryReader {
  /** Whether all of these are seen. */
  sees(ids: string[]): boolean;
  readonly [gate]: true;
}

const gate = Symbol('seen through the gate');

/** The sessions that are seen at a moment, and a name for just these. */
export interface Sight {
  sessions: SessionSummary[];
  isAll: boolean;
  key: string;
  /** Whether what a record was before is seen too: then it may have been of another event, or said of itself who may see it. */
  seesFormer: (former: Session, now: SessionSummary) => boolean;
}

/** `undefined` is the operator at the terminal. */
export async function sightOf(library: LibraryReader, seen: Seen | undefined, now: Date): Promise<Sight> {
  const all = await library.sessions();
  const sessions = seen === undefined && areOpen(all) ? all : all.filter((session) => sees(seen, named(session), now));
  const isAll = sessions.length === all.length;
  const key = isAll
    ? 'all'
    : createHash('sha256')
        .update(sessions.map(({ id }) => id).join('\n'))
        .digest('hex');
  const seesFormer = ({ event, rule }: Session, held: SessionSummary) => {
    const then = rule === undefined ? {} : readConfidentiality(rule);
    const confidentiality = together(held.confidentiality ?? {}, then);
    // What is masked is known of the newest version alone.
    return !confidentiality.chathamHouse && sees(seen, { ...held, event, confidentiality }, now);
  };
  return { sessions, isAll, key, seesFormer };
}

/** Whether the operator sees all of these at any time: then they need not be gone through for every question. */
function areOpen(all: SessionSummary[]): boolean {
  let open = knownOpen.get(all);
  if (open === undefined) {
    open = all.every(({ origin, confidentiality }) => origin === undefined && confidentiality === undefined);
    knownOpen.set(all, open);
  }
  return open;
}

const knownOpen = new WeakMap<SessionSummary[], boolean>();

/** What may not be called by its own id is named in settings as it is shown. */
function named(session: SessionSummary): SessionSummary {
  const { confidentiality, speakers } = session;
  return confidentiality?.chathamHouse ? { ...session, id: idMasked(session, speakers) } : session;
}

export function seenBy(library: LibraryReader, { sessions, isAll, seesFormer }: Sight): SeenLibrary {
  const open = new Set(sessions.map(({ id }) => id));
  const ids = [...open];
  const nobody = new Set(sessions.flatMap(({ id, confidentiality }) => (confidentiality?.chathamHouse ? [id] : [])));
  const isHeldOpen = (id: string) => open.has(id);
  const { shownId, heldId } = idsShown(sessions);
  /** Whether it is seen with those who are named in it. */
  const isNamed = (id: string) => open.has(id) && !nobody.has(id);
  const isOpen = (id: string) => open.has(heldId(id));
  /** What to search; undefined where that is all there is. */
  const among = (asked: string[] | undefined) => asked?.filter(isOpen).map(heldId) ?? (isAll ? undefined : ids);
  let summaries: SessionSummary[] | null = null;
  const found = <Hit extends { session: string }>(hits: Hit[]) =>
    hits.filter(({ session }) => isHeldOpen(session)).map((hit): Hit => ({ ...hit, session: shownId(hit.session) }));

  return {
    [gate]: true,
    revision: library.revision,
    sees: (asked) => asked.every(isOpen),
    sessions: async () => (summaries ??= sessions.map((session) => summaryShown(session, shownId))),
    people: async () => (await library.people()).filter((person) => person.sessions.every(isNamed)),
    whole: async (asked) =>
      (await library.whole(asked.filter(isOpen).map(heldId))).map((one) => wholeShown(one, shownId, isNamed)),
    // What is masked, or linked to what may not be seen, has none: the rest is shown alike to all who see it.
    ...(library.marks && {
      marks: async (asked: string[]) => {
        const marks = await library.marks!(asked.map(heldId));
        return marks.map((mark, at) => (isNamed(heldId(asked[at]!)) ? mark : null));
      },
    }),
    versions: async (asked) => {
      const all = await library.versions(asked?.filter(isOpen).map(heldId) ?? (isAll ? undefined : ids));
      return all
        .filter(({ session, isNewest }) => isHeldOpen(session) && (isNewest || isNamed(session)))
        .map((version) => ({ ...version, session: shownId(version.session) }));
    },
    async version(session, number) {
      const held = sessions.find(({ id }) => id === heldId(session));
      if (!held || !isNamed(held.id)) return null;
      const version = await library.version(held.id, number);
      return version && seesFormer(version, held) ? withoutClaims(version, held, isNamed) : null;
    },
    counts: async (terms) => {
      const asked = [...new Set(terms)];
      const counts = await library.counts(asked);
      return isAll ? counts : countedAmong(ids, asked, counts, library);
    },
    searchWords: async (terms, limit, asked) => found(await library.searchWords(terms, limit, among(asked))),
    searchVectors: async (vector, limit, asked) => {
      if (asked && 'chunks' in asked) return found(await library.searchVectors(vector, limit, asked));
      const sought = among(asked?.sessions);
      return found(await library.searchVectors(vector, limit, sought && { sessions: sought }));
    },
    extent: async (terms, asked) => {
      const extent = await library.extent(terms, among(asked));
      return extent && { ...extent, sessions: extent.sessions.filter(isHeldOpen).map(shownId) };
    },
    turnCount: (of) => library.turnCount(of.filter(({ session }) => isHeldOpen(session))),
    behind: async () => (await library.behind()).filter(isHeldOpen).map(shownId),
    // Rules name what is kept back.
    rules: async () => new Map<string, string>(),
    // What was worked out of all is of all.
    ...(isAll && nobody.size === 0 && library.workedOut && { workedOut: library.workedOut }),
  };
}

/**
 * A word that hardly stands anywhere would tell by its count alone that it stands where nobody may look; of a common one
 * the count tells nothing.
 */
async function countedAmong(
  ids: string[],
  terms: string[],
  counts: TermCounts,
  library: LibraryReader,
): Promise<TermCounts> {
  const known = new Map<string, number>();
  for (const term of terms) {
    const all = counts.documentFrequency(term);
    const isRare = all > 0 && all <= mostRare;
    known.set(term, isRare ? (await library.searchWords([term], all, ids)).length : all);
  }
  return countsOf(known, counts.chunkCount);
}

/** In chunks. */
const mostRare = 50;

/** Ids as they are shown: where one would name somebody who must not be named, another. */
function idsShown(sessions: SessionSummary[]) {
  const others = new Map(
    sessions.flatMap((session): [string, string][] => {
      const shown = session.confidentiality?.chathamHouse ? idMasked(session, session.speakers) : session.id;
      return shown === session.id ? [] : [[session.id, shown]];
    }),
  );
  const back = new Map([...others].map(([held, shown]) => [shown, held]));
  return {
    shownId: (id: string) => others.get(id) ?? id,
    // What is called otherwise is not known by the id it is kept under.
    heldId: (id: string) => back.get(id) ?? (others.has(id) ? '' : id),
  };
}

function summaryShown(session: SessionSummary, shownId: (id: string) => string): SessionSummary {
  if (!session.confidentiality?.chathamHouse) return session;
  const { speakers, title, event } = session;
  return {
    ...session,
    id: shownId(session.id),
    title: titleMasked(title, speakers),
    event: event === null ? null : titleMasked(event, speakers),
    source: '',
    speakers: [],
    chathamHouse: true,
  };
}

function wholeShown(
  whole: WholeSession,
  shownId: (id: string) => string,
  isNamed: (id: string) => boolean,
): WholeSession {
  const { session, masks, ...derived } = whole;
  if (masks) return { session: underChathamHouse({ ...session, id: shownId(session.id) }, masks), ...derived };
  return { ...whole, session: withoutClaims(session, session, isNamed) };
}

/**
 * Without links to what is not seen, and without those that would tell who spoke where nobody is named. Where a record of a
 * chat says that its words are to be found is not believed.
 */
function withoutClaims(session: Session, held: { origin?: string }, isNamed: (id: string) => boolean): Session {
  const { links, origin: _origin, ...rest } = session;
  const shown = links?.filter((link) => isNamed(link.session)) ?? [];
  return {
    ...rest,
    ...(held.origin !== undefined && { origin: held.origin, page: null }),
    ...(shown.length > 0 && { links: shown }),
  };
}
