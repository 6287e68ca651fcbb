/** Quotes as references that programs for papers read: CSL-JSON, BibTeX and RIS. */
import { Cite, plugins } from '@citation-js/core';
// Loading it adds the form.
// oxlint-disable-next-line import/no-unassigned-import
import '@citation-js/plugin-bibtex';
import { shownSpeaker } from '../../people/unnamed.ts';
import { formatTime } from '../../words/timestamp.ts';
import { xmlText } from '../../words/xml-text.ts';
import type { Cited } from '../paper.ts';

/** An item of https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html. */
export interface CslItem {
  id: string;
  type: 'speech';
  title: string;
  author: { literal: string }[];
  issued?: { 'date-parts': number[][] };
  accessed: { 'date-parts': number[][] };
  'event-title'?: string;
  genre: string;
  medium: string;
  /** The quoted words, exactly. */
  abstract: string;
  note: string;
  URL?: string;
}

export function cslItemsOf(all: Cited[]): CslItem[] {
  return all.map(({ quote, session, checked }, at) => {
    const address = quote.address ?? quote.url;
    const place = [quote.time === null ? null : formatTime(quote.time), `turn ${quote.turn + 1}`].filter(Boolean);
    return {
      id: `${session.id}-turn-${quote.turn + 1}-${at + 1}`,
      type: 'speech',
      title: session.title,
      // Which part of a name is the family's is not known of most.
      author: quote.speaker === null ? [] : [{ literal: shownSpeaker(quote) }],
      ...(session.date !== null && { issued: { 'date-parts': [session.date.split('-').map(Number)] } }),
      accessed: { 'date-parts': [checked.toISOString().slice(0, 10).split('-').map(Number)] },
      ...(session.event !== null && { 'event-title': session.event }),
      genre: quote.role === null ? 'Statement' : `Statement as ${quote.role}`,
      medium: session.kind,
      abstract: quote.text,
      note: place.join(', '),
      ...(address !== null && { URL: address }),
    };
  });
}

export const asCslJson = (all: Cited[]): string => `${JSON.stringify(cslItemsOf(all), null, 2)}\n`;
/**
 * Each with a key of its own, as names in other scripts make none. BibTeX has no place for an event or the words: both
 * stand in the note. Letters stay as they are (UTF-8); what means something to TeX is written out here, since citation-js
 * takes `<b>` for bold type, leaves names as they are, and drops letters that have no command.
 */
export function asBibtex(all: Cited[]): string {
  plugins.config.get('@bibtex').format.asciiOnly = false;
  const items = cslItemsOf(all).map(
    ({ id, author, title, genre, abstract, note, medium, 'event-title': event, ...item }) => ({
      ...item,
      id,
      'citation-key': keyOf(id),
      author: author.map(({ literal }) => ({ literal: inTex(literal) })),
      title: inTex(title),
      genre: inTex(genre),
      note: inTex([event, medium, note, `“${abstract}”`].filter((part) => part !== undefined).join(', ')),
    }),
  );
  return new Cite(items).format('bibtex');
}

function inTex(text: string): string {
  return xmlText(text).replaceAll(/[\\{}$&#%_~^<>]/gu, (sign) => tex[sign]!);
}

const tex: { [sign: string]: string } = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  $: String.raw`\textdollar{}`,
  '&': String.raw`\&`,
  '#': String.raw`\#`,
  '%': String.raw`\%`,
  _: String.raw`\textunderscore{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '<': String.raw`\textless{}`,
  '>': String.raw`\textgreater{}`,
};

/** Letters, figures and underscores: with any other sign, a hyphen too, citation-js makes a key of its own. */
function keyOf(id: string): string {
  return id.normalize('NFKD').replaceAll(/[^a-zA-Z0-9]+/gu, '_');
}

/**
 * RIS (https://refdb.sourceforge.net/manual/sect1-ris-format.html), a line a field: what breaks long lines breaks the
 * quoted words, as readers of RIS do not join them again.
 */
export function asRis(all: Cited[]): string {
  return cslItemsOf(all)
    .map((item) => {
      const day = (of: { 'date-parts': number[][] }) =>
        of['date-parts'][0]!.map((part) => String(part).padStart(2, '0')).join('/');
      const fields: [string, string | undefined][] = [
        ['TY', 'GEN'],
        ['ID', item.id],
        ['TI', item.title],
        ...item.author.map(({ literal }): [string, string] => ['AU', literal]),
        ['DA', item.issued && day(item.issued)],
        ['T2', item['event-title']],
        ['M3', item.genre],
        ['AB', item.abstract],
        ['N1', `${item.medium}, ${item.note}`],
        ['UR', item.URL],
        ['Y2', day(item.accessed)],
      ];
      const lines = fields.flatMap(([tag, value]) =>
        value === undefined ? [] : `${tag}  - ${xmlText(value).replaceAll(/\s+/gu, ' ')}`,
      );
      return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
    })
    .join('\r\n');
}
