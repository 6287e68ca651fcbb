import path from 'node:path';
import { checkedEmbedder, type Embedder, EmbedderError, instructionFor } from './embedder.ts';

/**
 * Vectors from a model that runs here, in ONNX form, such as `Xenova/multilingual-e5-small`: downloaded into
 * `folder/<model>` at the first text and read from there ever after. On a machine without a network, copy the folder
 * from one that has it. Tokens are pooled by their mean, in full precision, because quantised models give a text
 * another vector in other company.
 *
 * Rejects where the package, which only those install who choose a local model, is not there; all else is found out at
 * the first text.
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

/** Of 440 MB with what it runs on, so it is in no list of package.json. */
export const transformersPackage = { name: '@huggingface/transformers', version: '4.3.1' };

/** What is used of the package, whose own types are there only where it is. */
export interface Transformers {
  env: { cacheDir: string; localModelPath: string; remoteHost: string; logLevel: number };
  LogLevel: { ERROR: number };
  pipeline: (
    task: 'feature-extraction',
    model: string,
    options: { dtype: 'fp32' },
  ) => Promise<FeatureExtractionPipeline>;
}

type FeatureExtractionPipeline = (
  texts: string[],
  options: { pooling: 'mean'; normalize: boolean },
) => Promise<{ tolist(): number[][] }>;

async function importTransformers(model: string): Promise<Transformers> {
  const { name, version } = transformersPackage;
  try {
    return (await import(name)) as Transformers;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
    throw new EmbedderError(
      `EMBEDDING_MODEL local:${model}: needs the package ${name} ${version}, which ` +
        `${isMissing ? 'is not installed' : `does not run here (${firstLine(error)})`}. ` +
        `Install it with: npm install --no-save ${name}@${version}`,
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
