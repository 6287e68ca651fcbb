/**
 * JSON of Soniox: `{tokens: [{text: " Hel", start_ms, speaker: "1", language, translation_status?, source_language?}]}`.
 * Where it translates, each sentence stands twice: what was said, and the translation, which is left out where both are
 * there.
 */
import { z } from 'zod';
import type { LeftOut } from '../format.ts';
import type { Problem } from '../../../session.ts';
import { jsonFormat, listOf, stretchesOfWords, voice, whole } from '../recogniser-output.ts';

export const sonioxJson = jsonFormat({
  name: 'Soniox JSON',
  example:
    '{"text": "Hello.", "tokens": [{"text": "Hel", "start_ms": 40, "end_ms": 90, "speaker": "1", "language": "en"}]}',
  shape: z.object({
    tokens: listOf(
      z.object({
        text: z.string(),
        start_ms: z.number().nullish(),
        speaker: voice,
        language: z.string().nullish(),
        is_audio_event: z.boolean().nullish(),
        translation_status: z.string().nullish(),
        source_language: z.string().nullish(),
      }),
    ),
  }),
  read({ tokens }) {
    const problems: Problem[] = [];
    const leftOut: LeftOut[] = [];
    const read = whole(tokens, problems, 'token');
    const isTranslated = read.some((token) => token.translation_status === 'translation');
    const hasOriginal = read.some((token) => token.translation_status === 'original');
    const said = read.filter((token) => {
      const isTranslation = isTranslated && hasOriginal && token.translation_status === 'translation';
      if (isTranslation) leftOut.push({ line: null, text: token.text, why: 'translations by a machine' });
      if (token.is_audio_event) leftOut.push({ line: null, text: token.text, why: 'marks of sounds' });
      // `<end>` is where it took the speaker to be done.
      return !isTranslation && !token.is_audio_event && !/^<(?:end|fin)>$/.test(token.text);
    });
    return {
      stretches: stretchesOfWords(
        said.map(({ text, start_ms: start, speaker, translation_status: status, source_language: source }) => ({
          speaker,
          text,
          start: start === null || start === undefined ? null : start / 1000,
          ...(status === 'translation' && source ? { spokenIn: source } : {}),
        })),
        true,
      ),
      language: mostOften(said.map(({ language }) => language ?? null)),
      problems,
      leftOut,
    };
  },
});

function mostOften(languages: (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const language of languages) if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
