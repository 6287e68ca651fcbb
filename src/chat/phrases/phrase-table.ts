/** What every language says: the same phrases as English. */
import type { english } from './english.ts';

export type Phrases = Record<keyof typeof english, string>;
