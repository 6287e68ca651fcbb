/** Answers and lists as text for a terminal: 80 columns, colours only where they are wanted. */
import { stripVTControlCharacters, styleText } from 'node:util';
import type { Answer, Hit, Verification } from '../../src/answer.ts';
import { viewAnswer, viewVerification, type QuoteView, type ReportView } from '../../src/chat/answer-view.ts';
import type { CheckReport, IngestReport, SessionSummary, SpeakerSummary } from '../../src/rapporteur.ts';
import { shownSpeaker } from '../../src/people/unnamed.ts';
import type { Session, Turn } from '../../src/session.ts';
import { languageName } from '../../src/words/language.ts';
import { formatTime } from '../../src/words/timestamp.ts';

export interface Look {
  /** Widest line, in characters. */
  columns: number;
  colours: boolean;
}

export function renderAnswer(answer: Answer, look: Look): string {
  const view = viewAnswer(answer);
  return paragraphs([
    wrap(view.prose, look),
    ...renderQuotes(view.quotes, look),
    ...renderReport(view.report, look),
    ...renderQuotes(view.related, look),
    view.notice === null ? '' : style('yellow', wrap(view.notice, look), look),
  ]);
}

export function renderVerification(verification: Verification, look: Look): string {
  const view = viewVerification(verification);
  return paragraphs([
    style('bold', wrap(view.verdict, look), look),
    ...renderQuotes(view.found ? [view.found] : [], look),
    view.differences.map((difference) => wrap(`- ${difference}`, look)).join('\n'),
  ]);
}

export function renderHits(hits: Hit[], look: Look): string {
  if (hits.length === 0) return 'Nothing was found.';
  return paragraphs(
    hits.map(({ session, turns, text }) => {
      const where = turns[0] === turns[1] ? `turn ${turns[0] + 1}` : `turns ${turns[0] + 1} to ${turns[1] + 1}`;
      return [
        style('dim', wrap(`${session.title} (${session.id}), ${where}`, look), look),
        wrap(text, look, '    '),
      ].join('\n');
    }),
  );
}

export function renderSessions(sessions: SessionSummary[], look: Look): string {
  if (sessions.length === 0) return 'The library is empty. Add records with: npm start -- ingest <file or folder>';
  return sessions
    .map(({ id, title, date, kind, turnCount, speakers }) =>
      [
        style('bold', wrap(title, look), look),
        wrap(
          `${date ?? 'no date'}, ${kind}, ${count(turnCount, 'turn')} by ${count(speakers.length, 'speaker')}, id ${id}`,
          look,
          '    ',
        ),
      ].join('\n'),
    )
    .join('\n');
}

export function renderSpeakers(speakers: SpeakerSummary[], look: Look): string {
  if (speakers.length === 0) return 'No speaker is named.';
  return speakers
    .map(({ name, otherNames, role, affiliation, sessions, turnCount }) =>
      [
        style('bold', safe(name), look) +
          safe(
            [role, affiliation]
              .filter(Boolean)
              .map((part) => `, ${part}`)
              .join(''),
          ),
        wrap(
          [
            `${count(turnCount, 'turn')} in ${sessions.map(({ title }) => title).join('; ')}`,
            ...(otherNames.length > 0 ? [`also written ${otherNames.join(', ')}`] : []),
          ].join('; '),
          look,
          '    ',
        ),
      ].join('\n'),
    )
    .join('\n');
}

/** The whole session, or one turn of it (counted from 0). */
export function renderSession(session: Session, turn: number | null, look: Look): string {
  const turns = session.turns
    .map((each, number) => ({ ...each, number }))
    .filter(({ number }) => turn === null || number === turn);
  return paragraphs([
    turn === null
      ? [
          style('bold', wrap(session.title, look), look),
          wrap([session.date, session.event, session.kind, session.source].filter(Boolean).join(', '), look),
        ].join('\n')
      : '',
    ...turns.map((each) =>
      [style('cyan', safe(`${each.number + 1}. ${headOf(each)}`), look), wrap(each.text, look, '    ')].join('\n'),
    ),
  ]);
}

