/** Whom a question is of although it asks nobody to speak: "What worries the Board most?", "What obstacles did the Board run into?" */
import { peopleMeant } from '../../people/mentions.ts';
import { termsOf, withoutTerms } from '../../words/terms.ts';
import type { Asked } from './kind.ts';

/** The same asked of who speaks for whoever is named, where nothing else is: all other terms are among `structural`. */
export function ofNamed(asked: Asked, structural: Set<string>): Asked {
  const { inquiry, directory, sessions } = asked;
  if (asked.people.length > 0 || inquiry.speakers.length > 0) return asked;
  const named = directory.mentions(inquiry.question).filter(({ matches }) => matches.length > 0);
  const theirs = new Set(termsOf(named.map(({ phrase }) => phrase).join(' ')));
  if (named.length === 0 || !termsOf(inquiry.words).every((term) => structural.has(term) || theirs.has(term)))
    return asked;
  const people = peopleMeant(named);
  const spokenIn = sessions.map(({ id }) => id).filter((id) => people.some((person) => person.sessions.includes(id)));
  const words = withoutTerms(inquiry.words, theirs);
  return { ...asked, people, spokenIn, inquiry: { ...inquiry, words, speakers: named } };
}
