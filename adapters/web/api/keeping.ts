/** What is watched and kept for whoever has a token, over the HTTP interface; whoever has none has nothing of their own. */
import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { operatorsOwn } from '../../../src/access/sees.ts';
import { collectionIn, collectionPaper, keepWords } from '../../../src/chat/collected/asked.ts';
import { tagOf } from '../../../src/chat/collected/tag.ts';
import type { Keeper, WithChats } from '../../../src/chat/keeper.ts';
import {
  digestForProgram,
  readByProgram,
  stopForProgram,
  watchForProgram,
  watchInParts,
} from '../../../src/chat/watches/for-program.ts';
import type { Rapporteur } from '../../../src/rapporteur.ts';
import type { Visited } from '../web.ts';
import { paperFile } from './papers.ts';
import { answers, fileOf, problem } from './responses.ts';
import * as queries from './queries.ts';
import * as schemas from './schemas.ts';

export interface KeepingOptions {
  rapporteur: Rapporteur;
  chats: WithChats;
}

export function addKeeping(app: OpenAPIHono<Visited>, options: KeepingOptions): void {
  for (const path of ['/watches', '/watches/*', '/digests', '/collection', '/collection/*', '/papers/collection'])
    app.use(path, async (context, next) =>
      context.get('visitor').keeper === null
        ? problem(
            context,
            403,
            'Not allowed',
            'What is watched and kept is a token’s own: send one; "tokens add" makes it.',
          )
        : next(),
    );
  addWatches(app, options);
  addCollection(app, options);
}

function addWatches(app: OpenAPIHono<Visited>, { rapporteur, chats }: KeepingOptions): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/watches',
      summary: 'What is watched for this token',
      responses: answers(schemas.watches),
    }),
    async (context) => {
      const { keeper } = who(context);
      const all = await chats((store) => store.watches.in(keeper.place));
      return context.json(all.map(watchInParts), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/watches',
      summary: 'Watch what new sessions have of a matter, somebody’s words, a phrase or a name',
      request: { body: { required: true, content: { 'application/json': { schema: queries.toWatch } } } },
      responses: answers(schemas.begunWatch),
    }),
    async (context) => {
      const { keeper, seen } = who(context);
      const given = context.req.valid('json');
      const begun = await chats((store) => watchForProgram(given, { rapporteur, store, keeper, seen }));
      return 'refused' in begun
        ? problem(context, 400, 'Not watched', begun.refused)
        : context.json({ watch: watchInParts(begun.made), onRecord: begun.onRecord }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/watches/{number}',
      summary: 'Stop watching it',
      request: { params: queries.numbered },
      responses: answers(schemas.watch),
    }),
    async (context) => {
      const { keeper } = who(context);
      const { number } = context.req.valid('param');
      const stopped = await chats((store) => stopForProgram(number, { store, keeper }));
      return stopped
        ? context.json(watchInParts(stopped), 200)
        : problem(context, 404, 'Not here', `Nothing of the number ${number} is watched.`);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/digests',
      summary: 'What sessions that came in since the last digest have of what is watched; nothing is told twice',
      responses: answers(schemas.digest),
    }),
    async (context) => {
      const { keeper, seen } = who(context);
      const found = await chats(async (store) => {
        const digest = await digestForProgram({ rapporteur, store, keeper, seen });
        if (digest) await readByProgram(digest, store);
        return digest;
      });
      const told = { watches: found?.watches ?? [], answer: found?.answer ?? null };
      return context.json(told as z.input<typeof schemas.digest>, 200);
    },
  );
}

function addCollection(app: OpenAPIHono<Visited>, { rapporteur, chats }: KeepingOptions): void {
  const shownTo = (context: Context<Visited>, tag: string) => {
    const { keeper, seen } = who(context);
    return chats((store) => collectionIn({ store, rapporteur, seen }, keeper.place, keeper.user, tag));
  };

  app.openapi(
    createRoute({
      method: 'get',
      path: '/collection',
      summary: 'The quotes that are kept for this token, as the records have them today',
      request: { query: queries.ofCollection },
      responses: answers(schemas.collection),
    }),
    async (context) => {
      const { tag, offset, limit } = context.req.valid('query');
      const { kept, hidden } = await shownTo(context, tagOf(tag));
      const page = kept.slice(offset, offset + limit);
      const quotes = page.map(({ number, note, tag: own, now: quote }) => ({ number, note, tag: own, quote }));
      const next = offset + page.length < kept.length ? offset + page.length : null;
      return context.json({ quotes, total: kept.length, hidden, next }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/collection',
      summary: 'Keep quotes, as the interface gave them or by session, turn and offsets: all of them, or none',
      request: { body: { required: true, content: { 'application/json': { schema: queries.toKeep } } } },
      responses: answers(schemas.keptNumbers),
    }),
    async (context) => {
      const { keeper, seen } = who(context);
      const { quotes, ...of } = context.req.valid('json');
      const words = quotes.map(({ session, turn, text, start, end }) => ({
        session: session.id,
        turn,
        text,
        offsets: { start, end },
      }));
      const made = await chats((store) => keepWords(words, of, { store, rapporteur, seen, keeper, now: Date.now() }));
      return 'refused' in made ? problem(context, 400, 'Not kept', made.refused) : context.json(made, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/collection/{number}',
      summary: 'Keep a quote no longer',
      request: { params: queries.numbered },
      responses: answers(schemas.keptNumbers),
    }),
    async (context) => {
      const { keeper } = who(context);
      const { number } = context.req.valid('param');
      return (await chats((store) => store.collected.remove(number, keeper.place, keeper.user)))
        ? context.json({ numbers: [number] }, 200)
        : problem(context, 404, 'Not here', `No quote of the number ${number} is kept.`);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/papers/collection',
      summary: 'The quotes that are kept as a file, each with its note; `as` is the ending of its name',
      request: { query: queries.ofCollection.pick({ tag: true }).extend(queries.asFile) },
      responses: fileOf,
    }),
    async (context) => {
      const { tag: typed, ...form } = context.req.valid('query');
      const tag = tagOf(typed);
      const shown = await shownTo(context, tag);
      const sessions = await rapporteur.sessions(who(context).seen);
      return paperFile(collectionPaper(shown, tag, sessions, new Date()), 'collection', form);
    },
  );
}

/** Asked only where there is a keeper. */
function who(context: Context<Visited>) {
  const { keeper, scope: seen = operatorsOwn } = context.get('visitor');
  return { keeper: keeper as Keeper, seen };
}
