/**
 * A report of the kind that session pages have, from a bare transcript: of sentences that were said, chosen by the program.
 * It counts what can be counted, writes nothing, and is no source for what was said: each item has its place.
 */
import type { Quote } from '../answer.ts';
import { quoteOfRun } from '../answering/quotes/choose.ts';
import type { Ground } from '../answering/ground.ts';
import { readingsOf } from '../answering/ground.ts';
import { secondsAt } from '../answering/quotes/quote.ts';
import { asks, givesFloor } from '../answering/talk/replies.ts';
import { programVersion } from '../program-version.ts';
import type { ReportedSpeaker, ReportItemOf, SessionReport } from '../rapporteur.ts';
import type { Reading } from '../retrieval/reading.ts';
import { countWords } from '../words/terms.ts';
import { agreementMapOf } from './agreement-map.ts';
import { commitmentsIn } from './commitments.ts';
import {
  chosen,
  claims,
  gives,
  leavesOpen,
  startles,
  tellingSentences,
  type Telling,
} from '../answering/matter/telling.ts';

const most = { points: 6, ofSpeaker: 5, evidence: 2, questions: 8, comments: 5 };
/** A speaker has an argument for so many words. */
const wordsAnArgument = 150;

/** Null where no session of that id is seen. */
export async function reportOn(id: string, ground: Ground, now: Date): Promise<SessionReport | null> {
  if (!ground.library.sees([id])) return null;
  const [reading] = await readingsOf([id], ground);
  const { session } = reading!;
  const leading = leadersOf(reading!);
  const telling = tellingSentences(reading!).filter(({ index }) => !leading.has(reading!.sentences[index]!.speaker));
  const bySpeaker = Map.groupBy(telling, ({ index }) => reading!.sentences[index]!.speaker);
  const speakers = speakersOf(reading!);
  const items = numbering();
  const map = await agreementMapOf({ session: id }, ground);
  const { commitments } = await commitmentsIn({ session: id, limit: 100 }, ground, now);
  return {
    session: { id: session.id, title: session.title, date: session.date },
    made: {
      at: now.toISOString(),
      program: programVersion,
      version: session.version ?? null,
      by: 'selected sentences',
    },
    turns: session.turns.length,
    words: speakers.reduce((sum, { words }) => sum + words, 0),
    speakers,
    points: chosen(telling, most.points).map(({ index }) => items([quoteOf(reading!, index)])),
    arguments: speakers.flatMap(({ name, words }) =>
      name === null
        ? []
        : argumentsOf(reading!, bySpeaker.get(name) ?? [], words).map(({ claim, evidence }) => ({
            speaker: name,
            ...items([quoteOf(reading!, claim)]),
            evidence: evidence.map((index) => quoteOf(reading!, index)),
          })),
    ),
    agreements: map.points
      .filter(({ said }) => said.filter(({ stance }) => stance === 'for').length > 1)
      .map(({ matter, said }) => ({ matter, ...items(quotesWith(said, ['for'])) })),
    differences: map.points
      .filter(({ said }) => said.some(({ stance }) => stance === 'against' || stance === 'conditions'))
      .map(({ matter, said }) => ({ matter, ...items(quotesWith(said, ['for', 'conditions', 'against'])) })),
    actions: commitments.map(({ quote, ...rest }) => ({ ...rest, ...items([quote]) })),
    questions: openQuestions(reading!).map((index) => items([quoteOf(reading!, index)])),
    comments: chosen(
      telling.filter(({ index }) => startles(reading!.sentences[index]!.text)),
      most.comments,
    ).map(({ index }) => items([quoteOf(reading!, index)])),
  };
}

/** Who mostly gives the floor and thanks: they argue nothing. */
function leadersOf({ sentences }: Reading): Set<string | null> {
  const of = Map.groupBy(sentences, ({ speaker }) => speaker);
  return new Set(
    [...of]
      .filter(([, own]) => own.filter(({ text }) => givesFloor(text)).length > own.length * leastOfFloor)
      .map(([speaker]) => speaker),
  );
}

const leastOfFloor = 0.2;

/** Items are counted through the whole report. */
function numbering(): (quotes: Quote[]) => ReportItemOf {
  let number = 0;
  return (quotes) => ({ number: (number += 1), quotes });
}

function quoteOf(reading: Reading, index: number): Quote {
  return { n: 0, ...quoteOfRun(reading, { first: index, last: index }) };
}

function quotesWith(said: { stance: string | null; quotes: Quote[] }[], stances: string[]): Quote[] {
  return said.filter(({ stance }) => stance !== null && stances.includes(stance)).map(({ quotes }) => quotes[0]!);
}

/** Each with what is told for it right before or after: a figure, an example. */
function argumentsOf(reading: Reading, own: Telling[], words: number): { claim: number; evidence: number[] }[] {
  const { sentences } = reading;
  const claiming = own.map((each) => ({
    ...each,
    weight: each.weight * (claims(sentences[each.index]!.text) ? 2 : 1),
  }));
  const count = Math.min(most.ofSpeaker, Math.ceil(words / wordsAnArgument));
  const taken = chosen(claiming, words < fewestWords ? 0 : count);
  const claimed = new Set(taken.map(({ index }) => index));
  return taken.map(({ index }) => ({
    claim: index,
    evidence: [index + 1, index - 1, index + 2, index + 3]
      .filter((at) => sentences[at]?.turn === sentences[index]!.turn && !claimed.has(at))
      .filter((at) => gives(sentences[at]!.text) && sentences[at]!.length > 2 && !givesFloor(sentences[at]!.text))
      .slice(0, most.evidence),
  }));
}

/** Who says no more than this gives the floor or thanks. */
const fewestWords = 60;

/** What nobody else replied to, and what is said to be open. */
function openQuestions({ sentences }: Reading): number[] {
  const found = sentences.flatMap((sentence, index) => {
    if (sentence.length < 3 || givesFloor(sentence.text)) return [];
    if (leavesOpen(sentence.text)) return [index];
    if (!asks(sentence)) return [];
    const isLastOfTurn = sentences[index + 1]?.turn !== sentence.turn;
    // Somebody else has the word next, and may have replied.
    return isLastOfTurn && index + 1 < sentences.length ? [] : [index];
  });
  return found.slice(0, most.questions);
}

/** In the order they first spoke. Time and speed are told where the record has times. */
function speakersOf({ session }: Reading): ReportedSpeaker[] {
  const names = [...new Set(session.turns.map(({ speaker }) => speaker))];
  return names.map((name) => {
    const turns = [...session.turns.entries()].filter(([, { speaker }]) => speaker === name);
    const words = turns.reduce((sum, [, { text }]) => sum + countWords(text), 0);
    const spans = turns.map(([at, turn]) => {
      const [from, to] = [secondsAt(turn, 0), session.turns[at + 1] ? secondsAt(session.turns[at + 1]!, 0) : null];
      return from === null || to === null || to < from ? null : { seconds: to - from, words: countWords(turn.text) };
    });
    const known = spans.filter((span) => span !== null);
    const seconds = known.length === 0 ? null : known.reduce((sum, span) => sum + span.seconds, 0);
    const timed = known.reduce((sum, span) => sum + span.words, 0);
    return {
      name,
      role: session.speakers.find((speaker) => speaker.name === name)?.role ?? null,
      turns: turns.length,
      words,
      seconds: known.length === turns.length ? seconds : null,
      wordsAMinute: seconds === null || seconds === 0 ? null : Math.round((timed / seconds) * 60),
    };
  });
}
