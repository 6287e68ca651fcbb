/** The desk of one platform: posts come in, replies go out, and what is kept is opened again. */
import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import { originOf } from '../access/origin.ts';
import type { Rapporteur } from '../rapporteur.ts';
import { accesses, type SharedWith } from './access.ts';
import { causeOf, references } from './causes.ts';
import { keepQuotes } from './collected/asked.ts';
import { defaultLimits, type Delivery, type Desk, type Limits } from './chat.ts';
import type { ChatStore, InboxItem } from './chat-store.ts';
import { livingCitations } from './given/living-citations.ts';
import type { Sees } from './grants.ts';
import { handing } from './handing.ts';
import { openInbox } from './inbox.ts';
import { keptAnswers } from './kept-answers.ts';
import { underLease } from './leases.ts';
import { linkedQuotes } from './linked-quotes.ts';
import { rounds } from './rounds.ts';
import type { Asker, Place } from './post.ts';
import { isAmong } from './settings.ts';
import { stoppedInWords } from './watches/asked.ts';
import { digests } from './watches/digests.ts';
import { tooLarge, wordsFor } from './wording.ts';

export interface DeskOptions {
  platform: string;
  rapporteur: Rapporteur;
  store: ChatStore;
  delivery: Delivery;
  /** How a question is begun here, for the help: `/rapporteur ask` or `@Rapporteur`. */
  askWith: string;
  /** Public address of the reader in this process, which then has a page for each answer; null without one. */
  readerAddress?: string | null | undefined;
  /** What places see that have no grant of the operator; default `operator`. */
  sees?: Sees | undefined;
  /** Who may change settings in place of administrators, `slack:U0123` or a role or group; administrators where absent. */
  configuredBy?: ReadonlySet<string> | undefined;
  /** Default: every place is a server or channel. */
  sharedWith?: SharedWith;
  log: Logger;
  /** Milliseconds since 1970; default `Date.now`. */
  clock?: () => number;
  /** `count` random bytes; default of `node:crypto`. */
  random?: (count: number) => Uint8Array;
  limits?: Partial<Limits>;
}

