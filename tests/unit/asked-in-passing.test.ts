/** What only looks like a question of the session, small talk in any mixture, and whoever is named or quoted twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallTalkOf } from '../../src/asking/parts/small-talk.ts';
import { subjectOf } from '../../src/asking/structure.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

it.each([
  'Which village was most willing to pay for speech lessons?',
  'Who made the most convincing contribution?',
  'Who said the most important thing?',
  'Which team took the longest to build a pier for the talk?',
  'Who spoke of the least costly lamps?',
])('%s asks for no speaking time', (question) => expect(subjectOf(question)?.of).not.toBe('speaking'));

it.each([
  'Who spoke the longest in this session?',
  'Which of the speakers had the longest speaking time overall?',
  'Who gave the longest speech?',
  'Which delegate talked for the longest?',
])('%s does', (question) => expect(subjectOf(question)).toEqual({ of: 'speaking', measure: 'time', order: 'most' }));

it.each([
  ['Which town did this take place in?', 'place'],
  ['In which country did they all meet?', 'place'],
  ['What was the venue?', 'place'],
  ['Dans quelle ville cela s’est-il passé ?', 'place'],
  ['¿En qué ciudad tuvo lugar esto?', 'place'],
  ['В каком городе это было?', 'place'],
  ['这次会议在哪个城市举行？', 'place'],
  ['Where is the next tide forum being held?', 'next'],
  ['When will the next meeting take place?', 'next'],
])('%s is of the session itself', (question, of) => expect(subjectOf(question)?.of).toBe(of));

it.each(['Where was the Varn fair held?', 'When was the wall of Varn held up?', 'Which city is the cleanest?'])(
  '%s is not',
  (question) => expect(subjectOf(question)).toBe(null),
);

describe('small talk in any mixture', () => {
  it.each([
    ["hi all, I'm new here - what is this and what may I ask you?", 'help'],
    ['are you a bot and who made you', 'help'],
    ['what is this and how do I use you', 'help'],
    ['how do I use you?', 'help'],
    ['hello test', 'praise'],
    ['ok cool thanks bye', 'goodbye'],
    ['Bonjour, je suis nouveau ici, c’est quoi ça et comment ça marche ?', 'help'],
    ['Hola, soy nuevo, ¿qué es esto y quién te creó?', 'help'],
    ['привет, я здесь новичок, что это и кто тебя создал?', 'help'],
    ['你好，我是新来的，这是什么？', 'help'],
    ['مرحبا، أنا جديد هنا، ما هذا وكيف أستخدمك؟', 'help'],
    ['what is this levy and who asked for it', null],
    ['ok and who made the wall', null],
    ['thanks and what about eels', null],
  ])('%s', (message, kind) => expect(smallTalkOf(message)).toBe(kind));
});

const council = {
  id: 'invented-council',
  title: 'Invented council on lamps',
  date: '2031-05-06',
  speakers: [
    { name: 'Runa Vesk', role: 'Minister of Harbours' },
    { name: 'Odile Marchand', role: 'Member' },
    { name: 'Tarek Holm', role: 'Member' },
  ],
  turns: [
    { speaker: 'Runa Vesk', text: 'A lamp that nobody lights is a stone on a pole. We thank the divers for the oil.' },
    {
      speaker: 'Odile Marchand',
      text: 'It is just as my colleague said: A lamp that nobody lights is a stone on a pole. I share that.',
    },
    {
      speaker: 'Tarek Holm',
      text: 'The Varn forum will meet again in October.',
    },
  ],
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(council)]);
});
afterAll(() => rapporteur.close());
const ask = (text: string) => rapporteur.ask({ text });

const words = '“A lamp that nobody lights is a stone on a pole”';
it('who quotes somebody is told apart, and "Who" is nobody', async () => {
  const { text } = await ask(`I want to use ${words} in a toast. Who said it and is the wording exact?`);
  expect(text).toMatch(/^Runa Vesk \[1\] said so, word for word\. Quoted by Odile Marchand \[2\]\.$/u);
});
it('who is asked of and only quotes', async () => {
  const { text } = await ask(`Did Marchand say ${words}?`);
  expect(text).toMatch(/^Runa Vesk \[1\] said so.*Quoted by Odile Marchand \[2\]/u);
});
it('an office and the name beside it are one', async () => {
  const { text, quotes, related } = await ask('Did the harbour minister, Vesk, thank the divers for oil by letter?');
  expect(text.split('Vesk').length).toBeLessThan(3);
  const shown = [...quotes, ...related].map((each) => each.text);
  expect(new Set(shown).size).toBe(shown.length);
});
it('the next one of another name is not told for it, nor a time for a place', async () => {
  for (const question of [
    'When and where is the next Ossa forum being held?',
    'Where is the next Varn forum being held?',
  ])
    expect((await ask(question)).status).not.toBe('answered');
  const told = await ask('When is the next Varn forum being held?');
  expect([told.status, told.quotes[0]?.text]).toEqual(['answered', 'The Varn forum will meet again in October.']);
});
