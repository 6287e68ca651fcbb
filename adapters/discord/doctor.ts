/** Whether Discord takes the token that is set. */
import type { Config } from '../../src/config.ts';
import { type Check, clockCheck, request, well, wrong } from '../../src/operations/doctor.ts';

export async function discordChecks({
  DISCORD_TOKEN: token,
  DISCORD_API_URL: url,
  DISCORD_GUILD_ID: guild,
}: Config): Promise<Check[]> {
  if (token === undefined) return [];
  const base = `${(url ?? 'https://discord.com/api').replace(/\/$/u, '')}/v10`;
  const headers = { authorization: `Bot ${token}` };
  const asked = await request(`${base}/users/@me`, headers);
  if ('unreachable' in asked)
    return [
      wrong(
        'Discord',
        `It cannot be reached (${asked.unreachable}).`,
        'Let this machine reach discord.com by HTTPS and WSS, or set DISCORD_API_URL right.',
      ),
    ];
  if (asked.status !== 200)
    return [
      wrong(
        'Discord',
        `DISCORD_TOKEN is not taken (${asked.status}).`,
        'Copy the token from the page Bot of the app, and set it.',
      ),
      ...clockCheck(asked),
    ];
  const checks = [well('Discord', 'DISCORD_TOKEN is taken.'), ...clockCheck(asked)];
  if (guild === undefined) return checks;
  const server = await request(`${base}/guilds/${guild}`, headers);
  const isIn = !('unreachable' in server) && server.status === 200;
  return isIn
    ? checks
    : [
        ...checks,
        wrong(
          'Discord',
          `The bot is not in the server of DISCORD_GUILD_ID (${guild}).`,
          'Add it there (npm start -- discord invite), or leave DISCORD_GUILD_ID empty.',
        ),
      ];
}
