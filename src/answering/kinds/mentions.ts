/** "Did anyone mention gender?", "Was the levy mentioned?": yes with who, or no with what was searched. */
import type { Quote } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { phrases } from '../../words/matcher.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { fold, properNamesIn } from '../../words/names.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { matchTerms, singleWordsFor, type Wanted } from '../matter/evidence.ts';
import { extentOf } from '../matter/extent.ts';
import { readingsOf, type Ground } from '../ground.ts';
import { sentencesOf } from '../hear.ts';
import { asksCountries } from '../names/regions.ts';
import { asksForAllCountries } from './countries.ts';
import { candidatesFor } from '../candidates.ts';
import { foundByWords, nearestPassages } from '../nearest.ts';
import { englishLists } from '../../asking/phrases/english-lists.ts';
import { isNegated } from '../stances/negation.ts';
import { asksOfBoth } from '../../asking/parts/comparison.ts';
import { spokenBy } from '../../people/person.ts';
import { kindredIn } from '../matter/kindred-said.ts';
import { comparison } from './comparison.ts';
import { onlyReported } from './only-reported.ts';
import { sameSpeaker } from '../same-speaker.ts';
import { mayBeSaidShorter } from '../matter/said-shorter.ts';
import { otherLanguage } from '../spoken-language.ts';
import { togetherFirst, togetherIn } from '../matter/whole-matter.ts';
import { isElse, nobodyElse, ofElse } from './who-else.ts';
import { ofItsSession } from './listing.ts';
import { matterOf, nothingCertain, numbered, onlyNear, type Asked, type Kind, type Made } from './kind.ts';
import { isEnglish } from '../../words/language.ts';

export const mentions: Kind = {
  isAskedBy: (inquiry) =>
    inquiry.asksFor.has('mention') &&
    !asksForAllCountries(inquiry) &&
    (inquiry.yesNo || inquiry.asksWho || isOfKindAlone(inquiry)) &&
    termsOf(inquiry.words).length > 0,

  async answer(asked): Promise<Made | null> {
    const { inquiry, people, say, sessions } = asked;
    if (inquiry.speakers.length > 0 && people.length === 0) return null;
    const all = await mentioning(asked);
    // Where one of two who are asked of did and the other is not known to, each is heard.
    if (isOfBoth(asked) && !eachDid(inquiry, all)) return comparison.answer(eachOf(asked));
    const others = all.filter(await isElse(asked));
    const ordered = inOrder(others, inquiry);
    const said = ordered ?? others;
    if (said.length === 0 && all.length > 0) return nobodyElse(asked);
    if (said.length === 0) return inquiry.yesNo ? ((await onlyReported.answer(asked)) ?? denial(asked)) : null;
    if (isOfBodies(inquiry))
      return onlyNear(nothingCertain(asked), foundByWords(namingFirst(said).slice(0, mostOfBodies)), say);
    const same = sameSpeaker(asked.directory);
    const firsts = [...Map.groupBy(said.toSorted(byNewest), same).values()];
    const chosen = (firsts.length > 1 ? firsts.map(([first]) => first!) : said).slice(0, mostShown);
    const { wanted } = await asked.looked();
    // All turns that name it are counted: where who else did is asked, they are no count of those.
    const isOfAll = people.length === 0 && others.length === all.length;
    const extent = isOfAll ? await extentOf(wanted, sessions, asked.ground) : null;
    const isLarge = extent !== null && extent.turns > said.length;
    const names = say.names(numbered(chosen));
    // Speakers are counted in what was read; turns, in all.
    const isTotal = !(await mayBeSaidShorter(wanted, asked.ground));
    const among =
      isTotal && !(await isCountedWhole(asked)) && firsts.length > 1 ? say('amongSessions', { count: mostRead }) : '';
    const yes = isLarge ? say('yesTurns', { turns: extent.turns, names }) : say('yes', { names });
    const many = firsts.length > chosen.length ? 'clearestOfSpeakers' : 'speakersSpokeOfThis';
    const who =
      isTotal && firsts.length > 1
        ? say(many, { number: say.number(firsts.length), names })
        : say('spokeOfThis', { names });
    // To "Did nobody …?" a yes would say that nobody did.
    const text = [inquiry.yesNo && !asksOfNone(inquiry) ? yes : who, among].filter(Boolean).join(' ');
    return {
      text: ordered ? ofItsSession(text, chosen, asked) : text,
      quotes: chosen,
      report: [],
      rest: said.filter((quote) => !chosen.includes(quote)),
      marked: true,
    };
  },
};

/** "Did nobody mention it?", "Did everybody?": who did is told, without a yes or a no. */
const asksOfNone = ({ question }: Inquiry) => ofNone.in(textOf(question)) || isNegated(question, 'en');
const ofNone = phrases({ lines: '{noneOfThem}\n({everybody})', lists: englishLists });

