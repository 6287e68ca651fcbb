/** Pictures of quotes for whoever shares their address. All that is said here is invented. */
import { Resvg } from '@resvg/resvg-js';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardOf, svgOf, svgWithoutWords } from '../../adapters/web/card/card.ts';
import { readFont } from '../../adapters/web/card/font.ts';
import { installedFonts } from '../../adapters/web/card/installed-fonts.ts';
import type { QuoteView } from '../../src/chat/quote-view.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { anchorOf } from '../../src/words/anchor.ts';
import { readingRoom } from '../fixtures/reading.ts';
import { servedReader } from '../fixtures/served.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const files = ['DejaVuSans', 'DejaVuSans-Bold'].map((name) =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)),
);
const [plain, bold] = files.map((file) => readFont(readFileSync(file)));
const quoteOf = (text: string, speaker = 'Ana Ruiz, Chair') =>
  ({ text, speaker, title: 'Harbour Council hearing · 14 May 2025' }) as QuoteView;
const svg = (text: string) => svgOf(quoteOf(text), { plain: plain!, bold: bold! });

/** What stands in it, line by line. */
const wordsIn = (picture: string) => [...picture.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, line]) => line!);

/** The font with a shape for another sign in place of one that it has. */
function havingInstead(font: Buffer, had: string, sign: string): Buffer {
  const whole = Buffer.from(font);
  for (let at = 12; at < 12 + 16 * whole.readUInt16BE(4); at += 16) {
    if (whole.toString('latin1', at, at + 4) !== 'cmap') continue;
    const cmap = whole.readUInt32BE(at + 8);
    for (let which = 0; which < whole.readUInt16BE(cmap + 2); which += 1) {
      const table = cmap + whole.readUInt32BE(cmap + 8 + 8 * which);
      if (whole.readUInt16BE(table) !== 12) continue;
      for (let group = table + 16; group < table + 16 + 12 * whole.readUInt32BE(table + 12); group += 12) {
        const [first, last] = [whole.readUInt32BE(group), whole.readUInt32BE(group + 4)];
        const code = had.codePointAt(0)!;
        if (code < first || code > last) continue;
        whole.writeUInt32BE(whole.readUInt32BE(group + 8) + code - first, group + 8);
        for (const place of [group, group + 4]) whole.writeUInt32BE(sign.codePointAt(0)!, place);
      }
    }
  }
  return whole;
}

/** How far right and down the words reach. */
function reachOf(picture: string): { right: number; bottom: number } {
  const words = picture.replaceAll(/<rect[^>]*>/gu, '');
  const font = { loadSystemFonts: false, fontFiles: files, defaultFontFamily: 'DejaVu Sans' };
  const box = new Resvg(words, { font }).innerBBox()!;
  return { right: box.x + box.width, bottom: box.y + box.height };
}

