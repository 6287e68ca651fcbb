/** What is asked for is of a kind: a body, a place, so many of something. What names none of it is no answer; of an invented hearing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureIn } from '../../src/answering/figures/figure.ts';
import { withoutAsking } from '../../src/asking/parts/only-asking.ts';
import { mayTellFigure } from '../../src/answering/telling/may-tell.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const hearing = {
  id: 'wool-hearing',
  title: 'Wool Hearing',
  date: '2026-09-02',
  speakers: [
    { name: 'Asta Lorne', role: 'Director of Hill Wool' },
    { name: 'Piet Young', role: 'Weaver' },
  ],
  turns: [
    [
      'Asta Lorne',
      `Good morning, I am Asta Lorne of Hill Wool, and I am glad to join you. We work with our neighbours on the looms. We have 43
      looms and the first dry store. Hill Wool works in five countries. We joined the Fleece Alliance and the SHW last year. Is the fair too short?
      My name is on the list. We advocate for open fairs.`,
    ],
    [
      'Piet Young',
      `Young weavers learn at the fair, where the masters show them the knots. My advice is not to look for a wool tax, but for
      something like a wool charter.`,
    ],
  ].map(([speaker, text]) => ({ speaker, text: text!.replaceAll(/\s+/gu, ' ') })),
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(hearing)]);
});
afterAll(() => rapporteur.close());

const ask = (text: string) => rapporteur.ask({ text });

it('names bodies where bodies are asked for', async () => {
  const { quotes, related } = await ask('Which organisations did Hill Wool join to work with others?');
  const shown = [...quotes, ...related].map(({ text }) => text);
  expect(shown[0]).toMatch(/Fleece Alliance/u);
  expect(quotes.filter(({ text }) => !/Fleece Alliance/u.test(text))).toEqual([]);
});

it('counts what is counted in the question', async () => {
  expect((await ask('In how many countries does Hill Wool work?')).quotes.map(({ text }) => text)[0]).toMatch(
    /five countries/u,
  );
  expect((await ask('How many weavers learn at the fair?')).status).not.toBe('answered');
});

describe('what is asked for', () => {
  let mill: Rapporteur;
  beforeAll(async () => {
    mill = await rapporteurIn(temporaryFolder());
    const turns = [
      [
        'Runa Fell',
        `Thank you. The spinning course took place with great success, and all the spinners came. Last spring we opened the carding course in Varn. And also, we work with Ossa
        University. They are going to certify our spinners. We moved the shearing to the autumn because the ewes are calmer then. The dye
        workshop was closed last year, and I was in the dye workshop. Small mills already work with the old looms. The shearing of the lambs is done by hand. We have 40 mill sheds open each day, with 90 weavers attending.`,
      ],
      [
        'Bo Stenn',
        `I'm Bo Stenn, a lecturer here at Lake Law School, where I lead the Centre for Wool Law. The Fleece Pact of Rhone was signed by
        nine towns with the help of the dyers. The herd of the Rhonish council is the largest. The wool tax was raised in a number of ways for some of
        those mills with two looms. The dye costs are low because the mills are small.`,
      ],
    ].map(([speaker, text]) => ({ speaker: speaker!, text: text!.replaceAll(/\s+/gu, ' ') }));
    await mill.ingest([recordOf({ id: 'mill', title: 'Mill day', date: '2026-10-02', turns })]);
  });
  afterAll(() => mill.close());

  it.each([
    'Where did the spinning course take place?',
    'Why was the dye workshop closed?',
    'Which hospital treated the spinners of the spinning course?',
    'What stops small mills from working with new looms?',
    'What did the spinning course cost?',
    'How long did the spinning course take?',
    'When will the dyers of Rhone sign the Fleece Pact?',
    'Where in Varn did the carding course open?',
    'How many dyers joined the spinning course?',
    'What are the old looms of small mills made of?',
    'Which part of the country has the most mill sheds?',
    'How much was lost by the mill sheds?',
  ])('is not told by what only speaks of it: %s', async (question) => {
    const { status, quotes } = await mill.ask({ text: question });
    expect([status, quotes.map(({ text }) => text)]).toEqual(['nearest', []]);
  });

  it.each([
    ['Where did the carding course open?', /Varn/u],
    ['Why did you move the shearing to the autumn?', /because the ewes are calmer/u],
    ['Which university will certify the spinners?', /Ossa University\. They are going to certify/u],
    ['Which law school does Bo Stenn lecture at?', /^I'm Bo Stenn/u],
    ['Which treaty was signed by nine towns?', /Fleece Pact/u],
  ])('is told by what names it: %s', async (question, told) => {
    const { status, quotes } = await mill.ask({ text: question });
    expect(status).toBe('answered');
    expect(quotes[0]!.text).toMatch(told);
    expect(quotes).toHaveLength(1);
  });
});

it.each([
  ['Small mills already work with the old looms.', 'When will the small mills work with new looms?', false],
  ['Small mills already work with the old looms.', 'When did the small mills work with old looms?', true],
  ['They were raised in a number of ways for those mills.', 'How many mills are there?', false],
  ['Few mills are left.', 'How many mills are there?', true],
  ['For 11-year-olds there is class 6.', 'How long is the course?', false],
  ['It takes all winter.', 'How long is the course?', true],
])('may tell a figure or not: %s %s', (said, question, may) => expect(mayTellFigure(said, question)).toBe(may));

it('is not counted by what stands beside it', () => {
  const said = 'We have 40 mill sheds open each day, with 90 weavers attending.';
  expect(figureIn(said, 'How many weavers go to the mill sheds?') ?? '').not.toContain('40');
});

describe('a word that is a name too', () => {
  it('is none before many', async () => {
    const { text } = await ask('How do young weavers learn?');
    expect(text).not.toMatch(/words of Piet Young/u);
  });

  it('is asked of at the end, too', async () => {
    const { quotes } = await ask('Who should learn the knots, says Young?');
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Piet Young']);
  });

  it('is one where somebody is asked', async () => {
    const { quotes } = await ask('what did young say about weavers');
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Piet Young']);
  });
});

it('is for what is recommended in place of another', async () => {
  expect((await ask('Is anyone in favour of a wool charter?')).text).toMatch(/^For it.*Piet Young/u);
  expect((await ask('Who wants a wool tax?')).status).not.toBe('answered');
  expect((await ask('Who is for open fairs?')).text).toMatch(/^For it.*Asta Lorne/u);
});

it.each([
  ['in favour of a declaration on looms', 'in favour of a declaration on looms'],
  ['her stance on looms', 'looms'],
])('keeps what is adopted as a matter: %s', (words, matter) => expect(withoutAsking(words)).toBe(matter));

describe('what is said of it', () => {
  it.each([
    ['Who believes the fair is too short?', ['nearest', 0]],
    ['Who thinks the masters show the knots?', ['answered', 1]],
    ['How much more do the masters pay?', ['nearest', 0]],
  ])('is no claim by who asks, and no sum: %s', async (question, [status, count]) => {
    const answer = await ask(question);
    expect([answer.status, answer.quotes.length], answer.text).toEqual([status, count]);
  });

  it('is whoever names it, where that is asked', async () => {
    const { quotes, text } = await ask('Who named the fair?');
    expect(new Set(quotes.map(({ speaker }) => speaker)), text).toEqual(new Set(['Asta Lorne', 'Piet Young']));
  });
});
