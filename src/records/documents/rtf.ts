/** Rich Text Format (Microsoft, version 1.9) to text: words, paragraphs, bold, and what is struck out or hidden, through HTML. */
import { load } from 'cheerio';
import type { LeftOut } from '../formats/format.ts';
import { toldAsLeftOut } from '../formats/left-out.ts';
import { markedText } from './marked-text.ts';
import type { Problem } from '../../session.ts';

export function rtfText(bytes: Uint8Array): { text: string; problems: Problem[] } {
  const { html, leftOut } = htmlOf(Buffer.from(bytes).toString('latin1'));
  return { text: markedText(load(html, null, false)), problems: toldAsLeftOut(leftOut) };
}

/** What holds in a group, and ends with it. */
interface State {
  /** Why its words are left out: a reason to tell, '' for what is none of the document's words, null where they count. */
  aside: string | null;
  isBold: boolean;
  isStruck: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  /** Characters to skip behind one in Unicode, which older programs read instead. */
  skipped: number;
  encoding: string;
}

const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

function htmlOf(rtf: string): { html: string; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const fonts = new Map<string, string>();
  const stack: State[] = [];
  let state: State = {
    aside: null,
    isBold: false,
    isStruck: false,
    isHidden: false,
    isDeleted: false,
    skipped: 1,
    encoding: 'windows-1252',
  };
  let html = '';
  let paragraph = '';
  let row = '';
  /** Bytes of letters that take several in their encoding. */
  let bytes: number[] = [];
  let toSkip = 0;
  let font = '';
  let isFonts = false;

  const put = (text: string) => {
    const why =
      state.aside ??
      (state.isDeleted
        ? 'deleted words'
        : state.isStruck
          ? 'struck-out words'
          : state.isHidden
            ? 'hidden words'
            : null);
    if (why === null) {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      paragraph += state.isBold ? `<strong>${escaped}</strong>` : escaped;
    } else if (why !== '') {
      const last = leftOut.at(-1);
      if (last?.why === why) last.text += text;
      else leftOut.push({ line: null, text, why });
    }
  };
  const flush = () => {
    if (bytes.length > 0) put(new TextDecoder(state.encoding).decode(Uint8Array.from(bytes)));
    bytes = [];
  };
  const byte = (value: number) => {
    if (toSkip > 0) toSkip -= 1;
    else bytes.push(value);
  };
  const endParagraph = () => {
    // In a table the paragraphs of a cell are one.
    if (row !== '') paragraph += ' ';
    else {
      html += `<p>${paragraph}</p>`;
      paragraph = '';
    }
  };
  const endCell = () => {
    row += `<td>${paragraph}</td>`;
    paragraph = '';
  };

  const control = (word: string, number: number | null) => {
    const isOn = number !== 0;
    if (word === 'par' || word === 'sect' || word === 'page') endParagraph();
    else if (word === 'line') put('\n');
    else if (word === 'tab') put(' ');
    else if (word === 'cell' || word === 'nestcell') endCell();
    else if (word === 'row' || word === 'nestrow') {
      html += `<table><tr>${row}</tr></table>`;
      row = '';
    } else if (word === 'b') state.isBold = isOn;
    else if (word === 'strike' || word === 'striked') state.isStruck = isOn;
    else if (word === 'v') state.isHidden = isOn;
    else if (word === 'deleted') state.isDeleted = isOn;
    else if (word === 'plain') state = { ...state, isBold: false, isStruck: false, isHidden: false, isDeleted: false };
    else if (word === 'uc') state.skipped = number ?? 1;
    else if (word === 'ansicpg') state.encoding = encodings[number ?? 1252] ?? state.encoding;
    else if (word === 'f' && isFonts) font = String(number);
    else if (word === 'f') state.encoding = fonts.get(String(number)) ?? state.encoding;
    else if (word === 'fcharset' && isFonts) {
      const encoding = encodings[charsets[number ?? 0] ?? 0];
      if (encoding !== undefined) fonts.set(font, encoding);
    } else if (word === 'u' && number !== null) {
      put(String.fromCharCode(number < 0 ? number + 0x10000 : number));
      toSkip = state.skipped;
    } else if (word === 'fonttbl') {
      isFonts = true;
      state.aside = '';
    } else if (word in asides) state.aside = asides[word]!;
    else if (word in characters) put(characters[word]!);
  };

  for (const [whole, word, number, hex, symbol, brace, text] of rtf.matchAll(token)) {
    if (hex !== undefined) {
      byte(Number.parseInt(hex, 16));
      continue;
    }
    if (text !== undefined) {
      for (const character of text) byte(character.charCodeAt(0));
      continue;
    }
    flush();
    if (brace === '{') {
      stack.push({ ...state });
      toSkip = 0;
    } else if (brace === '}') {
      isFonts &&= stack.at(-1)?.aside === '';
      state = stack.pop() ?? state;
      toSkip = 0;
    } else if (symbol === '*') state.aside ??= '';
    else if (symbol !== undefined) put(symbols[symbol] ?? (/[\\{}]/.test(symbol) ? symbol : ''));
    else if (word !== undefined) control(word, number === undefined ? null : Number(number));
    else if (whole.trim() !== '') put(whole);
  }
  flush();
  if (paragraph !== '' || row !== '')
    html += `<p>${paragraph}</p>${row === '' ? '' : `<table><tr>${row}</tr></table>`}`;
  return {
    html: html
      .replaceAll('</strong><strong>', '')
      .replaceAll('\n', '<br>')
      .replaceAll('</tr></table><table><tr>', '</tr><tr>'),
    leftOut,
  };
}

/** Groups whose words are not the document's: with a reason where they are words that somebody wrote. */
const asides: Record<string, string> = {
  footnote: 'notes', annotation: 'comments',
  colortbl: '', stylesheet: '', info: '', pict: '', object: '', header: '', headerl: '', headerr: '', headerf: '',
  footer: '', footerl: '', footerr: '', footerf: '', listtable: '', listoverridetable: '', revtbl: '', rsidtbl: '',
  generator: '', themedata: '', fldinst: '', listtext: '', pntext: '', xe: '', tc: '', bkmkstart: '', bkmkend: '',
  nonesttables: '', atnid: '', atnauthor: '', datafield: '', filetbl: '', xmlnstbl: '', latentstyles: '', datastore: '',
}; // prettier-ignore

const characters: Record<string, string> = {
  emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', emspace: ' ',
  enspace: ' ', qmspace: ' ', zwj: '\u200D', zwnj: '\u200C', ltrmark: '', rtlmark: '',
}; // prettier-ignore

const symbols: Record<string, string> = { '~': '\u00A0', _: '\u2011', '-': '\u00AD', '\n': '\n', '\r': '\n' };

/** By the number of the code page, as `TextDecoder` calls it. */
const encodings: Record<number, string> = {
  437: 'windows-1252', 850: 'windows-1252', 866: 'ibm866', 874: 'windows-874', 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5',
  1250: 'windows-1250', 1251: 'windows-1251', 1252: 'windows-1252', 1253: 'windows-1253', 1254: 'windows-1254',
  1255: 'windows-1255', 1256: 'windows-1256', 1257: 'windows-1257', 1258: 'windows-1258', 10000: 'macintosh', 65001: 'utf-8',
}; // prettier-ignore

/** From the sets of letters of fonts to code pages. */
const charsets: Record<number, number> = {
  0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
  186: 1257, 204: 1251, 222: 874, 238: 1250,
}; // prettier-ignore
