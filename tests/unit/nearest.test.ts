import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overlaps, passageAround } from '../../src/answering/nearest.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { expectNearest } from '../fixtures/nearest.ts';
import { readingOf } from '../fixtures/talks.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const pier = {
  id: 'pier-2025',
  title: 'Pier evening',
  turns: [
    { speaker: 'Zora Lindt', text: 'The physician did not heal the child.' },
    { speaker: 'Jon Abara', text: 'We walked along the pier and bought bread.' },
    { speaker: 'Zora Lindt', text: 'The merchants sold their vessels to pay the debt.' },
    { speaker: 'Jon Abara', text: 'Nobody wanted to buy a boat that winter, since the water was frozen.' },
  ],
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(harbour, orchard, pier)]);
});
afterAll(() => rapporteur.close());

describe('what comes nearest', () => {
  it.each([
    'Did the doctor cure the boy?',
    'Was the kid healed by the doctor?',
    'Why did traders get rid of their ships?',
    'What is the capital of Peru?',
    'Who won the World Cup?',
  ])('is shown as such and never as an answer, by meaning alone: %s', async (question) => {
    const answer = await rapporteur.ask({ text: question });
    expect(answer.status).toBe('nearest');
    expectNearest(answer);
  });
  it('has the sentence that means it, and says that meaning found it', async () => {
    const { related } = await rapporteur.ask({ text: 'Did the doctor cure the boy?' });
    expect(related).toContainEqual(
      expect.objectContaining({ text: 'The physician did not heal the child.', speaker: 'Zora Lindt', by: 'meaning' }),
    );
  });
  it('is in the words of whom it is asked of alone', async () => {
    const answer = await rapporteur.ask({ text: 'What did Jon Abara say about volcanoes?' });
    expectNearest(answer);
    expect(new Set(answer.related.map(({ speaker }) => speaker))).toEqual(new Set(['Jon Abara']));
    expect(answer.text).toContain('in the words of Jon Abara');
  });
  it('is in the sessions that may be seen alone', async () => {
    const scope = { sessions: ['orchard-2025'] };
    const answer = await rapporteur.ask({ text: 'Did the doctor cure the boy?', scope });
    expectNearest(answer);
    expect(new Set(answer.related.map(({ session }) => session.id))).toEqual(new Set(['orchard-2025']));
  });
  it('is nothing where nobody of that name is known', async () =>
    expect(await rapporteur.ask({ text: 'What did Olga Petrova say about seals?' })).toMatchObject({
      status: 'not_found',
      quotes: [],
    }));
  it('is nothing in a library of nothing', async () => {
    const empty = await rapporteurIn(temporaryFolder());
    expect(await empty.ask({ text: 'Did the doctor cure the boy?' })).toMatchObject({
      status: 'not_found',
      related: [],
    });
    await empty.close();
  });
});

describe('a passage', () => {
  const sentence = 'The keepers of the northern lights wrote down every ship that came in during the long night. ';
  it('is what is read at a glance around a sentence, of one turn', () => {
    const reading = readingOf(['Ana: One thing first.', `Ben: ${sentence.repeat(9).trim()}`, 'Ana: One thing last.']);
    const { first, last } = passageAround(reading, 5);
    const of = reading.sentences.slice(first, last + 1);
    expect(of.every(({ turn }) => turn === 1)).toBe(true);
    expect(of.at(-1)!.end - of[0]!.start).toBeLessThanOrEqual(420);
    expect([first <= 5, last >= 5, of.length]).toEqual([true, true, 4]);
  });
  const session = { id: 'talk', title: 'Talk', date: null };
  it.each([
    [{ turn: 1, start: 0, end: 10 }, true],
    [{ turn: 1, start: 9, end: 12 }, true],
    [{ turn: 1, start: 10, end: 12 }, false],
    [{ turn: 2, start: 0, end: 10 }, false],
  ])('overlaps another at %j: %s', (place, expected) =>
    expect(overlaps({ session, turn: 1, start: 2, end: 10 }, { session, ...place })).toBe(expected),
  );
});
