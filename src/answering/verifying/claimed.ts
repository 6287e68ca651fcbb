/** What a question claims that can be compared with what was said: its figures, years and countries. */
import { languageOf } from '../../words/language.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { placedAmounts, type PlacedAmount } from '../figures/amounts.ts';
import { saidMostOf } from '../figures/figure-asked.ts';
import { isOfName } from '../figures/figure-names.ts';
import { regionsIn } from '../names/regions.ts';

/** A figure, a year or a country, as it is written in a text. */
export interface Claimed {
  text: string;
  kind: 'figure' | 'year' | 'country';
  /** In a form in which equal ones are equal. */
  value: string;
  /** Of a figure; empty where none is told. */
  unit: string;
  /** The few words that follow, one of which is counted. */
  after: Following[];
  /** UTF-16 offsets. */
  start: number;
  end: number;
}

/** "China Mobile" names no country. */
function opensName(text: string, { end }: { end: number }): boolean {
  return /^\s\p{Lu}/u.test(text.slice(end));
}

interface Following {
  terms: string[];
  /** UTF-16 offset of its end, behind the text of the figure. */
  end: number;
}

/** In order. The number of a name, as in "5G", is none. */
export function claimedIn(text: string, language: string | null): Claimed[] {
  const named = regionsIn(text, language).filter((region) => !opensName(text, region));
  const countries = named.map(({ code, name, start, end }): Claimed => ({
    text: name,
    kind: 'country',
    value: code,
    unit: '',
    after: [],
    start,
    end,
  }));
  const figures = placedAmounts(text, languageOf(text) ?? language).flatMap((amount) =>
    isOfName(text, amount) ? [] : [figureAt(text, amount)],
  );
  return [...countries, ...figures].toSorted((one, other) => one.start - other.start);
}

/** Those of `said` that stand in the place of what is claimed: the same kind with another value, what is counted alike first. */
export function insteadOf(claimed: Claimed, said: Claimed[], known: Claimed[]): Claimed[] {
  const others = said.filter(
    (each) =>
      each.kind === claimed.kind &&
      !known.some((other) => isSame(other, each) && (isOfSame(other, each) || !isOfSame(each, claimed))) &&
      (each.unit === claimed.unit || each.unit === '' || claimed.unit === ''),
  );
  const alike = others.filter((each) => isOfSame(each, claimed) || hasSameMeasure(each, claimed));
  return alike.length > 0 ? alike : others;
}

/**
 * Of figures that may stand in the place of one that is claimed, those whose clause says most of what is claimed of it: of
 * "six times the harvest and 57 times the catch", only six is of the harvest.
 */
export function ofItsClause(
  rivals: Claimed[],
  { text, said }: { text: string; said: Claimed[] },
  claim: string,
): Claimed[] {
  const figures = said.filter(({ kind }) => kind === 'figure');
  if (figures.length < 2 || rivals.some(({ kind }) => kind !== 'figure')) return rivals;
  // Where each of them is so many times something, "times" tells them not apart.
  const counted = figures.map(({ after }) => after[0]?.terms ?? []);
  const isShared = (term: string) => counted.filter((terms) => terms.includes(term)).length > 1;
  const about = new Set(termsOf(claim).filter((term) => !isShared(term)));
  const best = new Set(saidMostOf(text, about, figures).map(({ start }) => start));
  return rivals.filter(({ start }) => best.has(start));
}

/** Whether one can only stand in the other's place: it counts the same, has the same measure, or nothing is told of what is claimed. */
export function standsFor(one: Claimed, claimed: Claimed): boolean {
  const countsNothing = (claimed.after[0]?.terms ?? []).length === 0;
  return isOfSame(one, claimed) || hasSameMeasure(one, claimed) || countsNothing;
}

function hasSameMeasure(one: Claimed, other: Claimed): boolean {
  return one.unit !== '' && one.unit === other.unit;
}

/** Whether both count the same thing. */
export function isOfSame(one: Claimed, other: Claimed): boolean {
  return sharedEnd(one, other) !== null;
}

/** `193 member states` of a text, where the other counts member states too: as far as what follows is the same. */
export function calledBeside(one: Claimed, other: Claimed, text: string): string {
  return text.slice(one.start, sharedEnd(one, other) ?? one.end).replace(/[\s,.;:]+$/u, '');
}

function sharedEnd(one: Claimed, other: Claimed): number | null {
  const known = new Set(other.after.flatMap(({ terms }) => terms));
  // What is counted ends before a small word.
  const small = one.after.findIndex(({ terms }) => terms.length === 0);
  const last = one.after
    .slice(0, small < 0 ? undefined : small)
    .findLast(({ terms }) => terms.some((term) => known.has(term)));
  return last === undefined ? null : one.end + last.end;
}

export function isSame(one: Claimed, other: Claimed): boolean {
  const fits = one.unit === other.unit || one.unit === '' || other.unit === '';
  return one.kind === other.kind && one.value === other.value && fits;
}

function figureAt(text: string, { value, unit, start, end }: PlacedAmount): Claimed {
  const written = text.slice(start, end);
  const isYear = unit === '' && yearOnly.test(written);
  const sign = signBefore.exec(text.slice(0, start))?.[0] ?? '';
  // "17 trillion, trillion dollars" is a slip of the tongue.
  const figure = written.split(/,\s/u)[0]!;
  const ends = start + figure.length;
  const after = text.slice(ends);
  const [measure] = unit === '' || sign !== '' ? [] : (/^\s?(?:%|[-\s](?:de\s|d['’])?[\p{L}-]+)/u.exec(after) ?? []);
  const till = ends + (measure ?? '').length;
  const following =
    isYear || measure !== undefined ? [] : textOf(text.slice(till, till + longestAfter)).words.slice(0, mostAfter);
  // "Los otros cuatro costará 14 millones" counts no millions with its four.
  const figureAfter = following.findIndex(({ word }) => /\p{N}/u.test(word));
  return {
    text: text.slice(start - sign.length, till),
    kind: isYear ? 'year' : 'figure',
    value,
    unit,
    after: following
      .slice(0, figureAfter < 0 ? undefined : figureAfter)
      .map(({ word, end: at }) => ({ terms: termsOf(word), end: at })),
    start: start - sign.length,
    end: till,
  };
}

const signBefore = /(?:US)?\p{Sc}$/u;
const yearOnly = /^(?:1[5-9]|20)\d\d$/u;
/** In characters, and in words. */
const longestAfter = 60;
const mostAfter = 3;
