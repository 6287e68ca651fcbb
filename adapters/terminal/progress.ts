import type { WriteStream } from 'node:tty';
import { createRequire } from 'node:module';
import type cliProgress from 'cli-progress';
import type { IngestProgress } from '../../src/rapporteur.ts';

/** Draws how far an ingest has come, on a terminal only; `null` ends it. */
export function progressBar(stream: WriteStream): (progress: IngestProgress | null) => void {
  let bar: cliProgress.SingleBar | null = null;
  return (progress) => {
    if (!stream.isTTY) return;
    if (progress === null) {
      bar?.stop();
      bar = null;
      return;
    }
    if (!bar) {
      // Loaded at once, where there is something to draw: most commands have nothing.
      const { SingleBar, Presets } = createRequire(import.meta.url)('cli-progress') as typeof cliProgress;
      bar = new SingleBar(
        { stream, format: '{bar} {value}/{total} {name}', hideCursor: true, clearOnComplete: true },
        Presets.shades_classic,
      );
      bar.start(progress.total, progress.done, { name: '' });
    }
    bar.setTotal(progress.total);
    bar.update(progress.done, { name: progress.name.slice(-40) });
  };
}
