/** Somebody who did not speak: who names them is shown instead, such as whoever quotes them. */
import type { Directory } from '../../people/directory.ts';
import type { Mention } from '../../people/mentions.ts';
import { isGeneric, roleNouns } from '../../people/roles.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { fold, singular, tokensOf } from '../../words/names.ts';
import { wordList } from '../../words/word-list.ts';
import { termsOf } from '../../words/terms.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import { mostSessions } from '../hear.ts';
import { foundByWords, overlaps, passageAround } from '../nearest.ts';
import { isCountry, namesCountry } from '../../people/nationality.ts';
import { isParty } from '../../people/parties.ts';
import { rankCalled } from '../../people/ranks.ts';
import { isSector } from '../../people/sectors.ts';
import type { Saying } from '../phrases/saying.ts';
import type { Reading, ReadSentence } from '../../retrieval/reading.ts';
import { calledAs } from './called-as.ts';
import { denied, nothingCertain, type Asked, type Kind, type Made, type Named } from './kind.ts';

export const spokenOf: Kind = {
  isAskedBy: ({ speakers }) => speakers.length > 0,

  async answer(asked): Promise<Made | null> {
    const { inquiry, sessions, ground, say } = asked;
    if (!inquiry.speakers.every((mention) => isAbsent(mention, sessions))) return null;
    // "Marketing" that is named in another meeting is another's.
    if (inquiry.speakers.some(({ matches }) => matches.some(({ person }) => isGeneric(person.name)))) return null;
    const called = inquiry.speakers.map(({ phrase }) => phrase);
    // "MPs" are told of in many words, and an MP3 player is none.
    if (called.some((phrase) => rankCalled(phrase) !== null)) return null;
    // Whoever spoke for a body is told of by who names the body; a country is named for much else.
    const named = called.map((phrase) => (isCountry(bodyOf(phrase)) ? phrase : bodyOf(phrase)));
    const terms = [...new Set(named.flatMap((phrase) => termsOf(phrase)))];
    if (terms.length === 0) return null;
    const ids = sessions.map(({ id }) => id);
    const among = ids.length <= mostSessions ? ids : await ground.sessionsOn(named.join(' '), ids, mostSessions);
    const isNamed = ({ text, run }: Pick<ReadSentence, 'text' | 'run'>) =>
      named.every((phrase) => namesCountry(text, phrase) ?? hasRun(run, termsOf(phrase)));
    const matter = termsOf(inquiry.words);
    const isUnknown = inquiry.speakers.every(({ matches }) => matches.length === 0);
    const found = (await readingsOf(among, ground))
      .flatMap((reading) =>
        reading.sentences.flatMap((sentence, index) => {
          if (!isNamed(sentence)) return [];
          const shareOf = (at: number) => matter.filter((term) => reading.sentences[at]!.terms.has(term)).length;
          const isOnMatter = (at: number) => matter.length === 0 || shareOf(at) > 0;
          // Who speaks in another session has their own words there.
          const quoting = isUnknown ? theirWordsAfter(reading, index, named).find(isOnMatter) : undefined;
          const at = quoting ?? index;
          const quote = quoteOfRun(reading, passageAround(reading, at));
          return [{ share: shareOf(at), quotes: quoting !== undefined, quote }];
        }),
      )
      // What names them and the matter comes first.
      .toSorted((one, other) => Number(other.quotes) - Number(one.quotes) || other.share - one.share)
      .filter(({ quote }, at, all) => all.findIndex((other) => overlaps(other.quote, quote)) === at);
    if (found.length === 0) return null;
    // Where somebody repeats their words, who only names them is not wanted.
    const repeated = found.filter(({ quotes }) => quotes);
    const shown = (repeated.length > 0 ? repeated : found).slice(0, mostShown).map(({ quote }) => quote);
    const nearest = foundByWords(shown);
    const names = say.listed([...new Set(nearest.map((quote) => say.called(quote)))]);
    const by = repeated.length > 0 ? 'repeatedBy' : 'spokenOfBy';
    return denied(`${notAmongThem(asked)} ${say(by, { names, count: nearest.length })}`, nearest);
  },
};

const mostShown = 3;

/** The sentences from the one that names somebody on, in its turn, that give their words: "He once said", "as Churchill put it". */
function theirWordsAfter({ sentences }: Reading, index: number, named: string[]): number[] {
  const family = new Set(named.map((phrase) => fold(tokensOf(phrase).at(-1)?.raw ?? '')));
  const { turn } = sentences[index]!;
  return [...sentences.keys()]
    .slice(index, index + mostFurther)
    .filter((at) => sentences[at]!.turn === turn)
    .filter((at) =>
      saysSo.all(textOf(sentences[at]!.text)).some(({ taken }) => {
        const who = fold(taken ?? '');
        return family.has(who) || pronouns.has(who);
      }),
    );
}

/** In sentences: further off, "he" may be somebody else. */
const mostFurther = 6;
const pronouns = new Set(['he', 'she']);
const saysSo = phrases({
  lines:
    '<*> [(once|famously|also|later|often|always|himself|herself|has|had)] (said|wrote|says|writes|put it|declared|remarked|observed|warned)',
});

