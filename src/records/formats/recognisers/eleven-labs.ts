/** JSON of ElevenLabs Scribe: `{language_code, text, words: [{text, start, type: "word" | "spacing" | "audio_event", speaker_id}]}`, in seconds. */
import { z } from 'zod';
import type { LeftOut } from '../format.ts';
import type { Problem } from '../../../session.ts';
import { jsonFormat, listOf, stretchesOfWords, voice, whole } from '../recogniser-output.ts';

const heard = z.object({
  language_code: z.string().nullish(),
  words: listOf(
    z.object({
      text: z.string(),
      type: z.enum(['word', 'spacing', 'audio_event']),
      start: z.number().nullish(),
      speaker_id: voice,
    }),
  ).refine((items) => items.length > 0, 'it holds no words'),
});

export const elevenLabsJson = jsonFormat({
  name: 'ElevenLabs JSON',
  example:
    '{"language_code": "eng", "text": "Hello.", "words": [{"text": "Hello.", "start": 0.1, "end": 0.5, "type": "word", "speaker_id": "speaker_0"}]}',
  sure: 0.96,
  shape: z.union([
    heard.transform((one) => [one]),
    z.object({ transcripts: z.array(heard).min(1) }).transform((all) => all.transcripts),
    // Its `segmented_json`.
    z
      .object({ language_code: z.string().nullish(), segments: z.array(heard.extend({ text: z.string() })).min(1) })
      .transform(({ language_code: language, segments }) => [
        { language_code: language, words: segments.flatMap(({ words }) => words) },
      ]),
  ]),
  read(channels) {
    const problems: Problem[] = [];
    const leftOut: LeftOut[] = [];
    const stretches = channels.flatMap(({ words }, channel) => {
      const said = whole(words, problems, 'word').filter(({ type, text }) => {
        if (type === 'audio_event') leftOut.push({ line: null, text, why: 'marks of sounds' });
        return type !== 'audio_event';
      });
      return stretchesOfWords(
        said.map(({ text, start, speaker_id: voiceId }) => ({
          speaker: voiceId ?? (channels.length > 1 ? channel : null),
          text,
          start,
        })),
        words.some((each) => each?.type === 'spacing'),
      );
    });
    const inOrder =
      channels.length > 1 ? stretches.toSorted((one, other) => (one.start ?? 0) - (other.start ?? 0)) : stretches;
    return { stretches: inOrder, language: channels[0]!.language_code, problems, leftOut };
  },
});
