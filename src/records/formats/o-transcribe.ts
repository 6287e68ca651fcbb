/** Files of oTranscribe (`.otr`): the page that was typed, as HTML in a field of JSON, its times in elements of their own. */
import { z } from 'zod';
import type { Format, Parsed, Source } from './format.ts';
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
  const text = typed(source);
  if (text === null)
    return { sessions: [], problems: [{ line: null, message: `${source.name}: nobody speaks in it` }] };
  const parsed = plainText.parse({ ...source, text });
  return { ...parsed, leftOut: (parsed.leftOut ?? []).map((part) => ({ ...part, line: null })) };
}

/** The lines that were typed; null where the record is none of oTranscribe. */
function typed(source: Source): string | null {
  const record = readJson(source);
  const read = record !== null && 'value' in record ? shape.safeParse(record.value) : null;
  const shown = read?.success ? shownText(read.data.text) : null;
  return shown === null
    ? null
    : shown
        .split(blockEnd)
        .map((line) => line.trim())
        .filter(Boolean)
        .join('\n\n');
}
