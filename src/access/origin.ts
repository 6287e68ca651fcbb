/** Whose a record is: the operator's, or that of one workspace or server of a chat. */

/** As it is kept and typed: `operator`, `slack:T0123`, `discord:987654`. */
export type Origin = string;

/** Whoever runs the program: the command line and the watched folder. */
export const operator: Origin = 'operator';

/** The workspace or server that a place of a chat is in; a direct message that is in none is one of its own. */
export function originOf({
  platform,
  workspace,
  channel,
}: {
  platform: string;
  workspace: string;
  channel: string;
}): Origin {
  return workspace === '' ? `${platform}:direct-${channel}` : `${platform}:${workspace}`;
}

/** A place as sessions that are restricted name it: `slack:T0123/C42`. The origin alone names all its channels. */
export function placeName(place: { platform: string; workspace: string; channel: string }): string {
  return place.channel === '' ? originOf(place) : `${originOf(place)}/${place.channel}`;
}

/** The place that a question at the operator's own terminal comes from. */
export const terminal = 'terminal';

/**
 * The id under which a session of an origin is kept. Those of a chat end in their origin, `harbour-2025@slack-T0123`, so
 * that no id that a record gives itself is ever one of another origin's.
 */
export function idOf(id: string, origin: Origin): string {
  return origin === operator ? id : `${id}@${origin.replaceAll(':', '-')}`;
}
