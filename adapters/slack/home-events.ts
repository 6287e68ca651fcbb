/** The app's home and its message tab, kept in step with what can be asked there. */
import type { App } from '@slack/bolt';
import { originOf } from '../../src/access/origin.ts';
import { spentInWords } from '../../src/chat/spent-in-words.ts';
import { helpPanel, sessionsPanel } from '../../src/chat/panels.ts';
import { usagePanel } from '../../src/chat/usage.ts';
import { wordsFor } from '../../src/chat/wording.ts';
import type { SessionSummary } from '../../src/rapporteur.ts';
import { homeView, suggestedPrompts } from './home.ts';
import { placeOf, type Interacting } from './interacting.ts';
import { command as commandName } from './manifest.ts';

export function listenAtHome(
  app: App,
  { desk, store, clientsOf, askers }: Interacting,
  safely: (body: unknown, work: () => Promise<void>) => Promise<void>,
): void {
  /** Which channel people have in view, for what is suggested to them. */
  const looking = new Map<string, string>();

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

  async function publishHome(team: string, user: string): Promise<void> {
    const { client } = await clientsOf(team);
    const asker = await askers.of(team, user);
    const say = wordsFor(asker);
    const sessions = await desk.sessions(placeOf(team, ''), asker);
    const channels = await client.users
      .conversations({ types: 'public_channel,private_channel', exclude_archived: true, limit: 200 })
      .then(
        (found) => found.channels?.length ?? 0,
        () => null,
      );
    const isAdmin = desk.mayConfigure(placeOf(team, ''), asker);
    const since = Date.now() - usageDays * 86_400_000;
    const view = homeView(
      {
        sessions,
        recent: { ...sessionsPanel(sessions.slice(0, 10), say), title: say('recentSessions') },
        help: helpPanel(`${commandName} ask`, say),
        channelCount: channels,
        isAdmin,
        budget: await spentInWords(store.ledger, originOf(placeOf(team, '')), Date.now()),
        usage: isAdmin ? usagePanel(await store.usage('slack', team, since), usageDays, say) : null,
        missingScopes: askers.missingScopes(team),
      },
      say,
    );
    await client.views.publish({ user_id: user, view });
  }

  /** Suggests what can be asked here; what the channel in view is about comes first. */
  async function suggest(team: string, channel: string, user: string): Promise<void> {
    const asker = await askers.of(team, user);
    const here = await desk.sessions(placeOf(team, channel), asker);
    const inView = looking.get(user);
    const there = inView === undefined ? [] : await desk.sessions(placeOf(team, inView), asker);
    const { client } = await clientsOf(team);
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      title: wordsFor(asker)('askWhatWasSaid'),
      prompts: suggestedPrompts(firstOf(there, here), wordsFor(asker)),
    });
  }
}

const usageDays = 30;

/** Those of `first` that are also in `all`, then the rest of `all`: what another channel may see stays there. */
function firstOf(first: SessionSummary[], all: SessionSummary[]): SessionSummary[] {
  const ids = new Set(first.map(({ id }) => id));
  return [...all.filter(({ id }) => ids.has(id)), ...all.filter(({ id }) => !ids.has(id))];
}
