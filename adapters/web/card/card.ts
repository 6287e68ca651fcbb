/** A picture of a quote for whoever shares its address: the words, who said them and where (1,200 by 630, PNG). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { QuoteView } from '../../../src/chat/quote-view.ts';
import { readFont, type Font } from './font.ts';

/** Null where a sign of it cannot be drawn: a picture with holes in the words would be worse than none. */
export async function cardOf(quote: QuoteView): Promise<Uint8Array | null> {
  const drawing = await (loaded ??= load());
  const svg = drawing && svgOf(quote, drawing.fonts);
  if (!drawing || !svg) return null;
  const { files } = drawing;
  const options = { font: { loadSystemFonts: false, fontFiles: files, defaultFontFamily: family } };
  return (await drawing.renderAsync(svg, options)).asPng();
}

/** Whether there is a picture of it. */
export async function isDrawn(quote: QuoteView): Promise<boolean> {
  const drawing = await (loaded ??= load());
  return drawing !== null && svgOf(quote, drawing.fonts) !== null;
}

interface Fonts {
  plain: Font;
  bold: Font;
}

const family = 'DejaVu Sans';
let loaded: ReturnType<typeof load> | null = null;

/** At the first card. Null where what draws is not there for this machine. */
async function load() {
  const { renderAsync } = await import('@resvg/resvg-js').catch(() => ({ renderAsync: null }));
  if (renderAsync === null) return null;
  const files = [
    fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
    fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')),
  ];
  const [plain, bold] = files.map((file) => readFont(readFileSync(file)));
  return { renderAsync, files, fonts: { plain: plain!, bold: bold! } };
}

const [width, height, margin] = [1200, 630, 80];
const room = width - 2 * margin;
/** Sizes of the words with the lines that fit; what is longer than the last holds is cut. */
const sizes = [
  { size: 48, lines: 5 },
  { size: 38, lines: 7 },
  { size: 30, lines: 9 },
];

export function svgOf({ text, speaker, title }: QuoteView, { plain, bold }: Fonts): string | null {
  const words = `“${text.replaceAll(/\s+/gu, ' ').trim()}”`;
  const whole = sizes.map(({ size, lines }) => ({ size, most: lines, lines: linesOf(words, size, plain) }));
  const [who, where] = [linesOf(speaker, 32, bold), linesOf(title, 26, plain)];
  if (whole.some(({ lines }) => lines === null) || who === null || where === null) return null;
  const { size, most, lines } = whole.find((one) => one.lines!.length <= one.most) ?? whole.at(-1)!;
  const shown = lines!.length <= most ? lines! : [...lines!.slice(0, most - 1), cut(lines![most - 1]!)];
  const step = Math.round(size * 1.4);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/><rect width="16" height="${height}" fill="#0b57b0"/>`,
    ...shown.map((line, at) => drawn(line, 70 + size + at * step, size, '#1c1e21')),
    drawn(who.length > 1 ? cut(who[0]!) : who[0]!, height - 100, 32, '#1c1e21', ' font-weight="bold"'),
    drawn(where.length > 1 ? cut(where[0]!) : where[0]!, height - 54, 26, '#5a6069'),
    '</svg>',
  ].join('');
}

/** Null where a sign has no shape in the font, or a word no room on a line. */
function linesOf(text: string, size: number, font: Font): string[] | null {
  const lines = [''];
  let left = room / size;
  for (const word of text.split(' ')) {
    let taken = 0;
    for (const sign of word) {
      const one = font.widthOf(sign.codePointAt(0)!);
      if (one === null) return null;
      taken += one;
    }
    if (taken > room / size) return null;
    const blank = font.widthOf(0x20)!;
    if (lines.at(-1) !== '' && taken + blank > left) {
      lines.push('');
      left = room / size;
    }
    lines[lines.length - 1] += lines.at(-1) === '' ? word : ` ${word}`;
    left -= taken + blank;
  }
  return lines;
}

/** The end of a line is left for the mark that more follows. */
function cut(line: string): string {
  return `${line.slice(0, line.lastIndexOf(' ', line.length - 2)).trimEnd()} …`;
}

/** From the side on which its first letter is read. */
function drawn(line: string, y: number, size: number, colour: string, more = ''): string {
  const isRightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(line);
  const x = isRightToLeft ? `x="${width - margin}" text-anchor="end"` : `x="${margin}"`;
  return `<text ${x} y="${y}" font-family="${family}" font-size="${size}" fill="${colour}"${more}>${escaped(line)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
