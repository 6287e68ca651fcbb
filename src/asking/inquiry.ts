/** What a question asks: of whom, in which sessions, for what words, in which form, or for what of the session itself. */
import { asksOfNamed } from '../people/asked-of.ts';
import type { Mention } from '../people/mentions.ts';
import { tokensOf } from '../words/names.ts';
import type { Inquiry } from './asked.ts';
import { languageOfQuestion } from './parts/language.ts';
import { isOnlyForm, questionMeant, resolve, type Around } from './follow-up.ts';
import { alternativesIn, asksOfBoth, asksWhetherAlike, sidesIn } from './parts/comparison.ts';
import { audienceIn, withoutCourtesy } from './parts/courtesy.ts';
import { columnsIn, columnsOfList } from './parts/columns.ts';
import { daysIn, withoutDays } from './parts/days.ts';
import { formIn } from './parts/form.ts';
import { goingOnIn } from './parts/going-on.ts';
import { beginningSmall, leftOutIn, withoutLeftOut } from './parts/left-out.ts';
import { cutOut, matterOf, withoutFrame } from './parts/matter.ts';
import { onlyAsks, topicOf, withoutAsking } from './parts/only-asking.ts';
import { eachOnce, peopleIn, withoutOpening } from './parts/people.ts';
import { claimedWordsIn, quotationIn } from './parts/quotation.ts';
import { idsIn, sessionNameIn, withoutPlace } from './parts/session-name.ts';
import { smallTalkOf } from './parts/small-talk.ts';
import { isKeywords, kindIn, whatIsAsked, type Wanted } from './parts/wanted.ts';
import { waysTo } from './phrases/languages.ts';
import { textOf } from '../words/text-words.ts';
import { termsOf } from '../words/terms.ts';
import { ofWholeSession, subjectOf } from './structure.ts';
import { isEnglish } from '../words/language.ts';

/**
 * Reads a question that follows others: "And what did he say about Japan?" is of the speaker before, "And Huang?" of
 * the matter before. `whoAnswered` is who was quoted for the question before: who "he" or "she" is when it named nobody.
 */
export function readQuestion(
  question: string,
  history: string[],
  mentionsIn: (text: string) => Mention[],
  whoAnswered: Mention[] = [],
): Inquiry {
  const at = questionBefore(history);
  const previous = at < 0 ? null : readQuestion(history[at]!, history.slice(0, at), mentionsIn);
  return readAfter(question, previous, { mentionsIn, whoAnswered });
}

/** Which of the messages before a question it may follow, the last that is no small talk; -1 where there is none. */
export function questionBefore(history: string[]): number {
  return history.findLastIndex((earlier) => smallTalkOf(earlier) === null);
}

/** The same after a question that has been read already; null where there is none before it. */
export function readAfter(question: string, previous: Inquiry | null, around: Around): Inquiry {
  const meant = previous === null ? null : questionMeant(question);
  if (meant !== null) return readAfter(meant, previous, around);
  const read = readAlone(question, around.mentionsIn);
  // "What is it for?" asks what the program is for only where nothing was spoken of.
  const isOfThing = previous !== null && read.smallTalk === 'help' && ofThingBefore.in(textOf(question));
  const inquiry = isOfThing ? { ...read, smallTalk: null } : read;
  const standsAlone = inquiry.smallTalk !== null || (isOnlyForm(inquiry) && wholeSession.in(textOf(question)));
  return ofAllSaid(previous === null || standsAlone ? withSubject(inquiry) : resolve(inquiry, previous, around));
}

/** "Sum up what she wants" is of all that she said. */
function ofAllSaid(inquiry: Inquiry): Inquiry {
  const { words, speakers, quotation } = inquiry;
  return quotation === null && speakers.some(isKnown) && onlyAsks(words) ? { ...inquiry, words: '' } : inquiry;
}

const wholeSession = waysTo('wholeSession');
const ofThingBefore = waysTo('ofThingBefore');

/** "Three bullets on the session" asks for what its report holds to be important. */
function withSubject(inquiry: Inquiry): Inquiry {
  const { form, subject, words, speakers, quotation, goesOn, each } = inquiry;
  const isBare = termsOf(words).length === 0 && speakers.length === 0 && quotation === null && !goesOn && !each;
  return form !== null && subject === null && isBare ? { ...inquiry, subject: ofWholeSession } : inquiry;
}

/** The words of a question once what it calls the session is taken out of them, and its days. */
export function withoutSessionName(words: string): string {
  return withoutFrame(withoutDays(withoutPlace(words)));
}

/**
 * Each part is found and taken out by a step of its own, blanks in its place, so that mentions keep their offsets into
 * the question. What is left is the matter.
 */
