/** Lists and reports as text for a terminal. */
import type { MovedRest } from './commands/shell.ts';
import { confidentialityInWords } from '../../src/access/confidentiality.ts';
import type { Panel } from '../../src/chat/reply.ts';
import type { CheckReport, IngestReport, MoveReport, SessionSummary, SpeakerSummary } from '../../src/rapporteur.ts';
import { shownSpeaker } from '../../src/people/unnamed.ts';
import type { Session, Turn } from '../../src/session.ts';
import { languageName } from '../../src/words/language.ts';
import { formatTime } from '../../src/words/timestamp.ts';
import { paragraphs, safe, style, wrap, type Look } from './columns.ts';
import { capitalised } from '../../src/answering/quotes/wording.ts';

export const howToAdd = 'Add records with: npm start -- ingest <file or folder>';

/** Sessions listed at a time. */
export const perPage = 20;

/** `page` counts from 1; all where it is null. A page past the end is the last. */
export function renderSessions(all: SessionSummary[], look: Look, page: number | null = 1): string {
  if (all.length === 0) return `The library is empty. ${howToAdd}`;
  const pages = Math.ceil(all.length / perPage);
  const shown = page === null ? null : Math.min(page, pages);
  const sessions = shown === null ? all : all.slice((shown - 1) * perPage, shown * perPage);
  const lines = sessions.map(({ id, title, date, kind, turnCount, speakers, origin, confidentiality }) =>
    [
      style('bold', wrap(title, look), look),
      wrap(
        [
          `${date ?? 'no date'}, ${kind}, ${count(turnCount, 'turn')} by ${count(speakers.length, 'speaker')}, id ${id}`,
          ...(origin === undefined ? [] : [`of ${origin}`]),
          ...(confidentiality === undefined ? [] : [confidentialityInWords(confidentiality)]),
        ].join(', '),
        look,
        '    ',
      ),
    ].join('\n'),
  );
  if (shown === null || pages === 1) return lines.join('\n');
  const from = (shown - 1) * perPage + 1;
  const next = shown < pages ? `; the next: sessions --page ${shown + 1}` : '';
  return [
    ...lines,
    wrap(`${from} to ${from + sessions.length - 1} of ${count(all.length, 'session')}${next}`, look),
  ].join('\n');
}

/** What chats show as a list. */
export function renderPanel({ title, lines }: Panel, look: Look): string {
  return [wrap(title, look), ...lines.map((line) => wrap(line, look, '    ', '  '))].join('\n');
}

export function renderSpeakers(speakers: SpeakerSummary[], look: Look): string {
  if (speakers.length === 0) return 'No speaker is named.';
  return speakers
    .map(({ name, otherNames, role, affiliation, sessions, turnCount }) =>
      [
        // The name alone is bold: it is shorter than a line, so that it stands whole at the beginning of the first.
        wrap([name, role, affiliation].filter(Boolean).join(', '), look, '    ', '').replace(safe(name), (whole) =>
          style('bold', whole, look),
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
          wrap(
            [
              session.date,
              session.event,
              session.kind,
              session.source,
              session.chathamHouse ? 'under the Chatham House Rule: turns in no order, names masked' : null,
            ]
              .filter(Boolean)
              .join(', '),
            look,
          ),
          ...(session.links ?? []).map(({ session: other, theirs }) =>
            wrap(`linked with ${other} (${theirs === 'record' ? 'another record of it' : theirs})`, look),
          ),
        ].join('\n')
      : '',
    ...turns.map((each) =>
      [
        style('cyan', safe(session.chathamHouse ? 'A speaker' : `${each.number + 1}. ${headOf(each)}`), look),
        wrap(each.text, look, '    '),
      ].join('\n'),
    ),
  ]);
}

/** Who speaks, when, and in which language where the words are a translation. */
export function headOf({ speaker, label, spokenIn, clock, times }: Turn): string {
  const name = shownSpeaker({ speaker, ...(label !== undefined && { label }) });
  const when = times[0] ? formatTime(times[0].seconds) : clock;
  const facts = [when, spokenIn === undefined ? undefined : `spoke in ${languageName(spokenIn, 'en')}`].filter(Boolean);
  return `${capitalised(name)}${facts.length > 0 ? ` (${facts.join('; ')})` : ''}`;
}

export function renderIngest({ files, aside = [] }: IngestReport, look: Look): string {
  const lines: string[] = [];
  for (const { name, sessions, failure, problems } of files) {
    for (const { outcome, title, id, turnCount, changes = [], alike = [] } of sessions) {
      lines.push(wrap(`${outcome.padEnd(9)} ${title} (${count(turnCount, 'turn')}), id ${id}`, look));
      lines.push(...changes.map((change) => wrap(change, look, '            ', '          ')));
      if (changes.length > 0) lines.push(`          what it was before is kept: npm start -- versions ${id}`);
      for (const other of alike)
        lines.push(
          wrap(`${other.id} may be another record of this session: ${other.why}.`, look, '          '),
          `          To say so: npm start -- link ${id} ${other.id}`,
        );
    }
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
  if (aside.length > 0)
    lines.push(wrap('The invented sample sessions have stepped aside: only your records answer now.', look));
  return lines.join('\n');
}

export function renderCheck({ sessions, chunks, behind, faults }: CheckReport, look: Look): string {
  const looked = `${count(sessions, 'session')} with ${count(chunks, 'chunk')}`;
  const lines =
    faults.length === 0
      ? [`The library is whole: ${looked}.`]
      : [
          ...faults.map(({ what, remedy }) => wrap(`- ${what}\n  mended by: ${remedy}`, look)),
          style('red', `${count(faults.length, 'fault')} in ${looked}`, look),
        ];
  if (behind > 0) lines.push(wrap(renderBehind({ behind, sessions }), look));
  return lines.join('\n');
}

/** How far a library that an earlier version made is brought over. */
export function renderBehind({ behind, sessions }: { behind: number; sessions: number }): string {
  const done = `${sessions - behind} of ${count(sessions, 'session')} ${sessions - behind === 1 ? 'is' : 'are'}`;
  const rest = behind === 0 ? '.' : '; the rest follow as you go on.';
  return `This library was made by an earlier version: ${done} brought over${rest}`;
}

function count(number: number, of: string): string {
  return `${number} ${of}${number === 1 ? '' : 's'}`;
}

export function renderMove({ to, moved, already, problems }: MoveReport, { chats, tokens }: MovedRest): string {
  const before = already > 0 ? `; ${count(already, 'session')} ${already === 1 ? 'was' : 'were'} there already` : '';
  return [
    `Moved ${count(moved, 'session')} to ${to}${before}.`,
    ...problems.map((problem) => `- ${problem}`),
    `Of what chats keep, ${count(chats.moved, 'row')} moved${chats.already > 0 ? `; ${chats.already} there already` : ''}.`,
    ...(tokens > 0
      ? [`${count(tokens, 'token')} of other programs ${tokens === 1 ? 'is' : 'are'} good there too.`]
      : []),
    `To use the library there, set ${to.startsWith('postgres') ? 'LIBRARY_URL' : 'LIBRARY_PATH, without LIBRARY_URL'}.`,
  ].join('\n');
}
