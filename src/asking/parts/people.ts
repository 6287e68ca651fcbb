/** Whom a question names, however its script and its language join names to other words. */
import type { Mention } from '../../people/mentions.ts';
import { inPassing, roleNouns } from '../../people/roles.ts';
import { blanked } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { singular } from '../../words/names.ts';

/** The mentions of a question, by their offsets in it. */
export function peopleIn(question: string, mentionsIn: (text: string) => Mention[]): Mention[] {
  // Blanks in place of an apostrophe and of characters keep every offset.
  const spaced = question.replaceAll(elision, (elided) => `${elided.slice(0, -1)} `);
  const found = mentionsIn(spaced).filter((mention) => !isOfThings(mention.phrase) && !isCrowd(mention));
  if (!han.test(spaced) || !/\p{Script=Latin}{2}/u.test(spaced)) return found;
  const known = found.filter(({ matches }) => matches.length > 0);
  const isTaken = ({ start, end }: Mention) => known.some((other) => other.start < end && start < other.end);
  const others = [...spaced.matchAll(latinRuns)]
    .flatMap(({ 0: run, index }) => mentionsIn(' '.repeat(index) + run))
    .filter((mention) => mention.matches.length > 0 && !isTaken(mention))
    .map((mention) => ({ ...mention, asSpeaker: !spokenOf.test(spaced.slice(0, mention.start)) }));
  return [...known, ...others].toSorted((one, other) => one.start - other.start);
}

/**
 * Whoever is named twice counts once: of "the harbour minister, Okafor" it is Okafor. Beside the name an office may be of others
 * too, where a comma alone stands between.
 */
export function eachOnce(mentions: Mention[], question: string): Mention[] {
  const isOfName = ({ matches }: Mention) => matches.some(({ how }) => how === 'name');
  const names = ({ matches }: Mention) => new Set(matches.map(({ person }) => person.name));
  return mentions.filter((one, at) => {
    const own = names(one);
    return !mentions.some((other, index) => {
      const theirs = names(other);
      if (index === at || theirs.size === 0 || ![...theirs].every((name) => own.has(name))) return false;
      const isSame = theirs.size === own.size;
      const [first, last] = at < index ? [one, other] : [other, one];
      const isBeside = /^\s*,\s*$/u.test(question.slice(first.end, last.start));
      if (isSame) return isOfName(other) === isOfName(one) ? index < at : isOfName(other);
      return isBeside && isOfName(other);
    });
  });
}

/** Without a verb that is written large because it begins: "Translate Okafor's point", where "Translate Okafor" is nobody and Okafor is. */
export function withoutOpening(question: string, mentionsIn: (text: string) => Mention[]): string {
  const [first] = textOf(question).words;
  const [mention] = first ? mentionsIn(question) : [];
  if (!first || mention?.start !== first.start || mention.matches.length > 0) return question;
  const left = blanked(question, first);
  const isOther = mentionsIn(left).some(
    ({ start, end, matches }) => matches.length > 0 && start < mention.end && end >= mention.end,
  );
  return isOther ? left : question;
}

/** "Member countries" are no people, although somebody is a member and for a country. */
function isOfThings(phrase: string): boolean {
  const words = phrase.split(/\s+/u);
  const last = words.at(-1)!;
  const isPlural = singular(last) !== last;
  // "All speakers" are everybody, and nobody who presides.
  if (isPlural && crowds.has(words[0]!.toLowerCase()) && words.length === 2) return true;
  return words.length > 1 && isPlural && !/[\p{Lu}\d]/u.test(phrase) && !isRole(last) && isRole(words[0]!);
}

/** "The members" are many, and nobody who is called a member once; "the ministers" are those who are, if there are two. */
function isCrowd({ phrase, matches }: Mention): boolean {
  const words = phrase.toLowerCase().split(/\s+/u);
  const word = words.at(-1)!;
  const isAlone = words.length === 1 || (words.length === 2 && words[0] === 'the');
  if (!isAlone || matches.length === 0 || !isRole(word) || singular(word) === word) return false;
  return inPassing.has(singular(word)) || matches.length < 2;
}

const isRole = (word: string) => roleNouns.has(singular(word));

const crowds = new Set('all both most many several some other every few'.split(' '));

/** "d’Okafor", "qu’Okafor". */
const elision = /(?<![\p{L}\p{N}])(?:[dln]|qu)['’](?=\p{Lu})/gu;
const han = /\p{Script=Han}/u;
const latinRuns = /\p{Script=Latin}[\p{Script=Latin}\p{M} .'’-]*/gu;
/** "About", "on" and "to" before a name in Chinese. */
const spokenOf = /(?:关于|對|对|向)$/u;
