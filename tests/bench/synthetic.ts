/**
 * Sessions made up by chance, for speed alone: words of a Zipf distribution, each session with a matter of its own,
 * and invented speakers who come back in other sessions. The same number gives the same sessions.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import type { Rapporteur, Record } from '../../src/rapporteur.ts';
import { seeded } from '../fakes/stored-vectors.ts';

const common =
  'the of and to in a that we is for it on this with as are be have our not by from they at will can but or an what there has more all so which their about would need been one if also'.split(
    ' ',
  );
const syllables =
  'ba be bi bo bu da de di do du fa fe fi ga ge gi ka ke ki ko la le li lo lu ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo za ze'.split(
    ' ',
  );

/** Rank to word: the commonest are English, as a list of stop words knows them. */
const words = Array.from({ length: 30_000 }, (_, rank) => common[rank] ?? nameOf(rank));
/** Where in the sum of all frequencies each rank ends (s = 1.07). */
const shares: number[] = [];
for (const rank of words.keys()) shares.push((shares.at(-1) ?? 0) + 1 / (rank + 1) ** 1.07);

function nameOf(number: number): string {
  let name = '';
  for (let rest = number + syllables.length ** 2; rest > 0; rest = Math.floor(rest / syllables.length))
    name += syllables[rest % syllables.length];
  return name;
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A record of about a thousand words, which is ten chunks. */
export function syntheticRecord(number: number): { name: string; bytes: Uint8Array } {
  const random = seeded(number + 1);
  const word = () => words[rankAt(random() * shares.at(-1)!)]!;
  const matter = Array.from({ length: 20 }, () => words[200 + Math.floor(random() * 20_000)]!);
  const speakers = Array.from({ length: 5 }, () => Math.floor(random() * Math.max(50, number))).map(
    (each) => `${capitalised(nameOf(each))} ${capitalised(nameOf(each * 7 + 11))}`,
  );
  const sentence = () => {
    const said = Array.from({ length: 8 + Math.floor(random() * 16) }, () =>
      random() < 0.15 ? matter[Math.floor(random() * matter.length)]! : word(),
    );
    return `${capitalised(said.join(' '))}.`;
  };
  const turns = Array.from(
    { length: 12 },
    () => `${speakers[Math.floor(random() * speakers.length)]}: ${Array.from({ length: 5 }, sentence).join(' ')}`,
  );
  return {
    name: `${matter.slice(0, 4).join(' ')} ${number}.txt`,
    bytes: new Uint8Array(
      Buffer.from(
        `Title: ${matter.slice(0, 4).map(capitalised).join(' ')} ${number}\nDate: 20${10 + (number % 15)}-0${1 + (number % 9)}-1${number % 10}\n\n${turns.join('\n')}\n`,
      ),
    ),
  };
}

/** A question in the words of a session, so that something is found. */
export function syntheticQuestion(number: number, sessions: number): string {
  const text = new TextDecoder().decode(syntheticRecord((number * 7919) % sessions).bytes);
  const said = text
    .split('\n')
    .slice(3)
    .join(' ')
    .match(/[a-z]{5,}/g)!;
  const random = seeded(number + 1_000_003);
  const some = Array.from({ length: 4 }, () => said[Math.floor(random() * said.length)]!);
  return `What was said about ${some[0]} and ${some[1]} for the ${some[2]} of ${some[3]}?`;
}

function rankAt(sum: number): number {
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[middle]! < sum) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A library of its own in a folder for a while, or at an address of PostgreSQL, where it stays. */
export async function temporaryLibrary(url?: string): Promise<{
  folder: string;
  open: () => Promise<Rapporteur>;
  remove: () => void;
}> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-bench-'));
  return {
    folder,
    open: () =>
      openRapporteur({
        config: readConfig({ LIBRARY_PATH: folder, LIBRARY_URL: url }),
        anyEmbedder: false,
        openEmbedder,
        openVectorIndex,
      }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Fills a library with sessions `from` to `to`, a few at a time so that not all are in memory; gives the bytes read. */
export async function fill(rapporteur: Rapporteur, from: number, to: number): Promise<number> {
  let size = 0;
  for (let at = from; at < to; at += 100) {
    const records: Record[] = Array.from({ length: Math.min(100, to - at) }, (_, index) => syntheticRecord(at + index));
    for (const record of records) if ('bytes' in record) size += record.bytes.length;
    const { files } = await rapporteur.ingest(records);
    const failed = files.find(({ failure }) => failure !== null);
    if (failed) throw new Error(`${failed.name}: ${failed.failure}`);
  }
  return size;
}
