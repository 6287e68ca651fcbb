// oxlint-disable oxc/no-map-spread, typescript/no-unsafe-type-assertion, typescript/no-unsafe-enum-assignment, typescript/no-unsafe-enum-comparison -- what arrives at a server is untyped; the checks here are the point
/**
 * A stand-in for Discord on 127.0.0.1: a REST server and a gateway on one port, for an unmodified discord.js.
 * It keeps servers, channels and messages, checks what it is sent against Discord's documented limits and
 * permissions, lets invented people write, press buttons and use commands, breaks where it is told to, and
 * remembers every call. It cannot prove that Discord itself does the same; `adapters/discord/README.md` lists
 * what to try there once.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  GatewayDispatchEvents,
  InteractionContextType,
  InteractionType,
  Locale,
  PermissionFlagsBits,
  type APIApplicationCommand,
  type APIAttachment,
  type APIInteraction,
  type APIUser,
} from 'discord-api-types/v10';
import { startGateway, type Gateway } from './discord-gateway.ts';
import { answerCall, dmEvent, dmWith, type RestCall } from './discord-rest.ts';
import {
  addMessage,
  everyonePermissions,
  findMessage,
  guildEvent,
  memberOf,
  messageEvent,
  newWorld,
  person,
  threadEvent,
  type Channel,
  type Guild,
  type Interaction,
  type StoredMessage,
  type World,
} from './discord-world.ts';

export interface LoggedCall extends RestCall {
  /** 0 where the connection was cut instead of an answer. */
  status: number;
  atMs: number;
}

export interface Fault {
  method?: string;
  path: RegExp;
  times: number;
  /** `drop before`: cut before anything is done. `drop after`: done, but the answer is lost. `lateMs`: done after so long. */
  how:
    | 'drop before'
    | 'drop after'
    | { lateMs: number }
    | { status: number; code?: number; message?: string; retryAfter?: number; isGlobal?: boolean };
}

export interface FakeDiscord {
  /** For `DISCORD_API_URL`. */
  url: string;
  token: string;
  world: World;
  gateway: Gateway;
  calls: LoggedCall[];
  faults: Fault[];
  /** With `channels` it has them when the bot first hears of it. */
  addGuild(options?: { name?: string; shard?: 0 | 1; botPermissions?: bigint; channels?: string[] }): Guild;
  addChannel(guild: Guild, name?: string, type?: ChannelType.GuildText | ChannelType.GuildForum): Channel;
  addUser(username: string, permissionsIn?: { guild: Guild; permissions: bigint; roles?: string[] }): APIUser;
  /** A thread that somebody opens: on a message, or with `first` as a post of a forum. */
  openThread(user: APIUser, channel: Channel, on: StoredMessage | { name: string; first: string }): Channel;
  /** The direct message channel with somebody. */
  dm(user: APIUser): Channel;
  say(
    user: APIUser,
    channel: Channel,
    content: string,
    how?: { replyTo?: StoredMessage; pings?: boolean; files?: { name: string; text: string }[] },
  ): StoredMessage;
  editMessage(channel: Channel, stored: StoredMessage, content: string): void;
  deleteMessage(channel: Channel, stored: StoredMessage): void;
  deleteChannel(channel: Channel): void;
  /** Uses a registered command; throws where Discord would not offer it. */
  slash(
    user: APIUser,
    channel: Channel,
    name: string,
    options?: Record<string, OptionValue>,
    how?: InteractionSetup,
  ): Interaction;
  /** The choices offered while `value` is typed in the option `focused`. */
  autocomplete(
    user: APIUser,
    channel: Channel,
    name: string,
    focused: string,
    value: string,
    options?: Record<string, OptionValue>,
  ): Promise<{ name: string; value: string | number }[]>;
  contextMenu(
    user: APIUser,
    channel: Channel,
    name: string,
    target: StoredMessage,
    how?: InteractionSetup,
  ): Interaction;
  /** Presses a button by its label. */
  click(user: APIUser, stored: StoredMessage, label: string | RegExp, how?: InteractionSetup): Interaction;
  /** Sends in the form an interaction opened; values by label or custom id, arrays for menus. */
  submit(user: APIUser, opener: Interaction, values: Record<string, string | string[]>): Interaction;
  /** What `@original` of an interaction shows now. */
  original(interaction: Interaction): StoredMessage | undefined;
  messages(channel: Channel): StoredMessage[];
  /** Those of the bot that somebody can see. */
  replies(channel: Channel): StoredMessage[];
  /** All the text a person sees in a message, escapes resolved and the rest of the markup as it is. */
  textOf(stored: StoredMessage | undefined): string;
  file(stored: StoredMessage): string | null;
  /** Waits until `find` gives something; throws with `what` after a minute. */
  until<T>(
    what: string,
    find: () => T | undefined | null | false | Promise<T | undefined | null | false>,
    withinMs?: number,
  ): Promise<T>;
  close(): Promise<void>;
}

