/** Kinds of files that are no running text, and that no format here reads: they are refused by their names. */

const kinds: [pattern: RegExp, name: string][] = [
  [/^\s*Scenarist_SCC V/, 'closed captions of Scenarist (SCC), whose words are codes'],
  [/^\s*File Format=MacCaption_MCC V/, 'closed captions of MacCaption (MCC), whose words are codes'],
  [/^(?:\s*\{\d{1,7}\}\{\d{1,7}\}[^\n]*\n){2}/, 'MicroDVD subtitles, which count frames instead of seconds'],
  [/^\s*BEGIN:VCALENDAR\b/, 'a calendar (iCalendar)'],
  [/^\s*BEGIN:VCARD\b/, 'contacts (vCard)'],
];

/** What the text is, where it is of such a kind; null elsewhere. */
export function unreadKind(text: string): string | null {
  const head = text.slice(0, 2000);
  return kinds.find(([pattern]) => pattern.test(head))?.[1] ?? null;
}
