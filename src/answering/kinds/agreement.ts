/** "Who agrees with Ana Ruiz on the levy?", "Who disagrees with her?": who says so, who does by the report, who is not among them. */
import type { Quote } from '../../answer.ts';
import { namesIn, type Person } from '../../people/person.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf, withoutTerms } from '../../words/terms.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { candidatesFor } from '../candidates.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { matchTerms, sharesOf } from '../matter/evidence.ts';
import { perhapsOn } from '../perhaps.ts';
import { readingsOf } from '../ground.ts';
import { isSharedOn, reportItem, shareOf } from '../report-items.ts';
import { wantedBy } from '../look.ts';
import { nearestPassages } from '../nearest.ts';
import { isOwnStance } from '../stances/own-stance.ts';
import { languageSpoken } from '../spoken-language.ts';
import { peopleMeant, type Mention } from '../../people/mentions.ts';
import { agrees, disagrees, namesAny } from '../stances/of-each-other.ts';
import { nothingShared } from './findings.ts';
import { nothingCertain, numbered, onlyNear, type Asked, type Kind, type Made } from './kind.ts';
import { isEnglish } from '../../words/language.ts';

export const agreement: Kind = {
  isAskedBy: ({ asksFor, quotation }) => (asksFor.has('agreement') || asksFor.has('dissent')) && quotation === null,

  /** Of one session: over many there is no telling who was there to agree. */
  async answer(asked): Promise<Made | null> {
    const { inquiry, sessions } = asked;
    // Whom others agree with is named without being asked of.
    const named = asked.directory.mentions(inquiry.question).filter(({ matches }) => matches.length > 0);
    const { asking, people } = await whoAndWithWhom(named, asked);
    const theirs = sessions.filter(({ id }) => people.some((person) => person.sessions.includes(id)));
    // Of several sessions, the one that speaks most of it.
    const best = sessions.length > 1 ? (await asked.looked()).places[0]?.reading.session.id : sessions[0]?.id;
    const ids = people.length > 0 ? theirs.slice(0, mostRead).map(({ id }) => id) : best === undefined ? [] : [best];
    // With whom there is nobody of that name to agree, it is told what was said of it.
    const text = textOf(inquiry.question);
    const isWithAnybody = people.length === 0 && withAnybody.in(text);
    if (people.length === 0 && !isWithAnybody && withSomebody.in(text)) return null;
    let near: Made | null = null;
    for (const id of ids) {
      const made = await agreementIn(id, { asking, people, named, isWithAnybody }, asked);
      if (made && !made.denied) return made;
      near ??= made;
    }
    return near;
  },
};

/** Of those in which they speak, the newest. */
const mostRead = 5;

interface Between {
  /** Who is asked whether they agree; empty where it is anybody. */
  asking: Person[];
  /** With whom. */
  people: Person[];
  named: Mention[];
  isWithAnybody: boolean;
}

