/** Papers that are asked for in a chat: what is typed, and the file that answers it. */
import type { GivenWords, Seen } from '../../answer.ts';
import { sessionsCalled } from '../../asking/sessions-called.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { shownSpeaker } from '../../people/unnamed.ts';
import type { Rapporteur, SessionSummary } from '../../rapporteur.ts';
import { type PaperAsked, paperOf } from '../../research/asked.ts';
import { citedIn, type Paper } from '../../research/paper.ts';
import { written } from '../../research/writers/writers.ts';
import type { PaperFile, Panel } from '../reply.ts';

/** A paper, and the ending of the file it is to be. */
export type TypedPaper = PaperAsked & { as: string };

/** Null for what asks for no paper: `Compare what …` is a question, unless it is to be a file. */
export function readPaper(typed: string): TypedPaper | null {
  const ending = new RegExp(String.raw`\s+as\s+(?:an?\s+)?\.?(${forms.join('|')})\s*[.!]*$`, 'iu').exec(typed);
  const named = ending?.[1]?.toLowerCase();
  const as = named === undefined ? null : (otherwise[named] ?? named);
  const text = (ending === null ? typed : typed.slice(0, ending.index)).trim();
  const asked = readAsked(text, as !== null);
  return asked && { ...asked, as: as ?? 'docx' };
}

const otherwise: { [word: string]: string } = { word: 'docx', markdown: 'md', bibtex: 'bib', calendar: 'ics' };
const forms = ['docx', 'pdf', 'html', 'md', 'csv', 'bib', 'ris', 'json', 'ics', 'svg', ...Object.keys(otherwise)];

function readAsked(text: string, isFile: boolean): PaperAsked | null {
  const brief = after(/^\/?brief\s+(?:(?:me\s+)?(?:on|about)\s+)?/iu, text);
  if (brief) {
    const { left, reader } = withoutFrame(brief);
    return left === '' ? null : { of: 'brief', about: left, ...(reader !== null && { for: reader }) };
  }
  const quotes = after(/^\/?quotes\s+/iu, text);
  if (quotes !== null) {
    const parts = partsOf(quotes);
    return parts && (parts.speaker ?? parts.about) !== undefined ? { of: 'quotes', ...parts } : null;
  }
  const [, sides, about] = (isFile && /^\/?compare\s+(\S.*?)\s+(?:on|about)\s+(\S.*)$/isu.exec(text)) || [];
  if (sides !== undefined && about !== undefined) {
    const names = sides.split(/\s*,\s*(?:and\s+)?|\s+(?:and|with|to|vs\.?|versus)\s+/iu).filter(Boolean);
    return names.length < 2 ? null : { of: 'comparison', sides: names.slice(0, mostSides), about };
  }
  // "Commitments by whom?" asks.
  if (/[?؟？]$/u.test(text)) return null;
  const report = after(/^\/?report\s+(?:(?:on|of|about|for)\s+)?(?:the\s+)?/iu, text);
  if (report) return { of: 'report', session: report };
  const isOpen = /^\/?open\s/iu.test(text);
  const commitments = after(/^\/?(?:open\s+)?commitments(?!\S)/iu, text);
  if (commitments !== null) {
    const parts = partsOf(commitments);
    return parts && { of: 'commitments', ...parts, ...(isOpen && { open: true }) };
  }
  const agreements = after(/^\/?agreements(?!\S)/iu, text);
  const parts = agreements === null ? null : partsOf(agreements);
  if (parts === null || parts.speaker !== undefined) return null;
  const points = parts.about?.split(';').map((point) => point.trim());
  return { of: 'agreements', ...(parts.session && { session: parts.session }), ...(points && { about: points }) };
}

/** `AI capacity building` of "AI capacity building for my minister, with citations": a brief has its citations anyhow. */
function withoutFrame(text: string): { left: string; reader: string | null } {
  const bare = noted.cutFrom(text);
  const reader = readers.first(textOf(bare))?.taken ?? null;
  return {
    left: readers
      .cutFrom(bare)
      .replaceAll(/\s+/gu, ' ')
      .replaceAll(/^[\s,;]+|[\s,;.]+$/gu, ''),
    reader,
  };
}

const noted = phrases({
  lines: 'with [the|their|all|exact|direct] ({notes}) [and {notes}]',
  lists: { notes: 'quotes|quotations|citations|footnotes|sources|references' },
});
const readers = phrases({
  lines: 'for <(my|our|the) [*] ({reader})>',
  lists: {
    reader: 'minister|ambassador|delegation|director|president|secretary|boss|team|board|committee|government|chief',
  },
});
const mostSides = 6;

/** What follows some words; null where they do not begin it. */
function after(words: RegExp, text: string): string | null {
  const found = words.exec(text);
  return found && text.slice(found[0].length).trim();
}

/** `from Ana Ruiz in Coast Week on calibration`, each part once or not at all; null where it is none of that. */
function partsOf(text: string): { speaker?: string; session?: string; about?: string } | null {
  const [rest, about] = cutAt(/(?:^|\s)(?:on|about)\s/iu, text);
  const [who, session] = cutAt(/(?:^|\s)(?:in|at)\s/iu, rest);
  const speaker = after(/^(?:from|by|of)\s+/iu, who);
  if (who !== '' && !speaker) return null;
  return { ...(speaker && { speaker }), ...(session && { session }), ...(about && { about }) };
}

function cutAt(words: RegExp, text: string): [before: string, after: string | undefined] {
  const found = words.exec(text);
  return found
    ? [text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim()]
    : [text, undefined];
}

export interface MadePaper {
  panel: Panel;
  file: PaperFile;
  quotes: GivenWords[];
}

/** Rejects with an error called `CommandError` where it cannot be written; its message says what to do. */
export async function makePaper(asked: TypedPaper, rapporteur: Rapporteur, scope: Seen, now: Date): Promise<MadePaper> {
  const paper = await typedPaper(asked, rapporteur, scope, now);
  return madeFrom(paper, `${nameOf(paper.title)}.${asked.as}`);
}

/** The same before it is a file. */
export async function typedPaper(
  asked: PaperAsked,
  rapporteur: Rapporteur,
  scope: Seen | undefined,
  now: Date,
): Promise<Paper> {
  return paperOf({ ...keptTo(asked, await rapporteur.sessions(scope)), scope }, rapporteur, now);
}

/** `frost in Coast Week` is kept to what is called so; where nothing is, all of it is the matter. */
function keptTo(asked: PaperAsked, sessions: SessionSummary[]): PaperAsked {
  if (asked.of === 'report' || asked.about === undefined || asked.session !== undefined) return asked;
  const points = [asked.about].flat();
  const [, matter, session] = /^(.*\S)\s+(?:in|at)\s+(?:the\s+)?(\S.*)$/isu.exec(points.at(-1) ?? '') ?? [];
  if (matter === undefined || session === undefined || sessionsCalled(session, sessions).length === 0) return asked;
  return asked.of === 'agreements'
    ? { ...asked, session, about: [...points.slice(0, -1), matter] }
    : { ...asked, session, about: matter };
}

/** The file, and what is said beside it. */
export async function madeFrom(paper: Paper, name: string): Promise<MadePaper> {
  const content = await written(paper, name, 'un');
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

const mostShown = 3;

/** A name that any system takes: letters and figures, of any script. */
function nameOf(title: string): string {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  return Array.from(words.join('-').toLowerCase()).slice(0, 60).join('') || 'paper';
}
