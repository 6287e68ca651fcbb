/** Which language somebody speaks. */
import type { Session } from '../session.ts';
import { languageOf, primary } from '../words/language.ts';
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
  const language = languageOf(beginning.join('\n').slice(0, 5000)) ?? primary(session.language);
  languages.set(session, language);
  return language;
}

const languages = new WeakMap<object, string | null>();
