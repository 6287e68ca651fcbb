/** What a question takes from the one before it: who "he" is, what "it" is, what was corrected. */
import { isSayingVerb } from '../people/asked-of.ts';
import type { Mention } from '../people/mentions.ts';
import { blanked } from '../words/matcher.ts';
import { textOf } from '../words/text-words.ts';
import { termsOf } from '../words/terms.ts';
import type { Inquiry } from './asked.ts';
import { withoutCourtesy } from './parts/courtesy.ts';
import { cutOut, withoutFrame } from './parts/matter.ts';
import { asksDiscussion, kindIn } from './parts/wanted.ts';
import { waysTo } from './phrases/languages.ts';

/** What is known besides the two questions. */
export interface Around {
  mentionsIn: (text: string) => Mention[];
  /** Who was quoted for the question before. */
  whoAnswered: Mention[];
}

/**
 * The one place where "he", "she", "they", "it", "that" and "there" are resolved. `previous` has been resolved itself,
 * so that what was named three questions ago is still meant.
 */
export function resolve(asked: Inquiry, previous: Inquiry, around: Around): Inquiry {
  if (asked.quotation !== null) return asked;
  const { question, form, audience, goesOn } = asked;
  // "Encore" is too short to tell: it is in the language of what was asked before.
  const language = asked.language ?? previous.language;
  // "In French", "more": what was asked, again.
  if (goesOn || isOnlyForm(asked))
    return {
      ...previous,
      // Words that were looked up are not looked up again by "more".
      quotation: goesOn ? null : previous.quotation,
      question,
      language,
      goesOn,
      // Who spoke before them may be asked of somebody.
      speakers: isOfTurns(goesOn) ? asked.speakers : previous.speakers,
      form: form ?? previous.form,
      audience: audience ?? previous.audience,
    };
  const inquiry =
    comparedBefore(asked, previous) ??
    listedBefore(asked, previous) ??
    corrected(asked, previous, around) ??
    followed(asked, previous, around);
  inquiry.earlier = isSame(inquiry.speakers, previous.speakers) ? previous.earlier : previous.speakers;
  if (inquiry.days.length === 0) inquiry.days = previous.days;
  inquiry.sessionNamed ??= previous.sessionNamed;
  inquiry.idsNamed = [...asked.idsNamed, ...previous.idsNamed];
  return { ...inquiry, language };
}

function isOfTurns(goesOn: Inquiry['goesOn']): boolean {
  return goesOn !== null && ['turnBefore', 'turnAfter', 'asker'].includes(goesOn.to);
}

/** "Compare them", "How do they differ?": those of the last two questions, on what the last was of; null where there are no two. */
function comparedBefore(asked: Inquiry, previous: Inquiry): Inquiry | null {
  const text = textOf(asked.question);
  const speakers = previous.speakers.length > 1 ? previous.speakers : [...previous.earlier, ...previous.speakers];
  const own = termsOf(compares.cutFrom(asked.words));
  const isOfThem = (compares.in(text) || ofOneMind.in(text)) && severalBefore.in(text);
  if (!isOfThem || asked.speakers.length > 0 || own.length > mostOwn || speakers.length < 2) return null;
  // Where they agree is told by the report, too.
  if (asked.subject !== null) return { ...asked, words: previous.words, matter: previous.matter, speakers };
  const { words, matter } = own.length > 0 ? { words: compares.cutFrom(asked.words), matter: asked.words } : previous;
  return { ...asked, words, matter, speakers, sides: speakers.map(({ phrase }) => phrase) };
}

const mostOwn = 3;

/** "Which of them have a date?" after a list of promises or figures: the same list of the same people, of what has more. Null after none. */
function listedBefore(asked: Inquiry, previous: Inquiry): Inquiry | null {
  const text = textOf(asked.question);
  const isOfList = previous.asksFor.has('commitments') || previous.asksFor.has('figures');
  if (!isOfList || !listed.in(text) || asked.speakers.length > 0) return null;
  const words = `${previous.words} ${listed.cutFrom(asked.words)}`;
  const { asksFor, speakers, subject } = previous;
  return { ...asked, words, matter: words, asksFor, speakers, subject };
}

function isSame(one: Mention[], other: Mention[]): boolean {
  return one.length === other.length && one.every(({ phrase }, at) => phrase === other[at]!.phrase);
}

