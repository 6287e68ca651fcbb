/** How the bot behaves among people in Slack: what it checks, what it goes on with, what it leaves alone. */
import { afterEach, describe, expect, test } from 'vitest';
import { inEnglish, readAbove } from '../../src/chat/wording.ts';
import { samples } from '../../src/records/samples.ts';
import { fakeRapporteur, inventedSessions } from '../fakes/rapporteur.ts';
import { openedBots, repliesTo, type SlackBotOptions, soon } from '../fakes/slack-bot.ts';
import { botUser } from '../fakes/slack.ts';
import { wordsOf } from '../fakes/slack-limits.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';
import { feedbackIn } from '../fixtures/feedback.ts';

const bots = openedBots();
afterEach(() => bots.closeAll());

async function started(options: SlackBotOptions = {}) {
  const rapporteur = fakeRapporteur();
  const bot = await bots.open({ rapporteur, ...options });
  await bot.adapter.start();
  return { ...bot, rapporteur };
}

const words = 'Calibration is what nobody pays for';
const where = { channel: 'general-talk' };

describe('what somebody else wrote', () => {
  test('is looked up word by word and never answered about, whoever said it', async () => {
    const bot = await started();
    const message = { channel: bot.slack.channelId('general-talk'), ts: '1.1', user: bot.slack.person('ben').id };
    const quoting = `He said: “${words}”, and also “never mind”, I believe.`;
    await bot.slack.human.shortcut('ana', 'check_this_quotation', { ...message, text: quoting });
    await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(1);
    expect(wordsOf(bot.slack.ephemeral[0]!.blocks)).toMatch(/exactly so[\s\S]*Tomáš Novák/);
    await bot.slack.human.shortcut('ana', 'who_said_this', {
      ...message,
      text: 'Somebody should pay for the calibration of sleeping cars',
    });
    await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(2);
    expect(wordsOf(bot.slack.ephemeral[1]!.blocks)).toContain('were not found');
    expect(wordsOf(bot.slack.ephemeral[1]!.blocks)).not.toContain('Novák');
    expect(bot.rapporteur.asked).toEqual([]);
  });

  test('is checked by a question under it that asks whether it is true', async () => {
    const bot = await started();
    const said = await bot.slack.human.say('ben', `As was said: “${words}”.`, where);
    await bot.slack.human.say('ana', '{bot} is this true?', { ...where, thread: said.ts });
    await expect.poll(() => bot.slack.posted(), soon).toHaveLength(1);
    const checked = wordsOf(bot.slack.posted()[0]!.args['blocks']);
    expect(checked).toContain(`Checked, of the message above: “${words}”`);
    expect(checked).toMatch(/exactly so[\s\S]*Tomáš Novák/);
    // In the channel the message right above is meant, not the bot's and not another's question to it.
    await bot.slack.human.say('ben', 'The moon is made of cheese, they said.', where);
    await bot.slack.human.say('ana', '{bot} Did anyone really say that?', where);
    await expect.poll(() => bot.slack.posted(), soon).toHaveLength(2);
    expect(wordsOf(bot.slack.posted()[1]!.args['blocks'])).toMatch(/The moon is made of cheese[\s\S]*were not found/);
    expect(bot.rapporteur.asked).toEqual([]);
  });

  test('is not read without the permission for it, and the bot says how else', async () => {
    const bot = await started({ slack: { scopes: ['app_mentions:read', 'chat:write', 'users:read'] } });
    const said = await bot.slack.human.say('ben', `As was said: “${words}”.`, where);
    await bot.slack.human.say('ana', '{bot} is this true?', { ...where, thread: said.ts });
    await expect.poll(() => bot.slack.ephemeral.length + bot.slack.posted().length, soon).toBe(1);
    expect(bot.slack.ephemeral[0]?.text).toContain(inEnglish('cannotReadAbove'));
  });

  test('is read above a question of a thread that cannot be understood without, which is shown, and it is not quoted', async () => {
    const bot = await started();
    const first = await bot.slack.human.say('ben', 'I wonder about calibration.', where);
    await bot.slack.human.say('ben', 'Nobody seems to care.', { ...where, thread: first.ts });
    await bot.slack.human.say('ana', '{bot} And who spoke about it?', { ...where, thread: first.ts });
    await expect.poll(() => bot.slack.posted(), soon).toHaveLength(1);
    expect(bot.rapporteur.asked[0]).toMatchObject({
      history: ['I wonder about calibration.', 'Nobody seems to care.'],
    });
    const shown = wordsOf(bot.slack.posted()[0]!.args['blocks']);
    expect(shown).toContain(readAbove(inEnglish, 2));
    expect(shown).not.toContain('I wonder');
    // What stands by itself is read by itself.
    const other = await bot.slack.human.say('ben', 'What about trains?', where);
    await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { ...where, thread: other.ts });
    const [, answer] = await repliesTo(bot, other, 2);
    expect(answer).not.toContain('I read');
    expect(bot.rapporteur.asked[1]).toMatchObject({ history: [] });
  });
});

