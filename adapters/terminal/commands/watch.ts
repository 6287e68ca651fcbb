/** What is watched from the terminal, and what new sessions have of it. */
import { randomBytes } from 'node:crypto';
import { type Command, Option } from 'commander';
import type { ChatStore } from '../../../src/chat/chat-store.ts';
import { accessOf, askerOf, operatorsKeeper } from '../../../src/chat/keeper.ts';
import type { Post } from '../../../src/chat/post.ts';
import type { Panel } from '../../../src/chat/reply.ts';
import { unwatch, watch, watches } from '../../../src/chat/watches/asked.ts';
import { digestForProgram, readByProgram } from '../../../src/chat/watches/for-program.ts';
import { place, seen } from '../place.ts';
import { renderPanel } from '../render.ts';
import { renderAnswer } from '../render-answer.ts';
import { wanted, wholeNumber } from './arguments.ts';
import type { Shell } from './shell.ts';

const access = accessOf(seen);

export function watchCommand(program: Command, { using, chats, print, look }: Shell): void {
  const tell = (panel: Panel) => print(renderPanel(panel, look));
  program
    .command('watch')
    .description('be told by "digest" when new sessions have a matter, somebody’s words, a name or a phrase')
    .argument('<what...>', 'calibration; from Ana Ruiz on calibration; named Ana Ruiz; then daily, weekly')
    .option('--phrase', 'these very words')
    .action(async (words: string[], { phrase }: { phrase?: boolean }) => {
      const typed = wanted(words, 'what to watch');
      await using(async (rapporteur) =>
        chats(async (store) => {
          const options = { rapporteur, store, access, delivery: { placeOf: () => null }, clock: Date.now };
          tell(await watch(phrase ? `“${typed}”` : typed, postOf(), options));
        }),
      );
    });
  program
    .command('watches')
    .description('list what is watched from here')
    .action(async () => tell(await chats((store) => watches(postOf(), { store }))));
  program
    .command('unwatch')
    .description('stop watching something, by its number')
    .argument('<number>', 'as "watches" lists it', wholeNumber)
    .action(async (number: number) => tell(await chats((store) => unwatch(number, postOf(), { store }))));
}

export function digestCommand(program: Command, { using, chats, print, printJson, look }: Shell): void {
  program
    .command('digest')
    .description('tell what new sessions have of what is watched from here; nothing is told twice')
    .addOption(new Option('--json', 'print as JSON'))
    .action(async ({ json }: { json?: boolean }) => {
      await using(async (rapporteur) =>
        chats(async (store) => {
          const options = { rapporteur, store, keeper: operatorsKeeper, seen };
          let count = 0;
          // One before this may have been stopped before it had printed: it comes first.
          for (let digest; (digest = await digestForProgram(options)) !== null; count += 1) {
            if (json) printJson(digest.answer);
            else print(renderAnswer(digest.answer, look));
            await readByProgram(digest, store);
          }
          if (count === 0 && !json) print(await nothingToTell(store));
        }),
      );
    });
}

async function nothingToTell(store: ChatStore): Promise<string> {
  return (await store.watches.in(place)).length === 0
    ? 'Nothing is watched from here; "watch" begins to.'
    : 'Nothing new of what is watched.';
}

function postOf(): Post {
  const id = randomBytes(9).toString('base64url');
  return {
    place,
    thread: null,
    conversation: '',
    asker: askerOf(operatorsKeeper),
    message: id,
    event: null,
    command: { name: 'watches' },
    isDirect: true,
    onlyForAsker: false,
    replyTo: null,
  };
}
