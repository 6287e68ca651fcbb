/**
 * Tokens with which other programs come in: each has a name and what of the library it may see. The token itself is
 * shown once, when it is made; kept is only what tells it (SHA-256, as it is random and long).
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Scope } from '../answer.ts';
import { operator } from '../access/origin.ts';
import { LibraryError } from '../library/library.ts';
import { makePrivateFolder } from '../library/private-files.ts';

export interface Access {
  name: string;
  /** What of the library it sees; all that is the operator's where absent. */
  scope?: Scope | undefined;
  /** Whether it may put records in, as the operator's own. */
  mayIngest?: boolean | undefined;
  /** ISO time. */
  made: string;
}

const version = 1;
const tokenSchema = z.object({
  name: z.string(),
  hash: z.string(),
  made: z.string(),
  mayIngest: z.boolean().optional(),
  scope: z
    .object({ sessions: z.array(z.string()), events: z.array(z.string()) })
    .partial()
    .optional(),
});
const schema = z.object({ version: z.literal(version), tokens: z.array(tokenSchema) });
export type StoredToken = z.infer<typeof tokenSchema>;

/** What another process adds or removes holds at once. */
export interface Tokens {
  list(): Promise<Access[]>;
  /** The token, which is shown this once. Rejects with a `LibraryError` where the name is taken. */
  add(access: Omit<Access, 'made'>, now: Date): Promise<string>;
  /** False where there is none of that name. */
  remove(name: string): Promise<boolean>;
  /** Whose a token is; null where it is nobody's. */
  accessOf(token: string): Promise<Access | null>;
  /** As they are kept, for another place. */
  all(): Promise<StoredToken[]>;
  /** False where there is one of that name. */
  keep(token: StoredToken): Promise<boolean>;
  close(): Promise<void>;
}

/** Those kept in the folder of a library. */
export function tokensIn(folder: string): Tokens {
  const file = path.join(folder, 'tokens.json');

  function read(): StoredToken[] {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
    const found = schema.safeParse(jsonOf(text));
    if (found.success) return found.data.tokens;
    throw new LibraryError(
      `${file}: cannot be read as tokens of this version of Rapporteur. Use the version that wrote it, or delete it and make the tokens anew.`,
    );
  }

  function write(tokens: StoredToken[]): void {
    makePrivateFolder(folder);
    const written = `${file}.${process.pid}.new`;
    try {
      writeFileSync(written, `${JSON.stringify({ version, tokens }, null, 2)}\n`, { mode: 0o600, flush: true });
      renameSync(written, file);
    } finally {
      rmSync(written, { force: true });
    }
  }

  async function keep(token: StoredToken): Promise<boolean> {
    const tokens = read();
    const isNew = tokens.every(({ name }) => name !== token.name);
    if (isNew) write([...tokens, token]);
    return isNew;
  }

  return {
    list: async () => read().map((one) => listed(one)),
    add: (access, now) => added(access, now, keep),
    async remove(name) {
      const tokens = read();
      const left = tokens.filter((each) => each.name !== name);
      if (left.length < tokens.length) write(left);
      return left.length < tokens.length;
    },
    async accessOf(token) {
      const hash = Buffer.from(hashOf(token));
      const found = read().find((each) =>
        timingSafeEqual(Buffer.from(each.hash.padEnd(hash.length).slice(0, hash.length)), hash),
      );
      return found === undefined ? null : accessWith(found);
    },
    all: async () => read(),
    keep,
    close: async () => {},
  };
}

export function listed({ hash: _hash, ...access }: StoredToken): Access {
  return access;
}

/** Makes one and keeps its hash. */
export async function added(
  { name, scope, mayIngest }: Omit<Access, 'made'>,
  now: Date,
  keep: Tokens['keep'],
): Promise<string> {
  const token = `${prefix}${randomBytes(bytes).toString('base64url')}`;
  const made = now.toISOString();
  const stored = { name, hash: hashOf(token), made, ...(scope && { scope }), ...(mayIngest && { mayIngest }) };
  if (await keep(stored)) return token;
  throw new LibraryError(`There is a token called "${name}" already; remove it first, or take another name.`);
}

export function accessWith(stored: StoredToken): Access {
  const access = listed(stored);
  // What is restricted may name it: `token:` and its name.
  return { ...access, scope: { ...access.scope, origins: [operator], place: `token:${access.name}` } };
}

/** By which a leaked one is known for what it is. */
const prefix = 'rapporteur_';
const bytes = 32;

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
