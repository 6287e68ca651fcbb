import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutOf, isCutOf, wholeOf } from '../../src/answering/model/cut.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { harbour, orchard } from '../fixtures/harbour.ts';

/** What is printed of a sentence when a model keeps these words of it; null where nothing is. */
function check(sentence: string, keep: string, printed: string | null): void {
  expect(cutOf(sentence, keep, 'en')).toBe(printed);
}

describe('words of a sentence', () => {
  const both = 'We counted 312 seals in the bay, and we saw two wrecks.';
  it('are printed with their clause', () => check(both, 'counted 312 seals', 'We counted 312 seals in the bay.'));
  it('are printed as the sentence has them', () =>
    check(both, 'WE COUNT three hundred and twelve seals', 'We counted 312 seals in the bay.'));
  it('of a later clause', () => check(both, 'saw two wrecks', 'we saw two wrecks.'));
  it('of both clauses', () => check(both, '312 seals and two wrecks', both));
  it('that the sentence does not have', () => check(both, 'counted 312 sea lions', null));
  it('in another order', () => check(both, 'seals counted 312', null));
  it('with another figure', () => check(both, 'counted 313 seals', null));
  it('that are none', () => check(both, '… “”', null));
  it('in the third person', () => check(both, 'they saw two wrecks', 'we saw two wrecks.'));
  it('with contractions written out', () =>
    check('The eelgrass doesn’t come back.', 'eelgrass does not come back', 'The eelgrass doesn’t come back.'));
  it('by another name of a country', () =>
    check('The UK pays for it.', 'the United Kingdom pays', 'The UK pays for it.'));
  it('by an acronym', () =>
    check('The World Ferry Union pays for it.', 'the WFU pays', 'The World Ferry Union pays for it.'));
  it('that stand nearest each other', () =>
    check('They closed the port, and we closed the school.', 'closed the school', 'we closed the school.'));
  it('of another language are printed with all of their sentence', () => {
    const french = 'Nous paierons la lampe, et ils paieront le phare.';
    expect(cutOf(french, 'nous paierons la lampe', 'fr')).toBe(french);
  });
});

describe('fillers go', () => {
  it.each([
    ['And of course, the fund is small.', 'the fund is small.'],
    ['So , uh , the fund is , you know , too small .', 'the fund is too small.'],
    ['Well, we paid for it in the in the spring.', 'we paid for it in the spring.'],
    ['We have boats, you know, and we have nets.', 'We have boats and we have nets.'],
    ['For example, the port pays.', 'the port pays.'],
    ['It {pause} it costs [inaudible] 40 crowns.', 'it costs 40 crowns.'],
    ["It is n't the fund 's .", "It isn't the fund's."],
  ])('%s', (sentence, printed) => expect(wholeOf(sentence, 'en')).toBe(printed));
  it.each([
    'It is red, I mean, blue.',
    'The rich, for example, Norway, pay.',
    'So many ships came.',
    'But for the ice we sail.',
    'It took it, it broke.',
    'You know the harbour.',
    'Now the ferry runs.',
    'They had had enough that that ended.',
  ])('not from: %s', (sentence) => expect(wholeOf(sentence, 'en')).toBe(sentence));
});

