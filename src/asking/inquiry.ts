/** What a question asks: of whom, in which sessions, for what words, or for what of the session itself. */
import { textOf, type Text } from '../words/matcher.ts';
import { termsOf } from '../words/terms.ts';
import type { Mention } from '../people/directory.ts';
import { waysTo } from './phrases/languages.ts';
import { subjectOf, type Subject } from './structure.ts';

export interface Inquiry {
  /** The question, as asked. */
  question: string;
  /** What of the session itself is asked for, or null. */
  subject: Subject | null;
  /** The question without its frame and without the speakers it asks of: what must have been said. */
  words: string;
  /** Whom it asks of. Each mention has its candidates, none where nobody of that name is known. */
  speakers: Mention[];
  /** Asks who spoke, so that all who did are wanted. */
  asksWho: boolean;
  wants: 'number' | 'name' | 'list' | null;
  /** What kind of thing is asked for, which the answer need not name: `organisation` of "Which organisation …". */
  kind: string;
  /** What the question calls the session, such as "open data" of "in the open data session"; null where it names none. */
  sessionNamed: string | null;
  /** Days the session must be of, as ISO prefixes: `2025-07-11`, `2025-07`. */
  days: string[];
}

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
  const inquiry = readAlone(question, mentionsIn(question));
  const before = history.at(-1);
  if (before === undefined) return inquiry;
  const earlier = history.slice(0, -1);
  const previous = readQuestion(before, earlier, mentionsIn);
  const text = textOf(question);
  const followsOn = goingOn.in(text);
  const ownSpeakers = inquiry.speakers.length > 0;
  const ownWords = termsOf(inquiry.words).length > 0;
  const saysHe = somebodyBefore.in(text) && !ownSpeakers;
  if (
    saysHe ||
    (followsOn && !ownSpeakers && ownWords && !inquiry.asksWho && !inquiry.subject && previous.speakers.length > 0)
  ) {
    inquiry.speakers = previous.speakers.length > 0 ? previous.speakers : whoAnswered;
  }
  if (!ownWords && (!inquiry.subject || followsOn)) {
    inquiry.words = previous.words;
    if (!inquiry.subject && (ownSpeakers || saysHe)) inquiry.subject = previous.subject;
  } else if (somethingBefore.in(text) && termsOf(inquiry.words).length < 3 && previous.words !== '') {
    inquiry.words = `${inquiry.words} ${previous.words}`;
  }
  if (inquiry.days.length === 0) inquiry.days = previous.days;
  inquiry.sessionNamed ??= previous.sessionNamed;
  return inquiry;
}

/** The words of a question once what it calls the session is taken out of them. */
export function withoutSessionName(words: string): string {
  return withoutFrame(sessionName.cutFrom(words));
}

/** Whether a question speaks of somebody named before. */
export function isOfSomebodyBefore({ question, speakers }: Inquiry): boolean {
  return somebodyBefore.in(textOf(question)) && speakers.length === 0;
}

function readAlone(question: string, mentions: Mention[]): Inquiry {
  const text = textOf(question);
  const named = sessionName.first(text)?.taken ?? null;
  const speakers = mentions.filter(
    ({ asSpeaker, matches }) => asSpeaker || (isKeywords(text) && matches.some(({ how }) => how === 'name')),
  );
  const subject = subjectOf(question);
  const asked = subject === null || subject.of === 'findings' ? speakers : mentions;
  return {
    question,
    subject,
    words: withoutFrame(cutOut(question, asked)),
    sessionNamed: named !== null && termsOf(named).length > 0 ? named : null,
    speakers: asked,
    asksWho: asksWho.in(text),
    wants: asksNumber.in(text) ? 'number' : asksList.in(text) ? 'list' : asksName.in(text) ? 'name' : null,
    kind: asksKind.first(text)?.taken ?? '',
    days: daysIn(question),
  };
}

const goingOn = waysTo('followsOn');
const somebodyBefore = waysTo('somebodyBefore');
const somethingBefore = waysTo('somethingBefore');
const sessionName = waysTo('sessionName');
const asksWho = waysTo('who');
const asksNumber = waysTo('number');
const asksList = waysTo('list');
const asksName = waysTo('name');
const asksKind = waysTo('kind');
const asking = waysTo('asking');
const frame = waysTo('frame');

/** "seals Lindqvist": a name among a few words, with nothing that asks, is whose words are wanted. */
function isKeywords(text: Text): boolean {
  return text.words.length <= 6 && !/[?？]/u.test(text.text) && !asking.in(text);
}

function cutOut(question: string, mentions: Mention[]): string {
  let left = question;
  for (const { start, end } of mentions.toSorted((one, other) => other.start - one.start))
    left = `${left.slice(0, start)} ${left.slice(end)}`;
  return left;
}

/**
 * The words that ask rather than say what for. They stand in every question, and hardly in the sentence that answers it.
 */
export function withoutFrame(question: string): string {
  return frame
    .cutFrom(question)
    .replaceAll(/^[^\p{L}\p{N}]+|\s+(?=\s)|[\s?!.？！。؟]+$/gu, '')
    .trim();
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const monthName = String.raw`(${months.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')})\.?`;

/** Whole days and months of a year. A year alone is nearly always part of what was said. */
function daysIn(question: string): string[] {
  const days: string[] = [];
  for (const [day] of question.matchAll(/\b\d{4}-\d{2}-\d{2}\b/gu)) days.push(day);
  const iso = (year: string, month: string, day?: string) =>
    [
      year,
      String(months.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3))) + 1).padStart(2, '0'),
      ...(day ? [day.padStart(2, '0')] : []),
    ].join('-');
  for (const [, day, month, year] of question.matchAll(
    new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ${monthName},? (\d{4})\b`, 'giu'),
  ))
    days.push(iso(year!, month!, day));
  for (const [, month, day, year] of question.matchAll(
    new RegExp(String.raw`\b${monthName} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`, 'giu'),
  ))
    days.push(iso(year!, month!, day));
  for (const [, month, year] of question.matchAll(new RegExp(String.raw`\b${monthName} (\d{4})\b`, 'giu')))
    if (!days.some((day) => day.startsWith(iso(year!, month!)))) days.push(iso(year!, month!));
  return days;
}
