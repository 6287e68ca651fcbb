/** Which format a record is in, told from its content. */
import { assemblyAiJson } from './assembly-ai-json.ts';
import { deepgramJson } from './deepgram-json.ts';
import { digwatchHtml } from './digwatch-html.ts';
import { digwatchText } from './digwatch-text.ts';
import type { Format, Parsed, SessionDraft, Source } from './format.ts';
import { hansardHtml } from './hansard-html.ts';
import { interchange } from './interchange.ts';
import { ircLog } from './irc-log.ts';
import { toldAsLeftOut } from './left-out.ts';
import { liveCaptions } from './live-captions.ts';
import { meetingNotes } from './meeting-notes.ts';
import { plainText } from './plain-text.ts';
import { cut, safeLine, withSafeText } from './safe-text.ts';
import { fileTitle } from './session-draft.ts';
import { subRip } from './sub-rip.ts';
import { transcriptHtml } from './transcript-html.ts';
import { transcriptTable } from './transcript-table.ts';
import { unTranscriptJson } from './un-transcript-json.ts';
import { unTranscriptText } from './un-transcript-text.ts';
import { unVerbatim } from './un-verbatim.ts';
import { w3cMinutesHtml } from './w3c-minutes-html.ts';
import { w3cMinutesText } from './w3c-minutes-text.ts';
import { webVtt } from './web-vtt.ts';
import { whisperJson } from './whisper-json.ts';
import { zoomChat } from './zoom-chat.ts';
import type { Problem } from '../../session.ts';

/** Every format there is. Of two that are equally sure, the first counts. */
export const formats: Format[] = [
  digwatchHtml,
  digwatchText,
  webVtt,
  subRip,
  unTranscriptJson,
  unTranscriptText,
  unVerbatim,
  interchange,
  whisperJson,
  assemblyAiJson,
  deepgramJson,
  hansardHtml,
  w3cMinutesHtml,
  w3cMinutesText,
  ircLog,
  meetingNotes,
  transcriptTable,
  zoomChat,
  liveCaptions,
  transcriptHtml,
  plainText,
];

/** Reads the record as the format that recognises it most surely; `format` is its name, or null where none does. */
export function parseRecord(given: Source): Parsed & { format: string | null } {
  const source = { ...given, name: cut(safeLine(given.name), 250) };
  if (source.text.length > longestPage && /^\s{0,1000}</.test(source.text)) {
    return {
      sessions: [],
      problems: [
        {
          line: null,
          message:
            `${source.name}: is a page of ${Math.round(source.text.length / 1e6)} million characters, ` +
            `and at most ${longestPage / 1e6} million can be read; save its parts one by one`,
        },
      ],
      format: null,
    };
  }
  let surest: Format | null = null;
  let sureness = 0;
  for (const format of formats) {
    const sure = format.recognise(source);
    if (sure > sureness) {
      surest = format;
      sureness = sure;
    }
  }
  if (surest !== null) {
    const parsed = surest.parse(source);
    const read = parsed.sessions.map((session) =>
      withSafeText({ ...session, title: session.title || fileTitle(source.name) }),
    );
    const problems = [
      ...parsed.problems,
      ...toldAsLeftOut(parsed.leftOut ?? []),
      ...notTold(parsed.sessions),
      ...read.flatMap((each) => each.problems),
    ].map(({ line, message }) => ({ line, message: cut(safeLine(message), 500) }));
    const more = problems.length - problemsShown;
    return {
      sessions: read.map(({ session }) => session),
      problems:
        more > 0
          ? [
              ...problems.slice(0, problemsShown),
              { line: null, message: `${source.name}: ${more} more problems of the same kinds` },
            ]
          : problems,
      ...(parsed.leftOut && { leftOut: parsed.leftOut }),
      format: surest.name,
    };
  }
  const why = source.text.trim() === '' ? 'is empty' : 'is in no layout known here';
  const known = formats.map((format) => format.name).join(', ');
  return {
    sessions: [],
    problems: [{ line: null, message: `${source.name}: ${why}; what is understood: ${known}` }],
    format: null,
  };
}

/** What a record does not tell, and nobody should look for: who spoke, and when. */
function notTold(sessions: SessionDraft[]): Problem[] {
  const spoken = sessions
    .map(({ turns }) => turns.filter(({ text }) => text.trim() !== ''))
    .filter((turns) => turns.length > 0);
  const nameless = spoken.filter((turns) => turns.every(({ speaker }) => speaker === null));
  const unknown = spoken
    .filter((turns) => !nameless.includes(turns))
    .flat()
    .filter(({ speaker }) => speaker === null).length;
  const timeless = spoken.filter((turns) => turns.every(({ times }) => times.length === 0));
  const where = (some: unknown[]) =>
    sessions.length === 1 ? '' : `In ${some.length} of ${sessions.length} sessions: `;
  const told: string[] = [];
  if (nameless.length > 0) told.push(`${where(nameless)}No speaker is named; all are shown as unknown`);
  if (unknown > 0)
    told.push(`${unknown === 1 ? 'One turn names' : `${unknown} turns name`} no speaker; shown as unknown`);
  if (timeless.length > 0) told.push(`${where(timeless)}No times of a recording are given`);
  return told.map((message) => ({ line: null, message }));
}

/** Elements of a page take thirty times the room of its text; the transcript of a whole day has a million characters. */
const longestPage = 32_000_000;

/** A file of a million broken lines is told of in as few words as one reads. */
const problemsShown = 100;
