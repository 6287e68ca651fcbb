/** How a speaker of a UN meeting is called, who is often known by country and function only. */
import type { Speaker } from '../../session.ts';

/**
 * The name, or where there is none the function with the country ("President (Freedonia)"), or either alone;
 * null where nothing is known.
 */
export function unSpeaker(known: {
  name?: string | null | undefined;
  function?: string | null | undefined;
  affiliation?: string | null | undefined;
  affiliation_full?: string | null | undefined;
  group?: string | null | undefined;
}): Omit<Speaker, 'otherNames'> | null {
  const role = said(known.function);
  const affiliation = said(known.affiliation_full) ?? said(known.affiliation) ?? said(known.group);
  const office = role !== null && affiliation !== null ? `${role} (${affiliation})` : (role ?? affiliation);
  const name = said(known.name) ?? office;
  return name === null ? null : { name, role, affiliation };
}

function said(value: string | null | undefined): string | null {
  return value?.replace(/\s+/g, ' ').trim() || null;
}
