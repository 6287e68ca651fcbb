/** "Who spoke about rice?": everyone who did, counted before anything is cut. */
import { refOf } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { asksDiscussion, speechActs } from '../../asking/parts/wanted.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { englishLists } from '../../asking/phrases/english-lists.ts';
import { choose, choosingFor, further } from '../quotes/choose.ts';
import { mostSessions, type Place, wordsOf } from '../hear.ts';
import { isNegated } from '../stances/negation.ts';
import { mayBeSaidShorter } from '../matter/said-shorter.ts';
import { languageSpoken } from '../spoken-language.ts';
import { look, type Looked } from '../look.ts';
import { mayTellFigure } from '../telling/may-tell.ts';
import { sameSpeaker } from '../same-speaker.ts';
import { areOfAnother } from '../talk/of-another.ts';
import { performsAt } from '../stances/performing.ts';
import { structural } from './acts.ts';
import { nothingCertain, numbered, onlyNear, type Asked, type Kind, type Made } from './kind.ts';
import { matterBeside } from './listing.ts';
import { spokeOfThis } from './said.ts';
import { asksForElse, isElse, nobodyElse } from './who-else.ts';
import { foundByWords } from '../nearest.ts';

export const who: Kind = {
  isAskedBy: (inquiry) => (inquiry.asksWho || asksForElse(inquiry)) && inquiry.words !== '',

  async answer(asked): Promise<Made | null> {
    const { inquiry, say, spokenIn } = asked;
    const act = speechActs.find((each) => inquiry.asksFor.has(each));
    const { places: spoken, heard, wanted } = await (act ? lookedBesideAct(asked) : asked.looked());
    const counted = asksHowMany(inquiry) ? spoken.filter(mayCount(inquiry.question)) : spoken;
    const asking = asksWhoAsked.in(textOf(inquiry.question))
      ? counted.flatMap(questionAt).filter(isFirstOfThem)
      : counted;
    const doing = act ? asking.filter((place) => performsAt(act, place)) : asking;
    // Whoever did is not named where those who did not are asked for.
    const all = asksWhoNot.in(textOf(inquiry.question)) ? doing.filter(denies) : doing;
    if (all.length === 0 && counted.length > 0) return nobodyDoes(spoken, asked);
    const isNew = await isElse(asked);
    const places = all.filter(({ sentence: { speaker }, reading: { session } }) =>
      isNew({ session: refOf(session), speaker }),
    );
    const [best] = places;
    if (!best && all.length > 0) return nobodyElse(asked);
    if (!best) return null;
    const clear = places.filter(
      ({ score, own, isFurther }) => !isFurther && score >= best.score * leastShare && own >= best.own * 0.75,
    );
    const same = sameSpeaker(asked.directory);
    const bySpeaker = Map.groupBy(clear, ({ sentence: { speaker, turn }, reading: { session } }) =>
      same({ speaker, turn, session }),
    );
    const firsts = [...bySpeaker.values()].map(([first]) => first!);
    const perSpeaker = bySpeaker.size <= fewSpeakers ? 2 : 1;
    const seconds = perSpeaker === 2 ? [...bySpeaker.values()].flatMap((of) => of.slice(1, 2)) : [];
    const quotes = choose([...firsts, ...seconds].toSorted(byScore), {
      most: Math.max(mostQuotes, firsts.length > mostQuotes ? mostQuotes : firsts.length + seconds.length),
      perSpeaker,
      perSession: Infinity,
      leastShare: 0,
      spread: true,
    });
    const shown = new Set(quotes.map(same)).size;
    const total = bySpeaker.size;
    const isTotal = !(await mayBeSaidShorter(wanted, asked.ground));
    const text =
      isTotal && total > shown
        ? say('clearestOfSpeakers', { number: total, names: say.names(numbered(quotes)) })
        : areOfAnother(
              quotes.map((quote) => quote.text),
              inquiry.question,
            )
          ? say('toldBy', { names: say.names(numbered(quotes)) })
          : spokeOfThis(quotes, say, isTotal);
    const among =
      isTotal && heard.length >= mostSessions && spokenIn.length > heard.length
        ? say('amongSessions', { count: heard.length })
        : '';
    return {
      text: [text, among].filter(Boolean).join(' '),
      quotes,
      report: [],
      rest: further(places, quotes),
      isOpen: true,
      marked: true,
    };
  },
};

