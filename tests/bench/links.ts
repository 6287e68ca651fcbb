/**
 * Do links open at the words? Each sentence's link of every page is opened in headless Chromium:
 * npm run bench:links -- [--most SENTENCES] [--show] [PAGE…]
 *
 * What counts is what the browser marks: the sentence and nothing else. Links of sentences far from each other are opened
 * together, and one by one where together they mark anything else.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { quoteAt } from '../../src/answering/quotes/quote.ts';
import { decode } from '../../src/records/formats/decode.ts';
import { parseRecord } from '../../src/records/formats/recognise.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { lettersBefore, lettersOf, type Letters } from '../../src/words/letters.ts';
import { noBrowser, openBrowser, type OpenPage } from '../fakes/browser.ts';

export interface LinksOfPage {
  name: string;
  sentences: number;
  /** Marked as meant; the others marked something else or nothing, or are not where the page has them. */
  right: number;
  longest: number;
  wrong: { url: string; text: string; marked: string }[];
}

interface Asked {
  url: string;
  text: string;
  /** Places of its letters in the letters of the page; null where the page does not read so. */
  place: [number, number] | null;
}

/** Opens every link of the records that a page holds; at most `most` of them, spread over it. */
export async function linksOf(
  browser: Awaited<ReturnType<typeof openBrowser>>,
  file: string,
  most = Infinity,
): Promise<LinksOfPage> {
  const { text } = decode(readFileSync(file));
  const name = path.basename(file);
  const isHtml = /\.x?html?$/iu.test(name);
  const { sessions } = parseRecord({ name, text, address: `https://records.example/${encodeURIComponent(name)}` });
  const page = await browser.open(isHtml ? { html: text } : { plain: text });
  const shown = lettersOf(page.text);
  const all: Asked[] = [];
  let from = 0;
  for (const session of sessions) {
    const whole = { ...session, id: 'page' };
    for (const [index, turn] of session.turns.entries()) {
      for (const sentence of splitIntoSentences(turn)) {
        const { text: quote, url } = quoteAt(whole, turn, { turn: index, ...sentence });
        const letters = lettersOf(quote).folded;
        if (url === null || letters === '') continue;
        const place = placeOf(shown.folded, letters, from);
        if (place) [, from] = place;
        all.push({ url, text: quote, place });
      }
    }
  }
  const step = Math.max(1, all.length / most);
  const asked = all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  const wrong: LinksOfPage['wrong'] = [];
  // Neighbours stand in different batches. Chromium marks no more than some sixteen at once.
  const batches = Math.ceil(asked.length / 12);
  for (let batch = 0; batch < batches; batch += 1)
    wrong.push(
      ...(await opened(
        page,
        shown,
        asked.filter((_, index) => index % batches === batch),
      )),
    );
  return {
    name,
    sentences: asked.length,
    right: asked.length - wrong.length,
    longest: Math.max(0, ...asked.map(({ url }) => url.length)),
    wrong,
  };
}

/** Of links opened together, those that do not mark their own sentence alone. */
async function opened(page: OpenPage, shown: Letters, asked: Asked[]): Promise<LinksOfPage['wrong']> {
  if (asked.length === 0) return [];
  const [base] = asked[0]!.url.split('#:~:text=');
  const runs = await page.marked(`${base}#:~:${asked.map(({ url }) => `text=${url.split('#:~:text=')[1]}`).join('&')}`);
  const marked = new Set<number>();
  for (const [start, end] of runs)
    for (let at = lettersBefore(shown, start); shown.offsets[at]! < end && at < shown.folded.length; at += 1)
      marked.add(at);
  const words = runs.map(([start, end]) => page.text.slice(start, end)).join(' … ');
  const wrong = asked.filter(({ place }) => !place || !isMarked(marked, place));
  const meant = new Set<number>();
  for (const { place } of asked) if (place) for (let at = place[0]; at < place[1]; at += 1) meant.add(at);
  const more = [...marked].filter((at) => !meant.has(at));
  if (asked.length === 1)
    return wrong.length > 0 || more.length > 0 ? [{ url: asked[0]!.url, text: asked[0]!.text, marked: words }] : [];
  if (wrong.length === 0 && more.length === 0) return [];
  // Only those that may have marked more, or cannot be told, are opened again by themselves.
  const doubtful = asked.filter(
    (one) =>
      wrong.includes(one) ||
      (one.place && more.some((at) => Math.abs(at - one.place![0]) < 3 || Math.abs(at - one.place![1]) < 3)),
  );
  const half = Math.ceil(asked.length / 2);
  const parts = doubtful.length > 0 ? doubtful.map((one) => [one]) : [asked.slice(0, half), asked.slice(half)];
  const found: LinksOfPage['wrong'] = [];
  for (const part of parts) found.push(...(await opened(page, shown, part)));
  return found;
}

function isMarked(marked: Set<number>, [start, end]: [number, number]): boolean {
  for (let at = start; at < end; at += 1) if (!marked.has(at)) return false;
  return true;
}

/** Where the letters stand next, told without what the program knows of the page. */
function placeOf(page: string, letters: string, from: number): [number, number] | null {
  const at = page.indexOf(letters, from);
  if (at >= 0) return [at, at + letters.length];
  // Something stands between its words there: the shortest stretch with all of them.
  let best: [number, number] | null = null;
  const near = page.slice(from, from + letters.length + 6000);
  for (let parted = letters.length - 1; parted > 0; parted -= 1) {
    const first = near.indexOf(letters.slice(0, parted));
    if (first < 0) continue;
    for (const rest of [letters.slice(parted), letters.slice(-12)]) {
      const last = near.indexOf(rest, first + parted);
      if (last < 0 || rest.length < Math.min(12, letters.length - parted)) continue;
      const place: [number, number] = [from + first, from + last + rest.length];
      if (best === null || place[1] - place[0] < best[1] - best[0]) best = place;
      if (rest.length === letters.length - parted) break;
    }
  }
  return best !== null && best[1] - best[0] < letters.length + 1500 ? best : null;
}

if (import.meta.main) {
  const { positionals: given, values } = parseArgs({
    allowPositionals: true,
    options: { most: { type: 'string' }, show: { type: 'boolean' } },
  });
  const shared = new URL('../../../shared/', import.meta.url).pathname;
  const files =
    given.length > 0 ? given : ['realdocs', 'sessions'].flatMap((folder) => pagesIn(path.join(shared, folder)));
  if (noBrowser !== null) console.log(`Not measured: ${noBrowser}.`);
  else if (files.length === 0) console.log(`Not measured: there are no pages in ${shared}.`);
  else {
    const browser = await openBrowser();
    const total = { sentences: 0, right: 0 };
    console.log('| page | sentences | open at the sentence alone | share | longest address |\n|---|---|---|---|---|');
    for (const file of files) {
      const { name, sentences, right, longest, wrong } = await linksOf(browser, file, Number(values.most ?? Infinity));
      if (sentences === 0) continue;
      total.sentences += sentences;
      total.right += right;
      console.log(`| ${name} | ${sentences} | ${right} | ${percent(right, sentences)} | ${longest} |`);
      if (values.show) for (const one of wrong) console.log(JSON.stringify(one));
    }
    console.log(
      `| all | ${total.sentences} | ${total.right} | ${percent(total.right, total.sentences)} (goal: 99 %) | |`,
    );
    await browser.close();
  }
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

/** Pages that a browser shows as they are. */
function pagesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:x?html?|txt|md|log)$/iu.test(name) && !/SOURCES/u.test(name))
    .toSorted()
    .map((name) => path.join(folder, name));
}
