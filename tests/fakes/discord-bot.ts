/** The Discord adapter on the stand-in for Discord, with a server, a channel and invented people in it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits, type APIUser } from 'discord-api-types/v10';
import { pino } from 'pino';
import { permissions } from '../../adapters/discord/commands.ts';
import { discordAdapter, type DiscordAdapter, type DiscordOptions } from '../../adapters/discord/discord.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { fakeDiscord, type FakeDiscord } from './discord.ts';
import type { Channel, Guild } from './discord-world.ts';
import { fakeRapporteur, type FakeRapporteur } from './rapporteur.ts';

export interface DiscordBot {
  discord: FakeDiscord;
  adapter: DiscordAdapter;
  rapporteur: FakeRapporteur;
  store: ChatStore;
  /** Lets the bot do what the invite link asks for, and its people next to nothing. */
  guild: Guild;
  channel: Channel;
  /** A member, and the one who manages the server. */
  ana: APIUser;
  boss: APIUser;
  /** The mention that calls the bot. */
  bot: string;
  /** Lines of the log, as JSON. */
  log: string[];
  /** Another adapter on the same store, not yet started. */
  reopen(rapporteur?: Rapporteur): DiscordAdapter;
  /** Cuts the adapter off, and never hears of it again. */
  kill(): void;
  close(): Promise<void>;
}

export async function discordBot(
  options: {
    rapporteur?: FakeRapporteur;
    answerer?: Rapporteur;
    start?: boolean;
    adapter?: Partial<DiscordOptions>;
    prepare?: (discord: FakeDiscord, guild: Guild) => void;
  } = {},
): Promise<DiscordBot> {
  const discord = await fakeDiscord();
  const guild = discord.addGuild({ botPermissions: permissions });
  guild.everyone = 0n;
  const channel = discord.addChannel(guild, 'rivers');
  const ana = discord.addUser('ana', { guild, permissions: PermissionFlagsBits.SendMessages });
  const boss = discord.addUser('boss', { guild, permissions: PermissionFlagsBits.ManageGuild });
  options.prepare?.(discord, guild);
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-discord-'));
  const store = openChatStore(folder);
  const log: string[] = [];
  const rapporteur = options.rapporteur ?? fakeRapporteur();
  const running: DiscordAdapter[] = [];
  const open = (answerer: Rapporteur): DiscordAdapter => {
    const adapter = discordAdapter({
      token: discord.token,
      apiUrl: discord.url,
      rapporteur: answerer,
      store,
      guildId: guild.id,
      log: pino(
        { level: 'debug' },
        {
          write: (line: string) => {
            log.push(line);
          },
        },
      ),
      limits: { retryAfterMs: [100, 200, 400], stopWithinMs: 2_000 },
      ...options.adapter,
    });
    running.push(adapter);
    return adapter;
  };
  const adapter = open(options.answerer ?? rapporteur);
  if (options.start !== false) await adapter.start();
  return {
    discord,
    adapter,
    rapporteur,
    store,
    guild,
    channel,
    ana,
    boss,
    log,
    bot: `<@${discord.world.bot.id}>`,
    reopen: (answerer = rapporteur) => open(answerer),
    kill() {
      discord.gateway.cutOff();
      running.length = 0;
    },
    async close() {
      await Promise.all(running.map((one) => one.stop()));
      await store.close();
      await discord.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
