import { expect, it } from 'vitest';
import { countryOf } from '../../src/people/nationality.ts';

it.each([
  ['chinese', 'china'],
  ['indian', 'india'],
  ['brazilian', 'brazil'],
  ['nigerian', 'nigeria'],
  ['italian', 'italy'],
  ['kenyan', 'kenya'],
  ['swedish', 'sweden'],
  ['dutch', 'netherlands'],
  ['human', null],
  ['urban', null],
  ['china', null],
  ['musgrave', null],
])('%s is of %s', (adjective, country) => expect(countryOf(adjective)).toBe(country));
