import type { Cheerio, CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { isDateLine, pageScore, readPages } from './digwatch.ts';
import { lineOf, type Line } from './digwatch-sections.ts';
import type { Format, LeftOut } from './format.ts';

/** A session page of dig.watch as a browser saves it. */
export const digwatchHtml: Format = {
  name: 'dig.watch session page (HTML)',
  example:
    '<h1>Rivers</h1><h2>Session at a glance</h2><h3>Summary</h3><p>…</p><h2>Session transcript</h2><p><b>Ana Lind:</b> Hello.</p>',
  isLastWord: true,
  recognise(source) {
    const start = source.text.slice(0, recognisedLength);
    if (!/<(?:!doctype html|html|body|main|article|div|h[1-6]|p)\b/i.test(start.slice(0, 5000))) return 0;
    // Only what stands between tags can be a heading, so the pieces are enough to tell.
    return pageScore(start.split(/[<>]/).filter((piece) => piece.length < 200));
  },
  parse(source) {
    const tooDeep = lineOfDepth(source.text);
    if (tooDeep !== null) {
      return {
        sessions: [],
        problems: [
          {
            line: tooDeep,
            message: `elements are nested more than ${deepest} deep, which no page is; save the page anew`,
          },
        ],
      };
    }
    // The tolerant one of cheerio's two parsers takes time in proportion to the text, and knows where each element stood.
    // With one element around all, a selection does not compare thousands of outermost elements with each other.
    const $ = load(outermost + source.text, { xml: { xmlMode: false, decodeEntities: true, withStartIndices: true } });
    const address =
      source.address ??
      webAddress($('link[rel="canonical"]').attr('href')) ??
      webAddress($('meta[property="og:url"]').attr('content'));
    const language = /^[a-z]{2,3}(?=-|$)/i.exec($('html').attr('lang') ?? '')?.[0].toLowerCase() ?? null;
    const title = $('h1').first().text().trim() || null;
    const event = eventOf($, address);
    const date = dateBeside($);
    const { lines, leftOut } = linesOf($, source.text);
    if (date !== null && !lines.some((line) => isDateLine(line.text))) lines.unshift(lineOf(1, date));
    const parsed = readPages(lines, { address, language, title, event });
    return { ...parsed, leftOut: [...leftOut, ...(parsed.leftOut ?? [])] };
  },
};

/** Characters. Saved pages carry styles and scripts before their text. */
const recognisedLength = 1_000_000;

const outermost = '<record>';

const deepest = 2000;

/** The line where elements get nested too deep, or null; elements that need no closing are not counted. */
function lineOfDepth(html: string): number | null {
  let depth = 0;
  for (const tag of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (unclosed.has((tag[2] ?? '').toLowerCase())) continue;
    depth = tag[1] === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return lineNumbers(html)(tag.index);
  }
  return null;
}

const unclosed = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'td',
  'th',
  'tr',
  'tbody',
  'thead',
  'option',
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'wbr',
  'source',
  'area',
  'base',
  'col',
  'embed',
  'track',
  'path',
  'circle',
  'rect',
  'use',
  'line',
  'polygon',
]);

