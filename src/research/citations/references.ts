/** Quotes as references that programs for papers read: CSL-JSON, BibTeX and RIS. */
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
 * BibTeX in UTF-8, as Biber and today's LaTeX read it. Each has a key of its own, which names in other scripts make none
 * of. There is no place for an event or the words: both stand in the note.
 */
export function asBibtex(all: Cited[]): string {
  return cslItemsOf(all)
    .map(({ id, title, author, issued, accessed, genre, medium, abstract, note, URL: url, 'event-title': event }) => {
      const [year, month, day] = issued?.['date-parts'][0] ?? [];
      const fields: [string, string | undefined][] = [
        // In two pairs of braces, as no name is to be taken apart.
        ['author', author.length === 0 ? undefined : `{${author.map(({ literal }) => tex(literal)).join('} and {')}}`],
        ['title', `{${tex(title)}}`],
        ['year', year?.toString()],
        ['month', month?.toString()],
        ['day', day?.toString()],
        ['type', tex(genre)],
        ['note', tex([event, medium, note, `“${abstract}”`].filter((part) => part !== undefined).join(', '))],
        ['url', url?.replaceAll(/[{}\\]/gu, encodeURIComponent)],
        ['urldate', url && accessed['date-parts'][0]!.map((part) => String(part).padStart(2, '0')).join('-')],
      ];
      const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : `\t${name} = {${value}},`));
      return `@misc{${keyOf(id)},\n${lines.join('\n')}\n}\n`;
    })
    .join('\n');
}

/** What TeX takes for an order is written so that it prints it. */
function tex(text: string): string {
  return xmlText(text)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\{}$&#%_~^]/gu, (sign) => inTex[sign] ?? `\\${sign}`);
}

const inTex: { [sign: string]: string } = {
  '\\': String.raw`\textbackslash{}`,
  // BibTeX counts braces with a stroke before them too.
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

/** Letters, figures and underscores, which every program takes. */
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
