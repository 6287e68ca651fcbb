/** What a record holds, made fit to be stored, listed and printed, whatever its format let through. */
import type { Session, Problem } from '../../session.ts';
import type { SessionDraft } from './format.ts';

/**
 * Characters that steer terminals and printers become blanks, half characters the mark for what cannot be read, so that
 * every offset stays. Titles and offices are one line of at most 300 characters. What is longer than any name is taken
 * for no name: its words are nobody's, which is told.
 */
export function withSafeText(draft: SessionDraft): { session: SessionDraft; problems: Problem[] } {
  const names = new Map<string, string | null>();
  for (const { name } of draft.speakers) {
    const safe = safeLine(name);
    names.set(name, safe === '' || safe.length > longestName ? null : safe);
  }
  const lost = [...names].filter(([, safe]) => safe === null);
  const speakers = new Map<string, Session['speakers'][number]>();
  for (const speaker of draft.speakers) {
    const name = names.get(speaker.name);
    if (name && !speakers.has(name)) {
      speakers.set(name, {
        name,
        otherNames: speaker.otherNames.map(safeLine).filter((other) => other !== '' && other.length <= longestName),
        role: lineOrNull(speaker.role),
        affiliation: lineOrNull(speaker.affiliation),
      });
    }
  }
  const session: SessionDraft = {
    ...draft,
    title: cut(safeLine(draft.title)),
    event: lineOrNull(draft.event),
    speakers: [...speakers.values()],
    turns: draft.turns.map(({ speaker, label, spokenIn, clock, text, times }) => ({
      speaker: speaker === null ? null : (names.get(speaker) ?? null),
      ...(lineOrNull(label ?? null) === null ? {} : { label: lineOrNull(label!)! }),
      ...(lineOrNull(spokenIn ?? null) === null ? {} : { spokenIn: lineOrNull(spokenIn!)! }),
      ...(clock === undefined ? {} : { clock }),
      text: safe(text),
      times,
    })),
    findings: draft.findings.map((finding) => ({
      ...finding,
      text: safe(finding.text),
      speakers: finding.speakers.map(lineOrNull).filter((name) => name !== null),
      details: finding.details.map(({ label, text }) => ({ label: safe(label), text: safe(text) })),
      topics: finding.topics.map(safe),
      section: finding.section.map(safe),
    })),
  };
  return {
    session,
    problems:
      lost.length === 0
        ? []
        : [
            {
              line: null,
              message:
                `“${cut(safeLine(lost[0]![0]), 40)}” is too long to be a name${lost.length > 1 ? `, as are ${lost.length - 1} others` : ''}; ` +
                `whoever said these words is shown as unknown`,
            },
          ],
  };
}

/** One line of at most `longest` characters, with an ellipsis where it was longer. */
export function cut(text: string, longest = 300): string {
  if (text.length <= longest) return text;
  return `${text
    .slice(0, longest - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** On one line, without what steers terminals or turns round what is printed after it. */
export function safeLine(text: string): string {
  return withSingleBlanks(safe(text).replace(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/g, ''));
}

/** With single blanks between the words and none around them; looked for first, because most texts have no others. */
export function withSingleBlanks(text: string): string {
  return (/[^\S ]|  /.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** Markdown escapes what is meant as it stands: `\[0:10\]` is `[0:10]`. */
export function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replace(/\\([[\]()*_#.!>&|~-])/g, '$1') : text;
}

/** Without the marks of notes, `<sup>1</sup>` and `[^1]`, which stick to the words before them. */
export function withoutNoteMarks(text: string): string {
  if (!text.includes('<sup>') && !text.includes('[^')) return text;
  return text.replace(/<sup>[\s\d*†‡,[\]]{1,10}<\/sup>|\[\^[\w-]{1,20}\](?!:)/g, '');
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};

/** Entities of HTML, as captions and Markdown may write them: `&#39;`, `&amp;`. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
    },
  );
}

const longestName = 200;

function safe(text: string): string {
  return text.replace(/[\0-\x08\x0B-\x1F\x7F-\x9F]/g, ' ').toWellFormed();
}

function lineOrNull(text: string | null): string | null {
  return text === null ? null : cut(safeLine(text)) || null;
}
