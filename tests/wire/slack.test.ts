/** The unmodified Bolt before a Slack on the loopback: what Slack itself would do is only as its documentation says. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Session, Turn } from '../../src/session.ts';
import { testChatAdapter } from '../contracts/chat-adapter.ts';
import { type FakeRapporteur, fakeRapporteur } from '../fakes/rapporteur.ts';
import {
  openedBots,
  repliesTo,
  type SlackBot,
  slackBot,
  type SlackBotOptions,
  type Way,
  soon,
} from '../fakes/slack-bot.ts';
import { mentionsIn, wordsOf } from '../fakes/slack-limits.ts';
import { feedbackIn } from '../fixtures/feedback.ts';

const bots = openedBots();
afterEach(() => bots.closeAll());

async function started(options: SlackBotOptions = {}): Promise<SlackBot> {
  const bot = await bots.open(options);
  await bot.adapter.start();
  return bot;
}

for (const way of ['socket', 'http'] as const) {
  testChatAdapter(`Slack over ${way}`, async (rapporteur) => {
    let bot = await slackBot({ way, rapporteur });
    const asked: { channel: string; ts: string }[] = [];
    const chatOf = () => ({
      adapter: bot.adapter,
      async ask(text: string) {
        const said = await bot.slack.human.say('ana', `{bot} ${text}`, { channel: 'general-talk' });
        asked.push(said);
        return `${said.channel}:${said.ts}`;
      },
      async replies() {
        const found = await Promise.all(
          asked.map(async ({ channel, ts }) =>
            (await bot.slack.replies(channel, ts)).map(({ blocks, text }) => ({
              place: `${channel}:${ts}`,
              text: blocks ? wordsOf(blocks) : text,
            })),
          ),
        );
        return found.flat();
      },
      async redeliver() {
        const { deliveries } = await bot.slack.human.repeat();
        expect(deliveries.every(({ acknowledged }) => acknowledged)).toBe(true);
      },
      async killAndReopen(other: FakeRapporteur) {
        bot = bot.killAndReopen(other);
        return chatOf();
      },
      close: () => bot.close(),
    });
    return chatOf();
  });
}

describe.each<Way>(['socket', 'http'])('over %s', (way) => {
  test('a mention in a channel is answered in its thread, once, though two events tell of it', async () => {
    const bot = await started({ way });
    const said = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    expect(said.deliveries).toHaveLength(2);
    const [reply] = await repliesTo(bot, said);
    expect(reply).toContain('Calibration is what nobody pays for');
    expect(reply).toContain('Tomáš Novák');
    expect(reply).toContain('Open data for rivers · 4 March 2025');
    await bot.adapter.stop();
    expect(bot.slack.posted()).toHaveLength(1);
  });

  test('a direct message is answered', async () => {
    const bot = await started({ way });
    const said = await bot.slack.human.say('ana', 'Who pays for calibration?');
    expect((await repliesTo(bot, said))[0]).toContain('Calibration is what nobody pays for');
  });

  test('a command is answered to the asker alone, who can share it', async () => {
    const bot = await started({ way });
    const { response } = await bot.slack.human.command('ana', 'ask Who pays for calibration?', {
      channel: 'general-talk',
    });
    expect(response).toMatchObject({ response_type: 'ephemeral' });
    await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(1);
    const [answer] = bot.slack.ephemeral;
    expect(wordsOf(answer!.blocks)).toContain('Calibration is what nobody pays for');
    expect(answer!.to).toBe(bot.slack.person('ana').id);
    expect(bot.slack.posted()).toHaveLength(0);

    const on = { message: answer!, channel: answer!.channel, isEphemeral: true };
    await Promise.all([bot.slack.human.click('ana', on, 'share'), bot.slack.human.click('ana', on, 'share')]);
    await expect.poll(() => bot.slack.posted('general-talk'), soon).toHaveLength(1);
    expect(wordsOf(bot.slack.posted('general-talk')[0]!.args['blocks'])).toContain(
      'Calibration is what nobody pays for',
    );
    await expect
      .poll(() => bot.slack.calls('response_url').some(({ args }) => args['delete_original'] === true), soon)
      .toBe(true);
    await bot.adapter.stop();
    expect(bot.slack.posted('general-talk')).toHaveLength(1);
  });

  test('message shortcuts say who said the words, and check a quotation', async () => {
    const bot = await started({ way });
    const message = {
      channel: bot.slack.channelId('general-talk'),
      ts: '1.1',
      user: bot.slack.person('ben').id,
      text: '&gt; “Publishing is cheap.”',
    };
    await bot.slack.human.shortcut('ana', 'check_this_quotation', message);
    await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(1);
    expect(wordsOf(bot.slack.ephemeral[0]!.blocks)).toMatch(/exactly so[\s\S]*Tomáš Novák[\s\S]*Publishing is cheap\./);
    await bot.slack.human.shortcut('ana', 'who_said_this', {
      ...message,
      text: 'Was it so? “Publishing is cheap.”',
    });
    await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(2);
    expect(wordsOf(bot.slack.ephemeral[1]!.blocks)).toContain('Tomáš Novák');
  });

  test('forms come and go: settings are kept, and hold for the next question', async () => {
    const rapporteur = fakeRapporteur();
    const bot = await started({ way, rapporteur });
    await bot.slack.human.command('chief', 'settings', { channel: 'general-talk' });
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(1);
    const [view] = bot.slack.opened;
    const events = await bot.slack.human.search('chief', view!, 'events', 'rail');
    const { response } = await bot.slack.human.submit('chief', view!, {
      events: {
        events: {
          type: 'multi_external_select',
          selected_options: events,
        },
      },
      reply: { reply: { type: 'radio_buttons', selected_option: { value: 'asker' } } },
      ask: { ask: { type: 'radio_buttons', selected_option: { value: 'chosen' } } },
      ask_people: { ask_people: { type: 'multi_users_select', selected_users: [bot.slack.person('ana').id] } },
      hourly: { hourly: { type: 'number_input', value: '2' } },
      ingest: { ingest: { type: 'radio_buttons', selected_option: { value: 'admins' } } },
    });
    expect(response ?? '').not.toMatchObject({ response_action: 'errors' });

    await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(1);
    expect(rapporteur.asked[0]!.scope).toMatchObject([{ events: ['Rail Forum 2025'], sessions: [] }]);
    expect(wordsOf(bot.slack.ephemeral[0]!.blocks)).not.toContain('Calibration is what nobody pays for');

    await bot.slack.human.say('ben', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(2);
    expect(bot.slack.ephemeral[1]!.text).toMatch(/certain people only/);
    await bot.slack.human.say('ana', '{bot} And again?', { channel: 'general-talk' });
    await bot.slack.human.say('ana', '{bot} And once more?', { channel: 'general-talk' });
    await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(4);
    expect(bot.slack.ephemeral[3]!.text).toMatch(/2 questions an hour/);
    expect(rapporteur.asked).toHaveLength(2);
    expect(bot.slack.posted()).toHaveLength(0);
  });
});

describe('conversations', () => {
  test('a follow-up in a thread knows the earlier questions', async () => {
    const rapporteur = fakeRapporteur();
    const bot = await started({ rapporteur });
    const first = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await repliesTo(bot, first);
    await bot.slack.human.say('ben', '{bot} And why?', { channel: 'general-talk', thread: first.ts });
    await expect.poll(() => rapporteur.asked, soon).toHaveLength(2);
    expect(rapporteur.asked[1]).toMatchObject({ text: 'And why?', history: ['Who pays for calibration?'] });
  });

  test('in the agent surface, where every message is a thread of its own, the bot remembers', async () => {
    const rapporteur = fakeRapporteur();
    const bot = await started({ rapporteur });
    await repliesTo(bot, await bot.slack.human.say('ana', 'Who pays for calibration?'));
    await repliesTo(bot, await bot.slack.human.say('ana', 'And why?'));
    expect(rapporteur.asked[1]).toMatchObject({ history: ['Who pays for calibration?'] });
  });

  test('what others ask elsewhere is not remembered', async () => {
    const rapporteur = fakeRapporteur();
    const bot = await started({ rapporteur });
    await repliesTo(bot, await bot.slack.human.say('ana', 'Who pays for calibration?'));
    await repliesTo(bot, await bot.slack.human.say('ben', 'And why?'));
    expect(rapporteur.asked[1]!.history ?? []).toEqual([]);
  });

  test('people who talk among themselves are left alone', async () => {
    const rapporteur = fakeRapporteur();
    const bot = await started({ rapporteur });
    const first = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await repliesTo(bot, first);
    await bot.slack.human.say('ben', 'I think nobody does.', { channel: 'general-talk', thread: first.ts });
    await bot.slack.human.say('ben', 'Lunch?', { channel: 'general-talk' });
    await bot.adapter.stop();
    expect(rapporteur.asked).toHaveLength(1);
  });

  test('an edited question is answered anew in the same message', async () => {
    const bot = await started();
    const said = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await repliesTo(bot, said);
    await bot.slack.human.edit('ana', said, '{bot} What does a sleeping car cost?');
    await expect.poll(async () => (await repliesTo(bot, said))[0], soon).toContain('three ordinary carriages');
    await bot.adapter.stop();
    expect(bot.slack.posted()).toHaveLength(1);
  });

  test('an edit that adds the mention asks', async () => {
    const bot = await started();
    const said = await bot.slack.human.say('ana', 'Who pays for calibration?', { channel: 'general-talk' });
    await bot.slack.human.edit('ana', said, '{bot} Who pays for calibration?');
    expect((await repliesTo(bot, said))[0]).toContain('Calibration');
  });

  test('a deleted question loses its answer', async () => {
    const bot = await started();
    const said = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await repliesTo(bot, said);
    await bot.slack.human.remove('ana', said);
    await repliesTo(bot, said, 0);
    expect(bot.slack.calls('chat.delete')).toHaveLength(1);
  });

  test('a question deleted while it waits is not answered', async () => {
    const rapporteur = fakeRapporteur();
    const release = rapporteur.hold();
    const bot = await started({ rapporteur });
    const said = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await expect.poll(() => rapporteur.asked, soon).toHaveLength(1);
    await bot.slack.human.remove('ana', said);
    release();
    await bot.adapter.stop();
    await repliesTo(bot, said, 0);
  });
});

describe('the answer', () => {
  test('is preceded by a status in its thread, and nothing is shown before it is checked', async () => {
    const bot = await started();
    const said = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await repliesTo(bot, said);
    const methods = bot.slack.log.map(({ method }) => method);
    expect(methods.indexOf('assistant.threads.setStatus')).toBeLessThan(methods.indexOf('chat.postMessage'));
    expect(bot.slack.statuses[0]).toMatchObject({ channel_id: said.channel, thread_ts: said.ts });
    expect(methods).not.toContain('chat.startStream');
  });

  test('is never unfurled and calls nobody, whatever was asked or said', async () => {
    const bot = await started();
    await repliesTo(
      bot,
      await bot.slack.human.say('ana', '{bot} <!channel> <@U99> calibration <https://evil.test|here>?', {
        channel: 'general-talk',
      }),
    );
    for (const { args } of bot.slack.posted()) {
      expect(args).toMatchObject({ unfurl_links: false, unfurl_media: false });
      expect(mentionsIn(args)).toEqual([]);
    }
  });

  test('opens the turns around a quote, in pages', async () => {
    const turns = Array.from({ length: 30 }, (_, index) => ({
      speaker: null,
      text: `Sentence number ${index} of the ${index === 15 ? 'lighthouse' : 'harbour'}.`,
      times: [],
    }));
    const bot = await started({ rapporteur: fakeRapporteur({ sessions: [longSession(turns)] }) });
    const said = await bot.slack.human.say('ana', '{bot} The lighthouse?', { channel: 'general-talk' });
    await repliesTo(bot, said);
    const message = (await bot.slack.replies(said.channel, said.ts))[0]!;
    await bot.slack.human.click('ana', { message, channel: said.channel }, 'context_q1');
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(1);
    expect(wordsOf(bot.slack.opened[0]!['blocks'])).toMatch(/number 12 [\s\S]*number 15 [\s\S]*number 18 /);
    await bot.slack.human.click('ana', { view: bot.slack.opened[0]! }, 'later');
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(2);
    expect(wordsOf(bot.slack.opened[1]!['blocks'])).toMatch(/number 19 [\s\S]*number 25 /);
    await bot.slack.human.click('ana', { view: bot.slack.opened[1]! }, 'earlier');
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(3);
    expect(wordsOf(bot.slack.opened[2]!['blocks'])).toContain('number 15 ');
  });

  test('shows more quotes in pages, and the whole in a file when it is long', async () => {
    const turns = Array.from({ length: 23 }, (_, index) => ({
      speaker: null,
      text: `The lighthouse, remark ${index}, ${'again '.repeat(60)}.`,
      times: [],
    }));
    const bot = await started({ rapporteur: fakeRapporteur({ sessions: [longSession(turns)] }) });
    const said = await bot.slack.human.say('ana', '{bot} The lighthouse?', { channel: 'general-talk' });
    await repliesTo(bot, said, 2);
    const [message, file] = await bot.slack.replies(said.channel, said.ts);
    expect(file).toMatchObject({ files: [{ name: 'answer.txt' }] });
    await bot.slack.human.click('ana', { message: message!, channel: said.channel }, 'more_quotes');
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(1);
    const seen = [wordsOf(bot.slack.opened[0]!['blocks'])];
    for (let page = 1; page < 5; page += 1) {
      await bot.slack.human.click('ana', { view: bot.slack.opened.at(-1)! }, 'page_next');
      await expect.poll(() => bot.slack.opened, soon).toHaveLength(page + 1);
      seen.push(wordsOf(bot.slack.opened.at(-1)!['blocks']));
    }
    for (let index = 0; index < 23; index += 1) expect(seen.join('\n')).toContain(`remark ${index},`);
  });

  test('takes verdicts, and reasons for bad ones, and keeps them with question, answer and library version', async () => {
    const bot = await started();
    const said = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await repliesTo(bot, said);
    const message = (await bot.slack.replies(said.channel, said.ts))[0]!;
    const id = String(message.metadata!.event_payload['id']);
    await bot.slack.human.click('ben', { message, channel: said.channel }, 'feedback', { value: `good:${id}` });
    await bot.slack.human.click('ana', { message, channel: said.channel }, 'feedback', { value: `bad:${id}` });
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(1);
    await bot.slack.human.submit('ana', bot.slack.opened[0]!, {
      reason: { reason: { type: 'plain_text_input', value: 'It left out the price.' } },
    });
    await expect
      .poll(
        async () => (await feedbackIn(bot.store)).toSorted((one, other) => (one.verdict > other.verdict ? -1 : 1)),
        soon,
      )
      .toMatchObject([
        {
          verdict: 'good',
          reason: null,
          question: 'Who pays for calibration?',
          libraryVersion: 'fake-1',
          answer: { status: 'answered' },
        },
        { verdict: 'bad', reason: 'It left out the price.' },
      ]);
  });

  test('cannot be opened from another channel, nor a private one by another person', async () => {
    const bot = await started({ slack: { channels: ['general-talk', 'other-talk'] } });
    const said = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'closed-room' });
    await repliesTo(bot, said);
    const message = (await bot.slack.replies(said.channel, said.ts))[0]!;
    await bot.slack.human.click('ana', { message, channel: bot.slack.channelId('other-talk') }, 'context_q1');
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(1);
    expect(wordsOf(bot.slack.opened[0]!['blocks'])).toMatch(/another channel/);
    await bot.slack.human.command('ana', 'ask Who pays for calibration?', { channel: 'general-talk' });
    await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(1);
    const hidden = bot.slack.ephemeral[0]!;
    await bot.slack.human.click('ben', { message: hidden, channel: hidden.channel }, 'context_q1');
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(2);
    expect(wordsOf(bot.slack.opened[1]!['blocks'])).toMatch(/Only the person who asked/);
    expect(bot.slack.posted().every(({ args }) => args['channel'] === bot.slack.channelId('closed-room'))).toBe(true);
  });
});

describe('commands', () => {
  test.each([
    ['help', 'How to ask'],
    ['sessions', 'Open data for rivers'],
    ['speakers', 'Ilse Brandt'],
    ['verify “A sleeping car costs”', 'exactly so'],
    ['settings', 'Questions an hour'],
  ])('%s', async (text, expected) => {
    const bot = await started();
    await bot.slack.human.command('ana', text, { channel: 'general-talk' });
    await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(1);
    expect(wordsOf(bot.slack.ephemeral[0]!.blocks)).toContain(expected);
    expect(bot.slack.opened).toHaveLength(0);
  });

  test('are understood after a mention too', async () => {
    const bot = await started();
    const said = await bot.slack.human.say('ana', '{bot} sessions', { channel: 'general-talk' });
    expect((await repliesTo(bot, said))[0]).toContain('Night trains');
  });

  test('the settings form is refused to who is no administrator any more', async () => {
    const bot = await started();
    await bot.slack.human.command('chief', 'settings', { channel: 'general-talk' });
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(1);
    const { response } = await bot.slack.human.submit('ana', bot.slack.opened[0]!, {
      reply: { reply: { selected_option: { value: 'asker' } } },
      ask: { ask: { selected_option: { value: 'everyone' } } },
      ingest: { ingest: { selected_option: { value: 'everyone' } } },
    });
    expect(response).toMatchObject({ response_action: 'errors' });
    expect(
      (
        await bot.store.settings({
          platform: 'slack',
          workspace: bot.slack.team,
          channel: bot.slack.channelId('general-talk'),
        })
      ).reply,
    ).toBe('thread');
  });
});

describe('the home', () => {
  test('says what can be read and asked, and offers settings to administrators', async () => {
    const bot = await started();
    await bot.slack.human.openApp('ana', 'home');
    await bot.slack.human.openApp('chief', 'home');
    await expect.poll(() => bot.slack.published.size, soon).toBe(2);
    const [ana, chief] = ['ana', 'chief'].map((name) => bot.slack.published.get(bot.slack.person(name).id)!);
    expect(wordsOf(ana!['blocks'])).toMatch(/Sessions: 2\. Events: 2\.[\s\S]*Night trains[\s\S]*How to ask/);
    expect(JSON.stringify(ana)).not.toContain('settings_of');
    expect(JSON.stringify(chief)).toContain('settings_of');
    await bot.slack.human.click('chief', { view: chief! }, 'settings_of', {
      selected_conversation: bot.slack.channelId('closed-room'),
    });
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(1);
    expect(JSON.parse(String(bot.slack.opened[0]!['private_metadata']))).toMatchObject({
      channel: bot.slack.channelId('closed-room'),
    });
    await bot.slack.human.click('chief', { view: chief! }, 'settings_of_workspace');
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(2);
  });

  test('the messages tab suggests questions from the library, and what the channel in view is about first', async () => {
    const bot = await started();
    await bot.slack.human.openApp('ana', 'messages');
    await expect.poll(() => bot.slack.prompts, soon).toHaveLength(1);
    expect(JSON.stringify(bot.slack.prompts[0])).toContain('Open data for rivers');
    const place = { platform: 'slack', workspace: bot.slack.team, channel: bot.slack.channelId('general-talk') };
    await bot.store.saveSettings(place, { scope: { events: ['Rail Forum 2025'] } });
    await bot.slack.human.lookAt('ana', 'general-talk');
    await expect.poll(() => bot.slack.prompts, soon).toHaveLength(2);
    expect(JSON.stringify(bot.slack.prompts[1])).toMatch(/agreed in “Night trains”/);
  });
});

describe('a transcript sent to the bot', () => {
  const file = { name: 'harbour.txt', bytes: new TextEncoder().encode('The lighthouse stays.') };

  test('is ingested for who may, with progress in the thread', async () => {
    const bot = await started();
    const said = await bot.slack.human.sendFile('chief', file);
    await expect
      .poll(
        async () => (await bot.slack.replies(said.channel, said.ts)).map(({ blocks }) => wordsOf(blocks ?? [])),
        soon,
      )
      .toEqual([expect.stringMatching(/harbour\.txt: added “harbour\.txt”/)]);
    expect((await bot.rapporteur.sessions()).map(({ title }) => title)).toContain('harbour.txt');
  });

  test('is not taken from others, who are told who may', async () => {
    const bot = await started();
    const said = await bot.slack.human.sendFile('ana', file);
    expect((await repliesTo(bot, said))[0]).toMatch(/administrators/);
    await bot.slack.human.sendFile('ana', file, { channel: 'general-talk', text: '{bot} please read this' });
    await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(1);
    await bot.adapter.stop();
    expect(await bot.rapporteur.sessions()).toHaveLength(2);
  });

  test('is read once though a mention brings it twice, and is refused when too large', async () => {
    const bot = await started({ adapter: { limits: { fileBytes: 30 } } });
    const said = await bot.slack.human.sendFile('chief', file, { channel: 'general-talk', text: '{bot}' });
    await expect.poll(async () => (await bot.slack.replies(said.channel, said.ts)).length, soon).toBe(1);
    const large = await bot.slack.human.sendFile('chief', { name: 'long.txt', bytes: new Uint8Array(31) });
    expect((await repliesTo(bot, large))[0]).toMatch(/long\.txt: is .* at most/);
    await bot.adapter.stop();
    expect(bot.slack.posted('general-talk')).toHaveLength(1);
  });

  test('that cannot be read is told in the words of the command line', async () => {
    const bot = await started();
    const said = await bot.slack.human.sendFile('chief', { name: 'empty.txt', bytes: new TextEncoder().encode(' ') });
    await expect.poll(async () => (await repliesTo(bot, said))[0], soon).toMatch(/empty\.txt: is empty/);
  });
});

function longSession(turns: Turn[]): Session {
  return {
    id: 'harbour-2031',
    title: 'Harbour talk',
    date: '2031-01-02',
    startTime: null,
    endTime: null,
    event: null,
    kind: 'transcript',
    language: 'en',
    source: 'harbour.txt',
    page: null,
    speakers: [],
    turns,
    findings: [],
  };
}
