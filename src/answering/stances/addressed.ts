/** Of whom something is demanded: "What does she want the towns to do?", "We call on all towns, ports and guilds to …". */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';

/** Whether a demand is made of those whom the question names; null where it names nobody. */
export function addressedIn(question: string): ((sentence: string) => boolean) | null {
  const taken = asksOf.first(textOf(question))?.taken ?? '';
  const named = wordsIn(taken).filter((word) => !anybody.has(word));
  if (named.length === 0) return null;
  return (sentence) =>
    demandsOf.all(textOf(sentence)).some(({ start, end }) => {
      const addressed = new Set(wordsIn(sentence.slice(start, end)));
      return named.every((word) => addressed.has(word));
    });
}

/** One town is addressed with all of them; their stems would be those of other words too: "government", "governance". */
const wordsIn = (text: string) => textOf(text).words.map(({ word }) => word.replace(/(?<=\p{L}{3})s$/u, ''));

const anybody = new Set(
  wordsIn('all the every any other others us we them they it you him her people everybody everyone anybody one to be'),
);

const asksOf = phrases({
  lines: `
    (~want|~ask|~urge|~request|~advise|~encourage|~expect|call(|s|ed|ing) (on|upon)|appeal(|s|ed|ing) to) <* [*] [*]> to (do|change)
    (~want|~ask|~demand|~request|~expect) (from|of) <* [*] [*]> $
    what (should|must|ought) <* [*] [*]> [to] do`,
});

const demandsOf = phrases({
  lines: `
    (~ask|~urge|~request|~invite|~encourage|~want|call(|s|ed|ing) (on|upon|for)|appeal(|s|ed|ing) to) …16 to
    (~demand|~request|~want) (from|of) * [*] [*] [*] [*]
    * [*] [*] [*] (should|must|shall|ought to|need to|needs to|have to|has to)`,
});
