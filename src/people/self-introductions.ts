/** What speakers say of themselves. */
import { fold, foldVariants, partsOf, properRuns, readName, tokensOf } from '../words/names.ts';
import { anyOf, wordList } from '../words/word-list.ts';
import { isNameWord } from './names-heard.ts';
import { addNew, allNamesOf, type Person } from './person.ts';
import { isGeneric, roleNouns } from './roles.ts';

/** Learns what speakers say of themselves: their name, and the organisation they are from. */
export function hearSelfIntroductions(text: string, person: Person): void {
  const own = new Set(
    allNamesOf(person)
      .flatMap((name) => readName(name).words)
      .flatMap(foldVariants),
  );
  for (const match of text.slice(0, 2000).matchAll(selfNamed)) {
    const words = tokensOf(match[1] ?? '');
    const name = words.slice(
      0,
      words.findIndex((token, at) => !isNameWord(token) || (at > 0 && token.afterBreak)) >>> 0,
    );
    const phrase = name.map(({ raw }) => raw).join(' ');
    const isOwn = name.some(({ raw }) =>
      partsOf(raw).some((word) => foldVariants(word).some((variant) => own.has(variant))),
    );
    if (
      phrase &&
      (isOwn || (isGeneric(person.name) && name.length > 1)) &&
      !person.introducedAs.includes(phrase) &&
      phrase !== person.name
    )
      person.introducedAs.push(phrase);
  }
  for (const pattern of belonging) {
    for (const match of text.matchAll(pattern)) {
      if (isOfOthers(text, match)) continue;
      const named = match[1] ?? '';
      const run = properRuns(tokensOf(named))[0];
      const name = named.slice(0, run?.at(-1)?.end ?? 0);
      if (run?.[0]?.start === 0 && !isOffice(name)) addNew(person.says, [name]);
    }
  }
}

/** The Prime Minister is somebody, and nobody is from there. */
function isOffice(name: string): boolean {
  const [head] = fold(name).split(/ (?:of|for) /);
  return roleNouns.has(head!.split(' ').at(-1)!);
}

/** Who welcomes "Mei Tanaka, who is here representing Blue Quay" says of her, and not of themselves, whom she is from. */
function isOfOthers(text: string, match: RegExpExecArray): boolean {
  const upTo = text.slice(Math.max(0, match.index - longestBefore), match.index + match[0].length - match[1]!.length);
  const ends = ['.', '!', '?'].map((mark) => upTo.lastIndexOf(mark));
  const sentence = upTo.slice(Math.max(...ends) + 1);
  return tokensOf(sentence).some(({ word }) => presenting.has(word));
}

/** In characters. */
const longestBefore = 600;
const presenting = new Set(
  wordList(`who who’s she she’s he he’s her him welcome welcoming introduce introducing invite hear hearing heard
    away different quoting reading`).map(fold),
);

const selfNamed = new RegExp(
  String.raw`\b(?:I['’]m|I am|[Mm]y name is|[Mm]y name['’]s|[Tt]his is)\s+((?:\p{Lu}[^\s,.!?]*\s*){1,4})`,
  'gu',
);

/** Ways to say whom one belongs to, each up to the organisation. */
const organisation = String.raw`(?:the\s+)?(\p{Lu}[^,.;:!?]{1,120})`;
const belonging = [
  String.raw`\b(?:I['’]m|I am|[Mm]y name is|[Mm]y name['’]s)\s[^.!?]{0,90}?\b(?:from|at|of|for|representing)\s+${organisation}`,
  String.raw`\b(?:I|[Ww]e)\s+(?:do\s+|also\s+|currently\s+)?${anyOf([
    String.raw`(?:work|serve|teach|speak)\s+(?:here\s+)?(?:at|for)`,
    String.raw`come\s+from`,
    'represent',
  ])}\s+${organisation}`,
  String.raw`\b(?:[Oo]n\s+(?:my\s+)?behalf\s+of|[Rr]epresenting|[Ss]peaking\s+for)\s+${organisation}`,
  String.raw`\b(?:[Oo]ur|[Mm]y)\s+${anyOf([
    'perspective',
    String.raw`point\s+of\s+view`,
    ...wordList('side organi[sz]ation company institution view'),
  ])}\s*,?\s+(?:is|at|from|of|as)\s+${organisation}`,
  String.raw`\b(?:[Ww]e|us|here|colleagues)\s+at\s+${organisation}`,
  String.raw`\b[Aa]t\s+(?:the\s+)?(\p{Lu}[^,.;:!?]{1,80}?),?\s+we\b`,
].map((pattern) => new RegExp(pattern, 'gu'));
