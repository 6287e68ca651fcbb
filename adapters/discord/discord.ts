/** Discord as a place people ask: what it delivers goes to the desk, what the desk says goes back. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DiscordjsError, DiscordjsErrorCodes, Events, GatewayIntentBits, Options, Status } from 'discord.js';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  GatewayDispatchEvents,
  InteractionType,
  MessageFlags,
  RESTJSONErrorCodes,
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageUpdateDispatchData,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { type ChatAdapter, type KeptAnswer, type Limits, type Refusal } from '../../src/chat/chat.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { parseCommand, type Command } from '../../src/chat/commands.ts';
import { ingestedPanel } from '../../src/chat/panels.ts';
import type { Place, Post } from '../../src/chat/post.ts';
import { defaultSettings } from '../../src/chat/settings.ts';
import * as wording from '../../src/chat/wording.ts';
import { chatDesk } from '../../src/chat/desk.ts';
import { ConfigError } from '../../src/config.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { readAction, type Action } from './actions.ts';
import { meantSession, meantSpeaker, sessionChoices, speakerChoices } from './choices.ts';
import { areRegistered, checkThisQuotation, commands, inviteLink } from './commands.ts';
import {
  contextAround,
  reasonForm,
  renderContext,
  renderLine,
  renderPanel,
  renderReply,
  type Rendered,
} from './components.ts';
import { discordDelivery } from './delivery.ts';
import {
  askerOfInteraction,
  isDirect,
  manages,
  placeOfInteraction,
  placeOfMessage,
  postOfInteraction,
  postOfMessage,
  textTo,
  wordsOf,
} from './requests.ts';
import { codeOf, discordRest } from './rest.ts';
import { differing, readSettingsForm, renderSettings, settingsForm } from './settings-form.ts';

export interface DiscordOptions {
  token: string;
  rapporteur: Rapporteur;
  store: ChatStore;
  log: Logger;
  /** Commands are registered in this server only, where they show at once; everywhere where absent. */
  guildId?: string | undefined;
  /** Another server than Discord's, up to and without the version: `http://127.0.0.1:8080/api`. */
  apiUrl?: string | undefined;
  /** Milliseconds since 1970; default `Date.now`. */
  clock?: () => number;
  /** `count` random bytes; default of `node:crypto`. */
  random?: (count: number) => Uint8Array;
  limits?: Partial<Limits>;
}

export interface DiscordAdapter extends ChatAdapter {
  /** For whoever runs it. */
  state(): { connected: boolean; waiting: number; answering: number };
}

export const unreadableReply =
  'I cannot read a reply that does not mention me. Switch the @ of the reply on, mention me, or use /ask.';
export const thanks = 'Thank you. It is kept for whoever runs this bot.';
export const saved = 'Saved.';

