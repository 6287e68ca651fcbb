/**
 * Do a thousand permalinks still open at their words after the record changed? Each is opened in the reader over HTTP:
 *
 *     node tests/bench/permalinks.ts
 */
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import type { Session } from '../../src/session.ts';
import { anchorOf } from '../../src/words/anchor.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { servedReader } from '../fixtures/served.ts';
import { seeded } from '../fakes/stored-vectors.ts';
import { syntheticRecord, temporaryLibrary } from './synthetic.ts';

const linksInAll = 1000;
const sessions = 20;

type Turns = { speaker: string; text: string }[];

/** Of words made by chance, with short sentences that many say: they are the hard ones. */
function turnsOf(number: number): Turns {
  const short = ['Thank you.', 'We agree.', 'Yes.', 'Point taken.', 'I would ask the chair for the floor.'];
  const random = seeded(number + 7);
  const lines = new TextDecoder().decode(syntheticRecord(number).bytes).split('\n').slice(3).filter(Boolean);
  return lines.map((line) => {
    const colon = line.indexOf(': ');
    const said = line.slice(colon + 2).split('. ');
    const text = said.map((one) => (random() < 0.5 ? `${short[Math.floor(random() * short.length)]} ${one}` : one));
    return { speaker: line.slice(0, colon), text: text.join('. ') };
  });
}

const added = {
  speaker: 'Nora Vance',
  text: 'We agree. Thank you. The session is open, and the agenda is as it was sent.',
};
/** What becomes of the turns, and by how many places they move. */
const changes: { [name: string]: { of: (turns: Turns) => Turns; moved: number } } = {
  'ingested anew': { of: (turns) => turns, moved: 0 },
  'a corrected speaker': { of: (turns) => turns, moved: 0 },
  'a turn inserted above': { of: (turns) => [added, ...turns], moved: 1 },
  'cut at the beginning': { of: (turns) => turns.slice(1), moved: -1 },
  'another recogniser’s punctuation': {
    of: (turns) => turns.map(({ speaker, text }) => ({ speaker, text: text.replaceAll(/[.,]/gu, '').toLowerCase() })),
    moved: 0,
  },
};

const letters = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
const textOf = (html: string) => html.replaceAll(/<[^>]*>/gu, '');

console.log(
  '| after | links | open at their words | cut off, and say so | open elsewhere or say that they changed |\n|---|---|---|---|---|',
);
for (const [name, { of: change, moved }] of Object.entries(changes)) {
  const { folder, remove } = await temporaryLibrary();
  const config = readConfig({ LIBRARY_PATH: folder, WEB_PORT: '1' });
  const rapporteur = await openRapporteur({ config, anyEmbedder: false, openEmbedder, openVectorIndex });
  const served = await servedReader(rapporteur, folder);
  try {
    const recordAt = (number: number, title: string, how: (turns: Turns) => Turns) => ({
      id: `session-${number}`,
      title,
      date: '2025-03-04',
      turns: how(turnsOf(number)),
    });
    const all = Array.from({ length: sessions }, (_, number) => number);
    await rapporteur.ingest([
      recordOf(...all.map((number) => recordAt(number, `Session ${number}`, (turns) => turns))),
    ]);
    const links = (await Promise.all(all.map((number) => rapporteur.show(`session-${number}`)))).flatMap((session) =>
      linksOf(session!).slice(0, linksInAll / sessions),
    );
    if (name === 'a corrected speaker')
      for (const number of all)
        await rapporteur.correct(`session-${number}`, { kind: 'turn', turn: 2, to: 'Mei Tanaka' });
    else
      await rapporteur.ingest([recordOf(...all.map((number) => recordAt(number, `Session ${number}, again`, change)))]);
    const counts = { right: 0, cutOff: 0, wrong: 0 };
    for (const { address, turn, words } of links) {
      const page = await (await fetch(served.address + address)).text();
      const parts = [...page.matchAll(/id="turn-(\d+)"|<mark[^>]*>(.*?)<\/mark>/gsu)];
      const first = parts.findIndex(([, , text]) => text !== undefined);
      const marked = parts.map(([, , text]) => textOf(text ?? '')).join('');
      const isTold = page.includes('class="notice" role="status"');
      const isThere = Number(parts[first - 1]?.[1]) === turn + moved + 1 && letters(marked) === letters(words);
      counts[turn + moved < 0 && isTold ? 'cutOff' : isThere && !isTold ? 'right' : 'wrong'] += 1;
    }
    console.log(`| ${name} | ${links.length} | ${counts.right} | ${counts.cutOff} | ${counts.wrong} |`);
  } finally {
    await served.stop();
    await rapporteur.close();
    remove();
  }
}

function linksOf({ id, turns }: Session): { address: string; turn: number; words: string }[] {
  return turns.flatMap((turn, at) =>
    splitIntoSentences(turn).flatMap(({ start, end }) => {
      const anchor = anchorOf(turns, { turn: at, start, end });
      return anchor === null
        ? []
        : [{ address: `/sessions/${id}/at/${anchor}`, turn: at, words: turn.text.slice(start, end) }];
    }),
  );
}
