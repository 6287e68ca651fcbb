/** What is shown of the record itself: sessions whole, the turns around a place, who speaks where. */
import { refOf } from '../answer.ts';
import type { ContextTurn, SpeakerSummary, VersionSummary } from '../rapporteur.ts';
import type { Session } from '../session.ts';
import type { Ground } from './ground.ts';

/** Null where no session of that id is seen. */
export async function sessionIn(
  { library, open }: Pick<Ground, 'library' | 'open'>,
  id: string,
): Promise<Session | null> {
  return library.sees([id]) ? (await open([id]))[0]!.session : null;
}

/** A version of a session's record; null where there is none of this number, or where it or the session is not seen. */
export async function versionOfRecord(
  ground: Ground,
  { session: id, version }: { session: string; version: number },
): Promise<Session | null> {
  const session = await sessionIn(ground, id);
  if (!session) return null;
  const newest = (await ground.library.versions([id])).at(-1)!;
  return newest.number === version ? session : ground.library.version(id, version);
}

/** Every version of a session's record that is seen, oldest first. */
export async function versionsOfRecord(ground: Ground, id: string): Promise<VersionSummary[]> {
  const found: VersionSummary[] = [];
  for (const ref of await ground.library.versions([id])) {
    const record = await versionOfRecord(ground, { session: id, version: ref.number });
    if (!record) continue;
    const { title, kind, source, turns, findings } = record;
    found.push({ ...ref, title, kind, source, turnCount: turns.length, findingCount: findings.length });
  }
  return found;
}

/** The record as it was read, without what links are made of. */
export async function recordIn(ground: Ground, id: string): Promise<Session | null> {
  const session = await sessionIn(ground, id);
  if (!session?.page?.shown) return session;
  const { shown: _shown, ...page } = session.page;
  return { ...session, page };
}

/** Turns `turn - around` to `turn + around`, cut to the session; empty where it is not seen. */
export async function turnsAround(
  ground: Ground,
  { session: id, turn }: { session: string; turn: number },
  around: number,
): Promise<ContextTurn[]> {
  const session = await sessionIn(ground, id);
  if (!session) return [];
  // Under the Chatham House rule turns are in no order, and nothing stands around one.
  const reach = session.chathamHouse ? 0 : around;
  const first = Math.max(turn - reach, 0);
  return session.turns.slice(first, turn + reach + 1).map(({ speaker, text, spokenIn, times }, index) => ({
    turn: first + index,
    speaker,
    text,
    ...(spokenIn !== undefined && { spokenIn }),
    role: session.speakers.find(({ name }) => name === speaker)?.role ?? null,
    time: times[0]?.seconds ?? null,
  }));
}

/** By name; with `session` those of that session only. */
export async function speakersIn(
  { library, directory }: Ground,
  { session }: { session?: string } = {},
): Promise<SpeakerSummary[]> {
  const refs = new Map((await library.sessions()).map((each) => [each.id, refOf(each)]));
  const { people } = await directory();
  const meant = people.filter((person) => session === undefined || person.sessions.includes(session));
  const summaries = await Promise.all(
    meant.map(async ({ name, otherNames, role, affiliation, appearances }) => {
      const shown = appearances.filter(
        (each) => refs.has(each.session) && (session === undefined || each.session === session),
      );
      const ids = [...new Set(shown.map((each) => each.session))];
      const turnCount = await library.turnCount(shown);
      return { name, otherNames, role, affiliation, sessions: ids.map((id) => refs.get(id)!), turnCount };
    }),
  );
  return summaries.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
