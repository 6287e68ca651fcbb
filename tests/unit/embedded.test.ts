import { describe, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import type { Embedder } from '../../embeddings/embedder.ts';
import type { LibraryReader } from '../../src/library/library.ts';
import { embeddedBy } from '../../src/retrieval/embedded.ts';

/** A library in which a word stands that is among `words`. */
function libraryWith(...words: string[]): LibraryReader {
  const counts = async () => ({ documentFrequency: (term: string) => (words.includes(term) ? 2 : 0), chunkCount: 50 });
  return { counts } as unknown as LibraryReader;
}

/** An embedder of another server, as the program sees it once it is checked. */
function server(embedQuery: (text: string) => Promise<number[]>): Embedder {
  const embedDocuments = (texts: string[]) => Promise.all(texts.map(embedQuery));
  return { id: 'openai/invented', dimensions: 2, model: { embedQuery, embedDocuments } };
}

const builtIn = embeddedBy(builtInEmbedder());

describe('the built-in embedder', () => {
  it('has nothing to say where somebody used each word', async () =>
    expect(await builtIn.forSearch('ferry fog', libraryWith('ferri', 'fog'))).toBeNull());
  it('looks for the spelling of a word that nobody used, which counts nothing beside the words', async () => {
    const meaning = await builtIn.forSearch('ferrry fog', libraryWith('ferri', 'fog'));
    expect(meaning?.counts).toBe(0);
    expect(meaning!.vector.some((value) => value !== 0)).toBe(true);
  });
  it('knows what a question means, where it knows its words', async () => {
    expect((await builtIn.forMeaning('Did the boat arrive?'))!.length).toBeGreaterThan(0);
    expect(await builtIn.forMeaning('Wxyq zzkplt qqvrt?')).toBeNull();
  });
  it('makes meanings of sentences by its table of words', async () => {
    const meanings = await builtIn.meanings('Did the boat arrive?', libraryWith());
    expect((await meanings!.ofQuestion('Did the boat arrive?'))!.known).toBeGreaterThan(0.5);
  });
  it('makes none for a question of which it knows too little', async () =>
    expect(await builtIn.meanings('Wxyq zzkplt qqvrt?', libraryWith())).toBeNull());
});

describe('a server’s embedder', () => {
  it('counts in every search', async () => {
    const embedded = embeddedBy(server(async () => [0.6, 0.8]));
    const meaning = await embedded.forSearch('ferry', libraryWith('ferri'));
    expect([[...meaning!.vector].map((value) => value.toFixed(1)), meaning!.counts > 0]).toEqual([
      ['0.6', '0.8'],
      true,
    ]);
    expect((await embedded.forMeaning('ferry'))!.length).toBe(2);
    expect(await embedded.meanings('ferry', libraryWith())).not.toBeNull();
  });
  it('is asked once for a question, however it is looked up, and again where it failed', async () => {
    const asked: string[] = [];
    let fails = false;
    const embedded = embeddedBy(
      server(async (text) => {
        asked.push(text);
        if (fails) throw new Error('no such host');
        return [0.6, 0.8];
      }),
    );
    const meanings = await embedded.meanings('ferry', libraryWith());
    await Promise.all([
      embedded.forSearch('ferry', libraryWith()),
      embedded.forMeaning('ferry'),
      meanings!.ofQuestion('ferry'),
      meanings!.ofQuestion('fog'),
    ]);
    expect(asked).toEqual(['ferry', 'fog']);
    fails = true;
    expect(await embedded.forMeaning('boat')).toBeNull();
    fails = false;
    expect(await embedded.forMeaning('boat')).not.toBeNull();
    expect(asked.slice(2)).toEqual(['boat', 'boat']);
  });
  it('that does not answer leaves the words', async () => {
    const embedded = embeddedBy(server(() => Promise.reject(new Error('no such host'))));
    expect(await embedded.forSearch('ferry', libraryWith('ferri'))).toBeNull();
    expect(await embedded.forMeaning('ferry')).toBeNull();
    expect(await embedded.meanings('ferry', libraryWith())).toBeNull();
  });
});
