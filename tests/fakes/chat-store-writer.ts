/** A process to be killed: stores questions and answers in the folder it is given, and names each once it is stored. */
import { openChatStore } from '../../src/chat/store/sqlite.ts';

const store = openChatStore(process.argv[2]!);
for (let number = 0; ; number += 1) {
  const item = (await store.receive(
    `q${number}`,
    {
      place: { platform: 'slack', workspace: 'T1', channel: 'C1' },
      thread: null,
      conversation: 'C1',
      asker: { id: 'ana', roles: [], isAdmin: false },
      message: `m${number}`,
      event: `e${number}`,
      command: { name: 'help' },
      isDirect: false,
      onlyForAsker: false,
      replyTo: null,
    },
    null,
    number,
  ))!;
  await store.keepReply(item, { kind: 'notice', id: item.id, why: 'failed', text: 'x'.repeat(1000) }, null, number);
  await store.finish(item, 'answered', null, number);
  // Written at once, as a pipe to a test is on POSIX: nothing is named before it is stored.
  process.stdout.write(`${item.id}\n`);
}
