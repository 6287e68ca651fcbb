/** What people do besides typing a question: commands, shortcuts, buttons, forms, the app's home. */
import { randomBytes } from 'node:crypto';
import type { App } from '@slack/bolt';
import type { HomeView, ModalView } from '@slack/types';
import type { Logger } from 'pino';
import { z } from 'zod';
import { viewAnswer } from '../../src/chat/answer-view.ts';
import { type Desk, PlaceGone } from '../../src/chat/chat.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { helpPanel, sessionsPanel } from '../../src/chat/panels.ts';
import type { Asker, Place, Post } from '../../src/chat/post.ts';
import type { SessionSummary, Rapporteur } from '../../src/rapporteur.ts';
import * as wording from '../../src/chat/wording.ts';
import { actions, noteBlock, renderReply, type Rendered } from './blocks.ts';
import { type Clients, errorOf } from './clients.ts';
import { alreadyPosted, contentOf, inBestForm, metadataType, quietly, respond } from './delivery.ts';
import { postOfCommand, postOfShortcut, shortcuts } from './events.ts';
import { command as commandName } from './manifest.ts';
import {
  contextModal,
  forms,
  homeView,
  noticeModal,
  quotesModal,
  readSettings,
  reasonModal,
  settingsModal,
  suggestedPrompts,
  turnsAround,
  viewActions,
  type ViewMetadata,
  viewMetadataSchema,
} from './views.ts';

export interface Interacting {
  desk: Desk;
  rapporteur: Rapporteur;
  store: ChatStore;
  log: Logger;
  clientsOf: (team: string) => Promise<Clients>;
  askerOf: (team: string, id: string) => Promise<Asker>;
  withAsker: (post: Post) => Promise<Post>;
  /** The app was taken out of a workspace. */
  forget: (team: string, why: string) => void;
}

