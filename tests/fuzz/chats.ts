/** What Slack and Discord deliver, with odd values in it: the bot goes on, and answers the next who asks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  anything,
  array,
  constantFrom,
  double,
  integer,
  oneof,
  record,
  string,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { pino } from 'pino';
import { botScopes } from '../../adapters/slack/manifest.ts';
import { slackAdapter } from '../../adapters/slack/slack.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { discordBot } from '../fakes/discord-bot.ts';
import { fakeRapporteur } from '../fakes/rapporteur.ts';
import { appToken, botToken, fakeSlack } from '../fakes/slack.ts';
import { holds, kindOf, type Kind } from './kind.ts';

export function chatKinds(): Kind[] {
  return [once('payloads of Slack', openSlack), once('payloads of Discord', openDiscord)];
}

interface Chat {
  /** Delivers these, then asks something, which must be answered. */
  run: (edits: Edit[][]) => Promise<void>;
  close: () => Promise<void>;
}

/** Opened at its first case. */
function once(name: string, open: () => Promise<Chat>): Kind {
  let opened: Promise<Chat> | null = null;
  const cases = record({ edits: array(array(edit, { minLength: 1, maxLength: 5 }), { minLength: 8, maxLength: 8 }) });
  const kind = kindOf(name, cases, async ({ edits }) => (await (opened ??= open())).run(edits));
  return { ...kind, close: async () => (await opened)?.close() };
}

const question = 'Who pays for calibration?';

type Edit = ['set' | 'delete' | 'twice', where: number, value: unknown];

const words = oneof(
  string({ maxLength: 40 }),
  constantFrom(
    '',
    ' ',
    '<@U0RAPPORT>',
    '<@900> ask',
    'ask',
    'verify “',
    'sessions',
    'settings',
    'x'.repeat(6000),
    '“'.repeat(900),
    '`'.repeat(900),
  ),
  constantFrom(
    '<!channel>',
    '@everyone',
    '1.1',
    'D1',
    'C1',
    'U1',
    ':',
    'a:b',
    'good:x',
    'bad:',
    '{}',
    'null',
    '-1',
    '1e99',
    '\uD800',
    '\u202E',
    '\0',
  ),
);
const edit: Arbitrary<Edit> = tuple(
  constantFrom('set', 'set', 'set', 'delete', 'twice'),
  double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  oneof(
    { weight: 5, arbitrary: words },
    { weight: 1, arbitrary: integer() },
    { weight: 2, arbitrary: anything({ maxDepth: 2 }).map(asJson) },
  ),
);

function asJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null');
  } catch {
    return null;
  }
}

/** A copy with some of its places edited: those whose value `mayBe` edited, and what is put there. */
function edited<T>(body: T, edits: Edit[], mayBe: (key: string, old: unknown, value: unknown) => boolean): T {
  const copy = structuredClone(body);
  for (const [how, where, value] of edits) {
    const places = placesIn(copy).filter(({ holder, key }) => mayBe(key, holder[key], value));
    const at = places[Math.floor(where * places.length)];
    if (at === undefined) continue;
    if (how === 'set') at.holder[at.key] = value;
    else if (how === 'twice' && Array.isArray(at.holder)) at.holder.push(structuredClone(at.holder[at.key as never]));
    else if (how === 'delete') delete at.holder[at.key];
  }
  return copy;
}

interface PlaceIn {
  holder: { [key: string]: unknown };
  key: string;
}