async function agreementIn(
  id: string,
  { asking, people, named, isWithAnybody }: Between,
  asked: Asked,
): Promise<Made | null> {
  const { inquiry, ground, say } = asked;
  const [reading] = await readingsOf([id], ground);
  const names = new Set(named.flatMap(({ phrase }) => termsOf(phrase)));
  const agreedWith = namesIn(id, people);
  const askedOf = namesIn(id, asking);
  if (asking.length > 0 && askedOf.size === 0) return null;
  const isAskedOf = (speaker: string | null) => askedOf.size === 0 || (speaker !== null && askedOf.has(speaker));
  const own = isWithAnybody ? withAnybody.cutFrom(inquiry.words) : inquiry.words;
  const matter = withoutTerms(own, structural, names);
  const { wanted } = await wantedBy({ ...inquiry, words: matter, wants: null }, [id], ground);
  const shareAt = sharesOf(wanted, matchTerms(reading!, wanted));
  // How people agree in other languages is known less well: whoever spoke of it answers there.
  const isElsewhere = !isEnglish(inquiry.language);
  const isDissent =
    inquiry.asksFor.has('dissent') &&
    (!inquiry.asksFor.has('agreement') || asksNotAgreeing.in(textOf(inquiry.question)));
  const quotesThat = (says: typeof agrees) => {
    const quotes: Omit<Quote, 'n'>[] = [];
    for (const [index, sentence] of reading!.sentences.entries()) {
      if (sentence.speaker === null || agreedWith.has(sentence.speaker) || !says.in(textOf(sentence.text))) continue;
      const language = languageSpoken({ reading: reading!, sentence }) ?? 'en';
      if (language !== 'en' && !isOwnStance(sentence.text, sentence.about, language)) continue;
      // "He is wrong" beside the matter is of somebody; of whom, only those who are asked of tell.
      const isAlone = isDissent && people.length === 0;
      const near = (isAlone ? [index] : [index, index + 1, index - 1]).filter(
        (at) => reading!.sentences[at]?.turn === sentence.turn,
      );
      const share = shareAt(...near);
      // Whom with is named where a word of the matter tells which of their points.
      const isTold = people.length > 0 || isElsewhere;
      const isOnIt = wanted.terms.length === 0 || (isTold ? share > 0 : share >= leastSaid);
      const spokenOf = new Set(
        asked.directory.mentions(sentence.text).flatMap(({ matches }) => matches.map(({ person }) => person.name)),
      );
      const isWithThem =
        (people.length === 0 && (!isWithAnybody || spokenOf.size > 0 || ofWhoSpoke.in(textOf(sentence.text)))) ||
        people.some(({ name }) => spokenOf.has(name)) ||
        namesAny(sentence.text, people) ||
        // "I disagree." right after they spoke.
        (spokenOf.size === 0 && follows(agreedWith, index, reading!));
      if (isWithThem && isOnIt && isAskedOf(sentence.speaker))
        quotes.push(quoteOfRun(reading!, { first: index, last: index }));
    }
    return quotes;
  };
  const quotes = quotesThat(isDissent ? disagrees : agrees);
  // Whether one agrees is answered by a no as well.
  const otherwise = quotes.length === 0 && asking.length > 0 && !isDissent ? quotesThat(disagrees) : [];
  if (otherwise.length > 0) return dissent(otherwise.slice(0, mostShown), say);
  if (isDissent && quotes.length > 0) return dissent(quotes.slice(0, mostShown), say);
  // What the report lists as disagreements with nobody in particular is told as such.
  if (isDissent && people.length === 0) return noDissent(reading!, asked);
  const kinds = isDissent ? differing : agreeing;
  const topic = termsOf(matter);
  const counts = await ground.library.counts(topic);
  const shares = new Map(
    reading!.findings
      .filter(
        ({ kind, speakers }) =>
          kinds.has(kind) &&
          (people.length === 0 || speakers.some((each) => agreedWith.has(each))) &&
          speakers.some(isAskedOf),
      )
      .filter((finding) => topic.length === 0 || isSharedOn(topic, finding, counts))
      .map((finding) => [finding, topic.length === 0 ? 1 : shareOf(topic, finding, counts)]),
  );
  const most = Math.max(...shares.values());
  const items = [...shares.keys()].filter((finding) => shares.get(finding)! >= most * nearMost);
  const isTold = topic.length > 0 && inquiry.subject === null && !isElsewhere;
  if (quotes.length + items.length === 0 && isDissent) return noDissent(reading!, asked);
  if (quotes.length + items.length === 0) return isTold ? nothingShared(null, asked) : null;
  const shown = quotes.slice(0, mostShown);
  const inWords = new Set(quotes.map(({ speaker }) => speaker));
  const byReport = [...new Set(items.flatMap(({ speakers }) => speakers))].filter(
    (speaker) => !inWords.has(speaker) && !agreedWith.has(speaker) && isAskedOf(speaker),
  );
  const known = new Set([...inWords, ...byReport, ...agreedWith]);
  const unnamed = reading!.session.speakers.map(({ name }) => name).filter((name) => !known.has(name));
  const isAllTold = asking.length === 0 && !isDissent && unnamed.length > 0;
  // Whoever says the like in other words is not told to be of another mind.
  const perhaps =
    isAllTold && topic.length > 0
      ? await perhapsOn(unnamed, id, { near: { ...(await asked.looked()).near, words: matter, wanted } }, ground)
      : [];
  const others = unnamed.filter((name) => !perhaps.some(({ speaker }) => speaker === name));
  const marked = numbered([...shown, ...perhaps]);
  const inMarks = say.names(marked.slice(0, shown.length));
  const lines = [
    shown.length === 0 ? '' : say(inWords.size === 1 ? 'agreeingOne' : 'agreeing', { names: inMarks }),
    byReport.length > 0 ? say(shown.length > 0 ? 'agreeingByReport' : 'byReport', { names: say.listed(byReport) }) : '',
    perhaps.length > 0 ? say('perhaps', { names: say.names(marked.slice(shown.length)) }) : '',
    others.length > 0 && isAllTold ? say('notAmong', { names: say.listed(others) }) : '',
  ];
  return {
    text: lines.filter(Boolean).join(' '),
    quotes: [...shown, ...perhaps],
    report: items.slice(0, mostItems).map((finding) => reportItem(finding, reading!)),
    marked: true,
  };
}

