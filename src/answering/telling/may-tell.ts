/** Whether what is said can be of the kind that is asked for: a span, a point of time, a number, how often. */
import { phrases } from '../../words/matcher.ts';
import { textOf, type Text } from '../../words/text-words.ts';
import { placedAmounts, type PlacedAmount } from '../figures/amounts.ts';
import { hasNumeral } from '../matter/evidence.ts';
import { countedBy, givesBareFigure } from '../figures/figure.ts';
import { isOfName } from '../figures/figure-names.ts';
import { termsOf } from '../../words/terms.ts';
import { timesIn } from '../figures/times.ts';

/**
 * Whether what is said can tell how long, how many, how often or when, where that is asked, in any way: "five full days", "all
 * night", "it took long"; "forty of them", "hardly any"; "once a year"; "after the harvest".
 */
export function mayTellFigure(said: string, question: string): boolean {
  const asked = textOf(question);
  if (asksSpan.in(asked)) return saysSpan.in(textOf(said.replaceAll(pointOfTime, ' ')));
  if (asksTimes.in(asked)) return saysTimes.in(textOf(said));
  if (asksOften.in(asked)) return hasNumeral(said) || saysOften.in(textOf(said));
  if (asksWhen.in(asked)) return tellsWhen(said, asked);
  if (asksAge.in(asked)) return hasNumeral(said) && spans.test(said);
  // "How fast does it spread?" is not answered by who says that it does.
  if (asksSpeed.in(asked)) return hasNumeral(said);
  if (asksPrice.in(asked)) return tellsPrice(said, question);
  if (asksSum.in(asked)) return hasNumeral(said) || countedInWords.in(textOf(said));
  if (asksShare.in(asked)) return tellsShare.test(said) || countedInWords.in(textOf(said));
  if (asksPeople.in(asked)) return countsPeople(said, question) || countedInWords.in(textOf(said));
  if (asksCount.in(asked)) return counts(said) || countsInWords(said, question);
  return true;
}

/** What is so already is not yet to come: "When will it open?" is not told by "That, now, is known". */
function tellsWhen(said: string, asked: Text): boolean {
  const text = textOf(said);
  return timesIn(said).length > 0 || saysWhen.in(text) || (!asksWhenToCome.in(asked) && saysWhenSoFar.in(text));
}

/** "Many of them", "hardly any wells", and no "a number of ways" where wells are counted. */
export function countsInWords(said: string, question: string): boolean {
  const text = textOf(said);
  const head = countedBy(question);
  return countedInWords.all(text).some(({ start, end }) => {
    const counted =
      said.slice(start, end) +
      said
        .slice(end)
        .split(/(?<=\s)/u)
        .slice(0, mostBehind)
        .join('');
    const next = counted.slice(end - start);
    return head === null || termsOf(counted).includes(head) || !ofElse.in(textOf(next));
  });
}

/** "Millions of people who fish" tells no number of them, whatever else the sentence counts. */
export function countsVaguely(said: string, question: string): boolean {
  const head = countedBy(question);
  return vaguely.all(textOf(said)).some(({ end }) => {
    const [counted] = said.slice(end).split(clauseEnds);
    return head === null || termsOf(counted!.split(/\s+/u).slice(0, mostVaguelyBehind).join(' ')).includes(head);
  });
}

/** In words, with the blank before them. */
const mostVaguelyBehind = 6;
const vaguely = phrases({
  lines: '(dozens|scores|hundreds|thousands|tens of thousands|hundreds of thousands|millions|billions|trillions) of',
});

/** In words, of what is counted and the blank before it. */
const mostBehind = 4;
/** Some other thing than what is counted follows. */
const ofElse = phrases({
  lines:
    '^ [of] [the|our|their|these|those|its|a] !(us|them|you|these|those|which|whom|were|was|are|is|have|had|did|do) *',
});

function tellsPrice(said: string, question: string): boolean {
  const text = textOf(said);
  // Of free seats is asked what they cost, and not whether.
  const isTold = saysPrice
    .all(text)
    .some(({ start, end }) => !textOf(question).words.some(isWord(said.slice(start, end))));
  return isTold || (hasNumeral(said) && (saysPaid.in(text) || /\p{Sc}/u.test(said)));
}

const isWord = (said: string) => {
  const lower = said.toLowerCase();
  return ({ word }: { word: string }) => word.toLowerCase() === lower;
};

/** "In the last ten years" counts nothing but years, and "5G" nothing at all. */
function counts(said: string): boolean {
  const amounts = placedAmounts(said);
  const isTime = ({ value, unit, end }: PlacedAmount) =>
    timeUnits.has(unit) || value.endsWith('th') || isYear.test(value) || timeNext.test(said.slice(end));
  return (
    hasNumeral(said) && (amounts.length === 0 || amounts.some((amount) => !isTime(amount) && !isOfName(said, amount)))
  );
}

