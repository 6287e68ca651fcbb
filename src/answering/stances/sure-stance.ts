/**
 * Whether a sentence alone bears out that whoever says it is for or against a matter, so surely that they may be named for
 * it: in the first person or as a judgement of their own, right beside all words of the matter, and of nothing next to it.
 */
import type { Reading } from '../../retrieval/reading.ts';
import { phrases } from '../../words/matcher.ts';
import { isStopWord, termsOf } from '../../words/terms.ts';
import { textOf, type Text } from '../../words/text-words.ts';
import { wordList } from '../../words/word-list.ts';
import { ownWordsIn, says, type Stance } from './stances.ts';

/** `matter` has the terms of it. Null where it is not sure. */
export function sureStanceIn(reading: Reading, index: number, matter: string[]): Stance | null {
  const own = ownWordsIn(reading, index);
  if (own === null) return null;
  const text = textOf(vague.cutFrom(own));
  if (tellsOfOthers.in(text) || tellsWhatOthersSay(text)) return null;
  const stances = mentionsOf(matter, text).map((mention) => stanceOn(mention, matter, text));
  const sure = new Set(stances.filter((stance) => stance !== null));
  if (sure.size !== 1) return null;
  const [stance] = sure;
  if (!says.conditions.in(text)) return stance!;
  // Who would oppose it only if it rose does not oppose it.
  return stance === 'for' ? 'conditions' : null;
}

/** Indexes of its first and last word. */
type Mention = [first: number, last: number];

/** Where all words of the matter stand together: "a ban on assault weapons"; one of three or more may stand elsewhere in the sentence. */
function mentionsOf(matter: string[], { words }: Text): Mention[] {
  const ways = matter.map((term) => new Set(waysToSay(term)));
  const of = words.map(({ word }) => {
    const terms = termsOf(word);
    return ways.flatMap((each, which) => (terms.some((term) => each.has(term)) ? [which] : []));
  });
  const isAllThere = new Set(of.flat()).size === matter.length;
  const fewest = isAllThere && matter.length > 2 ? matter.length - 1 : matter.length;
  const mentions: Mention[] = [];
  for (let first = 0; first < words.length; first += 1) {
    if (of[first]!.length === 0) continue;
    let last = first;
    for (let at = first + 1; at < words.length && at - last <= widestGap + 1 && !words[at]!.breaks; at += 1)
      if (of[at]!.length > 0) last = at;
    if (new Set(of.slice(first, last + 1).flat()).size >= fewest) mentions.push([first, last]);
    first = last;
  }
  return mentions;
}

const widestGap = 3;

function stanceOn([first, last]: Mention, matter: string[], { text, words }: Text): 'for' | 'against' | null {
  const next = words[last + 1];
  // "The tax rebate" is no tax, "the tax debate" none either.
  if (next && !next.breaks && !isStopWord(next.word) && !goesOn.test(next.word)) return null;
  // What is recommended in the place of something else is told without a word of support.
  const isTheirAdvice = opensAsOwn.in(textOf(text)) || recommends.in(textOf(text));
  if (isTheirAdvice && isInstead.in(textOf(text.slice(0, words[first]!.start)))) return 'for';
  const start = words.findLastIndex(
    ({ word, breaks }, at) => at < first && (boundaries.has(word) || (breaks && at > 0)),
  );
  const from = start < 0 ? 0 : boundaries.has(words[start]!.word) ? start + 1 : start;
  const before = textOf(text.slice(words[from]!.start, words[first]!.start));
  if (words.slice(0, first).some(({ word }, at) => supposing.has(word) && words[at - 1]?.word !== 'only')) return null;
  if (before.words.filter(({ word }) => negators.has(word)).length > 1) return null;
  const isTheirs = (at: number) =>
    before.words
      .slice(0, at)
      .slice(-mostBetween)
      .some(({ word }) => firstPersons.has(word)) ||
    (opensAsOwn.in(textOf(text)) && begins.in(before));
  const reaching = (table: typeof says.supports) =>
    table.all(before).find(({ start: begun, end }) => {
      const at = before.words.findIndex((word) => word.start >= begun);
      const within = before.words.filter((word) => word.start >= begun && word.end <= end);
      const between = before.text.slice(end);
      const isOwn = within.some(({ word }) => firstPersons.has(word) || duties.has(word)) || isTheirs(at);
      return isOwn && isNothingElse(between);
    });
  const isRefusal = matter.some((term) => refusals.has(term));
  if (!isRefusal && isEnded.in(before)) return before.words.some(({ word }) => negators.has(word)) ? null : 'against';
  if (reaching(says.opposes) || mustNot.in(before)) return 'against';
  if (!before.words.some(({ word }) => negators.has(word)) && (reaching(says.supports) || must.in(before)))
    return 'for';
  const subject = textOf(inMyView.cutFrom(before.text));
  if (
    !subject.words.every(({ word }) =>
      isStopWord(word) ? !prepositions.has(word) && !thirdPersons.has(word) : judging.has(word),
    )
  )
    return null;
  const after = textOf(text.slice(words[last]!.end));
  if (after.words.slice(0, mostAfter).some(({ word }) => hearsay.has(word))) return null;
  if (says.isBad.in(after)) return 'against';
  return says.isGood.in(after) ? 'for' : null;
}

const mostBetween = 3;
const mostAfter = 7;

