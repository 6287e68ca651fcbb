/**
 * What the built-in embedder adds to a search by words: node tests/bench/embeddings.ts
 *
 * Recall@10 among chunks of about 100 words, of BM25 with Porter stems, of the vectors alone, and of both fused by
 * reciprocal rank. Queries are six words in a row of a chunk, without stop words, and the questions of QMSum; each as
 * written and with its words of four letters or more misspelt, in another form, or as a speech recogniser might write
 * them: about every second one, or every one.
 */
import { existsSync, readFileSync } from 'node:fs';
import { stemmer } from 'stemmer';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { seeded } from '../fakes/stored-vectors.ts';

interface Meeting {
  id: string;
  split: string;
  turns: { text: string }[];
}

interface Chunk {
  text: string;
  turns: Set<number>;
}

interface Query {
  text: string;
  /** Chunks that answer it, by their place. */
  gold: Set<number>;
}

const folder = new URL('../../../shared/bench/qmsum/', import.meta.url);
async function run() {
  const { model } = builtInEmbedder();
  const corpus = linesOf<Meeting>('corpus.jsonl');
  const meetings = corpus.filter(({ split }) => split === 'val');
  const questions = linesOf<{ meeting_id: string; type: string; query: string; relevant_turns: number[] }>(
    'queries-val.jsonl',
  ).filter(({ type, relevant_turns }) => type !== 'general' && relevant_turns.length > 0);
  const families = familiesOf(corpus);
  const random = seeded(1);

  const chunksOf = new Map(meetings.map((meeting) => [meeting.id, split(meeting)]));
  const everyChunk = [...chunksOf.values()].flat();
  await reportSpeed(everyChunk);

  const sentences = new Map([...chunksOf].map(([id, chunks]) => [id, sample(chunks, 12, random)]));
  const asked = new Map(
    [...chunksOf].map(([id, chunks]) => [
      id,
      questions
        .filter(({ meeting_id }) => meeting_id === id)
        .map(({ query, relevant_turns }) => ({
          text: query,
          gold: new Set(
            chunks.flatMap(({ turns }, place) => (relevant_turns.some((turn) => turns.has(turn)) ? [place] : [])),
          ),
        })),
    ]),
  );
  await report(
    'Six words of a chunk, among the chunks of its meeting',
    [...chunksOf].map(([id, chunks]) => ({ chunks, queries: sentences.get(id)! })),
  );
  await report('Six words of a chunk, among the chunks of all meetings', [{ chunks: everyChunk, queries: amongAll() }]);
  await report(
    'Questions of QMSum, among the chunks of their meeting',
    [...chunksOf].map(([id, chunks]) => ({ chunks, queries: asked.get(id)! })),
  );

  function amongAll(): Query[] {
    const queries: Query[] = [];
    let before = 0;
    for (const [id, chunks] of chunksOf) {
      for (const { text, gold } of sentences.get(id)!)
        queries.push({ text, gold: new Set([...gold].map((place) => place + before)) });
      before += chunks.length;
    }
    return queries;
  }

  async function report(title: string, searches: { chunks: Chunk[]; queries: Query[] }[]) {
    const misspell = (word: string) => misspelt(word, random);
    const inflect = (word: string) => pick(families.get(word) ?? [word], random);
    const mishear = (word: string) => heard(word, random);
    const changes: [name: string, share: number, change: (word: string) => string][] = [
      ['as written', 0, misspell],
      ['misspelt, every second word', 0.5, misspell],
      ['misspelt, every word', 1, misspell],
      ['other forms, every second word', 0.5, inflect],
      ['other forms, every word', 1, inflect],
      ['as heard, every second word', 0.5, mishear],
      ['as heard, every word', 1, mishear],
    ];
    const sums = new Map(changes.map(([name]) => [name, { queries: 0, words: 0, vectors: 0, both: 0 }]));
    for (const { chunks, queries } of searches) {
      const byWords = bm25(chunks);
      const vectors = await model.embedDocuments(chunks.map(({ text }) => text));
      for (const [name, share, change] of changes) {
        const sum = sums.get(name)!;
        for (const { text, gold } of queries) {
          const query = changed(text, (word) => (random() < share ? change(word) : word));
          const vector = await model.embedQuery(query);
          const words = ranked(byWords(query)).slice(0, 100);
          const meanings = ranked(vectors.map((other) => dot(vector, other))).slice(0, 100);
          sum.queries++;
          sum.words += recall(words, gold);
          sum.vectors += recall(meanings, gold);
          sum.both += recall(fused([words, meanings]), gold);
        }
      }
    }
    console.log(`\n${title} (${sums.get('as written')!.queries} queries)\n`);
    console.log(
      '| | words | vectors | both | both / words | missed by both / missed by words |\n|---|---|---|---|---|---|',
    );
    for (const [name, { queries, words, vectors, both }] of sums) {
      const missed = words === queries ? '-' : ((queries - both) / (queries - words)).toFixed(2);
      console.log(
        `| ${name} | ${(words / queries).toFixed(3)} | ${(vectors / queries).toFixed(3)} | ${(both / queries).toFixed(3)} | ${(both / words).toFixed(2)} | ${missed} |`,
      );
    }
  }
}

