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

/** Words run into each other, or what is short for something: "We ask for open nets. of Net Net". */
export function isRunTogether(text: string): boolean {
  return isBroken(text) || runTogether.test(text);
}

/** "The U.S. than", "etc. and" and "e.g. boats" are no sentence that begins small. */
const runTogether = /(?<!\.\p{L}|\b(?:etc|vs|cf|approx|[Nn]o|St|Mr|Mrs|Ms|Dr))\.\s+\p{Ll}/u;
