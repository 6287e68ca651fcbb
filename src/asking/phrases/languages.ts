/** What people say to ask for something, in all languages together: one file a language, one line a way to ask. */
import { phrases, type Phrases } from '../../words/matcher.ts';
import { arabic } from './arabic.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import type { WaysToAsk } from './ways-to-ask.ts';

const languages: WaysToAsk[] = [english, french, spanish, russian, chinese, arabic];

/** The phrases of one kind in every language. */
export function waysTo(ask: Exclude<keyof WaysToAsk, 'lists' | 'subjects'>): Phrases {
  return phrases(...languages.map(({ lists = {}, [ask]: lines = '' }) => ({ lines, lists })));
}

/** The ways to ask for a subject in every language. */
export function waysToAskFor(subject: string): Phrases {
  return phrases(...languages.map(({ lists = {}, subjects }) => ({ lines: subjects?.[subject] ?? '', lists })));
}
