/** Versions of a record, and what changed between two, as text for a terminal. */
import { changesInWords, type Changes, type TurnChange } from '../../src/library/changes.ts';
import type { VersionSummary } from '../../src/rapporteur.ts';
import type { Finding } from '../../src/session.ts';
import { dayInWords } from '../../src/words/dates.ts';
import { paragraphs, safe, style, wrap, type Look } from './columns.ts';

export function renderVersions(versions: VersionSummary[], look: Look): string {
  return versions
    .toReversed()
    .map(({ number, broughtIn, hash, isNewest, title, kind, source, turnCount, findingCount }) => {
      const came =
        broughtIn === null ? 'brought in before that was noted' : `brought in on ${momentInWords(broughtIn)}`;
      const facts = [
        came,
        kind,
        `${turnCount} turns`,
        `${findingCount} findings`,
        `from ${source}`,
        `content ${hash.slice(0, 12)}`,
      ];
      return [
        style(
          'bold',
          wrap(`${number}. ${title}${isNewest ? ' (the newest, which answers are made from)' : ''}`, look),
          look,
        ),
        wrap(facts.join(', '), look, '    '),
      ].join('\n');
    })
    .join('\n');
}

/** In short first, then turn by turn: what is gone with `-`, what came with `+`. */
export function renderChanges(changes: Changes, { from, to }: { from: number; to: number }, look: Look): string {
  const lines = changesInWords(changes);
  if (lines.length === 0) return `Versions ${from} and ${to} have the same words, speakers and findings.`;
  const { findings } = changes;
  return paragraphs([
    style('bold', `From version ${from} to version ${to}`, look),
    lines.map((line) => wrap(`- ${line}`, look, '  ', '')).join('\n'),
    ...changes.turns.map((change) => turnLines(change, look)),
    ...findings.removed.map((finding) => findingLines('-', finding, look)),
    ...findings.added.map((finding) => findingLines('+', finding, look)),
  ]);
}

function turnLines(change: TurnChange, look: Look): string {
  const heading = (text: string) => style('cyan', safe(text), look);
  const gone = (text: string) => style('red', wrap(text, look, '      ', '    - '), look);
  const come = (text: string) => style('green', wrap(text, look, '      ', '    + '), look);
  switch (change.kind) {
    case 'added':
      return [heading(`turn ${change.after + 1}, added: ${change.speaker}`), come(change.text)].join('\n');
    case 'removed':
      return [heading(`turn ${change.before + 1} before, removed: ${change.speaker}`), gone(change.text)].join('\n');
    case 'speaker':
      return heading(`turn ${change.after + 1}: ${change.from} → ${change.to}`);
    default:
      return [
        heading(
          `turn ${change.after + 1}${change.before === change.after ? '' : `, ${change.before + 1} before`}: words changed`,
        ),
        ...change.words.flatMap(({ before, after }) => [
          ...(before === '' ? [] : [gone(before)]),
          ...(after === '' ? [] : [come(after)]),
        ]),
      ].join('\n');
  }
}

function findingLines(sign: '-' | '+', { kind, by, text }: Finding, look: Look): string {
  const whose = by === 'record' ? 'of the record' : 'AI-written report';
  return style(
    sign === '-' ? 'red' : 'green',
    wrap(`${whose}, ${kind}: ${text}`, look, '      ', `    ${sign} `),
    look,
  );
}

/** `3 May 2025, 14:05 UTC`. */
function momentInWords(moment: string): string {
  return `${dayInWords(moment.slice(0, 10))}, ${moment.slice(11, 16)} UTC`;
}
