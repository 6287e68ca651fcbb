/** Words that the stemmer takes for one and nobody else does: a university is nothing universal. */
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
  humanit | human`;

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
  if (isDoer(term, asked)) return wordsWith(form, text).every((word) => !doers.test(word));
  if (!terms.has(term)) return false;
  const wanted = kindsIn(term, asked);
  return (
    wanted.size > 0 &&
    !wanted.has(noKind) &&
    [...kindsIn(form, text)].every((kind) => kind !== noKind && !wanted.has(kind))
  );
}

const noKind = -1;

/** Who or what does something is not that it is done: a ventilator is no ventilation, a regulator no regulation. */
function isDoer(term: string, asked: string): boolean {
  if (!doers.test(asked)) return false;
  const words = wordsWith(term, asked);
  return words.length > 0 && words.every((word) => doers.test(word));
}

const doers = /\p{L}{2}ators?(?!\p{L})/iu;

const wordsWith = (term: string, text: string) => wordsOf(text).filter((word) => termsOf(word).includes(term));

/** Of the words of a text that have the term, which kinds they are. */
function kindsIn(term: string, text: string): Set<number> {
  return new Set(
    wordsWith(term, text).map((word) =>
      kinds.findIndex((beginnings) => beginnings.some((each) => word.startsWith(each))),
    ),
  );
}
