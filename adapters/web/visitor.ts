/** Who looks at the reader or calls its interface, and what of the library they may see. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Scope } from '../../src/answer.ts';
import { keeperOf, operatorsKeeper, type Keeper } from '../../src/chat/keeper.ts';
import { bearerOf } from '../../src/operations/http.ts';
import type { Tokens } from '../../src/operations/tokens.ts';

export interface Visitor {
  /** Whose token it is; `anybody` without one. */
  name: string;
  scope: Scope | undefined;
  /** For whom is kept what they watch and keep; null for anybody. */
  keeper: Keeper | null;
}

export interface Entry {
  tokens: Tokens;
  /** What anybody sees without a token; null where a token is asked for. */
  anybody: { scope: Scope | undefined } | null;
  /** Good for whoever started the program, as long as it runs; null where nobody did who could use it. */
  ownToken: string | null;
  /** Whether cookies go over HTTPS alone. */
  isSecure: boolean;
}

const cookie = 'rapporteur';
/** In seconds: thirty days. */
const cookieLasts = 30 * 24 * 60 * 60;

/** Null where a token is needed and there is none that is good. */
export async function visitorOf(context: Context, { tokens, anybody, ownToken }: Entry): Promise<Visitor | null> {
  const bearer = bearerOf(context.req.header('authorization'));
  const token = bearer ?? getCookie(context, cookie);
  if (token !== undefined) {
    if (ownToken !== null && isSame(token, ownToken))
      return { name: 'operator', scope: undefined, keeper: operatorsKeeper };
    const access = await tokens.accessOf(token);
    if (access) return { name: access.name, scope: access.scope, keeper: keeperOf(access.name) };
    // A token that is no longer good is not taken for none at the interface: whoever sent it must know.
    if (bearer !== undefined) return null;
  }
  return anybody && { name: 'anybody', scope: anybody.scope, keeper: null };
}

export async function isGood(token: string, { tokens, ownToken }: Entry): Promise<boolean> {
  return (ownToken !== null && isSame(token, ownToken)) || (await tokens.accessOf(token)) !== null;
}

export function remember(context: Context, token: string, { isSecure }: Entry): void {
  setCookie(context, cookie, token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    path: '/',
    maxAge: cookieLasts,
  });
}

export function forget(context: Context): void {
  deleteCookie(context, cookie, { path: '/' });
}

/** Compared by their hashes, which have one length. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
