import widthOf from 'string-width';
import { describe, expect, it } from 'vitest';
import { cutMiddle, cutTo, safe, wrap } from '../../adapters/terminal/columns.ts';

const look = (columns: number) => ({ columns, colours: false });
const widest = (text: string) => Math.max(...text.split('\n').map((line) => widthOf(line)));

describe('wrapping', () => {
  it('breaks at blanks, with another beginning for the first line', () =>
    expect(wrap('The tide comes in at noon.', look(16), '    ', '[1] ')).toBe(
      '[1] The tide\n    comes in at\n    noon.',
    ));
  it('keeps a long address whole, so that it can be copied', () =>
    expect(wrap('see https://records.example/a/very/long/one now', look(12))).toBe(
      'see\nhttps://records.example/a/very/long/one\nnow',
    ));
  it('keeps lines that are parted, and their indent', () =>
    expect(wrap('one two\n  three four', look(9))).toBe('one two\n  three\n  four'));
  it('goes on with an item of a list under its first word', () =>
    expect(wrap('Two:\n- one two three\n- four', look(10), ' ', '')).toBe('Two:\n - one two\n   three\n - four'));
  it('counts a wide character as two columns', () => {
    const said = '我们在港口修建了一座新的灯塔，它每天晚上都会亮起来。渔民们很高兴。';
    const lines = wrap(`“${said}”`, look(20), '    ', '[1] ');
    expect(widest(lines)).toBeLessThanOrEqual(20);
    expect(lines.replaceAll(/\n {4}|^\[1\] /g, '')).toBe(`“${said}”`);
    expect(lines).not.toMatch(/^\s*[，。”]/mu);
  });
  it('breaks Thai and Japanese between words', () => {
    for (const said of ['แม่น้ำไหลผ่านหมู่บ้านของเราทุกวันและเด็กๆ ว่ายน้ำ', 'この川は毎年春になると村の畑まで水があふれます。']) {
      const lines = wrap(said, look(18));
      expect(widest(lines)).toBeLessThanOrEqual(18);
      expect(lines.replaceAll('\n', '').replaceAll(' ', '')).toBe(said.replaceAll(' ', ''));
    }
  });
  it('keeps the columns of lines from right to left, with their marks', () => {
    const said = 'كانت المَحَطَّةُ تُكَلِّفُ تسعمئة دولار في السنة، ولا أحد يدفع ثمن الليل.';
    const lines = wrap(said, look(24), '  ');
    expect(widest(lines)).toBeLessThanOrEqual(24);
    // The marks above and below the letters take no column: a line holds more characters than columns.
    expect(lines.split('\n').some((line) => line.length > 24)).toBe(true);
    expect(lines.replaceAll(/\n? {2}/g, ' ').trim()).toBe(said);
  });
  it('changes no character of what was said', () => {
    const decomposed = 'Tomás\u0301 e\u0301tait la\u0300';
    expect(wrap(decomposed, look(80))).toBe(decomposed);
  });
  it('takes no long time over a long text', () =>
    expect(widest(wrap('word '.repeat(50_000), look(80)))).toBeLessThanOrEqual(80));
});

describe('what may not be in it', () => {
  it('cannot move the cursor, colour or turn the text around', () =>
    expect(safe('a\u001b[31mred\u001b[0m\u0007 \u202eback\u2066')).toBe('ared back'));
});

describe('one line', () => {
  it('is left alone where it fits', () => expect(cutTo('Ana Ruiz, Chair', 20)).toBe('Ana Ruiz, Chair'));
  it('ends after a part, or after a word', () => {
    expect(cutTo('Ana Ruiz, Chair of the Commission, Delegate of the Delta', 40)).toBe(
      'Ana Ruiz, Chair of the Commission …',
    );
    expect(cutTo('Ana Ruiz, Chair of the Commission on Rivers', 30)).toBe('Ana Ruiz, Chair of the …');
  });
  it('is never wider than its columns', () => {
    for (const columns of [12, 20, 33])
      for (const cut of [cutTo, cutMiddle])
        expect(
          widthOf(cut('关于河流的开放数据：谁测量，谁分享，谁付钱 and who pays for it', columns)),
        ).toBeLessThanOrEqual(columns);
  });
  it('keeps both ends of a title', () =>
    expect(cutMiddle('Plenary of the Water Forum of the Delta on Dikes', 30)).toBe('Plenary of the … on Dikes'));
});