/** "Did Norden and Ossa both mention it?" */
const isOfBoth = ({ inquiry }: Asked) => inquiry.yesNo && asksOfBoth(inquiry.question, inquiry.speakers);

function eachDid({ speakers }: Inquiry, quotes: Omit<Quote, 'n'>[]): boolean {
  return speakers.every(({ matches }) => {
    const isTheirs = spokenBy(matches.map(({ person }) => person));
    return quotes.some(({ session, speaker }) => isTheirs(session.id, speaker));
  });
}

function eachOf(asked: Asked): Asked {
  const { speakers } = asked.inquiry;
  return { ...asked, inquiry: { ...asked.inquiry, sides: speakers.map(({ phrase }) => phrase) } };
}

/**
 * "Who mentioned it first?": of one session, the newest where several name it, what was said before or after all else;
 * null where no order is asked for.
 */
function inOrder(quotes: Omit<Quote, 'n'>[], { question }: Inquiry): Omit<Quote, 'n'>[] | null {
  const text = textOf(question);
  const [newest] = quotes.toSorted(byNewest);
  const ofOne = quotes.filter(({ session }) => session.id === newest?.session.id);
  return asksFirst.in(text) ? ofOne.slice(0, 1) : asksLast.in(text) ? ofOne.slice(-1) : null;
}

function byNewest(one: Omit<Quote, 'n'>, other: Omit<Quote, 'n'>): number {
  return (other.session.date ?? '').localeCompare(one.session.date ?? '');
}

const inThatOrder = (order: string) => ({
  lines: `
    (who|which [*] [*]) (is|was) the [very] ${order} [speaker|person|one] to
    who [was|is] ${order} [to] (~mention|~bring|~raise|~speak|~name)
    (who|which [*] [*]) (~mention|~bring up|~raise|~name) … ${order} $`,
});
const asksFirst = phrases(inThatOrder('first'));
const asksLast = phrases(inThatOrder('last'));

/** "What resolutions were mentioned?": what is called one, and hardly what is only like it. */
export function isOfKindAlone(inquiry: Inquiry): boolean {
  const ofKind = termsOf(inquiry.kind);
  const isAlone = ofKind.length > 0 && termsOf(inquiry.words).every((term) => ofKind.includes(term));
  return isAlone && inquiry.wants !== 'number' && !asksCountries(inquiry) && !inquiry.asksFor.has('parts');
}

/** "Which companies were named?": most are named by a name that does not say what they are. */
function isOfBodies(inquiry: Inquiry): boolean {
  return !inquiry.yesNo && isOfKindAlone(inquiry) && termsOf(inquiry.kind).some((term) => bodies.has(term));
}

function namingFirst(quotes: Omit<Quote, 'n'>[]): Omit<Quote, 'n'>[] {
  const names = ({ text }: Omit<Quote, 'n'>) => properNamesIn(text).length > 0;
  return [...quotes.filter(names), ...quotes.filter((quote) => !names(quote))];
}

/** A university or a project is called so in its own name. */
const bodies = new Set(
  termsOf(`company companies firm firms organisation organisations organization organizations institution institutions body bodies
    agency agencies corporation corporations enterprise enterprises partner partners`),
);
const mostOfBodies = 4;
const mostShown = 10;
/** Sessions read whole. */
export const mostRead = 12;

/** Sentences that name the matter, in the order they were said; a name of several words as it stands. */
export async function mentioning(asked: Asked): Promise<Omit<Quote, 'n'>[]> {
  const { inquiry, people, spokenIn, ground } = asked;
  const { wanted, words } = await asked.looked();
  const readings = await readingsOn(words, spokenIn, ground, await sessionsNaming(asked));
  const name = fold(matterOf(inquiry));
  const found = readings.flatMap((reading) => {
    const isTheirs = sentencesOf(people, reading);
    const { has } = matchTerms(reading, wanted);
    const isTogether = togetherIn(reading, wanted.compounds, (term) => singleWordsFor(term, wanted));
    return reading.sentences.flatMap((sentence, index) => {
      const isNamed = has[index]!.every((value) => value >= surely) && has[index]!.length > 0;
      if (!isNamed || !isTheirs(sentence)) return [];
      const isVerbatim = ` ${fold(sentence.text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${name} `);
      const quote = quoteOfRun(reading, { first: index, last: index });
      return [{ quote, isVerbatim, together: wanted.compounds.length > 0 && isTogether(index) }];
    });
  });
  const exact = name.includes(' ') ? found.filter(({ isVerbatim }) => isVerbatim) : found;
  return (exact.length > 0 ? exact : togetherFirst(found)).map(({ quote }) => quote);
}

/** As sure as a term's own forms and what an acronym stands for. */
export const surely = 0.8;

/**
 * All sessions in which each word of it is said, in any of its spellings, so that whoever names it is counted; empty where
 * they are too many to be read, or cannot be told.
 */