export type OptionValue = string | number | boolean | { name: string; text: string };

export interface InteractionSetup {
  /** The language of the person's Discord; English where absent. */
  locale?: Locale;
  /** The command was installed by the user only, not by the server. */
  isUserInstalled?: boolean;
  /** The person's permissions, where not those they have in the server. */
  permissions?: bigint;
  /** Comes as if it had been on its way for so long. */
  ageMs?: number;
}

export async function fakeDiscord(token = 'fake-discord-token'): Promise<FakeDiscord> {
  const world = newWorld(token);
  const calls: LoggedCall[] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  world.origin = `http://127.0.0.1:${port}`;
  const gatewayUrl = `ws://127.0.0.1:${port}/gateway`;
  const gateway = startGateway(server, world, () => gatewayUrl);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', world.origin);
    const attachment = /^\/attachments\/(\d+)\//.exec(address.pathname);
    if (attachment) {
      const file = world.files.get(attachment[1] ?? '');
      response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file?.bytes);
      return;
    }
    const call = await readCall(request, address);
    const logged: LoggedCall = { ...call, status: 0, atMs: Date.now() };
    calls.push(logged);
    const fault = faults.find(
      (one) => one.times > 0 && (one.method ?? call.method) === call.method && one.path.test(call.path),
    );
    if (fault) fault.times -= 1;
    if (fault?.how === 'drop before') {
      request.socket.destroy();
      return;
    }
    const headers: Record<string, string> = {
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '999',
      'x-ratelimit-reset': String(Date.now() / 1000 + 1),
      'x-ratelimit-reset-after': '1',
      'x-ratelimit-bucket': `${call.method} ${call.path.replaceAll(/\d{6,}/g, ':id').replace(/\/interactions\/.*|\/webhooks\/.*/, '/token')}`,
    };
    if (fault && typeof fault.how === 'object' && 'lateMs' in fault.how)
      await sleep(fault.how.lateMs, undefined, { ref: false });
    if (fault && typeof fault.how === 'object' && 'status' in fault.how) {
      const { status, code = 0, message = 'fault', retryAfter, isGlobal = false } = fault.how;
      logged.status = status;
      if (retryAfter !== undefined)
        Object.assign(headers, {
          'retry-after': String(retryAfter),
          'x-ratelimit-scope': isGlobal ? 'global' : 'user',
        });
      if (isGlobal) headers['x-ratelimit-global'] = 'true';
      response
        .writeHead(status, { ...headers, 'content-type': 'application/json' })
        .end(
          JSON.stringify(
            status === 429
              ? { message: 'You are being rate limited.', retry_after: retryAfter, global: isGlobal }
              : { message, code },
          ),
        );
      return;
    }
    const answer = answerCall(world, gateway, gatewayUrl, call);
    if (fault?.how === 'drop after') {
      request.socket.destroy();
      return;
    }
    logged.status = answer.status;
    if (answer.body === undefined) response.writeHead(answer.status, headers).end();
    else
      response
        .writeHead(answer.status, { ...headers, 'content-type': 'application/json' })
        .end(JSON.stringify(answer.body));
  }

  function interact(
    user: APIUser,
    channel: Channel,
    setup: InteractionSetup,
    rest: Pick<APIInteraction, 'type'> & { data: unknown; message?: unknown },
  ): Interaction {
    const id = world.nextId();
    const member = channel.guild?.members.get(user.id);
    const permissions = setup.permissions ?? (member?.permissions ?? 0n) | (channel.guild?.everyone ?? 0n);
    const owners =
      setup.isUserInstalled || !channel.guild
        ? { [ApplicationIntegrationType.UserInstall]: user.id }
        : { [ApplicationIntegrationType.GuildInstall]: channel.guild.id };
    const payload = {
      id,
      application_id: world.applicationId,
      token: `token-${id}`,
      version: 1,
      locale: setup.locale ?? Locale.EnglishUS,
      entitlements: [],
      attachment_size_limit: 10_485_760,
      app_permissions: String(channel.guild ? channel.guild.everyone | channel.guild.botPermissions : 0n),
      authorizing_integration_owners: owners,
      channel_id: channel.id,
      channel:
        channel.type === ChannelType.PublicThread
          ? { ...threadEvent(channel), permissions: String(permissions) }
          : { id: channel.id, type: channel.type, name: channel.name, permissions: String(permissions) },
      context: channel.guild ? InteractionContextType.Guild : InteractionContextType.BotDM,
      ...(channel.guild
        ? {
            guild_id: channel.guild.id,
            guild: { id: channel.guild.id, features: [], locale: Locale.EnglishUS },
            guild_locale: Locale.EnglishUS,
            member: { ...memberOf(user, member?.roles ?? []), permissions: String(permissions) },
          }
        : { user }),
      ...rest,
    } as unknown as APIInteraction;
    const interaction: Interaction = {
      id,
      token: payload.token,
      payload,
      userId: user.id,
      channelId: channel.id,
      createdMs: Date.now() - (setup.ageMs ?? 0),
      callback: null,
      isEphemeral: false,
      originalId: null,
      sourceId: null,
      followUps: [],
      choices: null,
      modal: null,
      isUnknown: false,
      isExpired: false,
    };
    world.interactions.set(interaction.token, interaction);
    return interaction;
  }

  function deliver(interaction: Interaction): Interaction {
    gateway.dispatch(
      GatewayDispatchEvents.InteractionCreate,
      interaction.payload,
      world.channels.get(interaction.channelId)?.guild?.id ?? null,
    );
    return interaction;
  }

  /** The command as it is offered in this place to this person, or an error that says why it is not. */
  function offered(
    user: APIUser,
    channel: Channel,
    name: string,
    type: ApplicationCommandType,
    setup: InteractionSetup,
  ): APIApplicationCommand {
    const inGuild = channel.guild ? (world.commands.byGuild.get(channel.guild.id) ?? []) : [];
    const command = [...inGuild, ...world.commands.global].find((one) => one.name === name && one.type === type);
    if (!command) throw new Error(`no command ${name} is registered for this place`);
    const isGlobal = command.guild_id === undefined;
    const context = channel.guild ? InteractionContextType.Guild : InteractionContextType.BotDM;
    if (isGlobal && command.contexts && !command.contexts.includes(context))
      throw new Error(`${name} is not offered in context ${context}`);
    const installed: number = setup.isUserInstalled
      ? ApplicationIntegrationType.UserInstall
      : ApplicationIntegrationType.GuildInstall;
    if (
      isGlobal &&
      channel.guild &&
      !(command.integration_types ?? [ApplicationIntegrationType.GuildInstall]).map(Number).includes(installed)
    )
      throw new Error(`${name} is not offered to installation ${installed}`);
    const needed = BigInt(command.default_member_permissions ?? 0);
    const has = setup.permissions ?? channel.guild?.members.get(user.id)?.permissions ?? 0n;
    if (channel.guild && (has & needed) !== needed && (has & PermissionFlagsBits.Administrator) === 0n)
      throw new Error(`${name} is not offered to ${user.username}`);
    return command;
  }

  function commandData(command: APIApplicationCommand, given: Record<string, OptionValue>, focused?: string): unknown {
    const attachments: Record<string, APIAttachment> = {};
    const options = Object.entries(given).map(([name, value]) => {
      const declared = command.options?.find((option) => option.name === name);
      if (!declared) throw new Error(`${command.name} has no option ${name}`);
      if (declared.type === ApplicationCommandOptionType.Attachment && typeof value === 'object') {
        const file = upload(value);
        attachments[file.id] = file;
        return { name, type: declared.type, value: file.id };
      }
      return { name, type: declared.type, value, ...(name === focused ? { focused: true } : {}) };
    });
    const missing =
      focused === undefined
        ? (command.options ?? []).filter((option) => 'required' in option && option.required && !(option.name in given))
        : [];
    if (missing.length > 0) throw new Error(`${command.name} needs ${missing.map((option) => option.name).join(', ')}`);
    return {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(options.length > 0 ? { options } : {}),
      ...(Object.keys(attachments).length > 0 ? { resolved: { attachments } } : {}),
    };
  }

  /** People and roles that were chosen in a menu; every id that is nobody's is taken for a role's. */
  function resolvedIn(values: Record<string, string | string[]>): unknown {
    const ids = Object.values(values)
      .filter(Array.isArray)
      .flat()
      .filter((id) => /^\d{15,}$/.test(id));
    return {
      users: Object.fromEntries(ids.filter((id) => world.users.has(id)).map((id) => [id, world.users.get(id)])),
      roles: Object.fromEntries(
        ids
          .filter((id) => !world.users.has(id))
          .map((id) => [
            id,
            {
              id,
              name: `role ${id}`,
              permissions: '0',
              position: 2,
              color: 0,
              hoist: false,
              managed: false,
              mentionable: false,
              flags: 0,
            },
          ]),
      ),
    };
  }

  function upload({ name, text }: { name: string; text: string }): APIAttachment {
    const id = world.nextId();
    const bytes = new TextEncoder().encode(text);
    world.files.set(id, { name, bytes, type: 'text/plain; charset=utf-8' });
    const url = `${world.origin}/attachments/${id}/${encodeURIComponent(name)}`;
    return { id, filename: name, size: bytes.length, url, proxy_url: url, content_type: 'text/plain; charset=utf-8' };
  }

  const discord: FakeDiscord = {
    url: `${world.origin}/api`,
    token,
    world,
    gateway,
    calls,
    faults,
    addGuild({ name = 'Test server', shard, botPermissions = 0n, channels = [] } = {}) {
      const guild: Guild = {
        id: world.nextId(shard),
        name,
        ownerId: world.nextId(),
        everyone: everyonePermissions,
        botPermissions,
        members: new Map(),
      };
      for (const one of channels) discord.addChannel(guild, one);
      world.guilds.set(guild.id, guild);
      gateway.dispatch(GatewayDispatchEvents.GuildCreate, guildEvent(world, guild), guild.id);
      return guild;
    },
    addChannel(guild, name = 'general', type = ChannelType.GuildText) {
      const channel: Channel = {
        id: world.nextId(),
        type,
        name,
        guild,
        parentId: null,
        ownerId: null,
        recipientId: null,
        locked: false,
        isDeleted: false,
        denied: 0n,
      };
      world.channels.set(channel.id, channel);
      gateway.dispatch(
        GatewayDispatchEvents.ChannelCreate,
        { id: channel.id, type: channel.type, name, position: 0, guild_id: guild.id, permission_overwrites: [] },
        guild.id,
      );
      return channel;
    },
    addUser(username, permissionsIn) {
      const user = person(world.nextId(), username);
      world.users.set(user.id, user);
      if (permissionsIn)
        permissionsIn.guild.members.set(user.id, {
          permissions: permissionsIn.permissions,
          roles: permissionsIn.roles ?? [],
        });
      return user;
    },
    openThread(user, channel, on) {
      const isPost = 'first' in on;
      const id = isPost ? world.nextId() : on.message.id;
      const thread: Channel = {
        ...channel,
        id,
        type: ChannelType.PublicThread,
        name: isPost ? on.name : 'A thread',
        parentId: channel.id,
        ownerId: user.id,
      };
      world.channels.set(id, thread);
      gateway.dispatch(
        GatewayDispatchEvents.ThreadCreate,
        { ...threadEvent(thread), newly_created: true },
        channel.guild?.id ?? null,
      );
      if (isPost) {
        const stored = addMessage(world, thread, user, { content: on.first });
        stored.message.id = id;
        gateway.dispatch(GatewayDispatchEvents.MessageCreate, messageEvent(thread, stored), thread.guild?.id ?? null);
      }
      return thread;
    },
    dm: (user) => dmWith(world, user.id),
    say(user, channel, content, { replyTo, pings = true, files = [] } = {}) {
      if (channel.guild && !channel.guild.members.has(user.id))
        channel.guild.members.set(user.id, { permissions: everyonePermissions, roles: [] });
      if (channel.type === ChannelType.DM && !world.messages.has(channel.id))
        gateway.dispatch(GatewayDispatchEvents.ChannelCreate, dmEvent(world, channel), null);
      const stored = addMessage(world, channel, user, {
        content,
        replyTo,
        attachments: files.map(upload),
        ...(pings ? {} : { allowedMentions: { parse: ['users', 'roles', 'everyone'], replied_user: false } }),
      });
      gateway.dispatch(GatewayDispatchEvents.MessageCreate, messageEvent(channel, stored), channel.guild?.id ?? null);
      return stored;
    },
    editMessage(channel, stored, content) {
      Object.assign(stored.message, { content, edited_timestamp: new Date().toISOString() });
      stored.message.mentions = [...world.users.values()].filter((user) => content.includes(`<@${user.id}>`));
      gateway.dispatch(GatewayDispatchEvents.MessageUpdate, messageEvent(channel, stored), channel.guild?.id ?? null);
    },
    deleteMessage(channel, stored) {
      world.messages.set(
        channel.id,
        discord.messages(channel).filter((one) => one !== stored),
      );
      gateway.dispatch(
        GatewayDispatchEvents.MessageDelete,
        { id: stored.message.id, channel_id: channel.id, ...(channel.guild ? { guild_id: channel.guild.id } : {}) },
        channel.guild?.id ?? null,
      );
    },
    deleteChannel(channel) {
      channel.isDeleted = true;
      const isThread = channel.type === ChannelType.PublicThread;
      gateway.dispatch(
        isThread ? GatewayDispatchEvents.ThreadDelete : GatewayDispatchEvents.ChannelDelete,
        {
          id: channel.id,
          type: channel.type,
          guild_id: channel.guild?.id,
          parent_id: channel.parentId ?? undefined,
          name: channel.name,
        },
        channel.guild?.id ?? null,
      );
    },
    slash(user, channel, name, options = {}, setup = {}) {
      const command = offered(user, channel, name, ApplicationCommandType.ChatInput, setup);
      return deliver(
        interact(user, channel, setup, {
          type: InteractionType.ApplicationCommand,
          data: commandData(command, options),
        }),
      );
    },
    async autocomplete(user, channel, name, focused, value, options = {}) {
      const command = offered(user, channel, name, ApplicationCommandType.ChatInput, {});
      const interaction = interact(
        user,
        channel,
        {},
        {
          type: InteractionType.ApplicationCommandAutocomplete,
          data: commandData(command, { ...options, [focused]: value }, focused),
        },
      );
      deliver(interaction);
      return discord.until('choices', () => interaction.choices);
    },
    contextMenu(user, channel, name, target, setup = {}) {
      const command = offered(user, channel, name, ApplicationCommandType.Message, setup);
      return deliver(
        interact(user, channel, setup, {
          type: InteractionType.ApplicationCommand,
          data: {
            id: command.id,
            name,
            type: command.type,
            target_id: target.message.id,
            resolved: { messages: { [target.message.id]: target.message } },
          },
        }),
      );
    },
    click(user, stored, label, setup = {}) {
      const channel = world.channels.get(stored.message.channel_id);
      if (!channel || (stored.ephemeralFor !== null && stored.ephemeralFor !== user.id))
        throw new Error(`${user.username} cannot see that message`);
      const buttons = partsOf(stored.message.components).filter((part) => part.type === ComponentType.Button);
      const button = buttons.find((part) =>
        typeof label === 'string' ? part.label === label : label.test(String(part.label)),
      );
      if (!button || button.disabled === true || button.custom_id === undefined)
        throw new Error(
          `no button ${String(label)} to press among ${buttons.map((part) => String(part.label)).join(', ')}`,
        );
      const interaction = interact(user, channel, setup, {
        type: InteractionType.MessageComponent,
        data: { custom_id: button.custom_id, component_type: ComponentType.Button },
        message: stored.message,
      });
      interaction.sourceId = stored.message.id;
      interaction.isEphemeral = stored.ephemeralFor !== null;
      return deliver(interaction);
    },
    submit(user, opener, values) {
      const channel = world.channels.get(opener.channelId);
      if (!opener.modal || !channel) throw new Error('no form was opened');
      const source = findMessage(world, channel.id, opener.sourceId);
      const interaction = interact(
        user,
        channel,
        {},
        {
          type: InteractionType.ModalSubmit,
          data: {
            custom_id: opener.modal.custom_id,
            components: (opener.modal.components as Part[]).map((part) => filledIn(part, values)),
            resolved: resolvedIn(values),
          },
          ...(source ? { message: source.message } : {}),
        },
      );
      interaction.sourceId = opener.sourceId;
      return deliver(interaction);
    },
    original: (interaction) => findMessage(world, interaction.channelId, interaction.originalId),
    messages: (channel) => world.messages.get(channel.id) ?? [],
    replies: (channel) => discord.messages(channel).filter((stored) => stored.message.author.id === world.bot.id),
    textOf: (stored) =>
      stored === undefined
        ? ''
        : [stored.message.content, ...partsOf(stored.message.components).map((part) => part.content)]
            .filter((text) => typeof text === 'string' && text !== '')
            .join('\n')
            .replaceAll(/\\([^0-9A-Za-z\s])/g, '$1'),
    file(stored) {
      const file = world.files.get(stored.message.attachments[0]?.id ?? '');
      return file ? new TextDecoder().decode(file.bytes) : null;
    },
    async until(what, find, withinMs = 60_000) {
      for (const start = Date.now(); Date.now() - start < withinMs;) {
        const found = await find();
        if (found !== undefined && found !== null && found !== false) return found;
        await sleep(5);
      }
      throw new Error(`waited in vain for ${what}`);
    },
    async close() {
      gateway.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
  return discord;
}

type Part = { [key: string]: unknown; type?: number };

function partsOf(components: unknown): Part[] {
  return (Array.isArray(components) ? (components as Part[]) : []).flatMap((part) => [
    part,
    ...partsOf(part.components),
    ...(part.accessory ? [part.accessory as Part] : []),
  ]);
}

/** One component of a form as it comes back when sent in. */
function filledIn(part: Part, values: Record<string, string | string[]>): Part {
  if (part.type !== ComponentType.Label) return { type: ComponentType.TextDisplay, id: 1 };
  const field = part.component as Part;
  const given = values[String(part.label)] ?? values[String(field.custom_id)];
  const isText = field.type === ComponentType.TextInput || field.type === ComponentType.RadioGroup;
  const defaults = Array.isArray(field.options)
    ? (field.options as Part[]).filter((option) => option.default === true).map((option) => option.value)
    : Array.isArray(field.default_values)
      ? (field.default_values as Part[]).map((value) => value.id)
      : [];
  if (field.required !== false && given === undefined && (isText ? field.value === undefined : defaults.length === 0))
    throw new Error(`the form wants ${String(part.label)}`);
  return {
    type: ComponentType.Label,
    id: 1,
    component: {
      type: field.type,
      id: 2,
      custom_id: field.custom_id,
      ...(isText ? { value: given ?? field.value ?? '' } : { values: given ?? defaults }),
    },
  };
}

async function readCall(request: IncomingMessage, address: URL): Promise<RestCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const call: RestCall = {
    method: request.method ?? 'GET',
    path: decodeURIComponent(address.pathname).replace(/^\/api\/v10/, ''),
    query: address.searchParams,
    body: {},
    files: [],
    authorization: request.headers.authorization ?? null,
  };
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    for (const value of form.values()) {
      if (typeof value === 'string') call.body = JSON.parse(value) as RestCall['body'];
      else call.files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  } else if (bytes.length > 0) call.body = JSON.parse(bytes.toString()) as RestCall['body'];
  return call;
}
