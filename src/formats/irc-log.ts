/**
 * The IRC log of a W3C meeting, `[2024-01-02T17:01:56.776Z]<TAB><nick><TAB>text`: a scribe, often a bot, writes
 * `Name: words` for who speaks; everything else is chat and commands, and is nobody's speech.
 */
import type { Format, Parsed, Problem, Source } from './format.ts';
import { readLabel } from './labels.ts';
import { dayIn, sessionDraft } from './session-draft.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns, withoutUnderscores } from './turns.ts';

export const ircLog: Format = {
  name: 'IRC log',
  recognise({ text }) {
    const lines = text.slice(0, 40_000).split('\n').filter((line) => line.trim() !== '').slice(0, 200);
    const messages = lines.filter((line) => readMessage(line) !== null).length;
    return messages > 2 && messages > lines.length * 0.8 ? 0.9 : 0;
  },
  parse,
};

function parse(source: Source): Parsed {
  const scribes = new Set<string>();
  const utterances: Utterance[] = [];
  let title = '';
  let speaker: string | null = null;
  let chat = 0;
  for (const [index, line] of source.text.split('\n').entries()) {
    const message = readMessage(line);
    if (!message) continue;
    const { nick, text } = message;
    const appointed = /^(?:scribe\+|scribe(?:nick)?:)\s*(\S*)/i.exec(text);
    const labelled = readLabel(text);
    if (appointed) {
      scribes.add((appointed[1] || nick).toLowerCase());
    } else if (/^(?:meeting|title):\s/i.test(text)) {
      title = text.slice(text.indexOf(':') + 1).trim();
    } else if (isCommand(text)) {
      continue;
    } else if (scribes.has(nick.toLowerCase()) && labelled && !/^https?:/.test(labelled.rest)) {
      speaker = labelled.label;
      utterances.push({ speaker: withoutUnderscores(speaker), writtenAs: speaker, text: labelled.rest, seconds: null, line: index + 1 });
    } else if (scribes.has(nick.toLowerCase()) && speaker !== null && /^(?:…|\.\.\.)/.test(text)) {
      utterances.push({ speaker: withoutUnderscores(speaker), text: text.replace(/^(?:…|\.{3})\s*/, ''), seconds: null, line: index + 1 });
    } else {
      chat += 1;
    }
  }
  const problems: Problem[] = [];
  const { turns, speakers } = gatherTurns(utterances);
  if (turns.length === 0) return { sessions: [], problems: [{ line: null, message: `${source.name}: no scribe wrote down who said what; chat alone is not speech` }] };
  if (chat > 0) problems.push({ line: null, message: `${chat === 1 ? 'One line is' : `${chat} lines are`} chat, not speech; left out` });
  problems.push({ line: null, message: 'Its times are of the clock, not of a recording; left out' });
  const session = sessionDraft(source, {
    // A scribe that is a bot writes every word down; a person takes notes.
    kind: scribes.has('transcriber') ? 'automatic transcript' : 'notes',
    turns,
    speakers,
    title: /\s/.test(title) ? title : '',
    date: dayIn(source.text.slice(0, 200)),
  });
  return { sessions: [session], problems };
}

function readMessage(line: string): { nick: string; text: string } | null {
  const match = /^\[?(?:\d{4}-\d\d-\d\dT)?\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?\]?\s+<([^>\s]{1,200})>\s?(.*)$/.exec(line);
  return match ? { nick: match[1]!, text: match[2]!.trim() } : null;
}

function isCommand(text: string): boolean {
  return /^(?:present[+-]|regrets[+-]?|q[+-]|q\?|queue|vqueue|ack\b|zakim|rrsagent|agenda[+:?]|topic:|subtopic:|chair[+:s]|date:|action:|issue:|resolution:|resolved:|proposal:|\+1|-1|[-+]0|s\/|i\/|\/me\b)/i.test(text);
}
