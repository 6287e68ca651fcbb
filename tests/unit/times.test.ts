import { describe, expect, it } from 'vitest';
import { timesIn } from '../../src/answering/figures/times.ts';

const check = (text: string, ...expected: [said: string, year: number | null][]) =>
  it(text, () => {
    const found = timesIn(text, '2031-05-14');
    expect(found.map(({ said, year }) => [said, year])).toEqual(expected);
    for (const { said, start } of found) expect(text.slice(start, start + said.length)).toBe(said);
  });

describe('the times of a sentence', () => {
  check(
    'In 1999 there were two, and by the end of 2026 there were six.',
    ['In 1999', 1999],
    ['by the end of 2026', 2026],
  );
  check('The Lake Office of the 2025 summit.', ['2025', 2025]);
  check('On 12 March 2024 the ice went.', ['On 12 March 2024', 2024]);
  check('It began in the 60s and went on since the 1980s.', ['in the 60s', 1960], ['since the 1980s', 1980]);
  check('I was there twenty years ago.', ['twenty years ago', 2011]);
  check('We opened early this year, and close next summer.', ['early this year', 2031], ['next summer', 2032]);
  check('It is due in June, or within three weeks.', ['in June', null], ['within three weeks', null]);
  check('2000 people paid 1,950 crowns, $2030 and 2040 euros.');
  check('May I march with you?');
});

it('counts from no day where none is known', () => {
  expect(timesIn('Twenty years ago.').map(({ year }) => year)).toEqual([null]);
});
