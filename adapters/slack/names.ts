/** The names of people whom a message mentions, which Slack gives by their ids. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Delivery } from '../../src/chat/chat.ts';
import { type Clients, errorOf } from './clients.ts';

/** The names that are known of these people, by id. */
export type NamesOf = (team: string, ids: string[]) => Promise<Map<string, string>>;

/** Asked of Slack once, and no longer than a delivery may wait for its acknowledgement. */
export function slackNames({
  clientsOf,
  log,
}: {
  clientsOf: (team: string) => Promise<Clients>;
  log: Logger;
}): NamesOf {
  const known = new Map<string, string>();

  async function lookUp(team: string, id: string): Promise<void> {
    try {
      const { client } = await clientsOf(team);
      const { user } = await client.users.info({ user: id });
      const name = user?.profile?.real_name || user?.real_name || user?.name;
      if (known.size > 10_000) known.clear();
      if (name) known.set(`${team}:${id}`, name);
    } catch (error) {
      log.debug({ reason: errorOf(error) }, 'Slack: could not look up who is mentioned');
    }
  }

  return async (team, ids) => {
    const wanted = ids.slice(0, mostNames);
    const asked = wanted.filter((id) => !known.has(`${team}:${id}`)).map((id) => lookUp(team, id));
    const waiting = new AbortController();
    await Promise.race([Promise.all(asked), sleep(withinMs, undefined, { signal: waiting.signal }).catch(() => {})]);
    waiting.abort();
    return new Map(wanted.flatMap((id) => (known.has(`${team}:${id}`) ? [[id, known.get(`${team}:${id}`)!]] : [])));
  };
}

/** What a question is called by that is handed over: who asked it, where, and the channel it goes to. */
export function slackNaming({
  clientsOf,
  namesOf,
  log,
}: {
  clientsOf: (team: string) => Promise<Clients>;
  namesOf: NamesOf;
  log: Logger;
}): Pick<Delivery, 'nameOf' | 'channelName' | 'linkOf'> {
  return {
    nameOf: async ({ workspace }, user) => (await namesOf(workspace, [user])).get(user) ?? null,

    async channelName({ workspace, channel }) {
      try {
        const { client } = await clientsOf(workspace);
        const { channel: found } = await client.conversations.info({ channel });
        return found?.is_private === false && found.name ? `#${found.name}` : null;
      } catch (error) {
        log.debug({ reason: errorOf(error) }, 'Slack: could not look up a channel');
        return null;
      }
    },

    async linkOf({ place: { workspace, channel }, message }, sent) {
      const ts = /^\d+\.\d+$/.test(message) ? message : (sent?.split(' ')[0] ?? null);
      if (ts === null) return null;
      try {
        const { client } = await clientsOf(workspace);
        return (await client.chat.getPermalink({ channel, message_ts: ts })).permalink ?? null;
      } catch (error) {
        log.debug({ reason: errorOf(error) }, 'Slack: could not look up where a question stands');
        return null;
      }
    },
  };
}

/** A delivery in whose text each mention has its name with it: `<@U0123|Ana Ruiz>`. */
export async function withNames(body: unknown, namesOf: NamesOf): Promise<unknown> {
  const read = bodySchema.safeParse(body).data;
  if (read === undefined) return body;
  const { event, team_id: team } = read;
  const texts = [event.text ?? '', event.message?.text ?? ''];
  const ids = new Set(texts.flatMap((text) => [...text.matchAll(mention)].map((match) => match[1]!)));
  if (ids.size === 0) return body;
  const names = await namesOf(team, [...ids]);
  const named = (text: string) =>
    text.replaceAll(mention, (whole, id: string) => {
      const name = names.get(id)?.replaceAll(/[<>|&]/g, ' ');
      return name === undefined ? whole : `<@${id}|${name}>`;
    });
  return {
    ...read,
    event: {
      ...event,
      ...(event.text !== undefined && { text: named(event.text) }),
      ...(event.message && { message: { ...event.message, text: named(event.message.text ?? '') } }),
    },
  };
}

const withinMs = 1_000;
const mostNames = 10;
const mention = /<@([UW][A-Z0-9]+)>/g;
const bodySchema = z.looseObject({
  team_id: z.string(),
  event: z.looseObject({
    text: z.string().optional(),
    message: z.looseObject({ text: z.string().optional() }).optional(),
  }),
});