/**
 * Whether a question names so little that it is of what was just shown: `surely` where it points there, as "Which year?" and "And
 * Okafor?" do, `maybe` where it could stand alone, as "How many came?" Null where it asks who spoke of a matter, which others may
 * have done elsewhere.
 */
export function leansOnShown(inquiry: Inquiry): 'surely' | 'maybe' | null {
  const { question, own, context, asksMoreOf, asksFor, subject, quotation, goesOn: goes } = inquiry;
  if (
    (own === null && asksMoreOf === null) ||
    goes !== null ||
    subject !== null ||
    quotation !== null ||
    asksFor.has('mention')
  )
    return null;
  if (context === null) return 'surely';
  const asksWhoSpoke = inquiry.asksWho && inquiry.wants !== 'number' && asksDiscussion(question);
  return asksWhoSpoke || goesOn.in(textOf(question)) ? null : 'maybe';
}

/** Whether a question speaks of somebody named before. */
export function isOfSomebodyBefore({ question, speakers }: Inquiry): boolean {
  return somebodyBefore.in(textOf(question)) && speakers.length === 0;
}

function followed(inquiry: Inquiry, previous: Inquiry, { mentionsIn, whoAnswered }: Around): Inquiry {
  const text = textOf(inquiry.question);
  const bare = bareNames(inquiry, mentionsIn);
  if (bare) {
    // "And Okafor?" after "What does he propose?" asks what she proposes.
    const ofSame = previous.asksFor.size > 0 ? previous : (previous.asksMoreOf ?? previous);
    const { words, matter, subject, asksFor, wants, yesNo, own, context } = ofSame;
    // "And Okafor?" after "What did they compare it with?" asks of her what it is, and not to compare.
    const ofIt = own !== null && context === null && matter !== '' ? matter : words;
    const asksMoreOf = previous.asksMoreOf ?? previous;
    return { ...inquiry, speakers: bare, words: ofIt, matter, subject, asksFor, wants, yesNo, asksMoreOf };
  }
  // "Which are the new ones?" after "How many countries are in the group?" asks for countries.
  if (inquiry.kind === '' && onesBefore.in(text)) {
    inquiry.kind = kindIn(previous.question) || (countedBefore.first(textOf(previous.question))?.taken ?? '');
    if (inquiry.kind !== '') inquiry.wants = 'list';
  }
  const followsOn = goesOn.in(text) || goesOn.in(textOf(withoutCourtesy(inquiry.question).trimStart()));
  // "How many took part?" after "Where did the course begin?" asks of the course.
  if (inquiry.subject?.of === 'participants' && countsThere.in(text) && isOfThingHeld(previous))
    [inquiry.subject, inquiry.words] = [null, ''];
  const own = termsOf(inquiry.words);
  // "Where?" alone asks of the session only where it was spoken of.
  const isBarePlace = inquiry.subject?.of === 'place' || inquiry.subject?.of === 'time';
  if (isBarePlace && previous.subject === null && textOf(inquiry.question).words.length <= mostOfBare)
    inquiry.subject = null;
  // "When was that?" asks of what was spoken of, where something was, and not of the session.
  if (inquiry.subject?.of === 'time' && somethingBefore.in(text) && previous.matter !== '') inquiry.subject = null;
  const ownSpeakers = inquiry.speakers.length > 0;
  // "Who supported them?" asks who else speaks of what was asked of; it is not asked of those who were quoted.
  // "Where did they work?" after "How many engineers came?" asks of those who were counted.
  const isOfCounted = severalBefore.in(text) && previous.wants === 'number' && previous.speakers.length === 0;
  const isOfThings = isOfCounted || (thingsBefore.in(text) && inquiry.asksWho && previous.matter !== '');
  if (isOfCounted && inquiry.subject?.of === 'role') inquiry.subject = null;
  const asksElse = inquiry.asksWho && somebodyElse.in(text);
  const isHe = somebodyBefore.in(text) || saysIt(inquiry.question, previous);
  const saysHe = isHe && !ownSpeakers && !isOfThings && !asksElse;
  // "Who else spoke of it?" after "How many decibels?" is of the noise that these were asked of.
  const asked = asksElse && previous.wants === 'number' ? previous.context : null;
  const { words: wordsBefore, matter: matterBefore } = asked === null ? previous : { words: asked, matter: asked };
  const asksMoreOfIt = isEllipsis(inquiry, own, previous);
  // Of somebody nobody knows, no matter was spoken of before.
  const isOfUnknown = ownSpeakers && !followsOn && inquiry.speakers.every(({ matches }) => matches.length === 0);
  // "With which countries?" asks of the same, and not who spoke.
  const asksWith = withWhich.in(text);
  if (asksWith) inquiry.asksWho = false;
  // "Until when?" has no words of its own.
  // "Y sobre la formación, ¿qué dijo el sindicato?" is asked of the union, whoever that is.
  const isOfAnother = ofAnother.in(text) && own.length > 1;
  const goesOnOfThem =
    (followsOn || asksWith || own.length === 0) && !inquiry.asksWho && !inquiry.subject && !isOfAnother;
  const inTalk = speakersInTalk(previous);
  if (saysHe || (!ownSpeakers && (goesOnOfThem || asksMoreOfIt) && !somebodyElse.in(text)))
    inquiry.speakers = inTalk.length > 0 || !saysHe ? inTalk : whoAnswered;
  // "And on talent?" sets the same against each other.
  if (goesOnOfThem && previous.sides.length > 1 && inquiry.speakers === inTalk) inquiry.sides = previous.sides;
  const most = followsOn && somethingBefore.in(text) ? mostOfPointing : mostOfEllipsis;
  if (
    (isOfThings || somethingBefore.in(text) || timeAlone.in(text)) &&
    own.length < mostOfEllipsis &&
    !asksMoreOfIt &&
    previous.matter !== ''
  ) {
    inquiry.own = inquiry.words;
    inquiry.words = `${inquiry.words} ${matterBefore}`;
    inquiry.matter = matterBefore;
  } else if ((own.length === 0 && (!inquiry.subject || followsOn) && !isOfUnknown) || asksMoreOfIt) {
    if (!ownSpeakers) inquiry.own = inquiry.words;
    if (asksMoreOfIt || own.length === 0) inquiry.asksMoreOf = previous.asksMoreOf ?? previous;
    const isOfWhoAlone = saysHe && !isHandedOn(previous.subject);
    inquiry.words = isOfWhoAlone ? '' : wordsBefore;
    inquiry.matter = isOfWhoAlone ? '' : matterBefore;
    inquiry.alternatives = previous.alternatives;
    if (!inquiry.subject && !inquiry.asksWho && (ownSpeakers || saysHe) && isHandedOn(previous.subject))
      inquiry.subject = previous.subject;
  } else if (!ownSpeakers && own.length <= most && previous.matter !== '') {
    inquiry.context = previous.matter;
    inquiry.own = inquiry.words;
  }
  return inquiry;
}

