/** Files of oTranscribe (`.otr`): the page that was typed, as HTML in a field of JSON, its times in elements of their own. */
import { z } from 'zod';
import { unreadIn } from './account.ts';
import { notRead, type Format, type LeftOut, type Parsed, type Source } from './format.ts';
import { readJson } from './json.ts';
import { plainText } from './plain-text.ts';
import { blockEnd, shownText } from './shown-page.ts';

export const oTranscribe: Format = {
  name: 'oTranscribe',
  writtenIn: 'JSON',
  example:
    '{"text": "<p><span class=\\"timestamp\\" data-timestamp=\\"3.1\\">00:03</span> Ana Lind: Hello.</p><p>Ben Sen: Yes.</p>' +
    '<p>Ana Lind: With the boats.</p>", "media": "harbour.mp3", "media-time": 12.3}',
  recognise: (source) => (typed(source) === null ? 0 : 0.96),
  parse,
};

const shape = z.object({
  text: z.string().regex(/^\s*</),
  media: z.string(),
  'media-time': z.union([z.number(), z.string()]).nullish(),
});

function parse(source: Source): Parsed {
  const html = page(source);
  const text = html === null ? null : shownLines(html);
  if (html === null || text === null) return notRead(source, 'nobody speaks in it');
  const parsed = plainText.parse({ ...source, text });
  const unread = parsed.leftOut ?? unreadIn(text.split('\n'), parsed.sessions, []);
  // The page itself is accounted for: what it shows by the reader of its lines, what it hides as comments.
  const [, ...comments] = html.split('<!--');
  const leftOut: LeftOut[] = [
    ...unread,
    ...comments.map((part) => ({ text: part.split('-->', 1)[0]!, why: 'comments of the page' })),
    { text: html, why: null },
  ].map((part) => ({ ...part, line: null }));
  return { ...parsed, leftOut };
}

/** The lines that were typed; null where the record is none of oTranscribe. */
function typed(source: Source): string | null {
  const html = page(source);
  return html === null ? null : shownLines(html);
}

/** The page as oTranscribe keeps it. */
function page(source: Source): string | null {
  const record = readJson(source);
  const read = record !== null && 'value' in record ? shape.safeParse(record.value) : null;
  return read?.success ? read.data.text : null;
}

function shownLines(html: string): string | null {
  const shown = shownText(html);
  return shown === null
    ? null
    : shown
        .split(blockEnd)
        .map((line) => line.trim())
        .filter(Boolean)
        .join('\n\n');
}
