/** An answer laid out for reading, before any platform's markup. All text is raw: escaping is each platform's own. */
import type { Answer, AnswerTable, FormerWords, Quote, SessionRef, Verification, ReportItem } from '../answer.ts';
import { shownSpeaker } from '../people/unnamed.ts';
import { sayingIn, type Saying } from '../answering/phrases/saying.ts';
import type { ContextTurn } from '../rapporteur.ts';
import {
  inSequence,
  interpretation,
  quoteText,
  speakerAndRole,
  titleAndDay,
  turnAndTime,
  viewQuote,
  type QuoteView,
} from './quote-view.ts';
import type { Panel } from './reply.ts';

export interface AnswerView {
  /** `nearest` is neither: something was found, and nothing of it is sure to answer. */
  status: Answer['status'];
  /** Prose with `[1]` marks; empty lines part paragraphs. */
  prose: string;
  quotes: QuoteView[];
  /** The quotes in rows, where a place can show them so; null where they are not in rows. */
  table: TableView | null;
  /** How much was said of it in all, in a sentence; null where no more is on record or the prose says so. */
  extent: string | null;
  /** What the AI-written report says, labelled as such; never speech. */
  report: ReportView[];
  /** What is not the answer: passages that come nearest, or who else spoke of it. */
  related: QuoteView[];
  /** Stands above `related`, so that nobody takes it for the answer. */
  relatedHeading: string;
  /** How much more there is, and how to see it; null where all is shown. */
  further: string | null;
  /** One line about what went wrong on the way, or null. */
  notice: string | null;
  /** Where the answer can be read again, or null; for who sees an answer that others see too. */
  page: string | null;
}

export interface TableView {
  /** Stands above it in place of the prose. */
  caption: string;
  /** Names of the columns: the cells, and where any row has a quote, the words and where they stand. */
  head: string[];
  /** `quote` is null where nothing is quoted, and the last cell says so. */
  rows: { cells: string[]; quote: QuoteView | null }[];
}

export interface ReportView {
  /** `AI-written report · takeaway · Open data for rivers · 4 March 2025`. */
  label: string;
  /** The same where the session is named already: `AI-written report · takeaway`. */
  shortLabel: string;
  text: string;
  session: SessionRef;
  /** Of the session, in words; null where it has no date. */
  day: string | null;
}

export function viewAnswer(answer: Answer): AnswerView {
  const say = sayingIn(answer.language ?? 'en');
  const isNearest = answer.status === 'nearest';
  const related = isNearest ? answer.related.slice(0, mostNearest) : answer.related;
  const quotes = answer.quotes.map((quote) => viewQuote(quote, `q${quote.n}`, `[${quote.n}]`, say));
  return {
    status: answer.status,
    prose: answer.text,
    quotes,
    table: answer.table === undefined ? null : tableView(answer.table, quotes, say),
    extent: extentOf(answer, say),
    report: answer.report.map((item) => ({
      label: [...sourceAndKind(item, say), titleAndDay(item.session, say)].join(' · '),
      shortLabel: sourceAndKind(item, say).join(' · '),
      text:
        item.speakers.length > 0 && !(answer.report.length === 1 && isNamedIn(answer.text, item.speakers))
          ? `${item.text}\n(${item.speakers.join(', ')})`
          : item.text,
      session: item.session,
      day: item.session.date === null ? null : say.day(item.session.date),
    })),
    related: related.map((quote, index) => viewQuote(quote, `r${index + 1}`, '', say)),
    relatedHeading: isNearest ? say('nearestHeading') : say('elsewhereHeading'),
    further: answer.more === undefined ? null : say('furtherOnes', { count: answer.more }),
    notice: answer.notice ?? null,
    page: answer.page ?? null,
  };
}

function tableView({ caption, head, rows }: AnswerTable, quotes: QuoteView[], say: Saying): TableView {
  return {
    caption,
    head: rows.some(({ n }) => n !== null) ? [...head, say('columnWhere')] : head,
    rows: rows.map(({ cells, n }) => ({ cells, quote: quotes.find(({ mark }) => mark === `[${n}]`) ?? null })),
  };
}

function isNamedIn(text: string, names: string[]): boolean {
  return names.every((name) => text.includes(name));
}

/** Kinds of items have their names in English alone. */
function sourceAndKind({ by, kind }: ReportItem, say: Saying): string[] {
  const source = say(by === 'record' ? 'ofRecord' : 'aiReport');
  return say.language === 'en' ? [source, kind] : [source];
}

