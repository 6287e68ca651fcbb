/** Records in XML: whether one is, and what its outermost element is called. */
import type { CheerioAPI } from 'cheerio';
import type { Source } from './format.ts';
import { loadHtml } from './html.ts';

const known = new WeakMap<Source, CheerioAPI | null>();

/** The record's elements, read once; null where it is no XML, or nested too deep for any record. */
export function readXml(source: Source): CheerioAPI | null {
  let read = known.get(source);
  if (read === undefined) {
    const root = xmlRoot(source.text);
    known.set(source, (read = root === null ? null : loadHtml(source.text, 'xml')));
  }
  return read;
}

/** Name of the outermost element, `tei:TEI` without its prefix; null where the text is no XML, or a page of HTML. */
export function xmlRoot(text: string): string | null {
  const head = text.slice(0, 20_000);
  const found =
    /^\s*(<\?xml\b)?(?:\s|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE\b[^<>[]*(?:\[[^\]]*\]\s*)?>)*<([A-Za-z_][\w.:-]*)/.exec(
      head,
    );
  if (!found) return null;
  const name = found[2]!.replace(/^.*:/, '');
  if (htmlElements.has(name.toLowerCase())) return null;
  // "<ana> hello" begins a line of a chat: an element is closed where the record ends.
  const isClosed =
    text.slice(-2000).includes(`</${found[2]!}`) || /^<[^<>]*\/>\s*$/.test(text.slice(-2000).trimStart());
  return found[1] !== undefined || isClosed ? name : null;
}

const htmlElements = new Set(
  (
    'html head body title meta link script style base div p span h1 h2 h3 h4 h5 h6 table tbody tr td th ul ol li dl dt dd a b i u s ' +
    'strong em br hr pre code blockquote center font img figure form input main article section aside header footer nav iframe noscript details summary'
  ).split(' '),
);
