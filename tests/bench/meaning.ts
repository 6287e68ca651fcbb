/**
 * What the table of word meanings finds where a question and the sentence that answers it share no word: of each question
 * in its own session, whether that sentence is among the first 5 and 10 by words, by meaning, and by both with their
 * parts compared, as `nearest` ranks them.
 *
 *     node tests/bench/meaning.ts [--questions FILE] [--corpus FILE] [--records FOLDER]
 *
 * Questions are JSON lines of {question, session, answer}, the answer a sentence of the session; the sessions are those
 * of the corpus and of the records. Without files it takes those of ../shared.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { candidatesFor } from '../../src/answering/candidates.ts';
import { scoreSentences } from '../../src/answering/matter/evidence.ts';
import { wantedBy } from '../../src/answering/look.ts';
import { readingsOf, type Ground } from '../../src/answering/ground.ts';
import { hear } from '../../src/answering/hear.ts';
import { momentsOf } from '../../src/answering/moment.ts';
import { readQuestion } from '../../src/asking/inquiry.ts';
import { readConfig } from '../../src/config.ts';
import { openLibrary } from '../../src/library/sqlite/library.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import { embeddedBy } from '../../src/retrieval/embedded.ts';
import { nearestInMeaning } from '../../src/retrieval/meaning.ts';
import { mean, readMeetings, recordOf } from './search-measures.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: path.join(shared, 'eval/paraphrase-dev.jsonl') },
    corpus: { type: 'string', default: path.join(shared, 'bench/qmsum/corpus.jsonl') },
    records: { type: 'string', default: path.join(shared, 'sessions') },
  },
});
for (const file of Object.values(values)) {
  if (existsSync(file)) continue;
  console.error(`meaning: there is no ${file}; name files with --questions, --corpus and --records.`);
  process.exit(1);
}

const asked = z.object({ question: z.string(), session: z.string(), answer: z.string() });
const questions = readFileSync(values.questions, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => asked.parse(JSON.parse(line)));
const wantedSessions = new Set(questions.map(({ session }) => session));
const meetings = [...readMeetings(values.corpus).values()].filter(({ id }) => wantedSessions.has(id));

const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-bench-'));
const config = readConfig({ LIBRARY_PATH: folder });
try {
  const rapporteur = await openRapporteur({ config, anyEmbedder: false, openEmbedder, openVectorIndex });
  await rapporteur.ingest([
    ...meetings.map(recordOf),
    ...readdirSync(values.records).map((name) => ({ path: path.join(values.records, name) })),
  ]);
  await rapporteur.close();
  const embedder = await openEmbedder(config);
  const library = openLibrary({ folder, embedder: embedder.id, anyEmbedder: false, openVectorIndex });
  const moments = momentsOf(embeddedBy(embedder));
  const places = await library.reading((reader) =>
    moments(reader, undefined, async (ground) => {
      const all = [];
      for (const each of questions) all.push(await placesOf(each, ground));
      return all;
    }),
  );
  await library.close();
  console.log(`${questions.length} questions, each in its own session`);
  console.table(
    Object.fromEntries(
      (['words', 'meaning', 'both'] as const).map((by) => [
        by,
        Object.fromEntries([
          ...[1, 5, 10].map((first) => [
            `among the first ${first}, %`,
            (100 * mean(places.map((place) => (place[by] <= first ? 1 : 0)))).toFixed(0),
          ]),
          ['mean of 1 / place', mean(places.map((place) => 1 / place[by])).toFixed(3)],
        ]),
      ]),
    ),
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** The place of the sentence that answers, from 1; Infinity where it is not ranked. */
async function placesOf({ question, session, answer }: z.infer<typeof asked>, ground: Ground) {
  const inquiry = readQuestion(question, [], () => []);
  const [reading] = await readingsOf([session], ground);
  const isGold = (index: number) => folded(reading!.sentences[index]!.text).includes(folded(answer));
  const placeIn = (ranked: { index: number }[]) => {
    const place = ranked.findIndex(({ index }) => isGold(index));
    return place === -1 ? Infinity : place + 1;
  };
  const { wanted, words } = await wantedBy(inquiry, [session], ground);
  const heard = await hear(wanted, words, [session], [], ground);
  const meanings = await ground.meaningsOf(inquiry.words);
  const near = { words: inquiry.words, wanted, heard, people: [], among: [session], language: inquiry.language };
  return {
    words: placeIn(scoreSentences(reading!, wanted, () => true)),
    meaning: placeIn(
      meanings ? await nearestInMeaning(inquiry.words, [{ reading: reading! }], meanings, Infinity) : [],
    ),
    both: placeIn(await candidatesFor(near, ground)),
  };
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replaceAll(/\W+/g, ' ').trim();
}
