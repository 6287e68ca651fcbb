/** One request to a chat model for a reply of a given form, tried again where that helps. */
import { setTimeout as wait } from 'node:timers/promises';
import { HumanMessage, SystemMessage, type AIMessageChunk } from '@langchain/core/messages';
import { z } from 'zod';
import type { Form, OpenedModel } from './chat-model.ts';
import { Fault, faultOf, isWorthRetrying, mayBeTheForm } from './faults.ts';
import { readReply, type Prompt } from './prompt.ts';

export interface Usage {
  inputTokens: number;
  outputTokens: number;
}

export interface AskOptions {
  /** Ends everything. */
  signal: AbortSignal;
  /** Longest time without a word from the server before the request is made again. */
  silenceMs: number;
  /** How often the same request is made. */
  tries: number;
  /** Time left before `signal` ends everything. */
  leftMs: () => number;
  onUsage: (usage: Usage) => Promise<void>;
  /** A request of which the server did not say what it used; so many characters were sent and came back. */
  onUntold: (characters: number) => Promise<void>;
}

/** Resolves to a reply of the form asked for; rejects with a `Fault`. */
export async function askModel<Reply>(model: OpenedModel, prompt: Prompt<Reply>, options: AskOptions): Promise<Reply> {
  const { signal, tries, leftMs } = options;
  const server = `${model.server} ${model.name}`;
  const untried = new Set(ways.filter(({ form }) => model.forms.includes(form)));
  let way = known.get(server) ?? [...untried][0]!;
  let failed = 0;
  for (;;) {
    untried.delete(way);
    try {
      const text = await replyBy(way, model, prompt, options);
      const reply = readReply(text, prompt);
      if (reply === null) throw new Fault(text.trim() === '' ? 'empty' : 'malformed');
      known.set(server, way);
      return reply;
    } catch (error) {
      if (signal.aborted) throw new Fault('slow', { cause: error });
      const fault = error instanceof Nothing ? new Fault('empty') : faultOf(error);
      const next =
        error instanceof Nothing
          ? [...untried].find(({ form, streams }) => form === way.form && !streams)
          : mayBeTheForm(fault)
            ? [...untried][0]
            : undefined;
      if (next) {
        way = next;
        continue;
      }
      failed += 1;
      if (!isWorthRetrying(fault) || failed >= tries) throw fault;
      // Twice unreadable is no accident.
      if (failed > 1 && fault.kind === 'malformed') way = [...untried][0] ?? way;
      const pauseMs = fault.retryAfterMs ?? firstPauseMs * 2 ** (failed - 1);
      // A server that asks for more time than there is, is not waited for.
      if (pauseMs >= leftMs()) throw fault;
      await wait(pauseMs, undefined, { signal }).catch(() => {
        throw fault;
      });
    }
  }
}

const firstPauseMs = 300;

/** How a server is asked: in which form, and whether it sends its reply as it writes it. */
interface Way {
  form: Form;
  streams: boolean;
}

const ways: Way[] = [true, false].flatMap((streams) =>
  (['schema', 'tool', 'plain'] as const).map((form) => ({ form, streams })),
);

/** What each server and model was last found to understand. */
const known = new Map<string, Way>();

/** A stream without a single event: the server does not stream. */
class Nothing extends Error {}