/** Who speaks, when, and in which language where the words are a translation. */
function headOf({ speaker, label, spokenIn, clock, times }: Turn): string {
  const name = shownSpeaker({ speaker, ...(label !== undefined && { label }) });
  const when = times[0] ? formatTime(times[0].seconds) : clock;
  const facts = [when, spokenIn === undefined ? undefined : `spoke in ${languageName(spokenIn, 'en')}`].filter(Boolean);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${facts.length > 0 ? ` (${facts.join('; ')})` : ''}`;
}

export function renderIngest({ files }: IngestReport, look: Look): string {
  const lines: string[] = [];
  for (const { name, sessions, failure, problems } of files) {
    for (const { outcome, title, id, turnCount } of sessions)
      lines.push(wrap(`${outcome.padEnd(9)} ${title} (${count(turnCount, 'turn')}), id ${id}`, look));
    if (failure !== null) lines.push(style('red', wrap(`failed    ${name}: ${failure}`, look), look));
    for (const { line, message } of problems)
      lines.push(style('yellow', wrap(`          ${line === null ? '' : `line ${line}: `}${message}`, look), look));
  }
  const outcomes = files.flatMap(({ sessions }) => sessions.map(({ outcome }) => outcome));
  const of = (outcome: string) => outcomes.filter((each) => each === outcome).length;
  const failed = files.filter(({ failure }) => failure !== null).length;
  const problems = files.reduce((sum, file) => sum + file.problems.length, 0);
  lines.push(
    `${of('added')} added, ${of('updated')} updated, ${of('unchanged')} unchanged, ${failed} failed, ${count(problems, 'problem')}`,
  );
  return lines.join('\n');
}

export function renderCheck({ sessions, chunks, faults }: CheckReport, look: Look): string {
  const looked = `${count(sessions, 'session')} with ${count(chunks, 'chunk')}`;
  if (faults.length === 0) return `The library is whole: ${looked}.`;
  return [
    ...faults.map(({ what, remedy }) => wrap(`- ${what}\n  mended by: ${remedy}`, look)),
    style('red', `${count(faults.length, 'fault')} in ${looked}`, look),
  ].join('\n');
}

/** Items of one kind and session share a heading. */
function renderReport(items: ReportView[], look: Look): string[] {
  return [...Map.groupBy(items, ({ label }) => label)].map(([label, alike]) =>
    [
      style('dim', wrap(label, look), look),
      ...alike.map(({ text }) => wrap(alike.length > 1 ? `- ${text.replaceAll('\n', '\n  ')}` : text, look, '    ')),
    ].join('\n'),
  );
}

/** Quotes of one speaker that follow each other share a heading. */
function renderQuotes(quotes: QuoteView[], look: Look): string[] {
  return quotes.map(({ mark, text, speaker, where, url }, index) =>
    [
      ...(quotes[index - 1]?.speaker === speaker ? [] : [style('cyan', wrap(speaker, look), look)]),
      wrap(`${mark} “${text}”`.trim(), look, '    '),
      style('dim', wrap(where, look, '    '), look),
      ...(url === null ? [] : [style('dim', `    ${safe(url)}`, look)]),
    ].join('\n'),
  );
}

function count(number: number, of: string): string {
  return `${number} ${of}${number === 1 ? '' : 's'}`;
}

function paragraphs(parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Breaks at blanks; a word longer than a line keeps a line of its own, so that it can be copied. */
function wrap(text: string, { columns }: Look, indent = ''): string {
  return safe(text)
    .split('\n')
    .map((line) => {
      const lines: string[] = [];
      const start = /^\s*/.exec(line)![0];
      let current = indent + start;
      for (const word of line.trim().split(/ +/)) {
        const longer = current.trim() === '' ? current + word : `${current} ${word}`;
        if (longer.length > columns && current.trim() !== '') {
          lines.push(current);
          current = indent + start + word;
        } else current = longer;
      }
      return [...lines, current].join('\n');
    })
    .join('\n');
}

/** What transcripts and people say cannot move the cursor, change colours or hide text. */
function safe(text: string): string {
  return stripVTControlCharacters(text).replaceAll(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu,
    '',
  );
}

function style(format: Parameters<typeof styleText>[0], text: string, { colours }: Look): string {
  return colours ? styleText(format, text, { validateStream: false }) : text;
}
