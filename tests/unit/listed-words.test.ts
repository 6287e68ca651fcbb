/** Lists of single words beside a whole text and a list of voices: no word is given to the wrong person. All of it is invented. */
import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../src/records/formats/recognise.ts';

const speakers = { R: 'Rosa Kilde', E: 'Emil Dorn' };

/** Words by who says them, a second each: `R the kiln E is cold`. */
function spoken(line: string) {
  let speaker: string | undefined;
  let at = 0;
  return line.split(' ').flatMap((word) => {
    const named = word === 'R' || word === 'E' ? speakers[word] : null;
    speaker = named ?? speaker;
    return named ? [] : [{ word, start: at, end: at++ + 0.5, ...(speaker && { speaker }) }];
  });
}

function read(record: object | string) {
  const text = typeof record === 'string' ? record : JSON.stringify(record);
  const { sessions, problems } = parseRecord({ name: 'kiln.json', text, address: null });
  const turns = sessions.flatMap((session) => session.turns.map((turn) => `${turn.speaker ?? '?'}: ${turn.text}`));
  return { turns, told: problems.map(({ message }) => message).join('\n') };
}

describe('marks of the whole text', () => {
  it.each([
    [
      'and capitals go to the words they stand at',
      'R the kiln is cold E since when',
      'The kiln is cold. “Since when?”',
      ['Rosa Kilde: The kiln is cold.', 'Emil Dorn: “Since when?”'],
    ],
    [
      'stay where blanks stand before them',
      'R la halle est vide E vraiment oui',
      'La halle est vide ! Vraiment ? Oui.',
      ['Rosa Kilde: La halle est vide !', 'Emil Dorn: Vraiment ? Oui.'],
    ],
    [
      'reach words without blanks between them',
      'R 窑 冷 了 吗 E 是 的',
      '窑冷了吗？是的。',
      ['Rosa Kilde: 窑 冷 了 吗？', 'Emil Dorn: 是 的。'],
    ],
    [
      'are found by letters as long or short as they are',
      'R İnci İnci fires the kiln E nobody else fires it',
      'İnci, İnci fires the kiln. Nobody else fires it.',
      ['Rosa Kilde: İnci, İnci fires the kiln.', 'Emil Dorn: Nobody else fires it.'],
    ],
    [
      'are not those of another text',
      'R the kiln is cold E since when',
      'Bricks are dear this year.',
      ['Rosa Kilde: the kiln is cold', 'Emil Dorn: since when'],
    ],
  ])('%s', (_, line, transcript, turns) => {
    expect(read({ transcript, words: spoken(line) }).turns).toEqual(turns);
  });

  it.each([
    ['behind the last word', 'R we fire the kiln', 'We fire the kiln. Not while I live, I shall never allow it.'],
    ['before the first word', 'R we fire the kiln', 'Not while I live. We fire the kiln.'],
    ['between two voices', 'R we fire the kiln E the clay is wet', 'We fire the kiln. Never, say I. The clay is wet.'],
    ['between words of one voice', 'R we fire the kiln', 'We shall never fire the kiln.'],
    [
      'in which a listed word begins',
      'R it is over E i agree with it',
      'It is over, idle Rosa, says Jo. I agree with it.',
    ],
  ])("words that are not listed are nobody's, %s", (_, line, text) => {
    const { turns, told } = read({ text, words: spoken(line) });
    const plain = (words: string) => words.toLowerCase().replaceAll(/[^a-z ]/g, '');
    const listed = spoken(line).map(({ word }) => word);
    expect(turns.map((turn) => plain(turn.split(': ')[1]!)).join(' ')).toBe(listed.join(' '));
    expect(told).toMatch(/Left out as nobody's speech: text under “text”/);
  });
});

describe('voices beside the words', () => {
  const words = spoken('we fire the kiln when the clay is dry enough');
  it.each([
    [
      'end where they are said to',
      [
        { speaker: 'Rosa Kilde', start: 0, end: 3 },
        { speaker: 'Emil Dorn', start: 5, end: 8 },
      ],
      ['Rosa Kilde: we fire the', '?: kiln when', 'Emil Dorn: the clay is', '?: dry enough'],
    ],
    [
      'go on after another that began in them',
      [
        { speaker: 'Rosa Kilde', start: 0, end: 9 },
        { speaker: 'Emil Dorn', start: 4, end: 6 },
      ],
      ['Rosa Kilde: we fire the kiln', 'Emil Dorn: when the', 'Rosa Kilde: clay is dry', '?: enough'],
    ],
    [
      'that began at once are nobody for sure',
      [
        { speaker: 'Rosa Kilde', start: 0, end: 10 },
        { speaker: 'Emil Dorn', start: 0, end: 4 },
      ],
      ['?: we fire the kiln', 'Rosa Kilde: when the clay is dry enough'],
    ],
    [
      'without an end last until the next',
      [
        { speaker: 'Rosa Kilde', start: 1 },
        { speaker: 'Emil Dorn', start: 4 },
      ],
      ['?: we', 'Rosa Kilde: fire the kiln', 'Emil Dorn: when the clay is dry enough'],
    ],
  ])('%s', (_, segments, turns) => {
    expect(read({ words, segments }).turns).toEqual(turns);
    expect(read({ words, diarization: { segments } }).turns).toEqual(turns);
  });
});

it('tells of numbers that are none, where the rest is in no known layout', () => {
  expect(read('{"kilns": [{"heat": NaN}]}').told).toMatch(/NaN or Infinity in it, which JSON does not have/);
});
