/** The reader's links, shown where somebody posts them: the words, who said them and where. */
import type { App, webApi } from '@slack/bolt';
import { errorOf } from './clients.ts';
import { placeOf, type Interacting } from './interacting.ts';
import { quoteBlocks } from './quote-blocks.ts';

/** An app that was installed before this, or without the reader, is told of no links. */
export function listenToLinks(app: App, { desk, clientsOf, log }: Interacting): void {
  app.event('link_shared', async ({ event, body }) => {
    // While a message is written nobody knows who will see it.
    if (event.source === 'composer' || event.channel === 'COMPOSER') return;
    const team = body.authorizations?.[0]?.team_id ?? body.team_id;
    const place = placeOf(team, event.channel);
    const unfurls: webApi.LinkUnfurls = {};
    try {
      for (const { url } of event.links.slice(0, mostLinks)) {
        const quote = await desk.linked(url, place, { id: event.user, roles: [], isAdmin: false });
        if (quote) unfurls[url] = { blocks: quoteBlocks([quote]) };
      }
      if (Object.keys(unfurls).length === 0) return;
      const { client } = await clientsOf(team);
      await client.chat.unfurl({ channel: event.channel, ts: event.message_ts, unfurls });
    } catch (error) {
      log.warn({ reason: errorOf(error) }, 'Slack: a link of the reader was not shown with its words');
    }
  });
}

const mostLinks = 5;