export function listen(
  app: App,
  { desk, rapporteur, store, log, clientsOf, askerOf, withAsker, forget }: Interacting,
): void {
  /** Which channel people have in view, for what is suggested to them. */
  const looking = new Map<string, string>();

  app.command(commandName, async ({ command, ack }) => {
    const post = postOfCommand(command);
    const { place, asker } = post;
    if (post.command.name === 'settings') {
      await ack();
      await safely(command, async () => {
        const { isAdmin } = await askerOf(place.workspace, asker.id);
        await (isAdmin ? openSettings(place.workspace, command.trigger_id, place.channel) : desk.receive(post));
      });
      return;
    }
    const isQuestion = post.command.name === 'ask' || post.command.name === 'verify';
    await desk.receive(await withAsker(post), () =>
      isQuestion ? ack({ response_type: 'ephemeral', text: wording.reading }) : ack(),
    );
  });

  for (const callback of [shortcuts.who, shortcuts.check]) {
    app.shortcut({ type: 'message_action', callback_id: callback }, async ({ shortcut, ack }) => {
      await desk.receive(await withAsker(postOfShortcut(callback, shortcut)), () => ack());
    });
  }

  press(new RegExp(`^${actions.context}_`), async ({ team, channel, user, triggerId, value }) => {
    const [id = '', key = ''] = value.split(':');
    const view = await contextOf(placeOf(team, channel), plainAsker(user), metadataOf({ id, channel, key }));
    await open(team, triggerId, view);
  });

  press(actions.more, async ({ team, channel, user, triggerId, value }) => {
    const kept = await desk.reopen(value, placeOf(team, channel), plainAsker(user));
    await open(
      team,
      triggerId,
      'refused' in kept
        ? noticeModal(kept.refused)
        : quotesModal(viewAnswer(kept.answer), metadataOf({ id: value, channel })),
    );
  });

  press(
    new RegExp(`^(${viewActions.earlier}|${viewActions.later}|${viewActions.page}_.*)$`),
    async ({ team, user, value, view, actionId }) => {
      const metadata = readMetadata(view?.private_metadata);
      if (view === undefined || metadata === null) {
        return;
      }
      const place = placeOf(team, metadata.channel);
      if (actionId.startsWith(viewActions.page)) {
        const kept = await desk.reopen(metadata.id, place, plainAsker(user));
        await change(
          team,
          view.id,
          'refused' in kept
            ? noticeModal(kept.refused)
            : quotesModal(viewAnswer(kept.answer), { ...metadata, page: Number(value) }),
        );
      } else {
        await change(team, view.id, await contextOf(place, plainAsker(user), { ...metadata, shift: Number(value) }));
      }
    },
  );

  press(actions.feedback, async ({ team, channel, user, triggerId, value, responseUrl }) => {
    const [verdict, id = ''] = value.split(':');
    const refused = await desk.feedback(
      id,
      placeOf(team, channel),
      plainAsker(user),
      verdict === 'bad' ? 'bad' : 'good',
      null,
    );
    if (refused === null && verdict === 'bad') {
      await open(team, triggerId, reasonModal(metadataOf({ id, channel })));
    } else {
      await tell(responseUrl, refused?.refused ?? 'Thank you. It helps whoever runs this bot.');
    }
  });

  press(actions.share, async ({ team, channel, user, value: id, responseUrl }) => {
    const kept = await desk.shared(id, placeOf(team, channel), plainAsker(user));
    if ('refused' in kept) {
      await tell(responseUrl, kept.refused);
      return;
    }
    const { answer, post } = kept;
    const shared = renderReply({ kind: 'answer', id, answer }, { canShare: false }).map(({ text, blocks, whole }) => ({
      text,
      whole,
      blocks: blocks.length === 0 ? [] : [noteBlock(`Asked: ${answer.question}`), ...blocks],
    }));
    await postShared(team, { channel, thread: post.thread }, `share-${id}`, shared, responseUrl);
    await respond(responseUrl, { delete_original: true });
  });

  press(viewActions.settingsOf, ({ team, triggerId, chosen }) => openSettings(team, triggerId, chosen));
  press(viewActions.workspace, ({ team, triggerId }) => openSettings(team, triggerId, ''));

  app.view(forms.settings, async ({ body, view, ack }) => {
    await safely(body, async () => {
      const metadata = readMetadata(view.private_metadata);
      const team = body.team?.id ?? body.user.team_id ?? '';
      if (metadata === null) {
        await ack();
        return;
      }
      const place = placeOf(team, metadata.channel);
      const settings = readSettings(view.state.values, desk.settings(place), await rapporteur.sessions());
      const refused = await desk.saveSettings(place, await askerOf(team, body.user.id), settings ?? {});
      await (refused === null ? ack() : ack({ response_action: 'errors', errors: { reply: refused.refused } }));
    });
  });

  app.view(forms.reason, async ({ body, view, ack }) => {
    await ack();
    await safely(body, async () => {
      const metadata = readMetadata(view.private_metadata);
      const reason = view.state.values['reason']?.['reason']?.value?.trim();
      if (metadata !== null && reason) {
        await desk.feedback(
          metadata.id,
          placeOf(body.team?.id ?? '', metadata.channel),
          plainAsker(body.user.id),
          'bad',
          reason,
        );
      }
    });
  });

  app.event('app_home_opened', async ({ event, body }) => {
    await safely(body, async () => {
      const team = body.team_id;
      if (event.tab === 'messages') {
        await suggest(team, event.channel, event.user);
      } else {
        await publishHome(team, event.user);
      }
    });
  });

  app.event('app_context_changed', async ({ event, body }) => {
    await safely(body, async () => {
      const channel = event.context.entities?.flatMap((entity) =>
        entity.type === 'slack#/types/channel_id'
          ? [entity.value]
          : entity.type === 'slack#/types/message_context'
            ? [entity.value.channel_id]
            : [],
      )[0];
      if (looking.size > 10_000) looking.clear();
      if (channel === undefined) looking.delete(event.user);
      else looking.set(event.user, channel);
      await suggest(body.team_id, event.channel, event.user);
    });
  });

  app.event('tokens_revoked', async ({ event, body }) => {
    // People's own tokens are taken back with the same event; the app has none of those.
    if ((event.tokens.bot?.length ?? 0) > 0) {
      forget(body.team_id, 'tokens_revoked');
    }
  });
  app.event('app_uninstalled', async ({ body }) => {
    forget(body.team_id, 'app_uninstalled');
  });

  // Bolt's own handler would print the whole error, with what people wrote.
  app.error(async (error) => {
    log.warn({ reason: errorOf(error) }, 'Slack: a delivery could not be handled');
  });

  /** Acknowledges a press at once and tells the person when it did not work. */
  function press(action: string | RegExp, then: (pressed: Pressed) => Promise<void>): void {
    app.action(action, async ({ body, ack }) => {
      await ack();
      const pressed = readPress(body);
      if (pressed !== null) {
        await safely(body, () => then(pressed));
      }
    });
  }

  /** People are told that it failed and a reference; the cause is in the log, without their words. */
  async function safely(body: unknown, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const reference = randomBytes(4).toString('hex').toUpperCase();
      log.error(
        { reference, reason: errorOf(error), isGone: error instanceof PlaceGone },
        'Slack: an interaction failed',
      );
      const responseUrl = responseUrlSchema.safeParse(body).data?.response_url;
      if (responseUrl !== undefined) {
        await tell(responseUrl, wording.failed(reference)).catch(() => {});
      }
    }
  }

  async function open(team: string, triggerId: string, view: ModalView): Promise<void> {
    const { client } = await clientsOf(team);
    await client.views.open({ trigger_id: triggerId, view });
  }

  async function change(team: string, viewId: string, view: ModalView): Promise<void> {
    const { client } = await clientsOf(team);
    await client.views.update({ view_id: viewId, view });
  }

  async function contextOf(place: Place, asker: Asker, metadata: ViewMetadata): Promise<ModalView> {
    const view = await desk.context(
      metadata.id,
      metadata.key,
      { around: turnsAround, shift: metadata.shift },
      place,
      asker,
    );
    return 'refused' in view ? noticeModal(view.refused) : contextModal(view, metadata);
  }

  /** `channel` empty for what holds in the whole workspace. */
  async function openSettings(team: string, triggerId: string, channel: string): Promise<void> {
    const place = placeOf(team, channel);
    const isInherited = channel !== '' && Object.keys(store.ownSettings(place)).length === 0;
    await open(
      team,
      triggerId,
      settingsModal(
        channel === '' ? 'the whole workspace' : 'this channel',
        desk.settings(place),
        isInherited,
        await rapporteur.sessions(),
        metadataOf({ id: 'settings', channel }),
      ),
    );
  }

  async function publishHome(team: string, user: string): Promise<void> {
    const { client } = await clientsOf(team);
    const sessions = await desk.sessions(placeOf(team, ''));
    const channels = await client.users
      .conversations({ types: 'public_channel,private_channel', exclude_archived: true, limit: 200 })
      .then(
        (found) => found.channels?.length ?? 0,
        () => null,
      );
    const view: HomeView = homeView({
      sessions,
      recent: { ...sessionsPanel(sessions.slice(0, 10)), title: 'Recent sessions' },
      help: helpPanel(`${commandName} ask`),
      channelCount: channels,
      isAdmin: (await askerOf(team, user)).isAdmin,
    });
    await client.views.publish({ user_id: user, view });
  }

  /** Suggests what can be asked here; what the channel in view is about comes first. */
  async function suggest(team: string, channel: string, user: string): Promise<void> {
    const here = await desk.sessions(placeOf(team, channel));
    const inView = looking.get(user);
    const there = inView === undefined ? [] : await desk.sessions(placeOf(team, inView));
    const { client } = await clientsOf(team);
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      title: 'Ask what was said',
      prompts: suggestedPrompts(firstOf(there, here)),
    });
  }

  /** Once: in the channel as the bot, or where it is no member by the button's own address. */
  async function postShared(
    team: string,
    to: { channel: string; thread: string | null },
    id: string,
    shared: Rendered[],
    responseUrl: string,
  ): Promise<void> {
    const { client, once } = await clientsOf(team);
    const thread = to.thread === null ? {} : { thread_ts: to.thread };
    const metadata = { event_type: metadataType, event_payload: { id } };
    for (let attempt = 0; ; attempt += 1) {
      try {
        if (attempt === 0 || (await alreadyPosted(client, to, id)) === null) {
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
          await inBestForm(shared, (form) =>
            once.chat.postMessage({ ...quietly, channel: to.channel, ...thread, ...contentOf(form), metadata }),
          );
        }
        return;
      } catch (error) {
        if (error instanceof PlaceGone) {
          await inBestForm(shared, (form) =>
            respond(responseUrl, {
              response_type: 'in_channel',
              replace_original: false,
              ...thread,
              ...contentOf(form),
            }),
          );
          return;
        }
        if (attempt === 2) throw error;
      }
    }
  }
}

