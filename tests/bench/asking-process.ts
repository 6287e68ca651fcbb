/**
 * One of the processes of `latency.ts` that ask one library: answers each list of questions that it is sent, some at once,
 * and sends back how long each took. Which library it is stands in its environment.
 */
import { readConfig } from '../../src/config.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';

export interface Asking {
  questions: string[];
  atOnce: number;
}

const rapporteur = rapporteurInThreads(readConfig(process.env));

process.on('message', ({ questions, atOnce }: Asking) => {
  const left = questions.values();
  const times: number[] = [];
  const askOn = async () => {
    for (const text of left) {
      const start = performance.now();
      await rapporteur.ask({ text });
      times.push(performance.now() - start);
    }
  };
  // What cannot be answered ends the process, and with it the measurement.
  void Promise.all(Array.from({ length: atOnce }, askOn)).then(() => process.send!(times));
});
process.on('disconnect', () => void rapporteur.close());
