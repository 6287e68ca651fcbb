import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  string,
  tuple,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { homeView, suggestedPrompts } from '../../adapters/slack/home.ts';
import { readSettings, settingsModal } from '../../adapters/slack/settings-form.ts';
import { contextModal, noticeModal, quotesModal, reasonModal } from '../../adapters/slack/views.ts';
import type { AnswerView } from '../../src/chat/answer-view.ts';
import type { QuoteView } from '../../src/chat/quote-view.ts';
import { defaultSettings, type PlaceSettings } from '../../src/chat/settings.ts';
import type { SessionSummary } from '../../src/rapporteur.ts';
import { mentionsIn, refuseView, wordsOf } from '../fakes/slack-limits.ts';
import { anyCharacter } from '../fixtures/characters.ts';

const metadata = { id: 'abc', channel: 'C1', key: 'q1', shift: 0, page: 0 };

function summary(n: number, event: string | null): SessionSummary {
  return {
    id: `s-${n}`,
    title: `Session ${n}`,
    date: '2031-01-02',
    event,
    kind: 'transcript',
    source: 's.txt',
    turnCount: 2,
    speakers: ['Ida Moor'],
  };
}

const odd = oneof(
  string({ unit: anyCharacter, maxLength: 200 }),
  tuple(constantFrom('<!channel> ', '😀', '\ud800', '\u0000', 'x'), integer({ min: 0, max: 9_000 })).map(
    ([unit, times]) => unit.repeat(times),
  ),
);
const quoteView = record({
  text: odd,
  speaker: odd,
  where: odd,
  place: odd,
  asked: oneof(constant(null), record({ by: odd, text: odd, turn: constant(1) })),
  found: oneof(constant(null), odd),
  url: oneof(constant(null), odd),
  anchor: constant(null),
  address: constant(null),
}).map((view): QuoteView => ({
  key: 'q1',
  mark: '[1]',
  name: 'Ida Moor',
  role: null,
  session: { id: 's', title: 't', date: null },
  title: 't',
  day: null,
  turn: 0,
  ...view,
}));

