/**
 * JSON of IBM Watson: `{results: [{alternatives: [{transcript, timestamps: [["word", 0.1, 0.4]]}]}], speaker_labels: [{from,
 * speaker}]}`, in seconds; a voice is told by the moment a word begins.
 */
import { z } from 'zod';
import type { Problem } from '../../../session.ts';
import { jsonFormat, listOf, voice, whole } from '../recogniser-output.ts';
import type { Stretch } from '../recogniser-output.ts';

const heard = z.object({
  results: listOf(
    z.object({
      alternatives: z
        .array(z.object({ transcript: z.string(), timestamps: z.array(z.tuple([z.string(), z.number(), z.number()])) }))
        .min(1),
    }),
  ),
  speaker_labels: z.array(z.object({ from: z.number(), speaker: voice })).nullish(),
});

export const ibmJson = jsonFormat({
  name: 'IBM Watson JSON',
  example:
    '{"results": [{"alternatives": [{"transcript": "hello", "timestamps": [["hello", 0.1, 0.4]]}]}], ' +
    '"speaker_labels": [{"from": 0.1, "to": 0.4, "speaker": 0}]}',
  shape: z.union([
    heard,
    // A job that was left to run has what each of its files gave.
    z.object({ results: z.array(heard).min(1) }).transform(({ results: files }): z.infer<typeof heard> => ({
      results: files.flatMap((file) => file.results),
      speaker_labels: files.flatMap((file) => file.speaker_labels ?? []),
    })),
  ]),
  read({ results, speaker_labels: labels }) {
    const problems: Problem[] = [];
    const voices = new Map(labels?.map(({ from, speaker }) => [from, speaker]));
    const stretches = whole(results, problems, 'result').flatMap(({ alternatives: [best] }) => {
      let before: Stretch['speaker'] = null;
      const parts: Stretch[] = [];
      for (const [word, start] of best!.timestamps) {
        const speaker: Stretch['speaker'] = voices.get(start) ?? before;
        const last = parts.at(-1);
        if (last && last.speaker === speaker) last.text += ` ${word}`;
        else parts.push({ speaker, text: word, start });
        before = speaker;
      }
      // One voice has the whole as it is written, with its marks.
      return parts.length === 1 ? [{ ...parts[0]!, text: best!.transcript.trim() }] : parts;
    });
    return { stretches, problems };
  },
});
