import { describe, expect, it } from 'vitest';
import { bearsOut, compareQuotation, comparing } from '../../src/answering/verifying/verify.ts';

const turns: [number, { text: string }][] = [
  [
    0,
    {
      text: 'Good morning. The river rose by 2.5 metres in March, and we don’t know why. There are 46 gauges on the upper Lind.',
    },
  ],
  [
    3,
    {
      text: 'We should not look for a binding rule at the national level, of course, but for a shared charter. It would cost $17 million, that is 1,200 per village.',
    },
  ],
  [4, { text: 'Полноводная река разлилась в апреле. 水位上升了两米，我们必须行动。' }],
];

function check(
  quotation: string,
  verdict: string,
  found?: string,
  differences: { said: string; quoted: string }[] = [],
) {
  const comparison = compareQuotation(quotation, turns);
  const { place } = comparison;
  const text = place && turns.find(([turn]) => turn === place.turn)![1].text.slice(place.start, place.end);
  expect({ verdict: comparison.verdict, text, differences: comparison.differences }).toEqual({
    verdict,
    text: found ?? null,
    differences,
  });
}

describe('a quotation that was said', () => {
  it('is verbatim word for word', () =>
    check('There are 46 gauges on the upper Lind', 'verbatim', 'There are 46 gauges on the upper Lind'));
  it('may differ in case, punctuation and white space', () =>
    check(
      "“the river  ROSE by 2.5 metres in march: and we don't know why”",
      'verbatim',
      'The river rose by 2.5 metres in March, and we don’t know why',
    ));
  it('may leave out the marks that group thousands', () =>
    check('that is 1200 per village', 'verbatim', 'that is 1,200 per village'));
  it('may write a compound apart', () => check('bind-ing rule', 'verbatim', 'binding rule'));
  it('is found in scripts without blanks', () => check('水位上升了两米', 'verbatim', '水位上升了两米'));
  it('is found in Cyrillic', () => check('река разлилась в апреле', 'verbatim', 'река разлилась в апреле'));
});

describe('a quotation with signs of its own', () => {
  it.each([
    ['It covers 10² km.', 'It covers 102 km.', 'altered'],
    ['It covers 10² km.', 'It covers 10 2 km.', 'altered'],
    ['It covers 10² km.', 'It covers 10² km.', 'verbatim'],
    ['It rose by 2½ metres', 'It rose by 21/2 metres', 'altered'],
    ['It rose by 2½ metres', 'It rose by 2 1/2 metres', 'verbatim'],
    ['It rose by ½ a metre', 'It rose by 1-2 a metre', 'altered'],
    ['It rose by ½ a metre', 'It rose by -½ a metre', 'altered'],
    ['It rose by 5 metres', 'It rose by -5 metres', 'altered'],
    ['The G20² met here', 'The G202 met here', 'altered'],
    ['It has 90 km2 of water', 'It has 90 km² of water', 'verbatim'],
    ['the Kite flies high', 'The Kite™ flies high', 'verbatim'],
    ['the harbour pays', 'the har\u00ADbour\u200B pays', 'verbatim'],
    ['حكومة جديدة على', 'حـــكومة جديدة علی', 'verbatim'],
    ['في 2025 أمن جديد', 'في ٢٠٢٥ امن جديد', 'verbatim'],
    ['في 2025 امن جديد', 'في ۲۰۲۵ امن جديد', 'verbatim'],
    ['it rose 3.5 metres', 'it rose ٣٫٥ metres', 'verbatim'],
  ])('%j of %j is %s', (quotation, text, verdict) =>
    expect(compareQuotation(quotation, [[0, { text }]]).verdict).toBe(verdict),
  );
  it.each([
    ['the harbour pays', 'Yes, the har\u00ADbour pays.', 'the har\u00ADbour pays'],
    ['位上升', '水\u200B位\u200B上升了', '位\u200B上升'],
    ['by 2½ metres', 'So by 2½ metres.', 'by 2½ metres'],
  ])('has its place: %j', (quotation, text, found) => {
    const { place } = compareQuotation(quotation, [[0, { text }]]);
    expect(text.slice(place!.start, place!.end)).toBe(found);
  });
});

