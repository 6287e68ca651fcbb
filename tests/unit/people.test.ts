import { describe, expect, test } from 'vitest';
import { peopleIn, peopleOf } from '../../src/people/people.ts';
import { directory, foundByOfJoined } from '../../src/people/directory.ts';
import { peopleMerging } from '../../src/people/merging.ts';
import type { Person } from '../../src/people/person.ts';
import { isGeneric } from '../../src/people/roles.ts';
import { sessionOfPeople as session } from '../fixtures/session.ts';

// Every person, organisation and event here is invented.

describe('the same person in two sessions is one, and nobody else', () => {
  const check = (one: [string, string | null], other: [string, string | null]) =>
    peopleOf([session('a', { [one[0]]: one[1] }), session('b', { [other[0]]: other[1] })]).length;
  test.each<[string, string | null, string, string | null, number]>([
    ['Tan Mei', null, 'Mei Tan', null, 1],
    ['Björn Soderqvist', null, 'Bjorn Söderqvist', null, 1],
    ['Otto Jäger', null, 'Dr. Otto Jaeger', null, 1],
    ['CLARA WHITMORE', null, 'Clara Whitmore', 'Head of X', 1],
    ['Hon. Ada Field (Minister of Tides)', null, 'Hon. Ada Field', null, 1],
    ['Clara Whitmore', 'Head of the Lake Office', 'Clara Witmore', 'Head of the Lake Office', 1],
    ['Clara Whitmore', null, 'Clara Witmore', null, 2],
    ['Mario Rossini', 'Engineer', 'Maria Rossini', 'Engineer', 2],
    ['Ravi Chen', null, 'Lucy Chen', null, 2],
    ['MODERATOR', null, 'MODERATOR', null, 2],
    ['SPEAKER_01', null, 'SPEAKER_01', null, 2],
    ['Project Manager', null, 'Project Manager', null, 2],
    ['Japan', null, 'Japan', null, 2],
    ['Kelly', null, 'Kelly', null, 2],
    ['Kelly', 'Host', 'Kelly', 'Host', 2],
    ['Kelly', 'Director of Lake Radio', 'Kelly', 'Director of Lake Radio', 1],
    ['Anna K', null, 'Anna K', null, 2],
  ])('%s (%s) and %s (%s): %i', (name, role, otherName, otherRole, count) =>
    expect(check([name, role], [otherName, otherRole])).toBe(count),
  );

  test('and keeps every spelling, office and appearance', () => {
    const [person] = peopleOf([
      session('a', { 'Tan Mei': 'Head of the Lake Office' }),
      session('b', { 'Mei Tan': 'Professor' }),
    ]);
    expect(person).toMatchObject({
      name: 'Tan Mei',
      otherNames: ['Mei Tan'],
      role: 'Head of the Lake Office',
      introducedAs: ['Professor'],
      sessions: ['a', 'b'],
      appearances: [
        { session: 'a', speaker: 'Tan Mei' },
        { session: 'b', speaker: 'Mei Tan' },
      ],
    });
  });
});

test.each<[string, boolean]>([
  ['MODERATOR', true],
  ['Speaker 2', true],
  ['SPEAKER_01', true],
  ['The Chair', true],
  ['Unknown speaker', true],
  ['Mei Tan', false],
  ['Kelly', false],
])('%s is nobody’s own name: %s', (name, expected) => expect(isGeneric(name)).toBe(expected));

describe('listens to how people name each other', () => {
  const check = (turns: [string | null, string][], of: string) => {
    const names = Object.fromEntries(
      turns
        .map(([name]) => name)
        .filter((name) => name !== null)
        .map((name) => [name, null]),
    );
    return peopleIn(session('a', names, turns)).find(({ name }) => name === of)!.introducedAs;
  };
  test.each<[string, [string | null, string][], string, string[]]>([
    [
      'an introduction',
      [
        ['Mei Tan', 'I invite Dr. Clara Whitmore, Vice Chair of the Lakes Congress, to speak.'],
        ['Clara Whitmore', 'Thanks.'],
      ],
      'Clara Whitmore',
      ['Dr. Clara Whitmore, Vice Chair of the Lakes Congress'],
    ],
    [
      'a misheard name in an invitation',
      [
        ['Mei Tan', 'Please welcome Dr. Whitmer.'],
        ['Clara Whitmore', 'Thanks.'],
      ],
      'Clara Whitmore',
      ['Dr. Whitmer'],
    ],
    [
      'a misheard name in thanks',
      [
        ['Otto Jaeger', 'That was it.'],
        ['Mei Tan', 'Thank you, Professor Jacker-Mann. Good.'],
      ],
      'Otto Jaeger',
      ['Professor Jacker-Mann'],
    ],
    [
      'a misheard name elsewhere',
      [
        ['Ivo Gorry', 'Yes.'],
        ['Mei Tan', 'Good.'],
        ['Otto Jaeger', 'As Mr. Gorri said.'],
      ],
      'Ivo Gorry',
      ['Mr. Gorri'],
    ],
    [
      'an office without a name',
      [
        ['Mei Tan', 'The floor goes to the representative of the Ministry of Tides.'],
        ['Ravi Chen', 'Thanks.'],
      ],
      'Ravi Chen',
      ['representative of the Ministry of Tides'],
    ],
    [
      'nothing in thanks to another',
      [
        ['Otto Jaeger', 'So.'],
        ['Mei Tan', 'Thank you, Mr. Chen, and you all.'],
        ['Ravi Chen', 'Yes.'],
      ],
      'Otto Jaeger',
      [],
    ],
    [
      'nothing in a name unlike theirs',
      [
        ['Otto Jaeger', 'So.'],
        ['Mei Tan', 'Thank you, Mr. Brown.'],
      ],
      'Otto Jaeger',
      [],
    ],
    [
      'their own name',
      [['SPEAKER_01', 'Hello, I’m Clara Whitmore from the Lakes Congress.']],
      'SPEAKER_01',
      ['Clara Whitmore'],
    ],
    ['no name in what they are', [['Clara Whitmore', 'I am Northlander and proud.']], 'Clara Whitmore', []],
  ])('%s', (_, turns, of, expected) => expect(check(turns, of)).toEqual(expected));
});

