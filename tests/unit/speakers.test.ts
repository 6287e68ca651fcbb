import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digwatchText } from '../../src/records/formats/digwatch-text.ts';
import { peopleOf } from '../../src/people/people.ts';
import { directory } from '../../src/people/directory.ts';
import { sessionOfPeople as session } from '../fixtures/session.ts';

// Every person, organisation and event here is invented.

const rivers = session(
  'rivers',
  {
    'Mei Tan': 'From the Bureau of River Data of Northland (session moderator)',
    'Bjorn Soederqvist': 'Head of the Water and Trade branch at the UN Rivers and Harbours',
    'Zhou Rui': 'General Manager of Blue Delta Research Institute',
    'Amadou Ndiaye-Fall': 'Program Coordinator of the RWU Lake Standards Bureau, works in the Open Water team',
    'Clara Whitmore': 'Vice Chair of the Lakes Congress, former Director-General of OFLW',
    'Otto Jaeger': 'Professor Emeritus of University of Selmark',
    'Ravi Chen': 'Deputy minister at the Ministry of Tides',
    'Lucy Chen': 'Adviser at the Ministry of Tides',
    'Ольга Морозова': 'Director of the Volga Archive',
    林晓明: null,
    'KEVIN O’HARE': 'Director, Tarn Power',
  },
  [
    [
      'Mei Tan',
      'Good morning. I’m Tan Mei from the Bureau of River Data. Let me invite Ms. Clara Whitmore, Vice Chair of the Lakes Congress, to speak.',
    ],
    ['Clara Whitmore', 'Thank you, Ms. Tan. Speed matters.'],
    ['Mei Tan', 'Thank you, Ms. Whitmore. Now Mr. Bjorn Soederqvist, welcome.'],
    [
      'Bjorn Soederqvist',
      'Seen from our side, from the UN Conference on Rivers and Harbours, prices matter, as Ms. Witmore said.',
    ],
    ['Mei Tan', 'Thank you. Next, let us welcome Professor Otto Jaeger, please.'],
    ['Otto Jaeger', 'Thank you. Definitions matter.'],
    ['Mei Tan', 'Thank you, Professor Jacker-Mann. Mr. Zhou, the floor is yours.'],
    ['Zhou Rui', 'We have built two thousand gauges.'],
  ],
);
const people = peopleOf([rivers]);
const library = directory(people);
const find = (phrase: string) => library.find(phrase).map(({ person }) => person.name);
const asked = (question: string) =>
  library
    .mentions(question)
    .map(
      ({ phrase, matches, asSpeaker }) =>
        `${phrase} ${asSpeaker ? 'speaks' : 'is spoken of'}: ${matches.map(({ person }) => person.name).join(' or ') || 'nobody'}`,
    );

