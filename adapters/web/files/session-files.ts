/** A session at its address as text, Markdown, captions or JSON. */
import { secondsAt } from '../../../src/answering/quotes/quote.ts';
import { titleAndDay } from '../../../src/chat/quote-view.ts';
import { shownSpeaker } from '../../../src/people/unnamed.ts';
import type { Session } from '../../../src/session.ts';
import { splitIntoSentences } from '../../../src/words/sentences.ts';
import { formatTime } from '../../../src/words/timestamp.ts';

export interface SessionFile {
  type: string;
  /** Null where the session has not what the kind needs. */
  write: (session: Session) => string | null;
}

export const sessionFiles: { [ending: string]: SessionFile } = {
  txt: { type: 'text/plain; charset=utf-8', write: asText },
  md: { type: 'text/markdown; charset=utf-8', write: asMarkdown },
  vtt: { type: 'text/vtt; charset=utf-8', write: asCaptions },
  json: { type: 'application/json; charset=utf-8', write: (session) => `${JSON.stringify(session, null, 2)}\n` },
};

function asText(session: Session): string {
  const turns = session.turns.map((turn, at) => `${at + 1}. ${headOf(turn)}\n${turn.text}`);
  return `${[titleAndDay(session), ...turns].join('\n\n')}\n`;
}

function asMarkdown(session: Session): string {
  const turns = session.turns.map((turn, at) => `**${at + 1}. ${plain(headOf(turn))}**\n\n${plain(turn.text)}`);
  return `${[`# ${plain(titleAndDay(session))}`, ...turns].join('\n\n')}\n`;
}

/** Words of a record are no markup. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~&]/gu, String.raw`\$&`);
}

function headOf(turn: Session['turns'][number]): string {
  const seconds = secondsAt(turn, 0);
  return `${shownSpeaker(turn)}${seconds === null ? '' : ` (${formatTime(seconds)})`}`;
}

/** A cue for what is known to begin at one time, to where the next begins. */
function asCaptions(session: Session): string | null {
  const cues = session.turns.flatMap((turn) =>
    splitIntoSentences(turn).flatMap(({ start, end, seconds }) =>
      seconds === null ? [] : [{ seconds, voice: shownSpeaker(turn), text: turn.text.slice(start, end) }],
    ),
  );
  if (cues.length === 0) return null;
  const byTime = [...Map.groupBy(cues, ({ seconds }) => seconds)].toSorted(([one], [other]) => one - other);
  const written = byTime.map(([seconds, together], at) => {
    const end = byTime[at + 1]?.[0] ?? seconds + lastCue;
    const lines = together.map(({ voice, text }) => `<v ${escaped(voice)}>${escaped(text)}</v>`);
    return `${captionTime(seconds)} --> ${captionTime(end)}\n${lines.join('\n')}`;
  });
  return `WEBVTT\n\n${written.join('\n\n')}\n`;
}

/** In seconds. */
const lastCue = 5;

function captionTime(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const part = (value: number, digits: number) => String(value).padStart(digits, '0');
  const [hours, minutes] = [Math.floor(milliseconds / 3_600_000), Math.floor(milliseconds / 60_000) % 60];
  return `${part(hours, 2)}:${part(minutes, 2)}:${part(Math.floor(milliseconds / 1000) % 60, 2)}.${part(milliseconds % 1000, 3)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/\s+/gu, ' ');
}
