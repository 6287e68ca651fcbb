import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openEmbedder } from '../../embeddings/open-embedder.ts';

it('wants a key or an address for a model of a server', async () => {
  await expect(openEmbedder({ EMBEDDING_MODEL: 'text-embedding-3-small', LIBRARY_PATH: '.' })).rejects.toThrow(
    'EMBEDDING_MODEL text-embedding-3-small: needs OPENAI_API_KEY, or OPENAI_BASE_URL for a server that wants no key. "built-in" needs neither.',
  );
});

it.each([
  ['built-in', false],
  ['text-embedding-3-small', true],
])('loads nothing that %s does not need', async (model, langchain) => {
  // The built-in one is started with every command, so it must not load LangChain and the clients behind it.
  const program = `
    import { registerHooks } from 'node:module';
    const packages = new Set();
    registerHooks({ load(url, context, next) {
      const found = /node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(url);
      if (found) packages.add(found[1]);
      return next(url, context);
    } });
    const { openEmbedder } = await import(${JSON.stringify(new URL('../../embeddings/open-embedder.ts', import.meta.url).href)});
    await openEmbedder({ EMBEDDING_MODEL: ${JSON.stringify(model)}, OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', LIBRARY_PATH: '.' });
    console.log(JSON.stringify([...packages]));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  const packages: string[] = JSON.parse(stdout);
  expect(packages.includes('@langchain/openai')).toBe(langchain);
  expect(packages.length > 0).toBe(langchain);
  expect(packages).not.toContain('@huggingface/transformers');
});
