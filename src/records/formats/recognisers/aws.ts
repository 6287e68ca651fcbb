/**
 * JSON of Amazon Transcribe: `{results: {items: [{type, start_time: "0.1", alternatives: [{content}], speaker_label?}]}}`.
 * Older files tell voices in `results.speaker_labels.segments` only, by the time a word starts; recordings of several
 * channels in `results.channel_labels`.
 */
import { z } from 'zod';
import type { Problem } from '../../../session.ts';
import { jsonFormat, listOf, stretchesOfWords, whole } from '../recogniser-output.ts';
import type { Stretch } from '../recogniser-output.ts';

const time = z.union([z.string(), z.number()]).nullish();

const item = z.object({
  type: z.string(),
  start_time: time,
  speaker_label: z.string().nullish(),
  alternatives: z.array(z.object({ content: z.string() })).min(1),
});

export const awsJson = jsonFormat({
  name: 'Amazon Transcribe JSON',
  example:
    '{"results": {"items": [{"type": "pronunciation", "start_time": "0.1", "speaker_label": "spk_0", "alternatives": [{"content": "Hello"}]}]}}',
  shape: z.object({
    results: z.object({
      language_code: z.string().nullish(),
      items: listOf(item),
      speaker_labels: z
        .object({
          segments: z.array(
            z.object({
              speaker_label: z.string().nullish(),
              items: z.array(z.object({ start_time: time, speaker_label: z.string().nullish() })).nullish(),
            }),
          ),
        })
        .nullish(),
      channel_labels: z
        .object({ channels: z.array(z.object({ channel_label: z.string(), items: listOf(item) })) })
        .nullish(),
    }),
  }),
  read({ results }) {
    const problems: Problem[] = [];
    const voices = new Map<number, string>();
    for (const segment of results.speaker_labels?.segments ?? []) {
      for (const { start_time: start, speaker_label: label } of segment.items ?? []) {
        const voice = label ?? segment.speaker_label;
        if (voice) voices.set(Number(start), voice);
      }
    }
    const read = (items: z.infer<typeof item>[], channel: string | null) =>
      stretchesOfWords(wordsOf(items, voices, channel));
    const channels = results.channel_labels?.channels ?? [];
    const several = channels.filter(({ items }) => items.length > 0);
    const stretches =
      several.length > 1
        ? several
            .flatMap(({ channel_label: label, items }) => read(whole(items, problems, 'word'), label))
            .toSorted((one, other) => (one.start ?? 0) - (other.start ?? 0))
        : read(whole(results.items, problems, 'word'), null);
    return { stretches, language: results.language_code, problems };
  },
});

/** Punctuation is an item of its own, without a time: it belongs to the word before. */
function wordsOf(items: z.infer<typeof item>[], voices: Map<number, string>, channel: string | null): Stretch[] {
  const words: Stretch[] = [];
  for (const { type, start_time: start, speaker_label: label, alternatives } of items) {
    const text = alternatives[0]!.content;
    const last = words.at(-1);
    if (type === 'punctuation' && last) last.text += text;
    else {
      const seconds = start === null || start === undefined ? null : Number(start);
      const speaker = label ?? (seconds === null ? null : voices.get(seconds)) ?? channel;
      words.push({ speaker, text, start: Number.isFinite(seconds) ? seconds : null });
    }
  }
  return words;
}