function readAlone(question: string, mentionsIn: (text: string) => Mention[]): Inquiry {
  const { quotation, left: unquoted } = quotationIn(question);
  const { audience, left: addressed } = audienceIn(unquoted);
  const { columns: headed, inTable, left: unheaded } = columnsIn(addressed);
  const polite = withoutCourtesy(unheaded);
  const { form: asForm, left: unformed } = formIn(polite);
  const unopened = beginningSmall(unformed);
  const form = asForm ?? (inTable ? asTable : null);
  const left = withoutOpening(unopened, mentionsIn);
  const mentions = withAsked(peopleIn(left, mentionsIn), peopleIn(polite, mentionsIn));
  const keywords = isKeywords(left);
  // "Who besides Okafor spoke of it?" asks of everybody else.
  const { stretches: excepted, ...leftOut } = leftOutIn(unopened, mentions);
  const asksOfOthers = withoutLeftOut(polite, excepted);
  const ofAlike = asksWhetherAlike(left, mentions.filter(isKnown));
  const isAskedOf = (each: Mention) => !excepted.some(({ start, end }) => start < each.end && each.start < end);
  const asked = mentions.filter(
    (each) =>
      isAskedOf(each) &&
      (each.asSpeaker || (ofAlike && isKnown(each)) || (keywords && each.matches.some(({ how }) => how === 'name'))),
  );
  // Whoever is named beside words that are looked up is who is said to have said them.
  const language = languageOfQuestion(question);
  const wanted = whatIsAsked(asksOfOthers, language);
  const kind = kindIn(asksOfOthers);
  const isOfNamed = !isEnglish(language) && !wanted.asksWho && !wanted.asksFor.has('mention');
  // A table of names and organisations is of who took part.
  const isOfPeople = headed.length > 0 && !headed.includes('words');
  const asksOfSession = quotation === null && !isPointsOnMatter(form, unopened) && !presidesOverBody.test(question);
  const ofSession = asksOfSession ? subjectOf(asksOfOthers) : null;
  // The gist of what somebody said is theirs, and not the session's.
  const ofPeople = isOfPeople && (ofSession !== null || onlyAsks(matterOf(left, ofNothing))) ? whoTookPart : null;
  const subject = ofPeople ?? (isOfWhole(ofSession) && asked.some(isKnown) ? null : ofSession);
  const ofThem =
    asked.length > 0
      ? asked
      : quotation !== null
        ? mentions.filter(isKnown)
        : mentions.filter((each) => isOfNamed && isKnown(each) && asksOfNamed(left, tokensOf(left), each.start));
  const speakers = subject === null || subject.of === 'findings' ? ofThem : mentions.filter(isAskedOf);
  const asksOnlyWords = subject === null && !asksElse(wanted) && kind === '';
  // Whether both named something, `mentions` tells.
  const once = eachOnce(speakers, left);
  const isOfBoth = subject === null && wanted.yesNo && !wanted.asksFor.has('mention') && asksOfBoth(left, once);
  const sides =
    quotation === null ? sidesIn(left, once, isOfBoth || (asksOnlyWords && form?.kind !== 'everything')) : [];
  const matter =
    quotation ??
    matterOf(cutOut(left, [...speakers, ...excepted]), {
      compared: sides.length > 0 && speakers.length > 1,
      whole: form?.kind === 'whole',
    });
  const ofMatter = quotation === null ? withoutAsking(matter) : matter;
  // Where nothing else is left, what a question says it is on is its matter.
  const asksWords = asksOnlyWords || (wanted.yesNo && subject === null);
  const isOfNothing = asksWords && form === null && speakers.length === 0 && termsOf(ofMatter).length === 0;
  const words = quotation === null && isOfNothing ? (topicOf(polite) ?? ofMatter) : ofMatter;
  return {
    question,
    language,
    subject,
    words,
    matter: words,
    own: null,
    context: null,
    speakers: once,
    earlier: [],
    asksMoreOf: null,
    ...wanted,
    // "What did each of A and B say" asks of these two.
    each: (wanted.each || headed.includes('words')) && speakers.length < 2,
    kind,
    leftOut,
    sessionNamed: sessionNameIn(withoutLeftOut(unquoted, excepted)),
    idsNamed: idsIn(unquoted),
    days: daysIn(unquoted),
    form,
    columns: subject?.of === 'participants' && headed.length === 0 ? columnsOfList(question) : headed,
    audience,
    quotation,
    claimed: quotation === null ? claimedWordsIn(question) : null,
    sides,
    alternatives: quotation === null ? alternativesIn(words) : [],
    smallTalk: quotation === null ? smallTalkOf(question) : null,
    goesOn: goingOnIn(question),
  };
}

/** "Who chairs the OECD?" is of a body, and not of who moderates. */
const presidesOverBody = /\bchairs\s+(?:the\s+)?\p{Lu}{3,}\b(?!\s+(?:forum|session|meeting|panel|event|summit)\b)/u;
const asTable = { kind: 'table', count: null, language: null } as const;
const ofNothing = { compared: false, whole: false };
const whoTookPart = { of: 'participants' } as const;

/** "Four key points on tolls" are on tolls, "four key points of the session" those that its report holds to be so. */
function isPointsOnMatter(form: Inquiry['form'], left: string): boolean {
  // Nor are quotes "from different speakers" a list of speakers.
  const isOfPoints = form?.kind === 'quote' || (form?.kind === 'points' && form.count !== null);
  return isOfPoints && subjectOf(left) === null && termsOf(withoutSessionName(left)).length > 0;
}

function isOfWhole(subject: Inquiry['subject']): boolean {
  return subject?.of === 'findings' && subject.kinds.some((kind) => kind === 'summary' || kind === 'takeaway');
}

function asksElse({ asksWho, wants, asksFor, yesNo }: Wanted): boolean {
  return asksWho || wants === 'number' || asksFor.size > 0 || yesNo;
}

const isKnown = ({ matches }: Mention) => matches.length > 0;

/** "A quote from Okafor" asks of her by its form, which is taken out: what the whole question tells of a mention holds too. */
function withAsked(mentions: Mention[], ofWhole: Mention[]): Mention[] {
  return mentions.map((mention) =>
    ofWhole.some(({ start, end, asSpeaker }) => asSpeaker && start === mention.start && end === mention.end)
      ? { ...mention, asSpeaker: true }
      : mention,
  );
}