/** What stands between "we support" and the matter: an article or how it is, and no other thing that is meant instead. */
function isNothingElse(between: string): boolean {
  const words = textOf(carriers.cutFrom(between)).words.map(({ word }) => word);
  if (words.join(' ') === 'to') return true;
  return (
    words.length <= mostBetween &&
    !words.some(
      (word) => prepositions.has(word) || doesElse(word) || negators.has(word) || refusals.has(termsOf(word)[0] ?? ''),
    )
  );
}

/** "We oppose delaying the levy": what is done with the matter is meant, unless it is to have it. */
const doesElse = (word: string) => word.endsWith('ing') && !having.has(word);

const words = (table: string) => new Set(wordList(table));
const having = words(
  'having introducing adopting imposing creating establishing existing binding standing ongoing being',
);
const firstPersons = words('i we my our me us');
const thirdPersons = words('he she they you his her their your');
const duties = words('should must ought shall');
const negators = words('not never no cannot t nobody nothing neither nor hardly without');
const supposing = words('if whether unless suppose supposing assuming');
/** What stands before them is of something else. */
const boundaries =
  words(`that who whom whose which about because when while where how why what but than like discuss discussing
  talk talking debate debating consider considering understand understanding explain know knowing hear hearing`);
const prepositions = words(
  'of on for to from by with in at against without under after before between into over through and or',
);
const judging = words(
  'think believe feel find say new whole proposed current entire view opinion honestly frankly clearly personally',
);
const hearsay = words('said supposed claimed thought meant called believed considered they he she you');
/** "A treaty now", "a treaty adopted": it goes on with no other thing. */
const goesOn = /^(?:now|today|here|soon|too|also|anyway|altogether|is|are|was|will|would|.+ly|.+ed)$/u;
/** A matter with one of these is no matter without it. */
const refusals = new Set(
  termsOf(
    'ban banned banning prohibition prohibit abolition abolish repeal scrap moratorium end stop exemption alternative',
  ),
);
/** Ways to say the same: an instrument that binds is a treaty. */
const same = ['treaty instrument convention pact accord covenant', 'law act statute', 'rule regulation'].map((line) =>
  termsOf(line),
);
const waysToSay = (term: string) => [term, ...(same.find((terms) => terms.includes(term)) ?? [])];

const lists = {
  subjects: 'i|we|you and i|governments|countries|everyone|parliament',
  ought: 'should|must|have to|ought to|need to|want to|shall',
  ends: 'ban|abolish|scrap|stop|end|repeal|outlaw|prohibit|get rid of|do away with',
  backing: 'support|endorse|back|welcome|favour|favor|want|need|call for|propose',
  endings: 'ban on|moratorium on|prohibition of|abolition of|repeal of|end to',
  any: 'a|an|the|any|all|this|that|these|full|total|complete|immediate',
};
const must = phrases({ lines: '({subjects}) [also|really|therefore] ({ought}) [also|now] $', lists });
const mustNot = phrases({
  lines: '({subjects}) [really|therefore] (should|must|ought|shall) (not|never) [to] $',
  lists,
});
/** "I support a ban on …" is against what is banned. */
const isEnded = phrases({
  lines: `
    ({subjects}) [also|really|therefore] ({ought}) [also|now] ({ends}) [{any}] [*] $
    (i|we) [also|fully|strongly] ({backing}) [{any}] [{any}] ({endings}) [{any}] [*] $`,
  lists,
});
/** "The introduction of a tax" is as much as the tax. */
const carriers = phrases({
  lines: '(idea|introduction|adoption|creation|establishment|principle|concept|implementation|strengthening) of',
});
const inMyView = phrases({ lines: '(in|from) (my|our) (view|opinion|experience)' });
const opensAsOwn = phrases({
  lines: '^ [and|but|so] (my|our) (recommendation|advice|suggestion|proposal|view|position|answer|opinion)',
});
const recommends = phrases({
  lines: '^ [and|but|so] (i|we) [would] [also] (recommend|propose|suggest|advise|prefer|advocate)',
});
const isInstead = phrases({
  lines: '(not|no) …20 but [rather] [to {having}] [for] [a|an|the] [*] $',
  lists: { having: '(have|adopt|look for|seek|work towards|work toward|go for|aim for|draft|agree on|make|write)' },
});
/** "Something like a charter" is a charter. */
const vague = phrases({ lines: '(something|anything) (like|such as)\n(some|a) (kind|sort) of' });
const begins = phrases({ lines: '^ (is|was|would be)' });
const tellsOfOthers = phrases({
  lines: `
    (petition|petitions|petitioner|petitioners|constituents|signatories|undersigned|residents)
    (call|calls|called|calling) (on|upon)
    (not|never|t|cannot) [really|at all] (think|believe|feel|see|know|expect|suppose|say|claim|tell|pretend|argue)
    (blame|blames|blamed|accuse|accuses|accused)`,
});
/** "The mayor says …", but not "I have to say". */
function tellsWhatOthersSay({ words: all }: Text): boolean {
  return all.some(
    ({ word }, at) =>
      telling.has(word) && !all.slice(Math.max(0, at - 4), at).some((before) => /^(?:i|we)$/u.test(before.word)),
  );
}
const telling =
  words(`says said say argues argue argued claims claim claimed told tells tell believes thinks asserts insists
  reported reports heard wrote writes`);
