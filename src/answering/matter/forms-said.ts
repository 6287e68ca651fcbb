/** A word of a question in the forms a session says it in: other endings, another spelling, a letter wrong. */
import { distance } from 'fastest-levenshtein';
import type { Reading } from '../../retrieval/reading.ts';
import { areTwoNouns, inflectionOf } from '../../words/inflections.ts';
import { sound } from '../../words/names.ts';
import { isEnglish } from '../../words/language.ts';
import { remembering } from '../../words/remembering.ts';
import { termsOf } from '../../words/terms.ts';

/**
 * Terms of a session in a language that stand for a term of the question, and how surely: itself, other endings, another
 * spelling.
 */
export function formsOf(
  term: string,
  places: Reading['places'],
  unknown: boolean,
  language: string | null = null,
): Map<string, number> {
  const forms = inflectedForms(term, places, language);
  const isThere = places.has(term);
  if (isThere) forms.set(term, 1);
  const decade = /^\d\d(\d0s)$/.exec(term)?.[1];
  if (decade !== undefined) {
    if (places.has(decade)) forms.set(decade, 0.9);
    // "At 1990" is in the 1990s.
    for (const year of places.starting(term.slice(0, 3))) if (/^\d{4}$/.test(year)) forms.set(year, 0.8);
  }
  if (/^\p{Script=Arabic}{3,}$/u.test(term))
    for (const other of [...places.ending(term), term.slice(1)])
      if ((isJoinedForm(term, other) || isJoinedForm(other, term)) && places.has(other)) forms.set(other, 0.8);
  if (term.length < 5 || /\d/.test(term)) return forms;
  const sounds = !isThere && unknown ? soundOf(term) : null;
  for (const other of sounds === null ? likelyForms(term, places, isThere) : places.keys()) {
    if (other.length < 5 || Math.abs(other.length - term.length) > 6 || other === term) continue;
    const counts = formCounts(term, other) || (!isThere && isMisspelt(term, other, { sounds, language }) ? 0.8 : 0);
    // Looked at last: hardly any term comes so far.
    if (counts > 0 && !/\d/.test(other)) forms.set(other, counts);
  }
  return forms;
}

/** Where its stem does not tell: "coupe" and "coupée". */
function inflectedForms(term: string, places: Reading['places'], language: string | null): Map<string, number> {
  const forms = new Map<string, number>();
  const inflection = inflectionOf(term, language);
  if (!inflection) return forms;
  const { beginning, core, counts, isBroken } = inflection;
  // Few consonants are of many words: they are looked for where the word itself is not said.
  if (isBroken && places.has(term)) return forms;
  for (const other of beginning === '' ? places.keys() : places.starting(beginning))
    if (other !== term && inflectionOf(other, language)?.core === core && !areTwoNouns(term, other))
      forms.set(other, counts);
  return forms;
}

/** All that can be another form of a term: what begins or ends as it does and, where it is not there, has one half of it. */
function likelyForms(term: string, places: Reading['places'], isThere: boolean): Set<string> {
  const half = term.length >> 1;
  return new Set([
    ...[`${term}e`, term.slice(0, -1)].filter((other) => places.has(other)),
    ...(term.length >= 6 ? places.starting(term.slice(0, 6)) : []),
    ...(term.length >= 8 ? places.ending(term.slice(-8)) : []),
    ...(!isThere && term.length > 6
      ? [...places.starting(term.slice(0, half)), ...places.ending(term.slice(half))]
      : []),
  ]);
}

/** How surely a term is another form of one, by its letters: 0 where it is none. */
function formCounts(term: string, other: string): number {
  const shorter = Math.min(term.length, other.length);
  // A trainee is who trains.
  if (shorter > 4 && (term === `${other}e` || other === `${term}e`)) return 0.8;
  if (shorter > 5 && (other.startsWith(term) || term.startsWith(other))) return 0.9;
  if (shorter > 7 && (other.endsWith(term) || term.endsWith(other))) return 0.7;
  return shorter > 7 && sharedStart(term, other) >= shorter - 1 ? 0.8 : 0;
}

/** What Arabic writes with a word: "in", "for" and "as" before a noun, who does it before a verb. */
function isJoinedForm(term: string, other: string): boolean {
  return other.length === term.length + 1 && other.endsWith(term) && /^[بلكفسيتن]/u.test(other);
}

/**
 * One letter wrong in a long word; of a word that stands nowhere in the library, whose sound is given, also what sounds
 * the same, or two letters of a longer one.
 */
function isMisspelt(
  term: string,
  other: string,
  { sounds, language }: { sounds: string | null; language: string | null },
): boolean {
  const isAlike = term[0] === other[0] && Math.abs(term.length - other.length) < 3;
  if (!isAlike && sounds === null) return false;
  if (joining.has(other)) return false;
  if (isAlike && term.length > 6 && distance(term, other) === 1) return true;
  return (
    sounds !== null &&
    (soundsAs(sounds, other) ||
      (isAlike && Math.min(term.length, other.length) >= longOf(language) && distance(term, other) === 2))
  );
}

/** In letters. Where verbs have many forms, two letters more often make another word: "empieza" is no "empresa". */
const longOf = (language: string | null) => (isEnglish(language) ? 7 : 10);

/** What joins clauses is nobody's matter: "weather" is no "whether" misspelt, "thorough" no "through". */
const joining = new Set(
  termsOf(
    'whether although though through throughout rather either neither however therefore without within unless until',
  ),
);

/** Most words sound otherwise from their first letter on, which only these have for another. */
function soundsAs(sounds: string, other: string): boolean {
  return (sounds[0] === other[0] || soundsOtherwise.has(other[0]!)) && sounds === soundOf(other);
}

const soundsOtherwise = new Set('pcqtyjw');

/** The same terms stand in session after session. */
const soundOf = remembering(sound, 20_000);

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** How surely the best of a term's forms is among some terms. */
export function bestForm(forms: Map<string, number>, terms: Set<string>): number {
  let best = 0;
  for (const [form, counts] of forms) if (counts > best && terms.has(form)) best = counts;
  return best;
}
