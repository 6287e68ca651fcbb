// oxlint-disable oxc/no-map-spread, typescript/no-unsafe-type-assertion, typescript/no-unsafe-enum-assignment, typescript/no-unsafe-enum-comparison -- what arrives at a server is untyped; the checks here are the point
/** What the stand-in for Discord knows: people, servers, channels, messages and interactions. */
import {
  ApplicationCommandType,
  ChannelType,
  GatewayIntentBits,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildMemberFlags,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildSystemChannelFlags,
  GuildVerificationLevel,
  Locale,
  MessageType,
  PermissionFlagsBits,
  RoleFlags,
  type APIApplicationCommand,
  type APIGuildMember,
  type APIInteraction,
  type APIMessage,
  type APIRole,
  type APIThreadChannel,
  type APIUser,
  type GatewayGuildCreateDispatchData,
  type GatewayMessageCreateDispatchData,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

export interface World {
  token: string;
  applicationId: string;
  bot: APIUser;
  /** Privileged intents that the application was given in the developer portal. */
  grantedIntents: number;
  /** What `/gateway/bot` recommends. */
  shardCount: number;
  /** Base of the addresses of attachments. */
  origin: string;
  users: Map<string, APIUser>;
  guilds: Map<string, Guild>;
  channels: Map<string, Channel>;
  /** By channel, in order. */
  messages: Map<string, StoredMessage[]>;
  /** By token. */
  interactions: Map<string, Interaction>;
  files: Map<string, { name: string; bytes: Uint8Array; type: string }>;
  commands: { global: APIApplicationCommand[]; byGuild: Map<string, APIApplicationCommand[]> };
  /** A fresh snowflake; `shard` of two makes it fall on that shard as a server's id. */
  nextId(shard?: 0 | 1): string;
}

export interface Guild {
  id: string;
  name: string;
  ownerId: string;
  /** What the role everyone has may do, and the bot's own role on top. */
  everyone: bigint;
  botPermissions: bigint;
  /** User id to permissions. */
  members: Map<string, { permissions: bigint; roles: string[] }>;
}

export interface Channel {
  id: string;
  type: ChannelType.GuildText | ChannelType.GuildForum | ChannelType.PublicThread | ChannelType.DM;
  name: string;
  guild: Guild | null;
  /** The channel a thread hangs under. */
  parentId: string | null;
  ownerId: string | null;
  /** Whom a direct message is with. */
  recipientId: string | null;
  locked: boolean;
  isDeleted: boolean;
  /** Tags that posts of a forum can have. */
  availableTags?: { id: string; name: string }[];
  /** Tags of a forum's post. */
  tags?: string[];
  /** Taken away from the bot in this channel only. */
  denied: bigint;
}

export interface StoredMessage {
  message: APIMessage;
  /** The only person who sees it, or null. */
  ephemeralFor: string | null;
  enforcedNonce: string | null;
  /** How often it was edited. */
  edits: number;
  /** Who was notified by it: user ids, `everyone`, `here`, role ids. */
  pinged: string[];
}

export interface Interaction {
  id: string;
  token: string;
  payload: APIInteraction;
  userId: string;
  channelId: string;
  createdMs: number;
  /** Type of the callback the bot gave, or null. */
  callback: number | null;
  isEphemeral: boolean;
  /** The message `@original` means. */
  originalId: string | null;
  /** The message whose button was pressed. */
  sourceId: string | null;
  followUps: string[];
  choices: { name: string; value: string | number }[] | null;
  modal: { custom_id: string; title: string; components: unknown[] } | null;
  /** Refused with 10062, as Discord does after 3 s. */
  isUnknown: boolean;
  /** Refused with 50027, as Discord does after 15 min. */
  isExpired: boolean;
}

export const everyonePermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.SendMessagesInThreads;

export function newWorld(token: string): World {
  let last = 0n;
  const nextId = (shard?: 0 | 1): string => {
    const now = BigInt(Date.now() - 1_420_070_400_000) << 22n;
    last = now > last ? now : last + 1n;
    // discord.js and Discord find a server's shard from the milliseconds of its id.
    if (shard !== undefined && (last >> 22n) % 2n !== BigInt(shard)) last = ((last >> 22n) + 1n) << 22n;
    return String(last);
  };
  const applicationId = nextId();
  const bot = person(applicationId, 'rapporteur', true);
  return {
    token,
    applicationId,
    bot,
    nextId,
    origin: '',
    grantedIntents: 0,
    shardCount: 1,
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    interactions: new Map(),
    files: new Map(),
    commands: { global: [], byGuild: new Map() },
  };
}

export function person(id: string, username: string, bot = false): APIUser {
  return {
    id,
    username,
    discriminator: '0',
    global_name: bot ? null : username,
    avatar: null,
    ...(bot ? { bot } : {}),
  };
}

/** What the bot may do in a channel. */
export function botMay(channel: Channel, permission: bigint): boolean {
  if (channel.guild === null) return true;
  const allowed = (channel.guild.everyone | channel.guild.botPermissions) & ~channel.denied;
  return (allowed & permission) === permission;
}

/** Adds a message to its channel, with the mentions Discord would read out of it. */
export function addMessage(
  world: World,
  channel: Channel,
  author: APIUser,
  given: {
    content?: string;
    components?: APIMessage['components'];
    flags?: number;
    attachments?: APIMessage['attachments'];
    replyTo?: StoredMessage | undefined;
    nonce?: string | undefined;
    enforceNonce?: boolean;
    ephemeralFor?: string | null;
    type?: MessageType;
    interaction?: APIMessage['interaction_metadata'];
    allowedMentions?: AllowedMentions | undefined;
  },
): StoredMessage {
  const content = given.content ?? '';
  const pinged = pings(
    content + textOf(given.components),
    given.replyTo?.message.author.id ?? null,
    given.allowedMentions,
  );
  const message: APIMessage = {
    id: world.nextId(),
    channel_id: channel.id,
    author,
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: pinged.includes('everyone'),
    mentions: [...world.users.values()].filter((user) => pinged.includes(user.id)),
    mention_roles: [],
    attachments: given.attachments ?? [],
    embeds: [],
    pinned: false,
    type: given.type ?? (given.replyTo ? MessageType.Reply : MessageType.Default),
    flags: given.flags ?? 0,
    components: given.components ?? [],
    ...(given.nonce === undefined ? {} : { nonce: given.nonce }),
    ...(given.interaction === undefined ? {} : { interaction_metadata: given.interaction }),
    ...(author.id === world.bot.id ? { application_id: world.applicationId } : {}),
    ...(given.replyTo
      ? {
          message_reference: {
            channel_id: channel.id,
            message_id: given.replyTo.message.id,
            ...(channel.guild ? { guild_id: channel.guild.id } : {}),
          },
          referenced_message: given.replyTo.message,
        }
      : {}),
  };
  const stored: StoredMessage = {
    message,
    ephemeralFor: given.ephemeralFor ?? null,
    enforcedNonce: given.enforceNonce && given.nonce !== undefined ? given.nonce : null,
    edits: 0,
    pinged,
  };
  world.messages.set(channel.id, [...(world.messages.get(channel.id) ?? []), stored]);
  return stored;
}

export interface AllowedMentions {
  parse?: string[];
  users?: string[];
  replied_user?: boolean;
}

export function findMessage(world: World, channelId: string, id: string | null): StoredMessage | undefined {
  return world.messages.get(channelId)?.find((stored) => stored.message.id === id);
}

/** A message as the gateway sends it; optional fields are absent, not null. */
export function messageEvent(channel: Channel, stored: StoredMessage): GatewayMessageCreateDispatchData {
  const { author } = stored.message;
  const member = channel.guild?.members.get(author.id);
  return {
    ...stored.message,
    mentions: stored.message.mentions,
    ...(channel.guild ? { guild_id: channel.guild.id } : {}),
    ...(channel.guild && member ? { member: withoutUser(memberOf(author, member.roles)) } : {}),
  };
}

/** A message as Discord shows it to an application, by the intents it was given. */
export function shownMessage(world: World, channel: Channel, message: APIMessage): APIMessage {
  const isReadable =
    channel.guild === null ||
    message.author.id === world.bot.id ||
    message.mentions.some((user) => user.id === world.bot.id) ||
    (world.grantedIntents & GatewayIntentBits.MessageContent) !== 0;
  return isReadable ? message : { ...message, content: '', attachments: [], components: [], embeds: [] };
}

export function memberOf(user: APIUser, roles: string[]): APIGuildMember {
  return { user, roles, joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0 as GuildMemberFlags };
}

export function guildEvent(world: World, guild: Guild): GatewayGuildCreateDispatchData {
  const here = [...world.channels.values()].filter((channel) => channel.guild === guild && !channel.isDeleted);
  const botRole = roleOf(world.applicationId, 'rapporteur', guild.botPermissions, 1);
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    roles: [roleOf(guild.id, '@everyone', guild.everyone, 0), botRole],
    emojis: [],
    features: [],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0 as GuildSystemChannelFlags,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: GuildPremiumTier.None,
    preferred_locale: Locale.EnglishUS,
    public_updates_channel_id: null,
    nsfw_level: GuildNSFWLevel.Default,
    premium_progress_bar_enabled: false,
    hub_type: null,
    safety_alerts_channel_id: null,
    incidents_data: null,
    joined_at: new Date().toISOString(),
    large: false,
    member_count: guild.members.size + 1,
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    members: [memberOf(world.bot, [world.applicationId])],
    channels: here
      .filter((channel) => channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildForum)
      .map((channel) => ({
        id: channel.id,
        type: channel.type as ChannelType.GuildText,
        last_message_id: world.messages.get(channel.id)?.at(-1)?.message.id ?? null,
        name: channel.name,
        position: 0,
        guild_id: guild.id,
        topic: null,
        ...(channel.type === ChannelType.GuildForum && {
          available_tags: (channel.availableTags ?? []).map((tag) => ({
            ...tag,
            moderated: false,
            emoji_id: null,
            emoji_name: null,
          })),
        }),
        permission_overwrites:
          channel.denied === 0n ? [] : [{ id: world.bot.id, type: 1, allow: '0', deny: String(channel.denied) }],
      })),
    threads: here
      .filter((channel) => channel.type === ChannelType.PublicThread)
      .map((thread) => threadEvent(thread, world.messages.get(thread.id)?.at(-1)?.message.id)),
  } satisfies GatewayGuildCreateDispatchData;
}

