/** What was found of a paper, in words: for its margin and for whoever reads the report. */
import { shownSpeaker } from '../people/unnamed.ts';
import type { CheckedFact, CheckedQuotation, DocumentCheck } from '../rapporteur.ts';
import type { DocumentComment, Paragraph } from '../records/documents/paragraph.ts';
import { dayInWords } from '../words/dates.ts';
import { formatTime } from '../words/timestamp.ts';

/** A summary at its beginning, then a comment on each quotation, and on each figure or name that does not hold. */
export function commentsOn(check: DocumentCheck, paragraphs: Paragraph[]): DocumentComment[] {
  const first = paragraphs.findIndex(({ isNote }) => !isNote);
  if (first < 0) return [];
  const summary = {
    paragraph: first,
    start: 0,
    end: paragraphs[first]!.text.length,
    text: summaryOf(check).join('\n'),
  };
  return [
    summary,
    ...check.quotations
      .filter(({ isNote }) => !isNote)
      .map((each) => ({ ...placeOf(each), text: findingOn(each).join('\n') })),
    ...check.facts
      .filter(({ outcome }) => outcome !== 'said')
      .map((each) => ({ ...placeOf(each), text: findingOnFact(each) })),
  ];
}

const placeOf = ({ paragraph, start, end }: CheckedQuotation | CheckedFact) => ({ paragraph, start, end });

/** A line for how many of each there are. */
export function summaryOf({ summary, sessions }: DocumentCheck): string[] {
  const { quotations, exact, ofAnother, altered, absent, untold, terms, facts, wrongFacts, unread } = summary;
  const parts = [
    [exact, exact === 1 ? 'as it was said' : 'as they were said'],
    [ofAnother, 'said by somebody else'],
    [altered, 'not in these words'],
    [absent, 'not found'],
    [untold, 'cannot be told'],
    [terms, 'short or a title, not found'],
  ].flatMap(([number, what]) => (number === 0 ? [] : `${number} ${what}`));
  return [
    `${count(quotations, 'quotation')} looked up in ${count(sessions, 'session')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`,
    ...(facts === 0
      ? []
      : [`${factsGiven(facts)}: ${wrongFacts === 0 ? 'all found' : `${wrongFacts} not found`} in what they said.`]),
    ...(unread === 0 ? [] : ['The paper is longer than is looked through at once; its end was not checked.']),
  ];
}

const factsGiven = (number: number) => `${count(number, 'figure or name', 'figures and names')} given to speakers`;

/** The first line says whether it holds; the others what was said, and where. */
export function findingOn({ outcome, verification }: CheckedQuotation): string[] {
  const { found, differences, givenTo, report = [], elided, beside, formerly } = verification;
  const who = found ? shownSpeaker(found) : '';
  const first = {
    exact: elided ? 'As it was said, with words left out.' : 'As it was said.',
    'of another': `The words are there, but they are not those of ${givenTo}: ${who} said them.`,
    altered: 'Something like it was said, but not in these words.',
    absent: 'These words were not found.',
    untold: 'Whether it was said cannot be told from the sessions here.',
    term: 'Nobody said this word for word; it is short or a title.',
  }[outcome];
  return [
    first,
    ...differences.map(({ said, quoted }) =>
      said === ''
        ? `“${quoted}” was not said.`
        : quoted === ''
          ? `“${said}” was left out.`
          : `“${said}” was said, “${quoted}” is quoted.`,
    ),
    ...(outcome === 'altered' && differences.length === 0
      ? ['Its parts were said, but not one after the other in one turn.']
      : []),
    ...(outcome === 'altered' && found ? [`Said was: “${found.text}”`] : []),
    ...(outcome === 'altered' && verification.ofSpeaker === false && found?.speaker
      ? [`That was ${who}, not ${givenTo}.`]
      : []),
    ...(report.length > 0 ? ['The AI-written report has these words; that is nobody’s speech.'] : []),
    ...(beside && outcome === 'exact'
      ? [`What stands beside it changes its sense: ${[beside.before, '…', beside.after].filter(Boolean).join(' ')}`]
      : []),
    ...(formerly ? [`Version ${formerly.number} of the record had it.`] : []),
    ...(found ? [placeInWords(found)] : []),
  ];
}

export function findingOnFact({ kind, text, givenTo, outcome, found }: CheckedFact): string {
  if (outcome === 'absent')
    return kind === 'figure'
      ? `The figure ${text} was not found in the sessions in which ${givenTo} speaks.`
      : `The name ${text} was not found in the sessions in which ${givenTo} speaks.`;
  return `${text}: ${outcome === 'said' ? '' : `not ${givenTo}, but `}${found ? `${shownSpeaker(found)} said “${found.text}” ${placeInWords(found)}` : ''}`;
}

/** `Ines Okafor, Harbour Council hearing, 14 May 2025, 1:30, turn 4.` */
export function placeInWords(found: NonNullable<CheckedFact['found']>): string {
  const { session, turn, time, url, address } = found;
  const where = [
    shownSpeaker(found),
    session.title,
    session.date === null ? null : dayInWords(session.date),
    time === null ? null : formatTime(time),
    session.chathamHouse ? null : `turn ${turn + 1}`,
  ];
  const link = address ?? url;
  return `${where.filter((part) => part !== null).join(', ')}.${link === null ? '' : ` ${link}`}`;
}

function count(number: number, of: string, many = `${of}s`): string {
  return `${number} ${number === 1 ? of : many}`;
}
