/** Questions and a lying model's statements on a library of invented sessions: whatever they are, quotes are slices. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { array, boolean, constantFrom, integer, oneof, record, string, type Arbitrary } from 'fast-check';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import type { Answer } from '../../src/answer.ts';
import { checkCuts, checkFree } from '../../src/answering/model/check.ts';
import { answerFrom } from '../../src/answering/model/cite.ts';
import type { Evidence } from '../../src/answering/model/evidence-list.ts';
import { placedWords } from '../../src/answering/verifying/placed-words.ts';
import { readConfig } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import { readSession } from '../../src/retrieval/reading.ts';
import type { Session } from '../../src/session.ts';
import { languageOf } from '../../src/words/language.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { holds, kindOf, type Kind } from './kind.ts';

export async function answerKinds(): Promise<Kind[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-fuzz-'));
  const config = readConfig({ LIBRARY_PATH: folder, LOG_LEVEL: 'silent' });
  const rapporteur = await openRapporteur({ config, anyEmbedder: false, openEmbedder, openVectorIndex });
  await rapporteur.ingest([recordOf(harbour, orchard)]);
  const sessions: Session[] = [];
  for (const { id } of await rapporteur.sessions()) sessions.push((await rapporteur.show(id))!);
  const evidence = evidenceOf(sessions);
  const said = sessions.flatMap(({ turns }) => turns.map(({ text }) => text));
  const speakers = sessions.flatMap((session) => session.speakers.map(({ name }) => name));

  const word = oneof(
    { weight: 8, arbitrary: constantFrom(...said.flatMap((text) => text.split(' '))) },
    {
      weight: 3,
      arbitrary: constantFrom(
        ...speakers,
        'says',
        'asks',
        'who',
        'why',
        'not',
        'may',
        'if',
        'all',
        'agreed',
        '7',
        'ten',
      ),
    },
    {
      weight: 3,
      arbitrary: constantFrom(
        '“',
        '”',
        '«',
        '"',
        ':',
        '[1]',
        '@here',
        '<@U1>',
        '*',
        '`',
        'https://a.example',
        '\uD800',
        '\u202E',
      ),
    },
    { weight: 1, arbitrary: string({ maxLength: 20 }) },
    {
      weight: 1,
      arbitrary: constantFrom(
        '('.repeat(2000),
        'what '.repeat(1500),
        'что сказано о гавани',
        '港口在哪里',
        'أين الميناء',
      ),
    },
  );
  const words = (most: number): Arbitrary<string> => array(word, { maxLength: most }).map((parts) => parts.join(' '));
  const number = oneof(integer({ min: -1, max: evidence.sentences.length + 2 }), constantFrom(1.5, Number.NaN, 1e21));
  const sentence = constantFrom(...evidence.sentences.map((each) => each.sentence.text));
  const cut = record({
    sentence: number,
    keep: oneof(words(20), sentence),
    translation: oneof(constantFrom(undefined), words(8)),
  });
  const free = record({
    text: oneof(
      words(24),
      sentence.map((text) => `${speakers[0]} says ${text}`),
    ),
    sentences: array(number, { maxLength: 4 }),
  });
  const asked = constantFrom(
    'What was said about the seals?',
    'Was wurde über die Robben gesagt?',
    'Что сказано о тюленях?',
  );

  return [
    {
      ...kindOf(
        'questions',
        record({ text: words(30), history: array(words(8), { maxLength: 3 }) }),
        async (question) => checkAnswer(await rapporteur.ask(question), sessions),
      ),
      close: async () => {
        await rapporteur.close();
        rmSync(folder, { recursive: true, force: true });
      },
    },
    kindOf('quotations to verify', words(30), async (quotation) => {
      const { found } = await rapporteur.verify(quotation);
      if (found) checkQuote(found, sessions);
    }),
    kindOf(
      'statements of a model, cut',
      record({ statements: array(cut, { maxLength: 8 }), asked }),
      ({ statements, asked: question }) => {
        const { claims } = checkCuts(statements, evidence, languageOf(question));
        for (const claim of claims) {
          if (claim.of !== 'transcript') continue;
          const own = placedWords(claim.cited.sentence.text, claim.language).map((each) => each.word);
          const printed = placedWords(claim.text, claim.language).map((each) => each.word);
          holds(isWithin(printed, own), () => `no cut: ${claim.text} of ${claim.cited.sentence.text}`);
        }
        checkAnswer(answerFrom(question, claims, 'model'), sessions);
      },
    ),
    kindOf(
      'statements of a model, free',
      record({ statements: array(free, { maxLength: 6 }), asked, vouches: boolean() }),
      async (given) => {
        const { claims } = await checkFree(
          given.statements,
          evidence,
          languageOf(given.asked),
          async () => given.vouches,
        );
        checkAnswer(answerFrom(given.asked, claims, 'model'), sessions);
      },
    ),
  ];
}

function evidenceOf(sessions: Session[]): Evidence {
  const sentences = sessions.flatMap((session) => {
    const reading = readSession(session, session.turns.map(splitIntoSentences));
    return reading.sentences.map((sentence, index) => ({ reading, sentence, index }));
  });
  return { sentences: sentences.map((each, at) => ({ ...each, number: at + 1 })), items: [], text: '' };
}

/** Whether the words are some of the others, in their order. */
function isWithin(some: string[], all: string[]): boolean {
  let at = 0;
  for (const word of all) if (word === some[at]) at += 1;
  return at === some.length;
}

function checkAnswer(answer: Answer, sessions: Session[]): void {
  for (const quote of [...answer.quotes, ...answer.related]) checkQuote(quote, sessions);
  const marks = [...answer.text.matchAll(/\[(\d+)\]/gu)].map(([, mark]) => Number(mark));
  const numbers = new Set([...answer.quotes, ...answer.related].map(({ n }) => n));
  holds(
    marks.every((mark) => numbers.has(mark)),
    () => `a mark without a quote: ${answer.text}`,
  );
}

type Cited = Pick<Answer['quotes'][number], 'session' | 'turn' | 'start' | 'end' | 'text' | 'speaker'>;

function checkQuote({ session, turn, start, end, text, speaker }: Cited, sessions: Session[]): void {
  const said = sessions.find(({ id }) => id === session.id)?.turns[turn];
  holds(
    said !== undefined && said.text.slice(start, end) === text && said.speaker === speaker,
    () => `no quote: ${JSON.stringify([speaker, text])}`,
  );
}