export function discordAdapter({
  token,
  rapporteur,
  store,
  log,
  guildId,
  apiUrl,
  clock = Date.now,
  random = randomBytes,
  limits,
}: DiscordOptions): DiscordAdapter {
  const client = new Client({
    // None of these is privileged: Discord shows the text of messages that mention the bot, and of direct messages, without.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // As many as Discord asks for: one for a small bot, more from 2,500 servers on.
    shards: 'auto',
    allowedMentions: { parse: [] },
    enforceNonce: true,
    // The adapter works from what Discord delivers, and keeps no messages.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      ThreadMemberManager: 0,
      PresenceManager: 0,
    }),
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
  });
  const botId = (): string => client.user?.id ?? '';
  const rest = discordRest(client.rest, () => client.application?.id ?? '');
  const delivery = discordDelivery(rest, botId, clock);
  const desk = chatDesk({
    platform: 'discord',
    rapporteur,
    store,
    delivery,
    askWith: '@Rapporteur',
    log,
    clock,
    random,
    ...(limits ? { limits } : {}),
  });
  const inHand = new Set<Promise<void>>();
  /** Who was told that their reply cannot be read, once in each channel. */
  const toldUnreadable = new Set<string>();
  let stopping = false;

  async function start(): Promise<void> {
    watch();
    const ready = new Promise<void>((resolve) => {
      client.once(Events.ClientReady, () => {
        resolve();
      });
    });
    on(GatewayDispatchEvents.InteractionCreate, onInteraction);
    on(GatewayDispatchEvents.MessageCreate, onMessage);
    on(GatewayDispatchEvents.MessageUpdate, onEdit);
    on(GatewayDispatchEvents.MessageDelete, onDelete);
    on(GatewayDispatchEvents.MessageDeleteBulk, onBulkDelete);
    try {
      await client.login(token);
    } catch (error) {
      await client.destroy();
      if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
        throw new ConfigError(
          'DISCORD_TOKEN: Discord does not know this token; copy the bot token anew from the Developer Portal',
          { cause: error },
        );
      }
      throw error;
    }
    await ready;
    await registerCommands();
    await desk.start();
    log.info(
      { servers: client.guilds.cache.size, shards: client.ws.shards.size, invite: inviteLink(botId()) },
      'discord: ready',
    );
  }

  async function registerCommands(): Promise<void> {
    const wanted = commands();
    const guild = guildId ?? null;
    try {
      if (areRegistered(await rest.commands(guild), wanted, guild !== null)) return;
      await rest.register(wanted, guild);
      log.info({ server: guild }, 'discord: commands registered');
    } catch (error) {
      if (guild !== null && codeOf(error) === RESTJSONErrorCodes.MissingAccess) {
        await client.destroy();
        throw new ConfigError(
          `DISCORD_GUILD_ID: the bot is not in the server ${guild}; invite it with ${inviteLink(botId())}`,
          { cause: error },
        );
      }
      // Mentions and direct messages work without commands, and so do those registered before.
      log.error({ err: error }, 'discord: commands could not be registered');
    }
  }

  /** Straight from the gateway: discord.js itself passes over messages in threads it has not seen before. */
  function on<Data>(event: GatewayDispatchEvents, handle: (data: Data) => Promise<void>): void {
    client.ws.on(event, (data: Data) => {
      if (stopping) return;
      const work = handle(data)
        .catch((error: unknown) => {
          log.error(
            { event, code: codeOf(error), cause: error instanceof Error ? error.stack : String(error) },
            'discord: an event failed',
          );
        })
        .finally(() => {
          inHand.delete(work);
        });
      inHand.add(work);
    });
  }

  function watch(): void {
    client.on(Events.ShardReconnecting, (shard) => {
      log.info({ shard }, 'discord: reconnecting');
    });
    client.on(Events.ShardResume, (shard, replayed) => {
      log.info({ shard, replayed }, 'discord: resumed');
    });
    client.on(Events.ShardError, (error, shard) => {
      log.warn({ shard, cause: error.message }, 'discord: connection error');
    });
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      log.error({ shard, code }, 'discord: closed for good by Discord; check DISCORD_TOKEN and start again');
    });
    client.on(Events.Error, (error) => {
      log.error({ err: error }, 'discord: error');
    });
    client.on(Events.Warn, (warning) => {
      log.warn({ warning }, 'discord: warning');
    });
    client.rest.on('invalidRequestWarning', (warning) => {
      log.warn(warning, 'discord: many refused requests');
    });
  }

  async function onMessage(message: GatewayMessageCreateDispatchData): Promise<void> {
    const isForBot =
      message.guild_id === undefined ||
      message.mentions.some(({ id }) => id === botId()) ||
      message.referenced_message?.author.id === botId();
    if (!isForBot || message.author.id === botId()) return;
    const post = postOfMessage(message, {
      botId: botId(),
      parent: await parentOf(message),
      isAdmin: managesServer(message),
      itemOf: (place, id) => store.itemOf(place, id),
    });
    if (post === null) return;
    const told = `${message.channel_id}/${message.author.id}`;
    if (post !== 'unreadable') {
      try {
        await take(post);
      } catch (error) {
        await rest.post(message.channel_id, renderLine(failure(error)), { key: `f${message.id}`, replyTo: message.id });
      }
    } else if (!toldUnreadable.has(told)) {
      toldUnreadable.add(told);
      await rest.post(message.channel_id, renderLine(unreadableReply), { key: `u${message.id}`, replyTo: message.id });
    }
  }

  async function onEdit(message: GatewayMessageUpdateDispatchData): Promise<void> {
    const isForBot = message.guild_id === undefined || message.mentions.some(({ id }) => id === botId());
    if (!isForBot || message.author.bot === true) return;
    await desk.edited(
      placeOfMessage(message, await parentOf(message)),
      message.id,
      parseCommand(textTo(message, botId())),
    );
  }

  async function onDelete(message: GatewayMessageDeleteDispatchData): Promise<void> {
    await desk.deleted(placeOfMessage(message, await parentOf(message)), message.id);
    await delivery.withdraw(message.id);
  }

  async function onBulkDelete({ ids, ...where }: GatewayMessageDeleteBulkDispatchData): Promise<void> {
    for (const id of ids) await onDelete({ id, ...where });
  }

  async function onInteraction(interaction: APIInteraction): Promise<void> {
    try {
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) await suggest(interaction);
      else if (interaction.type === InteractionType.MessageComponent) await press(interaction);
      else if (interaction.type === InteractionType.ModalSubmit) await submit(interaction);
      else if (interaction.type === InteractionType.ApplicationCommand) {
        if (interaction.data.type === ApplicationCommandType.ChatInput)
          await command({ ...interaction, data: interaction.data });
        else if (interaction.data.type === ApplicationCommandType.Message)
          await aboutMessage({ ...interaction, data: interaction.data });
      }
    } catch (error) {
      const line = failure(error);
      await tell(interaction, line)
        .catch(async () => rest.followUp(interaction.token, renderLine(line), { isEphemeral: true }))
        .catch(() => null);
    }
  }

  async function command(interaction: APIChatInputApplicationCommandInteraction): Promise<void> {
    const option = readOptions(interaction.data.options);
    const place = placeOfInteraction(interaction);
    switch (interaction.data.name) {
      case 'ask': {
        const [question, typed] = [option('question') ?? '', option('session')];
        const session = typed === null ? null : await sessionMeant(place, typed);
        if (session !== null && 'refused' in session) return tell(interaction, session.refused);
        const speaker = await speakerMeant(place, session?.id, option('speaker'));
        const asked = [
          question,
          ...(session ? [`in ${session.title}`] : []),
          ...(speaker === null ? [] : [`by ${speaker}`]),
        ].join(' · ');
        return receive(
          interaction,
          {
            name: 'ask',
            question,
            ...(session ? { session: session.id } : {}),
            ...(speaker === null ? {} : { speaker }),
          },
          { asked, isPrivate: option('private') === 'true' },
        );
      }
      case 'verify':
        return receive(
          interaction,
          { name: 'verify', quotation: option('quotation') ?? '' },
          { asked: option('quotation') },
        );
      case 'sessions':
        return receive(interaction, { name: 'sessions' }, { isPrivate: true });
      case 'speakers': {
        const session = option('session');
        return receive(
          interaction,
          { name: 'speakers', ...(session === null ? {} : { session }) },
          { isPrivate: true },
        );
      }
      case 'settings':
        return showSettings(interaction);
      case 'ingest':
        return ingest(interaction);
      default:
        return receive(interaction, { name: 'help' }, { isPrivate: true });
    }
  }

  async function aboutMessage(interaction: APIMessageApplicationCommandInteraction): Promise<void> {
    const target = interaction.data.resolved.messages[interaction.data.target_id];
    const words = target === undefined ? '' : wordsOf(target);
    if (words === '') return tell(interaction, 'There are no words in this message.');
    const isCheck = interaction.data.name === checkThisQuotation;
    return receive(interaction, isCheck ? { name: 'verify', quotation: words } : { name: 'who', words }, {
      asked: words,
      isPrivate: true,
    });
  }

  /** Stored first, then acknowledged, then answered through `delivery`. */
  async function receive(
    interaction: APIInteraction,
    asks: Command,
    { asked = null, isPrivate = false }: { asked?: string | null; isPrivate?: boolean },
  ): Promise<void> {
    const isEphemeral =
      !isDirect(interaction) && (isPrivate || desk.settings(placeOfInteraction(interaction)).reply === 'asker');
    const post = postOfInteraction(interaction, asks, { isEphemeral, asked, now: clock() });
    await take(post, () => rest.defer(interaction, { isEphemeral }));
  }

  async function take(post: Post, acknowledge?: () => Promise<void>): Promise<void> {
    const forgetAgain = delivery.expect(post.message);
    if ((await desk.receive(post, acknowledge)) === 'duplicate') forgetAgain();
  }

  async function suggest(interaction: APIApplicationCommandAutocompleteInteraction): Promise<void> {
    const place = placeOfInteraction(interaction);
    const focused = interaction.data.options?.find((one) => 'focused' in one && one.focused === true);
    const typed = focused && 'value' in focused ? String(focused.value) : '';
    const session = readOptions(interaction.data.options)('session');
    const sessions = await desk.sessions(place);
    const choices =
      focused?.name === 'speaker'
        ? speakerChoices(await desk.speakers(place, sessions.find(({ id }) => id === session)?.id), typed)
        : sessionChoices(sessions, typed);
    await rest.choose(interaction, choices);
  }

  /** A session of the place; its own words where the library is too slow to tell before Discord's 3 seconds are over. */
  async function sessionMeant(place: Place, typed: string): Promise<{ id: string; title: string } | Refusal> {
    const sessions = await soonEnough(desk.sessions(place));
    const meant = sessions === null ? { id: typed, title: typed } : meantSession(sessions, typed);
    return typeof meant === 'string' ? { refused: meant } : meant;
  }

  async function speakerMeant(place: Place, session: string | undefined, typed: string | null): Promise<string | null> {
    if (typed === null || typed.trim() === '') return null;
    return meantSpeaker((await soonEnough(desk.speakers(place, session))) ?? [], typed);
  }

  async function ingest(interaction: APIChatInputApplicationCommandInteraction): Promise<void> {
    const file = interaction.data.resolved?.attachments?.[readOptions(interaction.data.options)('file') ?? ''];
    if (file === undefined) return tell(interaction, 'There is no file with this command.');
    const [place, asker] = [placeOfInteraction(interaction), askerOfInteraction(interaction)];
    await rest.defer(interaction, { isEphemeral: true });
    let toldMs = clock();
    let telling: Promise<unknown> = Promise.resolve();
    const tellProgress = (line: string): void => {
      if (clock() - toldMs < progressEveryMs) return;
      toldMs = clock();
      telling = rest.editOriginal(interaction.token, renderLine(line)).catch(() => null);
    };
    const outcome = await desk.ingest(
      {
        name: file.filename,
        size: file.size,
        read: () => download(file.url, apiUrl),
      },
      place,
      asker,
      ({ done, total, name }) => {
        tellProgress(`Reading ${name}: ${done} of ${total} …`);
      },
    );
    await telling;
    const rendered =
      'refused' in outcome ? renderLine(outcome.refused) : renderPanel(ingestedPanel(outcome), interaction.id);
    await rest.editOriginal(interaction.token, rendered).catch(async (error: unknown) => {
      // A large file can take longer than the command's token lives.
      if (codeOf(error) !== RESTJSONErrorCodes.InvalidWebhookToken) throw error;
      return rest.post(await rest.directMessages(asker.id), rendered, { key: `i${interaction.id}` });
    });
  }

  async function press(interaction: APIMessageComponentInteraction): Promise<void> {
    const action = readAction(interaction.data.custom_id);
    if (action === null) return tell(interaction, wording.expired);
    if (action.do === 'change') return openSettingsForm(interaction, action.of);
    if (action.do === 'save' || action.do === 'reason') return tell(interaction, wording.expired);
    const refusal = await pressOn(interaction, action);
    return refusal === null ? undefined : tell(interaction, refusal.refused);
  }

  async function pressOn(interaction: APIMessageComponentInteraction, action: ActionOnAnswer): Promise<Refusal | null> {
    const [place, asker, { id }] = [placeOfInteraction(interaction), askerOfInteraction(interaction), action];
    const isOwnView = ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0 || isDirect(interaction);
    switch (action.do) {
      case 'page': {
        const kept = await desk.reopen(id, place, asker);
        if ('refused' in kept) return kept;
        // Turning the page of what everyone sees would turn it for everyone.
        const rendered = pageOf(kept, action.page);
        await (isOwnView
          ? rest.update(interaction, rendered)
          : rest.answer(interaction, rendered, { isEphemeral: true }));
        return null;
      }
      case 'context':
      case 'around': {
        const view = await desk.context(id, action.key, { around: contextAround, shift: action.shift }, place, asker);
        if ('refused' in view) return view;
        const rendered = renderContext(view, action);
        await (action.do === 'around'
          ? rest.update(interaction, rendered)
          : rest.answer(interaction, rendered, { isEphemeral: !isDirect(interaction) }));
        return null;
      }
      case 'share': {
        const kept = await desk.shared(id, place, asker);
        if ('refused' in kept) return kept;
        const user = interaction.member?.user ?? interaction.user;
        const asked = `${user?.global_name ?? user?.username ?? 'Somebody'} asked: ${kept.answer.question}`;
        await rest.answer(
          interaction,
          renderReply({ kind: 'answer', id, answer: kept.answer }, { seenBy: 'everyone', asked }),
          { isEphemeral: false },
        );
        return null;
      }
      case 'hide': {
        const kept = await desk.hidden(id, place, asker);
        if ('refused' in kept) return kept;
        await rest.deferUpdate(interaction);
        await rest.followUp(interaction.token, pageOf(kept, 0), { isEphemeral: true });
        await rest.deleteOriginal(interaction.token);
        return null;
      }
      case 'good':
      case 'bad': {
        const refusal = await desk.feedback(id, place, asker, action.do, null);
        if (refusal === null)
          await (action.do === 'bad' ? rest.showForm(interaction, reasonForm(id)) : tell(interaction, thanks));
        return refusal;
      }
      default:
        return { refused: wording.expired };
    }
  }

  async function submit(interaction: APIModalSubmitInteraction): Promise<void> {
    const action = readAction(interaction.data.custom_id);
    const [place, asker] = [placeOfInteraction(interaction), askerOfInteraction(interaction)];
    if (action?.do === 'reason') {
      const field = interaction.data.components
        .flatMap((part) => ('component' in part ? [part.component] : []))
        .find((part) => part.custom_id === 'reason');
      const reason = field && 'value' in field && typeof field.value === 'string' ? field.value.trim() : '';
      const refusal = await desk.feedback(action.id, place, asker, 'bad', reason === '' ? null : reason);
      return tell(interaction, refusal?.refused ?? thanks);
    }
    if (action?.do !== 'save') return tell(interaction, wording.expired);
    const server = { ...place, channel: '' };
    const isServer = action.of === 'server';
    const read = readSettingsForm(
      interaction.data,
      desk.settings(isServer ? server : place),
      await openTo(place, isServer),
    );
    if (typeof read === 'string') return tell(interaction, read);
    const refusal = isServer
      ? await desk.saveSettings(server, asker, differing(read, defaultSettings))
      : await desk.saveSettings(place, asker, differing(read, desk.settings(server)));
    if (refusal !== null) return tell(interaction, refusal.refused);
    const rendered = renderSettings(desk.settings(place), nameIn(place.workspace), saved);
    return interaction.message === undefined
      ? rest.answer(interaction, rendered, { isEphemeral: true })
      : rest.update(interaction, rendered);
  }

  async function showSettings(interaction: APIChatInputApplicationCommandInteraction): Promise<void> {
    if (!askerOfInteraction(interaction).isAdmin) return tell(interaction, wording.onlyAdministrators);
    const place = placeOfInteraction(interaction);
    return rest.answer(interaction, renderSettings(desk.settings(place), nameIn(place.workspace)), {
      isEphemeral: true,
    });
  }

  async function openSettingsForm(
    interaction: APIMessageComponentInteraction,
    of: 'channel' | 'server',
  ): Promise<void> {
    if (!askerOfInteraction(interaction).isAdmin) return tell(interaction, wording.onlyAdministrators);
    const place = placeOfInteraction(interaction);
    const isServer = of === 'server';
    return rest.showForm(
      interaction,
      settingsForm(of, desk.settings(isServer ? { ...place, channel: '' } : place), await openTo(place, isServer)),
    );
  }

  /** What a form can offer: all sessions for a server, those open to the server for a channel. */
  function openTo(place: Place, isServer: boolean): ReturnType<Rapporteur['sessions']> {
    return isServer ? rapporteur.sessions() : desk.sessions({ ...place, channel: '' });
  }

  function tell(interaction: APIInteraction, line: string): Promise<void> {
    return rest.answer(interaction, renderLine(line), { isEphemeral: true });
  }

  /** What people are told of a failure: no more than a reference, by which the log has the cause. */
  function failure(error: unknown): string {
    const reference = Buffer.from(random(4)).toString('hex').toUpperCase();
    log.error(
      { reference, code: codeOf(error), cause: error instanceof Error ? error.stack : String(error) },
      'discord: a request failed',
    );
    return wording.failed(reference);
  }

  /** The channel a thread hangs under; null for what is no thread. */
  async function parentOf({
    guild_id: guild,
    channel_id: id,
  }: {
    guild_id?: string;
    channel_id: string;
  }): Promise<string | null> {
    if (guild === undefined) return null;
    const known = client.channels.cache.get(id);
    if (known) return known.isThread() ? known.parentId : null;
    const channel = await rest.channel(id).catch(() => null);
    return channel !== null && 'thread_metadata' in channel && typeof channel.parent_id === 'string'
      ? channel.parent_id
      : null;
  }

  function managesServer({ guild_id: id, author, member }: GatewayMessageCreateDispatchData): boolean {
    const guild = id === undefined ? undefined : client.guilds.cache.get(id);
    return (
      guild !== undefined &&
      (guild.ownerId === author.id ||
        [guild.id, ...(member?.roles ?? [])].some((role) =>
          manages(guild.roles.cache.get(role)?.permissions.bitfield ?? 0n),
        ))
    );
  }

  function nameIn(guild: string): (id: string) => string {
    return (id) =>
      client.guilds.cache.get(guild)?.roles.cache.get(id)?.name ?? client.users.cache.get(id)?.displayName ?? id;
  }

  return {
    name: 'discord',
    start,
    async stop() {
      stopping = true;
      await Promise.allSettled(inHand);
      await desk.stop();
      await client.destroy();
    },
    state: () => ({
      connected: client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
      ...desk.state(),
    }),
  };
}

