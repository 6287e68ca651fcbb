/** Did they really say that? A quotation looked up in the sessions that may have it. */
import { setImmediate } from 'node:timers/promises';
import type { Scope, Verification } from '../answer.ts';
import { tellingTerms } from '../retrieval/search.ts';
import { termsOf } from '../words/terms.ts';
import type { Ground } from './ground.ts';
import { quoteAt, secondsAt } from './quote.ts';
import { comparing, nothingFound, type Comparison } from './verify.ts';

export async function verifyQuotation(
  quotation: string,
  { library, open }: Ground,
  scope?: Scope,
): Promise<Verification> {
  const inScope = (await library.sessions(scope)).map(({ id }) => id);
  // The rarest of a long text are found among its first words, and each must be counted.
  const terms = [...new Set(termsOf(quotation))].slice(0, mostTerms);
  const looked = tellingTerms(terms, await library.counts(terms));
  // A quotation of stop words alone has no term to search for; then every session is compared.
  const sessions =
    terms.length === 0
      ? inScope
      : [...new Set((await library.searchWords(looked, mostChunks, scope && inScope)).map(({ session }) => session))];
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
