/** What has changed of a paper's quotations since it was made, in lines for people. */
import type { GivenWords, Seen, Standing } from '../answer.ts';
import { shownSpeaker } from '../people/unnamed.ts';
import type { Rapporteur } from '../rapporteur.ts';
import { dayInWords } from '../words/dates.ts';
import type { Imprint } from './imprint.ts';

export interface Since {
  made: string;
  /** How many quotations stand as they did, of how many. */
  same: number;
  of: number;
  /** `notes` are the numbers of its notes, counted from 1. */
  changes: (GivenWords & { notes: number[]; standing: Standing })[];
}

export async function changesSince({ made, quotes }: Imprint, rapporteur: Rapporteur, scope?: Seen): Promise<Since> {
  const notes = new Map<string, number[]>();
  for (const [at, { session, turn, start, end }] of quotes.entries()) {
    const key = `${session.id} ${turn} ${start} ${end}`;
    notes.set(key, [...(notes.get(key) ?? []), at + 1]);
  }
  const numbers = [...notes.values()];
  const once = numbers.map(([first]) => quotes[first! - 1]!);
  const standings = await rapporteur.standing(once, scope);
  const changes = once.flatMap((quote, at) => {
    const standing = standings[at]!;
    return standing.outcome === 'same' ? [] : [{ ...quote, notes: numbers[at]!, standing }];
  });
  return { made, same: once.length - changes.length, of: once.length, changes };
}

export function sinceInLines({ made, same, of, changes }: Since): string[] {
  const stands =
    same === of ? 'All stand as they did.' : same === 1 ? 'One stands as it did.' : `${same} stand as they did.`;
  return [
    `Made on ${dayInWords(made)}, with ${of} quotation${of === 1 ? '' : 's'}. ${stands}`,
    ...changes.map((change) => changeInLines(change).join('\n')),
  ];
}

function changeInLines({ notes, standing, session, ...given }: Since['changes'][number]): string[] {
  const day = session.date === null ? '' : `, ${dayInWords(session.date)}`;
  const head = `[${notes.join(', ')}] ${session.title}${day}`;
  const was = `  was: ${saying(given)}`;
  switch (standing.outcome) {
    case 'changed':
      return [`${head}: the words have changed.`, was, `  now: ${saying(standing.now)}`];
    case 'speaker':
      return [`${head}: the words are said to be somebody else’s.`, was, `  now: ${saying(standing.now)}`];
    case 'official':
      return [`${head}: the official record has other words.`, was, `  official: ${saying(standing.official)}`];
    case 'gone':
      return [`${head}: the record has nothing in their place.`, was];
    default:
      return [`${head}: the session is no longer in the library, or may not be shown as it was.`];
  }
}

function saying(words: Pick<GivenWords, 'text' | 'speaker' | 'label'>): string {
  return `“${words.text}” — ${shownSpeaker(words)}`;
}
