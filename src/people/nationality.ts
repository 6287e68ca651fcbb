/** Adjectives of countries. */
import { regions } from '../words/names.ts';
import { remembering } from '../words/remembering.ts';

/** `india` of `indian`, `china` of `chinese`, folded; null where a word is no adjective of a country. */
export const countryOf = remembering(readAdjective, 20_000);

function readAdjective(word: string): string | null {
  const known = irregular[word];
  if (known) return known;
  const stem = /^(.{3,})(?:ese|ian|ean|an|ish|i|n)$/.exec(word)?.[1];
  if (!stem || regions().has(word)) return null;
  // The shortest is meant: `india`, not `indiana`.
  const countries = [...regions()].filter(
    (region) => region.startsWith(stem) && region.length <= stem.length + 4 && !region.includes(' '),
  );
  return countries.toSorted((one, other) => one.length - other.length)[0] ?? null;
}

const irregular: Record<string, string> = {
  american: 'united states',
  british: 'united kingdom',
  danish: 'denmark',
  dutch: 'netherlands',
  emirati: 'united arab emirates',
  english: 'united kingdom',
  french: 'france',
  greek: 'greece',
  irish: 'ireland',
  korean: 'south korea',
  mexican: 'mexico',
  norwegian: 'norway',
  polish: 'poland',
  portuguese: 'portugal',
  saudi: 'saudi arabia',
  spanish: 'spain',
  swiss: 'switzerland',
};