/** Whether words stand one after the other: a bank somewhere in the world is not the World Bank. */
function hasRun(run: string[], terms: string[]): boolean {
  return run.some((_term, at) => terms.every((term, further) => run[at + further] === term));
}

/** Whether nobody who is meant speaks in these sessions. */
const isAbsent = ({ matches }: Mention, sessions: Named[]) =>
  !sessions.some(({ id }) => matches.some(({ person }) => person.sessions.includes(id)));

/** That nobody speaks there who is asked of: where they do, and who there has a name like theirs. Null where all do. */
export function notAmongThem(asked: Pick<Asked, 'inquiry' | 'sessions' | 'all' | 'directory' | 'say'>): string | null {
  const { inquiry, sessions, all, directory, say } = asked;
  const absent = inquiry.speakers.filter((mention) => isAbsent(mention, sessions));
  if (absent.length === 0 || sessions.length === 0) return null;
  const [unknown, known] = [absent.filter(({ matches }) => matches.length === 0), absent.filter(isKnown)];
  const elsewhere = known.map((mention) => {
    const others = all.filter((session) => !isAbsent(mention, [session]));
    return say('speaksElsewhere', { names: calledAs(mention), where: say.where(sessions), others: say.where(others) });
  });
  const near = [...new Set(absent.flatMap(({ phrase }) => ofOneFamilyName(phrase, sessions, directory)))];
  return [
    unknown.length > 0
      ? nobodyCalled(
          unknown.map(({ phrase }) => phrase),
          sessions,
          say,
        )
      : '',
    ...elsewhere,
    near.length > 0 && near.length <= mostNear ? say('nearInName', { names: say.listed(near) }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const isKnown = ({ matches }: Mention) => matches.length > 0;
/** More who have one name are no hint. */
const mostNear = 3;

/** Who speaks there and has the last of the names. */
function ofOneFamilyName(phrase: string, sessions: Named[], directory: Directory): string[] {
  const names = tokensOf(phrase);
  const last = names.at(-1);
  if (names.length < 2 || !last?.capital || last.upper) return [];
  const ids = new Set(sessions.map(({ id }) => id));
  return directory
    .find(last.raw, (person) => !isGeneric(person.name) && person.sessions.some((id) => ids.has(id)))
    .filter(({ how }) => how === 'name' || how === 'spelling')
    .map(({ person }) => person.name);
}

/** "Nobody speaks for Peru", which is no name that somebody could be called by, or "No speaker called Okafor". */
export function nobodyCalled(phrases: string[], sessions: Asked['sessions'], say: Saying): string {
  // Whoever works for a firm may speak for all of them.
  if (phrases.every((each) => isSector(each))) return nothingCertain({ sessions, say });
  const where = say.where(sessions);
  const isEach = (is: (phrase: string) => boolean) => phrases.every(is);
  const represented = phrases.map(bodyOf);
  const isBody = (phrase: string) =>
    isCountry(phrase) || isParty(phrase) || bodyOf(phrase) !== phrase || isBodyName(phrase);
  const phrase = isEach(isBody) ? 'nobodySpeaksFor' : isEach(isOffice) ? 'nobodySpeaksAs' : 'noSpeakerCalled';
  const called = phrase === 'nobodySpeaksFor' ? represented : phrases;
  const names = called.map((each) =>
    say.language === 'en' && (withArticle.test(each) || isBodyName(each) || (isParty(each) && each.endsWith('s')))
      ? `the ${each}`
      : each,
  );
  return say(phrase, { names: say.listed(names), where });
}

/** "The representative of the Board": nobody who speaks for the Board. */
const speaksFor =
  /^(?:(?:the|a)\s+)?(?:representative|delegate|delegation|spokes(?:man|woman|person))s?\s+(?:of|from|for)\s+(?:the\s+)?/iu;

/** "The Board's speaker": nobody who speaks for the Board either. */
const speakerOf =
  /['’]s?\s+(?:speaker|representative|delegate|delegation|spokes(?:man|woman|person)|pan[ae]ll?ist|participant)s?$/iu;

function bodyOf(phrase: string): string {
  return phrase.replace(speaksFor, '').replace(speakerOf, '');
}

/** "The World Bank": what people work for, and nobody is called. */
function isBodyName(phrase: string): boolean {
  const words = phrase.split(/\s+/u);
  return words.length > 1 && bodies.has(words.at(-1)!);
}

const bodies = new Set(
  wordList(`Union Commission Board Bank Office Committee Council Fund Agency Ministry Organization Organisation
    Association`),
);

/** "Minister of Norway", "head of the Board", "Children's Commissioner": with a word for who holds it, its last where it is written large. */
function isOffice(phrase: string): boolean {
  const words = phrase.split(/\s+/u);
  const isRole = (word: string) => roleNouns.has(singular(word.toLowerCase()));
  return /^\p{Ll}/u.test(phrase) ? words.some(isRole) : words.length > 1 && isRole(words.at(-1)!);
}

const withArticle =
  /^(?:US|USA|UK|EU|UAE|United .+|European .+|Netherlands|Philippines|Bahamas|Maldives|.+ (?:Islands|States|Emirates|Party))$/u;
