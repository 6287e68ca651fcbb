/** "Compare what A and B said about energy", "What problems did each speaker name?": a part a side, silence said. */
import { isEnglish } from '../../words/language.ts';
import { peopleMeant } from '../../people/mentions.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { matterOf as withoutFrame } from '../../asking/parts/matter.ts';
import { waysTo } from '../../asking/phrases/languages.ts';
import { textOf } from '../../words/text-words.ts';
import type { Passage, Quote } from '../../answer.ts';
import { groupNamed } from '../../people/groups.ts';
import { namesIn, spokenBy, type Person } from '../../people/person.ts';
import { isGeneric } from '../../people/roles.ts';
import { termsOf, withoutTerms } from '../../words/terms.ts';
import { choose, choosingFor, mostOfForm, quoteOfRun } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import type { Place } from '../hear.ts';
import { calledAs, mayBeSeveral } from './called-as.ts';
import { difficulties, look } from '../look.ts';
import { performs } from '../stances/speech-acts.ts';
import { candidatesFor, type Candidate } from '../candidates.ts';
import { foundByWords, nearestPassages, overlaps } from '../nearest.ts';
import { bornOutBy, reportItem, shareOf } from '../report-items.ts';
import { givesFloor } from '../talk/replies.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { kindredIn } from '../matter/kindred-said.ts';
import { mostTelling } from '../matter/telling.ts';
import { moderatorsOf } from './moderator.ts';
import { nobodyCalled } from './spoken-of.ts';
import { matterAsAsked, matterOf, nothingCertain, onlyNear, type Asked, type Kind, type Made } from './kind.ts';
import { speakerColumns, tableOf, type Row } from './table.ts';

