/** Two records of one session side by side: which turns of one go with which of the other. */
import { diffArrays } from 'diff';
import { fold } from '../words/names.ts';
import type { Session, Turn } from '../session.ts';

export interface Beside {
  /**
   * What pairs them: the times that both have, the names of who speaks, or, where names are written otherwise in each, how
   * turns alternate between speakers. Null where nothing does: then turns stand beside each other by their number alone.
   */
  by: 'times' | 'speakers' | 'alternation' | null;
  /** In order; turns counted from 0, and each in one row. */
  rows: { left: number[]; right: number[] }[];
}

export function beside(left: Pick<Session, 'turns'>, right: Pick<Session, 'turns'>): Beside {
  const [ours, theirs] = [runsOf(left.turns), runsOf(right.turns)];
  return (
    byTimes(left.turns, right.turns) ??
    bySpeakers(ours, theirs) ??
    byAlternation(ours, theirs) ?? {
      by: null,
      rows: inOrder(
        left.turns.map((_, at) => [at]),
        right.turns.map((_, at) => [at]),
      ),
    }
  );
}

/** Of the turns of either, as many must have a time for it to pair them. */
const leastTimed = 0.8;
/** Interpreters speak some seconds after the speaker, and records begin a turn a little before or after another does. */
const lagSeconds = 5;

function byTimes(left: Turn[], right: Turn[]): Beside | null {
  const [ours, theirs] = [timesOf(left, right), timesOf(right, left)];
  const isTimed = (times: (number | null)[]) =>
    times.length > 0 && times.filter((time) => time !== null).length >= times.length * leastTimed;
  if (!isTimed(ours) || !isTimed(theirs)) return null;
  const [starts, others] = [filled(ours), filled(theirs)];
  const rows: Beside['rows'] = [];
  let next = 0;
  const until = (time: number) => {
    const from = next;
    while (next < others.length && others[next]! + lagSeconds < time) next += 1;
    return Array.from({ length: next - from }, (_, at) => from + at);
  };
  const before = until(starts[0]!);
  if (before.length > 0) rows.push({ left: [], right: before });
  for (const [at] of starts.entries()) rows.push({ left: [at], right: until(starts[at + 1] ?? Infinity) });
  return { by: 'times', rows };
}

/** Seconds of the recording; or of the clock, where both records tell that and either no other. */
function timesOf(turns: Turn[], others: Turn[]): (number | null)[] {
  const isRecorded = [turns, others].every((some) => some.some(({ times }) => times.length > 0));
  return turns.map(({ times, clock }) => (isRecorded ? (times[0]?.seconds ?? null) : secondsOf(clock)));
}

function secondsOf(clock: string | undefined): number | null {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(clock ?? '') ?? [];
  return hours === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Where one has no time, or an earlier one than before it, that of the turn before. */
function filled(times: (number | null)[]): number[] {
  let last = times.find((time) => time !== null) ?? 0;
  return times.map((time) => (last = Math.max(last, time ?? last)));
}

/** Turns of one voice that follow each other. */
interface Run {
  name: string | null;
  turns: number[];
}

function runsOf(turns: Turn[]): Run[] {
  const runs: Run[] = [];
  for (const [at, { speaker, label }] of turns.entries()) {
    const name = speaker ?? label ?? null;
    const last = runs.at(-1);
    if (last && name !== null && last.name === name) last.turns.push(at);
    else runs.push({ name, turns: [at] });
  }
  return runs;
}

/** As many of the shorter record's speeches must find the same speaker in the other, in order. */
const leastPaired = 0.6;

function bySpeakers(left: Run[], right: Run[]): Beside | null {
  const steps = diffArrays(left, right, { comparator: isSameSpeaker, maxEditLength: 2_000 });
  if (!steps) return null;
  const paired = steps.reduce((sum, { added, removed, count }) => sum + (added || removed ? 0 : count), 0);
  if (paired < 2 || paired < Math.min(left.length, right.length) * leastPaired) return null;
  const rows: Beside['rows'] = [];
  let [at, other] = [0, 0];
  let open = false;
  for (const { added, removed, count } of steps) {
    for (let step = 0; step < count; step += 1) {
      const isGap = added || removed;
      if (!open || !isGap) rows.push({ left: [], right: [] });
      const row = rows.at(-1)!;
      if (!added) row.left.push(...left[at++]!.turns);
      if (!removed) row.right.push(...right[other++]!.turns);
      // What is in one record alone, and what stands in its place in the other, are one row.
      open = isGap;
    }
  }
  return { by: 'speakers', rows };
}

/** The same name, or the same last word of it: "Ms. Lind (Kelp Bay)", "Mme Lind (Baie)". */
function isSameSpeaker({ name: one }: Run, { name: other }: Run): boolean {
  if (one === null || other === null) return false;
  return fold(one) === fold(other) || lastWord(one) === lastWord(other);
}

function lastWord(name: string): string {
  return fold(name.split(/[（(]/u)[0]!.trim()).split(' ').at(-1)!;
}

/** Where every speech of one answers to one of the other, though each record writes the names in its own way. */
function byAlternation(left: Run[], right: Run[]): Beside | null {
  const [ours, theirs] = [patternOf(left), patternOf(right)];
  const isTelling = new Set(ours).size > 1 && ours.length > 2 && !ours.includes(-1);
  if (!isTelling || ours.length !== theirs.length || ours.some((voice, at) => voice !== theirs[at])) return null;
  return {
    by: 'alternation',
    rows: inOrder(
      left.map(({ turns }) => turns),
      right.map(({ turns }) => turns),
    ),
  };
}

/** Of each speech, the how manieth to speak its speaker was; -1 of nobody. */
function patternOf(runs: Run[]): number[] {
  const names: string[] = [];
  return runs.map(({ name }) => {
    if (name === null) return -1;
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  });
}

function inOrder(left: number[][], right: number[][]): Beside['rows'] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => ({
    left: left[at] ?? [],
    right: right[at] ?? [],
  }));
}
