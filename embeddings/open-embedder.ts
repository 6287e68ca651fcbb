import type { Budget } from '../src/budget.ts';
import type { Config } from '../src/config.ts';
import { type Embedder, EmbedderError } from './embedder.ts';

/**
 * The embedder that EMBEDDING_MODEL names. Each is imported only when chosen, so the built-in one costs nothing of the
 * others. Nothing is asked of a server or downloaded before the first text.
 */
export async function openEmbedder(
  config: Pick<Config, 'EMBEDDING_MODEL' | 'OPENAI_API_KEY' | 'OPENAI_BASE_URL' | 'LIBRARY_PATH'>,
  budget?: Budget,
): Promise<Embedder> {
  const model = config.EMBEDDING_MODEL;
  if (model === 'built-in') {
    const { builtInEmbedder } = await import('./built-in.ts');
    return builtInEmbedder();
  }
  if (model.startsWith('local:')) {
    const { transformersEmbedder } = await import('./transformers.ts');
    return transformersEmbedder({ model: model.slice('local:'.length), folder: `${config.LIBRARY_PATH}/models` });
  }
  if (!config.OPENAI_API_KEY && !config.OPENAI_BASE_URL) {
    throw new EmbedderError(
      `EMBEDDING_MODEL ${model}: needs OPENAI_API_KEY, or OPENAI_BASE_URL for a server that wants no key. "built-in" needs neither.`,
    );
  }
  const { openaiEmbedder } = await import('./openai.ts');
  const { modelServer } = await import('../src/config.ts');
  const { address, headers } = modelServer(config);
  return openaiEmbedder({ model, apiKey: config.OPENAI_API_KEY, baseUrl: address, headers, ...(budget && { budget }) });
}
