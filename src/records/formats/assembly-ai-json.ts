/**
 * JSON of AssemblyAI: `{text, language_code, utterances: [{speaker, start, text}] | null, words: [{text, start, speaker}]}`,
 * or only its `sentences` or `paragraphs`; times in milliseconds. Programs that copy its form may write seconds, which
 * the pace of the words tells.
 */
import { z } from 'zod';
import { jsonFormat, listOf, stretchesOfWords, voice, whole } from './recogniser-output.ts';
import type { Stretch } from './recogniser-output.ts';
import { isInMilliseconds } from './recognisers/spoken-items.ts';
import type { Problem } from '../../session.ts';

const stretch = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  speaker: voice,
  speaker_name: z.undefined().optional(),
  // ElevenLabs and others tell words from blanks.
  type: z.undefined().optional(),
});
const list = listOf(stretch).nullish();

/** Words beside an utterance may be a few of it; then its text counts. */
function hasItsWords({ text, words }: { text: string; words?: { text: string }[] | null | undefined }): boolean {
  const length = (words ?? []).reduce((sum, word) => sum + word.text.replace(/\s/g, '').length, 0);
  return length > 0 && length >= text.replace(/\s/g, '').length * 0.9;
}

export const assemblyAiJson = jsonFormat({
  name: 'AssemblyAI JSON',
  example:
    '{"language_code": "en", "text": "Hello.", "words": [], "utterances": [{"speaker": "A", "start": 250, "end": 900, "text": "Hello."}]}',
  sure: 0.8,
  shape: z
    .object({
      text: z.string().nullish(),
      language_code: z.string().nullish(),
      words: list,
      sentences: list,
      paragraphs: list,
      utterances: listOf(stretch.extend({ words: z.array(stretch).nullish().catch(null) })).nullish(),
      segments: z.undefined().optional(),
      results: z.undefined().optional(),
    })
    .refine(
      ({ utterances, sentences, paragraphs, words, language_code: language, text }) =>
        Boolean(utterances ?? sentences ?? paragraphs ?? (words && text !== undefined && language !== undefined)),
      'it holds no utterances, sentences, paragraphs or words',
    ),
  read({ utterances, sentences, paragraphs, words, text, language_code: language }) {
    const problems: Problem[] = [];
    const spoken = whole(utterances ?? [], problems, 'utterance');
    const parts = whole(sentences ?? paragraphs ?? [], problems, 'sentence');
    const single = whole(words ?? [], problems, 'word');
    const longest = [spoken, parts, single].find((each) => each.length > 0) ?? [];
    const isShort = isInMilliseconds(
      longest.map((each) => ({ ...each, start: { number: each.start }, end: { number: each.end } })),
    );
    const timed = (each: z.infer<typeof stretch>): Stretch => ({
      ...each,
      start: isShort ? each.start / 1000 : each.start,
    });
    const stretches =
      spoken.length > 0
        ? spoken.flatMap((utterance) =>
            hasItsWords(utterance)
              ? stretchesOfWords(utterance.words!.map((word) => timed({ ...word, speaker: utterance.speaker })))
              : [timed(utterance)],
          )
        : parts.length > 0
          ? parts.map(timed)
          : stretchesOfWords(single.map(timed));
    return {
      stretches: stretches.length > 0 ? stretches : [{ speaker: null, text: text ?? '', start: null }],
      language,
      problems,
    };
  },
});
