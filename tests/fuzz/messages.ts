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
  return { peak: maxRSS * 1024, processor: (userCPUTime + systemCPUTime) / 1000 };
}
