// oxlint-disable oxc/no-map-spread, typescript/no-unsafe-type-assertion, typescript/no-unsafe-enum-assignment, typescript/no-unsafe-enum-comparison -- what arrives at a server is untyped; the checks here are the point
/** The REST half of the stand-in for Discord: routes under `/api/v10`, errors with Discord's own codes. */
import {
  ChannelType,
  GatewayDispatchEvents,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
  type APIApplicationCommand,
  type APIMessage,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import {
  problemsOfChoices,
  problemsOfCommands,
  problemsOfMessage,
  problemsOfModal,
  type MessageBody,
} from './discord-limits.ts';
import {
  addMessage,
  botMay,
  findMessage,
  guildEvent,
  memberOf,
  messageEvent,
  shownMessage,
  storedCommands,
  threadEvent,
  type AllowedMentions,
  type Channel,
  type Guild,
  type Interaction,
  type StoredMessage,
  type World,
} from './discord-world.ts';
import type { Gateway } from './discord-gateway.ts';

export interface RestCall {
  method: string;
  path: string;
  query: URLSearchParams;
  body: MessageBody | MessageBody[];
  files: { name: string; bytes: Uint8Array }[];
  authorization: string | null;
}

export interface RestAnswer {
  status: number;
  /** Undefined sends no body and no content type, as 204 must. */
  body?: unknown;
}

/** Answers one call from what the world holds, and changes it. */
export function answerCall(world: World, gateway: Gateway, gatewayUrl: string, call: RestCall): RestAnswer {
  try {
    for (const [method, pattern, needsToken, handle] of routes) {
      const match = method === call.method ? pattern.exec(call.path) : null;
      if (!match) continue;
      if (needsToken && call.authorization !== `Bot ${world.token}`) throw failure(401, 0, '401: Unauthorized');
      return handle(
        { world, gateway, gatewayUrl, call, body: Array.isArray(call.body) ? {} : call.body },
        ...match.slice(1),
      );
    }
    throw failure(404, 0, '404: Not Found');
  } catch (error) {
    if (error instanceof Refused) return { status: error.status, body: error.body };
    throw error;
  }
}

interface Context {
  world: World;
  gateway: Gateway;
  gatewayUrl: string;
  call: RestCall;
  body: MessageBody;
}

type Route = [
  method: string,
  pattern: RegExp,
  needsToken: boolean,
  handle: (context: Context, ...ids: string[]) => RestAnswer,
];

function guildOf(world: World, id: string): Guild {
  const guild = world.guilds.get(id);
  if (!guild) throw failure(404, 10004, 'Unknown Guild');
  return guild;
}

const routes: Route[] = [
  [
    'GET',
    /^\/gateway\/bot$/,
    true,
    ({ gatewayUrl, world }) =>
      ok({
        url: gatewayUrl,
        shards: world.shardCount,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 16 },
      }),
  ],
  ['GET', /^\/users\/@me$/, true, ({ world }) => ok(world.bot)],
  [
    'GET',
    /^\/(?:oauth2\/)?applications\/@me$/,
    true,
    ({ world }) => ok({ id: world.applicationId, name: 'Rapporteur', flags: 0 }),
  ],
  ['GET', /^\/applications\/\d+\/commands$/, true, ({ world, call }) => ok(asAsked(world.commands.global, call))],
  [
    'PUT',
    /^\/applications\/\d+\/commands$/,
    true,
    (context) => ok((context.world.commands.global = newCommands(context, null))),
  ],
  [
    'GET',
    /^\/applications\/\d+\/guilds\/(\d+)\/commands$/,
    true,
    ({ world, call }, guild = '') => ok(asAsked(world.commands.byGuild.get(guild) ?? [], call)),
  ],
  [
    'PUT',
    /^\/applications\/\d+\/guilds\/(\d+)\/commands$/,
    true,
    (context, guild = '') => {
      if (!context.world.guilds.has(guild)) throw failure(403, 50001, 'Missing Access');
      const commands = newCommands(context, guild);
      context.world.commands.byGuild.set(guild, commands);
      return ok(commands);
    },
  ],
  [
    'POST',
    /^\/users\/@me\/channels$/,
    true,
    ({ world, body }) => ok(dmEvent(world, dmWith(world, text(body.recipient_id)))),
  ],
  [
    'GET',
    /^\/guilds\/(\d+)$/,
    true,
    ({ world }, id = '') => {
      const {
        channels: _channels,
        threads: _threads,
        members: _members,
        ...guild
      } = guildEvent(world, guildOf(world, id));
      return ok(guild);
    },
  ],
  [
    'GET',
    /^\/guilds\/(\d+)\/channels$/,
    true,
    ({ world }, id = '') => ok(guildEvent(world, guildOf(world, id)).channels),
  ],
  [
    'GET',
    /^\/guilds\/(\d+)\/members\/(\d+)$/,
    true,
    ({ world }, guild = '', id = '') => {
      const member = world.guilds.get(guild)?.members.get(id);
      const user = world.users.get(id);
      if (!member || !user) throw failure(404, 10007, 'Unknown Member');
      return ok(memberOf(user, member.roles));
    },
  ],
  [
    'PATCH',
    /^\/channels\/(\d+)$/,
    true,
    (context, id = '') => {
      const thread = channelOf(context, id);
      const tags = (context.body.applied_tags ?? []) as string[];
      const forum = context.world.channels.get(thread.parentId ?? '');
      if (thread.ownerId !== context.world.bot.id && !botMay(thread, PermissionFlagsBits.ManageThreads))
        throw failure(403, 50013, 'Missing Permissions');
      if (tags.length > 5) throw invalid(['applied_tags: Must be 5 or fewer in length.']);
      if (tags.some((tag) => !forum?.availableTags?.some((one) => one.id === tag)))
        throw failure(404, 10087, 'Unknown Tag');
      thread.tags = tags;
      return ok(threadEvent(thread));
    },
  ],
  [
    'GET',
    /^\/channels\/(\d+)$/,
    true,
    (context, id = '') => {
      const channel = channelOf(context, id);
      return ok(
        channel.type === ChannelType.PublicThread
          ? threadEvent(channel)
          : { id, type: channel.type, name: channel.name, guild_id: channel.guild?.id },
      );
    },
  ],
  [
    'POST',
    /^\/channels\/(\d+)\/typing$/,
    true,
    (context, id = '') => {
      mustWrite(channelOf(context, id));
      return { status: 204 };
    },
  ],
  [
    'POST',
    /^\/channels\/(\d+)\/messages$/,
    true,
    (context, id = '') => ok(post(context, channelOf(context, id)).message),
  ],
  [
    'GET',
    /^\/channels\/(\d+)\/messages$/,
    true,
    (context, id = '') => {
      const channel = channelOf(context, id);
      const limit = Number(context.call.query.get('limit') ?? 50);
      const after = BigInt(context.call.query.get('after') ?? 0);
      const before = context.call.query.get('before');
      const seen = (context.world.messages.get(channel.id) ?? []).filter(
        (stored) =>
          stored.ephemeralFor === null &&
          BigInt(stored.message.id) > after &&
          (before === null || BigInt(stored.message.id) < BigInt(before)),
      );
      const listed = after > 0n ? seen.slice(0, limit) : seen.slice(-limit);
      // Whether Discord keeps nonces for later is not documented, so this does not.
      return ok(
        botMay(channel, PermissionFlagsBits.ReadMessageHistory)
          ? listed
              .reverse()
              .map(({ message: { nonce: _nonce, ...message } }) => shownMessage(context.world, channel, message))
          : [],
      );
    },
  ],
  [
    'GET',
    /^\/channels\/(\d+)\/messages\/(\d+)$/,
    true,
    (context, id = '', message = '') =>
      ok(shownMessage(context.world, channelOf(context, id), publicMessage(context, id, message).message)),
  ],
  [
    'PATCH',
    /^\/channels\/(\d+)\/messages\/(\d+)$/,
    true,
    (context, id = '', message = '') => {
      const stored = publicMessage(context, id, message);
      if (stored.message.author.id !== context.world.bot.id)
        throw failure(403, 50005, 'Cannot edit a message authored by another user');
      if (context.call.files.length > 0 && !botMay(channelOf(context, id), PermissionFlagsBits.AttachFiles))
        throw failure(403, 50013, 'Missing Permissions');
      edit(context, stored);
      return ok(stored.message);
    },
  ],
  [
    'DELETE',
    /^\/channels\/(\d+)\/messages\/(\d+)$/,
    true,
    (context, id = '', message = '') => {
      const stored = publicMessage(context, id, message);
      if (stored.message.author.id !== context.world.bot.id) throw failure(403, 50013, 'Missing Permissions');
      removeMessage(context, id, message);
      return { status: 204 };
    },
  ],
  ['POST', /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, true, startThread],
  ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, false, callback],
  [
    'POST',
    /^\/webhooks\/\d+\/([^/]+)$/,
    false,
    (context, token = '') => {
      const interaction = acknowledged(context, token);
      const isUserInstalled = !('0' in interaction.payload.authorizing_integration_owners);
      if (isUserInstalled && interaction.followUps.length >= 5)
        throw failure(400, 40094, 'This interaction has hit the maximum number of follow up messages');
      const stored = respond(context, interaction, context.body);
      interaction.followUps.push(stored.message.id);
      return ok(stored.message);
    },
  ],
  [
    'GET',
    /^\/webhooks\/\d+\/([^/]+)\/messages\/(@original|\d+)$/,
    false,
    (context, token = '', id = '') => ok(webhookMessage(context, token, id).message),
  ],
  [
    'PATCH',
    /^\/webhooks\/\d+\/([^/]+)\/messages\/(@original|\d+)$/,
    false,
    (context, token = '', id = '') => {
      const stored = webhookMessage(context, token, id);
      edit(context, stored);
      return ok(stored.message);
    },
  ],
  [
    'DELETE',
    /^\/webhooks\/\d+\/([^/]+)\/messages\/(@original|\d+)$/,
    false,
    (context, token = '', id = '') => {
      const stored = webhookMessage(context, token, id);
      removeMessage(context, stored.message.channel_id, stored.message.id);
      return { status: 204 };
    },
  ],
];

