/** What becomes of a name: Russian declines it, Arabic writes small words with it, others write it in their letters. */

/** The other forms of a folded word of a name, in which `й` is `и`; none in other scripts. */
export function formsOfName(word: string): string[] {
  if (/^\p{Script=Cyrillic}{3,}$/u.test(word)) return [...declined(word), ...inLatin(word)];
  return /^\p{Script=Arabic}{3,}$/u.test(word) ? joined(word) : [];
}

/** The ways a folded Russian name is written in Latin letters. */
export function inLatin(word: string): string[] {
  if (!/^\p{Script=Cyrillic}+$/u.test(word)) return [];
  const ways = ['y', 'i'].map((glide) =>
    Array.from(word, (letter, at) => {
      const isGlide = letter === 'и' && (/[аеиоуыэюя]/u.test(word[at - 1] ?? '') || (at === word.length - 1 && at > 3));
      return isGlide ? glide : (letters[letter]?.replace('y', glide) ?? letter);
    }).join(''),
  );
  return [...new Set(ways)];
}

const letters: Record<string, string> = Object.fromEntries(
  `а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e
  ю=yu я=ya і=i ї=yi є=ye ґ=g`
    .split(/\s+/)
    .map((each) => each.split('=') as [string, string]),
);

function declined(word: string): string[] {
  const [ending, cases] = declensions.find(([each]) => word.endsWith(each))!;
  return cases.split(' ').map((each) => word.slice(0, word.length - ending.length) + each);
}

/** The first whose ending a name has, with the endings of its cases. */
const declensions: [ending: string, cases: string][] = [
  ['ова', 'овои ову'],
  ['ева', 'евои еву'],
  ['ина', 'инои ину ины ине'],
  ['ая', 'ои ую'],
  ['ии', 'его ему им ем ого ому ом ия ию ии'],
  ['ыи', 'ого ому ым ом'],
  ['ои', 'ого ому ым ом оя ою'],
  ['и', 'я ю ем е'],
  ['а', 'ы и е у ои еи'],
  ['я', 'и е ю еи'],
  ['ь', 'я ю ем е и ью'],
  ['', 'а у ом ем ым е'],
];

/** "And", "for", "by" and "as" before it, with the article and without. */
function joined(word: string): string[] {
  const bare = word.startsWith('ال') ? word.slice(2) : word;
  const whole = `ال${bare}`;
  return [
    ...['و', 'ف', 'ب', 'ك'].flatMap((small) => [small + bare, small + whole]),
    bare,
    whole,
    `ل${bare}`,
    `لل${bare}`,
  ].filter((each) => each !== word && each.length > 3);
}
