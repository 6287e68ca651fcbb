/**
 * How well and how quickly the index of vectors finds, beside an exact search: node tests/bench/embeddings-index.ts [COUNT]
 *
 * Over COUNT clustered vectors (default 20,000) and, where it is there, over hundreds of words of all QMSum meetings as
 * the built-in embedder sees them. The graph is the one read back from its file, as after a restart. Times are of one
 * processor and differ with what else it does: compare within a table. Fails where fewer than 98 % of the 10 nearest of
 * all are found.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { clusteredVectors, fakeStore, seeded } from '../fakes/stored-vectors.ts';

const dimensions = 384;
const leastRecall = 0.98;
const corpus = new URL('../../../shared/bench/qmsum/', import.meta.url);

const count = Number(process.argv[2] ?? 20_000);
const all = clusteredVectors(count + 200, dimensions, { clusters: Math.ceil(count / 200) });
await report(`${count} clustered vectors`, all.slice(0, count), all.slice(count));

if (existsSync(corpus)) {
  const { model, parts } = builtInEmbedder();
  const lines = (name: string) => readFileSync(new URL(name, corpus), 'utf8').trim().split('\n');
  const meetings = lines('corpus.jsonl').map((line): { turns: { text: string }[] } => JSON.parse(line));
  const chunks = meetings.flatMap(({ turns }) =>
    inHundreds(
      turns
        .map(({ text }) => text)
        .join(' ')
        .split(/\s+/),
    ),
  );
  const questions = lines('queries-val.jsonl')
    .slice(0, 200)
    .map((line): { query: string } => JSON.parse(line))
    .map(({ query }) => query);
  const asked = floats(await model.embedDocuments(questions));
  const searched: [name: string, questions: Float32Array[]][] = [
    ['whole', asked],
    ['spelling alone', asked.flatMap((question) => parts?.spelling(question) ?? [])],
    ['meaning alone', asked.flatMap((question) => parts?.meaning(question) ?? [])],
  ];
  const vectors = floats(await model.embedDocuments(chunks));
  for (const [name, questions] of searched) {
    await report(`${chunks.length} chunks of QMSum, built-in embedder, ${name}`, vectors, questions);
  }
} else {
  console.log(`Skipped the chunks of QMSum: there is no ${corpus.pathname}`);
}

async function report(title: string, vectors: Float32Array[], questions: Float32Array[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'vectors-'));
  try {
    const store = fakeStore(vectors);
    const open = (scanLimit: number) =>
      openVectorIndex(folder, { embedder: 'bench', dimensions }, store, { scanLimit });
    const exact = open(Number.POSITIVE_INFINITY);
    const buildMs = await timed(() => open(1_000).save());
    let graph = exact;
    const openMs = await timed(() => {
      graph = open(1_000);
    });
    const { size, inGraph, rejected } = graph.state();
    if (inGraph !== size)
      throw new Error(
        `${title}: ${inGraph} of ${size} vectors are in the graph. ${rejected ?? 'It takes more than 1,000.'}`,
      );
    console.log(
      `\n${title}: made and saved in ${(buildMs / vectors.length).toFixed(2)} ms a vector, opened in ${openMs.toFixed(0)} ms\n`,
    );
    console.log('| nearest | among | recall | exact ms | graph ms | graph / exact |\n|---|---|---|---|---|---|');
    const random = seeded(3);
    for (const k of [10, 50]) {
      for (const share of [1, 0.5, 0.2, 0.05]) {
        const allowed = share === 1 ? undefined : new Set([...vectors.keys()].filter(() => random() < share));
        let found = 0;
        let exactMs = 0;
        let graphMs = 0;
        for (const question of questions) {
          let truth = new Set<number>();
          exactMs += await timed(() => {
            truth = new Set(exact.search(question, k, allowed).map(({ id }) => id));
          });
          graphMs += await timed(() => {
            found += graph.search(question, k, allowed).filter(({ id }) => truth.has(id)).length;
          });
        }
        const [exactMean, graphMean] = [exactMs / questions.length, graphMs / questions.length];
        const recall = found / questions.length / k;
        if (k === 10 && share === 1 && recall < leastRecall) {
          console.error(`${title}: recall@10 is ${recall.toFixed(3)}, below ${leastRecall}.`);
          process.exitCode = 1;
        }
        console.log(
          `| ${k} | ${share * 100} % | ${recall.toFixed(3)} | ${exactMean.toFixed(2)} | ${graphMean.toFixed(2)} | ${(graphMean / exactMean).toFixed(2)} |`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function timed(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function floats(vectors: number[][]): Float32Array[] {
  return vectors.map((vector) => Float32Array.from(vector));
}

function inHundreds(words: string[]): string[] {
  return Array.from({ length: Math.ceil(words.length / 100) }, (_, n) => words.slice(n * 100, (n + 1) * 100).join(' '));
}
