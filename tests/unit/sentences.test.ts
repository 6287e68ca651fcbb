import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import type { Turn } from '../../src/session.ts';

function check(text: string, sentences: string[]) {
  it(`splits ${JSON.stringify(text).slice(0, 70)}`, () => {
    expect(split(text)).toEqual(sentences);
  });
}

/** Sentences are separated by ` | ` in `marked`; the text itself has a single blank there. */
function checkMarked(marked: string) {
  check(marked.replaceAll(' | ', ' ').replaceAll('||', ''), marked.split(/ \| |\|\|/));
}

describe('English', () => {
  checkMarked('Thank you. | The floor is yours.');
  checkMarked('Dr. Smith came. | He left.');
  checkMarked('Thank you, Mr. Okoro. | We met Mrs. Lind and Ms. Brandt. | Then Prof. Oye spoke.');
  checkMarked('This is U.S. policy. | It will not change.');
  checkMarked('The U.S. Congress met. | They voted.');
  checkMarked('We flew to the U.S. | We stayed a week.');
  checkMarked('He lives in the U.K. | But he votes in the E.U. Council.');
  checkMarked('We built 2.5 million stations. | It took 3.75 years.');
  checkMarked('See No. 5 on the list. | Then No. 12.');
  checkMarked('Did you agree? | No. | We did not.');
  checkMarked('No. | Five of us left.');
  checkMarked('Art. 3 says so, and Sec. IV too. | Fig. 2 shows it on p. 14.');
  checkMarked('Rivers, e.g. Ada Creek, rise fast. | That is, i.e. Monday, too late.');
  checkMarked('We meet at 3 p.m. | Please be there.');
  checkMarked('We meet at 3 p.m. Geneva time. | Bring a map.');
  checkMarked('It opens at 9 a.m. and closes at 5 p.m. | Thank you.');
  checkMarked('I read J. R. Tolkien. | You read C. S. Lewis.');
  checkMarked('George W. Hill wrote it.');
  checkMarked('So did I. | The others came later.');
  checkMarked('We use v2.0 now. | Version 3.1.4 comes in May.');
  checkMarked('Well... maybe. | And then... Maybe not.'.replace('... Maybe', '... | Maybe'));
  checkMarked('Well… maybe it is. | I thought… | Perhaps not.');
  checkMarked('He said "go." | Then he left.');
  checkMarked('She said: “We cannot wait.” | Nobody answered.');
  checkMarked('“Really?” he asked. | “Yes!” she said.');
  checkMarked('"Is it so?" she asked. | Yes.');
  checkMarked('What?! | No way. | Are you sure?? | Yes!!');
  checkMarked('(It rained.) | We left.');
  checkMarked('It rained (hard). | We left.');
  checkMarked('1. First we measure. | 2. Then we act.');
  checkMarked('Acme Inc. Europe paid. | Then Borea Ltd. | We did not.');
  checkMarked('She holds a Ph.D. | She works on rivers.');
  checkMarked('It was on Jan. 5 and Sept. 12. | All agreed.');
  checkMarked('Great! 👍 Let us go on. | Fine.'.replace('! 👍', '! | 👍'));
  checkMarked('Yeah , I think so . | So {pause} we go .');
  checkMarked('Visit example.org/a.html today. | It is free.');
  checkMarked('A St. Petersburg street. | It was Main St. | We walked.');
  checkMarked('Martin Hale Jr. | He spoke. | Rivers vs. Roads.');
  check('one\ntwo three.\nFour', ['one\ntwo three.', 'Four']);
  check('A heading\n\nand a paragraph. More.', ['A heading', 'and a paragraph.', 'More.']);
});

describe('French', () => {
  checkMarked('M. Dupont est venu. | Il a parlé à Mme. Roche.');
  checkMarked('« Bonjour à tous. » | Il part.');
  checkMarked('« Quoi ? » dit-il. | Personne ne répond.');
  checkMarked('Il a dit : « Nous devons agir. » | Puis il est parti !');
  checkMarked('Est-ce vrai ? | Oui, 2,5 millions d’euros, c.-à-d. beaucoup.');
  checkMarked('L’art. 3 est clair. | Merci.');
});

describe('Spanish', () => {
  checkMarked('¿Qué hacemos? | ¡Nada! | El Sr. Ortega no vino.');
  checkMarked('La Sra. Peña y el Dr. Ruiz llegaron. | Gracias.');
  checkMarked('Los EE. UU. Norte y sur. | Véase el núm. 5.');
  checkMarked('Dijo: «No podemos esperar.» | ¿Por qué?');
});

