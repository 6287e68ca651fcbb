/** A picture of a quote for whoever shares its address: the words, who said them and where (1,200 by 630, PNG). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { QuoteView } from '../../../src/chat/quote-view.ts';
import { languageName, languageOf } from '../../../src/words/language.ts';
import { readFont, type Font } from './font.ts';
import { installedFonts, type InstalledFont, type InstalledFonts } from './installed-fonts.ts';

/** Null where nothing can be drawn on this machine. */
export async function cardOf(quote: QuoteView, installed: InstalledFonts = ofThisMachine): Promise<Uint8Array | null> {
  const drawing = await (loaded ??= load());
  if (drawing === null) return null;
  const { own, files } = drawing;
  const more = await installed.having(signsWithout(own, [quote.text, quote.speaker, quote.title]));
  const fonts = more === null ? own : withMore(own, more);
  const svg = svgOf(quote, fonts) ?? svgWithoutWords(quote, fonts);
  const fontFiles = [...files, ...(more ?? []).map(({ file }) => file)];
  const options = { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: family } };
  return (await drawing.renderAsync(svg, options)).asPng();
}

/** Whether there are pictures at all. */
export async function canDraw(): Promise<boolean> {
  return (await (loaded ??= load())) !== null;
}

interface Fonts {
  plain: Font;
  bold: Font;
}

const family = 'DejaVu Sans';
let loaded: ReturnType<typeof load> | null = null;
const ofThisMachine = installedFonts();

