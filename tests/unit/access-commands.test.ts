/** The commands with which whoever runs it says who may see what: grants, policies, doctor, forget. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { printedBy } from '../fakes/command-line.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { copyOf } from '../fixtures/libraries/copy.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
let rapporteur: Rapporteur;
beforeEach(async () => {
  folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder);
});
afterEach(() => rapporteur.close());

const run = (...argv: string[]) =>
  printedBy(argv, {
    open: () => ({ ...rapporteur, close: async () => {} }),
    openChats: async () => openChatStore(folder),
    columns: 100,
  });

const added = () => rapporteur.ingest([{ ...recordOf(orchard), origin: 'slack:T1' }, recordOf(harbour)]);

it('grants list, give, share, move, adopt and remove', async () => {
  await added();
  expect(await run('grants')).toBe('operator: 1 session\nslack:T1: 1 session, sees the default');
  expect(await run('grants', 'see', 'slack:T1', 'nothing')).toContain('sees nothing');
  expect(await run('grants', 'share', 'slack:T1', 'yes')).toContain('what it adds is yours');
  expect(await run('grants', 'see', 'slack:T1', 'default')).toContain('sees the default, what it adds is yours');
  await expect(run('grants', 'see', 'slack:T1', 'all')).rejects.toThrow('all is none of');
  await expect(run('grants', 'see', 'T1', 'nothing')).rejects.toThrow('T1 is no origin');
  expect(await run('sessions', '--origin', 'slack:T1')).toContain('Orchard growers');
  expect(await run('sessions')).not.toContain('Orchard');
  expect(await run('grants', 'move', 'slack:T1', 'discord:9')).toBe('moved  orchard-2025@slack-T1');
  await expect(run('grants', 'adopt', 'discord:9', 'harbour-2025')).rejects.toThrow('has no session harbour-2025');
  expect(await run('grants', 'adopt', 'discord:9')).toBe('adopted  orchard-2025@slack-T1');
  expect(await run('sessions')).toContain('Orchard');
  expect(await run('grants', 'move', 'operator', 'slack:T2', 'harbour-2025')).toBe('moved  harbour-2025');
  expect(await run('grants', 'remove', 'slack:T2')).toBe('removed  harbour-2025');
  expect(await run('grants', 'remove', 'slack:T2')).toBe('There are no such records.');
});

it('a policy and what overrules it take words of a title, of a session that nobody sees too', async () => {
  await added();
  await rapporteur.ingest([recordOf({ ...harbour, id: 'harbour-2024', title: 'Harbour supper' })]);
  const named = (await rapporteur.sessions()).find(({ id }) => id === 'harbour-2025');
  await run('sessions', 'policy', named!.title, 'off the record');
  expect((await rapporteur.sessions()).map(({ id }) => id)).toEqual(['harbour-2024']);
  expect(await run('show', named!.title, '--overrule', 'checking')).toContain('Tomas Lindqvist');
  // Which one is meant is never guessed.
  await expect(run('sessions', 'policy', 'harbour', '--remove')).rejects.toThrow('can mean 2 sessions');
  await run('sessions', 'policy', named!.title, '--remove');
  expect(await run('sessions', 'policy')).toBe('Every session is open.');
});

it('policies are set for a session, an event or a folder, listed and taken away', async () => {
  await added();
  expect(await run('sessions', 'policy')).toBe('Every session is open.');
  await expect(run('sessions', 'policy', 'harbour-2025', 'secret')).rejects.toThrow('“secret” is no rule');
  await expect(run('sessions', 'policy', 'nowhere', 'open')).rejects.toThrow('no session called “nowhere”');
  expect(await run('sessions', 'policy', 'harbour-2025', 'Chatham House; embargo until 2999-01-01')).toBe(
    'rule for session harbour-2025: chatham-house; embargo until 2999-01-01\nsession harbour-2025: chatham-house; embargo until 2999-01-01',
  );
  expect(await run('sessions', '--json')).toBe('[]');
  await expect(run('show', 'harbour-2025')).rejects.toThrow('harbour-2025');
  expect(await run('show', 'harbour-2025', '--overrule', 'checking')).toContain('Tomas Lindqvist');
  await run('sessions', 'policy', 'harbour-2025', '--remove');
  await run('sessions', 'policy', 'off the record', '--event', 'Coast Week');
  expect(await run('sessions', 'policy', '--json')).toBe(
    JSON.stringify({
      rules: [{ target: 'event Coast Week', rule: 'off the record' }],
      sessions: [{ id: 'harbour-2025', rule: 'off the record' }],
    }),
  );
  await run('sessions', 'policy', '--event', 'Coast Week', '--remove');
  expect(await run('show', 'harbour-2025')).toContain('Tomas Lindqvist');
});

it('doctor tells what chats had added to a library of an earlier version, and rules that nobody knows', async () => {
  await rapporteur.close();
  folder = copyOf('b8617bc/built-in');
  rapporteur = await rapporteurIn(folder);
  const told = await run('doctor');
  expect(told).toContain('Added by a chat before');
  expect(told).toContain('harbour-2025: Harbour Council hearing (harbour-2025.json)');
  await rapporteur.setRule({ event: 'Coast Week' }, 'confidential');
  expect(JSON.parse(await run('doctor', '--json'))).toMatchObject({
    unknownRules: [{ target: 'event Coast Week', rule: 'confidential' }],
  });
  expect((await rapporteur.sessions()).map(({ id }) => id)).not.toContain('harbour-2025');
});

it('doctor has nothing to say of what the operator put in', async () => {
  await rapporteur.ingest([{ name: 'standard input', bytes: Buffer.from(JSON.stringify(harbour)) }]);
  expect(await run('doctor')).toBe('library: It can be read.\nNothing to see to.');
});

it('forget shows and deletes what is kept of somebody', async () => {
  await rapporteur.close();
  folder = copyOf('b8617bc/built-in');
  rapporteur = await rapporteurIn(folder);
  expect(await run('forget', 'slack:U1', '--show')).toBe('slack:U1: 2 questions and 0 opinions are kept.');
  expect(await run('forget', 'slack:T2/U1')).toBe('slack:T2/U1: 0 questions and 0 opinions deleted.');
  // What somebody else thought of the answer goes with the question.
  expect(await run('forget', 'slack:T1/U1')).toBe('slack:T1/U1: 2 questions and 0 opinions deleted.');
  expect(await run('forget', 'slack:U2', '--show')).toBe('slack:U2: 0 questions and 0 opinions are kept.');
  await expect(run('forget', 'somebody')).rejects.toThrow('somebody is nobody');
});
