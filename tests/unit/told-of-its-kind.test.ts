/** What is asked for is of a kind: a body, a place, so many of something. What names none of it is no answer; of an invented hearing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutAsking } from '../../src/asking/parts/only-asking.ts';
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
