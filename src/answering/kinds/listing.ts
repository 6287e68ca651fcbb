/** Lists of sentences of one kind: promises, figures. Each is found by what such a sentence has. */
import type { Inquiry } from '../../asking/asked.ts';
import { waysTo } from '../../asking/phrases/languages.ts';
import type { Quote } from '../../answer.ts';
import type { Person } from '../../people/person.ts';
import type { Reading, ReadSentence } from '../../retrieval/reading.ts';
import { termsOf, withoutTerms } from '../../words/terms.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { leastOwn, matchTerms, sharesOf, weightOfAll, type Wanted } from '../matter/evidence.ts';
import { readingsOf, type Ground } from '../ground.ts';
import { hear, mostSessions, type Heard, saysTogether, sentencesOf } from '../hear.ts';
import { sureOf } from '../judge.ts';
import { wantedBy } from '../look.ts';
import { refersBack } from '../matter/telling.ts';
import { togetherIn } from '../matter/whole-matter.ts';
import { numbered, type Asked, type Made } from './kind.ts';

/** Whether a sentence is of a kind; what it is may go on from those before it. */
type OfKind = (sentence: ReadSentence, index: number, sentences: ReadSentence[]) => boolean;

/**
 * Sentences of those asked of that are of a kind, in the order they were said; on the matter, where one is named, and
 * then, of several sessions, of those that are sure to speak of it. Of several, where neither a matter nor anybody is
 * named, those of the newest that has any.
 */
export async function sentencesOfKind(
  asked: Asked,
  isOfKind: OfKind,
  structural: Set<string>,
): Promise<Omit<Quote, 'n'>[]> {
  const { inquiry, people, spokenIn, ground } = asked;
  const matter = matterBeside(inquiry, structural);
  const { wanted, words } = await wantedBy({ ...inquiry, words: matter, wants: null }, spokenIn, ground);
  // Without a matter or a person to choose by, the newest that has any is meant.
  const isOfNewest = matter === '' && people.length === 0 && spokenIn.length > 1;
  const total = weightOfAll(wanted.terms);
  // No words choose among the sessions of a person: all are looked through, as a list of theirs does.
  if (total === 0 && people.length > 0) return allOf(people, spokenIn.slice(0, mostListed), isOfKind, ground);
  const isAmongSessions = total > 0 && spokenIn.length > 1;
  const looked = isAmongSessions
    ? sureOf(await hear(wanted, words, spokenIn, people, ground))
    : (await readingsOf(spokenIn.slice(0, mostSessions), ground)).map((reading) => withMatches(reading, wanted));
  const isOfSomebody = people.length > 0;
  const isSaidTogether = looked.some(({ saidTogether }) => saidTogether);
  const kindIn = ({ reading, matched }: (typeof looked)[number]) => {
    const isTheirs = sentencesOf(people, reading);
    const isTogether = togetherIn(reading, isSaidTogether ? wanted.compounds : [], (term) => [term]);
    const shareAt = sharesOf(wanted, matched);
    const isOnIt = (index: number) => {
      if (total === 0) return true;
      // What a sentence is on may stand in the one before it.
      const before = reading.sentences[index - 1]?.turn === reading.sentences[index]!.turn ? index - 1 : index;
      return isAmongSessions
        ? shareAt(index) >= leastOwn && shareAt(before, index) >= mostOfIt
        : Math.max(shareAt(index), shareAt(before)) >= leastShare;
    };
    const onIt = reading.sentences.flatMap((sentence, index) =>
      isTheirs(sentence) && isOfKind(sentence, index, reading.sentences) && isOnIt(index) && isTogether(index)
        ? [index]
        : [],
    );
    // Where sentences name the matter themselves, those before which it is named are of it if they go on with the list or
    // refer back, or are of somebody who is asked of.
    const names = (index: number) => total === 0 || shareAt(index) >= leastShare;
    const goesOn = (index: number) =>
      isOfSomebody || onIt.includes(index - 1) || refersBack.test(reading.sentences[index]!.text);
    const own = onIt.filter((index) => names(index) || goesOn(index));
    return (onIt.some(names) ? own : onIt).map((index) => quoteOfRun(reading, { first: index, last: index }));
  };
  if (!isOfNewest) return looked.flatMap(kindIn);
  for (const session of looked) {
    const quotes = kindIn(session);
    if (quotes.length > 0) return quotes;
  }
  return [];
}

