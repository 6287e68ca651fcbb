/** Where something is: the words that name a place, and those that only may. */
import { phrases } from '../../words/matcher.ts';
import { tokensOf } from '../../words/names.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { regionsIn } from '../names/regions.ts';

/** "In Varn", "at the Lake Office", or a country by its name, which the question does not have: where in Varn it was is not told by "in Varn". */
export function namesPlace(said: string, question = ''): boolean {
  const text = textOf(said);
  const asked = new Set(termsOf(question));
  const isNew = (name: string) => termsOf(name).some((term) => !asked.has(term));
  if (regionsIn(said, null).some(({ name }) => isNew(name)) || areas.in(text) || somewhere.in(text)) return true;
  const tokens = tokensOf(said);
  return tokens.some(({ capital, word, raw }, at) => {
    const before = tokens[at - 1]?.word === 'the' ? tokens[at - 2] : tokens[at - 1];
    const isAdjective = at > 0 && ofCountries.some((ending) => word.endsWith(ending));
    const isPlaced = before !== undefined && placing.has(before.word);
    return capital && isNew(raw) && (isAdjective || isPlaced);
  });
}

/** "Brazilian", "Swedish", "Chinese", "Korean". */
const ofCountries = ['ian', 'ish', 'ese', 'ean'];
const areas = phrases({
  lines:
    '(africa*|asia*|europe*|america*|continent|region(s)|cit(y|ies)|town(s)|village(s)|countryside|everywhere|worldwide)',
});
/** Where something is, without a name. */
const somewhere = phrases({
  lines: `
    ({beside}) [the|a|an|our|their|his|her|its|my|your|this|that|every|each|#] [*] [*] ({places})
    (next door|online|upstairs|downstairs|abroad|overseas|offshore|underground|outdoors|indoors|nowhere|at home|on site|on board)
    (over|right|down|up|out) (here|there)
    (here|there) (in|at|on|by)`,
  lists: {
    beside: 'in|at|on|inside|outside|near|from|to|into|behind|beside|under|across|along|around',
    places: `room|rooms|hall|halls|building|buildings|office|offices|house|houses|home|homes|school|schools|university|universities|hospital
      |hospitals|factory|factories|plant|country|countries|capital|port|ports|harbour|harbor|bay|lake|river|sea|seas|ocean|coast|island|islands
      |mountain|mountains|hill|hills|valley|street|streets|road|market|markets|mine|mines|farm|farms|field|fields|site|sites|centre|centres|center
      |centers|station|stations|barn|church|hotel|museum|library|garden|park|parks|shop|shops|store|stores|kitchen|table|wall|floor|ground|roof
      |internet|website|web|space|space station|exhibition|lab|labs|laboratory|workplace|workplaces|prison|court|camp|border|north|south|east|west
      |village|villages|district|province|provinces|county|forest|desert|beach|pier|quay|dock|docks|ship|ships|boat|boats|airport|theatre|theater`,
  },
});
export const placing = new Set('in at near across around throughout'.split(' '));

/** Whether it is said to be beside, under, in or at anything that is no time, way or case: "behind the chapel", "in the gym". */
export const mayNamePlace = (said: string) => anywhere.in(textOf(said));

const anywhere = phrases({
  lines: `
    (behind|under|beneath|below|beside|near|inside|outside|across|along|opposite|off|around|next to|in front of|on top of) ({the}) *
    (in|at|on|to|from) ({the}) [*] !({abstract}) * ($|,|and|where|with|by|last|this|on|at|in|because|but)`,
  lists: {
    the: 'the|a|an|our|their|his|her|its|my|your',
    abstract: `case|way|ways|sense|moment|time|times|end|beginning|start|middle|course|light|context|framework|basis|view|views|hand|other|same|first
      |second|third|last|next|whole|fact|past|future|present|meantime|process|name|form|success|best|least|most|question|record|subject|topic|issue
      |day|days|week|weeks|month|months|year|years|morning|afternoon|evening|night|spring|summer|autumn|fall|winter|decade|century|term|long|short
      |number|level|area|areas|kind|type|part|point|points|interest|hope|spirit|agenda|idea|future|cost|price|rate|bill|law|report|paper|public`,
  },
});
