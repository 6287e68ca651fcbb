/** Who undertook what, by when and towards whom, in their own words; and what reports list, with the words that bear it out. */
import { setImmediate } from 'node:timers/promises';
import {
  mostSessions,
  peopleCalled,
  readAtOnce,
  sessionsIn,
  shownPeople,
  span,
  wantedFrom,
  worthReading,
} from '../answering/finding-aid.ts';
import type { Quote } from '../answer.ts';
import { quoteOfRun } from '../answering/quotes/choose.ts';
import { leastCovered, scoreSentences, type Wanted } from '../answering/matter/evidence.ts';
import type { Ground } from '../answering/ground.ts';
import { sentencesOf } from '../answering/hear.ts';
import { isPromise, isProposal, isRequest, whenIn } from '../answering/stances/promises.ts';
import { bornOutBy, reportItem } from '../answering/report-items.ts';
import type { Commitment, CommitmentsQuery, FoundCommitments, ReportedAction } from '../rapporteur.ts';
import type { Reading, ReadSentence } from '../retrieval/reading.ts';
import { phrases } from '../words/matcher.ts';
import { termsOf } from '../words/terms.ts';
import { textOf } from '../words/text-words.ts';
import { dueOf } from './due.ts';

export async function commitmentsIn(query: CommitmentsQuery, ground: Ground, now: Date): Promise<FoundCommitments> {
  const { speaker, about = '', open = false, limit = 50, offset = 0 } = query;
  const sessions = await sessionsIn(query, ground);
  const people = speaker === undefined ? [] : await peopleCalled(speaker, ground);
  const spokenIn =
    speaker === undefined ? sessions : sessions.filter(({ id }) => people.some((each) => each.sessions.includes(id)));
  const wanted = await wantedFrom(about, ground);
  const ids = spokenIn.map(({ id }) => id);
  const worth = wanted === null ? ids : await worthReading(wanted.words, ids, ground);
  const rank = new Map(ids.map((id, at) => [id, at]));
  const today = now.toISOString().slice(0, 10);
  const found: Commitment[] = [];
  const reported: ReportedAction[] = [];
  // The newest that have any are read; they are told in the order of time.
  const read = worth.slice(wanted === null ? -mostSessions : 0, wanted === null ? undefined : mostSessions);
  for (let at = 0; at < read.length; at += readAtOnce) {
    for (const opened of await ground.open(read.slice(at, at + readAtOnce))) {
      const reading = opened.reading();
      const isTheirs = sentencesOf(people, reading);
      const made = madeIn(reading, isTheirs, wanted?.of ?? null);
      found.push(...made);
      if (people.length === 0) reported.push(...(await reportedIn(reading, wanted?.of ?? null, made, ground)));
      await setImmediate();
    }
  }
  const isOpen = ({ due }: Commitment) => due === null || due >= today;
  const all = found
    .filter((each) => !open || isOpen(each))
    .toSorted(
      (one, other) =>
        rank.get(one.quote.session.id)! - rank.get(other.quote.session.id)! ||
        one.quote.turn - other.quote.turn ||
        one.quote.start - other.quote.start,
    );
  return {
    commitments: all
      .slice(offset, offset + limit)
      .map((each, place) => ({ ...each, quote: { ...each.quote, n: offset + place + 1 } })),
    reported,
    people: shownPeople(people),
    total: all.length,
    searched: {
      sessions: spokenIn.length,
      of: sessions.length,
      unread: worth.length - read.length,
      ...span(spokenIn),
    },
    next: offset + limit < all.length ? offset + limit : null,
  };
}

function madeIn(reading: Reading, isTheirs: (sentence: ReadSentence) => boolean, wanted: Wanted | null): Commitment[] {
  const on = wanted && placesOn(reading, wanted);
  return reading.sentences.flatMap((sentence, index): Commitment[] => {
    if (!isTheirs(sentence) || (on && !on.has(index))) return [];
    const kind = kindOf(sentence.text);
    if (kind === null) return [];
    const when = whenIn(sentence.text);
    const said = reading.session.date;
    const due = when === null ? null : dueOf(when, said);
    // What is over on the day it is said is told of, not undertaken.
    const isAhead = due !== null && (said === null || due >= said);
    const quote: Quote = { n: 0, ...quoteOfRun(reading, { first: index, last: index }) };
    return [
      {
        kind,
        quote,
        when: isAhead || due === null ? when : null,
        due: isAhead ? due : null,
        towards: towardsIn(sentence.text),
      },
    ];
  });
}

function kindOf(sentence: string): Commitment['kind'] | null {
  if (isPromise(sentence)) return 'undertakes';
  if (isRequest(sentence)) return 'asks';
  return isProposal(sentence) ? 'proposes' : null;
}

/** Sentences on the matter, with those beside them in their turn. */
function placesOn(reading: Reading, wanted: Wanted): Set<number> {
  const on = scoreSentences(reading, wanted, () => true).filter(({ covered }) => covered >= leastCovered);
  return new Set(
    on.flatMap(({ index, sentence }) =>
      [index - 1, index, index + 1].filter((near) => reading.sentences[near]?.turn === sentence.turn),
    ),
  );
}

/** Those named after the act, as the sentence has it; null where it names nobody. */
function towardsIn(sentence: string): string | null {
  return towards.first(textOf(sentence))?.taken ?? null;
}

const towards = phrases({
  lines: `
    (invite|urge|encourage|ask|request|call on|call upon|appeal to) <[all|the|our|your] [other] ({them})>
    (to|for|in|towards) <[all|the|our|your|every] [other] ({them})>`,
  lists: {
    them: `you|everyone|everybody|member states|members|governments|countries|developing countries|least developed countries|states
      |partners|friends|colleagues|delegations|delegates|communities|citizens|the council|the committee|the board|the assembly
      |young people|youth|the public|stakeholders|all parties|parties|africa|africans|the global south|fishers|farmers|growers
      |schools|students|teachers|hospitals|cities|companies|businesses|civil society`,
  },
});

/** What the report lists as actions, each with the commitment or else the words that come nearest to it, where any bear it out. */
async function reportedIn(
  reading: Reading,
  wanted: Wanted | null,
  made: Commitment[],
  ground: Ground,
): Promise<ReportedAction[]> {
  const items = reading.findings.filter(({ kind }) => kind === 'action item').slice(0, mostReported);
  const terms = new Set(wanted?.terms.map(({ term }) => term));
  const found: ReportedAction[] = [];
  for (const finding of items) {
    const item = reportItem(finding, reading);
    const own = new Set(termsOf(item.text));
    if (wanted && shared(own, terms) === 0) continue;
    const [nearest] = made
      .map(({ quote }) => ({ quote, share: shared(own, new Set(termsOf(quote.text))) / own.size }))
      .toSorted((one, other) => other.share - one.share);
    if (nearest && nearest.share >= leastShare) {
      found.push({ item, borneOut: nearest.quote });
      continue;
    }
    const [quote] = await bornOutBy([{ finding, reading }], ground);
    found.push({ item, borneOut: quote ? { n: 0, ...quote } : null });
  }
  return found;
}

function shared(one: Set<string>, other: Set<string>): number {
  return [...one].filter((term) => other.has(term)).length;
}

const mostReported = 20;
/** Of an item's terms in a sentence. */
const leastShare = 0.5;
