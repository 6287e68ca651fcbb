/** What answers though it is said in other words, and what does not although it is said in the same: all of it is invented. */
import { expect, it, onTestFinished } from 'vitest';
import { placesCalled } from '../../src/retrieval/well-known-places.ts';
import { withAskedFirst, withNamesFirst } from '../../src/answering/asked-first.ts';
import { readQuestion } from '../../src/asking/inquiry.ts';
import { introduces } from '../../src/answering/talk/introducing.ts';
import type { Answer } from '../../src/answer.ts';
import { readingOf } from '../fixtures/talks.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

async function asked(question: string, turns: [speaker: string, text: string][]): Promise<Answer> {
  const rapporteur = await rapporteurIn(temporaryFolder());
  onTestFinished(() => rapporteur.close());
  const record = {
    id: 'locks',
    title: 'Locks and canals',
    date: '2031-04-02',
    turns: turns.map(([speaker, text]) => ({ speaker, text })),
  };
  await rapporteur.ingest([{ name: 'locks.json', bytes: Buffer.from(JSON.stringify(record)) }]);
  return rapporteur.ask({ text: question });
}

it('knows countries by their capitals and by what is theirs', async () => {
  expect(placesCalled('tokyo')).toEqual(['Japan']);
  expect(placesCalled('chinese')).toEqual(['China']);
  expect(placesCalled('china')).toEqual(['Chinese']);
  expect(['', 'may', 'constructor', '__proto__'].flatMap(placesCalled)).toEqual([]);
  const { status, quotes } = await asked('What did Oslo decide about the canal tolls?', [
    ['Ines Okafor', 'In Norway the government decided to raise the canal tolls next year.'],
    ['Mei Tanaka', 'The canal is deep.'],
  ]);
  expect([status, quotes[0]?.text]).toEqual([
    'answered',
    'In Norway the government decided to raise the canal tolls next year.',
  ]);
});

it.each([
  ['I am very glad to join you and to speak about the canal.', true],
  ['Let me share some words on the canal with you.', true],
  ['It is my great pleasure to invite the head of the canal office.', true],
  ['I would like the canal to be deeper.', false],
  ['We share the canal with others.', false],
])('“%s” names a matter and says nothing of it: %s', (sentence, expected) =>
  expect(introduces(sentence)).toBe(expected),
);

it('quotes who says something before who says that they will', async () => {
  const { quotes } = await asked('What did Okafor say about the canal locks?', [
    ['Ines Okafor', 'I am very glad to join you and to speak about the canal locks.'],
    ['Mei Tanaka', 'Thank you.'],
    ['Ines Okafor', 'We open the canal locks in May.'],
  ]);
  expect(quotes[0]!.text).toMatch(/^We open the canal locks/u);
});

it('answers who did something by what says that it was done', async () => {
  const { quotes } = await asked('Who paid for the training of the lock keepers?', [
    ['Ines Okafor', 'The training of the lock keepers was good. The lock keepers of the valley liked the training.'],
    ['Mei Tanaka', 'The lock keepers paid for the course themselves. The training took a week.'],
  ]);
  expect(quotes[0]!.speaker).toBe('Mei Tanaka');
});

it('does not say whether something is so from what only speaks of it', async () => {
  const turns: [string, string][] = [
    ['Ines Okafor', 'The boats of the farmers wait at the lock. Every farmer has two boats.'],
    ['Mei Tanaka', 'The lock is old.'],
  ];
  expect((await asked('Will the boats get cheaper for farmers?', turns)).status).toBe('nearest');
  expect((await asked('Do the boats of the farmers wait at the lock?', turns)).status).toBe('answered');
});

it('puts what gives a name before what only comes near, where a name is asked for', () => {
  const reading = readingOf([
    'Ines Okafor: Our tug does good service for the boatyard.',
    'Mei Tanaka: We built a boat called Lindra to do the towing.',
  ]);
  const near = [2, 1].map((nearness, index) => ({ reading, index, nearness, place: null, like: 0, closeness: null }));
  const first = (question: string) =>
    withNamesFirst(
      near,
      readQuestion(question, [], () => []),
    )[0]!.index;
  expect([first('What is the tug called?'), first('What does the tug do?')]).toEqual([1, 0]);
});

