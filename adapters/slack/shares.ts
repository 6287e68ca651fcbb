/** Which channels somebody shares, for what they may see in a direct message and at the app's home. */
import type { Logger } from 'pino';
import type { SharedWith, Standing } from '../../src/chat/access.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import type { Asker, Place } from '../../src/chat/post.ts';
import { errorOf, type Clients } from './clients.ts';
import { placeOf } from './interacting.ts';

export interface SharesOptions {
  store: Pick<ChatStore, 'channelsWithSettings' | 'askedIn'>;
  clientsOf: (team: string) => Promise<Clients>;
  askerOf: (team: string, id: string) => Promise<Asker>;
  log: Logger;
}

/**
 * Where no channel of a workspace has settings of its own, everybody shares the workspace, and nothing is looked up.
 * Otherwise the channels they are in, as Slack says; where it does not, those they asked in.
 */
export function slackShares({ store, clientsOf, askerOf, log }: SharesOptions): SharedWith {
  const known = new Map<string, { channels: string[]; until: number }>();

  async function channelsOf(team: string, user: string): Promise<string[] | null> {
    const key = `${team}:${user}`;
    const found = known.get(key);
    if (found && found.until > performance.now()) return found.channels;
    try {
      const { client } = await clientsOf(team);
      const channels: string[] = [];
      let cursor: string | undefined;
      do {
        const types = 'public_channel,private_channel';
        const page = await client.users.conversations({ user, types, limit: 200, ...(cursor && { cursor }) });
        channels.push(...(page.channels ?? []).flatMap(({ id }) => id ?? []));
        cursor = page.response_metadata?.next_cursor;
      } while (cursor && channels.length < mostChannels);
      if (known.size > 10_000) known.clear();
      known.set(key, { channels, until: performance.now() + knownMs });
      return channels;
    } catch (error) {
      log.warn({ reason: errorOf(error) }, 'Slack: could not look up the channels of who asks');
      return null;
    }
  }

  return async ({ workspace, channel }: Place, { id }: Asker): Promise<Standing[] | null> => {
    if (channel !== '' && !channel.startsWith('D')) return null;
    const asker = await askerOf(workspace, id);
    const whole = placeOf(workspace, '');
    const own = new Set((await store.channelsWithSettings('slack', workspace)).filter((one) => !one.startsWith('D')));
    if (own.size === 0) return [{ place: whole, asker }];
    const channels =
      (await channelsOf(workspace, id)) ??
      (await store.askedIn('slack', id)).flatMap((place) => (place.workspace === workspace ? place.channel : []));
    const shared = channels.filter((one) => !one.startsWith('D'));
    const places = [
      ...shared.filter((one) => own.has(one)).map((one) => placeOf(workspace, one)),
      // All others have the workspace's.
      ...(shared.some((one) => !own.has(one)) ? [whole] : []),
    ];
    return places.map((place) => ({ place, asker }));
  };
}

const mostChannels = 2_000;
const knownMs = 5 * 60_000;
