import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyCorrections, readCorrection } from '../../src/library/corrections.ts';
import type { IngestedFile, Rapporteur } from '../../src/rapporteur.ts';
import type { Session } from '../../src/session.ts';
import { harbour } from '../fixtures/harbour.ts';
import { type Correction, type CorrectionRequest } from '../../src/session.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

/** Each turn as `Name: words`. */
function session(...turns: string[]): Session {
  const said = turns.map((turn) => turn.split(': ') as [string, string]);
  return {
    id: 'hearing',
    title: 'Hearing',
    date: null,
    startTime: null,
    endTime: null,
    event: null,
    kind: 'transcript',
    language: null,
    source: 'hearing.txt',
    page: null,
    speakers: [...new Set(said.map(([name]) => name))].map((name) => ({
      name,
      otherNames: [],
      role: null,
      affiliation: null,
    })),
    turns: said.map(([speaker, text]) => ({ speaker, text, times: [] })),
    findings: [{ kind: 'argument', text: 'An argument', speakers: ['A'], details: [], topics: [], section: [] }],
  };
}

function check(record: Session, corrections: Correction[], expected: string[], problems: RegExp[] = []) {
  const before = structuredClone(record);
  const corrected = applyCorrections(record, corrections);
  expect(corrected.session.turns.map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual(expected);
  expect(corrected.problems).toHaveLength(problems.length);
  for (const [index, problem] of problems.entries()) expect(corrected.problems[index]).toMatch(problem);
  expect(record).toEqual(before);
  return corrected.session;
}

const byTurn = (turn: number, text: string, to: string): Correction => ({ kind: 'turn', turn, text, to });

describe('corrections', () => {
  it('name a voice, or a label that was not trusted, in the whole session', () => {
    const record = session('Ana: one', 'x: two', 'y: three', 'x: four');
    record.speakers = record.speakers.filter(({ name }) => name === 'Ana');
    for (const turn of record.turns)
      if (turn.speaker !== 'Ana')
        Object.assign(turn, { label: turn.speaker === 'x' ? 'SPEAKER_06' : 'Clerk', speaker: null });
    const named = readCorrection(record, { kind: 'rename', from: 'voice 6', to: 'Bo' });
    expect(named).toEqual({ kind: 'rename', from: 'SPEAKER_06', to: 'Bo' });
    const corrected = check(record, [named], ['Ana: one', 'Bo: two', 'null: three', 'Bo: four']);
    expect(corrected.turns.map(({ label }) => label)).toEqual([undefined, undefined, 'Clerk', undefined]);
    expect(corrected.speakers.map(({ name }) => name)).toEqual(['Ana', 'Bo']);
    // The voice may be somebody's who speaks there by name.
    const known = readCorrection(record, { kind: 'rename', from: 'clerk', to: 'Ana' });
    check(record, [named, known], ['Ana: one', 'Bo: two', 'Ana: three', 'Bo: four']);
    expect(() => readCorrection(record, { kind: 'rename', from: 'voice 7', to: 'Bo' })).toThrow(/SPEAKER_06, Clerk/);
  });

  it('rename a speaker everywhere, and the wrong name is theirs no more', () => {
    const { speakers, findings } = check(
      session('A: one', 'B: two', 'A: three'),
      [{ kind: 'rename', from: 'A', to: 'Ana' }],
      ['Ana: one', 'B: two', 'Ana: three'],
    );
    expect(speakers.map(({ name, otherNames }) => [name, otherNames])).toEqual([
      ['Ana', []],
      ['B', []],
    ]);
    expect(findings[0]!.speakers).toEqual(['Ana']);
  });
  it('merge two names of one person, who is found by both', () => {
    const { speakers } = check(
      session('A: one', 'Ana: two'),
      [{ kind: 'merge', from: 'A', to: 'Ana' }],
      ['Ana: one', 'Ana: two'],
    );
    expect(speakers.map(({ name, otherNames }) => [name, otherNames])).toEqual([['Ana', ['A']]]);
  });
  it('give one turn to somebody else, also to somebody new', () => {
    const { speakers } = check(
      session('A: one', 'B: two'),
      [byTurn(0, 'one', 'B'), byTurn(1, 'two', 'Cleo')],
      ['B: one', 'Cleo: two'],
    );
    expect(speakers.map(({ name }) => name)).toEqual(['A', 'B', 'Cleo']);
  });
  it('build on each other in the order they were made', () => {
    check(
      session('A: one', 'B: two'),
      [byTurn(1, 'two', 'A'), { kind: 'rename', from: 'A', to: 'Ana' }],
      ['Ana: one', 'Ana: two'],
    );
  });
  it('follow a turn to another place', () => {
    check(session('Z: new', 'A: one', 'B: two'), [byTurn(0, 'one', 'Ana')], ['Z: new', 'Ana: one', 'B: two']);
  });
  it('are not guessed where the words are gone, or there more than once elsewhere', () => {
    check(session('A: other'), [byTurn(0, 'one', 'Ana')], ['A: other'], [/Ana spoke “one” could not be kept/u]);
    check(
      session('Z: new', 'A: thanks', 'B: thanks'),
      [byTurn(0, 'thanks', 'Ana')],
      ['Z: new', 'A: thanks', 'B: thanks'],
      [/could not be kept/u],
    );
  });
  it('of a name are done where the record has the right one itself, and told where it has neither', () => {
    check(session('Ana: one'), [{ kind: 'rename', from: 'A', to: 'Ana' }], ['Ana: one']);
    check(
      session('Cleo: one'),
      [{ kind: 'rename', from: 'A', to: 'Ana' }],
      ['Cleo: one'],
      [/correction of A to Ana could not be kept/u],
    );
  });
});

describe('a correction asked for', () => {
  const hearing = session('Ines Okafor: one', 'Mei Tanaka: two');
  it.each<[string, CorrectionRequest, RegExp]>([
    [
      'of nobody there',
      { kind: 'rename', from: 'Olga', to: 'Olga P.' },
      /nobody there is called “Olga”\. It has: Ines Okafor, Mei Tanaka/u,
    ],
    [
      'to another speaker there',
      { kind: 'rename', from: 'ines okafor', to: 'Mei Tanaka' },
      /Mei Tanaka is another speaker there.*speakers merge hearing "Ines Okafor" "Mei Tanaka"/u,
    ],
    ['into nobody there', { kind: 'merge', from: 'Mei Tanaka', to: 'Olga' }, /nobody there is called “Olga”/u],
    ['into the same', { kind: 'merge', from: 'Mei Tanaka', to: 'MEI TANAKA' }, /the same speaker already/u],
    ['to the same', { kind: 'rename', from: 'Mei Tanaka', to: 'Mei Tanaka' }, /called that already/u],
    ['to no name', { kind: 'rename', from: 'Mei Tanaka', to: ' \u200b\n' }, /is no name/u],
    ['of no turn', { kind: 'turn', turn: 2, to: 'Mei Tanaka' }, /there is no turn 3; the last is 2/u],
  ])('%s is refused in words', (_, request, expected) =>
    expect(() => readCorrection(hearing, request)).toThrow(expected),
  );
  it('where nobody is named says how to name somebody', () => {
    const unnamed = { ...hearing, speakers: [], turns: [{ speaker: null, text: 'one', times: [] }] };
    expect(() => readCorrection(unnamed, { kind: 'rename', from: 'A', to: 'B' })).toThrow(
      /No speaker is named there; "speakers correct" names the speaker of one turn/u,
    );
    expect(readCorrection(unnamed, { kind: 'turn', turn: 0, to: 'B' })).toEqual({
      kind: 'turn',
      turn: 0,
      text: 'one',
      to: 'B',
    });
  });
  it('finds the name meant, whatever its case and accents', () => {
    expect(
      readCorrection(session('Torbjörn: one'), { kind: 'rename', from: 'torbjorn', to: 'Tor  Björn\u200b' }),
    ).toEqual({ kind: 'rename', from: 'Torbjörn', to: 'Tor Björn' });
  });
});

describe('in a library', () => {
  let folder: string;
  let rapporteur: Rapporteur;
  const open = () => rapporteurIn(path.join(folder, 'library'));
  beforeEach(async () => {
    folder = temporaryFolder();
    rapporteur = await open();
  });
  afterEach(async () => {
    await rapporteur.close();
  });
  /** As a file; without an id of its own the library chooses one. */
  async function ingest(record: object): Promise<IngestedFile> {
    writeFileSync(path.join(folder, 'harbour.json'), JSON.stringify({ ...record, id: undefined }));
    return (await rapporteur.ingest([{ path: path.join(folder, 'harbour.json') }])).files[0]!;
  }
  const quoted = async (question: string) =>
    (await rapporteur.ask({ text: question })).quotes.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n');
  const id = 'harbour-council-hearing-2025-05-14';

  it('name a voice and a label that was not trusted, which ingest lists with the command', async () => {
    const file = path.join(folder, 'pier.txt');
    const said = [
      'SPEAKER_06: The pier is older than the town.',
      'SPEAKER_07: Nobody has mended the pier.',
      'SPEAKER_06: We will.',
    ];
    writeFileSync(file, said.join('\n\n'));
    const [ingested] = (await rapporteur.ingest([{ path: file }])).files;
    const pier = ingested!.sessions[0]!.id;
    expect(ingested!.problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^“SPEAKER_06” \(2 turns\).* voice 6\..* speakers rename pier "SPEAKER_06" "…"$/),
    );
    await rapporteur.correct(pier, { kind: 'rename', from: 'SPEAKER_06', to: 'Ines Okafor' });
    const session = (await rapporteur.show(pier))!;
    expect(session.turns.map(({ speaker, label }) => speaker ?? label)).toEqual([
      'Ines Okafor',
      'SPEAKER_07',
      'Ines Okafor',
    ]);
    // It is kept when the file is read anew.
    writeFileSync(file, [...said, 'SPEAKER_06: In May.'].join('\n\n'));
    const [again] = (await rapporteur.ingest([{ path: file }])).files;
    expect(again!.problems.map(({ message }) => message).join('\n')).not.toContain('SPEAKER_06');
    expect((await rapporteur.show(pier))!.turns.at(-1)).toMatchObject({
      speaker: 'Ines Okafor',
      text: 'We will. In May.',
    });
  });

  it('they change whose words are quoted, and are kept when the file changes', async () => {
    await ingest(harbour);
    expect(await rapporteur.correct(id, { kind: 'rename', from: 'Mei Tanaka', to: 'Emi Sato' })).toBe(
      'Mei Tanaka is called Emi Sato',
    );
    await rapporteur.correct(id, { kind: 'turn', turn: 3, to: 'Ines Okafor' });
    expect(await quoted('What did Ms. Sato say about seals?')).toBe(
      'Emi Sato: We have moved the work to the winter so that the seals are not disturbed.',
    );
    expect((await rapporteur.ask({ text: 'What did Mei Tanaka say about seals?' })).text).toContain(
      'No speaker called Mei Tanaka',
    );
    expect(await rapporteur.verify('I propose a pause of two years')).toMatchObject({
      verdict: 'verbatim',
      speaker: 'Ines Okafor',
    });

    const changed = {
      ...harbour,
      turns: [{ speaker: 'Ines Okafor', text: 'We begin a little late.' }, ...harbour.turns],
    };
    expect(await ingest(changed)).toMatchObject({ sessions: [{ id, outcome: 'updated' }], problems: [] });
    expect(await quoted('What did Ms. Sato say about seals?')).toMatch(/^Emi Sato: /u);
    expect(await rapporteur.verify('I propose a pause of two years')).toMatchObject({
      verdict: 'verbatim',
      speaker: 'Ines Okafor',
      found: { turn: 4 },
    });
    expect((await rapporteur.speakers()).map(({ name, turnCount }) => `${name} ${turnCount}`)).toEqual([
      'Emi Sato 1',
      'Ines Okafor 4',
      'Tomas Lindqvist 1',
    ]);
    expect(await rapporteur.check()).toMatchObject({ sessions: 1, faults: [] });
  });
  it('the same file again changes nothing, and a restart neither', async () => {
    await ingest(harbour);
    await rapporteur.correct(id, { kind: 'rename', from: 'Mei Tanaka', to: 'Emi Sato' });
    expect(await ingest(harbour)).toMatchObject({ sessions: [{ outcome: 'unchanged' }] });
    await rapporteur.close();
    rapporteur = await open();
    expect((await rapporteur.sessions())[0]!.speakers).toContain('Emi Sato');
  });
  it('one that has lost its place is a problem of the file', async () => {
    await ingest(harbour);
    await rapporteur.correct(id, { kind: 'turn', turn: 3, to: 'Ines Okafor' });
    const { problems } = await ingest({ ...harbour, turns: harbour.turns.slice(0, 3) });
    expect(problems).toEqual([
      {
        line: null,
        message: expect.stringMatching(
          /^harbour-council-hearing-2025-05-14: the correction that Ines Okafor spoke “Winter dredging is better for the seals, .* could not be kept/u,
        ) as string,
      },
    ]);
    // When the words come back, so does the correction.
    await ingest(harbour);
    expect(await rapporteur.verify('I propose a pause of two years')).toMatchObject({ speaker: 'Ines Okafor' });
  });
  it('they are not applied to another record of the same name, and forgotten with the session', async () => {
    await ingest(harbour);
    await rapporteur.correct(id, { kind: 'rename', from: 'Mei Tanaka', to: 'Emi Sato' });
    await rapporteur.removeFrom([path.join(folder, 'harbour.json')]);
    await rapporteur.ingest([
      { name: 'other.json', bytes: new TextEncoder().encode(JSON.stringify({ ...harbour, id: undefined })) },
    ]);
    expect(await rapporteur.sessions()).toMatchObject([
      { id, speakers: ['Ines Okafor', 'Tomas Lindqvist', 'Mei Tanaka'] },
    ]);
    await rapporteur.remove(id);
    await ingest(harbour);
    expect(await rapporteur.sessions()).toMatchObject([
      { id, speakers: ['Ines Okafor', 'Tomas Lindqvist', 'Mei Tanaka'] },
    ]);
  });
  it('come back with a file that was away', async () => {
    await ingest(harbour);
    await rapporteur.correct(id, { kind: 'rename', from: 'Mei Tanaka', to: 'Emi Sato' });
    await rapporteur.removeFrom([path.join(folder, 'harbour.json')]);
    expect(await rapporteur.sessions()).toEqual([]);
    await ingest(harbour);
    expect(await rapporteur.sessions()).toMatchObject([{ speakers: ['Ines Okafor', 'Tomas Lindqvist', 'Emi Sato'] }]);
  });
  it('a quote says which version of the record it is from', async () => {
    await ingest(harbour);
    const version = async () =>
      (await rapporteur.ask({ text: 'How many seals were counted?' })).quotes[0]!.session.version;
    const first = await version();
    expect(first).toBe((await rapporteur.show(id))!.version);
    await ingest({ ...harbour, turns: harbour.turns.slice(0, 3) });
    const second = await version();
    expect(second).not.toBe(first);
    await ingest(harbour);
    expect(await version()).toBe(first);
  });
});
