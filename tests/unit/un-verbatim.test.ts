/** Sentences of a verbatim record that the edges of pages part, and the headings that stand between. All of it is invented. */
import { describe } from 'vitest';
import { check } from '../fixtures/turn-lines.ts';

const record = (...paragraphs: string[]) =>
  [
    'S/PV.9991',
    'Security Council',
    '9991st meeting',
    'Tuesday, 12 March 2024, 3 p.m.',
    'The meeting was called to order at 3.05 p.m.',
  ]
    .concat(paragraphs)
    .join('\n\n');
const edge = ['24-05551 3/41', 'S/PV.9991 Maintenance of lamps 12/03/2024'];

describe('the edge of a page in a speech', () => {
  check(
    'stands inside a sentence before a name',
    record(
      'The President: I give the floor to Mr. Reh.',
      'Mr. Reh (Redonia): The lamps on the coast are out. We thank the Government of',
      ...edge,
      'Kaskia for its oil.',
      'We slept.',
      'The President: I thank Mr. Reh for what he said.',
    ),
    [
      'The President: I give the floor to Mr. Reh.',
      'Mr. Reh (Redonia): The lamps on the coast are out. We thank the Government of Kaskia for its oil. We slept.',
      'The President: I thank Mr. Reh for what he said.',
    ],
  );
  check(
    'stands inside a paragraph of its own, which is no heading',
    record(
      'Mr. Reh (Redonia): The lamps on the coast are out.',
      'We thank in particular the keepers of Port',
      ...edge,
      'Kask and all their boats',
      ...edge,
      'Nine of them sank. The tenth lay in the bay of the',
      'Lower Sea, and in my time I have counted',
      '14 more.',
      'The President: I thank Mr. Reh for what he said.',
    ),
    [
      'Mr. Reh (Redonia): The lamps on the coast are out. We thank in particular the keepers of Port Kask and all their boats Nine of them ' +
        'sank. The tenth lay in the bay of the Lower Sea, and in my time I have counted 14 more.',
      'The President: I thank Mr. Reh for what he said.',
    ],
  );
  check(
    'leaves headings of business what they are',
    record(
      'Adoption of the agenda',
      'The agenda was adopted.',
      'Maintenance of lamps',
      'The President: I give the floor to Mr. Reh.',
      'Mr. Reh (Redonia): The lamps on the coast are out.',
      ...edge,
      'Letter dated 3 March 2024 from Mr. Kask addressed to the President',
      'The President: I thank Mr. Reh for what he said.',
    ),
    [
      'The President: I give the floor to Mr. Reh.',
      'Mr. Reh (Redonia): The lamps on the coast are out.',
      'The President: I thank Mr. Reh for what he said.',
    ],
  );
});
