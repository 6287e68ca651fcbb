/** What may be spent on servers of models, as those who spend it know it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Seen } from './answer.ts';

export interface Budget {
  /**
   * Leave to spend about so many tokens for whoever pays (`paying`); null where the budget is used up, or where the rest
   * of it is set aside for others for longer than `waitMs`. What was given leave is to be ended, whatever happens.
   */
  admit(purpose: Purpose, tokens: number, waitMs: number): Promise<Allowance | null>;
}

/** A commission is admitted reply by reply, and is no measure for how much an answer may take. */
export type Purpose = 'answers' | 'commissions' | 'embeddings';

/** Leave for one answer, or for one request for vectors. */
export interface Allowance {
  /** Counts what a server used, or what it may have where it did not say; on disk when it resolves. */
  spend(usage: { inputTokens: number; outputTokens: number; isEstimated?: boolean }): Promise<void>;
  /** Whether about so many tokens more may be spent; they are set aside. */
  mayGoOn(tokens: number): Promise<boolean>;
  /** Gives back the rest; a line for who asked where the budget will soon be used up, or null. */
  end(): Promise<string | null>;
}

/** Counts nothing and gives leave for everything. */
export const unlimited: Budget = {
  admit: async () => ({ spend: async () => {}, mayGoOn: async () => true, end: async () => null }),
};

/** Whether anything is asked of a server that counts tokens. */
export function countsTokens({
  CHAT_MODEL,
  EMBEDDING_MODEL,
}: {
  CHAT_MODEL?: string | undefined;
  EMBEDDING_MODEL: string;
}): boolean {
  return CHAT_MODEL !== undefined || (EMBEDDING_MODEL !== 'built-in' && !EMBEDDING_MODEL.startsWith('local:'));
}

/** What a commission may cost where nothing else is said: replies of the model, and tokens of all of them and what they read. */
export const usualCommission = { steps: 12, tokens: 40_000 };

/** For whom the work at hand is done. */
export const paying = new AsyncLocalStorage<string>();

/** The place a budget counts for: `slack:T0123`, `reader`, `token:NAME`; of several the first. */
export function payerOf(seen: Seen | undefined): string {
  const place = [seen ?? []].flat().find((scope) => scope.place !== undefined)?.place;
  return place === undefined ? 'terminal' : place.split('/')[0]!;
}

/** Tokens of a text of which nobody told how many it has, rather too many than too few. */
export function estimatedTokens(characters: number): number {
  return Math.ceil(characters / 3);
}
