/**
 * The IRC log of a W3C meeting: `[2024-01-02T17:01:56.776Z]<TAB><nick><TAB>text`, `[Tue 11:06:19] <nick> text`, or
 * `17:01:56 [nick]` with the text behind or below it, as RRSAgent writes it, also as HTML. A scribe, often a bot, writes
 * `Name: words` for who speaks; everything else is chat and commands, and is nobody's speech. Where nobody was a scribe
 * and no call went on beside, the meeting was held in writing, and each line is its writer's.
 */
import { notRead, type Format, type LeftOut, type Parsed, type Source } from './format.ts';
import { minutesProblems, readNick, readNickLabel, withAffiliations } from './w3c-minutes.ts';
import { initialsIn } from './irc-initials.ts';
import { loadHtml, wordsIn } from './html.ts';
import { readLabel, trustedLabels, type Labelled } from './labels.ts';
import { dayIn, sessionDraft } from './session-draft.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns, withoutUnderscores } from './turns.ts';
import { withoutFrontMatter } from './preamble.ts';
import { byRecord, recordFinding } from './record-findings.ts';
import { readTime } from '../../words/timestamp.ts';
import type { Finding, Problem } from '../../session.ts';

export const ircLog: Format = {
  name: 'IRC log',
  example:
    '10:00:01 <ben> scribe: ana\n10:00:02 <ana> Ben: We begin.\n10:00:05 <ana> ... with the boats.\n10:00:09 <ana> Cyn: Yes.',
  recognise({ text }) {
    const all = linesIn(text.slice(0, 40_000))
      .map((line) => line.text)
      .filter((line) => line.trim() !== '');
    // A page of notes may stand over the log.
    const first = all.findIndex((line) => readMessage(line) !== null || isNotice(line));
    const lines = all.slice(all.length - first > 6 ? Math.max(first, 0) : 0).slice(0, 200);
    const messages = lines.flatMap((line) => readMessage(line) ?? []);
    const known = messages.length + lines.filter(isNotice).length;
    // Without times it may be any chat.
    const isLog =
      messages.length > 0 &&
      (messages.some(({ isTimed }) => isTimed) || messages.some(({ text: said }) => appoints.test(said)));
    return known > 2 && known > lines.length * 0.8 && isLog ? 0.9 : 0;
  },
  parse,
};

function parse(source: Source): Parsed {
  if (isInWriting(source.text)) return parseWritten(source);
  const { lines, title, chat, findings, leftOut, from, isWrittenByBot } = readLog(source.text);
  const utterances: Utterance[] = lines.map(({ speaker, writtenAs, label, text, line }) => ({
    speaker: speaker === null ? null : withoutUnderscores(speaker),
    ...(speaker === null ? label !== undefined && { label } : { writtenAs: writtenAs ?? speaker }),
    text,
    seconds: null,
    line,
    newVoice: speaker === null && !continues.test(text),
  }));
  const problems: Problem[] = [];
  const { turns, speakers } = gatherTurns(utterances);
  if (turns.length === 0) return notRead(source, 'no scribe wrote down who said what; chat alone is not speech');
  problems.push(...minutesProblems({ chat }));
  const session = sessionDraft(source, {
    // A scribe that is a bot writes every word down; a person takes notes.
    kind: isWrittenByBot ? 'automatic transcript' : 'notes',
    turns,
    speakers: withAffiliations(speakers, from),
    findings,
    title: /\s/.test(title) ? title : '',
    date: dayIn(source.text.slice(0, 200)),
  });
  return { sessions: [session], problems, leftOut };
}

/** Nobody was a scribe, and nothing tells of a call: no queue, no bot of minutes. */
function isInWriting(text: string): boolean {
  const messages = linesIn(text).flatMap(({ text: line }) => readMessage(line) ?? []);
  const ofCall = messages.some(
    ({ nick, text: said }) =>
      /^(?:zakim|rrsagent)/i.test(nick) ||
      bot.test(nick) ||
      appoints.test(said) ||
      /^(?:present|q|regrets)\+/i.test(said),
  );
  return !ofCall && scribeOf(messages) === null && new Set(messages.map(({ nick }) => nick.toLowerCase())).size > 1;
}

