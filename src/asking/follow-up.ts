/** What a question takes from the one before it: who "he" is, what "it" is, what was corrected. */
import type { Mention } from '../people/mentions.ts';
import { blanked, textOf } from '../words/matcher.ts';
import { termsOf } from '../words/terms.ts';
import type { Inquiry } from './asked.ts';
import { cutOut, withoutFrame } from './parts/matter.ts';
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
export function resolve(asked: Inquiry, previous: Inquiry, { mentionsIn, whoAnswered }: Around): Inquiry {
  if (asked.quotation !== null) return asked;
  const text = textOf(asked.question);
  const inquiry = corrected(asked, previous, mentionsIn) ?? followed(asked, previous, whoAnswered);
  if (inquiry.days.length === 0) inquiry.days = previous.days;
  inquiry.sessionNamed ??= previous.sessionNamed;
  if (isOnlyForm(asked) || goesOn.in(text)) inquiry.audience ??= previous.audience;
  return inquiry;
}

/** Whether a question speaks of somebody named before. */
export function isOfSomebodyBefore({ question, speakers }: Inquiry): boolean {
  return somebodyBefore.in(textOf(question)) && speakers.length === 0;
}

function followed(inquiry: Inquiry, previous: Inquiry, whoAnswered: Mention[]): Inquiry {
  const text = textOf(inquiry.question);
  const followsOn = goesOn.in(text);
  const own = termsOf(inquiry.words);
  const before = termsOf(previous.words);
  const ownSpeakers = inquiry.speakers.length > 0;
  const saysHe = somebodyBefore.in(text) && !ownSpeakers;
  // "Why not binding?" says again a part of what was asked.
  const asksMoreOfIt =
    asksMore.in(text) && own.length <= mostOfEllipsis && own.every((term) => before.includes(term)) && !inquiry.subject;
  const bare = followsOn && own.length > 0 && !inquiry.asksWho && !inquiry.subject;
  if (saysHe || (!ownSpeakers && (bare || asksMoreOfIt || isOnlyForm(inquiry)) && !somebodyElse.in(text)))
    inquiry.speakers = previous.speakers.length > 0 || !saysHe ? previous.speakers : whoAnswered;
  if (own.length === 0 && (!inquiry.subject || followsOn)) {
    inquiry.words = previous.words;
    inquiry.alternatives = previous.alternatives;
    if (!inquiry.subject && (ownSpeakers || saysHe || isOnlyForm(inquiry))) inquiry.subject = previous.subject;
  } else if (asksMoreOfIt) {
    inquiry.words = previous.words;
  } else if (somethingBefore.in(text) && own.length < mostOfEllipsis && previous.words !== '') {
    inquiry.words = `${inquiry.words} ${previous.words}`;
  }
  return inquiry;
}

/** A question of fewer terms than these is filled up from the one before. */
const mostOfEllipsis = 3;

/** "In one sentence", "as a table", "in French": what was asked, in another form. */
function isOnlyForm({ form, words, speakers, subject, asksWho }: Inquiry): boolean {
  return form !== null && termsOf(words).length === 0 && speakers.length === 0 && subject === null && !asksWho;
}

/** "No, I meant minerals, not energy" changes the matter and keeps the person, "No, Okafor" the other way round. */
function corrected(asked: Inquiry, previous: Inquiry, mentionsIn: (text: string) => Mention[]): Inquiry | null {
  const { question } = asked;
  const correcting = corrects.first(textOf(question));
  if (!correcting) return null;
  const begun = blanked(question, correcting);
  const not = wasNot.first(textOf(begun));
  const meant = not ? blanked(begun, not) : begun;
  const named = mentionsIn(meant).filter(({ asSpeaker, matches }) => asSpeaker || matches.length > 0);
  const words = withoutFrame(cutOut(meant, named));
  const own = termsOf(words);
  if (named.length === 0 && own.length === 0) return null;
  return {
    ...asked,
    subject: asked.subject ?? (own.length === 0 ? previous.subject : null),
    speakers: named.length > 0 ? named : previous.speakers,
    words: own.length > 0 ? words : previous.words,
    asksWho: previous.asksWho,
    wants: previous.wants,
    yesNo: previous.yesNo,
    form: asked.form ?? previous.form,
  };
}

const goesOn = waysTo('followsOn');
const somebodyBefore = waysTo('somebodyBefore');
const somethingBefore = waysTo('somethingBefore');
const somebodyElse = waysTo('somebodyElse');
const asksMore = waysTo('asksMore');
const corrects = waysTo('corrects');
const wasNot = waysTo('wasNot');