function withMatches(reading: Reading, wanted: Wanted): Pick<Heard, 'reading' | 'matched' | 'saidTogether'> {
  const matched = matchTerms(reading, wanted);
  return { reading, matched, saidTogether: saysTogether(reading, wanted, matched) };
}

async function allOf(people: Person[], ids: string[], isOfKind: OfKind, ground: Ground): Promise<Omit<Quote, 'n'>[]> {
  const found: Omit<Quote, 'n'>[] = [];
  for (let at = 0; at < ids.length; at += readAtOnce)
    for (const reading of await readingsOf(ids.slice(at, at + readAtOnce), ground)) {
      const isTheirs = sentencesOf(people, reading);
      for (const [index, sentence] of reading.sentences.entries())
        if (isTheirs(sentence) && isOfKind(sentence, index, reading.sentences))
          found.push(quoteOfRun(reading, { first: index, last: index }));
    }
  return found;
}

/** In sessions; no more are in memory together than are read at once. */
const mostListed = 400;
const readAtOnce = 16;
/** Of the matter's weight in a sentence or one beside it. */
const leastShare = 0.5;
/** Among several sessions half of it is said of other things: most stands in the sentence and the one before. */
const mostOfIt = 0.75;

/**
 * What has a name of its kind, each once with the sentence that names it first, by those asked of; of the newest session where
 * there are several. Null where there are fewer.
 */
export async function everyNamed(
  asked: Asked,
  namesIn: (text: string, reading: Reading) => { key: string; name: string }[],
  fewest = 1,
): Promise<Made | null> {
  const { people, spokenIn, ground, say } = asked;
  const [reading] = await readingsOf(spokenIn.slice(0, 1), ground);
  if (!reading) return null;
  const isTheirs = sentencesOf(people, reading);
  const known = new Map<string, string>();
  const quotes = reading.sentences.flatMap((sentence, index) => {
    if (!isTheirs(sentence)) return [];
    const found = namesIn(sentence.text, reading).filter(({ key }) => !known.has(key));
    for (const { key, name } of found) known.set(key, name);
    return found.length > 0 ? [quoteOfRun(reading, { first: index, last: index })] : [];
  });
  if (known.size < fewest) return null;
  const shown = quotes.slice(0, mostNaming);
  const text = say('itemsNamedBy', { items: say.listed([...known.values()]), names: say.names(numbered(shown)) });
  return {
    text: ofItsSession(text, quotes, asked),
    quotes: shown,
    report: [],
    rest: quotes.slice(mostNaming),
    marked: true,
  };
}

const mostNaming = 10;
/** One name is no list. */
export const fewestNames = 2;

/** The matter of a question without the words that name the list. */
export function matterBeside({ words }: Pick<Inquiry, 'words'>, structural: Set<string>): string {
  return termsOf(words).every((term) => structural.has(term)) ? '' : withoutTerms(words, structural);
}

/** What is asked beside what names the act that is asked for, in other languages than English: the lists of the kinds have the English ones. */
export function besideAct(asked: Asked): Asked {
  return { ...asked, inquiry: { ...asked.inquiry, words: withoutAct(asked.inquiry.words) } };
}

/** "Data" of "о каких рисках для данных". */
export const withoutAct = (words: string): string => namesAct.cutFrom(words).trim();
const namesAct = waysTo('namesAct');

/** The same said of the one session that all are of, where there are several that could be. */
export function ofItsSession(text: string, quotes: Omit<Quote, 'n'>[], { sessions, say }: Asked): string {
  const [first] = quotes;
  const isOfOne = first !== undefined && quotes.every(({ session }) => session.id === first.session.id);
  return sessions.length > 1 && isOfOne ? say('inSession', { title: say.titleAndDay(first.session), text }) : text;
}
