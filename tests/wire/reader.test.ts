/// <reference lib="dom" />
/** The reader as people meet it: its pages, who comes in, and the same in a real browser. The sessions are invented. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveWeb } from '../../adapters/web/serve.ts';
import { tokensIn } from '../../src/operations/tokens.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { launchChromium, noChromium } from '../fakes/chromium.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { endless, readingRoom } from '../fixtures/reading.ts';
import { chatsIn } from '../fixtures/keeping.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const folder = temporaryFolder();
const tokens = tokensIn(folder);
const log = { info: () => {}, warn: () => {} };
let rapporteur: Rapporteur;
let served: Awaited<ReturnType<typeof serveWeb>>;
let closed: Awaited<ReturnType<typeof serveWeb>>;

beforeAll(async () => {
  rapporteur = await rapporteurIn(folder, { WEB_PORT: '1' });
  await rapporteur.ingest([readingRoom()]);
  served = await serve({ isPublic: true });
  closed = await serve({ isPublic: false });
}, 120_000);
afterAll(async () => {
  await served.stop();
  await closed.stop();
  await rapporteur.close();
});

function serve({ isPublic, perMinute = 10_000 }: { isPublic: boolean; perMinute?: number }) {
  const entry = { tokens, anybody: isPublic ? { scope: undefined } : null, ownToken: 'own', isSecure: false };
  const options = {
    rapporteur,
    log,
    reference: () => 'abc123',
    version: '1',
    address: null,
    isListed: false,
    perMinute,
  };
  return serveWeb(
    { ...options, entry, assistants: null, published: async () => null, chats: chatsIn(folder) },
    { port: 0 },
  );
}

const get = (path: string, headers: Record<string, string> = {}, from = served) =>
  fetch(from.address + path, { headers, redirect: 'manual' });
const textOf = async (path: string) => (await get(path)).text();

describe('its pages', () => {
  it.each([
    ['/', ['Harbour Council hearing', '6 sessions']],
    ['/?words=tanaka', ['Harbour Council hearing', '1 of 6 sessions']],
    ['/?from=2025-06-01&to=2025-06-30', ['3 of 6 sessions']],
    ['/sessions/harbour-2025', ['We counted 312 seals in the bay last autumn.', 'Chair of the Harbour Council']],
    ['/speakers', ['Mei Tanaka', 'Head of Port Operations at Blue Quay']],
    ['/speakers/Tomas%20Lindqvist?about=eelgrass', ['Tomas Lindqvist on “eelgrass”: 2 quotes in 1 session.']],
    ['/search?q=frost+warning', ['We need a shared frost warning.']],
    ['/ask?q=How+many+seals+were+counted%3F', ['312 seals', 'Tomas Lindqvist']],
    ['/verify?quote=We+counted+312+seals', ['These words were said, exactly so']],
    ['/verify?quote=We+counted+213+seals', ['but not in these words', '“312” was said, “213” is quoted']],
    ['/llms.txt', ['/api/v1/openapi.json']],
  ])('%s has its words', async (path, expected) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    const text = await response.text();
    for (const words of expected) expect(text).toContain(words);
  });

  it('have nothing that runs in words of a record', async () => {
    for (const path of [
      '/',
      '/sessions/hostile-2025',
      '/speakers',
      '/search?q=nothing+else',
      '/ask?q=What+was+said+about+nothing+else%3F',
      '/feed.atom?about=nothing',
    ]) {
      const text = await textOf(path);
      expect(text, path).not.toMatch(/<script>|<img src=x|<b>Bold|onmouseover="alert/u);
    }
    expect(await textOf('/sessions/hostile-2025')).toContain('&lt;script&gt;');
  });

  it('let nothing of others in, and nobody frame them', async () => {
    const { headers } = await get('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('set-cookie')).toBeNull();
    expect(await textOf('/robots.txt')).toContain('Disallow: /');
  });

  it('keep the report apart from what was said', async () => {
    const text = await textOf('/sessions/orchard-2025');
    expect(text.indexOf('class="turns"')).toBeGreaterThan(0);
    expect(text).not.toContain('written by an AI');
  });

  it('say that a page is not there', async () => {
    expect((await get('/sessions/none')).status).toBe(404);
    expect((await get('/speakers/Nobody')).status).toBe(404);
    expect((await get('/anything')).status).toBe(404);
    const led = async (path: string) => (await fetch(served.address + path)).status;
    expect(await led('/sessions/none/at/1.2.3.4.5')).toBe(410);
    expect(await led('/sessions/harbour-2025/at/1.2.3.4.5')).toBe(410);
    expect(await led('/sessions/harbour-2025/at/nonsense')).toBe(404);
  });

  it.each([
    ['txt', 'text/plain', '2. Tomas Lindqvist (0:20)\nThank you. We counted 312 seals'],
    ['md', 'text/markdown', '**2. Tomas Lindqvist (0:20)**'],
    ['vtt', 'text/vtt', '<v Tomas Lindqvist>We counted 312 seals'],
    ['json', 'application/json', '"id": "harbour-2025"'],
  ])('give a session as .%s', async (ending, type, words) => {
    const response = await get(`/sessions/harbour-2025.${ending}`);
    expect(response.headers.get('content-type')).toContain(type);
    expect(await response.text()).toContain(words);
  });

  it('give what begins at one time as one caption, in the order of time', async () => {
    const turns = [
      { speaker: 'Ana Ruiz', text: 'We begin. We were late.', start: 3661.2 },
      { speaker: 'Mei <b>', text: 'So were --> we.', start: 3670 },
      { speaker: 'Ana Ruiz', text: 'Yes.', start: 3665 },
    ];
    await rapporteur.ingest([recordOf({ id: 'timed', title: 'Timed', turns })]);
    expect(await textOf('/sessions/timed.vtt')).toBe(
      `WEBVTT

01:01:01.200 --> 01:01:05.000
<v Ana Ruiz>We begin.</v>
<v Ana Ruiz>We were late.</v>

01:01:05.000 --> 01:01:10.000
<v Ana Ruiz>Yes.</v>

01:01:10.000 --> 01:01:15.000
<v Mei &lt;b&gt;>So were --&gt; we.</v>
`,
    );
    await rapporteur.remove('timed');
  });

  it('give captions only where times are known', async () => {
    expect((await get('/sessions/orchard-2025.vtt')).status).toBe(404);
    expect(await textOf('/sessions/orchard-2025')).not.toContain('orchard-2025.vtt');
    expect(await textOf('/sessions/harbour-2025')).toContain('/sessions/harbour-2025.vtt');
  });

  it('give no session in a form that there is not', async () => {
    for (const ending of ['docx', 'constructor', 'TXT'])
      expect((await get(`/sessions/harbour-2025.${ending}`)).status).toBe(404);
  });

  it('give a feed of what somebody said', async () => {
    const feed = await textOf('/feed.atom?speaker=Lindqvist&about=eelgrass');
    expect(feed.match(/<entry>/gu)).toHaveLength(2);
    expect(feed).toContain('<updated>2025-05-14T00:00:00Z</updated>');
    expect(feed).toContain(`<link href="${served.address}/sessions/harbour-2025/at/`);
  });
});

describe('who comes in', () => {
  it('needs a token where it is not public, by any way', async () => {
    for (const path of [
      '/',
      '/sessions/harbour-2025',
      '/sessions/harbour-2025.txt',
      '/feed.atom?about=seals',
      '/ask?q=seals',
      '/sessions/x/at/1.2.3.4.5',
    ]) {
      const response = await get(path, {}, closed);
      expect(response.status, path).toBe(401);
      expect(await response.text()).not.toContain('312 seals');
    }
    expect((await get('/api/v1/sessions', {}, closed)).status).toBe(401);
  });

  it('comes in by a token and stays in by a cookie', async () => {
    const token = await tokens.add({ name: 'reader' }, new Date());
    const entered = await fetch(`${closed.address}/enter`, {
      method: 'POST',
      body: new URLSearchParams({ token, next: '/speakers' }),
      redirect: 'manual',
    });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/speakers']);
    const cookie = entered.headers.get('set-cookie')!;
    expect(cookie).toMatch(/HttpOnly/u);
    const kept = { cookie: cookie.split(';')[0]! };
    expect((await get('/', kept, closed)).status).toBe(200);
    await tokens.remove('reader');
    expect((await get('/', kept, closed)).status).toBe(401);
  });

  it('comes in by the link of who started it', async () => {
    const entered = await get('/enter?token=own', {}, closed);
    expect(entered.status).toBe(303);
    expect((await get('/enter?token=other', {}, closed)).status).toBe(401);
  });

  it('is sent to no other place', async () => {
    for (const next of [
      'https://elsewhere.example',
      '//elsewhere.example',
      '/\\elsewhere.example',
      '/\t/elsewhere.example',
      '/\n/elsewhere.example',
      '/.//elsewhere.example',
    ])
      expect((await get(`/enter?token=own&next=${encodeURIComponent(next)}`, {}, closed)).headers.get('location')).toBe(
        '/',
      );
  });

  it('sees what the token sees', async () => {
    const token = await tokens.add({ name: 'orchards', scope: { sessions: ['orchard-2025'] } }, new Date());
    const headers = { authorization: `Bearer ${token}` };
    for (const path of [
      '/',
      '/search?q=seals',
      '/ask?q=How+many+seals+were+counted%3F',
      '/speakers',
      '/feed.atom?about=seals',
      '/verify?quote=bay+last+autumn',
    ])
      expect(await (await get(path, headers, closed)).text(), path).not.toMatch(/312 seals|Lindqvist/u);
    expect((await get('/sessions/harbour-2025', headers, closed)).status).toBe(404);
    expect((await get('/sessions/harbour-2025.txt', headers, closed)).status).toBe(404);
    expect((await get('/speakers/Tomas%20Lindqvist', headers, closed)).status).toBe(404);
    expect((await get('/sessions/orchard-2025', headers, closed)).status).toBe(200);
    await tokens.remove('orchards');
  });

  it('asks no more than so often', async () => {
    const slow = await serve({ isPublic: true, perMinute: 2 });
    const told: [number, string | null][] = [];
    for (const path of ['/', '/', '/', '/api/v1/sessions', '/api/v1/sessions', '/api/v1/sessions']) {
      const { status, headers } = await get(path, {}, slow);
      told.push([status, headers.get('retry-after')]);
    }
    expect(told.map(([status]) => status)).toEqual([200, 200, 429, 200, 200, 429]);
    for (const [status, after] of told) expect(Number(after) > 0).toBe(status === 429);
    await slow.stop();
  });
});

describe('many at once', () => {
  it('are all served', async () => {
    const paths = ['/', '/sessions/harbour-2025', '/speakers', '/search?q=frost'];
    const all = await Promise.all(
      Array.from({ length: 100 }, async (_, at) => (await get(paths[at % paths.length]!)).status),
    );
    expect(all.filter((status) => status !== 200)).toEqual([]);
  });
});

describe.skipIf(noChromium !== null)(`in a browser${noChromium === null ? '' : `: skipped, ${noChromium}`}`, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
    context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page = await context.newPage();
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('dialog', (dialog) => {
      problems.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    expect(problems).toEqual([]);
  });
  const open = (path: string) => page.goto(served.address + path);

  const pages = [
    '/',
    '/sessions/harbour-2025',
    '/sessions/hostile-2025',
    '/sessions/arabic-2025',
    '/sessions/chinese-2025',
    '/speakers',
    '/speakers/Mei%20Tanaka',
    '/search?q=frost',
    '/ask?q=How+many+seals+were+counted%3F',
    '/verify?quote=We+counted+213+seals',
    '/agreements?event=Coast+Week&about=seals;dredging',
    '/sessions/none',
  ];

  it.each(pages)('%s has no fault that axe knows, and fits a phone', { timeout: 60_000 }, async (path) => {
    await open(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('opens at the words of each sentence', { timeout: 60_000 }, async () => {
    for (const id of ['harbour-2025', 'arabic-2025', 'chinese-2025']) {
      await open(`/sessions/${id}`);
      const places = await page.$$eval('.sentence', (all) =>
        all.map((each) => ({
          words: each.firstChild!.textContent!,
          address: each.querySelector('a')!.getAttribute('href')!,
        })),
      );
      expect(places.length).toBeGreaterThan(2);
      for (const { words, address } of places) {
        await open(address);
        const marked = await page.$eval('#words', (mark) => ({
          text: mark.textContent,
          isSeen: mark.getBoundingClientRect().top < innerHeight && mark.getBoundingClientRect().bottom > 0,
          isFocused: document.activeElement === mark,
        }));
        expect(marked).toEqual({ text: words.replace(/[.。]$/u, ''), isSeen: true, isFocused: true });
      }
    }
  });

  it('is used by the keyboard alone', { timeout: 60_000 }, async () => {
    await open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Go to the words');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'main');
    await open('/search');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'q');
    await page.keyboard.type('frost warning');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=frost/u);
    expect(await page.textContent('main')).toContain('We need a shared frost warning.');
  });

  it('answers while it tells how far it is', { timeout: 60_000 }, async () => {
    await open('/ask');
    await page.fill('input[name=q]', 'How many seals were counted?');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.answer .quote');
    expect(await page.textContent('.answer')).toContain('We counted 312 seals in the bay last autumn.');
    expect(page.url()).toContain('/ask?q=How');
  });

  it('copies a quote with who, where and its address in one press', { timeout: 60_000 }, async () => {
    await open('/ask?q=How+many+seals+were+counted%3F');
    await page.click('.copy');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('“We counted 312 seals in the bay last autumn.');
    expect(copied).toContain('Tomas Lindqvist');
    expect(copied).toMatch(/http:\/\/127\.0\.0\.1:\d+\/sessions\/harbour-2025\/at\/\S+$/u);
    await open(new URL(copied.split('\n').at(-1)!).pathname);
    expect(await page.textContent('#words')).toContain('We counted 312 seals');
  });

  it('is read without scripts', { timeout: 60_000 }, async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const reading = await plain.newPage();
    await reading.goto(`${served.address}/ask?q=How+many+seals+were+counted%3F`);
    expect(await reading.textContent('.answer')).toContain('312 seals');
    await plain.close();
  });

  it('shows a session of ten thousand turns a part at a time', { timeout: 60_000 }, async () => {
    const first = await get('/sessions/endless-2025');
    expect((await first.arrayBuffer()).byteLength).toBeLessThan(2 * 1024 * 1024);
    await open('/sessions/endless-2025');
    expect(await page.textContent('main')).toContain(endless.turns[0]!.text);
    await page.click('a[rel=next]');
    await page.waitForURL(/page=2/u);
    const { quotes } = await rapporteur.quotes({
      about: 'point 7777',
      session: 'endless-2025',
      order: 'fit',
      limit: 1,
    });
    await open(`/sessions/endless-2025/at/${quotes[0]!.anchor}`);
    expect(await page.textContent('#words')).toContain('Point 7777 of the agenda is the lighthouse');
  });
});
