/**
 * A record from the web. Whoever may name an address must not reach by it what only this machine may: every address
 * that is connected to is checked after its name was looked up, again at each redirect, and nothing but it is connected to.
 */
import { lookup as lookUp } from 'node:dns';
import { Agent, fetch, type Response } from 'undici';
import { PrivateAddress, publicLookup, refusePrivateHost } from './public-addresses.ts';

export interface FetchOptions {
  /** Addresses of this machine and of private networks are fetched too. */
  privateAddresses: boolean;
  /** What the server said of the version that is known, for the address it gave it at; null where none is known. */
  known: (address: string) => Promise<Version | null>;
  limits?: Partial<Limits>;
  /** As `dns.lookup`, for tests. */
  lookup?: typeof lookUp;
  /** What connects to a looked-up address that was judged, for tests, which have no public one. */
  reached?: (lookup: Lookup) => Lookup;
}

type Lookup = ReturnType<typeof publicLookup>;

/** How a server names a version of a page. */
export interface Version {
  etag: string | null;
  lastModified: string | null;
}

export interface Limits {
  /** Of the record when unpacked. */
  bytes: number;
  /** For everything. */
  milliseconds: number;
  redirects: number;
}

/**
 * `address` is the record's, to be kept as its source; `at` is where the server gave it; `charset` is how it says that a
 * text is written, null where it does not.
 */
export type FetchedRecord =
  | { isChanged: false; at: string }
  | {
      isChanged: true;
      address: string;
      at: string;
      bytes: Uint8Array;
      charset: string | null;
      version: Version;
    };

/** Why nothing could be fetched, for people: what is wrong and what to do. */
export class FetchError extends Error {
  override name = 'FetchError';
}

/** Fetches the record at an address. Rejects with a `FetchError`. */
export async function fetchRecord(
  named: string,
  { privateAddresses, known, limits: given, lookup = lookUp, reached = (judged) => judged }: FetchOptions,
): Promise<FetchedRecord> {
  const limits = { ...usualLimits, ...given };
  const agent = new Agent({
    connect: {
      lookup: privateAddresses ? lookup : reached(publicLookup(lookup)),
      timeout: Math.min(limits.milliseconds, 10_000),
    },
    // A server that sends nothing for so long will not.
    headersTimeout: limits.milliseconds,
    bodyTimeout: limits.milliseconds,
  });
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    let address = checkedAddress(named);
    let hop = address;
    // A page that has moved for good is known by its new address, one that is elsewhere for now by its own.
    let hasMoved = true;
    for (let redirects = 0; ; redirects += 1) {
      const url = recordAddress(hop);
      if (!privateAddresses) refusePrivateHost(url.hostname);
      const response = await fetch(url, {
        dispatcher: agent,
        redirect: 'manual',
        signal,
        headers: headersFor(await known(url.href)),
      });
      const location = isRedirect(response.status) ? response.headers.get('location') : null;
      if (location === null) return await read(response, url, address.href, limits);
      await response.body?.cancel();
      if (redirects >= limits.redirects)
        throw new FetchError(`redirects more than ${limits.redirects} times; check the address in a browser.`);
      hop = checkedAddress(location, url);
      hasMoved &&= response.status === 301 || response.status === 308;
      if (hasMoved) address = hop;
    }
  } catch (error) {
    throw reasonFor(error, limits);
  } finally {
    await agent.destroy();
  }
}

/** A page of an hour's talk with its report is less than one; video is more. */
const usualLimits: Limits = { bytes: 64 * 1024 * 1024, milliseconds: 60_000, redirects: 5 };

function checkedAddress(named: string, base?: URL): URL {
  if (!URL.canParse(named, base?.href)) throw new FetchError('is no address; write it as https://…');
  const url = new URL(named, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new FetchError(`leads to ${url.protocol}//, and only http and https are fetched.`);
  if (url.username !== '' || url.password !== '')
    throw new FetchError(
      'has a name or password in it, which would be kept with the session; save the page and ingest the file.',
    );
  url.hash = '';
  return url;
}

/** A meeting of transcripts.un.org has its transcript as JSON beside its page. */
function recordAddress(page: URL): URL {
  if (
    page.hostname !== 'transcripts.un.org' ||
    !/^\/[a-z]{2}\/./u.test(page.pathname) ||
    /\.(?:json|txt)$/u.test(page.pathname)
  )
    return page;
  const beside = new URL(page);
  beside.pathname = `${page.pathname.replace(/\/$/u, '')}.json`;
  beside.search = '';
  return beside;
}

function headersFor(version: Version | null): { [name: string]: string } {
  return {
    'user-agent': 'Rapporteur/0.1 (reads a page once when it is added)',
    accept: 'text/html, application/json, text/plain, */*;q=0.5',
    ...(version?.etag && { 'if-none-match': version.etag }),
    ...(version?.lastModified && { 'if-modified-since': version.lastModified }),
  };
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

async function read(response: Response, url: URL, address: string, limits: Limits): Promise<FetchedRecord> {
  if (response.status === 304) return { isChanged: false, at: url.href };
  if (!response.ok) {
    await response.body?.cancel();
    throw new FetchError(
      `the server answers ${`${response.status} ${response.statusText}`.trim()}; check the address in a browser, or save the page and ingest the file.`,
    );
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  // What comes out here is unpacked already, so that a few bytes that swell to gigabytes are stopped on the way.
  for await (const part of response.body ?? []) {
    size += (part as Uint8Array).length;
    if (size > limits.bytes)
      throw new FetchError(
        `is larger than ${Math.round((limits.bytes / 1024 / 1024) * 10) / 10} MB; save it and ingest the file.`,
      );
    parts.push(part as Uint8Array);
  }
  return {
    isChanged: true,
    address,
    at: url.href,
    bytes: Buffer.concat(parts),
    charset: charsetOf(response.headers.get('content-type') ?? ''),
    version: { etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified') },
  };
}

/** What a server says of the letters of a text; of anything else it says nothing. */
function charsetOf(contentType: string): string | null {
  if (!/^\s*(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|xhtml))/iu.test(contentType)) return null;
  return /charset\s*=\s*["']?([\w.:-]+)/iu.exec(contentType)?.[1] ?? null;
}

function reasonFor(error: unknown, limits: Limits): FetchError {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof FetchError) return at;
    if (at instanceof PrivateAddress) return new FetchError(at.message, { cause: error });
    const { name, code } = at as NodeJS.ErrnoException;
    if (name === 'TimeoutError' || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
      return new FetchError(
        `did not come within ${limits.milliseconds / 1000} seconds; try again, or save the page and ingest the file.`,
        { cause: error },
      );
    }
    const fault = connectionFaults[code ?? ''];
    if (fault !== undefined) return new FetchError(fault, { cause: error });
  }
  const { message, cause } = error as Error;
  return new FetchError(
    `could not be fetched (${cause instanceof Error ? cause.message : message}); check the address and the connection.`,
    { cause: error },
  );
}

const connectionFaults: { [code: string]: string } = {
  ENOTFOUND: 'there is no such host; check how it is written.',
  EAI_AGAIN: 'the name could not be looked up; check the connection to the network.',
  ECONNREFUSED: 'the server takes no connections; check the address and its port.',
  UND_ERR_CONNECT_TIMEOUT: 'the server does not answer; check the address and the connection.',
};
