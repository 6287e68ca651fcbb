/** How the program ends: each part in its turn, and none for longer than whoever stops it waits before it kills. */

/** Ends each in its turn, also where one fails; gives what failed, and whether all was over in time. */
export async function endAll(
  ends: (() => unknown)[],
  withinMs: number,
): Promise<{ isInTime: boolean; failures: unknown[] }> {
  const failures: unknown[] = [];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), withinMs)));
  const all = (async () => {
    for (const end of ends) {
      try {
        await end();
      } catch (error) {
        failures.push(error);
      }
    }
    return true;
  })();
  const isInTime = await Promise.race([all, late]);
  clearTimeout(timer);
  return { isInTime, failures };
}

/** Resolves when the program is told to stop. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
