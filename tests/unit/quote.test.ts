import { describe, expect, it } from 'vitest';
import { quoteAt, secondsAt, type Quoted } from '../../src/answering/quotes/quote.ts';

const turn = {
  speaker: 'Ines Okafor',
  text: 'Good morning. The council will vote on the two-year pause in June, not before.',
  times: [
    { offset: 0, seconds: 3 },
    { offset: 14, seconds: 5.2 },
  ],
};
const session: Quoted = {
  id: 's',
  title: 'Hearing',
  date: '2025-05-14',
  page: null,
  kind: 'transcript' as const,
  language: 'en',
  speakers: [{ name: 'Ines Okafor', otherNames: [], role: 'Chair', affiliation: null }],
};
const second = { turn: 0, start: 14, end: 78, seconds: 5.2 };

describe('quoteAt', () => {
  it('is the slice and its place', () =>
    expect(quoteAt(session, turn, second)).toEqual({
      text: 'The council will vote on the two-year pause in June, not before.',
      speaker: 'Ines Okafor',
      role: 'Chair',
      session: { id: 's', title: 'Hearing', date: '2025-05-14' },
      turn: 0,
      start: 14,
      end: 78,
      time: 5.2,
      url: null,
    }));
  it.each([
    [-1, 5],
    [70, 99],
    [13, 14],
    [5, 5],
  ])('refuses a place without words: %i to %i', (start, end) => {
    expect(() => quoteAt(session, turn, { turn: 0, start, end, seconds: null })).toThrow(/turn 0: there are no words/);
  });
  it('opens a page at the words', () => {
    const url = quoteAt(
      { ...session, page: { address: 'https://example.org/hearing#top', placeBy: 'text' } },
      turn,
      second,
    ).url;
    expect(url).toBe(
      'https://example.org/hearing#:~:text=Good%20morning.-,The%20council%20will%20vote%20on,pause%20in%20June%2C%20not%20before.',
    );
  });
  it('names few words whole', () => {
    const url = quoteAt({ ...session, page: { address: 'https://example.org/hearing', placeBy: 'text' } }, turn, {
      ...second,
      start: 39,
      end: 57,
    }).url;
    expect(url).toBe('https://example.org/hearing#:~:text=will%20vote%20on-,the%20two%2Dyear%20pause');
  });
  it('opens a recording at the second, rounded up', () => {
    expect(
      quoteAt({ ...session, page: { address: 'https://example.org/en/7?lang=fr', placeBy: 'seconds' } }, turn, second)
        .url,
    ).toBe('https://example.org/en/7?lang=fr&t=6');
  });
  it('opens a recording at its start where the time is unknown', () => {
    expect(
      quoteAt({ ...session, page: { address: 'https://example.org/en/7', placeBy: 'seconds' } }, turn, {
        ...second,
        seconds: null,
      }).url,
    ).toBe('https://example.org/en/7');
  });
});

describe('secondsAt', () => {
  it.each([
    [0, 3],
    [13, 3],
    [14, 5.2],
    [70, 5.2],
  ])('at %i is %d', (offset, seconds) => expect(secondsAt(turn, offset)).toBe(seconds));
  it('is unknown where no time is given', () => expect(secondsAt({ times: [] }, 0)).toBeNull());
});
