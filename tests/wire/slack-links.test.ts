/** Links of the reader that people post in Slack: shown with their words, where the place may see them. */
import { afterEach, expect, it } from 'vitest';
import { botScopes, linkScopes } from '../../adapters/slack/manifest.ts';
import { anchorOf } from '../../src/words/anchor.ts';
import { fakeRapporteur } from '../fakes/rapporteur.ts';
import { openedBots, soon, type SlackBot } from '../fakes/slack-bot.ts';
import { wordsOf } from '../fakes/slack-limits.ts';

const bots = openedBots();
afterEach(() => bots.closeAll());

const readerAddress = 'https://records.example.org';

async function started(
  scopes: string[],
  reader: string | null = readerAddress,
): Promise<SlackBot & { link: string; words: string }> {
  const bot = await bots.open({
    slack: { scopes: [...botScopes, ...scopes] },
    rapporteur: fakeRapporteur(),
    adapter: { readerAddress: reader },
  });
  await bot.adapter.start();
  const { id } = (await bot.rapporteur.sessions())[0]!;
  const { turns } = (await bot.rapporteur.show(id))!;
  const words = turns[0]!.text.split('. ')[0]!;
  const anchor = anchorOf(turns, { turn: 0, start: 0, end: words.length })!;
  return { ...bot, words, link: `${readerAddress}/sessions/${encodeURIComponent(id)}/at/${anchor}` };
}
const unfurled = ({ slack }: SlackBot) => slack.calls('chat.unfurl');

it('are shown with their words', async () => {
  const bot = await started(linkScopes);
  await bot.slack.human.link('ana', bot.link, { channel: 'general-talk' });
  await expect.poll(() => unfurled(bot), soon).toHaveLength(1);
  const { args, ok } = unfurled(bot)[0]!;
  expect(ok).toBe(true);
  const given = args['unfurls'];
  const unfurls = (typeof given === 'string' ? JSON.parse(given) : given) as {
    [url: string]: { blocks: Parameters<typeof wordsOf>[0] };
  };
  expect(Object.keys(unfurls)).toEqual([bot.link]);
  expect(wordsOf(unfurls[bot.link]!.blocks)).toContain(bot.words.replace(/[.]$/u, ''));
});

it.each([
  ['an address elsewhere', (link: string) => link.replace('records.', 'other.')],
  ['an address that only begins alike', (link: string) => link.replace('.org', '.org.elsewhere.net')],
  ['a page without words', () => `${readerAddress}/sessions/none`],
  ['a session that is not seen', (link: string) => link.replace(/sessions\/[^/]+/u, 'sessions/none')],
  ['an anchor that is none', () => `${readerAddress}/sessions/%E0%A4%A/at/1.2.3.4.5`],
])('are not shown: %s', async (_, change) => {
  const bot = await started(linkScopes);
  await bot.slack.human.link('ana', change(bot.link), { channel: 'general-talk' });
  await bot.slack.human.link('ana', bot.link, { channel: 'general-talk', source: 'composer' });
  await bot.adapter.stop();
  expect(unfurled(bot)).toEqual([]);
});

it('are not shown in a channel whose scope leaves the session out', async () => {
  const bot = await started(linkScopes);
  const channel = (await bot.slack.human.say('ana', 'Good morning', { channel: 'general-talk' })).channel;
  await bot.store.saveSettings({ platform: 'slack', workspace: bot.slack.team, channel }, { scope: { sessions: [] } });
  await bot.slack.human.link('ana', bot.link, { channel: 'general-talk' });
  await bot.adapter.stop();
  expect(unfurled(bot)).toEqual([]);
});

it('do no harm to an app that was installed without the scope, or that has no reader', async () => {
  const old = await started([]);
  await old.slack.human.link('ana', old.link, { channel: 'general-talk' });
  await expect.poll(() => unfurled(old), soon).toHaveLength(1);
  expect(unfurled(old)[0]).toMatchObject({ ok: false, error: 'missing_scope' });
  const said = await old.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
  await expect.poll(() => old.slack.replies(said.channel, said.ts), soon).toHaveLength(1);
  const without = await started(linkScopes, null);
  await without.slack.human.link('ana', without.link, { channel: 'general-talk' });
  await without.adapter.stop();
  expect(unfurled(without)).toEqual([]);
});
