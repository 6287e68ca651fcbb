import { Readable, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { commandLine } from '../../adapters/terminal/commands.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { fakeRapporteur } from '../fakes/rapporteur.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** What `ingest` prints, line by line, where saving the index of vectors ends as told. */
async function printed(index: (told: string[]) => Promise<void>): Promise<{ told: string[]; code: number }> {
  const told: string[] = [];
  const output = new Writable({
    write(text: Buffer, _encoding, done) {
      told.push(...text.toString().trim().split('\n'));
      done();
    },
  });
  const line = commandLine({
    open: () => ({ ...fakeRapporteur(), index: () => index(told) }),
    chat: async () => {},
    openChats: async () => openChatStore(temporaryFolder()),
    others: [],
    input: Readable.from([Buffer.from('Ines Okafor: Good morning.')]),
    output,
    look: { columns: 80, colours: false },
    tell: () => {},
    onProgress: () => {},
    untilStopped: async () => {},
  });
  return { code: await line.run(['ingest', '-']), told };
}

const failing = (name: string) => () =>
  Promise.reject(Object.assign(new Error('the index could not be written; make room.'), { name }));

it('tells what went in before the index of vectors is saved', async () => {
  const before: string[] = [];
  await printed(async (told) => void before.push(...told));
  expect(before.join('\n')).toMatch(/1 added/);
});
it('tells when the index cannot be saved, which is no failure of the records', async () => {
  expect(await printed(failing('Error'))).toMatchObject({
    code: 0,
    told: expect.arrayContaining(['the index could not be written; make room.']) as string[],
  });
});
it('says nothing of another process that saves it', async () => {
  expect((await printed(failing('LibraryError'))).told.join('\n')).not.toContain('index');
});
