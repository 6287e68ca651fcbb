/** What people are shown where a record does not tell who spoke. */
import type { Turn } from '../session.ts';

/**
 * The speaker's name; `voice 6` for a voice that nobody has named (`SPEAKER_06`); `unknown speaker (as written: Clerk)` for
 * a label that is not trusted; `unknown speaker` where there is none.
 */
export function shownSpeaker({ speaker, label }: Pick<Turn, 'speaker' | 'label'>): string {
  if (speaker !== null) return speaker;
  if (label === undefined) return 'unknown speaker';
  return voiceOf(label) ?? `unknown speaker (as written: ${label})`;
}

/** `voice 6` of `SPEAKER_06`, `Speaker 6` or `S06`, `voice B` of `Speaker B`; null for what is no mark of a voice. */
export function voiceOf(label: string): string | null {
  const mark = voice.exec(label.trim())?.[1];
  if (mark === undefined) return null;
  return `voice ${/^\d/.test(mark) ? Number(mark) : mark.toUpperCase()}`;
}

/** What recognisers call a voice in several languages; `S` only before a number. */
const called = 'speaker|spk|voice|person|participant|locuteur|hablante|orador|sprecher|спикер|发言人|说话人|s(?=\\d)';
const voice = new RegExp(`^(?:(?:unknown|unidentified)[ _])?(?:${called})[ _#-]*\\(?(\\d{1,4}|\\p{Lu})\\)?$`, 'iu');
