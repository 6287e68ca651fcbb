/** What a question asks: of whom, in which sessions, for what words, or for what of the session itself. */
import { tokensOf } from '../words/names.ts';
import { termsOf } from '../words/terms.ts';
import type { Mention } from '../people/mentions.ts';
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
  const followsOn =
    /^\W*(?:and|but|or|so|also|what about|how about|what else|anything else|who else|et|y|und|а|и)\b/iu.test(question);
  const ownSpeakers = inquiry.speakers.length > 0;
  const ownWords = termsOf(inquiry.words).length > 0;
  const saysHe = pronoun.test(question) && !ownSpeakers;
  if (
    saysHe ||
    (followsOn && !ownSpeakers && ownWords && !inquiry.asksWho && !inquiry.subject && previous.speakers.length > 0)
  ) {
    inquiry.speakers = previous.speakers.length > 0 ? previous.speakers : whoAnswered;
  }
  if (!ownWords && (!inquiry.subject || followsOn)) {
    inquiry.words = previous.words;
    if (!inquiry.subject && (ownSpeakers || saysHe)) inquiry.subject = previous.subject;
  } else if (itself.test(question) && termsOf(inquiry.words).length < 3 && previous.words !== '') {
    inquiry.words = `${inquiry.words} ${previous.words}`;
  }
  if (inquiry.days.length === 0) inquiry.days = previous.days;
  inquiry.sessionNamed ??= previous.sessionNamed;
  return inquiry;
}

/** The words of a question once what it calls the session is taken out of them. */
export function withoutSessionName(words: string): string {
  return withoutFrame(words.replace(sessionName, ' '));
}

/** Whether a question speaks of somebody named before. */
export function isOfSomebodyBefore({ question, speakers }: Inquiry): boolean {
  return pronoun.test(question) && speakers.length === 0;
}

const pronoun = /\b(?:he|she|him|her|his|hers|they|them|their|theirs)\b/iu;
const itself = /\b(?:it|that|this|those|these|there)\b\W*$|\babout (?:it|that|this)\b/iu;

const sessionName =
  /\s*\b(?:in|at|of|during|from|for)\s+(?:the|that)\s+([^?,;]{3,80}?)\s+(?:session|meeting|hearing|forum|panel|call|conference|workshop|debate|plenary)\b/iu;

function readAlone(question: string, mentions: Mention[]): Inquiry {
  const named = sessionName.exec(question)?.[1] ?? null;
  const speakers = mentions.filter(
    ({ asSpeaker, matches }) => asSpeaker || (isKeywords(question) && matches.some(({ how }) => how === 'name')),
  );
  const subject = subjectOf(question);
  const asked = subject === null || subject.of === 'findings' ? speakers : mentions;
  return {
    question,
    subject,
    words: withoutFrame(cutOut(question, asked)),
    sessionNamed: named !== null && termsOf(named).length > 0 ? named : null,
    speakers: asked,
    asksWho:
      /\b(?:who|whom|whose|which (?:\w+ )?(?:speakers?|participants?|panell?ists?|delegates?|delegations?|countr(?:y|ies)|organi[sz]ations?|people)|(?:any|every)(?:one|body)|how many (?:speakers|people))\b|^\P{L}*(?:(?:qui|quién(?:es)?|кто)(?!\p{L})|谁|哪位)/iu.test(
        question,
      ),
    wants:
      /\b(?:how (?:many|much|long|old|big|large|often|far|fast)|what (?:percentage|share|number|proportion|amount|year)|when(?= (?:is|are|was|were|do|does|did|will|would|can|could|should|must|has|have|had)\b)|in (?:which|what) year|by what year)\b/iu.test(
        question,
      )
        ? 'number'
        : /^\W*(?:(?:what|which) (?:are|were)|list|name|which (?:\w+ ){0,2}\w+s\b)/iu.test(question)
          ? 'list'
          : /\b(?:what (?:is|was|are|were) the (?:name|title)s?|(?:what|which) [\p{L}-]+|called|named)\b/iu.test(
                question,
              )
            ? 'name'
            : null,
    kind:
      /\b(?:which|what)\s+(?!(?:is|was|are|were|did|do|does|has|have|had|can|could|will|would|should|the)\b)([\p{L}-]+)/iu.exec(
        question,
      )?.[1] ?? '',
    days: daysIn(question),
  };
}