describe('listens to where people say they are from', () => {
  test.each<[string, string[]]>([
    [
      'Seen from our side, from the UN Conference on Rivers and Harbours, it is.',
      ['UN Conference on Rivers and Harbours'],
    ],
    ['I’m Zhou Rui from Blue Delta Institute.', ['Blue Delta Institute']],
    ['I do work at RWU in the Open Water team.', ['RWU']],
    ['On behalf of the Academy of Lakes, welcome.', ['Academy of Lakes']],
    ['We work with Lakeland University.', []],
    ['I am not sitting that far from the Prime Minister, and I speak for the Minister of Ponds.', []],
    ['I’m hearing from Blue Delta that it rains.', []],
    ['With us is Mei Tan, who is here representing the Union of Ferrymen.', []],
    ['I’m very pleased to welcome Mei Tan, head of Northern Tides, and colleagues from Deep Blue.', []],
    ['This is Ravi. He’s representing Delta Reeds today. I’m Zhou Rui from Tide Watch.', ['Tide Watch']],
    ['It came from the Lakes Congress.', []],
  ])('%s', (text, expected) =>
    expect(peopleIn(session('a', { 'Zhou Rui': null }, [['Zhou Rui', text]]))[0]?.says).toEqual(expected),
  );
});

test('who gives others the floor is counted', () => {
  const [first, second] = peopleIn(
    session('a', { 'Mei Tan': null, 'Ravi Chen': null }, [
      ['Mei Tan', 'Let us welcome Mr. Chen.'],
      ['Ravi Chen', 'Thank you, it is a lake.'],
      ['Mei Tan', 'Mr. Chen, the floor is yours again.'],
      ['Ravi Chen', 'No.'],
    ]),
  );
  expect([first?.introduces, second?.introduces]).toEqual([2, 0]);
});

test('who is joined with a later record is found by what that tells, and by all from before', () => {
  const [early, late] = [{ 'Ines Okafor': null }, { 'Ines Okafor': 'Harbour Master of Tarn' }].map((speakers, number) =>
    peopleIn(session(`day ${number}`, speakers, [['Ines Okafor', 'Good morning.']])),
  );
  const merging = peopleMerging();
  for (const person of early!) merging.add(person);
  expect(directory(merging.merged).find('the harbour master')).toEqual([]);
  for (const person of late!) merging.add(person);
  const after = directory(merging.merged);
  expect(after.find('the harbour master').map(({ person }) => person.name)).toEqual(['Ines Okafor']);
  expect(after.find('Okafor')).toHaveLength(1);
});

test('who is joined anew after a change is found by what the records of now tell, and by nothing of before', () => {
  const record = (office: string | null, day: number) =>
    peopleIn(session(`day ${day}`, { 'Ines Okafor': office }, [['Ines Okafor', 'Good morning.']]))[0]!;
  const [first, asMaster, asPilot] = [record(null, 0), record('Harbour Master of Tarn', 1), record('Pilot of Tarn', 2)];
  const found = (records: Person[], phrase: string) => {
    const merging = peopleMerging();
    for (const each of records) merging.add(each);
    return directory(merging.merged, foundByOfJoined(merging)).find(phrase).length;
  };
  expect(found([first, asMaster], 'the harbour master')).toBe(1);
  expect(found([first, asPilot], 'the harbour master')).toBe(0);
  expect(found([first, asPilot], 'the pilot')).toBe(1);
  expect(found([first], 'the pilot')).toBe(0);
});