test.each<[string, string]>([
  ['What did the marketing expert say on colours?', 'the marketing expert'],
  ['What did the user interface designer propose?', 'the user interface designer'],
  ['What did User Interface lead?', 'User Interface'],
])('%s names whoever is called by their job: %s', (question, phrase) => {
  const design = directory(peopleOf([session('design', { Marketing: null, 'User Interface': null })]));
  expect(design.mentions(question).map((mention) => mention.phrase)).toEqual([phrase]);
});

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
    ['the head of the OFLW', ['Clara Whitmore']],
    ['Professor Chen', ['Ravi Chen', 'Lucy Chen']],
    ['Minister Chen', ['Ravi Chen']],
    ['Soederqvist of the UN Rivers and Harbours', ['Bjorn Soederqvist']],
    ['WHITMORE, Clara', ['Clara Whitmore']],
    ['H.E. Ms. Whitmore', ['Clara Whitmore']],
    ['CL Whitmore', []],
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
    ['what did whitmore say about northland', ['whitmore speaks: Clara Whitmore']],
    ['WHAT DID WHITMORE SAY ABOUT NORTHLAND?', ['WHITMORE speaks: Clara Whitmore']],
    ['what did whitmroe say about rivers', ['whitmroe speaks: Clara Whitmore']],
    ['Whitmore on speed', ['Whitmore speaks: Clara Whitmore']],
    ['And Jäger?', ['Jäger speaks: Otto Jaeger']],
    ['What about Jaeger?', ['Jaeger speaks: Otto Jaeger']],
    ['Quote Whitmore on speed', ['Whitmore speaks: Clara Whitmore']],
    ['How fast did Zhou Rui speak?', ['Zhou Rui speaks: Zhou Rui']],
    ['What is Whitmore’s view on speed?', ['Whitmore speaks: Clara Whitmore']],
    ['whats whitmores view on speed?', ['whitmores speaks: Clara Whitmore']],
    ['In the words of Professor Jaeger, what is a lake?', ['Professor Jaeger speaks: Otto Jaeger']],
    ['According to the RWU representative, is it deep?', ['the RWU representative speaks: Amadou Ndiaye-Fall']],
    ['Which examples were given by Whitmore?', ['Whitmore speaks: Clara Whitmore']],
    ['Is Whitmore optimistic about speed?', ['Whitmore speaks: Clara Whitmore']],
    ['What did Tan and Whitmore say?', ['Tan speaks: Mei Tan', 'Whitmore speaks: Clara Whitmore']],
    ['Compare Tan and Jaeger on trade', ['Tan speaks: Mei Tan', 'Jaeger speaks: Otto Jaeger']],
    ['What did Chen propose?', ['Chen speaks: Ravi Chen or Lucy Chen']],
    ['What did Blue Delta say about gauges?', ['Blue Delta speaks: Zhou Rui']],
    ['What did Blue Delta’s representative say?', ['Blue Delta’s representative speaks: Zhou Rui']],
    ['What is the position of UNCRAH on prices?', ['UNCRAH speaks: Bjorn Soederqvist']],
    ['What did the moderator say?', ['the moderator speaks: Mei Tan']],
    ['What did Морозова say?', ['Морозова speaks: Ольга Морозова']],
    ['Что сказала Морозова о воде?', ['Морозова speaks: Ольга Морозова']],
    ['¿Qué dijo Whitmore?', ['Whitmore speaks: Clara Whitmore']],
    ['林晓明对水说了什么？', ['林晓明 speaks: 林晓明']],

    ['What did Tan say about Whitmore?', ['Tan speaks: Mei Tan', 'Whitmore is spoken of: Clara Whitmore']],
    ['What did Tan say about Whitmore’s proposal?', ['Tan speaks: Mei Tan', 'Whitmore is spoken of: Clara Whitmore']],
    ['Who agreed with Whitmore’s view?', ['Whitmore is spoken of: Clara Whitmore']],
    ['Who introduced Whitmore?', ['Whitmore is spoken of: Clara Whitmore']],
    ['Who is Clara Whitmore?', ['Clara Whitmore is spoken of: Clara Whitmore']],
    ['What is Whitmore’s role?', ['Whitmore is spoken of: Clara Whitmore']],
    ['What did Whitmore’s colleague say?', ['Whitmore is spoken of: Clara Whitmore']],
    ['Who was the moderator?', ['the moderator is spoken of: Mei Tan']],
    ['How many gauges has Blue Delta built?', ['Blue Delta is spoken of: Zhou Rui']],
    ['What is the name of the boat that sails for Blue Delta?', ['Blue Delta is spoken of: Zhou Rui']],
    ['What was said about Blue Delta?', ['Blue Delta is spoken of: Zhou Rui']],
    [
      'Which report will the Ministry of Tides release?',
      ['the Ministry of Tides is spoken of: Ravi Chen or Lucy Chen'],
    ],
    ['Which projects support youth at RWU?', ['RWU is spoken of: Amadou Ndiaye-Fall']],
    ['Which speakers talked about speed?', []],
    ['Quote someone on the Ministry of Tides', ['the Ministry of Tides is spoken of: Ravi Chen or Lucy Chen']],
    ['What theme did the Lakeland presidency choose?', []],
    ['What does Japan emphasise?', []],
    ['What is the capital of Northland?', []],
    ['What does the link between trade and rivers look like?', []],
  ])('%s', (question, expected) => expect(asked(question)).toEqual(expected));
});

