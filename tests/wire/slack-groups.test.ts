/** User groups in Slack's settings: who may ask and add sessions by them, and an app that may not see them. */
import { afterEach, expect, test } from 'vitest';
import { botScopes } from '../../adapters/slack/manifest.ts';
import { inEnglish } from '../../src/chat/wording.ts';
import { openedBots, soon } from '../fakes/slack-bot.ts';
import { wordsOf } from '../fakes/slack-limits.ts';

const bots = openedBots();
afterEach(() => bots.closeAll());

const where = { channel: 'general-talk' };
const untouched = {
  reply: { reply: { selected_option: { value: 'thread' } } },
  ask: { ask: { selected_option: { value: 'chosen' } } },
  ingest: { ingest: { selected_option: { value: 'admins' } } },
};

test('who is in a group that was chosen may ask, and nobody else', async () => {
  const bot = await bots.open({ slack: { userGroups: { Editors: ['ana'], Drivers: ['ben'] } } });
  await bot.adapter.start();
  const { slack, store } = bot;
  await slack.human.command('chief', 'settings', where);
  await expect.poll(() => slack.opened, soon).toHaveLength(1);
  const options = await slack.human.search('chief', slack.opened[0]!, 'ask_groups', 'edit');
  expect(options).toMatchObject([{ text: { text: 'Editors' }, value: 'S00' }]);
  expect(await slack.human.search('ben', slack.opened[0]!, 'ask_groups', '')).toEqual([]);
  await slack.human.submit('chief', slack.opened[0]!, {
    ...untouched,
    ask_groups: { ask_groups: { selected_options: options } },
    ingest_groups: { ingest_groups: { selected_options: [] } },
  });
  const place = { platform: 'slack', workspace: slack.team, channel: slack.channelId('general-talk') };
  await expect.poll(async () => (await store.settings(place)).mayAsk, soon).toEqual({ users: [], roles: ['S00'] });
  await slack.human.say('ben', '{bot} Who pays for calibration?', where);
  await expect.poll(() => slack.ephemeral.map(({ text }) => text), soon).toEqual([inEnglish('notAllowedToAsk')]);
  await slack.human.say('ana', '{bot} Who pays for calibration?', where);
  await expect.poll(() => slack.posted(), soon).toHaveLength(1);
  // The form shows what was chosen, and sent in as it is it changes nothing.
  await slack.human.command('chief', 'settings', where);
  await expect.poll(() => slack.opened, soon).toHaveLength(2);
  expect(JSON.stringify(slack.opened[1]!['blocks'])).toContain('Editors');
});

test('an app without the scope works, keeps what was set, and tells an administrator once', async () => {
  const bot = await bots.open({ slack: { scopes: botScopes } });
  await bot.adapter.start();
  const { slack, store } = bot;
  const place = { platform: 'slack', workspace: slack.team, channel: slack.channelId('general-talk') };
  await store.saveSettings(place, { mayIngest: { users: [], roles: ['S00'] } });
  for (const count of [1, 2]) {
    await slack.human.command('chief', 'settings', where);
    await expect.poll(() => slack.opened, soon).toHaveLength(count);
  }
  expect(wordsOf(slack.opened[1]!['blocks'])).toContain(inEnglish('groupsNeedScope'));
  expect(JSON.stringify(slack.opened[1]!['blocks'])).not.toContain('ask_groups');
  await slack.human.submit('chief', slack.opened[1]!, {
    ...untouched,
    ask: { ask: { selected_option: { value: 'everyone' } } },
    ingest: { ingest: { selected_option: { value: 'chosen' } } },
  });
  await expect.poll(async () => (await store.settings(place)).mayIngest, soon).toEqual({ users: [], roles: ['S00'] });
  await expect.poll(() => slack.posted().map(({ args }) => args['text']), soon).toHaveLength(1);
  expect(slack.posted()[0]!.args['text']).toBe(inEnglish('scopesMissing', { scopes: 'usergroups:read' }));
});