/** Each with words of it that, alone, would say something else; all of the sentence is printed then. */
const turned: [string, string, string][] = [
  ['negation', 'The eelgrass does not come back.', 'the eelgrass does come back'],
  ['negation by verb', 'They failed to repair the pier.', 'they repair the pier'],
  ['negation before a clause', 'It is not true that the pier is safe.', 'the pier is safe'],
  ['negation of two clauses', 'Neither the port pays, nor do we pay.', 'we pay'],
  ['doubt', 'The pier may fall in the winter.', 'the pier fall in the winter'],
  ['doubt by adverb', 'Perhaps the pier is safe.', 'the pier is safe'],
  ['doubt before a clause', 'I doubt that the pier is safe.', 'the pier is safe'],
  ['opinion', 'I think the pier is safe.', 'the pier is safe'],
  ['hope', 'We hope to build the pier.', 'we build the pier'],
  ['duty', 'The port should pay for the pier.', 'the port pay for the pier'],
  ['condition', 'If the port pays, we build the pier.', 'we build the pier'],
  ['condition at the end', 'We build the pier, if the port pays.', 'we build the pier'],
  ['condition without if', 'We build the pier as long as the port pays.', 'we build the pier'],
  ['condition after two clauses', 'We build the pier, and they mend it, provided the port pays.', 'we build the pier'],
  ['inverted condition', 'Had they paid, we would build, and they would sail.', 'they would sail'],
  ['exception', 'All boats are safe, except the old ones.', 'all boats are safe'],
  ['exception in a clause', 'We pay for all of it, and we make one exception.', 'we pay for all of it'],
  ['contrast', 'The pier is safe, but it was built without a permit.', 'the pier is safe'],
  ['quantity', 'Some of the boats are unsafe.', 'the boats are unsafe'],
  ['approximation', 'Almost half of the boats came.', 'half of the boats came'],
  ['comparison', 'More than 40 boats came.', '40 boats came'],
  ['compared', 'The pier costs more than the ferry.', 'the pier costs more'],
  ['only', 'Only the port pays.', 'the port pays'],
  ['only in a clause', 'We pay for the pier, and we pay only once.', 'we pay for the pier'],
  ['tense', 'They will build the pier.', 'they build the pier'],
  ['once', 'The port used to pay for the pier.', 'the port pay for the pier'],
  ['end of it', 'We paid for the pier, and we stopped in May.', 'we paid for the pier'],
  ['reason', 'We close the port because the ice is thin.', 'we close the port'],
  ['purpose', 'We moved the work so that the seals are not disturbed.', 'we moved the work'],
  [
    'neighbours of a figure',
    'The pier cost 3 million crowns and the ferry 9 million crowns.',
    'the pier cost 9 million crowns',
  ],
  ['figure of another year', 'In 2004 we had 40 boats, in 2010 we had 12.', 'in 2004 we had 12'],
  ['reported speech', 'The minister says the pier is safe.', 'the pier is safe'],
  ['reported speech at the end', 'The pier is safe, the minister says.', 'the pier is safe'],
  ['reported speech of two clauses', 'He said the pier fell, and they fled.', 'they fled'],
  ['according to', 'According to the port, the pier is safe.', 'the pier is safe'],
  ['quotation', 'He told us “the pier is safe, and we pay for it”.', 'we pay for it'],
  ['subject and object', 'The port sued the owner of the ferry.', 'the owner of the ferry'],
  ['verb', 'We stopped paying the crews.', 'we paying the crews'],
  ['place', 'In winter the port is closed.', 'the port is closed'],
  ['question', 'Is the pier safe, and do we pay for it?', 'is the pier safe'],
  ['question after a clause', 'We built it, and you ask who pays?', 'we built it'],
  ['supposition', 'Imagine we close the port, and they leave.', 'they leave'],
  ['judgement of a clause', 'The pier is safe, which is a lie.', 'the pier is safe'],
  ['judgement in a clause', 'The pier is safe, and that is false.', 'the pier is safe'],
  ['correction', 'The pier is safe, and I was wrong.', 'the pier is safe'],
  ['contrary in short', 'You never lose your boats, and I always do, anyway.', 'you never lose your boats'],
  ['clause within', 'The parish of Anvik, which grew fast, became a town.', 'the parish of anvik'],
  ['correction of a word', 'The pier is red, I mean, blue.', 'the pier is red'],
  ['some of many', 'The ferry, the pier, and they alone pay.', 'the ferry, the pier'],
  ['accusation', 'They accuse us of it, and we lie.', 'we lie'],
  ['scenario', 'The film ends badly, and we all die.', 'we all die'],
  ['pronoun', 'The owner sold it, and they paid for it.', 'they paid for it'],
  ['who is meant', 'The port, unlike the town, pays for it.', 'the port pays for it'],
];

describe('nothing that turns the sense is cut', () => {
  it.each(turned)('%s: %s', (_kind, sentence, keep) => expect(cutOf(sentence, keep, 'en') ?? sentence).toBe(sentence));
  it.each(turned)('%s, nor is it a statement: %s', (_kind, sentence, keep) =>
    expect(isCutOf(sentence, keep, 'en')).toBe(false),
  );

  /** Of an independent list: what these say of the rest must stay. */
  const kept =
    /\b(?:not|no|never|without|cannot|may|might|should|could|would|will|if|unless|only|almost|some|than|because|so that|but|half|third)\b|\d/giu;
  const said = [harbour, orchard]
    .flatMap(({ turns }) => turns)
    .flatMap(({ text }) =>
      splitIntoSentences({ speaker: null, text, times: [] }).map(({ start, end }) => text.slice(start, end)),
    );
  const sentences = [...said, ...turned.map(([, sentence]) => sentence)];
  it('whichever words are kept', () => {
    const words = fc
      .constantFrom(...sentences)
      .chain((sentence) =>
        fc.record({ sentence: fc.constant(sentence), keep: fc.subarray(sentence.split(' '), { minLength: 1 }) }),
      );
    let printed = 0;
    fc.assert(
      fc.property(words, ({ sentence, keep }) => {
        const cut = cutOf(sentence, keep.join(' '), 'en');
        if (cut === null) return;
        printed += 1;
        expect(cut.match(kept)?.join(' ')).toBe(sentence.match(kept)?.join(' '));
        const rest = sentence.split(' ');
        for (const word of cut.split(' ')) {
          const at = rest.findIndex((each) => each.replace(/[.,]$/, '') === word.replace(/[.,]$/, ''));
          expect(at).not.toBe(-1);
          rest.splice(0, at + 1);
        }
      }),
      { numRuns: 3000, seed: 14 },
    );
    expect(printed).toBeGreaterThan(2000);
  });
});

describe('a statement of another', () => {
  const said = 'We counted 312 seals in the bay last autumn.';
  it.each([
    'they counted 312 seals in the bay last autumn',
    'They counted three hundred and twelve seals in the bay last autumn.',
    'that they counted 312 seals in the bay last autumn',
  ])('is what was said: %s', (statement) => expect(isCutOf(said, statement, 'en')).toBe(true));
  it.each([
    'they counted 312 seals',
    'they count 312 seals in the bay last autumn',
    'they counted 312 seal in the bay last autumn',
    'she counted 312 seals in the bay last autumn',
    'they counted 312 percent seals in the bay last autumn',
    'they certainly counted 312 seals in the bay last autumn',
    'they counted 312 seals in the bay last autumn, see evil.example/x',
    '',
  ])('is not: %s', (statement) => expect(isCutOf(said, statement, 'en')).toBe(false));
});
