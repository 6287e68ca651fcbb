/** "Who opposed a binding treaty and why?", "Who supported the levy?": who says so of it, with what they go on to say. */
import type { Quote } from '../../answer.ts';
import { phrases } from '../../words/matcher.ts';
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf, withoutTerms } from '../../words/terms.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { candidatesFor } from '../candidates.ts';
import { choose, choosingFor, quoteOfRun } from '../quotes/choose.ts';
import { matchTerms, sharesOf } from '../matter/evidence.ts';
import { readingsOf } from '../ground.ts';
import { mostSessions, sentencesOf } from '../hear.ts';
import { look, wantedBy } from '../look.ts';
import { foundByWords, nearestPassages, overlaps } from '../nearest.ts';
import { isNegated } from '../stances/negation.ts';
import { asks } from '../talk/replies.ts';
import { stancesReplied } from '../stances/asked-stance.ts';
import { sameSpeaker } from '../same-speaker.ts';
import { languageSpoken } from '../spoken-language.ts';
import { ownWordsIn } from '../stances/stances.ts';
import { isOwnStance } from '../stances/own-stance.ts';
import { isSureElsewhere } from '../stances/sure-elsewhere.ts';
import { sureStanceIn } from '../stances/sure-stance.ts';
import { denied, nothingCertain, numbered, onlyNear, type Asked, type Kind, type Made } from './kind.ts';
import { spokeOfThis } from './said.ts';
import { isEnglish } from '../../words/language.ts';

export const stance: Kind = {
  isAskedBy: ({ asksFor, asksWho, quotation, yesNo, speakers }) =>
    quotation === null &&
    (asksWho || (yesNo && (speakers.length > 0 || asksFor.has('against')))) &&
    (asksFor.has('against') || asksFor.has('support') || (yesNo && asksFor.has('opinion'))),

  async answer(asked): Promise<Made | null> {
    const { inquiry, say } = asked;
    // "Are the growers against it?" asks of anybody, as long as nobody speaks as one.
    if (!inquiry.asksWho && inquiry.speakers.length > 0) return ofThose(asked);
    const isAgainst = inquiry.asksFor.has('against');
    const found = await sentencesFor(isAgainst, asked);
    const same = sameSpeaker(asked.directory);
    // To be named for a stance, somebody's own words must bear it out; all others only come near.
    const sure = found.filter(({ isSure }) => isSure);
    const best = Math.max(...found.map(({ share }) => share));
    const clear = sure.length > 0 ? sure : found.filter(({ share }) => share >= best * nearBest);
    // Where nobody is sure and no sentence has all of the matter, whoever spoke of it comes nearer.
    const spoken =
      sure.length === 0 && !clear.some(({ share }) => share >= whole) ? await nobody(isAgainst, asked) : null;
    if (spoken || clear.length === 0) return spoken;
    const firsts = [...Map.groupBy(clear, ({ quote }) => same(quote)).values()].map(
      (of) => of.toSorted((one, other) => other.share - one.share)[0]!,
    );
    const quotes = firsts.slice(0, mostShown).map(({ quote }) => quote);
    const names = say.names(numbered(quotes));
    if (sure.length === 0) {
      const nearest = foundByWords(quotes.slice(0, mostNear));
      return onlyNear(
        say(isAgainst ? 'nobodyAgainst' : 'nobodyInFavour', { where: say.where(asked.sessions) }),
        nearest,
        say,
      );
    }
    return {
      text: say(isAgainst ? 'against' : 'infavour', { names }),
      quotes,
      report: [],
      rest: firsts.slice(mostShown).map(({ quote }) => quote),
      marked: true,
    };
  },
};

