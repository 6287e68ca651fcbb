/** Who spoke on a dig.watch page, and what was said: its list of speakers and its transcript. */
import { type Turn } from '../../session.ts';
import { type Reading, plain, sentenceCase } from './digwatch-items.ts';
import { isRole, looksLikeName, peopleOfPage } from './digwatch-people.ts';
import { type Section, bareHeading, isBullet, shortened, withoutBullet } from './digwatch-sections.ts';

export function readSpeakers(section: Section, page: Reading): void {
  let moderating: string | null = null;
  for (const line of section.lines) {
    const text = withoutBullet(line.text).trim();
    const bare = bareHeading(text);
    if (
      /^(?:speakers?|moderators?|additional|online|onsite|on site|panell?ists?)\b/.test(bare) &&
      (line.level > 0 || text.endsWith(':') || /^(?:online |onsite |on site )?(?:speakers?|moderators?)$/.test(bare))
    ) {
      moderating = /\bmoderators?$/.test(bare) ? sentenceCase(bare.replace(/s$/, '')) : null;
      continue;
    }
    if (/^(?:none|n\/a|no additional|no other|not applicable)\b/i.test(text)) continue;
    const [name, role] = nameAndRole(text);
    if (
      name === '' ||
      name.length > 80 ||
      name.split(' ').length > 8 ||
      !/\p{L}/u.test(name) ||
      (!isBullet(line.text) && role === null && !looksLikeName(name))
    ) {
      page.problems.push({ line: line.number, message: `no speaker could be read from "${shortened(text)}"` });
      continue;
    }
    const moderates = moderating !== null && !role?.toLowerCase().includes('moderat') ? moderating : null;
    page.people.add(name, role && moderates ? `${role}; ${moderates}` : (role ?? moderates));
  }
}

/** `**Name** – role`, `Name – role`, `Name: role` or `Name, role`; the role null where none is given. */
function nameAndRole(text: string): [string, string | null] {
  const bold = /^\*\*([^*]{1,100})\*\*/.exec(text);
  if (bold)
    return [
      plain(bold[1] ?? '').replace(/[:,]$/, ''),
      plain(text.slice(bold[0].length).replace(/^\s*[–—:,-]\s*/, '')) || null,
    ];
  const split = /^(.{1,100}?)(?: [–—-] |: |, )(.*)$/.exec(text);
  return split ? [plain(split[1] ?? ''), plain(split[2] ?? '') || null] : [plain(text), null];
}

export function readTranscript(section: Section, page: Reading, blocks: Set<string>): void {
  const blockNames = peopleOfPage();
  for (const name of blocks) blockNames.add(name);
  const isKnown = (name: string): boolean => page.people.find(name) !== null || blockNames.find(name) !== null;

  const starts = section.lines.map((line) => turnStart(line.text));
  const times = new Map<string, number>();
  for (const start of starts) if (start) times.set(start.name, (times.get(start.name) ?? 0) + 1);
  const named = starts.map((start) => (start && (isKnown(start.name) || looksLikeName(start.name)) ? start : null));
  const everyLineNames = named.every((start) => start !== null);
  // Where turns go on over lines, one word before a colon may be the sentence's own: "Five: six".
  const isDoubtful = (name: string): boolean => !everyLineNames && !isKnown(name) && times.get(name) === 1;
  const accepted = named.map((start) =>
    start && isDoubtful(start.name) && !start.name.includes(' ') && !isRole(start.name) ? null : start,
  );

  let turn: Turn | null = null;
  let line = 0;
  section.lines.forEach((source, index) => {
    const start = accepted[index];
    if (start) {
      finish();
      if (isDoubtful(start.name)) {
        page.problems.push({
          line: source.number,
          message: `"${shortened(start.name)}" is not among the page's speakers; taken as who speaks, because the line starts with it`,
        });
      }
      turn = { speaker: page.people.add(start.name), text: start.words, times: [] };
      line = source.number;
    } else if (turn) turn.text = turn.text === '' ? source.text : `${turn.text} ${source.text}`;
    else {
      turn = { speaker: null, text: source.text, times: [] };
      line = source.number;
    }
  });
  finish();

  function finish(): void {
    if (!turn) return;
    if (turn.text === '')
      page.problems.push({ line, message: `${shortened(turn.speaker ?? 'someone')} is named but no words follow` });
    else page.turns.push(turn);
    if (turn.speaker === null)
      page.problems.push({ line, message: 'words without a name before them; their speaker is unknown' });
    turn = null;
  }
}

/** The name before the first colon, in bold or not, and the words after it, which stay as they stand. */
export function turnStart(text: string): { name: string; words: string } | null {
  const colon = text.slice(0, 120).indexOf(':');
  if (colon < 1) return null;
  const bold = text.startsWith('**');
  const name = text.slice(0, colon).replaceAll('**', '').trim();
  let words = text.slice(colon + 1);
  if (bold && !text.slice(2, colon).includes('**')) {
    if (!words.startsWith('**')) return null;
    words = words.slice(2);
  }
  return name === '' ? null : { name, words: words.trim() };
}
