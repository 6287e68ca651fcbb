/** Records in the encodings of other times and places, made with the tables of the field's own programs. */
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/records/formats/decode.ts';

const decoders = ['windows-1251', 'koi8-r', 'windows-1253', 'windows-1250', 'windows-1252'];

/** What the text is in an encoding of one byte a letter. */
function oneByte(text: string, encoding: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text.split('').map((letter) => table.get(letter)!));
}

/** What the text is in an encoding of one or two bytes a letter. */
function twoBytes(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let first = 0x81; first < 0xff; first += 1)
    for (let second = 0x40; second < 0xff; second += 1) {
      const letter = decoder.decode(Uint8Array.of(first, second));
      if (letter.length === 1 && !table.has(letter)) table.set(letter, [first, second]);
    }
  return Uint8Array.from(text.split('').flatMap((letter) => table.get(letter) ?? [letter.charCodeAt(0)]));
}

const russian = 'Анна Линд: Мы начинаем с лодок.\nРави Сен: Да, в гавани девяносто лодок.\n';
const texts: Record<string, string> = {
  'windows-1251': russian,
  'koi8-r': russian,
  'windows-1253': 'Άννα: Αρχίζουμε με τις βάρκες.\nΝίκος: Ναι, υπάρχουν ενενήντα βάρκες.\n',
  'windows-1250':
    'Zofia: Zaczynamy od łodzi i żagli, proszę państwa.\nPaweł: Tak, w porcie jest dziewięćdziesiąt łodzi.\n',
  'windows-1252': 'Jürgen: Wir müssen über die Größe der Boote sprechen.\nBärbel: Natürlich, das können wir.\n',
};

describe('a record that is not Unicode', () => {
  it.each(decoders)('is read as written in %s', (encoding) => {
    const { text, problems } = decode(oneByte(texts[encoding]!, encoding));
    expect(text).toBe(texts[encoding]);
    expect(problems[0]!.message.toLowerCase()).toContain(encoding);
  });

  it.each([
    ['gb18030', '安娜：我们从船开始。\n拉维：港口里有九十条船。\n'],
    ['shift_jis', 'アナ：船から始めます。\nラビ：港には九十隻の船があります。\n'],
    ['euc-kr', '안나: 배부터 시작합니다.\n라비: 항구에는 배가 아흔 척 있습니다.\n'],
    ['big5', '安娜：我們從船開始。\n拉維：港口裡有九十條船。\n安娜：所以我們需要九十張網。\n'],
  ])('is read as written in %s', (encoding, given) => {
    expect(decode(twoBytes(given, encoding)).text).toBe(given);
  });

  it('is read by its bytes, whatever its header says', () => {
    const page = (charset: string) => `<html><head><meta charset="${charset}"></head><body>${russian}</body></html>`;
    expect(decode(oneByte(page('iso-8859-1'), 'windows-1251')).text).toBe(page('iso-8859-1'));
    expect(decode(new TextEncoder().encode(page('windows-1251'))).text).toBe(page('windows-1251'));
  });

  it('has few accents in English, and stays English', () => {
    const english = 'Zoë: We begin with the “boats” – and with the harbour’s nets.\nBen: Yes.\n';
    expect(decode(oneByte(english, 'windows-1252')).text).toBe(english);
  });
});
