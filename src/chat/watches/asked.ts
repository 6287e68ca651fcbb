/** What people do with watches by typing: making, listing and stopping them. */
import type { Rapporteur } from '../../rapporteur.ts';
import type { Accesses } from '../access.ts';
import type { Delivery } from '../chat.ts';
import type { ChatStore } from '../chat-store.ts';
import type { Post } from '../post.ts';
import type { Panel } from '../reply.ts';
import { noteArrivals } from './digests.ts';
import { foundOf } from './found.ts';
import { howToWatch, inWords, readWatch, rhythmInWords, type Rhythm, type WatchAsked } from './watch.ts';
import type { Watch } from './watch-store.ts';

export interface BeginOptions {
  rapporteur: Rapporteur;
  store: Pick<ChatStore, 'watches'>;
  access: Pick<Accesses, 'in'>;
  clock: () => number;
}

export interface AskedOptions extends BeginOptions {
  store: Pick<ChatStore, 'watches' | 'settings'>;
  delivery: Pick<Delivery, 'placeOf'>;
}

const mostInPlace = 25;

/** Makes the watch that is typed, or says in a sentence why not. */
export async function watch(typed: string, post: Post, options: AskedOptions): Promise<Panel> {
  const { store, delivery } = options;
  const { place, isDirect } = post;
  const title = 'Watching';
  const asked = readWatch(typed);
  if (typeof asked === 'string') return { title, lines: [asked] };
  if (!isDirect && (await store.settings(place)).reply === 'asker')
    return { title, lines: ['Answers here are for who asks alone. Write this to me in a direct message.'] };
  const begun = await beginWatch(asked, { ...post, replyTo: delivery.placeOf(post) }, options);
  if ('refused' in begun) return { title, lines: [begun.refused] };
  const { made, onRecord } = begun;
  const who = isDirect ? 'you' : 'this channel';
  const isPressed = place.platform !== 'terminal';
  return {
    title,
    lines: [
      `I tell ${who} when a new session has ${inWords(made.watched)}: ${rhythmInWords(made.rhythm)}.`,
      `On record already: ${onRecord === 0 ? 'nothing' : `${onRecord} quote${onRecord === 1 ? '' : 's'}`}.`,
      isPressed
        ? `“unwatch ${made.number}” stops it, and so does the button under each message.`
        : `The command digest tells it, and unwatch ${made.number} stops it.`,
    ],
  };
}

/** `onRecord`: quotes that there are of it already, which are no news. Refused where it is watched already, or too much is. */
export async function beginWatch(
  asked: WatchAsked,
  { place, asker, isDirect, replyTo }: Pick<Watch, 'place' | 'asker' | 'isDirect' | 'replyTo'>,
  { rapporteur, store, access, clock }: BeginOptions,
): Promise<{ made: Watch; onRecord: number } | { refused: string }> {
  const others = await store.watches.in(place);
  const same = others.find(({ watched }) => JSON.stringify(watched) === JSON.stringify(asked.watched));
  if (same) return { refused: `That is watched here already: ${lineOf(same)}` };
  if (others.length >= mostInPlace) return { refused: `${mostInPlace} are watched here; stop one of them first.` };
  // Nothing comes in between: what is there now is no news.
  await noteArrivals(rapporteur, store, clock());
  const rhythm: Rhythm = { ...usual, ...zoneOf(others), ...asked.rhythm };
  const made = await store.watches.add({ place, asker, isDirect, replyTo, watched: asked.watched, rhythm }, clock());
  const { seen } = await access.in(place, asker);
  const ids = (await rapporteur.sessions(seen)).map(({ id }) => id);
  const { total } = await foundOf(asked.watched, ids, seen, rapporteur);
  return { made, onRecord: total };
}

export async function watches({ place }: Post, { store }: Pick<AskedOptions, 'store'>): Promise<Panel> {
  const all = await store.watches.in(place);
  const lines = all.length === 0 ? ['Nothing is watched here.', howToWatch] : all.map((one) => lineOf(one));
  return { title: 'What is watched here', lines };
}

/** `number` null for all of them. */
export async function unwatch(
  number: number | null,
  { place }: Post,
  { store }: Pick<AskedOptions, 'store'>,
): Promise<Panel> {
  const stopped = await store.watches.stop(place, number === null ? 'all' : [number]);
  return { title: 'No longer watched', lines: stoppedInWords(stopped) };
}

export function stoppedInWords(stopped: Watch[]): string[] {
  return stopped.length === 0
    ? ['Nothing of that number is watched here; “watches” lists what is.']
    : stopped.map(({ watched }) => inWords(watched));
}

function lineOf({ number, watched, rhythm }: Watch): string {
  return `${number}. ${inWords(watched)}: ${rhythmInWords(rhythm)}`;
}

/** The clock that was named last here. */
function zoneOf(others: Watch[]): Partial<Rhythm> {
  const zone = others.at(-1)?.rhythm.zone;
  return zone === undefined ? {} : { zone };
}

const usual: Rhythm = { every: 'at once', hour: 8, minute: 0, zone: 'UTC' };
