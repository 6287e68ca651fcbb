/**
 * Tells each place what new sessions have of what it watches: one message however many watches hit, none where there is
 * nothing, a story once, and never more than the place may see when it is told.
 */
import { randomBytes } from 'node:crypto';
import type { Answer, Quote, Seen } from '../../answer.ts';
import type { Log } from '../../log.ts';
import type { Rapporteur } from '../../rapporteur.ts';
import type { Accesses } from '../access.ts';
import type { ChatStore, InboxItem } from '../chat-store.ts';
import type { Place } from '../post.ts';
import { foundOf, storyOf } from './found.ts';
import { inWords, type Watched } from './watch.ts';
import type { Watch } from './watch-store.ts';
import { dueAfter } from './when.ts';

export interface DigestsOptions {
  platform: string;
  rapporteur: Rapporteur;
  store: ChatStore;
  access: Pick<Accesses, 'in'>;
  /** Sends what is kept as ready. */
  takeUp: (item: InboxItem) => unknown;
  log: Pick<Log, 'info'>;
  clock: () => number;
}

export interface Digests {
  /** Tells every place of the platform what is due. */
  round(version: string): Promise<void>;
  /** The same of one place. */
  tellIn(place: Place, version: string): Promise<void>;
}

export function digests({ platform, rapporteur, store, access, takeUp, log, clock }: DigestsOptions): Digests {
  let noted: { version: string; ms: number } | null = null;

  async function round(version: string): Promise<void> {
    await tellDue(await store.watches.all(platform), version);
  }

  async function tellDue(watches: Watch[], version: string): Promise<void> {
    if (watches.length === 0) return;
    const now = clock();
    if (noted?.version !== version || now - noted.ms > noteEveryMs) {
      await noteArrivals(rapporteur, store, now);
      noted = { version, ms: now };
    }
    for (const ofPlace of Map.groupBy(watches, ({ place }) => JSON.stringify(place)).values()) {
      const due = ofPlace.filter((watch) => dueAfter(watch.toldMs, watch.rhythm) <= now);
      if (due.length > 0) await tell(due, version, now);
    }
  }

  async function tell(watches: Watch[], version: string, now: number): Promise<void> {
    const { place, asker, isDirect } = watches[0]!;
    const { seen, mayAsk } = await access.in(place, asker);
    // What is for who asks alone is not told to everybody, and who may not ask any more is not told at all.
    if (isDirect ? !mayAsk : (await store.settings(place)).reply === 'asker') return;
    const open = new Set((await rapporteur.sessions(seen)).map(({ id }) => id));
    const made = await digestOf(watches, open, seen, place);
    const id = randomBytes(9).toString('base64url');
    const post = {
      place,
      asker,
      isDirect,
      replyTo: watches[0]!.replyTo,
      thread: null,
      conversation: `digest-${id}`,
      message: `digest-${id}`,
      event: null,
      command: { name: 'digest', watches: made?.watches ?? [] } as const,
      onlyForAsker: false,
    };
    const reply = { kind: 'answer', id, answer: made?.answer as Answer, isDigest: true } as const;
    const digest = made && { id, post, reply, libraryVersion: version, stories: made.stories };
    const isTold = await store.watches.told(watches, now, digest, now);
    if (made === null || !isTold) return;
    log.info({ digest: id, watches: made.watches.length, quotes: made.answer.quotes.length }, 'a digest is told');
    await takeUp((await store.item(id))!);
  }

  async function digestOf(
    watches: Watch[],
    open: Set<string>,
    seen: Seen,
    place: Place,
  ): Promise<{ answer: Answer; watches: number[]; stories: string[] } | null> {
    const quotes: Quote[] = [];
    const lines: string[] = [];
    const hit: number[] = [];
    const stories = new Map<string, number | null>();
    for (const { number, watched, toldMs } of watches) {
      const arrived = await store.watches.arrivedAfter(toldMs);
      const sessions = arrived.flatMap(({ session }) => (open.has(session) ? session : []));
      if (sessions.length === 0) continue;
      const found = await foundOf(watched, sessions, seen, rapporteur);
      const fresh: Quote[] = [];
      for (const quote of found.quotes) if (!(await store.watches.hasTold(place, storyOf(quote)))) fresh.push(quote);
      if (fresh.length === 0) continue;
      const marks = new Set<number>();
      for (const quote of fresh) {
        const story = storyOf(quote);
        const known = stories.get(story);
        if (known !== undefined && known !== null) marks.add(known);
        if (known !== undefined) continue;
        const isShown = marks.size < mostOfWatch && quotes.length < mostInAll;
        if (isShown) quotes.push({ ...quote, n: quotes.length + 1 });
        stories.set(story, isShown ? quotes.length : null);
        if (isShown) marks.add(quotes.length);
      }
      hit.push(number);
      lines.push(lineOf(number, watched, [...marks], found.total - (found.quotes.length - fresh.length)));
    }
    if (hit.length === 0) return null;
    const ids = new Set(quotes.map(({ session }) => session.id));
    const head = `New here, in ${ids.size === 1 ? 'one session' : `${ids.size} sessions`}, because of what is watched:`;
    const answer: Answer = {
      question: 'Digest',
      status: 'answered',
      text: [head, ...lines].join('\n'),
      quotes,
      report: [],
      related: [],
      model: null,
    };
    return { answer, watches: hit, stories: [...stories.keys()] };
  }

  return { round, tellIn: async (place, version) => tellDue(await store.watches.in(place), version) };
}

/** Notes what came in. What nobody may see yet has not. */
export async function noteArrivals(
  rapporteur: Pick<Rapporteur, 'holdings'>,
  store: Pick<ChatStore, 'watches'>,
  now: number,
): Promise<void> {
  const { sessions } = await rapporteur.holdings();
  const open = sessions.filter(({ confidentiality: { offTheRecord, until } = {} }) => {
    return !offTheRecord && (until === undefined || Date.parse(until) <= now);
  });
  await store.watches.noteSessions(
    open.map(({ id }) => id),
    now,
  );
}

function lineOf(number: number, watched: Watched, marks: number[], total: number): string {
  const rest = total - marks.length;
  const more = rest > 0 ? `and ${rest} more` : '';
  return `${number}. ${inWords(watched)}: ${[...marks.map((mark) => `[${mark}]`), more].filter(Boolean).join(' ')}`;
}

/** An embargo ends without a change of the library. */
const noteEveryMs = 10 * 60_000;
const mostOfWatch = 4;
const mostInAll = 10;
