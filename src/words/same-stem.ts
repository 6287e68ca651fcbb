/** Words that the stemmer takes for one and nobody else does: a university is nothing universal. */
import { remembering } from './remembering.ts';
import { termsOf, wordsOf } from './terms.ts';

/** What its words begin with, a line a stem, kinds of words apart. The first that fits tells. */
const table = `
  universit | universal | universe
  organisation organization | organis organiz | organic organs
  generat | general generic | generous
  important importance | import
  communit | communicat | communal commune
  international | internal | interns
  authorit | authors
  customer | customs
  objective | objection
  positive | position
  electric | electron
  humanit | human
  powerful | powered powering | power
  openness | opening`;

const kinds = table
  .split('\n')
  .flatMap((line) => line.split('|'))
  .map((kind) => kind.trim().split(' '))
  .filter(([first]) => first !== '');

/** The terms of any of them. */
const endings = ['', 's', 'e', 'y', 'ion', 'ed', 'al', 'ise'];
const terms = new Set(kinds.flat().flatMap((beginning) => endings.flatMap((ending) => termsOf(beginning + ending))));

/** Whether a text has what stands for a term of the words asked, `form`, only as a word of another kind. */
export function onlyAsAnotherWord(term: string, asked: string, form: string, text: string): boolean {
  if (!terms.has(term) && !doers.test(asked)) return false;
  const words = asWords(asked).get(term) ?? [];
  if (isDoer(words)) return wordsWith(form, text).every((word) => !doers.test(word));
  if (!terms.has(term)) return false;
  const wanted = kindsOf(words);
  return (
    wanted.size > 0 &&
    !wanted.has(noKind) &&
    [...kindsOf(wordsWith(form, text))].every((kind) => kind !== noKind && !wanted.has(kind))
  );
}

const noKind = -1;

/** Who or what does something is not that it is done: a ventilator is no ventilation, a regulator no regulation. */
const isDoer = (words: string[]) => words.length > 0 && words.every((word) => doers.test(word));

const doers = /\p{L}{2}ators?(?!\p{L})/iu;

const wordsWith = (term: string, text: string) => wordsOf(text).filter((word) => termsOf(word).includes(term));

/** The words of a question, each once, by their terms: it is held beside every sentence. */
const asWords = remembering((question) => {
  const words = new Map<string, string[]>();
  for (const word of new Set(wordsOf(question)))
    for (const term of new Set(termsOf(word))) words.set(term, [...(words.get(term) ?? []), word]);
  return words;
}, 20);

/** Which kinds words are. */
function kindsOf(words: string[]): Set<number> {
  return new Set(
    words.map((word) => kinds.findIndex((beginnings) => beginnings.some((each) => word.startsWith(each)))),
  );
}
