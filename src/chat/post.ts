/** What somebody asked in a chat, as every platform's adapter hands it on. */
import type { Command } from './commands.ts';

/** Where settings hold and answers may be opened again. */
export interface Place {
  /** `slack`, `discord`, `terminal`. */
  platform: string;
  /** Slack team or Discord server; empty for a direct message on Discord. */
  workspace: string;
  /** The channel; for a thread the channel it hangs under. */
  channel: string;
}

export interface Asker {
  id: string;
  /** Roles or groups of the platform that settings can name. */
  roles: string[];
  /** May change the settings of the place. */
  isAdmin: boolean;
  /** Primary tag of the language in which the platform speaks to them; absent where it does not tell. */
  language?: string | undefined;
}

export interface Post {
  place: Place;
  /** Thread the question stands in, or null. */
  thread: string | null;
  /**
   * Questions with the same key follow on each other: usually the thread, or the direct message's
   * channel where the platform makes every message a thread of its own.
   */
  conversation: string;
  asker: Asker;
  /** Id of the message that asks, unique in its channel; a command that has no message gives its own id. */
  message: string;
  /** Id of the delivery, which the platform repeats when it delivers again; null where there is none. */
  event: string | null;
  command: Command;
  /** In a direct message: the rules about who sees a reply do not apply. */
  isDirect: boolean;
  /** It does not call the bot, which heard it all the same: nobody is told that it is not answered. */
  isOverheard?: true;
  /** It replies to what somebody wrote; absent where it does not, or where it replies to the bot. */
  isReply?: true;
  /** The asker wants the reply for their eyes only, whatever the place's settings say. */
  onlyForAsker: boolean;
  /** What the adapter needs to reply later, also after a restart; anything that JSON keeps. */
  replyTo: unknown;
}
