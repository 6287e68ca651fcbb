/** Who is known of a large library is kept for the next process, of just the library it was made of. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { databaseName } from '../../src/library/sqlite/database.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const folder = temporaryFolder();
const given = ['Ane', 'Bram', 'Cato', 'Dunja', 'Eskil', 'Fenna', 'Goran', 'Hilde', 'Ivo', 'Jorun'];
const last = ['Valk', 'Storm', 'Ridder', 'Holm', 'Brandt', 'Kade', 'Linde', 'Morel', 'Noor', 'Oster'];

/** Four speak in each, one with an office. */
function record(number: number) {
  const name = (at: number) => `${given[(number + at) % 10]} ${last[(number * 3 + at) % 10]}`;
  const turns = [
    `${name(0)}: Good morning. I give the floor to ${name(1)}, director of the tide office number ${number}.`,
    `${name(1)}: Thank you. The locks of basin ${number} need new gates.`,
    `${name(2)}: The ferry at pier ${number} will run in winter too.`,
    `${name(3)}: We count eels at weir ${number} every spring.`,
  ];
  return {
    name: `meeting-${number}.txt`,
    bytes: new TextEncoder().encode(`Title: Meeting ${number}\n\n${turns.join('\n')}\n`),
  };
}

const questions = [
  'What did Bram Storm say about the gates?',
  'What did the director of the tide office number 7 say?',
  'What did Brm Stormm say about gates?',
  'Who spoke about eels at weir 12?',
];

/** Answers of a process of its own. */
async function answers(ask = questions): Promise<unknown[]> {
  return using(async (rapporteur) => {
    const found: unknown[] = [];
    for (const text of ask) found.push(await rapporteur.ask({ text }));
    return found;
  });
}

async function using<T>(work: (rapporteur: Rapporteur) => Promise<T>): Promise<T> {
  const rapporteur = await rapporteurIn(folder);
  try {
    return await work(rapporteur);
  } finally {
    await rapporteur.close();
  }
}

function inDatabase<T>(work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(path.join(folder, databaseName));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const kept = () => inDatabase((db) => db.prepare('SELECT name, revision, text FROM worked_out').all());

describe('joined people', () => {
  it('are kept when a process ends, and give the same answers to the next', async () => {
    await using((rapporteur) => rapporteur.ingest(Array.from({ length: 300 }, (_, number) => record(number))));
    const before = await answers();
    expect(kept()).toHaveLength(1);
    expect(JSON.stringify(kept()).includes('Bram Storm')).toBe(true);
    expect(await answers()).toEqual(before);
  });

  it('are read where they are kept', async () => {
    const before = await answers();
    // As nothing else would have it: whom the first question names is not known there.
    const whole = kept()[0]!['text'] as string;
    change(whole.replaceAll('Bram', 'Wout').replaceAll('bram', 'wout'), { isSealed: true });
    const after = await answers();
    change(whole, { isSealed: true });
    expect(after[0]).not.toEqual(before[0]);
    expect(after[3]).toEqual(before[3]);
  });

  it('are not believed where they are damaged', async () => {
    const before = await answers();
    change((kept()[0]!['text'] as string).replaceAll('Bram', 'Wout'), { isSealed: false });
    expect(await answers()).toEqual(before);
  });

  it('are gone with the first change, and whoever came in is known', async () => {
    await using((rapporteur) => rapporteur.index());
    expect(kept()).toHaveLength(1);
    const added = {
      name: 'new.txt',
      bytes: new TextEncoder().encode('Title: New\n\nZelda Quist: The dredger is sold.\n'),
    };
    await using((rapporteur) => rapporteur.ingest([added]));
    expect(kept()).toHaveLength(0);
    expect(JSON.stringify(await answers(['What did Zelda Quist say about the dredger?']))).toContain('dredger is sold');
    await using((rapporteur) => rapporteur.removeFrom(['new.txt']));
    expect(JSON.stringify(kept()).includes('Zelda')).toBe(false);
  });
});

function change(text: string, { isSealed }: { isSealed: boolean }): void {
  inDatabase((db) => {
    db.prepare('UPDATE worked_out SET text = ?').run(text);
    if (isSealed) db.prepare('UPDATE worked_out SET checksum = ?').run(crc32(text));
  });
}
