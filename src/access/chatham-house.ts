/**
 * The Chatham House rule: the words of a session may be used, and nobody may be known by them. Neither name, role,
 * organisation, list of participants nor sound is left, no order and no time, and names in the words are masked.
 */
import { createHash } from 'node:crypto';
import type { Finding, Session } from '../session.ts';
import { peopleIn } from '../people/people.ts';
import { fold, partsOf, tokensOf } from '../words/names.ts';
import { languageOf } from '../words/language.ts';
import { masked, maskerFor, withMasksShown, type Spans } from './masking.ts';
import { allNamesOf } from '../people/person.ts';

/** What is masked in a session, by turn and by finding, and of a finding in each of its texts. It is found once and kept. */
export interface Masks {
  turns: Spans[];
  findings: Spans[][];
}

export async function masksOf(session: Session): Promise<Masks> {
  const participants = participantsOf(session);
  const [language, small] = [languageUsed(session), writtenSmall(session)];
  const maskAll = async (names: string[]): Promise<Masks> => {
    const masker = await maskerFor({ ...participants, names: [...participants.names, ...names] }, language, small);
    return {
      turns: session.turns.map(({ text }) => masker(text)),
      findings: session.findings.map((finding) => textsOf(finding).map(masker)),
    };
  };
  // What is a name in one sentence is one in every other, also where nothing there tells it.
  const first = await maskAll([]);
  return maskAll(namesMasked(session, first, small));
}

/** Words that were masked and are never written small. */
function namesMasked({ turns }: Session, masks: Masks, small: ReadonlySet<string>): string[] {
  const found = turns.flatMap(({ text }, turn) => masks.turns[turn]!.map(([start, end]) => text.slice(start, end)));
  const words = new Set(
    found.flatMap((name) => tokensOf(name)).flatMap(({ raw, capital }) => (capital ? partsOf(raw) : [])),
  );
  return [...words].filter((word) => !small.has(word));
}

function languageUsed({ language, turns }: Session): string | null {
  return (
    language ??
    languageOf(
      turns
        .map(({ text }) => text)
        .join(' ')
        .slice(0, 5_000),
    )
  );
}

/** The session as anybody may see it. Its turns stand in an order of their words alone. */
export function underChathamHouse(session: Session, masks: Masks): Session {
  const turns = session.turns.map(({ text }, turn) => ({
    speaker: null,
    text: masked(text, masks.turns[turn]!),
    times: [],
  }));
  return {
    id: session.id,
    title: titleMasked(session.title, namesOf(session)),
    date: session.date,
    startTime: null,
    endTime: null,
    event: session.event === null ? null : titleMasked(session.event, namesOf(session)),
    kind: session.kind,
    language: session.language,
    source: '',
    ...(session.version !== undefined && { version: session.version }),
    chathamHouse: true,
    page: null,
    speakers: [],
    turns: turns.toSorted((one, other) => compare(hashOf(one.text), hashOf(other.text))),
    findings: session.findings.flatMap((finding, at) => findingMasked(finding, masks.findings[at]!)),
  };
}

/** Of a title, which is written large as a whole, only what is known to be a name of somebody who took part. */
export function titleMasked(title: string, names: string[]): string {
  const parts = new Set(names.flatMap(partsOf).filter((part) => part.length > 1));
  const spans = tokensOf(title).flatMap(({ raw, start, end }): Spans =>
    partsOf(raw).some((part) => parts.has(part)) ? [[start, end]] : [],
  );
  return withMasksShown(masked(title, spans)).replaceAll(/\[name\](?:[\s.-]*\[name\])+/gu, '[name]');
}

/** An id that names nobody: one that has a name in it is called by its version instead. */
export function idMasked({ id, version }: { id: string; version?: string }, names: string[]): string {
  const parts = new Set(names.flatMap(partsOf).filter((part) => part.length > 2));
  return partsOf(id).some((part) => parts.has(part)) ? `chatham-house-${(version ?? hashOf(id)).slice(0, 8)}` : id;
}

export function namesOf({ speakers, turns }: Pick<Session, 'speakers' | 'turns'>): string[] {
  const spoken = turns.flatMap(({ speaker, label }) => [speaker, label]).filter((name) => typeof name === 'string');
  return [...new Set([...speakers.flatMap(allNamesOf), ...spoken])];
}

function participantsOf(session: Session) {
  const people = peopleIn(session);
  return {
    names: [...namesOf(session), ...session.findings.flatMap(({ speakers }) => speakers)],
    positions: [
      ...session.speakers.flatMap(({ role, affiliation }) => [role, affiliation]),
      ...people.flatMap(({ introducedAs, says }) => [...introducedAs, ...says]),
    ].filter((position) => typeof position === 'string'),
  };
}

/** Words of the session that also stand in it without a capital. */
function writtenSmall({ turns }: Session): Set<string> {
  return new Set(turns.flatMap(({ text }) => (text.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu) ?? []).map(fold)));
}

/** What a report measures of each speaker tells who took part. */
const ofSpeakers = new Set<Finding['kind']>(['speaking']);

function findingMasked(finding: Finding, spans: Spans[]): Finding[] {
  if (ofSpeakers.has(finding.kind)) return [];
  const texts = textsOf(finding).map((text, at) => masked(text, spans[at]!));
  const { details, topics } = finding;
  return [
    {
      kind: finding.kind,
      ...(finding.by !== undefined && { by: finding.by }),
      text: texts[0]!,
      speakers: [],
      details: details.map(({ label }, at) => ({ label, text: texts[1 + at]! })),
      topics: topics.map((_, at) => texts[1 + details.length + at]!),
      section: finding.section.slice(0, 1),
    },
  ];
}

function textsOf({ text, details, topics }: Finding): string[] {
  return [text, ...details.map((detail) => detail.text), ...topics];
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
