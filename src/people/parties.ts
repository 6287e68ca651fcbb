/** Parties that are asked for by what everybody calls them: "the Tories" are all who are listed as of the Conservative Party. */
import { fold } from '../words/names.ts';
import type { Person } from './person.ts';
import { allNamesOf } from './person.ts';

/** A line a party: what it is called in a question, then how records write that somebody is of it. */
const table = `
  Conservatives, Conservative Party, Tories, Tory Party | Conservative, Conservatives, CPC, Con, PCC
  Labour, Labour Party | Labour, Lab, ALP
  Liberals, Liberal Party, Grits | Liberal, Liberals, Lib, LPC
  Liberal Democrats, Lib Dems, LibDems | Liberal Democrat, Liberal Democrats, Lib Dem, LD
  New Democrats, New Democratic Party, NDP | New Democrat, New Democrats, NDP, NPD
  Greens, Green Party | Greens, Green, GP, Verts/ALE, Greens/EFA
  Bloc, Bloc Québécois, BQ | Bloc, Bloc Québécois, BQ
  Scottish National Party, SNP | SNP
  Democrats, Democratic Party | Democrat, Democrats
  Republicans, Republican Party, GOP | Republican, Republicans
  Social Democrats, Socialists, S&D | Social Democrat, Social Democrats, S&D, PSE
  Christian Democrats, European People's Party, EPP | Christian Democrat, Christian Democrats, EPP, PPE`;

/** Whether a phrase is the name of a party. */
export function isParty(phrase: string): boolean {
  return partyCalled(phrase) !== undefined;
}

/** Those who are listed as of the party that a phrase names; empty where it names none. */
export function ofParty(phrase: string, people: Person[]): Person[] {
  const party = partyCalled(phrase);
  if (party === undefined) return [];
  const listed = people.filter((person) => isListed(person, party));
  if (listed.length === 0) return [];
  // "Lab" and "GP" are other words too: they are parties where others are listed as of another one, and not by such a word.
  const isDoubtful = party.written.some((name) => otherWords.has(name));
  const others = parties
    .filter((each) => each !== party)
    .map((each) => ({ ...each, written: each.written.filter((name) => !(isDoubtful && otherWords.has(name))) }));
  const chambers = new Set(
    people.filter((person) => others.some((other) => isListed(person, other))).flatMap(({ sessions }) => sessions),
  );
  const spelt = { ...party, written: party.written.filter((name) => name.length > longestShort) };
  return listed.filter((person) => isListed(person, spelt) || person.sessions.some((id) => chambers.has(id)));
}

/** In letters. */
const longestShort = 5;
const otherWords = new Set(['lab', 'ld', 'gp']);

function isListed(person: Person, party: Party): boolean {
  const { role, affiliation, introducedAs } = person;
  // Before a bracket or a comma, a name is a name: "Green, Tom".
  const beside = allNamesOf(person).flatMap((each) => partsOf(each).slice(1));
  const offices = [role, affiliation, ...introducedAs].flatMap((text) => (text === null ? [] : partsOf(text)));
  return [...beside, ...offices].some((part) => isWritten(part, party));
}

interface Party {
  called: string[];
  written: string[];
}

function partyCalled(phrase: string): Party | undefined {
  const name = fold(phrase.trim().replace(/^the\s+/iu, ''));
  return parties.find(({ called }) => called.includes(name));
}

/** "Carleton, CPC" and "Labour Member for Varn", but no "Liberal Arts College". */
function isWritten(part: string, { called, written }: Party): boolean {
  return (
    written.some((name) => part === name || part.startsWith(`${name} mp`) || part.startsWith(`${name} member`)) ||
    called.some((name) => name.endsWith(' party') && part.includes(name))
  );
}

/** What stands between commas and brackets, folded. */
function partsOf(text: string): string[] {
  return text.split(/[(),;|–—]/u).map((part) => fold(part).trim().replace(/\.$/u, ''));
}

const parties: Party[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [called, written] = line.split('|').map((names) => names.split(',').map((name) => fold(name.trim())));
    return { called: called!, written: written! };
  });
