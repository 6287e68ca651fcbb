/** The process that cases run in, so that one that crashes, hangs or swells ends nothing but itself. */
import { answerKinds } from './answers.ts';
import { chatKinds } from './chats.ts';
import type { Kind } from './kind.ts';
import { recordKinds } from './records.ts';
import { settingKinds } from './settings.ts';
import { used, type FromChild, type ToChild } from './messages.ts';

const kinds = new Map<string, Kind>();
for (const kind of [...(await recordKinds()), ...settingKinds(), ...(await answerKinds()), ...chatKinds()])
  kinds.set(kind.name, kind);

/** What was thrown where nobody waits for it belongs to the case that runs. */
let thrown: unknown = null;
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error: unknown) => {
    thrown ??= error;
  });

const send = (message: FromChild) => process.send!(message);

process.on('message', (message: ToChild) => {
  void (message === 'end' ? end() : run(message));
});
send({ kinds: [...kinds.keys()], ...used() });

async function run({ kind, seed }: { kind: string; seed: number }): Promise<void> {
  thrown = null;
  let fault: string | null = null;
  try {
    await kinds.get(kind)!.run(seed);
  } catch (error) {
    fault = told(error);
  }
  fault ??= thrown === null ? null : `thrown where nobody waits for it: ${told(thrown)}`;
  send({ fault, ...used() });
}

async function end(): Promise<void> {
  for (const kind of kinds.values()) await kind.close?.();
  process.exit(0);
}

function told(error: unknown): string {
  return error instanceof Error
    ? `${error.message}\n${error.stack?.split('\n').slice(1, 5).join('\n') ?? ''}`
    : String(error);
}
