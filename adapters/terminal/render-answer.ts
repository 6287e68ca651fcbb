/** Answers, verifications and hits as text for a terminal: the answer first, then the words it rests on. */
import { renderRows } from './render-rows.ts';
import { widthOf } from './width.ts';
import type { Answer, Hit, Verification } from '../../src/answer.ts';
import { viewAnswer, viewVerification, type ReportView } from '../../src/chat/answer-view.ts';
import {
  askedText,
  below,
  interpretation,
  isSameSession,
  recordInWords,
  titleAndDay,
  placeOf,
  type QuoteView,
} from '../../src/chat/quote-view.ts';
import { viewQuotes } from '../../src/chat/quotes-view.ts';
import type { FoundQuotes, QuotesQuery } from '../../src/rapporteur.ts';
import { cutMiddle, cutTo, isRightToLeft, paragraphs, safe, style, wrap, type Look } from './columns.ts';

export function renderAnswer(answer: Answer, look: Look): string {
  const view = viewAnswer(answer);
  const rows = view.table === null ? null : renderRows(view.table, look);
  const prose = wrap(rows === null ? view.prose : view.table!.caption, look);
  const title = titleBeside(prose, view.quotes, look);
  // The report names its session where nothing above does.
  const isTitled = title !== null || isOfSessions(view.report, view.quotes);
  // Where the prose itself says what the words below it are, no heading says it again.
  const heading = view.related.length > 0 && !/[:：]$/u.test(view.prose) ? view.relatedHeading : '';
  const isHeaded = view.status !== 'not_found' && heading !== '';
  return paragraphs([
    prose + style('dim', prose === '' ? (title ?? '').replace(' · ', '') : (title ?? ''), look),
    ...(rows === null ? renderQuotes(view.quotes, look, { named: view.prose, isTitled }) : [rows]),
    view.extent === null ? '' : wrap(view.extent, look),
    ...renderReport(view.report, title === null ? [] : view.quotes, look),
    isHeaded ? style('bold', wrap(heading, look), look) : '',
    ...renderQuotes(view.related, look, { named: '', isTitled: isNamedIn(view.prose, view.related) }),
    view.further === null ? '' : style('dim', wrap(view.further, look), look),
    view.notice === null ? '' : style('yellow', wrap(view.notice, look), look),
  ]);
}

/** The title of the one session that is quoted, on the last line of the prose where it has room; null where it has none. */
function titleBeside(prose: string, quotes: QuoteView[], look: Look): string | null {
  const [first] = quotes;
  const last = prose.slice(prose.lastIndexOf('\n') + 1);
  if (!first || !quotes.every((quote) => isSameSession(quote, first)) || isRightToLeft(last)) return null;
  const room = look.columns - widthOf(last) - ' · '.length;
  return room < leastTitle ? null : ` · ${shortTitle(first, room)}`;
}

/** In columns: a shorter title says nothing. */
const leastTitle = 36;

function isOfSessions(report: ReportView[], quotes: QuoteView[]): boolean {
  const named = new Set(report.map(({ session }) => session.id));
  return quotes.length > 0 && quotes.every(({ session }) => named.has(session.id));
}

function isNamedIn(prose: string, quotes: QuoteView[]): boolean {
  return quotes.length > 0 && quotes.every(({ session }) => prose.includes(session.title));
}

export function renderVerification(verification: Verification, look: Look): string {
  const view = viewVerification(verification, 'in the library');
  return paragraphs([
    style('bold', wrap(view.verdict, look), look),
    ...renderQuotes(view.found ? [view.found] : [], look),
    view.differences.map((difference) => wrap(`- ${difference}`, look)).join('\n'),
    view.formerly === null ? '' : style('yellow', wrap(view.formerly, look), look),
  ]);
}

export function renderQuotesFound(query: QuotesQuery, found: FoundQuotes, page: number, look: Look): string {
  const view = viewQuotes(query, found, () => `--page ${page + 1}`);
  return paragraphs([
    style('bold', wrap(view.heading, look), look),
    ...renderQuotes(view.quotes, look),
    view.rest === null ? '' : wrap(view.rest, look),
  ]);
}

/** Turn by turn who says what, a session's title once above the hits of it that follow each other. */
export function renderHits(hits: Hit[], look: Look): string {
  if (hits.length === 0) return 'Nothing was found.';
  return paragraphs(
    hits.map(({ session, parts, by }, index) => {
      const isSame = hits[index - 1]?.session.id === session.id;
      return [
        ...(isSame ? [] : [style('bold', wrap(titleAndDay(session), look), look)]),
        ...(by === 'meaning' ? [style('yellow', 'near in meaning, in other words:', look)] : []),
        ...parts.flatMap(({ speaker, role, turn, time, pageNumber, text, spokenIn, record }) => [
          speakerLine(
            speaker ?? 'Unknown speaker',
            role,
            `(${[
              session.chathamHouse ? 'Chatham House Rule' : placeOf({ turn, time, pageNumber }),
              interpretation(spokenIn),
              recordInWords(record),
            ]
              .filter(Boolean)
              .join(' · ')})`,
            look,
          ),
          wrap(text, look, '    '),
        ]),
      ].join('\n');
    }),
  );
}

/** What is said above the quotes already. */
interface Above {
  /** Prose that names speakers by their marks. */
  named: string;
  /** The session's title stands there. */
  isTitled: boolean;
}

/**
 * The words, then who said them and in which turn, on the same line where it is free, as in a book: most of what
 * is on the screen is what was said. A role stands with the first words of its speaker where there is room, a session's
 * title once.
 */