describe('Russian', () => {
  checkMarked('Это вода, т. е. Река. | Мы согласны.');
  checkMarked('Встреча прошла в г. Белогорске. | Спасибо.');
  checkMarked('В 2025 г. Организация приняла план. | Это важно.');
  checkMarked('Это было в 2025 г. | Мы согласны.');
  checkMarked('Институт им. Орлова открыт. | Его строил А. С. Громов.');
  checkMarked('Реки, озёра и т. д. | Далее мы увидим.');
  checkMarked('Он сказал: «Мы готовы». | Все молчали.');
});

describe('Arabic', () => {
  checkMarked('هل هذا صحيح؟ | نعم، هذا صحيح. | شكرا لكم!');
  checkMarked('یہ درست ہے۔ | ہم متفق ہیں۔');
});

describe('Chinese', () => {
  checkMarked('大家好。||今天我们讨论河流！||你同意吗？||同意。');
  checkMarked('他说：“我们必须行动。”||没有人回答。');
  checkMarked('“是吗？”||“是的。”');
  checkMarked('你好，世界！||“是吗？”');
});

describe('what has no end', () => {
  check('', []);
  check('  \n ', []);
  check('...', ['...']);
  check('no punctuation at all', ['no punctuation at all']);
  it('cuts a run-on of more than 1,000 characters at its last clause mark', () => {
    const sentences = split(`${'word '.repeat(150)}end, ${'more '.repeat(150)}`);
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toMatch(/end,$/);
  });
  it('cuts at a blank where there is no clause mark, and anywhere where there is no blank', () => {
    expect(split('water '.repeat(400)).map((sentence) => sentence.length)).toEqual([995, 995, 407]);
    expect(split('水'.repeat(2100)).map((sentence) => sentence.length)).toEqual([1000, 1000, 100]);
    expect(split(`a${'😀'.repeat(600)}`).join('')).toBe(`a${'😀'.repeat(600)}`);
    expect(split(`a${'😀'.repeat(600)}`)[0]).toMatch(/😀$/u);
  });
  it('keeps a run-on of 900 characters whole', () => {
    expect(split('and so on '.repeat(90))).toHaveLength(1);
  });
});

describe('times', () => {
  const turn: Turn = {
    speaker: null,
    text: 'One. Two goes on. Three.',
    times: [
      { offset: 5, seconds: 7 },
      { offset: 9, seconds: 8.5 },
      { offset: 18, seconds: 12 },
    ],
  };
  it('gives each sentence the last time at or before its start', () => {
    expect(splitIntoSentences(turn).map((sentence) => sentence.seconds)).toEqual([null, 7, 12]);
  });
});

describe('always', () => {
  const piece = constantFrom(
    'Dr.',
    'A.',
    ' ',
    '.',
    '…',
    '\n',
    '\n\n',
    '“',
    '”',
    '»',
    '«',
    '(',
    ')',
    '?',
    '!',
    '。',
    'word',
    'Word',
    '5',
    '水',
    '😀',
    '؟',
    'т.',
    ',',
    '\u200B',
  );
  it('covers every character but white space, in order and without overlap', () => {
    assert(
      property(
        oneof(
          string({ unit: 'grapheme' }),
          array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          let end = 0;
          for (const sentence of sentencesOf(text)) {
            expect(text.slice(end, sentence.start).trim()).toBe('');
            const slice = text.slice(sentence.start, sentence.end);
            expect(slice).toBe(slice.trim());
            expect(slice).not.toBe('');
            end = sentence.end;
          }
          expect(text.slice(end).trim()).toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });

  // A quadratic splitter would not finish within the test's time limit.
  it.each(['word ', 'a. 1 ', '. ', 'A. ', '“', '”) ', '…', ' ', '\n', 'No. 5 ', '… A', '(.'])(
    'is linear on a megabyte of %j',
    (unit) => {
      const text = unit.repeat(1_000_000 / unit.length);
      expect(sentencesOf(text).every(({ start, end }) => start < end)).toBe(true);
    },
  );
});

function sentencesOf(text: string) {
  return splitIntoSentences({ speaker: null, text, times: [] });
}

function split(text: string): string[] {
  return sentencesOf(text).map(({ start, end }) => text.slice(start, end));
}
