/** Quotes kept from an answer by a press, in Slack and Discord: the real clients, before local servers. */
import mammoth from 'mammoth';
import { afterEach, expect, it } from 'vitest';
import { discordBot } from '../fakes/discord-bot.ts';
import { openedBots, repliesTo, soon } from '../fakes/slack-bot.ts';
import { wordsOf } from '../fakes/slack-limits.ts';
import { depthsIn } from '../fixtures/depths.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { closedAfterEach } from '../fixtures/closing.ts';

const slackBots = openedBots();
const closing = closedAfterEach();
afterEach(() => slackBots.closeAll());
const library = async () => closing(await depthsIn(temporaryFolder()));

const question = 'What does a metre cost?';
const text = 'A metre costs 900 dollars';

it('in Slack, with a note and a tag, for the channel or for oneself, and no longer once it is closed', async () => {
  const rapporteur = await library();
  const bot = await slackBots.open({ rapporteur });
  const { slack } = bot;
  await bot.adapter.start();
  const said = await slack.human.say('ana', `{bot} ${question}`, { channel: 'general-talk' });
  await repliesTo(bot, said);
  const [message] = await slack.replies(said.channel, said.ts);
  const keep = async (whose: 'channel' | 'me', note: string) => {
    const before = slack.opened.length;
    await slack.human.click('ana', { message: message!, channel: said.channel }, 'keep_quotes');
    await expect.poll(() => slack.opened, soon).toHaveLength(before + 1);
    await slack.human.submit('ana', slack.opened.at(-1)!, {
      numbers: { numbers: { type: 'plain_text_input', value: '1' } },
      note: { note: { type: 'plain_text_input', value: note } },
      tag: { tag: { type: 'plain_text_input', value: '#Costs' } },
      whose: { whose: { type: 'radio_buttons', selected_option: { value: whose } } },
    });
  };
  await keep('channel', 'ask the council');
  await keep('me', 'mine');
  const place = { platform: 'slack', workspace: slack.team, channel: said.channel };
  const notesOf = async (name: string) =>
    (await bot.store.collected.of(place, slack.person(name).id)).map(({ note, tag }) => `${tag}: ${note}`);
  await expect.poll(() => notesOf('ana'), soon).toEqual(['costs: ask the council', 'costs: mine']);
  expect(await notesOf('ben')).toEqual(['costs: ask the council']);
  const list = async () => {
    const asked = await slack.human.say('ben', '{bot} collection costs', { channel: 'general-talk' });
    return (await repliesTo(bot, asked))[0];
  };
  expect(await list()).toMatch(/A metre costs 900 dollars[\s\S]*ask the council/u);
  await rapporteur.setRule({ session: 'harbour' }, 'off the record');
  const closed = await list();
  expect(closed).toContain('1 more can no longer be shown.');
  expect(closed).not.toContain('900');
  expect(wordsOf(message!.blocks ?? [])).toContain(text);
});

it('in Discord, and written down as a paper', async () => {
  const bot = await discordBot({ answerer: await library() });
  closing(bot);
  const { discord, ana, channel } = bot;
  const asked = discord.slash(ana, channel, 'ask', { question });
  await expect.poll(() => discord.textOf(discord.original(asked)), soon).toContain(text);
  const pressed = discord.click(ana, discord.original(asked)!, 'Keep');
  await expect.poll(() => pressed.modal !== undefined && pressed.modal !== null, soon).toBe(true);
  const kept = discord.submit(ana, pressed, { note: 'ask the council', tag: 'costs', whose: ['me'] });
  await expect.poll(() => discord.textOf(discord.original(kept)), soon).toContain('Kept: 1 quote.');
  discord.say(ana, channel, `${bot.bot} collection costs as docx`);
  await expect
    .poll(() => discord.replies(channel).at(-1)?.message.attachments[0]?.filename, soon)
    .toBe('kept-quotes.docx');
  const { id } = discord.replies(channel).at(-1)!.message.attachments[0]!;
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(discord.world.files.get(id)!.bytes) });
  expect(value).toContain(text);
  expect(value).toContain('Note: ask the council');
});
