/** `library move` as it is typed, to a real server and back, killed on the way there and run again. Invented throughout. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChats } from '../../src/chat/store/open-chats.ts';
import { skipped, startPostgres, whyNoPostgres, type RealServer } from '../fakes/postgres-server.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const sessions = 40;
const place = { platform: 'slack', workspace: 'T1', channel: 'C1' };

interface Where {
  LIBRARY_PATH: string;
  LIBRARY_URL?: string;
}

function started(argv: string[], where: Where) {
  const cwd = temporaryFolder();
  const child = spawn(process.execPath, [program, ...argv], { cwd, env: { PATH: process.env['PATH'], ...where } });
  const ended = { output: '', code: null as number | null };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (ended.output += text));
  return { child, ended: once(child, 'close').then(([code]) => ({ ...ended, code: code as number | null })) };
}

async function run(argv: string[], where: Where): Promise<string> {
  const { code, output } = await started(argv, where).ended;
  expect(code, output).toBe(0);
  return output;
}

/** Killed once some sessions are there, and before all are. */
async function killed(argv: string[], where: Where, count: () => Promise<number>): Promise<void> {
  const { child, ended } = started(argv, where);
  await expect.poll(count, { timeout: 120_000, interval: 5 }).toBeGreaterThan(2);
  child.kill('SIGKILL');
  expect((await ended).code).toBe(null);
  expect(await count()).toBeLessThan(sessions);
}

async function idOf(title: string, where: Where): Promise<string> {
  const all = JSON.parse(await run(['sessions', '--json'], where)) as { id: string; title: string }[];
  return all.find((session) => session.title === title)!.id;
}

/** What people see of it. */
async function shown(where: Where): Promise<unknown[]> {
  const store = await openChats({ LIBRARY_URL: undefined, ...where });
  const chats = [await store.settings(place), await store.grants.all()];
  await store.close();
  const asked = [
    'sessions --json',
    `show ${await idOf('Sluice 7', where)} --json`,
    'speakers --json',
    'library check --json',
  ];
  const printed: unknown[] = [];
  for (const argv of asked) printed.push(JSON.parse(await run(argv.split(' '), where)));
  return [...chats, ...printed];
}

describe.skipIf(whyNoPostgres !== null)(`library move${skipped}`, () => {
  let server: RealServer;
  beforeAll(async () => {
    server = await startPostgres({ settings: 'fsync = off' });
  });
  afterAll(() => server.remove());

  it('carries all of it to a server and back, also where it is killed on the way', { timeout: 600_000 }, async () => {
    const [here, back, records] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    mkdirSync(records, { recursive: true });
    for (let at = 0; at < sessions; at += 1) {
      const turns = Array.from({ length: 20 }, (_, turn) => `Ines Okafor: Sluice ${at} has ${turn} gates, all oiled.`);
      writeFileSync(
        path.join(records, `hearing-${at}.txt`),
        `Title: Sluice ${at}\nDate: 2025-03-04\n\n${turns.join('\n\n')}\n`,
      );
    }
    await run(['ingest', records], { LIBRARY_PATH: here });
    const seventh = await idOf('Sluice 7', { LIBRARY_PATH: here });
    await run(['speakers', 'rename', seventh, 'Ines Okafor', 'Inès Okafor'], { LIBRARY_PATH: here });
    const store = await openChats({ LIBRARY_PATH: here, LIBRARY_URL: undefined });
    await store.saveSettings(place, { questionsPerHour: 7 });
    await store.grants.save('slack:T1', { sees: 'nothing', mayShare: false });
    await store.close();
    const before = await shown({ LIBRARY_PATH: here });
    expect(JSON.stringify(before)).toContain('Inès Okafor');

    const url = server.addressOf('records');
    const onServer = { LIBRARY_PATH: temporaryFolder(), LIBRARY_URL: url };
    const rows = async () => {
      try {
        return (await server.sql('SELECT count(*)::int AS n FROM records.sessions'))[0]!['n'] as number;
      } catch {
        return 0;
      }
    };
    const there = ['library', 'move', '--to', url];
    await killed(there, { LIBRARY_PATH: here }, rows);
    expect(await run(there, { LIBRARY_PATH: here })).toMatch(
      /Moved \d+ sessions to postgres:.*\d+ sessions were there already/u,
    );
    expect(await shown(onServer)).toEqual(before);

    expect(await run(['library', 'move', '--to', back], onServer)).toContain(`Moved ${sessions} sessions to ${back}`);
    expect(await shown({ LIBRARY_PATH: back })).toEqual(before);
    expect(await run(['library', 'move', '--to', back], onServer)).toContain(`${sessions} sessions were there already`);
  });
});
