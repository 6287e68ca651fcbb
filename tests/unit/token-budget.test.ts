/** The budget of tokens: what is counted, when no more is given, and what is told before that. */
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { countsTokens, type Budget, paying, payerOf } from '../../src/budget.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { spentInWords } from '../../src/chat/spent-in-words.ts';
import { limitsOf, tokenBudget } from '../../src/chat/token-budget.ts';
import type { Limit } from '../../src/chat/token-ledger.ts';
import { readConfig } from '../../src/config.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const stores: ChatStore[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const noon = Date.UTC(2026, 10, 30, 12);
const dayMs = 86_400_000;
const log = { info: () => {}, warn: () => {} };
const ofAll = (tokens: number): Limit[] => [{ of: 'all', per: 'day', tokens }];

function opened(folder: string, limits: Limit[]): ChatStore {
  const store = openChatStore(folder, limits);
  stores.push(store);
  return store;
}

function budgetIn(folder: string, limits: Limit[], clock = () => noon): { budget: Budget; store: ChatStore } {
  const store = opened(folder, limits);
  return { store, budget: tokenBudget({ open: async () => store.ledger, isLimited: limits.length > 0, log, clock }) };
}

/** One answer of so many tokens; what was told at its end, or `refused`. */
async function answer(budget: Budget, tokens: number, place = 'slack:T1', asked = 100, waitMs = 0) {
  return paying.run(place, async () => {
    const allowance = await budget.admit('answers', asked, waitMs);
    if (allowance === null) return 'refused';
    await sleep(1);
    await allowance.spend({ inputTokens: tokens, outputTokens: 0 });
    return allowance.end();
  });
}

