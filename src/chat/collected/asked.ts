/** A workspace of quotes: what is kept from answers, listed and written down as a paper. */
import type { Quote, Seen, WordsAt } from '../../answer.ts';
import { shownSpeaker } from '../../people/unnamed.ts';
import type { Rapporteur, SessionSummary } from '../../rapporteur.ts';
import type { Block, Paper } from '../../research/paper.ts';
import { dayInWords } from '../../words/dates.ts';
import type { Keeper } from '../keeper.ts';
import type { Place } from '../post.ts';
import type { Panel } from '../reply.ts';
import type { Collected, Collections } from './collected-store.ts';
import { tagOf } from './tag.ts';

/** What a form for keeping quotes asks. */
export interface ToKeep {
  /** `1, 3` of an answer's quotes; all where it is empty. */
  numbers: string;
  note: string;
  tag: string;
  isPrivate: boolean;
}

export const longestNote = 500;

/** Keeps quotes of an answer, and gives what was done in a sentence. */
export async function keepQuotes(
  quotes: Quote[],
  { numbers, note, tag, isPrivate }: ToKeep,
  { store, place, user, now }: { store: { collected: Collections }; place: Place; user: string; now: number },
): Promise<string | { refused: string }> {
  const meant = quotesMeant(quotes, numbers);
  if (typeof meant === 'string') return { refused: meant };
  const of = { note: note.trim().slice(0, longestNote), tag: tagOf(tag), isPrivate };
  await store.collected.add(meant, of, place, user, now);
  const kept = `Kept: ${meant.length} ${meant.length === 1 ? 'quote' : 'quotes'}.`;
  return `${kept} “collection” lists all, “collection ${writes[place.platform] ?? 'as docx'}” writes them down.`;
}

/** Keeps words that somebody points at: all of them, or none and a sentence that says which do not stand there. */
export async function keepWords(
  words: WordsAt[],
  { note, tag }: Pick<ToKeep, 'note' | 'tag'>,
  { store, rapporteur, seen, keeper, now }: KeepOptions,
): Promise<{ numbers: number[] } | { refused: string }> {
  const found = await rapporteur.quoted(words, seen);
  const missing = found.indexOf(null);
  if (missing !== -1) {
    const { session, turn } = words[missing]!;
    const which = words.length === 1 ? '' : ` (the ${missing + 1}. of ${words.length})`;
    return {
      refused: `No such words stand letter for letter in turn ${turn + 1} of ${session}${which}, so nothing was kept.`,
    };
  }
  const quotes = found.map((quote, at) => ({ ...quote!, n: at + 1 }));
  const of = { note: note.trim().slice(0, longestNote), tag: tagOf(tag), isPrivate: false };
  return { numbers: await store.collected.add(quotes, of, keeper.place, keeper.user, now) };
}

interface KeepOptions {
  store: { collected: Collections };
  rapporteur: Rapporteur;
  seen: Seen;
  keeper: Keeper;
  now: number;
}

/** Where it is asked for otherwise than by typing `as docx`. */
const writes: { [platform: string]: string } = { terminal: '--to quotes.docx' };

/** Those that are meant; a sentence where there are none such. */
function quotesMeant(quotes: Quote[], numbers: string): Quote[] | string {
  const wanted = (numbers.match(/\d+/gu) ?? []).map(Number);
  const meant = wanted.length === 0 ? quotes : quotes.filter(({ n }) => wanted.includes(n));
  if (meant.length > 0) return meant;
  return quotes.length === 0 ? 'This answer has no quotes to keep.' : `It has the quotes 1 to ${quotes.length}.`;
}

interface Shown {
  kept: (Collected & { now: Quote })[];
  /** How many may not be seen here any more. */
  hidden: number;
}

/** As the words are today, and only what may be seen today. */
export async function collectionIn(
  { store, rapporteur, seen }: { store: { collected: Collections }; rapporteur: Rapporteur; seen: Seen },
  place: Place,
  user: string,
  tag: string,
): Promise<Shown> {
  const all = (await store.collected.of(place, user)).filter((one) => tag === '' || one.tag === tag);
  const standings = await rapporteur.standing(
    all.map(({ quote }) => quote),
    seen,
  );
  const kept = all.flatMap((one, at) => {
    const standing = standings[at]!;
    return 'now' in standing ? [{ ...one, now: { ...standing.now, n: at + 1 } }] : [];
  });
  return { kept, hidden: all.length - kept.length };
}

/** `how` says what keeps them in this place. */
export function collectionPanel({ kept, hidden }: Shown, tag: string, how = '“Keep” under an answer'): Panel {
  const title = tag === '' ? 'Kept quotes' : `Kept quotes with #${tag}`;
  const lines = kept.map(({ number, now, note, tag: own, isPrivate }) =>
    [
      `${number}. “${now.text}” — ${shownSpeaker(now)}, ${now.session.title}`,
      own === '' ? '' : `#${own}`,
      note,
      isPrivate ? 'for you alone' : '',
    ]
      .filter(Boolean)
      .join(' · '),
  );
  return {
    title,
    lines: [
      ...(lines.length === 0 ? [`Nothing is kept here; ${how} does.`] : lines),
      ...(hidden === 0 ? [] : [`${hidden} more can no longer be shown.`]),
    ],
  };
}

export function collectionPaper({ kept }: Shown, tag: string, sessions: SessionSummary[], now: Date): Paper {
  const known = new Map(sessions.map((session) => [session.id, session]));
  const bySession = Map.groupBy(kept, ({ now: { session } }) => session.id);
  return {
    title: tag === '' ? 'Kept quotes' : `Kept quotes: ${tag}`,
    facts: [`Looked up on ${dayInWords(now.toISOString().slice(0, 10))}.`],
    sections: [...bySession].map(([id, ones]) => ({
      heading: ones[0]!.now.session.title,
      blocks: ones.flatMap(({ now: quote, note }): Block[] => [
        {
          kind: 'quotation',
          lead: [shownSpeaker(quote), quote.speaker === null ? null : quote.role].filter(Boolean).join(', '),
          cited: { quote, session: known.get(id)!, checked: now },
          asPoint: false,
        },
        ...(note === '' ? [] : [{ kind: 'text' as const, text: `Note: ${note}` }]),
      ]),
    })),
  };
}
