/** The text of a page as lines of a plain transcript: a paragraph a block, a name in letters of its own as a label. */
import type { Cheerio, CheerioAPI } from 'cheerio';
import type { LeftOut } from './format.ts';
import { hiddenWords, withoutHidden, wordsIn } from './html.ts';
import { couldBeLabel, looksLikeName } from './labels.ts';
import { namesNobody } from './turns.ts';
import { formatTime } from '../../words/timestamp.ts';

export interface PageText {
  /** Of the first heading, or what the page is called. */
  title: string;
  text: string;
  leftOut: LeftOut[];
}

type Node = NonNullable<ReturnType<ReturnType<CheerioAPI['root']>['contents']>[0]>;
type ElementNode = Extract<Node, { attribs: unknown }>;

/** Takes the page apart; `$` is changed. */
export function pageText($: CheerioAPI): PageText {
  const pageTitle = clean($('title').first().text());
  const heading = clean($('h1').first().text());
  const leftOut: LeftOut[] = [{ line: null, text: pageTitle, why: null }];
  for (const text of withoutHidden($)) leftOut.push({ line: null, text, why: hiddenWords });
  $('script, style, noscript, template, svg, iframe, head').remove();
  const dropped: [string, string][] = [
    ['nav, footer, aside, form, button, select, [role="navigation"], [role="banner"], [role="contentinfo"]', around],
    [
      '#menu, #nav, #navigation, #navbar, #sidebar, #footer, #site-footer, #site-header, #breadcrumb, #breadcrumbs',
      around,
    ],
    ['[aria-hidden="true"]', hiddenWords],
    ['del, s, strike', 'struck-out words'],
  ];
  for (const [selector, why] of dropped) leave($, selector, why, leftOut);
  leaveRunningHeads($, leftOut);
  $('sup').each((_, mark) => {
    if (/^[\s\d*†‡[\]]*$/.test($(mark).text())) $(mark).remove();
  });
  const body = mainOf($, leftOut);
  const names = namesInLetters($, body);
  // One is the title of the page; several are headings in it.
  const titles = body.find('h1').filter((_, element) => clean($(element).text()) !== '' && !names.has(element));
  if (titles.length > 1)
    titles.each((_, element) => void $(element).replaceWith($('<p>').text(`# ${clean($(element).text())}`)));
  const lines: string[] = [];
  write(body.toArray(), names, lines);
  return {
    title: (titles.length > 1 ? '' : heading) || (madeBy.test(pageTitle) ? '' : pageTitle.split(/\s[|•»]\s/)[0]!),
    text: lines
      .join('')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    leftOut,
  };
}

/** Rows of a title and the number of a page, of which a page made from a document has one for each of its own. */
function leaveRunningHeads($: CheerioAPI, leftOut: LeftOut[]): void {
  const rows = $('tr').toArray();
  const titleOf = (row: (typeof rows)[number]) => {
    const words = wordsIn($(row)).split(' ');
    const isNumber = (word: string | undefined) => /^\d{1,4}$/u.test(word ?? '');
    const title = isNumber(words[0]) ? words.slice(1) : isNumber(words.at(-1)) ? words.slice(0, -1) : [];
    return title.length < 20 && title.some((word) => /\p{L}/u.test(word)) ? title.join(' ') : '';
  };
  const heads = Map.groupBy(rows, (row) => titleOf(row));
  heads.delete('');
  for (const same of heads.values()) {
    if (same.length < 3) continue;
    for (const row of same) leftOut.push({ line: null, text: wordsIn($(row)), why: 'page numbers and running heads' });
    for (const row of same) $(row).remove();
  }
}

/** What programs that make pages call each of them. */
const madeBy = /^(?:created|generated|converted|exported|made) (?:by|with|from)\b|^untitled\b/iu;

const around = 'menus and the like around the text of the page';

function leave($: CheerioAPI, selector: string, why: string, leftOut: LeftOut[]): void {
  $(selector).each((_, element) => {
    const text = wordsIn($(element));
    if (text !== '') leftOut.push({ line: null, text, why });
  });
  $(selector).remove();
}

