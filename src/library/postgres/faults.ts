/** What to say when PostgreSQL refuses or is gone: https://www.postgresql.org/docs/current/errcodes-appendix.html */
import { LibraryError } from '../library.ts';

/** Runs what asks the server; what it says of it becomes a message that tells what to do. */
export async function told<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw inWords(place, error);
  }
}

/** Anything that is not the server's is given back as it is. */
export function inWords(place: string, error: unknown): unknown {
  if (error instanceof LibraryError) return error;
  const { code = '', message } = error as { code?: string; message: string };
  const fault = isConnectionLost(error) ? unreachable : (faults[code] ?? faults[code.slice(0, 2)]);
  return fault === undefined ? error : new LibraryError(`Library ${place}: ${fault(message)}`, { cause: error });
}

/** Whether the connection is of no more use, whatever was asked on it. */
export function isConnectionLost(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    lostCodes.has(code) ||
    code.startsWith('08') ||
    /^(?:Connection terminated|timeout expired|Client has encountered a connection error)/u.test(message)
  );
}

/** Whether the same work may well succeed when it is done again: others were in the way. */
export function isInTheWay(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === '40001' || code === '40P01';
}

const lostCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '25P03',
]);

const unreachable = (why: string) =>
  `the server cannot be reached (${why || 'no answer'}). What was put in before is whole; see that it runs and that LIBRARY_URL names it, and try again.`;
const refused = (why: string) =>
  `the server lets nobody in by this name and password (${why}). Put them right in LIBRARY_URL.`;

const faults: { [code: string]: (why: string) => string } = {
  '28': refused,
  '3D000': (why) => `${why}. Make it (createdb), or name another in LIBRARY_URL.`,
  '42501': (why) =>
    `the user of LIBRARY_URL may not do that (${why}). Give them leave: GRANT CREATE ON DATABASE; ` +
    'the extension may want an administrator: CREATE EXTENSION vector.',
  '58P01': (why) => `${why}. Install pgvector on the server (Debian: postgresql-17-pgvector).`,
  '0A000': (why) => `${why}. Where that is the extension, install pgvector on the server.`,
  '53100': (why) =>
    `there is no room left on the server (${why}). What was put in before is whole; make room and try again.`,
  '53200': (why) => `the server has too little memory for that (${why}). What was put in before is whole.`,
  '53300': (why) =>
    `the server takes no more connections (${why}). Raise max_connections, or stop a process that uses it.`,
  '25006': (why) =>
    `this server is a copy that cannot be written to (${why}). Name the first one in LIBRARY_URL too; several stand with commas between.`,
  '57014': (why) => `the server broke off what was asked (${why}). Try again.`,
  XX001: (why) =>
    `the server finds its files damaged (${why}). Put back a backup; "library check" tells what else is damaged.`,
  XX002: (why) => `the server finds an index damaged (${why}). Mend it with: REINDEX SCHEMA.`,
};
