/** Conversations: a question after an answer is of what was quoted last, then of what stands beside it. All of it is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const weir = `Thank you, chair. My main point is the weir at Varn. We plan to rebuild the weir, which carries a third of all
 the barges of the canal, and the work could be finished in 2034. It would rest on the drawings of the Lake Office from 1998.
 In 1990 nobody thought of it.`;
const course = `Thank you. Let me turn to the course for pilots. We opened the course last spring in Port Sel. Forty pilots
 came from the ferries and from the tugs. The five full days were filled. Their feedback was warm: lively, useful, fun. And
 it was organised by people from there. We ran it together with the Guild of Pilots. They paid for their own beds. One point
 remains. The reason is simple. Nobody in the valley trains pilots any more. So we shall need money for a second course. The
 ships are old, and the quays too. The lamps are bright. The tide is low in June. I come from a family of rowers. My last
 word is a wish: let us keep the school open. Thank you all.`;

const ferries = `Good morning. We should paint the piers of the islands in green. We asked the crews about their work. We found
 three obstacles: the first obstacle is the ice in the north. The second obstacle is a lack of pilots. To overcome these
 obstacles, we share the crews of all islands. Two ports have begun with it. The summer was warm.`;

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turnsOf = (said: [string, string][]) =>
    said.map(([speaker, text]) => ({ speaker, text: text.replaceAll(/\s+/gu, ' ') }));
  await rapporteur.ingest([
    recordOf(
      {
        id: 'canal',
        title: 'The Canal in Winter',
        date: '2031-02-01',
        speakers: [{ name: 'Olga Petrenko', role: 'Moderator' }],
        turns: turnsOf([
          ['Olga Petrenko', 'Good morning. The barges are late today. I give the floor to Ines Okafor.'],
          ['Ines Okafor', weir],
          ['Olga Petrenko', 'Thank you, Ms. Okafor. We now have Mr. Lindqvist.'],
          ['Tomas Lindqvist', course],
          ['Olga Petrenko', 'Thank you. Ms. Tanaka, please.'],
          [
            'Mei Tanaka',
            'Our barges carry salt. We doubt that the weir will hold. We should ask for no wall, but a gate. The salt is sold in Ostra.',
          ],
        ]),
      },
      {
        id: 'ferries',
        title: 'Ferries for the Islands',
        date: '2030-05-01',
        turns: turnsOf([['Ada Brandt', ferries]]),
      },
      {
        id: 'base',
        title: 'Bases and Barges',
        date: '2031-05-01',
        turns: turnsOf([
          [
            'Rahul Iyer',
            'The base of the lamp is based on brass. Barges are helped by the tide. We thought of it in 2029.',
          ],
          ['Sam Reed', 'Who paid for the lamp? The guild has a base in Malta and organised it.'],
        ]),
      },
    ),
  ]);
});
afterAll(() => rapporteur.close());

interface Expected {
  status?: 'answered' | 'nearest' | 'not_found';
  who?: string;
  /** Words of the first quote, or of what comes nearest. */
  words?: string;
  text?: RegExp;
}

async function check(turns: string, { status = 'answered', who, words, text }: Expected): Promise<void> {
  const questions = turns.split(' / ');
  const answer = await rapporteur.ask({ text: questions.at(-1)!, history: questions.slice(0, -1) });
  const [first] = answer.quotes.length > 0 ? answer.quotes : answer.related;
  expect(answer.status, `${answer.text}\n${first?.text}`).toBe(status);
  if (who) expect(first?.speaker).toBe(who);
  if (words) expect(first?.text).toContain(words);
  if (text) expect(answer.text).toMatch(text);
}

const ofWeir = 'What did Okafor say about the weir?';
const ofCourse = 'What did Lindqvist say about the course for pilots?';

describe('what was quoted last is read first', () => {
  it.each<[string, Expected]>([
    [`${ofWeir} / By what year?`, { who: 'Ines Okafor', words: '2034' }],
    [`${ofWeir} / What share of the barges is that?`, { who: 'Ines Okafor', words: 'a third' }],
    [`${ofCourse} / With whom was it run?`, { words: 'Guild of Pilots' }],
    [`${ofCourse} / Where?`, { words: 'Port Sel' }],
    [`${ofCourse} / Until when?`, { words: 'last spring' }],
    [`${ofCourse} / How many came?`, { words: 'Forty pilots' }],
  ])('%s', check);
});

