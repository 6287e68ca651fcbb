/** Did they really say that? A quotation looked up in the sessions that may have it. */
import { maskShown } from '../access/masking.ts';
import type { Verification } from '../answer.ts';
import { tellingTerms } from '../retrieval/search.ts';
import { termsOf } from '../words/terms.ts';
import type { Ground } from './ground.ts';
import { quoteAt, secondsAt } from './quote.ts';
import { compareQuotation, nothingFound, type Comparison } from './verify.ts';

export async function verifyQuotation(given: string, { library, open }: Ground): Promise<Verification> {
  // What is masked is nobody's word.
  const quotation = given.replaceAll(maskShown, ' ');
  // The rarest of a long text are found among its first words, and each must be counted.
  const terms = [...new Set(termsOf(quotation))].slice(0, mostTerms);
  const looked = tellingTerms(terms, await library.counts(terms));
  // A quotation of stop words alone has no term to search for; then every session is compared.
  const sessions =
    terms.length === 0
      ? (await library.sessions()).map(({ id }) => id)
      : [...new Set((await library.searchWords(looked, mostChunks)).map(({ session }) => session))];
  let best: { id: string; comparison: Comparison } | null = null;
  for (let at = 0; at < sessions.length && best?.comparison.verdict !== 'verbatim'; at += openedTogether) {
    for (const { session } of await open(sessions.slice(at, at + openedTogether))) {
      const comparison = compareQuotation(quotation, session.turns.entries());
      if (isBetter(comparison, best?.comparison)) best = { id: session.id, comparison };
    }
  }
  const { verdict, place, differences } = best?.comparison ?? nothingFound;
  if (!best || !place) return { quote: given, verdict, speaker: null, found: null, differences: [] };
  const { session } = (await open([best.id]))[0]!;
  const turn = session.turns[place.turn]!;
  const { role: _role, ...found } = quoteAt(session, turn, { ...place, seconds: secondsAt(turn, place.start) });
  return { quote: given, verdict, speaker: found.speaker, found, differences };
}

const mostTerms = 1000;
const mostChunks = 200;
const openedTogether = 8;

/** The first that is verbatim; otherwise the altered one with the fewest differences. */
function isBetter(one: Comparison, best: Comparison | undefined): boolean {
  if (best?.verdict === 'verbatim' || one.verdict === 'not_found') return false;
  if (one.verdict === 'verbatim') return true;
  return !best || one.differences.length < best.differences.length;
}
