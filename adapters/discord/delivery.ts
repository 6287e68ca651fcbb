/** How replies reach people on Discord: by the command's token while it works, as a message otherwise, each once. */
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { PlaceGone, type Delivery, type SendOptions } from '../../src/chat/chat.ts';
import { questionIn } from '../../src/chat/commands.ts';
import type { Post } from '../../src/chat/post.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { wordsFor } from '../../src/chat/wording.ts';
import { messagesAbove } from './above.ts';
import { renderLine, renderPlain, renderReply } from './components.ts';
import type { Rendered } from './parts.ts';
import { readReplyTo, type ReplyTo } from './requests.ts';
import { codeOf, type DiscordRest, type MessageRef } from './rest.ts';

/** Discord lets a token work for 15 minutes; the last seconds are not risked. */
export const tokenMs = 14.5 * 60_000;

export interface DiscordDelivery extends Omit<Delivery, 'revise' | 'placeOf' | 'tellAsker'> {
  /** A question has come in: nothing can have been posted for it yet. Gives back a function for one that had come before. */
  expect(message: string): () => void;
  /** The question was deleted: what shows that it is being answered goes too. */
  withdraw(message: string): Promise<void>;
}

export interface DiscordDeliveryOptions {
  rest: DiscordRest;
  botId: () => string;
  clock: () => number;
  /** Discord gives the words of every message. */
  readsAll: boolean;
  /** For what shows what is being done: gives up within a second, and waits for no limit. */
  swift: Pick<DiscordRest, 'editOriginal' | 'edit' | 'post'>;
}