export const comparison: Kind = {
  isAskedBy: ({ sides, each }) => sides.length > 1 || each,

  async answer(given): Promise<Made | null> {
    const { inquiry, say } = given;
    // Of which of many sessions "all speakers" are, nobody says.
    if (inquiry.each && inquiry.yesNo && given.sessions.length > 1) return null;
    // Over many sessions there is no telling who "each" is: the newest is meant.
    const asked = inquiry.each ? { ...given, sessions: given.sessions.slice(0, 1) } : given;
    const sides = await sidesOf(asked);
    if (sides.length < 2) return null;
    const reported = inquiry.each ? [] : await differencesBetween(sides, asked);
    const borneOut = await bornOutBy(reported, asked.ground);
    const found = await Promise.all(sides.map((side) => partOf(side, asked)));
    const parts = (areSpeakers(sides) ? found : await whereTogether(found, sides, asked)).map((part, index) =>
      withBorneOut(
        part,
        borneOut.filter(({ session, speaker }) => spokenBy(sides[index]!.people)(session.id, speaker)),
      ),
    );
    if (parts.every(({ isSure, quotes }) => !isSure || quotes.length === 0)) return nothingSure(sides, parts, asked);
    const quotes: Omit<Quote, 'n'>[] = [];
    const known = sides.flatMap(({ people }) => people);
    const inColumns = speakerColumns(inquiry.columns, known, say);
    const rows: Row[] = [];
    /** Of each who is asked, those who said nothing are named together. */
    const silent: string[] = [];
    const lines = sides.flatMap((side, index) => {
      const part = parts[index]!;
      // One sentence may speak of several sides.
      const shown = part.quotes.map((quote) => {
        const known = quotes.findIndex((other) => overlaps(other, quote));
        // The longer one has what both are shown for.
        if (known >= 0 && quote.text.length > quotes[known]!.text.length) quotes[known] = quote;
        return { ...quote, n: known >= 0 ? known + 1 : quotes.push(quote) };
      });
      const line = lineOf(side, part, shown);
      const isTold = shown.length > 0 || !inquiry.each;
      if (!isTold) silent.push(side.called);
      else
        rows.push(
          ...(shown.length > 0
            ? shown.map((quote) => ({ cells: cellsOf(side, part, quote), n: quote.n }))
            : [{ cells: [line], n: null }]),
        );
      return isTold ? [line] : [];
    });
    const words = matterOfEach(inquiry);
    const matter = inquiry.each ? words : matterAsAsked({ ...inquiry, words: words || inquiry.words });
    const heading = parts.some(({ isTelling }) => isTelling)
      ? say(asksProposals(sides[0]!) ? 'eachProposes' : 'eachTelling')
      : matter === '' || !areSpeakers(sides) || !areOfOne(sides)
        ? ''
        : say('onMatter', { matter });
    const nothingFrom = silent.length > 0 ? [say('nothingFrom', { names: say.listed(silent) })] : [];
    rows.push(...nothingFrom.map((line) => ({ cells: [line], n: null })));
    const title = inquiry.each && given.sessions.length > 1 ? say.titleAndDay(asked.sessions[0]!) : '';
    const caption = [title, heading].filter(Boolean).join('\n');
    const text = [caption, ...[...lines, ...nothingFrom].map((line) => `- ${line}`)].filter(Boolean).join('\n');
    const isTable = inquiry.each || inquiry.form?.kind === 'table';
    const head = areSpeakers(sides) ? inColumns.head : [say('columnSide')];
    const report = reported.map(({ finding, reading }) => reportItem(finding, reading));
    // Two who are only asked of together are held against each other by nobody.
    const question = textOf(inquiry.question);
    const isOpen =
      inquiry.form === null && !inquiry.each && areSpeakers(sides) && !comparing.some((ways) => ways.in(question));
    return {
      text,
      quotes,
      report,
      marked: true,
      ...(isTable && { table: tableOf(caption, head, rows, say) }),
      ...(isOpen && { isOpen: true as const }),
    };

    function cellsOf({ called, isOpen, of, people: [person] }: Side, { isSure }: Part, quote: Quote): string[] {
      const name = isOpen ? `${called} (${say.called(quote)})` : called;
      const cell = isSure ? name : say('onlyNearest', { side: name });
      return of === 'speaker' ? inColumns.cellsOf(isOpen ? undefined : person, cell) : [cell];
    }

    function lineOf(
      { called, of, isOpen, people, inquiry: { speakers } }: Side,
      { isSure }: Part,
      shown: Quote[],
    ): string {
      if (speakers.length > 0 && people.length === 0) return nobodyCalled([called], asked.sessions, say);
      if (shown.length === 0) return say('sideSilent', { side: called });
      const marks = [...new Set(shown.map(({ n }) => `[${n}]`))].join('');
      return say(isSure ? 'sideSaid' : 'sideUnsure', {
        side: of === 'speaker' && !isOpen ? inColumns.lineOf(people[0], called) : called,
        names: of === 'speaker' && !isOpen ? marks : say.names(shown),
      });
    }
  },
};

const comparing = [waysTo('compares'), waysTo('ofOneMind'), waysTo('apart')];

/**
 * Matters are compared in the session that speaks of most of them, two at least, if there is one: what others say of one
 * alone holds it against nothing.
 */
async function whereTogether(parts: Part[], sides: Side[], asked: Asked): Promise<Part[]> {
  const spoken = parts.flatMap(({ quotes }) => [...new Set(quotes.map(({ session }) => session.id))]);
  const byCount = [...Map.groupBy(spoken, (id) => id)].toSorted(([, one], [, other]) => other.length - one.length);
  const [most] = byCount;
  if (asked.sessions.length < 2) return parts;
  if (most && most[1].length > 1) return partsIn(most[0], sides, asked);
  const called = sides.map((side) => termsOf(side.called).join(' ')).filter((terms) => terms !== '');
  const ids = asked.sessions.map(({ id }) => id);
  const inOneTurn = await asked.ground.library.extent(called, ids.length < asked.all.length ? ids : undefined);
  for (const id of inOneTurn?.sessions.slice(0, mostRead) ?? []) {
    const together = await partsIn(id, sides, asked);
    if (together.every(({ isSure, quotes }) => isSure && quotes.length > 0)) return together;
  }
  // Nobody is known to hold them against each other.
  return parts.map((part) => ({ ...part, isSure: false }));
}

function partsIn(session: string, sides: Side[], asked: Asked): Promise<Part[]> {
  const sessions = asked.sessions.filter(({ id }) => id === session);
  return Promise.all(sides.map((side) => partOf(side, { ...asked, sessions })));
}

