/** The HTTP interface: what it gives is what its own description says. The sessions are invented. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as schemas from '../../adapters/web/api/schemas.ts';
import { serveWeb } from '../../adapters/web/serve.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { tokensIn } from '../../src/operations/tokens.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { printedBy } from '../fakes/command-line.ts';
import { callsTool, modelServer } from '../fakes/model-server.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { chatsIn } from '../fixtures/keeping.ts';
import { servedReader } from '../fixtures/served.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const folder = temporaryFolder();
const tokens = tokensIn(folder);
const chats = chatsIn(folder);
const log = { info: () => {}, warn: () => {} };
let rapporteur: Rapporteur;
let served: Awaited<ReturnType<typeof serveWeb>>;
let [reading, writing] = ['', ''];

beforeAll(async () => {
  rapporteur = await rapporteurIn(folder, { WEB_ADDRESS: 'https://records.example.org/' });
  await rapporteur.ingest([recordOf(harbour, orchard)]);
  reading = await tokens.add({ name: 'reading' }, new Date());
  writing = await tokens.add({ name: 'writing', mayIngest: true }, new Date());
  const entry = { tokens, anybody: null, ownToken: null, isSecure: false };
  const options = { rapporteur, log, reference: () => 'abc123', version: '1', isListed: false, perMinute: 10_000 };
  served = await serveWeb(
    { ...options, entry, address: null, assistants: null, published: async () => null, chats },
    { port: 0 },
  );
});
afterAll(async () => {
  await served.stop();
  await rapporteur.close();
});

function call(path: string, { json, token = reading, ...init }: { json?: object; token?: string } & RequestInit = {}) {
  const headers = {
    ...(token !== '' && { authorization: `Bearer ${token}` }),
    ...(json && { 'content-type': 'application/json' }),
    ...(init.headers as Record<string, string>),
  };
  const sent = json ? { method: 'POST', body: JSON.stringify(json) } : {};
  return fetch(`${served.address}/api/v1${path}`, { ...sent, ...init, headers });
}

it('keeps a connection that is idle for longer than a proxy does', async () => {
  const { headers } = await call('/openapi.json');
  expect(headers.get('keep-alive')).toBe('timeout=75');
});

describe('what it gives', () => {
  it.each([
    ['/ask', { question: 'How many seals were counted?' }, schemas.answer, { status: 'answered' }],
    ['/ask', { question: 'What about submarines?' }, schemas.answer, { quotes: [] }],
    ['/verify', { quote: 'We counted 213 seals in the bay' }, schemas.verification, { verdict: 'altered' }],
    ['/search?q=frost', undefined, schemas.hits, { query: 'frost' }],
    ['/quotes?speaker=Lindqvist&about=eelgrass', undefined, schemas.foundQuotes, { total: { quotes: 2 } }],
    ['/sessions', undefined, schemas.sessionSummaries, [{ id: 'orchard-2025' }, { id: 'harbour-2025' }]],
    ['/sessions/harbour-2025', undefined, schemas.session, { id: 'harbour-2025' }],
    [
      '/sessions/harbour-2025/context?turn=2&around=1',
      undefined,
      schemas.context,
      [{ turn: 1 }, { turn: 2 }, { turn: 3 }],
    ],
    ['/speakers?session=harbour-2025', undefined, schemas.speakers, [{}, {}, {}]],
  ] as const)('%s %j is as described', async (path, body, schema, expected) => {
    const response = await call(path, body && { json: body });
    const given: unknown = await response.json();
    expect(response.status).toBe(200);
    expect(schema.parse(given)).toMatchObject(expected);
  });

  it('has quotes with an address in the reader', async () => {
    const answer = schemas.answer.parse(
      await (await call('/ask', { json: { question: 'How many seals were counted?' } })).json(),
    );
    const [{ anchor, address }] = answer.quotes as [(typeof answer.quotes)[number]];
    expect(address).toBe(`https://records.example.org/sessions/harbour-2025/at/${anchor}`);
    const led = await fetch(new URL(new URL(address!).pathname, served.address), {
      headers: { authorization: `Bearer ${reading}` },
    });
    expect(await led.text()).toMatch(/<mark[^>]*>We counted 312 seals/u);
  });

  it('tells how far it is, where that is asked for', async () => {
    const response = await call('/ask', { json: { question: 'seals' }, headers: { accept: 'text/event-stream' } });
    const events = await response.text();
    expect(events.indexOf('event: progress')).toBeGreaterThanOrEqual(0);
    expect(events.indexOf('event: answer')).toBeGreaterThan(events.indexOf('event: progress'));
  });

  it('checks a paper that is sent', async () => {
    const body = Buffer.from(
      'Lindqvist said “We counted 312 seals in the bay last autumn” and “nobody ever saw a seal”.',
    );
    const response = await call('/check?name=draft.txt', { method: 'POST', body });
    const check = schemas.documentCheck.parse(await response.json());
    expect(check.quotations.map(({ outcome }) => outcome)).toEqual(['exact', 'absent']);
    expect(check.summary).toMatchObject({ exact: 1, absent: 1 });
    const empty = await call('/check?name=draft.txt', { method: 'POST', body: Buffer.from(' ') });
    expect(empty.status).toBe(400);
  });

  it('is described by a document that is one of OpenAPI 3.1', async () => {
    const description = (await (await call('/openapi.json', { token: '' })).json()) as {
      openapi: string;
      paths: object;
    };
    expect(description.openapi).toBe('3.1.0');
    expect(await new Validator().validate(description)).toMatchObject({ valid: true });
    expect(description).toMatchObject({
      security: [{ token: [] }, {}],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      paths: {
        '/records': { post: { requestBody: { content: { 'application/octet-stream': {} } } } },
        '/check': { post: { requestBody: { content: { 'application/octet-stream': {} } } } },
        '/ask': { post: { responses: { 401: {}, 413: {}, 415: {}, 429: {} } } },
      },
    });
    expect(Object.keys(description.paths).toSorted()).toEqual(
      [
        '/agreements',
        '/ask',
        '/check',
        '/collection',
        '/collection/{number}',
        '/commissions',
        '/commitments',
        '/digests',
        '/papers/agreements',
        '/papers/brief',
        '/papers/collection',
        '/papers/commitments',
        '/papers/comparison',
        '/papers/quotes',
        '/papers/report',
        '/quotes',
        '/records',
        '/search',
        '/sessions',
        '/sessions/{id}',
        '/sessions/{id}/context',
        '/sessions/{id}/report',
        '/speakers',
        '/verify',
        '/watches',
        '/watches/{number}',
      ].toSorted(),
    );
  });
});

describe('a paper', () => {
  it.each([
    ['brief?about=seals&as=md', 'text/markdown', /“We counted 312 seals[^]*\[\^1\]: Statement by Tomas Lindqvist/u],
    ['comparison?sides=Lindqvist;Tanaka&about=dredging&as=html', 'text/html', /Lindqvist and Tanaka on dredging/u],
    ['quotes?speaker=Lindqvist&as=ris', 'application/x-research', /AU {2}- Tomas Lindqvist/u],
    ['commitments?as=ics', 'text/calendar', /^BEGIN:VCALENDAR/u],
    ['commitments?as=csv', 'text/csv', /^\uFEFFkind,who/u],
    ['agreements?about=dredging;seals&as=svg', 'image/svg', /^<svg/u],
    ['report?session=harbour&as=md&notes=oscola', 'text/markdown', /# Report: Harbour Council hearing/u],
    ['report?session=harbour', 'application/vnd.openxmlformats', /^PK/u],
  ])('%s is a file', async (path, type, expected) => {
    const response = await call(`/papers/${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z]+\.[a-z]+"$/u);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString()).toMatch(expected);
  });

  it.each([
    ['brief', 'about'],
    ['brief?about=seals&as=ics', 'this is written as .docx'],
    ['brief?about=seals&as=exe', 'as'],
    ['brief?about=seals&event=Moon+Week', 'No session fits “Moon Week”'],
    ['quotes', 'Give speaker, about, or both.'],
    ['report?session=moon', 'no session called “moon”'],
    ['comparison?sides=Lindqvist&about=seals', 'sides'],
  ])('%s says what is missing', async (path, words) => {
    const response = await call(`/papers/${path}`);
    expect(response.status).toBe(400);
    expect(schemas.problem.parse(await response.json()).detail).toContain(words);
  });

  it('has nothing of what the token may not see', async () => {
    const token = await tokens.add({ name: 'orchards', scope: { sessions: ['orchard-2025'] } }, new Date());
    for (const path of ['brief?about=seals', 'commitments?', 'agreements?', 'quotes?about=seals'])
      expect(await (await call(`/papers/${path}&as=md`, { token })).text()).not.toMatch(/312|Lindqvist|Harbour/u);
    expect((await call('/papers/report?session=harbour', { token })).status).toBe(400);
  });
});

describe('a commission', () => {
  it('is the answer to its words where no model is set, told as events where that is asked for', async () => {
    const json = { work: 'How many seals were counted?' };
    const answer = schemas.answer.parse(await (await call('/commissions', { json })).json());
    expect(answer).toMatchObject({ status: 'answered', model: null });
    expect(answer.notice).toContain('No model is set');
    const events = await (await call('/commissions', { json, headers: { accept: 'text/event-stream' } })).text();
    expect(events).toContain('event: answer');
    expect((await call('/commissions', { json: { work: 'seals', steps: 1000 } })).status).toBe(400);
  });

  it('is told step by step, and ends when who asked hangs up', async () => {
    const model = await modelServer((_, nth) => (nth === 1 ? callsTool('sessions', {}) : { hangs: true }), {
      streams: false,
    });
    const settings = { CHAT_MODEL: 'lent', OPENAI_BASE_URL: model.url };
    const working = await rapporteurIn(temporaryFolder(), settings);
    const ended = vi.fn<(notice: string | undefined) => void>();
    const listening: Rapporteur = {
      ...working,
      async commission(...given) {
        const answer = await working.commission(...given);
        ended(answer.notice);
        return answer;
      },
    };
    const entry = { tokens, anybody: null, ownToken: null, isSecure: false };
    const options = { log, reference: () => '', version: '1', isListed: false, perMinute: 10_000 };
    const other = await serveWeb(
      { ...options, rapporteur: listening, entry, address: null, assistants: null, published: async () => null, chats },
      { port: 0 },
    );
    try {
      const hangUp = new AbortController();
      const response = await fetch(`${other.address}/api/v1/commissions`, {
        method: 'POST',
        body: JSON.stringify({ work: 'seals' }),
        headers: {
          authorization: `Bearer ${reading}`,
          'content-type': 'application/json',
          accept: 'text/event-stream',
        },
        signal: hangUp.signal,
      });
      const reader = response.body!.getReader();
      expect(Buffer.from((await reader.read()).value!).toString()).toMatch(/event: step[^]*"tool":"sessions"/u);
      hangUp.abort();
      await expect.poll(() => ended.mock.calls[0]?.[0], { timeout: 60_000 }).toContain('it was stopped');
    } finally {
      await other.stop();
      await working.close();
      await model.close();
    }
  });
});

describe('what a token watches and keeps', () => {
  const of = async <Given>(response: Promise<Response>, schema: { parse(given: unknown): Given }): Promise<Given> =>
    schema.parse(await (await response).json());
  const news = (id: string, text: string) => ({ ...orchard, id, turns: [{ speaker: 'Pia Rossi', text }] });

  it('is told of new sessions once, and stopped', async () => {
    const begun = await of(call('/watches', { json: { what: 'beehives' } }), schemas.begunWatch);
    expect(begun).toMatchObject({ watch: { kind: 'matter', what: 'beehives', words: 'beehives' }, onRecord: 0 });
    expect(await of(call('/watches'), schemas.watches)).toEqual([begun.watch]);
    expect(await of(call('/watches', { token: writing }), schemas.watches)).toEqual([]);
    await rapporteur.ingest([recordOf(news('bees', 'Forty beehives stand in the orchard.'))]);
    const told = await of(call('/digests', { method: 'POST' }), schemas.digest);
    expect(told).toMatchObject({ watches: [begun.watch.number], answer: { status: 'answered' } });
    const [{ session, turn, start, end, text }] = told.answer!.quotes as [(typeof told.answer & {})['quotes'][number]];
    const { turns } = await of(call(`/sessions/${session.id}`), schemas.session);
    expect(turns[turn]!.text.slice(start, end)).toBe(text);
    expect(await of(call('/digests', { method: 'POST' }), schemas.digest)).toEqual({ watches: [], answer: null });
    const path = `/watches/${begun.watch.number}`;
    expect((await call(path, { method: 'DELETE', token: writing })).status).toBe(404);
    expect(await of(call(path, { method: 'DELETE' }), schemas.watch)).toEqual(begun.watch);
    expect((await call(path, { method: 'DELETE' })).status).toBe(404);
  });

  it('are quotes as it gave them or by their offsets, with note and tag, as a paper too', async () => {
    const { quotes } = await of(call('/ask', { json: { question: 'How many seals were counted?' } }), schemas.answer);
    const json = { quotes, note: 'for Monday', tag: '#Press' };
    const { numbers } = await of(call('/collection', { json }), schemas.keptNumbers);
    expect(numbers).toHaveLength(quotes.length);
    const place = { session: { id: 'orchard-2025' }, turn: 0, start: 4, end: 9 };
    await of(call('/collection', { json: { quotes: [place] } }), schemas.keptNumbers);
    const all = await of(call('/collection'), schemas.collection);
    expect(all).toMatchObject({ total: quotes.length + 1, hidden: 0, next: null });
    expect(all.quotes.map(({ quote }) => quote.text)).toEqual([...quotes.map(({ text }) => text), 'frost']);
    const paged = await of(call('/collection?limit=1&offset=0&tag=press'), schemas.collection);
    expect(paged).toMatchObject({
      quotes: [{ note: 'for Monday', tag: 'press', number: numbers[0] }],
      total: quotes.length,
      next: quotes.length > 1 ? 1 : null,
    });
    const paper = await call('/papers/collection?tag=press&as=md');
    expect(paper.headers.get('content-disposition')).toBe('attachment; filename="collection.md"');
    expect(await paper.text()).toContain('We counted 312 seals in the bay last autumn.');
    expect(await of(call('/collection', { token: writing }), schemas.collection)).toMatchObject({ total: 0 });
    const path = `/collection/${numbers[0]}`;
    expect((await call(path, { method: 'DELETE', token: writing })).status).toBe(404);
    expect((await call(path, { method: 'DELETE' })).status).toBe(200);
  });

  it.each([
    ['outside of the turn', { session: { id: 'harbour-2025' }, turn: 1, start: 0, end: 100_000 }],
    ['where the words are others', { session: { id: 'harbour-2025' }, turn: 1, start: 0, end: 5, text: 'Seals' }],
    ['of no turn', { session: { id: 'harbour-2025' }, turn: 99, start: 0, end: 5 }],
    ['the wrong way round', { session: { id: 'harbour-2025' }, turn: 1, start: 5, end: 1 }],
    ['of nothing here', { session: { id: 'nowhere' }, turn: 1, start: 0, end: 5 }],
  ])('are no quotes %s', async (_, place) => {
    const before = await of(call('/collection'), schemas.collection);
    const response = await call('/collection', { json: { quotes: [place] } });
    expect({ status: response.status, problem: await response.json() }).toMatchObject({
      status: 400,
      problem: { detail: expect.stringContaining('nothing was kept') },
    });
    expect(await of(call('/collection'), schemas.collection)).toEqual(before);
  });

  it('is the terminal’s for who came in by the address that the program prints', async () => {
    const entry = { tokens, anybody: null, ownToken: 'own', isSecure: false };
    const local = await servedReader(rapporteur, folder, { entry });
    const headers = { authorization: 'Bearer own', 'content-type': 'application/json' };
    try {
      const body = JSON.stringify({ kind: 'speaker', what: 'Pia Rossi', about: 'frost' });
      const made = await fetch(`${local.address}/api/v1/watches`, { method: 'POST', body, headers });
      expect(schemas.begunWatch.parse(await made.json()).onRecord).toBeGreaterThan(0);
      const openChats = async () => openChatStore(folder);
      const listed = await printedBy(['watches'], { open: () => rapporteur, openChats });
      expect(listed).toContain('words of Pia Rossi on frost');
      expect(await of(call('/watches'), schemas.watches)).toEqual([]);
    } finally {
      await local.stop();
    }
  });

  it('is nobody’s who has no token', async () => {
    const open = await servedReader(rapporteur, folder);
    try {
      for (const [method, path] of [
        ['GET', '/watches'],
        ['DELETE', '/watches/1'],
        ['POST', '/digests'],
        ['GET', '/collection'],
        ['GET', '/papers/collection'],
      ] as const) {
        const response = await fetch(`${open.address}/api/v1${path}`, { method });
        expect({ path, status: response.status }).toEqual({ path, status: 403 });
      }
      expect((await fetch(`${open.address}/api/v1/sessions`)).status).toBe(200);
    } finally {
      await open.stop();
    }
  });
});

describe('what is wrong', () => {
  it.each([
    ['/ask', { json: {} }, 400, 'question'],
    ['/ask', { json: { question: 'x'.repeat(5000) } }, 400, 'question'],
    ['/quotes', {}, 400, 'speaker, about'],
    ['/search?q=', {}, 400, 'q'],
    ['/quotes?speaker=Okafor&from=yesterday', {}, 400, '2025-03-04'],
    ['/commitments?to=4+March', {}, 400, 'to: must be a day'],
    ['/agreements?from=2025-3', {}, 400, 'from: must be a day'],
    ['/sessions/none', {}, 404, 'none'],
    ['/nothing', {}, 404, 'openapi.json'],
    ['/sessions', { token: '' }, 401, 'Bearer'],
    ['/sessions', { token: 'rapporteur_guessed' }, 401, 'Bearer'],
    ['/records?name=a.txt', { method: 'POST', headers: {}, token: 'reading' }, 403, 'tokens add'],
  ] as const)('%s with %j is told as a problem', async (path, init, status, words) => {
    const { token, ...rest } = init as { token?: string };
    const response = await call(path, {
      ...rest,
      ...(token !== undefined && { token: token === 'reading' ? reading : token }),
    });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const told = schemas.problem.parse(await response.json());
    expect(told.status).toBe(status);
    expect(told.detail).toContain(words);
  });

  it('is told of a body that is no JSON', async () => {
    const response = await call('/ask', {
      method: 'POST',
      body: '{"question"',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(400);
  });

  it('is told of a body that is not said to be JSON', async () => {
    const response = await call('/ask', { method: 'POST', body: '{"question":"x"}' });
    expect(response.status).toBe(415);
    expect(schemas.problem.parse(await response.json()).detail).toContain('application/json');
  });
});

describe('a record that is put in', () => {
  const record = `WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ola Berg>The lighthouse keeper has gone.</v>\n`;

  it('is there for questions, where the token may', async () => {
    const put = await fetch(`${served.address}/api/v1/records?name=lighthouse.vtt`, {
      method: 'POST',
      headers: { authorization: `Bearer ${writing}` },
      body: record,
    });
    expect(put.status).toBe(200);
    expect(schemas.ingestReport.parse(await put.json())).toMatchObject({
      files: [{ failure: null, sessions: [{ outcome: 'added' }] }],
    });
    const found = await call('/search?q=lighthouse');
    expect(await found.text()).toContain('The lighthouse keeper has gone.');
  });

  it('has a name and words', async () => {
    const put = (path: string, body: string) =>
      fetch(`${served.address}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${writing}` },
        body,
      });
    expect((await put('/records', record)).status).toBe(400);
    expect((await put('/records?name=a.vtt', '')).status).toBe(400);
  });
});
