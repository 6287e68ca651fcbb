/** What is told of a record beside the words, in the places where people ask. */
import { describe, expect, it } from 'vitest';
import { renderReply as renderInDiscord } from '../../adapters/discord/components.ts';
import { renderReply as renderInSlack } from '../../adapters/slack/blocks.ts';
import { renderVerification, renderAnswer } from '../../adapters/terminal/render-answer.ts';
import type { Answer, Quote, Verification } from '../../src/answer.ts';
import { recordInWords } from '../../src/chat/quote-view.ts';

const session = { id: 'gauges', title: 'Gauges <@U1> on the river', date: '2031-05-02' };
const quote: Quote = {
  n: 1,
  text: 'We will pay for the gauges.',
  speaker: 'Luc Morel',
  spokenIn: 'fr',
  record: { as: 'official record', kind: 'official record', language: 'en' },
  role: null,
  session,
  turn: 3,
  start: 0,
  end: 27,
  time: null,
  url: null,
};
const answer: Answer = {
  question: 'Who pays?',
  status: 'answered',
  text: 'They do [1].',
  quotes: [quote],
  report: [],
  related: [],
  model: null,
};
const verification: Verification = {
  quote: 'we will never pay',
  verdict: 'not_found',
  speaker: null,
  found: null,
  differences: [],
  formerly: { session, number: 2, broughtIn: '2031-06-01T08:00:00Z', speaker: '@everyone', turn: 3, start: 0, end: 17 },
};
const look = { columns: 80, colours: false };
const setting = { asked: null, note: null, seenBy: 'everyone' } as unknown as Parameters<typeof renderInDiscord>[1];

/** What is shown, marks of the platforms and line breaks aside. */
const shown = (rendered: unknown) =>
  JSON.stringify(rendered)
    .replaceAll(/\\\\/g, '')
    .replaceAll(/(?:\\n|\s)+/g, ' ');

describe('an interpretation and the record it is in', () => {
  it.each([
    ['Slack', () => renderInSlack({ kind: 'answer', id: 'abcdefghijkl', answer }, { canShare: false })],
    ['Discord', () => renderInDiscord({ kind: 'answer', id: 'abcdefghijkl', answer }, setting)],
    ['the terminal', () => renderAnswer(answer, look)],
  ])('are told in %s', (_, render) => {
    expect(shown(render())).toContain('turn 4 · interpretation from French · from the official record in English');
  });

  it.each([
    [{ as: 'interpretation', kind: 'captions', language: 'en' }, 'from the English interpretation'],
    [{ as: 'original', kind: 'transcript', language: 'fr' }, 'from the French original'],
    [{ as: 'interpretation', kind: 'captions', language: null }, 'from the interpretation'],
    [{ as: 'record', kind: 'automatic transcript', language: 'es' }, 'from the automatic transcript in Spanish'],
    [{ as: 'record', kind: 'notes', language: null }, 'from the notes'],
  ] as const)('are told of %o as %s', (record, words) => expect(recordInWords(record)).toBe(words));
});

describe('words of a former version', () => {
  it.each([
    ['Slack', () => renderInSlack({ kind: 'verification', id: 'abcdefghijkl', verification }, { canShare: false })],
    ['Discord', () => renderInDiscord({ kind: 'verification', id: 'abcdefghijkl', verification }, setting)],
    ['the terminal', () => renderVerification(verification, look)],
  ])('are told in %s', (_, render) => {
    const text = shown(render());
    expect(text).toContain("Not in today's record, but its version 2 of 1 June 2031 had them, exactly so");
    expect(text).toContain('These words were not found');
  });
});