/** What each side has that comes nearest, as no more than that; null where none has anything. */
function nothingSure(sides: Side[], parts: Part[], { sessions, say }: Asked): Made | null {
  const nearest = foundByWords(parts.flatMap(({ quotes }) => quotes));
  if (nearest.length === 0) return null;
  const names = areSpeakers(sides) ? say.listed(sides.map(({ called }) => called)) : '';
  return onlyNear(nothingCertain({ sessions, say }, names), nearest, say);
}

interface Side {
  of: 'speaker' | 'matter';
  /** As it is shown. */
  called: string;
  /** Who is asked of may be people of different names: whose each quote is must be said. */
  isOpen?: boolean;
  /** Who moderates gives the floor in most of what they say. */
  moderates?: boolean;
  /** Whose words it is looked for in; of everybody where the sides are matters and nobody is named. */
  people: Person[];
  inquiry: Inquiry;
}

/** Not where each has a matter of its own. */
const areOfOne = (sides: Side[]) => new Set(sides.map(({ inquiry }) => inquiry.words)).size === 1;
const areSpeakers = (sides: Side[]) => sides.every(({ of }) => of === 'speaker');

async function sidesOf({ inquiry, directory, sessions, ground, say }: Asked): Promise<Side[]> {
  const ofOne = { ...inquiry, asksWho: false, wants: null, sides: [], kind: '' };
  if (inquiry.each) {
    const [session] = sessions;
    if (!session) return [];
    const group = groupNamed(inquiry.question, directory.people);
    const words = matterOfEach(inquiry);
    const moderators = await moderatorsOf(session.id, ground);
    const known = directory.people
      .filter((person) => person.sessions.includes(session.id) && (group?.people.includes(person) ?? true))
      .map((person): Side => {
        const called = moderators.has(person.name) ? say('asModerator', { name: person.name }) : person.name;
        return {
          of: 'speaker',
          called,
          people: [person],
          moderates: called !== person.name,
          inquiry: { ...ofOne, words },
        };
      });
    // Who moderates says least of their own.
    const [others, moderating] = [false, true].map((is) =>
      known.filter(({ people: [person] }) => moderators.has(person!.name) === is),
    );
    return [...others!, ...moderating!].slice(0, mostSides);
  }
  if (inquiry.speakers.length > 1) {
    const own = ownMatters(inquiry);
    return inquiry.speakers.map((speaker, index) => ({
      of: 'speaker',
      called: calledAs(speaker),
      isOpen: mayBeSeveral(speaker),
      people: speaker.matches.map(({ person }) => person),
      inquiry: { ...ofOne, speakers: [speaker], words: own?.[index] ?? (matterOfEach(inquiry) || inquiry.words) },
    }));
  }
  const shared = sharedOf(inquiry);
  return inquiry.sides.map((side) => ({
    of: 'matter',
    called: side,
    people: peopleMeant(inquiry.speakers),
    inquiry: { ...ofOne, words: `${side} ${shared}`.trim() },
  }));
}

