/** What is shown of the record itself: sessions whole, the turns around a place, who speaks where. */
import { refOf, type Scope } from '../answer.ts';
import { inScope } from '../library/library.ts';
import type { ContextTurn, SpeakerSummary, VersionSummary } from '../rapporteur.ts';
import type { Session } from '../session.ts';
import type { Ground } from './ground.ts';

/** Null where there is no session of that id in scope. Records linked with it that are not in scope are not named. */
export async function sessionIn({ library, open }: Ground, id: string, scope?: Scope): Promise<Session | null> {
  const visible = new Set((await library.sessions(scope)).map((session) => session.id));
  if (!visible.has(id)) return null;
  const { links, ...session } = (await open([id]))[0]!.session;
  const shown = links?.filter((link) => visible.has(link.session)) ?? [];
  return { ...session, ...(shown.length > 0 && { links: shown }) };
}

/** A version of a session's record; null where there is none of this number, or where it or the session is not in scope. */
export async function versionOfRecord(
  ground: Ground,
  { session: id, version }: { session: string; version: number },
  scope?: Scope,
): Promise<Session | null> {
  const session = await sessionIn(ground, id, scope);
  if (!session) return null;
  const newest = (await ground.library.versions([id])).at(-1)!;
  if (newest.number === version) return session;
  // What was of another event then is seen by who may see that event.
  const former = await ground.library.version(id, version);
  return former && inScope(former, scope) ? former : null;
}

/** Every version of a session's record that is in scope, oldest first. */
export async function versionsOfRecord(ground: Ground, id: string, scope?: Scope): Promise<VersionSummary[]> {
  const found: VersionSummary[] = [];
  for (const ref of await ground.library.versions([id])) {
    const record = await versionOfRecord(ground, { session: id, version: ref.number }, scope);
    if (!record) continue;
    const { title, kind, source, turns, findings } = record;
    found.push({ ...ref, title, kind, source, turnCount: turns.length, findingCount: findings.length });
  }
  return found;
}

/** The record as it was read, without what links are made of. */
export async function recordIn(ground: Ground, id: string, scope?: Scope): Promise<Session | null> {
  const session = await sessionIn(ground, id, scope);
  if (!session?.page?.shown) return session;
  const { shown: _shown, ...page } = session.page;
  return { ...session, page };
}

/** Turns `turn - around` to `turn + around`, cut to the session; empty where it is not in scope. */
export async function turnsAround(
  ground: Ground,
  { session: id, turn }: { session: string; turn: number },
  around: number,
  scope?: Scope,
): Promise<ContextTurn[]> {
  const session = await sessionIn(ground, id, scope);
  if (!session) return [];
  const first = Math.max(turn - around, 0);
  return session.turns.slice(first, turn + around + 1).map(({ speaker, text, spokenIn, times }, index) => ({
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
  { session, scope }: { session?: string; scope?: Scope } = {},
): Promise<SpeakerSummary[]> {
  const refs = new Map((await library.sessions(scope)).map((each) => [each.id, refOf(each)]));
  const { people } = await directory(scope);
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
