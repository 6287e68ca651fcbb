import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewVerification } from '../../src/chat/answer-view.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { longest, shortened, shortenedQuestion } from '../../src/words/long-input.ts';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

describe('a text', () => {
  function check(text: string, most: number, expected: string) {
    expect(shortened(text, most)).toEqual({ text: expected, isCut: expected !== text });
  }
  it('that is short enough stays', () => check('seals', 5, 'seals'));
  it('is cut at a word', () => check('three hundred seals', 16, 'three hundred'));
  it('is cut in a word that is long', () => check('a'.repeat(100), 10, 'a'.repeat(10)));
  it('is measured as it folds', () => check('\uFDFA'.repeat(10), 40, '\uFDFA'.repeat(2)));
  it('is never cut in a character', () => check('😀😀😀', 5, '😀😀'));
  it('is measured without its runs of blanks, where it is a question', () =>
    expect(shortenedQuestion(`How many ${' '.repeat(9000)} seals?`)).toEqual({
      text: 'How many seals?',
      isCut: false,
    }));
});

describe('what is longer than is read', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([recordOf(harbour)]);
  });
  afterAll(() => rapporteur.close());

  it('is told of a question, which is given back whole', async () => {
    const text = `How many seals were counted in the bay? ${'It matters to us all. '.repeat(400)}`;
    const answer = await rapporteur.ask({ text });
    expect(answer.question).toBe(text);
    expect(answer.notice).toMatch(/Only the first 4,000 characters of the question were read/u);
  });
  it('is told of a quotation, of which the beginning was looked for', async () => {
    const said = (await rapporteur.show('harbour-2025'))!.turns.map((turn) => turn.text).join(' ');
    const verification = await rapporteur.verify(said.repeat(Math.ceil(6000 / said.length)));
    expect(verification.quote.length).toBeLessThanOrEqual(longest.quotation);
    expect(verification.notice).toMatch(/first 5,000 characters of the quotation/u);
    expect(viewVerification(verification).verdict).toMatch(/^Only the first 5,000 .* These words|^Only the first/u);
  });
  it('is not told of what is short', async () => {
    expect(await rapporteur.ask({ text: 'How many seals were counted?' })).not.toHaveProperty('notice');
    expect(await rapporteur.verify('312 seals')).not.toHaveProperty('notice');
  });
  it('is no more work where each of its words is spelt in several ways: the day, again and again', async () => {
    const { status } = await rapporteur.ask({ text: '11 July 2025 '.repeat(40) });
    expect(status).not.toBe('answered');
  });
  it('is nobody’s name', async () => {
    const name = 'Ines Okafor '.repeat(10_000);
    const answer = await rapporteur.ask({ text: 'How many seals were counted?', speaker: name, session: name });
    expect(answer.quotes).toEqual([]);
    expect(answer.text.length).toBeLessThan(2000);
  });
});
