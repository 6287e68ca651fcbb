/** Who says the words of somebody else, and says so: "As my colleague said: …". */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';

/** Whether what stands before words in their turn gives them to somebody else than who speaks. */
export function isGivenToAnother(before: string): boolean {
  const text = textOf(before.slice(-farthest));
  return asQuotation.in(text) || (saidBySomebody.in(text) && !ownWords.in(text));
}

/** In characters. */
const farthest = 200;

const lists = {
  saying: `said|says|stated|states|wrote|writes|put it|puts it|remarked|declared|argued|observed|told (us|me|you|them|the *)|a dit|a déclaré
    |a écrit|dijo|ha dicho|declaró|escribió|сказал|сказала|заявил|заявила|писал|писала`,
};
const saidBySomebody = phrases({
  lines:
    '({saying}) [so|very|quite] [well|rightly|earlier|before|yesterday|today|here|this morning] [,] [that|que|что] $',
  lists,
});
const ownWords = phrases({
  lines: `
    (i|we|je|j|nous|я|мы) [*] [*] ({saying}) …3 $
    (yo|nosotros) [*] ({saying}) …3 $`,
  lists,
});
const asQuotation = phrases({
  lines: `
    (i|to|let me|and i|unquote and) quote [him|her|them] [,] $
    (quoting|in the words of|to quote|je cite|cito|цитирую) …5 $`,
});
