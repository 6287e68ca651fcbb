/** Russian and Arabic words cut to what their forms share, by tables of endings and beginnings. */
import { wordList } from './word-list.ts';

/** Of a folded word, in which `й` is `и`: `договор` of "договорами". */
export function russianStem(word: string): string {
  return withoutEnding(withoutEnding(word));
}

/** The longest ending goes; what is left has three letters at least. */
function withoutEnding(word: string): string {
  for (let length = Math.min(longestEnding, word.length - shortestStem); length > 0; length -= 1)
    if (endings.has(word.slice(-length))) return word.slice(0, -length);
  return word;
}

/** Of nouns and adjectives. Those of verbs end as many nouns too: "канал", "кредит". */
const endings = new Set(
  wordList(`
    а е и о у ы ь ю я ев ов еи ои ии ыи ие ье ые ое ее ия ья ая яя ию ью ую юю ою ею
    ам ям ом ем им ым ах ях их ых ами ями ими ыми его ого ему ому ием иям иеи иях иями`),
);
const longestEnding = 4;
const shortestStem = 3;

/** Of a folded word: `معاهد` of "والمعاهدات". */
export function arabicStem(word: string): string {
  const joined = word.startsWith('و') && word.length > 3 && !ownWaw.some((beginning) => word.startsWith(beginning));
  const alone = joined ? word.slice(1) : word;
  const bare = ownAl.some((beginning) => alone.startsWith(beginning))
    ? alone
    : alone.replace(/^(?:[فبك]?ال|لل)(?=..)/u, '');
  const single = bare.length > 3 ? bare.replace(/[ةه]$/u, '') : bare;
  return bare.length > 4 && single === bare ? bare.replace(/(?:ات|ون|ين|ها|هم|ا)$/u, '') : single;
}

/** Words of their own that begin with what else is the article, or "and". */
const ownAl = wordList('التزام التزم الغاء الكترون');
const ownWaw = wordList(`
  وزير وزار وزرا وفد وفود وقت وثيق وثائ وضع ورق واحد وسيل وسائ وطن وكال وكيل وحد واقع واجب وعد وعود ولاي وجود وصول
  وقود وقف وظيف وظائ واضح واسع ولد وعي وباء وصف وجه وسط وافق`);
