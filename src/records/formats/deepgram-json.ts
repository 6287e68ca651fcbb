/** JSON of Deepgram: `{metadata, results: {channels: [{alternatives: [{transcript, words, paragraphs?}]}], utterances?}}`, times in seconds. */
import { z } from 'zod';
import { jsonFormat, stretchesOfWords, voice } from './recogniser-output.ts';
import type { Stretch } from './recogniser-output.ts';

const start = z.number().nullish();

const shape = z.object({
  results: z.object({
    channels: z.array(
      z.object({
        detected_language: z.string().nullish(),
        alternatives: z.array(
          z.object({
            transcript: z.string().nullish(),
            words: z
              .array(z.object({ word: z.string(), punctuated_word: z.string().nullish(), start, speaker: voice }))
              .nullish(),
            paragraphs: z
              .object({
                paragraphs: z.array(
                  z.object({ speaker: voice, sentences: z.array(z.object({ text: z.string(), start })) }),
                ),
              })
              .nullish(),
          }),
        ),
      }),
    ),
    utterances: z
      .array(z.object({ transcript: z.string(), start, speaker: voice, channel: z.number().nullish() }))
      .nullish(),
  }),
});

/** What it sends while it listens, a message a line; drafts are sent again. */
const live = z
  .array(
    z.object({
      type: z.string(),
      is_final: z.boolean().nullish(),
      channel: shape.shape.results.shape.channels.element.nullish().catch(null),
      channel_index: z.array(z.number()).nullish(),
    }),
  )
  .transform((messages) => messages.filter((message) => message.channel && message.is_final !== false))
  .refine((messages) => messages.length > 0, 'it holds no words')
  .transform((messages): z.infer<typeof shape> => {
    const several = messages.some(({ channel_index: index }) => (index?.[1] ?? 1) > 1);
    const words = messages.flatMap(({ channel, channel_index: index }) =>
      (channel?.alternatives[0]?.words ?? []).map((word) => (several ? { ...word, speaker: index?.[0] } : word)),
    );
    return { results: { channels: [{ alternatives: [{ words }] }] } };
  });

export const deepgramJson = jsonFormat({
  name: 'Deepgram JSON',
  example:
    '{"results": {"channels": [{"alternatives": [{"transcript": "Hello.", "words": [{"word": "hello", "start": 0.1, "speaker": 0}]}]}]}}',
  shape: z.union([shape, live]),
  read({ results: { channels, utterances } }) {
    const language = channels[0]?.detected_language;
    // On several channels each voice has its own; what was said first comes first.
    if (channels.length > 1 && !utterances?.length) {
      const voices = channels.flatMap(({ alternatives: [heard] }, channel) =>
        stretchesOfWords(
          (heard?.words ?? []).map((word): Stretch => ({
            speaker: channel,
            text: word.punctuated_word ?? word.word,
            start: word.start,
          })),
        ),
      );
      return { stretches: voices.toSorted((one, other) => (one.start ?? 0) - (other.start ?? 0)), language };
    }
    const [best] = channels[0]?.alternatives ?? [];
    const paragraphs = best?.paragraphs?.paragraphs ?? [];
    const words = (best?.words ?? []).map((word): Stretch => ({
      speaker: word.speaker,
      text: word.punctuated_word ?? word.word,
      start: word.start,
    }));
    // The finest that says who spoke: sentences of paragraphs, else utterances, else words, else one text.
    const stretches: Stretch[] =
      paragraphs.length > 0 && channels.length === 1
        ? paragraphs.flatMap(({ speaker, sentences }) => sentences.map((sentence) => ({ speaker, ...sentence })))
        : (utterances ?? []).length > 0
          ? utterances!.map(({ speaker, channel, transcript, start }) => ({
              speaker: speaker ?? (channels.length > 1 ? channel : null),
              text: transcript,
              start,
            }))
          : words.length > 0
            ? stretchesOfWords(words)
            : [{ speaker: null, text: best?.transcript ?? '', start: null }];
    return { stretches, language };
  },
});
