/**
 * JSON of Speechmatics: `{metadata: {transcription_config}, results: [{type: "word" | "punctuation", start_time,
 * alternatives: [{content, speaker: "S1"}], attaches_to?: "previous"}]}`, in seconds; `UU` is a voice not told apart.
 */
import { z } from 'zod';
import type { Problem } from '../../../session.ts';
import { jsonFormat, listOf, stretchesOfWords, whole } from '../recogniser-output.ts';
import type { Stretch } from '../recogniser-output.ts';

const heard = z.object({
  metadata: z
    .object({
      transcription_config: z.object({ language: z.string().nullish() }).nullish(),
      language_pack_info: z.object({ word_delimiter: z.string().nullish() }).nullish(),
    })
    .nullish(),
  results: listOf(
    z.object({
      type: z.string(),
      start_time: z.number(),
      channel: z.string().nullish(),
      attaches_to: z.string().nullish(),
      alternatives: z
        .array(z.object({ content: z.string(), language: z.string().nullish(), speaker: z.string().nullish() }))
        .min(1),
    }),
  ),
});

/** What it sends while it listens, a message a line; drafts are sent again. */
const live = z
  .array(z.object({ message: z.string(), results: heard.shape.results.nullish().catch(null) }))
  .refine((messages) => messages.some(({ message }) => message === 'AddTranscript'), 'it holds no words')
  .transform((messages): z.infer<typeof heard> => ({
    results: messages.flatMap(({ message, results }) => (message === 'AddTranscript' ? (results ?? []) : [])),
  }));

export const speechmaticsJson = jsonFormat({
  name: 'Speechmatics JSON',
  example:
    '{"metadata": {"type": "transcription"}, "results": [{"type": "word", "start_time": 0.1,' +
    ' "alternatives": [{"content": "Hello", "speaker": "S1"}]}]}',
  shape: z.union([heard, live]),
  read({ metadata, results }) {
    const problems: Problem[] = [];
    const words: Stretch[] = [];
    const read = whole(results, problems, 'word').filter(({ type }) => type === 'word' || type === 'punctuation');
    for (const { type, start_time: start, channel, attaches_to: attached, alternatives } of read) {
      const [{ content, speaker }] = alternatives as [(typeof alternatives)[0]];
      const last = words.at(-1);
      if (last && (attached === 'previous' || (type === 'punctuation' && !attached))) last.text += content;
      else words.push({ speaker: speaker ?? channel, text: content, start });
    }
    const language = metadata?.transcription_config?.language;
    return {
      stretches: stretchesOfWords(words),
      language: language === 'auto' ? read[0]?.alternatives[0]?.language : language,
      problems,
    };
  },
});
