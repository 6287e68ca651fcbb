/** Which rule of confidentiality a session is under: its own, or that of its record, its folder and its event together. */
import path from 'node:path';
import { readConfidentiality, together } from '../access/confidentiality.ts';
import type { Confidentiality } from '../session.ts';
import { operator, type Origin } from '../access/origin.ts';
import type { RuleTarget } from '../rapporteur.ts';
import { inArchive } from '../session.ts';

/** As they are kept: `session harbour-2025`, `event Coast Week`, `folder /records/closed`. */
export type Rules = ReadonlyMap<string, string>;

export function nameOf(target: RuleTarget): string {
  const [[kind, name]] = Object.entries(target) as [[string, string]];
  return `${kind} ${kind === 'folder' ? path.resolve(name) : name}`;
}

export interface Ruled {
  id: string;
  event: string | null;
  source: string;
  origin?: Origin | undefined;
  /** What its record says. */
  rule?: string | null | undefined;
}

/** A session's own rule is the last word; otherwise all others hold. */
export function confidentialityOf(
  { id, event, source, origin = operator, rule }: Ruled,
  rules: Rules,
): Confidentiality {
  // Most libraries have none, and thousands of sessions.
  if (rules.size === 0 && typeof rule !== 'string') return {};
  const own = rules.get(`session ${id}`);
  if (own !== undefined) return readConfidentiality(own);
  const all = [
    rule,
    // What others say of their events and where their files lie is not believed.
    ...(origin === operator
      ? [event === null ? undefined : rules.get(`event ${event}`), ...foldersOf(source, rules)]
      : []),
  ];
  return all
    .filter((each) => typeof each === 'string')
    .map(readConfidentiality)
    .reduce(together, {});
}

function foldersOf(source: string, rules: Rules): string[] {
  const [file] = source.split(inArchive);
  if (!path.isAbsolute(file!)) return [];
  return [...rules].flatMap(([target, rule]) =>
    target.startsWith('folder ') && `${file}/`.startsWith(`${target.slice('folder '.length).replace(/\/$/u, '')}/`)
      ? [rule]
      : [],
  );
}