/**
 * "Three new products" are no people; "50 engineers", "a staff of 50" and a bare "there were 50" may be, and so may whatever
 * stands right beside what the question says was done: "trained sixty pilots".
 */
function countsPeople(said: string, question: string): boolean {
  if (!counts(said)) return false;
  const asked = new Set(termsOf(question));
  const isDone = (words: string[]) => words.some((word) => termsOf(word).some((term) => asked.has(term)));
  const isOfPeople = ({ start, end }: PlacedAmount) => {
    const [before, after] = [said.slice(0, start), said.slice(end).split(clauseEnds)[0]!];
    return (
      people.in(textOf(after)) ||
      staffOf.in(textOf(before)) ||
      isDone(before.split(clauseEnds).at(-1)!.trim().split(/\s+/u).slice(-mostBefore))
    );
  };
  return placedAmounts(said).some(isOfPeople) || givesBareFigure(said);
}

/** In words. */
const mostBefore = 3;

/** "Five full-day courses" counts days. */
const timeNext = /^[\s-]+(?:(?:full|whole|half|working)[\s-]+)?(?:minute|hour|day|week|month|year)s?\b/iu;
const timeUnits = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'decade', 'century']);
const isYear = /^(?:1[5-9]|20)\d\d$/;

const asksCount = phrases({ lines: 'how many' });
const asksPeople = phrases({ lines: 'how many (people|persons|employees|workers|staff)' });
const people = phrases({
  lines: `
    ^ [*] [*] [*] (people|persons|men|women|children|folk|staff|of (us|them|you)|*ers|*ors|*ists|*ians|*ees|*ents|*ants)
    ^ [*] [*] [*] (nurses|guests|delegates|graduates|candidates|colleagues|experts|volunteers|members|youth(s)|souls)
    ^ [of (us|them|you)] (were|was|are|have|had|got|came|went|took|joined|last|this|in (all|total))`,
});
const staffOf = phrases({ lines: '(staff|workforce|team|headcount|crew|class|group) of [*] [*] $' });
const clauseEnds = /[.,;:!?()]|\s(?:for|with|by|from|to|at|and|but|that|which)\s/u;
const asksSpan = phrases({
  lines: `
    how long
    how many [more|full|working|whole] (second(s)|minute(s)|hour(s)|day(s)|night(s)|week(s)|month(s)|year(s)|decade(s)|centur(y|ies))`,
});
/** "How much do they care?" asks for no figure, "How much more do they pay?" does. */
const asksSum = phrases({
  lines: `
    how much … (~cost|~pay|~spend|~earn|~charge|~invest|worth|~raise|~owe) [for|on|in|to|them|it]
    how much (more|less|bigger|larger|higher|cheaper|faster) !(of a|so)`,
});
const asksShare = phrases({ lines: '(what|which) (share|percentage|proportion|fraction|part) of' });
/** "A third of them", "40 percent", "two in ten". */
const tellsShare =
  /%|\b(?:per\s?cent|half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|hundredths?|out of|most|majority|(?:one|two|three|four|nine|\d+) in \p{L}+)\b/iu;
/** What is paid, rather than how much of something there is. */
const asksPrice = phrases({
  lines: `
    how much [money] ({verb}) … (cost|pay|paid|spend|spent|charge(|d)|worth|lost|stolen|owed|borrowed|lent|donated|invested|earned)
    how much money`,
  lists: { verb: 'is|are|was|were|do|does|did|will|would|can|could|should|must|has|have|had' },
});
/** "30 divers" is no price: it is money, or something is said of paying. */
const saysPaid = phrases({
  lines: `
    (cost(s)|costing|pay(s)|paying|paid|price(s|d)|fee(s)|worth|spend(s)|spent|charge(s|d)|budget(s)|invest*|fund(s|ed|ing)|money)
    (dollar(s)|euro(s)|pound(s)|franc(s)|crown(s)|rupee(s)|yen|yuan|peso(s)|reais|shilling(s)|dinar(s)|cents)
    (million(s)|billion(s)|trillion(s)) !(people|users|of)`,
});
/** What is paid, without a number. */
const saysPrice = phrases({
  lines: `
    (free|gratis|cheap*|expensive|costly|affordable|fortune)
    (cost(s)|charge(s)|pay|paid|spend|spent) [*] [*] (a lot|much|more|less|little|nothing|half|double|twice)`,
});
const asksSpeed = phrases({ lines: 'how (fast|quick|quickly)' });
const asksAge = phrases({ lines: 'how old' });
const asksOften = phrases({ lines: 'how (often|frequently|regularly)' });
/** "When discussing the bill, …" asks for no time. */
const asksWhen = phrases({
  lines: `
    ^ [and|but|so] [by|since|until|from] when (is|are|was|were|do|does|did|will|would|can|could|should|must|may|might|has|have|had)`,
});

