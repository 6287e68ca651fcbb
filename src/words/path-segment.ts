/** Names as parts of an address. `.` and `..` are no names there, however they are written, and so have a tilde before them. */

export function pathSegment(name: string): string {
  return encodeURIComponent(dots.test(name) ? `~${name}` : name);
}

/** The name of a part that was decoded. */
export function nameInPath(segment: string): string {
  return segment.startsWith('~') && dots.test(segment) ? segment.slice(1) : segment;
}

/** With any tildes, so that each name has one part and each part one name. */
const dots = /^~*\.{1,2}$/;
