import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { watchFolder, type WatchReport } from '../../src/records/watch-folder.ts';
import { harbour, orchard } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let place: string;
let records: string;
let rapporteur: Rapporteur;
/** Answers from the same library, opened before anything came in. */
let asker: Rapporteur;
let reports: WatchReport[];
let errors: string[];
let watching: ReturnType<typeof watchFolder> | null;

beforeEach(async () => {
  place = temporaryFolder();
  records = path.join(place, 'records');
  mkdirSync(records);
  const open = () => rapporteurIn(path.join(place, 'library'));
  [rapporteur, asker] = [await open(), await open()];
  [reports, errors, watching] = [[], [], null];
});
afterEach(async () => {
  await watching?.stop();
  await rapporteur.close();
  await asker.close();
});

async function start(settleMs = 150): Promise<void> {
  watching = watchFolder({
    rapporteur,
    folder: records,
    settleMs,
    onReport: (report) => reports.push(report),
    onError: ({ message }) => errors.push(message),
  });
  await watching.settled;
}

const file = (name: string) => path.join(records, name);
const write = (name: string, record: object) => writeFileSync(file(name), JSON.stringify(record));
const answer = async (question: string) => (await asker.ask({ text: question })).status;
const eventually = (expected: () => Promise<unknown>) => vi.waitFor(expected, { timeout: 60_000, interval: 50 });

describe('a record that ends the thread that reads it', () => {
  it('is found among others, given up by name, and tried again when it changes', async () => {
    write('harbour.json', harbour);
    write('orchard.json', orchard);
    const asked: string[][] = [];
    const fragile = {
      ...rapporteur,
      ingest: async (given: Parameters<Rapporteur['ingest']>[0]) => {
        const names = given.map((record) => ('path' in record ? path.basename(record.path) : ''));
        asked.push(names);
        if (names.includes('orchard.json')) throw new Error('the thread ended');
        return rapporteur.ingest(given);
      },
    };
    watching = watchFolder({
      rapporteur: fragile,
      folder: records,
      settleMs: 150,
      retryMs: 20,
      onReport: (report) => reports.push(report),
      onError: ({ message }) => errors.push(message),
    });
    const failures = () => reports.flatMap(({ files }) => files.flatMap(({ failure }) => failure ?? []));
    await eventually(async () => expect(failures()).toHaveLength(1));
    expect(failures()[0]).toMatch(/failed on it 2 times \(the thread ended\)/u);
    await eventually(async () => expect(await answer('How many seals were counted?')).toBe('answered'));
    const tries = asked.length;
    await sleep(400);
    expect(asked).toHaveLength(tries);
    write('orchard.json', { ...orchard, title: 'Another' });
    await eventually(async () => expect(failures()).toHaveLength(2));
  });
  it('is not suspected while the library is in trouble', async () => {
    write('harbour.json', harbour);
    let tries = 0;
    const full = {
      ...rapporteur,
      ingest: async (given: Parameters<Rapporteur['ingest']>[0]) => {
        tries += 1;
        if (tries < 6) throw Object.assign(new Error('there is no room left'), { name: 'LibraryError' });
        return rapporteur.ingest(given);
      },
    };
    watching = watchFolder({
      rapporteur: full,
      folder: records,
      settleMs: 150,
      retryMs: 20,
      onReport: (report) => reports.push(report),
      onError: ({ message }) => errors.push(message),
    });
    await eventually(async () => expect(await answer('How many seals were counted?')).toBe('answered'));
    expect(errors).toHaveLength(5);
  });
});

