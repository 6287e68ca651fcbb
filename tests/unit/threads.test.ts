import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';
import { copyOf } from '../fixtures/libraries/copy.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
let rapporteur: Rapporteur;
beforeEach(() => {
  folder = temporaryFolder();
  rapporteur = rapporteurInThreads(readConfig({ LIBRARY_PATH: folder }));
});
afterEach(async () => {
  await rapporteur.close();
});

describe('Rapporteur in threads', () => {
  it.skipIf(availableParallelism() < 2)(
    'answers in a second thread too where many ask, and the same in both',
    async () => {
      await rapporteur.ingest([recordOf(harbour)]);
      const question = { text: 'How many seals were counted?' };
      const alone = await rapporteur.ask(question);
      const started: Worker[] = [];
      const note = (worker: Worker) => started.push(worker);
      process.on('worker', note);
      const many = rapporteurInThreads(readConfig({ LIBRARY_PATH: folder }), { manyAsk: true });
      try {
        expect(await many.ask(question)).toEqual(alone);
        await vi.waitFor(() => expect(started).toHaveLength(2), { timeout: 30_000 });
        const answers = await Promise.all(Array.from({ length: 12 }, () => many.ask(question)));
        expect(answers).toEqual(Array.from({ length: 12 }, () => alone));
      } finally {
        process.off('worker', note);
        await many.close();
      }
      expect(started.map(({ threadId }) => threadId)).toEqual([-1, -1]);
    },
  );

  it('answers from what was just ingested, and leaves this thread free meanwhile', async () => {
    const told: number[] = [];
    const report = await rapporteur.ingest([recordOf(harbour, orchard)], ({ done }) => told.push(done));
    expect(report.files[0]!.sessions.map(({ outcome }) => outcome)).toEqual(['added', 'added']);
    expect(told.at(0)).toBe(0);
    let turns = 0;
    const asked = rapporteur.ask({ text: 'How many seals were counted?' });
    const answered = asked.then(() => 'answered');
    while ((await Promise.race([answered, turn('busy')])) === 'busy') turns += 1;
    const answer = await asked;
    expect(answer.quotes[0]!.text).toContain('312 seals');
    expect(turns).toBeGreaterThan(1);
  });

  it('notices what another process puts in', async () => {
    await rapporteur.ingest([recordOf(harbour)]);
    expect(await rapporteur.ask({ text: 'What would a frost warning cost?' })).toMatchObject({ status: 'nearest' });
    const other = rapporteurInThreads(readConfig({ LIBRARY_PATH: folder }));
    await other.ingest([recordOf(orchard)]);
    await other.close();
    expect(await rapporteur.ask({ text: 'What would a frost warning cost?' })).toMatchObject({ status: 'answered' });
  });

  it('keeps the name of an error', async () => {
    rmSync(folder, { recursive: true });
    const broken = rapporteurInThreads(readConfig({ LIBRARY_PATH: '/dev/null/library' }));
    await expect(broken.sessions()).rejects.toMatchObject({
      name: 'LibraryError',
      message: expect.stringContaining('Library /dev/null/library: cannot be opened'),
    });
    await broken.close();
    folder = temporaryFolder();
  });

  it('brings over a library of an earlier version beside the questions, and ends it when it is closed', async () => {
    await rapporteur.close();
    rmSync(folder, { recursive: true });
    folder = copyOf('b8617bc/built-in');
    rapporteur = rapporteurInThreads(readConfig({ LIBRARY_PATH: folder }));
    const { behind, sessions } = await rapporteur.behind();
    expect(behind).toBe(sessions);
    const begun = Promise.withResolvers<void>();
    const bringing = rapporteur.bringOver(() => begun.resolve());
    await begun.promise;
    expect(await rapporteur.ask({ text: 'How many seals were counted in the bay?' })).toMatchObject({
      status: 'answered',
    });
    await rapporteur.close();
    await bringing;
    rapporteur = rapporteurInThreads(readConfig({ LIBRARY_PATH: folder }));
    await rapporteur.bringOver();
    expect(await rapporteur.behind()).toEqual({ behind: 0, sessions });
  });

  it('answers many questions at once', async () => {
    await rapporteur.ingest([recordOf(harbour)]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        rapporteur.ask({ text: number % 2 ? 'How many seals were counted?' : 'How many ships a month?' }),
      ),
    );
    expect(answers.every(({ status }) => status === 'answered')).toBe(true);
  });
});
