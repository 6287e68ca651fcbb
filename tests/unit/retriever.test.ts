import { RunnableLambda } from '@langchain/core/runnables';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { LibraryRetriever } from '../../src/retrieval/retriever.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
let rapporteur: Rapporteur;

beforeAll(async () => {
  folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder);
  await rapporteur.ingest([recordOf(harbour, orchard)]);
});

afterAll(async () => {
  await rapporteur.close();
});

it('gives documents of one speaker each, exactly as they stand', async () => {
  const documents = await new LibraryRetriever({ rapporteur }).invoke('a shared frost warning');
  expect(documents[0]).toMatchObject({
    metadata: {
      speaker: 'Pia Rossi',
      session: { id: 'orchard-2025', title: 'Orchard growers meeting', date: '2025-09-02' },
      turn: 0,
    },
  });
  for (const {
    pageContent,
    metadata: { session, turn, start, end, speaker },
  } of documents) {
    const said = (await rapporteur.show(session.id))!.turns[turn]!;
    expect({ pageContent, speaker }).toEqual({ pageContent: said.text.slice(start, end), speaker: said.speaker });
  }
  expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
});

it('keeps to what it is restricted to', async () => {
  const documents = await new LibraryRetriever({ rapporteur, scope: { sessions: ['harbour-2025'] }, limit: 1 }).invoke(
    'a frost warning',
  );
  expect(documents.length).toBeGreaterThan(0);
  expect(documents.every(({ metadata }) => metadata.session.id === 'harbour-2025')).toBe(true);
});

it('is a part of a chain', async () => {
  const chain = new LibraryRetriever({ rapporteur, limit: 1 }).pipe(
    RunnableLambda.from((documents) => documents.map(({ metadata }) => metadata.speaker)),
  );
  expect(await chain.invoke('frost warning')).toContain('Jon Abara');
});