/** "How many people were trained?" counts others than those who spoke of it, as "How many people spoke of it?" does not. */
function asksHowMany({ wants, asksFor, question }: Inquiry): boolean {
  return wants === 'number' && asksFor.size === 0 && !asksDiscussion(question) && ofPeople.in(textOf(question));
}

const ofPeople = phrases({ lines: 'how many people' });
const mayCount = (question: string) => (place: Place) => mayTellFigure(wordsOf(place), question);

const asksWhoAsked = phrases({
  lines:
    '^ [and|but|so] who [else] (asked|asks|enquired|inquired|wondered) (about|for|on|whether|if|why|how|what|when)',
});

const asksWhoNot = phrases({
  lines: `
    ^ [and|but|so] (who|which [of the|of them] [*] [*]) [else] ({denying})
    ^ [and|but|so] (who|which [of the|of them] [*] [*]) [else] (is|was|are|were|did|has|have|had|will|would|could) [*] (not|never)
    ^ [and|but|so] (who|which [of the|of them] [*] [*]) [else] (isn|wasn|aren|weren|hadn) t`,
  lists: englishLists,
});
/** "Without" it, too, who speaks of it may have been there. */
const denies = (place: Place) => place.whole && isNegated(without.cutFrom(wordsOf(place)), languageSpoken(place));
const without = phrases({ lines: 'without' });

/** The question that is asked at a place, by whom it replies to or in it or beside it in the same turn; none where nothing is asked. */
function questionAt(place: Place): Place[] {
  const { sentences } = place.reading;
  const { turn } = sentences[place.index]!;
  const beside = [place.index, place.index + 1, place.index - 1].filter((at) => sentences[at]?.turn === turn);
  const index = [place.repliesTo ?? -1, ...beside].find((at) => /[?？؟]\W*$/u.test(sentences[at]?.text ?? ''));
  if (index === undefined) return [];
  if (index === place.repliesTo)
    return [{ ...place, index, sentence: sentences[index]!, run: { first: index, last: index }, repliesTo: undefined }];
  return [{ ...place, run: { first: Math.min(index, place.index), last: Math.max(index, place.index) } }];
}

/** One question may be beside several places. */
function isFirstOfThem({ reading, run }: Place, at: number, all: Place[]): boolean {
  const isOfSame = (other: Place) =>
    other.reading === reading && other.run!.first <= run!.last && run!.first <= other.run!.last;
  return all.findIndex(isOfSame) === at;
}

/** "Warned" of "Who warned of floods?" is what they do, and need not be said. */
function lookedBesideAct({ inquiry, people, spokenIn, ground, looked }: Asked): Promise<Looked> {
  const words = matterBeside(inquiry, structural);
  return words === '' || words === inquiry.words ? looked() : look({ ...inquiry, words }, { people, spokenIn }, ground);
}

/** To speak of floods is not to warn of them. */
function nobodyDoes(places: Place[], { inquiry, say, sessions }: Asked): Made {
  const nearest = choose(places, choosingFor(inquiry, false, false)).slice(0, mostNear);
  return onlyNear(nothingCertain({ sessions, say }), foundByWords(nearest), say);
}

const mostNear = 3;

/** Behind this share of the best it is not clear that it speaks of the matter. */
const leastShare = 0.6;
/** Of up to so many speakers two quotes each are shown. */
const fewSpeakers = 6;
const mostQuotes = 8;

function byScore(one: Place, other: Place): number {
  return other.score - one.score;
}