function callback(context: Context, id = '', token = ''): RestAnswer {
  const interaction = context.world.interactions.get(token);
  if (
    !interaction ||
    interaction.id !== id ||
    interaction.isUnknown ||
    (interaction.callback === null && Date.now() - interaction.createdMs > 3000)
  ) {
    throw failure(404, 10062, 'Unknown interaction');
  }
  if (interaction.callback !== null) throw failure(400, 40060, 'Interaction has already been acknowledged.');
  const { type } = context.body as { type: number };
  const data = (context.body.data ?? {}) as MessageBody;
  const kind = interaction.payload.type;
  const isComponent =
    kind === InteractionType.MessageComponent ||
    (kind === InteractionType.ModalSubmit && interaction.sourceId !== null);
  if (type === InteractionResponseType.ChannelMessageWithSource) {
    interaction.originalId = respond(context, interaction, data).message.id;
  } else if (type === InteractionResponseType.DeferredChannelMessageWithSource) {
    if ((Number(data.flags ?? 0) & ~MessageFlags.Ephemeral) !== 0)
      throw invalid(['data.flags: only EPHEMERAL can be set when deferring']);
    interaction.originalId = respond(context, interaction, {
      flags: Number(data.flags ?? 0) | MessageFlags.Loading,
      content: '…',
    }).message.id;
  } else if (type === InteractionResponseType.DeferredMessageUpdate && isComponent) {
    interaction.originalId = interaction.sourceId;
  } else if (type === InteractionResponseType.UpdateMessage && isComponent) {
    const stored = findMessage(context.world, interaction.channelId, interaction.sourceId);
    if (!stored) throw failure(404, 10008, 'Unknown Message');
    interaction.originalId = interaction.sourceId;
    edit({ ...context, body: data }, stored);
  } else if (
    type === InteractionResponseType.ApplicationCommandAutocompleteResult &&
    kind === InteractionType.ApplicationCommandAutocomplete
  ) {
    refuse(problemsOfChoices(data.choices));
    interaction.choices = data.choices as Interaction['choices'];
  } else if (type === InteractionResponseType.Modal && kind !== InteractionType.ModalSubmit) {
    refuse(problemsOfModal(data));
    interaction.modal = data as unknown as Interaction['modal'];
  } else {
    throw invalid([`type: ${type} does not answer an interaction of type ${kind}`]);
  }
  interaction.callback = type;
  if (context.call.query.get('with_response') !== 'true') return { status: 204 };
  const stored = findMessage(context.world, interaction.channelId, interaction.originalId);
  return ok({
    interaction: { id, type: kind, response_message_id: stored?.message.id },
    resource: { type, message: stored?.message },
  });
}

