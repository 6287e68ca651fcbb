import { describe, expect, it } from 'vitest';
import type { Answer, Quote, Verification } from '../../src/answer.ts';
import {
  answerText,
  page,
  panelText,
  quoteOf,
  verificationText,
  viewAnswer,
  viewContext,
  viewVerification,
} from '../../src/chat/answer-view.ts';
import { dayInWords } from '../../src/words/dates.ts';

// Invented people and sessions.
const session = { id: 'rivers', title: 'Open data for rivers', date: '2025-03-04' };
const quote: Quote = {
  n: 1,
  text: 'Calibration is what nobody pays for.',
  speaker: 'Tomáš Novák',
  role: 'Delegate',
  session,
  turn: 12,
  start: 0,
  end: 36,
  time: 95.4,
  url: 'https://records.example/rivers#t=95',
};
const unknown: Quote = {
  ...quote,
  n: 2,
  text: 'Somebody <should> *pay*.',
  speaker: null,
  role: null,
  time: null,
  url: null,
  session: { ...session, date: null },
};
const answer: Answer = {
  question: 'Who pays?',
  status: 'answered',
  text: 'Nobody does [1]. Others wish it were different [2].',
  quotes: [quote, unknown],
  report: [{ kind: 'takeaway', text: 'Calibration needs money.', speakers: [], session }],
  related: [],
  model: null,
  notice: 'The model did not answer; these are the best sentences.',
};

