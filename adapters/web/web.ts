/** The reader: pages made on the server, readable without scripts. */
import { readFileSync } from 'node:fs';
import { Hono, type Context } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import type { Answer } from '../../src/answer.ts';
import { quoteAtAnchor } from '../../src/answering/quotes/anchored.ts';
import { viewAnswer, viewVerification } from '../../src/chat/answer-view.ts';
import { viewQuote, type QuoteView } from '../../src/chat/quote-view.ts';
import { viewQuotes } from '../../src/chat/quotes-view.ts';
import type { Log } from '../../src/log.ts';
import { limitOf, retryAfter } from '../../src/operations/http.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import type { Session } from '../../src/session.ts';
import { findAnchor } from '../../src/words/anchor.ts';
import { nameInPath } from '../../src/words/path-segment.ts';
import { meantBy } from '../../src/chat/watches/found.ts';
import { canDraw, cardOf } from './card/card.ts';
import { atomOf } from './files/feed.ts';
import { sessionFiles } from './files/session-files.ts';
import { agreementsHtml } from './pages/agreements.ts';
import { llms } from './pages/llms.ts';
import { answerHtml, askHtml, keptAnswerHtml, searchHtml, verifyHtml } from './pages/find.ts';
import { changedHtml, goneHtml, versionHtml } from './pages/former.ts';
import { layout, type Html, type Page } from './pages/layout.ts';
import { libraryHtml } from './pages/library.ts';
import { enterHtml, messageHtml } from './pages/messages.ts';
import { asItIs, pageOf, pagesOf, sessionHtml, type Shown } from './pages/session.ts';
import { speakerHtml, speakersHtml } from './pages/speakers.ts';
import { cardPath, sessionPath, speakerPath, withQuery, wordsPath, pathWithin } from './paths.ts';
import { forget, isGood, remember, visitorOf, type Entry, type Visitor } from './visitor.ts';

export interface ReaderOptions {
  rapporteur: Rapporteur;
  entry: Entry;
  log: Log;
  /** Where it is reached, for what leaves it: `https://records.example.org`. */
  address: string;
  /** Whether search engines may keep its pages. */
  isListed: boolean;
  /** Requests a minute of one visitor. */
  perMinute: number;
  /** Answers of chats at their addresses; null for what is not there, or no longer. */
  published: (id: string) => Promise<Answer | null>;
  /** Names a failure in the log and to whoever met it. */
  reference: () => string;
}

export type Visited = { Variables: { visitor: Visitor } };

const open = new Set(['/enter', '/style.css', '/reader.js', '/robots.txt', '/llms.txt']);
const publicFile = (name: string) => readFileSync(new URL(`public/${name}`, import.meta.url), 'utf8');

