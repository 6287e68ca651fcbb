import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { peopleOf } from '../../src/people.ts';
import { directory } from '../../src/speakers.ts';
import type { Session } from '../../src/session.ts';

// Every person, organisation and event here is invented.
function session(id: string, speakers: Record<string, string | null>, turns: [string | null, string][] = []): Session {
  return {
    id, title: id, date: null, startTime: null, endTime: null, event: null, kind: 'transcript', language: 'en', source: `${id}.txt`, page: null,
    speakers: Object.entries(speakers).map(([name, role]) => ({ name, otherNames: [], role, affiliation: null })),
    turns: turns.map(([speaker, text]) => ({ speaker, text, times: [] })), findings: [],
  };
}

const rivers = session('rivers', {
  'Mei Tan': 'From the Bureau of River Data of Northland (session moderator)',
  'Bjorn Soederqvist': 'Head of the Water and Trade branch at the UN Rivers and Harbours',
  'Zhou Rui': 'General Manager of Blue Delta Research Institute',
  'Amadou Ndiaye-Fall': 'Program Coordinator of the RWU Lake Standards Bureau, works in the Open Water team',
  'Clara Whitmore': 'Vice Chair of the Lakes Congress, former Director-General of OFLW',
  'Otto Jaeger': 'Professor Emeritus of University of Selmark',
  'Ravi Chen': 'Deputy minister at the Ministry of Tides',
  'Lucy Chen': 'Adviser at the Ministry of Tides',
  'Ольга Морозова': 'Director of the Volga Archive',
  '林晓明': null,
  'KEVIN O’HARE': 'Director, Tarn Power',
}, [
  ['Mei Tan', 'Good morning. I’m Tan Mei from the Bureau of River Data. Let me invite Ms. Clara Whitmore, Vice Chair of the Lakes Congress, to speak.'],
  ['Clara Whitmore', 'Thank you, Ms. Tan. Speed matters.'],
  ['Mei Tan', 'Thank you, Ms. Whitmore. Now Mr. Bjorn Soederqvist, welcome.'],
  ['Bjorn Soederqvist', 'From our perspective, from the UN Conference on Rivers and Harbours, prices matter, as Ms. Witmore said.'],
  ['Mei Tan', 'Thank you. Next, let us welcome Professor Otto Jaeger, please.'],
  ['Otto Jaeger', 'Thank you. Definitions matter.'],
  ['Mei Tan', 'Thank you, Professor Jacker-Mann. Mr. Zhou, the floor is yours.'],
  ['Zhou Rui', 'We have built two thousand gauges.'],
]);
const people = peopleOf([rivers]);
const library = directory(people);
const find = (phrase: string) => library.find(phrase).map(({ person }) => person.name);
const asked = (question: string) => library.mentions(question).map(({ phrase, matches, asSpeaker }) =>
  `${phrase} ${asSpeaker ? 'speaks' : 'is spoken of'}: ${matches.map(({ person }) => person.name).join(' or ') || 'nobody'}`);

describe('finds whom a phrase means', () => {
  test.each<[string, string[]]>([
    ['Mei Tan', ['Mei Tan']],
    ['Tan Mei', ['Mei Tan']],
    ['Ms. Tan', ['Mei Tan']],
    ['Björn', ['Bjorn Soederqvist']],
    ['Söderqvist', ['Bjorn Soederqvist']],
    ['Soderqvist', ['Bjorn Soederqvist']],
    ['Jäger', ['Otto Jaeger']],
    ['JAEGER', ['Otto Jaeger']],
    ['B. Soederqvist', ['Bjorn Soederqvist']],
    ['Soderqvst', ['Bjorn Soederqvist']],
    ['Whitmroe', ['Clara Whitmore']],
    ['Ms. Witmore', ['Clara Whitmore']],
    ['Professor Jacker-Mann', ['Otto Jaeger']],
    ['Ndiaye', ['Amadou Ndiaye-Fall']],
    ['Amadou Ndiaye Fall', ['Amadou Ndiaye-Fall']],
    ["Kevin O'Hare", ['KEVIN O’HARE']],
    ['Морозова', ['Ольга Морозова']],
    ['林晓明', ['林晓明']],
    ['the RWU representative', ['Amadou Ndiaye-Fall']],
    ['the former OFLW director', ['Clara Whitmore']],
    ['Blue Delta', ['Zhou Rui']],
    ['UNCRAH', ['Bjorn Soederqvist']],
    ['UNRH', ['Bjorn Soederqvist']],
    ['Organization for Lakes and Wetlands', ['Clara Whitmore']],
    ['the moderator', ['Mei Tan']],
    ['the chair', ['Mei Tan']],
    ['Chen', ['Ravi Chen', 'Lucy Chen']],
    ['Lucy Chen', ['Lucy Chen']],
    ['Ministry of Tides', ['Ravi Chen', 'Lucy Chen']],
    ['Ms. Tam', []],
    ['Chan', []],
    ['John Whitmore', []],
    ['Elsa Musgrave', []],
    ['policy', []],
    ['the speaker', []],
    ['', []],
  ])('%s', (phrase, expected) => expect(find(phrase)).toEqual(expected));
});

describe('hears whether a name speaks or is spoken of', () => {
  test.each<[string, string[]]>([
    ['What did Whitmore say about Northland?', ['Whitmore speaks: Clara Whitmore']],
    ['What did Tan say about Whitmore?', ['Tan speaks: Mei Tan', 'Whitmore is spoken of: Clara Whitmore']],
    ['How many gauges has Blue Delta built?', ['Blue Delta is spoken of: Zhou Rui']],
    ['What did Blue Delta say about gauges?', ['Blue Delta speaks: Zhou Rui']],
    ['What is the position of UNCRAH on prices?', ['UNCRAH speaks: Bjorn Soederqvist']],
    ['Which projects support youth at RWU?', ['RWU is spoken of: Amadou Ndiaye-Fall']],
    ['What did Elsa Musgrave say about the moon?', ['Elsa Musgrave speaks: nobody']],
    ['What is the capital of Northland?', []],
  ])('%s', (question, expected) => expect(asked(question)).toEqual(expected));
});

const page = new URL('../../../shared/sessions/wsis-2025-strengthen-digital-governance.txt', import.meta.url);
describe.skipIf(!existsSync(page))('on the real page (skipped where ../shared is absent)', () => {
  test('reads', () => expect(readFileSync(page, 'utf8')).toContain('Speakers'));
});
