/** Which of several figures is the one that is asked for: what is said of each of them tells. */
import { termsOf } from '../../words/terms.ts';
import { wordList } from '../../words/word-list.ts';

/** A figure with what it counts, and where it stands. */
export interface FigureSaid {
  text: string;
  start: number;
  end: number;
}

/**
 * The figure whose clause says most of what is asked of the counted, `about`. `counted` are those that what is counted
 * follows, `all` every figure that is there: one that stands alone, "and twelve came", is of what was counted before it.
 * Null where another clause with a figure says as much: a wrong one is worse than none.
 */
export function chosenFigure(
  said: string,
  about: Set<string>,
  counted: FigureSaid[],
  all: FigureSaid[],
): string | null {
  const scored = inClauses(said, about, all).map(({ figure, ...each }) => ({
    ...each,
    figure: counted.find(({ start }) => start === figure.start) ?? figure,
    isCounted: counted.some(({ start }) => start === figure.start),
    isAlone: standsFor(said.slice(figure.end), about, counted.length === 0),
  }));
  const most = Math.max(0, ...scored.map(({ shared }) => shared));
  if (most === 0) return scored.some(({ isCounted, isAlone }) => isAlone && !isCounted) ? null : onlyOne(counted);
  const best = scored.filter(({ shared }) => shared === most);
  // Two clauses that say as much of it, and one of them is of another figure.
  const rivals = best.filter(({ isCounted, isAlone }) => isCounted || isAlone);
  if (new Set(rivals.map(({ clause }) => clause)).size !== 1) return null;
  const named = rivals.filter(({ isCounted }) => isCounted);
  return onlyOne((named.length > 0 ? named : rivals).map(({ figure }) => figure));
}

/** Of figures, those in the clause that says most of what is asked; none where no clause says any of it. */
export function saidMostOf(said: string, about: Set<string>, figures: FigureSaid[]): FigureSaid[] {
  const scored = inClauses(said, about, figures);
  const most = Math.max(0, ...scored.map(({ shared }) => shared));
  return most === 0 ? [] : scored.filter(({ shared }) => shared === most).map(({ figure }) => figure);
}

/** Each figure with the index of its clause, and how much of what is asked that says. */
function inClauses(said: string, about: Set<string>, figures: FigureSaid[]) {
  const clauses = clausesOf(said, figures);
  return figures.map((figure) => {
    const clause = clauses.findIndex(({ end }) => figure.start < end);
    return { figure, clause, shared: sharedOf(said, clauses, clause, about) };
  });
}

/** "Twelve of the thirty wells": the twelve where something is asked of them, the thirty where it is how many there are. */
export function partOrWhole(counted: FigureSaid[], isAskedOfPart: boolean): FigureSaid[] {
  return counted.filter(
    (one) =>
      !counted.some(
        (other) =>
          other !== one && other.end === one.end && (isAskedOfPart ? other.start < one.start : other.start > one.start),
      ),
  );
}

/** What is asked of the counted: the terms of the question but for those of how many, and for what is counted. */
export function askedOf(question: string, head: string): Set<string> {
  return new Set(termsOf(question).filter((term) => term !== head && !ofCounting.has(term)));
}

const ofCounting = new Set(termsOf('many much number'));

function onlyOne(figures: FigureSaid[]): string | null {
  const different = [...new Set(figures.map(({ text }) => text))];
  return different.length === 1 ? different[0]! : null;
}

interface Clause {
  start: number;
  end: number;
}

/** Parts of a sentence that have a figure each; one without goes with the next, or with that before where it goes on from it. */
function clausesOf(said: string, figures: FigureSaid[]): Clause[] {
  const cuts = [...said.matchAll(opensClause)]
    .map(({ index }) => index)
    .filter((at) => !figures.some(({ start, end }) => at > start && at < end));
  const parts = [0, ...cuts].map((start, at) => ({ start, end: cuts[at] ?? said.length }));
  const clauses: Clause[] = [];
  let open: number | null = null;
  for (const { start, end } of parts) {
    const has = figures.some((figure) => figure.start >= start && figure.start < end);
    const last = clauses.at(-1);
    if (has) {
      clauses.push({ start: open ?? start, end });
      open = null;
    } else if (last && open === null && goesOn.test(said.slice(start, end))) last.end = end;
    else open ??= start;
  }
  const last = clauses.at(-1);
  if (last && open !== null) last.end = said.length;
  return clauses;
}

const opensClause = /[;:!?—–]\s|,\s|\.\s|\s(?=(?:and|but|while|whereas|yet|though|although|of which|of whom)\s)/giu;
const goesOn = /^[\s,;]*(?:and|or|which|that|who|when|where|if)\s/iu;

/** "And it brings in ninety thousand" is said of what the clause before it is of. */
function sharedOf(said: string, clauses: Clause[], at: number, about: Set<string>): number {
  const clause = clauses[at];
  if (!clause) return 0;
  const text = said.slice(clause.start, clause.end);
  const before = clauses[at - 1];
  const whole = before && ofSame.test(text) ? `${said.slice(before.start, before.end)} ${text}` : text;
  const own = termsOf(text).filter((term) => about.has(term));
  // What it says itself counts, what it takes from before only with it.
  return own.length === 0 ? 0 : new Set(termsOf(whole).filter((term) => about.has(term))).size;
}

const ofSame = /^\P{L}*(?:and|but)?\s*(?:it|he|she|they)\s/iu;

/** Whether a figure stands for what was counted before: "seventeen failed", "three said yes", "twelve of them". */
function standsFor(after: string, about: Set<string>, mayCountAnother: boolean): boolean {
  if (/^\s*(?:[.,;:!?—–]|$)/u.test(after) || /^\s+of\s+(?:them|these|those|us|you|which|whom)\b/iu.test(after))
    return true;
  const next = /^\s+([\p{L}'’]+)/u.exec(after)?.[1]?.toLowerCase() ?? '';
  // "40 mill sheds, with 90 weavers": of the weavers in the sheds, the 40 are none.
  const isOfAsked = mayCountAnother && termsOf(next).some((term) => about.has(term));
  return verbs.has(next) || /.ed$/u.test(next) || isOfAsked;
}

const verbs = new Set(
  wordList(`is are was were has have had do does did will would can could should may might must never still also
    said say says came come went go got gave made took take paid bought sold built spoke held won lost left met ran wrote
    brought became began chose fell found grew kept knew led put rose saw stood taught told sank broke drove fled hid`),
);

/** What a figure measures instead of counting: a time, money. */
export const measures =
  /^[\s-]+(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|dollars?|euros?|pounds?|francs?|crowns?|percent|per cent)\b/iu;
