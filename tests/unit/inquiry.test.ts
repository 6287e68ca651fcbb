import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/asking/inquiry.ts';
import { withoutFrame } from '../../src/asking/parts/matter.ts';
import { isOfSomebodyBefore } from '../../src/asking/follow-up.ts';
import { termsOf } from '../../src/words/terms.ts';
import type { Mention } from '../../src/people/mentions.ts';
import { properNamesIn } from '../../src/words/names.ts';

/** Knows two people by surname, and takes them as speakers before a verb of saying. */
function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(/\b(?:Okafor|Lindqvist)\b/gu)].map((match) => ({
    phrase: match[0],
    start: match.index,
    end: match.index + match[0].length,
    asSpeaker: true,
    matches: [
      {
        person: {
          name: match[0],
          otherNames: [],
          role: null,
          affiliation: null,
          sessions: [],
          appearances: [],
          introducedAs: [],
          says: [],
          introduces: 0,
        },
        how: 'name',
        score: 1,
      },
    ],
  }));
}

function read(question: string, history: string[] = [], whoAnswered: Mention[] = []) {
  const { words, speakers, asksWho, wants, days, subject } = readQuestion(question, history, mentionsIn, whoAnswered);
  return { words, speakers: speakers.map(({ phrase }) => phrase), asksWho, wants, days, subject: subject?.of ?? null };
}

describe('readQuestion', () => {
  it('parts the speaker from the matter', () =>
    expect(read('What did Okafor say about dredging?')).toMatchObject({
      speakers: ['Okafor'],
      words: 'What did about dredging',
    }));
  it('is asked for the whole session by who was not there', () =>
    expect(read('hi there, I wasn’t at the meeting, can you help me catch up?')).toMatchObject({
      subject: 'findings',
      words: '',
    }));
  it('tells a question of everybody', () => expect(read('Which speakers mentioned seals?').asksWho).toBe(true));
  it.each<[string, boolean]>([
    ['What did they say of the ferrymen who were asked to wait?', false],
    ['Why did the harbour help those who came late?', false],
    ['What did they hear, and who paid?', true],
    ['Who helped those who came late?', true],
  ])('tells who is asked for from who is only told apart: %s %s', (question, expected) =>
    expect(read(question).asksWho).toBe(expected),
  );
  it.each<[string, boolean]>([
    ['What are the figures?', true],
    ['And the numbers?', true],
    ['The numbers the Bureau cited', true],
    ['Shall we paint the number plates red?', false],
    ['Can the harbour master tell us the number of seals that were fed?', false],
    ['Will the signs be round or square for the numbers?', false],
  ])('tells who asks for figures from who only speaks of numbers: %s %s', (question, expected) =>
    expect(readQuestion(question, [], mentionsIn).asksFor.has('figures')).toBe(expected),
  );
  it('asks for no list of agreements where it asks when', () => {
    expect(read('By when might the tolls be agreed?').subject).toBeNull();
    expect(read('What did they agree on?').subject).toBe('findings');
  });
  it('tells a question for a figure', () => expect(read('How many seals are there?').wants).toBe('number'));
  it('tells a question for a time from one about what was said at a time', () => {
    expect(read('When will the pause be voted on?').wants).toBe('number');
    expect(read('Why did they wait when discussing the pause?').wants).toBeNull();
  });
  it('tells a question for a list', () => expect(read('What are the three conditions?').wants).toBe('list'));
  it('reads days and months', () =>
    expect(read('What was said about seals on 14 May 2025, on June 3rd, 2025 or in March 2024?').days).toEqual([
      '2025-05-14',
      '2025-06-03',
      '2024-03',
    ]));
  it('takes no year for a day', () => expect(read('What was planned for 2030?').days).toEqual([]));
});

describe('what asks, and not for what', () => {
  const matter = (question: string) => termsOf(read(question).words);
  it.each([
    ['Give me the exact words of Okafor on dredging', ['dredg']],
    ['Quote someone on dredging', ['dredg']],
    ['How long did it take to count the seals?', ['count', 'seal']],
    ['How often are seals counted?', ['seal', 'count']],
    ['How frequently are seals counted?', ['frequent', 'seal', 'count']],
    ['How did Okafor answer the harbour master’s question about dredging?', ['dredg']],
    ['Qu’a dit Okafor sur le dragage ?', ['dragag']],
    ['Selon Okafor, combien coûte le dragage ?', ['cout', 'dragag']],
    ['¿Qué dijo Okafor acerca del puerto?', ['puerto']],
    ['Что говорил Okafor о тюленях?', termsOf('тюленях')],
    ['Okafor谈到dredging时说了什么？', ['dredg']],
    ['ماذا قال Okafor عن dredging؟', ['dredg']],
  ])('is left out of %s', (question, expected) => expect(matter(question)).toEqual(expected));
  it.each(['Qui a parlé de dragage ?', '¿Quién habló del puerto?', 'Кто говорил о порте?', '谁谈到港口？'])(
    'is of everybody in %s',
    (question) => expect(read(question).asksWho).toBe(true),
  );
});

describe('a question after another', () => {
  const before = ['What did Okafor say about dredging?'];
  it('"he" and "she" are who was asked about', () =>
    expect(read('And what did she say about seals?', before)).toMatchObject({
      speakers: ['Okafor'],
      words: expect.stringContaining('seals'),
    }));
  it('a bare name carries the matter over', () =>
    expect(read('And Lindqvist?', before)).toMatchObject({
      speakers: ['Lindqvist'],
      words: expect.stringContaining('dredging'),
    }));
  it('a bare matter carries the speaker over', () =>
    expect(read('And about seals?', before)).toMatchObject({
      speakers: ['Okafor'],
      words: expect.stringContaining('seals'),
    }));
  it('a question of everybody carries no speaker over', () =>
    expect(read('Who else spoke of it?', before)).toMatchObject({
      speakers: [],
      words: expect.stringContaining('dredging'),
    }));
  it('a question of its own carries nothing over', () =>
    expect(read('How many seals live in the bay?', before)).toMatchObject({
      speakers: [],
      words: expect.not.stringContaining('dredging'),
    }));
  it('"he" is who answered when nobody was asked about', () => {
    expect(isOfSomebodyBefore(readQuestion('What did he propose?', ['How many seals are there?'], mentionsIn))).toBe(
      true,
    );
    expect(read('What did he propose?', ['How many seals are there?'], mentionsIn('Lindqvist'))).toMatchObject({
      speakers: ['Lindqvist'],
    });
  });
});

describe('withoutFrame', () => {
  it.each([
    ['What was said about the harbour fee?', 'What was about the harbour fee'],
    ['Could you tell me what the speakers think of seals?', 'what the of seals'],
    ['According to the report, who took part in the vote?', 'the report, who in the vote'],
  ])('%s', (question, words) => expect(withoutFrame(question)).toBe(words));
});

describe('properNamesIn', () => {
  it.each([
    ['the World Cup in Peru', ['World Cup', 'Peru']],
    ['the rules of NATO', []],
    ['Seals and ships', []],
  ])('%s', (words, names) => expect(properNamesIn(words)).toEqual(names));
});

describe('a few words without a question', () => {
  it('ask of the speaker named among them', () => {
    const named = mentionsIn('seals Lindqvist').map((mention) => ({ ...mention, asSpeaker: false }));
    expect(readQuestion('seals Lindqvist', [], () => named).speakers).toHaveLength(1);
    expect(readQuestion('What of seals and Lindqvist?', [], () => named).speakers).toHaveLength(0);
  });
});
