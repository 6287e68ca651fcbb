import { describe, expect, it } from 'vitest';
import { attributedIn } from '../../src/answering/model/free-prose.ts';

describe('who is said to say it', () => {
  it.each([
    ['Ana Ruiz says the fund pays.', 'ana ruiz', false, 'the fund pays.'],
    ['Dr. Ana Ruiz said that the fund pays.', 'ana ruiz', false, 'the fund pays.'],
    ['Ana Ruiz: The fund pays.', 'ana ruiz', false, ' The fund pays.'],
    ['Ana Ruiz: he says the fund pays.', 'ana ruiz', false, ' he says the fund pays.'],
    ['Witness B asks: Who pays?', 'witness b', true, 'Who pays?'],
    ['Ana Ruiz also adds that it pays.', 'ana ruiz', false, 'it pays.'],
  ])('%s', (statement, name, asks, words) =>
    expect(attributedIn(statement)).toEqual({ name: name.split(' '), asks, words }),
  );
  it.each(['The fund pays.', 'Ana Ruiz denies that the fund pays.', 'says the fund pays', '', ': so'])(
    'nobody: %s',
    (statement) => expect(attributedIn(statement)).toBeNull(),
  );
});
