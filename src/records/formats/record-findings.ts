/** What a record itself tells of decisions and tasks, in lines that nobody speaks: "RESOLUTION: Buy a kite". */
import type { Finding, FindingKind } from '../../session.ts';

const marks: [RegExp, FindingKind][] = [
  [/^(?:resolution|resolved|decision|decided|agreed|agreement|consensus|conclusion)s?$/i, 'decision'],
  [/^(?:proposal|proposed|proposed resolution|straw ?poll|poll|motion)s?$/i, 'discussion point'],
  [/^(?:action|action item|todo)s?$/i, 'action item'],
  [/^(?:vote|votes|show of hands)$/i, 'vote'],
];

/** The kind of what such a label stands before; null for any other label. */
export function recordMark(label: string): FindingKind | null {
  return marks.find(([pattern]) => pattern.test(label.trim()))?.[1] ?? null;
}

/** The finding of a line `RESOLUTION: words`; null for any other line. */
export function recordFinding(line: string): Finding | null {
  const [, label, text] = /^([\p{L} ]{4,20}?)\s?:\s+(\S.*)$/su.exec(line.trim()) ?? [];
  const kind = label === undefined ? null : recordMark(label);
  return kind === null ? null : byRecord(kind, text!, label!);
}

export function byRecord(kind: FindingKind, text: string, section: string): Finding {
  return { kind, by: 'record', text, speakers: [], details: [], topics: [], section: section === '' ? [] : [section] };
}
