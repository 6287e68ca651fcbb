/** Calls to Slack's Web API: how they fail, and how long to wait. */
import { setTimeout as wait } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { z } from 'zod';

export type SlackClient = webApi.WebClient;

/** Clients of one workspace. */
export interface Clients {
  /** Tries again what failed on the way, and waits where it was too much: for calls that may be made twice. */
  client: SlackClient;
  /** Makes every call once: for posts. */
  once: SlackClient;
  /** For what shows what is being done: gives up within a second, and never waits for its turn. */
  swift: SlackClient;
}

/** `xyz` of Slack's `{"ok":false,"error":"xyz"}`, or the library's code of another failure. */
export function errorOf(error: unknown): string {
  const read = failureSchema.safeParse(error).data;
  return read?.data?.error ?? read?.code ?? (error instanceof Error ? error.name : typeof error);
}

/** Waits as long as Slack says it must be waited. */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const retryAfter = failureSchema.safeParse(error).data?.retryAfter;
      if (retryAfter === undefined) throw error;
      await wait(Math.max(retryAfter, 1) * 1000);
    }
  }
}

const failureSchema = z.object({
  data: z.object({ error: z.string() }).optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  retryAfter: z.number().optional().catch(undefined),
});
