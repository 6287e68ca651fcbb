/**
 * JSON of Whisper and its kin: `{text?, language?, segments: [{start, end, text, speaker?, words?}]}`, a bare array of such
 * segments or one a line; of whisper.cpp `{result?: {language}, transcription: [{offsets: {from}, text}]}`, in
 * milliseconds; of the Transformers library `{chunks: [{timestamp: [0, 2.5], text}]}`.
 */
import { z } from 'zod';
import type { Problem } from '../../session.ts';
import { jsonFormat, listOf, stretchesOfWords, voice, whole } from './recogniser-output.ts';
import type { Stretch } from './recogniser-output.ts';
import { isInMilliseconds } from './recognisers/spoken-items.ts';

const word = z.object({ word: z.string(), start: z.number().nullish(), speaker: voice });

const segment = z.object({
  start: z.number().nullish(),
  end: z.number().nullish(),
  text: z.string(),
  speaker: voice,
  // What other makers call who spoke is theirs to read.
  speaker_name: z.undefined().optional(),
  words: z.array(word).nullish().catch(null),
});
const timed = segment.extend({ start: z.number(), end: z.number() });

export const whisperJson = jsonFormat({
  name: 'Whisper JSON',
  makers: ['Whisper', 'WhisperX', 'whisper.cpp', 'faster-whisper', 'Transformers'],
  example: '{"language": "en", "segments": [{"start": 0, "end": 2, "text": " Hello.", "speaker": "SPEAKER_00"}]}',
  sure: 0.9,
  shape: z.union([
    listOf(timed)
      .refine((items) => items.length > 0, 'it holds no segments')
      .transform((segments) => ({ segments, language: null })),
    z.object({ segments: listOf(segment), language: z.string().nullish(), utterances: z.undefined().optional() }),
    z
      .object({
        transcription: listOf(z.object({ offsets: z.object({ from: z.number() }), text: z.string(), speaker: voice })),
        result: z.object({ language: z.string().nullish() }).nullish(),
      })
      .transform(({ transcription, result }) => ({
        segments: transcription.map((each) => each && { ...each, start: each.offsets.from / 1000, words: null }),
        language: result?.language,
      })),
    z
      .object({
        chunks: listOf(z.object({ timestamp: z.array(z.number().nullable()).min(1), text: z.string() })),
        // Those who tell voices apart list the same words again, with who says them.
        speakers: z.array(z.unknown()).max(0).nullish(),
      })
      .transform(({ chunks }) => ({
        segments: chunks.map((each) => each && { ...each, start: each.timestamp[0], speaker: null, words: null }),
        language: null,
      })),
  ]),
  read({ segments, language }) {
    const problems: Problem[] = [];
    const read = whole<z.infer<typeof segment>>(segments, problems, 'segment');
    // Meeting tools write the same in milliseconds.
    const unit = isInMilliseconds(
      read.map(({ text, start, end }) => ({ text, start: placed(start), end: placed(end) })),
    )
      ? 1000
      : 1;
    const stretches = read
      .flatMap(voicesOf)
      .map((stretch) => ({ ...stretch, start: (stretch.start ?? null) && stretch.start! / unit }));
    return { stretches, language, problems };
  },
});

function placed(number: number | null | undefined): { number: number } | null {
  return number === null || number === undefined ? null : { number };
}

/** A segment in which the voice changes is read word by word. */
function voicesOf(given: Omit<z.infer<typeof segment>, 'speaker_name'>): Stretch[] {
  const words = given.words ?? [];
  const voices = new Set(words.flatMap(({ speaker }) => speaker ?? []));
  if (voices.size < 2) return [given];
  let before = given.speaker;
  return stretchesOfWords(
    words.map(({ word: text, start, speaker }) => {
      before = speaker ?? before;
      return { speaker: before, text: text.trim(), start };
    }),
  );
}
