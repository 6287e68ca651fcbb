/**
 * Our own interchange, JSON or JSON Lines with a session a line:
 * `{id?, title, date?, event?, language?, url?, speakers?: [{name, role?, affiliation?}], turns: [{speaker, text, start?, end?}]}`.
 * Every turn given is kept, also an empty one, so that turns are numbered as in the file.
 */
import { z } from 'zod';
import type { Speaker, Problem } from '../../session.ts';
import type { Format, Parsed, SessionDraft, Source } from './format.ts';
import { isDay, sessionDraft } from './session-draft.ts';
import { namesNobody } from './turns.ts';

export const interchange: Format = {
  name: 'interchange JSON',
  recognise({ text }) {
    const head = text.slice(0, 200_000);
    if (!/^\s*(?:\{|\[\s*\{)/.test(head) || !/"turns"\s*:\s*\[/.test(head)) return 0;
    return /"(?:text|speaker)"\s*:/.test(head) || /"turns"\s*:\s*\[\s*\]/.test(head) ? 0.95 : 0.4;
  },
  parse,
};

function parse(source: Source): Parsed {
  const problems: Problem[] = [];
  const sessions: SessionDraft[] = [];
  const ids = new Set<string>();
  for (const { value, line, problem } of values(source.text)) {
    if (problem !== undefined) {
      problems.push({ line, message: problem });
      continue;
    }
    const result = shape.safeParse(value);
    if (!result.success) {
      const issue = result.error.issues[0]!;
      problems.push({
        line,
        message: `${issue.path.length === 0 ? 'the session' : issue.path.join('.')}: ${issue.message}; this session is left out`,
      });
    } else if (result.data.id !== undefined && ids.has(result.data.id)) {
      problems.push({
        line,
        message: `id: "${result.data.id}" stands for an earlier session of this file; this one is left out`,
      });
    } else {
      if (result.data.id !== undefined) ids.add(result.data.id);
      sessions.push(toSession(source, result.data, line, problems));
    }
  }
  if (sessions.length === 0)
    problems.push({
      line: null,
      message: `${source.name}: holds no session; each needs a title and turns: [{speaker, text}]`,
    });
  return { sessions, problems };
}

function toSession(
  source: Source,
  given: z.infer<typeof shape>,
  line: number | null,
  problems: Problem[],
): SessionDraft {
  const speakers = new Map<string, Speaker>();
  for (const { name, role, affiliation } of given.speakers ?? []) {
    if (!speakers.has(name))
      speakers.set(name, { name, otherNames: [], role: role ?? null, affiliation: affiliation ?? null });
  }
  const turns = given.turns.map(({ speaker: label, text, start }) => {
    const trimmed = label?.trim() ?? '';
    const speaker = trimmed === '' || (namesNobody(trimmed) && !speakers.has(trimmed)) ? null : trimmed;
    if (speaker !== null && !speakers.has(speaker))
      speakers.set(speaker, { name: speaker, otherNames: [], role: null, affiliation: null });
    return { speaker, text, times: typeof start === 'number' ? [{ offset: 0, seconds: start }] : [] };
  });
  const date = given.date?.slice(0, 10) ?? null;
  if (date !== null && !isDay(date))
    problems.push({ line, message: `date: "${given.date}" is not written as 2025-03-05; left out` });
  return sessionDraft(source, {
    id: given.id ?? null,
    title: given.title,
    kind: 'transcript',
    date: date !== null && isDay(date) ? date : null,
    event: given.event ?? null,
    language: given.language ?? null,
    page:
      given.url !== undefined && given.url !== null && URL.canParse(given.url)
        ? { address: given.url, placeBy: 'text' }
        : null,
    speakers: [...speakers.values()],
    turns,
  });
}

interface Value {
  value?: unknown;
  line: number | null;
  problem?: string;
}

/** One session, an array of them, or one a line. */
function* values(text: string): Generator<Value> {
  const begin = text.search(/\S/);
  const end = text.indexOf('\n', begin);
  // Only where the first line is whole by itself do lines part the sessions.
  if (begin < 0 || end < 0 || text.slice(end).trim() === '' || !isJson(text.slice(begin, end))) {
    const parsed = readJson(text);
    if (Array.isArray(parsed.value)) for (const value of parsed.value) yield { value, line: null };
    else yield { ...parsed, line: null };
    return;
  }
  let line = 0;
  for (const content of text.split('\n')) {
    line += 1;
    if (content.trim() !== '') yield { ...readJson(content), line };
  }
}

function readJson(text: string): { value?: unknown; problem?: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { problem: `not whole JSON (${(error as Error).message.slice(0, 120)}); left out` };
  }
}

function isJson(text: string): boolean {
  return readJson(text).problem === undefined;
}

const shape = z.object({
  id: z.string().trim().min(1).optional(),
  title: z.string(),
  date: z.string().nullish(),
  event: z.string().nullish(),
  language: z.string().nullish(),
  url: z.string().nullish(),
  speakers: z
    .array(z.object({ name: z.string().trim().min(1), role: z.string().nullish(), affiliation: z.string().nullish() }))
    .optional(),
  turns: z.array(z.object({ speaker: z.string().nullish(), text: z.string(), start: z.number().min(0).nullish() })),
});
