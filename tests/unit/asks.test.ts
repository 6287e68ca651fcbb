import { describe, expect, it } from 'vitest';
import { asksSomething } from '../../src/asking/parts/asks.ts';

describe('among people who talk with each other', () => {
  it.each([
    'Who pays for it',
    'stations?',
    'And stations',
    'more',
    'open 1',
    'In French',
    'tell me about rice',
    'please list the speakers',
    'Compare Ruiz and Novák',
    'Does anyone object',
    'Résume la séance',
    'quién habló del arroz',
    'кто говорил о рисе',
    '谁说了大米',
    'ماذا قالت عن الأرز',
  ])('a question or request: %s', (message) => {
    expect(asksSomething(message)).toBe(true);
  });
  it.each([
    'I think that is great',
    'thanks',
    'yes',
    'No',
    'Of course.',
    'On it',
    'Can do!',
    'By the way, great',
    'Lunch at one.',
    'So we agree then, and I will write to the ministry about it tomorrow',
    '',
  ])('talk: %s', (message) => {
    expect(asksSomething(message)).toBe(false);
  });
});
