/** What stood at an address of words, by the versions that are kept of their record. */
import { setImmediate as others } from 'node:timers/promises';
import { shownSpeaker } from '../../people/unnamed.ts';
import type { FormerPassage } from '../../rapporteur.ts';
import { findAnchor, turnsOf } from '../../words/anchor.ts';
import type { Ground } from '../ground.ts';

/** By the latest former version that has the words; null where none has them that is kept and seen. */
export async function formerWords(
  { library }: Pick<Ground, 'library'>,
  { session, anchor }: { session: string; anchor: string },
): Promise<FormerPassage | null> {
  if (!library.sees([session])) return null;
  const versions = await library.versions([session]);
  for (let at = versions.length - 2; at >= 0 && versions.length - at < mostRead; at -= 1) {
    // Each is read whole; whoever asks something else comes in between.
    await others();
    const record = await library.version(session, versions[at]!.number);
    const found = record && findAnchor(anchor, record.turns);
    if (!record || found?.outcome !== 'words') continue;
    const parts = turnsOf(found.place, record.turns).map(({ turn, start, end }) => ({
      speaker: shownSpeaker(record.turns[turn]!),
      text: record.turns[turn]!.text.slice(start, end),
    }));
    return { version: versions[at]!.number, until: versions[at + 1]!.broughtIn, parts };
  }
  return null;
}

/** A record that changes every day has hundreds. */
const mostRead = 100;
