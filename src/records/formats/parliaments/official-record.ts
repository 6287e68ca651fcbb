/** What the records of parliaments have in common, whatever their XML is called. */
import type { Problem, Session, Speaker } from '../../../session.ts';
import { notRead, type LeftOut, type Parsed, type SessionDraft, type Source } from '../format.ts';
import { sessionDraft } from '../session-draft.ts';
import { gatherTurns, type Utterance } from '../turns.ts';
import { parsedXml, type XmlElement } from '../xml.ts';

/** Who speaks, as far as the record tells. */
export interface Member {
  /** Null where nobody is named. */
  name: string | null;
  role?: string | null;
  affiliation?: string | null;
  /** As printed, where that is another spelling. */
  writtenAs?: string;
  /** What stands there, where it is not trusted to be a name. */
  label?: string;
}

/** Some words of one speaker. */
export interface Said {
  by: Member;
  text: string;
  spokenIn?: string | null;
  /** `14:05`, by the clock of the house. */
  clock?: string | null;
  /** Begins anew, although the speaker is the same. */
  newVoice?: boolean;
}

/** What a reader gathers as it goes through the elements. */
export interface Sitting {
  said: Said[];
  leftOut: LeftOut[];
  facts: Partial<SessionDraft>;
}

export const nobody: Member = { name: null };

/** A name without the colons, dashes and stops that are printed behind it. */
export function bareLabel(printed: string): string {
  let end = printed.length;
  while (end > 0 && ' :.–—-'.includes(printed[end - 1]!)) end -= 1;
  return printed.slice(0, end).trim();
}

/** Reads the record with `gather`; says so where it is no XML, or nobody speaks in it. */
export function readSitting(source: Source, gather: (root: XmlElement) => Sitting): Parsed {
  return parsedXml(source, (root) => sittingOf(source, gather(root)));
}

function sittingOf(source: Source, { said, leftOut, facts }: Sitting): Parsed {
  const { turns, speakers, problems } = gatherTurns(
    said.map(({ by, text, spokenIn, clock, newVoice }): Utterance => ({
      speaker: by.name,
      ...(by.writtenAs && by.writtenAs !== by.name && { writtenAs: by.writtenAs }),
      ...(by.name === null && by.label && { label: by.label }),
      ...(spokenIn && { spokenIn }),
      ...(clock && { clock }),
      ...(newVoice && { newVoice }),
      text,
      seconds: null,
      line: null,
    })),
  );
  if (turns.length === 0) return notRead(source, 'holds no words of a speaker', { leftOut });
  const session = sessionDraft(source, {
    kind: 'official record',
    turns,
    speakers: speakers.map((speaker) => ({ ...speaker, ...knownOf(speaker, said) })),
    ...facts,
    page: facts.page ?? pageOf(source),
  });
  return { sessions: [session], problems: problems satisfies Problem[], leftOut };
}

/** Role and party of a speaker where they are first told. */
function knownOf({ name }: Speaker, said: Said[]): Pick<Speaker, 'role' | 'affiliation'> {
  const own = said.filter(({ by }) => by.name === name);
  return {
    role: own.map(({ by }) => by.role).find(Boolean) ?? null,
    affiliation: own.map(({ by }) => by.affiliation).find(Boolean) ?? null,
  };
}

function pageOf({ address }: Source): Session['page'] {
  return address === null ? null : { address, placeBy: 'text' };
}
