import path from 'node:path';
import type { FeatureExtractionPipeline } from '@huggingface/transformers';
import { checkedEmbedder, type Embedder, EmbedderError, instructionFor } from './embedder.ts';

/**
 * Vectors from a model that runs here, in ONNX form, such as `Xenova/multilingual-e5-small`: downloaded into
 * `folder/<model>` at the first text and read from there ever after. On a machine without a network, copy the folder
 * from one that has it. Tokens are pooled by their mean, in full precision, because quantised models give a text
 * another vector in other company.
 *
 * Rejects where the optional package is not installed; all else is found out at the first text.
 */
export async function transformersEmbedder({ model, folder }: { model: string; folder: string }): Promise<Embedder> {
  const { env, LogLevel, pipeline } = await importTransformers(model);
  env.cacheDir = path.resolve(folder);
  // A model copied there by hand is found as well as one downloaded.
  env.localModelPath = env.cacheDir;
  env.logLevel = LogLevel.ERROR;

  let loading: Promise<FeatureExtractionPipeline> | null = null;
  async function loaded(): Promise<FeatureExtractionPipeline> {
    loading ??= pipeline('feature-extraction', model, { dtype: 'fp32' });
    try {
      return await loading;
    } catch (error) {
      // The network may be back at the next text.
      loading = null;
      throw explained(error, model, path.join(folder, model));
    }
  }

  async function embed(texts: string[]): Promise<number[][]> {
    const extract = await loaded();
    const vectors: number[][] = [];
    for (let start = 0; start < texts.length; start += batch) {
      const output = await extract(texts.slice(start, start + batch), { pooling: 'mean', normalize: true });
      vectors.push(...output.tolist());
    }
    return vectors;
  }

  return checkedEmbedder({ id: `local/${model}`, embed, ...instructionFor(model) });
}

/** Texts computed at once: more gains nothing on a processor, and the longest makes all the others as long. */
const batch = 16;

async function importTransformers(model: string) {
  try {
    return await import('@huggingface/transformers');
  } catch (error) {
    throw new EmbedderError(
      `EMBEDDING_MODEL local:${model}: needs a package that is not installed or does not run here ` +
        `(${firstLine(error)}). Install it with: npm install @huggingface/transformers`,
      { cause: error },
    );
  }
}

function explained(error: unknown, model: string, folder: string): EmbedderError {
  const said = firstLine(error);
  const because = (why: string) => new EmbedderError(`EMBEDDING_MODEL local:${model}: ${why}`, { cause: error });
  if (/fetch failed|network|socket|timeout|terminated/i.test(said)) {
    return because(`could not be downloaded (${said}). It needs the network once; or copy its files into ${folder}.`);
  }
  if (/could not locate|unauthorized|not found|missing|invalid model id/i.test(said)) {
    return because(
      `there is no such model, or not in ONNX form (${said}). Check the name, such as Xenova/multilingual-e5-small.`,
    );
  }
  return because(
    `could not be loaded (${said}). If its files are damaged, remove ${folder} and they are downloaded again.`,
  );
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0]!;
}
