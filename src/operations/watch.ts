/** What whoever watches over a running Rapporteur is given: `/healthz`, `/metrics` and traces, each where it is asked for. */
import type { Config } from '../config.ts';
import type { HearsTrouble } from '../log.ts';
import type { DoneCall } from '../measures.ts';
import { lastKnown, serveHealth } from './health.ts';
import type { WatchedState } from './metrics.ts';

export interface Watch {
  /** Undefined where nobody watches. */
  onCall: ((done: DoneCall) => void) | undefined;
  onTrouble: HearsTrouble | undefined;
  /** Serves on HEALTH_PORT where it is set; null otherwise. */
  serve(look: Looks): Promise<{ port: number; stop(): Promise<void> } | null>;
  stop(): Promise<void>;
}

export interface Looks {
  version: () => Promise<string>;
  state: () => Promise<WatchedState>;
}

/** A question that waits longer than this, its retries included, is seen to by nobody. */
export const queueStandsMs = 5 * 60_000;
const tracesWaitMs = 2_000;

export async function openWatch(
  config: Pick<Config, 'HEALTH_PORT' | 'OTEL_EXPORTER_OTLP_ENDPOINT' | 'TRACE_QUESTIONS'>,
): Promise<Watch> {
  const { HEALTH_PORT: port, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, TRACE_QUESTIONS: withWords } = config;
  const metrics = port === undefined ? null : (await import('./metrics.ts')).openMetrics();
  const traces =
    endpoint === undefined ? null : await (await import('./traces.ts')).openTraces({ endpoint, withWords });
  return {
    onCall:
      metrics === null && traces === null
        ? undefined
        : (done) => {
            metrics?.observe(done);
            traces?.observe(done);
          },
    onTrouble: metrics === null ? undefined : (...trouble) => metrics.onTrouble(...trouble),
    async serve({ version, state }) {
      if (port === undefined || metrics === null) return null;
      const library = lastKnown(version);
      const health = async () => {
        const { platforms } = await state();
        const wrong = platforms.flatMap(wrongWith);
        return { ok: wrong.length === 0, ...(wrong.length > 0 && { wrong }), library: await library(), platforms };
      };
      return serveHealth(port, health, async () => metrics.text(await state()));
    },
    stop: async () => traces?.stop(tracesWaitMs),
  };
}

function wrongWith({ name, isConnected, heldBy, oldestMs }: WatchedState['platforms'][number]): string[] {
  return [
    ...(isConnected || heldBy !== undefined ? [] : [`${name} is not connected`]),
    ...((oldestMs ?? 0) > queueStandsMs ? [`the queue of ${name} stands`] : []),
  ];
}