describe('then what stands beside it in the turn', () => {
  it.each<[string, Expected]>([
    [`${ofWeir} / On what should it rest?`, { who: 'Ines Okafor', words: 'drawings of the Lake Office' }],
    [`${ofCourse} / How long did it last?`, { words: 'five full days' }],
    [`${ofCourse} / What did the pilots think of it?`, { words: 'feedback' }],
    [`${ofCourse} / And who organised it?`, { words: 'together with the Guild of Pilots' }],
    [`${ofCourse} / Did they have to pay?`, { words: 'paid for their own beds' }],
    [`${ofCourse} / What is the reason for this?`, { words: 'trains pilots any more' }],
  ])('%s', check);
});

describe('what is told neither there nor beside it', () => {
  it.each<[string, Expected]>([
    // "Base" and "based" are said in another session, of another thing.
    [`${ofWeir} / What is it based on?`, { status: 'nearest', who: 'Ines Okafor' }],
    [`${ofWeir} / Who is it for?`, { status: 'nearest', who: 'Ines Okafor' }],
  ])('%s is shown as near', check);
});

describe('the session in talk', () => {
  it.each<[string, Expected]>([
    [`${ofWeir} / Who is the moderator?`, { text: /^In The Canal in Winter.*Olga Petrenko/u }],
    [`${ofWeir} / At what cost?`, { status: 'nearest', who: 'Ines Okafor' }],
    [`${ofCourse} / What is his next point?`, { who: 'Tomas Lindqvist', text: /^Right after that/u }],
    [`${ofWeir} / Compared to what?`, { status: 'nearest', who: 'Ines Okafor' }],
    [`${ofWeir} / What is it for?`, { text: /^Ines Okafor \[1\] goes on/u }],
    [`${ofCourse} / Where did it take place?`, { words: 'Port Sel' }],
    [`${ofWeir} / What did the next speaker say?`, { text: /^After that spoke/u }],
  ])('%s', check);
});

describe('what comes nearest to a question that goes on from the last', () => {
  it.each<[string, Expected]>([
    [
      `${ofWeir} / and which older papers should it build upon?`,
      { status: 'nearest', who: 'Ines Okafor', text: /nothing beside what was quoted/u },
    ],
    [
      `${ofWeir} / And what did everybody else in the hall say about it in the end?`,
      { status: 'nearest', who: 'Mei Tanaka' },
    ],
  ])('%s', check);
});

describe('how many took part in what was asked of', () => {
  it.each<[string, Expected]>([
    ['Where did the course for pilots open? / How many people took part?', { words: 'Forty pilots' }],
    ['Where did the course for pilots open? / How many people attended?', { words: 'Forty pilots' }],
    [`${ofCourse} / Where? / And how many came?`, { words: 'Forty pilots' }],
    [
      'Where did the course for pilots open and how many people took part?',
      { words: 'course', text: /Lindqvist \[2\]/u },
    ],
    ['What was the session about? / How many people took part?', { text: /speakers:/u }],
    [`${ofWeir} / How many people took part?`, { text: /speakers:/u }],
  ])('%s', check);
});

describe('somebody else on the same', () => {
  it.each<[string, Expected]>([
    [`${ofWeir} / By what year? / And Tanaka?`, { who: 'Mei Tanaka', words: 'doubt that the weir will hold' }],
    [
      `${ofWeir} / What does it rest on? / And Lindqvist?`,
      { status: 'not_found', text: /Tomas Lindqvist.*Canal in Winter/u },
    ],
    [
      'What did Tanaka say about salt? / Where is it sold? / And on barges?',
      { who: 'Mei Tanaka', words: 'Our barges' },
    ],
  ])('%s', check);
});