/** The quote a `QuoteView.key` of this answer names, or null. */
export function quoteOf(answer: Answer, key: string): Quote | null {
  const number = Number(key.slice(1));
  return (key.startsWith('r') ? answer.related[number - 1] : answer.quotes.find((quote) => quote.n === number)) ?? null;
}

/** A whole answer as plain text: fallback text, the file of a long answer. */
export function answerText(view: AnswerView): string {
  return joinParts([
    view.notice ?? '',
    view.prose,
    ...inSequence(view.quotes).map((quote) => quoteText(quote)),
    view.extent ?? '',
    ...view.report.map((item) => `${item.label}\n${item.text}`),
    view.related.length === 0 ? '' : view.relatedHeading,
    ...inSequence(view.related).map((quote) => quoteText(quote)),
    view.further ?? '',
  ]);
}

export interface VerificationView {
  /** What was found, in a sentence. */
  verdict: string;
  found: QuoteView | null;
  /** Whose the words are, what turns them, and what was said where the quotation has something else: one sentence each. */
  differences: string[];
  /** That a former version of a record had the words, in a sentence; null where none had, or where they stand today. */
  formerly: string | null;
  /** All that is to be known besides, for who does not see the quote laid out. */
  notes: string[];
}

/** `where` was looked, in English: a place sees the sessions open to it, a terminal all there are. */
export function viewVerification(verification: Verification, where = 'in the sessions open here'): VerificationView {
  const { found, elided, language = 'en', notice } = verification;
  const say = sayingIn(language);
  const verdicts = {
    verbatim: say('wordsSaid'),
    altered: say(elided ? 'wordsElided' : 'wordsAltered'),
    not_found: notFoundIn(verification, where, say),
  };
  const verdict = verdicts[verification.verdict];
  const formerly = verification.formerly ? formerlyInWords(verification.formerly, say) : null;
  return {
    verdict: notice === undefined ? verdict : `${notice} ${verdict}`,
    found: found && viewQuote({ ...found, n: 0, role: null }, 'v', '', say),
    differences: [
      ...notesOn(verification, say),
      ...verification.differences.map(({ said, quoted }) => {
        if (said === '') return say('wasNotSaid', { quoted });
        return quoted === '' ? say('wasLeftOut', { said }) : say('wasInstead', { said, quoted });
      }),
    ],
    formerly,
    notes: [
      ...notesOn(verification, say),
      ...(found?.speaker === null ? [say('speakerNotTold')] : []),
      ...(found?.spokenIn === undefined ? [] : [say('isInterpreted')]),
      ...(formerly === null ? [] : [formerly]),
    ],
  };
}

/** `Not in today's record, but its version 1 of 3 May 2025 had them, exactly so: Ana Ruiz, turn 4, “Night trains · 2 May 2025”.` */
function formerlyInWords({ session, number, broughtIn, speaker, label, turn }: FormerWords, say: Saying): string {
  const day = broughtIn === null ? '' : say('ofDay', { day: say.day(broughtIn.slice(0, 10)) });
  const name =
    say.language === 'en'
      ? shownSpeaker({ speaker, label })
      : say.called({ speaker, ...(label !== undefined && { label }) });
  const where = `${name}, ${say('turn', { turn: turn + 1 })}, “${titleAndDay(session, say)}”`;
  return say('formerly', { number, day, where });
}

function notFoundIn({ words, why }: Verification, where: string, say: Saying): string {
  const reasons = {
    'nothing to look in': say('whyNothing'),
    'only a report': say('whyOnlyReport'),
    'another language': say('whyLanguage'),
    'masked names': say('whyMasked'),
  };
  const because = reasons[why ?? 'nothing to look in'];
  if (say.language !== 'en') {
    const looked = say('recordsHere');
    return words === 'cannot tell'
      ? say('wordsNotTold', { where: looked, why: because })
      : say('wordsNotFound', { where: looked });
  }
  if (words !== 'cannot tell') return `These words were not found ${where}.`;
  return `Whether these words were said ${where} cannot be told: ${because}.`;
}

