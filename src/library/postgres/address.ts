/** Where a library in PostgreSQL is: its servers and its schema, read from `LIBRARY_URL`. */
import { LibraryError } from '../library.ts';

export interface Address {
  /** One connection string a server, in the order they are tried. */
  servers: string[];
  /** Each library is a schema of its own, so that one database holds several. */
  schema: string;
  /** As errors name it, without the password. */
  place: string;
}

/**
 * `postgres://user:password@host:5432/database?library=name`; after a comma more servers, of which the one that can be
 * written to is used. Throws a `LibraryError` for anything else.
 */
export function readAddress(url: string): Address {
  const parts = /^(postgres(?:ql)?:\/\/)(?:([^@/?#]*)@)?([^@/?#]+)(?:\/([^?#]*))?(?:\?(.*))?$/u.exec(url);
  if (!parts) throw new LibraryError(`LIBRARY_URL: is no address of PostgreSQL. ${example}`);
  const [, scheme, user, hosts, database = '', query = ''] = parts;
  const settings = new URLSearchParams(query);
  const schema = settings.get('library') ?? 'rapporteur';
  if (!/^[a-z_][a-z0-9_]{0,62}$/u.test(schema) || /^pg_|^(?:public|information_schema)$/u.test(schema))
    throw new LibraryError(
      `LIBRARY_URL: “${schema}” cannot be the name of a library: small letters, digits and _, and not one of PostgreSQL's own.`,
    );
  settings.delete('library');
  const rest = `/${database}${settings.size > 0 ? `?${settings.toString()}` : ''}`;
  const servers = hosts!.split(',').map((host) => `${scheme}${user === undefined ? '' : `${user}@`}${host}${rest}`);
  if (!servers.every((server) => URL.canParse(server)))
    throw new LibraryError(`LIBRARY_URL: a host or port in it cannot be read. ${example}`);
  return { servers, schema, place: `${scheme}${hosts}/${database}${schema === 'rapporteur' ? '' : ` (${schema})`}` };
}

const example =
  'It is like postgres://user:password@host:5432/database?library=name, with %40 for an @ in the password.';