describe('knows when nobody of that name speaks', () => {
  test.each<[string, string[]]>([
    ['What did Elsa Musgrave say about the moon?', ['Elsa Musgrave speaks: nobody']],
    ['According to Elsa Musgrave, is it far?', ['Elsa Musgrave speaks: nobody']],
    ['What is Musgrave’s position?', ['Musgrave speaks: nobody']],
    ['What did the Baltic Salt Union representative say?', ['Baltic Salt Union representative speaks: nobody']],
    ['Give me one wild line on rivers', []],
    ['What does the Japanese think tank plan?', []],
    ['what did mr. musgrave say', ['mr. musgrave speaks: nobody']],
    ['What did John Whitmore say?', ['John Whitmore speaks: nobody']],
    ['What does the Lake Treaty say about fish?', []],
    ['Which theme did Musgravia choose?', []],
  ])('%s', (question, expected) => expect(asked(question)).toEqual(expected));
});

describe('takes ordinary words for words', () => {
  const words = directory(
    peopleOf([
      session('words', {
        'Will Marsh': null,
        'May Okafor': null,
        'Mark Stone': null,
        'Ke Lin': null,
        'Ann Lee': null,
        'Leo Grant': null,
        'Polina Policka': null,
      }),
    ]),
  );
  test.each<[string, string[]]>([
    ['Will the marsh stand?', []],
    ['May I mark the stone?', []],
    ['What is the link between ink and paper?', []],
    ['What did the grant say?', []],
    ['What did the policy say?', []],
    ['What did Ms. Lea say?', ['Ms. Lea: ']],
    ['What did Ms. Lee say?', ['Ms. Lee: Ann Lee']],
    ['What will Will say?', ['Will: Will Marsh']],
    ['Did Mark mark it?', ['Mark: Mark Stone']],
    ['what did ke lin say about links', ['ke lin: Ke Lin']],
  ])('%s', (question, expected) =>
    expect(
      words
        .mentions(question)
        .map(({ phrase, matches }) => `${phrase}: ${matches.map(({ person }) => person.name).join(' or ')}`),
    ).toEqual(expected),
  );
});

test('a mention stands where it says', () => {
  const question = 'And what did “Ms. Whitmore’s” friend, Mr. Söderqvist, say?';
  for (const { phrase, start, end } of library.mentions(question)) expect(question.slice(start, end)).toBe(phrase);
});

test('only the people asked for are looked at', () => {
  expect(library.find('Chen', (person) => person.name !== 'Ravi Chen').map(({ person }) => person.name)).toEqual([
    'Lucy Chen',
  ]);
});

test('any text is a question', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { phrase, start, end } of library.mentions(text)) expect(text.slice(start, end)).toBe(phrase);
      library.find(text);
    }),
  ));

const page = new URL('../../../shared/sessions/wsis-2025-strengthen-digital-governance.txt', import.meta.url);
describe.skipIf(!existsSync(page))('on the real page (skipped where ../shared is absent)', () => {
  test('every speaker is found by each word of their name, in any order, and none by another', () => {
    const [draft] = digwatchText.parse({ name: 'page', text: readFileSync(page, 'utf8'), address: null }).sessions;
    const real = peopleOf([{ ...draft!, id: 'page', source: 'page' }]);
    const known = directory(real);
    expect(real).toHaveLength(9);
    for (const { name } of real) {
      const words = name.split(' ');
      for (const phrase of [...words, words.toReversed().join(' '), `Mr. ${words.at(-1)}`, name.toUpperCase()]) {
        expect([phrase, ...known.find(phrase).map(({ person }) => person.name)]).toEqual([phrase, name]);
      }
      expect(known.mentions(`What did ${name} say?`)).toMatchObject([
        { phrase: name, asSpeaker: true, matches: [{ person: { name } }] },
      ]);
    }
  });
});
