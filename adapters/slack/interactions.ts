/** What people do besides typing a question: commands, shortcuts, buttons and forms. */
import { randomBytes } from 'node:crypto';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { viewAnswer } from '../../src/chat/answer-view.ts';
import { references } from '../../src/chat/causes.ts';
import { PlaceGone } from '../../src/chat/chat.ts';
import type { Asker, Place } from '../../src/chat/post.ts';
import { wordsFor, wordsIn } from '../../src/chat/wording.ts';
import { actions, renderReply } from './blocks.ts';
import { errorOf } from './clients.ts';
import { directMessages, quietly, respond } from './delivery.ts';
import { postOfCommand, postOfShortcut, replyToSchema, shortcuts } from './events.ts';
import { listenAtHome } from './home-events.ts';
import { placeOf, teamOf, type Interacting } from './interacting.ts';
import { command as commandName } from './manifest.ts';
import { readPress, type Pressed } from './presses.ts';
import { noteBlock } from './quote-blocks.ts';
import { escapeText } from './rich-text.ts';
import { groupOptions, readSettings, scopeOptions, settingsModal } from './settings-form.ts';
import { postShared } from './sharing.ts';
import { listenToLinks } from './unfurls.ts';
import {
  contextModal,
  forms,
  keepModal,
  metadataOf,
  noticeModal,
  personModal,
  quotesModal,
  readMetadata,
  reasonModal,
  turnsAround,
  viewActions,
  type ViewMetadata,
} from './views.ts';

const newReference = references(randomBytes);

