/** A thousand addresses in all notations: nothing of a private network is fetched, and what is public may be. */
import type { lookup as lookUp } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchRecord } from '../../src/records/fetch-record.ts';
import { publicLookup, refusePrivateHost } from '../../src/records/public-addresses.ts';
import { chance, madeAddresses } from '../fixtures/addresses.ts';

let server: Server;
let port: number;
let asked = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    const to = new URL(request.url!, 'http://server').searchParams.get('to');
    if (to === null) response.end('Ana Lind: We begin.');
    else response.writeHead(302, { location: to.replaceAll(/[^\0-\x7F]/gu, encodeURIComponent) }).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const addresses = madeAddresses(1000, chance(8));
const hostOf = (host: string) => new URL(`http://${host}/`).hostname;
const literalOf = (host: string) => hostOf(host).replaceAll(/^\[|\]$/gu, '');
const isLiteral = (host: string) => /^\[|^[\d.]+$/.test(hostOf(host));

/** Every name has these addresses. */
const resolving = (...found: string[]) =>
  ((
    _host: string,
    _options: object,
    callback: (error: null, addresses: { address: string; family: number }[]) => void,
  ) =>
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as typeof lookUp;

const resolved = (host: string, ...found: string[]) =>
  new Promise<string[] | Error>((resolve) => {
    publicLookup(resolving(...found))(host, { all: true }, (error, given) =>
      resolve(error ?? (given as { address: string }[]).map(({ address }) => address)),
    );
  });

describe('of 1,000 addresses in all notations', () => {
  const fetchIt = (address: string, lookup: typeof lookUp) =>
    fetchRecord(address, {
      privateAddresses: false,
      known: async () => null,
      lookup,
      // What is judged to be public is this server.
      reached: (judged) => (host, options, callback) =>
        judged(host, { ...options, all: true }, (error) =>
          error ? callback(error, []) : callback(null, [{ address: '127.0.0.1', family: 4 }]),
        ),
    });
  const ofPrivate = addresses.filter(({ isPrivate }) => isPrivate).map(({ host }) => host);
  const ofPublic = addresses.filter(({ isPrivate }) => !isPrivate).map(({ host }) => host);
  const isRefused = /is (?:an address|a name) of this machine or of a private network/u;

  it('none that is private is fetched, as it is written', async () => {
    expect(ofPrivate.length).toBeGreaterThan(400);
    const before = asked;
    for (const host of ofPrivate)
      await expect(fetchIt(`http://${host}:${port}/`, resolving('127.0.0.1')), host).rejects.toThrow(isRefused);
    expect(asked).toBe(before);
  });
  it('none that is private is fetched, by a redirect to it', async () => {
    const before = asked;
    for (const host of ofPrivate) {
      const to = encodeURIComponent(`http://${host}:${port}/`);
      await expect(fetchIt(`http://open.example:${port}/?to=${to}`, resolving('93.184.215.14')), host).rejects.toThrow(
        isRefused,
      );
    }
    // Of each the page that redirects, and nothing more.
    expect(asked - before).toBe(ofPrivate.length);
  });
  it('none that is private is fetched, by a name that leads there', async () => {
    const before = asked;
    for (const host of ofPrivate.filter(isLiteral)) {
      const lookup = resolving('93.184.215.14', literalOf(host));
      await expect(fetchIt(`http://open.example:${port}/`, lookup), host).rejects.toThrow(isRefused);
    }
    expect(asked).toBe(before);
  });
  it('those that are public may be, as they are written and by a name', async () => {
    expect(ofPublic.length).toBeGreaterThan(400);
    for (const host of ofPublic) {
      expect(() => refusePrivateHost(hostOf(host)), host).not.toThrow();
      expect(await resolved('open.example', literalOf(host)), host).toHaveLength(1);
    }
    const fetched = await fetchIt(`http://open.example:${port}/`, resolving('93.184.215.14'));
    expect(fetched.isChanged).toBe(true);
  });
});

describe('what a resolver gives', () => {
  it('is connected to in the form that was judged', async () => {
    expect(await resolved('open.example', '::ffff:93.184.215.14', '2606:2800:0:0::1')).toEqual([
      '93.184.215.14',
      '2606:2800::1',
    ]);
  });
  it.each(['0x7f.1', '127.1', '2130706433', 'fe80::1%eth0', '2606:2800::1%eth0', 'open.example', ''])(
    'is refused where it is no plain address of the internet: %j',
    async (address) => {
      expect(String(await resolved('open.example', address))).toMatch(/of this machine or of a private network/u);
    },
  );
  it('is refused where it is nothing', async () => {
    expect(await resolved('open.example')).toMatchObject({ code: 'ENOTFOUND' });
  });
});
