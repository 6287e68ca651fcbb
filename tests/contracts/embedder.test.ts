import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../../embeddings/embedder.ts';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { type ModelHub, modelHub } from '../fakes/model-hub.ts';
import { localModels } from '../fixtures/local-models.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const server = new LLMock({ port: 0 });
const folder = temporaryFolder();
let hub: ModelHub;
beforeAll(async () => {
  await server.start();
  hub = await modelHub();
  if (localModels) localModels.env.remoteHost = hub.url;
});
afterAll(async () => {
  await server.stop();
  await hub.close();
});

const embedders: { name: string; id: string; open: () => Promise<Embedder> }[] = [
  {
    name: 'built-in',
    id: 'built-in/2',
    open: () => openEmbedder({ EMBEDDING_MODEL: 'built-in', LIBRARY_PATH: folder }),
  },
  {
    name: 'server',
    id: 'openai/text-embedding-3-small',
    open: () =>
      openEmbedder({
        EMBEDDING_MODEL: 'text-embedding-3-small',
        OPENAI_BASE_URL: `${server.url}/v1`,
        LIBRARY_PATH: folder,
      }),
  },
  {
    name: 'local',
    id: 'local/tiny/bert',
    open: () => openEmbedder({ EMBEDDING_MODEL: 'local:tiny/bert', LIBRARY_PATH: folder }),
  },
];

const texts = [
  'The harbour was dredged in spring.',
  'Who pays for the dredging?',
  '',
  ' \n\t ',
  'one\u0000two\u0007three\u009ffour\u2028five',
  'a lone surrogate \ud800 in the middle',
  '港湾の浚渫は春に行われた。',
  '…—!?',
  '🛶'.repeat(40),
  'word '.repeat(20_000),
  'x'.repeat(100_000),
];

describe.each(embedders)('embedder contract: $name', ({ name, id, open }) => {
  const isThere = name !== 'local' || localModels !== null;
  beforeEach(({ skip }) => {
    if (!isThere) skip('the package that runs local models is not installed');
  });

  it('has an id that names its kind and model', async () => {
    expect((await open()).id).toBe(id);
  });

  it('makes one vector a text, of one length, finite, of length 1, and knows its dimensions then', async () => {
    const embedder = await open();
    const vectors = await embedder.model.embedDocuments(texts);
    expect(vectors).toHaveLength(texts.length);
    for (const vector of vectors) {
      expect(vector).toHaveLength(embedder.dimensions!);
      expect(vector.every(Number.isFinite)).toBe(true);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
    }
    expect(embedder.dimensions).toBeGreaterThan(1);
  });

  it('makes the same vector of the same text, alone or among others, in their order', async () => {
    const embedder = await open();
    const together = await embedder.model.embedDocuments(texts);
    const backwards = await embedder.model.embedDocuments(texts.toReversed());
    const again = await (await open()).model.embedDocuments(texts);
    for (const [index, text] of texts.entries()) {
      const [alone] = await embedder.model.embedDocuments([text]);
      for (const other of [alone!, backwards.at(-1 - index)!, again[index]!]) expectNear(other, together[index]!);
    }
    expect(cosine(together[0]!, together[1]!)).toBeLessThan(0.999);
  });

  it('makes a vector of a question that can be compared with those of texts', async () => {
    const embedder = await open();
    for (const text of texts) {
      const vector = await embedder.model.embedQuery(text);
      expect(vector).toHaveLength(embedder.dimensions!);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
    }
  });

  it('makes nothing of nothing', async () => {
    expect(await (await open()).model.embedDocuments([])).toEqual([]);
  });
});

function cosine(a: number[], b: number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}

/** Models that compute in batches round differently by the last bits of a float. */
function expectNear(a: number[], b: number[]) {
  expect(cosine(a, b)).toBeGreaterThan(1 - 1e-6);
}
