/** The desk of one platform: posts come in, replies go out, and what is kept is opened again. */
import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import type { Scope } from '../answer.ts';
import type { Rapporteur } from '../rapporteur.ts';
import { causeOf, references } from './causes.ts';
import { defaultLimits, type Delivery, type Desk, type Limits } from './chat.ts';
import type { ChatStore } from './chat-store.ts';
import { openInbox } from './inbox.ts';
import { keptAnswers } from './kept-answers.ts';
import type { Place } from './post.ts';
import { isAmong } from './settings.ts';
import * as wording from './wording.ts';

export interface DeskOptions {
  platform: string;
  rapporteur: Rapporteur;
  store: ChatStore;
  delivery: Delivery;
  /** How a question is begun here, for the help: `/rapporteur ask` or `@Rapporteur`. */
  askWith: string;
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
  log,
  clock = Date.now,
  random = randomBytes,
  limits: given = {},
}: DeskOptions): Desk {
  const limits = { ...defaultLimits, ...given };
  const newReference = references(random);
  const inbox = openInbox({ rapporteur, store, delivery, askWith, log, clock, newReference, limits });
  const ingesting = new Set<Promise<unknown>>();
  let forgotMs = -Infinity;

  function scopeOf(place: Place): Scope | undefined {
    return store.settings(place).scope ?? undefined;
  }

  function forgetOld(): void {
    if (clock() - forgotMs > 86_400_000) {
      forgotMs = clock();
      store.forget(forgotMs - limits.keepMs);
    }
  }

  return {
    ...keptAnswers({ rapporteur, store, scope: scopeOf, clock, limits }),

    async start() {
      forgetOld();
      for (const item of store.unfinished(platform)) {
        inbox.takeUpAgain(item);
      }
    },

    async receive(post, acknowledge) {
      forgetOld();
      const id = Buffer.from(random(9)).toString('base64url');
      const isPrivate = !post.isDirect && (post.onlyForAsker || store.settings(post.place).reply === 'asker');
      const item = store.receive(id, post, isPrivate ? post.asker.id : null, clock());
      try {
        await acknowledge?.();
      } catch (error) {
        log.warn({ question: id, cause: causeOf(error) }, 'question could not be acknowledged');
      }
      if (item === null) {
        return 'duplicate';
      }
      inbox.takeUp(item);
      return 'received';
    },

    async edited(place, message, command) {
      const item = store.itemOf(place, message);
      if (item !== null && item.state !== 'dropped' && !isDeepStrictEqual(item.post.command, command)) {
        inbox.takeUp(store.reword(item.id, command, clock()));
      }
    },

    async deleted(place, message) {
      const item = store.itemOf(place, message);
      if (item !== null && item.state !== 'dropped') {
        store.drop(item.id, clock());
        await inbox.takeBack(item);
      }
    },

    settings: (place) => store.settings(place),

    async saveSettings(place, asker, settings) {
      if (!asker.isAdmin) {
        return { refused: wording.onlyAdministrators };
      }
      store.saveSettings(place, settings);
      return null;
    },

    scope: scopeOf,

    sessions: (place) => rapporteur.sessions(scopeOf(place)),

    speakers: (place, session) =>
      rapporteur.speakers({ ...(session !== undefined && { session }), scope: scopeOf(place) }),

    async ingest(file, place, asker, onProgress) {
      if (!isAmong(store.settings(place).mayIngest, asker)) {
        return { refused: wording.notAllowedToIngest };
      }
      const name = file.name.replace(/^.*[/\\]/s, '');
      if (file.size > limits.fileBytes) {
        return { refused: wording.tooLarge(name, file.size, limits.fileBytes) };
      }
      const costs = { unpackedBytes: limits.unpackedBytes, milliseconds: limits.readingMs };
      const work = (async () => {
        const bytes = await file.read();
        return bytes.length > limits.fileBytes
          ? { refused: wording.tooLarge(name, bytes.length, limits.fileBytes) }
          : (await rapporteur.ingest([{ name, bytes, limits: costs }], onProgress)).files[0]!;
      })();
      ingesting.add(work);
      try {
        return await work;
      } catch (error) {
        const reference = newReference();
        log.error({ reference, cause: causeOf(error) }, 'file could not be ingested');
        return { refused: wording.failed(reference) };
      } finally {
        ingesting.delete(work);
      }
    },

    stop: () => inbox.stop(ingesting),

    state: () => inbox.state(),
  };
}
