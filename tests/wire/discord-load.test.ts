/** Many questions at once before a stand-in for Discord that breaks all the while. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { discordBot } from '../fakes/discord-bot.ts';
import { fakeRapporteur } from '../fakes/rapporteur.ts';

const questions = 200;
const words = 'Calibration is what nobody pays for';

it('answers each of 200 questions over 20 channels exactly once, with faults of every kind', async () => {
  const rapporteur = fakeRapporteur({ delayMs: 5 });
  const bot = await discordBot({
    rapporteur,
    adapter: { limits: { atOnce: 8, retryAfterMs: [100, 300, 1_000, 3_000] } },
  });
  const { discord, guild } = bot;
  try {
    const channels = Array.from({ length: 20 }, (_, index) => discord.addChannel(guild, `channel-${index}`));
    const people = Array.from({ length: 12 }, (_, index) =>
      discord.addUser(`person-${index}`, { guild, permissions: 0n }),
    );
    const any = { path: /messages/, times: 1 };
    const faults = [
      { ...any, how: 'drop after' as const },
      { ...any, how: 'drop before' as const },
      { ...any, how: { status: 500 } },
      { ...any, how: { status: 429, retryAfter: 0.05 } },
      { ...any, times: 3, how: { status: 502 } },
      { ...any, method: 'POST', how: 'drop after' as const },
      { ...any, path: /callback/, how: 'drop after' as const },
      { ...any, path: /callback/, how: { status: 503 } },
      { ...any, times: 4, how: 'drop after' as const },
      { ...any, how: { status: 429, retryAfter: 0.1, isGlobal: true } },
    ];
    const mentions: string[] = [];
    const commands: string[] = [];
    for (let index = 0; index < questions; index += 1) {
      const [channel, person] = [channels[index % channels.length]!, people[index % people.length]!];
      const text = `Who pays for calibration, number ${index}?`;
      if (index % 2 === 0) mentions.push(discord.say(person, channel, `${bot.bot} ${text}`).message.id);
      else commands.push(discord.slash(person, channel, 'ask', { question: text }).id);
      if (index % 7 === 0) discord.gateway.repeatLastMessageOf(person.id);
      if (index % 10 === 3) discord.faults.push({ ...faults[((index - 3) / 10) % faults.length]! });
      if (index === 50) discord.gateway.drop();
      if (index === 110) discord.gateway.askToReconnect();
      if (index === 160) discord.gateway.invalidate(true);
      // A command must be acknowledged within 3 seconds, which none sent into a broken line can be.
      await sleep([50, 110, 160].includes(index) ? 1_200 : 15);
    }
    const place = (channel: string): Parameters<typeof bot.store.itemOf>[0] => ({
      platform: 'discord',
      workspace: guild.id,
      channel,
    });
    const states = (): Promise<(string | undefined)[]> =>
      Promise.all(
        [...mentions, ...commands].map(async (id) => {
          const items = await Promise.all(channels.map((channel) => bot.store.itemOf(place(channel.id), id)));
          return items.find((item) => item !== null)?.state;
        }),
      );
    await discord.until('all answers', async () => (await states()).every((state) => state === 'answered'), 60_000);

    const replies = channels.flatMap((channel) => discord.replies(channel));
    expect(replies).toHaveLength(questions);
    expect(replies.filter((stored) => !discord.textOf(stored).includes(words))).toEqual([]);
    const answered = replies.map(
      ({ message }) => message.message_reference?.message_id ?? message.interaction_metadata?.id,
    );
    expect(new Set(answered)).toEqual(new Set([...mentions, ...commands]));
    expect(new Set(rapporteur.asked.map(({ text }) => text)).size).toBe(questions);
    expect(rapporteur.asked).toHaveLength(questions);
    expect(discord.faults.every(({ times }) => times === 0)).toBe(true);
    expect(discord.replies(channels[0]!).flatMap(({ pinged }) => pinged)).toEqual([]);
  } finally {
    await bot.close();
  }
});
