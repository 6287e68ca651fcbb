/** What new sessions have of what is watched. */
import { createHash } from 'node:crypto';
import type { Quote, Scope, Seen } from '../../answer.ts';
import type { Rapporteur } from '../../rapporteur.ts';
import { fold } from '../../words/names.ts';
import type { Watched } from './watch.ts';

/** The clearest first, and how many there are in all. */
export interface Found {
  quotes: Quote[];
  total: number;
}

/** `sessions` are ids of what is seen there, and the only ones looked in. */
export async function foundOf(
  { kind, what, about }: Watched,
  sessions: string[],
  seen: Seen,
  rapporteur: Pick<Rapporteur, 'quotes'>,
): Promise<Found> {
  const scope = amongOnly(sessions, seen);
  if (kind === 'speaker') {
    const order = about === undefined ? 'time' : 'fit';
    const { quotes, people, total } = await rapporteur.quotes({ speaker: what, about, order, limit: mostShown, scope });
    return people.length === 0 ? nothing : { quotes, total: total.quotes };
  }
  if (kind === 'matter') {
    const { quotes, total } = await rapporteur.quotes({ about: what, order: 'fit', limit: mostShown, scope });
    return { quotes, total: total.quotes };
  }
  const { quotes } = await rapporteur.quotes({ about: what, limit: mostRead, scope });
  const having = quotes.filter(meantBy({ [kind]: what }));
  return { quotes: having.slice(0, mostShown), total: having.length };
}

/** Whether a quote has this very phrase, and names somebody who does not speak. */
export function meantBy(of: { named?: string | undefined; phrase?: string | undefined }): (quote: Quote) => boolean {
  const [named, phrase] = [of.named, of.phrase].map((words) => (words === undefined ? null : lettersIn(words)));
  return ({ text, speaker }) => {
    const letters = lettersIn(text);
    const isNaming = !named || (stands(named, letters) && !isNamed(speaker ?? '', named));
    return isNaming && (!phrase || stands(phrase, letters));
  };
}

/** Tells words from others wherever they stand: the same words in another record of a session are the same story. */
export function storyOf({ text }: Quote): string {
  return createHash('sha256').update(lettersIn(text)).digest('base64url').slice(0, 22);
}

const nothing: Found = { quotes: [], total: 0 };
const mostShown = 50;
const mostRead = 500;

/** Words without case, marks and punctuation, a blank between. */
function lettersIn(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Whole words, where words have blanks between them. */
function stands(words: string, text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(words)
    ? text.includes(words)
    : ` ${text} `.includes(` ${words} `);
}

/** Nobody is told of as named where they speak themselves. */
function isNamed(speaker: string, words: string): boolean {
  const name = lettersIn(speaker);
  return name !== '' && (stands(words, name) || stands(name, words));
}

/** No more than was seen, and of that these alone. */
export function amongOnly(sessions: string[], seen: Seen): Scope[] {
  const scopes = Array.isArray(seen) ? seen : [seen];
  return scopes.map(({ origins, place }) => ({ ...(origins && { origins }), ...(place && { place }), sessions }));
}