interface Pressed {
  team: string;
  channel: string;
  user: string;
  triggerId: string;
  responseUrl: string;
  actionId: string;
  value: string;
  /** Of a select: the conversation chosen. */
  chosen: string;
  view: { id: string; private_metadata: string } | undefined;
}

function readPress(body: unknown): Pressed | null {
  const read = pressSchema.safeParse(body).data;
  const [action] = read?.actions ?? [];
  if (read === undefined || action === undefined) {
    return null;
  }
  return {
    team: read.team?.id ?? read.user.team_id ?? '',
    channel: read.channel?.id ?? read.container?.channel_id ?? '',
    user: read.user.id,
    triggerId: read.trigger_id,
    responseUrl: read.response_url ?? '',
    actionId: action.action_id,
    value: action.value ?? '',
    chosen: action.selected_conversation ?? '',
    view: read.view,
  };
}

async function tell(responseUrl: string, text: string): Promise<void> {
  await respond(responseUrl, { response_type: 'ephemeral', replace_original: false, text });
}

function placeOf(team: string, channel: string): Place {
  return { platform: 'slack', workspace: team, channel };
}

/** Opening an answer asks who somebody is, not what they administer. */
function plainAsker(id: string): Asker {
  return { id, roles: [], isAdmin: false };
}

function metadataOf(given: Pick<ViewMetadata, 'id' | 'channel'> & Partial<ViewMetadata>): ViewMetadata {
  return viewMetadataSchema.parse(given);
}

function readMetadata(text: string | undefined): ViewMetadata | null {
  try {
    return viewMetadataSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

/** Those of `first` that are also in `all`, then the rest of `all`: what another channel may see stays there. */
function firstOf(first: SessionSummary[], all: SessionSummary[]): SessionSummary[] {
  const ids = new Set(first.map(({ id }) => id));
  return [...all.filter(({ id }) => ids.has(id)), ...all.filter(({ id }) => !ids.has(id))];
}

const responseUrlSchema = z.object({ response_url: z.string() });
const pressSchema = z.object({
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ channel_id: z.string().optional() }).optional(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  view: z.object({ id: z.string(), private_metadata: z.string() }).optional(),
  actions: z.array(
    z.object({
      action_id: z.string(),
      value: z.string().nullish(),
      selected_conversation: z.string().nullish(),
    }),
  ),
});
