import { describe, expect, it } from 'vitest';
import { anchorOf, anchorsOf, findAnchor } from '../../src/words/anchor.ts';

const turns = [
  { text: 'Good morning to all of you. We agree. Thank you.' },
  { text: 'We counted 312 seals; half of them “new”. We agree. Dredging waits until the winter.' },
  { text: 'Café owners object. Thank you.' },
];

function placed(words: string, turn: number, among = turns) {
  const start = among[turn]!.text.indexOf(words);
  return { turn, start, end: start + words.length };
}
const anchored = (words: string, turn: number) => anchorOf(turns, placed(words, turn))!;

/** What stands now at the place that is found. */
function wordsAt(anchor: string, now: { text: string }[]): string {
  const found = findAnchor(anchor, now);
  if (!found || found.outcome === 'gone') return String(found?.outcome);
  const { from, to } = found.place;
  if (from.turn === to.turn) return `${from.turn}: ${now[from.turn]!.text.slice(from.offset, to.offset)}`;
  return `${from.turn}-${to.turn}: ${now[from.turn]!.text.slice(from.offset)}|${now[to.turn]!.text.slice(0, to.offset)}`;
}

describe('an anchor', () => {
  it('finds its words again', () =>
    expect(wordsAt(anchored('We counted 312 seals', 1), turns)).toBe('1: We counted 312 seals'));
  it('tells the same words in two places apart', () => {
    expect(wordsAt(anchored('We agree', 0), turns)).toBe('0: We agree');
    expect(wordsAt(anchored('We agree', 1), turns)).toBe('1: We agree');
    expect(wordsAt(anchored('Thank you', 2), turns)).toBe('2: Thank you');
  });
  it('finds them where a turn came in above', () =>
    expect(wordsAt(anchored('We agree', 1), [{ text: 'We agree, said nobody.' }, ...turns])).toBe('2: We agree'));
  it('tells the first words of a record from the same before them', () => {
    const now = [{ text: 'We agree. It is open.' }, { text: 'We agree. The ferry came late on Monday.' }];
    const anchor = anchorOf(now.slice(1), { turn: 0, start: 0, end: 9 })!;
    expect(wordsAt(anchor, now)).toBe('1: We agree');
  });
  it('does not take the same few words elsewhere for those that are gone', () =>
    expect(
      findAnchor(anchored('We agree', 1), [{ text: 'It rained on the roof. We agree. Nobody came by.' }]),
    ).toMatchObject({
      outcome: 'alike',
    }));
  it('finds them where the beginning was cut off', () =>
    expect(wordsAt(anchored('We agree', 1), turns.slice(1))).toBe('0: We agree'));
  it('finds them in other case, punctuation and line ends', () =>
    expect(
      wordsAt(anchored('We counted 312 seals; half of them “new”.', 1), [
        { text: 'we counted 312\nSEALS - half, of them new we agree' },
      ]),
    ).toBe('0: we counted 312\nSEALS - half, of them new'));
  it('finds them where accents are written otherwise', () => {
    expect(wordsAt(anchored('Café owners', 2), [{ text: 'Cafe\u0301 owners object.' }])).toBe('0: Cafe\u0301 owners');
    expect(wordsAt(anchored('Café owners', 2), [{ text: 'Cafe owners object.' }])).toBe('0: Cafe owners');
  });
  it.each(['ﷺ', 'ﷻ', 'ﬃ', '㍍', 'İ', 'ẞ', '𝐀𝟙'])(
    'finds them after and in signs that are several letters: %s',
    (sign) => {
      const many = [{ text: `${sign.repeat(40)}. ` }, { text: `Then the ferry came ${sign} late. It rained.` }];
      const anchor = anchorOf(many, placed(`the ferry came ${sign} late`, 1, many))!;
      expect(wordsAt(anchor, many)).toBe(`1: the ferry came ${sign} late`);
      expect(wordsAt(anchor, [{ text: 'A word before.' }, ...many])).toBe(`2: the ferry came ${sign} late`);
    },
  );
  it('finds them where turns are cut otherwise', () =>
    expect(
      wordsAt(anchored('half of them “new”. We agree.', 1), [
        { text: 'We counted 312 seals half of' },
        { text: 'them new. We agree.' },
      ]),
    ).toBe('0-1: half of|them new. We agree'));
  it('says that words have changed, and where they stood', () => {
    const now = [
      turns[0]!,
      { text: 'We counted 312 seals; half of them “new”. We disagree. Dredging waits until the winter.' },
    ];
    expect(findAnchor(anchored('We agree', 1), now)).toMatchObject({ outcome: 'changed' });
    expect(wordsAt(anchored('We agree', 1), now)).toBe('1: We disagree');
  });
  it('comes to an end where a record says the same without end', () => {
    const [before, after] = ['la '.repeat(120_000), 'ho '.repeat(120_000)];
    const anchor = anchorOf([{ text: `${before}We agree. ${after}` }], {
      turn: 0,
      start: before.length,
      end: before.length + 9,
    })!;
    const now = [{ text: before }, { text: 'It is another word that stands here now. '.repeat(9) }, { text: after }];
    expect(findAnchor(anchor, now)).toMatchObject({ outcome: 'changed' });
  });
  it('says that words are gone', () =>
    expect(findAnchor(anchored('We counted 312 seals', 1), [{ text: 'Another record altogether.' }])).toEqual({
      outcome: 'gone',
    }));
  it('does for scripts without blanks', () => {
    const chinese = [{ text: '主席：现在开会。我们不同意。谢谢。' }];
    const anchor = anchorOf(chinese, placed('我们不同意', 0, chinese))!;
    expect(wordsAt(anchor, [{ text: '现在开会，' }, { text: '我们 不同意！谢谢' }])).toBe('1: 我们 不同意');
  });
  it('is the same where a turn is read once for all its sentences', () => {
    const odd = [...turns, { text: '…' }, { text: 'ﬃ We agree. … Straße ﷺ. 👍 Yes.' }, { text: 'No.' }];
    for (const [turn, { text }] of odd.entries()) {
      const stretches = [...text.matchAll(/[^.]+\.?/gu)].map(({ 0: words, index }) => ({
        start: index,
        end: index + words.length,
      }));
      expect(anchorsOf(odd, turn, stretches)).toEqual(stretches.map((stretch) => anchorOf(odd, { turn, ...stretch })));
    }
  });
  it('is none where nothing can tell the words', () =>
    expect(anchorOf([{ text: '…' }], { turn: 0, start: 0, end: 1 })).toBeNull());
  it.each([
    '',
    'x',
    '1.2.3',
    '../../etc',
    '1.7.2de8yd7ggwmtg.3i59moh2x6exj.2skcbirp5c7gi.9',
    `1.7.${'z'.repeat(99)}.a.b`,
  ])('is not %j', (text) => expect(findAnchor(text, turns)).toBeNull());
  it('holds no word that can be read', () =>
    expect(anchored('Dredging waits until the winter', 1)).not.toMatch(/dredg|wait|winter/iu));
});