/** "Who does not agree with her?" */
const asksNotAgreeing = phrases({ lines: '(not|t) [fully|quite|entirely|completely] (agree|concur|share|side)' });
const withSomebody = phrases({ lines: '(~agree|~side|~concur|~disagree) with' });
/** With whoever spoke, nobody in particular. */
const withAnybody = phrases({
  lines: `
    with ({anybody}) [else] [who|that] [had|has] [already] [(spoken|spoke|said) [(before|earlier) [(them|him|her)]]]
    with [what] [an|a|the] [other] (earlier|previous|preceding|other|another) (speaker(s)|participant(s)|panellist(s)|panelist(s)|one(s))`,
  lists: {
    anybody:
      'some(one|body)|any(one|body)|another [(speaker|participant|panellist|panelist)]|other(s)|each other|one another',
  },
});
const ofWhoSpoke = phrases({
  lines: '(speaker(s)|said|mentioned|comments|remarks|colleague(s)|mr|ms|mrs|dr|prof|professor)',
});
const agreeing = new Set(['agreement', 'similar viewpoint', 'unexpected consensus', 'partial agreement']);
const differing = new Set(['disagreement', 'unexpected difference']);

function dissent(quotes: Omit<Quote, 'n'>[], say: Asked['say']): Made {
  return { text: say('against', { names: say.names(numbered(quotes)) }), quotes, report: [], marked: true };
}

/** Who is for it is no answer to who disagrees: what comes near is shown as no more than that. */
async function noDissent({ findings }: Reading, asked: Asked): Promise<Made | null> {
  if (findings.some(({ kind }) => kind === 'disagreement')) return null;
  const { say, ground } = asked;
  const nearest = nearestPassages(await candidatesFor((await asked.looked()).near, ground));
  return onlyNear(nothingCertain(asked), nearest, say);
}

const mostShown = 6;
const mostItems = 4;
/** Of the matter's weight in and beside the sentence in which somebody agrees. */
const leastSaid = 0.5;

/** What speaks of the whole matter comes without what speaks of a part of it. */
const nearMost = 0.8;

/** "Does Ruiz agree with him?" asks of Ruiz, "Who agreed with him?" of anybody; whom with may be who was asked of last. */
async function whoAndWithWhom(named: Mention[], asked: Asked): Promise<{ asking: Person[]; people: Person[] }> {
  const verb = asked.inquiry.question.search(/\b(?:agree|concur|share|support)/iu);
  const isOfOne = /^\W*(?:(?:and|but|so)\W+)?(?:do|does|did)\b/iu.test(asked.inquiry.question);
  const before = named.filter(({ end }) => isOfOne && end <= verb);
  const others = named.filter((each) => !before.includes(each));
  const last = before.length > 0 && others.length === 0 ? (await asked.before())?.quotes[0]?.speaker : undefined;
  const meant = named.length > 0 ? peopleMeant(others) : asked.people;
  const people = last ? asked.directory.find(last).map(({ person }) => person) : meant;
  return { asking: peopleMeant(before), people };
}

/** Whether a sentence is one of the first of a turn right after one of theirs. */
function follows(speakers: Set<string>, index: number, { session, sentences }: Reading): boolean {
  const { turn } = sentences[index]!;
  const before = session.chathamHouse ? null : session.turns[turn - 1]?.speaker;
  return sentences[index - mostBefore]?.turn !== turn && typeof before === 'string' && speakers.has(before);
}

/** In sentences. */
const mostBefore = 2;

const structural = new Set(
  termsOf(`agree agrees agreed agreeing agreement share shares shared sharing view views opinion position point who whom
    did not disagree disagrees disagreed disagreeing differ differs contradict contradicts dispute disputes
    support supports supported with among them also else same`),
);