export function discordDelivery({ rest, botId, clock, readsAll, swift }: DiscordDeliveryOptions): DiscordDelivery {
  /** Messages that show what is being done until the reply takes their place, by the message that asked. Null where posting one may have worked or not. */
  const placeholders = new Map<string, MessageRef | null>();
  const threads = new Map<string, string>();
  /** Questions this process received and has not answered. For any other, an earlier process or an earlier wording may have posted something. */
  const ours = new Set<string>();
  /** Questions deleted while their placeholder was on its way. */
  const withdrawn = new Set<string>();

  /** Questions whose status may have been shown without Discord's word for it, and may still be on its way. */
  const unsure = new Set<string>();

  async function status(post: Post, line: string): Promise<void> {
    try {
      await show(post, line);
    } catch (error) {
      if (codeOf(error) === null) unsure.add(post.message);
      throw error;
    }
  }

  async function show(post: Post, line: string): Promise<void> {
    const to = readReplyTo(post);
    if (to.by === 'place') return;
    if (to.by === 'interaction') {
      if (isTokenAlive(to)) await swift.editOriginal(to.token, renderLine(line, { asked: askedLine(post, to.asked) }));
      return;
    }
    const channel = await channelOf(post, to);
    const shown = placeholders.get(post.message) ?? (ours.has(post.message) ? null : await ownReply(post, channel));
    if (shown) {
      placeholders.set(post.message, shown);
      await swift.edit(shown, renderLine(line));
      return;
    }
    placeholders.set(post.message, null);
    const posted = await swift.post(channel, renderLine(line), keyed(post, channel, to));
    if (withdrawn.delete(post.message)) await rest.remove(posted);
    // The reply may have been posted meanwhile, with the same nonce: it is this message then.
    else if (placeholders.has(post.message)) placeholders.set(post.message, posted);
  }

  async function withdraw(message: string): Promise<void> {
    const shown = placeholders.get(message);
    if (shown === null) withdrawn.add(message);
    placeholders.delete(message);
    threads.delete(message);
    if (shown) await rest.remove(shown);
  }

  async function send(post: Post, reply: Reply, how: SendOptions): Promise<string | null> {
    const to = readReplyTo(post);
    const sendWith = (render: Render): Promise<MessageRef> =>
      to.by === 'interaction'
        ? sendByToken(post, to, reply, how, render)
        : to.by === 'place'
          ? sendInPlace(post, to.channel, reply, how, render)
          : sendAsMessage(post, to, reply, how, render);
    try {
      let form: Render = (given, setting) => renderReply(given, { ...setting, language: post.asker.language });
      const sent = await sendWith(form).catch((error: unknown) => {
        if (codeOf(error) !== RESTJSONErrorCodes.InvalidFormBodyOrContentType) throw error;
        form = renderPlain;
        return sendWith(form);
      });
      if (unsure.delete(post.message) && isWrittenInPlace(post, to, how)) sendOver(() => sendWith(form), post, sent);
      else forget(post);
      return written(sent);
    } catch (error) {
      if (!isGone(error)) throw error;
      await sayThatPlaceIsClosed(post, error);
      throw new PlaceGone('the channel is gone or closed to the bot', { cause: error });
    }
  }

  /** A status that comes after the reply would stand in its place for good: the same is written there once more. */
  function sendOver(writeAgain: () => Promise<MessageRef>, post: Post, sent: MessageRef): void {
    placeholders.set(post.message, sent);
    setTimeout(() => {
      void writeAgain()
        .catch(ignoring)
        .finally(() => {
          forget(post);
        });
    }, lateStatusMs).unref();
  }

  async function sendByToken(
    post: Post,
    to: ByInteraction,
    reply: Reply,
    { onlyForAsker, again }: SendOptions,
    render: Render,
  ): Promise<MessageRef> {
    const asked = askedLine(post, to.asked);
    const rendered = render(reply, { seenBy: post.isDirect ? 'direct' : onlyForAsker ? 'asker' : 'everyone', asked });
    if (isTokenAlive(to)) {
      try {
        if (!onlyForAsker || to.isEphemeral || post.isDirect) return await rest.editOriginal(to.token, rendered);
        // Acknowledged for everyone's eyes, and since then closed.
        const sent = await rest.followUp(to.token, rendered, { isEphemeral: true });
        await rest.deleteOriginal(to.token).catch(ignoring);
        return sent;
      } catch (error) {
        if (!isTokenDead(error)) throw error;
      }
    }
    if (onlyForAsker || post.isDirect) return sendDirect(post, reply, asked, render);
    const message = render(reply, { seenBy: 'everyone', asked });
    return postOnce(post, to.channel, message, { key: nonce(post) }, again).catch((error: unknown) => {
      // Installed by the person only, the bot may not write in the channel but to the person.
      if (!isGone(error)) throw error;
      return sendDirect(post, reply, asked, render);
    });
  }

  async function sendAsMessage(
    post: Post,
    to: ByMessage,
    reply: Reply,
    { onlyForAsker, replaces, again }: SendOptions,
    render: Render,
  ): Promise<MessageRef> {
    if (onlyForAsker) return sendPrivately(post, to, reply, again, render);
    const channel = await channelOf(post, to);
    const note =
      reply.kind === 'answer' && to.startsThread && channel !== to.channel ? wordsFor(post.asker)('howToGoOn') : null;
    const rendered = render(reply, { seenBy: post.isDirect ? 'direct' : 'everyone', note });
    const earlier = replaces === null ? null : read(replaces);
    const shown = placeholders.get(post.message);
    const postIt = (): Promise<MessageRef> => postOnce(post, channel, rendered, keyed(post, channel, to), again);
    const sent = earlier ? await editOr(earlier, rendered, postIt) : await postIt();
    if (shown && shown.message !== sent.message) await rest.remove(shown).catch(ignoring);
    return sent;
  }

  /** Nobody's message is replied to. Its buttons carry the id of what was said, by which it is found again. */
  async function sendInPlace(
    post: Post,
    channel: string,
    reply: Reply,
    { again }: SendOptions,
    render: Render,
  ): Promise<MessageRef> {
    const earlier = again ? await rest.newestMessages(channel) : [];
    const found = earlier.find(({ components }) => JSON.stringify(components ?? []).includes(reply.id));
    if (found) return { channel, message: found.id };
    const key = `d${reply.id}`;
    return rest.post(channel, render(reply, { seenBy: post.isDirect ? 'direct' : 'everyone' }), { key });
  }

  /** A mention is seen by everyone, and a reply to it too: what is for the asker's eyes goes to their direct messages. */
  async function sendPrivately(
    post: Post,
    to: ByMessage,
    reply: Reply,
    again: boolean,
    render: Render,
  ): Promise<MessageRef> {
    const key = keyed(post, to.channel, to);
    const say = wordsFor(post.asker);
    let [sent, line]: [MessageRef | null, string] = [null, say('answeredPrivately')];
    if (reply.kind === 'notice') line = reply.text;
    else {
      try {
        sent = await sendDirect(post, reply, askedLine(post, questionIn(post.command)), render);
      } catch (error) {
        if (!(error instanceof PlaceGone)) throw error;
        line = say('cannotAnswerPrivately');
      }
    }
    const there = await postOnce(post, to.channel, renderLine(line), key, again);
    return sent ?? there;
  }

  /** A copy without buttons, which would belong to another place. */
  async function sendDirect(post: Post, reply: Reply, asked: string | null, render: Render): Promise<MessageRef> {
    try {
      const channel = await rest.directMessages(post.asker.id);
      return await rest.post(channel, render(reply, { seenBy: post.isDirect ? 'direct' : 'copy', asked }), {
        key: nonce(post),
      });
    } catch (error) {
      if (isGone(error)) throw new PlaceGone('the asker takes no direct messages', { cause: error });
      throw error;
    }
  }

  /** Puts the reply where the status stands, or where an earlier try may have put it, or posts it. */
  async function postOnce(
    post: Post,
    channel: string,
    rendered: Rendered,
    key: { key: string; replyTo?: string },
    again: boolean,
  ): Promise<MessageRef> {
    const shown = placeholders.get(post.message);
    const isUnsure = again || shown === null || !ours.has(post.message);
    const found = shown ?? (isUnsure ? await ownReply(post, channel) : null);
    if (found) return editOr(found, rendered, () => rest.post(channel, rendered, { ...key, key: `${key.key}b` }));
    const sent = await rest.post(channel, rendered, key);
    // With the nonce of an earlier try Discord gives back that message, which may show a status only.
    if (isUnsure) await rest.edit(sent, rendered);
    return sent;
  }

  async function editOr(
    ref: MessageRef,
    rendered: Rendered,
    otherwise: () => Promise<MessageRef>,
  ): Promise<MessageRef> {
    try {
      await rest.edit(ref, rendered);
      return ref;
    } catch (error) {
      if (codeOf(error) !== RESTJSONErrorCodes.UnknownMessage) throw error;
      return otherwise();
    }
  }

  /** The bot's message that answers the post, from before a restart or a broken connection. */
  async function ownReply(post: Post, channel: string): Promise<MessageRef | null> {
    const messages = await rest.messagesAfter(channel, post.message);
    const own = messages
      .filter(({ author }) => author.id === botId())
      .find(
        (message) =>
          message.message_reference?.message_id === post.message ||
          message.nonce === nonce(post) ||
          (channel === post.message && message.message_reference === undefined),
      );
    return own ? { channel, message: own.id } : null;
  }

  /** The channel, or the thread that the question opens; the channel where no thread can be begun. */
  async function channelOf(post: Post, to: ByMessage): Promise<string> {
    if (!to.startsThread) return to.channel;
    const known = threads.get(post.message);
    if (known !== undefined) return known;
    const name = (questionIn(post.command) ?? 'Questions').replaceAll(/\s+/g, ' ').trim() || 'Questions';
    const channel = await rest.thread({ channel: to.channel, message: post.message }, name).catch((error: unknown) => {
      if (codeOf(error) === null) throw error;
      return to.channel;
    });
    threads.set(post.message, channel);
    return channel;
  }

  async function sayThatPlaceIsClosed(post: Post, error: unknown): Promise<void> {
    forget(post);
    const code = codeOf(error);
    if (code !== RESTJSONErrorCodes.MissingPermissions && code !== RESTJSONErrorCodes.MissingAccess) return;
    await rest
      .directMessages(post.asker.id)
      .then((channel) => rest.post(channel, renderLine(wordsFor(post.asker)('cannotWriteThere')), { key: nonce(post) }))
      .catch(ignoring);
  }

  function forget(post: Post): void {
    ours.delete(post.message);
    placeholders.delete(post.message);
    threads.delete(post.message);
  }

  /** Sending it once more changes the same message. */
  function isWrittenInPlace(post: Post, to: ReplyTo, { onlyForAsker }: SendOptions): boolean {
    if (to.by !== 'interaction') return !onlyForAsker;
    return isTokenAlive(to) && (!onlyForAsker || to.isEphemeral || post.isDirect);
  }

  function isTokenAlive(to: ByInteraction): boolean {
    return clock() - to.receivedMs < tokenMs;
  }

  return {
    expect(message) {
      const isNew = !ours.has(message);
      ours.add(message);
      return () => {
        if (isNew) ours.delete(message);
      };
    },
    status,
    send,
    withdraw,
    above: (post) => messagesAbove(rest, post, { botId: botId(), readsAll }),
    async remove(_post, sent) {
      const ref = read(sent);
      if (ref)
        await rest.remove(ref).catch((error: unknown) => {
          if (!isGone(error) && codeOf(error) !== RESTJSONErrorCodes.UnknownMessage) throw error;
        });
    },
  };
}

