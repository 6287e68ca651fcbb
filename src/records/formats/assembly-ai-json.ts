/**
 * JSON of AssemblyAI: `{text, language_code, utterances: [{speaker, start, text}] | null, words: [{text, start, speaker}]}`,
 * or only its `sentences` or `paragraphs`; times in milliseconds.
 */
import { z } from 'zod';
import type { Format } from './format.ts';
import { readShape, recognisedSession, stretchesOfWords, voice } from './recogniser-output.ts';
import type { Stretch } from './recogniser-output.ts';

export const assemblyAiJson: Format = {
  name: 'AssemblyAI JSON',
  recognise({ text }) {
    if (!/^\s*\{/.test(text.slice(0, 1000))) return 0;
    // What tells it apart stands before and after thousands of words.
    const ends = text.slice(0, 200_000) + text.slice(-50_000);
    const marks = [
      /"audio_url"\s*:/,
      /"language_code"\s*:/,
      /"utterances"\s*:/,
      /"audio_duration"\s*:/,
      /"words"\s*:/,
      /"acoustic_model"\s*:/,
      /"speaker_labels"\s*:/,
      /"(?:sentences|paragraphs)"\s*:\s*\[\s*\{/,
    ].filter((mark) => mark.test(ends)).length;
    return marks >= 4
      ? 0.92
      : marks >= 2 &&
          /"(?:utterances|words|sentences|paragraphs)"\s*:\s*\[\s*\{/.test(ends) &&
          !/"results"\s*:|"segments"\s*:/.test(ends)
        ? 0.8
        : 0;
  },
  parse(source) {
    const read = readShape(source, shape);
    if (!('value' in read)) return read;
    const { utterances, words, sentences, paragraphs, text, language_code: language } = read.value;
    const spoken = (utterances ?? []).flatMap((utterance) =>
      utterance.words?.length
        ? stretchesOfWords(utterance.words.map((word) => inSeconds({ ...word, speaker: utterance.speaker })))
        : [inSeconds(utterance)],
    );
    const parts = spoken.length > 0 ? spoken : (sentences ?? paragraphs ?? []).map(inSeconds);
    const stretches = parts.length > 0 ? parts : stretchesOfWords((words ?? []).map(inSeconds));
    return recognisedSession(
      source,
      stretches.length > 0 ? stretches : [{ speaker: null, text: text ?? '', start: null }],
      language ?? null,
      [],
    );
  },
};

function inSeconds(stretch: Stretch): Stretch {
  return { ...stretch, start: typeof stretch.start === 'number' ? stretch.start / 1000 : null };
}

const stretch = { text: z.string(), start: z.number().nullish(), speaker: voice };

const shape = z.object({
  text: z.string().nullish(),
  language_code: z.string().nullish(),
  words: z.array(z.object(stretch)).nullish(),
  sentences: z.array(z.object(stretch)).nullish(),
  paragraphs: z.array(z.object(stretch)).nullish(),
  utterances: z.array(z.object({ ...stretch, words: z.array(z.object(stretch)).nullish() })).nullish(),
});
