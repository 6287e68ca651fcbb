import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import { checkStatements } from '../../src/answering/check.ts';
import { answerFrom } from '../../src/answering/cite.ts';
import type { Evidence } from '../../src/answering/evidence-list.ts';
import { answerPrompt, readReply, type Statement } from '../../src/answering/prompt.ts';
import { mergePeople } from '../../src/people/merging.ts';
import { peopleIn } from '../../src/people/people.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import type { Session } from '../../src/session.ts';
import { directory } from '../../src/people/directory.ts';
import { harbour, orchard } from '../fixtures/harbour.ts';
import { readSession } from '../../src/retrieval/reading.ts';

const sessions = [harbour, orchard].map(({ turns, ...rest }): Session => ({
  startTime: null,
  endTime: null,
  event: null,
  kind: 'transcript',
  language: null,
  source: 'harbour.json',
  page: null,
  findings: [],
  ...rest,
  speakers: [...new Set(turns.map(({ speaker }) => speaker))].map((name) => ({
    name,
    otherNames: [],
    affiliation: null,
    role: harbour.speakers.find((speaker) => speaker.name === name)?.role ?? null,
  })),
  turns: turns.map((turn) => ({
    speaker: turn.speaker,
    text: turn.text,
    times: 'start' in turn ? [{ offset: 0, seconds: turn.start as number }] : [],
  })),
}));
const people = directory(mergePeople(sessions.flatMap((session) => peopleIn(session))));
const evidence: Evidence = {
  sentences: sessions
    .flatMap((session) => {
      const reading = readSession(session, session.turns.map(splitIntoSentences));
      return reading.sentences.map((sentence, index) => ({ reading, sentence, index }));
    })
    .map((each, at) => ({ ...each, number: at + 1 })),
  items: [],
  text: '',
};
const question = 'What was said about the seals?';

function answerTo(statements: Statement[], asked = question): Answer {
  return answerFrom(asked, checkStatements(statements, asked, evidence, people).claims, 'model');
}

/** The statement cites the sentences that have these words, and is printed so; `null` where it is left out. */
function check(text: string, cited: string[], expected: string | null, asked = question): void {
  const sentences = cited.map(
    (words) => evidence.sentences.find(({ sentence }) => sentence.text.includes(words))!.number,
  );
  const answer = answerTo([{ text, sentences }], asked);
  expect(answer.text).toBe(expected ?? '');
  expect(answer.quotes.length > 0).toBe(expected !== null);
}

describe('a statement', () => {
  it('of one sentence', () =>
    check('Tomas Lindqvist counted 312 seals.', ['counted 312'], 'Tomas Lindqvist counted 312 seals [1].'));
  it('without a speaker', () =>
    check(
      '312 seals were counted in the bay last autumn.',
      ['counted 312'],
      '312 seals were counted in the bay last autumn [1].',
    ));
  it('with a figure in words', () =>
    check(
      'Tomas Lindqvist counted three hundred and twelve seals.',
      ['counted 312'],
      'Tomas Lindqvist counted three hundred and twelve seals [1].',
    ));
  it('with a title', () =>
    check('Mr. Lindqvist counted 312 seals.', ['counted 312'], 'Mr. Lindqvist counted 312 seals [1].'));
  it('by a role', () =>
    check(
      'The director of the Coastal Research Bureau counted 312 seals.',
      ['counted 312'],
      'The director of the Coastal Research Bureau counted 312 seals [1].',
    ));
  it('of the day of the session', () =>
    check(
      'On 14 May 2025 Tomas Lindqvist proposed a pause of two years.',
      ['a pause of two'],
      'On 14 May 2025 Tomas Lindqvist proposed a pause of two years [1].',
    ));
  it('that goes on with "he"', () =>
    check(
      'Tomas Lindqvist counted 312 seals. He proposes a pause of two years.',
      ['counted 312', 'a pause of two'],
      'Tomas Lindqvist counted 312 seals. He proposes a pause of two years [1][2].',
    ));
  it('whose second sentence is of another', () =>
    check('Tomas Lindqvist counted 312 seals. He unloads 90 ships a month.', ['counted 312', '90 ships'], null));
  it('that keeps the "not"', () =>
    check(
      'Mei Tanaka says the seals are not disturbed.',
      ['moved the work'],
      'Mei Tanaka says the seals are not disturbed [1].',
    ));
  it('that loses the "not"', () => check('Mei Tanaka says the seals are disturbed.', ['moved the work'], null));
  it('that gains a "not"', () => check('Tomas Lindqvist did not count 312 seals.', ['counted 312'], null));
  it('with another unit', () => check('Tomas Lindqvist proposes a pause of two months.', ['a pause of two'], null));
  it('with the currency changed', () =>
    check('Jon Abara says a frost warning would cost 40,000 dollars a year.', ['40,000'], null));
  it('with the figure grouped another way', () =>
    check(
      'Jon Abara says a frost warning would cost 40 000 crowns a year.',
      ['40,000'],
      'Jon Abara says a frost warning would cost 40 000 crowns a year [1].',
    ));
  it('with the speaker of another session', () => check('Jon Abara counted 312 seals.', ['counted 312'], null));
  it('with a figure of the question that nobody said', () =>
    check('Tomas Lindqvist counted 900 seals.', ['counted 312'], null, 'Were 900 seals counted?'));
  it('of two speakers', () =>
    check(
      'Mei Tanaka and Tomas Lindqvist say winter dredging is better for the seals.',
      ['Winter dredging', 'moved the work'],
      null,
    ));
  it('in capitals', () => check('THE VOTE WAS UNANIMOUS', ['counted 312'], null));
  it('with a name between others', () =>
    check('The seals of Brennerland were counted last autumn in the bay.', ['counted 312'], null));
  it('of nobody', () => check('', ['counted 312'], null));
  it('with formatting', () =>
    check('**Tomas Lindqvist** counted `312` seals.', ['counted 312'], 'Tomas Lindqvist counted 312 seals [1].'));
  it('with hidden characters', () =>
    check('Tomas Lindqvist counted 3\u200b12 \u202eseals.', ['counted 312'], 'Tomas Lindqvist counted 312 seals [1].'));
});

