/// <reference lib="dom" />
/**
 * Where a text fragment opens, seen in a real Chromium: the page is drawn white on white, with only what the fragment
 * marks (`::target-text`) in black, and each character is looked up in the picture.
 */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { listen } from './listen.ts';

/** Debian's, or what `CHROMIUM` names. */
const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Why no page can be opened here, or null. */
export const noBrowser = existsSync(program)
  ? null
  : `there is no ${program}: install Chromium (apt-get install -y chromium), or name it in CHROMIUM`;

export interface OpenPage {
  /** Every character of the page that can be seen, blanks left out, in the order of the page. */
  text: string;
  /** Places in `text` that the address marks when it is opened, and whether the first of them stands in the window. */
  marked(address: string): Promise<[number, number][]>;
}

export interface Browser {
  open(page: { html: string } | { plain: string }): Promise<OpenPage>;
  close(): Promise<void>;
}

/** A page as a PDF document. */
export async function printedByBrowser(html: string): Promise<Uint8Array> {
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    return await page.pdf();
  } finally {
    await browser.close();
  }
}

const [width, tallest] = [1600, 16_000];

export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const blank = await context.newPage();
  let body = '';
  let type = '';
  const server = await listen(async (request, response) => {
    if (request.url === '/record') response.writeHead(200, { 'content-type': type }).end(body);
    else response.writeHead(404).end();
  });
  const here = `http://127.0.0.1:${server.port}/record`;
  // Nothing of a page is fetched from elsewhere.
  await context.route('**/*', (route) => (route.request().url().startsWith(here) ? route.continue() : route.abort()));

  return {
    async open(given) {
      [body, type] =
        'html' in given ? [given.html, 'text/html; charset=utf-8'] : [given.plain, 'text/plain; charset=utf-8'];
      const page = await context.newPage();
      await page.goto(here);
      await page.addStyleTag({ content: drawn });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.min(tallest, Math.max(900, height)) });
      const { text, places } = await page.evaluate(readCharacters);
      await blank.evaluate((all) => {
        (globalThis as unknown as Seen).places = all;
      }, places);
      return {
        text,
        async marked(address) {
          const fragment = new URL(address).hash;
          await page.goto('about:blank');
          await page.goto(here + fragment);
          await page.addStyleTag({ content: drawn });
          const picture = await page.screenshot({ type: 'png' });
          return await blank.evaluate(inkOf, picture.toString('base64'));
        },
      };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

interface Seen {
  places: number[];
}

const drawn = `
  *, *::before, *::after { color: #fff !important; background: #fff !important; border-color: #fff !important;
    box-shadow: none !important; text-shadow: none !important; text-decoration: none !important; outline: none !important;
    font: 6px/7px sans-serif !important; margin-top: 0 !important; margin-bottom: 0 !important; padding-top: 0 !important; padding-bottom: 0 !important; }
  img, video, svg, iframe { visibility: hidden !important; }
  html, body, pre { white-space-collapse: inherit; max-width: none !important; }
  *::target-text { color: #000 !important; background: #000 !important; }`;

/** In the page: each character that can be seen, and the middle of the room it takes. */
function readCharacters(): { text: string; places: number[] } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const letters: string[] = [];
  const places: number[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (let at = 0; at < node.data.length; at += 1) {
      const letter = node.data[at]!;
      if (/\s/.test(letter)) continue;
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [box] = range.getClientRects();
      if (!box || box.width === 0) continue;
      letters.push(letter);
      places.push(box.x + scrollX + box.width / 2, box.y + scrollY + box.height / 2);
    }
  }
  return { text: letters.join(''), places };
}

/** In another page: which of the places have ink, as runs. */
async function inkOf(picture: string): Promise<[number, number][]> {
  const { places } = globalThis as unknown as Seen;
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const drawing = canvas.getContext('2d', { willReadFrequently: true })!;
  drawing.drawImage(bitmap, 0, 0);
  const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height);
  const runs: [number, number][] = [];
  for (let index = 0; index < places.length / 2; index += 1) {
    const [x, y] = [Math.floor(places[2 * index]!), Math.floor(places[2 * index + 1]!)];
    if (x >= bitmap.width || y >= bitmap.height || data[4 * (y * bitmap.width + x)]! > 128) continue;
    const last = runs.at(-1);
    if (last?.[1] === index) last[1] = index + 1;
    else runs.push([index, index + 1]);
  }
  return runs;
}
