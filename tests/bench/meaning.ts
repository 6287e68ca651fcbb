/**
 * How high the sentence that answers stands by meaning alone, where it shares no word with the question:
 *
 *     node tests/bench/meaning.ts [--corpus FILE] [--queries FILE] [--paraphrases FILE]
 *
 * Each question is asked of its own session, in a library of all sessions. The paraphrases were written so that they
 * share no stem with their sentence. The masked ones are sentences of the reference answers of QMSum's questions, less
 * every word that their evidence has too; those that keep five. Then how often the session itself is found by the
 * vectors of its chunks, and what that costs.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { type Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/library.ts';
import { meaningsByWords, nearestInMeaning } from '../../src/retrieval/meaning.ts';
import { readSession, type Reading } from '../../src/retrieval/reading.ts';
import { remembering } from '../../src/words/remembering.ts';
import { isStopWord, termsOf, wordsOf } from '../../src/words/terms.ts';
import { seeded } from '../fakes/stored-vectors.ts';
import { readMeetings, recordOf } from './search-measures.ts';
import { temporaryLibrary } from './synthetic.ts';

const shared = (name: string) => fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url));
const { values: files } = parseArgs({
  options: {
    corpus: { type: 'string', default: shared('bench/qmsum/corpus.jsonl') },
    queries: { type: 'string', default: shared('bench/qmsum/queries-train.jsonl') },
    paraphrases: { type: 'string', default: shared('eval/paraphrase-dev.jsonl') },
    page: { type: 'string', default: shared('sessions/wsis-2025-strengthen-digital-governance.txt') },
  },
});
const places = [1, 3, 5, 10, 20];
const mostMasked = 1500;

interface Asked {
  question: string;
  session: string;
  /** Places of the sentences that answer. */
  gold: Set<number>;
}

interface AnsweredQuery {
  meeting_id: string;
  answer_sentences?: string[];
  evidence: { turn: number; answer_sentence: number; text: string }[];
}

async function run() {
  const temporary = await temporaryLibrary();
  try {
    const rapporteur = await temporary.open();
    for (const meeting of readMeetings(files.corpus).values()) await rapporteur.ingest([recordOf(meeting)]);
    await rapporteur.ingest([{ name: path.basename(files.page), bytes: new Uint8Array(readFileSync(files.page)) }]);
    await rapporteur.close();
    const library = openLibrary(temporary.folder, builtInEmbedder().id);
    await report(library);
    library.close();
  } finally {
    temporary.remove();
  }
}

async function report(library: Library) {
  const readings = remembering(
    (id) => readSession(library.session(id)!, library.sentences(id)),
    library.sessions().length + 1,
  );
  const paraphrases = linesOf<{ question: string; session: string; turn: number; answer: string }>(
    files.paraphrases,
  ).map(({ question, session, turn, answer }) => ({
    question,
    session,
    gold: sentencesIn(answer, turn, readings(session)),
  }));
  const masked = shuffled(linesOf<AnsweredQuery>(files.queries).flatMap((query) => maskedOf(query, readings)));

  console.log(
    '| the sentence among the first … | questions | 1 | 3 | 5 | 10 | 20 | MRR |\n|---|---|---|---|---|---|---|---|',
  );
  const words = builtInEmbedder().words!;
  const counts = {
    documentFrequency: remembering((term) => library.documentFrequency(term), 100_000),
    chunkCount: library.chunkCount(),
  };
  const meanings = meaningsByWords(words, counts);
  const byMeaning = async ({ question, session, gold }: Asked) => {
    const near = await nearestInMeaning(question, [{ reading: readings(session) }], meanings, Infinity);
    return near.findIndex(({ index }) => gold.has(index)) + 1 || Infinity;
  };
  print('paraphrases', await ranksOf(paraphrases, byMeaning));
  print('masked', await ranksOf(masked.slice(0, mostMasked), byMeaning));

  await reportSessions(paraphrases, library);
  const again = paraphrases.map(({ session }) => readSession(library.session(session)!, library.sentences(session)));
  const sentences = again.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const ready = await cpuMs(async () => {
    for (const reading of again) await meanings.ofSentences({ reading });
  });
  const asking = await cpuMs(() => ranksOf(paraphrases, byMeaning));
  console.log(
    `\n${(sentences / again.length).toFixed(0)} sentences a session: made ready once in ${(ready / again.length).toFixed(1)} ms, then ${(asking / again.length).toFixed(2)} ms a question`,
  );
}

