/** The words of a page as a browser shows them, and where each turn begins in them: what links to its words are made of. */
import type { CheerioAPI } from 'cheerio';
import type { Session } from '../../session.ts';
import { aligned, lettersOf } from '../../words/letters.ts';
import type { Format, SessionDraft, Source } from './format.ts';
import { displayIn, loadHtml } from './html.ts';

type Shown = NonNullable<NonNullable<Session['page']>['shown']>;
type Node = NonNullable<ReturnType<ReturnType<CheerioAPI['root']>['contents']>[0]>;

/** Parts two blocks of a page; a `<br>` inside one is a line end. */
export const blockEnd = '\u2029';

/** Sessions whose page is the record itself get what the page shows. */
export function withShownPage(sessions: SessionDraft[], source: Source, readAs: Format): SessionDraft[] {
  let text: string | null | undefined;
  return sessions.map((session) => {
    const page = session.page ?? pageOf(source, readAs);
    if (page?.placeBy !== 'text' || source.text.length > longestShown) return { ...session, page };
    const isPage =
      /^\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,1000})?<(?:!doctype html|html|body|head|!--|div|p|h\d|pre|title|meta)\b/iu.test(
        source.text,
      );
    // Saved pages name their own address; a plain text does so only of where it was read from.
    if (!isPage && page.address !== source.address) return { ...session, page };
    text ??= isPage ? shownText(source.text) : source.text;
    if (text === null) return { ...session, page };
    const pages = source.pages && source.pages.length > 0 ? { pages: source.pages } : {};
    return { ...session, page: { ...page, shown: { ...placed(text, session), ...pages } } };
  });
}

/** What was read at an address is found there, also where its format says nothing of it. */
function pageOf({ address }: Source, { writtenIn }: Format): Session['page'] {
  return address === null || writtenIn === 'JSON' ? null : { address, placeBy: 'text' };
}

/** Links into longer pages are made of the turns alone. */
const longestShown = 8_000_000;

/** What a browser shows, or null for a page nested too deep to be read: blanks as they are collapsed, blocks ended by `blockEnd`. */
export function shownText(html: string): string | null {
  const $ = loadHtml(html);
  if ($ === null) return null;
  const display = displayIn($);
  $(notShown).remove();
  const parts: string[] = [];
  write($.root().toArray(), display, false, parts);
  return parts
    .join('')
    .split(blockEnd)
    .map((block) => withoutBlanksAround(block.replace(/ {2,}/gu, ' ').replaceAll(' \n', '\n').replaceAll('\n ', '\n')))
    .map((block) => block.replaceAll(keptLine, '\n').replaceAll(keptBlank, ' '))
    .filter((block) => block !== '')
    .join(blockEnd);
}

/** Blanks that do not break stay. */
function withoutBlanksAround(block: string): string {
  let [start, end] = [0, block.length];
  while (start < end && ' \n'.includes(block[start]!)) start += 1;
  while (end > start && ' \n'.includes(block[end - 1]!)) end -= 1;
  return block.slice(start, end);
}

const notShown =
  'head, script, style, noscript, template, svg, iframe, object, audio, video, canvas, datalist, select, textarea, title';

/** Stand for the blanks of preformatted text, which are not collapsed. */
const [keptLine, keptBlank] = ['\uE00A', '\uE020'];

function write(nodes: Node[], display: Map<Node, 'block' | 'none'>, isKept: boolean, parts: string[]): void {
  for (const node of nodes) {
    if (node.type === 'text') {
      parts.push(
        isKept
          ? node.data.replace(/\r\n?|\n/gu, keptLine).replaceAll(' ', keptBlank)
          : node.data.replace(/[ \t\r\n\f]+/gu, ' '),
      );
    } else if ('attribs' in node) {
      const how = display.get(node);
      if (how === 'none') continue;
      if (node.name === 'br') parts.push('\n');
      const isBlock = how === 'block' || blocks.has(node.name);
      if (isBlock) parts.push(blockEnd);
      write(node.children, display, isKept || node.name === 'pre', parts);
      if (isBlock) parts.push(blockEnd);
    } else if ('children' in node) write(node.children, display, isKept, parts);
  }
}

const blocks = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html input legend li main menu nav ol optgroup option p pre record search ' +
    'section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

/** Turns stand on the page in their order; of one that is not found as it reads the place is unknown. */
function placed(text: string, { turns }: SessionDraft): Shown {
  const page = lettersOf(text);
  const { folded, offsets } = page;
  let from = 0;
  let far = farLooks;
  let poor = 0;
  return {
    text,
    turns: turns.map((turn) => {
      const letters = lettersOf(turn.text);
      const at = begins(letters.folded);
      if (at < 0) return -1;
      const places = poor > mostPoor ? null : aligned(letters, page, at);
      if (places !== null && places.filter((place) => place >= 0).length < places.length / 2) poor += 1;
      from = places === null ? at + letters.folded.length : Math.max(from, ...places.subarray(-200)) + 1;
      return offsets[at]!;
    }),
  };

  function begins(letters: string): number {
    if (letters === '') return -1;
    for (const [length, reach] of reaches) {
      const opening = letters.slice(0, length);
      if (opening.length < length && length > shortest) continue;
      const near = folded.slice(from, from + (opening.length < shortest ? nearest : reach)).indexOf(opening);
      if (near >= 0) return from + near;
      if (length === farthest && far > 0) {
        far -= 1;
        const found = folded.indexOf(opening, from);
        if (found >= 0) return found;
      }
    }
    return -1;
  }
}

/** Letters of the opening of a turn, and how far behind the turn before it is looked for: short words stand anywhere. */
const reaches: [number, number][] = [
  [60, 30_000],
  [30, 8000],
  [16, 3000],
  [9, 1000],
];
const [farthest, shortest, nearest] = [60, 9, 300];

/** How often the whole rest of the page is looked through, so that the time stays in proportion to it. */
const farLooks = 50;

/** After as many turns that read otherwise on the page they are only looked for by their first words. */
const mostPoor = 100;