it('shows what a sentence that begins with "so" concludes from', async () => {
  const before = 'We give them tools, money and a room in the old mill by the water.';
  const after = `And if you come to the fair at the end of the summer, ${'you will see many of their small wooden boats and nets, '.repeat(6)}and more.`;
  const { related, quotes } = await asked('How do carpenters get support to make plans come true?', [
    ['Ines Okafor', `${before} So we do help carpenters to turn plans into boats. ${after}`],
    ['Mei Tanaka', 'The lock is old.'],
  ]);
  expect([...quotes, ...related].map(({ text }) => text).join('\n')).toContain('a room in the old mill');
});

it('does not answer how long with what tells no time', async () => {
  const question = 'How long did the course of the lock keepers last?';
  const without: [string, string] = ['Ines Okafor', 'The course of the lock keepers was good, with 50 of them.'];
  const other: [string, string] = ['Mei Tanaka', 'The lock is old.'];
  expect((await asked(question, [without, other])).status).not.toBe('answered');
  const { quotes } = await asked(question, [
    without,
    ['Mei Tanaka', 'The course of the lock keepers took five full days.'],
  ]);
  expect(quotes[0]!.text).toContain('five full days');
});

it('asks for a point of time by its deadline', async () => {
  const { text } = await asked('What is the deadline for the new lock?', [
    ['Ines Okafor', 'The new lock must be ready by June 2033.'],
    ['Mei Tanaka', 'The old lock leaks.'],
  ]);
  expect(text).toMatch(/^By June 2033, in the words of Ines Okafor/u);
});

it('does not answer how many with what counts nothing', async () => {
  const question = 'How many keepers look after the locks?';
  const turns: [string, string][] = [
    ['Ines Okafor', 'The keepers look after the locks with great care, and they like what they do.'],
    ['Mei Tanaka', 'The boats are painted blue in spring.'],
  ];
  expect((await asked(question, turns)).status).toBe('nearest');
  const { quotes } = await asked(question, [...turns, ['Mei Tanaka', 'Forty keepers look after the locks.']]);
  expect(quotes[0]!.text).toMatch(/^Forty keepers/u);
});

it.each([
  ['How many boats are there?', 'There are 46 of them now.'],
  ['How long did it take?', 'We were at it for three weeks.'],
  ['When will it open?', 'We hope for the spring of 2032.'],
  ['Which countries take part?', 'Norway and Peru are with us.'],
])('shows first what can answer: %s', (question, answers) => {
  const reading = readingOf(['Ines Okafor: We like that very much.', `Mei Tanaka: ${answers}`]);
  const near = [1, 0.5].map((nearness, index) => ({ reading, index, nearness, place: null, like: 0, closeness: null }));
  const first = (text: string) =>
    withAskedFirst(
      near,
      readQuestion(text, [], () => []),
    )[0]!.index;
  expect([first(question), first('Why do they like it?')]).toEqual([1, 0]);
});

it.each([
  ['Which lock opened for the ninth time?', 'The lock at Varn opened for the 9th time.'],
  ['Who steers the 6 barges?', 'Ada Lindt steers the six barges.'],
  ['Who steers the six barges?', 'Ada Lindt steers the 6 barges.'],
])('%s is answered however the number is written', async (question, sentence) => {
  const { status, quotes } = await asked(question, [
    ['Ines Okafor', 'The harbour is full.'],
    ['Mei Tanaka', sentence],
  ]);
  expect([status, quotes[0]?.text]).toEqual(['answered', sentence]);
});

it('does not take a set phrase for what is asked about', async () => {
  const { quotes, related } = await asked('What did people say about the course?', [
    ['Ines Okafor', 'Of course, the canal is deep.'],
    ['Jon Abara', 'The barges, of course, are late.'],
    ['Mei Tanaka', 'The course for lock keepers was hard.'],
  ]);
  expect([...quotes, ...related].map(({ speaker }) => speaker)).toEqual(['Mei Tanaka']);
});

