/** From what Discord delivers to what the desk takes: pure. */
import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  MessageType,
  PermissionFlagsBits,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIMessage,
  type GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { InboxItem } from '../../src/chat/chat-store.ts';
import { parseCommand, type Command } from '../../src/chat/commands.ts';
import type { Overheard, Overhears } from '../../src/chat/overheard.ts';
import type { Asker, Place, Post } from '../../src/chat/post.ts';
import { primaryTag, wordsIn, type Words } from '../../src/chat/wording.ts';

/** How a reply gets back to who asked; kept with the post, so that it works after a restart too. */
export type ReplyTo = z.infer<typeof replyToSchema>;

const replyToSchema = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('interaction'),
    token: z.string(),
    /** Milliseconds since 1970 when it came in: the token works for 15 minutes. */
    receivedMs: z.number(),
    /** Decided when it was acknowledged, and fixed from then on. */
    isEphemeral: z.boolean(),
    channel: z.string(),
    /** The question as it was typed, which Discord shows to nobody else; null where there is none. */
    asked: z.string().nullable(),
  }),
  z.object({
    by: z.literal('message'),
    channel: z.string(),
    /** Questions of this conversation in a row, this one included. */
    depth: z.number(),
    /** The reply goes to a thread on the message that asks. */
    startsThread: z.boolean(),
    /** The message of somebody that it replies to. */
    refersTo: z.string().optional(),
  }),
  /** Of the bot's own accord. */
  z.object({ by: z.literal('place'), channel: z.string() }),
]);

export function readReplyTo(post: Post): ReplyTo {
  return replyToSchema.parse(post.replyTo);
}

/** The third question in a row outside a thread is answered in one. */
export const questionsBeforeThread = 3;

export function placeOfInteraction(interaction: APIInteraction): Place {
  const channel = interaction.channel?.id ?? '';
  const thread = threadParent(interaction);
  return { platform: 'discord', workspace: interaction.guild_id ?? '', channel: thread ?? channel };
}

export function askerOfInteraction(interaction: APIInteraction): Asker {
  // Where only a person installed the bot, managing that server says nothing about the bot.
  const isInstalledHere =
    interaction.authorizing_integration_owners[ApplicationIntegrationType.GuildInstall] !== undefined;
  return {
    id: (interaction.member?.user ?? interaction.user)?.id ?? '',
    roles: interaction.member?.roles ?? [],
    isAdmin: isInstalledHere && interaction.member !== undefined && manages(BigInt(interaction.member.permissions)),
    ...('locale' in interaction && { language: primaryTag(interaction.locale) }),
  };
}

/** What is said to who did it, in the language of their Discord. */
export function wordsOfInteraction(interaction: APIInteraction): Words {
  return wordsIn('locale' in interaction ? interaction.locale : undefined);
}

/** In a direct message with the bot. */
export function isDirect(interaction: APIInteraction): boolean {
  return (
    interaction.context === InteractionContextType.BotDM ||
    (interaction.context === undefined && interaction.guild_id === undefined)
  );
}

export function postOfInteraction(
  interaction: APIInteraction,
  command: Command,
  { isEphemeral, asked, now }: { isEphemeral: boolean; asked: string | null; now: number },
): Post {
  const place = placeOfInteraction(interaction);
  const asker = askerOfInteraction(interaction);
  const channel = interaction.channel?.id ?? '';
  const thread = threadParent(interaction) === null ? null : channel;
  const replyTo: ReplyTo = {
    by: 'interaction',
    token: interaction.token,
    receivedMs: now,
    isEphemeral,
    channel,
    asked,
  };
  return {
    place,
    thread,
    asker,
    command,
    replyTo,
    conversation: thread ?? conversationOf(place.channel, asker.id),
    message: interaction.id,
    event: interaction.id,
    isDirect: isDirect(interaction),
    onlyForAsker: isEphemeral,
  };
}

/** What the adapter knows beyond the message itself. */
export interface Surroundings {
  botId: string;
  /** The channel a thread hangs under; null where the message does not stand in a thread. */
  parent: string | null;
  isAdmin: boolean;
  /** Primary tag of the server's language, where it has chosen one. */
  language?: string | undefined;
  /** The question a message or interaction asked, where it is kept. */
  itemOf: (place: Place, message: string) => Promise<InboxItem | null>;
  /** Whether a message that does not call the bot is for it; none is where it is absent. */
  overhears?: Overhears;
  /** Whether one would be if it could be read. */
  hearsMore?: (message: Pick<Overheard, 'place' | 'conversation'>) => Promise<boolean>;
}