/** The part of the page that holds most of its words, where it says which. */
function mainOf($: CheerioAPI, leftOut: LeftOut[]): Cheerio<Node> {
  const whole: Cheerio<Node> = $.root();
  const all = whole.text().length;
  for (const selector of ['main', '[role="main"]', 'article']) {
    const found = $(selector);
    if (found.length !== 1 || found.text().length < all * 0.5) continue;
    const inside = found.clone();
    found.remove();
    const text = wordsIn($.root().children());
    if (text !== '') leftOut.push({ line: null, text, why: around });
    return inside;
  }
  leave($, 'body > header, record > header', around, leftOut);
  return whole;
}

/** How pages mark who speaks: by a class that says so, or by bold letters. */
const speakerClass =
  /(?:^|[\s_-])(?:speaker|speakername|talker|author|participant|person)(?:[\s_-]?name)?(?:$|[\s_-])/i;

/**
 * Names in bold letters, or in elements that are said to hold them, at the start of paragraphs without a colon. Bold ones
 * are trusted where two of them recur.
 */
function namesInLetters($: CheerioAPI, body: Cheerio<Node>): Set<Node> {
  const trusted = new Set<Node>();
  const bold: { node: Node; name: string }[] = [];
  const byClass = new Map<string, Node[]>();
  body.find('b, strong, span, em, i, a, cite, div, p, h3, h4, h5').each((_, element) => {
    const node = $(element);
    const name = clean(node.text());
    if (name.length < 2 || name.length > 100 || !isNameLike(name)) return;
    const marked =
      speakerClass.test(node.attr('class') ?? '') ||
      isCited(element.tagName, name) ||
      node.attr('data-speaker') !== undefined;
    if (marked && node.find('p, div').length === 0) trusted.add(element);
    else if (node.attr('class') && node.children().length === 0 && node.next().length > 0) {
      const same = byClass.get(node.attr('class')!) ?? [];
      byClass.set(node.attr('class')!, [...same, element]);
    }
    if (/^(?:b|strong|em|i|cite)$/.test(element.tagName) && isFirst(element) && !/^\s*,/.test(followedBy(element)))
      bold.push({ node: element, name });
  });
  if (trusted.size === 0) for (const node of ofOneClass($, body, byClass)) trusted.add(node);
  const counts = new Map<string, number>();
  for (const { name } of bold) counts.set(withoutMarks(name), (counts.get(withoutMarks(name)) ?? 0) + 1);
  const recurring = [...counts.values()].filter((count) => count > 1);
  const isRule = recurring.length > 1 || (recurring.length === 1 && bold.length >= 4);
  if (isRule) for (const { node } of bold) trusted.add(node);
  // Of one in another the inner one is enough.
  return new Set([...trusted].filter((node) => !ancestors(node).some((outer) => trusted.has(outer))));
}

/** Of a class that nothing has but names of people, two of whom recur, each with something behind it. */
function ofOneClass($: CheerioAPI, body: Cheerio<Node>, byClass: Map<string, Node[]>): Node[] {
  const [found = []] = [...byClass]
    .filter(([name, nodes]) => {
      const all = body.find('span, div, p, td, a').filter((_, element) => $(element).attr('class') === name).length;
      const names = nodes.map((node) => withoutMarks(clean(textOf(node))));
      const recurring = new Set(names.filter((each, at) => names.indexOf(each) !== at));
      return nodes.length > 2 && nodes.length === all && recurring.size > 0 && new Set(names).size > 1;
    })
    .map(([, nodes]) => nodes);
  return found;
}

/** Podcasts have `<cite>Ana Lind:</cite>` before the words. */
function isCited(tag: string, name: string): boolean {
  return tag === 'cite' && name.endsWith(':');
}

