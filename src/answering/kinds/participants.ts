/** "Who took part?" */
import type { Inquiry } from '../../asking/asked.ts';
import type { Column } from '../../asking/parts/columns.ts';
import type { Speaker } from '../../session.ts';
import type { Reading } from '../../retrieval/reading.ts';
import type { Ground } from '../ground.ts';
import type { Saying } from '../phrases/saying.ts';
import { told, type Made } from './kind.ts';
import { leftOutOf } from './moderator.ts';
import { speakerColumns } from './table.ts';

export async function participants(
  reading: Reading,
  asked: { inquiry: Inquiry; ground: Ground; say: Saying },
): Promise<Made | null> {
  const { session } = reading;
  const {
    inquiry: { columns, form },
    say,
  } = asked;
  const leftOut = await leftOutOf(reading, asked);
  const spoke = new Set(session.turns.map(({ speaker }) => speaker));
  const named = session.speakers.filter(
    ({ name }) => !leftOut?.has(name) && (spoke.has(name) || session.turns.length === 0),
  );
  if (named.length === 0) return null;
  const inColumns = speakerColumns(columns, named, say);
  const lines = named.map((speaker) =>
    columns.length > 0 ? `- ${inColumns.lineOf(speaker, speaker.name)}` : lineOf(speaker),
  );
  const heading = named.length === 1 ? say('oneSpeaker') : say('speakers', { number: named.length });
  const unnamed = spoke.has(null) ? [`- ${say('andUnnamed')}`] : [];
  const made = told([heading, ...lines, ...unnamed].join('\n'));
  if (form?.kind !== 'table') return made;
  const { head, cellsOf } = columns.length > 0 ? inColumns : speakerColumns(allKnown, named, say);
  const rows = named.map((speaker) => ({ cells: cellsOf(speaker, speaker.name), n: null }));
  return { ...made, table: { caption: heading, head, rows } };
}

/** A speaker in a list, with what is known of them. */
export function lineOf({ name, role, affiliation }: Pick<Speaker, 'name' | 'role' | 'affiliation'>): string {
  return `- ${[name, role, affiliation].filter(Boolean).join(', ')}`;
}

const allKnown: Column[] = ['name', 'role', 'organisation'];