describe('a thread in which it has answered', () => {
  test('goes on without a mention, for questions and thanks, and not for talk', async () => {
    const bot = await started();
    const first = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', where);
    await repliesTo(bot, first);
    const inThread = { ...where, thread: first.ts };
    await bot.slack.human.say('ben', 'I think calibration is boring, let us have lunch.', inThread);
    await bot.slack.human.say('ben', `Who of you, <@${bot.slack.person('ana').id}>?`, inThread);
    await bot.slack.human.say('ben', 'And what of publishing?', inThread);
    await bot.slack.human.say('ana', 'Thanks!', inThread);
    await expect
      .poll(() => bot.rapporteur.asked.map(({ text }) => text), soon)
      .toEqual(['Who pays for calibration?', 'And what of publishing?', 'Thanks!']);
    // The one that was asked in the thread knows the question before it.
    expect(bot.rapporteur.asked[1]!.history).toEqual(['Who pays for calibration?']);
  });

  test('goes on after a restart, and not where the place wants mentions, nor where nobody has seen an answer', async () => {
    const bot = await started();
    const first = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', where);
    await repliesTo(bot, first);
    const again = bot.killAndReopen(bot.rapporteur);
    await again.adapter.start();
    await bot.slack.human.say('ben', 'And what of publishing?', { ...where, thread: first.ts });
    await expect.poll(() => bot.rapporteur.asked.length, soon).toBe(2);
    const place = { platform: 'slack', workspace: bot.slack.team, channel: bot.slack.channelId('general-talk') };
    await again.store.saveSettings(place, { threadsGoOn: false });
    await bot.slack.human.say('ben', 'And what of trains?', { ...where, thread: first.ts });
    const talk = await bot.slack.human.say('ben', 'Does anyone know the harbour?', where);
    await again.store.saveSettings(place, {});
    await bot.slack.human.say('ana', 'Who does?', { ...where, thread: talk.ts });
    await bot.slack.human.say('ana', '{bot} The last question: calibration?', where);
    await expect.poll(() => bot.rapporteur.asked.length, soon).toBe(3);
    expect(bot.rapporteur.asked[2]!.text).toBe('The last question: calibration?');
    await again.adapter.stop();
  });
});

describe('a channel', () => {
  test('has every question answered, or every message, as it sets; who may not ask is told nothing', async () => {
    const bot = await started();
    const place = { platform: 'slack', workspace: bot.slack.team, channel: bot.slack.channelId('general-talk') };
    await bot.store.saveSettings(place, { answers: 'questions' });
    await bot.slack.human.say('ana', 'Lunch at one.', where);
    await bot.slack.human.say('ana', 'Who pays for calibration?', where);
    await expect.poll(() => bot.rapporteur.asked.map(({ text }) => text), soon).toEqual(['Who pays for calibration?']);
    await bot.store.saveSettings(place, { answers: 'everything' });
    await bot.slack.human.say('ana', 'Calibration, then lunch.', where);
    await expect.poll(() => bot.slack.posted().length, soon).toBe(2);
    await bot.store.saveSettings(place, { answers: 'everything', mayAsk: 'admins' });
    await bot.slack.human.say('ana', 'Who pays for calibration?', where);
    await bot.slack.human.say('ana', '{bot} Who pays for calibration?', where);
    await expect.poll(() => bot.slack.ephemeral.length, soon).toBe(1);
    await bot.adapter.stop();
    expect(bot.slack.ephemeral).toHaveLength(1);
    expect(bot.rapporteur.asked).toHaveLength(2);
  });

  test('is set so in the form', async () => {
    const bot = await started();
    await bot.slack.human.command('chief', 'settings', where);
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(1);
    const choose = (value: string) => ({ type: 'radio_buttons', selected_option: { value } });
    await bot.slack.human.submit('chief', bot.slack.opened[0]!, {
      reply: { reply: choose('thread') },
      ask: { ask: choose('everyone') },
      ingest: { ingest: choose('admins') },
      answers: { answers: choose('questions') },
      threads: { threads: choose('mentions') },
    });
    const place = { platform: 'slack', workspace: bot.slack.team, channel: bot.slack.channelId('general-talk') };
    expect(await bot.store.settings(place)).toMatchObject({ answers: 'questions', threadsGoOn: false });
  });
});