export function readerApp(options: ReaderOptions): Hono<Visited> {
  const { rapporteur, entry, log, address, isListed, reference } = options;
  const app = new Hono<Visited>();
  const limit = limitOf(options.perMinute);

  const page = (
    context: Context,
    made: Omit<Page, 'isListed'>,
    status: 200 | 400 | 401 | 404 | 410 | 429 | 500 = 200,
  ) => context.html(layout({ ...made, isListed }), status);
  const message = (context: Context, title: string, text: string, status: 404 | 410 | 429 | 500) =>
    page(context, { title, body: messageHtml(title, text) }, status);
  const tooMuch = (context: Context, waitMs: number) => {
    context.header('Retry-After', retryAfter(waitMs));
    return message(context, 'Too much at once', 'Wait a minute and try again.', 429);
  };

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
  );
  app.use(async (context, next) => {
    const visitor = await visitorOf(context, entry);
    const path = context.req.path;
    if (isAnswer(path)) {
      const waitMs = await limit('answers');
      if (waitMs > 0) return tooMuch(context, waitMs);
    } else if (!open.has(path)) {
      if (visitor === null)
        return page(
          context,
          {
            title: 'Who may read here',
            body: enterHtml(false, context.req.url.slice(new URL(context.req.url).origin.length)),
          },
          401,
        );
      const waitMs = await limit(visitor.name);
      if (waitMs > 0) return tooMuch(context, waitMs);
      context.set('visitor', visitor);
    }
    context.header('Cache-Control', open.has(path) ? 'public, max-age=3600' : 'private, no-cache');
    return next();
  });
  app.onError((error, context) => {
    const named = reference();
    log.warn({ err: error, reference: named }, 'a page could not be made');
    return message(
      context,
      'That did not work',
      `Whoever runs Rapporteur finds the cause in its log (reference ${named}).`,
      500,
    );
  });

  app.get('/style.css', (context) =>
    context.body(publicFile('style.css'), 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/reader.js', (context) =>
    context.body(publicFile('reader.js'), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/robots.txt', (context) =>
    context.text(isListed ? 'User-agent: *\nAllow: /\n' : 'User-agent: *\nDisallow: /\n'),
  );
  app.get('/llms.txt', (context) => context.text(llms(address)));

  app.get('/enter', (context) => {
    const token = context.req.query('token');
    if (token === undefined) return page(context, { title: 'Who may read here', body: enterHtml(false, '/') });
    return enter(context, token, context.req.query('next') ?? '/');
  });
  app.post('/enter', async (context) => {
    const given = await context.req.parseBody();
    const [token, next] = ['token', 'next'].map((name) => (typeof given[name] === 'string' ? given[name] : ''));
    return enter(context, token!.trim(), next!);
  });
  app.post('/leave', (context) => {
    forget(context);
    return context.redirect('/enter', 303);
  });

  async function enter(context: Context, token: string, next: string) {
    if (!(await isGood(token, entry)))
      return page(context, { title: 'Who may read here', body: enterHtml(true, next) }, 401);
    remember(context, token, entry);
    return context.redirect(pathWithin(next), 303);
  }

  /** Whoever has the address of an answer may read it: it was given in the place that saw the answer, and cannot be guessed. */
  app.get(`${answersPath}:id`, async (context) => {
    const answer = await options.published(context.req.param('id'));
    context.header('Cache-Control', 'private, no-store');
    const gone = 'This answer is not here, or was taken back, or is kept no longer.';
    if (answer === null) return message(context, 'Not here', gone, 410);
    const body = keptAnswerHtml(answer.question, answerHtml(viewAnswer(answer), addressOf));
    return context.html(layout({ title: answer.question, body, isListed: false }));
  });

  app.get('/', async (context) => {
    const { scope } = context.get('visitor');
    const { words = '', event = '', from = '', to = '', page: number = '1' } = context.req.query();
    const sessions = await rapporteur.sessions(scope);
    return page(context, {
      title: 'Sessions',
      body: libraryHtml(sessions, { words, event, from, to, page: Number.parseInt(number, 10) || 1 }),
      ...(event !== '' && { feed: withQuery('/feed.atom', { event }) }),
    });
  });

  const shown = (context: Context<Visited>, id: string, version: number | undefined) =>
    rapporteur.show(id, context.get('visitor').scope, version);
  const notThere = (context: Context, status: 404 | 410) =>
    message(context, 'Not here', 'This session is not here, or may not be read here, or no longer.', status);

  app.get('/sessions/:id', async (context) => {
    const named = context.req.param('id');
    const asked = context.req.query('version');
    const version = asked === undefined ? undefined : Number.parseInt(asked, 10) || 0;
    const session = await shown(context, nameInPath(named), version);
    const anchor = context.req.query('at');
    if (session && anchor !== undefined && version === undefined) return pageAt(context, session, anchor);
    if (session) {
      const turn = Number.parseInt(context.req.query('turn') ?? '', 10) - 1;
      const isTurn = turn >= 0 && turn < session.turns.length;
      const number = isTurn ? pageOf(session, turn) : Number.parseInt(context.req.query('page') ?? '1', 10) || 1;
      const notice = version === undefined ? '' : versionHtml(session, version);
      const page = Math.min(Math.max(number, 1), pagesOf(session).length);
      return sessionPage(context, session, page, { place: null, notice, version });
    }
    const [, id, ending = ''] = /^(.+)\.([a-z]+)$/su.exec(named) ?? [];
    const file = Object.hasOwn(sessionFiles, ending) ? sessionFiles[ending] : undefined;
    const asFile = file && (await shown(context, nameInPath(id!), version));
    if (!file || !asFile) return notThere(context, anchor === undefined && version === undefined ? 404 : 410);
    const written = file.write(asFile);
    if (written === null) return message(context, 'Not here', 'No times are known of this session.', 404);
    return context.body(written, 200, { 'content-type': file.type });
  });

  /** The short address that is given out; where it leads, the browser goes to the words, with scripts or without. */
  app.get('/sessions/:id/at/:anchor', (context) => {
    const { id: segment, anchor } = context.req.param();
    const id = nameInPath(segment);
    return context.redirect(`${withQuery(sessionPath(id), { at: anchor })}#words`, 303);
  });

  app.get('/sessions/:id/at/:anchor/card.png', async (context) => {
    const { id, anchor } = context.req.param();
    const session = await shown(context, nameInPath(id), undefined);
    const quote = session && quoteAtAnchor(session, anchor);
    const picture = quote && (await cardOf(viewQuote({ ...quote, n: 0 }, '', '')));
    if (!picture) return notThere(context, 410);
    return context.body(Buffer.from(picture), 200, { 'content-type': 'image/png' });
  });

  /** What is told of words to whoever shares their address. */
  async function cardFor(session: Session, anchor: string): Promise<Page['card']> {
    const quote = quoteAtAnchor(session, anchor);
    if (!quote) return undefined;
    const view = viewQuote({ ...quote, n: 0 }, '', '');
    return {
      title: `${view.speaker} · ${view.title}`,
      description: `“${view.text}”`,
      picture: (await canDraw()) ? `${address}${cardPath(session.id, anchor)}` : null,
    };
  }

  /** Where words are now: kept by what they are, not by where they stood. Only a reader gives out such an address. */
  async function pageAt(context: Context<Visited>, session: Session, anchor: string) {
    const found = findAnchor(anchor, session.turns);
    if (found === null) return message(context, 'Nothing is here', 'This address is not whole.', 404);
    if (found.outcome === 'words')
      return sessionPage(
        context,
        session,
        pageOf(session, found.place.from.turn),
        { ...asItIs, place: found.place },
        await cardFor(session, anchor),
      );
    const place = found.outcome === 'gone' ? null : found.place;
    const former = await rapporteur.formerWords(session.id, anchor, context.get('visitor').scope);
    const notice = changedHtml(session, place, found.outcome === 'alike', former);
    if (place) return sessionPage(context, session, pageOf(session, place.from.turn), { ...asItIs, place, notice });
    return page(context, { title: session.title, body: goneHtml(session, notice) }, 410);
  }

  function sessionPage(context: Context, session: Session, number: number, of: Shown, card?: Page['card']) {
    return page(context, { title: session.title, body: sessionHtml(session, number, of), ...(card && { card }) });
  }

  const addressOf = ({ session, anchor }: Pick<QuoteView, 'session' | 'anchor'>) =>
    anchor === null ? sessionPath(session.id) : wordsPath(session.id, anchor);

  app.get('/speakers', async (context) => {
    const { words = '', page: number = '1' } = context.req.query();
    const { scope } = context.get('visitor');
    const speakers = await rapporteur.speakers(scope === undefined ? {} : { scope });
    return page(context, {
      title: 'Speakers',
      body: speakersHtml(speakers, words, Number.parseInt(number, 10) || 1),
    });
  });

  app.get('/speakers/:name', async (context) => {
    const { scope } = context.get('visitor');
    const name = nameInPath(context.req.param('name'));
    const speaker = (await rapporteur.speakers(scope === undefined ? {} : { scope })).find(
      (each) => each.name === name,
    );
    if (!speaker) return message(context, 'Not here', `Nobody called “${name}” speaks in the sessions here.`, 404);
    const about = context.req.query('about') ?? '';
    const offset = Math.max(Number.parseInt(context.req.query('offset') ?? '0', 10) || 0, 0);
    const query = { speaker: name, about: about === '' ? undefined : about, offset, limit: onPage, scope };
    const found = await rapporteur.quotes(query);
    const view = viewQuotes(query, found, () => 'on the next page');
    const next = found.next === null ? null : withQuery(speakerPath(name), { about, offset: found.next });
    return page(context, {
      title: name,
      body: speakerHtml(speaker, about, view, view.quotes.map(addressOf), next),
      feed: withQuery('/feed.atom', { speaker: name, about }),
    });
  });

  app.get('/search', async (context) => {
    const words = (context.req.query('q') ?? '').trim();
    const { scope } = context.get('visitor');
    const hits = words === '' ? null : await rapporteur.search({ text: words, limit: onPage, scope });
    const views = hits?.map(({ parts, by }, at) => ({
      by,
      parts: parts.map((part, which) => viewQuote({ ...part, n: 0 }, `h${at + 1}-${which + 1}`, '')),
    }));
    return page(context, {
      title: words === '' ? 'Search' : `Search: ${words}`,
      body: searchHtml(words, views ?? null, addressOf),
      feed: withQuery('/feed.atom', { about: words }),
    });
  });

  const answered = async (question: string, { scope }: Visitor): Promise<Html> =>
    answerHtml(viewAnswer(await rapporteur.ask({ text: question, scope })), addressOf);

  app.get('/ask', async (context) => {
    const question = (context.req.query('q') ?? '').trim();
    const answer = question === '' ? '' : await answered(question, context.get('visitor'));
    return page(context, { title: question === '' ? 'Ask' : question, body: askHtml(question, answer) });
  });

  /** The same with how far it is told meanwhile. */
  app.get('/ask/events', (context) => {
    const question = (context.req.query('q') ?? '').trim();
    const visitor = context.get('visitor');
    return streamSSE(context, async (stream) => {
      const { length } = await rapporteur.sessions(visitor.scope);
      const started = Date.now();
      const tell = () => {
        const seconds = Math.round((Date.now() - started) / 1000);
        const since = seconds === 0 ? '' : ` (${seconds} s)`;
        return stream.writeSSE({
          event: 'progress',
          data: `Looking through ${length} session${length === 1 ? '' : 's'} …${since}`,
        });
      };
      await tell();
      const telling = setInterval(() => void tell(), 1000);
      try {
        const answer = await answered(question, visitor);
        await stream.writeSSE({ event: 'answer', data: String(answer) });
      } catch (error) {
        const named = reference();
        log.warn({ err: error, reference: named }, 'a question of the reader failed');
        const text = `That did not work. Whoever runs Rapporteur finds the cause in its log (reference ${named}).`;
        await stream.writeSSE({ event: 'answer', data: `<p>${text}</p>` });
      } finally {
        clearInterval(telling);
      }
    });
  });

  app.get('/verify', async (context) => {
    const quotation = (context.req.query('quote') ?? '').trim();
    const { scope } = context.get('visitor');
    const view =
      quotation === '' ? null : viewVerification(await rapporteur.verify(quotation, scope), 'in the sessions here');
    return page(context, { title: 'Verify', body: verifyHtml(quotation, view, addressOf) });
  });

  app.get('/agreements', async (context) => {
    const { scope } = context.get('visitor');
    const { event = '', about = '' } = context.req.query();
    const points = about
      .split(';')
      .map((point) => point.trim())
      .filter(Boolean);
    const given = { ...(event !== '' && { event }), ...(points.length > 0 && { about: points.slice(0, 12) }) };
    const isAsked = event !== '' || points.length > 0;
    const map = isAsked ? await rapporteur.agreements({ ...given, scope }) : null;
    const body = await agreementsHtml({ event, about }, map, addressOf);
    return page(context, { title: event === '' ? 'Who agrees on what' : `Who agrees on what: ${event}`, body });
  });

  app.get('/feed.atom', async (context) => {
    const { scope } = context.get('visitor');
    const asked = ['speaker', 'about', 'event', 'named', 'phrase'].map((name) => context.req.query(name) || undefined);
    const [speaker, about, event, named, phrase] = asked;
    const query = { speaker, about: about ?? named ?? phrase, event, scope };
    const { total } = await rapporteur.quotes({ ...query, limit: 1 });
    const offset = Math.max(total.quotes - inFeed, 0);
    const found = await rapporteur.quotes({ ...query, limit: inFeed, offset });
    const isMeant = meantBy({ named, phrase });
    const view = viewQuotes(query, { ...found, quotes: found.quotes.filter(isMeant) }, () => '');
    const title = asked.filter(Boolean).join(', ') || 'Rapporteur';
    const self = `${address}${withQuery('/feed.atom', { speaker, about, event, named, phrase })}`;
    const feed = atomOf(title, self, view.quotes.toReversed(), (quote) => `${address}${addressOf(quote)}`);
    return context.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
  });

  app.all('*', (context) => message(context, 'Nothing is here', 'There is no page at this address.', 404));
  return app;
}

/** Of answers that chats were given. */
const answersPath = '/answers/';
const isAnswer = (path: string) => path.startsWith(answersPath);

const onPage = 20;
const inFeed = 50;
