/** What was answered is shown again only where all that it rests on may still be seen. */
import { afterEach, describe, expect, it } from 'vitest';
import { mayBeShown } from '../../src/chat/kept-answers.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const words = 'The levy for the old mill is paid every spring by the guild of masons.';
const seen = { origins: ['operator'], place: 'slack:T1/C1' };
let opened: Rapporteur | null = null;

async function library(): Promise<Rapporteur> {
  opened = await rapporteurIn(temporaryFolder());
  await opened.ingest(
    ['first', 'second'].map((name, at) => ({
      name: `${name}.json`,
      bytes: Buffer.from(
        JSON.stringify({
          id: name,
          title: `The ${name} hearing`,
          date: `2025-05-1${at}`,
          turns: [{ speaker: at === 0 ? 'Ines Okafor' : 'Mei Tanaka', text: words }],
        }),
      ),
    })),
  );
  return opened;
}

afterEach(() => opened?.close());

describe('a verification that was given', () => {
  it('is not shown once any session with the words is closed', async () => {
    const rapporteur = await library();
    const verification = await rapporteur.verify(words, seen);
    const reply = { kind: 'verification', id: 'a', verification } as const;
    const sessions = [verification.found!, ...verification.by!].map(({ session }) => session.id);
    expect(new Set(sessions)).toEqual(new Set(['first', 'second']));
    expect(await mayBeShown(reply, seen, rapporteur)).toBe(true);
    for (const session of ['first', 'second']) {
      for (const rule of ['off the record', 'chatham-house', 'restricted slack:T9']) {
        await rapporteur.setRule({ session }, rule);
        expect({ session, rule, shown: await mayBeShown(reply, seen, rapporteur) }).toEqual({
          session,
          rule,
          shown: false,
        });
      }
      await rapporteur.setRule({ session }, null);
      expect(await mayBeShown(reply, seen, rapporteur)).toBe(true);
    }
  });
});
