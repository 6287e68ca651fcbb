/** Figures, years and countries of a question beside those of what was said. */
import { expect, it } from 'vitest';
import { calledBeside, claimedIn, insteadOf } from '../../src/answering/verifying/claimed.ts';

it.each([
  ['The wall will cost 40 million crowns in 2032', ['40 million', '2032']],
  ['They counted 312 seals in Norway', ['312', 'Norway']],
  ['Five days of training for 5G engineers of Study Group 5', ['Five days']],
  ['China Mobile has 2.5 million masts', ['2.5 million']],
  ['Did it take Blue Quay five days', ['five days']],
  ['Nothing is told here', []],
])('%s', (text, claimed) => expect(claimedIn(text, 'en').map((each) => each.text)).toEqual(claimed));

it.each([
  ['Are 70 pilots trained?', 'We trained 50 pilots in 10 harbours.', '50 pilots'],
  ['Was the wall built in 2030?', 'We built the wall of 40 stones in 2031.', '2031'],
  ['Is the lab in Norway?', 'Our lab is in Denmark.', 'Denmark'],
  ['Did it take three weeks?', 'It took four weeks, by 12 people.', 'four weeks'],
])('%s %s', (question, said, instead) => {
  const [claim] = claimedIn(question, 'en');
  const others = insteadOf(claim!, claimedIn(said, 'en'), [claim!]);
  expect(others.map((each) => calledBeside(each, claim!, said))).toEqual([instead]);
});
