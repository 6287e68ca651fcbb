/** Which language somebody speaks. */
import type { Session } from '../session.ts';
import { languageOf, primary } from '../words/language.ts';
import type { Ground } from './ground.ts';
import type { Reading, ReadSentence } from '../retrieval/reading.ts';

/** Of a sentence: its own, or that of its turn or its session where it is too short to tell; null where neither does. */
export function languageSpoken({
  reading: { session },
  sentence,
}: {
  reading: Reading;
  sentence: ReadSentence;
}): string | null {
  return languageOf(sentence.text) ?? languageOf(session.turns[sentence.turn]!.text) ?? languageOfSession(session);
}

/** What most of its beginning is in, or what its record says. */
export function languageOfSession(session: Pick<Session, 'turns' | 'language'>): string | null {
  const known = languages.get(session);
  if (known !== undefined) return known;
  const beginning = session.turns.slice(0, 20).map(({ text }) => text);
  const language = languageOf(beginning.join('\n').slice(0, mostRead)) ?? primary(session.language);
  languages.set(session, language);
  return language;
}

/** In letters: a page tells the language. */
const mostRead = 2000;
const languages = new WeakMap<object, string | null>();

/** The language most of the newest sessions in question are in, where it is another than what is asked in; null where none is. */
export async function otherLanguage(
  asked: string | null,
  sessions: { id: string }[],
  { open }: Pick<Ground, 'open'>,
): Promise<string | null> {
  if (asked === null) return null;
  const [most] = await languagesOf(sessions, { open });
  return most && most.language !== asked ? most.language : null;
}

/** That records are in another language than what is asked in: `all` of them, or `most` where some are in that. */
export interface OtherLanguage {
  language: string;
  of: 'all' | 'most';
}

/** The language more than half of them are in, where it is another than what is asked in; null where none is. */
export async function languageOfMost(
  asked: string | null,
  sessions: { id: string }[],
  ground: Pick<Ground, 'open'>,
): Promise<OtherLanguage | null> {
  if (asked === null) return null;
  const all = await languagesOf(sessions, ground);
  const [most] = all;
  const isMost = most !== undefined && most.count * 2 > all.reduce((sum, { count }) => sum + count, 0);
  if (!isMost || most.language === asked) return null;
  return { language: most.language, of: all.some(({ language }) => language === asked) ? 'most' : 'all' };
}

/** Whether any of the sessions is in a language. */
export async function isAnyIn(
  language: string | null,
  shown: { session: { id: string } }[],
  ground: Pick<Ground, 'open'>,
): Promise<boolean> {
  const theirs = await languagesOf(
    shown.map(({ session }) => session),
    ground,
  );
  return theirs.some((each) => each.language === language);
}

/** Those of the first of some sessions, the one that most of them are in first. */
async function languagesOf(
  sessions: { id: string }[],
  { open }: Pick<Ground, 'open'>,
): Promise<{ language: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (const { session } of await open(sessions.slice(0, mostLookedAt).map(({ id }) => id))) {
    const language = languageOfSession(session);
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts]
    .map(([language, count]) => ({ language, count }))
    .toSorted((one, another) => another.count - one.count);
}

const mostLookedAt = 10;
