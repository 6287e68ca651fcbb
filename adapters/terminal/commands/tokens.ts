/** Tokens with which assistants and other programs come in. */
import type { Writable } from 'node:stream';
import { Command } from 'commander';
import type { Scope } from '../../../src/answer.ts';
import type { Tokens } from '../../../src/operations/tokens.ts';

/** `forget` is for what a token watched and kept. */
export function tokensCommand(tokens: Tokens, output: Writable, forget: (name: string) => Promise<void>): Command {
  const print = (text: string) => void output.write(`${text}\n`);
  const command = new Command('tokens').description(
    'make, list and remove the tokens of assistants and other programs',
  );
  command
    .command('add')
    .description('make a token; it is shown this once')
    .argument('<name>', 'whose it is')
    .option('--event <events...>', 'it sees only sessions of these events')
    .option('--session <ids...>', 'it sees only these sessions')
    .option('--ingest', 'it may put records in, as yours')
    .action(
      async (name: string, { event, session, ingest }: { event?: string[]; session?: string[]; ingest?: boolean }) => {
        const scope: Scope | undefined =
          event || session ? { events: event ?? [], sessions: session ?? [] } : undefined;
        print(await tokens.add({ name, scope, mayIngest: ingest }, new Date()));
      },
    );
  command
    .command('list')
    .description('list who has one, and what it sees')
    .action(async () => {
      const all = await tokens.list();
      if (all.length === 0) print('No token has been made.');
      for (const { name, scope, mayIngest, made } of all)
        print(`${name}: ${seen(scope)}${mayIngest ? ', may put records in' : ''}, made ${made.slice(0, 10)}`);
    });
  command
    .command('remove')
    .description('take a token away at once, with what it watched and kept')
    .argument('<name>')
    .action(async (name: string) => {
      const isGone = await tokens.remove(name);
      // Also of one that was removed before, where that was not done to its end.
      await forget(name);
      print(isGone ? `The token of ${name} is no longer good.` : `There is no token called "${name}".`);
    });
  return command.hook('postAction', () => tokens.close());
}

function seen(scope: Scope | undefined): string {
  if (!scope) return 'sees everything';
  const parts = [...(scope.events ?? []), ...(scope.sessions ?? [])];
  return `sees only ${parts.join(', ') || 'nothing'}`;
}