function renderQuotes(quotes: QuoteView[], look: Look, said: Above = { named: '', isTitled: false }): string[] {
  return quotes.map((quote, index) => {
    const [above, next] = [quotes[index - 1], quotes[index + 1]];
    const { mark, text, asked, url, address, speaker } = below(quote, above);
    const indent = ' '.repeat(Math.max(4, mark.length + 1));
    const first = mark === '' ? indent : `${mark} `.padEnd(indent.length);
    const isKnown = quotes.slice(0, index).some((earlier) => earlier.speaker === speaker);
    const shown = isKnown ? { ...quote, role: null } : quote;
    const isNamed = mark !== '' && said.named.includes(quote.name) && said.named.includes(mark);
    const closes = !said.isTitled && !(next !== undefined && isSameSession(quote, next));
    return [
      ...(asked === null ? [] : [style('dim', wrap(askedText(asked), look, indent), look)]),
      attributed(wrap(`“${text}”`, look, indent, first), shown, { indent, look, isNamed, closes }),
      ...[address, url].flatMap((to) => (to === null ? [] : [style('dim', `${indent}${safe(to)}`, look)])),
    ].join('\n');
  });
}

interface Attribution {
  indent: string;
  look: Look;
  /** The prose names the speaker by the quote's mark. */
  isNamed: boolean;
  /** The session's title follows. */
  closes: boolean;
}

/** `words`, laid out already, and who said them: after them where there is room, or else on a line of its own. */
function attributed(words: string, quote: QuoteView, { indent, look, isNamed, closes }: Attribution): string {
  const { name, role, place, found } = quote;
  const where = found === null ? place : `${place}, ${found}`;
  const by = (who: (string | null)[]) =>
    safe(`— ${who.filter((part) => part !== null).join(', ')}`).replaceAll(/\s+/gu, ' ');
  const last = words.slice(words.lastIndexOf('\n') + 1);
  const room = isRightToLeft(last) ? 0 : look.columns - widthOf(last) - ' '.length;
  const ways = [by([name, role, where]), by([name, where]), ...(isNamed ? [by([where])] : [])];
  const fitting = ways.find((one) => widthOf(one) <= room);
  const width = look.columns - indent.length;
  const titled = (line: string) =>
    closes ? `${line}\n${style('dim', indent + shortTitle(quote, width), look)}` : line;
  if (fitting !== undefined) return titled(`${words} ${style('cyan', fitting, look)}`);
  // The last word goes down to who said it, as it would in a book.
  const { above, word } = lastWordOf(words, indent);
  const isCarried = word !== '' && words.includes('\n') && !isRightToLeft(last);
  const begun = isCarried ? `${above}\n${indent}${word} ` : `${words}\n${indent}`;
  const left = width - (isCarried ? widthOf(word) + 1 : 0);
  const short = by([name, where]);
  const roomForTitle = left - widthOf(short) - ' · '.length;
  if (closes && roomForTitle >= leastTitle)
    return `${begun}${style('cyan', short, look)}${style('dim', ` · ${shortTitle(quote, roomForTitle)}`, look)}`;
  // A role may be cut, a name never.
  const shortened = cutTo(by([name, role]), left - widthOf(where) - ', '.length);
  const line = shortened.startsWith(`${by([name])},`) ? `${shortened}, ${where}` : short;
  return titled(
    widthOf(line) <= left
      ? begun + style('cyan', line, look)
      : `${words}\n${style('cyan', wrap(line, look, indent), look)}`,
  );
}

/** Words laid out already, without the last of their last line; the word is empty where the line has no other. */
function lastWordOf(words: string, indent: string): { above: string; word: string } {
  const at = words.lastIndexOf(' ');
  const isInside = at > words.lastIndexOf('\n') + indent.length;
  return isInside ? { above: words.slice(0, at), word: words.slice(at + 1) } : { above: words, word: '' };
}

/** The title on one line with its day, its middle left out where it is long: sessions of a series differ at the end. */
function shortTitle({ session, day }: Pick<QuoteView, 'session' | 'day'>, columns: number): string {
  const dated = day === null ? '' : ` · ${day}`;
  return cutMiddle(session.title, columns - widthOf(dated)) + dated;
}

/** Items of one kind and session share a heading, which names the session where no quote above does: on one line. */
function renderReport(items: ReportView[], quotes: QuoteView[], look: Look): string[] {
  return [...Map.groupBy(items, ({ label }) => label)].map(([label, alike]) => {
    const [{ session, shortLabel, day }] = alike as [ReportView];
    const isNamed = quotes.some((quote) => quote.session.id === session.id);
    const room = look.columns - widthOf(shortLabel) - ' · '.length;
    const heading = isNamed
      ? shortLabel
      : room < leastTitle
        ? label
        : `${shortLabel} · ${shortTitle({ session, day }, room)}`;
    return [
      style('dim', wrap(heading, look), look),
      ...alike.map(({ text }) => wrap(text, look, '  ', alike.length > 1 ? '- ' : '  ')),
    ].join('\n');
  });
}

/** Speaker and place on one line, the role too where it is short enough to fit there. */
function speakerLine(speaker: string, role: string | null, place: string, look: Look): string {
  const whole = `${speaker}, ${role} ${place}`;
  const line = role !== null && widthOf(whole) <= look.columns ? whole : `${speaker} ${place}`;
  return style('cyan', wrap(line, look), look);
}
