/** Whether somebody said so, in marks of any kind or in none, and who agrees with whom, of an invented session. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const forum = {
  id: 'invented-forum',
  title: 'Invented forum on port water',
  date: '2031-03-04',
  speakers: [
    { name: 'Owen Price', role: 'Envoy' },
    { name: 'Amelia Green', role: 'Doctor' },
    { name: 'Jonas Lind', role: 'Pilot' },
    { name: 'Rosa Varga', role: 'Chemist' },
  ],
  turns: [
    {
      speaker: 'Amelia Green',
      text: 'Clean water in ports saves four thousand lives a year. We did the study in Sel.',
    },
    {
      speaker: 'Owen Price',
      text: 'It is the only club that everybody wants to join. The directive will be out in June.',
    },
    {
      speaker: 'Rosa Varga',
      text: 'Seven of the nine ports were below the standard. I agree with Ms. Green on clean water.',
    },
    { speaker: 'Jonas Lind', text: 'We prefer voluntary rules. I do not agree with Mr. Price on the directive.' },
  ],
};
/** In a later one the same people speak of something else. */
const later = {
  id: 'invented-sequel',
  title: 'Invented sequel on lamps',
  date: '2031-04-04',
  turns: [{ speaker: 'Amelia Green', text: 'The lamps of the pier burn all night.' }],
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(forum, later)]);
});
afterAll(() => rapporteur.close());

const ask = (text: string) => rapporteur.ask({ text });
const sameWords = /^Yes, word for word: Owen Price \[1\]/u;

describe('words that somebody is asked to have said', () => {
  it.each([
    'Did Price really say "the only club that everybody wants to join"?',
    "Did Price really say 'the only club that everybody wants to join'?",
    'Is it true that Price said “the only club that everybody wants to join”?',
    'Can you confirm that Price said «the only club that everybody wants to join»?',
    'Did Price really say it is the only club that everybody wants to join?',
    'Did Price say that it is the only club that everybody wants to join?',
    'Is it true that Price said it is the only club that everybody wants to join?',
    'Can you confirm Price said it is the only club that everybody wants to join?',
    'Price said it is the only club that everybody wants to join, right?',
    'Are these Price’s exact words: the only club that everybody wants to join?',
    'Did Price literally say: It is the only club that everybody wants to join',
    'Est-il vrai que Price a dit que it is the only club that everybody wants to join ?',
    '¿Es cierto que Price dijo que it is the only club that everybody wants to join?',
  ])('%s: word for word', async (question) => expect((await ask(question)).text).toMatch(sameWords));
  it.each([
    ['Did Varga really say that six of the nine ports were below the standard?', '“Seven”', '“six”'],
    ['Is it correct that Varga said seven of the nine ports were above the standard?', '“below”', '“above”'],
    ['Is this quote accurate: “Seven of the ten ports were below the standard” (Varga)?', '“nine”', '“ten”'],
  ])('%s: not in these words', async (question, said, quoted) => {
    const { text, verification } = await ask(question);
    expect(text).toMatch(/^Not in these words; Rosa Varga \[1\] said something like it\./u);
    expect(text).toContain(`Said: ${said}. Quoted: ${quoted}.`);
    expect(verification?.verdict).toBe('altered');
  });
  it('what is only meant is read as a question', async () => {
    const answer = await ask('Did Lind say that rules should be voluntary?');
    expect(answer.verification).toBeUndefined();
    expect(answer.quotes[0]!.text).toContain('We prefer voluntary rules.');
  });
  it('no words are anybody’s because another said them', async () =>
    expect((await ask('Did Lind say that the only club that everybody wants to join is this one?')).text).not.toMatch(
      /word for word/u,
    ));
});

describe('agreement', () => {
  it.each([
    ['Who said they agree with Ms. Green’s point on clean water?', /^Rosa Varga \[1\] agrees/u],
    ['Who agrees with Green on clean water?', /^Rosa Varga \[1\] agrees/u],
    ['Does Jonas Lind agree with Price?', /^Against it, by their own words: Jonas Lind \[1\]/u],
    ['Who said that they do not agree with Mr. Price?', /^Against it, by their own words: Jonas Lind \[1\]/u],
    ['Who does not agree with Price on the directive?', /^Against it, by their own words: Jonas Lind \[1\]/u],
  ])('%s', async (question, told) => expect((await ask(question)).text).toMatch(told));
  it('of somebody who says nothing of it is not told', async () =>
    expect((await ask('Does Amelia Green agree with Price?')).status).not.toBe('answered'));
});

it('with whom something was done is no question of a role', async () =>
  expect((await ask('Who did Amelia Green work with on the study?')).text).not.toContain('Doctor'));