export function chatDesk({
  platform,
  rapporteur,
  store,
  delivery,
  askWith,
  readerAddress = null,
  sees = 'operator',
  configuredBy,
  sharedWith = async () => null,
  log,
  clock = Date.now,
  random = randomBytes,
  limits: given = {},
}: DeskOptions): Desk {
  const limits = { ...defaultLimits, ...given };
  const newReference = references(random);
  const access = accesses({ store, sees, sharedWith });
  const pageOf = readerAddress === null ? null : (id: string) => `${readerAddress.replace(/\/+$/u, '')}/answers/${id}`;
  const inbox = openInbox({
    platform,
    rapporteur,
    store,
    access,
    delivery,
    askWith,
    pageOf,
    handsTo: (id, place, asker) => hand.handsTo(id, place, asker),
    mayConfigure,
    log,
    clock,
    newReference,
    limits,
  });
  const living = livingCitations({ platform, rapporteur, store, access, delivery, log, clock });
  const takeUp = (item: InboxItem) => inbox.takeUp(item);
  const telling = digests({ platform, rapporteur, store, access, takeUp, log, clock });
  const looking = rounds({
    everyMs: limits.lookAgainMs,
    version: () => rapporteur.version(),
    // One process tells for all.
    round: (version) =>
      underLease(store, `what ${platform} was told`, async (isNew) => {
        await living.look(version, isNew);
        await telling.round(version);
      }),
    onError: (error) =>
      log.error({ cause: causeOf(error) }, 'what was given out, or is watched, could not be looked at again'),
  });
  const answers = keptAnswers({ platform, rapporteur, store, access, clock, limits });
  const newId = () => Buffer.from(random(9)).toString('base64url');
  const hand = handing({ store, access, delivery, reopen: answers.reopen, takeUp, newId, clock, limits });
  const ingesting = new Set<Promise<unknown>>();
  let forgotMs = -Infinity;

  function mayConfigure(_place: Place, { id, roles, isAdmin }: Asker): boolean {
    return configuredBy === undefined ? isAdmin : [id, ...roles].some((one) => configuredBy.has(`${platform}:${one}`));
  }

  function forgetOld(): void {
    if (clock() - forgotMs > 86_400_000) {
      forgotMs = clock();
      const now = forgotMs;
      const work = store
        .forget(now - limits.keepMs, now - limits.keepOpinionsMs)
        .then(() => forgetWhoLeft(now - limits.keepLeftMs))
        .catch((error: unknown) => log.error({ cause: causeOf(error) }, 'what is old could not be forgotten'))
        .finally(() => ingesting.delete(work));
      ingesting.add(work);
    }
  }

  /** First what they added: where that fails it is tried again. */
  async function forgetWhoLeft(before: number): Promise<void> {
    for (const origin of (await store.leftBefore(before)).filter((one) => one.startsWith(`${platform}:`))) {
      const { sessions } = await rapporteur.holdings();
      for (const session of sessions) if (session.origin === origin) await rapporteur.remove(session.id);
      await store.forgetOrigin(origin);
      log.info({ origin }, 'a workspace that took the bot out is forgotten');
    }
  }

  const ingest: Desk['ingest'] = async (file, place, asker, onProgress) => {
    if (!isAmong((await store.settings(place)).mayIngest, asker)) {
      return { refused: wordsFor(asker)('notAllowedToIngest') };
    }
    const name = file.name.replace(/^.*[/\\]/s, '');
    if (file.size > limits.fileBytes) {
      return { refused: tooLarge(wordsFor(asker), name, file.size, limits.fileBytes) };
    }
    const costs = { unpackedBytes: limits.unpackedBytes, milliseconds: limits.readingMs };
    const bytes = await file.read();
    const origin = originOf(place);
    const record = { name, bytes, ...(!(await store.grants.of(origin)).mayShare && { origin }) };
    return bytes.length > limits.fileBytes
      ? { refused: tooLarge(wordsFor(asker), name, bytes.length, limits.fileBytes) }
      : (await rapporteur.ingest([{ ...record, limits: costs }], onProgress)).files[0]!;
  };

  return {
    ...answers,
    ...hand,
    ...linkedQuotes({ rapporteur, access, readerAddress }),

    async start() {
      forgetOld();
      await inbox.start();
      looking.start();
    },

    async receive(post, acknowledge, after) {
      forgetOld();
      const id = newId();
      const isPrivate = !post.isDirect && (post.onlyForAsker || (await store.settings(post.place)).reply === 'asker');
      const item = await store.receive(id, post, isPrivate ? post.asker.id : null, clock());
      try {
        await acknowledge?.();
      } catch (error) {
        log.warn({ question: id, cause: causeOf(error) }, 'question could not be acknowledged');
      }
      if (item === null) {
        return 'duplicate';
      }
      await inbox.takeUp(item, after);
      await store.returned(originOf(post.place));
      return 'received';
    },

    async edited(place, message, command) {
      const item = await store.itemOf(place, message);
      if (item !== null && item.state !== 'dropped' && !isDeepStrictEqual(item.post.command, command)) {
        const reworded = await store.reword(item.id, command, clock());
        if (reworded !== null) await inbox.takeUp(reworded);
      }
    },

    async deleted(place, message) {
      const asked = await store.itemOf(place, message);
      // Where the reply itself was deleted, what is kept of it goes too; one that was taken back for its asker stays theirs.
      const item = asked ?? (await store.itemSent(place, message));
      if (item !== null && (asked !== null || item.onlyFor === null)) {
        // As it is by now: its reply may have been posted meanwhile.
        const dropped = await store.drop(item.id, clock());
        if (dropped !== null) await inbox.takeBack(dropped);
      }
    },

    async stopped(place, message, asker) {
      const item = await store.itemOf(place, message);
      const isOpen = item?.state === 'received' || item?.state === 'ready';
      if (item === null || !isOpen || item.post.asker.id !== asker.id) return false;
      const dropped = await store.drop(item.id, clock());
      if (dropped !== null) await inbox.takeBack(dropped);
      return true;
    },

    settings: (place) => store.settings(place),

    mayConfigure,

    async saveSettings(place, asker, settings) {
      if (!mayConfigure(place, asker)) {
        return { refused: wordsFor(asker)('onlyAdministrators') };
      }
      await store.changeSettings(place, (own) =>
        // What no form asks is not lost with one.
        typeof settings === 'function' ? settings(own) : { ...(own.changes && { changes: own.changes }), ...settings },
      );
      return null;
    },

    async sessions(place, asker) {
      const { seen, mayAsk } = await access.in(place, asker);
      return mayAsk ? rapporteur.sessions(seen) : [];
    },

    async speakers(place, asker, session) {
      const { seen, mayAsk } = await access.in(place, asker);
      return mayAsk ? rapporteur.speakers({ ...(session !== undefined && { session }), scope: seen }) : [];
    },

    choices: async (place) => rapporteur.sessions(await access.choices(place)),

    async collect(id, toKeep, place, asker) {
      const kept = await answers.reopen(id, place, asker);
      if ('refused' in kept) return kept;
      return keepQuotes(kept.answer.quotes, toKeep, { store, place, user: asker.id, now: clock() });
    },

    async stopWatches(id, place, asker) {
      const kept = await answers.reopen(id, place, asker);
      const { command } = (await store.item(id))?.post ?? {};
      if (command?.name !== 'digest') return { refused: wordsFor(asker)('expired') };
      // Whoever sees it can stop it, also once what it quotes may not be opened any more.
      const isElsewhere = 'refused' in kept && kept.refused === wordsFor(asker)('elsewhere');
      return isElsewhere ? kept : stoppedInWords(await store.watches.stop(place, command.watches));
    },

    posted: (id, sent) => store.given.moved(id, sent),

    async ingest(file, place, asker, onProgress) {
      const work = ingest(file, place, asker, onProgress);
      ingesting.add(work);
      try {
        return await work;
      } catch (error) {
        const reference = newReference();
        log.error({ reference, cause: causeOf(error) }, 'file could not be ingested');
        return { refused: wordsFor(asker)('failed', { reference }) };
      } finally {
        ingesting.delete(work);
      }
    },

    async hello(place, once = place.channel) {
      if (!(await store.tellOnce(originOf(place), `hello ${once}`, clock()))) return null;
      const { seen } = await access.in(place, { id: '', roles: [], isAdmin: true });
      const { text } = await rapporteur.ask({ text: 'Hello', scope: seen });
      return text;
    },

    left: (workspace) => store.left(`${platform}:${workspace}`, clock()),

    async stop() {
      await looking.stop();
      await inbox.stop(ingesting);
    },

    state: () => inbox.state(),
  };
}
