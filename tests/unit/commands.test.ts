import { describe, expect, it } from 'vitest';
import { type Command, parseCommand, questionIn } from '../../src/chat/commands.ts';

function check(typed: string, expected: Command): void {
  expect(parseCommand(typed)).toEqual(expected);
}

describe('what typed text means', () => {
  it('is a question unless it names a command', () => {
    check('What was said about funding?', { name: 'ask', question: 'What was said about funding?' });
    check('  ask what was said\nabout funding?  ', { name: 'ask', question: 'what was said\nabout funding?' });
    check('ask: who was there', { name: 'ask', question: 'who was there' });
    check('Asking for funds: who did?', { name: 'ask', question: 'Asking for funds: who did?' });
    check('Help for victims: who spoke of it?', { name: 'ask', question: 'Help for victims: who spoke of it?' });
    check('sessions about water', { name: 'ask', question: 'sessions about water' });
    check('speakers who disagreed?', { name: 'ask', question: 'speakers who disagreed?' });
    check('speakers in which session spoke of water?', {
      name: 'ask',
      question: 'speakers in which session spoke of water?',
    });
    check('verification, who asked for it?', { name: 'ask', question: 'verification, who asked for it?' });
  });
  it('is work of several steps, or its end', () => {
    check('commission: compare Ruiz and Holm', { name: 'commission', work: 'compare Ruiz and Holm' });
    check('/commission three bullets on tides', { name: 'commission', work: 'three bullets on tides' });
    check('Commission decisions on tides?', { name: 'ask', question: 'Commission decisions on tides?' });
    check('Stop!', { name: 'stop' });
    check('stop the music', { name: 'ask', question: 'stop the music' });
  });
  it('lists', () => {
    check('sessions', { name: 'sessions' });
    check(' /Sessions. ', { name: 'sessions' });
    check('SPEAKERS', { name: 'speakers' });
    check('speakers in Open data for rivers', { name: 'speakers', session: 'Open data for rivers' });
    check('speakers of “Night trains”', { name: 'speakers', session: 'Night trains' });
    check('settings', { name: 'settings' });
  });
  it('checks quotations, with or without their marks', () => {
    check('verify "We will pay."', { name: 'verify', quotation: 'We will pay.' });
    check('Verify: «Nous paierons»', { name: 'verify', quotation: 'Nous paierons' });
    check('verify „Wir zahlen“', { name: 'verify', quotation: 'Wir zahlen' });
    check('verify We will "pay"', { name: 'verify', quotation: 'We will "pay"' });
    check('verify two\nlines', { name: 'verify', quotation: 'two\nlines' });
  });
  it('helps those who typed nothing, or only half a command', () => {
    for (const typed of ['', '   ', 'help', 'Help!', 'ask', 'verify', '/help']) {
      check(typed, { name: 'help' });
    }
  });
});

describe('the question in a command', () => {
  it('is what later questions follow on', () => {
    expect(questionIn({ name: 'ask', question: 'Who?' })).toBe('Who?');
    expect(questionIn({ name: 'who', words: 'We will pay.' })).toBe('Who said: We will pay.');
    expect(questionIn({ name: 'verify', quotation: 'We will pay.' })).toBeNull();
  });
});
