/** Where a quotation is from, as a note: three forms that delegations, courts and universities use. */
import { shownSpeaker } from '../../people/unnamed.ts';
import { dayInWords } from '../../words/dates.ts';
import { languageName } from '../../words/language.ts';
import { formatTime } from '../../words/timestamp.ts';
import type { Cited } from '../paper.ts';
import { capitalised } from '../../answering/quotes/wording.ts';

export const noteForms = ['un', 'chicago', 'oscola'] as const;
export type NoteForm = (typeof noteForms)[number];

export function noteOf(cited: Cited, form: NoteForm): string {
  return forms[form](factsOf(cited));
}

interface Facts {
  speaker: string;
  /** Role they spoke in then, or null. */
  capacity: string | null;
  title: string;
  event: string | null;
  day: string | null;
  /** `automatic transcript`, `captions of the interpretation from French`. */
  record: string;
  /** `at 12:34, turn 3`. */
  place: string;
  address: string | null;
  checked: string;
}

const forms: { [form in NoteForm]: (facts: Facts) => string } = {
  un: ({ speaker, capacity, event, title, day, record, place, address, checked }) =>
    ended(
      [
        `Statement by ${capacity === null ? speaker : `${speaker} (${capacity})`}`,
        event,
        title,
        day,
        record,
        place,
        address === null ? null : `available at ${address} (checked on ${checked})`,
      ],
      ', ',
    ),
  chicago: ({ speaker, capacity, event, title, day, record, place, address, checked }) =>
    ended(
      [
        [speaker, capacity].filter(Boolean).join(', '),
        `remarks at ${title}`,
        event,
        day,
        `${record}, ${place}`,
        address === null ? null : `${address} (accessed ${checked})`,
      ],
      ', ',
    ),
  oscola: ({ speaker, capacity, event, title, day, record, place, address, checked }) =>
    ended(
      [
        `${[speaker, capacity].filter(Boolean).join(', ')}, statement at ${title} (${[event, day].filter(Boolean).join(', ') || 'no date'})`,
        `${record}, ${place}`,
        address === null ? null : `<${address}> accessed ${checked}`,
      ],
      ' ',
    ).replace(/\.$/u, ''),
};

function factsOf({ quote, session, checked }: Cited): Facts {
  const { speaker, label, role, spokenIn, time, turn, pageNumber, url, address } = quote;
  const name = shownSpeaker({ speaker, label });
  return {
    speaker: speaker === null && name.startsWith('unknown') ? `an ${name}` : name,
    capacity: speaker === null ? null : role,
    title: session.title,
    event: session.event,
    day: session.date === null ? null : dayInWords(session.date),
    record:
      spokenIn === undefined
        ? session.kind
        : `${session.kind} of the interpretation from ${languageName(spokenIn, 'en')}`,
    place: [
      time === null ? null : `at ${formatTime(time)}`,
      `turn ${turn + 1}`,
      pageNumber === undefined ? null : `p. ${pageNumber}`,
    ]
      .filter(Boolean)
      .join(', '),
    address: address ?? url,
    checked: dayInWords(checked.toISOString().slice(0, 10)),
  };
}

function ended(parts: (string | null)[], between: string): string {
  const text = parts.filter((part) => part !== null).join(between);
  return `${capitalised(text)}.`;
}
