/** The tokens of other programs where the settings say: in the library's folder, or on its server. */
import type { Config } from '../config.ts';
import { readAddress } from '../library/postgres/address.ts';
import { bringToday } from '../library/postgres/schema.ts';
import { reach, type Servers } from '../library/postgres/servers.ts';
import { accessWith, added, hashOf, listed, tokensIn, type StoredToken, type Tokens } from './tokens.ts';

type Where = Pick<Config, 'LIBRARY_PATH' | 'LIBRARY_URL'>;

/** With a server, those that an earlier version made in the folder hold too. */
export function openTokens({ LIBRARY_PATH: folder, LIBRARY_URL: url }: Where): Tokens {
  const inFolder = tokensIn(folder);
  return url === undefined ? inFolder : bothOf(tokensAt(url), inFolder);
}

/** Those kept on the server of a library, which is reached when the first is asked for. */
export function tokensAt(url: string): Tokens {
  const address = readAddress(url);
  let reached: Promise<Servers> | null = null;

  async function opened(): Promise<Servers> {
    const servers = await reach(address);
    await servers.using((to) => bringToday(to, address.schema));
    return servers;
  }
  const asked: Servers['using'] = async (work) => {
    reached ??= opened().catch((error: unknown) => {
      reached = null;
      throw error;
    });
    return (await reached).using(work);
  };
  const tokens = async (where = '', ...values: string[]) => {
    const rows = await asked((to) => to.all<{ token: string }>(`SELECT token FROM tokens ${where}`, ...values));
    return rows.map(({ token }) => JSON.parse(token) as StoredToken);
  };
  const keep: Tokens['keep'] = async (token) =>
    (await asked((to) =>
      to.change(
        'INSERT INTO tokens VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        token.name,
        token.hash,
        JSON.stringify(token),
      ),
    )) === 1;

  return {
    list: async () => (await tokens('ORDER BY name')).map((one) => listed(one)),
    add: (access, now) => added(access, now, keep),
    remove: async (name) => (await asked((to) => to.change('DELETE FROM tokens WHERE name = $1', name))) === 1,
    async accessOf(token) {
      const [found] = await tokens('WHERE hash = $1', hashOf(token));
      return found === undefined ? null : accessWith(found);
    },
    all: () => tokens('ORDER BY name'),
    keep,
    close: async () => (await reached)?.close(),
  };
}

/** What is added goes to the first. */
function bothOf(first: Tokens, second: Tokens): Tokens {
  const keep: Tokens['keep'] = async (token) => {
    const isThere = (await second.list()).some(({ name }) => name === token.name);
    return !isThere && first.keep(token);
  };
  return {
    list: async () => [...(await first.list()), ...(await second.list())],
    add: (access, now) => added(access, now, keep),
    remove: async (name) => [await first.remove(name), await second.remove(name)].includes(true),
    accessOf: async (token) => (await second.accessOf(token)) ?? first.accessOf(token),
    all: async () => [...(await first.all()), ...(await second.all())],
    keep,
    close: () => first.close(),
  };
}

/** Puts them into another place, a folder or the address of a server; those of a name that is taken there stay behind. */
export async function moveTokensTo(where: Where, to: string): Promise<number> {
  const [from, target] = [openTokens(where), to.includes('://') ? tokensAt(to) : tokensIn(to)];
  try {
    let moved = 0;
    for (const token of await from.all()) if (await target.keep(token)) moved += 1;
    return moved;
  } finally {
    await from.close();
    await target.close();
  }
}
