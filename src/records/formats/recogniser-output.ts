/** What the JSON of speech recognisers has in common: stretches of words, each with a time and perhaps a voice. */
import { z } from 'zod';
import type { Parsed, Source } from './format.ts';
import { sessionDraft } from './session-draft.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns } from './turns.ts';
import type { Problem } from '../../session.ts';

/** A voice as a recogniser gives it: a number or a letter of its own choice, or a name somebody put there. */
export const voice = z.union([z.string(), z.number()]).nullish();

/** One stretch as read; times in seconds. */
export interface Stretch {
  speaker?: string | number | null | undefined;
  text: string;
  start?: number | null | undefined;
}

/** A session of the stretches, or a problem where there are none. */
export function recognisedSession(
  source: Source,
  stretches: Stretch[],
  language: string | null,
  problems: Problem[],
): Parsed {
  const {
    turns,
    speakers,
    problems: order,
  } = gatherTurns(
    stretches.map(({ speaker, text, start }): Utterance => ({
      speaker: voiceLabel(speaker),
      text,
      seconds: start ?? null,
      line: null,
    })),
  );
  if (turns.length === 0)
    return {
      sessions: [],
      problems: [...problems, { line: null, message: `${source.name}: the recogniser heard no words` }],
    };
  const session = sessionDraft(source, {
    kind: 'automatic transcript',
    turns,
    speakers,
    language: language?.replaceAll('_', '-') ?? null,
  });
  return { sessions: [session], problems: [...problems, ...order] };
}

/** Joins words into stretches of one voice that end where a sentence does, so that each has its time. */
export function stretchesOfWords(words: Stretch[]): Stretch[] {
  const stretches: (Stretch & { words: string[] })[] = [];
  let open = false;
  for (const word of words) {
    const last = stretches.at(-1);
    if (last && open && last.speaker === word.speaker) last.words.push(word.text);
    else stretches.push({ ...word, words: [word.text] });
    open = !/[.?!。？！؟۔…]["”’)]?$/.test(word.text);
  }
  return stretches.map((stretch) => ({ ...stretch, text: stretch.words.join(' ') }));
}

/** Reads JSON of this shape; every bad thing is a problem that names the file and the place. */
export function readShape<T>(source: Source, shape: z.ZodType<T>): { value: T } | Parsed {
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch (error) {
    return {
      sessions: [],
      problems: [
        {
          line: null,
          message: `${source.name}: not whole JSON (${(error as Error).message.slice(0, 120)}); save it again`,
        },
      ],
    };
  }
  const result = shape.safeParse(value);
  if (result.success) return { value: result.data };
  const issue = result.error.issues[0]!;
  return {
    sessions: [],
    problems: [{ line: null, message: `${source.name}: ${issue.path.join('.') || 'the file'}: ${issue.message}` }],
  };
}

function voiceLabel(speaker: string | number | null | undefined): string | null {
  if (speaker === null || speaker === undefined || speaker === '') return null;
  return typeof speaker === 'number' || /^(?:[A-Z]|\d{1,3})$/.test(speaker) ? `Speaker ${speaker}` : speaker;
}