describe('Slack refuses no view', () => {
  test('of context or quotes, however long or odd the words', () => {
    assert(
      property(
        odd,
        array(record({ speaker: odd, text: odd, where: odd }), { maxLength: 7 }),
        array(quoteView, { maxLength: 30 }),
        boolean(),
        (heading, turns, quotes, more) => {
          const answer: AnswerView = {
            status: 'answered',
            prose: '',
            quotes,
            table: null,
            extent: null,
            page: null,
            report: [],
            related: [],
            relatedHeading: '',
            further: null,
            notice: null,
          };
          for (const view of [
            contextModal(
              {
                heading,
                hasEarlier: more,
                hasLater: more,
                turns: turns.map((turn, index) =>
                  Object.assign(turn, {
                    turn: index,
                    isQuoted: index === 1,
                    quoted: index === 1 ? { start: 3, end: 5_000 } : null,
                  }),
                ),
              },
              metadata,
            ),
            quotesModal(answer, metadata),
            quotesModal(answer, { ...metadata, page: 2 }),
            noticeModal(heading),
          ]) {
            expect(refuseView(view)).toBeNull();
            expect(mentionsIn(view)).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('of settings or home, however much the library holds', () => {
    assert(
      property(
        array(record({ title: odd, event: oneof(constant(null), odd), id: odd }), { maxLength: 130 }),
        (given) => {
          const sessions = given.map((one, index) =>
            Object.assign(summary(index, null), one, { id: `${one.id}${index}` }),
          );
          expect(
            refuseView(
              settingsModal({ settings: defaultSettings, isInherited: false, sessions, groups: [] }, metadata),
            ),
          ).toBeNull();
          expect(
            refuseView(
              homeView({
                sessions,
                recent: { title: 'Recent sessions', lines: sessions.map(({ title }) => title).slice(0, 10) },
                help: { title: 'Help', lines: [] },
                channelCount: 2,
                isAdmin: true,
                budget: '1,200 of 1,500 tokens of models today, 1,200 this month.',
                usage: null,
                missingScopes: [],
              }),
            ),
          ).toBeNull();
        },
      ),
      { numRuns: 20 },
    );
  });

  test('that asks for a reason', () => {
    expect(refuseView(reasonModal(metadata))).toBeNull();
  });
});

test('of a long turn, what stands around the quote is shown', () => {
  const before = 'before '.repeat(3000);
  const text = `${before}THE QUOTE${' after'.repeat(3000)}`;
  const view = contextModal(
    {
      heading: 'x',
      hasEarlier: false,
      hasLater: false,
      turns: [
        {
          speaker: 'Ida',
          text,
          where: '1:00',
          turn: 4,
          isQuoted: true,
          quoted: { start: before.length, end: before.length + 9 },
        },
      ],
    },
    metadata,
  );
  expect(wordsOf(view.blocks)).toMatch(/….*before \n?THE QUOTE\n? after.*…/);
});

describe('settings', () => {
  const sessions = [summary(1, 'Water Days'), summary(2, 'Rail Forum'), summary(3, null)];

  /** The form as it stands when nothing in it was touched. */
  function untouched(settings: PlaceSettings, offered = sessions): unknown {
    const blocks: {
      block_id?: string;
      element?: {
        type: string;
        action_id: string;
        initial_option?: unknown;
        initial_options?: unknown;
        initial_users?: unknown;
        initial_value?: unknown;
      };
    }[] = JSON.parse(
      JSON.stringify(settingsModal({ settings, isInherited: false, sessions: offered, groups: null }, metadata).blocks),
    );
    return Object.fromEntries(
      blocks.flatMap(({ block_id: block, element }) =>
        block === undefined || element === undefined
          ? []
          : [
              [
                block,
                {
                  [element.action_id]: {
                    type: element.type,
                    selected_option: element.initial_option,
                    selected_options: element.initial_options ?? [],
                    selected_users: element.initial_users ?? [],
                    value: element.initial_value ?? null,
                  },
                },
              ],
            ],
      ),
    );
  }

  test.each<[string, PlaceSettings]>([
    ['the defaults', defaultSettings],
    [
      'a scope, people and a limit',
      {
        scope: { events: ['Rail Forum'], sessions: ['s-3'] },
        reply: 'asker',
        mayAsk: { users: ['U1'], roles: [] },
        questionsPerHour: 7,
        mayIngest: 'everyone',
        answers: 'questions',
        threadsGoOn: false,
        handsTo: null,
      },
    ],
    ['administrators alone', { ...defaultSettings, mayAsk: 'admins' }],
  ])('that are saved untouched stay as they were: %s', (_what, settings) => {
    expect(readSettings(untouched(settings), settings, sessions)).toEqual(settings);
  });

  test('keep what is in scope and too old to be offered, and drop what is no more', () => {
    const many = Array.from({ length: 150 }, (_, index) => summary(index, null));
    const settings = { ...defaultSettings, scope: { events: [], sessions: ['s-2', 's-140', 's-gone'] } };
    expect(readSettings(untouched(settings, many), settings, many)?.scope).toEqual({
      events: [],
      sessions: ['s-2', 's-140'],
    });
  });

  test('of the workspace can be taken over', () => {
    const values: object = Object(untouched(defaultSettings));
    expect(
      readSettings(
        { ...values, inherit: { inherit: { selected_options: [{ value: 'inherit' }] } } },
        defaultSettings,
        sessions,
      ),
    ).toBeNull();
  });
});

describe('suggested prompts', () => {
  test('are of what the library holds', () => {
    expect(suggestedPrompts([summary(1, null), summary(2, null)]).map(({ message }) => message)).toEqual([
      'sessions',
      'What was agreed in “Session 1”?',
      'What did Ida Moor say in “Session 1”?',
      'What was disputed in “Session 2”?',
    ]);
  });
  test('are one where it holds nothing', () => {
    expect(suggestedPrompts([])).toHaveLength(1);
  });
});