/** To speak of it is no stance: who did is told as what comes nearest. Null where nobody spoke of it. */
async function nobody(
  isAgainst: boolean,
  { inquiry, people, spokenIn, sessions, ground, say }: Asked,
): Promise<Made | null> {
  const words = matterWithout(inquiry.words);
  const no = say(isAgainst ? 'nobodyAgainst' : 'nobodyInFavour', { where: say.where(sessions) });
  if (termsOf(words).length === 0) return denied(no);
  const { places, near } = await look({ ...inquiry, words }, { people, spokenIn }, ground);
  const quotes = choose(places, choosingFor(inquiry, false, false)).slice(0, mostNear);
  if (quotes.length === 0) {
    const nearest = nearestPassages(await candidatesFor(near, ground));
    return onlyNear(nothingCertain({ sessions, say }), nearest, say);
  }
  const names = say.listed([...new Set(quotes.map((quote) => say.called(quote)))]);
  return denied(`${no} ${say('itWasSpokenOfBy', { names })}`, foundByWords(quotes));
}

/**
 * "Is Ruiz in favour of the levy?": where they are for or against it, their own words tell which. Null where they say
 * it in words that are found by themselves.
 */
async function ofThose(asked: Asked): Promise<Made | null> {
  if (asked.people.length === 0 || (await asked.looked()).places.length > 0) return null;
  const found = [...(await sentencesFor(true, asked)), ...(await sentencesFor(false, asked))];
  const best = Math.max(...found.map(({ share }) => share));
  const clear = found
    .filter(({ share }) => share >= leastSure && share >= best * nearBest)
    .toSorted((one, other) => other.share - one.share)
    .map(({ quote }) => quote);
  const quotes = clear
    .filter((quote, at) => clear.findIndex((other) => overlaps(other, quote)) === at)
    .slice(0, mostNear);
  return quotes.length === 0 ? null : { text: spokeOfThis(quotes, asked.say), quotes, report: [], marked: true };
}

const mostShown = 8;
const mostNear = 3;
const nearBest = 0.75;
/** Of the matter's weight in a sentence: what is spoken of, and what surely is. */
const leastShare = 0.4;
const leastSure = 0.5;
const whole = 0.99;

interface Meant {
  quote: Omit<Quote, 'n'>;
  /** Of the matter's weight. */
  share: number;
  /** Their own words bear the stance out. */
  isSure: boolean;
}

async function sentencesFor(isAgainst: boolean, asked: Asked): Promise<Meant[]> {
  const { inquiry, people, spokenIn, ground } = asked;
  const matter = matterWithout(inquiry.words);
  if (termsOf(matter).length === 0) return [];
  const { wanted, words } = await wantedBy({ ...inquiry, words: matter }, spokenIn, ground);
  const ids = spokenIn.length <= mostSessions ? spokenIn : await ground.sessionsOn(words, spokenIn, mostSessions);
  const terms = wanted.terms.map(({ term }) => term);
  return (await readingsOf(ids, ground)).flatMap((reading) => {
    const isTheirs = sentencesOf(people, reading);
    const shareAt = sharesOf(wanted, matchTerms(reading, wanted));
    const repliedFor = (index: number) =>
      stancesReplied(reading, index, terms)
        .filter((replied) => replied.isAgainst === isAgainst && isTheirs(reading.sentences[replied.run.first]!))
        .map(({ run }) => quoteOfRun(reading, run, index));
    return reading.sentences.flatMap((sentence, index) => {
      const share = shareAt(index);
      if (share < leastShare) return [];
      if (asks(sentence)) return repliedFor(index).map((quote) => ({ quote, share, isSure: true }));
      if (!isTheirs(sentence)) return [];
      const whole = idioms.cutFrom(sentence.text);
      const plain = isNotAgainst.cutFrom(whole);
      const text = textOf(plain);
      // A short sentence may be of any language: then its turn tells.
      const language = languageSpoken({ reading, sentence });
      const parts = besideMatter(plain, wanted.terms);
      const isDenied = parts.some((part) => isNegated(part, language, 'loosely'));
      const isOpen = plain !== whole;
      const isMeant = isAgainst ? (isDenied && !isOpen) || rejects.in(text) : supports.in(text) && !rejects.in(text);
      const stance = sureStanceIn(reading, index, terms);
      const isSure = isEnglish(language)
        ? stance !== null && (stance === 'against') === isAgainst
        : isMeant &&
          share >= leastSure &&
          isOwnStance(plain, sentence.about, language) &&
          isSureElsewhere(isAgainst, ownWordsIn(reading, index) ?? '', parts, language);
      return isSure || isMeant ? [{ quote: quoteOfRun(reading, withReason(reading, index)), share, isSure }] : [];
    });
  });
}

