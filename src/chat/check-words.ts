/** Whether words of a message were said: verbatim, altered, or nowhere. */
import type { Seen, Verification } from '../answer.ts';
import type { Rapporteur } from '../rapporteur.ts';
import { quotedPassage } from './quoted-words.ts';

/** Looks up the longest passage that the message quotes, otherwise all of it; `Ruiz said “…”` is also checked for who said it. */
export async function checkWords(
  message: string,
  seen: Seen | undefined,
  rapporteur: Pick<Rapporteur, 'verify'>,
): Promise<Verification> {
  const passage = quotedPassage(message);
  if (passage === null) return rapporteur.verify(message.trim(), seen);
  const { words, before } = passage;
  if (before.trim() !== '') {
    const given = await rapporteur.verify(`${before}“${words}”`, seen);
    if (given.quote === words) return given;
  }
  return rapporteur.verify(words, seen);
}
