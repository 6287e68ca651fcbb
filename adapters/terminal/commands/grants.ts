/** What workspaces and servers of chats may see and share, and the records that they added. */
import type { Command } from 'commander';
import { operator } from '../../../src/access/origin.ts';
import { sights, type Grant, type Sees } from '../../../src/chat/grants.ts';
import type { Rapporteur } from '../../../src/rapporteur.ts';
import { renderGrants, type OriginLine } from '../render-access.ts';
import { CommandError, type Shell } from './shell.ts';

export function grantsCommand(program: Command, shell: Shell): void {
  const { using, chats, print, printJson, look } = shell;
  const grants = program.command('grants').description('what workspaces and servers see and may share; their records');

  grants
    .command('list', { isDefault: true })
    .description('list workspaces and servers, with what they see, may share and added')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) =>
      using(async (rapporteur) => {
        const held = await chats((store) => store.grants.all());
        const { sessions } = await rapporteur.holdings();
        const counts = Map.groupBy(sessions, ({ origin = operator }) => origin);
        const origins = new Set([...counts.keys(), ...held.map(({ origin }) => origin)]);
        const lines: OriginLine[] = [...origins].toSorted().map((origin) => {
          const { sees = null, mayShare = false } = held.find((one) => one.origin === origin) ?? {};
          return { origin, sees, mayShare, sessions: (counts.get(origin) ?? []).map(({ id }) => id) };
        });
        if (json) printJson(lines);
        else print(renderGrants(lines, look));
      }),
    );

  grants
    .command('see')
    .description('set what a workspace or server sees at most')
    .argument('<origin>', 'slack:T0123 or discord:987654')
    .argument('<what>', `${sights.join(', ')}, or default`)
    .action(async (origin: string, what: string) => {
      const sees = sights.find((sight) => sight === what) ?? null;
      if (sees === null && what !== 'default')
        throw new CommandError(`grants see: ${what} is none of ${sights.join(', ')}, default.`);
      await change(origin, (grant) => ({ ...grant, sees }));
    });

  grants
    .command('share')
    .description('let a workspace or server add records that are yours, for every place, or no longer')
    .argument('<origin>', 'slack:T0123 or discord:987654')
    .argument('<yes|no>')
    .action(async (origin: string, answer: string) => {
      if (!['yes', 'no'].includes(answer)) throw new CommandError('grants share: say yes or no.');
      await change(origin, (grant) => ({ ...grant, mayShare: answer === 'yes' }));
    });

  ofRecords('adopt', 'make records of an origin yours, for every place', (rapporteur, ids) =>
    rapporteur.give(ids, operator),
  );
  grants
    .command('move')
    .description('give records of one origin to another')
    .argument('<from>')
    .argument('<to>', 'operator, slack:T0123 or discord:987654')
    .argument('[session...]', 'ids; all of the origin where none is given')
    .action((from: string, to: string, ids: string[]) =>
      using(async (rapporteur) => {
        mustBeOrigin(to);
        tell('moved', await rapporteur.give(await recordsOf(rapporteur, from, ids), to));
      }),
    );
  ofRecords('remove', 'remove records of an origin', async (rapporteur, ids) => {
    const removed: string[] = [];
    for (const id of ids) if (await rapporteur.remove(id)) removed.push(id);
    return removed;
  });

  function ofRecords(
    name: string,
    description: string,
    work: (rapporteur: Rapporteur, ids: string[]) => Promise<string[]>,
  ): void {
    grants
      .command(name)
      .description(description)
      .argument('<origin>', 'slack:T0123 or discord:987654')
      .argument('[session...]', 'ids; all of the origin where none is given')
      .action((origin: string, ids: string[]) =>
        using(async (rapporteur) => {
          tell(`${name.replace(/e$/u, '')}ed`, await work(rapporteur, await recordsOf(rapporteur, origin, ids)));
        }),
      );
  }

  async function change(origin: string, to: (grant: Grant) => { sees: Sees | null; mayShare: boolean }): Promise<void> {
    mustBeOrigin(origin);
    if (origin === operator) throw new CommandError('grants: the operator needs none.');
    const now = await chats(async (store) => {
      await store.grants.save(origin, to(await store.grants.of(origin)));
      return store.grants.of(origin);
    });
    print(renderGrants([{ origin, ...now, sessions: [] }], look));
  }

  function tell(what: string, ids: string[]): void {
    print(ids.length === 0 ? 'There are no such records.' : ids.map((id) => `${what}  ${id}`).join('\n'));
  }
}

async function recordsOf(rapporteur: Rapporteur, of: string, ids: string[]): Promise<string[]> {
  mustBeOrigin(of);
  const { sessions } = await rapporteur.holdings();
  const theirs = sessions.filter(({ origin = operator }) => origin === of).map(({ id }) => id);
  const other = ids.find((id) => !theirs.includes(id));
  if (other !== undefined)
    throw new CommandError(`grants: ${of} has no session ${other}; "grants list --json" has the ids.`);
  return ids.length === 0 && of !== operator ? theirs : ids;
}

function mustBeOrigin(origin: string): void {
  if (origin !== operator && !/^[a-z]+:[^\s/]+$/u.test(origin))
    throw new CommandError(`grants: ${origin} is no origin; write slack:T0123, discord:987654 or operator.`);
}
