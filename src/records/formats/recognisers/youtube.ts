/** Captions of YouTube as its player gets them, `json3`: `{wireMagic: "pb3", events: [{tStartMs, segs: [{utf8, tOffsetMs}], aAppend?}]}`. */
import { z } from 'zod';
import type { Format, Parsed, Source } from '../format.ts';
import { captionsOf } from '../captions.ts';
import type { Cue } from '../cues.ts';
import { readJson } from '../json.ts';
import { listOf, readShape, whole } from '../recogniser-output.ts';

export const youtubeJson: Format = {
  name: 'YouTube captions (json3)',
  writtenIn: 'JSON',
  example: '{"wireMagic": "pb3", "events": [{"tStartMs": 40, "dDurationMs": 900, "segs": [{"utf8": "Hello"}]}]}',
  recognise(source) {
    const record = readJson(source);
    return record && 'value' in record && shape.safeParse(record.value).success ? 0.97 : 0;
  },
  parse,
};

function parse(source: Source): Parsed {
  const read = readShape(source, shape);
  if (!('value' in read)) return read;
  const { problems } = read;
  const cues = whole(read.value.events, problems, 'event').flatMap((event): Cue[] => {
    const text = (event.segs ?? []).map(({ utf8 }) => utf8).join('');
    const start = event.tStartMs / 1000;
    return text.trim() === ''
      ? []
      : [{ seconds: start, end: start + (event.dDurationMs ?? 0) / 1000, lines: text.split('\n'), line: 1 }];
  });
  const isHeard = read.value.events.some((event) => event?.segs?.some(({ tOffsetMs }) => tOffsetMs !== undefined));
  return captionsOf(source, cues, problems, { automatic: isHeard });
}

const shape = z.object({
  wireMagic: z.string().optional(),
  events: listOf(
    z.object({
      tStartMs: z.number(),
      dDurationMs: z.number().optional(),
      segs: z.array(z.object({ utf8: z.string(), tOffsetMs: z.number().optional() })).optional(),
    }),
  ),
});