/** What Discord has not done by then it will not do any more. */
const lateStatusMs = 3_000;

type Render = typeof renderReply;
type ByInteraction = Extract<ReplyTo, { by: 'interaction' }>;
type ByMessage = Extract<ReplyTo, { by: 'message' }>;

export function askedLine({ asker }: Post, asked: string | null): string | null {
  return asked === null ? null : wordsFor(asker)('asked', { question: asked });
}

/** Replies to the message that asks, unless the thread hangs on it anyway. */
function keyed(post: Post, channel: string, to: ByMessage): { key: string; replyTo?: string } {
  return channel === to.channel ? { key: nonce(post), replyTo: post.message } : { key: nonce(post) };
}

function nonce(post: Post): string {
  return `r${post.message}`;
}

export function written({ channel, message }: MessageRef): string {
  return `${channel}/${message}`;
}

export function read(sent: string): MessageRef | null {
  const [channel, message] = sent.split('/');
  return channel !== undefined && message !== undefined ? { channel, message } : null;
}

/** The token ran out, its interaction was never acknowledged, or somebody removed the message it stands for. */
function isTokenDead(error: unknown): boolean {
  const dead: (number | null)[] = [
    RESTJSONErrorCodes.UnknownInteraction,
    RESTJSONErrorCodes.UnknownWebhook,
    RESTJSONErrorCodes.InvalidWebhookToken,
    RESTJSONErrorCodes.UnknownMessage,
    RESTJSONErrorCodes.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages,
  ];
  return dead.includes(codeOf(error));
}

export function isGone(error: unknown): boolean {
  const gone: (number | null)[] = [
    RESTJSONErrorCodes.UnknownChannel,
    RESTJSONErrorCodes.MissingAccess,
    RESTJSONErrorCodes.MissingPermissions,
    RESTJSONErrorCodes.InvalidActionOnArchivedThread,
    RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  ];
  return gone.includes(codeOf(error));
}

function ignoring(): void {}
