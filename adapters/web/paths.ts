/** Addresses of the reader, as paths from where it is served. */
import { pathSegment } from '../../src/words/path-segment.ts';

export const sessionPath = (id: string) => `/sessions/${pathSegment(id)}`;
export const speakerPath = (name: string) => `/speakers/${pathSegment(name)}`;

/** Where words of a session are, by an anchor of `src/words/anchor.ts`. */
export const wordsPath = (session: string, anchor: string) => `${sessionPath(session)}/at/${anchor}`;

/** A picture of the words there. */
export const cardPath = (session: string, anchor: string) => `${wordsPath(session, anchor)}/card.png`;

/** A path with what is asked there; what is not given is left out. */
export function withQuery(path: string, query: { [name: string]: string | number | undefined }): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A path of this reader as a browser would take it, which leaves out tabs and line breaks; of anything else the first page. */
export function pathWithin(next: string): string {
  const here = 'http://reader.invalid';
  const led = next.startsWith('/') ? URL.parse(next, here) : null;
  const path = led?.origin === here ? `${led.pathname}${led.search}${led.hash}` : '/';
  return path.startsWith('//') ? '/' : path;
}
