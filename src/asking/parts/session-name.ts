/** What a question calls the session or the event it is after. */
import { isSayingVerb } from '../../people/asked-of.ts';
import { regions, fold } from '../../words/names.ts';
import { phrases, type Found } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { isStopWord, termsOf } from '../../words/terms.ts';
import { daysIn } from './days.ts';
import { englishLists } from '../phrases/english-lists.ts';
import { waysTo } from '../phrases/languages.ts';

/** `open data` of "in the open data session", `WSIS` of "at WSIS"; null where none is named. */
export function sessionNameIn(asked: string): string | null {
  // "At the hearing on lamps before the chair closed it": the order of those who spoke is no name.
  const question = besidesModerator.cutFrom(asked);
  return placeOf(question)?.called ?? ofKind.first(textOf(question))?.taken ?? null;
}

/** Whether a session is called "the forum" by those who open it, or by its report: a forum is named in many others. */
export function callsItself(kind: string, text: string): boolean {
  return selfCalled.all(textOf(text)).some(({ taken }) => fold(taken ?? '') === fold(kind));
}

export const isKindOfSession = (called: string) => kinds.split('|').includes(fold(called));

/** What is held is a session or a meeting everywhere: these tell some apart. */
const kinds = 'forum|summit|workshop|seminar|symposium|webinar|event|panel|hearing|roundtable|plenary';
const ofKind = phrases({
  lines: `
    (at|in|during) (the|this|that) <${kinds}> !(of|on|that|for|about)
    ^ [and|but|so] (when|where|how long) (was|did|is|does) (the|this|that) <${kinds}> [held|(take|taking) place|happen|last|start|end] $`,
});
/** "Before the chair closed it", "after the opening". */
export const besidesModerator = phrases({ lines: '{besidesModerator}', lists: englishLists });
const selfCalled = phrases({
  lines: `
    (welcome|open|opening|close|closing|join|joining|attend|attending|gather|gathered) [*] [*] (to|at|the|this|our) …6 <${kinds}>
    ^ (the|this) …6 <${kinds}>`,
});

/** The words once what calls the session is taken out of them. */
export function withoutPlace(words: string): string {
  const place = placeOf(words);
  return place ? `${words.slice(0, place.start)} ${words.slice(place.end)}` : words;
}

/** Where words name a session, with what stands before its name: "in meeting HB2031a". */
export function placeOf(text: string): { called: string; start: number; end: number } | null {
  const read = textOf(text);
  const named = sessionName.first(read);
  if (named?.taken && termsOf(named.taken).length > 0)
    return { called: named.taken, start: named.start, end: named.end };
  // An event by its name alone is written with capitals: "at WSIS", "at the Harbour Forum 2025".
  for (const found of atEvent.all(read)) {
    // "How many study at Ossa University?" names no session.
    if (worksAt.in(textOf(text.slice(0, found.start)))) continue;
    const taken = (found.taken ?? '').replace(/^the\s+/iu, '');
    const called = capitalsOf(taken) || calledBefore(text, found);
    // "In Geneva" at the end is a place, "in HB2031a" is what a session is called.
    if (barelyIn.test(text.slice(found.start)) && !isId(called)) continue;
    const start = text.indexOf(called, found.start);
    const behind = start + called.length;
    const ending = behind + (eventBehind.exec(text.slice(behind))?.[0].length ?? 0);
    // "the WSIS forum" is an event with what it is called.
    const isCalled = called !== '' && called === taken && found.end > behind;
    const next = /^\s+(\p{L}+)/u.exec(text.slice(ending))?.[1];
    // "at Pearson airport" names a place, "at WSIS about copyright" and "at WSIS mention" do not go on.
    if (!isCalled && next && !isStopWord(fold(next)) && !isSayingVerb(fold(next))) continue;
    if (called !== '' && !regions().has(fold(called)) && daysIn(called).length === 0)
      return { called, start: isCalled ? start : found.start, end: isCalled ? found.end : ending };
  }
  return null;
}

/** `harbour levy` of "who hosted the harbour levy forum"; empty where what it is does not follow. */
function calledBefore(text: string, { taken, start, end }: Found): string {
  const all = text.slice(start, end);
  return taken === null || all.endsWith(taken) || /^(?:did|does)\b/iu.test(all) || !all.includes(` ${taken} `)
    ? ''
    : taken;
}

const worksAt = phrases({
  lines: '(~study|~work|~teach|~lecture|~enrol|~graduate|~live|~train|employed|enrolled|based) $',
});
const barelyIn = /^(?:in|of|during|from)\s+\S+$/iu;
/** Letters and a number of three digits or more. */
const isId = (called: string) => /\d{3}/u.test(called) && /\p{L}/u.test(called);

/** "The Harbour Plus 10 event": what it is, behind its name. */
const eventBehind = new RegExp(String.raw`^\s+(?:${kinds})\b`, 'iu');

/** The capitalised words, acronyms, years and numbers ("Plus 20") that a stretch begins with. */
function capitalsOf(stretch: string): string {
  return (
    /^(?:\p{Lu}[\p{L}\p{N}+&'’-]*|\d{4})(?:\s+(?:\p{Lu}[\p{L}\p{N}+&'’-]*|\d{1,4})(?!\p{L}))*/u.exec(stretch)?.[0] ?? ''
  );
}

const sessionName = waysTo('sessionName');
const atEvent = waysTo('atEvent');

/** Words of a question that may be ids of sessions. */
export function idsIn(question: string): string[] {
  return question.split(/[\s,;:?!()"“”]+/u).filter((word) => idLike.test(word) && word.length >= shortestId);
}

/** Letters and a number in one word. */
const idLike = /\p{L}.*\d/u;
const shortestId = 6;