async function reportSpeed(chunks: Chunk[]) {
  const words = chunks.flatMap(({ text }) => text.split(' '));
  const texts: string[] = [];
  for (let start = 0; start < words.length; start += 120) texts.push(words.slice(start, start + 120).join(' '));
  const { model } = builtInEmbedder();
  const before = process.cpuUsage();
  await model.embedDocuments(texts);
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${texts.length} chunks of 120 words: ${Math.round((texts.length * 1e6) / (user + system))} a second of one processor, from a cold start`,
  );
}

function linesOf<Line>(name: string): Line[] {
  return readFileSync(new URL(name, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));
}

function split({ turns }: Meeting): Chunk[] {
  const chunks: Chunk[] = [];
  let words: string[] = [];
  let inTurns = new Set<number>();
  const end = () => {
    if (words.length > 0) chunks.push({ text: words.join(' '), turns: inTurns });
    words = [];
    inTurns = new Set();
  };
  for (const [turn, { text }] of turns.entries()) {
    for (const word of text
      .replace(/\{\w+\}/g, ' ')
      .split(/\s+/)
      .filter(Boolean)) {
      words.push(word);
      inTurns.add(turn);
      if (words.length === 100) end();
    }
  }
  end();
  return chunks;
}

function sample(chunks: Chunk[], count: number, random: () => number): Query[] {
  const places = [...chunks.keys()].filter((place) => contentOf(chunks[place]!.text).length > 20);
  return Array.from({ length: Math.min(count, places.length) }, () => {
    const place = places.splice(Math.floor(random() * places.length), 1)[0]!;
    const words = contentOf(chunks[place]!.text);
    const start = Math.floor(random() * (words.length - 6));
    return { text: words.slice(start, start + 6).join(' '), gold: new Set([place]) };
  });
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const contentOf = (text: string) => wordsOf(text).filter((word) => word.length > 2 && !stopWords.has(word));

const stopWords = new Set(
  `the and but for with from was were been are is be has have had did does doing this that these those
they them their there here what which who whom whose how when where why not nor than then too very can could will would shall
should may might must just also about into over under after before between out off down only own same such don all any both each
few more most other some yeah okay well like know think mean you your our its his her him she hmm mmm uhh umm really actually thing
things got get going say said want gonna kind sort lot bit yes right one two`.split(/\s+/),
);

/** Okapi BM25 over Porter stems, k1 = 0.9, b = 0.4. */
function bm25(chunks: Chunk[]): (query: string) => number[] {
  const documents = chunks.map(({ text }) => {
    const counts = new Map<string, number>();
    for (const word of contentOf(text)) counts.set(stemmer(word), (counts.get(stemmer(word)) ?? 0) + 1);
    return { counts, length: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
  const meanLength = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  return (query) => {
    const scores = documents.map(() => 0);
    for (const stem of new Set(contentOf(query).map((word) => stemmer(word)))) {
      const frequency = documents.filter(({ counts }) => counts.has(stem)).length;
      const rarity = Math.log(1 + (documents.length - frequency + 0.5) / (frequency + 0.5));
      for (const [place, { counts, length }] of documents.entries()) {
        const count = counts.get(stem) ?? 0;
        scores[place]! += (rarity * count * 1.9) / (count + 0.9 * (0.6 + (0.4 * length) / meanLength));
      }
    }
    return scores;
  };
}

/** Places of all scores but 0, best first. */
function ranked(scores: number[]): number[] {
  return [...scores.keys()].filter((place) => scores[place] !== 0).sort((a, b) => scores[b]! - scores[a]! || a - b);
}

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009), k = 60. */
function fused(rankings: number[][]): number[] {
  const scores = new Map<number, number>();
  for (const ranking of rankings) {
    for (const [rank, place] of ranking.entries()) scores.set(place, (scores.get(place) ?? 0) + 1 / (61 + rank));
  }
  return [...scores.keys()].sort((a, b) => scores.get(b)! - scores.get(a)! || a - b);
}

function recall(ranking: number[], gold: Set<number>): number {
  return ranking.slice(0, 10).filter((place) => gold.has(place)).length / Math.min(10, gold.size);
}

function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += a[n]! * b[n]!;
  return sum;
}

function changed(text: string, change: (word: string) => string): string {
  return wordsOf(text)
    .map((word) => (word.length < 4 || stopWords.has(word) ? word : change(word)))
    .join(' ');
}

function pick<Item>(items: Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** One letter left out, put in, replaced, or swapped with the next; never the first. */
function misspelt(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = pick('abcdefghijklmnopqrstuvwxyz'.split(''), random);
  return pick(
    [
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + letter + word.slice(at),
      word.slice(0, at) + letter + word.slice(at + 1),
      word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2),
    ],
    random,
  );
}

/** Two letters or groups in a word written as others that sound alike, or the word in two. */
function heard(word: string, random: () => number): string {
  const alike: [RegExp, string][] = [
    [/ph/, 'f'],
    [/f/, 'ph'],
    [/ck|k/, 'c'],
    [/c(?=[aou])/, 'k'],
    [/c(?=[ei])/, 's'],
    [/s(?=[ei])/, 'c'],
    [/ea/, 'ee'],
    [/ee/, 'ea'],
    [/ie/, 'y'],
    [/tion/, 'shun'],
    [/sion/, 'tion'],
    [/er$/, 'or'],
    [/or$/, 'er'],
    [/(.)\1/, '$1'],
    [/z/, 's'],
    [/ai/, 'ay'],
    [/ou/, 'ow'],
    [/i(?=.)/, 'e'],
    [/a(?=.)/, 'e'],
    [/o/, 'u'],
    [/x/, 'cks'],
    [/qu/, 'kw'],
    [/gh/, ''],
    [/mb$/, 'm'],
    [/d$/, 't'],
    [/t$/, 'd'],
    [/v/, 'f'],
    [/b/, 'p'],
    [/(?<=.{4})(?=.{4})/, ' '],
  ];
  const fitting = alike.filter(([sound]) => sound.test(word));
  let written = word;
  for (let n = 0; n < 2 && fitting.length > 0; n++) {
    const [sound, other] = pick(fitting, random);
    written = written.replace(sound, other);
  }
  return written;
}

/** For each word the words of the corpus that differ from it by their ending only. */
function familiesOf(corpus: Meeting[]): Map<string, string[]> {
  const endings = new Set([
    '',
    ...'s es ed ing er ers or ors ion ions ation ations al ally ly ment ments ive e able ance ence ity y ies ied ical ic ist ists ize ized ness ful ant ent ents ated ate ating'.split(
      ' ',
    ),
  ]);
  const vocabulary = new Set(corpus.flatMap(({ turns }) => turns.flatMap(({ text }) => wordsOf(text))));
  const alike = Map.groupBy(
    [...vocabulary].filter((word) => word.length >= 5),
    (word) => word.slice(0, 5),
  );
  const families = new Map<string, string[]>();
  for (const group of alike.values()) {
    for (const word of group) {
      const family = group.filter((other) => {
        let shared = 0;
        while (shared < word.length && word[shared] === other[shared]) shared++;
        return (
          other !== word &&
          shared >= 0.6 * Math.max(word.length, other.length) &&
          endings.has(word.slice(shared)) &&
          endings.has(other.slice(shared))
        );
      });
      if (family.length > 0) families.set(word, family);
    }
  }
  return families;
}

if (existsSync(folder)) await run();
else console.log(`Skipped: there is no ${folder.pathname}`);
