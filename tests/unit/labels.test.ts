import { describe, expect, it } from 'vitest';
import { looksLikeName, readLabel, trustedLabels } from '../../src/records/formats/labels.ts';
import { namesNobody } from '../../src/records/formats/turns.ts';

describe('readLabel', () => {
  it.each([
    ['Ana Lind: hello', { label: 'Ana Lind', rest: 'hello', seconds: null }],
    ['Ana Lind [1:02]: hello: you', { label: 'Ana Lind', rest: 'hello: you', seconds: 62 }],
    ['Ana Lind (0:00:05):', { label: 'Ana Lind', rest: '', seconds: 5 }],
    ['主席：大家好', { label: '主席', rest: '大家好', seconds: null }],
    ['no colon here', null],
    ['see https://example.org', null],
    ['at 10:30 we begin', null],
    ['We thank everyone. And then: nothing', null],
    ['Dr. J. Roe: hello', { label: 'Dr. J. Roe', rest: 'hello', seconds: null }],
    ['Slides: https://example.org/a', null],
    [`${'long '.repeat(30)}: text`, null],
    [': text', null],
  ])('%j', (line, expected) => {
    expect(readLabel(line)).toEqual(expected);
  });
});

describe('looksLikeName', () => {
  it.each([
    'Ana',
    'Ana Lind',
    'ANA LIND',
    'Dr. Ana M. Lind',
    'Juan de la Cruz',
    'Ludwig van Beeck',
    'The Chair',
    'Representative of Freedonia',
    'Ana Lind (Org)',
    'Ana | lower org',
    'Ибрагим Орлов',
    '主席',
    'د. سلمى',
    'Jean‑Luc Roy',
    'Lind, Ana',
    'MODERATOR',
  ])('%j does', (label) => {
    expect(looksLikeName(label)).toBe(true);
  });
  it.each([
    'Note',
    'Question 2',
    'note',
    'one thing is sure',
    'So the point',
    'Step 3',
    'And then',
    'Action items',
    'Minister of',
    '注意',
  ])('%j does not', (label) => {
    expect(looksLikeName(label)).toBe(false);
  });
});

describe('trustedLabels', () => {
  function check(what: string, labels: string[], lines: number, expected: string[]) {
    it(`labels: ${what}`, () => {
      expect([...trustedLabels(labels, lines)]).toEqual(expected);
    });
  }
  check('trusts names that recur', ['Ana Lind', 'Bo Rask', 'Ana Lind', 'Bo Rask'], 40, ['Ana Lind', 'Bo Rask']);
  check('trusts a full name once seen beside others', ['Ana Lind', 'Bo Rask', 'Ana Lind'], 40, ['Ana Lind', 'Bo Rask']);
  check('trusts handles where nearly every line is labelled', ['nixo', 'ana_l', 'nixo'], 3, ['nixo', 'ana_l']);
  check('never trusts words of speech', ['Note', 'Note', 'Note', 'Ana', 'Ana', 'So the point', 'So the point'], 8, [
    'Ana',
  ]);
  check('does not trust a word said with a colon twice in a long talk', ['Python', 'Python'], 500, []);
  check('does not trust one label in a long talk', ['Ana Lind'], 500, []);
  check('reads a Q among names as a voice', ['DR. LIND', 'DR. LIND', 'Q'], 10, ['Q', 'DR. LIND']);
  check('reads Q and A as voices where all is Q and A', ['Q', 'A', 'Q', 'A'], 4, ['Q', 'A']);
});

describe('namesNobody', () => {
  it.each([
    'Speaker 1',
    'SPEAKER_01',
    'Speaker B',
    'speaker_b',
    'Unknown Speaker',
    'Someone',
    'Q',
    'Q1',
    'A',
    'Answer 2',
  ])('%j does', (label) => expect(namesNobody(label)).toBe(true));
  it.each(['AL', 'Al', 'At', 'QB', 'Ana', 'Speakers', 'The Speaker', 'Anna Q'])('%j does not', (label) =>
    expect(namesNobody(label)).toBe(false),
  );
});
