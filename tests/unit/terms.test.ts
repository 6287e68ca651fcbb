import { describe, expect, it } from 'vitest';
import { countWords, fold, isStopWord, termsOf, wordsOf } from '../../src/words/terms.ts';

function check(text: string, expected: string) {
  expect(termsOf(text).join(' ')).toBe(expected);
}

describe('termsOf', () => {
  it('stems English and drops stop words', () =>
    check('The lakes are warming, and so were the rivers', 'lake warm river'));
  it('folds case and accents', () => check('Zoë KLEINWÄCHTER', 'zoe kleinwacht'));
  it('folds ß, full width and curly marks', () => check('Straße Ｄata don’t', 'strass data'));
  it('keeps figures', () => check('5G in 2025', '5g 2025'));
  it.each([
    ['2½ pints', '2 1 2 pint'],
    ['10² boats', '10 2 boat'],
    ['five km² of CO₂', 'five km2 km 2 co2 co 2'],
    ['३१२', '312'],
  ])('takes no two figures for one: %s', (text, terms) => check(text, terms));
  it('leaves out marks of transcribers', () => check('so {vocalsound} the budget [inaudible] grew', 'budget grow'));
  it.each([
    ['the L_C_D_ screen', 'lcd screen'],
    ['U.S. and U.K. rules', 'us uk rule'],
    ['two P_D_A_s', 'two pda'],
    ['It ends. I. Moss', 'end moss'],
  ])('joins letters that are spelt: %s', (text, terms) => check(text, terms));
  it.each([
    ['We taught forty pupils', 'teach forti pupil'],
    ['it took years, and takes years', 'take year take year'],
    ['children spoke', 'child speak'],
    ['the mill fell silent', 'mill fall silent'],
  ])('takes irregular forms for one word: %s', (text, terms) => check(text, terms));
  it('takes what is regulatory for regulation', () =>
    expect(termsOf('regulatory regulation')).toEqual(['regul', 'regul']));
  it.each(['G77', 'G-77', 'g77'])('has one term for %s', (text) => expect(termsOf(text)).toContain('g77'));
  it.each(['SDG 4', 'SDG4', 'SDG-4', 'sdg4'])('has one term and its parts for %s', (text) =>
    expect(termsOf(text).toSorted()).toEqual(['4', 'sdg', 'sdg4']),
  );
  it.each(['WSIS+20', 'WSIS20', 'WSIS 20'])('has one term for %s', (text) => expect(termsOf(text)).toContain('wsis20'));
  it('takes no two words for one', () => check('Plan B 12 boats', 'plan b 12 boat'));
  it.each([
    ['gov\u00ADern\u00ADance', 'governance'],
    ['har\u200Bbour', 'harbour'],
    ['حـــكومة', 'حكومة'],
    ['٢٠٢٥', '2025'],
    ['۲۰۲۵', '2025'],
    ['أمن', 'امن'],
    ['على المدى', 'علي المدي'],
  ])('sees no difference that readers do not see: %s', (text, same) => expect(termsOf(text)).toEqual(termsOf(same)));
  it('keeps other words in brackets', () => check('the [river] office', 'river offic'));
  it('makes pairs of Chinese characters', () => check('数字治理', '数字 字治 治理'));
  it('keeps a single Chinese character', () => check('水', '水'));
  it('parts Chinese from Latin', () => check('AI治理', 'ai 治理'));
  it('is empty for nothing', () => check(' … — ', ''));
  it('tells WHO from who', () => check('who asked the WHO', 'ask who'));
  it('cannot tell it in capitals', () => check('WHO ASKED THE LAKE', 'ask lake'));
  it('brings Russian forms together', () => expect(termsOf('управления')).toEqual(termsOf('управлению')));
  it.each([
    'сбор сбора сбором',
    'план планов',
    'станция станций станциях',
    'система систем',
    'вода водой',
    'рыболовство рыболовстве',
    'محطة محطات المحطة',
    'المياه مياه بالمياه',
    'معاهدة المعاهدات ومعاهدات',
    'وزير الوزير',
    'التزام الالتزامات',
    'تلميذ تلميذا',
  ])('takes forms for one word: %s', (forms) => expect(new Set(termsOf(forms)).size).toBe(1));
  it('brings Arabic forms together', () => expect(termsOf('والحكومات')).toEqual(termsOf('حكومات')));
  it('folds Arabic vowel signs', () => expect(termsOf('حُكُومَة')).toEqual(termsOf('حكومة')));
});

describe('stop words', () => {
  for (const word of ['the', 'nous', 'para', 'что', 'في', '我们']) {
    it(`knows ${word}`, () => expect(isStopWord(fold(word))).toBe(true));
  }
  it('knows them as they come out of a text', () => expect(wordsOf('été').every(isStopWord)).toBe(true));
});

describe('countWords', () => {
  for (const [text, count] of [
    ['', 0],
    ['one two  three', 3],
    ['数字治理', 2],
    ['AI 治理', 2],
  ] as const) {
    it(`finds ${count} in “${text}”`, () => expect(countWords(text)).toBe(count));
  }
});
