/** From a place in a turn to a quote: the only way words become a quotation. */
import { masksIn } from '../../access/masking.ts';
import type { Sentence, Session, Speaker, Turn } from '../../session.ts';
import type { Quote, RecordName } from '../../answer.ts';
import { refOf } from '../../answer.ts';
import { placeOnPage, textFragment } from './text-fragment.ts';

/** The part of a session that a quote is taken from. */
export type Quoted = Pick<
  Session,
  'id' | 'title' | 'date' | 'version' | 'chathamHouse' | 'page' | 'speakers' | 'kind' | 'language' | 'track' | 'links'
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
  const masked = session.chathamHouse ? masksIn(text) : [];
  const record = recordName(session);
  const shown = session.page?.placeBy === 'text' ? session.page.shown : undefined;
  const onPage = shown ? placeOnPage(shown, place.turn, turn.text, place) : null;
  const pageNumber = onPage ? pageAt(shown?.pages ?? [], onPage.start) : null;
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
    ...(masked.length > 0 && {
      masked: masked.map(([start, end]) => ({ start: place.start + start, end: place.start + end })),
    }),
    time: place.seconds,
    url: addressOf(session.page, turn, place, { onPage, pageNumber }),
    ...(pageNumber !== null && { pageNumber }),
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

/** The page that holds an offset of a document's text, by its number; null where the next page may have begun before it. */
function pageAt(pages: { number: number; at: number }[], offset: number): number | null {
  const index = pages.findLastIndex(({ at }) => at <= offset);
  const [page, next] = [pages[index], pages[index + 1]];
  return page === undefined || (next !== undefined && next.number !== page.number + 1) ? null : page.number;
}

/** Where the source opens at the words: by a text fragment, behind the number of a document's page, or by time. */
function addressOf(
  page: Session['page'],
  turn: Turn,
  place: { turn: number } & Sentence,
  { onPage, pageNumber }: { onPage: { start: number; end: number } | null; pageNumber: number | null },
): string | null {
  if (!page) return null;
  const address = new URL(page.address);
  if (page.placeBy === 'seconds') {
    if (place.seconds !== null) address.searchParams.set(page.parameter ?? 't', String(Math.ceil(place.seconds)));
    return address.href;
  }
  address.hash = '';
  const base = `${address.href}#${pageNumber === null ? '' : `page=${pageNumber}`}:~:text=`;
  const room = longestAddress - base.length;
  return base + (onPage ? textFragment(page.shown!.text, onPage, room) : textFragment(turn.text, place, room));
}

/** What a button of Discord takes; elsewhere more would fit. */
const longestAddress = 512;
