/** British and American spellings of one word, which the stemmer parts: `centres` and `centers`. */
import { wordList } from './word-list.ts';

/** The other spelling of a folded English word, where it may have one; it need not be a word: `moer` of "more" is never said. */
export function otherSpelling(word: string): string | null {
  if (word.length < 5) return null;
  const [british, american] = pairs.find(([from, to]) => swapped(word, from, to) ?? swapped(word, to, from)) ?? [];
  if (british !== undefined) return swapped(word, british, american!) ?? swapped(word, american!, british);
  const our = oursOf.find((stem) => word.startsWith(stem) || word.startsWith(stem.replace('our', 'or')));
  if (our === undefined) return null;
  const short = our.replace('our', 'or');
  return word.startsWith(our) ? short + word.slice(our.length) : our + word.slice(short.length);
}

/** Endings, British and American, before those of a plural or a tense. */
const pairs = wordList(`
  isation/ization isations/izations isational/izational ise/ize ised/ized ises/izes ising/izing iser/izer isers/izers
  yse/yze ysed/yzed yses/yzes ysing/yzing centre/center centres/centers centred/centered metre/meter metres/meters
  litre/liter litres/liters theatre/theater theatres/theaters fibre/fiber fibres/fibers
  defence/defense defences/defenses offence/offense offences/offenses licence/license licences/licenses
  ogue/og ogues/ogs gramme/gram grammes/grams ageing/aging
  elled/eled elling/eling eller/eler ellers/elers
`).map((pair): [string, string] => {
  const [british, american] = pair.split('/');
  return [british!, american!];
});

const oursOf = wordList(`
  labour colour harbour neighbour behaviour favour honour endeavour rumour humour flavour armour odour parlour vapour
  tumour rigour vigour saviour
`);

function swapped(word: string, from: string, to: string): string | null {
  return word.endsWith(from) ? word.slice(0, -from.length) + to : null;
}
