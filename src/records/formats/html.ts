/** Loading pages that may have been damaged, or made to do damage. */
import { load, type CheerioAPI } from 'cheerio';

/**
 * The page, or null where its elements are nested deeper than any real page's: what walks such a tree
 * step into step runs out of stack. Of cheerio's two parsers this is the one whose time stays in
 * proportion to the text. `xml` for records that are XML, where `<col>` holds words.
 */
export function loadHtml(text: string, kind: 'html' | 'xml' = 'html'): CheerioAPI | null {
  // With one element around all, a selection does not compare thousands of outermost elements with each other.
  const $ = load(`<record>${text}`, { xml: { xmlMode: kind === 'xml', decodeEntities: true } });
  const stack = $.root()
    .toArray()
    .map((node): { node: (typeof node.children)[number] | typeof node; depth: number } => ({ node, depth: 0 }));
  for (let step = stack.pop(); step; step = stack.pop()) {
    if (step.depth > deepest) return null;
    if ('children' in step.node)
      for (const child of step.node.children) stack.push({ node: child, depth: step.depth + 1 });
  }
  return $;
}

const deepest = 500;

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
