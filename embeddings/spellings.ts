/**
 * How texts are spelt, as vectors: words are cut into the letters they share with their misspellings, their other forms
 * and what a speech recogniser hears in their place.
 *
 * Subwords as in FastText (Bojanowski et al. 2017, "Enriching Word Vectors with Subword Information"), put into few
 * dimensions by signed hashing (Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning"). It
 * knows no meanings: "car" and "automobile" have nothing in common here. `tests/bench/embeddings.ts` measures what it
 * adds to a search by words, and chose the constants.
 */
import { remembering } from '../src/words/remembering.ts';

/** Makes the vector of a text's words, of so many dimensions and any length; of zeros where there are no words. */
export function spellings(dimensions: number): (words: Set<string>) => Float64Array {
  const featuresOf = remembering((word) => featuresIn(word, dimensions), 40_000);
  return (words) => {
    const sums = new Float64Array(dimensions);
    for (const word of words) {
      const { indexes, weights } = featuresOf(word);
      for (let n = 0; n < indexes.length; n++) sums[indexes[n]!]! += weights[n]!;
    }
    return sums;
  };
}

/** Share of each view of a word. */
const weights = { word: 0.5, start: 1, letters: 1, sound: 1, sounds: 1, stopWord: 0.1, character: 0.3 };

/** Where a word counts in a vector, and how much. Two plain arrays: reading them is most of the work. */
interface Features {
  indexes: Uint16Array;
  weights: Float64Array;
}

/** Words of a text, each once: how often it is said says little about what a stretch of talk is about. */
export function differentWordsIn(text: string): Set<string> {
  return new Set(wordsIn(text));
}

/**
 * Words without accents and in small letters; of scripts without spaces (and of Korean, whose endings stick to their
 * words) single characters and pairs of neighbours.
 */
function wordsIn(text: string): Iterable<string> {
  const plain = folded(text);
  if (ascii.test(plain)) return plain.match(/[a-z0-9]{1,40}/g) ?? [];
  const words: string[] = [];
  // A run of letters may mix scripts, as in "5G網絡".
  for (const [run, withSpaces] of plain.matchAll(runs)) {
    if (withSpaces) words.push(run);
    else {
      let before = '';
      for (const character of run) {
        words.push(character);
        if (before) words.push(before + character);
        before = character;
      }
    }
  }
  return words;
}

const unspacedScripts = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const unspaced = new RegExp(`[${unspacedScripts}]`, 'u');
const runs = new RegExp(`[${unspacedScripts}ー]+|((?:(?![${unspacedScripts}ー])[\\p{L}\\p{M}\\p{N}]){1,40})`, 'gu');

function folded(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => undecomposed[letter]!);
}

/**
 * Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic, and the Arabic stretch. The vowel signs of
 * Indic scripts are letters to their readers and stay.
 */
const accents = /[\u0300-\u036f]|[\u0591-\u05c7]|\u0640|[\u064b-\u0652]|\u0670/g;

// oxlint-disable-next-line no-control-regex
const ascii = /^[\u0000-\u007f]*$/;

/** Letters that Unicode does not take apart. */
const undecomposed: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

function featuresIn(word: string, dimensions: number): Features {
  const sums = new Map<number, number>();
  const add = (view: string, what: string, weight: number) => {
    const hash = hashOf(view + what);
    const index = (hash >>> 1) % dimensions;
    // The sign makes what falls into the same place by chance cancel out on average.
    sums.set(index, (sums.get(index) ?? 0) + (hash & 1 ? weight : -weight));
  };

  if (unspaced.test(word)) {
    add('word', word, word.length > 1 ? 1 : weights.character);
  } else if (stopWords.has(word)) {
    add('word', word, weights.stopWord);
  } else if (/\p{N}/u.test(word)) {
    // 2024 is not a misspelling of 2025.
    add('word', word, weights.word + weights.start);
  } else {
    // "Brückner" is also written "Brueckner"; the Arabic article sticks to its word.
    const plain = word.replace(/([aou])e/g, '$1').replace(/^(?:و?(?:ال|بال|كال|فال)|لل)(?=...)/, '');
    // Long words carry more of the subject than short ones.
    const share = Math.sqrt(Math.min(plain.length, 8) / 8);
    add('word', plain, share * weights.word);
    // The first letters stand for the stem in every language that puts its endings last.
    add('start', plain.slice(0, 5), share * weights.start);
    const letters = [...piecesOf(plain, 4), ...piecesOf(plain, 5)];
    for (const piece of letters) add('letters', piece, (share * weights.letters) / Math.sqrt(letters.length));
    const sound = soundOf(plain);
    if (sound.length > 1) {
      add('sound', sound, share * weights.sound);
      const sounds = piecesOf(sound, 3);
      for (const piece of sounds) add('sounds', piece, (share * weights.sounds) / Math.sqrt(sounds.length));
    }
  }
  return { indexes: Uint16Array.from(sums.keys()), weights: Float64Array.from(sums.values()) };
}

