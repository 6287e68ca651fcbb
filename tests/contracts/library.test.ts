import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { answerWithoutModel } from '../../src/answering/compose.ts';
import { searchHits } from '../../src/answering/hits.ts';
import { embeddedBy } from '../../src/retrieval/embedded.ts';
import { momentsOf } from '../../src/answering/moment.ts';
import { verifyQuotation } from '../../src/answering/verifying/verification.ts';
import { openPostgres } from '../../src/library/postgres/library.ts';
import { openLibrary } from '../../src/library/sqlite/library.ts';
import { ingest } from '../../src/records/ingest.ts';
import { readerHere } from '../../src/records/reading/reading.ts';
import { memoryLibrary } from '../fakes/memory-library.ts';
import { startingMs, startPglite, type TestServer } from '../fakes/pglite-server.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { libraryContract, type Opened } from './library.ts';

const embedder = builtInEmbedder();

let server: TestServer;
beforeAll(async () => {
  server = await startPglite();
}, startingMs);
afterAll(() => server.stop());

async function postgres(now = () => new Date()): Promise<Opened> {
  return {
    library: await openPostgres({ url: server.newLibrary(), embedder: embedder.id, now }),
    tidy: () => {},
  };
}

function sqlite(now = () => new Date()): Opened {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-contract-'));
  const library = openLibrary({ folder, embedder: embedder.id, openVectorIndex, now });
  return { library, tidy: () => rmSync(folder, { recursive: true }) };
}

const memory = (now = () => new Date()) => ({ library: memoryLibrary(now), tidy: () => {} });

libraryContract('SQLite', sqlite);
libraryContract('memory', memory);
libraryContract('PostgreSQL', postgres, { oneAtATime: true });

it('questions are answered alike from any store', async () => {
  const answers = await Promise.all(
    [sqlite, memory, postgres].map(async (open) => {
      const { library, tidy } = await open();
      const fetching = { privateAddresses: false };
      await library.writing((writer) =>
        ingest([recordOf(harbour, orchard)], { library: writer, embedder, reader: readerHere, fetching }),
      );
      const moments = momentsOf(embeddedBy(embedder));
      const given = await library.reading((reader) =>
        moments(reader, undefined, async (moment) => ({
          asked: await Promise.all(
            ['How many seals were counted?', 'What would a frost warning cost?', 'helicopters?', 'eelgras?'].map(
              (text) => answerWithoutModel({ text }, moment),
            ),
          ),
          found: (await searchHits({ text: 'frost warnig' }, moment)).map(({ text, turns }) => ({ text, turns })),
          verified: await verifyQuotation('that is half of what we saw', moment),
        })),
      );
      await library.close();
      await tidy();
      return given;
    }),
  );
  for (const other of answers.slice(1)) expect(other).toEqual(answers[0]);
  expect(answers[0]!.asked.map(({ status }) => status)).toEqual(['answered', 'answered', 'nearest', 'answered']);
});
