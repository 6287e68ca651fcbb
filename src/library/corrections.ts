/** What people put right about who spoke: kept apart from the record, which stays as it was read, and applied over it. */
import { voiceOf } from '../people/unnamed.ts';
import { fold } from '../words/names.ts';
import type { Session, Speaker, CorrectionRequest } from '../session.ts';
import type { Correction } from '../session.ts';

/**
 * The record with the corrections applied in order, and what of them the record has no place for any more. A name that
 * is gone is not missed where the record now has the right one itself.
 */
export function applyCorrections<Of extends Session>(
  record: Of,
  corrections: Correction[],
): { session: Of; problems: string[] } {
  if (corrections.length === 0) return { session: record, problems: [] };
  const session = structuredClone(record);
  const problems: string[] = [];
  for (const correction of corrections) {
    const { to } = correction;
    if (correction.kind === 'turn') {
      const turn = turnOf(record, correction);
      if (turn === null)
        problems.push(
          `the correction that ${to} spoke “${beginningOf(correction.text)}” could not be kept: ` +
            'these words are no longer there, or more than once; correct the turn again',
        );
      else giveTurn(session, turn, to);
    } else if (labelsIn(session).includes(correction.from)) {
      nameVoice(session, correction.from, to);
    } else if (has(session, correction.from)) {
      join(session, correction.from, to, correction.kind === 'merge');
    } else if (!has(session, to)) {
      problems.push(
        `the correction of ${correction.from} to ${to} could not be kept: the record names neither any more`,
      );
    }
  }
  return { session, problems };
}

/** The correction that is asked for, checked against the session as it now is. Throws a `CorrectionError` that says what is wrong. */
export function readCorrection(session: Session, request: CorrectionRequest): Correction {
  const to = request.to
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  if (to === '' || to.length > 200)
    throw new CorrectionError(
      `Session ${session.id}: “${to.slice(0, 40)}” is no name; give one of 1 to 200 characters.`,
    );
  if (request.kind === 'turn') {
    const turn = session.turns[request.turn];
    if (!turn)
      throw new CorrectionError(
        `Session ${session.id}: there is no turn ${request.turn + 1}; the last is ${session.turns.length}.`,
      );
    return { kind: 'turn', turn: request.turn, text: turn.text, to: named(session, to) ?? to };
  }
  const from = named(session, request.from) ?? labelled(session, request.from);
  const isLabel = from !== null && labelsIn(session).includes(from);
  const names = () => {
    const known = [...namesIn(session), ...labelsIn(session)];
    return known.length === 0
      ? 'No speaker is named there; "speakers correct" names the speaker of one turn.'
      : `It has: ${known.slice(0, 20).join(', ')}.`;
  };
  if (from === null)
    throw new CorrectionError(`Session ${session.id}: nobody there is called “${request.from}”. ${names()}`);
  const other = named(session, to);
  if (request.kind === 'merge') {
    if (other === null)
      throw new CorrectionError(
        `Session ${session.id}: nobody there is called “${to}”. ${names()} To give a new name, rename.`,
      );
    if (other === from)
      throw new CorrectionError(
        `Session ${session.id}: “${request.from}” and “${request.to}” are the same speaker already.`,
      );
    return { kind: 'merge', from, to: other };
  }
  // A voice without a name may well be somebody who speaks there under theirs.
  if (other !== null && isLabel) return { kind: 'merge', from, to: other };
  if (other !== null && other !== from)
    throw new CorrectionError(
      `Session ${session.id}: ${other} is another speaker there. If the two are one person, merge them: ` +
        `npm start -- speakers merge ${session.id} "${from}" "${other}"`,
    );
  if (to === from) throw new CorrectionError(`Session ${session.id}: ${from} is called that already.`);
  return { kind: 'rename', from, to };
}

/** A correction that cannot be made. */
export class CorrectionError extends Error {
  override name = 'CorrectionError';
}

