/** Whom a question leaves out: "apart from Okafor", "leaving the moderator aside". */
import { isCountry } from '../../people/nationality.ts';
import type { Mention } from '../../people/mentions.ts';
import { blanked, phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { englishLists } from '../phrases/english-lists.ts';

export interface LeftOut {
  people: Mention[];
  /** Whoever presides, by their office alone. */
  presiding: boolean;
}

/** A stretch of the question that leaves somebody out; without blanks in it where it tells what is asked for too. */
interface Stretch {
  start: number;
  end: number;
  saysMore: boolean;
}

/** Whom a question leaves out, and where it says so. */
export function leftOutIn(question: string, mentions: Mention[]): LeftOut & { stretches: Stretch[] } {
  const known = mentions.filter(({ matches, phrase }) => matches.length > 0 && !isCountry(phrase));
  const sharing = known.flatMap((mention) => sharedWith(question, mention));
  const text = textOf(question);
  const leaving = [
    ...leaves.all(text).map((found) => ({ ...found, needsAside: false })),
    ...setsAside.all(text).map((found) => ({ ...found, needsAside: true })),
  ].flatMap(({ start, end, needsAside }) => {
    const named = namedFrom(question, end, known);
    return named === null || (needsAside && !named.isAside) ? [] : [{ ...named, start, saysMore: false }];
  });
  const all = [...leaving, ...sharing];
  return {
    people: all.flatMap(({ people }) => people),
    presiding: leaving.some(({ presiding }) => presiding),
    stretches: all.map(({ start, end, saysMore }) => ({ start, end, saysMore })),
  };
}

/** "Leaving Okafor aside, who …" in small letters at its beginning: the verb is no part of a name. */
export function beginningSmall(question: string): string {
  const text = textOf(question);
  const first = text.words[0]?.start;
  const isLeaving = [leaves, setsAside].some((ways) => first !== undefined && ways.first(text)?.start === first);
  return isLeaving
    ? question.slice(0, first) + question.charAt(first!).toLowerCase() + question.slice(first! + 1)
    : question;
}

/** The question with blanks in place of what leaves somebody out, and of the comma before it. */
export function withoutLeftOut(question: string, stretches: Stretch[]): string {
  return stretches
    .filter(({ saysMore }) => !saysMore)
    .reduce((left, { start, end }) => {
      const before = /[\s,(–—-]*$/u.exec(left.slice(0, start))![0].length;
      return blanked(left, { start: start - before, end: left.slice(end).startsWith(')') ? end + 1 : end });
    }, question);
}

/** Those named one after the other from here on, "Okafor and the chair"; null where nobody is. */
function namedFrom(
  question: string,
  from: number,
  known: Mention[],
): (LeftOut & { end: number; isAside: boolean }) | null {
  const people: Mention[] = [];
  let presiding = false;
  let end = from;
  for (;;) {
    const at = end + /^(?:\s|,|and\b|or\b)*(?:the\s+)?/iu.exec(question.slice(end))![0].length;
    const office = offices.first(textOf(question.slice(at)));
    const mention = known.find((each) => each.start <= at && at < each.end);
    const isOffice = office?.start === 0;
    if (!mention && !isOffice) break;
    // Who presides is told by the session itself, as nobody's title elsewhere tells it.
    if (isOffice) presiding = true;
    else people.push(mention!);
    end = isOffice ? at + office.end : mention!.end;
  }
  if (people.length === 0 && !presiding) return null;
  const closing = aside.first(textOf(question.slice(end)));
  return { people, presiding, isAside: closing !== null, end: end + (closing?.end ?? 0) };
}

/** "Did anyone share Okafor's worry?" asks of everybody else. */
function sharedWith(question: string, mention: Mention): (LeftOut & Stretch)[] {
  const { start, end } = mention;
  const before = feelingNext.in(textOf(question.slice(end))) ? shares.exec(question.slice(0, start)) : null;
  return before ? [{ people: [mention], presiding: false, start: before.index, end, saysMore: true }] : [];
}

const shares = /\b(?:shar(?:e|es|ed)|echo(?:es|ed)?)\s+$/iu;
/** Whether "'s" is of the mention or not. */
const feelingNext = phrases({ lines: '^ [s] ({feeling})', lists: englishLists });
const leaves = phrases({
  lines: `
    (besides|apart from|other than|except [for]|aside from|save for)
    (not|without) (counting|including|considering)
    (excluding|disregarding|ignoring|discounting|(leaving|leave|setting|putting) (out|aside))`,
});
/** These leave somebody out only with `aside` after the name. */
const setsAside = phrases({ lines: '(leaving|leave|setting|set|putting|put|with)' });
const aside = phrases({ lines: '^ (aside|out|apart|(left|set|put) (out|aside)|excluded|excepted)' });
const offices = phrases({ lines: '^ ({presiding}) [s]', lists: englishLists });
