/** Discord's REST calls as the adapter makes them: every message calls nobody, unfolds no link and is Components V2. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError, HTTPError, RateLimitError, Routes, type REST } from 'discord.js';
import {
  ComponentType,
  InteractionResponseType,
  MessageFlags,
  RESTJSONErrorCodes,
  ThreadAutoArchiveDuration,
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIChannel,
  type APIGuildMember,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { cutLabel } from '../../src/chat/labels.ts';
import { limits, type Rendered } from './parts.ts';

/** Where a message stands. */
export interface MessageRef {
  channel: string;
  message: string;
}

export interface DiscordRest {
  /** First answers to an interaction; within 3 seconds. An interaction that was answered already counts as answered. */
  defer(interaction: APIInteraction, how: { isEphemeral: boolean }): Promise<void>;
  deferUpdate(interaction: APIInteraction): Promise<void>;
  answer(interaction: APIInteraction, rendered: Rendered, how: { isEphemeral: boolean }): Promise<void>;
  update(interaction: APIInteraction, rendered: Rendered): Promise<void>;
  choose(interaction: APIInteraction, choices: APIApplicationCommandOptionChoice<string>[]): Promise<void>;
  showForm(interaction: APIInteraction, form: APIModalInteractionResponseCallbackData): Promise<void>;
  /** By the token of an interaction, for 15 minutes. */
  editOriginal(token: string, rendered: Rendered): Promise<MessageRef>;
  /** Where the answer to an interaction stands. */
  original(token: string): Promise<MessageRef>;
  deleteOriginal(token: string): Promise<void>;
  followUp(token: string, rendered: Rendered, how: { isEphemeral: boolean }): Promise<MessageRef>;
  /** `key` makes a repeated call post one message; at most 25 characters. */
  post(channel: string, rendered: Rendered, how: { key: string; replyTo?: string }): Promise<MessageRef>;
  edit(ref: MessageRef, rendered: Rendered): Promise<void>;
  remove(ref: MessageRef): Promise<void>;
  /** Newest first, at most 50, of those after the message `after`. */
  messagesAfter(channel: string, after: string): Promise<APIMessage[]>;
  /** Newest first. */
  messagesBefore(channel: string, before: string, limit: number): Promise<APIMessage[]>;
  message(channel: string, id: string): Promise<APIMessage>;
  /** The newest 50. */
  newestMessages(channel: string): Promise<APIMessage[]>;
  /** The thread on a message, which is begun where there is none. */
  thread(ref: MessageRef, name: string): Promise<string>;
  directMessages(user: string): Promise<string>;
  channel(id: string): Promise<APIChannel>;
  /** Of a post of a forum. */
  setTags(thread: string, tags: string[]): Promise<void>;
  member(guild: string, user: string): Promise<APIGuildMember>;
  commands(guild: string | null): Promise<APIApplicationCommand[]>;
  register(commands: RESTPutAPIApplicationCommandsJSONBody, guild: string | null): Promise<void>;
}

