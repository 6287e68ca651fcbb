import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { transformersEmbedder, transformersPackage } from '../../embeddings/transformers.ts';
import { localModels } from '../fixtures/local-models.ts';
import { type ModelHub, modelHub } from '../fakes/model-hub.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

let hub: ModelHub;
let folder: string;
beforeEach(async () => {
  hub = await modelHub();
  folder = temporaryFolder();
  if (localModels) localModels.env.remoteHost = hub.url;
});
afterEach(async () => {
  await hub.close();
});

describe.skipIf(localModels === null)('a local model (skipped where its package is not installed)', () => {
  it('is downloaded at the first text, and read from its folder ever after', async () => {
    const embedder = await transformersEmbedder({ model: 'tiny/bert', folder });
    expect(embedder).toMatchObject({ id: 'local/tiny/bert', dimensions: null });
    expect(hub.requests).toEqual([]);
    const vectors = await embedder.model.embedDocuments(['the harbour', 'the river']);
    expect(embedder.dimensions).toBe(8);
    expect(hub.requests).toContain('/tiny/bert/resolve/main/onnx/model.onnx');
    expect(
      readdirSync(path.join(folder, 'tiny/bert'), { recursive: true })
        .map(String)
        .filter((name) => name.includes('.'))
        .sort(),
    ).toEqual(['config.json', 'onnx/model.onnx', 'tokenizer.json', 'tokenizer_config.json']);

    await hub.close();
    const asked = hub.requests.length;
    const again = await transformersEmbedder({ model: 'tiny/bert', folder });
    expect(await again.model.embedDocuments(['the harbour', 'the river'])).toEqual(vectors);
    expect(hub.requests).toHaveLength(asked);
  });

  it('is found where its folder was copied', async () => {
    await (await transformersEmbedder({ model: 'tiny/bert', folder })).model.embedQuery('the harbour');
    await hub.close();
    cpSync(path.join(folder, 'tiny/bert'), path.join(folder, 'copied/bert'), { recursive: true });
    const embedder = await transformersEmbedder({ model: 'copied/bert', folder });
    expect(await embedder.model.embedQuery('the harbour')).toHaveLength(8);
  });

  it('is told what kind of text it reads, where it was trained so', async () => {
    const plain = await transformersEmbedder({ model: 'tiny/bert', folder });
    const instructed = await transformersEmbedder({ model: 'tiny/multilingual-e5-small', folder });
    expect(await instructed.model.embedQuery('harbour')).toEqual(await plain.model.embedQuery('query: harbour'));
    expect(await instructed.model.embedDocuments(['harbour'])).toEqual(
      await plain.model.embedDocuments(['passage: harbour']),
    );
  });
});

describe.skipIf(localModels === null)('a fault says what and what to do (skipped as above)', () => {
  async function failureOf(model: string): Promise<string> {
    const embedder = await transformersEmbedder({ model, folder });
    return embedder.model.embedQuery('the harbour').then(() => 'none', String);
  }

  it('no network, and works when it is back', async () => {
    const url = hub.url;
    await hub.close();
    expect(await failureOf('tiny/bert')).toMatch(
      /EmbedderError: EMBEDDING_MODEL local:tiny\/bert: could not be downloaded \(fetch failed\).*copy its files into .*tiny\/bert/,
    );
    hub = await modelHub();
    expect(hub.url).not.toBe(url);
    const embedder = await transformersEmbedder({ model: 'tiny/bert', folder });
    await expect(embedder.model.embedQuery('a')).rejects.toThrow('could not be downloaded');
    localModels!.env.remoteHost = hub.url;
    // Requests of the failed attempt may still be on their way, and the package shares them with the next.
    await vi.waitFor(async () => expect(await embedder.model.embedQuery('a')).toHaveLength(8), {
      timeout: 60_000,
    });
  });

  it('no such model', async () => {
    expect(await failureOf('no/model')).toMatch(/there is no such model, or not in ONNX form.*Check the name/);
  });

  it('a damaged file, and its removal mends it', async () => {
    await failureOf('tiny/bert');
    truncateSync(path.join(folder, 'tiny/bert/onnx/model.onnx'), 100);
    expect(await failureOf('tiny/bert')).toMatch(/could not be loaded .*remove .*tiny\/bert/);
    rmSync(path.join(folder, 'tiny/bert'), { recursive: true });
    expect(await failureOf('tiny/bert')).toBe('none');
  });
});

describe('without its package', () => {
  const failureOf = async (problem: { message: string; code?: string }) => {
    const program = `
      import { registerHooks } from 'node:module';
      registerHooks({ resolve(name, context, next) {
        if (name === '@huggingface/transformers') throw Object.assign(new Error(), ${JSON.stringify(problem)});
        return next(name, context);
      } });
      const { openEmbedder } = await import(${JSON.stringify(new URL('../../embeddings/open-embedder.ts', import.meta.url).href)});
      await openEmbedder({ EMBEDDING_MODEL: 'local:tiny/bert', LIBRARY_PATH: '.' }).then(() => console.log('none'), (error) => console.log(String(error)));`;
    return (await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])).stdout.trim();
  };
  const { name, version } = transformersPackage;
  const command = `Install it with: npm install --no-save ${name}@${version}`;

  it('a local model names it, its version and the command', async () => {
    expect(await failureOf({ message: `Cannot find package '${name}'`, code: 'ERR_MODULE_NOT_FOUND' })).toBe(
      `EmbedderError: EMBEDDING_MODEL local:tiny/bert: needs the package ${name} ${version}, which is not installed. ${command}`,
    );
  });
  it('a local model says why it does not run', async () => {
    expect(await failureOf({ message: 'libonnxruntime.so.1: cannot open shared object file' })).toContain(
      `which does not run here (libonnxruntime.so.1: cannot open shared object file). ${command}`,
    );
  });
  // Not even as an optional peer: npm then takes the command above as done, and installs nothing.
  it('package.json names it nowhere, so that nobody has it who does not ask', () => {
    const stated = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      [group: string]: { [name: string]: unknown } | undefined;
    };
    const groups = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
    expect(groups.filter((group) => stated[group]?.[name] !== undefined)).toEqual([]);
  });
});
