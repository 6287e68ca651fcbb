/** What is shown of the record itself: sessions whole, the turns around a place, who speaks where. */
import { refOf, type Scope } from '../answer.ts';
import type { ContextTurn, SpeakerSummary } from '../rapporteur.ts';
import type { Session } from '../session.ts';
import type { Ground } from './ground.ts';

/** Null where there is no session of that id in scope. */
export async function sessionIn({ library, open }: Ground, id: string, scope?: Scope): Promise<Session | null> {
  const isThere = (await library.sessions(scope)).some((session) => session.id === id);
  return isThere ? (await open([id]))[0]!.session : null;
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
  return session.turns.slice(first, turn + around + 1).map(({ speaker, text, times }, index) => ({
    turn: first + index,
    speaker,
    text,
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
