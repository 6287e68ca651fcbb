/**
 * Input of every kind that strangers bring, made by chance: records of every format and documents, what a model replies,
 * what both chats deliver, settings. Nothing may crash, hang for 10 seconds, grow by 1 GB, lose a word untold or print a
 * quotation that is no slice.
 *
 *     npm run fuzz                                   a minute
 *     npm run fuzz -- --seconds 3600                 an hour
 *     npm run fuzz -- --cases 100000 --kind damaged  so many, of kinds whose name has this
 *     npm run fuzz -- --kind "words: WebVTT" --seed 7 --cases 1   one case again
 *
 * Seeds that once failed are kept in `seeds.json` and run first. Ends with 1 where anything fails.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runCases, type Fault } from './run.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    cases: { type: 'string' },
    seed: { type: 'string' },
    kind: { type: 'string' },
  },
});
const { kind: part = '' } = values;
const isOneCase = values.seed !== undefined && values.cases === '1';
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 30));
const cases = Number(values.cases ?? Infinity);
const seconds = Number(values.seconds ?? (values.cases === undefined ? 60 : Infinity));
if ([seed, cases, seconds].some(Number.isNaN)) throw new Error('--seed, --cases and --seconds want a number');

const kept = JSON.parse(readFileSync(new URL('seeds.json', import.meta.url), 'utf8')) as {
  kind: string;
  seed: number;
}[];
console.log(`first seed ${seed}`);
const ran = await runCases({
  wanted: (kind) => (isOneCase ? kind === part : kind.includes(part)),
  seed,
  kept: values.seed === undefined ? kept : [],
  most: { cases, milliseconds: seconds * 1000 },
  onFault: tell,
});

const slowestShown = 8;
const rows = [...ran.kinds].toSorted(
  ([, one], [, other]) => other.milliseconds / other.cases - one.milliseconds / one.cases,
);
for (const [kind, { cases: count, milliseconds }] of rows.slice(0, slowestShown))
  if (count > 0)
    console.log(
      `${kind.padEnd(44)} ${String(count).padStart(7)} cases ${(milliseconds / count).toFixed(1).padStart(8)} ms each`,
    );
const of = (how: Fault['how']) => ran.faults.filter((fault) => fault.how === how).length;
console.log(
  `${ran.cases} cases of ${ran.kinds.size} kinds: ${of('failed')} failed, ${of('crashed')} crashed, ${of('hung')} hung, ${of('swelled')} swelled`,
);
process.exitCode = ran.faults.length > 0 || ran.cases === 0 ? 1 : 0;

function tell({ kind, seed: failed, how, what }: Fault): void {
  console.log(
    `${kind}: ${how}: ${what}\n    npm run fuzz -- --kind ${JSON.stringify(kind)} --seed ${failed} --cases 1`,
  );
}
