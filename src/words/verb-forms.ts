/** The forms of English verbs. */
import { irregularFormsOf } from './irregular-forms.ts';

/** `say`, `says`, `said`, `saying` of `say`; those of a regular verb where no others are known. */
export function formsOf(verb: string): string[] {
  return irregularFormsOf(verb) ?? [verb, ...regular(verb)];
}

function regular(verb: string): string[] {
  const doubled = doubling.has(verb) ? verb + verb.at(-1)! : verb;
  const ing = `${/[^e]e$/.test(verb) ? verb.slice(0, -1) : doubled}ing`;
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, ing];
  return [`${verb}${/(?:s|sh|ch|x|z)$/.test(verb) ? 'es' : 's'}`, `${doubled}${verb.endsWith('e') ? 'd' : 'ed'}`, ing];
}

const doubling = new Set('plan stop admit refer commit prefer submit permit rub'.split(' '));