/** The text of the page as a browser would copy it, a line a block; headings keep their level. What stands around it is nobody's. */
function linesOf($: CheerioAPI, html: string): { lines: Line[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const leave = (text: string) => {
    if (text.trim() !== '') leftOut.push({ line: null, text: text.trim(), why: null });
  };
  $('script, style, noscript, template, svg, iframe, head').remove();
  const around = $(
    'nav, footer, aside, select, textarea, [role="navigation"], [role="contentinfo"], [role="complementary"], [role="banner"]',
  );
  const head = $('header').filter((_, element) => $(element).closest('main, article, [role="main"]').length === 0);
  for (const part of [around, head]) {
    for (const element of part.toArray()) leave($(element).text());
    part.remove();
  }
  const parts = $('main, [role="main"], article')
    .toArray()
    .slice(0, 50)
    .filter((element) => sectionHeading.test($(element).text()));
  // A page of an archive has an article for each session, and need have nothing around them.
  const articles = parts.filter(
    (element) => element.name === 'article' && $(element).parents('article, main').length === 0,
  );
  const main = parts[0]?.name === 'article' && articles.length > 1 ? articles : parts.slice(0, 1);
  leaveAround(main, (element) => leave($(element).text()));

  const lines: Line[] = [];
  const numberAt = lineNumbers(html);
  let text = '';
  let begun = false;
  let number = 1;
  let level = 0;
  let bold = true;
  // A stack of its own, since pages may be nested deeper than calls can be.
  const stack: Step[] = [];
  for (const node of main.length > 0 ? main.toReversed() : $.root().toArray()) stack.push({ node, inBold: false });
  for (let step = stack.pop(); step; step = stack.pop()) {
    if ('level' in step) {
      endLine();
      level = step.level;
      continue;
    }
    const { node, inBold } = step;
    if ('data' in node && node.nodeType === textNode) {
      const words = node.data.trim() !== '';
      if (words && !begun)
        number = numberAt((node.startIndex ?? 0) - outermost.length + node.data.length - node.data.trimStart().length);
      if (words && !inBold) bold = false;
      begun ||= words;
      text += node.data;
    }
    if (!('childNodes' in node)) continue;
    const name = 'name' in node ? node.name.toLowerCase() : '';
    // Buttons open the parts of the page, and share or print it; only the former are text of the page.
    if (name === 'button' && !sectionHeading.test($(node).text())) {
      leave($(node).text());
      continue;
    }
    if (blocks.has(name)) {
      endLine();
      stack.push({ level });
      if (/^h[1-6]$/.test(name)) level = Number(name.charAt(1));
      if (name === 'li') text = '– ';
    }
    const strong = inBold || name === 'b' || name === 'strong';
    for (const child of node.childNodes.toReversed()) stack.push({ node: child, inBold: strong });
  }
  endLine();
  return { lines, leftOut };

  function endLine(): void {
    const words = text.replace(/[ \t\n\r\f]+/g, ' ').trim();
    // The bullet of a list item waits for its text, which may stand in a block of its own.
    if (begun)
      lines.push(lineOf(number, words, level || (bold && words.length < 200 && !words.startsWith('– ') ? 7 : 0)));
    if (begun || words !== '–') text = '';
    begun = false;
    bold = true;
  }
}

/** Tells of everything on the page that stands in none of the parts. */
function leaveAround(parts: Node[], leave: (node: Node) => void): void {
  const way = new Set<Node>();
  for (const part of parts)
    for (let at: Node | null = part; at && !way.has(at); at = at.parent as Node | null) way.add(at);
  const ends = new Set(parts);
  for (const node of way) {
    if (ends.has(node) || !('childNodes' in node)) continue;
    for (const child of node.childNodes) if (!way.has(child)) leave(child);
  }
}

/** As the DOM numbers the kinds of nodes. */
const textNode = 3;

type Root = CheerioAPI['root'] extends () => Cheerio<infer Document> ? Document : never;
type Node = Root | Root['childNodes'][number];
type Step = { node: Node; inBold: boolean } | { level: number };

const blocks = new Set(
  (
    'address article blockquote br button caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 ' +
    'h5 h6 header hr legend li main ol p pre ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const sectionHeading = new RegExp(
  String.raw`\b(?:session at a glance|session transcript|full session report|session report|keypoints|agreements|differences|` +
    String.raw`takeaways|follow[- ]up questions|thought[- ]provoking comments|speakers|summary)\b`,
  'i',
);

/** The event a page belongs to: where its address is below the event's, the words of the page's link to that. */
function eventOf($: CheerioAPI, address: string | null): string | null {
  const path = pathOf(address, undefined);
  const parent = path?.slice(0, path.lastIndexOf('/')) ?? '';
  if (address === null || !/^\/event\/[^/]+$/.test(parent)) return null;
  for (const link of $('a[href]').toArray().slice(0, 5000)) {
    if (pathOf($(link).attr('href') ?? '', address) !== parent) continue;
    const words = $(link).text().replace(/\s+/g, ' ').trim();
    if (words.length > 2 && words.length < 120) return words;
  }
  return null;
}

/** When the session was, where it stands with the title in a head that is not part of the page's text. */
function dateBeside($: CheerioAPI): string | null {
  for (const parent of $('h1').first().parents().toArray().slice(0, 3)) {
    for (const element of $(parent).find('*').toArray()) {
      const [only, ...others] = element.children;
      if (!only || others.length > 0 || !('data' in only) || only.data.length > 200) continue;
      const text = only.data.replace(/\s+/g, ' ').trim();
      if (isDateLine(text)) return text;
    }
  }
  return null;
}

function pathOf(address: string | null, base: string | undefined): string | null {
  if (address === null || !URL.canParse(address, base)) return null;
  return new URL(address, base).pathname.replace(/\/$/, '');
}

function webAddress(address: string | undefined): string | null {
  return address !== undefined && URL.canParse(address) && /^https?:/i.test(address) ? address : null;
}

/** From a place in the text to its line, counted from 1. */
function lineNumbers(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