/** A record of sentences made by chance, of which many are alike. */
function record(seed: number) {
  let state = seed;
  const next = (most: number) => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8) % most;
  const words = 'harbour gauge river council seal winter ship budget vote light fog mud the a not and we they'.split(
    ' ',
  );
  const sentence = () => `${Array.from({ length: 2 + next(9) }, () => words[next(words.length)]).join(' ')}.`;
  return Array.from({ length: 40 }, () => ({ text: Array.from({ length: 1 + next(6) }, sentence).join(' ') }));
}

describe('a thousand permalinks', () => {
  const before = record(7);
  const sentences = before.flatMap(({ text }, turn) =>
    [...text.matchAll(/[^.]+\./gu)].map(({ 0: words, index }) => ({
      turn,
      start: index,
      end: index + words.length,
      words,
    })),
  );
  const links = Array.from({ length: 1000 }, (_, at) => sentences[at % sentences.length]!).map((each) => ({
    ...each,
    anchor: anchorOf(before, each)!,
  }));
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}]/gu, '');

  it.each<[string, { text: string }[], number]>([
    ['the record came in again', before, 0],
    ['a turn was put in above', [{ text: 'The council is open.' }, ...before], 1],
    ['the beginning was cut off', before.slice(3), -3],
    [
      'another recogniser set the points',
      before.map(({ text }) => ({ text: text.replaceAll('.', ',').toUpperCase() })),
      0,
    ],
  ])('open at their words after %s', (_, now, moved) => {
    const wrong = links.filter(({ anchor, words, turn }) => {
      const found = findAnchor(anchor, now);
      if (turn + moved < 0) return false;
      if (found?.outcome !== 'words') return true;
      const { from, to } = found.place;
      return from.turn !== turn + moved || plain(now[from.turn]!.text.slice(from.offset, to.offset)) !== plain(words);
    });
    expect(wrong).toEqual([]);
  });
});
