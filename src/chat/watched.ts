/** What is looked at of the chats for `/healthz` and `/metrics`. */
import type { WatchedState } from '../operations/metrics.ts';
import type { ChatStore } from './chat-store.ts';

export interface WatchedPlatform {
  name: string;
  /** `heldBy`: the other process that is connected in place of this one. */
  state(): { isConnected: boolean; waiting: number; answering: number; heldBy?: string };
}

/** `store` is null where neither chats nor tokens are kept. */
export async function watchedState(
  platforms: WatchedPlatform[],
  store: Pick<ChatStore, 'ledger' | 'oldestUnfinished'> | null,
  nowMs = Date.now(),
): Promise<WatchedState> {
  const used = await store?.ledger.used(null, nowMs);
  const limitOf = (per: 'day' | 'month') =>
    store?.ledger.limits.find((limit) => limit.of === 'all' && limit.per === per)?.tokens ?? null;
  return {
    platforms: await Promise.all(
      platforms.map(async (platform) => {
        const { isConnected, waiting, answering, heldBy } = platform.state();
        const received = (await store?.oldestUnfinished(platform.name)) ?? null;
        return {
          name: platform.name,
          isConnected,
          ...(heldBy !== undefined && { heldBy }),
          waiting,
          answering,
          oldestMs: received === null ? null : Math.max(nowMs - received, 0),
        };
      }),
    ),
    budget: used ? (['day', 'month'] as const).map((per) => ({ per, used: used[per], limit: limitOf(per) })) : [],
  };
}
