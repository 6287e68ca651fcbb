/** Somebody who did not speak: who names them is shown instead, such as whoever quotes them. */
import { roleNouns } from '../../people/roles.ts';
import { singular } from '../../words/names.ts';
import { wordList } from '../../words/word-list.ts';
import { termsOf } from '../../words/terms.ts';
import { quoteOfRun } from '../choose.ts';
import { readingsOf } from '../ground.ts';
import { mostSessions } from '../hear.ts';
import { overlaps, passageAround } from '../nearest.ts';
import { isCountry, namesCountry } from '../../people/nationality.ts';
import { isParty } from '../../people/parties.ts';
import type { Saying } from '../phrases/saying.ts';
import type { ReadSentence } from '../../retrieval/reading.ts';
import { numbered, type Asked, type Kind, type Made } from './kind.ts';

export const spokenOf: Kind = {
  isAskedBy: ({ speakers }) => speakers.length > 0 && speakers.every(({ matches }) => matches.length === 0),

  async answer({ inquiry, sessions, ground, say }): Promise<Made | null> {
    const phrases = inquiry.speakers.map(({ phrase }) => phrase);
    // Whoever spoke for a body is told of by who names the body; a country is named for much else.
    const named = phrases.map((phrase) => (isCountry(bodyOf(phrase)) ? phrase : bodyOf(phrase)));
    const terms = [...new Set(named.flatMap((phrase) => termsOf(phrase)))];
    if (terms.length === 0) return null;
    const ids = sessions.map(({ id }) => id);
    const among = ids.length <= mostSessions ? ids : await ground.sessionsOn(named.join(' '), ids, mostSessions);
    const isNamed = ({ text, run }: Pick<ReadSentence, 'text' | 'run'>) =>
      named.every((phrase) => namesCountry(text, phrase) ?? hasRun(run, termsOf(phrase)));
    const matter = termsOf(inquiry.words);
    const found = (await readingsOf(among, ground))
      .flatMap((reading) =>
        reading.sentences.flatMap((sentence, index) => {
          if (!isNamed(sentence)) return [];
          const share = matter.filter((term) => sentence.terms.has(term)).length;
          return [{ share, quote: quoteOfRun(reading, passageAround(reading, index)) }];
        }),
      )
      // What names them and the matter comes first.
      .toSorted((one, other) => other.share - one.share)
      .map(({ quote }) => quote)
      .filter((quote, at, all) => all.findIndex((other) => overlaps(other, quote)) === at);
    if (found.length === 0) return null;
    const nearest = found.slice(0, mostShown).map((quote) => ({ ...quote, by: 'words' as const }));
    const names = say.listed([...new Set(nearest.map((quote) => say.called(quote)))]);
    const nobody = nobodyCalled(phrases, sessions, say);
    return {
      text: `${nobody} ${say('spokenOfBy', { names, count: numbered(nearest).length })}`,
      quotes: [],
      report: [],
      nearest,
      denied: true,
      marked: true,
    };
  },
};

const mostShown = 3;

/** Whether words stand one after the other: a bank somewhere in the world is not the World Bank. */
function hasRun(run: string[], terms: string[]): boolean {
  return run.some((_term, at) => terms.every((term, further) => run[at + further] === term));
}

/** "Nobody speaks for Peru", which is no name that somebody could be called by, or "No speaker called Okafor". */
export function nobodyCalled(phrases: string[], sessions: Asked['sessions'], say: Saying): string {
  const where = say.where(sessions);
  const isEach = (is: (phrase: string) => boolean) => phrases.every(is);
  const represented = phrases.map(bodyOf);
  const isBody = (phrase: string) =>
    isCountry(phrase) || isParty(phrase) || bodyOf(phrase) !== phrase || isBodyName(phrase);
  const phrase = isEach(isBody) ? 'nobodySpeaksFor' : isEach(isOffice) ? 'nobodySpeaksAs' : 'noSpeakerCalled';
  const called = phrase === 'nobodySpeaksFor' ? represented : phrases;
  const names = called.map((each) =>
    say.language === 'en' && (withArticle.test(each) || isBodyName(each)) ? `the ${each}` : each,
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

/** "Minister of Norway", "head of the Board": written small, with a word for who holds it. */
function isOffice(phrase: string): boolean {
  return /^\p{Ll}/u.test(phrase) && phrase.split(/\s+/u).some((word) => roleNouns.has(singular(word)));
}

const withArticle = /^(?:US|USA|UK|EU|UAE|United .+|European .+|Netherlands|Philippines|.+[sS]|.+ Party)$/u;
