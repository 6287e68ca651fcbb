/** Loading pages that may have been damaged, or made to do damage. */
import type { Cheerio, CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { DomHandler, Parser } from 'htmlparser2';

/**
 * The page, or null where its elements are nested deeper than any real page's: what walks such a tree
 * step into step runs out of stack. Of cheerio's two parsers this is the one whose time stays in
 * proportion to the text. `xml` for records that are XML, where `<col>` holds words.
 */
export function loadHtml(text: string, kind: 'html' | 'xml' = 'html'): CheerioAPI | null {
  const how = { xmlMode: kind === 'xml', decodeEntities: true };
  const page = new ShallowPage(undefined, how);
  try {
    // With one element around all, a selection does not compare thousands of outermost elements with each other.
    new Parser(page, how).end(`<record>${text}`);
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
  return load(page.root, { xml: how });
}

const deepest = 500;

/** What is open is counted as it is read: the parser takes time by the square of how deep it is nested. */
class ShallowPage extends DomHandler {
  override onopentag(name: string, attributes: { [name: string]: string }): void {
    super.onopentag(name, attributes);
    // The page itself is open too.
    if (this.tagStack.length > deepest + 1) throw new TooDeep();
  }
}

class TooDeep extends Error {}

/** The words of elements, as they stand in the page, with blanks between those of different elements. */
export function wordsIn(selection: ReturnType<CheerioAPI>): string {
  const words: string[] = [];
  // `contents()` copies the list of all nodes for each element, which takes minutes where there are many.
  const waiting = selection.toArray().toReversed();
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    if (node.type === 'text') words.push(node.data);
    else if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
  }
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

type Node = NonNullable<ReturnType<ReturnType<CheerioAPI['root']>['contents']>[0]>;

/** Elements that the page's own rules show as blocks, or not at all; rules of other files are not known. */
export function displayIn($: CheerioAPI): Map<Node, 'block' | 'none'> {
  const display = new Map<Node, 'block' | 'none'>();
  const note = (selector: string, style: string) => {
    const kind = /(?:^|[;\s])display\s{0,9}:\s{0,9}([a-z-]{1,20})/iu.exec(style)?.[1]?.toLowerCase();
    if (kind === undefined || inline.has(kind)) return;
    $(selector).each((_, node) => {
      display.set(node, kind === 'none' ? 'none' : 'block');
    });
  };
  for (const rule of $('style').text().slice(0, 200_000).split('}').slice(0, 500)) {
    const at = rule.lastIndexOf('{');
    const selector = rule
      .slice(0, at)
      .replace(/^.*[{/]/su, '')
      .trim();
    if (at > 0 && /^[\w\s.,#-]{1,200}$/u.test(selector)) note(selector, rule.slice(at + 1));
  }
  $('[style*="display"]').each((_, node) => {
    const style = $(node).attr('style') ?? '';
    if (/display\s{0,9}:\s{0,9}none/iu.test(style)) display.set(node, 'none');
    else if (/display\s{0,9}:\s{0,9}(?:block|inline-block|flex|grid|table)/iu.test(style)) display.set(node, 'block');
  });
  $('[hidden]:not([hidden="until-found"])').each((_, node) => {
    display.set(node, 'none');
  });
  return display;
}

const inline = new Set(['inline', 'contents', 'revert', 'initial', 'inherit', 'unset', 'ruby']);

/** What they are told as. */
export const hiddenWords = 'hidden words of the page';

/** Takes out what the page does not show, and gives its words. */
export function withoutHidden($: CheerioAPI): string[] {
  const hidden: Cheerio<Node> = $([...displayIn($)].flatMap(([node, how]) => (how === 'none' ? [node] : [])));
  const words = hidden.toArray().map((node) => wordsIn($(node) as ReturnType<CheerioAPI>));
  hidden.remove();
  return words.filter((text) => text !== '');
}
