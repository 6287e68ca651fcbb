/** Who sees and added what, as text for a terminal. */
import type { Check } from '../../src/operations/doctor.ts';
import type { Sees } from '../../src/chat/grants.ts';
import { wrap, type Look } from './columns.ts';

export interface OriginLine {
  origin: string;
  sees: Sees | null;
  mayShare: boolean;
  sessions: string[];
}

export function renderGrants(lines: OriginLine[], look: Look): string {
  return lines
    .map(({ origin, sees, mayShare, sessions }) => {
      const count = `${sessions.length} ${sessions.length === 1 ? 'session' : 'sessions'}`;
      if (origin === 'operator') return wrap(`operator: ${count}`, look);
      const shares = mayShare ? ', what it adds is yours' : '';
      return wrap(`${origin}: ${count}, sees ${sees ?? 'the default'}${shares}`, look);
    })
    .join('\n');
}

/** What a look over who may see what has found. */
export interface Findings {
  /** Added by a chat before whose a record is was known; the operator's since. */
  addedBefore: { id: string; title: string; source: string }[];
  /** Rules that are not understood, so that what they are for is off the record. */
  unknownRules: { target: string; rule: string }[];
  /** Workspaces that took the bot out, whose records are still there. */
  left: string[];
}

export function renderDoctor({ addedBefore, unknownRules, left }: Findings, look: Look, isWell: boolean): string {
  const lines = [
    ...list(
      'Added by a chat before it was kept whose a record is; yours since, and seen in every place. ' +
        '"grants move operator slack:T0123 <id>" gives one to its workspace, "remove <id>" takes it out:',
      addedBefore.map(({ id, title, source }) => `${id}: ${title} (${source})`),
    ),
    ...list(
      'Rules that are not understood; what they are for is off the record:',
      unknownRules.map(({ target, rule }) => `${target}: ${rule}`),
    ),
    ...list('Took the bot out; their records and questions are deleted in time:', left),
  ];
  if (lines.length === 0) return isWell ? 'Nothing to see to.' : 'Nothing else to see to.';
  return lines.map((line) => wrap(line, look)).join('\n');
}

/** `Slack: SLACK_BOT_TOKEN is not taken (invalid_auth). To do: …` */
export function renderChecks(checks: Check[], look: Look): string {
  return checks
    .map(({ of, found, todo }) => wrap(`${of}: ${found}${todo === null ? '' : ` To do: ${todo}`}`, look, '  ', ''))
    .join('\n');
}

function list(heading: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `- ${line}`)];
}
