/** What the output of speech recognisers and meeting tools has in common: stretches of words, each with a time and perhaps a voice. */
import { z } from 'zod';
import type { Finding, Problem } from '../../session.ts';
import { notRead, type Format, type LeftOut, type Parsed, type SessionDraft, type Source } from './format.ts';
import { readJson } from './json.ts';
import { recordLanguage } from './language-tag.ts';
import { sessionDraft } from './session-draft.ts';
import { withoutSounds } from './sounds.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns } from './turns.ts';

/** A voice as a recogniser gives it: a number or a letter of its own choice, or a name somebody put there. */
export const voice = z.union([z.string(), z.number()]).nullish();

/** One stretch as read; times in seconds. */
export interface Stretch {
  speaker?: string | number | null | undefined;
  text: string;
  start?: number | null | undefined;
  /** Where the text is a translation, of what language. */
  spokenIn?: string | null | undefined;
}

/** What a recogniser heard, and what its file says of the recording. */
export interface Heard {
  stretches: Stretch[];
  language?: string | null | undefined;
  title?: string | null | undefined;
  date?: string | null | undefined;
  page?: SessionDraft['page'];
  speakers?: { name: string; affiliation?: string | null; role?: string | null }[];
  findings?: Finding[];
  problems?: Problem[];
  leftOut?: LeftOut[];
}

/** A format of JSON that is recognised by its whole shape, and never by marks in its text. */
export function jsonFormat<T>(layout: {
  name: string;
  example: string;
  makers?: string[];
  /** How sure the shape makes it; 0.95 where no other has it. */
  sure?: number;
  shape: z.ZodType<T>;
  read(value: T, source: Source): Heard;
}): Format {
  return {
    name: layout.name,
    example: layout.example,
    writtenIn: 'JSON',
    ...(layout.makers && { makers: layout.makers }),
    recognise(source) {
      const record = readJson(source);
      return record && 'value' in record && layout.shape.safeParse(record.value).success ? (layout.sure ?? 0.95) : 0;
    },
    parse(source) {
      const read = readShape(source, layout.shape);
      if (!('value' in read)) return read;
      const heard = layout.read(read.value, source);
      return heardSession(source, { ...heard, problems: [...read.problems, ...(heard.problems ?? [])] });
    },
  };
}

/**
 * A list whose items have this shape. One that has not is null, which `whole` tells of; where none has, the list is
 * of something else.
 */
export function listOf<T>(item: z.ZodType<T>): z.ZodType<(T | null)[]> {
  return z
    .array(item.nullable().catch(null))
    .refine((items) => items.length === 0 || items.some((each) => each !== null), 'holds nothing of this kind');
}

/** The items that could be read; the others are told of. */
export function whole<T>(items: readonly (T | null)[], problems: Problem[], what = 'item'): T[] {
  const lost = items.flatMap((item, index) => (item === null ? [index + 1] : []));
  if (lost.length > 0)
    problems.push({
      line: null,
      message: `${lost.length} of ${items.length} ${what}s cannot be read (the first is number ${lost[0]}); left out`,
    });
  return items.filter((item) => item !== null);
}

/** A session of what was heard, or a problem where that is nothing. */
export function heardSession(source: Source, heard: Heard): Parsed {
  const { title, date, page, findings } = heard;
  const problems = heard.problems ?? [];
  const leftOut = [...(heard.leftOut ?? [])];
  const utterances = heard.stretches.map(({ speaker, text, start, spokenIn }): Utterance => {
    const { said, sounds } = withoutSounds(text);
    if (sounds !== '') leftOut.push({ line: null, text: sounds, why: 'marks of sounds' });
    return {
      ...voiceOf(speaker),
      text: said,
      seconds: start ?? null,
      line: null,
      ...(spokenIn ? { spokenIn: recordLanguage(spokenIn) ?? spokenIn } : {}),
    };
  });
  const { turns, speakers, problems: order } = gatherTurns(utterances);
  if (turns.length === 0) return notRead(source, 'the recogniser heard no words', { problems, leftOut });
  const known = new Map(heard.speakers?.map((speaker) => [speaker.name, speaker]));
  const session = sessionDraft(source, {
    kind: 'automatic transcript',
    turns,
    speakers: speakers.map((speaker) => ({ ...speaker, ...known.get(speaker.name) })),
    language: recordLanguage(heard.language ?? null),
    ...(title ? { title } : {}),
    ...(date ? { date } : {}),
    ...(page ? { page } : {}),
    ...(findings ? { findings } : {}),
  });
  return { sessions: [session], problems: [...problems, ...order], leftOut };
}

