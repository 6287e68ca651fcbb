/** Bodies and other things that have names: whether what is said names one of the kind that a question asks for. */
import { capitalised } from '../../words/acronyms.ts';
import { phrases } from '../../words/matcher.ts';
import { tokensOf } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { regionsIn } from '../names/regions.ts';

/** "Which", and up to two words that tell which; "what did the minister" asks for no minister. */
const noKind =
  `(is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|shall|may|might|must|the|a|an|this|that|these
  |those|my|your|our|their|his|her|its|s|about|of|if|happened|happens)`.replaceAll(/\s+/gu, '');
export const whichOf = `(which|what) !${noKind} [*] !${noKind} [*]`;

/** Whatever has a name of any form. */
const ofAnyName = `organisation(s)|organization(s)|institution(s)|bodies|body|agency|agencies|compan(y|ies)|firm(s)|newspaper(s)|airline(s)
  |charit(y|ies)`;

/** What is called by its kind, too: "the Lake Institute", "the Pact of Ossa". */
const calledByKind = [
  { asked: 'universit(y|ies)', called: 'university universities' },
  { asked: 'college(s)', called: 'college' },
  { asked: '(law|business|medical|art|film) school(s)', called: 'school academy university college' },
  { asked: 'hospital(s)', called: 'hospital infirmary clinic' },
  { asked: 'ministr(y|ies)', called: 'ministry department' },
  { asked: 'institute(s)', called: 'institute academy' },
  { asked: 'museum(s)', called: 'museum gallery' },
  { asked: 'bank(s)', called: 'bank' },
  { asked: 'lake(s)', called: 'lake loch' },
  { asked: 'river(s)', called: 'river' },
  { asked: 'island(s)', called: 'island isle islands' },
  { asked: 'treat(y|ies)|convention(s)', called: 'treaty convention pact covenant accord agreement protocol charter' },
  { asked: 'minister(s)', called: 'minister secretary' },
  { asked: 'senator(s)', called: 'senator' },
].map(({ asked, called }) => ({
  asked: phrases({ lines: `${whichOf} (${asked})` }),
  line: asked,
  called: new Set(called.split(' ')),
}));

/** What may be asked for so, as a list of phrases. */
export const bodies = `(${[ofAnyName, ...calledByKind.map(({ line }) => line)].join('|')})`;

/** A name, or an acronym, that the question does not have and that is not of who says it. */
export function namesBody(said: string, question: string): boolean {
  const others = said.replaceAll(ownName, ' ');
  const kind = calledByKind.find(({ asked }) => asked.in(textOf(question)));
  const tokens = tokensOf(others);
  if (kind) return tokens.some(({ capital, word }) => capital && kind.called.has(word));
  const asked = new Set(termsOf(question));
  const isNew = (name: string) => !isOfCountry(name) && termsOf(name).some((term) => !asked.has(term));
  const names = [
    ...(others.match(capitalised) ?? []),
    ...tokens.filter(({ raw }) => /^\p{Lu}{3,}s?$/u.test(raw)).map(({ raw }) => raw),
  ];
  return names.some(isNew);
}

const ownName =
  /\b(?:[Mm]y name is|I am|I['’]m)\s+(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,3}/gu;

/** Countries are no bodies, and the United Nations University is no country. */
function isOfCountry(name: string): boolean {
  return regionsIn(name, null).some(({ start, end }) => start === 0 && end === name.length);
}
