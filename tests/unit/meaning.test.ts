import { expect, it, describe } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { meaningsByEmbedder, nearestInMeaning } from '../../src/retrieval/meaning.ts';
import { meaningsByWords } from '../../src/retrieval/meaning-by-words.ts';
import { readSession, type Reading } from '../../src/retrieval/reading.ts';
import type { Session } from '../../src/session.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';

const words = builtInEmbedder().words!;
const counts = async () => ({ documentFrequency: () => 3, chunkCount: 2000 });

/** Invented: one speaker a line. */
function read(lines: string[]): Reading {
  const turns = lines.map((text, at) => ({ speaker: at % 2 === 0 ? 'Odile Marr' : 'Tam Reke', text, times: [] }));
  const session = { id: 'quay', title: 'Quay', turns, speakers: [], findings: [] } as unknown as Session;
  return readSession(
    session,
    turns.map((turn) => splitIntoSentences(turn)),
  );
}

const quay = read([
  'The ferry was late on Monday because the fog lay on the strait.',
  'Our pupils learn to swim before they are seven years old.',
  'What do the pupils learn before they are seven?',
  'Doctors and nurses were sent to the island when the fever came.',
  'Thank you. Yes.',
  'The new roof of the chapel was paid for by selling two paintings.',
  'The farmers lost half of their wheat in the drought last summer.',
]);

async function nearest(question: string, reading = quay, most = 1): Promise<string[]> {
  const near = await nearestInMeaning(question, [{ reading }], meaningsByWords(words, counts), most);
  return near.map(({ reading, index }) => reading.sentences[index]!.text);
}

describe('the sentence nearest in meaning shares no word with the question', () => {
  it.each([
    ['Did the boat arrive behind schedule?', 'The ferry was late'],
    ['Which medical staff helped during the epidemic?', 'Doctors and nurses'],
    ['How did the church finance its repair?', 'The new roof'],
    ['Were the crops damaged by dry weather?', 'The farmers lost'],
  ])('%s', async (question, answer) => {
    expect((await nearest(question))[0]).toContain(answer);
  });
});

it('passes over questions and fragments', async () => {
  const all = await nearest('What are children taught at school?', quay, 100);
  expect(all).toHaveLength(5);
  expect(all[0]).toContain('Our pupils learn to swim');
});

it.each([
  ['another language', 'Wieviel Weizen haben die Landwirte im Sommer verloren?'],
  ['names alone', 'Vorrelquist Hjalmsted?'],
  ['stop words alone', 'What did they do then?'],
  ['nothing', ''],
])('stays silent for %s', async (_, question) => {
  expect(await nearest(question)).toEqual([]);
});

it('passes over sentences of other languages', async () => {
  const mixed = read(['Les agriculteurs ont perdu la moitié du blé.', 'The farmers lost half of their wheat.']);
  expect(await nearest('Were the crops damaged?', mixed, 10)).toEqual(['The farmers lost half of their wheat.']);
});

it('tells which share of a question is known', async () => {
  const meanings = meaningsByWords(words, counts);
  expect((await meanings.ofQuestion('wheat and Vorrelquist'))?.known).toBe(0.5);
  expect((await meanings.ofQuestion('wheat in summer'))?.known).toBe(1);
});

it('weighs words by how rare the library has them', async () => {
  const [wheat, ferry] = ['The wheat was brought to the mill.', 'The ferry was brought to the harbour.'];
  const reading = read([wheat, 'Nobody knows the whole story of that old year.', ferry]);
  const rare = (term: string) =>
    meaningsByWords(words, async () => ({ documentFrequency: (t) => (t === term ? 1 : 1500), chunkCount: 2000 }));
  const asked = async (term: string) => {
    // What is made of a reading is kept with it, so that each library has readings of its own.
    const own = { ...reading };
    const [first] = await nearestInMeaning('grain on a ship', [{ reading: own }], rare(term), 1);
    return own.sentences[first!.index]!.text;
  };
  expect([await asked('grain'), await asked('ship')]).toEqual([wheat, ferry]);
});

it('counts what is said around a sentence', async () => {
  const line = 'They said that it would take a long time to decide.';
  const filler = Array.from({ length: 12 }, () => 'The band played the old song again that night.');
  const reading = read([line, ...filler, 'The surgeon and the hospital were ready for patients.', line]);
  const near = await nearestInMeaning('clinic nurse medicine', [{ reading }], meaningsByWords(words, counts), 100);
  const there = near.find(({ index }) => reading.sentences[index]!.text === line);
  expect(there!.index).toBe(14);
});

it('looks in several sessions, at the sentences named', async () => {
  const other = read([
    'The harvest failed and the barley rotted in the rain.',
    'We met on a Tuesday in the town hall.',
  ]);
  const sessions = [{ reading: quay }, { reading: other }];
  const near = await nearestInMeaning(
    'Were the crops damaged by weather?',
    sessions,
    meaningsByWords(words, counts),
    2,
  );
  expect(new Set(near.map(({ reading }) => reading === other))).toEqual(new Set([true, false]));
  expect(near[0]!.similarity).toBeGreaterThanOrEqual(near[1]!.similarity);
  const only = [{ reading: quay, among: [0, 1] }];
  const few = await nearestInMeaning('Were the crops damaged?', only, meaningsByWords(words, counts), 9);
  expect(new Set(few.map(({ index }) => index))).toEqual(new Set([0, 1]));
});

it('takes vectors of an embedder, and asks it for no more sentences than are named', async () => {
  const asked: string[] = [];
  const vectorOf = (text: string) => [/roof|church/.test(text) ? 1 : 0.1, /wheat/.test(text) ? 1 : 0.1];
  const model = {
    embedDocuments: async (texts: string[]) => {
      asked.push(...texts);
      return texts.map(vectorOf);
    },
    embedQuery: async (text: string) => vectorOf(text),
  };
  const among = [3, 6, 7];
  const near = await nearestInMeaning('the church', [{ reading: quay, among }], meaningsByEmbedder({ model }), 5);
  expect(asked).toEqual(among.map((index) => quay.sentences[index]!.text));
  expect(near[0]!.reading.sentences[near[0]!.index]!.text).toContain('roof of the chapel');
  expect(near.every(({ index }) => among.includes(index))).toBe(true);
});

it('asks for the counts of words that the table knows, all sentences together and each word once', async () => {
  const asked: string[][] = [];
  const meanings = meaningsByWords(words, async (terms) => {
    asked.push(terms);
    return counts();
  });
  const [one, other] = [
    read(['The ferry of Vorrelquist was late.']),
    read(['The ferry carried wheat.', 'Wheat is dear.']),
  ];
  for (const question of ['wheat and Vorrelquist', 'the wheat'])
    await nearestInMeaning(question, [{ reading: one }, { reading: other }], meanings, 5);
  expect(asked).toHaveLength(2);
  expect(asked.flat().toSorted()).toEqual(['carri', 'dear', 'ferri', 'late', 'wheat']);
});

it('takes a word that every object of the program has as any other word', async () => {
  const reading = read([
    'The constructor of the ship asked for more oak and more nails.',
    'It rained all day in the hills.',
  ]);
  expect(await nearest('Who built the vessel out of timber?', reading, 9)).toHaveLength(2);
});