async function replyBy<Reply>(
  { form, streams }: Way,
  { chat, forms }: OpenedModel,
  prompt: Prompt<Reply>,
  { signal, silenceMs, onUsage, onUntold }: AskOptions,
): Promise<string> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), silenceMs);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), silenceMs);
  };
  const either = AbortSignal.any([signal, silence.signal]);
  const messages = [new SystemMessage(prompt.fixed), new HumanMessage(prompt.asked)];
  const request = { ...optionsOf(form, prompt), signal: either };
  const reply = emptyReply();
  let wasTaken = true;
  try {
    return await Promise.race([streams ? streamed() : whole(), aborted(either)]);
  } catch (error) {
    const { status, kind } = faultOf(error);
    wasTaken = either.aborted || (status === undefined && kind !== 'unreachable');
    throw silence.signal.aborted ? new Fault('slow', { cause: error }) : error;
  } finally {
    clearTimeout(timer);
    // A request that was refused outright, or reached nobody, has cost nothing.
    if (reply.usage) await onUsage(reply.usage);
    else if (wasTaken) await onUntold(prompt.fixed.length + prompt.asked.length + reply.text.length);
  }

  async function streamed() {
    let events = 0;
    for await (const chunk of await chat.stream(messages, request)) {
      heard();
      events += 1;
      const raw = (chunk.additional_kwargs['__raw_response'] as { choices?: { delta?: RawMessage }[] } | undefined)
        ?.choices?.[0]?.delta;
      add(reply, chunk, raw);
    }
    if (events === 0) throw new Nothing();
    return finished(reply, forms);
  }

  async function whole() {
    const message = await chat.invoke(messages, request);
    const raw = (message.additional_kwargs['__raw_response'] as { choices?: { message?: RawMessage }[] } | undefined)
      ?.choices?.[0]?.message;
    add(reply, message, raw);
    if (raw?.tool_calls) reply.toolArguments = raw.tool_calls.map((call) => call.function?.arguments ?? '').join('');
    return finished(reply, forms);
  }
}

function optionsOf<Reply>(form: Way['form'], { name, reply }: Prompt<Reply>) {
  if (form === 'plain') return {};
  const { $schema: _, ...schema } = z.toJSONSchema(reply);
  if (form === 'schema')
    return { response_format: { type: 'json_schema' as const, json_schema: { name, strict: true, schema } } };
  return {
    tools: [{ type: 'function' as const, function: { name, description: 'Gives the reply.', parameters: schema } }],
    tool_choice: { type: 'function' as const, function: { name } },
  };
}

interface RawMessage {
  refusal?: string | null;
  tool_calls?: { function?: { arguments?: string } }[];
}

interface PartialReply {
  text: string;
  toolArguments: string;
  refusal: string;
  finish: string | null;
  usage: Usage | null;
}

function emptyReply(): PartialReply {
  return { text: '', toolArguments: '', refusal: '', finish: null, usage: null };
}

function add(
  reply: PartialReply,
  { content, tool_call_chunks: calls, response_metadata, additional_kwargs, usage_metadata: usage }: AIMessageChunk,
  raw: RawMessage | undefined,
): void {
  if (typeof content === 'string') reply.text += content;
  else for (const part of content) if (part.type === 'text') reply.text += part.text as string;
  reply.toolArguments += (calls ?? []).map(({ args }) => args ?? '').join('');
  if (reply.text.length + reply.toolArguments.length > longestReply) throw new Fault('malformed');
  reply.refusal += raw?.refusal ?? '';
  // OpenAI's newer protocol, which some of its models want, says "completed" instead.
  const metadata: Record<string, unknown> = { ...additional_kwargs, ...response_metadata };
  const finish = finishFields.map((field) => metadata[field]).find((each) => typeof each === 'string');
  reply.finish = finish ?? (metadata['status'] === 'completed' ? 'stop' : reply.finish);
  // Some tell what was used twice, so far and in the end.
  if (usage)
    reply.usage = {
      inputTokens: Math.max(reply.usage?.inputTokens ?? 0, usage.input_tokens),
      outputTokens: Math.max(reply.usage?.outputTokens ?? 0, usage.output_tokens),
    };
}

/** In characters; six statements take a few thousand. */
const longestReply = 100_000;

/** What the makers call the reason why a reply ended. */
const finishFields = ['finish_reason', 'stop_reason', 'finishReason', 'stopReason', 'done_reason'];
const refusals = new Set(['content_filter', 'refusal', 'safety', 'recitation', 'guardrail_intervened']);
const cuts = new Set(['length', 'max_tokens', 'model_length', 'model_context_window_exceeded']);

/**
 * A reply that does not say that it is finished was cut off, however whole it looks. Not every maker says so; theirs is
 * read as one whole object or not at all.
 */
function finished({ text, toolArguments, refusal, finish }: PartialReply, forms: Form[]): string {
  const reason = finish?.toLowerCase() ?? null;
  if (refusal !== '' || (reason !== null && refusals.has(reason))) throw new Fault('refused');
  if (reason === null ? forms.includes('schema') : cuts.has(reason)) throw new Fault('cut');
  return toolArguments || text;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
