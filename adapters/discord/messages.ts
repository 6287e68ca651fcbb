/** Messages people write, change and take back. */
import type {
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteBulkDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
} from 'discord-api-types/v10';
import { parseCommand } from '../../src/chat/commands.ts';
import type { Post } from '../../src/chat/post.ts';
import { wordsFor, wordsIn } from '../../src/chat/wording.ts';
import { recordsOf, takeRecords } from './attachments.ts';
import { failure, take, type Bot } from './bot.ts';
import { renderLine } from './components.ts';
import { placeOfMessage, postOfMessage, textTo } from './requests.ts';

export async function onMessage(bot: Bot, message: GatewayMessageCreateDispatchData): Promise<void> {
  const { rest, servers, store } = bot;
  if (message.author.id === bot.id() || message.author.bot === true) return;
  const post = await postOfMessage(message, {
    botId: bot.id(),
    parent: await servers.parentOf(message),
    isAdmin: servers.isManagedBy(message),
    language: servers.languageOf(message.guild_id),
    itemOf: (place, id) => store.itemOf(place, id),
    overhears: bot.overhears,
    hearsMore: async ({ place, conversation }) =>
      conversation !== null &&
      (await store.settings(place)).threadsGoOn &&
      (await store.hasAnsweredIn(place, conversation)),
  });
  if (post === null) return;
  if (post !== 'unreadable') {
    try {
      await takeAll(bot, post, message);
    } catch (error) {
      await rest.post(message.channel_id, renderLine(failure(bot, error, wordsFor(post.asker))), {
        key: `f${message.id}`,
        replyTo: message.id,
      });
    }
  } else if (
    await store.tellOnce(`discord:${message.guild_id}`, `needs a mention ${message.channel_id}`, bot.clock())
  ) {
    await rest.post(message.channel_id, renderLine(wordsIn(servers.languageOf(message.guild_id))('unreadableReply')), {
      key: `u${message.id}`,
      replyTo: message.id,
    });
  }
}

/** What is asked, and the records that came with it; what is asked of a record is answered once it is in. */
async function takeAll(bot: Bot, post: Post, message: GatewayMessageCreateDispatchData): Promise<void> {
  const records = post.isOverheard ? [] : recordsOf(message);
  if (records.length === 0) {
    await take(bot, post);
    return;
  }
  const taking = Promise.withResolvers<void>();
  const isAsked = textTo(message, bot.id()) !== '';
  const isNew = isAsked
    ? (await take(bot, post, undefined, taking.promise)) === 'received'
    : await bot.store.tellOnce(`discord:${post.place.workspace}`, `file ${message.id}`, bot.clock());
  try {
    if (isNew) await takeRecords(bot, post, message.channel_id, records);
  } finally {
    taking.resolve();
  }
}

export async function onEdit(bot: Bot, message: GatewayMessageUpdateDispatchData): Promise<void> {
  if (message.author.bot === true || message.content === '') return;
  await bot.desk.edited(
    placeOfMessage(message, await bot.servers.parentOf(message)),
    message.id,
    parseCommand(textTo(message, bot.id())),
  );
}

export async function onDelete(bot: Bot, message: GatewayMessageDeleteDispatchData): Promise<void> {
  await bot.desk.deleted(placeOfMessage(message, await bot.servers.parentOf(message)), message.id);
  await bot.delivery.withdraw(message.id);
}

export async function onBulkDelete(bot: Bot, { ids, ...where }: GatewayMessageDeleteBulkDispatchData): Promise<void> {
  for (const id of ids) await onDelete(bot, { id, ...where });
}