export function listen(app: App, interacting: Interacting): void {
  const { desk, store, log, clientsOf, askers, tasks, sessions, withAsker, forget } = interacting;

  app.command(commandName, async ({ command, ack }) => {
    const post = postOfCommand(command);
    const { place, asker } = post;
    if (post.command.name === 'settings') {
      await ack();
      await safely(command, async () => {
        const mayConfigure = desk.mayConfigure(place, await askers.of(place.workspace, asker.id));
        await (mayConfigure
          ? openSettings(place.workspace, asker.id, command.trigger_id, place.channel)
          : desk.receive(await withAsker(post)));
      });
      return;
    }
    const isQuestion = post.command.name === 'ask' || post.command.name === 'verify';
    const known = await withAsker(post);
    const text = wordsFor(known.asker)('reading');
    await desk.receive(known, () => (isQuestion ? ack({ response_type: 'ephemeral', text }) : ack()));
  });

  for (const callback of [shortcuts.who, shortcuts.check]) {
    app.shortcut({ type: 'message_action', callback_id: callback }, async ({ shortcut, ack }) => {
      await desk.receive(await withAsker(postOfShortcut(callback, shortcut)), () => ack());
    });
  }

  press(new RegExp(`^${actions.context}_`), async ({ team, channel, user, triggerId, value }) => {
    const [id = '', key = ''] = value.split(':');
    const view = await contextOf(
      placeOf(team, channel),
      await askers.reader(team, user),
      metadataOf({ id, channel, key }),
    );
    await open(team, triggerId, view);
  });

  press(actions.more, async ({ team, channel, user, triggerId, value }) => {
    const asker = await askers.reader(team, user);
    const kept = await desk.reopen(value, placeOf(team, channel), asker);
    await open(
      team,
      triggerId,
      'refused' in kept
        ? noticeModal(kept.refused)
        : quotesModal(viewAnswer(kept.answer), metadataOf({ id: value, channel }), wordsFor(asker)),
    );
  });

  press(
    new RegExp(`^(${viewActions.earlier}|${viewActions.later}|${viewActions.page}_.*)$`),
    async ({ team, user, value, view, actionId }) => {
      const metadata = readMetadata(view?.private_metadata);
      if (view === undefined || metadata === null) {
        return;
      }
      const [place, asker] = [placeOf(team, metadata.channel), await askers.reader(team, user)];
      if (actionId.startsWith(viewActions.page)) {
        const kept = await desk.reopen(metadata.id, place, asker);
        await change(
          team,
          view.id,
          'refused' in kept
            ? noticeModal(kept.refused)
            : quotesModal(viewAnswer(kept.answer), { ...metadata, page: Number(value) }, wordsFor(asker)),
        );
      } else {
        await change(team, view.id, await contextOf(place, asker, { ...metadata, shift: Number(value) }));
      }
    },
  );

  press(actions.feedback, async ({ team, channel, user, triggerId, value, responseUrl }) => {
    const [verdict, id = ''] = value.split(':');
    const asker = await askers.reader(team, user);
    const refused = await desk.feedback(id, placeOf(team, channel), asker, verdict === 'bad' ? 'bad' : 'good', null);
    if (refused === null && verdict === 'bad') {
      await open(team, triggerId, reasonModal(metadataOf({ id, channel }), wordsFor(asker)));
    } else {
      await tell(responseUrl, refused?.refused ?? wordsFor(asker)('thanks'));
    }
  });

  press(actions.keep, async ({ team, channel, user, triggerId, value }) => {
    const say = wordsFor(await askers.reader(team, user));
    await open(team, triggerId, keepModal(metadataOf({ id: value, channel }), say));
  });

  press(actions.person, async ({ team, channel, user, triggerId, value: id }) => {
    const asker = await askers.reader(team, user);
    const found = await desk.handsTo(id, placeOf(team, channel), asker);
    const form = (sees: string) => personModal(sees, metadataOf({ id, channel }), wordsFor(asker));
    await open(team, triggerId, 'refused' in found ? noticeModal(found.refused) : form(found.sees));
  });

  press(actions.stop, async ({ team, channel, user, value, responseUrl }) => {
    const asker = await askers.reader(team, user);
    const stopped = await desk.stopWatches(value, placeOf(team, channel), asker);
    const told = 'refused' in stopped ? stopped.refused : null;
    await tell(responseUrl, told ?? wordsFor(asker)('noLongerWatched', { watches: (stopped as string[]).join('; ') }));
  });

  press(actions.share, async ({ team, channel, user, value: id, responseUrl }) => {
    const asker = await askers.reader(team, user);
    const kept = await desk.shared(id, placeOf(team, channel), asker);
    if ('refused' in kept) {
      await tell(responseUrl, kept.refused);
      return;
    }
    const { answer, post } = kept;
    const { language } = asker;
    const asked = wordsIn(language)('asked', { question: answer.question });
    const shared = renderReply({ kind: 'answer', id, answer }, { canShare: false, language }).map(
      ({ text, blocks, whole }) => ({
        text,
        whole,
        blocks: blocks.length === 0 ? [] : [noteBlock(asked), ...blocks],
      }),
    );
    const to = { channel, thread: post.thread };
    await desk.posted(id, await postShared(await clientsOf(team), to, `share-${id}`, shared, responseUrl));
    await respond(responseUrl, { delete_original: true });
  });

  press(viewActions.settingsOf, ({ team, user, triggerId, chosen }) => openSettings(team, user, triggerId, chosen));
  press(viewActions.workspace, ({ team, user, triggerId }) => openSettings(team, user, triggerId, ''));

  for (const list of ['events', 'sessions'] as const) {
    app.options(list, async ({ body, payload, ack }) => {
      const team = teamOf(body);
      const mayLook = desk.mayConfigure(placeOf(team, ''), await askers.of(team, body.user.id));
      const sessions = mayLook ? await desk.choices(placeOf(team, '')) : [];
      await ack({ options: scopeOptions(list, sessions, payload.value) });
    });
  }

  for (const list of ['ask_groups', 'ingest_groups'] as const) {
    app.options(list, async ({ body, payload, ack }) => {
      const team = teamOf(body);
      const mayLook = desk.mayConfigure(placeOf(team, ''), await askers.of(team, body.user.id));
      const groups = mayLook ? await askers.groups(team).catch(() => null) : null;
      await ack({ options: groupOptions(groups ?? [], payload.value) });
    });
  }

  app.view(forms.settings, async ({ body, view, ack }) => {
    await safely(body, async () => {
      const metadata = readMetadata(view.private_metadata);
      const team = teamOf(body);
      if (metadata === null) {
        await ack();
        return;
      }
      const place = placeOf(team, metadata.channel);
      const before = await desk.settings(place);
      const settings = readSettings(view.state.values, before, await desk.choices(placeOf(team, '')));
      const asker = await askers.of(team, body.user.id);
      if (settings?.handsTo && settings.handsTo !== before.handsTo && !(await isIn(team, settings.handsTo))) {
        await ack({ response_action: 'errors', errors: { hands_to: wordsFor(asker)('inviteFirst') } });
        return;
      }
      const refused = await desk.saveSettings(place, asker, settings ?? {});
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
          placeOf(teamOf(body), metadata.channel),
          await askers.reader(teamOf(body), body.user.id),
          'bad',
          reason,
        );
      }
    });
  });

  app.view(forms.person, async ({ body, view, ack }) => {
    await safely(body, async () => {
      const metadata = readMetadata(view.private_metadata);
      if (metadata === null) return ack();
      const place = placeOf(teamOf(body), metadata.channel);
      const note = view.state.values['note']?.['note']?.value ?? '';
      const done = await desk.handOver(metadata.id, note, place, await askers.inTime(place.workspace, body.user.id));
      return ack({ response_action: 'update', view: noticeModal(typeof done === 'string' ? done : done.refused) });
    });
  });

  app.view(forms.keep, async ({ body, view, ack }) => {
    await safely(body, async () => {
      const metadata = readMetadata(view.private_metadata);
      if (metadata === null) return ack();
      const typed = (name: string) => view.state.values[name]?.[name]?.value ?? '';
      const isPrivate = view.state.values['whose']?.['whose']?.selected_option?.value === 'me';
      const toKeep = { numbers: typed('numbers'), note: typed('note'), tag: typed('tag'), isPrivate };
      const place = placeOf(teamOf(body), metadata.channel);
      const kept = await desk.collect(metadata.id, toKeep, place, await askers.reader(place.workspace, body.user.id));
      if (typeof kept === 'string') return ack({ response_action: 'update', view: noticeModal(kept) });
      return ack({ response_action: 'errors', errors: { numbers: kept.refused } });
    });
  });

  listenAtHome(app, interacting, safely);
  listenToLinks(app, interacting);

  app.event('agent_session_stopped', async ({ event, body }) => {
    await safely(body, async () => {
      const asker = await askers.reader(body.team_id, event.user);
      for (const post of sessions.workingOn(event.channel, event.thread_ts)) {
        if (!(await desk.stopped(post.place, post.message, asker))) continue;
        await tasks.cancel(post.place, post.message);
        const to = replyToSchema.parse(post.replyTo);
        const { once } = await clientsOf(to.team);
        const text = escapeText(wordsFor(asker)('stopped'));
        const thread = to.thread === null ? {} : { thread_ts: to.thread };
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
        await once.chat.postMessage({ ...quietly, channel: to.channel, ...thread, text });
        sessions.end(post, to);
      }
    });
  });

  app.event('tokens_revoked', async ({ event, body }) => {
    // People's own tokens are taken back with the same event; the app has none of those.
    if ((event.tokens.bot?.length ?? 0) > 0) {
      await forget(body.team_id, 'tokens_revoked');
    }
  });
  app.event('app_uninstalled', async ({ body }) => {
    await forget(body.team_id, 'app_uninstalled');
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
      const reference = newReference();
      log.error(
        { reference, reason: errorOf(error), isGone: error instanceof PlaceGone },
        'Slack: an interaction failed',
      );
      const responseUrl = responseUrlSchema.safeParse(body).data?.response_url;
      if (responseUrl !== undefined) {
        await tell(responseUrl, wordsFor(await readerOfBody(body))('failed', { reference })).catch(() => {});
      }
    }
  }

  /** Whether the bot is in a channel, and so can write there. */
  async function isIn(team: string, channel: string): Promise<boolean> {
    const { client } = await clientsOf(team);
    return client.conversations.info({ channel }).then(
      (found) => found.channel?.is_member === true,
      () => false,
    );
  }

  async function readerOfBody(body: unknown): Promise<Pick<Asker, 'language'>> {
    const read = whoSchema.safeParse(body).data;
    return read === undefined ? {} : askers.reader(read.team.id, read.user.id);
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
    return 'refused' in view ? noticeModal(view.refused) : contextModal(view, metadata, wordsFor(asker));
  }

  /** What the app could do if it were installed again; told to the first administrator who comes by, once. */
  async function tellOfScopes(team: string, user: string, language: string | undefined): Promise<void> {
    const missing = askers.missingScopes(team).join(', ');
    if (missing === '' || !(await store.tellOnce(`slack:${team}`, `lacks ${missing}`, Date.now()))) return;
    const { client, once } = await clientsOf(team);
    const text = escapeText(wordsIn(language)('scopesMissing', { scopes: missing }));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
    await once.chat.postMessage({ ...quietly, channel: (await directMessages(client, user)) ?? user, text });
  }

  /** `channel` empty for what holds in the whole workspace. */
  async function openSettings(team: string, user: string, triggerId: string, channel: string): Promise<void> {
    const place = placeOf(team, channel);
    const { language } = await askers.reader(team, user);
    const isInherited = channel !== '' && Object.keys(await store.ownSettings(place)).length === 0;
    await open(
      team,
      triggerId,
      settingsModal(
        {
          settings: await desk.settings(place),
          isInherited,
          sessions: await desk.choices(placeOf(team, '')),
          groups: await askers.groups(team).catch(() => null),
        },
        metadataOf({ id: 'settings', channel }),
        wordsIn(language),
      ),
    );
    await tellOfScopes(team, user, language);
  }
}

async function tell(responseUrl: string, text: string): Promise<void> {
  await respond(responseUrl, { response_type: 'ephemeral', replace_original: false, text });
}

const responseUrlSchema = z.object({ response_url: z.string() });
const whoSchema = z.object({ team: z.object({ id: z.string() }), user: z.object({ id: z.string() }) });
