/** Who asks, as Slack knows them: what they administer, their user groups, the language of their Slack. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Asker } from '../../src/chat/post.ts';
import { primaryTag } from '../../src/chat/wording.ts';
import { type Clients, errorOf } from './clients.ts';
import { botScopes, laterScopes } from './manifest.ts';

export interface UserGroup {
  id: string;
  name: string;
  users: string[];
}

export interface Askers {
  /** Asked of Slack, and kept for a while. Who cannot be looked up is no administrator and in no group. */
  of: (team: string, id: string) => Promise<Asker>;
  /** The same before an acknowledgement, which Slack awaits for three seconds. */
  inTime: (team: string, id: string) => Promise<Asker>;
  /** Who somebody is and which language they read, without what they administer: what opening an answer asks. */
  reader: (team: string, id: string) => Promise<Asker>;
  /** Null where the app was not given the scope for them. */
  groups: (team: string) => Promise<UserGroup[] | null>;
  /** Scopes of the manifest that the app was not given, as far as Slack has told. */
  missingScopes: (team: string) => string[];
}

interface Person {
  isAdmin: boolean;
  language: string | undefined;
}

export interface AskersOptions {
  clientsOf: (team: string) => Promise<Clients>;
  log: Logger;
}

export function slackAskers({ clientsOf, log }: AskersOptions): Askers {
  const people = new Map<string, { found: Promise<Person>; until: number }>();
  const groupsOf = new Map<string, { groups: UserGroup[] | null; until: number }>();
  const given = new Map<string, Set<string>>();

  /** Asked once, however many wait for it; what failed is asked again by the next. */
  function person(team: string, id: string, by: 'client' | 'swift'): Promise<Person> {
    const key = `${team}:${id}`;
    const known = people.get(key);
    if (known && known.until > performance.now()) return known.found;
    const found = lookUp(team, id, by);
    if (people.size > mostKnown) people.clear();
    people.set(key, { found, until: performance.now() + knownMs });
    found.catch(() => people.delete(key));
    return found;
  }

  async function lookUp(team: string, id: string, by: 'client' | 'swift'): Promise<Person> {
    const clients = await clientsOf(team);
    const { user, response_metadata: metadata } = await clients[by].users.info({ user: id, include_locale: true });
    if (metadata?.scopes) given.set(team, new Set(metadata.scopes));
    return {
      isAdmin: user?.is_admin === true || user?.is_owner === true,
      language: user?.locale ? primaryTag(user.locale) : undefined,
    };
  }

  async function groups(team: string): Promise<UserGroup[] | null> {
    const known = groupsOf.get(team);
    if (known && known.until > performance.now()) return known.groups;
    const { client } = await clientsOf(team);
    const found = await client.usergroups.list({ include_users: true }).then(
      ({ usergroups = [] }) =>
        usergroups.map(({ id = '', name = id, users = [] }) => ({ id, name, users }) satisfies UserGroup),
      (error: unknown) => {
        if (errorOf(error) !== 'missing_scope') throw error;
        return null;
      },
    );
    groupsOf.set(team, { groups: found, until: performance.now() + knownMs });
    return found;
  }

  async function of(team: string, id: string): Promise<Asker> {
    try {
      const [{ isAdmin, language }, all] = await Promise.all([
        person(team, id, 'client').catch(() => person(team, id, 'client')),
        groups(team).catch((error: unknown) => {
          log.warn({ reason: errorOf(error) }, 'Slack: could not look up user groups');
          return null;
        }),
      ]);
      const roles = (all ?? []).filter(({ users }) => users.includes(id)).map((group) => group.id);
      return { id, roles, isAdmin, ...(language !== undefined && { language }) };
    } catch (error) {
      log.warn({ reason: errorOf(error) }, 'Slack: could not look up who asks');
      return { id, roles: [], isAdmin: false };
    }
  }

  async function reader(team: string, id: string): Promise<Asker> {
    const found = await within(
      languageWithinMs,
      person(team, id, 'swift').catch((error: unknown) => {
        log.debug({ reason: errorOf(error) }, 'Slack: could not look up the language of who asks');
        return null;
      }),
    );
    const language = found?.language;
    return { id, roles: [], isAdmin: false, ...(language !== undefined && { language }) };
  }

  return {
    of,
    reader,
    groups,
    inTime: async (team, id) => (await within(lookUpWithinMs, of(team, id))) ?? { id, roles: [], isAdmin: false },
    missingScopes(team) {
      const scopes = given.get(team);
      return scopes === undefined ? [] : [...botScopes, ...laterScopes].filter((scope) => !scopes.has(scope));
    },
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  const waiting = new AbortController();
  try {
    return await Promise.race([work, wait(ms, null, { signal: waiting.signal, ref: false })]);
  } finally {
    waiting.abort();
  }
}

const lookUpWithinMs = 1_500;
const languageWithinMs = 400;
const knownMs = 5 * 60_000;
const mostKnown = 10_000;
