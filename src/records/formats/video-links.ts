/** Links into a recording beside the words: `https://video.example/12?start=9543`, of which each row has its own. */
import type { Session } from '../../session.ts';

/** What the pages of recordings call the place in them. */
const parameters = ['t', 'start', 'starttime', 'start_time', 'entrytime', 'time', 'seek', 'begin', 'ts', 'offset'];

export interface PlaceInVideo {
  /** Of the recording, without the place. */
  address: string;
  parameter: string;
  seconds: number;
}

/** The place that an address names; null where it names none. */
export function placeInVideo(href: string, base: string | null): PlaceInVideo | null {
  if (!URL.canParse(href, base ?? undefined)) return null;
  const address = new URL(href, base ?? undefined);
  if (!/^https?:$/.test(address.protocol)) return null;
  for (const parameter of parameters) {
    const seconds = secondsOf(address.searchParams.get(parameter));
    if (seconds === null) continue;
    address.searchParams.delete(parameter);
    return { address: address.href, parameter, seconds };
  }
  return null;
}

/** `9543`, `9543s`, `2h39m3s`, `2:39:03`. */
function secondsOf(written: string | null): number | null {
  if (written === null) return null;
  if (/^\d{1,6}(?:\.\d{1,3})?s?$/.test(written)) return Number.parseFloat(written);
  const [, hours, minutes, seconds] =
    /^(?:(\d{1,2})h)?(?:(\d{1,2})m)?(?:(\d{1,2})s)?$/.exec(written) ??
    /^(?:(\d{1,2}):)?(\d{1,2}):(\d{2})$/.exec(written) ??
    [];
  if ((hours ?? minutes ?? seconds) === undefined) return null;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

/** The recording that nearly all of them are places of, as a session's page; null where there is none. */
export function pageOfVideo(places: PlaceInVideo[]): Session['page'] {
  const [first] = places;
  if (!first || places.length < 2) return null;
  const same = places.filter(({ address, parameter }) => address === first.address && parameter === first.parameter);
  return same.length < places.length * 0.9
    ? null
    : { address: first.address, placeBy: 'seconds', ...(first.parameter !== 't' && { parameter: first.parameter }) };
}
