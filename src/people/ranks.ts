/** Many who are called by what each of them is: "the MPs", "Canadian senators". It is the name of none of them. */
import { fold, tokensOf } from '../words/names.ts';
import { wordList } from '../words/word-list.ts';
import { countryOf } from './country-adjectives.ts';
import { governing, isOfCountry } from './offices.ts';
import { allNamesOf, type Person } from './person.ts';

/** A line a rank: what its holders are called together, how records write that somebody is one, and where they sit. */
const table = `
  MPs, members of parliament, parliamentarians, lawmakers | MP, Member of Parliament | parliament, commons, legislature
  MEPs | MEP, Member of the European Parliament | European Parliament
  MSPs | MSP | Scottish Parliament
  AMs, assembly members | AM, Assembly Member | parliament, assembly
  MLAs | MLA | assembly, legislature
  senators | Senator, Sen | senate
  congressmen, congresswomen | Congressman, Congresswoman, Rep | congress, house of representatives
  councillors, councilors | Councillor, Councilor, Cllr | council
  CEOs, chief executives | CEO, Chief Executive |
  CTOs | CTO |
  CFOs | CFO |
  NGOs | NGO |`;

export interface RankCalled {
  /** Without the country: "MPs" of "the Canadian MPs". */
  called: string;
  /** The adjective of a country before it, folded; null where there is none. */
  nation: string | null;
}

/** What a phrase calls many by; null where it is anything else. */
export function rankCalled(phrase: string): RankCalled | null {
  const named = phrase.trim().replace(opening, '');
  const called = rankOf(named);
  if (called) return { called: named, nation: null };
  const [nation, ...rest] = named.split(/\s+/u);
  const others = rest.join(' ');
  return rankOf(others) && isNation(fold(nation!)) ? { called: others, nation: fold(nation!) } : null;
}

/** "The Welsh minister": an office of a nation, without it; null where a phrase is anything else. */
export function officeOfNation(phrase: string): { called: string; nation: string } | null {
  const [nation, office, ...more] = wordsOf(phrase.replace(opening, ''));
  const isOffice = office !== undefined && more.length === 0 && governing.has(office);
  return isOffice && isNation(nation!) ? { called: office, nation: nation! } : null;
}

/** Whether offices, or what sessions are called, name the country of an adjective, or have the adjective. */
export function isOfNation(texts: string[], nation: string): boolean {
  return isOfCountry(texts, nation) || texts.some((text) => wordsOf(text).includes(nation));
}

/** Whether a session, by its title or event, is of where those sit who are called so: whoever speaks there may be one of them. */
export function sitsThere(called: string, session: string): boolean {
  const words = ` ${wordsOf(session).join(' ')} `;
  return rankOf(called)?.sits.some((chamber) => words.includes(` ${chamber} `)) ?? false;
}

/** Those of whom a record tells that they are what a phrase calls many by, of the country that stands before it. */
export function ofRank(phrase: string, people: Person[]): Person[] {
  // A question has hundreds of stretches.
  if (!/(?:s|men)\P{L}*$/iu.test(phrase) && !/parliament|congress/iu.test(phrase)) return [];
  const asked = rankCalled(phrase);
  const rank = asked && rankOf(asked.called);
  if (!rank) return [];
  return people.filter((person) => {
    const offices = [person.role, person.affiliation, ...person.introducedAs].filter((each) => each !== null);
    const isNamed = allNamesOf(person).some((name) => tokensOf(name).length > 1 && rank.written.test(bare(name)));
    const isHeld = isNamed || offices.some((office) => rank.written.test(bare(office)) && !isOver.test(office));
    return isHeld && (asked.nation === null || isOfNation(offices, asked.nation));
  });
}

const isNation = (word: string) => countryOf(word) !== null || nations.has(word);
/** Of what is no country by itself. */
const nations = new Set(wordList('welsh scottish catalan flemish bavarian quebec european'));
const wordsOf = (text: string) => tokensOf(text).map(({ raw }) => fold(raw));

/** "M.P." is MP. */
const bare = (text: string) => text.replaceAll('.', '');
const opening = /^(?:(?:all|some|any|many|several|other|of|the|our|these|those)\s+)+/iu;
const isOver = /(?<!\p{L})(?:former|formerly|ex|retired)(?!\p{L})/iu;

interface Rank {
  called: Set<string>;
  /** As it is written, capitals and all: "AM" is no "am". */
  written: RegExp;
  /** Folded. */
  sits: string[];
}

function rankOf(called: string): Rank | undefined {
  return ranks.find((rank) => rank.called.has(fold(called)));
}

const ranks: Rank[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [called, written, sits] = line.split('|').map((names) => names.split(',').map((name) => name.trim()));
    return {
      called: new Set(called!.map(fold)),
      written: new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${written!.join('|')})(?![\p{L}\p{N}-])`, 'u'),
      sits: sits!.filter((chamber) => chamber !== '').map(fold),
    };
  });
