/**
 * Which addresses are those of the public internet. Every notation of one address is judged in its one normal form, also
 * where an IPv6 address carries an IPv4 one. What is not known to be public is not: a resolver may say anything.
 */
import type { lookup as lookUp, LookupAddress, LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Why an address is not fetched, for people: what is wrong and what to do. */
export class PrivateAddress extends Error {
  override name = 'PrivateAddress';
}

/** Throws a `PrivateAddress` for a host, as `URL` writes it, that its own notation or name shows not to be public. */
export function refusePrivateHost(hostname: string): void {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  // "printer.local." is the same name, from the root.
  const host = bare.split('.').filter(Boolean).join('.');
  if (isIP(host) !== 0) judgedAddress(host, host);
  else if (!host.includes('.') || internalNames.some((name) => host === name || host.endsWith(`.${name}`)))
    throw refusalOf(host, 'a name');
}

/** `dns.lookup` that gives the addresses of a name in their normal form, and none where one of them is not public. */
export function publicLookup(lookup: typeof lookUp) {
  return (
    host: string,
    options: LookupOptions,
    callback: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
  ): void => {
    lookup(host, { ...options, all: true }, (error, found) => {
      try {
        if (error) throw error;
        const addresses = found.map(({ address }) => judgedAddress(address, host));
        const [first] = addresses;
        if (!first) throw Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' });
        if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      } catch (refused) {
        callback(refused as Error, []);
      }
    });
  };
}

/** The address in its normal form, which is the one to connect to. `host` is whose it is. */
function judgedAddress(address: string, host: string): LookupAddress {
  if (isIP(address) === 0) throw refusalOf(`${host} (${address.slice(0, 60)})`, 'an address');
  const parsed = ipaddr.process(address);
  const judged = parsed instanceof ipaddr.IPv6 ? (carriedBy(parsed) ?? parsed) : parsed;
  const range = rangeOf(judged);
  if (range !== 'unicast') throw refusalOf(address === host ? host : `${host} (${address})`, 'an address', range);
  return { address: parsed.toString(), family: parsed.kind() === 'ipv6' ? 6 : 4 };
}

/**
 * The IPv4 address to which a translator or a tunnel takes an IPv6 one: NAT64 (RFC 6052), 6to4 (RFC 3056), ISATAP
 * (RFC 5214). Null where it carries none, or one that nobody can tell for certain.
 */
function carriedBy({ parts }: ipaddr.IPv6): ipaddr.IPv4 | null {
  const [a, b, c, , e, f, g, h] = parts as [number, number, number, number, number, number, number, number];
  const isNat64 = a === 0x64 && b === 0xff9b && parts.slice(2, 6).every((part) => part === 0);
  if (isNat64 || ((e === 0 || e === 0x200) && f === 0x5efe)) return ofParts(g, h);
  return a === 0x2002 ? ofParts(b, c) : null;
}

const ofParts = (high: number, low: number) => new ipaddr.IPv4([high >> 8, high & 255, low >> 8, low & 255]);

/** As `ipaddr.js` calls it: `unicast` where it is public. */
function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  if (cloudServices.has(address.toString())) return 'cloud service';
  if (address instanceof ipaddr.IPv4) return address.range();
  // Public ones are given out of 2000::/3 alone (RFC 4291, as IANA keeps it); the library takes all it has no name for as such.
  return address.zoneId === undefined && (address.parts[0]! & 0xe000) === 0x2000 ? address.range() : 'reserved';
}

/** Azure gives its machines their keys at a public address; the other clouds at link-local and private ones. */
const cloudServices = new Set(['168.63.129.16']);

/** Suffixes that are never given out in public (RFC 6761, 6762, 8375; `internal` by ICANN), and those that networks use as if so. */
const internalNames =
  'localhost local localdomain internal intranet private corp home lan home.arpa svc consul docker'.split(' ');

function refusalOf(where: string, what: string, range?: string): PrivateAddress {
  return new PrivateAddress(
    `${where} is ${what} of this machine or of a private network${range ? ` (${range})` : ''}; ` +
      'save the page and ingest the file, or set INGEST_PRIVATE_ADDRESSES=true.',
  );
}
