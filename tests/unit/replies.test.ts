import { describe, expect, it } from 'vitest';
import { asks, ownReply, repliesTo, type Run } from '../../src/answering/talk/replies.ts';
import { readingOf } from '../fixtures/talks.ts';

/** What is replied to the first question of a talk, each reply as `Speaker: words`. */
function replied(...lines: string[]): string[] {
  const reading = readingOf(lines);
  const index = reading.sentences.findIndex((sentence) => asks(sentence));
  return repliesTo(reading, index).map((run) => wordsIn(reading, run));
}

function own(...lines: string[]): string | null {
  const reading = readingOf(lines);
  const run = ownReply(
    reading,
    reading.sentences.findIndex((sentence) => asks(sentence)),
  );
  return run && wordsIn(reading, run);
}

function wordsIn({ sentences }: ReturnType<typeof readingOf>, { first, last }: Run): string {
  const of = sentences.slice(first, last + 1);
  expect(new Set(of.map(({ turn }) => turn)).size).toBe(1);
  return `${of[0]!.speaker}: ${of.map(({ text }) => text).join(' ')}`;
}

const question = 'Ana: How deep is the harbour?';

describe('a sentence that asks', () => {
  it.each(['How deep is it?', 'How deep is it?”', '多深？', 'كم العمق؟', 'How deep is it?!'])('%s', (text) =>
    expect(asks({ text })).toBe(true),
  );
  it.each(['It is deep.', 'He asked "how deep?" and left.', 'How deep it is!'])('not: %s', (text) =>
    expect(asks({ text })).toBe(false),
  );
});

describe('the reply to a question', () => {
  it.each<[string, string[], string[]]>([
    ['is the next turn', ['Ben: It is nine metres deep at low water.'], ['Ben: It is nine metres deep at low water.']],
    ['may be short', ['Ben: Nine metres, at low water.', 'Ana: Thank you.'], ['Ben: Nine metres, at low water.']],
    ['may be one word', ['Ben: Nine.'], ['Ben: Nine.']],
    [
      'comes after a chair who gives the floor',
      ['Chair: Thank you. Minister?', 'Minister: It is nine metres deep, and twelve at the wharf.'],
      ['Minister: It is nine metres deep, and twelve at the wharf.'],
    ],
    [
      'comes after somebody who is heard to listen',
      ['Cleo: Hmm.', 'Ben: It is nine metres deep, and twelve at the wharf.'],
      ['Ben: It is nine metres deep, and twelve at the wharf.'],
    ],
    [
      'comes after a question back',
      ['Ben: Which harbour?', 'Ana: The old one.', 'Ben: The old one is nine metres deep.'],
      ['Ben: The old one is nine metres deep.'],
    ],
    ['may be no', ['Ben: No.'], ['Ben: No.']],
    [
      'is no yes where the question has none',
      ['Cleo: Yeah, well, so.', 'Ben: Right.', 'Cleo: It is nine metres deep, I believe.'],
      ['Cleo: It is nine metres deep, I believe.'],
    ],
    [
      'is of two, where the first says little',
      ['Ben: Nine metres.', 'Cleo: Twelve, if you count the mud that was dug out last spring.'],
      ['Ben: Nine metres.', 'Cleo: Twelve, if you count the mud that was dug out last spring.'],
    ],
    [
      'is of one, where the first says it all',
      ['Ben: It is nine metres deep at low water, as we measured in the spring.', 'Cleo: I thought it was twelve.'],
      ['Ben: It is nine metres deep at low water, as we measured in the spring.'],
    ],
    [
      'is none to the next question',
      [
        'Ben: Nine metres.',
        'Ana: And who keeps the lock?',
        'Cleo: The widow of the last keeper does, and her two sons.',
      ],
      ['Ben: Nine metres.'],
    ],
    [
      'is none to the next question after thanks',
      [
        'Ben: Nine metres.',
        'Cleo: Thank you. Who keeps the lock?',
        'Dora: The widow of the last keeper, and her sons.',
      ],
      ['Ben: Nine metres.'],
    ],
    [
      'may end in a question',
      ['Ben: Nine metres.', 'Cleo: Twelve, where the mud was dug out last spring. Did nobody tell you?'],
      ['Ben: Nine metres.', 'Cleo: Twelve, where the mud was dug out last spring. Did nobody tell you?'],
    ],
    ['leaves out what clears the throat', ['Ben: Well. It is nine metres deep.'], ['Ben: It is nine metres deep.']],
    [
      'leaves out thanks',
      ['Ben: Thank you very much, Chair. It is nine metres deep.'],
      ['Ben: It is nine metres deep.'],
    ],
    ['is of nobody where nobody speaks', [], []],
    ['is of nobody where only the asker goes on', ['Ana: Then we come to the nets.'], []],
  ])('%s', (_what, after, expected) => expect(replied(question, ...after)).toEqual(expected));

  it.each([
    'It is not.',
    'We don’t.',
    'Yes, it is.',
    'They certainly do.',
    'I would.',
    'Not yet.',
    'We think so.',
    'Non.',
    'Jamais.',
    'Sí, claro.',
    'Todavía no.',
    'Нет.',
    'Да, конечно.',
    '没有。',
    'لا.',
  ])('may name nothing: %s', (reply) =>
    expect(replied('Ana: Is the harbour wall insured?', `Ben: ${reply}`, 'Ana: Then to the nets.')).toEqual([
      `Ben: ${reply}`,
    ]),
  );
  it('is looked for in a few turns only', () => {
    const courtesies = Array.from({ length: 6 }, () => 'Chair: Thank you.');
    expect(replied(question, ...courtesies, 'Ben: It is nine metres deep.')).toEqual([]);
  });
  it('is as long as is read at a glance', () => {
    const long = Array.from({ length: 40 }, (_, at) => `The water is ${at} metres deep at buoy ${at}.`).join(' ');
    expect(replied(question, `Ben: ${long}`)[0]!.length).toBeLessThan(450);
  });
  it('may be by somebody unknown to somebody unknown', () =>
    expect(replied('?: How deep is the harbour?', '?: It is nine metres deep.')).toEqual([
      'null: It is nine metres deep.',
    ]));
});