export function threadEvent(channel: Channel, lastMessage: string | null = null): APIThreadChannel {
  return {
    id: channel.id,
    type: ChannelType.PublicThread,
    name: channel.name,
    guild_id: channel.guild?.id ?? '',
    parent_id: channel.parentId ?? '',
    owner_id: channel.ownerId ?? '',
    message_count: 0,
    total_message_sent: 0,
    member_count: 1,
    rate_limit_per_user: 0,
    last_message_id: lastMessage,
    applied_tags: channel.tags ?? [],
    thread_metadata: {
      archived: false,
      locked: channel.locked,
      auto_archive_duration: 1440,
      archive_timestamp: new Date().toISOString(),
    },
  };
}

/** Commands as Discord gives them back: completed with its defaults, with false values left out. */
export function storedCommands(
  world: World,
  commands: RESTPutAPIApplicationCommandsJSONBody,
  guildId: string | null,
): APIApplicationCommand[] {
  return commands.map((command) => {
    const given = JSON.parse(JSON.stringify(command), (_key, value: unknown) =>
      value === false ? undefined : value,
    ) as Partial<APIApplicationCommand>;
    return {
      default_permission: true,
      nsfw: false,
      description: '',
      default_member_permissions: null,
      type: ApplicationCommandType.ChatInput,
      name: command.name,
      ...given,
      // Discord orders these as it likes.
      ...(guildId === null
        ? {
            integration_types: [...(given.integration_types ?? [0])].reverse(),
            contexts: given.contexts ? [...given.contexts].reverse() : null,
            dm_permission: true,
          }
        : { guild_id: guildId }),
      id: world.nextId(),
      version: world.nextId(),
      application_id: world.applicationId,
    };
  });
}

