/** What was spent on models' servers, and what may be, as people are told it. */
import type { Limit, TokenLedger, Used } from './token-ledger.ts';

/** `1,200 of 50,000 tokens of models today, 9,300 this month` */
export function usedInWords(used: Used, limits: Limit[], of: Limit['of']): string {
  const [today, month] = (['day', 'month'] as const).map((per) => {
    const most = limits.find((limit) => limit.of === of && limit.per === per)?.tokens;
    return used[per].toLocaleString('en') + (most === undefined ? '' : ` of ${most.toLocaleString('en')}`);
  });
  return `${today} tokens of models today, ${month} this month`;
}

export function isUsedUp(used: Used, limits: Limit[], of: Limit['of']): boolean {
  return limits.some((limit) => limit.of === of && used[limit.per] >= limit.tokens);
}

/** Of a place, to those in it: nothing of what others spend but that nothing is left. Null where there is nothing to tell. */
export async function spentInWords(ledger: TokenLedger, place: string, nowMs: number): Promise<string | null> {
  const { limits } = ledger;
  const here = await ledger.used(place, nowMs);
  if (limits.length === 0 && here.month === 0) return null;
  const isOver = isUsedUp(here, limits, 'place') || isUsedUp(await ledger.used(null, nowMs), limits, 'all');
  const told = `${usedInWords(here, limits, 'place')} (days and months of UTC).`;
  return isOver ? `${told} The budget is used up, so answers are made without a model.` : told;
}
