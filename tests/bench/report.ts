/**
 * How much of a page's own AI-written report stands in the report that is made of the transcript alone: of its arguments,
 * how many have one of ours on the same turn, and how many one that shares their matter.
 *
 *     node tests/bench/report.ts PAGE.txt
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import { readerHere } from '../../src/records/reading/reading.ts';
import { termsOf } from '../../src/words/terms.ts';
import { temporaryLibrary } from './synthetic.ts';

/** Of an argument's terms, in one of ours with its evidence. */
const leastShare = 0.3;

const page = process.argv[2];
if (page === undefined) throw new Error('Give the text of a session page with its report.');
const { folder, remove } = await temporaryLibrary();
const config = readConfig({ LIBRARY_PATH: folder });
const rapporteur = await openRapporteur({
  config,
  anyEmbedder: false,
  openEmbedder,
  openVectorIndex,
  reader: readerHere,
});
try {
  const { files } = await rapporteur.ingest([{ name: path.basename(page), bytes: readFileSync(page) }]);
  const { id } = files[0]!.sessions[0]!;
  const [session, report] = [(await rapporteur.show(id))!, (await rapporteur.report(id))!];
  const theirs = session.findings.filter(({ kind }) => kind === 'argument');
  const ours = report.arguments.map(({ speaker, quotes, evidence }) => ({
    speaker,
    turn: quotes[0]!.turn,
    terms: new Set([...quotes, ...evidence].flatMap(({ text }) => termsOf(text))),
  }));
  let [sameTurn, sameMatter] = [0, 0];
  for (const { text, speakers, details } of theirs) {
    const of = ours.filter(({ speaker }) => speakers.includes(speaker));
    // Where a speaker has several turns, the one that has most of the argument's words.
    const words = new Set(
      termsOf([text, ...details.filter(({ label }) => label === 'Evidence').map((each) => each.text)].join(' ')),
    );
    const turns = session.turns.map(({ speaker, text: said }, turn) => {
      const terms = new Set(termsOf(said));
      return {
        turn,
        share: speakers.includes(speaker ?? '') ? [...words].filter((word) => terms.has(word)).length : -1,
      };
    });
    const { turn } = turns.toSorted((one, other) => other.share - one.share)[0]!;
    const own = new Set(termsOf(text));
    const shares = of.map(({ terms }) => [...own].filter((term) => terms.has(term)).length / own.size);
    if (of.some((each) => each.turn === turn)) sameTurn += 1;
    if (Math.max(0, ...shares) >= leastShare) sameMatter += 1;
    else if (process.argv.includes('--missed')) console.log('missed:', speakers.join(), '|', text);
  }
  console.log('| arguments of the page | ours | on the same turn | on the same matter |\n|---|---|---|---|');
  console.log(`| ${theirs.length} | ${ours.length} | ${sameTurn} | ${sameMatter} |`);
} finally {
  await rapporteur.close();
  remove();
}