/** What people may take part in was asked of, and not the session. */
function isOfThingHeld({ subject, matter, question }: Inquiry): boolean {
  return subject === null && matter !== '' && heldElsewhere.in(textOf(`${question} ${matter}`));
}

/** Whom the question before asked of; where it asked of a thing they spoke of ("What is it for?"), still them. */
function speakersInTalk({ speakers, earlier, own, asksWho }: Inquiry): Mention[] {
  return speakers.length === 0 && own !== null && !asksWho ? earlier : speakers;
}

/** "What does it propose?" after an organisation was asked of. */
function saysIt(question: string, { speakers }: Inquiry): boolean {
  const { words } = textOf(question);
  const isOfOrganisation =
    speakers.length > 0 && speakers.every(({ matches }) => matches.length > 0 && matches[0]!.how !== 'name');
  const at = words.findIndex(({ word }, index) => word === 'it' && doing.has(words[index - 1]?.word ?? ''));
  return isOfOrganisation && at >= 0 && isSayingVerb(words[at + 1]?.word ?? '');
}

const doing = new Set(['do', 'does', 'did']);

/** Who spoke longest tells of whom is asked next, and not what for. */
function isHandedOn(subject: Inquiry['subject']): boolean {
  return subject === null || !['speaking', 'turn', 'moderator', 'participants', 'time', 'place'].includes(subject.of);
}

/** A question of fewer terms than these is filled up from the one before. */
const mostOfEllipsis = 3;
/** "And which earlier text should it build on?" points there besides. */
const mostOfPointing = 5;

/** "Why not binding?" says again a part of what was asked, and asks more of it. */
function isEllipsis({ question, subject }: Inquiry, own: string[], previous: Inquiry): boolean {
  const before = termsOf(previous.words);
  return (
    !subject &&
    own.length < mostOfEllipsis &&
    own.every((term) => before.includes(term)) &&
    asksMore.in(textOf(question))
  );
}

