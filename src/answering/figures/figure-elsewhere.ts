/** The figure that answers "combien", "cuánto", "сколько", "多少" or "كم", cut out of what gives it, with its hedge. */
import { phrases, type Phrases } from '../../words/matcher.ts';
import { spokenIn } from '../../words/languages/spoken-phrases.ts';
import { languageWords } from '../../words/languages/languages.ts';
import type { Counting } from '../../words/languages/language-words.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { anyOf, wordList } from '../../words/word-list.ts';

interface Reader {
  asksWhen: Phrases;
  /** A time is taken out of what is said. */
  times: Phrases;
  asksSum: Phrases;
  asksSpan: Phrases;
  asksCount: Phrases;
  sums: RegExp;
  spans: RegExp;
  amounts: RegExp;
  /** In this language no blank stands between words. */
  isUnspaced: boolean;
}

/**
 * As `figureIn` of `figure.ts`: the words of `said` from a hedge and a figure to the sum, the span, the point of time or
 * what is counted, which the question in the record, `asked`, may name instead. Null unless exactly one such figure is there.
 */
export function figureElsewhere(said: string, question: string, asked = ''): string | null {
  const text = textOf(question);
  for (const reader of (readers ??= readAll())) {
    if (reader.asksSpan.in(text))
      return nearestTo(
        question,
        said,
        all(said, reader.spans).filter((span) => !isOfClock(span, said)),
      );
    if (reader.asksSum.in(text)) return nearestTo(question, said, all(said, reader.sums));
    const counted = reader.asksCount.first(text)?.taken;
    if (counted !== undefined && counted !== null)
      return (
        nearestTo(question, said, countedIn(said, counted, reader), all(said, reader.amounts)) ??
        bareAfter(counted, said, asked, reader)
      );
    if (reader.asksWhen.in(text)) return nearestTo(question, said, timesIn(said, reader));
  }
  return null;
}

/** Whether a sum of money may be told, where one is asked for in another language than English. */
export function mayTellSum(said: string, question: string): boolean {
  const text = textOf(question);
  readers ??= readAll();
  return (
    !readers.some(({ asksSum }) => asksSum.in(text)) ||
    /\p{Sc}/u.test(said) ||
    readers.some(({ sums }) => said.search(sums) >= 0)
  );
}

/** A figure, and where it begins. */
interface Placed {
  said: string;
  start: number;
}

function all(said: string, pattern: RegExp): Placed[] {
  return [...said.matchAll(pattern)].map(({ 0: found, index }) => ({ said: found.trim(), start: index }));
}

/** What tells a month, a year or a season to come: "en 40 écoles" tells no time. */
function timesIn(said: string, { times }: Reader): Placed[] {
  return times
    .all(textOf(said))
    .flatMap(({ taken, start }) =>
      taken !== null && (yearOf.test(taken) || !/^\P{L}*\p{L}+\s\p{N}+$/u.test(taken)) ? [{ said: taken, start }] : [],
    );
}

const yearOf = /(?<!\p{N})(?:1[5-9]|20)\d{2}(?!\p{N})/u;

/** A figure that stands alone where the question that is replied to names what is counted. */
function bareAfter(counted: string, said: string, asked: string, { amounts }: Reader): string | null {
  const terms = new Set(termsOf(asked));
  if (!termsOf(counted).some((term) => terms.has(term))) return null;
  const bare = [...said.matchAll(amounts)].flatMap(({ 0: figure, index }) =>
    yearOf.test(figure)
      ? []
      : (standsAlone.exec(said.slice(index + figure.length)) ?? []).slice(1).map((measure) => figure.trim() + measure),
  );
  return bare.length === 1 ? bare[0]! : null;
}

/** A measure word may stand between in Chinese. */
const standsAlone = /^(\p{Script=Han}?)\s*(?:[.,;:!?—–。，；、؛،]|$)/u;

/** "Avant sept heures" tells no span. */
function isOfClock({ said: figure, start }: Placed, said: string): boolean {
  return /heure|hora|час/iu.test(figure) && beforeClock.test(said.slice(0, start));
}

const beforeClock = /(?<!\p{L})(?:à|avant|après|vers|dès|las|в|к)\s+$/iu;

/** Figures that what is counted follows within a few words. */
function countedIn(said: string, counted: string, { amounts, isUnspaced }: Reader): Placed[] {
  const [head] = termsOf(counted);
  if (head === undefined) return [];
  return [...said.matchAll(amounts)].flatMap(({ 0: figure, index }) => {
    const after = said.slice(index + figure.length, index + figure.length + farthest);
    const length = isUnspaced ? endOfChars(after, counted) : endOfWord(after, head);
    return length === null ? [] : [{ said: figure + after.slice(0, length), start: index }];
  });
}

/** In characters. */
const farthest = 60;
const mostBetween = 3;
const mostCharacters = 6;