/** Each line is its writer's; a time is that of the day, but where the first is of the first minutes of a recording. */
function parseWritten(source: Source): Parsed {
  const leftOut: LeftOut[] = [];
  const findings: Finding[] = [];
  const utterances: Utterance[] = [];
  const front = withoutFrontMatter(source.text);
  leftOut.push(...front.leftOut);
  let { title } = front.facts;
  const all = linesIn(front.text);
  const carriers = carriersIn(all.flatMap(({ text }) => readMessage(text) ?? []));
  for (const { text, line } of all) {
    const message = readMessage(text);
    if (!message) {
      const why = isNotice(text) ? 'who came and went' : 'words around the log';
      if (text.trim() !== '') leftOut.push({ line, text: text.trim(), why });
      continue;
    }
    const carried = carriers.has(message.nick.toLowerCase()) ? carriedLine.exec(message.text)! : null;
    if (carried) leftOut.push({ line, text: message.nick, why: 'who carried it over from another chat' });
    const [nick, said, time] = [carried?.[1] ?? message.nick, carried?.[2] ?? message.text, message.time];
    const [, topic] = /^#(?:startmeeting|meetingname|topic)\s+(\S.*)$/i.exec(said) ?? [];
    const [, mark, noted] = /^#(agreed|accepted|action)\s+(\S.*)$/i.exec(said) ?? [];
    if (noted !== undefined) findings.push(byRecord(/^action/i.test(mark!) ? 'action item' : 'decision', noted, ''));
    else if (said.startsWith('#')) leftOut.push({ line, text: said, why: 'commands' });
    else {
      const seconds = time === null ? null : readTime(time);
      utterances.push({ speaker: withoutUnderscores(readNick(nick).nick), text: said, seconds, line });
    }
    if (topic !== undefined) title ||= topic;
  }
  const first = utterances.find(({ seconds }) => seconds !== null)?.seconds ?? 0;
  const { turns, speakers, problems } = gatherTurns(first < 5 * 60 ? utterances : utterances.map(byTheClock));
  if (turns.length === 0) return notRead(source, 'nobody says anything in it', { leftOut });
  const date =
    front.facts.date ??
    dayIn(source.text.slice(0, 2000).replace(/(\p{Lu}\p{Ll}{2} \d{1,2}) \d\d:\d\d:\d\d (\d{4})/gu, '$1 $2'));
  return {
    sessions: [sessionDraft(source, { kind: 'transcript', turns, speakers, findings, title, date })],
    problems: [
      ...problems,
      { line: null, message: 'Its lines were written, not spoken: each is shown as its writer’s' },
    ],
    leftOut,
  };
}

/** Programs that carry over what is written in another chat: `<bridge> <ana> words`, always. */
function carriersIn(messages: { nick: string; text: string }[]): Set<string> {
  const byNick = Map.groupBy(messages, ({ nick }) => nick.toLowerCase());
  const isCarrier = (each: { text: string }[]) => each.length > 1 && each.every(({ text }) => carriedLine.test(text));
  return new Set([...byNick].flatMap(([nick, each]) => (isCarrier(each) ? [nick] : [])));
}

const carriedLine = /^<([^<>\s]{1,60})> (.*)$/u;

/** `10:05`, read as ten minutes, and `10:05:33`. */
function byTheClock(utterance: Utterance): Utterance {
  const { seconds } = utterance;
  if (seconds === null) return utterance;
  const minutes = seconds < 24 * 60 ? seconds : Math.floor(seconds / 60);
  const pad = (part: number) => String(part).padStart(2, '0');
  return { ...utterance, seconds: null, clock: `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` };
}

interface Log {
  /** What scribes wrote down; a null speaker where they named nobody who was there. */
  lines: {
    speaker: string | null;
    /** Initials of the name. */
    writtenAs?: string;
    label?: string | undefined;
    text: string;
    line: number | null;
  }[];
  title: string;
  /** How many lines are chat. */
  chat: number;
  /** Resolutions, proposals and actions. */
  findings: Finding[];
  leftOut: LeftOut[];
  /** Where people are from, by their names in small letters. */
  from: Map<string, string>;
  isWrittenByBot: boolean;
}

