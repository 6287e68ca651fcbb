/** The chat model that CHAT_MODEL names, at any OpenAI-compatible server. */
import type { ChatOpenAI } from '@langchain/openai';
import { modelServer, type Config } from '../config.ts';

export interface OpenedModel {
  /** As it is named to the server. */
  name: string;
  server: string;
  chat: ChatOpenAI;
}

/** Loads the client only now. Nothing is asked of the server before the first question. */
export async function openChatModel({
  CHAT_MODEL,
  OPENAI_API_KEY,
  OPENAI_BASE_URL,
}: Pick<Config, 'CHAT_MODEL' | 'OPENAI_API_KEY' | 'OPENAI_BASE_URL'>): Promise<OpenedModel> {
  if (CHAT_MODEL === undefined) throw new Error('CHAT_MODEL: is not set, so there is no chat model to open.');
  const { ChatOpenAI } = await import('@langchain/openai');
  const { address: server, headers } = modelServer({ OPENAI_BASE_URL });
  return {
    name: CHAT_MODEL,
    server,
    chat: new ChatOpenAI({
      model: CHAT_MODEL,
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
