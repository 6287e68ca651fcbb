/** What the handlers of Slack's interactions work with. */
import type { Logger } from 'pino';
import type { Desk } from '../../src/chat/chat.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import type { Place, Post } from '../../src/chat/post.ts';
import type { Askers } from './askers.ts';
import type { Clients } from './clients.ts';
import type { AgentSessions } from './agent-sessions.ts';
import type { NamesOf } from './names.ts';
import type { Tasks } from './tasks.ts';

export interface Interacting {
  desk: Desk;
  store: ChatStore;
  log: Logger;
  clientsOf: (team: string) => Promise<Clients>;
  askers: Askers;
  namesOf: NamesOf;
  tasks: Tasks;
  sessions: AgentSessions;
  withAsker: (post: Post) => Promise<Post>;
  /** The app was taken out of a workspace. */
  forget: (team: string, why: string) => Promise<void>;
}

export function placeOf(team: string, channel: string): Place {
  return { platform: 'slack', workspace: team, channel };
}

/** The workspace of something pressed or sent in; of an organisation's installation Slack may name it with the person alone. */
export function teamOf(body: { team: { id: string } | null; user: { team_id?: string | undefined } }): string {
  return body.team?.id ?? body.user.team_id ?? '';
}
