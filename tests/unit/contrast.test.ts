/** What was said beside what is quoted, as a person would tell it. */
import { expect, it } from 'vitest';
import { contrastsIn } from '../../src/answering/verifying/contrast.ts';

it.each([
  [
    'the sea forgives nobody, as wind bears rain',
    'the sea forgives nobody, as rain bears wind',
    ['wind bears rain / rain bears wind'],
  ],
  ['Seals are not the problem', 'Seals are the problem', ['are not the / are the']],
  ['We raise the wall by two metres', 'We raise the wall by five metres', ['two / five']],
  ['The levy must fall', 'The levy must fall', []],
  [
    'the wall will cost 40 million crowns',
    'the new wall will cost 70 million crowns',
    ['the wall / the new wall', '40 / 70'],
  ],
])('%s, quoted as %s', (said, quoted, told) =>
  expect(contrastsIn(said, quoted).map((each) => `${each.said} / ${each.quoted}`)).toEqual(told),
);