/** What is to be known besides whether the words are there: whose they are, what turns them, what the report has of them. */
function notesOn(verification: Verification, say: Saying): string[] {
  const { verdict, givenTo, ofSpeaker, ofSession, found, by = [], beside, report = [], parts = [] } = verification;
  const called = (quote: Pick<Quote, 'speaker'>) => say.called({ speaker: quote.speaker });
  const others = [...new Set(by.map(called))];
  const reported = [...new Set(report.flatMap(({ speakers }) => speakers))];
  const apart = parts.map((part) => `${called(part)}, ${say('turn', { turn: part.turn + 1 })}`);
  const byReport = reported.length > 0 ? say('reportGivesThem', { names: reported.join(', ') }) : say('reportHasThem');
  return [
    ofSpeaker === false && found && parts.length === 0
      ? say('notOf', { asked: givenTo ?? '', names: called(found) })
      : '',
    ofSession === false ? say('notInThat') : '',
    verdict === 'verbatim' && others.length > 1
      ? say('severalSaid', { number: others.length, names: others.join(', ') })
      : '',
    parts.length > 0 ? say('saidApart', { names: [...new Set(apart)].join('; ') }) : '',
    beside ? say('besideChanges', { words: [beside.before, '…', beside.after].filter(Boolean).join(' ') }) : '',
    report.length > 0 ? byReport : '',
  ].filter(Boolean);
}

export function verificationText(view: VerificationView): string {
  return joinParts([
    view.verdict,
    view.found ? quoteText(view.found) : '',
    view.differences.map((line) => `- ${line}`).join('\n'),
    view.formerly ?? '',
  ]);
}

/** Turns around a quote; `isQuoted` marks the one it is from, and `quoted` says where in its text the words stand. */
export interface ContextView {
  /** `Open data for rivers · 4 March 2025`. */
  heading: string;
  turns: {
    speaker: string;
    text: string;
    where: string;
    turn: number;
    isQuoted: boolean;
    quoted: { start: number; end: number } | null;
  }[];
  hasEarlier: boolean;
  hasLater: boolean;
}

/** `last` is the last turn that was asked for: fewer turns mean that the session ends there. */
export function viewContext(
  quote: Pick<Quote, 'session' | 'turn' | 'start' | 'end'>,
  turns: ContextTurn[],
  last: number,
): ContextView {
  return {
    heading: titleAndDay(quote.session),
    turns: turns.map((turn) => ({
      speaker: speakerAndRole(turn.speaker, turn.role),
      text: turn.text,
      where: [
        quote.session.chathamHouse ? 'Chatham House Rule' : turnAndTime(turn.turn, turn.time),
        interpretation(turn.spokenIn),
      ]
        .filter(Boolean)
        .join(' · '),
      turn: turn.turn,
      isQuoted: turn.turn === quote.turn,
      quoted: turn.turn === quote.turn ? { start: quote.start, end: quote.end } : null,
    })),
    // Under the Chatham House rule turns are in no order.
    hasEarlier: !quote.session.chathamHouse && (turns[0]?.turn ?? 0) > 0,
    hasLater: !quote.session.chathamHouse && turns.at(-1)?.turn === last,
  };
}

export function panelText(panel: Panel): string {
  return joinParts([panel.title, panel.lines.map((line) => `- ${line}`).join('\n')]);
}

/** Page `wanted` (counted from 0) of `items`, and how many pages there are; a page past the end is the last. */
export function page<T>(items: T[], wanted: number, perPage: number): { items: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const shown = Math.min(Math.max(wanted, 0), pages - 1);
  return { items: items.slice(shown * perPage, (shown + 1) * perPage), page: shown, pages };
}

/** As many as are shown of what comes nearest: more would look like an answer. */
const mostNearest = 3;

function extentOf({ text, extent }: Answer, say: Saying): string | null {
  // Words that were found one by one stand together in no turn; that is not to be told as "0 turns".
  if (extent === undefined || extent.turns === 0 || numbersIn(text.replaceAll(/\[\d+\]/gu, '')).includes(extent.turns))
    return null;
  if (say.language !== 'en') return say('inAll', { turns: extent.turns, sessions: extent.sessions });
  const [turns, sessions] = [count(extent.turns, 'turn'), count(extent.sessions, 'session')];
  return `In all, ${turns} in ${sessions} ${extent.turns === 1 ? 'speaks' : 'speak'} of it.`;
}

/** Whole numbers of a text, thousands parted or not. */
function numbersIn(text: string): number[] {
  return (text.match(/\d[\d,.]*/gu) ?? []).map((digits) => Number(digits.replaceAll(/[,.]/gu, '')));
}

function count(number: number, of: string): string {
  return `${number.toLocaleString('en')} ${of}${number === 1 ? '' : 's'}`;
}

function joinParts(parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
