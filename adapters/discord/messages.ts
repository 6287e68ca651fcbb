/** Messages people write, change and take back. */
import type {
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteBulkDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
} from 'discord-api-types/v10';
import { parseCommand } from '../../src/chat/commands.ts';
import { failure, take, type Bot } from './bot.ts';
import { renderLine } from './components.ts';
import { placeOfMessage, postOfMessage, textTo } from './requests.ts';

export const unreadableReply =
  'I cannot read a reply that does not mention me. Switch the @ of the reply on, mention me, or use /ask.';

export async function onMessage(bot: Bot, message: GatewayMessageCreateDispatchData): Promise<void> {
  const { rest, servers, store, toldUnreadable } = bot;
  const isForBot =
    message.guild_id === undefined ||
    message.mentions.some(({ id }) => id === bot.id()) ||
    message.referenced_message?.author.id === bot.id();
  if (!isForBot || message.author.id === bot.id()) return;
  const post = postOfMessage(message, {
    botId: bot.id(),
    parent: await servers.parentOf(message),
    isAdmin: servers.isManagedBy(message),
    itemOf: (place, id) => store.itemOf(place, id),
  });
  if (post === null) return;
  const told = `${message.channel_id}/${message.author.id}`;
  if (post !== 'unreadable') {
    try {
      await take(bot, post);
    } catch (error) {
      await rest.post(message.channel_id, renderLine(failure(bot, error)), {
        key: `f${message.id}`,
        replyTo: message.id,
      });
    }
  } else if (!toldUnreadable.has(told)) {
    toldUnreadable.add(told);
    await rest.post(message.channel_id, renderLine(unreadableReply), { key: `u${message.id}`, replyTo: message.id });
  }
}

export async function onEdit(bot: Bot, message: GatewayMessageUpdateDispatchData): Promise<void> {
  const isForBot = message.guild_id === undefined || message.mentions.some(({ id }) => id === bot.id());
  if (!isForBot || message.author.bot === true) return;
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
