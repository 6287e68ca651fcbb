/** Looking for words: the sessions heard on a matter, and the sentences of them that answer, best first. */
import type { Inquiry } from '../asking/asked.ts';
import type { Person } from '../people/person.ts';
import { otherWordsFor } from '../retrieval/stands-for.ts';
import { phrases } from '../words/matcher.ts';
import { termsOf } from '../words/terms.ts';
import { textOf } from '../words/text-words.ts';
import { ranked, type Near } from './candidates.ts';
import { calledOtherwise } from './matter/called-otherwise.ts';
import { isEnglish } from '../words/language.ts';
import { wantedOf, type Wanted } from './matter/evidence.ts';
import { firstSaying, isTopic } from './matter/extent.ts';
import type { Ground } from './ground.ts';
import { hear, sessionsFor, wordsOf, type Heard, type Place } from './hear.ts';
import { answeringPlaces, saysAll, sureOf, withNearness } from './judge.ts';
import { sideAsked } from './telling/good-or-bad.ts';
import { writtenOtherwise } from './figures/written-numbers.ts';

/** Where is looked. */
export interface Within {
  /** Those whose words alone answer; of everybody where there are none. */
  people: Person[];
  /** Ids of the sessions looked in. */
  spokenIn: string[];
  /** Those that may tell what acronyms stand for; all where absent. */
  among?: string[] | undefined;
  /** Terms any of which will do for those of the question: "gap" for "problem". */
  also?: string[];
}

export interface Looked {
  wanted: Wanted;
  /** What sessions were found by. */
  words: string;
  heard: Heard[];
  /** Ids of the sessions that were looked at, whatever they say of it. */
  lookedAt: string[];
  /** What answers, best first. */
  places: Place[];
  /** The matter is asked for as such. */
  topic: boolean;
  /** For what comes nearest. */
  near: Near;
}

export async function look(
  inquiry: Inquiry,
  { people, spokenIn, among, also = [] }: Within,
  ground: Ground,
): Promise<Looked> {
  const { wanted, words } = await wantedBy(inquiry, among, ground);
  for (const { others } of wanted.terms) others.push(...also.map((term) => [term]));
  const lookedAt = spokenIn.length === 0 ? [] : await sessionsFor(words, spokenIn, ground);
  const topic = isTopic(inquiry, wanted);
  // Of a matter that many sessions speak of, whoever asks after one of them means the newest more often than any other.
  const isOfMany =
    spokenIn.length > lookedAt.length && (topic || (inquiry.asksWho && wanted.terms.length <= mostOfMany));
  const newest = isOfMany ? await firstSaying(wanted, spokenIn, ground) : null;
  if (newest !== null && !lookedAt.includes(newest)) lookedAt.push(newest);
  const heard = spokenIn.length === 0 ? [] : await hear(wanted, words, spokenIn, people, ground, lookedAt);
  const { language } = inquiry;
  const near = { words: inquiry.words, wanted, heard, people, among: spokenIn, language };
  const meant = await countingNearness(near, ground);
  return {
    wanted,
    words,
    heard,
    lookedAt,
    places: ofSideAsked(answeringPlaces(meant, inquiry, topic), inquiry),
    topic,
    near,
  };
}

/** "What is it good for?" is not answered by what harm it does. */
function ofSideAsked(places: Place[], { question }: Inquiry): Place[] {
  const side = sideAsked(question);
  return side === null ? places : places.filter((place) => !side.isContrary(wordsOf(place)));
}

/** In terms: more of them tell a session by themselves. */
const mostOfMany = 2;

/** What must be said, and the words to find sessions by; `sessions` are those that may tell what acronyms stand for, all that are seen where absent. */
export async function wantedBy(
  { question, words, wants, kind, speakers, asksFor, language }: Inquiry,
  sessions: string[] | undefined,
  ground: Ground,
): Promise<{ wanted: Wanted; words: string }> {
  const otherWords = await otherWordsFor(words, { library: ground.library, open: ground.open, sessions });
  otherWords.push(
    ...writtenOtherwise(words, language),
    ...(isEnglish(language) ? calledOtherwise(`${words}. ${question}`) : []),
  );
  // Whoever is asked for concerns may call them risks, and who is against a treaty may speak of an instrument.
  if (speakers.length > 0 || asksFor.has('against') || asksFor.has('support'))
    for (const term of termsOf(words)) {
      const same = otherNames.find((terms) => terms.includes(term)) ?? [];
      otherWords.push({ terms: [term], others: same.filter((each) => each !== term).map((each) => [each]) });
    }
  return {
    wanted: wantedOf(words, await ground.library.counts(termsOf(words)), {
      wantsNumber: wants === 'number',
      kind: `${kind} ${harmIn(words)}`,
      otherWords,
      verbs: speakers.length > 0 ? asking : light,
      isCommonWord: ground.isCommonWord,
    }),
    words: [words, ...otherWords.flatMap(({ others }) => others.flat())].join(' '),
  };
}

/** Where no sentence says all of it, how near they come helps to choose among those of sessions that speak of it. */
async function countingNearness(near: Near, ground: Ground): Promise<Heard[]> {
  const { heard } = near;
  const sure = sureOf(heard);
  if (saysAll(heard) || sure.length === 0) return heard;
  const readings = sure.map(({ reading }) => reading);
  return withNearness(heard, await ranked(near, readings, await ground.meaningsOf(near.words)));
}

/** What a difficulty is called, any of which is meant by another. */
export const difficulties = termsOf(
  'problem challenge difficulty obstacle hurdle impediment gap risk shortage concern threat danger lack worry',
);
/** `costs` of "environmental costs", which are no money, and may be called by another word; empty where there are none. */
function harmIn(words: string): string {
  return ofHarm.first(textOf(words))?.taken ?? '';
}

const ofHarm = phrases({
  lines: '(environmental|ecological|climate) <cost(s)|price|burden|footprint|toll>',
});
/** An instrument that binds is a treaty. */
const otherNames = [difficulties, termsOf('treaty instrument convention pact covenant')];

/** Stems of verbs that go with any matter: "the projects they run". */
const lightVerbs = termsOf('run hold');
const light = new Set(lightVerbs);

/** Stems that ask for somebody's words without saying on what. */
export const asking = new Set([
  ...lightVerbs,
  ...termsOf(`ask propose recommend suggest argue claim contribute position speech statement respond reply react answer
    emphasise emphasize stress highlight underline note present insist want wish demand seek plan intend aim hope`),
]);