function roleOf(id: string, name: string, permissions: bigint, position: number): APIRole {
  return {
    id,
    name,
    permissions: String(permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0 as RoleFlags,
  };
}

/** Whom Discord would notify: what the text names, as far as `allowed_mentions` lets it. */
function pings(text: string, repliedTo: string | null, allowed: AllowedMentions | undefined): string[] {
  const may = (kind: string): boolean => allowed === undefined || (allowed.parse ?? []).includes(kind);
  return [
    ...(may('everyone') && text.includes('@everyone') ? ['everyone'] : []),
    ...(may('everyone') && text.includes('@here') ? ['here'] : []),
    ...[...text.matchAll(/<@!?(\d+)>/g)]
      .map((match) => match[1] ?? '')
      .filter((id) => may('users') || (allowed?.users ?? []).includes(id)),
    ...[...text.matchAll(/<@&(\d+)>/g)].map((match) => match[1] ?? '').filter(() => may('roles')),
    ...(repliedTo !== null && (allowed === undefined || allowed.replied_user === true) ? [repliedTo] : []),
  ];
}

function textOf(components: unknown): string {
  return components === undefined ? '' : JSON.stringify(components);
}

function withoutUser(member: APIGuildMember): Omit<APIGuildMember, 'user'> {
  const { user: _user, ...rest } = member;
  return rest;
}
