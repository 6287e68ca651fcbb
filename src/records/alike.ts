/** Records of the library that may be of the same session as one that came in, by what they say themselves. */
import { refOf } from '../answer.ts';
import type { LibraryWriter } from '../library/library.ts';
import type { IngestedFile, IngestedSession, SessionSummary } from '../rapporteur.ts';
import type { Session } from '../session.ts';
import { languageName, languageOf, primary } from '../words/language.ts';
import { fold } from '../words/names.ts';
import { remembering } from '../words/remembering.ts';
import { numberOfMeeting } from './formats/un-verbatim.ts';

/**
 * Notes of each session that came in which other records are of its day, with its title and event or its number of the
 * United Nations, and are in another language or of another kind. Nothing is linked by that.
 */
export async function noteAlike(files: IngestedFile[], library: LibraryWriter): Promise<void> {
  const fresh = files.flatMap(({ sessions }) => sessions).filter(({ outcome }) => outcome !== 'unchanged');
  // What has no day is like nothing. Thousands of others are of other days.
  const days = new Set(fresh.map(({ date }) => date).filter((date) => date !== null));
  if (days.size === 0) return;
  const all = (await library.sessions()).filter(({ date }) => date !== null && days.has(date));
  const known = new Map(all.map((session) => [session.id, session]));
  const groups = new Map<string, SessionSummary[]>();
  for (const session of all) {
    for (const { key } of keysOf(session)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [session]);
      else if (group.length <= mostLooked) group.push(session);
    }
  }
  for (const one of fresh) {
    const summary = known.get(one.id);
    // Another record of the same ingest may have taken its place.
    if (!summary) continue;
    const others = keysOf(summary)
      .flatMap(({ key, shared }) => (groups.get(key) ?? []).map((session) => ({ session, shared })))
      .filter(
        ({ session }, at, found) => session.id !== one.id && found.findIndex((each) => each.session === session) === at,
      );
    const alike = others.length === 0 ? [] : await among(others.slice(0, mostLooked), one, library);
    if (alike.length > 0) one.alike = alike;
  }
}

/** A series has a title and a day for each of its sessions. */
const mostLooked = 5;

/** What two records of one session share; none where it has no day. */
function keysOf({ date, title, event }: SessionSummary): { key: string; shared: string }[] {
  if (date === null) return [];
  const { folded, number } = readTitle(title);
  const told = event === null ? '' : `\n${readTitle(event).folded}`;
  return [
    { key: `${date}\n${folded}${told}`, shared: 'the same event, day and title' },
    ...(number === null ? [] : [{ key: `${date}\n\n${number}`, shared: 'the same day and number of meeting' }]),
  ];
}

/** A library's titles are looked at again with each ingest. */
const readTitle = remembering((title) => ({ folded: fold(title), number: numberOfMeeting(title) }), 20_000);

async function among(
  others: { session: SessionSummary; shared: string }[],
  { id }: IngestedSession,
  library: LibraryWriter,
): Promise<NonNullable<IngestedSession['alike']>> {
  const session = await library.session(id);
  if (!session) return [];
  const linked = new Set(session.links?.map((link) => link.session));
  const found: NonNullable<IngestedSession['alike']> = [];
  for (const { session: summary, shared } of others) {
    const other = linked.has(summary.id) ? null : await library.session(summary.id).catch(() => null);
    const why = other && differenceOf(session, other);
    if (why) found.push({ ...refOf(summary), why: `${shared}, ${why}` });
  }
  return found;
}

/** What tells another record of the session from this one; null where nothing does, as with the parts of a day. */
function differenceOf(session: Session, other: Session): string | null {
  const [ours, theirs] = [languageIn(session), languageIn(other)];
  if (ours !== null && theirs !== null && ours !== theirs) return `in ${languageName(theirs, 'en')}`;
  const kinds = [session.kind, other.kind];
  return kinds[0] !== kinds[1] && kinds.includes('official record') ? `of kind ${other.kind}` : null;
}

/** As its record says, or else as its beginning is. */
function languageIn({ language, turns }: Session): string | null {
  const beginning = turns.slice(0, 20).map(({ text }) => text);
  return primary(language) ?? languageOf(beginning.join('\n').slice(0, 5000));
}
