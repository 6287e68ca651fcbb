/** What holds in a place: who may ask, what they may see and where the reply goes. */
import type { Scope } from '../answer.ts';
import type { Asker } from './post.ts';

export interface PlaceSettings {
  /** What can be asked about here; null is everything. Given to every search, never applied to what was found. */
  scope: Scope | null;
  /** `thread`: everyone in the place sees the reply. `asker`: only who asked. */
  reply: 'thread' | 'asker';
  mayAsk: People;
  /** By each person in this place; null is no limit. */
  questionsPerHour: number | null;
  mayIngest: People;
  /** Which messages of the place are answered that do not call the bot; `mentions` is none. */
  answers: 'mentions' | 'questions' | 'everything';
  /** In a thread in which the bot has answered, questions need no mention. */
  threadsGoOn: boolean;
  /** Where an answer has changed since it was given and its message cannot be edited: one new message to who asked, or none. */
  changes?: 'not told';
  /** The channel in which people answer what the bot is asked to hand over; null where there is none. */
  handsTo: string | null;
  /** Ids of the tags that posts of a forum get: once they are answered, and as long as they are not. */
  forumTags?: { answered: string | null; open: string | null };
}

/** Administrators of the place are always among them. */
export type People = 'everyone' | 'admins' | { users: string[]; roles: string[] };

export const defaultSettings: PlaceSettings = {
  scope: null,
  reply: 'thread',
  mayAsk: 'everyone',
  questionsPerHour: null,
  mayIngest: 'admins',
  answers: 'mentions',
  threadsGoOn: true,
  handsTo: null,
};

export function isAmong(people: People, asker: Asker): boolean {
  if (asker.isAdmin || people === 'everyone') {
    return true;
  }
  return (
    people !== 'admins' && (people.users.includes(asker.id) || asker.roles.some((role) => people.roles.includes(role)))
  );
}