describe('a quotation that was altered', () => {
  it('has another figure', () =>
    check('There are 48 gauges on the upper Lind', 'altered', 'There are 46 gauges on the upper Lind', [
      { said: '46', quoted: '48' },
    ]));
  it('has another place of the point', () =>
    check('The river rose by 25 metres in March', 'altered', 'The river rose by 2.5 metres in March', [
      { said: '2.5', quoted: '25' },
    ]));
  it('has lost its currency', () =>
    check('It would cost 17 million', 'altered', 'It would cost $17 million', [{ said: '$', quoted: '' }]));
  it('leaves out the negation', () =>
    check(
      'We should look for a binding rule at the national level',
      'altered',
      'We should not look for a binding rule at the national level',
      [{ said: 'not', quoted: '' }],
    ));
  it('puts in words in brackets', () =>
    check(
      'There are 46 gauges [of three kinds] on the upper Lind',
      'altered',
      'There are 46 gauges on the upper Lind',
      [{ said: '', quoted: 'of three kinds' }],
    ));
  it('leaves out words at an ellipsis', () =>
    check(
      'We should not look for a binding rule … but for a shared charter',
      'altered',
      'We should not look for a binding rule at the national level, of course, but for a shared charter',
      [{ said: 'at the national level of course', quoted: '' }],
    ));
});

describe('a quotation that was not said', () => {
  it('has words of nobody', () => check('Dams are the answer to every flood', 'not_found'));
  it('has few words in common', () =>
    check('The upper house should know that there are rules on the river', 'not_found'));
  it('has its words strewn over a longer stretch', () =>
    check('Good river metres and we know the gauges', 'not_found'));
  it('is part of a word alone', () => check('met', 'not_found'));
  it('has no words', () => check('… “”', 'not_found'));
});

describe('bearsOut', () => {
  it.each([
    ['a shared charter', 'for a shared charter.', true],
    ['a shared charter', 'for no shared charter.', false],
    ['', 'anything', false],
  ])('%j in %j is %s', (words, text, expected) => expect(bearsOut(text, words)).toBe(expected));
});

describe('a long turn', () => {
  const text = 'We counted the seals of the bay and of the harbour in the morning. '.repeat(2000);
  const quotation = 'we counted the whales of the bay and of the harbour';
  function steps(effort?: { pairs: number }) {
    const running = comparing(quotation, [[0, { text }]], effort);
    let count = 0;
    let step = running.next();
    for (; step.done !== true; step = running.next()) count += 1;
    return { count, verdict: step.value.verdict };
  }
  it('is compared in steps, between which others can be seen to', () => {
    const { count, verdict } = steps();
    expect(verdict).toBe('altered');
    expect(count).toBeGreaterThan(10);
  });
  it('is looked through for the words themselves where no effort is left for what is near', () => {
    expect(steps({ pairs: 0 }).verdict).toBe('not_found');
    expect(steps({ pairs: 1 }).verdict).toBe('altered');
  });
  it('has what stands in its middle', () => {
    const middle = `${text}Nobody saw the orange whales that day at all. ${text}`;
    const comparison = compareQuotation('nobody saw the blue whales that day at all', [[0, { text: middle }]]);
    expect(comparison).toMatchObject({ verdict: 'altered', differences: [{ said: 'orange', quoted: 'blue' }] });
  });
});

describe('a name with a figure, and Arabic spelling', () => {
  const said: [number, { text: string }][] = [
    [
      0,
      {
        text: 'The G77 asked for SDG 4 and the GLIS+20 outcome, 2010 17 of them. نشكر الإدارة المحلية على المستشفى. It is +20 outside, not 20.',
      },
    ],
  ];
  it.each([
    ['the G-77 asked', 'verbatim'],
    ['G 77 asked for SDG4', 'verbatim'],
    ['the GLIS20 outcome', 'verbatim'],
    ['the GLIS-20 outcome', 'verbatim'],
    ['نشكر الاداره المحليه على المستشفي', 'verbatim'],
    ['It is 20 outside', 'altered'],
    ['the G7 7 asked for SDG', 'altered'],
    ['the G78 asked for SDG', 'altered'],
    ['201017 of them', 'not_found'],
  ])('%s: %s', (quotation, verdict) => expect(compareQuotation(quotation, said).verdict).toBe(verdict));
});