/** Where the session stands among those that have the chunks nearest to a question. */
async function reportSessions(asked: Asked[], library: Library) {
  const { id, dimensions, model, parts } = builtInEmbedder();
  const index = openVectorIndex(library.folder, { embedder: id, dimensions: dimensions! }, library.vectors);
  const standing = (partOf: (vector: Float32Array) => Float32Array | null) => async (one: Asked) => {
    const vector = partOf(Float32Array.from(await model.embedQuery(one.question)));
    const near = vector ? index.search(vector, 200) : [];
    const sessions = [...new Set(near.map((chunk) => library.chunk(chunk.id)!.session))];
    return sessions.indexOf(one.session) + 1 || Infinity;
  };
  console.log('\n| its session among the first … by vectors | 5 | 12 | 24 |\n|---|---|---|---|');
  const ways = { 'whole vectors': (vector: Float32Array) => vector, ...parts };
  for (const [name, partOf] of Object.entries(ways)) {
    const ranks = await ranksOf(asked, standing(partOf));
    console.log(`| ${name} | ${[5, 12, 24].map((place) => share(ranks, place)).join(' | ')} |`);
  }
  index.close();
}

async function ranksOf(asked: Asked[], rank: (one: Asked) => Promise<number>): Promise<number[]> {
  const ranks: number[] = [];
  for (const one of asked) ranks.push(await rank(one));
  return ranks;
}

function print(name: string, ranks: number[]) {
  const reciprocal = ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
  console.log(
    `| ${name} | ${ranks.length} | ${places.map((place) => share(ranks, place)).join(' | ')} | ${reciprocal.toFixed(3)} |`,
  );
}

const share = (ranks: number[], place: number) =>
  `${((100 * ranks.filter((rank) => rank <= place).length) / ranks.length).toFixed(0)} %`;

/** Sentences of an answer with the words taken out that their evidence has. */
function maskedOf(
  { meeting_id, answer_sentences = [], evidence }: AnsweredQuery,
  readings: (id: string) => Reading,
): Asked[] {
  const reading = readings(meeting_id);
  return answer_sentences.flatMap((answer, at) => {
    const gold = new Set(
      evidence
        .filter((each) => each.answer_sentence === at)
        .flatMap(({ turn, text }) => [...sentencesIn(text, turn, reading)]),
    );
    const said = new Set([...gold].flatMap((index) => [...reading.sentences[index]!.terms]));
    const kept = wordsOf(answer).filter((word) => !isStopWord(word) && !termsOf(word).some((term) => said.has(term)));
    const questions = [...gold].every((index) => reading.sentences[index]!.text.trimEnd().endsWith('?'));
    return kept.length < 5 || questions ? [] : [{ question: kept.join(' '), session: meeting_id, gold }];
  });
}

/** Sentences of a turn that hold a text or stand in it. */
function sentencesIn(text: string, turn: number, { sentences }: Reading): Set<number> {
  const looked = wordsOf(text).join(' ');
  return new Set(
    [...sentences.keys()].filter((index) => {
      const sentence = sentences[index]!;
      const own = wordsOf(sentence.text).join(' ');
      return sentence.turn === turn && own.length > 8 && (looked.includes(own) || own.includes(looked));
    }),
  );
}

function shuffled<Item>(items: Item[]): Item[] {
  const random = seeded(1);
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

function linesOf<Line>(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));
}

async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const absent = Object.values(files).find((file) => !existsSync(file));
if (absent === undefined) await run();
else console.log(`Skipped: there is no ${absent}`);
