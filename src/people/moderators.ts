/** Who moderates a session: by their office, or by giving others the floor. */
import { stemmer } from 'stemmer';
import { fold, tokensOf } from '../words/names.ts';
import { wordList } from '../words/word-list.ts';
import { byScore, clearest, type Match } from './judging.ts';
import type { KnownPerson } from './known-person.ts';
import type { Person } from './person.ts';
import { moderatorWords } from './roles.ts';

/** Those among the people who moderate a session, asked for by `word`: `moderator`, `chair`. Of each session the surest. */
export function moderators(known: KnownPerson[], word: string, among: (person: Person) => boolean): Match[] {
  const bySession = new Map<string, Match[]>();
  for (const { person, presiding } of known) {
    if ((presiding.length === 0 && person.introduces < 2) || !among(person)) continue;
    const said = presiding.map((office) => moderates(office, word));
    const score = Math.max(0, ...said, person.introduces > 1 ? 0.8 : 0);
    if (score > 0)
      for (const session of person.sessions)
        bySession.set(session, [
          ...(bySession.get(session) ?? []),
          { person, how: score === 0.8 ? 'introduction' : 'role', score },
        ]);
  }
  const clear = [...bySession.values()].flatMap((matches) => clearest(matches));
  return [...new Map(clear.map((match) => [match.person, match])).values()].sort(byScore);
}

/**
 * How surely an office moderates the session: `Chair of the panel` and `Session moderator` do, `Vice Chair` and
 * `Chair of the Forest Board` do not.
 */
function moderates(office: string, asked: string): number {
  const tokens = tokensOf(office);
  return Math.max(
    0,
    ...tokens.map(({ word, end }, index) => {
      if (!moderatorWords.has(word) || notOffice.has(tokens[index - 1]?.word ?? '')) return 0;
      const of = /^\s*,?\s*(?:of|at|for)\s+(?:the\s+|this\s+)?(\S+)/i.exec(office.slice(end));
      const elsewhere = of && !eventWords.has(stemmer(fold(of[1] ?? '').replace(/[^\p{L}]/gu, '')));
      return elsewhere ? (word === asked ? 0.72 : 0) : word === asked ? 0.9 : 0.88;
    }),
  );
}

/** Words before an office that make it another. */
const notOffice = new Set(wordList('vice deputy former co ex past assistant honorary'));

/** What a session is called where its moderator is named by it. */
const eventWords = new Set(
  wordList(`
    session panel meeting forum debate event workshop discussion conference round roundtabl hear
    call talk show podcast webinar today
  `).map((word) => stemmer(word)),
);
