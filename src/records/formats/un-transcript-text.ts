/** UN transcripts (transcripts.un.org), the `.txt` beside a meeting's page: automatic, not an official record. */
import { readTime, timePattern } from '../../words/timestamp.ts';
import type { Speaker } from '../../session.ts';
import { notRead, type Format, type Parsed, type Source } from './format.ts';
import { dayIn, sessionDraft } from './session-draft.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns } from './turns.ts';
import { unSpeaker } from './un-speaker.ts';

export const unTranscriptText: Format = {
  name: 'UN transcript (text)',
  example:
    'Rivers\nDate: 2025-05-14\nLanguage: en\nTranscript: https://transcripts.un.org/en/x\n---\nFreedonia · President · Ana Lind [0:00:01]:\n\nHello.',
  recognise({ text }) {
    const head = text.slice(0, 20_000);
    const facts = [/^Date:[ \t]*\S/m, /^Language:[ \t]*\S/m, /^Transcript:[ \t]*\S/m].filter((fact) =>
      fact.test(head),
    ).length;
    if (facts < 2) return 0;
    const headings = head.split('\n').filter((line) => headingOf(line) !== null).length;
    if (facts === 3) return headings > 0 ? 1 : 0.9;
    return facts === 2 && headings > 0 ? 0.9 : 0;
  },
  parse,
};

function parse(source: Source): Parsed {
  const lines = source.text.split('\n');
  const rule = lines.findIndex((line) => /^-{3,}\s*$/.test(line));
  const firstHeading = lines.findIndex((line) => headingOf(line) !== null);
  const headerEnd = rule >= 0 && (firstHeading < 0 || rule < firstHeading) ? rule : Math.max(firstHeading, 0);
  const header = lines
    .slice(0, headerEnd)
    .map((line) => line.trim())
    .filter(Boolean);
  const facts = new Map(
    header.flatMap((line) => {
      const fact = /^(Date|Language|Transcript|Category|Body):\s*(\S.*)$/.exec(line);
      return fact ? [[fact[1]!, fact[2]!] as const] : [];
    }),
  );
  const [title, category] = header.filter((line) => !/^[A-Z][a-z]+:\s/.test(line));

  const utterances: Utterance[] = [];
  const named = new Map<string, Omit<Speaker, 'otherNames'>>();
  let speaker: string | null = null;
  let seconds: number | null = null;
  let newVoice = false;
  for (const [index, line] of lines.entries()) {
    if (index < headerEnd || /^-{3,}\s*$/.test(line)) continue;
    const heading = headingOf(line);
    if (heading) {
      const known = heading.label === '' ? null : unSpeaker(readLabelParts(heading.label));
      if (known && !named.has(known.name)) named.set(known.name, known);
      speaker = known?.name ?? null;
      seconds = heading.seconds;
      newVoice = speaker === null;
    } else if (line.trim() !== '') {
      utterances.push({ speaker, text: line, seconds, line: index + 1, newVoice });
      seconds = null;
      newVoice = false;
    }
  }
  const { turns, speakers, problems } = gatherTurns(utterances);
  if (turns.length === 0) return notRead(source, 'holds no statements');
  const address = facts.get('Transcript') ?? null;
  const session = sessionDraft(source, {
    kind: 'automatic transcript',
    turns,
    speakers: speakers.map((known) => ({ ...known, ...named.get(known.name) })),
    title: title ?? '',
    date: dayIn(facts.get('Date') ?? ''),
    event:
      facts.get('Body') ?? facts.get('Category') ?? (category !== undefined && category.length < 120 ? category : null),
    language: facts.get('Language') ?? null,
    page: address !== null && URL.canParse(address) ? { address, placeBy: 'seconds' } : null,
  });
  const leftOut = lines.slice(0, headerEnd + 1).map((text, index) => ({ line: index + 1, text, why: null }));
  return { sessions: [session], problems, leftOut };
}

const heading = new RegExp(`^(.{0,300}?)\\s?\\[(${timePattern})\\]\\s?[:：]?\\s*$`);

/** `Country · Function · Name [h:mm:ss]:` alone on a line. */
function headingOf(line: string): { label: string; seconds: number | null } | null {
  if (line.length > 400) return null;
  const match = heading.exec(line.trim());
  return match ? { label: match[1]!.trim(), seconds: readTime(match[2]!) } : null;
}

/** Parts may be missing; of two the words tell which they are, since a wrong name is worse than none. */
function readLabelParts(label: string): Parameters<typeof unSpeaker>[0] {
  const parts = label
    .split(/\s+·\s+/)
    .map((part) => part.trim())
    .filter(Boolean);
  const [first, second] = parts;
  if (parts.length >= 3)
    return { affiliation_full: first, function: parts.slice(1, -1).join(', '), name: parts.at(-1) };
  if (second === undefined) return office.test(first ?? '') ? { function: first } : { name: first };
  if (office.test(second)) return { affiliation_full: first, function: second };
  return office.test(first!) ? { function: first, name: second } : { affiliation_full: first, name: second };
}

const office = new RegExp(
  String.raw`\b(?:vice-)?(?:president|présidente?|presidenta?|chair\w*|representative|représentante?|representante|delegate|` +
    String.raw`délégué\w*|delegad\w+|ambassador|ambassadeur|embajador\w*|minister|ministre|ministr\w+|secretary|secrétaire|` +
    String.raw`secretari\w+|director|directeur|directrice|directora?|moderator|spokes\w+|rapporteur|relator\w*|commissioner|` +
    String.raw`coordinator|head of|envoy|interpreter|observer)\b|председатель|представитель|министр|секретарь|директор|посол|主席|代表|` +
    String.raw`部长|秘书长|大使|主任|رئيس|ممثل|وزير|أمين|سفير|مدير`,
  'iu',
);
