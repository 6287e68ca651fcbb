/** Words that say nothing of themselves in a set phrase: "of course" speaks of no course. */
import { fold, termsOf, wordsOf } from '../../words/terms.ts';

/** By word, the phrases in which it is not meant. */
const phrases = {
  course: 'of course|in the course of|over the course of|in due course',
  fact: 'in fact|the fact that|as a matter of fact',
  matter: 'as a matter of fact|no matter',
  order: 'in order to|in order for|in order that',
  case: 'in case|in any case|in that case|in which case|in this case',
  term: 'in terms of',
  way: 'by the way|in a way|in some ways|no way|either way',
  cost: 'at a cost|at all costs|at any cost',
  hand: 'on the other hand|on one hand|on the one hand|hand in hand',
  mean: 'i mean|you mean|by means of|by all means|by no means',
  kind: 'kind of|kinds of',
  sort: 'sort of|sorts of',
  place: 'take place|takes place|took place|taking place|taken place|in the first place',
  number: 'a number of',
  respect: 'with respect to|in respect of|in this respect',
  light: 'in light of|in the light of',
  view: 'point of view|points of view|in view of',
  turn: 'in turn',
  day: 'at the end of the day|these days',
  end: 'at the end of the day',
  pay: 'pay attention|pays attention|paying attention|paid attention|paid close attention|pay tribute|paid tribute|paying tribute',
  time: 'at the same time|at this time|for the time being',
};

const bySetTerm = new Map(
  Object.entries(phrases).map(([word, list]) => [
    termsOf(word)[0] ?? word,
    list.split('|').map((phrase) => ({ phrase: ` ${phrase} `, words: phrase.split(' ') })),
  ]),
);

/** Whether a sentence that has a term has it in set phrases alone. */
export function onlyInSetPhrase(term: string, sentence: string): boolean {
  const phrasesOfIt = bySetTerm.get(term);
  if (!phrasesOfIt) return false;
  const letters = fold(sentence);
  const likely = phrasesOfIt.filter(({ words }) => words.every((word) => letters.includes(word)));
  // Most sentences have none, and need not be parted.
  if (likely.length === 0) return false;
  let left = ` ${wordsOf(sentence).join(' ')} `;
  const before = left;
  for (const { phrase } of likely) left = left.replaceAll(phrase, ' ');
  return left !== before && !termsOf(left).includes(term);
}
