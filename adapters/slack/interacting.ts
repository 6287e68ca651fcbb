/** What the handlers of Slack's interactions work with. */
import type { Logger } from 'pino';
import type { Desk } from '../../src/chat/chat.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import type { Asker, Place, Post } from '../../src/chat/post.ts';
import type { Clients } from './clients.ts';

export interface Interacting {
  desk: Desk;
  store: ChatStore;
  log: Logger;
  clientsOf: (team: string) => Promise<Clients>;
  askerOf: (team: string, id: string) => Promise<Asker>;
  withAsker: (post: Post) => Promise<Post>;
  /** The app was taken out of a workspace. */
  forget: (team: string, why: string) => Promise<void>;
}

export function placeOf(team: string, channel: string): Place {
  return { platform: 'slack', workspace: team, channel };
}

/** Opening an answer asks who somebody is, not what they administer. */
export function plainAsker(id: string): Asker {
  return { id, roles: [], isAdmin: false };
}
