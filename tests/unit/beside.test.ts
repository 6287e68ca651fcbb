import { describe, expect, it } from 'vitest';
import { beside, type Beside } from '../../src/library/beside.ts';
import type { Turn } from '../../src/session.ts';

/** `Ana Lind@12` spoke from second 12. */
function turns(...said: string[]): { turns: Turn[] } {
  return {
    turns: said.map((each) => {
      const [name, at] = each.split('@');
      const times = at === undefined ? [] : [{ offset: 0, seconds: Number(at) }];
      return { speaker: name === '' ? null : name!, text: 'Words.', times };
    }),
  };
}

/** `1+2|3`: turns 1 and 2 of the left beside turn 3 of the right, counted from 0. */
function check(left: { turns: Turn[] }, right: { turns: Turn[] }, by: Beside['by'], rows: string): void {
  const found = beside(left, right);
  expect(found.by).toBe(by);
  expect(found.rows.map((row) => `${row.left.join('+')}|${row.right.join('+')}`).join(' ')).toBe(rows);
  const all = (side: 'left' | 'right') => found.rows.flatMap((row) => row[side]);
  expect(all('left')).toEqual([...left.turns.keys()]);
  expect(all('right')).toEqual([...right.turns.keys()]);
}

describe('two records side by side', () => {
  it('are paired by their times, also where turns are cut otherwise', () => {
    check(turns('A@0', 'B@60', 'A@90'), turns('x@3', 'x@30', 'x@63', 'x@95'), 'times', '0|0+1 1|2 2|3');
    check(turns('A@20', 'B@60'), turns('x@0', 'x@21', 'x@200'), 'times', '|0 0|1 1|2');
    // The interpreter begins a little before the turn that the record cuts.
    check(turns('A@0', 'B@60'), turns('x@0', 'x@57'), 'times', '0|0 1|1');
    // One turn without a time goes with the one before it.
    check(turns('A@0', 'B@60', 'C@90', 'D', 'E@120', 'F@140'), turns('x@0', 'x@91'), 'times', '0|0 1| 2| 3|1 4| 5|');
  });

  it('are paired by speakers where either has no times', () => {
    const left = turns('Ms. Lind (Kelp Bay)', 'Mr. Oller', 'Ms. Lind (Kelp Bay)', 'Mr. Tassi');
    check(left, turns('Mme Lind (Baie)', 'M. Oller@7', 'Mme Lind (Baie)', 'M. Tassi'), 'speakers', '0|0 1|1 2|2 3|3');
    // What one record does not have stands alone; speeches in two paragraphs are one.
    check(left, turns('Lind', 'Lind', 'Oller', 'Baptiste', 'Lind', 'Tassi'), 'speakers', '0|0+1 1|2 |3 2|4 3|5');
  });

  it('are paired by how speakers alternate where names are written otherwise', () => {
    const russian = turns('Председатель', 'Г-н Линд', 'Председатель', 'Г-жа Тасси');
    check(turns('The President', 'Mr. Lind', 'The President', 'Ms. Tassi'), russian, 'alternation', '0|0 1|1 2|2 3|3');
    check(turns('The President', 'Mr. Lind', 'Ms. Tassi', 'The President'), russian, null, '0|0 1|1 2|2 3|3');
  });

  it('are not said to be aligned where nothing tells that they are', () => {
    check(turns('', '', ''), turns('', ''), null, '0|0 1|1 2|');
    check(turns('A'), turns('B'), null, '0|0');
    check(turns(), turns('B'), null, '|0');
  });

  it('of a day long are paired in little time', () => {
    const long = (name: string) => turns(...Array.from({ length: 6000 }, (_, at) => `${name} ${at}`));
    expect(beside(long('Ana'), long('Ben')).by).toBe('speakers');
    expect(beside(turns(...Array.from({ length: 6000 }, (_, at) => `Ana${at}`)), long('Ben')).rows).toHaveLength(6000);
  });
});
