/** Finding whom a question names. */
import { tokensOf, type Token } from '../words/names.ts';
import { asksOfNamed, isSpokenOf, speaks } from './asked-of.ts';
import type { Match } from './judging.ts';
import type { CalledOffice } from './offices-elsewhere.ts';
import { isCountry } from './nationality.ts';
import { isParty } from './parties.ts';
import { namingAt, type Asking, type Naming } from './naming.ts';
import type { Person } from './person.ts';
import { unspacedNamesIn } from './unspaced-names.ts';

export interface Mention {
  /** As it stands in the question, from `start` to `end` (UTF-16), without a possessive ending. */
  phrase: string;
  start: number;
  end: number;
  /** Everyone it could mean, best first; empty where nobody of the library is. */
  matches: Match[];
  /** Whether the question asks what they said, rather than what was said about them. */
  asSpeaker: boolean;
}

/** Whoever may be meant by some names. */
export function peopleMeant(mentions: Pick<Mention, 'matches'>[]): Person[] {
  return mentions.flatMap(({ matches }) => matches.map(({ person }) => person));
}

/** Everyone a question names, in its order; `unspaced` are the names that may stand anywhere in it. */
export function mentionsIn(
  question: string,
  find: Asking['find'],
  unspaced: { name: string; person: Person }[],
  officesIn: (text: string) => CalledOffice[],
): Mention[] {
  // Whoever pastes a page has asked within its first words.
  const tokens = tokensOf(question.slice(0, 2000));
  const namings = namingsIn({ question, tokens, capitalsTell: !isShouted(tokens), find });
  const mentions: Mention[] = [];
  let spoken: number | undefined;
  for (const group of groupsOf(tokens, namings)) {
    const asSpeaker =
      isAskedOf(question, tokens, group) &&
      // After "what did A say about", B's view is what A speaks of.
      !(spoken !== undefined && isSpokenOf(tokens, spoken, group[0]!.first, group.at(-1)!.last));
    if (asSpeaker) spoken ??= group.at(-1)!.last;
    for (const { first, last, matches } of group) {
      const [start, end] = [tokens[first]!.start, tokens[last]!.end];
      mentions.push({ phrase: question.slice(start, end), start, end, matches, asSpeaker });
    }
  }
  const isTaken = (at: number) =>
    mentions.some(({ matches, start, end }) => matches.length > 0 && start <= at && at < end);
  const others = unspacedNamesIn(question, unspaced)
    .filter(({ start }) => !isTaken(start))
    .map(({ start, end, people, asSpeaker }) => ({
      phrase: question.slice(start, end),
      start,
      end,
      matches: people.map((person) => ({ person, how: 'name' as const, score: 0.92 })),
      asSpeaker,
    }));
  const named = [...mentions, ...others];
  const called = officesIn(question)
    .filter(
      ({ start, end, people: meant }) =>
        !named.some(
          (other) =>
            other.matches.length > 0 &&
            other.start < end &&
            start < other.end &&
            (other.asSpeaker || meant.length === 0 || other.start < start || other.end > end),
        ),
    )
    .map(({ start, end, people: meant }) => ({
      phrase: question.slice(start, end),
      start,
      end,
      matches: meant.map((person) => ({ person, how: 'role' as const, score: 0.7 })),
      asSpeaker: asksOfNamed(question, tokens, start),
    }));
  const isCalled = ({ start, end }: Mention) => called.some((office) => office.start < end && start < office.end);
  return [...named.filter((each) => !isCalled(each)), ...called]
    .filter(({ matches, asSpeaker }) => matches.length > 0 || asSpeaker)
    .toSorted((one, other) => one.start - other.start);
}

function namingsIn(asking: Asking): Naming[] {
  const found: Naming[] = [];
  let index = 0;
  while (index < asking.tokens.length) {
    const naming = namingAt(asking, index);
    if (naming) found.push(naming);
    index = naming ? naming.last + 1 : index + 1;
  }
  return found;
}

/** Whether all or no letters are capitals. */
function isShouted(tokens: Token[]): boolean {
  const words = tokens.filter(({ raw }) => /\p{L}/u.test(raw));
  return words.length > 2 && words.every(({ raw }) => raw === raw.toUpperCase() && raw !== raw.toLowerCase());
}

/** Whether a question asks what those of a group said. */
function isAskedOf(question: string, tokens: Token[], group: Naming[]): boolean {
  const [first, last] = [group[0]!, group.at(-1)!];
  const known = group.some(({ matches }) => (matches[0]?.score ?? 0) >= 0.6);
  const personal = group.every((naming) => naming.personal);
  const phrase = question.slice(tokens[first.first]!.start, tokens[first.last]!.end);
  return speaks(tokens, first.first, last.last, {
    personal,
    known,
    place: !known && (isCountry(phrase) || isParty(phrase)),
    single: group.length === 1 && first.first === first.last && !personal,
  });
}

/** Namings joined by `and` or a comma, which share what is said of them. */
function groupsOf(tokens: Token[], namings: Naming[]): Naming[][] {
  const groups: Naming[][] = [];
  for (const naming of namings) {
    const group = groups.at(-1);
    if (group && isJoined(tokens, group.at(-1)!, naming)) group.push(naming);
    else groups.push([naming]);
  }
  return groups;
}

function isJoined(tokens: Token[], before: Naming, next: Naming): boolean {
  const between = tokens.slice(before.last + 1, next.first);
  // Arabic writes its "and" with the name.
  if (between.length === 0 && /^و\p{Script=Arabic}{3}/u.test(tokens[next.first]!.raw)) return true;
  if (between.length === 0) return tokens[next.first]!.afterBreak && !tokens[before.last]!.possessive;
  const [joint, of] = between.map(({ word }) => word);
  if (between.length === 2 && !/^(?:de|du|del|d)$/u.test(of!)) return false;
  return between.length <= 2 && /^(?:and|or|vs|versus|y|e|et|und|и|و|con|avec)$/u.test(joint!);
}