function endOfWord(after: string, head: string): number | null {
  const words = [...after.matchAll(/[\s-]*([\p{L}\p{M}’']+)/gu)].slice(0, mostBetween);
  for (const { 0: step, 1: word, index } of words) {
    if (/[^\s-]/u.test(after.slice(0, index).replaceAll(/[\p{L}\p{M}’']/gu, ''))) return null;
    if (termsOf(word!).includes(head)) return index + step.length;
  }
  return null;
}

/** A measure word may stand between: "34万艘船" of "多少艘船". */
function endOfChars(after: string, counted: string): number | null {
  const noun = counted.slice(-1);
  const at = after.slice(0, mostCharacters).indexOf(noun);
  return at < 0 ? null : at + noun.length;
}

/**
 * Of several, the one in the clause that has most of the question's words; null where that is not one, or where a clause
 * with another figure has more of them: of "1,860 gardens, of which 320 have water" neither is told for those that have it.
 */
function nearestTo(question: string, said: string, figures: Placed[], others: Placed[] = []): string | null {
  const asked = new Set(termsOf(question));
  const given = new Set(question.match(/\p{N}+/gu));
  const sharedBy = ({ said: figure, start }: Placed): number => {
    const from = Math.max(...[...said.slice(0, start).matchAll(clauseMark)].map(({ index }) => index + 1), 0);
    const to = said.slice(start + figure.length).search(clauseMark);
    const clause = said.slice(from, to < 0 ? undefined : start + figure.length + to);
    return new Set(termsOf(clause).filter((term) => asked.has(term))).size;
  };
  const scored = figures
    .filter(({ said: figure }) => !figure.match(/\p{N}+/gu)?.every((each) => given.has(each)))
    .map((figure) => ({ figure: figure.said, shared: sharedBy(figure) }));
  const most = Math.max(0, ...scored.map(({ shared }) => shared));
  const best = new Set(scored.filter(({ shared }) => shared === most && most > 0).map(({ figure }) => figure));
  return best.size === 1 && others.every((other) => sharedBy(other) <= most) ? [...best][0]! : null;
}

/** A mark that stands between no two figures. */
const clauseMark = /[;；؛!?。！？؟]|(?<!\p{N})[.,，،:：]|[.,，،:：](?!\p{N})/gu;

let readers: Reader[] | undefined;

function readAll(): Reader[] {
  return Object.entries(languageWords).flatMap(([tag, { counting }]) =>
    counting === undefined ? [] : [read(counting, tag)],
  );
}

function read(
  { numbers, joints, hedges, hedgesBehind, of, money, times, asksSum, asksSpan, asksCount, asksWhen }: Counting,
  tag: string,
): Reader {
  const isUnspaced = tag === 'zh';
  const beyondLatin = /\P{Script=Latin}/u.test(numbers.replaceAll(/[\s|]/gu, ''));
  const edge = isUnspaced ? '' : String.raw`(?<![\p{L}\p{N}])`;
  const end = isUnspaced ? '' : String.raw`(?![\p{L}\p{N}])`;
  const digits = String.raw`\p{Nd}{1,3}(?:[ \u00a0\u202f]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*`;
  const word = isUnspaced ? `[${numbers}]+` : `${anyOf(wordList(numbers))}${end}`;
  const joint = isUnspaced ? '' : String.raw`[\s-]+(?:(?:${joints})\s*)?`;
  const number = `(?:${digits}|${word})(?:${isUnspaced ? word : joint + word})*(?:${String.raw`\s?[%٪]`})?`;
  const before = `(?:${edge}${anyOf(waysIn(hedges))}${isUnspaced ? '' : String.raw`\s+`}){0,3}`;
  const behind = hedgesBehind === undefined ? '' : `${anyOf(waysIn(hedgesBehind))}?`;
  const amount = `${before}${edge}(?:${number})${behind}`;
  const unit = (units: string) =>
    `${isUnspaced ? '' : String.raw`\s?`}${of === undefined ? '' : `(?:${of})?`}${anyOf(wordList(units))}${end}${behind}`;
  const asks = (lines: string) => phrases({ lines, beyondLatin });
  return {
    asksWhen: asks(asksWhen),
    times: phrases(...spokenIn(tag, 'byWhen')),
    asksSum: asks(asksSum),
    asksSpan: asks(asksSpan),
    asksCount: asks(asksCount),
    sums: new RegExp(`${amount}${unit(money)}`, 'giu'),
    spans: new RegExp(`${amount}${unit(times)}`, 'giu'),
    amounts: new RegExp(amount, 'giu'),
    isUnspaced,
  };
}

function waysIn(table: string): string[] {
  // "Bien plus de" is tried before "bien".
  return table
    .split('|')
    .map((way) => way.trim().replaceAll(/\s+/gu, String.raw`\s+`))
    .toSorted((one, other) => other.length - one.length);
}
