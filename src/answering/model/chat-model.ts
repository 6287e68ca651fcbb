/** The chat model that CHAT_MODEL names: at any OpenAI-compatible server, or of another maker by LangChain's package for it. */
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { ChatOpenAICallOptions } from '@langchain/openai';
import { ConfigError, makerOf, modelServer, otherMakers, type Config } from '../../config.ts';

export interface OpenedModel {
  /** As it is named to the server. */
  name: string;
  server: string;
  /** How it can be asked for a reply of a given form, the surest first. */
  forms: Form[];
  chat: BaseChatModel<ChatOpenAICallOptions>;
}

/** By a schema of the reply, as the arguments of a tool, or by what the prompt says alone. */
export type Form = 'schema' | 'tool' | 'plain';

type Named = Pick<Config, 'CHAT_MODEL' | 'OPENAI_API_KEY' | 'OPENAI_BASE_URL'>;

/** Throws a `ConfigError` where CHAT_MODEL names a maker whose package is not installed. */
export function refuseMissingMaker({ CHAT_MODEL }: Pick<Config, 'CHAT_MODEL'>): void {
  const maker = CHAT_MODEL === undefined ? null : makerOf(CHAT_MODEL);
  if (maker === null) return;
  const needed = otherMakers[maker]!;
  try {
    import.meta.resolve(needed);
  } catch (error) {
    throw new ConfigError(
      `CHAT_MODEL ${CHAT_MODEL}: needs the package ${needed}, which is not installed. ` +
        `Install it with: npm install --no-save ${needed}`,
      { cause: error },
    );
  }
}

/** Loads the client only now. Nothing is asked of the server before the first question. */
export async function openChatModel(config: Named): Promise<OpenedModel> {
  const { CHAT_MODEL, OPENAI_API_KEY, OPENAI_BASE_URL } = config;
  if (CHAT_MODEL === undefined) throw new Error('CHAT_MODEL: is not set, so there is no chat model to open.');
  const maker = makerOf(CHAT_MODEL);
  if (maker !== null) return openModelOf(maker, CHAT_MODEL);
  const name = CHAT_MODEL.replace(/^openai:/u, '');
  const { ChatOpenAI } = await import('@langchain/openai');
  const { address: server, headers } = modelServer({ OPENAI_BASE_URL });
  return {
    name,
    server,
    forms: ['schema', 'tool', 'plain'],
    chat: new ChatOpenAI({
      model: name,
      // Servers that want no key still get the header, which the client insists on.
      apiKey: OPENAI_API_KEY ?? 'none',
      // Always named, or the client would take it from the environment behind our back.
      configuration: { baseURL: server, defaultHeaders: headers },
      // The chain tries again itself, within its deadline.
      maxRetries: 0,
      // A refusal is only in what the server sent, not in what the client makes of it.
      __includeRawResponse: true,
    }),
  };
}

/** The maker's client takes its key from where the maker says: `ANTHROPIC_API_KEY`. Each has its own way to ask for a form. */
async function openModelOf(maker: string, named: string): Promise<OpenedModel> {
  refuseMissingMaker({ CHAT_MODEL: named });
  const { initChatModel } = await import('langchain/chat_models/universal');
  const name = named.slice(maker.length + 1);
  try {
    const chat = await initChatModel(name, { modelProvider: maker, maxRetries: 0 });
    return { name, server: maker, forms: ['plain'], chat: chat as unknown as OpenedModel['chat'] };
  } catch (error) {
    throw new ConfigError(`CHAT_MODEL ${named}: ${(error as Error).message.split('\n')[0]}`, { cause: error });
  }
}
