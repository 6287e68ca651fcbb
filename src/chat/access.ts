/** What somebody may do in a place, and see there: of the operator's grants, the place's settings and who asks. */
import type { Scope } from '../answer.ts';
import { operator, originOf, placeName } from '../access/origin.ts';
import type { ChatStore } from './chat-store.ts';
import type { Sees } from './grants.ts';
import type { Asker, Place } from './post.ts';
import { isAmong } from './settings.ts';

export interface Access {
  /** What may be seen here; nothing where it is empty. */
  seen: Scope[];
  mayAsk: boolean;
  questionsPerHour: number | null;
  /** Where questions count for the limit; `channel: ''` is all of a workspace. */
  counted: Place[];
}

/** Somebody in a server or channel that they share with the bot, and who they are there. */
export interface Standing {
  place: Place;
  asker: Asker;
}

/**
 * The servers and channels that somebody shares with the bot, where a place is none itself: a direct message, or a server
 * in which only they have the bot. Null where the place is one, and its own settings hold.
 */
export type SharedWith = (place: Place, asker: Asker) => Promise<Standing[] | null>;

export interface Accesses {
  in(place: Place, asker: Asker): Promise<Access>;
  /** What an administrator can choose from for a workspace: all that the operator lets it see; for a channel, what its workspace sees. */
  choices(place: Place): Promise<Scope[]>;
}

export interface AccessOptions {
  store: Pick<ChatStore, 'settings' | 'ownSettings' | 'grants'>;
  /** For every place that has no grant. */
  sees: Sees;
  sharedWith: SharedWith;
}

export function accesses({ store, sees, sharedWith }: AccessOptions): Accesses {
  async function most(place: Place): Promise<Scope> {
    const origin = originOf(place);
    const granted = (await store.grants.of(origin)).sees ?? sees;
    const origins = { everything: 'all' as const, operator: [operator, origin], nothing: [origin] }[granted];
    return { origins, place: placeName(place) };
  }

  async function seenIn(place: Place): Promise<Scope> {
    return narrowed(await most(place), (await store.settings(place)).scope);
  }

  return {
    async in(place, asker) {
      const own = await store.settings(place);
      const standings = await sharedWith(place, asker);
      const mayHere = isAmong(own.mayAsk, asker);
      if (standings === null)
        return {
          seen: [await seenIn(place)],
          mayAsk: mayHere,
          questionsPerHour: own.questionsPerHour,
          counted: [place],
        };
      const settings = await Promise.all(standings.map((one) => store.settings(one.place)));
      const allowed = standings.filter((one, at) => isAmong(settings[at]!.mayAsk, one.asker));
      const limits = settings.flatMap(({ mayAsk, questionsPerHour }, at) =>
        isAmong(mayAsk, standings[at]!.asker) ? [questionsPerHour] : [],
      );
      const most = limits.reduce((one, other) => (one === null || other === null ? null : Math.max(one, other)), 0);
      // What is restricted to a channel is seen in the channel, where others see who looks.
      const seenOf = async (one: Standing) => ({ ...(await seenIn(one.place)), place: originOf(one.place) });
      const { scope: ownScope = null } = await store.ownSettings(place);
      const scopes = await Promise.all(allowed.map(async (one) => narrowed(await seenOf(one), ownScope)));
      return {
        seen: [...new Map(scopes.map((scope) => [JSON.stringify(scope), scope])).values()],
        mayAsk: mayHere && (allowed.length > 0 || standings.length === 0),
        questionsPerHour: least(own.questionsPerHour, limits.length === 0 ? null : most),
        counted: [place, ...allowed.map((one) => one.place)],
      };
    },
    async choices(place) {
      const workspace = { ...place, channel: '' };
      return [await (place.channel === '' ? most(workspace) : seenIn(workspace))];
    },
  };
}

/** What is seen by both: an event and a session are compared only once it is known which session is of which event. */
function narrowed(scope: Scope, by: Pick<Scope, 'sessions' | 'events'> | null): Scope {
  if (by === null) return scope;
  const listed = { sessions: by.sessions ?? [], events: by.events ?? [] };
  const isFree = scope.sessions === undefined && scope.events === undefined;
  return isFree ? { ...scope, ...listed } : { ...scope, within: listed };
}

function least(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