describe('who asks and goes on', () => {
  it.each<[string, string]>([
    ['gives the reason', 'Ana: Why do the looms stand still? Because the thread has doubled in price.'],
    ['says what it is', 'Ana: What is a bell without a tower? It is a pot that waits for soup.'],
    [
      'speaks at length',
      'Ana: What did I see? I saw barges and nets and gulls, and a boy with a lantern who was counting them, and a priest asleep on a crate of lemons under the old lighthouse beside the frozen pump.',
    ],
  ])('replies: %s', (_what, turn) => {
    expect(own(turn, 'Ben: Amen.')).toBe(turn);
    expect(replied(turn, 'Ben: Amen.')).toEqual([]);
  });
  it.each<[string, string]>([
    ['only says why they ask', 'Ana: Who wrote the ballad? I have looked everywhere.'],
    ['thanks', 'Ana: Who wrote the ballad? Thank you.'],
    ['asks again', 'Ana: Who wrote the ballad? And who printed it?'],
    ['is silent', 'Ana: Who wrote the ballad?'],
  ])('does not where they %s', (_what, turn) => {
    expect(own(turn, 'Ben: A soap maker wrote it.')).toBeNull();
    expect(replied(turn, 'Ben: A soap maker wrote it.')).toEqual(['Ben: A soap maker wrote it.']);
  });
  it('may be answered by others too', () => {
    const turn = 'Ana: Who pays for the dyke? The fishermen should pay a share.';
    expect(own(turn, 'Ben: The county pays for the dyke today.')).toBe(turn);
    expect(replied(turn, 'Ben: The county pays for the dyke today.')).toEqual([
      'Ben: The county pays for the dyke today.',
    ]);
  });
});