/** Null for what does not ask the bot; `unreadable` for a reply to it that Discord does not let it read. */
export async function postOfMessage(
  message: GatewayMessageCreateDispatchData,
  { botId, parent, isAdmin, language, itemOf, overhears, hearsMore }: Surroundings,
): Promise<Post | 'unreadable' | null> {
  if (
    message.author.bot === true ||
    message.webhook_id !== undefined ||
    (message.type !== MessageType.Default && message.type !== MessageType.Reply)
  )
    return null;
  const isInDm = message.guild_id === undefined;
  const isToBot = message.referenced_message?.author.id === botId;
  const place = placeOfMessage(message, parent);
  const thread = parent === null ? null : message.channel_id;
  const isCalled = isInDm || message.mentions.some(({ id }) => id === botId);
  if (!isCalled) {
    const carried = thread === null ? null : ((await itemOf(place, thread))?.post.conversation ?? thread);
    const text = textTo(message, botId);
    // A reply to the bot, its @ off, is for the bot wherever it can be read.
    const callsOthers = message.mentions.length > 0 || message.mention_roles.length > 0 || message.mention_everyone;
    const isHeard = (await overhears?.({ place, conversation: carried, text, callsOthers })) === true;
    if (text === '' && message.attachments.length === 0) {
      return isToBot || (await hearsMore?.({ place, conversation: carried })) ? 'unreadable' : null;
    }
    if (!isHeard && !(isToBot && text !== '')) return null;
  }
  const before =
    isToBot && message.referenced_message ? await questionOf(message.referenced_message, place, itemOf) : null;
  // A thread that the bot began carries on the conversation of the message it hangs on.
  const beginning = thread === null ? null : await itemOf(place, thread);
  const depth = before === null ? 1 : depthOf(before) + 1;
  const startsThread = thread === null && !isInDm && depth >= questionsBeforeThread;
  const refersTo = !isToBot && message.type === MessageType.Reply ? message.message_reference?.message_id : undefined;
  const replyTo: ReplyTo = {
    by: 'message',
    channel: message.channel_id,
    depth,
    startsThread,
    ...(refersTo !== undefined && { refersTo }),
  };
  return {
    place,
    thread,
    replyTo,
    conversation:
      before?.post.conversation ??
      beginning?.post.conversation ??
      thread ??
      conversationOf(place.channel, message.author.id),
    asker: {
      id: message.author.id,
      roles: message.member?.roles ?? [],
      isAdmin,
      ...(language !== undefined && { language }),
    },
    message: message.id,
    event: message.id,
    command: parseCommand(textTo(message, botId)),
    isDirect: isInDm,
    ...(refersTo !== undefined && { isReply: true as const }),
    ...(!isCalled && !isToBot && { isOverheard: true as const }),
    onlyForAsker: false,
  };
}

export function placeOfMessage(message: { guild_id?: string; channel_id: string }, parent: string | null): Place {
  return { platform: 'discord', workspace: message.guild_id ?? '', channel: parent ?? message.channel_id };
}

/** What a message says to the bot: without the bot's own mention, with people's names instead of their numbers. */
export function textTo(message: Pick<APIMessage, 'content' | 'mentions'>, botId: string): string {
  return message.content
    .replaceAll(/<@!?(\d+)>/g, (_mention, id: string) => {
      if (id === botId) return ' ';
      const user = message.mentions.find((mentioned) => mentioned.id === id);
      return user === undefined ? '' : (user.global_name ?? user.username);
    })
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim();
}

/** What a message says, of its components too, without Discord's escapes. */
export function wordsOf(message: Pick<APIMessage, 'content' | 'components'>): string {
  return [message.content, ...textsIn(message.components ?? [])]
    .filter((part) => part !== '')
    .join('\n')
    .replaceAll(/\\([^0-9A-Za-z\s])/g, '$1')
    .replaceAll(/^(?:>>> |-# )/gm, '')
    .trim();
}

export function manages(permissions: bigint): boolean {
  return (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
}

/** Outside threads, what one person asks in one channel is one conversation. */
function conversationOf(channel: string, user: string): string {
  return `${channel}/${user}`;
}

/** The question one of the bot's messages answers: it replies to the message that asked, or belongs to the command that did. */
async function questionOf(reply: APIMessage, place: Place, itemOf: Surroundings['itemOf']): Promise<InboxItem | null> {
  const asking = reply.message_reference?.message_id ?? reply.interaction_metadata?.id;
  return asking === undefined ? null : itemOf(place, asking);
}

function depthOf({ post }: InboxItem): number {
  const { data } = replyToSchema.safeParse(post.replyTo);
  return data?.by === 'message' ? data.depth : 1;
}

function threadParent(interaction: APIInteraction): string | null {
  const { channel } = interaction;
  return channel && 'thread_metadata' in channel && typeof channel.parent_id === 'string' ? channel.parent_id : null;
}

/** All that stands in a message made of components. */
export function textsIn(components: object[]): string[] {
  return components.flatMap((part) => [
    ...('content' in part && typeof part.content === 'string' ? [part.content] : []),
    ...('components' in part && Array.isArray(part.components) ? textsIn(part.components) : []),
  ]);
}

/** Options of a command as text; null where they were not given. */
export function readOptions(
  options: APIApplicationCommandInteractionDataOption[] | undefined,
): (name: string) => string | null {
  return (name) => {
    const given = options?.find((option) => option.name === name);
    if (
      given === undefined ||
      given.type === ApplicationCommandOptionType.Subcommand ||
      given.type === ApplicationCommandOptionType.SubcommandGroup
    )
      return null;
    const text = String(given.value).trim();
    return text === '' ? null : text;
  };
}
