import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transactions, type Transactions } from '../../src/library/sqlite/transactions.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

let [mine, others]: DatabaseSync[] = [];
let changes: Transactions;
let undone: number;

beforeEach(() => {
  const file = `${temporaryFolder()}/words.db`;
  mine = new DatabaseSync(file);
  mine.exec(`PRAGMA journal_mode = WAL; CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY);
    INSERT INTO meta VALUES ('revision', 0); CREATE TABLE said (word TEXT NOT NULL)`);
  others = new DatabaseSync(file);
  undone = 0;
  changes = transactions(mine, 'the folder', () => (undone += 1));
});
afterEach(() => {
  mine!.close();
  others!.close();
});

const say = (word: string | null) => mine!.prepare('INSERT INTO said VALUES (?)').run(word);
const heard = () =>
  others!
    .prepare('SELECT word FROM said ORDER BY rowid')
    .all()
    .map(({ word }) => word);
const revision = () => others!.prepare("SELECT value FROM meta WHERE key = 'revision'").get()!['value'];

describe('a change alone', () => {
  it('is seen by others at once, and what was left for the end comes last', () => {
    changes.change(() => {
      changes.atCommit(() => say('last'));
      say('first');
    });
    expect(heard()).toEqual(['first', 'last']);
    expect(revision()).toBe(1);
  });
  it('that fails is undone, with what was left', () => {
    const fails = () =>
      changes.change(() => {
        changes.atCommit(() => say('last'));
        say('first');
        throw new Error('it rains');
      });
    expect(fails).toThrow('it rains');
    changes.change(() => say('after'));
    expect(heard()).toEqual(['after']);
    expect(undone).toBe(1);
  });
});

describe('changes together', () => {
  it('are seen when all are made, each counted', async () => {
    await changes.together(async () => {
      changes.change(() => say('one'));
      changes.change(() => {
        changes.atCommit(() => say('last'));
        say('two');
      });
      expect(heard()).toEqual([]);
    });
    expect(heard()).toEqual(['one', 'two', 'last']);
    expect(revision()).toBe(2);
  });
  it('are seen before that where the work goes on', async () => {
    await changes.together(async () => {
      changes.change(() => say('one'));
      await expect.poll(heard, { timeout: 60_000 }).toEqual(['one']);
    });
  });
  it('stay where one of them fails, or the work itself', async () => {
    const work = changes.together(async () => {
      changes.change(() => say('one'));
      expect(() =>
        changes.change(() => {
          changes.atCommit(() => say('last'));
          say('two');
          say(null);
        }),
      ).toThrow(/NOT NULL/u);
      changes.change(() => say('three'));
      throw new Error('it rains');
    });
    await expect(work).rejects.toThrow('it rains');
    expect(heard()).toEqual(['one', 'three']);
    expect(undone).toBe(1);
  });
  it('that cannot be written are told of, also when nobody waited', async () => {
    const work = changes.together(async () => {
      changes.change(() => {
        changes.atCommit(() => say(null));
        say('one');
      });
      await expect.poll(() => undone, { timeout: 60_000 }).toBe(1);
      changes.change(() => say('two'));
    });
    await expect(work).rejects.toThrow(/NOT NULL/u);
    expect(heard()).toEqual([]);
  });
});
