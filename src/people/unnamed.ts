/** What people are shown where a record does not tell who spoke. */
/**
 * The speaker's name; `voice 6` for a voice that nobody has named (`SPEAKER_06`); `unknown speaker (as written: Clerk)` for
 * a label that is not trusted; `unknown speaker` where there is none.
 */
export function shownSpeaker({ speaker, label }: { speaker: string | null; label?: string | undefined }): string {
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

/** What recognisers and people call a voice, in the languages of records. */
const voices = 'speaker spk voice person participant locuteur hablante orador sprecher спикер 发言人 说话人'.split(' ');
const voice = new RegExp(
  String.raw`^(?:(?:unknown|unidentified)[ _])?(?:${voices.join('|')}|s(?=\d))[ _#-]*\(?(\d{1,4}|\p{Lu})\)?$`,
  'iu',
);