describe('an answer', () => {
  test('does not wait for a status line that hangs, and the line does not stay when it comes after all', async () => {
    const bot = await started();
    bot.slack.fail({ method: 'assistant.threads.setStatus', kind: 'late', lateMs: 2_500 });
    const first = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', where);
    await repliesTo(bot, first);
    expect(bot.slack.statuses).toEqual([]);
    await expect.poll(() => bot.slack.statuses.map(({ status }) => status), soon).toEqual(['is at work …', '']);
  });

  test('that Slack took although its answer was lost is not posted again', async () => {
    const bot = await started();
    bot.slack.fail({ method: 'chat.postMessage', kind: 'dropAfter' });
    const first = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', where);
    await expect.poll(() => bot.store.unfinished('slack'), soon).toEqual([]);
    expect(await bot.slack.replies('general-talk', first.ts)).toHaveLength(1);
    expect(bot.slack.calls('chat.postMessage').filter(({ token }) => token.startsWith('xoxb'))).toHaveLength(1);
  });
});

describe('a message', () => {
  test('may name people by mentions: their names are asked of', async () => {
    const bot = await started();
    const ben = bot.slack.person('ben').id;
    await bot.slack.human.say('ana', `{bot} What did <@${ben}> say about calibration?`, where);
    await expect.poll(() => bot.rapporteur.asked.length, soon).toBe(1);
    expect(bot.rapporteur.asked[0]!.text).toBe('What did ben say about calibration?');
  });

  test('may bring a file and ask of it: the file is in first, and both are seen to once', async () => {
    const rapporteur = await sampleLibrary();
    const bot = await bots.open({ rapporteur });
    await bot.adapter.start();
    const text = '{bot} Who spoke about lighthouses?';
    const file = { name: 'coast.txt', bytes: Buffer.from(coast) };
    const said = await bot.slack.human.sendFile('chief', file, { channel: 'general-talk', text });
    const replies = await repliesTo(bot, said, 2);
    expect(replies[0]).toContain('coast.txt: added “');
    expect(replies[1]).toContain('The lighthouses are ours to keep');
    await bot.adapter.stop();
    expect(await bot.slack.replies('general-talk', said.ts)).toHaveLength(2);
    await rapporteur.close();
  });
});

describe('small talk', () => {
  test('is answered as such, and an invitation with a greeting, once, with questions that it can answer', async () => {
    const rapporteur = await sampleLibrary();
    const bot = await bots.open({ rapporteur });
    await bot.adapter.start();
    const thanks = await bot.slack.human.say('ana', '{bot} thanks!', where);
    const [welcome] = await repliesTo(bot, thanks);
    expect(welcome).toMatch(/^You are welcome/);
    expect(welcome).not.toContain('“');
    const channel = bot.slack.channelId('general-talk');
    const invited = { type: 'member_joined_channel', user: botUser, channel, channel_type: 'C', event_ts: '1.1' };
    await bot.slack.event(invited);
    await bot.slack.event(invited);
    await bot.slack.event({ ...invited, user: bot.slack.person('ben').id });
    await expect.poll(() => bot.slack.posted('general-talk').length, soon).toBe(2);
    const hello = wordsOf(bot.slack.posted('general-talk')[1]!.args['blocks']);
    const questions = hello.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));
    expect(questions).toHaveLength(3);
    for (const question of questions) expect((await rapporteur.ask({ text: question })).status).toBe('answered');
    await bot.adapter.stop();
    expect(bot.slack.posted('general-talk')).toHaveLength(2);
    await rapporteur.close();
  });
});

/** A library with the invented sessions of the program. */
async function sampleLibrary() {
  const rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest(samples.map((path) => ({ path })));
  return rapporteur;
}

/** Invented. */
const coast = `Title: Coast hearing
Ana Ruiz: The lighthouses are ours to keep, and nobody has painted them for years.
Par Holm: Then let us paint the lighthouses in the spring, all of them.
`;