/**
 * Joins words into stretches of one voice that end where a sentence does, so that each has its time. Recognisers that
 * give blanks and punctuation as words of their own have `asWritten`: their words are put together as they are.
 */
export function stretchesOfWords(given: Stretch[], asWritten = false): Stretch[] {
  const stretches: (Stretch & { words: string[] })[] = [];
  let open = false;
  for (const word of given) {
    const last = stretches.at(-1);
    const isMark = !/[\p{L}\p{N}]/u.test(word.text) && (asWritten || isMarkAlone(word.text));
    // Blanks and punctuation belong to the word before, whichever voice they are given to.
    if (last && (isMark || (open && last.speaker === word.speaker && last.spokenIn === word.spokenIn)))
      last.words.push(word.text);
    else stretches.push({ ...word, words: [word.text] });
    if (!isMark || endsSentence.test(word.text)) open = !endsSentence.test(word.text.trimEnd());
  }
  const joined = (words: string[]) =>
    asWritten
      ? words.join('')
      : words.reduce((text, word) => `${text}${isMarkAlone(word) ? '' : ' '}${word.trim()}`, '');
  return stretches.map(({ words, ...stretch }) => ({ ...stretch, text: joined(words).trim() }));
}

/** Recognisers that give punctuation as words of their own, without saying so. */
function isMarkAlone(word: string): boolean {
  return /^\s*[.,;:!?…。？！،؟]+\s*$/.test(word);
}

const endsSentence = /[.?!。？！؟۔…]["”’)]?$/;

/** Reads JSON of this shape; every bad thing is a problem that names the file and the place. */
export function readShape<T>(source: Source, shape: z.ZodType<T>): { value: T; problems: Problem[] } | Parsed {
  const record = readJson(source) ?? { problem: 'no JSON' };
  if ('problem' in record) return notRead(source, `${record.problem}; save it again`);
  const result = shape.safeParse(record.value);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    return notRead(source, `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  }
  const problems = record.broken.map(({ line, why }) => ({ line, message: `${why}; left out` }));
  return { value: result.data, problems };
}

/**
 * Who a record's name or number for a voice stands for: a number is no name and keeps the voices apart; what cannot be
 * either (a dash, a time, an address, a picture in letters) is nobody's.
 */
export function voiceOf(speaker: string | number | null | undefined): Pick<Utterance, 'speaker' | 'label'> {
  if (typeof speaker === 'number') return { speaker: null, label: `Speaker ${speaker}` };
  const label = speaker?.trim() ?? '';
  if (/^(?:\d{1,4}|[A-Z])$/.test(label)) return { speaker: null, label: `Speaker ${label}` };
  // Numbers of accounts keep voices apart, and name nobody.
  if (/^(?:\d+|[\da-f-]{16,}|\w+(?:\/[\w-]+)+|[a-z]{1,8}[_-][\da-f]{6,})$/i.test(label))
    return { speaker: null, label };
  if (/^(?:[mf]_)?(?:ch|channel|s|spk|speaker|voice|guest|[mf])[\s_-]?\d{1,4}$/i.test(label))
    return { speaker: null, label };
  // Programs that record two lines call them so.
  if (/^(?:mic|microphone|speakers?|system(?: audio)?|local|remote|input|output)$/i.test(label))
    return { speaker: null, label };
  const isName = /\p{L}/u.test(label) && !/^(?:UU|unknown|undefined|null|none|n\/a)$/i.test(label);
  return { speaker: isName && !/^(?:data:|https?:)|^[\w+/=-]{40,}$/.test(label) ? label : null };
}