describe('a budget', () => {
  it('is told when four fifths are used, once, and ends when all is', async () => {
    const { budget } = budgetIn(temporaryFolder(), ofAll(1000));
    expect(await answer(budget, 700)).toBeNull();
    expect(await answer(budget, 150)).toMatch(/^80 % of the tokens of all places for this day are used/u);
    expect(await answer(budget, 100)).toBeNull();
    expect(await answer(budget, 300)).toBeNull();
    expect(await answer(budget, 1)).toBe('refused');
  });

  it('of a place is none of another’s, and that of all is', async () => {
    const limits: Limit[] = [{ of: 'place', per: 'day', tokens: 100 }, ...ofAll(250)];
    const { budget } = budgetIn(temporaryFolder(), limits);
    await answer(budget, 100, 'slack:T1');
    expect(await answer(budget, 1, 'slack:T1')).toBe('refused');
    expect(await answer(budget, 150, 'slack:T2')).toContain('of this place');
    expect(await answer(budget, 1, 'slack:T3')).toBe('refused');
  });

  it('begins anew with the day and with the month', async () => {
    let now = noon - dayMs;
    const limits: Limit[] = [...ofAll(100), { of: 'all', per: 'month', tokens: 150 }];
    const { budget, store } = budgetIn(temporaryFolder(), limits, () => now);
    await answer(budget, 100);
    expect(await answer(budget, 1)).toBe('refused');
    now = noon;
    await answer(budget, 50);
    expect(await answer(budget, 1)).toBe('refused');
    expect(await store.ledger.used(null, now)).toEqual({ day: 50, month: 150 });
    now = noon + dayMs;
    expect(await answer(budget, 1)).toBeNull();
  });

  it('that cannot be counted gives nothing, and where there is none all is given', async () => {
    const open = () => {
      throw new Error('read-only');
    };
    expect(await answer(tokenBudget({ open, isLimited: true, log }), 1)).toBe('refused');
    expect(await answer(tokenBudget({ open, isLimited: false, log }), 1)).toBeNull();
  });

  it('is not held by a process that died', async () => {
    let now = noon;
    const { budget, store } = budgetIn(temporaryFolder(), ofAll(1000), () => now);
    await store.ledger.reserve({ place: 'slack:T1', tokens: 900, nowMs: now, untilMs: now + 60_000 });
    expect(await answer(budget, 1, 'slack:T1', 200)).toBe('refused');
    now += 61_000;
    expect(await answer(budget, 1, 'slack:T1', 200)).toBeNull();
  });

  it('waits for what others have set aside', async () => {
    const { budget } = budgetIn(temporaryFolder(), ofAll(1000));
    const first = await budget.admit('answers', 900, 0);
    const second = answer(budget, 50, 'slack:T1', 200, 5_000);
    await sleep(20);
    await first!.spend({ inputTokens: 100, outputTokens: 0 });
    await first!.end();
    expect(await second).toBeNull();
  });

  it('is passed by one reply of a commission at most, which leaves answers their measure', async () => {
    const { budget } = budgetIn(temporaryFolder(), ofAll(1000));
    const commissioned = await budget.admit('commissions', 100, 0);
    let replies = 0;
    while (replies < 20 && (await commissioned!.mayGoOn(100))) {
      await commissioned!.spend({ inputTokens: 90, outputTokens: 0 });
      replies += 1;
    }
    await commissioned!.end();
    expect(replies).toBe(12);
    const { budget: another } = budgetIn(temporaryFolder(), ofAll(1000));
    const small = await another.admit('commissions', 100, 0);
    await small!.spend({ inputTokens: 600, outputTokens: 0 });
    await small!.end();
    const [one, other] = [await another.admit('answers', 100, 0), await another.admit('answers', 100, 0)];
    expect([one, other]).not.toContain(null);
  });

  it('is never passed by more than one answer, however many ask at once through however many stores', async () => {
    const most = 100;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: most }), { minLength: 5, maxLength: 40 }),
        fc.integer({ min: 50, max: 1500 }),
        async (costs, limit) => {
          const folder = temporaryFolder();
          const budgets = [1, 2, 3].map(() => budgetIn(folder, ofAll(limit)));
          await Promise.all(costs.map((cost, n) => answer(budgets[n % 3]!.budget, cost, 'slack:T1', most, 2_000)));
          const used = (await budgets[0]!.store.ledger.used(null, noon)).day;
          expect(used).toBeLessThan(limit + most);
          expect(used).toBeGreaterThanOrEqual(
            Math.min(
              limit,
              costs.reduce((sum, cost) => sum + cost, 0),
            ) - most,
          );
          for (const { store } of budgets) await stores.splice(stores.indexOf(store), 1)[0]!.close();
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('what is told of it', () => {
  it('in a place is its own use, and that nothing is left', async () => {
    const store = opened(temporaryFolder(), [{ of: 'place', per: 'day', tokens: 1500 }, ...ofAll(2000)]);
    const spend = async (place: string, inputTokens: number) => {
      const number = await store.ledger.reserve({ place, tokens: 1, nowMs: noon, untilMs: noon + 1 });
      const spent = { place, purpose: 'answers' as const, inputTokens, outputTokens: 0, nowMs: noon };
      await store.ledger.spend(number as number, spent);
      await store.ledger.release(number as number, { ...spent, tokens: inputTokens });
    };
    await spend('slack:T1', 1200);
    expect(await spentInWords(store.ledger, 'slack:T1', noon)).toBe(
      '1,200 of 1,500 tokens of models today, 1,200 this month (days and months of UTC).',
    );
    await spend('slack:T2', 900);
    expect(await spentInWords(store.ledger, 'slack:T1', noon)).toMatch(/^1,200 of .*The budget is used up/u);
    expect((await store.ledger.places(noon)).map(({ place, day }) => [place, day])).toEqual([
      ['slack:T1', 1200],
      ['slack:T2', 900],
    ]);
    expect(await spentInWords(opened(temporaryFolder(), []).ledger, 'slack:T1', noon)).toBeNull();
  });
});

describe('who pays', () => {
  it.each([
    [undefined, 'terminal'],
    [{ place: 'reader' }, 'reader'],
    [{ place: 'slack:T1/C2' }, 'slack:T1'],
    [[{ origins: ['operator'] }, { place: 'discord:9/8' }, { place: 'discord:7' }], 'discord:9'],
    [[], 'terminal'],
  ])('of %j is %s', (seen, payer) => expect(payerOf(seen)).toBe(payer));
});

it.each([
  [{}, false],
  [{ CHAT_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }, true],
  [{ EMBEDDING_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }, true],
  [{ EMBEDDING_MODEL: 'local:m' }, false],
])('with %j tokens are counted: %s', (env, counted) => expect(countsTokens(readConfig(env))).toBe(counted));

it('limits are those of the settings', () =>
  expect(limitsOf(readConfig({ TOKENS_A_DAY: '5', PLACE_TOKENS_A_MONTH: '3' }))).toEqual([
    { of: 'place', per: 'month', tokens: 3 },
    { of: 'all', per: 'day', tokens: 5 },
  ]));