describe('the form of settings', () => {
  const sessions = Array.from({ length: 307 }, (_, index) => ({
    ...inventedSessions[0]!,
    id: `session-${index}`,
    title: `Gathering ${index}`,
    event: index % 2 === 0 ? 'Even Days' : `Odd Days ${index}`,
  }));

  test('reaches each of 307 sessions, and keeps what was chosen', async () => {
    const bot = await started({ rapporteur: fakeRapporteur({ sessions }) });
    const place = { platform: 'slack', workspace: bot.slack.team, channel: bot.slack.channelId('general-talk') };
    await bot.store.saveSettings(place, { scope: { events: [], sessions: ['session-3', 'session-300'] } });
    await bot.slack.human.command('chief', 'settings', where);
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(1);
    const [view] = bot.slack.opened;
    expect(await bot.slack.human.search('chief', view!, 'sessions', '')).toHaveLength(100);
    expect(await bot.slack.human.search('ana', view!, 'sessions', '')).toEqual([]);
    expect(await bot.slack.human.search('chief', view!, 'events', 'even')).toHaveLength(1);
    const [found, ...others] = await bot.slack.human.search('chief', view!, 'sessions', 'gathering 306');
    expect(others).toEqual([]);
    const blocks: { block_id?: string; element?: { initial_options?: unknown[] } }[] = JSON.parse(
      JSON.stringify(view!['blocks']),
    );
    const before = blocks.find(({ block_id: id }) => id === 'sessions')!.element!.initial_options!;
    const choose = (value: string) => ({ selected_option: { value } });
    await bot.slack.human.submit('chief', view!, {
      sessions: { sessions: { selected_options: [...before, found] } },
      reply: { reply: choose('thread') },
      ask: { ask: choose('everyone') },
      ingest: { ingest: choose('admins') },
    });
    expect((await bot.store.settings(place)).scope?.sessions?.toSorted()).toEqual([
      'session-3',
      'session-300',
      'session-306',
    ]);
  });

  test('is for those whom the operator names, in place of administrators', async () => {
    const bot = await bots.open({ adapter: { configuredBy: new Set(['slack:nobody']) } });
    await bot.adapter.start();
    await bot.slack.human.command('chief', 'settings', where);
    await expect.poll(() => bot.slack.ephemeral.length, soon).toBe(1);
    expect(bot.slack.opened).toEqual([]);
    expect(wordsOf(bot.slack.ephemeral[0]!.blocks)).toContain('Settings of this channel');
    await bot.slack.human.command('chief', 'changes off', where);
    await expect.poll(() => bot.slack.ephemeral.length, soon).toBe(2);
    expect(bot.slack.ephemeral[1]!.text).toContain('Only administrators, or whom the operator of this bot names');
  });
});

test('the home shows administrators, and nobody else, how the bot is used and what it could not answer', async () => {
  const bot = await started();
  await repliesTo(bot, await bot.slack.human.say('ana', '{bot} Who pays for dragons?', where));
  await expect.poll(() => bot.store.unfinished('slack'), soon).toEqual([]);
  for (const name of ['chief', 'ana']) await bot.slack.human.openApp(name, 'home');
  await expect.poll(() => bot.slack.published.size, soon).toBe(2);
  const shown = (name: string) => wordsOf(bot.slack.published.get(bot.slack.person(name).id)!['blocks']);
  expect(shown('chief')).toContain('Questions: 1. People who asked: 1. Answered: 0. Without a sure answer: 1.');
  expect(shown('chief')).toContain('Without a sure answer: Who pays for dragons?');
  expect(shown('ana')).not.toContain('dragons');
});

test('the home shows administrators which answers were thought little of, and why, but nothing that was asked in private', async () => {
  const bot = await started();
  const { slack } = bot;
  const said = await slack.human.say('ana', '{bot} Who pays for calibration?', where);
  await repliesTo(bot, said);
  const [message] = await slack.replies(said.channel, said.ts);
  await slack.human.command('ana', 'ask What does a sleeping car cost?', where);
  await expect.poll(() => slack.ephemeral, soon).toHaveLength(1);
  const secret = slack.ephemeral[0]!;
  for (const [on, reason] of [
    [{ message: message!, channel: said.channel }, 'It left out <!channel> the price.'],
    [{ message: secret, channel: secret.channel, isEphemeral: true }, 'Too dear.'],
  ] as const) {
    const before = slack.opened.length;
    const { id } = JSON.parse(JSON.stringify(on.message.blocks)).flatMap(idsIn)[0];
    await slack.human.click('ana', on, 'feedback', { value: `bad:${id}` });
    await expect.poll(() => slack.opened.length, soon).toBe(before + 1);
    await slack.human.submit('ana', slack.opened.at(-1)!, { reason: { reason: { value: reason } } });
  }
  await expect
    .poll(async () => (await feedbackIn(bot.store)).filter(({ reason }) => reason !== null), soon)
    .toHaveLength(2);
  await slack.human.openApp('chief', 'home');
  await expect.poll(() => slack.published.size, soon).toBe(1);
  const shown = wordsOf([...slack.published.values()][0]!['blocks']);
  expect(shown).toContain('Called bad: Who pays for calibration? (It left out <!channel> the price.)');
  expect(shown).not.toContain('Too dear');
});

/** Ids of questions that the buttons of a block carry. */
function idsIn(block: { elements?: { value?: string }[] }): { id: string }[] {
  return (block.elements ?? []).flatMap(({ value }) => (value?.includes(':q') ? [{ id: value.split(':')[0]! }] : []));
}