function readLog(text: string): Log {
  const scribes = new Set<string>();
  const scribed: { labelled: Labelled | null; text: string; line: number | null; isBot: boolean }[] = [];
  /** Who wrote, or is said to be present, in small letters. */
  const there = new Set<string>();
  let title = '';
  let chat = 0;
  const findings: Finding[] = [];
  const from = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  const leave = (line: number | null, said: string) => leftOut.push({ line, text: said, why: null });
  const messages = linesIn(text).flatMap(({ text: raw, line }) => {
    const message = readMessage(raw);
    if (!message) {
      leave(line, raw);
      return [];
    }
    const { nick, affiliation } = readNick(message.nick);
    if (affiliation !== null) from.set(withoutUnderscores(nick).toLowerCase(), affiliation);
    return [{ ...message, nick, line }];
  });
  for (const { nick } of messages) if (bot.test(nick)) scribes.add(nick.toLowerCase());
  const initials = initialsIn(messages);
  const guessed = scribeOf(messages);
  if (guessed !== null) scribes.add(guessed);
  for (const message of messages) {
    const { nick, line } = message;
    leave(line, nick);
    // Some write "Ana:: words".
    const said = message.text.replace(/^([^\s:]{1,60})::(?=\s)/, '$1:');
    const appointed = appoints.exec(said);
    const isScribe = scribes.has(nick.toLowerCase());
    there.add(nick.toLowerCase());
    for (const [name] of /^present(?:\+:?|:)(.*)/i.exec(said)?.[1]?.matchAll(/[^\s,]+/g) ?? [])
      there.add(name.toLowerCase());
    const labelled = readNickLabel(said, from);
    if (appointed) {
      scribes.add((appointed[1] || nick).toLowerCase());
      leave(line, said);
    } else if (/^(?:meeting|title):\s/i.test(said)) {
      title = said.slice(said.indexOf(':') + 1).trim();
      leave(line, said);
    } else if (isCommand(said) || comesOrGoes.test(said)) {
      const finding = recordFinding(said);
      if (finding) findings.push(finding);
      else leave(line, said);
    } else if (isScribe && ((labelled && !/^https?:/.test(labelled.rest)) || continues.test(said)))
      scribed.push({ labelled: continues.test(said) ? null : labelled, text: said, line, isBot: bot.test(nick) });
    else {
      chat += 1;
      leave(line, said);
    }
  }
  const trusted = trustedLabels(
    scribed.flatMap(({ labelled }) => labelled?.label ?? []),
    scribed.length,
  );
  const wordsThere = new Set([...there].flatMap((name) => name.split(/[_\d().-]+/)));
  const isThere = (label: string) =>
    there.has(label.toLowerCase()) ||
    there.has(label.toLowerCase().replaceAll(' ', '_')) ||
    wordsThere.has(label.toLowerCase().split(/[_ ]/)[0]!);
  const counts = new Map<string, number>();
  for (const { labelled } of scribed)
    if (labelled) counts.set(labelled.label.toLowerCase(), (counts.get(labelled.label.toLowerCase()) ?? 0) + 1);
  const lines: Log['lines'] = [];
  let speaker: string | null | undefined;
  /** As written, of somebody who cannot be told. */
  let unknown: string | undefined;
  for (const { labelled, text: said, line, isBot } of scribed) {
    if (labelled) {
      const label = initials.get(labelled.label.toLowerCase()) ?? labelled.label;
      const isNamed =
        label !== labelled.label ||
        isBot ||
        isThere(labelled.label) ||
        (trusted.has(labelled.label) &&
          (counts.get(labelled.label.toLowerCase())! > 1 || /\S[\s_]\S/.test(labelled.label)));
      speaker = isNamed ? label : null;
      unknown = !isNamed && /^\p{Lu}{2,4}$/u.test(label) ? label : undefined;
      const writtenAs = labelled.label.replaceAll('_', ' ');
      const words = isNamed || unknown !== undefined ? labelled.rest : said;
      lines.push({ speaker, ...(label !== labelled.label && { writtenAs }), label: unknown, text: words, line });
    } else if (speaker !== undefined) {
      const isSame = speaker !== null || unknown !== undefined;
      lines.push({ speaker, label: unknown, text: isSame ? said.replace(continues, '') : said, line });
    } else {
      chat += 1;
      leave(line, said);
    }
  }
  return {
    lines,
    title,
    chat,
    findings,
    leftOut,
    from,
    isWrittenByBot: [...scribes].some((scribe) => bot.test(scribe)),
  };
}

const appoints = /^(?:scribe\+|scribe(?:nick)?:)\s*(\S*)/i;

/** Where nobody was appointed, whoever writes what others say, and "…" where they go on: in small letters; null for nobody. */
function scribeOf(messages: { nick: string; text: string }[]): string | null {
  if (messages.some(({ text }) => appoints.test(text))) return null;
  const counts = new Map<string, { continued: number; labels: Set<string> }>();
  for (const { nick, text } of messages) {
    const known = counts.get(nick.toLowerCase()) ?? { continued: 0, labels: new Set<string>() };
    counts.set(nick.toLowerCase(), known);
    const label = isCommand(text) ? null : readLabel(text);
    if (continues.test(text)) known.continued += 1;
    else if (label && label.label.toLowerCase() !== nick.toLowerCase()) known.labels.add(label.label.toLowerCase());
  }
  const [first, second] = [...counts].toSorted((one, other) => other[1].continued - one[1].continued);
  return first &&
    first[1].continued > 2 &&
    first[1].labels.size > 1 &&
    first[1].continued > (second?.[1].continued ?? 0) * 3
    ? first[0]
    : null;
}

