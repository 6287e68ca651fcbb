import { describe, expect, it } from 'vitest';
import { figureIn } from '../../src/answering/figure.ts';

const check = (question: string, sentence: string, expected: string | null) =>
  it(`${question} ${sentence}`, () => {
    const figure = figureIn(sentence, question);
    expect(figure).toBe(expected);
    if (figure !== null) expect(sentence).toContain(figure);
  });

describe('figureIn', () => {
  check('How many gauges are there?', 'There are 46 gauges on the river.', '46 gauges');
  check(
    'How many open gauges has the bureau built?',
    'We already built 2.5 million new gauges, a third of all gauges.',
    '2.5 million new gauges',
  );
  check('How many gauges are there?', 'There were 40 gauges, and now there are 46 gauges.', null);
  check('How many gauges are there?', 'There are many gauges.', null);
  check('How many villages took part?', 'Twelve of the villages came.', 'Twelve of the villages');
  check(
    'How long did the bridge take to build?',
    'The tunnel took nine years, and the bridge took three and a half years to build.',
    'three and a half years',
  );
  check('How long did the bridge take?', 'It took very long.', null);
  check('How much does a gauge cost?', 'I would say a gauge costs us 900 dollars a year.', '900 dollars');
  check('How much is the fund worth?', 'The fund is worth almost $17 trillion.', '$17 trillion');
  check('In what year did the flood come?', 'The flood came in 1999, and the second in 2004 was smaller.', '1999');
  check('Who built the bridge?', 'We built 3 bridges.', null);
});