describe('a watched folder', () => {
  it('is in the library at the start, and what comes later is answered from without a restart', async () => {
    write('harbour.json', harbour);
    expect(await answer('How many seals were counted?')).toBe('not_found');
    await start();
    expect(await answer('How many seals were counted?')).toBe('answered');
    mkdirSync(file('autumn'));
    write('autumn/orchard.json', orchard);
    await eventually(async () => expect(await answer('What would a frost warning cost?')).toBe('answered'));
    expect(
      reports.flatMap(({ files }) =>
        files.flatMap(({ sessions }) => sessions.map(({ id, outcome }) => `${id} ${outcome}`)),
      ),
    ).toEqual(['harbour-2025 added', 'orchard-2025 added']);
  });
  it('changes answers when a file changes', async () => {
    write('orchard.json', orchard);
    await start();
    write('orchard.json', {
      ...orchard,
      turns: [{ speaker: 'Jon Abara', text: 'A frost warning would cost 55,000 crowns a year.' }],
    });
    await eventually(async () =>
      expect((await asker.ask({ text: 'What would a frost warning cost?' })).quotes[0]!.text).toContain('55,000'),
    );
    expect(await asker.sessions()).toHaveLength(1);
  });
  it('takes the sessions of a removed file out', async () => {
    write('harbour.json', harbour);
    write('orchard.json', orchard);
    await start();
    rmSync(file('orchard.json'));
    await eventually(async () => expect((await asker.sessions()).map(({ id }) => id)).toEqual(['harbour-2025']));
    expect(reports.at(-1)).toMatchObject({ files: [], removed: ['orchard-2025'] });
  });
  it('takes out what was removed while nobody watched', async () => {
    write('harbour.json', harbour);
    write('orchard.json', orchard);
    await start();
    await watching!.stop();
    rmSync(file('orchard.json'));
    await start();
    expect((await asker.sessions()).map(({ id }) => id)).toEqual(['harbour-2025']);
  });
  it('keeps everything when the folder is empty or gone: a disk may not be mounted', async () => {
    write('harbour.json', harbour);
    await start();
    await watching!.stop();
    rmSync(file('harbour.json'));
    await start();
    expect(await asker.sessions()).toHaveLength(1);
    await watching!.stop();
    write('harbour.json', harbour);
    await start();
    rmSync(records, { recursive: true });
    await eventually(async () =>
      expect(errors).toContainEqual(expect.stringContaining('the folder is gone; its sessions stay')),
    );
    expect(await asker.sessions()).toHaveLength(1);
    mkdirSync(records);
  });
  it.each([
    ['is gone', () => rmSync(records, { recursive: true }), 'the folder is gone; its sessions stay'],
    [
      'is emptied, as when a disk is unmounted',
      () => ['harbour.json', 'orchard.json'].forEach((name) => rmSync(file(name))),
      'the folder holds no records any more; its sessions stay',
    ],
  ])('that %s is told once, and changes nothing', async (_, vanish, told) => {
    write('harbour.json', harbour);
    write('orchard.json', orchard);
    await start();
    const version = await asker.version();
    vanish();
    await eventually(async () => expect(errors).toEqual([expect.stringContaining(told)]));
    await sleep(800);
    expect([errors.length, await asker.version()]).toEqual([1, version]);
    mkdirSync(records, { recursive: true });
    write('harbour.json', harbour);
    await eventually(async () => expect(reports).toHaveLength(2));
    expect([(await asker.sessions()).length, await asker.version()]).toEqual([2, version]);
  });
  it('keeps a session, and what was put right in it, when its file moves', async () => {
    write('harbour.json', { ...harbour, id: undefined });
    await start();
    const { id } = (await asker.sessions())[0]!;
    await rapporteur.correct(id, { kind: 'rename', from: 'Mei Tanaka', to: 'Mei Tanabe' });
    renameSync(file('harbour.json'), file('renamed.json'));
    await eventually(async () => expect(await asker.sessions()).toMatchObject([{ id, source: file('renamed.json') }]));
    await sleep(800);
    expect(await asker.sessions()).toMatchObject([{ id, speakers: ['Ines Okafor', 'Tomas Lindqvist', 'Mei Tanabe'] }]);
  });
  it('waits until a file is written', async () => {
    // Far longer than a busy machine takes from one piece to the next.
    await start(2_000);
    const text = JSON.stringify(orchard);
    for (let at = 0; at < text.length; at += Math.ceil(text.length / 8)) {
      appendFileSync(file('slow.json'), text.slice(at, at + Math.ceil(text.length / 8)));
      await sleep(50);
    }
    await eventually(async () => expect(await asker.sessions()).toHaveLength(1));
    expect(reports.flatMap(({ files }) => files.map(({ failure }) => failure))).toEqual([null]);
  });
  it('passes over what is no record', async () => {
    await start();
    for (const name of ['.hidden.txt', 'picture.png', '~lock'])
      writeFileSync(file(name), 'Ines Okafor: Good morning, everybody.');
    write('orchard.json', orchard);
    await eventually(async () => expect(await asker.sessions()).toHaveLength(1));
    expect(reports.flatMap(({ files }) => files.map(({ name }) => name))).toEqual([file('orchard.json')]);
  });
  it('takes nothing in after it was stopped', async () => {
    await start();
    await watching!.stop();
    write('orchard.json', orchard);
    await sleep(600);
    expect(await asker.sessions()).toEqual([]);
  });
});