function placesIn(value: unknown): PlaceIn[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as { [key: string]: unknown };
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

const soonMs = 30_000;
async function until(what: string, isSo: () => boolean): Promise<void> {
  const end = performance.now() + soonMs;
  while (!isSo()) {
    holds(performance.now() < end, () => `${what}: not within ${soonMs / 1000} s`);
    await wait(5);
  }
}

const silent = pino({ level: 'silent' });

async function openSlack(): Promise<Chat> {
  const slack = await fakeSlack({ scopes: botScopes, ackMs: 500 });
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-fuzz-'));
  const store = openChatStore(folder);
  const rapporteur = fakeRapporteur();
  const adapter = slackAdapter({
    rapporteur,
    store,
    log: silent,
    botToken,
    appToken,
    apiUrl: slack.apiUrl,
    host: '127.0.0.1',
  });
  await adapter.start();
  const { human } = slack;
  await human.say('ana', `{bot} ${question}`, { channel: 'general-talk' });
  await human.say('ana', question);
  await human.command('ana', `ask ${question}`, { channel: 'general-talk' });
  await human.command('chief', 'settings', { channel: 'general-talk' });
  const [channel, user] = [slack.channelId('general-talk'), slack.person('ben').id];
  await human.shortcut('ana', 'check_this_quotation', { channel, ts: '1.1', user, text: '“Publishing is cheap.”' });
  await human.openApp('ana', 'home');
  await until('the first reply', () => slack.ephemeral.length > 0);
  const on = { message: slack.ephemeral[0]!, channel: slack.ephemeral[0]!.channel, isEphemeral: true };
  await human.click('ana', on, 'share');
  for (const callback_id of ['channel_settings', 'feedback_reason'])
    await human.submit('chief', { id: 'V1', callback_id, private_metadata: '{"id":"1","channel":"C1"}' }, settingsForm);
  const bodies = slack.delivered.map(({ body }) => body);
  const kindOfBody = (body: { [key: string]: unknown }) =>
    'command' in body ? 'slash_commands' : body['type'] === 'event_callback' ? 'events_api' : 'interactive';
  let next = 0;
  return {
    async run(edits) {
      for (const each of edits) {
        const body = bodies[(next += 1) % bodies.length]!;
        // The envelope is Slack's own, and read by Bolt before us; what somebody writes, names or chooses stands in it.
        const made = edited(body, each, (key) => !ofSlack.has(key));
        void slack.deliver(kindOfBody(body), made, false);
      }
      const said = await human.say('ana', `{bot} ${question} ${(next += 1)}`, { channel: 'general-talk' });
      await until('an answer in Slack', () =>
        slack.posted('general-talk').some(({ args }) => args['thread_ts'] === said.ts),
      );
    },
    async close() {
      await adapter.stop();
      await slack.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const ofSlack = new Set('type command token team_id trigger_id callback_id event event_id authorizations'.split(' '));
const chosen = (value: string) => ({ selected_option: { value } });
const settingsForm = {
  reply: { reply: chosen('asker') },
  ask: { ask: chosen('chosen') },
  ask_people: { ask_people: { selected_users: ['U1'] } },
  hourly: { hourly: { value: '3' } },
  ingest: { ingest: chosen('admins') },
  reason: { reason: { value: 'it is wrong' } },
};

async function openDiscord(): Promise<Chat> {
  const bot = await discordBot({ adapter: { log: silent } });
  const { discord, ana, boss, channel } = bot;
  const payloads: [GatewayDispatchEvents, unknown][] = [];
  const dispatch = discord.gateway.dispatch.bind(discord.gateway);
  discord.gateway.dispatch = (event, data, guild) => {
    if (event === GatewayDispatchEvents.MessageCreate || event === GatewayDispatchEvents.InteractionCreate)
      payloads.push([event, structuredClone(data)]);
    dispatch(event, data, guild);
  };
  discord.say(ana, channel, `${bot.bot} ${question}`);
  discord.say(ana, discord.dm(ana), question);
  const asked = discord.slash(ana, channel, 'ask', { question });
  discord.slash(boss, channel, 'settings');
  discord.slash(ana, channel, 'verify', { quotation: 'Publishing is cheap.' });
  discord.contextMenu(ana, channel, 'Who said this?', discord.say(boss, channel, '“Publishing is cheap, they say.”'));
  await until('the first reply', () => discord.textOf(discord.original(asked)).includes('Calibration'));
  discord.click(ana, discord.original(asked)!, /./u);
  const kept = payloads.splice(0);
  let next = 0;
  return {
    async run(edits) {
      for (const each of edits) {
        const [event, data] = kept[(next += 1) % kept.length]!;
        const made = edited(
          { data },
          each,
          (key, old, value) => typeof old === 'string' && typeof value === 'string' && written.has(key),
        );
        dispatch(event, { ...(made.data as object), id: String(10n ** 18n + BigInt(next)) }, bot.guild.id);
      }
      const before = discord.replies(channel).length;
      const reply = discord.slash(ana, channel, 'ask', { question });
      await until(
        'an answer in Discord',
        () =>
          discord.textOf(discord.original(reply)).includes('Calibration') ||
          discord.replies(channel).length > before + 8,
      );
      payloads.length = 0;
    },
    close: () => bot.close(),
  };
}

/** What people write, choose and are called; the rest is Discord's own, and read by discord.js before us. */
const written = new Set(
  'content value custom_id name username global_name title filename description locale nick'.split(' '),
);
