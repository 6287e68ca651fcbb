/** The commands about versions, over a library. All that is said is invented. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { runCommand } from '../fakes/command-line.ts';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeEach(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(harbour)]);
  await rapporteur.ingest([recordOf({ ...harbour, turns: harbour.turns.slice(0, 4) })]);
});
afterEach(() => rapporteur.close());

const run = (...argv: string[]) => runCommand(argv, { open: () => ({ ...rapporteur, close: async () => {} }) });

it('lists versions, the newest first, in words and as JSON', async () => {
  const { output } = await run('versions', 'harbour');
  expect(output).toMatch(/^2\. Harbour Council hearing \(the newest[^]*\n1\. Harbour Council hearing\n/u);
  const versions = JSON.parse((await run('versions', 'harbour', '--json')).output) as {
    number: number;
    turnCount: number;
  }[];
  expect(versions.map(({ number, turnCount }) => [number, turnCount])).toEqual([
    [1, 5],
    [2, 4],
  ]);
});

it('says what changed between two', async () => {
  const { output } = await run('versions', 'harbour', '--compare', '1', '2');
  expect(output).toContain('1 turn removed: 5 of the version before');
  expect(output.replaceAll(/\s+/g, ' ')).toContain('- Thank you both. The council will vote on the pause in June.');
  expect((await run('versions', 'harbour', '--compare', '2', '1')).output).toContain('1 turn added: 5');
  expect((await run('versions', 'harbour', '--compare', '1', '1')).output).toContain('have the same words');
});

it('shows a former version by its number, or by the hash that its quotes had', async () => {
  const { hash } = (await rapporteur.versions('harbour-2025'))[0]!;
  for (const version of ['1', hash.slice(0, 12)])
    expect((await run('show', 'harbour', '--version', version)).output).toContain('will vote on the pause');
  expect((await run('show', 'harbour')).output).not.toContain('will vote on the pause');
});

it.each([
  ['show', 'harbour', '--version', '3'],
  ['show', 'harbour', '--version', 'first'],
  ['versions', 'harbour', '--compare', '0', '1'],
])('refuses %s %s %s %s with the versions there are', async (...argv) => {
  expect(await run(...argv)).toMatchObject({ code: 1, output: expect.stringContaining('there are 1, 2.') });
});

it('says at ingest what changed, and where the former is', async () => {
  const { files } = await rapporteur.ingest([recordOf(harbour)]);
  expect(files[0]!.sessions).toMatchObject([{ outcome: 'updated', changes: ['1 turn added: 5'] }]);
  expect(files[0]!.sessions[0]).not.toHaveProperty('alike');
});
