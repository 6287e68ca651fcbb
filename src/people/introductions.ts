/** How speakers introduce and thank each other, and what that tells of whose turn is beside theirs. */
import { distance } from 'fastest-levenshtein';
import type { Turn } from '../session.ts';
import { foldVariants, readName, sound } from '../words/names.ts';
import { anyOf, wordList } from '../words/word-list.ts';
import { namesIn } from './names-heard.ts';
import { addNew, allNamesOf, type Person } from './person.ts';

/**
 * Learns from how speakers name each other: `Mr. Lee, Head of X` anywhere; and beside the turn of a speaker, an
 * invitation before or thanks after with a name nobody else has, however the recogniser spelt it.
 */
export function hearIntroductions(turns: Turn[], people: Map<string, Person>): void {
  const named = [...people.values()].map((person) => ({
    person,
    words: new Set(
      allNamesOf(person)
        .flatMap((name) => readName(name).words)
        .flatMap(foldVariants),
    ),
  }));
  const known = new Map<string, Person[]>();
  const owners = (words: string[]) => {
    const key = words.join(' ');
    const found =
      known.get(key) ??
      named
        .filter((entry) => words.every((word) => foldVariants(word).some((variant) => entry.words.has(variant))))
        .map(({ person }) => person);
    known.set(key, found);
    return found;
  };
  const note = (person: Person, phrase: string) => addNew(person.introducedAs, [phrase]);

  for (const [index, turn] of turns.entries()) {
    const speaker = people.get(turn.speaker ?? '');
    const next = people.get(turns[index + 1]?.speaker ?? '');
    const before = people.get(turns[index - 1]?.speaker ?? '');
    const names = namesIn(turn.text);
    const within = (ranges: { start: number; end: number }[]) =>
      names.filter(({ start }) => ranges.some((range) => range.start <= start && start < range.end));
    const strangers: { words: string[]; phrase: string }[] = [];
    for (const { words, title, office, phrase } of names) {
      const [only, ...others] = owners(words);
      if (only && others.length === 0 && only !== speaker && (title || office)) note(only, phrase);
      if (!only && title) strangers.push({ words, phrase });
    }
    if (speaker && next && next !== speaker) {
      const inviting = linesOf(turn.text, Math.max(0, turn.text.length - 900))
        .slice(-4)
        .filter(({ start, end }) => invitation.test(turn.text.slice(start, end)));
      const invited = within(inviting);
      if (
        inviting.length > 0 &&
        (invited.every(({ words }) => owners(words).length === 0) ||
          invited.some(({ words }) => owners(words).includes(next)))
      )
        speaker.introduces += 1;
      for (const { words, title, phrase } of invited)
        if (title && owners(words).length === 0 && isAlike(words, next)) note(next, phrase);
      for (const { start, end } of inviting) {
        const office = officeGiven.exec(turn.text.slice(start, end))?.[1];
        if (office) note(next, office);
      }
    }
    if (speaker && before && before !== speaker && strangers.length > 0) {
      const thanks = linesOf(turn.text.slice(0, 300), 0)
        .slice(0, 2)
        .filter(({ start, end }) => /\bthank/i.test(turn.text.slice(start, end)));
      for (const { words, title, phrase } of within(thanks))
        if (title && owners(words).length === 0 && isAlike(words, before)) note(before, phrase);
    }
    // A titled name nobody has, that sounds like one person of the session: the recogniser misheard it.
    for (const { words, phrase } of strangers) {
      const alike = named.filter((entry) =>
        words.every(
          (word) => word.length > 3 && [...entry.words].some((own) => own.length > 3 && sound(own) === sound(word)),
        ),
      );
      if (alike.length === 1 && alike[0]) note(alike[0].person, phrase);
    }
  }
}

/** What whoever gives the floor says. */
const givesFloor = [
  ...wordList('invite inviting welcome introduce introducing floor please'),
  '(?:over|turn|turning|go) to',
  'call (?:on|upon)',
  'next (?:speaker|is|we|up)',
  'pass (?:it|the)',
  'joined by',
  'hear from',
  'start with',
];
const invitation = new RegExp(String.raw`\b${anyOf(givesFloor)}\b`, 'i');

/** `the distinguished representative of the Riverlands`, without a name. */
const officeGiven = new RegExp(
  [
    String.raw`\bthe (?:distinguished |honou?rable |next )*`,
    String.raw`(${anyOf([
      ...wordList('representative delegate delegation ambassador minister president director secretary head'),
      'permanent representative',
    ])}\s+(?:of|from|for)\s+(?:the\s+)?\p{Lu}[^,.;:!?]{2,80}?)`,
    String.raw`(?=[,.;:!?]|$|\s(?:to|who|has|is|for (?:your|his|her|their))\b)`,
  ].join(''),
  'u',
);

/** Whether a misheard name could be this person's: it begins alike, or most of its letters agree. */
function isAlike(words: string[], person: Person): boolean {
  const own = allNamesOf(person)
    .flatMap((name) => readName(name).words)
    .filter((word) => word.length > 2);
  const heard = words.join('');
  return (
    heard.length > 3 &&
    own.some(
      (word) =>
        word.length > 3 &&
        (sound(word)[0] === sound(heard)[0] ||
          distance(sound(word), sound(heard)) <= Math.min(word.length, heard.length) / 2),
    )
  );
}

/** Where the sentences of a text are, from an offset on, roughly: a full stop after a title or an initial ends nothing. */
function linesOf(text: string, from: number): { start: number; end: number }[] {
  const ends = [...text.slice(from).matchAll(/(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|St|\p{Lu})\.)(?<=[.!?])\s+/gu)].map(
    (gap) => from + gap.index + gap[0].length,
  );
  return [from, ...ends].map((start, index) => ({ start, end: ends[index] ?? text.length }));
}
