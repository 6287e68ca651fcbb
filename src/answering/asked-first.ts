/** What comes near, with what is of the kind that is asked for put before the rest: names, figures, times, countries. */
import type { Inquiry } from '../asking/asked.ts';
import { askedThing } from './telling/asked-thing.ts';
import type { Candidate } from './candidates.ts';
import { claimedIn, isOfSame } from './verifying/claimed.ts';
import { deedIn } from './stances/deed.ts';
import { hasNumeral, type Wanted } from './matter/evidence.ts';
import { countedBy, countsAny } from './figures/figure.ts';
import { sideAsked } from './telling/good-or-bad.ts';
import { mayTellFigure } from './telling/may-tell.ts';
import { rareTermOf } from './matter/most-of-matter.ts';
import { properNamesIn } from '../words/names.ts';
import { termsOf } from '../words/terms.ts';
import { asksCountries, regionsIn } from './names/regions.ts';
import { timesIn } from './figures/times.ts';

/** Where it is asked what something is called, what calls something by a name comes before what only speaks of it. */
export function withNamesFirst(candidates: Candidate[], { question }: Pick<Inquiry, 'question'>): Candidate[] {
  return asksName.test(question) ? withFirst(candidates, (text) => givesName.test(text)) : candidates;
}

/** The same for a figure, a point of time and countries: certain it is not, but what has none cannot be meant. */
export function withAskedFirst(candidates: Candidate[], inquiry: Inquiry): Candidate[] {
  const { question, wants, language } = inquiry;
  if (asksCountries(inquiry)) return withFirst(candidates, (text) => regionsIn(text, null).length > 0);
  const thing = askedThing(inquiry);
  if (thing?.kind === 'place' || thing?.kind === 'body') return withFirst(candidates, thing.isToldBy);
  if (asksWhen.test(question)) return withFirst(candidates, (text) => timesIn(text).length > 0);
  if (wants === 'number') return withFirst(candidates, (text) => hasNumeral(text) && mayTellFigure(text, question));
  const side = sideAsked(question);
  if (side !== null) return withFirst(candidates, side.isTold);
  const deed = inquiry.yesNo ? deedIn(question) : null;
  if (deed !== null) return withFirst(candidates, (text) => termsOf(text).includes(deed));
  const claims = inquiry.yesNo ? claimedIn(inquiry.words, language).filter(({ kind }) => kind === 'figure') : [];
  if (claims.length > 0)
    return withFirst(candidates, (text) =>
      claimedIn(text, language).some((said) => claims.some((claim) => isOfSame(said, claim))),
    );
  return candidates;
}

/** "How many came home?": of what has no figure of them and stands in one turn with what has, the latter is shown. */
export function atTheirFigure(candidates: Candidate[], { question, wants }: Inquiry): Candidate[] {
  if (wants !== 'number' || countedBy(question) === null) return candidates;
  return candidates.map((each) => {
    const { sentences } = each.reading;
    const counts = (index: number) => {
      const text = sentences[index]?.turn === sentences[each.index]!.turn ? sentences[index].text : '';
      return hasNumeral(text) && countsAny(text, question);
    };
    const run = each.place?.run ?? { first: each.index, last: each.index };
    for (let away = 0; away <= mostAway; away += 1) {
      const [before, behind] = [run.first - away, run.last + away];
      const index = counts(before) ? before : counts(behind) ? behind : null;
      if (index === null) continue;
      return away === 0 ? each : { ...each, index, place: each.place && { ...each.place, run: undefined } };
    }
    return each;
  });
}

/** In sentences. */
const mostAway = 6;

/** What has the names and the rare words of the question, at its figure. */
export function meantFirst(
  candidates: Candidate[],
  { inquiry, wanted, isOfMany }: { inquiry: Inquiry; wanted: Wanted; isOfMany: boolean },
): Candidate[] {
  // In one session a word that stands nowhere else leads nowhere that is not looked at anyhow.
  const meant = isOfMany
    ? withNamedFirst(withRareFirst(candidates, wanted), inquiry)
    : withRarelyNamedFirst(candidates, inquiry);
  return atTheirFigure(meant, inquiry);
}

/** Who is named in several words, as a company is, is meant before all that is only like it. */
export function withNamedFirst(candidates: Candidate[], { words }: Pick<Inquiry, 'words'>): Candidate[] {
  return havingFirst(
    candidates,
    namesOf(words).filter((name) => name.length > 1),
  );
}

/** The same in a single session of any name that hardly anything of it has: among many a single word is the name of anything. */
function withRarelyNamedFirst(candidates: Candidate[], { words }: Pick<Inquiry, 'words'>): Candidate[] {
  const isRare = (name: string[]) => candidates.filter((each) => isNamed(name, each)).length <= fewNaming;
  return havingFirst(candidates, namesOf(words).filter(isRare));
}

/** In candidates. */
const fewNaming = 3;

function havingFirst(candidates: Candidate[], names: string[][]): Candidate[] {
  const count = (each: Candidate) => names.filter((name) => isNamed(name, each)).length;
  return candidates.toSorted((one, other) => count(other) - count(one));
}

function namesOf(words: string): string[][] {
  return properNamesIn(words)
    .map((name) => termsOf(name))
    .filter((name) => name.length > 0);
}

function isNamed(name: string[], { reading, index }: Candidate): boolean {
  const { terms, about } = reading.sentences[index]!;
  return name.every((term) => terms.has(term) || about.has(term));
}

/** What has a word that hardly anybody says is what is asked for before all that is only like the question, unless others have far more of the rest. */
export function withRareFirst(candidates: Candidate[], wanted: Pick<Wanted, 'terms' | 'names'>): Candidate[] {
  const rare = rareTermOf(wanted);
  if (rare === null) return candidates;
  const hasIt = ({ reading, index }: Candidate) => reading.sentences[index]!.terms.has(rare);
  // A name is what is asked about; another word may be the asker's own.
  const isName = wanted.names.some((name) => name.includes(rare));
  const others = candidates.filter((each) => !hasIt(each));
  const isOutdone = ({ closeness }: Candidate) =>
    !isName &&
    closeness !== null &&
    others.some(
      (other) =>
        other.closeness !== null &&
        other.closeness.around >= closeness.around &&
        closeness.beside < other.closeness.beside * leastBeside,
    );
  const having = Map.groupBy(candidates.filter(hasIt), isOutdone);
  return [...(having.get(false) ?? []), ...others, ...(having.get(true) ?? [])];
}

/** Of the rest of the matter that others have, who has the rare word must have as much. */
const leastBeside = 0.5;

function withFirst(candidates: Candidate[], isAsked: (text: string) => boolean): Candidate[] {
  return candidates
    .map((each) =>
      isAsked(each.reading.sentences[each.index]!.text) ? { ...each, nearness: each.nearness + forKind } : each,
    )
    .toSorted((one, other) => other.nearness - one.nearness);
}

const asksName = /\b(?:called|named|the names? of|names? (?:does|did|has|have))\b/iu;
const givesName = /\b(?:called|named|call it|name is)\s+(?:the\s+)?["“‘]?\p{Lu}/u;
const asksWhen = /^\W*(?:(?:and|but|so)\W+)?when\b/iu;
/** In usual differences of meaning. */
const forKind = 1.5;