async function sessionsNaming({ spokenIn, ground, looked }: Asked): Promise<string[]> {
  const { wanted } = await looked();
  const { terms } = wanted;
  // What is said in several words elsewhere, such as an acronym, is not counted by one.
  const isTold = terms.every(
    ({ country, others }) => country === undefined && others.every(({ length }) => length === 1),
  );
  if (spokenIn.length <= mostRead || !isTold) return [];
  const ways = terms.map(({ term }) => singleWordsFor(term, wanted));
  const extents = await Promise.all(
    ways.map((words) => Promise.all(words.map((word) => ground.library.extent([word], spokenIn)))),
  );
  if (extents.flat().includes(null)) return [];
  const saying = extents.map((each) => new Set(each.flatMap((extent) => extent!.sessions)));
  const all = spokenIn.filter((id) => saying.every((each) => each.has(id)));
  return all.length <= mostCounted ? all : [];
}

/** Whether whoever names it was counted wherever they do, and not only in the sessions that speak most of it. */
export async function isCountedWhole(asked: Asked): Promise<boolean> {
  return asked.spokenIn.length <= mostRead || (await sessionsNaming(asked)).length > 0;
}

/** Sessions read whole for a count. */
const mostCounted = 48;

/** `first` are read before those that have single words of it. */
async function readingsOn(words: string, ids: string[], ground: Ground, first: string[] = []): Promise<Reading[]> {
  if (ids.length <= mostRead) return readingsOf(ids, ground);
  const most = await ground.sessionsOn(words, ids, mostRead);
  const all = [...new Set([...first, ...most])].slice(0, Math.max(first.length, mostRead));
  const readings: Reading[] = [];
  for (let at = 0; at < all.length; at += mostRead)
    readings.push(...(await readingsOf(all.slice(at, at + mostRead), ground)));
  return readings;
}

/** That nobody names it, where all of it was read. */
export async function denial(asked: Asked): Promise<Made | null> {
  const { inquiry, people, spokenIn, sessions, ground, say } = asked;
  // Of somebody who did not, it is told who else did.
  if (people.length > 0) return null;
  // Words that were filled up with those of the question before are nobody's name for a matter.
  if (inquiry.context === null && termsOf(inquiry.own ?? '').length > 0) return null;
  const { wanted, near } = await asked.looked();
  // Many sessions are not all read: what is counted in any of them is no "no".
  const isRead = spokenIn.length <= mostRead;
  // In another language than theirs nobody can be said to be silent.
  if ((await otherLanguage(inquiry.language, sessions, ground)) !== null) return null;
  // Where the last word of it is said, what stands before may only have asked.
  if (!isEnglish(inquiry.language) && (await isSaid(near.wanted, asked))) return null;
  const counted = isRead ? null : await extentOf(wanted, sessions, ground);
  if (!isRead && (counted === null || counted.turns > 0)) return null;
  const matter = matterOf(inquiry);
  const where = say.where(sessions);
  const turns = await turnsOf(asked);
  const candidates = await ofElse(await candidatesFor(near, ground), asked);
  const byKindred = isRead ? await kindredIn(near.wanted, candidates, asked, ground) : [];
  const nearest = nearestPassages([...byKindred, ...candidates]).slice(0, mostNear);
  // What comes near may be meant: it is only not said in these words.
  const mayBeIt = byKindred.length > 0 || nearest.some(({ text }) => hasPartOf(near.wanted, text));
  const names = say.listed([...new Set(nearest.map((passage) => say.called(passage)))]);
  const no =
    mayBeIt && nearest.length > 0
      ? say('nearButNotInTheseWords', { matter, where, names })
      : asksOfNone(inquiry)
        ? say('noneInTheseWords', { matter, where })
        : say('no', { matter, where, turns });
  return onlyNear(no, nearest, say);
}

/** A matter of several words of which one is said. */
function hasPartOf({ terms }: Wanted, text: string): boolean {
  const said = new Set(termsOf(text));
  return terms.length > 1 && terms.some(({ term }) => said.has(term));
}

/** Whether the last word of what is wanted is said. */
async function isSaid(all: Wanted, { spokenIn, ground }: Asked): Promise<boolean> {
  const term = all.terms.at(-1);
  if (term === undefined) return false;
  const readings = await readingsOn(term.term, spokenIn, ground);
  const wanted = { ...all, terms: [term], pairs: [], compounds: [], names: [] };
  return readings.some((reading) => matchTerms(reading, wanted).has.some(([value]) => value! >= surely));
}

const mostNear = 2;

async function turnsOf({ sessions, ground }: Asked): Promise<number> {
  const summaries = await ground.library.sessions();
  const meant = new Set(sessions.map(({ id }) => id));
  return summaries.filter(({ id }) => meant.has(id)).reduce((sum, { turnCount }) => sum + turnCount, 0);
}
