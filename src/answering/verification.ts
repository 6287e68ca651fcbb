/** Did they really say that? A quotation looked up in the sessions that may have it. */
import { setImmediate } from 'node:timers/promises';
import { maskShown } from '../access/masking.ts';
import { refOf, type FormerWords, type Verification } from '../answer.ts';
import { tellingTerms } from '../retrieval/search.ts';
import { termsOf } from '../words/terms.ts';
import type { Ground } from './ground.ts';
import { quoteAt, secondsAt } from './quote.ts';
import { comparing, nothingFound, placeOfWords, type Comparison } from './verify.ts';

/** What today's records say of it; where none has the words exactly so, also which former version had them. */
export async function verifyQuotation(given: string, ground: Ground): Promise<Verification> {
  // What is masked is nobody's word.
  const quotation = given.replaceAll(maskShown, ' ');
  const today = { ...(await verifyToday(quotation, ground)), quote: given };
  const formerly = today.verdict === 'verbatim' ? null : await formerWords(quotation, ground);
  return formerly ? { ...today, formerly } : today;
}

async function verifyToday(quotation: string, { library, open }: Ground): Promise<Verification> {
  // The rarest of a long text are found among its first words, and each must be counted.
  const terms = [...new Set(termsOf(quotation))].slice(0, mostTerms);
  const looked = tellingTerms(terms, await library.counts(terms));
  // A quotation of stop words alone has no term to search for; then every session is compared.
  const sessions =
    terms.length === 0
      ? (await library.sessions()).map(({ id }) => id)
      : [...new Set((await library.searchWords(looked, mostChunks)).map(({ session }) => session))];
  const effort = { pairs: mostPairs };
  let best: { id: string; comparison: Comparison } | null = null;
  for (let at = 0; at < sessions.length && best?.comparison.verdict !== 'verbatim'; at += openedTogether) {
    for (const { session } of await open(sessions.slice(at, at + openedTogether))) {
      const comparison = await unhurried(comparing(quotation, session.turns.entries(), effort));
      if (isBetter(comparison, best?.comparison)) best = { id: session.id, comparison };
    }
  }
  const { verdict, place, differences } = best?.comparison ?? nothingFound;
  if (!best || !place) return { quote: quotation, verdict, speaker: null, found: null, differences: [] };
  const { session } = (await open([best.id]))[0]!;
  const turn = session.turns[place.turn]!;
  const { role: _role, ...found } = quoteAt(session, turn, { ...place, seconds: secondsAt(turn, place.start) });
  return { quote: quotation, verdict, speaker: found.speaker, found, differences };
}

/** Former versions are not indexed: each is read, the newest first, until one has the words. */
async function formerWords(quotation: string, { library }: Ground): Promise<FormerWords | null> {
  const former = (await library.versions())
    .filter(({ isNewest }) => !isNewest)
    .toSorted((one, other) => (other.broughtIn ?? '').localeCompare(one.broughtIn ?? ''));
  for (const { session: id, number, broughtIn } of former) {
    // Damage of one hides nothing of the others; `library check` tells of it.
    const version = await library.version(id, number).catch(() => null);
    await setImmediate();
    if (!version) continue;
    const place = placeOfWords(quotation, version.turns.entries());
    if (!place) continue;
    const { speaker, label } = version.turns[place.turn]!;
    return {
      session: refOf(version),
      number,
      broughtIn,
      speaker,
      ...(speaker === null && label && { label }),
      ...place,
    };
  }
  return null;
}

/** Lets others of the thread come in between. */
async function unhurried<T>(steps: Generator<void, T>): Promise<T> {
  let began = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - began < holdMs) continue;
    await setImmediate();
    began = performance.now();
  }
}

const holdMs = 10;
/** Some seconds of work, which only a page of words that are everywhere comes to. */
const mostPairs = 300_000_000;
const mostTerms = 1000;
const mostChunks = 200;
const openedTogether = 8;

/** The first that is verbatim; otherwise the altered one with the fewest differences. */
function isBetter(one: Comparison, best: Comparison | undefined): boolean {
  if (best?.verdict === 'verbatim' || one.verdict === 'not_found') return false;
  if (one.verdict === 'verbatim') return true;
  return !best || one.differences.length < best.differences.length;
}
