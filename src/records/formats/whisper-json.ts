/**
 * JSON of Whisper and WhisperX: `{text?, language?, segments: [{start, end, text, speaker?}]}`, a bare array of such
 * segments or one a line, and of whisper.cpp: `{result?: {language}, transcription: [{offsets: {from}, text}]}`, in milliseconds.
 */
import { z } from 'zod';
import type { Format, Source } from './format.ts';
import { readShape, recognisedSession, voice } from './recogniser-output.ts';

export const whisperJson: Format = {
  name: 'Whisper JSON',
  recognise({ text }) {
    const head = text.slice(0, 200_000);
    if (isBare(head)) return 0.9;
    if (/^\s*\{/.test(head) && /"transcription"\s*:\s*\[\s*\{/.test(head) && /"offsets"\s*:/.test(head)) return 0.9;
    // Whisper puts the whole text first, so its segments may begin far down.
    const segments =
      /"segments"\s*:\s*\[/.test(head) ||
      (/^\s*\{\s*"text"\s*:/.test(head) && /"segments"\s*:\s*\[\s*\{/.test(text.slice(0, 5_000_000)));
    if (!/^\s*\{/.test(head) || !segments || /"(?:utterances|turns|results)"\s*:/.test(head)) return 0;
    return 0.9;
  },
  parse(source) {
    const read = readShape(
      isBare(source.text.slice(0, 200_000)) ? { ...source, text: `{"segments": ${asArray(source)}}` } : source,
      shape,
    );
    if (!('value' in read)) return read;
    const { segments, transcription, language, result } = read.value;
    const stretches =
      segments ?? (transcription ?? []).map(({ offsets, ...stretch }) => ({ ...stretch, start: offsets.from / 1000 }));
    return recognisedSession(source, stretches, language ?? result?.language ?? null, []);
  },
};

/** Segments without anything around them. */
function isBare(head: string): boolean {
  const first = head.slice(0, 5000);
  const isList = /^\s*\[\s*\{/.test(first) || /^\s*\{[^\n]{1,4000}\}[ \t]*\n[ \t]*\{/.test(first);
  return (
    isList &&
    /"start"\s*:\s*\d/.test(first) &&
    /"end"\s*:\s*\d/.test(first) &&
    /"text"\s*:\s*"/.test(first) &&
    !/"(?:turns|segments|sentences)"\s*:/.test(first)
  );
}

function asArray({ text }: Source): string {
  return text.trimStart().startsWith('[')
    ? text
    : `[${text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .join(',')}]`;
}

const shape = z
  .object({
    language: z.string().nullish(),
    result: z.object({ language: z.string().nullish() }).nullish(),
    segments: z.array(z.object({ start: z.number().nullish(), text: z.string(), speaker: voice })).optional(),
    transcription: z
      .array(z.object({ offsets: z.object({ from: z.number() }), text: z.string(), speaker: voice }))
      .optional(),
  })
  .refine(({ segments, transcription }) => segments ?? transcription, 'it holds no segments');
