import { existsSync, readFileSync } from 'node:fs';

/** What the process that runs cases is told, and what it tells. */
export type ToChild = { kind: string; seed: number } | 'end';
export type FromChild = ({ kinds: string[] } | { fault: string | null }) & Used;

/** What the process has used until now: most resident memory in bytes, time of the processor in milliseconds. */
export interface Used {
  peak: number;
  processor: number;
}

export function used(): Used {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  return { peak: (ownPeak() ?? maxRSS) * 1024, processor: (userCPUTime + systemCPUTime) / 1000 };
}

/** In KiB. Linux counts in `maxRSS` what the process that started this one had, too, so that a large one hides what is grown by. */
function ownPeak(): number | null {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1];
  return peak === undefined ? null : Number(peak);
}