type ActionOnAnswer = Exclude<Action, { do: 'change' } | { do: 'save' } | { do: 'reason' }>;

const progressEveryMs = 2_000;
const downloadTimeoutMs = 60_000;
/** Of Discord's 3 seconds, what a look into the library may take before a question is acknowledged. */
const lookUpMs = 1_500;

/** A page of an answer for one person: shared or not, it is theirs alone to turn. */
function pageOf(kept: KeptAnswer, page: number): Rendered {
  return renderReply(
    { kind: 'answer', id: kept.id, answer: kept.answer },
    { seenBy: kept.onlyFor === null || kept.post.isDirect ? 'direct' : 'asker', page },
  );
}

/** Options of a command as text; null where they were not given. */
function readOptions(
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

/** Files lie with Discord, or with the server that stands for it, and nowhere else. */
async function download(address: string, apiUrl: string | undefined): Promise<Uint8Array> {
  const { host, protocol } = new URL(address);
  const isDiscords =
    apiUrl === undefined
      ? protocol === 'https:' && /(^|\.)(discordapp\.com|discordapp\.net|discord\.com)$/.test(host)
      : host === new URL(apiUrl).host;
  if (!isDiscords) throw new Error(`Discord: a file lies at ${host}, which is not Discord's`);
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(downloadTimeoutMs) });
  if (!response.ok) throw new Error(`Discord: a file could not be fetched (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

async function soonEnough<T>(promise: Promise<T>): Promise<T | null> {
  const waiting = new AbortController();
  try {
    return await Promise.race([promise, sleep(lookUpMs, null, { signal: waiting.signal })]);
  } finally {
    waiting.abort();
  }
}