describe('a statement in another language than the sentences it cites', () => {
  const french = 'Que dit-on de la baie et des phoques dans le port ?';
  const chinese = '关于海豹说了什么？';
  it('in French', () =>
    check(
      'Tomas Lindqvist a compté 312 phoques dans la baie.',
      ['counted 312'],
      'Tomas Lindqvist a compté 312 phoques dans la baie [1] (anglais).',
      french,
    ));
  it('with another figure', () =>
    check('Tomas Lindqvist a compté trois cents phoques dans la baie.', ['counted 312'], null, french));
  it('with another country', () =>
    check('Tomas Lindqvist a compté 312 phoques en Norvège.', ['counted 312'], null, french));
  it('with a country of the question', () =>
    check(
      'Tomas Lindqvist a compté 312 phoques en Norvège.',
      ['counted 312'],
      'Tomas Lindqvist a compté 312 phoques en Norvège [1] (anglais).',
      `${french} Norway`,
    ));
  it('given to another', () => check('Mei Tanaka a compté 312 phoques dans la baie.', ['counted 312'], null, french));
  it('turned round', () =>
    check('Tomas Lindqvist n’a pas compté 312 phoques dans la baie.', ['counted 312'], null, french));
  it('in Chinese', () =>
    check(
      'Tomas Lindqvist 去年秋天在海湾数到312只海豹。',
      ['counted 312'],
      'Tomas Lindqvist 去年秋天在海湾数到312只海豹 [1] (英语)。',
      chinese,
    ));
  it('in Chinese with another figure', () => check('Tomas Lindqvist 数到五百只海豹。', ['counted 312'], null, chinese));
  it('in Chinese with another country', () =>
    check('Tomas Lindqvist 在挪威数到312只海豹。', ['counted 312'], null, chinese));
});

