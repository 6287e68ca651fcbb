/** Adjectives of countries. */
import { regions } from '../words/names.ts';
import { remembering } from '../words/remembering.ts';

/** `india` of `indian`, `china` of `chinese`, folded; null where a word is no adjective of a country. */
export const countryOf = remembering(readAdjective, 20_000);

function readAdjective(word: string): string | null {
  const known = irregular[word];
  if (known) return known;
  if (regions().has(word)) return null;
  if (word.endsWith('n') && regions().has(word.slice(0, -1))) return word.slice(0, -1);
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= shortestStem);
  if (!ending) return null;
  const stem = word.slice(0, -ending.length);
  const countries = (byBeginning().get(stem.slice(0, shortestStem)) ?? []).filter(
    (region) => region.startsWith(stem) && region.length <= stem.length + 4,
  );
  // The shortest is nearest: "Italian" is of `italy`.
  return countries.toSorted((one, other) => one.length - other.length)[0] ?? null;
}

const endings = ['ese', 'ian', 'ean', 'ish', 'an', 'i'];
const shortestStem = 3;

/** Regions of one word by the letters that the shortest stem has. */
function byBeginning(): Map<string, string[]> {
  return (knownByBeginning ??= Map.groupBy(
    [...regions()].filter((region) => !region.includes(' ')),
    (region) => region.slice(0, shortestStem),
  ));
}
let knownByBeginning: Map<string, string[]> | undefined;

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
