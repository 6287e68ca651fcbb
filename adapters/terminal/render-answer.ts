/** Answers, verifications and hits as text for a terminal: the answer first, then the words it rests on. */
import widthOf from 'string-width';
import type { Answer, Hit, Verification } from '../../src/answer.ts';
import { viewAnswer, viewVerification, type ReportView } from '../../src/chat/answer-view.ts';
import {
  askedText,
  below,
  interpretation,
  isSameSession,
  recordInWords,
  titleAndDay,
  turnAndTime,
  type QuoteView,
} from '../../src/chat/quote-view.ts';
import { viewQuotes } from '../../src/chat/quotes-view.ts';
import type { FoundQuotes, QuotesQuery } from '../../src/rapporteur.ts';
import { dayInWords } from '../../src/words/dates.ts';
import { cutMiddle, cutTo, isRightToLeft, paragraphs, safe, style, wrap, type Look } from './columns.ts';

export function renderAnswer(answer: Answer, look: Look): string {
  const view = viewAnswer(answer);
  // Where nothing was found, the prose itself says what the words below it are.
  const heading = view.status !== 'not_found' && view.related.length > 0 ? view.relatedHeading : '';
  return paragraphs([
    wrap(view.prose, look),
    ...renderQuotes(view.quotes, look),
    view.extent === null ? '' : wrap(view.extent, look),
    ...renderReport(view.report, view.quotes, look),
    style('bold', wrap(heading, look), look),
    ...renderQuotes(view.related, look),
    view.notice === null ? '' : style('yellow', wrap(view.notice, look), look),
  ]);
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
        ...parts.flatMap(({ speaker, role, turn, time, text, spokenIn, record }) => [
          speakerLine(
            speaker ?? 'Unknown speaker',
            role,
            `(${[turnAndTime(turn, time), interpretation(spokenIn), recordInWords(record)].filter(Boolean).join(' · ')})`,
            look,
          ),
          wrap(text, look, '    '),
        ]),
      ].join('\n');
    }),
  );
}

/**
 * The words, then who said them and in which turn, on the same line where it is free, as in a book: most of what
 * is on the screen is what was said. A role stands with the first words of its speaker, a session's title once,
 * below the last of its quotes.
 */
function renderQuotes(quotes: QuoteView[], look: Look): string[] {
  return quotes.map((quote, index) => {
    const [above, next] = [quotes[index - 1], quotes[index + 1]];
    const { mark, text, asked, url, address, speaker } = below(quote, above);
    const indent = ' '.repeat(Math.max(4, mark.length + 1));
    const first = mark === '' ? indent : `${mark} `.padEnd(indent.length);
    const isKnown = quotes.slice(0, index).some((earlier) => earlier.speaker === speaker);
    return [
      ...(asked === null ? [] : [style('dim', wrap(askedText(asked), look, indent), look)]),
      attributed(wrap(`“${text}”`, look, indent, first), isKnown ? { ...quote, role: null } : quote, indent, look),
      ...[address, url].flatMap((to) => (to === null ? [] : [style('dim', `${indent}${safe(to)}`, look)])),
      ...(next !== undefined && isSameSession(quote, next)
        ? []
        : [style('dim', indent + shortTitle(quote, look.columns - indent.length), look)]),
    ].join('\n');
  });
}

/** `words`, laid out already, and who said them: after them where there is room, or else on a line of its own. */
function attributed(words: string, { name, role, place, found }: QuoteView, indent: string, look: Look): string {
  const where = found === null ? place : `${place}, ${found}`;
  const by = (who: (string | null)[]) =>
    safe(`— ${who.filter((part) => part !== null).join(', ')}`).replaceAll(/\s+/gu, ' ');
  const last = words.slice(words.lastIndexOf('\n') + 1);
  const room = isRightToLeft(last) ? 0 : look.columns - widthOf(last) - ' '.length;
  const fitting = [by([name, role, where]), by([name, where])].find((one) => widthOf(one) <= room);
  if (fitting !== undefined) return `${words} ${style('cyan', fitting, look)}`;
  // A role may be cut, a name never.
  const shortened = cutTo(by([name, role]), look.columns - indent.length - widthOf(where) - ', '.length);
  const line = shortened.startsWith(by([name])) ? `${shortened}, ${where}` : by([name, where]);
  return `${words}\n${style('cyan', wrap(line, look, indent), look)}`;
}

/** The title on one line with its day, its middle left out where it is long: sessions of a series differ at the end. */
function shortTitle({ session }: QuoteView, columns: number): string {
  const day = session.date === null ? '' : ` · ${dayInWords(session.date)}`;
  return cutMiddle(session.title, columns - widthOf(day)) + day;
}

/** Items of one kind and session share a heading, which names the session where no quote above does. */
function renderReport(items: ReportView[], quotes: QuoteView[], look: Look): string[] {
  return [...Map.groupBy(items, ({ label }) => label)].map(([label, alike]) => {
    const isNamed = quotes.some(({ session }) => session.id === alike[0]!.session.id);
    return [
      style('dim', wrap(isNamed ? alike[0]!.shortLabel : label, look), look),
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
