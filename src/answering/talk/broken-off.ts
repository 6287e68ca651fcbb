/** Sentences that their speaker did not end: "We are having a—." tells neither yes nor no. */

export function isBrokenOff(text: string): boolean {
  return brokenOff.test(text);
}

/** Broken off at its end, or within it, as whoever wrote it down left it: "There may be voids or an. so many of them". */
export function isBroken(text: string): boolean {
  return isBrokenOff(text) || brokenWithin.test(text);
}

const brokenOff = /(?:[—–]|\s-)[\s.,…'"’”]*$/u;
/** "Approx. ten" is short for something. */
const brokenWithin = /\p{Ll}{7}\.\s+\p{Ll}/u;
