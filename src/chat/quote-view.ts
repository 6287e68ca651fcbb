/** One quote laid out for reading, before any platform's markup. All text is raw: escaping is each platform's own. */
import type { Asked, Passage, RecordName, SessionRef } from '../answer.ts';
import { sayingIn, type Saying } from '../answering/phrases/saying.ts';
import { formatTime } from '../words/timestamp.ts';
import { shownSpeaker } from '../people/unnamed.ts';
import { languageName } from '../words/language.ts';
import { capitalised } from '../answering/quotes/wording.ts';

export interface QuoteView {
  /** Names the quote within its answer, for buttons: `q1`, `r2` for a related one, `v` for a verification's. */
  key: string;
  /** `[1]`; empty for quotes that no prose refers to. */
  mark: string;
  /** The words as spoken, without quotation marks. */
  text: string;
  /** `Ana Ruiz, Chair` or `Unknown speaker`. */
  speaker: string;
  /** `Ana Ruiz`, and `Chair` where it is known. */
  name: string;
  role: string | null;
  /** `Open data for rivers · 4 March 2025`, and `4 March 2025` alone; null where the session has no date. */
  title: string;
  day: string | null;
  /** `turn 13, 12:34`, or `turn 13` where there is no time; with `interpretation from French`, `from the official record` where it is. */
  place: string;
  /** Title and place: `Open data for rivers · 4 March 2025 · turn 13, 12:34`. */
  where: string;
  /** What the words reply to, or null: stands before them, and is never taken for them. */
  asked: AskedView | null;
  /** How a passage was found that may not answer: `found by its words`; null for a quote. */
  found: string | null;
  /** Opens the source at the words, or null. */
  url: string | null;
  /** Tells the words for good, where a reader is served; null otherwise. */
  anchor: string | null;
  /** Opens the words in the reader, or null where it has no public address. */
  address: string | null;
  session: SessionRef;
  /** Counted from 0. */
  turn: number;
}

/** A question in the record, right before the reply that is quoted. */
export interface AskedView {
  /** `Asked by Ana Ruiz`. */
  by: string;
  /** As it was asked, without quotation marks. */
  text: string;
  /** Counted from 0. */
  turn: number;
}

export function viewQuote(quote: Passage, key: string, mark: string, say = sayingIn('en')): QuoteView {
  const { text, url, session, turn, repliesTo, by } = quote;
  const title = titleAndDay(session, say);
  const name = nameOf(quote, say);
  const where = session.chathamHouse ? say('underRule') : placeOf(quote, say);
  const place = [where, interpretation(quote.spokenIn, say), recordInWords(quote.record, say)]
    .filter(Boolean)
    .join(' · ');
  return {
    key,
    mark,
    text,
    speaker: speakerAndRole(name, quote.role),
    name,
    role: quote.speaker === null ? null : quote.role,
    title,
    day: session.date === null ? null : say.day(session.date),
    place,
    where: [shortened(title, longestWhere - place.length), place].join(' · '),
    asked: repliesTo === undefined ? null : viewAsked(repliesTo, say),
    found: by === undefined ? null : say(by === 'words' ? 'byWords' : 'byMeaning'),
    url,
    anchor: quote.anchor ?? null,
    address: quote.address ?? null,
    session,
    turn,
  };
}

function nameOf({ speaker, label, session }: Pick<Passage, 'speaker' | 'label' | 'session'>, say: Saying): string {
  if (session.chathamHouse) return say('aSpeaker');
  const shown = { speaker, ...(label !== undefined && { label }) };
  return capitalised(say.language === 'en' ? shownSpeaker(shown) : say.called(shown));
}

/** The words are not those that were spoken, but what an interpreter or a translator made of them. */
export function interpretation(spokenIn: string | undefined, say = sayingIn('en')): string {
  return spokenIn === undefined ? '' : say('interpretedFrom', { language: languageName(spokenIn, say.language) });
}

/** `from the English interpretation`, `from the official record in French`; empty where the session has one record. */
export function recordInWords(record: RecordName | undefined, say = sayingIn('en')): string {
  if (record === undefined) return '';
  const { as, kind, language } = record;
  if (say.language !== 'en') {
    const from = say(as === 'original' ? 'fromOriginal' : as === 'interpretation' ? 'fromInterpretation' : 'ofRecord');
    return language === null ? from : `${from} (${languageName(language, say.language)})`;
  }
  const name = language === null ? null : languageName(language, 'en');
  if (as === 'original' || as === 'interpretation') return `from the ${name === null ? '' : `${name} `}${as}`;
  return `from the ${as === 'record' ? kind : as}${name === null ? '' : ` in ${name}`}`;
}

/** A title may be cut, what is told of the words never. */
const longestWhere = 190;

function shortened(title: string, most: number): string {
  const letters = Array.from(title);
  return letters.length <= most
    ? title
    : `${letters
        .slice(0, Math.max(most - 1, 20))
        .join('')
        .trimEnd()}…`;
}

/** Quotes as they stand one below the other. */
export function inSequence(quotes: QuoteView[]): QuoteView[] {
  return quotes.map((quote, index) => below(quote, quotes[index - 1]));
}

/** A quote as it stands below another: the session's title and the question that both reply to are not said again. */
export function below(quote: QuoteView, above: QuoteView | undefined): QuoteView {
  if (above === undefined || !isSameSession(quote, above)) return quote;
  const isSameQuestion = quote.asked?.turn === above.asked?.turn && quote.asked?.text === above.asked?.text;
  return { ...quote, where: quote.place, asked: isSameQuestion ? null : quote.asked };
}

export function isSameSession(one: QuoteView, other: QuoteView): boolean {
  return one.session.id === other.session.id && one.title === other.title;
}

/** Where it is from and how it was found, in one line. */
export function whereAndHow({ where, found }: QuoteView): string {
  return found === null ? where : `${where} · ${found}`;
}

/** `Asked by Ana Ruiz: “How deep is it?”`. */
export function askedText({ by, text }: AskedView): string {
  return `${by}: “${text}”`;
}

export function quoteText(quote: QuoteView): string {
  const lines = [
    quote.asked === null ? '' : askedText(quote.asked),
    `${quote.mark} “${quote.text}”`.trimStart(),
    `${quote.speaker} · ${whereAndHow(quote)}`,
    quote.address ?? '',
    quote.url ?? '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

export function speakerAndRole(speaker: string | null, role: string | null): string {
  return speaker === null ? unknown : [speaker, role].filter((part) => part !== null).join(', ');
}

export function titleAndDay(session: SessionRef, say = sayingIn('en')): string {
  return session.date === null ? session.title : `${session.title} · ${say.day(session.date)}`;
}

/** `turn 13, 12:34`, `turn 13, p. 3`. */
export function placeOf(
  { turn, time, pageNumber }: Pick<Passage, 'turn' | 'time'> & { pageNumber?: number | undefined },
  say = sayingIn('en'),
): string {
  const place = turnAndTime(turn, time, say);
  return pageNumber === undefined ? place : `${place}, ${say('page', { page: pageNumber })}`;
}

/** People count turns from 1; `seconds` from the start of the recording. */
export function turnAndTime(turn: number, seconds: number | null, say = sayingIn('en')): string {
  const place = say('turn', { turn: turn + 1 });
  return seconds === null ? place : `${place}, ${formatTime(seconds)}`;
}

function viewAsked({ speaker, text, turn }: Asked, say: Saying): AskedView {
  const name = speaker ?? (say.language === 'en' ? 'somebody who is not named' : say('unknownSpeaker'));
  return { by: say('askedBy', { name }), text, turn };
}

const unknown = 'Unknown speaker';
