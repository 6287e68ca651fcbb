/** JSON of Whisper and WhisperX: `{text?, language?, segments: [{start, end, text, speaker?}]}`. */
import { z } from 'zod';
import type { Format } from './format.ts';
import { readShape, recognisedSession, voice } from './recogniser-output.ts';

export const whisperJson: Format = {
  name: 'Whisper JSON',
  recognise({ text }) {
    const head = text.slice(0, 200_000);
    // Whisper puts the whole text first, so its segments may begin far down.
    const segments = /"segments"\s*:\s*\[/.test(head) || (/^\s*\{\s*"text"\s*:/.test(head) && /"segments"\s*:\s*\[\s*\{/.test(text.slice(0, 5_000_000)));
    if (!/^\s*\{/.test(head) || !segments || /"(?:utterances|turns)"\s*:/.test(head)) return 0;
    return 0.9;
  },
  parse(source) {
    const read = readShape(source, shape);
    if (!('value' in read)) return read;
    const { segments, language } = read.value;
    return recognisedSession(source, segments, language ?? null, []);
  },
};

const shape = z.object({
  language: z.string().nullish(),
  segments: z.array(z.object({ start: z.number().nullish(), text: z.string(), speaker: voice })),
});