/** "Did Okafor?", "А Okafor?": names alone ask of them what was asked of another; null where anything else is asked. */
function bareNames({ question, speakers, subject }: Inquiry, mentionsIn: Around['mentionsIn']): Mention[] | null {
  if (subject || whatElse.in(textOf(question))) return null;
  const polite = withoutCourtesy(question);
  const [opening] = goesOn.all(textOf(polite));
  const left = opening ? blanked(polite, opening) : polite;
  const named = speakers.length > 0 ? speakers : mentionsIn(left).filter(({ matches }) => matches.length > 0);
  const beside = cutOut(left, named);
  // "And about Brazil?" is of a matter, "And about Okafor?" may be of her.
  const isMatter =
    /\babout\b/iu.test(polite) && named.every(({ matches }) => matches.every(({ how }) => how !== 'name'));
  return named.length > 0 &&
    !isMatter &&
    termsOf(withoutFrame(beside)).length === 0 &&
    textOf(beside).words.length <= mostBesideNames
    ? named
    : null;
}

/** "And where?" */
const mostOfBare = 2;

/** "What did Okafor say?" is a whole question. */
const mostBesideNames = 2;

/** "In one sentence", "as a table", "in French": what was asked, in another form. */
export function isOnlyForm({ form, words, speakers, subject, asksWho }: Inquiry): boolean {
  return form !== null && termsOf(words).length === 0 && speakers.length === 0 && subject === null && !asksWho;
}

/** "No, I meant minerals, not energy" changes the matter and keeps the person, "No, Okafor" the other way round. */
function corrected(asked: Inquiry, previous: Inquiry, { mentionsIn }: Around): Inquiry | null {
  const { question } = asked;
  const [correcting] = corrects.all(textOf(question));
  if (!correcting) return null;
  const begun = blanked(question, correcting);
  const [not] = wasNot.all(textOf(begun));
  const meant = not ? blanked(begun, not) : begun;
  const named = mentionsIn(meant).filter(({ asSpeaker, matches }) => asSpeaker || matches.length > 0);
  const words = withoutFrame(cutOut(meant, named));
  const own = termsOf(words);
  if (named.length === 0 && own.length === 0) return null;
  // "No, I meant in the north" is of the same matter, there.
  if (named.length === 0 && elsewhere.in(textOf(meant)) && previous.matter !== '') {
    const ofSame = { words: `${words} ${previous.matter}`, own: words, context: null, asksMoreOf: null };
    return { ...previous, ...ofSame, question, wants: null, asksWho: false };
  }
  const matter =
    own.length > 0 ? { words, matter: words, alternatives: [], own: null, context: null, asksMoreOf: null } : {};
  return { ...previous, ...matter, question, speakers: named.length > 0 ? named : previous.speakers };
}

/** "No, I meant who paid for it" is another question, after the same ones; null where what is meant is no question. */
export function questionMeant(question: string): string | null {
  const [correcting] = corrects.all(textOf(question));
  const meant = correcting ? blanked(question, correcting).trim() : '';
  const { words } = textOf(meant);
  const [asking] = interrogatives.all(textOf(meant));
  return asking !== undefined && asking.start <= (words[0]?.start ?? -1) ? meant : null;
}

const interrogatives = waysTo('interrogatives');
const goesOn = waysTo('followsOn');
const somebodyBefore = waysTo('somebodyBefore');
const thingsBefore = waysTo('thingsBefore');
const listed = waysTo('listedBefore');
const ofAnother = waysTo('ofAnother');
const onesBefore = waysTo('onesBefore');
const countedBefore = waysTo('countedBefore');
const severalBefore = waysTo('severalBefore');
const somethingBefore = waysTo('somethingBefore');
const whatElse = waysTo('whatElse');
const timeAlone = waysTo('timeAlone');
const withWhich = waysTo('withWhich');
const somebodyElse = waysTo('somebodyElse');
const countsThere = waysTo('countsThere');
const heldElsewhere = waysTo('heldElsewhere');
const compares = waysTo('compares');
const ofOneMind = waysTo('ofOneMind');
const asksMore = waysTo('asksMore');
const corrects = waysTo('corrects');
const elsewhere = waysTo('correctsPlace');
const wasNot = waysTo('wasNot');