/** "seals Lindqvist": a name among a few words, with nothing that asks, is whose words are wanted. */
function isKeywords(question: string): boolean {
  return (
    tokensOf(question).length <= 6 &&
    !/[?？]|\b(?:what|who|whom|whose|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|about|of|on|by|and)\b/iu.test(
      question,
    )
  );
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
  return question
    .replaceAll(frame, ' ')
    .replaceAll(frameElsewhere, ' ')
    .replaceAll(/^[^\p{L}\p{N}]+|\s+(?=\s)|[\s?!.？！。؟]+$/gu, '')
    .trim();
}

const frame = new RegExp(
  String.raw`\b(?:${[
    String.raw`(?:please|could you|can you|would you)?\s*(?:tell|show|give|find|list|explain|describe|name|quote)(?: (?:me|us))?(?= (?:what|who|how|which|all|the|every|some|a)\b)`,
    String.raw`summar(?:i[sz]e|y)(?: of)?`,
    String.raw`what (?:is|was|are|were) the (?:names?|titles?|numbers?|definitions?|meanings?) of`,
    'according to',
    'with respect to',
    'with regard to',
    'in relation to',
    'in terms of',
    String.raw`(?:say|says|said|saying|speak|speaks|spoke|spoken|talk|talks|talked|talking|tell|tells|told|mention|mentions|mentioned|discuss|discusses|discussed|address|addresses|addressed|comment|comments|commented|remark|remarks|remarked|state|stated|express|expressed|describe|described|explain|explained|argue|argued|think|thinks|thought|claim|claimed|raise|raised)`,
    String.raw`(?:views?|opinions?|positions?|stances?|perspectives?|statements?|words|quotes?|quotations?|thoughts?|takes?)(?= (?:of|on|about|regarding|by|from)\b)`,
    String.raw`how (?:long|often|fast|quickly|soon|far)(?: (?:did|does|do|will|would) (?:it|that|this) take)?`,
    String.raw`(?:exact|own|very|actual|precise|literal)(?= (?:words?|quotes?|quotations?|statements?)\b)`,
    String.raw`quote(?= (?:some|any)(?:one|body)\b)`,
    String.raw`(?:took|take|takes|taken|taking) (?:part|place)`,
    String.raw`(?:belongs? to|stands? for|represent(?:s|ed)|deals? with|dealt with|refers? to|referred to|is there|are there|was there|were there|does|made|make|makes|need|needs|needed|happen(?:s|ed)?)`,
    String.raw`(?:speakers?|participants?|panell?ists?|anyone|anybody|someone|somebody|everyone|everybody|people)`,
    String.raw`(?:during|in|at|of) (?:the|this|that) (?:session|meeting|discussion|forum|event|panel|debate|workshop)`,
    String.raw`(?:the|this|that) (?:session|meeting|discussion|panel|debate|workshop)`,
    String.raw`(?:and|also|else|really|actually|exactly|ever|any|anything|something|things?|regarding|concerning|many|much)`,
  ].join('|')})\b`,
  'giu',
);

/** The same in the other languages of the United Nations; names and acronyms are the same in all of them. */
const frameElsewhere = new RegExp(
  String.raw`(?<!\p{L})(?:${[
    String.raw`dire|dit|dite|dits|disait|disent|déclaré|déclare|parl(?:é|e|ent|ait)|mentionn(?:é|e)|pens(?:e|ent|ait)|évoqu(?:é|e)|affirm(?:é|e)|expliqu(?:é|e)|selon|propos|concernant|quel(?:le)?s?|quoi|est[- ]ce|comment|pourquoi|combien|qui`,
    String.raw`dijo|dijeron|dice|dicen|dicho|decir|habl(?:ó|aron|a|an)|mencion(?:ó|aron|a)|opin(?:ó|a)|piensan?|afirm(?:ó|a)|explic(?:ó|a)|según|acerca|respecto|qué|quién(?:es)?|cuál(?:es)?|cómo|cuánt[oa]s?|hay`,
    String.raw`сказал[аи]?|говорил[аи]?|говор(?:ит|ят)|упомя(?:нул[аи]?|нули)|упоминал[аи]?|дума(?:ет|ют)|счита(?:ет|ют)|отметил[аи]?|заявил[аи]?|кто|какие|сколько|насч[её]т|относительно|поводу|почему`,
    'قال|قالت|قالوا|ذكر|ذكرت|تحدث|تحدثت|تحدثوا|ماذا|كيف|بشأن|حول',
  ].join('|')})(?!\p{L})|说了什么|说过什么|说什么|怎么说|怎么看|谈到|提到|讲到|认为|时说|什么|哪些|关于|对于|如何`,
  'giu',
);

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
