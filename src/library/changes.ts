/** What changed from one version of a session's record to another: turns, their words, who spoke, and what its report says. */
import { diffArrays, diffWords } from 'diff';
import { shownSpeaker } from '../people/unnamed.ts';
import type { Finding, Session, Turn } from '../session.ts';

export interface Changes {
  /** Of the session itself: its title, day, event, kind, language and source. */
  facts: { what: string; before: string | null; after: string | null }[];
  /** In the order of the later version. */
  turns: TurnChange[];
  /** Names that only one of the two has. */
  speakers: { added: string[]; removed: string[] };
  findings: { added: Finding[]; removed: Finding[] };
}

/** Turns are counted from 0: `before` in the earlier version, `after` in the later. */
export type TurnChange =
  | { kind: 'added'; after: number; speaker: string; text: string }
  | { kind: 'removed'; before: number; speaker: string; text: string }
  /** Other words; what both have of them is left out. */
  | { kind: 'words'; before: number; after: number; words: { before: string; after: string }[] }
  /** The same words, given to somebody else. */
  | { kind: 'speaker'; before: number; after: number; from: string; to: string };

export function changesBetween(before: Session, after: Session): Changes {
  const names = (session: Session) => session.speakers.map(({ name }) => name);
  return {
    facts: factsOf(before, after),
    turns: turnChanges(before.turns, after.turns),
    speakers: { added: without(names(after), names(before)), removed: without(names(before), names(after)) },
    findings: {
      added: withoutFindings(after.findings, before.findings),
      removed: withoutFindings(before.findings, after.findings),
    },
  };
}

/** The same in plain short lines, turns counted from 1; nothing where nothing changed that a reader could see. */
export function changesInWords({ facts, turns, speakers, findings }: Changes): string[] {
  const added = turns.flatMap((turn) => (turn.kind === 'added' ? turn.after : []));
  const removed = turns.flatMap((turn) => (turn.kind === 'removed' ? turn.before : []));
  const worded = turns.filter((turn) => turn.kind === 'words');
  const given = turns.filter((turn) => turn.kind === 'speaker');
  const of = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
  const lines = facts.map(({ what, before, after }) => `${what}: ${shortened(before)} → ${shortened(after)}`);
  if (added.length > 0) lines.push(`${of(added.length, 'turn')} added: ${numbers(added)}`);
  if (removed.length > 0)
    lines.push(`${of(removed.length, 'turn')} removed: ${numbers(removed)} of the version before`);
  if (worded.length > 0)
    lines.push(
      `words changed in ${of(worded.length, 'turn')}: ${worded.slice(0, mostTold).map(wordsInWords).join('; ')}${more(worded)}`,
    );
  if (given.length > 0)
    lines.push(
      `${of(given.length, 'turn')} given to somebody else: ` +
        `${given
          .slice(0, mostTold)
          .map(({ after, from, to }) => `turn ${after + 1} from ${from} to ${to}`)
          .join('; ')}${more(given)}`,
    );
  if (speakers.added.length > 0) lines.push(`speakers added: ${namesOf(speakers.added)}`);
  if (speakers.removed.length > 0) lines.push(`speakers removed: ${namesOf(speakers.removed)}`);
  if (findings.added.length > 0) lines.push(`findings added: ${kindsOf(findings.added)}`);
  if (findings.removed.length > 0) lines.push(`findings removed: ${kindsOf(findings.removed)}`);
  return lines;
}

const mostTold = 3;

function factsOf(before: Session, after: Session): Changes['facts'] {
  return facts
    .map((what) => ({ what, before: before[what], after: after[what] }))
    .filter((fact) => fact.before !== fact.after);
}

const facts = ['title', 'date', 'event', 'kind', 'language', 'source'] as const;

/** Turns of the same words are the same turn; of the others those are, in order, that share most of their words. */
function turnChanges(before: Turn[], after: Turn[]): TurnChange[] {
  const changes: TurnChange[] = [];
  let [left, right] = [0, 0];
  let [gone, come]: [number[], number[]] = [[], []];
  const settle = () => {
    changes.push(...unlike(gone, come, before, after));
    [gone, come] = [[], []];
  };
  for (const step of stepsBetween(before, after)) {
    if (step === 'removed') gone.push(left++);
    else if (step === 'added') come.push(right++);
    else {
      settle();
      const [from, to] = [nameOf(before[left]!), nameOf(after[right]!)];
      if (from !== to) changes.push({ kind: 'speaker', before: left, after: right, from, to });
      left += 1;
      right += 1;
    }
  }
  settle();
  return changes;
}

/** How one list of turns becomes the other, turn by turn. */
function stepsBetween(before: Turn[], after: Turn[]): ('same' | 'removed' | 'added')[] {
  const texts = (turns: Turn[]) => turns.map(({ text }) => text);
  const steps = diffArrays(texts(before), texts(after), { maxEditLength: mostSteps });
  if (steps)
    return steps.flatMap(({ added, removed, count }) =>
      Array<'same'>(count).fill((added ? 'added' : removed ? 'removed' : 'same') as 'same'),
    );
  // Hardly a turn is the same: the way from one to the other would take long to find and tell nobody anything.
  return [...before.map(() => 'removed' as const), ...after.map(() => 'added' as const)];
}