describe('a picture', () => {
  it.each([
    ['short', 'We agree.'],
    ['capitals', 'WE WILL NOT DREDGE THE HARBOUR IN WINTER, WHATEVER WAS SAID. '.repeat(3)],
    ['long', 'We counted 312 seals in the bay last autumn, and half of them were new to it. '.repeat(12)],
    ['Russian', 'Мы насчитали триста двенадцать тюленей в заливе прошлой осенью. '.repeat(4)],
    ['Arabic', 'نحن لا نوافق على التجريف في الشتاء. الفقمات أهم من السفن. '.repeat(4)],
  ])('holds the words on it: %s', (_, text) => {
    const { right, bottom } = reachOf(svg(text)!);
    expect(right).toBeLessThanOrEqual(1200 - 70);
    expect(bottom).toBeLessThanOrEqual(630);
  });

  it('says that more follows where the words are cut, and says nothing else', () => {
    const lines = (text: string) => wordsIn(svg(text)!);
    expect(lines('We agree.')).toEqual(['“We agree.”', 'Ana Ruiz, Chair', 'Harbour Council hearing · 14 May 2025']);
    const long = 'We counted seals in the bay, and then we counted them again. '.repeat(20);
    const shown = lines(long).slice(0, -2).join(' ');
    expect(shown).toMatch(/ …$/u);
    expect(`“${long}`).toContain(shown.replace(/ …$/u, ''));
  });

  it.each(['港口会议', 'नमस्ते', 'ไทย', 'ﷺ', '🙂', 'a\u0007b', 'x'.repeat(200)])(
    'is none where a sign cannot be drawn: %s',
    (text) => expect(svg(text)).toBeNull(),
  );

  const chinese = { ...quoteOf('我们不同意冬季疏浚。海豹比船重要。'.repeat(6), '李明'), title: '港口会议' };

  it('says in which language the words are that no font has', () => {
    const [own, told] = [{ plain: plain!, bold: bold! }, (picture: string) => wordsIn(picture)];
    expect(told(svgWithoutWords(chinese, own))).toEqual(['Words in Chinese', 'They stand at this address.']);
    expect(told(svgWithoutWords(quoteOf('我们不同意'), own)).slice(2)).toEqual([
      'Ana Ruiz, Chair',
      'Harbour Council hearing · 14 May 2025',
    ]);
    expect(told(svgWithoutWords(quoteOf('🙂'), own))[0]).toBe('Words that this picture cannot show');
  });

  it('is of an installed font where one has the signs, and of none where none has', async () => {
    const folder = temporaryFolder();
    // What has outlines for these two: a font of the program's under other signs.
    writeFileSync(join(folder, 'renamed.ttf'), havingInstead(readFileSync(files[0]!), 'a', '港'));
    writeFileSync(join(folder, 'damaged.ttf'), 'no font');
    const installed = installedFonts([folder, join(folder, 'none')]);
    expect((await installed.having(['港'.codePointAt(0)!]))?.map(({ file }) => basename(file))).toEqual([
      'renamed.ttf',
    ]);
    expect(await installed.having(['港'.codePointAt(0)!, '口'.codePointAt(0)!])).toBeNull();
    const quote = { ...quoteOf('港港港 港'.repeat(60)), title: '港' };
    const [drawn, without] = [await cardOf(quote, installed), await cardOf(quote, installedFonts([]))];
    expect(Buffer.compare(Buffer.from(drawn!), Buffer.from(without!))).not.toBe(0);
  });

  it('breaks words of a script without blanks into lines, and no line begins with what ends a word', () => {
    const wide = { widthOf: () => 1 };
    const lines = wordsIn(svgOf(chinese, { plain: wide, bold: wide })!).slice(0, -2);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe(`“${chinese.text}”`);
    for (const line of lines) expect(line).not.toMatch(/^[。”]/u);
  });

  it('has what is read from the right from the right, each part of a title by itself', () => {
    const arabic = { ...quoteOf('قال WTO (12).', 'ليلى حداد'), title: 'جلسة حول الميناء · 2 June 2025' };
    const [words, who, where] = wordsIn(svgOf(arabic, { plain: plain!, bold: bold! })!);
    expect(words).toBe('\u202b\u2068“قال WTO (12).”\u2069\u202c');
    expect(who).toMatch(/^\u202b.*\u202c$/u);
    expect(where).toContain('\u2068جلسة حول الميناء\u2069 · \u20682 June 2025\u2069');
  });

  it('takes words for words', () =>
    expect(svg('<image href="x"/> & so')).toContain('&lt;image href="x"/&gt; &amp; so'));
});

describe('the reader', () => {
  let rapporteur: Rapporteur;
  let served: Awaited<ReturnType<typeof servedReader>>;
  const address = 'https://records.example.org';
  beforeAll(async () => {
    const folder = temporaryFolder();
    rapporteur = await rapporteurIn(folder, { WEB_PORT: '1' });
    await rapporteur.ingest([readingRoom()]);
    served = await servedReader(rapporteur, folder, { address });
  });
  afterAll(async () => {
    await served.stop();
    await rapporteur.close();
  });
  const get = (path: string) => fetch(`http://127.0.0.1:${port()}${path}`);
  const port = () => served.port;

  async function addressOf(id: string, turn: number, words: string): Promise<string> {
    const { turns } = (await rapporteur.show(id))!;
    const start = turns[turn]!.text.indexOf(words);
    return `/sessions/${id}/at/${anchorOf(turns, { turn, start, end: start + words.length })}`;
  }

  it('tells who shares an address of words what stands there, with a picture', async () => {
    const path = await addressOf('harbour-2025', 1, 'We counted 312 seals in the bay last autumn.');
    const page = await (await get(path)).text();
    expect(page).toMatch(/og:title" content="Tomas Lindqvist[^"]* · Harbour Council hearing/u);
    expect(page).toContain('og:description" content="“We counted 312 seals in the bay last autumn”"');
    expect(page).toContain(`og:image" content="${address}${path}/card.png"`);
    const picture = await get(`${path}/card.png`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('has a picture of words in every script', async () => {
    const path = await addressOf('chinese-2025', 0, '我们不同意冬季疏浚。');
    const page = await (await get(path)).text();
    expect(page).toContain('og:description" content="“我们不同意冬季疏浚');
    expect(page).toContain(`og:image" content="${address}${path}/card.png"`);
    expect((await get(`${path}/card.png`)).headers.get('content-type')).toBe('image/png');
  });

  it('draws nothing of a session that may not be seen', async () => {
    const path = await addressOf('arabic-2025', 0, 'نحن لا نوافق على التجريف في الشتاء.');
    expect((await get(`${path}/card.png`)).status).toBe(200);
    await rapporteur.setRule({ session: 'arabic-2025' }, 'off the record');
    expect((await get(`${path}/card.png`)).status).toBe(410);
    expect((await get('/sessions/none/at/1.2.3.4.5/card.png')).status).toBe(410);
  });
});