describe('an answer laid out', () => {
  it('names speaker, role, session, day and time of each quote', () => {
    expect(viewAnswer(answer).quotes).toMatchObject([
      {
        key: 'q1',
        mark: '[1]',
        speaker: 'Tomáš Novák, Delegate',
        where: 'Open data for rivers · 4 March 2025 · turn 13, 1:35',
        place: 'turn 13, 1:35',
        url: 'https://records.example/rivers#t=95',
      },
      { key: 'q2', mark: '[2]', speaker: 'Unknown speaker', where: 'Open data for rivers · turn 13', url: null },
    ]);
  });
  it('leaves the words raw, and says which are not speech', () => {
    const view = viewAnswer(answer);
    expect(view.quotes[1]!.text).toBe('Somebody <should> *pay*.');
    expect(view.report).toEqual([
      {
        label: 'AI-written report · takeaway · Open data for rivers · 4 March 2025',
        shortLabel: 'AI-written report · takeaway',
        text: 'Calibration needs money.',
        session,
        day: '4 March 2025',
      },
    ]);
  });
  it('counts hours only where there are some', () => {
    const quotes = [0, 59.9, 60, 3599, 3600, 36_061].map((time) => Object.assign({}, quote, { time }));
    expect(viewAnswer({ ...answer, quotes }).quotes.map(({ where }) => where.split(', ').at(-1))).toEqual([
      '0:00',
      '0:59',
      '1:00',
      '59:59',
      '1:00:00',
      '10:01:01',
    ]);
  });
  it('reads as plain text', () => {
    expect(answerText(viewAnswer(answer))).toBe(`The model did not answer; these are the best sentences.

Nobody does [1]. Others wish it were different [2].

[1] “Calibration is what nobody pays for.”
Tomáš Novák, Delegate · Open data for rivers · 4 March 2025 · turn 13, 1:35
https://records.example/rivers#t=95

[2] “Somebody <should> *pay*.”
Unknown speaker · Open data for rivers · turn 13

AI-written report · takeaway · Open data for rivers · 4 March 2025
Calibration needs money.`);
  });
  it('sets related quotes apart', () => {
    const view = viewAnswer({
      ...answer,
      status: 'not_found',
      quotes: [],
      report: [],
      text: 'Nothing was found.',
      related: [unknown, quote],
    });
    expect(view.related.map(({ key, mark }) => [key, mark])).toEqual([
      ['r1', ''],
      ['r2', ''],
    ]);
    expect(answerText(view)).toContain('Nothing was found.\n\nSpoken of elsewhere:\n\n“Somebody');
  });
  it('names a session once where its quotes follow each other', () => {
    const other = { id: 'dams', title: 'Dams', date: null };
    const quotes = [
      quote,
      { ...quote, n: 2, turn: 13, time: null },
      { ...quote, n: 3, session: other },
      { ...quote, n: 4 },
    ];
    const places = answerText(viewAnswer({ ...answer, quotes }))
      .split('\n')
      .filter((line) => line.startsWith('Tomáš'));
    expect(places).toEqual([
      'Tomáš Novák, Delegate · Open data for rivers · 4 March 2025 · turn 13, 1:35',
      'Tomáš Novák, Delegate · turn 14',
      'Tomáš Novák, Delegate · Dams · turn 13, 1:35',
      'Tomáš Novák, Delegate · Open data for rivers · 4 March 2025 · turn 13, 1:35',
    ]);
  });
  it('names both of two sessions with one title', () => {
    const quotes = [quote, { ...quote, n: 2, session: { ...session, id: 'rivers-2' } }];
    expect(
      answerText(viewAnswer({ ...answer, quotes })).split('Open data for rivers · 4 March 2025 · turn'),
    ).toHaveLength(3);
  });
  it('says how much there is in all, unless the prose does', () => {
    const extent = { turns: 1461, sessions: 93 };
    expect(viewAnswer({ ...answer, extent }).extent).toBe('In all, 1,461 turns in 93 sessions speak of it.');
    expect(viewAnswer({ ...answer, extent, text: '1,461 turns speak of it [1].' }).extent).toBeNull();
    expect(viewAnswer({ ...answer, extent, text: 'Of 1461 turns: [1].' }).extent).toBeNull();
    expect(viewAnswer({ ...answer, extent: { turns: 0, sessions: 0 } }).extent).toBeNull();
    expect(viewAnswer({ ...answer, extent: { turns: 1, sessions: 1 } }).extent).toBe(
      'In all, 1 turn in 1 session speaks of it.',
    );
  });
  it('finds a quote by its key again', () => {
    const withRelated = { ...answer, related: [unknown] };
    expect(quoteOf(withRelated, 'q2')).toBe(unknown);
    expect(quoteOf(withRelated, 'r1')).toBe(unknown);
    expect(['q3', 'r2', 'q', '', 'x1x'].map((key) => quoteOf(withRelated, key))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a reply', () => {
  const repliesTo = { text: 'Who pays?', speaker: 'Ana Ruiz', turn: 11, start: 0, end: 9 };
  const reply = { ...quote, repliesTo };
  it('stands below its question, which is no quote', () => {
    const view = viewAnswer({ ...answer, quotes: [reply], report: [], notice: undefined });
    expect(view.quotes).toHaveLength(1);
    expect(answerText(view)).toContain(
      '\n\nAsked by Ana Ruiz: “Who pays?”\n[1] “Calibration is what nobody pays for.”\nTomáš Novák',
    );
  });
  it('names nobody where it is not known who asked', () => {
    const view = viewAnswer({ ...answer, quotes: [{ ...reply, repliesTo: { ...repliesTo, speaker: null } }] });
    expect(answerText(view)).toContain('Asked by somebody who is not named: “Who pays?”');
  });
  it('shares the question with the reply above it', () => {
    const text = answerText(viewAnswer({ ...answer, quotes: [reply, { ...reply, n: 2, turn: 14 }] }));
    expect(text.split('Asked by')).toHaveLength(2);
  });
});

describe('what comes nearest', () => {
  const nearest: Answer = {
    ...answer,
    status: 'nearest',
    text: 'I found nothing certain on this.',
    quotes: [],
    report: [],
    notice: undefined,
    related: [
      { ...quote, by: 'words' },
      { ...unknown, by: 'meaning' },
      { ...quote, turn: 2, by: 'meaning' },
      { ...quote, turn: 3, text: 'A fourth.', by: 'words' },
    ],
  };
  it('is not taken for the answer, and each says how it was found', () => {
    expect(answerText(viewAnswer(nearest))).toBe(`I found nothing certain on this.

Nearest, but not sure to be an answer:

“Calibration is what nobody pays for.”
Tomáš Novák, Delegate · Open data for rivers · 4 March 2025 · turn 13, 1:35 · found by its words
https://records.example/rivers#t=95

“Somebody <should> *pay*.”
Unknown speaker · Open data for rivers · turn 13 · near in meaning

“Calibration is what nobody pays for.”
Tomáš Novák, Delegate · Open data for rivers · 4 March 2025 · turn 3, 1:35 · near in meaning
https://records.example/rivers#t=95`);
  });
  it('is three passages at most, and no quote', () => {
    const view = viewAnswer(nearest);
    expect(view.related).toHaveLength(3);
    expect(view.quotes).toEqual([]);
    expect(view.status).toBe('nearest');
  });
});

describe('a verification laid out', () => {
  const { n: _n, role: _role, ...found } = quote;
  const verification: Verification = {
    quote: 'Calibration is what everybody pays for.',
    verdict: 'altered',
    speaker: 'Tomáš Novák',
    found,
    differences: [
      { said: 'nobody', quoted: 'everybody' },
      { said: '', quoted: 'really' },
      { said: 'so', quoted: '' },
    ],
  };
  it('says what differs', () => {
    expect(viewVerification(verification)).toMatchObject({
      verdict: 'Something like it was said, but not in these words:',
      found: { key: 'v', speaker: 'Tomáš Novák' },
      differences: ['“nobody” was said, “everybody” is quoted', '“really” was not said', '“so” was left out'],
    });
    expect(verificationText(viewVerification(verification))).toContain(
      'words:\n\n“Calibration is what nobody pays for.”\nTomáš Novák',
    );
  });
  it('says that nothing was found', () => {
    const view = viewVerification({ quote: 'x', verdict: 'not_found', speaker: null, found: null, differences: [] });
    expect(verificationText(view)).toBe('These words were not found in the sessions open here.');
  });
  it('names the library where there are no places', () => {
    const nothing: Verification = { quote: 'x', verdict: 'not_found', speaker: null, found: null, differences: [] };
    expect(viewVerification(nothing, 'in the library').verdict).toBe('These words were not found in the library.');
  });
});

describe('the turns around a quote', () => {
  const turns = [11, 12, 13].map((turn) => ({
    turn,
    speaker: 'Ana Ruiz',
    role: null,
    text: `Turn ${turn}`,
    time: turn * 10,
  }));
  it('marks the quoted one and says where there is more', () => {
    const view = viewContext(quote, turns, 13);
    expect(view).toMatchObject({ heading: 'Open data for rivers · 4 March 2025', hasEarlier: true, hasLater: true });
    expect(view.turns.map(({ isQuoted }) => isQuoted)).toEqual([false, true, false]);
    expect(view.turns[0]).toMatchObject({ speaker: 'Ana Ruiz', where: 'turn 12, 1:50' });
  });
  it('ends with the session', () => {
    expect(viewContext(quote, turns, 14).hasLater).toBe(false);
    expect(viewContext(quote, [{ ...turns[0]!, turn: 0 }], 0).hasEarlier).toBe(false);
  });
});

describe('small things', () => {
  it('pages', () => {
    const items = [1, 2, 3, 4, 5];
    expect(page(items, 0, 2)).toEqual({ items: [1, 2], page: 0, pages: 3 });
    expect(page(items, 9, 2)).toEqual({ items: [5], page: 2, pages: 3 });
    expect(page(items, -1, 2)).toEqual({ items: [1, 2], page: 0, pages: 3 });
    expect(page([], 0, 2)).toEqual({ items: [], page: 0, pages: 1 });
  });
  it('writes days in words where they are days', () => {
    expect(['2025-07-11', '2025-13-40', 'spring'].map((day) => dayInWords(day))).toEqual([
      '11 July 2025',
      '2025-13-40',
      'spring',
    ]);
  });
  it('writes a list as text', () => {
    expect(panelText({ title: 'Sessions', lines: ['One', 'Two'] })).toBe('Sessions\n\n- One\n- Two');
  });
});
