/** The terminal as a place that things are kept for, and who sits there. */
import { operatorsOwn } from '../../src/access/sees.ts';
import { operatorsKeeper } from '../../src/chat/keeper.ts';

export const { place, user } = operatorsKeeper;
export const seen = [operatorsOwn];
