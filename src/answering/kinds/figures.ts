/** "What figures did Ana Ruiz give?": each sentence with a figure in it, in the order they were given. */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { fold, isStopWord, termsOf } from '../../words/terms.ts';
import { wordList } from '../../words/word-list.ts';
import { placedAmounts, type PlacedAmount } from '../figures/amounts.ts';
import { choose, choosingFor } from '../quotes/choose.ts';
import { isOfName } from '../figures/figure-names.ts';
import { timesIn } from '../figures/times.ts';
import { matterAsAsked, matterOf, namesAsked, numbered, onlyNear, type Asked, type Kind, type Made } from './kind.ts';
import { matterBeside, ofItsSession, sentencesOfKind } from './listing.ts';
import { tableOf } from './table.ts';
import { foundByWords } from '../nearest.ts';

export const figures: Kind = {
  isAskedBy: ({ asksFor, quotation }) => asksFor.has('figures') && quotation === null,

  async answer(asked): Promise<Made | null> {
    const { say, inquiry } = asked;
    const onlyYears = termsOf(inquiry.question).includes(yearTerm!);
    const onlyDates = termsOf(inquiry.question).includes(dateTerm!);
    const only = narrowed(inquiry.question);
    const isGiven = ({ text }: { text: string }) =>
      only !== null
        ? isOf(only, text)
        : onlyYears || onlyDates
          ? year.test(text) || (onlyDates && timesIn(text).length > 0)
          : givesFigure(text);
    const found = await sentencesOfKind(asked, isGiven, structural);
    if (found.length === 0) return none(asked);
    const quotes = found.slice(0, mostShown);
    const names = say.names(numbered(quotes));
    const isOfOne = new Set(quotes.map((quote) => say.called(quote))).size === 1;
    const rows = numbered(quotes).map((quote) => ({
      cells: [figuresIn(quote.text), ...(isOfOne ? [] : [say.called(quote)])],
      n: quote.n,
    }));
    const head = [say('columnFigure'), ...(isOfOne ? [] : [say('columnSpeaker')])];
    const isTable = inquiry.form?.kind === 'table' && !onlyYears && !onlyDates;
    return {
      ...(isTable && { table: tableOf(isOfOne ? `${say.called(quotes[0]!)}:` : '', head, rows, say) }),
      text: ofItsSession(`${onMatter(asked)}${say('figures', { number: found.length, names })}`, found, asked),
      quotes,
      report: [],
      rest: found.slice(mostShown),
      marked: true,
    };
  },
};

/** How many there are is told of the matter alone, and is no total of all that were given. */
function onMatter({ inquiry, say }: Asked): string {
  const words = matterBeside(inquiry, structural);
  return words === '' ? '' : `${say('onMatter', { matter: matterAsAsked({ ...inquiry, words }) })} `;
}

/** Where there is no figure that is said, and what was said without one. */
async function none(asked: Asked): Promise<Made | null> {
  const { say, inquiry, people, sessions } = asked;
  const matter = matterOf({ words: matterBeside(inquiry, structural) });
  if (matter === '' && people.length === 0) return null;
  const { places, topic } = await asked.looked();
  const said = matter === '' ? [] : choose(places, choosingFor(inquiry, topic, people.length > 0));
  // Of what nobody spoke of, that nothing was said is told in its place.
  if (said.length === 0 && matter !== '') return null;
  const names = namesAsked(asked);
  const phrase = people.length === 0 ? 'noFigure' : matter === '' ? 'noFigureOf' : 'noFigureOnItOf';
  const no = say(phrase, { matter, names, where: say.where(sessions) });
  const nearest = foundByWords(said.slice(0, mostNear));
  return onlyNear(no, nearest, say);
}

const mostShown = 12;
const mostNear = 3;
/** "Percentages" and "amounts of money" are figures of a kind. */
const kindsOfFigure = [
  {
    asked: phrases({ lines: '(percentage(s)|per cent|percent|share(s) of)' }),
    given: phrases({ lines: '(percent|percentage(s)|per cent|#%)\n(half|third|quarter|tenth) of' }),
    sign: /\d\s?%/u,
  },
  {
    asked: phrases({
      lines: '(amount(s)|sum(s)) of money\n(cost(s)|price(s)|budget(s)) (were|was) (named|mentioned|given)',
    }),
    given: phrases({ lines: '(dollar(s)|euro(s)|pound(s)|yuan|renminbi|franc(s)|crowns|usd|eur|gbp|cent(s)|rand)' }),
    sign: /[$€£¥]\s?\d/u,
  },
];

/** "Dollars" alone are no amount. */
function isOf({ given, sign }: (typeof kindsOfFigure)[number], text: string): boolean {
  return sign.test(text) || (given.in(textOf(text)) && placedAmounts(text).length > 0);
}

function narrowed(question: string): (typeof kindsOfFigure)[number] | null {
  return kindsOfFigure.find(({ asked }) => asked.in(textOf(question))) ?? null;
}

const year = /\b(?:1[5-9]|20)\d{2}\b/u;
const [yearTerm, dateTerm] = termsOf('years dates');

function givesFigure(text: string): boolean {
  return placedFigures(text).length > 0;
}

/** "40 million; twice": as they are said, with the word beside them where it is what they count. */
function figuresIn(text: string): string {
  return placedFigures(text)
    .map(({ start, end }) => text.slice(withSign(text, start), withUnit(text, end)).trim())
    .join('; ');
}

const withSign = (text: string, start: number) => (/[$€£¥]\s?$/u.test(text.slice(0, start)) ? start - 1 : start);
function withUnit(text: string, end: number): number {
  const unit = /^(?:\s?%|\s\p{L}+)/u.exec(text.slice(end))?.[0] ?? '';
  return isStopWord(fold(unit.trim())) ? end : end + unit.length;
}

/** A small number in words, an ordinal or the number of a technology ("5G") is no figure; what has a unit or digits is, or is a part of something. */
function placedFigures(text: string): PlacedAmount[] {
  return placedAmounts(text).filter(({ value, unit, start, end }) => {
    if (!/^\d+(?:\.\d+)?$/.test(value)) return false;
    const inDigits = /\d/.test(text.slice(start, end));
    const wordBefore = /(\p{L}+)\s$/u.exec(text.slice(0, start))?.[1]?.toLowerCase() ?? '';
    // When something is said to be is no figure: "as of 2021".
    if (isYear.test(text.slice(start, end)) && beforeYears.has(wordBefore)) return false;
    const isPart = !Number.isInteger(Number(value)) && ofWhole.test(text.slice(end));
    return !isOfName(text, { start, end, unit }) && (inDigits || unit !== '' || isPart || Number(value) > smallest);
  });
}

const isYear = /^(?:1[5-9]|20)\d{2}$/u;
const beforeYears = new Set(wordList('in since by until of from before after during en depuis desde в с до'));
const smallest = 12;
/** "A tenth of a cent", "half the fleet". */
const ofWhole = /^\s+(?:of|the|d[eu']|des|от)(?!\p{L})/iu;

const structural = new Set(
  termsOf(`figure figures number numbers statistic statistics data fact facts give given gave cite cited quote quoted
    concern concerns concerning amount amounts money sum sums speech remarks statement intervention presentation talk turn every each all any some
    two three four five six seven eight nine ten some most best key main striking
    mention mentioned name named use used year years date dates said list all percentage percentages speaker speakers
    chiffre chiffres nombres statistiques cifra cifras números estadísticas цифры цифр числа данные 数字 数据 أرقام إحصاءات`),
);