function acknowledged(context: Context, token: string): Interaction {
  const interaction = context.world.interactions.get(token);
  if (!interaction || interaction.isExpired || Date.now() - interaction.createdMs > 15 * 60_000)
    throw failure(401, 50027, 'Invalid Webhook Token');
  if (interaction.callback === null) throw failure(404, 10015, 'Unknown Webhook');
  return interaction;
}

function webhookMessage(context: Context, token: string, id: string): StoredMessage {
  const interaction = acknowledged(context, token);
  const stored = findMessage(context.world, interaction.channelId, id === '@original' ? interaction.originalId : id);
  const isOwn = id === '@original' || interaction.followUps.includes(id) || id === interaction.sourceId;
  if (!stored || !isOwn) throw failure(404, 10008, 'Unknown Message');
  return stored;
}

/** A message that answers an interaction: needs no permission in the channel. */
function respond(context: Context, interaction: Interaction, body: MessageBody): StoredMessage {
  const { world } = context;
  const isLoading = (Number(body.flags ?? 0) & MessageFlags.Loading) !== 0;
  const isEphemeral = (Number(body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (!isLoading) refuse(problemsOfMessage(body, { files: context.call.files.map((file) => file.name) }));
  if (!isLoading && isEmpty(body, context.call)) throw failure(400, 50006, 'Cannot send an empty message');
  const channel = world.channels.get(interaction.channelId);
  if (!channel || channel.isDeleted) throw failure(404, 10003, 'Unknown Channel');
  const user = world.users.get(interaction.userId);
  if (!user) throw failure(404, 10013, 'Unknown User');
  if (interaction.callback === null) interaction.isEphemeral = isEphemeral;
  return addMessage(world, channel, world.bot, {
    content: isLoading ? '' : text(body.content),
    components: (body.components ?? []) as NonNullable<APIMessage['components']>,
    flags: Number(body.flags ?? 0),
    attachments: keep(world, context.call),
    ephemeralFor: isEphemeral ? interaction.userId : null,
    allowedMentions: body.allowed_mentions as AllowedMentions | undefined,
    type:
      interaction.payload.type === InteractionType.ApplicationCommand
        ? MessageType.ChatInputCommand
        : MessageType.Reply,
    interaction: {
      id: interaction.id,
      type: InteractionType.ApplicationCommand,
      user,
      authorizing_integration_owners: interaction.payload.authorizing_integration_owners,
    },
  });
}

function post(context: Context, channel: Channel): StoredMessage {
  const { world, body, call, gateway } = context;
  mustWrite(channel);
  if (call.files.length > 0 && !botMay(channel, PermissionFlagsBits.AttachFiles))
    throw failure(403, 50013, 'Missing Permissions');
  refuse(problemsOfMessage(body, { files: call.files.map((file) => file.name) }));
  if (isEmpty(body, call)) throw failure(400, 50006, 'Cannot send an empty message');
  const before = (world.messages.get(channel.id) ?? []).find(
    (stored) => stored.enforcedNonce !== null && stored.enforcedNonce === body.nonce,
  );
  if (before && body.enforce_nonce === true) return before;
  const reference = body.message_reference as { message_id?: string; fail_if_not_exists?: boolean } | undefined;
  const replyTo = reference ? findMessage(world, channel.id, reference.message_id ?? null) : undefined;
  if (reference && !botMay(channel, PermissionFlagsBits.ReadMessageHistory))
    throw failure(403, 160_002, 'You cannot reply without permission to read message history');
  if (reference && !replyTo && reference.fail_if_not_exists !== false)
    throw invalid(['message_reference: Unknown message']);
  const stored = addMessage(world, channel, world.bot, {
    content: text(body.content),
    components: (body.components ?? []) as NonNullable<APIMessage['components']>,
    flags: Number(body.flags ?? 0),
    attachments: keep(world, call),
    replyTo,
    nonce: body.nonce as string | undefined,
    enforceNonce: body.enforce_nonce === true,
    allowedMentions: body.allowed_mentions as AllowedMentions | undefined,
  });
  gateway.dispatch(GatewayDispatchEvents.MessageCreate, messageEvent(channel, stored), channel.guild?.id ?? null);
  return stored;
}

function edit({ world, gateway, body, call }: Context, stored: StoredMessage): void {
  const wasV2 = ((stored.message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const kept = ((body.attachments as { id?: string }[] | undefined) ?? [])
    .map((attachment) => stored.message.attachments.find(({ id }) => id === attachment.id))
    .filter((attachment) => attachment !== undefined);
  refuse(
    problemsOfMessage(body, {
      files: [...call.files.map((file) => file.name), ...kept.map((attachment) => attachment.filename)],
      wasV2,
      edit: true,
    }),
  );
  const { message } = stored;
  if (body.content !== undefined) message.content = text(body.content);
  if (body.components !== undefined) message.components = body.components as NonNullable<APIMessage['components']>;
  const flags = Number(body.flags ?? 0) & (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds);
  message.flags = ((message.flags ?? 0) & ~MessageFlags.Loading) | flags;
  if (call.files.length > 0 || body.attachments !== undefined) message.attachments = [...kept, ...keep(world, call)];
  message.edited_timestamp = new Date().toISOString();
  stored.edits += 1;
  const channel = world.channels.get(message.channel_id);
  if (channel && stored.ephemeralFor === null)
    gateway.dispatch(GatewayDispatchEvents.MessageUpdate, messageEvent(channel, stored), channel.guild?.id ?? null);
}

function startThread({ world, gateway, body, call }: Context, channelId = '', messageId = ''): RestAnswer {
  const channel = channelOf({ world, gateway, body, call, gatewayUrl: '' }, channelId);
  if (channel.type !== ChannelType.GuildText) throw failure(400, 50024, 'Cannot execute action on this channel type');
  if (!botMay(channel, PermissionFlagsBits.CreatePublicThreads)) throw failure(403, 50013, 'Missing Permissions');
  const stored = findMessage(world, channelId, messageId);
  if (!stored || stored.ephemeralFor !== null) throw failure(404, 10008, 'Unknown Message');
  if (world.channels.has(messageId)) throw failure(400, 160_004, 'A thread has already been created for this message');
  const name = text(body.name);
  if (name.length < 1 || name.length > 100) throw invalid(['name: Must be between 1 and 100 in length.']);
  // A thread on a message has the message's id.
  const thread: Channel = {
    id: messageId,
    type: ChannelType.PublicThread,
    name,
    guild: channel.guild,
    parentId: channelId,
    ownerId: world.bot.id,
    recipientId: null,
    locked: false,
    isDeleted: false,
    denied: 0n,
  };
  world.channels.set(thread.id, thread);
  stored.message.flags = (stored.message.flags ?? 0) | MessageFlags.HasThread;
  gateway.dispatch(
    GatewayDispatchEvents.ThreadCreate,
    { ...threadEvent(thread), newly_created: true },
    channel.guild?.id ?? null,
  );
  return { status: 201, body: threadEvent(thread) };
}

function newCommands({ world, call }: Context, guildId: string | null): APIApplicationCommand[] {
  const commands = call.body as unknown as RESTPutAPIApplicationCommandsJSONBody;
  refuse(problemsOfCommands(commands));
  return storedCommands(world, commands, guildId);
}

/** Without `with_localizations` Discord gives back no dictionaries of other languages. */
function asAsked(commands: APIApplicationCommand[], { query }: RestCall): unknown {
  if (query.get('with_localizations') === 'true') return commands;
  return JSON.parse(JSON.stringify(commands), function (key, value: unknown) {
    return key.endsWith('_localizations') ? undefined : value;
  });
}

function channelOf({ world }: Context, id: string): Channel {
  const channel = world.channels.get(id);
  if (!channel || channel.isDeleted) throw failure(404, 10003, 'Unknown Channel');
  if (!botMay(channel, PermissionFlagsBits.ViewChannel)) throw failure(403, 50001, 'Missing Access');
  return channel;
}

function mustWrite(channel: Channel): void {
  const needed =
    channel.type === ChannelType.PublicThread
      ? PermissionFlagsBits.SendMessagesInThreads
      : PermissionFlagsBits.SendMessages;
  if (!botMay(channel, needed)) throw failure(403, 50013, 'Missing Permissions');
  if (channel.locked) throw failure(400, 50083, 'Thread is archived');
}

/** A message that can be reached without an interaction's token. */
function publicMessage(context: Context, channelId: string, id: string): StoredMessage {
  const stored = findMessage(context.world, channelOf(context, channelId).id, id);
  if (!stored || stored.ephemeralFor !== null) throw failure(404, 10008, 'Unknown Message');
  return stored;
}

function removeMessage({ world, gateway }: Context, channelId: string, id: string): void {
  world.messages.set(
    channelId,
    (world.messages.get(channelId) ?? []).filter((stored) => stored.message.id !== id),
  );
  const guildId = world.channels.get(channelId)?.guild?.id ?? null;
  gateway.dispatch(
    GatewayDispatchEvents.MessageDelete,
    { id, channel_id: channelId, ...(guildId ? { guild_id: guildId } : {}) },
    guildId,
  );
}

export function dmWith(world: World, userId: string): Channel {
  const known = [...world.channels.values()].find((channel) => channel.recipientId === userId);
  if (known) return known;
  const channel: Channel = {
    id: world.nextId(),
    type: ChannelType.DM,
    name: '',
    guild: null,
    parentId: null,
    ownerId: null,
    recipientId: userId,
    locked: false,
    isDeleted: false,
    denied: 0n,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

export function dmEvent(world: World, channel: Channel): object {
  return {
    id: channel.id,
    type: ChannelType.DM,
    last_message_id: null,
    flags: 0,
    recipients: [world.users.get(channel.recipientId ?? '')],
  };
}

/** Keeps uploaded files where they can be downloaded. */
function keep(world: World, call: RestCall): APIMessage['attachments'] {
  return call.files.map(({ name, bytes }) => {
    const id = world.nextId();
    world.files.set(id, { name, bytes, type: 'text/plain' });
    const url = `${world.origin}/attachments/${id}/${name}`;
    return { id, filename: name, size: bytes.length, url, proxy_url: url };
  });
}

function isEmpty(body: MessageBody, call: RestCall): boolean {
  return (
    !body.content &&
    ((body.components as unknown[] | undefined) ?? []).length === 0 &&
    ((body.embeds as unknown[] | undefined) ?? []).length === 0 &&
    call.files.length === 0
  );
}

class Refused extends Error {
  status: number;
  body: unknown;
  constructor(status: number, body: unknown) {
    super(`refused with ${status}`);
    this.status = status;
    this.body = body;
  }
}

function failure(status: number, code: number, message: string): Refused {
  return new Refused(status, { message, code });
}

function invalid(problems: string[]): Refused {
  return new Refused(400, {
    message: 'Invalid Form Body',
    code: 50035,
    errors: { _errors: problems.map((message) => ({ code: 'BASE_TYPE', message })) },
  });
}

function refuse(problems: string[]): void {
  if (problems.length > 0) throw invalid(problems);
}

function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
