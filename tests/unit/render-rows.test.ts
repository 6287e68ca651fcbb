/** A table in the terminal, of invented rows. */
import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../adapters/terminal/render-answer.ts';
import type { Answer, Quote } from '../../src/answer.ts';

const quote: Quote = {
  n: 1,
  text: 'Nine metres, at low water, and ten in spring when the river has all of the snow.',
  speaker: 'Par Holm',
  role: 'Pilot',
  session: { id: 'harbour', title: 'Harbour depths', date: '2031-06-02' },
  turn: 4,
  start: 0,
  end: 80,
  time: null,
  url: null,
};
const answer: Answer = {
  question: 'A table of who said what on the depth',
  status: 'answered',
  text: 'On the depth:\n- Par Holm: [1].\n- Lea Brandt said nothing on it.',
  quotes: [quote],
  table: {
    caption: 'On the depth:',
    head: ['Speaker', 'In their words'],
    rows: [
      { cells: ['Par Holm'], n: 1 },
      { cells: ['Lea Brandt said nothing on it.'], n: null },
    ],
  },
  report: [],
  related: [],
  model: null,
};

describe('a table in the terminal', () => {
  it('has the cells, the words and where they stand beside each other', () =>
    expect(renderAnswer(answer, { columns: 60, colours: false })).toBe(
      `On the depth: · Harbour depths · 2 June 2031

     Speaker   In their words                         Where

[1]  Par Holm  “Nine metres, at low water, and ten    turn 5
               in spring when the river has all of
               the snow.”

     Lea Brandt said nothing on it.`,
    ));
  it('is a list where the screen is too narrow for it', () =>
    expect(renderAnswer(answer, { columns: 40, colours: false })).toContain('- Par Holm: [1].'));
  it('is a list where the rows are of several sessions', () => {
    const other = { ...quote, n: 2, session: { id: 'dikes', title: 'Dikes', date: null } };
    const table = { ...answer.table!, rows: [...answer.table!.rows, { cells: ['Lea Brandt'], n: 2 }] };
    const shown = renderAnswer({ ...answer, quotes: [quote, other], table }, { columns: 80, colours: false });
    expect(shown).toContain('Dikes');
    expect(shown).not.toContain('Where');
  });
});