describe('who else, in other verbs', () => {
  it.each<[string, Expected]>([
    [`${ofWeir} / Does anyone else bring it up?`, { who: 'Mei Tanaka', text: /^Yes: Mei Tanaka \[1\]/u }],
    [`${ofWeir} / Who else brings this up?`, { who: 'Mei Tanaka', words: 'doubt that the weir' }],
    [`${ofWeir} / Did others raise that?`, { who: 'Mei Tanaka', words: 'doubt that the weir' }],
    [`${ofWeir} / Anyone else touch on it?`, { who: 'Mei Tanaka', words: 'doubt that the weir' }],
    [`${ofWeir} / By what year? / Did any other speaker raise this?`, { who: 'Mei Tanaka', text: /^Yes: Mei Tanaka/u }],
    [`${ofWeir} / Did any other speaker raise this?`, { who: 'Mei Tanaka', text: /^Yes: Mei Tanaka/u }],
    [`${ofWeir} / By what year? / Did the others mention it?`, { who: 'Mei Tanaka', text: /^Yes: Mei Tanaka/u }],
    [`${ofWeir} / Did other delegations bring it up?`, { who: 'Mei Tanaka', text: /^Yes: Mei Tanaka/u }],
    [`${ofWeir} / By what year? / Did anyone besides her talk about it?`, { text: /^Yes: Mei Tanaka/u }],
    [`${ofWeir} / Which other speakers mentioned this?`, { who: 'Mei Tanaka', words: 'doubt that the weir' }],
    [`${ofWeir} / What did the others say about it?`, { who: 'Mei Tanaka', words: 'doubt that the weir' }],
    [
      `${ofCourse} / Where? / Did any other speaker raise this?`,
      { status: 'not_found', text: /^Nobody else spoke of this/u },
    ],
    // Nobody is said to be silent on words that were put together of two questions, and whoever was heard is not near.
    [
      `${ofWeir} / Did anyone else bring up the tempo of all this?`,
      { status: 'nearest', who: 'Mei Tanaka', text: /^I found nothing said that answers this/u },
    ],
  ])('%s', check);
});

describe('what somebody would do about what was quoted', () => {
  const ofObstacles = 'What obstacles did Brandt find?';
  it.each<[string, Expected]>([
    [`${ofObstacles} / And what does she suggest doing about it?`, { words: 'we share the crews of all islands' }],
    [`${ofObstacles} / What does she propose?`, { words: 'we share the crews of all islands' }],
    [`${ofObstacles} / What does she propose for the piers?`, { words: 'We should paint the piers' }],
    ['What did Brandt say about the piers? / What does she propose?', { words: 'We should paint the piers' }],
  ])('%s', check);
});

describe('what somebody wants in the place of what they are against', () => {
  it.each<[string, Expected]>([
    ['What did Tanaka say about the weir? / What does she want instead?', { who: 'Mei Tanaka', words: 'but a gate' }],
    ['What did Tanaka say about the weir? / What does she propose instead?', { words: 'but a gate' }],
    ['What did Tanaka say about the weir? / So what is her alternative?', { words: 'but a gate' }],
  ])('%s', check);
});

describe('who somebody was at a time that is told', () => {
  it.each<[string, Expected]>([
    [`${ofCourse} / Who was the Guild of Pilots when he ran it?`, { who: 'Tomas Lindqvist', words: 'Guild of Pilots' }],
    [`${ofWeir} / Who is she?`, { text: /^Ines Okafor: / }],
  ])('%s', check);
});

describe('the order in which people spoke', () => {
  it.each<[string, Expected]>([
    ['What did Tanaka say about salt? / And what did Lindqvist say right before her?', { words: 'My last word' }],
    [
      `${ofWeir} / Who spoke next?`,
      { who: 'Olga Petrenko', text: /^After that spoke Olga Petrenko \[1\] and Tomas Lindqvist \[2\]/u },
    ],
    [`${ofWeir} / Who spoke before her?`, { who: 'Olga Petrenko', words: 'The barges are late' }],
    [`${ofWeir} / What did she say right before that?`, { who: 'Ines Okafor', words: 'Thank you, chair' }],
  ])('%s', check);
});

describe('how somebody began and ended', () => {
  it.each<[string, Expected]>([
    [
      'What did Lindqvist say at the end?',
      { text: /^In The Canal in Winter.*At the end, Tomas/u, words: 'My last word' },
    ],
    // What was said before the first question changes nothing.
    [
      'Hello! / Who moderated The Canal in Winter? / How did she begin?',
      { text: /At the beginning, Olga/u, words: 'The barges are late' },
    ],
    [`${ofCourse} / How did he begin?`, { text: /At the beginning, Tomas/u, words: 'Let me turn to the course' }],
    [`${ofCourse} / What does he conclude?`, { words: 'let us keep the school open' }],
  ])('%s', check);
});

describe('the answer once more', () => {
  it.each<[string, Expected]>([
    [
      `${ofWeir} / Give me the exact words`,
      { text: /^In The Canal in Winter .*In their own words: Ines Okafor \[1\]/u },
    ],
    [`${ofWeir} / When was that said?`, { text: /^In The Canal in Winter \(1 February 2031\)/u, words: 'weir' }],
    [`${ofWeir} / Is that all?`, { status: 'not_found', text: /no more/u }],
    [`${ofWeir} / Anyone against?`, { status: 'nearest', text: /^I am sure of nobody against it/u }],
  ])('%s', check);
});
