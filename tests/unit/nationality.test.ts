import { expect, it } from 'vitest';
import { countryOf } from '../../src/people/country-adjectives.ts';
import { isCountry, namesCountry } from '../../src/people/nationality.ts';

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

it.each([
  ['Peru', true],
  ['the United States', true],
  ['US', true],
  ['U.K.', true],
  ['us', false],
  ['Brasil', true],
  ['Türkiye', true],
  ['Turkiye', true],
  ['Blue Quay', false],
  ['China Ferries', false],
])('%s is a country: %s', (phrase, isOne) => expect(isCountry(phrase)).toBe(isOne));

it.each([
  ['It is hard for us.', 'US', false],
  ['It is hard in the U.S. and here.', 'US', true],
  ['The United States pays.', 'US', true],
  ['The US pays.', 'United States', true],
  ['Peru pays.', 'Peru', null],
  ['The American ports pay.', 'US', true],
  ['The Latin American ports pay.', 'US', false],
  ['Brazilian ports pay.', 'Brasil', true],
  ['Brazil pays.', 'Brasil', true],
  ['Mmm, it is for us.', 'the US', false],
])('“%s” names %s: %s', (text, phrase, names) => expect(namesCountry(text, phrase)).toBe(names));
