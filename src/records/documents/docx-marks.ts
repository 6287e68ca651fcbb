/**
 * What stands in a Word document and is not among its words: struck out, hidden, deleted, or a comment. mammoth gives the
 * first two as plain words, and glues together what a page break parts.
 */
import type { Cheerio, CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { folds, unfold } from './docx-folds.ts';
import type { LeftOut } from '../formats/format.ts';

const documentPart = 'word/document.xml';

/** The parts of the document without them, by name, and what was left out. */
export function spokenParts(given: Map<string, Uint8Array>): { files: Map<string, Uint8Array>; leftOut: LeftOut[] } {
  const files = new Map(given);
  const leftOut = commentsIn(given);
  const text = textOf(given.get(documentPart));
  const styles = marksOfStyles(textOf(given.get('word/styles.xml')));
  if (!marks.test(text) && !folds.test(text) && styles.size === 0) return { files, leftOut };
  const $ = load(text, { xml: true });
  unfold($);
  leave($, leftOut, styles);
  // A page ends between two words, or within one paragraph between two of its lines.
  $('w\\:br[w\\:type="page"], w\\:br[w\\:type="column"]').removeAttr('w:type');
  files.set(documentPart, Buffer.from($.xml()));
  return { files, leftOut };
}

const marks = /<w:(?:strike|dstrike|vanish|webHidden|del|moveFrom)\b|w:type="(?:page|column)"/;

function leave($: CheerioAPI, leftOut: LeftOut[], styles: Map<string, string>): void {
  const groups: { why: string; texts: string[]; last: number }[] = [];
  const runs = $('w\\:r').toArray();
  for (const [index, node] of runs.entries()) {
    const run = $(node);
    const why = whyLeft(run, styles);
    if (why === null) continue;
    const words = run.find('w\\:t, w\\:delText').text();
    run.remove();
    // Words in a row are told as one.
    const last = groups.at(-1);
    if (last && last.why === why && last.last === index - 1) {
      last.texts.push(words);
      last.last = index;
    } else groups.push({ why, texts: [words], last: index });
  }
  for (const { why, texts } of groups) leftOut.push({ line: null, text: texts.join(''), why });
}

type Node = Exclude<Parameters<typeof load>[0], string | Buffer | unknown[]>;

function whyLeft(run: Cheerio<Node>, styles: Map<string, string>): string | null {
  if (run.closest('w\\:del, w\\:moveFrom').length > 0) return 'deleted words';
  const own = markOf(run.children('w\\:rPr'));
  if (own !== undefined) return own;
  const style = run.children('w\\:rPr').children('w\\:rStyle').attr('w:val');
  const paragraph = run.closest('w\\:p').children('w\\:pPr').children('w\\:pStyle').attr('w:val');
  return styles.get(style ?? '') ?? styles.get(paragraph ?? '') ?? null;
}

/** Why words with these properties are left out; null where they say that the words are not, undefined where nothing. */
function markOf(properties: Cheerio<Node>): string | null | undefined {
  let isOff = false;
  for (const [name, why] of Object.entries(kinds)) {
    const mark = properties.children(`w\\:${name}`);
    if (mark.length === 0) continue;
    if (!/^(?:0|false|off|none)$/.test(mark.attr('w:val') ?? '')) return why;
    isOff = true;
  }
  return isOff ? null : undefined;
}

const kinds: Record<string, string> = {
  strike: 'struck-out words',
  dstrike: 'struck-out words',
  vanish: 'hidden words',
  webHidden: 'hidden words',
};

/** By the number of the style. */
function marksOfStyles(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  if (!/<w:(?:strike|dstrike|vanish)\b/.test(xml)) return found;
  const $ = load(xml, { xml: true });
  for (const style of $('w\\:style').toArray()) {
    const why = markOf($(style).children('w\\:rPr'));
    const id = $(style).attr('w:styleId');
    if (why && id !== undefined) found.set(id, why);
  }
  return found;
}

function commentsIn(parts: Map<string, Uint8Array>): LeftOut[] {
  const xml = textOf(parts.get('word/comments.xml'));
  if (xml === '') return [];
  const $ = load(xml, { xml: true });
  return $('w\\:comment')
    .toArray()
    .map((comment) => ({ line: null, text: $(comment).text(), why: 'comments' }));
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : new TextDecoder().decode(bytes);
}
