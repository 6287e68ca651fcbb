/** Acronyms that everybody knows, so that no session need say what they stand for. */
import { termsOf } from '../words/terms.ts';

/** A line an acronym, with its other spellings before the colon. */
const table = `
  us usa: United States
  us usa: United States of America
  uk: United Kingdom
  uk: Great Britain
  eu: European Union
  un: United Nations
  ai: artificial intelligence
  ict: information and communication technology
  it: information technology
  ngo: non-governmental organisation
  sdg: sustainable development goals
  gdp: gross domestic product
  covid: coronavirus
  who: World Health Organization
  wto: World Trade Organization
  imf: International Monetary Fund
  ilo: International Labour Organization
  itu: International Telecommunication Union
  wipo: World Intellectual Property Organization
  undp: United Nations Development Programme
  unga: United Nations General Assembly
  unsc: United Nations Security Council
  igf: Internet Governance Forum
  wsis: World Summit on the Information Society
`;

/** What an acronym, folded, stands for, as terms; empty where it is none of them. */
export function standsFor(acronym: string): string[][] {
  return having(acronym).map(({ terms }) => terms);
}

/** Other acronyms of the same: "US" for "USA". */
export function sameAs(acronym: string): string[] {
  const acronyms = new Set(having(acronym).flatMap((each) => each.acronyms));
  return [...acronyms].filter((other) => other !== acronym);
}

/** The acronyms of a name, given as terms; empty where it has none of them. */
export function acronymsFor(terms: string[]): string[] {
  const same = known.filter(
    (each) => each.terms.length === terms.length && each.terms.every((term) => terms.includes(term)),
  );
  return [...new Set(same.flatMap(({ acronyms }) => acronyms))];
}

const having = (acronym: string) => known.filter(({ acronyms }) => acronyms.includes(acronym));

const known = table
  .trim()
  .split('\n')
  .map((line) => {
    const [acronyms, name] = line.trim().split(': ');
    return { acronyms: acronyms!.split(' '), terms: termsOf(name!) };
  });