/** "Ruiz's hopes for the levy with Berg's concerns": each has a matter of its own; null where they share one. */
function ownMatters({ question, speakers }: Inquiry): string[] | null {
  if (speakers.some(({ end }) => !/^['’]s?\s/u.test(question.slice(end)))) return null;
  const between = speakers.map(({ end }, index) =>
    question.slice(end, speakers[index + 1]?.start).replace(/^['’]s?/u, ''),
  );
  const matters = between.map((words) => matterOfEach({ words: matterIn(words) }));
  return matters.every((matter) => termsOf(matter).length > 0) ? matters : null;
}

const matterIn = (words: string) => withoutFrame(words, { compared: true, whole: false });

/** In what matters are compared: `tolls` of "Compare the north and the south on tolls". */
function sharedOf({ words, sides }: Inquiry): string {
  const after = Math.max(...sides.map((side) => words.indexOf(side) + side.length));
  const [, shared] = /\b(?:on|about|regarding|concerning)\b(.+)$/iu.exec(words.slice(after)) ?? [];
  return shared?.trim() ?? '';
}

const mostSides = 16;
const naming = new Set(
  termsOf('name named names mention mentioned raise raised give gave list see saw point pointed make made'),
);

interface Part {
  quotes: (Omit<Quote, 'n'> | Omit<Passage, 'n'>)[];
  /** Not where the quotes only come near. */
  isSure: boolean;
  /** It is what tells most of all they said. */
  isTelling?: true;
}

async function partOf(side: Side, asked: Asked): Promise<Part> {
  const { sessions, ground, inquiry } = asked;
  const ids = sessions.map(({ id }) => id);
  const spokenIn =
    side.people.length > 0 ? ids.filter((id) => side.people.some((person) => person.sessions.includes(id))) : ids;
  const isOfAll = inquiry.each || inquiry.form?.kind === 'table';
  if (isOfAll && termsOf(side.inquiry.words).length === 0 && spokenIn.length > 0)
    return telling(side, spokenIn[0]!, asked);
  if (side.inquiry.speakers.length > 0 && side.people.length === 0) return { quotes: [], isSure: false };
  // What somebody wants or recommends they say in words of their own: what tells most of it is shown.
  if (asksProposals(side) && spokenIn.length > 0)
    return side.moderates
      ? { quotes: [], isSure: true }
      : telling(side, spokenIn[0]!, asked, (text) => performs('proposal', text));
  if (termsOf(side.inquiry.words).length === 0) return { quotes: [], isSure: false };
  const ofDifficulty = termsOf(side.inquiry.words).every((term) => difficulties.includes(term) || extreme.has(term));
  const within = { people: side.people, spokenIn, ...(ofDifficulty && { also: difficulties }) };
  const { places, heard, near: nearIn } = await look(side.inquiry, within, ground);
  const most = inquiry.each ? 1 : (mostOfForm(inquiry.form) ?? mostOfSide);
  // Who only says the word has not named one, nor has who gives the floor to others.
  // "Building" and "capacity" are not capacity building, where that is spoken of.
  const isSaidTogether = heard.some(({ saidTogether }) => saidTogether);
  const named = places.filter(
    (place) =>
      (place.together || !isSaidTogether) &&
      (side.of !== 'speaker' || inquiry.each || !isEnglish(inquiry.language) || saysOfIt(place)) &&
      !(ofDifficulty && !performs('warning', place.sentence.text)) &&
      !(side.moderates && isFloorGiving(place.sentence.turn, place.reading)),
  );
  const sure = choose(named, { ...choosingFor(side.inquiry, false, true), most, leastShare: leastOfBest });
  // Which "Marketing" of a hundred meetings is meant, nobody knows.
  if (sure.length > 0) return { quotes: sure, isSure: !isOfMany(side, spokenIn) };
  // Who names a difficulty may call it by none of its names.
  if (ofDifficulty && inquiry.each && !side.moderates && spokenIn.length > 0) {
    const { quotes } = await telling(side, spokenIn[0]!, asked, (text) => performs('warning', text));
    if (quotes.length > 0) return { quotes, isSure: true };
  }
  // Something of it is in their words, or what means the same: what comes nearest is shown rather than a silence that may be none.
  const isNear = heard.some(({ places: near }) => near.some(({ own }) => own > 0));
  const isMeant = ({ closeness }: Candidate) => (closeness?.around ?? 0) >= leastMeant;
  if (!isNear && (inquiry.each || side.people.length === 0)) return { quotes: [], isSure: true };
  const candidates = await candidatesFor(nearIn, ground);
  const kindred = isNear ? [] : await kindredIn(nearIn.wanted, candidates, within, ground);
  const nearest = nearestPassages(isNear ? candidates : [...kindred, ...candidates.filter(isMeant)]);
  return { quotes: nearest.slice(0, 1), isSure: nearest.length === 0 };
}

/** Who says a part of the matter may mean something else. */
function saysOfIt({ own, covered, whole, closeness }: Place): boolean {
  return whole || (own >= leastOwnOfSide && covered >= leastOfSide) || (closeness?.around ?? 0) >= leastOfSide;
}

const isOfMany = ({ people }: Side, spokenIn: string[]) =>
  spokenIn.length > 1 && (people.length > 1 || people.some(({ name }) => isGeneric(name)));

/** What the report lists as a difference between those who are compared, on the matter. */
async function differencesBetween(sides: Side[], { inquiry, sessions, ground }: Asked) {
  const people = sides.map((side) => side.people);
  const together = sessions.filter(({ id }) => people.every((of) => of.some((person) => person.sessions.includes(id))));
  const topic = termsOf(inquiry.words);
  if (!areSpeakers(sides) || together.length === 0 || topic.length === 0) return [];
  const counts = await ground.library.counts(topic);
  const ids = together.slice(0, mostRead).map(({ id }) => id);
  return (await readingsOf(ids, ground)).flatMap((reading) => {
    const names = people.map((of) => namesIn(reading.session.id, of));
    return reading.findings
      .filter(({ kind }) => kind === 'disagreement' || kind === 'unexpected difference')
      .filter(({ speakers }) => names.every((of) => speakers.some((speaker) => of.has(speaker))))
      .filter((finding) => shareOf(topic, finding, counts) >= leastOfFinding)
      .map((finding) => ({ finding, reading }));
  });
}

const mostRead = 3;
/** Of the matter's weight in an item of the report. */
const leastOfFinding = 0.6;

/** What bears a difference out that the report lists is of the matter too, whatever words it has. */
function withBorneOut(part: Part, borneOut: Omit<Quote, 'n'>[]): Part {
  const further = borneOut.filter((quote) => !part.quotes.some((other) => overlaps(other, quote))).slice(0, 1);
  if (further.length === 0) return part;
  return { quotes: [...(part.isSure ? part.quotes.slice(0, mostOfSide - 1) : []), ...further], isSure: true };
}

function isFloorGiving(turn: number, { sentences }: Reading): boolean {
  return sentences.some((sentence) => sentence.turn === turn && givesFloor(sentence.text));
}

/** Asked of each without a matter: what tells most of what they said. */
async function telling(
  { people: of }: Side,
  session: string,
  { ground }: Asked,
  isMeant?: (sentence: string) => boolean,
): Promise<Part> {
  const [reading] = await readingsOf([session], ground);
  const index = mostTelling(namesIn(session, of), reading!, isMeant);
  return {
    quotes: index === null ? [] : [quoteOfRun(reading!, { first: index, last: index })],
    isSure: true,
    isTelling: true,
  };
}

/** What is said to be spoken of, or else all without the words that ask for what they said altogether; empty where nothing is left. */
function matterOfEach({ words }: Pick<Inquiry, 'words'>): string {
  const [, about] = /\b(?:on|about|regarding|concerning)\s+(.+)$/iu.exec(words) ?? [];
  if (about && termsOf(about).length > 0) return matterOf({ words: about });
  return matterOf({ words: withoutTerms(words, naming, wholeOf) });
}

const wholeOf = new Set(
  termsOf(
    `message messages point points argument arguments position positions main key their table speakers speaker summary summarise
    summarize intervention interventions speech speeches remarks central core gist say said view views stance statement line quote
    most important organisation organization affiliation name two three column sentence sentences bullet bullets
    takeaway takeaways one each per person idea ideas theme themes contribution contributions`,
  ),
);
function asksProposals({ inquiry }: Side): boolean {
  const terms = termsOf(inquiry.words);
  return terms.every((term) => proposing.has(term)) && (terms.length > 0 || inquiry.asksFor.has('proposal'));
}

/** Which difficulty of somebody's is meant, and no matter. */
const extreme = new Set(
  termsOf('big bigger biggest great greater greatest main key major serious urgent top see sees saw face'),
);
const proposing = new Set(
  termsOf(
    'want wants wish recommend recommendation recommendations propose proposal proposals suggest suggestion demand demands call',
  ),
);
/** Of the matter's weight, in the sentence itself, and with what stands beside it. */
const leastOwnOfSide = 0.4;
const leastOfSide = 0.75;
/** Of the parts of the matter, in and beside what has none of its words. */
const leastMeant = 0.3;
const mostOfSide = 3;
/** Of the best quote's score: what has less of the matter is of another. */
const leastOfBest = 0.75;
