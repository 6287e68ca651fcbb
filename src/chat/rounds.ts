/** What is looked at again every so often: by what the library is then, once it has come to rest. */

export interface Rounds {
  start(): void;
  /** Waits for the round that is under way. */
  stop(): Promise<void>;
}

export interface RoundsOptions {
  everyMs: number;
  version: () => Promise<string>;
  /** `version` is the same as a round before, so that many records that come in one after the other make one change. */
  round: (version: string) => Promise<void>;
  onError: (error: unknown) => void;
}

export function rounds({ everyMs, version, round, onError }: RoundsOptions): Rounds {
  let timer: NodeJS.Timeout | null = null;
  let under: Promise<void> | null = null;
  let before: string | null = null;

  async function once(): Promise<void> {
    try {
      const now = await version();
      if (now === before) await round(now);
      before = now;
    } catch (error) {
      onError(error);
    }
  }

  return {
    start() {
      timer ??= setInterval(() => {
        under ??= once().finally(() => {
          under = null;
        });
      }, everyMs).unref();
    },
    async stop() {
      if (timer) clearInterval(timer);
      timer = null;
      await under;
    },
  };
}