/** At the first card. Null where what draws, or the fonts, are not there on this machine. */
async function load() {
  try {
    const { renderAsync } = await import('@resvg/resvg-js');
    const files = ['DejaVuSans', 'DejaVuSans-Bold'].map((font) =>
      fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${font}.ttf`)),
    );
    const [plain, bold] = files.map((file) => readFont(readFileSync(file)));
    return { renderAsync, files, own: { plain: plain!, bold: bold! } };
  } catch {
    return null;
  }
}

/** Signs for which the fonts have no shape. */
function signsWithout({ plain }: Fonts, texts: string[]): number[] {
  const signs = new Set(texts.join(' ').replaceAll(/\s+/gu, ' '));
  return [...signs].map((sign) => sign.codePointAt(0)!).filter((sign) => plain.widthOf(sign) === null);
}

/** What stands in another font is drawn from that. */
function withMore({ plain, bold }: Fonts, more: InstalledFont[]): Fonts {
  const also = (own: Font): Font => ({
    widthOf: (sign) =>
      own.widthOf(sign) ?? more.map(({ font }) => font.widthOf(sign)).find((one) => one !== null) ?? null,
  });
  return { plain: also(plain), bold: also(bold) };
}

const [width, height, margin] = [1200, 630, 80];
const room = width - 2 * margin;
/** Sizes of the words with the lines that fit; what is longer than the last holds is cut. */
const sizes = [
  { size: 48, lines: 5 },
  { size: 38, lines: 7 },
  { size: 30, lines: 9 },
];

/** Null where a sign of it cannot be drawn: a picture with holes in the words would be worse than none. */
export function svgOf({ text, speaker, title }: QuoteView, fonts: Fonts): string | null {
  const words = `“${text.replaceAll(/\s+/gu, ' ').trim()}”`;
  const whole = sizes.map(({ size, lines }) => ({ size, most: lines, lines: linesOf(words, size, fonts.plain) }));
  const told = toldOf({ speaker, title }, fonts);
  if (whole.some(({ lines }) => lines === null) || told.length < 2) return null;
  const { size, most, lines } = whole.find((one) => one.lines!.length <= one.most) ?? whole.at(-1)!;
  const shown = lines!.length <= most ? lines! : [...lines!.slice(0, most - 1), cut(lines![most - 1]!)];
  const step = Math.round(size * 1.4);
  const isFromRight = isRightToLeft(text);
  return pictureOf([
    ...shown.map((line, at) => drawn(line, { y: 70 + size + at * step, size, colour: dark, isFromRight })),
    ...told,
  ]);
}

/** Says in which language the words are that it cannot show, and what of the rest can be drawn. */
export function svgWithoutWords({ text, speaker, title }: QuoteView, fonts: Fonts): string {
  const language = languageOf(text);
  const told = `Words ${language === null ? 'that this picture cannot show' : `in ${languageName(language, 'en')}`}`;
  return pictureOf([
    drawn(told, { y: 70 + 48, size: 48, colour: dark }),
    drawn('They stand at this address.', { y: 70 + 48 + 67, size: 38, colour: grey }),
    ...toldOf({ speaker, title }, fonts),
  ]);
}

const [dark, grey] = ['#1c1e21', '#5a6069'];

/** Who spoke and where, as far as it can be drawn. */
function toldOf({ speaker, title }: Pick<QuoteView, 'speaker' | 'title'>, { plain, bold }: Fonts): string[] {
  const [who, where] = [linesOf(speaker, 32, bold), linesOf(title, 26, plain)];
  const line = (lines: string[]) => (lines.length > 1 ? cut(lines[0]!) : lines[0]!);
  return [
    who && drawn(line(who), { y: height - 100, size: 32, colour: dark, isBold: true }),
    where && drawn(line(where), { y: height - 54, size: 26, colour: grey }),
  ].filter((one) => one !== null);
}

function pictureOf(lines: string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/><rect width="16" height="${height}" fill="#0b57b0"/>`,
    ...lines,
    '</svg>',
  ].join('');
}

/** Null where a sign has no shape in the font, or a word no room on a line. */
function linesOf(text: string, size: number, font: Font): string[] | null {
  const lines = [''];
  let left = room / size;
  for (const { piece, gap } of piecesOf(text)) {
    let taken = 0;
    for (const sign of piece) {
      const one = font.widthOf(sign.codePointAt(0)!);
      if (one === null) return null;
      taken += one;
    }
    if (taken > room / size) return null;
    const before = gap === '' ? 0 : font.widthOf(0x20)!;
    if (lines.at(-1) !== '' && taken + before > left) {
      lines.push('');
      left = room / size;
    }
    const isFirst = lines.at(-1) === '';
    lines[lines.length - 1] += isFirst ? piece : gap + piece;
    left -= taken + (isFirst ? 0 : before);
  }
  return lines;
}

const writesNoBlanks =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** What a line may be broken between: words, also of scripts that put no blanks between them, with their punctuation. */
function* piecesOf(text: string): Generator<{ piece: string; gap: string }> {
  for (const [at, word] of text.split(' ').entries()) {
    const pieces: string[] = [];
    let opening = '';
    for (const { segment, isWordLike } of writesNoBlanks.test(word) ? segmenter.segment(word) : [])
      if (/^[\p{Ps}\p{Pi}]$/u.test(segment)) opening += segment;
      else if (isWordLike !== true && pieces.length > 0) pieces.push(pieces.pop()! + opening + segment);
      else [pieces[pieces.length], opening] = [opening + segment, ''];
    if (pieces.length === 0) pieces.push(word);
    for (const [which, piece] of pieces.entries()) yield { piece, gap: at > 0 && which === 0 ? ' ' : '' };
  }
}

/** The end of a line is left for the mark that more follows. */
function cut(line: string): string {
  const pieces = [...piecesOf(line)].slice(0, -1);
  const kept = pieces.length === 0 ? line.slice(0, -2) : pieces.map(({ piece, gap }) => gap + piece).join('');
  return `${kept.trimEnd()} …`;
}

interface Drawn {
  y: number;
  size: number;
  colour: string;
  isBold?: boolean;
  /** By default as the line itself is read. */
  isFromRight?: boolean;
}

/** What is read from the right stands there, with its marks and figures where its readers expect them. */
function drawn(line: string, { y, size, colour, isBold = false, isFromRight = isRightToLeft(line) }: Drawn): string {
  const x = isFromRight ? `x="${width - margin}" text-anchor="end"` : `x="${margin}"`;
  // Each part of a title by itself, or the figures of a day would be parted from its month.
  const parts = line.split(' · ').map((part) => `\u2068${escaped(part)}\u2069`);
  const words = isFromRight ? `\u202b${parts.join(' · ')}\u202c` : escaped(line);
  const weight = isBold ? ' font-weight="bold"' : '';
  return `<text ${x} y="${y}" font-family="${family}" font-size="${size}" fill="${colour}"${weight}>${words}</text>`;
}

/** By its first letter. */
function isRightToLeft(text: string): boolean {
  return /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
