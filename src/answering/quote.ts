/** From a place in a turn to a quote: the only way words become a quotation. */
import type { Sentence, Session, Speaker, Turn } from '../session.ts';
import type { Quote, RecordName } from '../answer.ts';
import { refOf } from '../answer.ts';

/** The part of a session that a quote is taken from. */
export type Quoted = Pick<
  Session,
  'id' | 'title' | 'date' | 'version' | 'page' | 'speakers' | 'kind' | 'language' | 'track' | 'links'
>;

/**
 * The quote of `turn.text.slice(start, end)`. Throws when the place is empty or outside the turn, so that
 * nothing but words that were said can be printed as such.
 */
export function quoteAt(session: Quoted, turn: Turn, place: { turn: number } & Sentence): Omit<Quote, 'n'> {
  const text = turn.text.slice(place.start, place.end);
  if (text.trim() === '' || place.start < 0 || place.end > turn.text.length) {
    throw new RangeError(
      `Session ${session.id}, turn ${place.turn}: there are no words at ${place.start} to ${place.end}.`,
    );
  }
  const record = recordName(session);
  return {
    text,
    speaker: turn.speaker,
    ...(turn.speaker === null && turn.label !== undefined && { label: turn.label }),
    ...(turn.spokenIn !== undefined && { spokenIn: turn.spokenIn }),
    ...(record && { record }),
    role: speakerNamed(session.speakers, turn.speaker)?.role ?? null,
    session: refOf(session),
    turn: place.turn,
    start: place.start,
    end: place.end,
    time: place.seconds,
    url: addressOf(session.page, text, place.seconds),
  };
}

/** Null where the session has no other record, and the words of this one are those of the floor for all it says. */
function recordName({ kind, language, track, links = [] }: Quoted): RecordName | null {
  if (links.length === 0 && track !== 'interpretation') return null;
  const told = links.map(({ ours }) => ours).find((role) => role !== 'record');
  return { as: told ?? track ?? 'record', kind, language };
}

/** Seconds of the last known time at or before `offset`, or null where there is none. */
export function secondsAt({ times }: Pick<Turn, 'times'>, offset: number): number | null {
  return times.findLast((time) => time.offset <= offset)?.seconds ?? null;
}

function speakerNamed(speakers: Speaker[], name: string | null): Speaker | undefined {
  return speakers.find((speaker) => speaker.name === name);
}

/** Where the source opens at the words: by a text fragment (https://wicg.github.io/scroll-to-text-fragment/) or by time. */
function addressOf(page: Session['page'], text: string, seconds: number | null): string | null {
  if (!page) return null;
  if (page.placeBy === 'seconds') {
    const address = new URL(page.address);
    if (seconds !== null) address.searchParams.set('t', String(Math.ceil(seconds)));
    return address.href;
  }
  const address = new URL(page.address);
  address.hash = '';
  return `${address.href}#:~:text=${textFragment(text)}`;
}

/** Long quotations are named by their first and last words, which a browser finds across line ends and markup. */
function textFragment(text: string): string {
  const words = text.trim().split(/\s+/);
  const encode = (part: string[]) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D');
  return words.length <= 10 ? encode(words) : `${encode(words.slice(0, 5))},${encode(words.slice(-5))}`;
}
