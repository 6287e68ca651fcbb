import { describe, expect, it } from 'vitest';
import { amountsIn, placedAmounts } from '../../src/answering/figures/amounts.ts';

function check(text: string, ...expected: string[]): void {
  expect(amountsIn(text)).toEqual(expected);
}

describe('digits', () => {
  it('alone', () => check('We counted 312 seals', '312'));
  it.each([
    '40,000 crowns',
    '40.000 crowns',
    '40 000 crowns',
    "40'000 crowns",
    '40\u202f000 crowns',
    '４０，０００ crowns',
    '40 thousand crowns',
    'forty thousand crowns',
  ])('grouped: %s', (text) => check(text, '40000'));
  it('with a fraction', () => check('1.5 and 1,5', '1.5', '1.5'));
  it.each(['٣١٢', '३१२', '３１２'])('of other scripts: %s', (text) => check(text, '312'));
  it.each([
    ['2½ per cent', '2.5 %'],
    ['1⅓ degrees', '1.3333 degree'],
    ['2 1/2 years', '2.5 year'],
    ['1½ million', '1500000'],
    ['½ of it', '0.5'],
    ['¾ hour', '0.75 hour'],
    ['٣٫٥', '3.5'],
  ])('with a fraction of one sign: %s', (text, amount) => check(text, amount));
  it('that are raised are a power, or a mark of a note', () => check('10² stations, 102 stations', '10 ²', '102'));
  it.each(['24/7', '24/25'])('on both sides of a stroke: %s', (text) => check(text, ...text.split('/')));
  it('of a fraction have its place', () =>
    expect(placedAmounts('We saw 2½ boats.')).toEqual([{ value: '2.5', unit: '', start: 7, end: 9 }]));
  it('that are years have no unit', () => check('2025年, the year 2010, in 1999', '2025', '2010', '1999'));
  it('with a magnitude said twice', () => check('$17 trillion, trillion dollars', '17000000000000 $'));
});

describe('words', () => {
  it('in English', () => check('three hundred and twelve', '312'));
  it('with a hyphen', () => check('twenty-one', '21'));
  it('one after another', () => check('ten to fifteen ships', '10', '15'));
  it('for parts', () => check('half, a third, one third and a quarter', '0.5', '0.3333', '0.3333', '0.25'));
  it('for several parts', () =>
    check('two-thirds, two thirds, three quarters, half a million', '0.6667', '0.6667', '0.75', '500000'));
  it('for more than wholes', () =>
    check('three and a half years, two and a half million, one and a quarter', '3.5 year', '2500000', '1.25'));
  it('for a place in an order', () => check('the third of the five', '3 th', '5'));
  it('of no certain number', () => check('thousands of boats, two thousand boats', '1000 many', '2000'));
  it('for times', () => check('twice as much', '2 times'));
  it('"one" is no amount where it counts nothing', () => check('one of them said that no one came'));
  it('"one" is where it does', () => check('one year, one million', '1 year', '1000000'));
  it.each(['два года', '两年', '2 years', 'a two-year pause', 'two full years'])('in other scripts: %s', (text) =>
    check(text, '2 year'),
  );
  it.each([
    ['zwei Jahre', 'de'],
    ['deux ans', 'fr'],
    ['dos años', 'es'],
    ['due anni', 'it'],
    ['dois anos', 'pt'],
  ])('in other languages: %s', (text, language) => expect(amountsIn(text, language)).toEqual(['2 year']));
  it.each(['It is due once, in Sept.', 'The die is cast; tres bien.', 'A cent a vote'])(
    'of other languages are none in English: %s',
    (text) => check(text),
  );
  it('have places', () =>
    expect(placedAmounts('We saw ５０ or sixty-two boats.')).toEqual([
      { value: '50', unit: '', start: 7, end: 9 },
      { value: '62', unit: '', start: 13, end: 22 },
    ]));
  it('that only look like them', () => check('constructor, toString, tenure, onerous'));
});

describe('units', () => {
  it.each(['50 %', '50%', '50 percent', 'fifty per cent', '50 pour cent', '50 por ciento'])('%s', (text) =>
    check(text, '50 %'),
  );
  it.each(['$1,500,000', '1.5 million dollars', '1.5 million US dollars', '1 500 000 $'])('%s', (text) =>
    check(text, '1500000 $'),
  );
  it.each(['5 km²', '5 km2', '5 square kilometres'])('of areas: %s', (text) => check(text, '5 km²'));
  it.each(['5 m³', '5 cubic metres'])('of rooms: %s', (text) => check(text, '5 m³'));
  it('tell amounts apart', () => check('2 months, 2 years, 2 ships', '2 month', '2 year', '2'));
  it('ordinals are no counts', () => check('the 2nd and the second', '2 th', '2 th'));
});