/** A message a line; `line` is counted from 1, and null on a page. */
function linesIn(text: string): { text: string; line: number | null }[] {
  if (/^\s*</.test(text.slice(0, 500)) && /<dt\b/i.test(text)) {
    const $ = loadHtml(text);
    if (!$) return [];
    const lines = $('dt')
      .toArray()
      .map((element) => ({
        text: `${$(element).text().trim()} ${$(element).next('dd').text().replace(/\s+/g, ' ').trim()}`,
        line: null,
      }));
    $('dl, script, style').remove();
    const around = wordsIn($.root().children());
    return around === '' ? lines : [...lines, { text: around, line: null }];
  }
  const found: { text: string; line: number | null }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const last = found.at(-1);
    if (last && nickAlone.test(last.text) && line.trim() !== '' && !nickAlone.test(line))
      last.text = `${last.text.trimEnd()} ${line.trim()}`;
    else found.push({ text: line, line: index + 1 });
  }
  return found;
}

/** It writes every word down, whether somebody appointed it or not. */
const bot = /(?:^|_)transcriber$/i;

const comesOrGoes = /^\S{1,60} has (?:joined|left) [#&]\S/;

const continues = /^(?:…|\.{2,})\s*/;

const clock = String.raw`\[?(?:\d{4}-\d\d-\d\d[T ]|[A-Z][a-z]{2,8}\.? (?:\d{1,2} )?)?(?<time>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z?\]?`;
/** Some clients let a nick tell more: `alice (she/her, W3C)`. */
const more = String.raw`(?: [([][^<>]{1,80}[)\]])?`;
const messageLine = new RegExp(
  String.raw`^(?:${clock}\s+(?:< ?(?<timed>[^>\s]{1,200}${more})>|\[(?<marked>[^\]\s]{1,60}(?: \([^()\]]{1,80}\))?)\])|` +
    String.raw`\s{0,4}<(?<bare>[\w|.-]{1,60}${more})>)\s?(?<text>.*)$`,
);
const nickAlone = /^\d\d:\d\d:\d\d\s+\[[^\]\s]{1,60}\]\s*$/;
const noticeLine = new RegExp(
  `^${clock}\\s+(?:\\*{1,3}|-!-|-->|<--|=-=|--)(?:\\s|$)|^(?:---|\\*{4}) (?:Log|Day|BEGIN|ENDING)\\b`,
);
/** WeeChat: `2025-05-14 10:00:05<TAB>@ana<TAB>words`. */
const tabbedLine = /^\d{4}-\d\d-\d\d (?<time>\d\d:\d\d:\d\d)\t[@+%&~]?(?<nick>[\w[\]\\`^{|}.-]{1,60})\t(?<text>.*)$/;

interface Message {
  nick: string;
  text: string;
  isTimed: boolean;
  /** `10:05`, `10:05:33`; null without one. */
  time: string | null;
}

function readMessage(line: string): Message | null {
  const tabbed = isNotice(line) ? undefined : tabbedLine.exec(line)?.groups;
  if (tabbed) return { nick: tabbed['nick']!, text: tabbed['text']!.trim(), isTimed: true, time: tabbed['time']! };
  const match = messageLine.exec(line);
  if (!match) return null;
  const { time, timed, marked, bare, text } = match.groups!;
  return {
    nick: (timed ?? marked ?? bare!).replace(/^[@+%&~]/, ''),
    text: text!.trim(),
    isTimed: bare === undefined,
    time: time ?? null,
  };
}

/** Who came and went, and what people say they do: nobody's speech. */
function isNotice(line: string): boolean {
  return noticeLine.test(line);
}

function isCommand(text: string): boolean {
  return command.test(text);
}

const command = new RegExp(
  String.raw`^(?:present[+:-]|regrets[+:-]?|attendees:|q[+-]|q\?|queue|vqueue|ack\b|zakim|rrsagent|agenda[+:?]|topic:|subtopic:|chair[+:s]|` +
    String.raw`date:|action:|issue:|resolution:|resolved:|proposal:|proposed:|voip:|scribe list:|previous meeting:|next meeting:|` +
    String.raw`log:|\+1|-1|[-+]0|s\/|i\/|\/me\b)`,
  'i',
);
