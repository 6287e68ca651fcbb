/**
 * JSON of Google's speech to text: `{results: [{alternatives: [{transcript, words: [{word, startTime: "1.2s", speakerTag}]}]}]}`,
 * also inside `response`, and as its clients write it in snake case. With voices told apart, the last result of version 1
 * holds every word again, each with its voice; only that one is read then.
 */
import { z } from 'zod';
import type { Problem } from '../../../session.ts';
import { jsonFormat, listOf, stretchesOfWords, voice, whole } from '../recogniser-output.ts';
import type { Stretch } from '../recogniser-output.ts';
import { secondsOf } from './offsets.ts';

const word = z.object({
  word: z.string(),
  startTime: z.unknown().optional(),
  startOffset: z.unknown().optional(),
  start_time: z.unknown().optional(),
  start_offset: z.unknown().optional(),
  speakerTag: voice,
  speakerLabel: voice,
  speaker_tag: voice,
  speaker_label: voice,
});

const result = z.object({
  alternatives: z.array(z.object({ transcript: z.string().nullish(), words: z.array(word).nullish() })),
  languageCode: z.string().nullish(),
  language_code: z.string().nullish(),
  channelTag: z.number().nullish(),
});

const results = z.object({ results: listOf(result) });

/** Version 2 has the results of each file by its address. */
const inFiles = z.object({
  results: z
    .record(
      z.string(),
      z.union([
        z.object({ inlineResult: z.object({ transcript: results }) }).transform((file) => file.inlineResult.transcript),
        z.object({ transcript: results }).transform(({ transcript }) => transcript),
      ]),
    )
    .transform((files) => Object.values(files).flatMap((file) => file.results)),
});

export const googleJson = jsonFormat({
  name: 'Google speech JSON',
  example:
    '{"results": [{"alternatives": [{"transcript": "Hello.", "words": [{"word": "Hello.",' +
    ' "startTime": "0.100s", "speakerTag": 1}]}], "languageCode": "en-us"}]}',
  sure: 0.93,
  shape: z.union([
    results,
    inFiles,
    z.object({ response: z.union([results, inFiles]) }).transform(({ response }) => response),
  ]),
  read({ results: given }) {
    const problems: Problem[] = [];
    const read = whole(given, problems, 'result');
    const heard = read.map(({ alternatives: [best], channelTag }) => ({
      text: best?.transcript ?? '',
      words: (best?.words ?? []).map((each): Stretch => ({
        speaker: voiceOf(each) ?? channelTag,
        text: each.word,
        start: secondsOf(each.startTime ?? each.startOffset ?? each.start_time ?? each.start_offset),
      })),
    }));
    const last = heard.at(-1);
    const gathered = heard.slice(0, -1).reduce((sum, { words }) => sum + words.length, 0);
    const repeats =
      last !== undefined &&
      heard.length > 1 &&
      last.words.length > 0 &&
      last.words.every(({ speaker }) => speaker !== null && speaker !== undefined) &&
      (last.text.trim() === '' || last.words.length >= gathered) &&
      heard.slice(0, -1).every(({ words }) => words.every(({ speaker }) => speaker === null || speaker === undefined));
    const parts = repeats ? [last] : heard;
    return {
      stretches: parts.flatMap(({ text, words }) =>
        words.length > 0 ? stretchesOfWords(words) : [{ speaker: null, text, start: null }],
      ),
      language: read[0]?.languageCode ?? read[0]?.language_code,
      problems,
    };
  },
});

/** Zero says that no voice was told apart. */
function voiceOf(each: z.infer<typeof word>): string | number | null {
  return each.speakerLabel ?? each.speaker_label ?? (each.speakerTag || each.speaker_tag || null);
}
