/** Two hundred questions over twenty channels while much goes wrong, at a Slack on the loopback. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { fakeRapporteur } from '../fakes/rapporteur.ts';
import { openedBots, type Way } from '../fakes/slack-bot.ts';
import { wordsOf } from '../fakes/slack-limits.ts';

const bots = openedBots();
afterEach(() => bots.closeAll());

const questions = 200;
const channels = Array.from({ length: 20 }, (_, index) => `talk-${index}`);
const ever = (pause: number) => Array.from({ length: 40 }, () => pause);
const people = ['ana', 'ben', 'cai', 'dee', 'eli', 'fay', 'gus', 'hal', 'ivy', 'jo'];

describe.each<Way>(['socket', 'http'])('over %s', (way) => {
  test('each question is answered exactly once, in its own thread', async () => {
    const rapporteur = fakeRapporteur({ delayMs: 10 });
    const bot = await bots.open({
      way,
      rapporteur,
      adapter: { limits: { retryAfterMs: Array.from({ length: 12 }, () => 150) } },
      // As often as it takes: a busy machine is slow to acknowledge, and no time is asserted here.
      slack: { channels, privateChannels: [], people, ackMs: 1_000, redeliverMs: [100, 200, 400, ...ever(800)] },
    });
    const { slack } = bot;
    await bot.adapter.start();

    const asking = new AbortController();
    const spoiling = (async () => {
      for (let round = 0; !asking.signal.aborted; round += 1) {
        // What was not met in a round is gone with it: faults must not pile up for the last question.
        slack.clearFaults();
        slack.fail({ method: 'chat.postMessage', kind: 'drop' });
        slack.fail({ method: 'chat.postMessage', kind: 'dropAfter' });
        slack.fail({ method: 'chat.postMessage', kind: 'status', status: 503 });
        slack.fail({ method: 'assistant.threads.setStatus', kind: 'status', status: 500 });
        if (round % 4 === 0) slack.fail({ method: 'chat.postMessage', kind: 'ratelimited', retryAfterSeconds: 1 });
        slack.loseAcks(round % 5 === 1 ? 2 : 0);
        if (round % 6 === 2) slack.disconnect();
        if (round % 6 === 5) slack.dropSockets();
        await wait(400);
      }
      slack.clearFaults();
      slack.loseAcks(0);
    })();

    const asked = await Promise.all(
      Array.from({ length: questions }, async (_, index) => {
        await wait(index * 30);
        const said = await slack.human.say(people[index % people.length]!, `{bot} Calibration, question ${index}?`, {
          channel: channels[index % channels.length]!,
        });
        return { ...said, text: `Calibration, question ${index}?` };
      }),
    );
    expect(slack.log.filter(({ error }) => error !== null).length).toBeGreaterThan(20);
    asking.abort();
    await spoiling;
    await expect
      .poll(() => new Set(slack.posted().map(({ args }) => args['thread_ts'])).size, { timeout: 60_000, interval: 200 })
      .toBe(questions);
    await expect.poll(() => bot.store.unfinished('slack'), { timeout: 60_000 }).toHaveLength(0);
    await bot.adapter.stop();

    expect(rapporteur.asked.map(({ text }) => text).sort()).toEqual(asked.map(({ text }) => text).sort());
    const replies = await Promise.all(asked.map(({ channel, ts }) => slack.replies(channel, ts)));
    expect(replies.map((thread) => thread.length)).toEqual(asked.map(() => 1));
    expect(
      replies.filter(([reply]) => !wordsOf(reply!.blocks).includes('Calibration is what nobody pays for')),
    ).toEqual([]);
    expect(asked.filter(({ deliveries }) => !deliveries.some(({ acknowledged }) => acknowledged))).toEqual([]);
    expect(slack.delivered.filter(({ attempts }) => attempts > 1).length).toBeGreaterThan(0);
  }, 240_000);
});
