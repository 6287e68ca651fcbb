import { describe, expect, it } from 'vitest';
import { splitIntoChunks } from '../../src/words/chunks.ts';
import { acronymsIn } from '../../src/words/acronyms.ts';
import { otherWords } from '../../src/retrieval/other-words.ts';
import { rankable } from '../../src/retrieval/rank.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { sessionWith } from '../fixtures/session.ts';

function sessionOf(...said: string[]) {
  const session = sessionWith(said.map((text) => ({ speaker: null, text })));
  const sentences = session.turns.map(splitIntoSentences);
  return rankable(session, sentences, splitIntoChunks(session, sentences));
}

describe('acronyms of names in a text', () => {
  it.each([
    ['The River Basin Accord was signed.', ['rba']],
    ['In the Accord on Basin Waters', ['abw', 'aobw']],
    ['the River-Basin Accord', ['rba']],
    ['Совет Речных Портов', ['срп']],
  ])('%j has %j', (text, acronyms) => expect(acronymsIn(text)).toEqual(expect.arrayContaining(acronyms)));
  it.each(['', 'Ada Birch spoke.', 'We saw the river basin accord.', 'The RBA', 'Thank you. I see. We go.'])(
    '%j has none',
    (text) => expect(acronymsIn(text)).toEqual([]),
  );
  it('come as often as the name', () =>
    expect(acronymsIn('The River Basin Accord. A River Basin Accord?').filter((each) => each === 'rba')).toHaveLength(
      2,
    ));
  it('are found in a text of capitals without end', () => {
    expect(acronymsIn('Aa '.repeat(20_000)).length).toBeGreaterThan(0);
    expect(acronymsIn("A'".repeat(50_000))).toEqual([]);
  });
});

describe('other words for those of a query', () => {
  const both = sessionOf('The river basin accord, or RBA, was signed at dusk.');
  const others = (query: string, sessions = [both], known = ['rba']) =>
    Object.fromEntries(otherWords(query, (term) => known.includes(term), sessions));
  it('are the name for an acronym', () => expect(others('What of the RBA?')).toEqual({ rba: ['river basin accord'] }));
  it('are the acronym for a name', () =>
    expect(others('the River Basin Accord', [])).toEqual({ river: ['rba'], basin: ['rba'], accord: ['rba'] }));
  it('are the acronym for a name written small', () =>
    expect(others('what of the river basin accord?')).toEqual({ river: ['rba'], basin: ['rba'], accord: ['rba'] }));
  it('need a session that has both', () => {
    expect(
      others('what of the river basin accord?', [sessionOf('The river basin accord.'), sessionOf('The RBA.')]),
    ).toEqual({});
    expect(others('What of the RBA?', [sessionOf('The river basin accord.'), sessionOf('The RBA.')])).toEqual({});
  });
  it('need both in one passage', () =>
    expect(others('What of the RBA?', [sessionOf('The RBA.', 'talk '.repeat(200), 'The river basin accord.')])).toEqual(
      {},
    ));
  it('are none that nobody used', () => expect(others('the River Basin Accord', [], [])).toEqual({}));
  it('are none for other words', () => expect(others('Which basin is it?')).toEqual({}));
  it('are looked for in the first words only', () => expect(others(`${'talk '.repeat(100)} RBA`)).toEqual({}));
});
