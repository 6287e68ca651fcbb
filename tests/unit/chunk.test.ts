import { array, assert, integer, lorem, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitIntoChunks } from '../../src/words/chunks.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { sessionWith } from '../fixtures/session.ts';

function chunksOf(turns: string[], size: number) {
  const session = sessionWith(turns.map((text) => ({ speaker: 'Ada', text })));
  const sentences = session.turns.map(splitIntoSentences);
  return { sentences, chunks: splitIntoChunks(session, sentences, size) };
}

function check(turns: string[], size: number, expected: string[]) {
  expect(chunksOf(turns, size).chunks.map(({ text }) => text)).toEqual(expected);
}

describe('splitIntoChunks', () => {
  it('takes short turns together', () => check(['Yes.', 'No.', 'Why not?'], 10, ['Yes.\nNo.\nWhy not?']));
  it('cuts a long turn between sentences', () =>
    check(['One two three. Four five six. Seven eight nine.'], 3, [
      'One two three.',
      'Four five six.',
      'Seven eight nine.',
    ]));
  it('rather cuts early between turns', () =>
    check(['One two three four.', 'Five six seven eight.'], 5, ['One two three four.', 'Five six seven eight.']));
  it('keeps a long sentence whole', () =>
    check(['One two three four five six seven.'], 2, ['One two three four five six seven.']));
  it('gives none for turns without words', () => check(['', '  '], 5, []));

  it('has every sentence exactly once, in order', () => {
    assert(
      property(
        array(lorem({ mode: 'sentences', maxCount: 6 }), { maxLength: 12 }),
        integer({ min: 1, max: 60 }),
        (turns, size) => {
          const { chunks, sentences } = chunksOf(turns, size);
          const inChunks = chunks.flatMap(({ firstTurn, firstSentence, lastTurn, lastSentence }) =>
            sentences
              .flatMap((of, turn) => of.map((_, sentence) => [turn, sentence] as const))
              .filter(
                ([turn, sentence]) =>
                  (turn > firstTurn || (turn === firstTurn && sentence >= firstSentence)) &&
                  (turn < lastTurn || (turn === lastTurn && sentence <= lastSentence)),
              ),
          );
          expect(inChunks).toEqual(sentences.flatMap((of, turn) => of.map((_, sentence) => [turn, sentence])));
        },
      ),
    );
  });
});
