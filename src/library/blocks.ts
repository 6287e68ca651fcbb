/**
 * Turns and sentences as they lie in a library: those of up to some thirty thousand letters of talk in one row, as JSON
 * and lines, compressed. A row for each would take twice the room, and most of the time of an ingest.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { KeptTerms, termsAsText, type IndexedSentence, type SentenceTerms } from '../words/sentence-terms.ts';

/** `more` is JSON of what else is known of the turn, or null; `times` is JSON too. */
export interface TurnRow {
  speaker: string | null;
  text: string;
  times: string;
  more: string | null;
}

/** What lies in one row, and the turn it begins with. */
export interface Block {
  first: number;
  bytes: Uint8Array;
}

/** Letters of talk after which another block begins: few enough that one of them is read in no time. */
const mostLetters = 32_768;

/** Where blocks of these turns begin, and end. */
function* spansOf(lengths: number[]): Iterable<[number, number]> {
  let [first, letters] = [0, 0];
  for (const [turn, length] of lengths.entries()) {
    letters += length;
    if (letters < mostLetters && turn + 1 < lengths.length) continue;
    yield [first, turn + 1];
    [first, letters] = [turn + 1, 0];
  }
}

export function blocksOfTurns(turns: TurnRow[]): Block[] {
  const spans = [...spansOf(turns.map(({ text }) => text.length))];
  return spans.map(([first, end]) => ({
    first,
    bytes: packed(
      JSON.stringify(turns.slice(first, end).map(({ speaker, text, times, more }) => [speaker, text, times, more])),
    ),
  }));
}

/** Throws where they cannot be read; whether they are what was written, a seal must tell. */
export function turnsIn(bytes: Uint8Array): TurnRow[] {
  const rows = JSON.parse(unpacked(bytes)) as [string | null, string, string, string | null][];
  return rows.map(([speaker, text, times, more]) => ({ speaker, text, times, more }));
}

/**
 * The first line has the places of each turn's sentences, [end of the one before to start, start to end, …], and the
 * seconds where they are known; each line after it the terms of a sentence.
 */
export function blocksOfSentences(turns: IndexedSentence[][]): Block[] {
  const spans = [...spansOf(turns.map((sentences) => sentences.at(-1)?.end ?? 0))];
  return spans.map(([first, end]) => {
    const own = turns.slice(first, end);
    const lines = own.flatMap((sentences) => sentences.map(({ terms }) => lineOf(terms ? termsAsText(terms) : null)));
    return { first, bytes: packed([JSON.stringify(own.map(placesOf)), ...lines].join('\n')) };
  });
}

type Places = [ends: number[], seconds: (number | null)[] | 0];

function placesOf(sentences: IndexedSentence[]): Places {
  let before = 0;
  const ends: number[] = [];
  for (const { start, end } of sentences) {
    ends.push(start - before, end - start);
    before = end;
  }
  const isTimed = sentences.some(({ seconds }) => seconds !== null);
  return [ends, isTimed ? sentences.map(({ seconds }) => seconds) : 0];
}

/** A sentence and the line of its terms, of each turn of a block; throws where it cannot be read. */
export function sentencesIn(
  bytes: Uint8Array,
): { start: number; end: number; seconds: number | null; line: string }[][] {
  const lines = unpacked(bytes).split('\n');
  let at = 0;
  return (JSON.parse(lines[at++]!) as Places[]).map(([ends, seconds]) => {
    const sentences: { start: number; end: number; seconds: number | null; line: string }[] = [];
    let end = 0;
    for (let place = 0; place < ends.length; place += 2) {
      const start = end + ends[place]!;
      end = start + ends[place + 1]!;
      const second = seconds === 0 ? null : (seconds[place / 2] ?? null);
      sentences.push({ start, end, seconds: second, line: lines[at++] ?? none });
    }
    return sentences;
  });
}

/** Sentences as they were before they lay in blocks: of turns that follow each other. */
export function sentencesOf(blocks: Block[]): IndexedSentence[][] {
  return blocks.flatMap(({ bytes }) =>
    sentencesIn(bytes).map((turn) => turn.map(({ line, ...place }) => ({ ...place, terms: termsOfLine(line) }))),
  );
}

/** Stands for terms that are not known; nothing else has it. */
const none = '\0';

/** Of terms as text, or null: their kinds are parted by tabs, which no term has; most sentences have one kind. */
export const lineOf = (text: string | null) => (text === null ? none : text.replaceAll('\n', '\t').trimEnd());

export function termsOfLine(line: string): SentenceTerms | undefined {
  return line === none ? undefined : new KeptTerms(textOfLine(line));
}

const textOfLine = (line: string) => (line.includes('\t') ? line.replaceAll('\t', '\n') : line);

/**
 * Most sessions are short, and to make the tables of a large window ready takes longer than to compress one: with a small
 * one, a session of a thousand words takes a third of the time and 2 % more room.
 */
function packed(text: string): Uint8Array {
  const isShort = text.length <= 16_384;
  return deflateRawSync(text, { level: 4, ...(isShort && { windowBits: 13, memLevel: 7 }) });
}

function unpacked(bytes: Uint8Array): string {
  const chunkSize = Math.min(Math.max(bytes.length * mostUnpacked, 1_024), unpackedAtOnce);
  return inflateRawSync(bytes, { chunkSize }).toString('utf8');
}

/** What a row holds is nearly always unpacked in one piece: to so many times its bytes, and so many bytes at most. */
const mostUnpacked = 4;
const unpackedAtOnce = 65_536;
