/** Sessions as resources, each read whole; the tool `session` gives long ones page by page. */
import { McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { titleAndDay } from '../../src/chat/quote-view.ts';
import { placeOf, sessionAt } from './tools/quotation.ts';
import type { Caller } from './tools/tool.ts';
import { transcriptOf } from './tools/transcript.ts';

/** More are found by the tool `sessions`. */
const mostListed = 200;

export function registerResources(server: McpServer, { rapporteur, scope }: Caller): void {
  const template = new ResourceTemplate('rapporteur:{session}', {
    list: async () => ({
      resources: (await rapporteur.sessions(scope)).slice(0, mostListed).map((session) => ({
        uri: placeOf(session.id),
        name: session.id,
        title: titleAndDay(session),
        mimeType: 'text/plain',
      })),
    }),
  });
  server.registerResource(
    'session',
    template,
    { title: 'Session', description: 'The transcript of a session, turn by turn', mimeType: 'text/plain' },
    async (uri) => {
      const id = sessionAt(uri.href.replace(/#.*$/u, ''));
      const session = id === null ? null : await rapporteur.show(id, scope);
      if (!session) throw new ResourceNotFoundError(uri.href);
      return { contents: [{ uri: uri.href, mimeType: 'text/plain', text: transcriptOf(session) }] };
    },
  );
}
