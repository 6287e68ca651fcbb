/** Two records of one session side by side, in two columns of a terminal. */
import { widthOf } from './width.ts';
import type { Beside } from '../../src/library/beside.ts';
import type { Session } from '../../src/session.ts';
import { style, wrap, type Look } from './columns.ts';
import { headOf } from './render.ts';

/** In less, they stand one below the other. */
const leastColumns = 80;
const between = ' │ ';

export function renderBeside(left: Session, right: Session, { by, rows }: Beside, look: Look): string {
  const width = Math.floor((look.columns - between.length) / 2);
  const side = (session: Session) => (turns: number[]) =>
    turns.map((turn) =>
      cellOf(session, turn, { ...look, columns: look.columns < leastColumns ? look.columns : width }),
    );
  const [ours, theirs] = [side(left), side(right)];
  const heads = [left, right].map((session) => [
    session.title,
    [session.kind, session.language, session.id].filter(Boolean).join(', '),
  ]);
  const told = style('yellow', wrap(paired[by ?? 'nothing'], look), look);
  const all = [
    { left: [heads[0]!], right: [heads[1]!] },
    ...rows.map((row) => ({ left: ours(row.left), right: theirs(row.right) })),
  ];
  const laidOut = all.map(({ left: one, right: other }, index) => {
    const [mine, yours] = [one, other].map((cells) =>
      cells.map((lines) => (index === 0 ? lines.flatMap((line) => broken(line, width)) : lines)),
    );
    return look.columns < leastColumns ? below(mine!, yours!) : besideEachOther(mine!, yours!, width);
  });
  return [told, ...laidOut].join('\n\n');
}

const paired = {
  times: 'Turns stand beside those of the same time.',
  speakers: 'Turns stand beside those of the same speaker, in the order in which they spoke; no times tell more.',
  alternation: 'Turns stand beside each other in the order in which speakers took turns, which is the same in both.',
  nothing:
    'These two could not be aligned: neither times nor speakers agree. Turns stand beside each other by their number alone, and need not be the same words.',
};

/** Lines of a turn, no wider than its column: who speaks, then the words. */
function cellOf(session: Session, turn: number, look: Look): string[] {
  const { text } = session.turns[turn]!;
  const head = wrap(`${turn + 1}. ${headOf(session.turns[turn]!)}`, look).split('\n');
  const words = wrap(text, look, '  ').split('\n');
  const fit = (lines: string[]) => lines.flatMap((line) => broken(line, look.columns));
  return [...fit(head).map((line) => style('cyan', line, look)), ...fit(words)];
}

function besideEachOther(left: string[][], right: string[][], width: number): string {
  const [ours, theirs] = [left, right].map((cells) =>
    cells.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines])),
  );
  return Array.from({ length: Math.max(ours!.length, theirs!.length) }, (_, at) => {
    const line = ours![at] ?? '';
    return `${line}${' '.repeat(Math.max(width - widthOf(line), 0))}${between}${theirs![at] ?? ''}`.trimEnd();
  }).join('\n');
}

function below(left: string[][], right: string[][]): string {
  const marked = (cells: string[][], mark: string) => cells.map((lines) => [mark, ...lines].join('\n'));
  return [...marked(left, '◂ the first'), ...marked(right, '▸ the second')].join('\n');
}

/** A word that is wider than a column is broken, or the other column would be pushed aside. */
function broken(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const lines: string[] = [''];
  for (const letter of line) {
    if (widthOf(lines.at(-1)! + letter) > width) lines.push('');
    lines[lines.length - 1] += letter;
  }
  return lines;
}