/** Every stretch of `size` letters of a word whose ends are marked. */
function piecesOf(word: string, size: number): string[] {
  const marked = `<${word}>`;
  return Array.from({ length: Math.max(0, marked.length - size + 1) }, (_, start) => marked.slice(start, start + size));
}

/**
 * The consonants of a word in Latin letters as they sound, roughly and for many languages: `fotokrafi` and
 * `photography` are the same. Coarser than Metaphone, which is made for English names.
 */
function soundOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return '';
  const consonants = word
    .replace(/^[kg]n/, 'n')
    .replace(/^wr/, 'r')
    .replace(/^ps/, 's')
    .replace(/ph/g, 'f')
    .replace(/gh/g, '')
    .replace(/[ts](ion|ial|ious|ian)/g, 'j')
    .replace(/t?ch|sh|dj/g, 'j')
    .replace(/x/g, 'ks')
    .replace(/c([eiy])/g, 's$1')
    .replace(/g([eiy])/g, 'j$1')
    .replace(/[cqg]/g, 'k')
    .replace(/z/g, 's')
    .replace(/d/g, 't')
    .replace(/b/g, 'p')
    .replace(/v/g, 'f')
    .replace(/m/g, 'n')
    .replace(/(?!^)[aeiouywh]/g, '')
    .replace(/^[aeiouywh]/, 'a');
  return consonants.replace(/(.)\1+/g, '$1');
}

/** 32 bits: FNV-1a over UTF-16 units, then the last steps of MurmurHash3: FNV alone leaves the low bits uneven. */
export function hashOf(text: string): number {
  let hash = hashStart;
  for (let index = 0; index < text.length; index++) hash = hashNext(hash, text.charCodeAt(index));
  return hashEnd(hash);
}

export const hashStart = 0x811c9dc5;

export function hashNext(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

export function hashEnd(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Folded words that say nothing of the subject, of the UN languages that have spaces, German and Portuguese. */
export const stopWords: ReadonlySet<string> = new Set(
  folded(`
a an the and or but if of to in on at by for with from as is are was were be been being am do does did have has had having
i me my you your he him his she her it its we us our they them their this that these those there here what which who whom
whose how when where why not no nor so than then too very can could will would shall should may might must just also about
into over under after before between out up down off only own same such s t d m ll re ve don all any both each few more
most other some yeah okay ok um uh well like know think mean oh hmm mm really actually thing things got get going go say
said want gonna kind sort lot bit yes
le la les un une des du de et ou mais est sont etait etre avoir ont avec pour par sur dans que qui quoi ce cette ces il
elle ils elles nous vous je tu on ne pas plus aussi comme au aux se sa son ses leur leurs l d qu n c j
el los las una unos unas y o pero es son era ser estar con por para en que como lo al del su sus se no mas muy este esta
estos estas yo nosotros ellos ha han hay
der die das und oder aber ist sind war ein eine einen einem einer des dem den zu zum zur mit von fur auf im in nicht auch
wir ihr sie er es ich dass wie als so um an bei nach aus
os as uma e ou mas sao foi ser com por para em que como no na nos nas ao dos das nao mais muito este esta nos eles
и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по ее мне было вот от меня еще нет о из ему
мы это для при или их чтобы
في من على الى عن ان هذا هذه ذلك التي الذي مع كان كانت لا ما هو هي هم نحن كل او ثم قد لم لن بعد قبل و
`)
    .trim()
    .split(/\s+/),
);
