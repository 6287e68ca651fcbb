/** Which format a record is in, told from its content. */
import { unreadIn, untoldIn } from './account.ts';
import { chatTranscript } from './annotations/chat-transcript.ts';
import { elan } from './annotations/elan.ts';
import { exmaralda } from './annotations/exmaralda.ts';
import { textGrid } from './annotations/text-grid.ts';
import { transcriber } from './annotations/transcriber.ts';
import { assemblyAiJson } from './assembly-ai-json.ts';
import { deepgramJson } from './deepgram-json.ts';
import { digwatchHtml } from './digwatch-html.ts';
import { digwatchText } from './digwatch-text.ts';
import type { Format, Parsed, SessionDraft, Source } from './format.ts';
import { googleMeet } from './google-meet.ts';
import { hansardHtml } from './hansard-html.ts';
import { interchange } from './interchange.ts';
import { ircLog } from './irc-log.ts';
import { readJson } from './json.ts';
import { toldAsLeftOut } from './left-out.ts';
import { liveCaptions } from './live-captions.ts';
import { meetingNotes } from './meeting-notes.ts';
import { australiaHansard } from './parliaments/australia.ts';
import { bundestagXml } from './parliaments/bundestag.ts';
import { canadaHansard } from './parliaments/canada.ts';
import { europarlXml } from './parliaments/europarl.ts';
import { parlaMint } from './parliaments/parla-mint.ts';
import { speechElements } from './parliaments/speech-elements.ts';
import { oTranscribe } from './o-transcribe.ts';
import { plainText } from './plain-text.ts';
import { awsJson } from './recognisers/aws.ts';
import { azureJson, azureFastJson, videoIndexerJson } from './recognisers/azure.ts';
import { elevenLabsJson } from './recognisers/eleven-labs.ts';
import { googleJson } from './recognisers/google.ts';
import { ibmJson } from './recognisers/ibm.ts';
import { meetingToolsJson } from './recognisers/meeting-tools.ts';
import { revJson } from './recognisers/rev.ts';
import { sonioxJson } from './recognisers/soniox.ts';
import { speechmaticsJson } from './recognisers/speechmatics.ts';
import { youtubeJson } from './recognisers/youtube.ts';
import { sami } from './sami.ts';
import { cut, safeLine, withSafeText } from './safe-text.ts';
import { fileTitle } from './session-draft.ts';
import { blockEnd, shownText, withShownPage } from './shown-page.ts';
import { separatedValues } from './separated-values.ts';
import { subRip } from './sub-rip.ts';
import { subStationAlpha } from './sub-station-alpha.ts';
import { subViewer } from './sub-viewer.ts';
import { timedText } from './timed-text.ts';
import { transcriptHtml } from './transcript-html.ts';
import { transcriptTable } from './transcript-table.ts';
import { unreadKind } from './unread-kinds.ts';
import { unTranscriptJson } from './un-transcript-json.ts';
import { unTranscriptText } from './un-transcript-text.ts';
import { unVerbatim } from './un-verbatim.ts';
import { w3cMinutesHtml } from './w3c-minutes-html.ts';
import { w3cMinutesText } from './w3c-minutes-text.ts';
import { webVtt } from './web-vtt.ts';
import { whisperJson } from './whisper-json.ts';
import { wordTranscribe } from './word-transcribe.ts';
import { xmlRoot } from './xml.ts';
import { zoomChat } from './zoom-chat.ts';
import type { Problem } from '../../session.ts';

/** Every format there is. Of two that are equally sure, the first counts. */
export const formats: Format[] = [
  digwatchHtml,
  digwatchText,
  googleMeet,
  wordTranscribe,
  webVtt,
  subRip,
  subViewer,
  subStationAlpha,
  timedText,
  sami,
  chatTranscript,
  elan,
  exmaralda,
  textGrid,
  transcriber,
  unTranscriptJson,
  unTranscriptText,
  unVerbatim,
  interchange,
  whisperJson,
  assemblyAiJson,
  deepgramJson,
  awsJson,
  azureJson,
  azureFastJson,
  videoIndexerJson,
  elevenLabsJson,
  ibmJson,
  googleJson,
  revJson,
  sonioxJson,
  speechmaticsJson,
  youtubeJson,
  oTranscribe,
  meetingToolsJson,
  australiaHansard,
  bundestagXml,
  canadaHansard,
  europarlXml,
  parlaMint,
  hansardHtml,
  speechElements,
  w3cMinutesHtml,
  w3cMinutesText,
  ircLog,
  meetingNotes,
  transcriptTable,
  separatedValues,
  zoomChat,
  liveCaptions,
  transcriptHtml,
  plainText,
];