function isNameLike(written: string): boolean {
  const name = withoutMarks(written).replace(/\s?[[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?$/, '');
  return couldBeLabel(name) && (looksLikeName(name) || namesNobody(name));
}

/** Without the colon, dash or full stop that parts a name from the words. */
function withoutMarks(name: string): string {
  let end = name.length;
  while (end > 0 && ':.–—- '.includes(name[end - 1]!)) end -= 1;
  return name.slice(0, end);
}

function ancestors(node: Node): Node[] {
  const found: Node[] = [];
  for (let at: Node | null = node.parent; at; at = at.parent) found.push(at);
  return found;
}

/** Nothing but blanks, or a time, stands before it in its block. */
function isFirst(node: Node): boolean {
  for (let at: Node | null = node; at && !('name' in at && blocks.has(at.name)); at = at.parent) {
    for (let before: Node | null = at.prev; before; before = before.prev) {
      if ('name' in before && before.name === 'br') break;
      const between = textOf(before).replace(/[\s[\]()–—|-]/g, '');
      if (between !== '' && !/^\d{1,2}:\d\d(?::\d\d)?$/.test(between)) return false;
    }
  }
  return true;
}

/** "**Ana Lind**, Spokesperson" tells who is there. */
function followedBy(node: Node): string {
  return node.next === null ? '' : textOf(node.next);
}

function textOf(node: Node): string {
  if (node.type === 'text') return node.data;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 ' +
    'h2 h3 h4 h5 h6 header hr html li main ol p pre record section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

function write(nodes: Node[], names: Set<Node>, lines: string[]): void {
  for (const node of nodes) {
    if (node.type === 'text') lines.push(node.data.replace(/[\s\u00A0]+/g, ' '));
    else if ('attribs' in node) writeElement(node, names, lines);
    else if ('children' in node) write(node.children, names, lines);
  }
}

function writeElement(node: ElementNode, names: Set<Node>, lines: string[]): void {
  const { name } = node;
  const { children } = node;

  if (name === 'br') lines.push('\n');
  else if (name === 'hr') lines.push('\n\n');
  else if (name === 'pre') lines.push('\n\n', textOf(node), '\n\n');
  else if (name === 'tr') writeRow(children, names, lines);
  // The title of the page.
  else if (name === 'h1' && !names.has(node)) lines.push('\n\n');
  else if (/^h[2-6]$/.test(name) && !names.has(node)) {
    const heading = clean(textOf(node));
    if (heading !== '') lines.push(`\n\n${'#'.repeat(Math.max(2, Number(name[1])))} ${heading}\n\n`);
  } else if (names.has(node)) {
    const written = clean(textOf(node));
    const inBlock = blocks.has(name);
    const label = withoutMarks(written);
    if (label !== '') lines.push(`${inBlock ? '\n\n' : ''}**${label}:** `);
  } else if (name === 'dt') {
    const written = clean(textOf(node));
    lines.push('\n\n', isNameLike(written) ? `**${written.replace(/:$/, '')}:** ` : written);
  } else {
    const isBlock = blocks.has(name) && (name !== 'dd' || prevName(node) === 'dd');
    if (isBlock) lines.push('\n\n');
    if (isBlock) lines.push(labelBeside(node));
    if (name === 'li') lines.push('- ');
    write(children, names, lines);
    if (isBlock) lines.push('\n\n');
  }
}

function prevName(node: ElementNode): string {
  let before = node.prev;
  while (before && !('attribs' in before)) before = before.prev;
  return before && 'attribs' in before ? before.name : '';
}

/** `<p data-speaker="Ana Lind" data-start="3.1">words</p>` */
function labelBeside({ attribs }: ElementNode): string {
  const name = clean(attribs['data-speaker'] ?? attribs['data-speaker-name'] ?? '');
  if (name === '' || !isNameLike(name)) return '';
  const start = attribs['data-start'] ?? attribs['data-time'] ?? attribs['data-timestamp'] ?? '';
  const time = /^\d{1,6}(?:\.\d{1,6})?$/.test(start) ? `[${formatTime(Number(start))}] ` : '';
  return `**${time}${name}:** `;
}

/** A row of a table is a line: who spoke, or when, and the words. */
function writeRow(children: Node[], names: Set<Node>, lines: string[]): void {
  const cells = children
    .filter((cell) => 'attribs' in cell)
    .map((cell) => {
      const inside: string[] = [];
      write(cell.children, names, inside);
      return clean(inside.join('').replaceAll('**', ''));
    })
    .filter((cell) => cell !== '');
  if (cells.length === 0) return;
  const times = cells.filter((cell) => /^[[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?$/.test(cell));
  const [who, ...words] = cells.filter((cell) => !times.includes(cell));
  const isNamed = who !== undefined && words.length > 0 && isNameLike(who);
  const when = times[0] === undefined ? '' : `[${times[0].replace(/[[\]()]/g, '')}] `;
  const said = isNamed
    ? `${who.replace(/:$/, '')}: ${words.join(' ')}`
    : cells.filter((cell) => cell !== times[0]).join(' ');
  lines.push(`\n\n${when}${said}\n\n`);
}

function clean(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').trim();
}
