/**
 * A process to be killed: the bot of Slack over the library of a folder, which looks again often at what was given.
 *
 *     node tests/fakes/slack-process.ts FOLDER ADDRESS
 */
import { writeSync } from 'node:fs';
import { pino } from 'pino';
import { slackAdapter } from '../../adapters/slack/slack.ts';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { readConfig } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import { appToken, botToken } from './slack.ts';

const [folder, apiUrl] = process.argv.slice(2) as [string, string];
const config = readConfig({ LIBRARY_PATH: folder });
const rapporteur = await openRapporteur({ config, anyEmbedder: false, openEmbedder, openVectorIndex });
const adapter = slackAdapter({
  rapporteur,
  store: openChatStore(folder),
  log: pino({ level: 'silent' }),
  botToken,
  appToken,
  apiUrl,
  limits: { lookAgainMs: 20, retryAfterMs: [100, 200, 400, 800] },
});
await adapter.start();
writeSync(1, 'started\n');
