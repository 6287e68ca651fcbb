/** What went unanswered is grouped by what was asked for, and has words only where that is switched on. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { grouped } from '../../src/chat/gaps.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

let store: ChatStore;
let asked = 0;
beforeEach(() => {
  store = openChatStore(temporaryFolder());
});
afterEach(() => store.close());

const noon = Date.UTC(2026, 10, 30, 12);

async function ask(
  question: string,
  status: Answer['status'],
  workspace = 'T1',
  opinion?: 'good' | 'bad',
): Promise<void> {
  asked += 1;
  const place = { platform: 'slack', workspace, channel: 'C1' };
  const post = {
    place,
    thread: null,
    conversation: 'C1',
    asker: { id: 'ana', roles: [], isAdmin: false },
    message: `m${asked}`,
    event: null,
    command: { name: 'ask' as const, question },
    isDirect: false,
    onlyForAsker: false,
    replyTo: null,
  };
  const id = `q${asked}`;
  const answer: Answer = { question, status, text: '', quotes: [], report: [], related: [], model: null };
  const item = (await store.receive(id, post, null, noon + asked))!;
  await store.keepReply(item, { kind: 'answer', id, answer }, '1', noon);
  await store.finish(item, 'answered', 'sent', noon);
  if (opinion)
    await store.saveFeedback({
      id,
      place,
      user: 'ben',
      verdict: opinion,
      reason: null,
      question,
      answer,
      libraryVersion: '1',
      timeMs: noon + asked,
    });
}

async function askAll(): Promise<void> {
  await ask('What was said about narwhals?', 'not_found');
  await ask('Who pays for calibration?', 'answered', 'T1', 'good');
  await ask('Did anyone speak about narwhals?', 'nearest', 'T2');
  await ask('What does a station cost?', 'answered', 'T1', 'bad');
}

it('groups by what was asked for where words are switched on', async () => {
  await askAll();
  expect(grouped(await store.gaps(), { withWords: true })).toMatchObject([
    {
      count: 2,
      example: 'Did anyone speak about narwhals?',
      why: { not_found: 1, nearest: 1 },
      origins: ['slack:T1', 'slack:T2'],
      lastDay: '2026-11-30',
    },
    { count: 1, example: 'What does a station cost?', why: { bad: 1 } },
  ]);
});

it('has no words otherwise', async () => {
  await askAll();
  const groups = grouped(await store.gaps(), { withWords: false });
  expect(groups.map(({ origins, count, why }) => ({ origins, count, why }))).toEqual([
    { origins: ['slack:T1'], count: 2, why: { not_found: 1, bad: 1 } },
    { origins: ['slack:T2'], count: 1, why: { nearest: 1 } },
  ]);
  expect(JSON.stringify(groups)).not.toMatch(/narwhal|station/u);
});

it('forgets what is forgotten', async () => {
  await askAll();
  await store.forgetPerson({ platform: 'slack', workspace: null, user: 'ana' });
  expect(await store.gaps()).toEqual([]);
});
