/** What all files of captions have in common once their cues are read. */
import { notRead, type Parsed, type SessionDraft, type Source } from './format.ts';
import { readCues, type Cue } from './cues.ts';
import { sessionDraft } from './session-draft.ts';
import type { Problem } from '../../session.ts';

/** A session of the cues; `facts` is what else the file says. `automatic`: a recogniser wrote them. */
export function captionsOf(
  source: Source,
  cues: Cue[],
  problems: Problem[],
  { automatic = false, ...facts }: Partial<SessionDraft> & { automatic?: boolean } = {},
): Parsed {
  const { rolling, problems: cueProblems, spoken, leftOut } = readCues(cues);
  const all = [...problems, ...cueProblems];
  if (spoken.turns.length === 0) return notRead(source, 'holds no words in its cues', { problems, leftOut });
  const kind = rolling || automatic ? 'automatic transcript' : 'captions';
  return { sessions: [sessionDraft(source, { kind, ...spoken, ...facts })], problems: all, leftOut };
}
