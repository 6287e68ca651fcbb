/** UN transcripts (transcripts.un.org), the `.json` beside a meeting's page: automatic, not an official record. */
import { z } from 'zod';
import type { Speaker, Problem } from '../../session.ts';
import { notRead, type Format, type Parsed, type Source } from './format.ts';
import { mapping, readJson } from './json.ts';
import { isDay, sessionDraft } from './session-draft.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns } from './turns.ts';
import { unSpeaker } from './un-speaker.ts';

export const unTranscriptJson: Format = {
  name: 'UN transcript (JSON)',
  writtenIn: 'JSON',
  example:
    '{"video": {"title": "…"}, "transcript": {"data": [{"statement_number": 1,' +
    ' "speaker": {"name": "Ana Lind"}, "paragraphs": [{"sentences": [{"text": "Hello."}]}]}]}}',
  recognise(source) {
    const record = readJson(source);
    if (record === null || 'problem' in record) return 0;
    const data = mapping(mapping(record.value)?.['transcript'])?.['data'];
    if (!Array.isArray(data)) return 0;
    return data.length === 0 || data.some((each) => 'paragraphs' in (mapping(each) ?? {})) ? 1 : 0;
  },
  parse,
};

function parse(source: Source): Parsed {
  const unreadable = (why: string): Parsed => notRead(source, `${why}; fetch the meeting's .json again`);
  const json = readJson(source) ?? { problem: 'no JSON' };
  if ('problem' in json) return unreadable(`is ${json.problem}`);
  const record = recordShape.safeParse(json.value);
  if (!record.success)
    return unreadable(`is not a UN transcript as we know it (${z.prettifyError(record.error).split('\n')[0]})`);
  const { video, transcript, url } = record.data;

  const problems: Problem[] = [];
  const utterances: Utterance[] = [];
  const named = new Map<string, Omit<Speaker, 'otherNames'>>();
  for (const [index, raw] of transcript.data.entries()) {
    const statement = statementShape.safeParse(raw);
    if (!statement.success) {
      problems.push({
        line: null,
        message: `Statement ${index + 1} cannot be read (${z.prettifyError(statement.error).split('\n')[0]}); left out`,
      });
      continue;
    }
    const speaker = unSpeaker(statement.data.speaker ?? {});
    if (speaker && !named.has(speaker.name)) named.set(speaker.name, speaker);
    const sentences = statement.data.paragraphs.flatMap((paragraph) => paragraph.sentences);
    for (const [place, sentence] of sentences.entries()) {
      const seconds = sentence.start ?? (place === 0 ? (statement.data.start ?? null) : null);
      // Each statement has one speaker, so two in a row without a name are two voices.
      utterances.push({
        speaker: speaker?.name ?? null,
        text: sentence.text,
        seconds,
        line: null,
        newVoice: place === 0 && speaker === null,
      });
    }
  }
  const gathered = gatherTurns(utterances);
  if (gathered.turns.length === 0) return notRead(source, 'holds no statements', { problems });
  const date = video?.date?.slice(0, 10) ?? '';
  const address = absolute(url ?? null, source.address);
  const session = sessionDraft(source, {
    kind: 'automatic transcript',
    turns: gathered.turns,
    speakers: gathered.speakers.map((speaker) => ({ ...speaker, ...named.get(speaker.name) })),
    title: video?.clean_title ?? video?.title ?? '',
    date: isDay(date) ? date : null,
    event: video?.body ?? video?.category ?? null,
    language: transcript.language ?? null,
    page: address === null ? null : { address, placeBy: 'seconds' },
  });
  return { sessions: [session], problems: [...problems, ...gathered.problems] };
}

function absolute(address: string | null, base: string | null): string | null {
  if (address === null) return base?.replace(/\.json(?=$|[?#])/, '') ?? null;
  if (URL.canParse(address)) return address;
  return base !== null && URL.canParse(address, base) ? new URL(address, base).href : null;
}

const text = z.string().nullish();

const recordShape = z.object({
  url: text,
  video: z.object({ title: text, clean_title: text, date: text, category: text, body: text }).nullish(),
  transcript: z.object({ language: text, data: z.array(z.unknown()) }),
});

const statementShape = z.object({
  start: z.number().nullish(),
  speaker: z.object({ name: text, affiliation: text, affiliation_full: text, group: text, function: text }).nullish(),
  paragraphs: z.array(
    z.object({
      sentences: z.array(z.object({ text: z.string(), start: z.number().nullish() })),
    }),
  ),
});