describe('citations', () => {
  it('that are not of the speaker named do not mark the statement', () => {
    const answer = answerTo([
      { text: 'Tomas Lindqvist counted 312 seals.', sentences: evidence.sentences.map(({ number }) => number) },
    ]);
    expect(new Set(answer.quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Tomas Lindqvist']));
  });
  it('are numbered as they come, each quote once', () => {
    const of = (words: string) => evidence.sentences.find(({ sentence }) => sentence.text.includes(words))!.number;
    const answer = answerTo([
      { text: 'Mei Tanaka says the work was moved to the winter.', sentences: [of('moved the work')] },
      { text: 'Tomas Lindqvist counted 312 seals.', sentences: [of('counted 312')] },
      { text: 'Mei Tanaka says the seals are not disturbed.', sentences: [of('moved the work')] },
    ]);
    expect(answer.text).toBe(
      'Mei Tanaka says the work was moved to the winter [1]. Tomas Lindqvist counted 312 seals [2]. Mei Tanaka says the seals are not disturbed [1].',
    );
    expect(answer.quotes.map(({ n, speaker }) => [n, speaker])).toEqual([
      [1, 'Mei Tanaka'],
      [2, 'Tomas Lindqvist'],
    ]);
  });
});

describe('whatever a model replies', () => {
  const invented = ['Karl Brenner', 'Zelda', 'Norway', 'UNESCO', '777', '5 million', 'Ministry'];
  const said = sessions
    .flatMap(({ turns }) => turns.flatMap(({ text }) => text.split(/(?<=[ ,.])/u).map((word) => word.trim())))
    .filter(Boolean);
  const names = sessions.flatMap(({ speakers }) => speakers.map(({ name }) => name));
  const fragment = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...said) },
    { weight: 3, arbitrary: fc.constantFrom(...evidence.sentences.map(({ sentence }) => sentence.text)) },
    { weight: 3, arbitrary: fc.constantFrom(...names, 'The chair', 'Ms. Tanaka', 'Blue Quay') },
    { weight: 2, arbitrary: fc.constantFrom(...invented) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '"',
        '“',
        '”',
        '«',
        '»',
        "'",
        '‘',
        '’',
        '「',
        '」',
        '[1]',
        '[99]',
        'says',
        'not',
        'never',
        '. ',
        ', ',
        'half',
        'twice',
        '900',
        '３１２',
      ),
    },
    { weight: 1, arbitrary: fc.string() },
  );
  const statement = fc.record({
    text: fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(' ')),
    sentences: fc.array(fc.integer({ min: -1, max: evidence.sentences.length + 2 }), { maxLength: 4 }),
  });
  /** As a model of some wit lies: a true sentence, cited or not, given to anybody. */
  const nearly = fc
    .record({
      who: fc.oneof(fc.constant(null), fc.constantFrom(...names, ...invented)),
      what: fc.constantFrom(...evidence.sentences),
      more: fc.oneof(fc.constant(''), fc.constantFrom(...invented, '"', '”', 'not', '900')),
      cited: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: evidence.sentences.length })),
    })
    .map(({ who, what, more, cited }): Statement => ({
      text: `${who ?? what.sentence.speaker} says: ${more} ${what.sentence.text}`,
      sentences: [cited ?? what.number],
    }));

  it('no invented name or figure, no false quotation and no mark without its quote gets through', () => {
    let passed = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(statement, nearly), { maxLength: 6 }), (statements) => {
        const { text, quotes } = answerTo(statements);
        if (quotes.length > 0) passed += 1;
        for (const { text: words, turn, start, end, speaker, session } of quotes) {
          const from = sessions.find(({ id }) => id === session.id)!.turns[turn]!;
          expect({ words, speaker }).toEqual({ words: from.text.slice(start, end), speaker: from.speaker });
        }
        const prose = text.replaceAll(/\[\d+\]/gu, '');
        expect([...text.matchAll(/\[(\d+)\]/gu)].every(([, n]) => quotes.some((quote) => quote.n === Number(n)))).toBe(
          true,
        );
        for (const name of invented) expect(prose).not.toContain(name);
        for (const [, words] of prose.matchAll(/“([^”]*)”/gu))
          expect(quotes.some((quote) => quote.text.includes(words!))).toBe(true);
        expect(prose.replaceAll(/“[^“”]*”/gu, '')).not.toMatch(/["“”„«»「」『』]/u);
        const heard = [
          question,
          ...quotes.flatMap((quote) => [
            quote.text,
            quote.speaker,
            quote.role,
            quote.session.title,
            quote.session.date,
            '14 May 2 September 0:20 0:00 1:01 1:30 1:58',
          ]),
        ]
          .join(' ')
          .replaceAll(',', '');
        for (const [figure] of prose
          .normalize('NFKC')
          .replaceAll(/(?<=\d)[,.\s](?=\d{3})/gu, '')
          .matchAll(/\d+/gu))
          expect(heard).toContain(figure);
        for (const name of names)
          if (prose.includes(name))
            expect(quotes.some((quote) => quote.speaker === name || quote.text.includes(name.split(' ')[1]!))).toBe(
              true,
            );
      }),
      { numRuns: 1500, seed: 7 },
    );
    // A test of what gets through must see something get through.
    expect(passed).toBeGreaterThan(200);
  });

  it('is read or is nothing, and harms nobody', () => {
    const prompt = answerPrompt('?', '');
    const odd = fc.record({
      answered: fc.boolean(),
      statements: fc.array(
        fc.record({
          text: fc.string({ unit: 'binary' }),
          sentences: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
        }),
      ),
    });
    let read = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          odd.map((reply) => JSON.stringify(reply)),
        ),
        (text) => {
          const reply = readReply(text, prompt);
          if (reply === null) return;
          read += 1;
          expect(answerTo(reply.statements)).toMatchObject({ quotes: [], text: '' });
        },
      ),
      { seed: 7 },
    );
    expect(read).toBeGreaterThan(20);
  });
});