/** As people read it. */
export function describeCorrection(correction: Correction): string {
  if (correction.kind === 'turn')
    return `turn ${correction.turn + 1} (“${beginningOf(correction.text)}”) was spoken by ${correction.to}`;
  return correction.kind === 'rename'
    ? `${correction.from} is called ${correction.to}`
    : `${correction.from} is ${correction.to}`;
}

/** Everyone a session lists or lets speak, in that order, once. */
export function namesIn(session: Pick<Session, 'speakers' | 'turns'>): string[] {
  return [
    ...new Set([...session.speakers.map(({ name }) => name), ...session.turns.flatMap(({ speaker }) => speaker ?? [])]),
  ];
}

function has(session: Session, name: string): boolean {
  return namesIn(session).includes(name);
}

/** Labels as written of turns whose speaker is not known, once each. */
function labelsIn({ turns }: Pick<Session, 'turns'>): string[] {
  return [...new Set(turns.flatMap(({ speaker, label }) => (speaker === null ? (label ?? []) : [])))];
}

/** The label meant, as it is written or as it is shown: `SPEAKER_06`, `voice 6`. */
function labelled(session: Session, name: string): string | null {
  const labels = labelsIn(session);
  const alike = labels.includes(name)
    ? [name]
    : labels.filter((label) => fold(label) === fold(name) || fold(voiceOf(label) ?? label) === fold(name));
  return alike.length === 1 ? alike[0]! : null;
}

/** Whoever speaks under the label has a name from now on. */
function nameVoice(session: Session, label: string, to: string): void {
  for (const [at, turn] of session.turns.entries()) {
    if (turn.speaker === null && turn.label === label) giveTurn(session, at, to);
  }
}

/** The name meant: written the same, or else the only one that differs in case, accents or blanks alone. */
function named(session: Session, name: string): string | null {
  const names = namesIn(session);
  const alike = names.includes(name) ? [name] : names.filter((each) => fold(each) === fold(name));
  return alike.length === 1 ? alike[0]! : null;
}

/** Where it was, or the only turn with its words; null where there is neither. */
function turnOf(record: Session, { turn, text }: { turn: number; text: string }): number | null {
  if (record.turns[turn]?.text === text) return turn;
  const alike = [...record.turns.keys()].filter((at) => record.turns[at]!.text === text);
  return alike.length === 1 ? alike[0]! : null;
}

function giveTurn(session: Session, turn: number, to: string): void {
  if (!session.speakers.some(({ name }) => name === to))
    session.speakers.push({ name: to, otherNames: [], role: null, affiliation: null });
  session.turns[turn]!.speaker = to;
  delete session.turns[turn]!.label;
}

/** `isPerson`: both names are the same person's, so the one that goes is another spelling. A name that was wrong is not. */
function join(session: Session, from: string, to: string, isPerson: boolean): void {
  const unnamed = (name: string): Speaker => ({ name, otherNames: [], role: null, affiliation: null });
  const going = session.speakers.find(({ name }) => name === from) ?? unnamed(from);
  const staying = session.speakers.find(({ name }) => name === to);
  const joined: Speaker = {
    name: to,
    otherNames: [...new Set([...(staying?.otherNames ?? []), ...(isPerson ? [from, ...going.otherNames] : [])])].filter(
      (name) => name !== to,
    ),
    role: staying?.role ?? going.role,
    affiliation: staying?.affiliation ?? going.affiliation,
  };
  const place = session.speakers.findIndex(({ name }) => name === (staying ? to : from));
  session.speakers.splice(place < 0 ? session.speakers.length : place, place < 0 ? 0 : 1, joined);
  session.speakers = session.speakers.filter(
    (speaker) => speaker === joined || (speaker.name !== from && speaker.name !== to),
  );
  for (const turn of session.turns) if (turn.speaker === from) turn.speaker = to;
  for (const finding of session.findings)
    finding.speakers = [...new Set(finding.speakers.map((name) => (name === from ? to : name)))];
}

function beginningOf(text: string): string {
  if (text.length <= 60) return text;
  const cut = text.slice(0, 60);
  const lastBlank = cut.lastIndexOf(' ');
  return `${lastBlank > 0 ? cut.slice(0, lastBlank) : cut} …`;
}