/** Reads the record as the format that recognises it most surely; `format` is its name, or null where none does. */
export function parseRecord(given: Source): Parsed & { format: string | null } {
  const source = { ...given, name: cut(safeLine(given.name), 250) };
  const unread = unreadKind(source.text);
  const refused = tooLong(source) ?? (unread === null ? null : `is ${unread}, which is not read`);
  const sure = refused === null ? surestOf(source) : [].values();
  const format = sure.next().value ?? null;
  if (format === null) {
    const why = refused ?? `${refusal(source)}; what is understood: ${formats.map(({ name }) => name).join(', ')}`;
    return { sessions: [], problems: [{ line: null, message: safeLine(`${source.name}: ${why}`) }], format };
  }
  const first = format.parse(source);
  // One that knows the layout and finds nobody in it may be wrong about it.
  for (const other of first.sessions.length === 0 && !format.isLastWord ? sure : []) {
    const parsed = other.parse(source);
    if (parsed.sessions.some(({ speakers }) => speakers.length > 0))
      return told(withAccount(parsed, source, other), source, other);
  }
  return told(withAccount(first, source, format), source, format);
}

/** As it is given to whoever asked: safe to show, with what is wrong in words. */
function told(parsed: Parsed, source: Source, format: Format): Parsed & { format: string } {
  const read = withShownPage(parsed.sessions, source, format).map((session) =>
    withSafeText({ ...session, title: safeLine(session.title) || fileTitle(source.name) }),
  );
  const problems = [
    ...parsed.problems,
    ...toldAsLeftOut(parsed.leftOut ?? []),
    ...notTold(parsed.sessions),
    ...read.flatMap((each) => each.problems),
  ].map(({ line, message }) => ({ line, message: cut(safeLine(message), 500) }));
  const more = problems.length - problemsShown;
  const rest = { line: null, message: `${source.name}: ${more} more problems of the same kinds` };
  return {
    sessions: read.map(({ session }) => session),
    problems: more > 0 ? [...problems.slice(0, problemsShown), rest] : problems,
    ...(parsed.leftOut && { leftOut: parsed.leftOut }),
    format: format.name,
  };
}

/** Of JSON, and of pages that are read section by section, what is not brought is told. */
function withAccount(parsed: Parsed, source: Source, { name }: Format): Parsed {
  if (source.text.length > longestAccount || parsed.sessions.length === 0) return parsed;
  const json = readJson(source);
  const leftOut = parsed.leftOut ?? [];
  if (json !== null) return { ...parsed, leftOut: [...leftOut, ...untoldIn(json, parsed.sessions, leftOut)] };
  // Those of dig.watch account for what stands around their sections, not for each line in them.
  if (parsed.leftOut !== undefined && !name.startsWith('dig.watch')) return parsed;
  const lines =
    name === digwatchHtml.name
      ? [/<title>([^<]{0,300})/i.exec(source.text)?.[1] ?? '', ...(shownText(source.text) ?? '').split(blockEnd)]
      : source.text.split('\n');
  const told = leftOut.filter(({ why }) => why !== null);
  const unread = unreadIn(lines, parsed.sessions, told);
  // Lines of a page are not those of its text.
  const placed = name === digwatchHtml.name ? unread.map((part) => ({ ...part, line: null })) : unread;
  return { ...parsed, leftOut: [...told, ...placed] };
}

/** Longer ones are made by programs, whose fields are known from shorter ones. */
const longestAccount = 20_000_000;

const bySurest = formats.toSorted((one, other) => (other.mostSure ?? 1) - (one.mostSure ?? 1));

/**
 * Those that recognise it, the surest first; one that cannot be the next is not asked. What is JSON or XML is no running
 * text, although it may hold sentences.
 */
function* surestOf(source: Source): Generator<Format> {
  const writtenIn = readJson(source) !== null ? 'JSON' : xmlRoot(source.text) !== null ? 'XML' : null;
  const left = bySurest.filter((format) => writtenIn === null || format.writtenIn?.includes(writtenIn));
  const found: { format: Format; sure: number }[] = [];
  while (left.length > 0 || found.length > 0) {
    const [next] = left;
    const [surest] =
      found.length < 2
        ? found
        : found.toSorted(
            (one, other) => other.sure - one.sure || formats.indexOf(one.format) - formats.indexOf(other.format),
          );
    if (next && (next.mostSure ?? 1) >= (surest?.sure ?? 0)) {
      left.shift();
      const sure = next.recognise(source);
      if (sure > 0) found.push({ format: next, sure });
    } else if (surest) {
      found.splice(found.indexOf(surest), 1);
      yield surest.format;
    }
  }
}

function tooLong({ text }: Source): string | null {
  if (text.length <= longestPage || !/^\s{0,1000}</.test(text)) return null;
  const [given, most] = [Math.round(text.length / 1e6), longestPage / 1e6];
  return `is a page of ${given} million characters, and at most ${most} million can be read; save its parts one by one`;
}

/** Why no format takes it, by what it is. */
function refusal(source: Source): string {
  const json = readJson(source);
  if (json !== null && 'problem' in json) return `is ${json.problem}; save it again`;
  if (json?.isMended)
    return 'is JSON with NaN or Infinity in it, which JSON does not have (they were taken for null), in no layout known here';
  if (json !== null) return 'is JSON in no layout known here';
  const root = xmlRoot(source.text);
  if (root !== null) return `is XML of a kind that is not read here (<${root.slice(0, 60)}>)`;
  return source.text.trim() === '' ? 'is empty' : 'is in no layout known here';
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
