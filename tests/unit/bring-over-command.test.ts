import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../adapters/terminal/commands.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { fakeRapporteur } from '../fakes/rapporteur.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** Runs a command on a library of four sessions, `behind` of which an earlier version derived; `brings` at a time. */
async function run(argv: string[], { behind = 3, brings = 1, failure = '' } = {}) {
  const calls: string[] = [];
  const told: string[] = [];
  let left = behind;
  const rapporteur: Rapporteur = {
    ...fakeRapporteur(),
    behind: async () => ({ behind: left, sessions: 4 }),
    bringOver: async () => {
      calls.push('bring over');
      if (failure !== '') throw new Error(failure);
      left = Math.max(0, left - brings);
    },
    close: async () => void calls.push('close'),
  };
  const output = new PassThrough();
  const code = await commandLine({
    open: () => rapporteur,
    chat: async () => {},
    openChats: async () => openChatStore(temporaryFolder()),
    others: async () => [],
    input: Readable.from([Buffer.from('Ines Okafor: Good morning.')]),
    output,
    look: { columns: 80, colours: false },
    tell: (text) => told.push(text),
    onProgress: () => {},
    untilStopped: () => new Promise(() => {}),
  }).run(argv);
  return { code, calls, told, output: String(output.read() ?? '') };
}

describe('a command on a library of an earlier version', () => {
  it('does its work, brings it over beside it, and tells once how far it is, outside of the output', async () => {
    const { code, calls, told, output } = await run(['sessions', '--json']);
    expect({ code, calls }).toEqual({ code: 0, calls: ['bring over', 'close'] });
    expect(told).toEqual([
      'This library was made by an earlier version: 2 of 4 sessions are brought over; the rest follow as you go on.',
    ]);
    expect(() => JSON.parse(output) as unknown).not.toThrow();
  });

  it('says so when it is done', async () =>
    expect((await run(['sessions'], { brings: 3 })).told).toEqual([
      'This library was made by an earlier version: 4 of 4 sessions are brought over.',
    ]));

  it('says why it came no further, and does its work all the same', async () => {
    const { code, told } = await run(['sessions'], { failure: 'The disk is full.' });
    expect({ code, last: told.at(-1) }).toEqual({ code: 0, last: 'The disk is full.' });
  });

  it('says nothing of a library of today', async () => {
    const { calls, told } = await run(['sessions'], { behind: 0 });
    expect({ calls, told }).toEqual({ calls: ['close'], told: [] });
  });

  it('looks only, where it is a check, and finishes it where it is an ingest', async () => {
    expect((await run(['library', 'check'])).calls).toEqual(['close']);
    expect((await run(['ingest', '-'], { behind: 0 })).calls).toEqual(['bring over', 'close']);
  });
});
