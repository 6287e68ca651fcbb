/** How words that were given out stand in the records of today: as they were, changed, said by somebody else, or not at all. */
import { setImmediate } from 'node:timers/promises';
import { withMasksShown } from '../../access/masking.ts';
import type { GivenWords, Quote, Standing } from '../../answer.ts';
import type { Session } from '../../session.ts';
import { anchorOf, findAnchor, type AnchoredPlace } from '../../words/anchor.ts';
import type { Ground } from '../ground.ts';
import { quoteAt, secondsAt } from '../quotes/quote.ts';
import { compareQuotation, comparing, placeOfWords, type Comparison } from './verify.ts';

type Place = NonNullable<Comparison['place']>;
type Looked = Pick<Ground, 'library' | 'open'>;

/** One for each of the words given, in their order. */
export async function standingOf(given: GivenWords[], { library, open }: Looked): Promise<Standing[]> {
  const seen = [...new Set(given.map(({ session }) => session.id))].filter((id) => library.sees([id]));
  const sessions = new Map((await open(seen)).map(({ session }) => [session.id, session]));
  const standings: Standing[] = [];
  for (const words of given) {
    const session = sessions.get(words.session.id);
    const isClosed = session === undefined || (session.chathamHouse && !words.session.chathamHouse);
    standings.push(isClosed ? { outcome: 'closed' } : await standingIn(session, words, { library, open }));
  }
  return standings;
}

async function standingIn(session: Session, given: GivenWords, looked: Looked): Promise<Standing> {
  const place = await placeNow(session, given, looked);
  if (place === null) return { outcome: 'gone' };
  const now = quoted(session, place);
  if (!isAlike(withMasksShown(now.text), given.text)) return { outcome: 'changed', now };
  if (!session.chathamHouse && calledIn(now) !== calledIn(given)) return { outcome: 'speaker', now };
  const official = await officially(session, given, looked);
  return official ? { outcome: 'official', now, official } : { outcome: 'same', now };
}

/** Where the words are now, or what stands in their place; null where neither is there. */
async function placeNow(session: Session, given: GivenWords, looked: Looked): Promise<Place | null> {
  const { turns } = session;
  const isThere = withMasksShown(turns[given.turn]?.text.slice(given.start, given.end) ?? '') === given.text;
  const { version } = given.session;
  if (isThere && (version === undefined || version === session.version)) return given;
  const former = await formerly(session, given, looked);
  const anchor = given.anchor ?? (former && anchorOf(former.turns, given));
  const found = anchor ? findAnchor(anchor, turns) : null;
  const place = found && found.outcome !== 'gone' ? inOneTurn(turns, found.place) : null;
  if (place) return withItsPoint(turns[place.turn]!.text, place, given.text);
  if (isThere) return given;
  return placeOfWords(given.text, turns.entries()) ?? (await nearest(given.text, turns)).place;
}

/** The version of the record that the words were taken from; null where it is not kept. */
async function formerly(
  session: Session,
  { session: { version }, turn, end }: GivenWords,
  { library }: Looked,
): Promise<Session | null> {
  if (version === undefined) return null;
  const ref = (await library.versions([session.id])).find(({ hash }) => hash.startsWith(version));
  const former = ref && (await library.version(session.id, ref.number));
  return former && (former.turns[turn]?.text.length ?? 0) >= end ? former : null;
}

/** An anchor tells letters; the full stop after them, or the mark before, belongs to the words where it was given with them. */
function withItsPoint(text: string, place: Place, given: string): Place {
  const start = text.lastIndexOf(given, place.start);
  const isAround = start !== -1 && start + given.length >= place.end;
  if (isAround) return { ...place, start, end: start + given.length };
  const isEnded = endOfSentence.test(given.slice(-1)) && endOfSentence.test(text.charAt(place.end));
  return isEnded ? { ...place, end: place.end + 1 } : place;
}

const endOfSentence = /[.!?…。！？؟]/u;

/** A quote is of one turn: of several, what stands in the first. */
function inOneTurn(turns: Session['turns'], { from, to }: AnchoredPlace): Place | null {
  for (let turn = from.turn; turn <= to.turn; turn += 1) {
    const { text } = turns[turn]!;
    const edges = { start: turn === from.turn ? from.offset : 0, end: turn === to.turn ? to.offset : text.length };
    const words = text.slice(edges.start, edges.end);
    const start = edges.start + (words.length - words.trimStart().length);
    const end = edges.end - (words.length - words.trimEnd().length);
    if (start < end && /[\p{L}\p{N}]/u.test(words)) return { turn, start, end };
  }
  return null;
}

/** What an official record of the session has in their place, where it has other words. */
async function officially(
  { links = [] }: Session,
  { text }: GivenWords,
  { library, open }: Looked,
): Promise<Omit<Quote, 'n'> | null> {
  const ids = links.flatMap(({ session, theirs }) => (theirs === 'official record' ? session : []));
  for (const { session } of await open(ids.filter((id) => library.sees([id])))) {
    const { verdict, place } = await nearest(text, session.turns);
    if (verdict === 'altered' && place) return quoted(session, place);
  }
  return null;
}

/** In steps, since others ask meanwhile, and of the longest records not to the end. */
async function nearest(text: string, turns: Session['turns']): Promise<Comparison> {
  const steps = comparing(text, turns.entries(), { pairs: mostPairs });
  for (let count = 1; ; count += 1) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (count % stepsAtOnce === 0) await setImmediate();
  }
}

const mostPairs = 20_000_000;
const stepsAtOnce = 200;

/** Letter for letter, figure for figure; case and punctuation do not count. */
function isAlike(one: string, other: string): boolean {
  const has = (text: string, words: string) => compareQuotation(words, [[0, { text }]]).verdict === 'verbatim';
  return one === other || (has(one, other) && has(other, one));
}

function quoted(session: Session, place: Place): Omit<Quote, 'n'> {
  const turn = session.turns[place.turn]!;
  return quoteAt(session, turn, { ...place, seconds: secondsAt(turn, place.start) });
}

function calledIn({ speaker, label }: Pick<Quote, 'speaker' | 'label'>): string {
  return speaker ?? label ?? '';
}