/** `applicationId` is known only after the first connection; a call whose connection breaks is made `attempts` times. */
export function discordRest(rest: REST, applicationId: () => string, attempts = 3): DiscordRest {
  const persistently = <T>(call: () => Promise<T>): Promise<T> => tryingAgain(call, attempts);

  async function callback(
    interaction: APIInteraction,
    body: APIInteractionResponse,
    file: Rendered['file'] = null,
  ): Promise<void> {
    try {
      await persistently(() =>
        rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
          body,
          files: filesOf(file),
          auth: false,
        }),
      );
    } catch (error) {
      // An earlier try whose answer was lost did reach Discord.
      if (codeOf(error) !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) throw error;
    }
  }

  return {
    defer: (interaction, { isEphemeral }) =>
      callback(interaction, {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: isEphemeral ? { flags: MessageFlags.Ephemeral } : {},
      }),
    deferUpdate: (interaction) => callback(interaction, { type: InteractionResponseType.DeferredMessageUpdate }),
    answer: (interaction, rendered, { isEphemeral }) =>
      callback(
        interaction,
        {
          type: InteractionResponseType.ChannelMessageWithSource,
          data: bodyOf(rendered, isEphemeral ? MessageFlags.Ephemeral : 0),
        },
        rendered.file,
      ),
    update: (interaction, rendered) =>
      callback(interaction, { type: InteractionResponseType.UpdateMessage, data: bodyOf(rendered) }, rendered.file),
    choose: (interaction, choices) =>
      callback(interaction, { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } }),
    showForm: (interaction, form) => callback(interaction, { type: InteractionResponseType.Modal, data: form }),

    // A call with an interaction's token must not carry the bot's: one that expired would make @discordjs/rest forget it.
    editOriginal: async (token, rendered) =>
      refOf(
        await persistently(() =>
          rest.patch(Routes.webhookMessage(applicationId(), token, '@original'), {
            body: bodyOf(rendered),
            files: filesOf(rendered.file),
            auth: false,
          }),
        ),
      ),
    original: async (token) =>
      refOf(
        await persistently(() => rest.get(Routes.webhookMessage(applicationId(), token, '@original'), { auth: false })),
      ),
    async deleteOriginal(token) {
      await persistently(() =>
        rest.delete(Routes.webhookMessage(applicationId(), token, '@original'), { auth: false }),
      );
    },
    followUp: async (token, rendered, { isEphemeral }) =>
      refOf(
        await rest.post(Routes.webhook(applicationId(), token), {
          body: bodyOf(rendered, isEphemeral ? MessageFlags.Ephemeral : 0),
          files: filesOf(rendered.file),
          auth: false,
        }),
      ),

    post: (channel, rendered, { key, replyTo }) =>
      evenWithoutFile(rendered, async (shown) =>
        refOf(
          await persistently(() =>
            rest.post(Routes.channelMessages(channel), {
              body: {
                ...bodyOf(shown),
                nonce: key.slice(0, limits.nonce),
                enforce_nonce: true,
                ...(replyTo === undefined
                  ? {}
                  : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
              },
              files: filesOf(shown.file),
            }),
          ),
        ),
      ),
    edit: (ref, rendered) =>
      evenWithoutFile(rendered, async (shown) => {
        await persistently(() =>
          rest.patch(Routes.channelMessage(ref.channel, ref.message), {
            body: bodyOf(shown),
            files: filesOf(shown.file),
          }),
        );
      }),
    async remove(ref) {
      await persistently(() => rest.delete(Routes.channelMessage(ref.channel, ref.message)));
    },
    async messagesAfter(channel, after) {
      return listOf(
        await persistently(() =>
          rest.get(Routes.channelMessages(channel), { query: new URLSearchParams({ after, limit: '50' }) }),
        ),
      );
    },
    async messagesBefore(channel, before, limit) {
      const query = new URLSearchParams({ before, limit: String(limit) });
      return listOf(await persistently(() => rest.get(Routes.channelMessages(channel), { query })));
    },
    message: async (channel, id) =>
      (await persistently(() => rest.get(Routes.channelMessage(channel, id)))) as APIMessage,
    async newestMessages(channel) {
      const query = new URLSearchParams({ limit: '50' });
      return listOf(await persistently(() => rest.get(Routes.channelMessages(channel), { query })));
    },
    async thread(ref, name) {
      try {
        await persistently(() =>
          rest.post(Routes.threads(ref.channel, ref.message), {
            body: { name: cutLabel(name, limits.threadName), auto_archive_duration: ThreadAutoArchiveDuration.OneDay },
          }),
        );
      } catch (error) {
        if (codeOf(error) !== RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) throw error;
      }
      // A thread on a message has the message's id.
      return ref.message;
    },
    async directMessages(user) {
      const { id } = (await persistently(() => rest.post(Routes.userChannels(), { body: { recipient_id: user } }))) as {
        id: string;
      };
      return id;
    },
    channel: async (id) => (await persistently(() => rest.get(Routes.channel(id)))) as APIChannel,
    async setTags(thread, tags) {
      await persistently(() => rest.patch(Routes.channel(thread), { body: { applied_tags: tags } }));
    },
    member: async (guild, user) =>
      (await persistently(() => rest.get(Routes.guildMember(guild, user)))) as APIGuildMember,
    async commands(guild) {
      return listOf(
        await persistently(() =>
          rest.get(
            guild === null
              ? Routes.applicationCommands(applicationId())
              : Routes.applicationGuildCommands(applicationId(), guild),
            { query: new URLSearchParams({ with_localizations: 'true' }) },
          ),
        ),
      );
    },
    async register(commands, guild) {
      await persistently(() =>
        rest.put(
          guild === null
            ? Routes.applicationCommands(applicationId())
            : Routes.applicationGuildCommands(applicationId(), guild),
          { body: commands },
        ),
      );
    },
  };
}

/** Discord's code of an error, such as 10062; null where Discord did not answer. */
export function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : null;
}

function bodyOf({ components, file }: Rendered, flags = 0): object {
  return {
    components,
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds | flags,
    allowed_mentions: { parse: [] },
    // Names what is attached now, so that an edit takes off what was attached before.
    attachments: file === null ? [] : [{ id: '0', filename: file.name }],
  };
}

function filesOf(file: Rendered['file']): { name: string; data: Buffer; contentType: string }[] {
  return file === null
    ? []
    : [
        {
          name: file.name,
          data: Buffer.from(file.text),
          contentType: typeof file.text === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream',
        },
      ];
}

/** Where the bot may write but not attach files, the message goes without. */
async function evenWithoutFile<T>(rendered: Rendered, send: (rendered: Rendered) => Promise<T>): Promise<T> {
  try {
    return await send(rendered);
  } catch (error) {
    if (rendered.file === null || codeOf(error) !== RESTJSONErrorCodes.MissingPermissions) throw error;
    return send({ components: rendered.components.filter((part) => part.type !== ComponentType.File), file: null });
  }
}

/** @discordjs/rest waits for rate limits and repeats after 5xx, but gives up on a connection that breaks. Every call here may be repeated. */
async function tryingAgain<T>(call: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (
        attempt === attempts ||
        error instanceof DiscordAPIError ||
        error instanceof HTTPError ||
        error instanceof RateLimitError
      )
        throw error;
      await sleep(200 * attempt);
    }
  }
}

function refOf(message: unknown): MessageRef {
  const { id, channel_id } = message as Pick<APIMessage, 'id' | 'channel_id'>;
  return { channel: channel_id, message: id };
}

function listOf<T>(body: unknown): T[] {
  return Array.isArray(body) ? body : [];
}
