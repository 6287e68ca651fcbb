/** What programs watch, and what is new of it when they ask. */
import type { Answer, Quote, Seen } from '../../answer.ts';
import type { Rapporteur } from '../../rapporteur.ts';
import type { ChatStore, InboxItem } from '../chat-store.ts';
import { accessOf, askerOf, type Keeper } from '../keeper.ts';
import { beginWatch } from './asked.ts';
import { digests } from './digests.ts';
import { inWords, type Watched, watchedAs } from './watch.ts';
import type { Watch } from './watch-store.ts';

export interface ProgramOptions {
  rapporteur: Rapporteur;
  store: ChatStore;
  keeper: Keeper;
  seen: Seen;
}

/** It is told whenever the program asks. */
export async function watchForProgram(
  given: Watched,
  { rapporteur, store, keeper, seen }: ProgramOptions,
): Promise<{ made: Watch; onRecord: number } | { refused: string }> {
  const watched = watchedAs(given);
  if (typeof watched === 'string') return { refused: watched };
  const place = { place: keeper.place, asker: askerOf(keeper), isDirect: true, replyTo: null };
  const options = { rapporteur, store, access: accessOf(seen), clock: Date.now };
  return beginWatch({ watched, rhythm: { every: 'at once' } }, place, options);
}

/** Null where there is none of this number. */
export async function stopForProgram(
  number: number,
  { store, keeper }: Pick<ProgramOptions, 'store' | 'keeper'>,
): Promise<Watch | null> {
  return (await store.watches.stop(keeper.place, [number]))[0] ?? null;
}

/** A digest as a program gets it. */
export interface DigestForProgram {
  id: string;
  answer: Answer;
  /** The numbers of the watches that it tells of. */
  watches: number[];
}

/** Given again until it is `read`; null where there is nothing new. */
export async function digestForProgram(options: ProgramOptions): Promise<DigestForProgram | null> {
  const { rapporteur, store, keeper, seen } = options;
  const { place } = keeper;
  const isHere = ({ post }: InboxItem) => JSON.stringify(post.place) === JSON.stringify(place);
  for (const item of (await store.unfinished(place.platform)).filter(isHere)) {
    const digest = digestOf(item);
    const quotes = digest ? await quotesToday(digest.answer, options) : [];
    if (digest && quotes.length > 0) return { ...digest, answer: { ...digest.answer, quotes } };
    await store.remove(item.id);
  }
  let made: DigestForProgram | null = null;
  const takeUp = (item: InboxItem) => {
    made = digestOf(item);
  };
  const { platform } = place;
  const telling = { platform, rapporteur, store, access: accessOf(seen), takeUp, log: silent, clock: Date.now };
  await digests(telling).tellIn(place, await rapporteur.version());
  return made;
}

/** As the words are now, and only what may be seen now. */
async function quotesToday(
  { quotes }: Answer,
  { rapporteur, seen }: Pick<ProgramOptions, 'rapporteur' | 'seen'>,
): Promise<Quote[]> {
  const standings = await rapporteur.standing(quotes, seen);
  return quotes.flatMap(({ n }, at) => {
    const standing = standings[at]!;
    return 'now' in standing ? [{ ...standing.now, n }] : [];
  });
}

/** It is kept no longer; what it told is not told again. */
export function readByProgram({ id }: DigestForProgram, store: Pick<ChatStore, 'remove'>): Promise<void> {
  return store.remove(id);
}

function digestOf({ id, post: { command }, reply }: InboxItem): DigestForProgram | null {
  return reply?.kind === 'answer' && command.name === 'digest'
    ? { id, answer: reply.answer, watches: command.watches }
    : null;
}

/** A watch as programs are told of it. */
export function watchInParts({ number, watched }: Watch): Watched & { number: number; words: string } {
  return { number, ...watched, words: inWords(watched) };
}

const silent = { info: () => {} };
