import { describe, expect, it } from 'vitest';
import { cleaned } from '../../src/answering/model/model-text.ts';

describe('what a model wrote', () => {
  it.each([
    ['**Ana Ruiz** says `so` [7]【3】.', 'Ana Ruiz says so.'],
    ['- Ana Ruiz doesn’t say', "Ana Ruiz doesn't say"],
    ["the crews' boats", 'the crews boats'],
    ['3\u200b12 \u202eseals\u0007', '312 seals'],
    ['<b>40 %</b> & $3 (net)', 'b40 %/b & $3 (net)'],
    ['他说：五十。', '他说：五十。'],
    ['می‌روم', 'می‌روم'],
  ])('%j', (text, expected) => expect(cleaned(text)).toBe(expected));
  it.each([
    '" "',
    '“ ”',
    '« »',
    '‹ ›',
    '„ “',
    '‘ ’',
    "' '",
    "'' ''",
    '「 」',
    '『 』',
    '《 》',
    '〈 〉',
    '‚ ‘',
    'ʺ ʺ',
    '״ ״',
    '″ ″',
    '` ´',
    '＂ ＂',
    '❝ ❞',
    '〝 〞',
  ])('without %s', (pair) => {
    const [open, close] = pair.split(' ');
    expect(cleaned(`says ${open}so it is${close}.`)).toBe('says so it is.');
  });
});

it('is cleaned in long texts as fast as in short ones', () => {
  for (const words of ['[1, ', ' ', "'", '【', '– ', '“a'])
    expect(cleaned(words.repeat(200_000 / words.length)).length).toBeLessThan(200_000);
});
