/**
 * Minutes of W3C groups as plain text, as mailed or copied from the page scribe.perl makes: who was there, contents, then
 * `Name: words` under headings, with "…" where the same person goes on. Chat (`<nick> text`) is not speech.
 */
import { notRead, type Format, type LeftOut, type Parsed, type Source } from './format.ts';
import { looksLikeName, trustedLabels, type Labelled } from './labels.ts';
import { dayIn, sessionDraft } from './session-draft.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns, withoutUnderscores } from './turns.ts';
import { minutesProblems, readNickLabel, withAffiliations } from './w3c-minutes.ts';
import { isScribeCommand } from './w3c-minutes-html.ts';
import { recordFinding } from './record-findings.ts';
import type { Finding } from '../../session.ts';

export const w3cMinutesText: Format = {
  name: 'W3C minutes (text)',
  example:
    'Kites WG\n04 March 2025\nAttendees\nPresent\nAna, Ben\nScribe\nBen\nContents\nMeeting minutes\nAna: We begin.\nBen: Yes.\nAna: With the boats.',
  recognise({ text }) {
    const head = text.slice(0, 60_000);
    if (/^\s*(?:[<{#]|WEBVTT)/.test(head)) return 0;
    const signs = new Set(
      head.split('\n').flatMap((line) => sign.exec(line.trim().slice(0, 200))?.[0].toLowerCase() ?? []),
    );
    if (signs.size < 4) return 0;
    return readMinutes(head).body.filter(({ labelled }) => labelled !== null).length < 2 ? 0 : 0.85;
  },
  parse,
};

const sign =
  /^(?:Attendees|Present|Regrets|Chairs?|Scribes?|Contents|Meeting minutes|\[End of minutes\])(?=:|$)|\bIRC log\b|\bscribe\.perl\b/i;

function parse(source: Source): Parsed {
  const { body, header, present, isRobot, leftOut, from } = readMinutes(source.text);
  const findings: Finding[] = [];
  const leave = (line: number, text: string, why: string | null) => leftOut.push({ line, text, why });
  const trusted = trustedLabels(
    body.flatMap(({ labelled }) => labelled?.label ?? []),
    body.length,
  );
  const isThere = (label: string) =>
    present.has(label.toLowerCase()) || present.has(label.toLowerCase().replaceAll(' ', '_').split('_')[0]!);
  const utterances: Utterance[] = [];
  let speaker: string | null = null;
  let chat = 0;
  let unnamed = 0;
  for (const { text, labelled, line, isChat, isCommand } of body) {
    const continued = /^(?:…|\.{3})\s*/.exec(text);
    // A line that goes on in small letters with a sentence that has not ended is of the same person.
    const isOpen = !/[.?!:…]["”’)]?$/u.test(utterances.at(-1)?.text ?? '.');
    if (isChat) {
      chat += 1;
      leave(line, text, null);
    } else if (
      labelled !== null &&
      (isThere(labelled.label) || trusted.has(labelled.label) || looksLikeName(labelled.label))
    ) {
      speaker = labelled.label;
      if (!/^https?:\/\/\S+$/.test(labelled.rest))
        utterances.push({
          speaker: withoutUnderscores(speaker),
          writtenAs: speaker,
          text: labelled.rest,
          seconds: null,
          line,
        });
    } else if ((continued || (/^\p{Ll}/u.test(text) && isOpen && labelled === null && !isCommand)) && speaker !== null)
      utterances.push({
        speaker: withoutUnderscores(speaker),
        writtenAs: speaker,
        text: text.slice(continued?.[0].length ?? 0),
        seconds: null,
        line,
      });
    else if (isCommand) {
      speaker = null;
      const finding = recordFinding(text);
      if (finding) findings.push(finding);
      else leave(line, text, null);
    } else if (continued || /[.?!]$/.test(text)) {
      // What a scribe tells without a name is nobody's, and so is what goes on with it.
      unnamed += 1;
      speaker = null;
      leave(line, text, null);
    } else leave(line, text, 'headings');
  }
  const { turns, speakers } = gatherTurns(utterances);
  if (turns.length === 0) return notRead(source, 'these minutes name nobody who spoke');
  const problems = minutesProblems({ chat, unnamed });
  const dated = header.findIndex((line) => dayIn(line) !== null && line.length < 60);
  const titles = header
    .slice(0, dated < 0 ? 5 : dated)
    .filter((line) => !/^(?:\[?W3C\]?|[–—-]*\s*DRAFT\s*[–—-]*|https?:.*)$/i.test(line));
  const session = sessionDraft(source, {
    kind: isRobot ? 'automatic transcript' : 'notes',
    turns,
    speakers: withAffiliations(speakers, from),
    findings,
    // Mail programs break a long title.
    title:
      titles.join(' ').slice(0, 300) ||
      (dated < 0 ? '' : header[dated]!.replace(/[\s,–—-]{0,5}\d{1,2} [A-Z][a-z]{2,8} \d{4}$/, '')),
    date: dated < 0 ? null : dayIn(header[dated]!),
  });
  return { sessions: [session], problems, leftOut };
}

interface Paragraph {
  text: string;
  labelled: Labelled | null;
  isChat: boolean;
  /** Of an action or a decision, which nobody says. */
  isCommand: boolean;
  /** Counted from 1. */
  line: number;
}

interface Minutes {
  body: Paragraph[];
  /** Lines above the list of who was there. */
  header: string[];
  /** In small letters: who is listed or wrote, and the first words of their names. */
  present: Set<string>;
  /** A program wrote down who said what. */
  isRobot: boolean;
  leftOut: LeftOut[];
  /** Where people are from, by their names in small letters. */
  from: Map<string, string>;
}

function readMinutes(text: string): Minutes {
  const lines = text.split('\n');
  // Text made of a page lists its links at the end and marks them in the words.
  const hasLinks = lines.some((line) => /^\s*\[\d{1,3}\] (?:https?|mailto):/.test(line));
  const clean = (line: string) => (hasLinks ? line.replace(/\[\d{1,3}\](?=\S)/g, '') : line).trim();
  const header: string[] = [];
  const present = new Set<string>();
  const body: Paragraph[] = [];
  const from = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  let part: 'header' | 'people' | 'contents' | 'body' = 'header';
  let isRobot = false;
  let isScribe = false;
  let follows = '';
  /** Blank lines stand between paragraphs. */
  const isSpaced = lines.filter((line) => line.trim() === '').length > lines.length / 5;
  const hasHeading = lines.some((line) => /^\s*Meeting minutes\s*$/.test(line));
  for (const [index, raw] of lines.entries()) {
    const line = clean(raw);
    const before = follows;
    follows = '';
    if (line === '' || /^\[\d{1,3}\] \S+$/.test(raw.trim())) {
      leftOut.push({ line: index + 1, text: line, why: null });
      continue;
    }
    if (part !== 'body') {
      if (/^_{5,}$/.test(line) || /^Meeting minutes$/.test(line)) part = part === 'header' ? part : 'body';
      else if (/^Contents$/.test(line)) part = 'contents';
      else if (/^(?:Attendees|(?:Present|Regrets|Chairs?|Scribes?)(?:\s*:.*)?)$/.test(line)) part = 'people';
      else if (part === 'header') header.push(line);
      // Without a rule or a heading the words begin after the last point of the contents.
      else if (
        part === 'contents' &&
        !hasHeading &&
        !/^(?:\d{1,2}\.|[*+o•-])\s/.test(line) &&
        lines[index - 1]?.trim() === ''
      )
        part = 'body';
      if (part === 'people') {
        isScribe = /^Scribes?/.test(line) || (isScribe && !/^(?:Present|Regrets|Chairs?)/.test(line));
        isRobot ||= isScribe && /\brobot\b|\btranscriber\b/i.test(line);
        for (const [name] of line.matchAll(/[\p{L}\p{N}_'’-]+/gu))
          for (const each of [name, name.split('_')[0]!]) present.add(each.toLowerCase());
      }
      if (part !== 'body' || /^_{5,}$/.test(line)) {
        leftOut.push({ line: index + 1, text: line, why: null });
        continue;
      }
    }
    if (
      /^(?:Summary of (?:action items|resolutions|issues)|\[End of minutes\]|Minutes (?:manually created|formatted by)|Diagnostics?:?)/i.test(
        line,
      )
    ) {
      leftOut.push({ line: index + 1, text: lines.slice(index).join('\n'), why: null });
      break;
    }
    const chat = /^<([^<>\s]{1,60})>(?:\s|$)/.exec(line);
    if (chat) for (const each of [chat[1]!, chat[1]!.split('_')[0]!]) present.add(each.toLowerCase());
    const label = chat ? null : readNickLabel(line, from);
    const isCommand = label !== null && isScribeCommand(label.label) && (before === '' || /^\p{Lu}/u.test(line));
    const labelled = label !== null && !isCommand && label.label.split(/\s+/).length <= 4 ? label : null;
    // A line that mail has broken goes on with the one before; a heading stands alone.
    const isFull = before.length + line.split(' ')[0]!.length >= 66;
    const isOwn =
      chat ||
      isCommand ||
      /^(?:…|\.{3})/.test(line) ||
      (labelled && (present.has(labelled.label.toLowerCase()) || (!isFull && looksLikeName(labelled.label))));
    const last = body.at(-1);
    if (last && before !== '' && !isOwn && (isSpaced || isFull)) {
      last.text = `${last.text} ${line}`;
      if (last.labelled) last.labelled = { ...last.labelled, rest: `${last.labelled.rest} ${line}` };
    } else body.push({ text: line, labelled, isChat: chat !== null, isCommand, line: index + 1 });
    follows = raw.trimEnd();
  }
  return { body, header, present, isRobot, leftOut, from };
}
