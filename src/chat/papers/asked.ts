/** Papers that are asked for in a chat: what is typed, and the file that answers it. */
import type { GivenWords, Seen } from '../../answer.ts';
import type { Rapporteur } from '../../rapporteur.ts';
import { briefOn } from '../../research/brief.ts';
import { collectionOf } from '../../research/collection.ts';
import { comparisonOf } from '../../research/comparison.ts';
import { citedIn, type Paper } from '../../research/paper.ts';
import { written } from '../../research/writers/writers.ts';
import { shownSpeaker } from '../../people/unnamed.ts';
import { viewQuotes } from '../quotes-view.ts';
import type { PaperFile, Panel } from '../reply.ts';

export type PaperAsked =
  | { of: 'brief'; about: string; as: string }
  | { of: 'quotes'; speaker?: string; about?: string; as: string }
  | { of: 'comparison'; sides: string[]; about: string; as: string };

/** Null for what asks for no paper: `Compare what …` is a question, unless it is to be a file. */
export function readPaper(typed: string): PaperAsked | null {
  const ending = /\s+as\s+(?:an?\s+)?\.?(docx|word|pdf|html|md|markdown|csv|bib|bibtex|ris|json)\s*[.!]*$/iu.exec(
    typed,
  );
  const named = ending?.[1]?.toLowerCase();
  const as = named === undefined ? null : (otherwise[named] ?? named);
  const text = (ending === null ? typed : typed.slice(0, ending.index)).trim();
  const brief = /^\/?brief\s+(?:(?:me\s+)?(?:on|about)\s+)?(\S.*)$/isu.exec(text)?.[1];
  if (brief !== undefined) return { of: 'brief', about: brief, as: as ?? 'docx' };
  const quotes = /^\/?quotes\s+(from|by|of|on|about)\s+(\S.*)$/isu.exec(text);
  if (quotes) {
    const isOn = /^(?:on|about)$/iu.test(quotes[1]!);
    const [speaker = '', ...about] = quotes[2]!.split(/\s+(?:on|about)\s+/iu);
    if (isOn) return { of: 'quotes', about: quotes[2]!, as: as ?? 'docx' };
    return { of: 'quotes', speaker, ...(about.length > 0 && { about: about.join(' on ') }), as: as ?? 'docx' };
  }
  const [, sides, about] = (as !== null && /^\/?compare\s+(\S.*?)\s+(?:on|about)\s+(\S.*)$/isu.exec(text)) || [];
  if (sides === undefined || about === undefined || as === null) return null;
  const names = sides.split(/\s*,\s*(?:and\s+)?|\s+(?:and|with|to|vs\.?|versus)\s+/iu).filter(Boolean);
  return names.length < 2 ? null : { of: 'comparison', sides: names, about, as };
}

const otherwise: { [word: string]: string } = { word: 'docx', markdown: 'md', bibtex: 'bib' };

export interface MadePaper {
  panel: Panel;
  file: PaperFile;
  quotes: GivenWords[];
}

export async function makePaper(asked: PaperAsked, rapporteur: Rapporteur, scope: Seen, now: Date): Promise<MadePaper> {
  const paper = await paperOf(asked, rapporteur, scope, now);
  return madeFrom(paper, `${nameOf(paper.title)}.${asked.as}`);
}

/** The file, and what is said beside it. */
export async function madeFrom(paper: Paper, name: string): Promise<MadePaper> {
  const content = (await written(paper, name, 'un'))!;
  const cited = citedIn(paper);
  const first = cited
    .slice(0, mostShown)
    .map(({ quote }) => `“${quote.text}” — ${shownSpeaker(quote)}, ${quote.session.title}`);
  const count = `${cited.length} quotation${cited.length === 1 ? '' : 's'}, each with where it is from.`;
  return {
    panel: { title: paper.title, lines: [...paper.facts, count, ...first] },
    file: { name, base64: Buffer.from(content).toString('base64') },
    quotes: cited.map(({ quote }) => quote),
  };
}

async function paperOf(asked: PaperAsked, rapporteur: Rapporteur, scope: Seen, now: Date): Promise<Paper> {
  switch (asked.of) {
    case 'brief':
      return briefOn({ about: asked.about, scope }, rapporteur, now);
    case 'comparison':
      return comparisonOf({ about: asked.about, sides: asked.sides.slice(0, mostSides), scope }, rapporteur, now);
    default: {
      const { speaker, about } = asked;
      const query = { speaker, about, scope };
      return collectionOf(query, rapporteur, (found) => viewQuotes(query, found, () => '').heading, now);
    }
  }
}

const mostShown = 3;
const mostSides = 6;

/** A name that any system takes: letters and figures, of any script. */
function nameOf(title: string): string {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  return Array.from(words.join('-').toLowerCase()).slice(0, 60).join('') || 'paper';
}