it('asks who pays, and not who pays attention, where nothing more is named', async () => {
  const { quotes } = await asked('Who paid?', [
    ['Ines Okafor', 'It is worth paying attention to all that a skipper has to say.'],
    ['Mei Tanaka', 'The skippers pay a fee of ten crowns.'],
  ]);
  expect(quotes.map(({ speaker }) => speaker)).toEqual(['Mei Tanaka']);
});

it('takes “the bill” for what is before the house, and not for somebody called so', async () => {
  const turns: [string, string][] = [
    ['Bill Ostrom', 'The gates of the lock are rotten.'],
    ['Ines Okafor', 'The bill makes the canal tolls a tax.'],
  ];
  const { status, quotes } = await asked('Does the Bill make the tolls a tax?', turns);
  expect([status, quotes[0]?.speaker]).toEqual(['answered', 'Ines Okafor']);
  expect((await asked('What did Bill say about the gates?', turns)).quotes[0]?.speaker).toBe('Bill Ostrom');
});

it('asks what people want of a country nobody speaks for as of any matter', async () => {
  const { status, quotes } = await asked('What did Norway and Sweden want for the canal?', [
    ['Ines Okafor', 'Norway and Sweden want a wider canal.'],
    ['Mei Tanaka', 'The lock is old.'],
  ]);
  expect([status, quotes[0]?.speaker]).toEqual(['answered', 'Ines Okafor']);
});

it('lists what somebody counts right after they name the matter, though they count more of it by its name', async () => {
  const { text, quotes } = await asked('What figures did Tanaka give on the harbour?', [
    [
      'Mei Tanaka',
      'We built the largest harbour of the coast. By now 2,500 boats have a berth. The harbour has 40 cranes.',
    ],
    ['Ines Okafor', 'The harbour is far. It takes 300 steps.'],
  ]);
  expect(text).toMatch(/\(2\): Mei Tanaka \[1\]\[2\]/u);
  expect(quotes[0]?.text).toContain('2,500');
});

it('does not say that others spoke of it who say half of its words of something else', async () => {
  const { text, quotes } = await asked('What did Tanaka say about the lack of experienced pilots?', [
    ['Ines Okafor', 'The lack of rain is a worry. The lake is low.'],
    ['Mei Tanaka', 'The gates are heavy. The paint peels off them every spring.'],
    ['Jon Abara', 'I have experienced many floods. The pilots sleep.'],
  ]);
  expect(text).not.toMatch(/did speak of it/u);
  expect(quotes).toEqual([]);
});

it('does not count people by who speaks of what they did', async () => {
  const { status, quotes, related } = await asked('How many people were trained in the spring course?', [
    ['Ines Okafor', 'The training of the spring course is hard, and the skippers pay for it.'],
    ['Mei Tanaka', 'The lake is low. We had 50 pilots from three ports.'],
  ]);
  expect([status, quotes]).toEqual(['nearest', []]);
  expect(related.length).toBeGreaterThan(0);
});

it('counts people who spoke of a matter', async () => {
  const { text } = await asked('How many people spoke of the course?', [
    ['Ines Okafor', 'The spring course is hard.'],
    ['Mei Tanaka', 'The spring course is too long.'],
  ]);
  expect(text).toMatch(/^Two speakers spoke of this/u);
});

it('does not take a course that somebody held for the session', async () => {
  const { text } = await asked('How long did the workshop for lock keepers last?', [
    ['Ines Okafor', 'The workshop for lock keepers lasted five full days.'],
    ['Mei Tanaka', 'The lock is old.'],
  ]);
  expect(text).toMatch(/^Five full days, in the words of Ines Okafor/u);
});

it('quotes when they meet again, be it in half an hour', async () => {
  const { status, quotes } = await asked('When do we meet again?', [
    ['Ines Okafor', 'Our next meeting begins in thirty minutes.'],
    ['Mei Tanaka', 'The lock is old.'],
  ]);
  expect([status, quotes[0]?.text]).toEqual(['answered', 'Our next meeting begins in thirty minutes.']);
});