/** The work grows with its square; two transcripts of a day by two recognisers share hardly a turn. */
const mostSteps = 2_000;

/** Of a run of turns that are gone and one that came in its place. */
function unlike(gone: number[], come: number[], before: Turn[], after: Turn[]): TurnChange[] {
  const changes: TurnChange[] = [];
  let next = 0;
  for (const left of gone) {
    const near = come.slice(next, next + furthest);
    const at = near.findIndex((right) => isAlike(before[left]!.text, after[right]!.text));
    if (at < 0) {
      changes.push({ kind: 'removed', before: left, speaker: nameOf(before[left]!), text: before[left]!.text });
      continue;
    }
    changes.push(...near.slice(0, at).map((right) => addition(right, after)));
    const right = near[at]!;
    changes.push({
      kind: 'words',
      before: left,
      after: right,
      words: wordsBetween(before[left]!.text, after[right]!.text),
    });
    const [from, to] = [nameOf(before[left]!), nameOf(after[right]!)];
    if (from !== to) changes.push({ kind: 'speaker', before: left, after: right, from, to });
    next += at + 1;
  }
  return [...changes, ...come.slice(next).map((right) => addition(right, after))];
}

/** Turns looked ahead for one that says nearly the same. */
const furthest = 8;

function addition(right: number, after: Turn[]): TurnChange {
  return { kind: 'added', after: right, speaker: nameOf(after[right]!), text: after[right]!.text };
}

/** Half of the words of the longer are in the other, or of a turn that was cut or went on nearly all of the shorter. */
function isAlike(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  const [shorter, longer] = [words.length, others.length].toSorted((a, b) => a - b) as [number, number];
  return shared * 2 >= longer || (shared >= 4 && shared * 5 >= shorter * 4);
}

function wordsBetween(one: string, other: string): { before: string; after: string }[] {
  const found: { before: string; after: string }[] = [];
  let goesOn = false;
  for (const { kind, text } of wordsCompared(one, other)) {
    const differs = kind !== 'same';
    if (differs) {
      if (!goesOn) found.push({ before: '', after: '' });
      found.at(-1)![kind === 'added' ? 'after' : 'before'] += text;
    }
    goesOn = differs;
  }
  return found.map(({ before, after }) => ({ before: before.trim(), after: after.trim() }));
}

/** How one text becomes another, word by word, in order. */
export function wordsCompared(one: string, other: string): { kind: 'same' | 'removed' | 'added'; text: string }[] {
  const steps = diffWords(one, other, { intlSegmenter: segmenter, maxEditLength: mostSteps }) ?? [
    { added: false, removed: true, value: one },
    { added: true, removed: false, value: other },
  ];
  return steps.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment.toLowerCase() : []));
}

function nameOf({ speaker, label }: Turn): string {
  return shownSpeaker({ speaker, ...(label !== undefined && { label }) });
}

function without(some: string[], others: string[]): string[] {
  const known = new Set(others);
  return some.filter((one) => !known.has(one));
}

/** What is told the same way is the same, wherever it stands in the report. */
function withoutFindings(some: Finding[], others: Finding[]): Finding[] {
  const known = new Set(others.map(keyOf));
  return some.filter((one) => !known.has(keyOf(one)));
}

function keyOf({ kind, by, text, speakers, details }: Finding): string {
  return JSON.stringify([kind, by, text, speakers, details]);
}

function wordsInWords({ after, words }: Extract<TurnChange, { kind: 'words' }>): string {
  const told = words
    .slice(0, mostTold)
    .map(({ before: was, after: is }) =>
      was === ''
        ? `“${shortened(is)}” added`
        : is === ''
          ? `“${shortened(was)}” left out`
          : `“${shortened(was)}” → “${shortened(is)}”`,
    );
  return `turn ${after + 1} ${told.join(', ')}${more(words)}`;
}

function namesOf(names: string[]): string {
  return names.slice(0, 8).join(', ') + (names.length > 8 ? `, and ${names.length - 8} more` : '');
}

/** `3 takeaways, 1 action item`, in the order in which they stand. */
function kindsOf(findings: Finding[]): string {
  return [...Map.groupBy(findings, ({ kind }) => kind)].map(([kind, { length }]) => `${length} × ${kind}`).join(', ');
}

/** `3, 7 to 9`, counted from 1. */
function numbers(turns: number[]): string {
  const runs: [number, number][] = [];
  for (const turn of turns) {
    const last = runs.at(-1);
    if (last && turn === last[1] + 1) last[1] = turn;
    else runs.push([turn, turn]);
  }
  const told = runs
    .slice(0, 10)
    .map(([first, last]) => (first === last ? `${first + 1}` : `${first + 1} to ${last + 1}`));
  return told.join(', ') + (runs.length > 10 ? ', …' : '');
}

function more(things: unknown[]): string {
  return things.length > mostTold ? `; and ${things.length - mostTold} more` : '';
}

function shortened(text: string | null): string {
  if (text === null) return 'none';
  const letters = Array.from(text);
  return letters.length <= 60 ? text : `${letters.slice(0, 59).join('').trimEnd()}…`;
}
