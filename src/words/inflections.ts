/**
 * What the forms of a word share, where its stem does not tell: "coupe" and "coupée", "хранение" and "хранить", "ترخيص" and
 * "تراخيص". It is looked for in a question's words alone, and nothing of it is stored.
 */
import { wordList } from './word-list.ts';

export interface Inflection {
  /** Forms begin with these letters. */
  beginning: string;
  /** What they share. */
  core: string;
  /** How surely words that share it are one, 0 to 1. */
  counts: number;
  /** Only the consonants are shared. */
  isBroken?: true;
}

/** Of a stemmed term; null of a word or a language whose stems tell enough. */
export function inflectionOf(term: string, language: string | null): Inflection | null {
  if (/^\p{Script=Cyrillic}{4,}$/u.test(term)) return inflected(term, slavic);
  if (/^\p{Script=Arabic}{3,}$/u.test(term)) return broken(term);
  if (!romance.has(language ?? '') || !/^[a-z]{4,}$/.test(term)) return null;
  return language === 'es' ? inOneVowel(inflected(withPlainVowels(term), latin)) : inflected(term, latin);
}

/** "Empieza" and "empezará", "cuesta" and "costará" are of one verb. */
function withPlainVowels(term: string): string {
  return term.replace(/ie(?=\p{L}{2})/u, 'e').replace(/(?<!q|g)ue(?=\p{L}{2})/u, 'o');
}

/** What comes before the vowel is written alike in all of them. */
function inOneVowel(inflection: Inflection): Inflection {
  return { ...inflection, beginning: inflection.beginning.replace(/(?<=\p{L})[eo].*/u, '') };
}

/** "El puerto" is no "puerta": an ending that alone tells two nouns apart makes no form. */
export function areTwoNouns(one: string, other: string): boolean {
  return (
    one.length === other.length && one.slice(0, -1) === other.slice(0, -1) && /[ao]$/.test(one) && /[ao]$/.test(other)
  );
}

const romance = new Set(['fr', 'es', 'pt', 'it']);

function inflected(term: string, endings: Set<string>): Inflection {
  let core = term;
  for (let length = longestEnding; length > 0; length -= 1) {
    if (term.length - length < shortestCore || !endings.has(term.slice(-length))) continue;
    core = term.slice(0, -length);
    break;
  }
  return { beginning: core.slice(0, shortestCore), core, counts: core.length > shortestCore ? 0.8 : 0.7 };
}

/** In letters: of a shorter core anything could be a form. */
const shortestCore = 4;
const longestEnding = 6;

/** Of verbs, of what is made of them, and of nouns; folded, as the stemmer leaves them. */
const latin = new Set(
  wordList(`
    e ee er ent ons ez ai ait aient ant ante ir it iss issent ra ront a o as os es an en on ar ado ada ato ido ida ando iendo aron
    ieron aba aban aro ara aran ira iran era eran iro amo emo imo aux al eux euse if iv ive ment at ateur aria arian eria ca co qu que`),
);
/** The same of Russian, the reflexive with it. */
const slavic = new Set(
  wordList(`
    ени ани ен ан енн анн ат ят ит ет ут ют ал ял ил ел ул ала яла ила ело али яли или ать ить еть ует уем уют ова ыва ива ает яет
    ают яют аем яем ем им ешь ишь ющ ащ ящ вш ивш авш н л т ск ны нн атс итс етс утс ютс алс илс аетс яетс ивает ыват иват оват
    енны анны ень ник`),
);

/** Consonants and the vowels that are written, without what plurals and measures put between and before them. */
function broken(term: string): Inflection | null {
  const core = term.replace(/^[متيان](?=\p{L}{3})/u, '').replaceAll(/[اويةى]/gu, '');
  return core.length < 3 ? null : { beginning: '', core, counts: 0.7, isBroken: true };
}