/** How many times: no number of other things tells it. */
export const asksTimes = phrases({ lines: 'how many (times|occasions)' });
const saysTimes = phrases({
  lines: `
    (time(s)|once|twice|thrice|occasion(s)|#fold)
    (never|always|each|every|repeatedly|again and again|daily|weekly|monthly|yearly|annually)`,
});

/** How often, without a number. */
const saysOften = phrases({
  lines: `
    (always|never|often|frequently|rarely|seldom|sometimes|usually|regularly|occasionally|constantly|again and again)
    (daily|hourly|weekly|monthly|quarterly|yearly|annually|once|twice|a lot|all the time|from time to time|each|every|per)`,
});

const spanOfTime = {
  count: `#|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen(s)|hundred(s)|thousand(s)|million(s)|half|several|few|many|couple`,
  unit: `second(s)|minute(s)|hour(s)|day(s)|week(s)|month(s)|year(s)|decade(s)|centur(y|ies)|night(s)|morning(s)|afternoon(s)|evening(s)|season(s)|term(s)
      |winter(s)|summer(s)|spring|autumn`,
};
/** When, without a date. */
const saysWhen = phrases({
  lines: `
    (today|tonight|soon|shortly|immediately|later|never|always|overnight)
    (by|since|until|till) then
    ({count}|*ty|*teen) [and|to|or] [*] [*] ({unit})
    (at|by|around|until|till|from|before|after) (#|noon|midnight|midday|dawn|dusk|lunch|lunchtime)
    (# (am|pm|a m|p m|o clock)|o clock|quarter (past|to)|half past)
    the (1st|2nd|3rd|*th|first|second|third|*th) of (january|february|march|april|may|june|july|august|september|october|november|december)
    once (the|we|they|it|he|she|you|all|this|that|there)
    (when|until|till|before|after|since|while|during|as soon as|in the (past|future|meantime|beginning|end))
    (by|at) the [very|same] [*] (end|start|beginning|time|moment|latest|close|turn|next|last|first|outset|middle|opening|meeting|session|summit|hour)
    (last|next|this|that|every|same) (minute|hour|day|morning|afternoon|evening|night|week|month|quarter|year|spring|summer)
    (last|next|this|that|every|same) (autumn|fall|winter|decade|century|term|session|meeting|season|time|monday|tuesday)
    (last|next|this|that|every|same|on) (wednesday|thursday|friday|saturday|sunday|monday|tuesday)
    (january|february|march|april|may|june|july|august|september|october|november|december)`,
  lists: spanOfTime,
});

const saysWhenSoFar = phrases({ lines: '(now|already|recently|currently|presently|ago)' });
const asksWhenToCome = phrases({
  lines: '^ [and|but|so] [by] when (will|shall)\n^ [and|but|so] [by] when (is|are) … going to',
});

/** "Five full days", "a couple of weeks", "all night", "too long". */
const saysSpan = phrases({
  lines: `
    ({count}|*ty|*teen) [and|to|or] [*] [*] ({unit}) !(old|olds)
    (a|an|one|the) [*] [*] (couple|number|matter|handful|whole|full|entire|half|good|best) [of] [the] [*] ({unit})
    (a|an|per|another|half|whole|entire|all|full|through|throughout|for|within|over|during) [the|a|an] [*] ({unit}) !(old|olds)
    (long|longer|forever|overnight|briefly|brief|short|shorter|round the clock|permanent|permanently|indefinite*|until|till)
    from * … to *`,
  lists: spanOfTime,
});
const spans =
  /\b(?:seconds?|minutes?|hours?|(?:mid|full-|half-)?days?|weeks?|months?|years?|decades?|centur(?:y|ies)|nights?|overnight|long|short|brief(?:ly)?)\b/iu;

const units = 'second|minute|hour|day|week|month|year|decade|century|night';
/** "Early this year", "two years ago" say when, and not how long. */
const pointOfTime = new RegExp(
  String.raw`\b(?:(?:this|last|next|every|each|per|that|the other)\s+(?:${units})|(?:${units})s?\s+ago)\b`,
  'giu',
);

/** How many, without a number. */
const countedInWords = phrases({
  lines: `
    (none|several|few|both|handful|majority|minority|plenty|dozens|zero)
    (all|most|many|each|every one|hardly any|a number|a couple) of
    (lots|a lot) of (them|us|you|people|[*] *s)
    (all|most|many) (were|are|have|had|did|do|said)
    (no|not) (one|any|many|a single)
    (too|so|very|how) many`,
});
