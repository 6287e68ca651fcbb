/**
 * Our own interchange, JSON or JSON Lines with a session a line:
 * `{id?, title, date?, event?, language?, track?, url?, speakers?: [{name, role?, affiliation?}],
 * turns: [{speaker, text, start?, end?, language?}]}`. The `language` of a turn is that which was spoken, whatever its text is in; a `track` is
 * that of the floor or of the interpreters.
 * Every turn given is kept, also an empty one, so that turns are numbered as in the file.
 */
import { z } from 'zod';
import type { Speaker, Problem } from '../../session.ts';
import type { Format, Parsed, SessionDraft, Source } from './format.ts';
import { spokenIn, trackOf } from './interpreted.ts';
import { mapping, readJson } from './json.ts';
import { isDay, sessionDraft } from './session-draft.ts';
import { namesNobody } from './turns.ts';

export const interchange: Format = {
  name: 'interchange JSON',
  writtenIn: 'JSON',
  example:
    '{"title": "Harbour hearing", "date": "2025-05-14", "turns": [{"speaker": "Ana Lind", "text": "Hello.", "start": 0}]}',
  recognise(source) {
    const record = readJson(source);
    if (record === null || 'problem' in record) return 0;
    const sessions = (Array.isArray(record.value) ? record.value : [record.value]).map(mapping);
    const turns = sessions.map((session) => session?.['turns']).filter((each) => Array.isArray(each));
    if (turns.length === 0) return 0;
    const isOurs = turns.every((each) => each.length === 0 || each.some((turn) => 'text' in (mapping(turn) ?? {})));
    return isOurs && sessions.some((session) => typeof session?.['title'] === 'string') ? 0.95 : 0.4;
  },
  parse,
};

function parse(source: Source): Parsed {
  const problems: Problem[] = [];
  const sessions: SessionDraft[] = [];
  const ids = new Set<string>();
  const record = readJson(source) ?? { problem: 'no JSON' };
  if ('problem' in record)
    return { sessions, problems: [{ line: null, message: `${source.name}: ${record.problem}; save it again` }] };
  for (const { line, why } of record.broken) problems.push({ line, message: `${why}; left out` });
  for (const { value, line } of record.items) {
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
  const spoken = spokenIn(given.turns.map(({ language, text }) => ({ told: language, text })));
  const turns = given.turns.map(({ speaker: label, text, start }, index) => {
    const trimmed = label?.trim() ?? '';
    const speaker = trimmed === '' || (namesNobody(trimmed) && !speakers.has(trimmed)) ? null : trimmed;
    if (speaker !== null && !speakers.has(speaker))
      speakers.set(speaker, { name: speaker, otherNames: [], role: null, affiliation: null });
    const times = typeof start === 'number' ? [{ offset: 0, seconds: start }] : [];
    return { speaker, text, times, ...(spoken[index] && { spokenIn: spoken[index] }) };
  });
  const track = trackOf(given.track);
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
    ...(track && { track }),
    page:
      given.url !== undefined && given.url !== null && URL.canParse(given.url)
        ? { address: given.url, placeBy: 'text' }
        : null,
    speakers: [...speakers.values()],
    turns,
  });
}

const shape = z.object({
  id: z.string().trim().min(1).optional(),
  title: z.string(),
  date: z.string().nullish(),
  event: z.string().nullish(),
  language: z.string().nullish(),
  track: z.string().nullish(),
  url: z.string().nullish(),
  speakers: z
    .array(z.object({ name: z.string().trim().min(1), role: z.string().nullish(), affiliation: z.string().nullish() }))
    .optional(),
  turns: z.array(
    z.object({
      speaker: z.string().nullish(),
      text: z.string(),
      start: z.number().min(0).nullish(),
      language: z.string().nullish(),
    }),
  ),
});
