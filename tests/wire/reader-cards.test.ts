/** Pictures of quotes for whoever shares their address. All that is said here is invented. */
import { Resvg } from '@resvg/resvg-js';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { svgOf } from '../../adapters/web/card/card.ts';
import { readFont } from '../../adapters/web/card/font.ts';
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
    const lines = (text: string) => [...svg(text)!.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, line]) => line!);
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

  it('has words and no picture where they cannot be drawn', async () => {
    const path = await addressOf('chinese-2025', 0, '我们不同意冬季疏浚。');
    const page = await (await get(path)).text();
    expect(page).toContain('我们不同意冬季疏浚');
    expect(page).toContain('og:description');
    expect(page).not.toContain('og:image');
    expect((await get(`${path}/card.png`)).status).toBe(410);
  });

  it('draws nothing of a session that may not be seen', async () => {
    const path = await addressOf('arabic-2025', 0, 'نحن لا نوافق على التجريف في الشتاء.');
    expect((await get(`${path}/card.png`)).status).toBe(200);
    await rapporteur.setRule({ session: 'arabic-2025' }, 'off the record');
    expect((await get(`${path}/card.png`)).status).toBe(410);
    expect((await get('/sessions/none/at/1.2.3.4.5/card.png')).status).toBe(410);
  });
});
