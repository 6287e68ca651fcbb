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
  const counts = new Map<string, number>();
  for (const { session } of await open(sessions.slice(0, mostLookedAt).map(({ id }) => id))) {
    const language = languageOfSession(session);
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((one, another) => another[1] - one[1]);
  return most && most[0] !== asked ? most[0] : null;
}

const mostLookedAt = 10;
