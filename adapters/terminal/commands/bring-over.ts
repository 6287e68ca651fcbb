/** A command on a library that an earlier version made: it does its work, and the library is brought over beside it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rapporteur } from '../../../src/rapporteur.ts';
import { renderBehind } from '../render.ts';

/**
 * The work waits for nothing. What is behind then has a moment more, so that a small library is done at once and a large
 * one comes nearer with each command; closing the library ends it. `tell` hears once how far it came.
 */
export async function besideBringingOver(
  rapporteur: Rapporteur,
  work: (rapporteur: Rapporteur) => Promise<void>,
  tell: (text: string) => void,
): Promise<void> {
  const { behind } = await rapporteur.behind();
  if (behind === 0) {
    await work(rapporteur);
    return;
  }
  const bringing = rapporteur.bringOver().then(
    () => null,
    ({ message }: Error) => message,
  );
  await work(rapporteur);
  const failure = await Promise.race([bringing, sleep(momentMs, null, { ref: false })]);
  tell(renderBehind(await rapporteur.behind()));
  if (failure !== null) tell(failure);
}

const momentMs = 1_000;
