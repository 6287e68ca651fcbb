/** Who is who on one dig.watch page, where the same person is spelt in several ways. */
import type { Speaker } from '../../session.ts';

export interface People {
  /** Adds a person, or a spelling of one already there; gives the name the session knows them by. */
  add(written: string, role?: string | null): string;
  /** The name the session knows them by, or null. */
  find(written: string): string | null;
  /** As `find`, and keeps the spelling; where nobody is meant, the name as written. */
  meet(written: string): string;
  /** Keeps the spellings of known names that stand in running text. */
  scan(text: string): void;
  speakers(): Speaker[];
}

/**
 * Two spellings are one person where they hold the same words in any order, titles and diacritics
 * aside, and ä, ö, ü may be a, o, u or ae, oe, ue. Nothing looser: a wrong name is worse than none.
 */
export function peopleOfPage(): People {
  const people: Speaker[] = [];
  const byName = new Map<string, Speaker>();
  const byKey = new Map<string, Speaker>();
  /** Keys that two people of the page share; only their names as written tell them apart. */
  const shared = new Set<string>();
  const words = new Set<string>();
  const lengths = new Set<number>();

  function lookUp(written: string): Speaker | null {
    const exact = byName.get(written);
    if (exact) return exact;
    for (const key of keysOf(written)) {
      const person = shared.has(key) ? undefined : byKey.get(key);
      if (person) return person;
    }
    return null;
  }

  function learn(person: Speaker, written: string): void {
    byName.set(written, person);
    for (const key of keysOf(written)) {
      const other = byKey.get(key);
      if (other && other !== person) shared.add(key);
      else byKey.set(key, person);
      const parts = key.split(' ');
      if (parts.length > 1) lengths.add(parts.length);
      for (const part of parts) words.add(part);
    }
  }

  function keep(person: Speaker, written: string): void {
    if (written === person.name || person.otherNames.includes(written)) return;
    person.otherNames.push(written);
    learn(person, written);
  }

  return {
    add(written, role = null) {
      const known = lookUp(written);
      if (known && (known.role === null || role === null || known.role === role)) {
        known.role ??= role;
        keep(known, written);
        return known.name;
      }
      // Listed twice, as on pages that name the moderators apart: one person who holds both roles.
      if (known?.name === written) {
        if (role !== null && !known.role?.includes(role)) known.role = `${known.role}; ${role}`;
        return written;
      }
      const person: Speaker = { name: written, otherNames: [], role, affiliation: null };
      people.push(person);
      learn(person, written);
      return written;
    },
    find: (written) => lookUp(written)?.name ?? null,
    meet(written) {
      const person = lookUp(written);
      if (!person) return written;
      keep(person, written);
      return person.name;
    },
    scan(text) {
      const sizes = [...lengths].sort((a, b) => b - a);
      let run: { start: number; end: number }[] = [];
      for (const match of text.matchAll(/\p{L}[\p{L}\p{M}'’]*/gu)) {
        const stem = match[0].replace(/['’]s$/, '');
        const word = { start: match.index, end: match.index + stem.length };
        const previous = run.at(-1);
        const joined = previous && word.start === previous.end + 1 && /[ -]/.test(text.charAt(previous.end));
        const known = /^\p{Lu}|^\p{Lo}/u.test(stem) && variantsOf(stem).some((variant) => words.has(variant));
        if (!known) run = [];
        else if (joined) run.push(word);
        else run = [word];
        for (const size of sizes) {
          const first = run.at(-size);
          if (run.length < size || !first) continue;
          const written = text.slice(first.start, word.end);
          const person = lookUp(written);
          if (!person) continue;
          if (written.toLowerCase() !== person.name.toLowerCase()) keep(person, written);
          run = [];
          break;
        }
        if (run.length > 8) run.shift();
      }
    },
    speakers: () => people,
  };
}

/** Whether words before a colon can be the name of one who speaks, by their look alone. */
export function looksLikeName(written: string): boolean {
  if (written.length > 300) return false;
  const name = written.replace(/\s*\([^()]*\)$/, '');
  if (name === '' || name.length > 60 || /[!?;,"“”[\]|/<>=…]/.test(name)) return false;
  const parts = name.split(/\s+/);
  const first = parts[0]?.toLowerCase() ?? '';
  if (parts.length > 6 || (notNames.has(first) && (parts.length === 1 || !alsoNames.has(first)))) return false;
  return parts.every((part, index) => {
    if (part.endsWith('.') && part.length > 5) return false;
    if (index > 0 && (particles.has(part) || roleWords.has(part) || /^#?\d{1,3}$/.test(part))) return true;
    return (
      /^(?:[\p{Lu}\p{Lt}\p{Lo}]|d['’]|al-|el-)[\p{L}\p{M}\p{N}'’._-]*$/u.test(part) ||
      (index === 0 && particles.has(part) && parts.length > 1)
    );
  });
}

/** Whether a name is what someone does there: `Audience`, `Online moderator`. */
export function isRole(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[\s\d#]+/)
    .some((part) => roleWords.has(part));
}

const particles = new Set([
  'de',
  'da',
  'do',
  'dos',
  'das',
  'del',
  'della',
  'di',
  'du',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'ten',
  'zu',
  'bin',
  'binti',
  'ibn',
  'al',
  'el',
  'y',
  'e',
]);
const roleWords = new Set([
  'moderator',
  'member',
  'participant',
  'speaker',
  'chair',
  'host',
  'interpreter',
  'panelist',
  'panellist',
  'rapporteur',
  'audience',
  'delegate',
  'representative',
]);
/** Words that open a sentence, not a name: "So: …", "Question: …". */
const notNames = new Set(
  (
    'so and but or yes no now then well okay ok the a an this that these those it i we you he she they my our your his her their ' +
    'first second third fourth next last finally also because if when what why how where who which question answer example note remember ' +
    'look listen again today here there please thank thanks for in on as at to from by of is are one two three number point points let ' +
    'not just even all maybe perhaps summary topics arguments explanation evidence'
  ).split(' '),
);
/** Of those, the ones people are called, when another name follows: "An Nguyen". */
const alsoNames = new Set(['so', 'an', 'he', 'in', 'on', 'my', 'our']);

const titles = new Set([
  'dr',
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'prof',
  'professor',
  'sir',
  'dame',
  'amb',
  'ambassador',
  'madam',
]);

/** Spellings under which a name is looked up: its folded words, sorted. */
function keysOf(written: string): string[] {
  if (written.length > 200) return [];
  const bare = written.replace(/\([^()]*\)/g, ' ').replace(/\b(?:H\.\s?E|Hon)\./g, ' ');
  return variantsOf(bare)
    .map((variant) => {
      const parts = variant.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
      while (parts.length > 1 && titles.has(parts[0] ?? '')) parts.shift();
      return parts.sort().join(' ');
    })
    .filter((key) => key !== '');
}

/** Lower case without diacritics, once with ä as a and once with ä as ae. */
function variantsOf(written: string): string[] {
  const lower = written
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replaceAll('ı', 'i');
  const plain = withoutMarks(lower.replaceAll('ø', 'o'));
  const spelled = withoutMarks(
    lower.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ø', 'oe').replaceAll('ü', 'ue'),
  );
  return plain === spelled ? [plain] : [plain, spelled];
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