/** Without the words that ask for a stance. */
export function matterWithout(words: string): string {
  return withoutTerms(words, structural);
}

/** What stands beside each word of the matter: "I will not go into … of regulation" is not against it. All, where no word of it is told. */
function besideMatter(sentence: string, terms: { term: string }[]): string[] {
  const matter = new Set(terms.map(({ term }) => term));
  const { words } = textOf(sentence);
  const parts = words.flatMap(({ word }, at) =>
    termsOf(word).some((term) => matter.has(term))
      ? [
          sentence.slice(
            words[Math.max(0, at - wordsBefore)]!.start,
            words[Math.min(words.length - 1, at + wordsAfter)]!.end,
          ),
        ]
      : [],
  );
  return parts.length > 0 ? parts : [sentence];
}

const wordsBefore = 10;
const wordsAfter = 4;

/** The next sentence, where it goes on with the reason or the scope of it. */
function withReason({ sentences }: Reading, index: number) {
  const [here, next] = [sentences[index]!, sentences[index + 1]];
  const goesOn =
    next?.turn === here.turn && next.end - here.start <= longest && next.run.some((term) => here.terms.has(term));
  return { first: index, last: goesOn ? index + 1 : index };
}

/** In characters. */
const longest = 600;

/** They oppose nothing and reject nothing. */
const idioms = phrases({
  lines: `
    as opposed to
    as against
    up against
    (convention|treaty|fight|fights|fighting|struggle|war|race|crime(s)|violence|discrimination|campaign|action|measures) against
    (protect*|guard*|defend*|defence|defense|insur*|vaccin*|safeguard*|secure|hedge) [*] [*] against`,
});
/** Who is not opposed to it is not against it, nor for it. */
const isNotAgainst = phrases(
  {
    lines: `
      (not|never|nobody|t|nor) [*] [*] (opposed|against|averse|hostile)
      (not|never|t) [*] (oppose|object|reject|opposing|objecting)`,
  },
  ...spokenElsewhere('isNotAgainst'),
);
const rejects = phrases(
  {
    lines: `
    (~oppose|~reject|~refuse|~object|~resist)
    (am|m|are|re|is|s|was|were|be|been|all|strongly|firmly|totally|completely|still|clearly) [out|up] against
    (~stand|~vote|~speak|~argue|~come|~decide|~advise|~warn|~recommend) [out|up] against
    (case|arguments|argument|reasons|reason|position|voice|voices) against
    (not|cannot|never|don t|doesn t|can t|won t) [*] (want|support|agree|accept|favour|favor|endorse|approve|believe in|need)
    (not|never) [*] in (favour|favor) of
    (wrong|dangerous|harmful|mistake|too early|premature|bad idea)`,
  },
  ...spokenElsewhere('rejects'),
);
const supports = phrases(
  {
    lines: `
    (~support|~endorse|~favour|~favor|~advocate|~back|~agree|~commit|~encourage|~promote|~recommend|~propose|~want|~need)
    (important|essential|crucial|vital|necessary|key|needed|urgent|useful)
    (we|i|they|countries|governments) (should|must|have to|shall)
    (good|great) idea
    in (favour|favor) of`,
  },
  ...spokenElsewhere('supports'),
);

const structural = new Set(
  termsOf(`contre contra en está están estaba hostile défavorable против ضد
    oppose opposed opposes opposing support supported supports supporting favour favor favoured
    favored against back backed backs criticise criticize criticised criticized reject rejected object objected
    objection want wants wanted wanting vote votes voted voting why how else speaker speakers idea proposal argued argue spoke speak`),
);
