/**
 * What a paper keeps of its quotations for itself, out of the reader's sight: enough to tell later what has changed since
 * it was made. In a Word file these are properties of the document, in HTML and Markdown a line that is not shown.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { load } from 'cheerio/slim';
import { z } from 'zod';
import type { GivenWords } from '../answer.ts';
import { DocumentError, isZip, readZip } from '../records/documents/zip.ts';
import { notedIn, type Paper } from './paper.ts';

export interface Imprint {
  /** The day it was made, `2026-11-30`. */
  made: string;
  /** One for each note, in the order they stand. */
  quotes: GivenWords[];
}

/** One word without blanks, brackets or quotation marks. */
export function imprintOf(paper: Paper): string {
  const cited = notedIn(paper);
  const made = (cited[0]?.checked ?? new Date(0)).toISOString().slice(0, 10);
  const quotes = cited.map(({ quote: { text, speaker, label, session, turn, start, end, anchor } }): GivenWords => ({
    text,
    speaker,
    session,
    turn,
    start,
    end,
    ...(label !== undefined && { label }),
    ...(anchor !== undefined && { anchor }),
  }));
  return mark + deflateRawSync(JSON.stringify({ made, quotes } satisfies Imprint)).toString('base64');
}

/** As properties of a document, whose values programs keep up to a length. */
export function asProperties(imprint: string): { name: string; value: string }[] {
  const parts = imprint.match(/.{1,240}/gu) ?? [];
  return parts.map((value, at) => ({ name: `${property}${at + 1}`, value }));
}

/** Null where there is none. Throws a `DocumentError` where it is damaged, or too large to be one. */
export function imprintIn(bytes: Uint8Array): Imprint | null {
  if (bytes.length > mostBytes) throw new DocumentError('it is too large to be a paper that was made here');
  const found = isZip(bytes) ? inProperties(bytes) : inText(Buffer.from(bytes).toString('utf8'));
  return found === null ? null : opened(found);
}

const mark = 'rapporteur-paper/1:';
const property = 'Rapporteur ';
const mostBytes = 64 * 1024 * 1024;
const mostUnpacked = 32 * 1024 * 1024;

function inProperties(bytes: Uint8Array): string | null {
  const file = readZip(bytes).find(({ name }) => name === 'docProps/custom.xml');
  if (!file || file.size > mostUnpacked) return null;
  const document = load(Buffer.from(file.read()).toString('utf8'), { xml: true });
  const parts = document('property')
    .toArray()
    .map((element) => document(element))
    .filter((element) => element.attr('name')?.startsWith(property) === true)
    .map((element) => [Number(element.attr('name')!.slice(property.length)), element.text()] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, value]) => value);
  return parts.length === 0 ? null : parts.join('');
}

function inText(text: string): string | null {
  const at = text.lastIndexOf(mark);
  return at === -1 ? null : (/^[^\s"<>]+/u.exec(text.slice(at))?.[0] ?? null);
}

function opened(imprint: string): Imprint {
  try {
    if (!imprint.startsWith(mark)) throw new Error('another mark');
    const packed = Buffer.from(imprint.slice(mark.length), 'base64');
    const unpacked = inflateRawSync(packed, { maxOutputLength: mostUnpacked });
    return imprintSchema.parse(JSON.parse(unpacked.toString('utf8')));
  } catch (cause) {
    throw new DocumentError('what it keeps of its quotations is damaged; make the paper anew', { cause });
  }
}

const place = z.number().int().min(0);
const text = z.string().max(1_000_000);
const imprintSchema = z.object({
  made: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
  quotes: z
    .array(
      z.object({
        text,
        speaker: text.nullable(),
        label: text.optional(),
        session: z.object({
          id: text,
          title: text,
          date: text.nullable(),
          version: text.optional(),
          chathamHouse: z.literal(true).optional(),
        }),
        turn: place,
        start: place,
        end: place,
        anchor: text.optional(),
      }),
    )
    .max(20_000),
}) as unknown as z.ZodType<Imprint>;
