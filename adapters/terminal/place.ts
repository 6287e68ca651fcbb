/** The terminal as a place that things are kept for, and who sits there. */
import { operatorsOwn } from '../../src/access/sees.ts';

export const place = { platform: 'terminal', workspace: '', channel: '' };
export const user = 'operator';
export const seen = [operatorsOwn];
