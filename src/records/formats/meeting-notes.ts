/**
 * Notes of meetings in Markdown, as TC39, IETF and W3C groups take them: `ABC: words` in paragraphs under headings.
 * Initials are expanded from a table of the file, or from `Presenter: Full Name (ABC)`, and never guessed.
 * Headings, lists, links, summaries and conclusions are nobody's speech.
 */
import { notRead, type Format, type LeftOut, type Parsed, type Source } from './format.ts';
import { looksLikeName, readLabel } from './labels.ts';
import {
  addPerson,
  isInitials,
  nobody,
  readPeople,
  readTightLabel,
  trustLabels,
  withoutRemark,
  type Paragraph,
  type Person,
} from './meeting-labels.ts';
import { decodeEntities, withoutEscapes, withoutNoteMarks } from './safe-text.ts';
import { byRecord, recordMark } from './record-findings.ts';
import { dayIn, sessionDraft } from './session-draft.ts';
import { readApart, sessionHeadings, type SessionStarts } from './several-sessions.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns } from './turns.ts';
import { pageOf, withoutFrontMatter } from './preamble.ts';
import type { Finding, FindingKind, Problem } from '../../session.ts';

export const meetingNotes: Format = {
  name: 'meeting notes',
  example:
    '# Harbour group\n\n**Attendees:** Ana Lind (AL), Ben Sen (BS)\n\nAL: We begin.\n\nBS: Yes.\n\nAL: With the boats.',
  recognise({ text }) {
    const head = text.slice(0, 60_000);
    if (/^\s*[<{]/.test(head) && !head.trimStart().startsWith('<!--')) return 0;
    const lines = head.split('\n');
    const headings = lines.filter((line) => headingLine.test(line));
    const isMeeting =
      headings.some(
        (line) =>
          /\b(?:meeting|minutes|agenda|attendees|participants|plenary|session notes|telecon)\b|\bconclusion\/resolution\b/i.test(
            line,
          ) ||
          (/\bnotes\b/i.test(line) && dayIn(line) !== null),
      ) ||
      lines.some((line) =>
        /^\W*(?:(?:remote|in-person) )?(?:attendees|scribes?|minutes?[ -]?takers?|note[ -]?takers?|present)\W*:/i.test(
          line.trim(),
        ),
      );
    if (!isMeeting || headings.length === 0) return 0;
    // Google Meet's transcripts have times for headings.
    if (headings.some((line) => /^#{1,6}\s+\d{1,2}:\d\d(?::\d\d)?\s*$/.test(line))) return 0.2;
    const { paragraphs, trusted } = read(head);
    const labelled = paragraphs.filter((paragraph) => trusted.has(paragraph.label ?? '')).length;
    return labelled < 3 ? 0 : labelled > paragraphs.length / 4 ? 0.8 : 0.3;
  },
  parse: (source) => readApart(source, parse, meetingsIn(source.text)),
};

/** Initials that one list of people tells are those of all that is under it, which is one meeting's. */
function meetingsIn(text: string): SessionStarts {
  const found = sessionHeadings(text);
  const lines = text.split('\n');
  const lists = [...lines.keys()].filter((at) => isPeople.test(lines[at]!.trim()));
  const parts = found.starts.map(({ line }, at) => ({ from: line, to: found.starts[at + 1]?.line ?? lines.length }));
  const isOwn = parts.every(({ from, to }) => lists.some((at) => at >= from && at < to));
  return lists.length === 0 || isOwn ? found : { starts: [], unsure: [] };
}

const isPeople = /^\W*(?:(?:remote|in-person) )?(?:attendees|attendance|participants|present)\b/i;

function parse(source: Source): Parsed {
  const front = withoutFrontMatter(source.text);
  const { paragraphs, trusted, people, title, dated, leftOut } = read(front.text);
  const problems: Problem[] = [];
  const utterances: Utterance[] = [];
  const findings: Finding[] = [];
  let points = 0;
  /** Whose words the line before was: null for nobody known, undefined where it was no speech. */
  let speaker: string | null | undefined;
  /** The line before was somebody's words, which a line right under it goes on with. */
  let open = false;
  let before = '';
  for (const { label, text, words, line, report, section, item, continued, follows } of paragraphs) {
    const spokenBy = label === null ? undefined : trusted.get(label);
    // "Participants" over speech drops nothing, but what stands right under it is a list.
    if (section !== before && report) speaker = undefined;
    before = section;
    const kind = recordKind(section, label);
    if (kind !== null && (item || spokenBy === undefined)) {
      // "* ABC: will write it down" under a summary tells of a task.
      findings.push(byRecord(kind, text, section));
      speaker = undefined;
      open = false;
    } else if (report && item) {
      leftOut.push({ line, text, why: 'lists under headings of the notes' });
      speaker = undefined;
      open = false;
    } else if (spokenBy !== undefined) {
      speaker = spokenBy;
      open = true;
      if (isLinkOnly(words)) leftOut.push({ line, text, why: null });
      else
        utterances.push({
          speaker: people.get(speaker)?.name ?? speaker,
          writtenAs: label!,
          text: words,
          seconds: null,
          line,
        });
    } else if ((continued || (follows && open)) && !nobody.test(label ?? '')) {
      if (speaker === undefined) leftOut.push({ line, text, why: 'lines that go on with what is no speech' });
      else
        utterances.push({
          speaker: speaker === null ? null : (people.get(speaker)?.name ?? speaker),
          text: text.replace(/^(?:…|\.{3})\s*/, ''),
          seconds: null,
          line,
        });
    } else if (
      (!report || speaker !== undefined) &&
      (!item || label !== null) &&
      isSpeech(text) &&
      !nobody.test(label ?? '')
    ) {
      // It may go on with the words before it or be the chair's; a wrong name is worse than none.
      utterances.push({ speaker: null, text, seconds: null, line, newVoice: true });
      speaker = null;
      open = true;
    } else {
      // After a heading or a link somebody may go on with "…"; after a new point or a line about a decision nobody does.
      if (item || label !== null) speaker = undefined;
      open = false;
      if (item && !report && !isLinkOnly(text)) {
        points += 1;
        leftOut.push({ line, text, why: null });
      } else
        leftOut.push({
          line,
          text,
          why: report
            ? 'what stands above the first heading or under one of the notes'
            : 'lines of the notes that nobody said',
        });
    }
  }
  const { turns, speakers } = gatherTurns(utterances);
  if (speakers.length === 0) return notRead(source, 'these notes name nobody who spoke');
  if (points > 0)
    problems.push({
      line: null,
      message: `${points === 1 ? 'One point of a list names' : `${points} points of lists name`} nobody; left out`,
    });
  const byName = new Map([...people.values()].map((person) => [person.name, person]));
  const session = sessionDraft(source, {
    kind: 'notes',
    turns,
    speakers: speakers.map((known) => ({ ...known, affiliation: byName.get(known.name)?.affiliation ?? null })),
    findings,
    title: front.facts.title || title,
    date: front.facts.date ?? dated,
    page: pageOf(front.facts),
  });
  return { sessions: [session], problems, leftOut: [...front.leftOut, ...leftOut] };
}

interface Notes {
  paragraphs: Paragraph[];
  /** From a label as written to its usual spelling. */
  trusted: Map<string, string>;
  /** By the usual spelling of the initials. */
  people: Map<string, Person>;
  title: string;
  dated: string | null;
  leftOut: LeftOut[];
}

function read(text: string): Notes {
  const paragraphs: Paragraph[] = [];
  const people = new Map<string, Person>();
  const headings: string[] = [];
  const above: string[] = [];
  let boldTitle = '';
  const leftOut: LeftOut[] = [];
  /** Words of the names in a list of who was there. */
  const present = new Set<string>();
  let listing = false;
  let reportDepth = 0;
  let section = '';
  let columns: number[] | null = null;
  let inComment = false;
  let inCode = false;
  let follows = false;
  for (const [index, raw] of text.split('\n').entries()) {
    // Cells of a table part at what is not escaped.
    const line = raw.trimStart().startsWith('|')
      ? raw.trim()
      : decodeEntities(withoutEscapes(withoutNoteMarks(raw.trim())));
    const heading = headingLine.exec(line);
    const isAfterWords = follows;
    follows = false;
    if (line.startsWith('```')) inCode = !inCode;
    if (inCode || line.startsWith('```')) {
      leftOut.push({ line: index + 1, text: line, why: 'code' });
      continue;
    }
    if (line.startsWith('<!--')) inComment = true;
    if (inComment) {
      leftOut.push({ line: index + 1, text: line, why: null });
      inComment = !line.includes('-->');
      continue;
    }
    if (!line.startsWith('|')) columns = null;
    if (heading) {
      const depth = heading[1]!.length;
      if (headings.length > 0 || boldTitle !== '') leftOut.push({ line: index + 1, text: line, why: 'headings' });

      headings.push(heading[2]!);
      listing = presentHeading.test(heading[2]!);
      // The title may well be "Agenda and minutes".
      if (reportDepth === 0 || depth <= reportDepth)
        reportDepth = headings.length > 1 && isReportHeading(heading[2]!) ? depth : 0;
      section = reportDepth === depth ? heading[2]!.replace(/^\W+|\W+$/g, '') : reportDepth === 0 ? '' : section;
    } else if (line.startsWith('|')) {
      columns = readPeople(line, columns, people);
      leftOut.push({ line: index + 1, text: line, why: columns === null ? 'tables' : null });
    } else if (/^(?:[-=_*]{3,}|\\?\[[^\]]{0,100}\]|\([^)]{0,200}\)|::.{0,300}::)$/.test(line)) {
      leftOut.push({
        line: index + 1,
        text: line,
        why: /\p{L}/u.test(line) ? 'remarks of the record in brackets' : null,
      });
    } else if (line !== '') {
      if (headings.length === 0 && above.length === 0) boldTitle = /^\*\*([^*:]{3,150})\*\*$/.exec(line)?.[1] ?? '';
      if (headings.length < 2) above.push(line);
      if (presentHeading.test(line.split(':')[0]!) || (listing && line.length < 80)) {
        for (const [word] of line.matchAll(/\p{Lu}[\p{L}'’-]+/gu)) present.add(word.toLowerCase());
        for (const name of line.split(/[^\p{L}\p{M}.'’ -]/u)) {
          const words = name.split(' ').filter((word) => /^\p{L}/u.test(word));
          if (words.length > 1 && words.length < 5)
            present.add(
              words
                .map((word) => word[0])
                .join('')
                .toLowerCase(),
            );
        }
        for (const [, name, initials] of line.matchAll(personWithInitials))
          addPerson(people, initials!, { name: name!.trim(), affiliation: null });
      }
      const listed = [...line.matchAll(personWithInitials)];
      if (
        listed.length > 0 &&
        line
          .replace(personWithInitials, '')
          .replace(/^[^:]{0,40}:/, '')
          .replace(/\b(?:and|&)\b|[\s,;.()*_•–-]/g, '') === ''
      ) {
        for (const [, name, initials] of listed)
          addPerson(people, initials!, { name: name!.trim(), affiliation: null });
        leftOut.push({ line: index + 1, text: line, why: null });
        continue;
      }
      const presenter = /^(?:\*\*)?(?:presenters?|champions?|chairs?|scribes?)(?:\*\*)?\s*:/i.test(line);
      if (presenter)
        for (const [, name, initials] of line.matchAll(personWithInitials))
          addPerson(people, initials!, { name: name!.trim(), affiliation: null });
      if ((presenter || factLine.test(line.replace(/^[-*+•]\s+/, ''))) && !/[.?!]$/.test(line)) {
        leftOut.push({ line: index + 1, text: line, why: null });
        continue;
      }
      const item = /^(?:[-*+•]|\d{1,3}[.)])\s+(.*)$/s.exec(line);
      const content = (item?.[1] ?? line).replace(/^\*\*([^*]{1,80}?):?\*\*:?\s/, '$1: ').replace(/^\?{1,3}:\s+/, '');
      const labelled = readLabel(content) ?? readTightLabel(content, people);
      const label = labelled ? withoutRemark(labelled.label) : null;
      if (labelled && label !== labelled.label)
        leftOut.push({ line: index + 1, text: labelled.label.slice(label!.length), why: null });
      const introduced = /^(\p{Lu}[\p{L}.'’ -]{2,60}?) \((\p{L}{2,4})\)$/u.exec(label ?? '');
      if (introduced) addPerson(people, introduced[2]!, { name: introduced[1]!, affiliation: null });
      follows = true;
      paragraphs.push({
        follows:
          isAfterWords && item === null && !(labelled && (looksLikeName(labelled.label) || isInitials(labelled.label))),
        label,
        words: labelled?.rest ?? content,
        text: content,
        line: index + 1,
        report: reportDepth > 0 || headings.length === 0,
        section: reportDepth > 0 ? section : '',
        item: item !== null,
        continued: /^(?:…|\.{3})/.test(content),
      });
    }
  }
  const title = (boldTitle || (headings[0] ?? '')).slice(0, 300).replace(/^\W+|\W+$/g, '');
  return {
    paragraphs,
    trusted: trustLabels(paragraphs, people, present),
    people,
    title,
    dated: dayIn([title, ...above, ...headings.slice(1)].join('\n')),
    leftOut,
  };
}

/** Some forget the blank after the marks. */
const headingLine = /^(#{1,6})(?:\s+|(?=\p{Lu}))(.*)$/su;
const personWithInitials = /([\p{Lu}\p{Lo}][\p{L}.'’ -]{1,60}?)\s*\((\p{Lu}{2,4})\)/gu;
const reportHeading = new RegExp(
  String.raw`\b(?:summary|summaries|conclusions?|key points|agenda|attendees|participants|present|action items|actions|` +
    String.raw`resolutions?|decisions|references|links|contents|next steps|minutes?[ -]?takers?|note[ -]?takers?)\b`,
  'i',
);
/** Whether a heading says that what is under it is a report: all its words do. "Agenda item 3" stands over speech. */
function isReportHeading(heading: string): boolean {
  const words = heading.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  return reportHeading.test(heading) && words.every((word) => reportWords.has(word));
}

const reportWords = new Set(
  (
    'summary summaries conclusion conclusions key points agenda attendees participants present attendance action actions ' +
    'item items resolution resolutions decision decisions references reference ' +
    'links contents table next steps minute minutes note taker takers notetaker notetakers minutetaker minutetakers of the ' +
    "and for in meeting final main overall speaker speaker’s speaker's speakers’ list remote " +
    'person to do proposed draft day today’s todays further outcome outcomes takeaways'
  ).split(' '),
);

/** What the record itself tells under such a heading, or after such a label: a decision, a summary, a task. */
function recordKind(section: string, label: string | null): FindingKind | null {
  const marked = label === null ? null : recordMark(label);
  if (marked !== null) return marked;
  if (/\b(?:conclusions?|resolutions?|decisions?|outcomes?)\b/i.test(section)) return 'decision';
  if (/\b(?:summary|summaries|key points|takeaways)\b/i.test(section)) return 'summary';
  return /\b(?:action items?|actions|next steps)\b/i.test(section) ? 'action item' : null;
}

const presentHeading = /^\W*(?:attendees|participants|present|attendance|in attendance)\b/i;
const factLine = new RegExp(
  String.raw`^(?:\*\*)?(?:chairs?|scribes?|minutes?[ -]?takers?|note[ -]?takers?|secretar(?:y|ies)|recordings?|materials?|date|` +
    String.raw`time|location|zoom link|link|slides?|present|regrets|attendees|agenda|jabber|notes?)\b[^:]{0,20}:`,
  'i',
);

function isLinkOnly(text: string): boolean {
  return (
    text === '' ||
    /^(?:\*?\[[^\]]{0,200}\]\([^)\s]{0,2000}\)\s*)+$/.test(text) ||
    /^(?:->\s*)?https?:\/\/\S+$/.test(text)
  );
}

/** Whether an unlabelled paragraph could be words spoken: it ends as a sentence does, and is more than a link. */
function isSpeech(text: string): boolean {
  return /[.?!…]["”’)]?$/.test(text) && !/^(?:->|\[|https?:|!\[|\(|_.*_$)/.test(text) && text.split(' ').length > 1;
}
