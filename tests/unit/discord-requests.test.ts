// oxlint-disable vitest/expect-expect -- the check functions expect
import {
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  Locale,
  MessageType,
  PermissionFlagsBits,
  type APIInteraction,
  type APIMessage,
  type APIMessageComponentInteraction,
  type GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import {
  askerOfInteraction,
  isDirect,
  placeOfInteraction,
  postOfInteraction,
  postOfMessage,
  readReplyTo,
  textTo,
  wordsOf,
  type Surroundings,
} from '../../adapters/discord/requests.ts';
import type { InboxItem } from '../../src/chat/chat-store.ts';
import type { Post } from '../../src/chat/post.ts';

const botId = '900';
const bot = { id: botId, username: 'rapporteur', discriminator: '0', global_name: null, avatar: null, bot: true };
const mara = { id: '1', username: 'mara', discriminator: '0', global_name: 'Mara Quill', avatar: null };
const empty: APIMessage = {
  id: '500',
  channel_id: '30',
  author: mara,
  content: '',
  timestamp: '',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  type: MessageType.Default,
};
const message = (change: Partial<GatewayMessageCreateDispatchData>): GatewayMessageCreateDispatchData => ({
  ...empty,
  guild_id: '20',
  ...change,
});
const alone: Surroundings = { botId, parent: null, isAdmin: false, itemOf: async () => null };

async function postOf(
  change: Partial<GatewayMessageCreateDispatchData>,
  around: Partial<Surroundings> = {},
): Promise<Post> {
  const post = await postOfMessage(message(change), { ...alone, ...around });
  if (post === null || post === 'unreadable') throw new Error(`no question: ${String(post)}`);
  return post;
}

describe('a message', () => {
  const mention = { content: `<@${botId}> Who kept the lamp?`, mentions: [bot] };
  it('that mentions the bot asks it', async () => {
    expect(await postOf(mention)).toEqual({
      place: { platform: 'discord', workspace: '20', channel: '30' },
      thread: null,
      conversation: '30/1',
      asker: { id: '1', roles: [], isAdmin: false },
      message: '500',
      event: '500',
      command: { name: 'ask', question: 'Who kept the lamp?' },
      isDirect: false,
      onlyForAsker: false,
      replyTo: { by: 'message', channel: '30', depth: 1, startsThread: false },
    });
  });
  it('in a thread belongs to the channel above it', async () => {
    expect(await postOf({ ...mention, channel_id: '31' }, { parent: '30' })).toMatchObject({
      place: { channel: '30' },
      thread: '31',
      conversation: '31',
    });
  });
  it('in a direct message needs no mention', async () => {
    const { guild_id: _guild, ...direct } = message({ content: 'sessions' });
    expect(await postOfMessage(direct, alone)).toMatchObject({
      isDirect: true,
      place: { workspace: '', channel: '30' },
      command: { name: 'sessions' },
    });
  });
  it('goes on where it replies to an answer, and reaches a thread the third time', async () => {
    const item = (depth: number): InboxItem =>
      ({
        post: { conversation: 'c', replyTo: { by: 'message', channel: '30', depth, startsThread: false } },
      }) as InboxItem;
    const answer: APIMessage = {
      ...empty,
      id: '501',
      author: bot,
      message_reference: { channel_id: '30', message_id: '499' },
    };
    const asked = (depth: number): Promise<Post> =>
      postOf(
        { ...mention, type: MessageType.Reply, referenced_message: answer },
        { itemOf: async (_place, id) => (id === '499' ? item(depth) : null) },
      );
    expect(await asked(1)).toMatchObject({ conversation: 'c', replyTo: { depth: 2, startsThread: false } });
    expect(await asked(2)).toMatchObject({ conversation: 'c', replyTo: { depth: 3, startsThread: true } });
  });

  const checkIgnored = async (
    change: Partial<GatewayMessageCreateDispatchData>,
    expected: null | 'unreadable',
  ): Promise<void> => expect(await postOfMessage(message(change), alone)).toBe(expected);
  it('from a bot asks nothing', () => checkIgnored({ ...mention, author: { ...mara, bot: true } }, null));
  it('from a webhook asks nothing', () => checkIgnored({ ...mention, webhook_id: '7' }, null));
  it('of the system asks nothing', () => checkIgnored({ ...mention, type: MessageType.UserJoin }, null));
  it('among others asks nothing', () => checkIgnored({ content: 'Who kept the lamp?' }, null));
  it('that replies to the bot without calling it cannot be read', () =>
    checkIgnored({ type: MessageType.Reply, referenced_message: { ...empty, author: bot } }, 'unreadable'));
  it('that replies to somebody else asks nothing', () =>
    checkIgnored({ type: MessageType.Reply, referenced_message: { ...empty, author: mara } }, null));
});

describe('the text of a message', () => {
  const check = (content: string, expected: string): void =>
    expect(textTo({ content, mentions: [bot, mara] }, botId)).toBe(expected);
  it('has no mention of the bot', () => check(`<@${botId}>  who? <@!${botId}>`, 'who?'));
  it('has names for numbers', () => check('What did <@1> say to <@2>?', 'What did Mara Quill say to ?'));
  it('keeps its lines', () => check('one  two\nthree', 'one two\nthree'));
});

describe('the words of a message', () => {
  const check = (content: string, expected: string): void => expect(wordsOf({ content })).toBe(expected);
  it('are what it says', () => check('The lamp burned all night', 'The lamp burned all night'));
  it('keep what marks a quotation, and lose other markup', () =>
    check('-# as said:\n> The lamp \\*burned\\*\n> all night', 'as said:\n> The lamp *burned*\n> all night'));
  it('are found in components too', async () => {
    expect(
      wordsOf({
        content: '',
        components: [
          {
            type: ComponentType.Container,
            components: [{ type: ComponentType.TextDisplay, content: '> “It \\*burned\\* all night”' }],
          },
        ],
      }),
    ).toBe('> “It *burned* all night”');
  });
});

describe('an interaction', () => {
  const interaction = (change: Partial<APIMessageComponentInteraction>): APIInteraction =>
    ({
      id: '600',
      application_id: botId,
      type: InteractionType.MessageComponent,
      token: 't',
      version: 1,
      locale: Locale.EnglishUS,
      entitlements: [],
      attachment_size_limit: 1,
      app_permissions: '0',
      channel_id: '30',
      channel: { id: '30', type: ChannelType.GuildText },
      guild_id: '20',
      context: InteractionContextType.Guild,
      authorizing_integration_owners: { 0: '20' },
      data: { custom_id: 'x', component_type: ComponentType.Button },
      message: empty,
      member: {
        user: mara,
        roles: ['5'],
        permissions: String(PermissionFlagsBits.ManageGuild),
        joined_at: '',
        deaf: false,
        mute: false,
      },
      ...change,
    }) as unknown as APIInteraction;
  it('of a manager of the server is of an administrator', () =>
    expect(askerOfInteraction(interaction({}))).toEqual({ id: '1', roles: ['5'], isAdmin: true, language: 'en' }));
  it('is not, where only the person installed the bot', () =>
    expect(askerOfInteraction(interaction({ authorizing_integration_owners: { 1: '1' } })).isAdmin).toBe(false));
  it('in a thread belongs to the channel above it', async () => {
    const thread = {
      id: '31',
      type: ChannelType.PublicThread,
      parent_id: '30',
      thread_metadata: { archived: false, auto_archive_duration: 60, archive_timestamp: '', locked: false },
    };
    expect(placeOfInteraction(interaction({ channel: thread as never }))).toEqual({
      platform: 'discord',
      workspace: '20',
      channel: '30',
    });
  });
  it('is direct only with the bot', async () => {
    expect(
      [InteractionContextType.BotDM, InteractionContextType.PrivateChannel, InteractionContextType.Guild].map(
        (context) => isDirect(interaction({ context })),
      ),
    ).toEqual([true, false, false]);
  });
  it('keeps what it takes to reply', async () => {
    const post = postOfInteraction(interaction({}), { name: 'help' }, { isEphemeral: true, asked: null, now: 5 });
    expect(readReplyTo(JSON.parse(JSON.stringify(post)) as Post)).toEqual({
      by: 'interaction',
      token: 't',
      receivedMs: 5,
      isEphemeral: true,
      channel: '30',
      asked: null,
    });
  });
});
