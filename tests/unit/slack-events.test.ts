import { describe, expect, test } from 'vitest';
import { happeningOf, plainText, postOfCommand, postOfShortcut } from '../../adapters/slack/events.ts';

const bot = 'U0BOT';

function event(inner: Record<string, unknown>): unknown {
  return {
    type: 'event_callback',
    team_id: 'T1',
    event_id: 'Ev1',
    event: { type: 'message', channel: 'C1', channel_type: 'channel', user: 'U1', ts: '1.1', ...inner },
    authorizations: [{ enterprise_id: null, team_id: 'T1', user_id: bot, is_bot: true, is_enterprise_install: false }],
  };
}

function changed(text: string, before: string, more = {}): unknown {
  return event({
    subtype: 'message_changed',
    ts: '9.9',
    message: { user: 'U1', ts: '1.1', text, ...more },
    previous_message: { text: before },
  });
}

describe('asked', () => {
  test.each([
    ['a mention', { type: 'app_mention', text: '<@U0BOT> who spoke?' }, { name: 'ask', question: 'who spoke?' }],
    ['the message of a mention', { text: 'hi <@U0BOT|rap> who spoke?' }, { name: 'ask', question: 'hi who spoke?' }],
    [
      'a direct message',
      { channel: 'D1', channel_type: 'im', text: 'who spoke &amp; when?' },
      { name: 'ask', question: 'who spoke & when?' },
    ],
    ['a command after a mention', { type: 'app_mention', text: '<@U0BOT> sessions' }, { name: 'sessions' }],
    [
      'a reply sent to the channel too',
      { subtype: 'thread_broadcast', text: '<@U0BOT> who?' },
      { name: 'ask', question: 'who?' },
    ],
  ])('%s', (_what, inner, command) => {
    expect(happeningOf(event(inner), bot)).toMatchObject({
      kind: 'asked',
      post: { command, message: '1.1', event: 'Ev1' },
    });
  });
  test.each([
    ['talk among people', { text: 'who spoke?' }],
    ['another bot', { text: '<@U0BOT> who?', bot_id: 'B9' }],
    ['itself', { text: '<@U0BOT> who?', user: bot }],
    ['a message about joining', { subtype: 'channel_join', text: '<@U0BOT> joined' }],
    ['another mention', { text: '<@U0BOTHER> who?' }],
  ])('not by %s', (_what, inner) => {
    expect(happeningOf(event(inner), bot)).toBeNull();
  });
  test('the message and the mention of one post are the same message', () => {
    const posts = ['message', 'app_mention'].map((type) => happeningOf(event({ type, text: '<@U0BOT> who?' }), bot));
    expect(posts[0]).toEqual(posts[1]);
  });
  test('a thread is a conversation, and so is a direct message whatever its thread', () => {
    expect(happeningOf(event({ text: '<@U0BOT> who?', thread_ts: '0.5' }), bot)).toMatchObject({
      post: { conversation: 'C1:0.5', thread: '0.5', replyTo: { thread: '0.5' } },
    });
    expect(happeningOf(event({ text: '<@U0BOT> who?' }), bot)).toMatchObject({
      post: { conversation: 'C1:1.1', thread: null, replyTo: { thread: '1.1' } },
    });
    expect(
      happeningOf(event({ channel: 'D1', channel_type: 'im', text: 'who?', thread_ts: '0.5' }), bot),
    ).toMatchObject({ post: { conversation: 'D1', thread: null, replyTo: { thread: '0.5' } } });
  });
  test('anything else that arrives is nothing', () => {
    for (const body of [
      null,
      1,
      {},
      { type: 'event_callback' },
      event({ type: 'reaction_added' }),
      event({ channel: null }),
    ]) {
      expect(happeningOf(body, bot)).toBeNull();
    }
  });
});

describe('changed', () => {
  test('an edit asks anew', () => {
    expect(happeningOf(changed('<@U0BOT> why?', '<@U0BOT> who?'), bot)).toMatchObject({
      kind: 'edited',
      message: '1.1',
      command: { name: 'ask', question: 'why?' },
    });
  });
  test('a preview added by Slack is no edit', () => {
    expect(happeningOf(changed('<@U0BOT> who?', '<@U0BOT> who?'), bot)).toBeNull();
  });
  test('its own reply changed is no edit', () => {
    expect(happeningOf(changed('<@U0BOT> x', 'y', { user: bot }), bot)).toBeNull();
  });
  test('a deletion', () => {
    expect(happeningOf(event({ subtype: 'message_deleted', deleted_ts: '1.1' }), bot)).toMatchObject({
      kind: 'deleted',
      message: '1.1',
    });
  });
  test('a deletion that leaves a tombstone', () => {
    expect(
      happeningOf(changed('This message was deleted.', '<@U0BOT> who?', { subtype: 'tombstone' }), bot),
    ).toMatchObject({ kind: 'deleted', message: '1.1' });
  });
});

test('a file sent to the bot is to be read, whatever is said with it', () => {
  const files = [{ id: 'F1', name: 'talk.vtt', size: 12, url_private_download: 'https://files.slack.com/x' }];
  expect(
    happeningOf(event({ channel: 'D1', channel_type: 'im', subtype: 'file_share', text: 'here', files }), bot),
  ).toMatchObject({
    kind: 'files',
    files: [{ id: 'F1', name: 'talk.vtt', size: 12, url: 'https://files.slack.com/x' }],
  });
});

test('a command is for the asker alone and answered where it was typed', () => {
  const body = {
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    text: 'ask who spoke?',
    trigger_id: 't1',
    response_url: 'http://r',
  };
  expect(postOfCommand(body)).toMatchObject({
    onlyForAsker: true,
    isDirect: false,
    command: { name: 'ask', question: 'who spoke?' },
    replyTo: { responseUrl: 'http://r' },
  });
});

test.each([
  ['who_said_this', 'We keep the weir.', { name: 'who', words: 'We keep the weir.' }],
  ['check_this_quotation', '&gt; “We keep the weir.”', { name: 'verify', quotation: '> “We keep the weir.”' }],
])('shortcut %s', (callback, text, command) => {
  const body = {
    team: { id: 'T1' },
    channel: { id: 'C1' },
    user: { id: 'U1' },
    message: { text },
    trigger_id: 't',
    response_url: 'http://r',
  };
  expect(postOfShortcut(callback, body).command).toEqual(command);
});

test.each([
  ['a < b &amp; c', 'a < b & c'],
  ['see <https://x.test|the page>', 'see the page'],
  ['see <https://x.test>', 'see https://x.test'],
  ['<!here> <@U9> in <#C9|talk>', 'in talk'],
  ['&lt;!channel&gt;', '<!channel>'],
])('plain text of %s', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});
