/** What people said altogether, where a question names them and no matter. */
import type { Quote } from '../../answer.ts';
import type { TermCounts } from '../../library/library.ts';
import type { Reading, ReadSentence } from '../../retrieval/reading.ts';
import { weightOf } from '../matter/evidence.ts';
import { readingsOf, type Ground } from '../ground.ts';
import { introduces } from '../talk/introducing.ts';
import { quoteAt } from '../quotes/quote.ts';
import { bornOutBy, isNew, mostItems, mostQuotes, reportItem } from '../report-items.ts';
import { mostOfForm } from '../quotes/choose.ts';
import { asking } from '../look.ts';
import { termsOf } from '../../words/terms.ts';
import { namesIn } from '../../people/person.ts';
import { type Asked, type Kind, type Made } from './kind.ts';

export const overview: Kind = {
  isAskedBy: ({ speakers, words }) => speakers.length > 0 && !namesMatter(words),
  answer: async (asked) => {
    const { inquiry } = asked;
    const made = await overviewOf(termsOf(inquiry.words).includes('ask'), asked);
    // Who wants a quote, or three, wants no more than that.
    const most = mostOfForm(inquiry.form);
    return made && most !== null ? { ...made, quotes: made.quotes.slice(0, most), report: [] } : made;
  },
};

/**
 * Their arguments by the report with their own words beside, or else the sentences that hold most of what they spoke
 * of. `asked` wants their questions only. Null where they said nothing.
 */
async function overviewOf(asked: boolean, { people, sessions, ground, say }: Asked): Promise<Made | null> {
  const session = sessions.find(({ id }) => people.some((person) => person.sessions.includes(id)));
  if (!session) return null;
  const [reading] = await readingsOf([session.id], ground);
  const names = namesIn(session.id, people);
  const who = say.listed([...names]);
  const where = sessions.length > 1 ? say('inTitle', { title: say.titleAndDay(session) }) : '';
  const argued = asked ? null : await argumentsOf(names, reading!, ground);
  if (argued)
    return {
      ...argued,
      marked: true,
      text: say(argued.report.length === 1 ? 'reportedPoint' : 'reportedPoints', {
        names: who,
        number: argued.report.length,
        where,
      }),
    };
  const quotes = await mostCentral(names, asked, reading!, ground);
  return quotes.length === 0
    ? null
    : { text: say('severalThings', { names: who, where }), report: [], quotes, marked: true };
}

async function argumentsOf(names: Set<string>, reading: Reading, ground: Ground): Promise<Omit<Made, 'text'> | null> {
  const argued = reading.findings.filter(
    ({ kind, speakers }) => kind === 'argument' && speakers.some((speaker) => names.has(speaker)),
  );
  const shown = argued.slice(0, mostItems);
  const bornOut = await bornOutBy(
    shown.map((finding) => ({ finding, reading })),
    ground,
  );
  const quotes = bornOut.filter(isNew()).slice(0, mostQuotes);
  return quotes.length === 0 ? null : { report: shown.map((finding) => reportItem(finding, reading)), quotes };
}

const mostOfOne = 4;

/** The sentences of a speaker, one where no number is given, that hold most of what they spoke of. */
export async function centralOf(
  names: Set<string>,
  reading: Reading,
  ground: Ground,
  most = 1,
): Promise<Omit<Quote, 'n'>[]> {
  return mostCentral(names, false, reading, ground, most);
}

/** Sentences with most of the terms that a speaker comes back to, in the order they were said. */
async function mostCentral(
  names: Set<string>,
  asked: boolean,
  { session, sentences }: Reading,
  ground: Ground,
  most = mostOfOne,
): Promise<Omit<Quote, 'n'>[]> {
  const spoken = sentences.filter(
    ({ speaker, text }) => speaker !== null && names.has(speaker) && (!asked || /[?？؟][^\p{L}\p{N}]*$/u.test(text)),
  );
  const uses = new Map<string, number>();
  for (const { run } of spoken) for (const term of run) uses.set(term, (uses.get(term) ?? 0) + 1);
  const counts = await ground.library.counts(spoken.flatMap(({ terms }) => [...terms]));
  const full = spoken.filter(({ length, text }) => length > fewestTerms && !introduces(text));
  // Somebody who speaks in few words has said something too.
  const best = (full.length > 0 ? full : spoken)
    .map((sentence) => ({ sentence, worth: worthOf(sentence, uses, counts) }))
    .toSorted((one, other) => other.worth - one.worth)
    .slice(0, most)
    .map(({ sentence }) => sentence)
    .toSorted((one, other) => one.turn - other.turn || one.start - other.start);
  return best.map((sentence) => quoteAt(session, session.turns[sentence.turn]!, sentence));
}

const fewestTerms = 3;

function worthOf({ terms, run }: ReadSentence, uses: Map<string, number>, counts: TermCounts): number {
  let worth = 0;
  for (const term of terms) worth += weightOf(term, counts) * Math.log(1 + (uses.get(term) ?? 0));
  return worth / Math.sqrt(8 + run.length);
}

/** "What did she propose?" names none, "about her proposal" does. */
function namesMatter(words: string): boolean {
  const about = /\b(?:about|regarding|concerning)\b(.*)/iu.exec(words)?.[1] ?? '';
  return (
    termsOf(words).some((term) => !asking.has(term) && !whole.has(term)) ||
    termsOf(about).some((term) => !whole.has(term))
  );
}

/** Stems that ask for all of somebody's words. */
const whole = new Set(termsOf('point message summary summarise summarize main key overall topic theme subject'));
