import { expect, it } from 'vitest';
import { onlyAsAnotherWord } from '../../src/words/same-stem.ts';
import { termsOf } from '../../src/words/terms.ts';

const formIn = (word: string) => termsOf(word)[0]!;

it.each<[string, string, string, boolean]>([
  ['Which universities took part?', 'universities', 'A universal tariff was set.', true],
  ['Which universities took part?', 'universities', 'The university of Varn and a universal tariff.', false],
  ['Who organized the fair?', 'organized', 'Two organizations spoke.', true],
  ['Who organized the fair?', 'organized', 'We thank the guild for organizing it.', false],
  ['What is important?', 'important', 'They import salt.', true],
  ['Who plays the organ?', 'organ', 'Two organizations spoke.', false],
  ['What is the human cost?', 'human', 'All humanity loves the sea.', true],
  ['What is the human cost?', 'human', 'Humans pay for it.', false],
  ['Who mentioned ventilators?', 'ventilators', 'A ventilation shaft is being dug.', true],
  ['Who mentioned ventilators?', 'ventilators', 'The ventilation is a ventilator of ours.', false],
  ['What do regulators want?', 'regulators', 'Regulation is slow.', true],
  ['What was said about regulation?', 'regulation', 'The regulators are slow.', false],
  ['Who spoke of power?', 'power', 'A powerful engine.', true],
  ['Who spoke of power?', 'power', 'The power of the engine.', false],
  ['Who wants openness?', 'openness', 'It was eye-opening.', true],
  ['Who wants openness?', 'openness', 'An open sea.', false],
  ['Who paid?', 'paid', 'They paid.', false],
])('%s (%s) %s: %s', (asked, word, text, expected) => {
  expect(onlyAsAnotherWord(formIn(word), asked, formIn(word), text)).toBe(expected);
});
