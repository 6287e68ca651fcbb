/**
 * JSON of Rev, of its people and its recogniser: `{speakers?: [{id, name}], monologues: [{speaker, elements: [{type: "text" |
 * "punct", value, ts}]}]}`, in seconds or as `00:00:01,230`.
 */
import { z } from 'zod';
import type { LeftOut } from '../format.ts';
import type { Problem } from '../../../session.ts';
import { jsonFormat, listOf, stretchesOfWords, voice, whole } from '../recogniser-output.ts';
import { secondsOf } from './offsets.ts';

const who = z.union([voice, z.object({ id: voice, name: z.string().nullish() })]);

export const revJson = jsonFormat({
  name: 'Rev JSON',
  example:
    '{"monologues": [{"speaker": 0, "elements": [{"type": "text", "value": "Hello", "ts": 0.1}, {"type": "punct", "value": "."}]}]}',
  shape: z.object({
    speakers: z.array(z.object({ id: voice, name: z.string().nullish() })).nullish(),
    language: z.string().nullish(),
    monologues: listOf(
      z.object({
        speaker: who,
        speaker_name: z.string().nullish(),
        elements: z.array(
          z.object({
            type: z.string(),
            value: z.string().nullish(),
            name: z.string().nullish(),
            ts: z.unknown().optional(),
            timestamp: z.unknown().optional(),
          }),
        ),
      }),
    ),
  }),
  read({ speakers, language, monologues }) {
    const problems: Problem[] = [];
    const leftOut: LeftOut[] = [];
    const names = new Map(speakers?.map(({ id, name }) => [id, name]));
    const stretches = whole(monologues, problems, 'monologue').flatMap(
      ({ speaker, speaker_name: called, elements }) => {
        const { id, name } = typeof speaker === 'object' && speaker !== null ? speaker : { id: speaker, name: null };
        const label = called || name || names.get(id) || id;
        const said = elements.filter((element) => {
          const isSaid = element.type !== 'tag';
          if (!isSaid) leftOut.push({ line: null, text: element.name ?? element.value ?? '', why: 'marks of sounds' });
          return isSaid;
        });
        return stretchesOfWords(
          said.map(({ value, ts, timestamp }) => ({
            speaker: label,
            text: value ?? '',
            start: secondsOf(ts ?? timestamp),
          })),
          true,
        );
      },
    );
    return { stretches, language, problems, leftOut };
  },
});
