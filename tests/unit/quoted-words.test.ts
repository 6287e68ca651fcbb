import { describe, expect, it } from 'vitest';
import { quotedPassage, quotedWords } from '../../src/chat/quoted-words.ts';

function check(text: string, words: string | null, before = ''): void {
  expect(quotedPassage(text)).toEqual(words === null ? null : { words, before });
}

describe('the quoted passage of a message', () => {
  it('is the longest in quotation marks of any kind', () => {
    check(
      'He said “yes we can” and “no, we never will do it”.',
      'no, we never will do it',
      'He said “yes we can” and ',
    );
    check('Ruiz: "the river is high"', 'the river is high', 'Ruiz: ');
    check('Elle a dit « la rivière est haute ».', 'la rivière est haute', 'Elle a dit ');
    check('Er sagte: „der Fluss steigt schnell“', 'der Fluss steigt schnell', 'Er sagte: ');
    check('Er sagte: »der Fluss steigt schnell«', 'der Fluss steigt schnell', 'Er sagte: ');
    check('她说「河水涨得很快」', '河水涨得很快', '她说');
  });
  it('is not what stands between two of them', () =>
    check(
      '« Oui » a-t-elle dit hier soir au conseil, puis « la rivière est haute ».',
      'la rivière est haute',
      '« Oui » a-t-elle dit hier soir au conseil, puis ',
    ));
  it('is what lines quote, or what is quoted in them', () => {
    check('> the river is high\n> and rises\nIs that so?', 'the river is high\nand rises');
    check('> Ruiz said “the river is high today”\nHm.', 'the river is high today', 'Ruiz said ');
  });
  it('begins its sentence no earlier than the sentence does', () =>
    check('A long day. Ruiz said “the river is high”.', 'the river is high', 'Ruiz said '));
  it('is none where a term alone is quoted, or nothing', () => {
    check('What does “open data” mean?', null);
    check('The river is high', null);
  });
  it('is all there is, where all is quoted', () => check('“The river is high.”', 'The river is high.'));
});

it('the words of a message without a passage are all of it, without marks of quoting', () => {
  expect(quotedWords('> open data\n')).toBe('open data');
  expect(quotedWords('Calibrate it, “please”')).toBe('Calibrate it, “please”');
});
