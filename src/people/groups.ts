/** Groups that are asked for as one: "UN agencies" are all who spoke for one of them. */
import { phrases } from '../words/matcher.ts';
import { textOf } from '../words/text-words.ts';
import { fold, tokensOf } from '../words/names.ts';
import { countryOf } from './country-adjectives.ts';
import type { Person } from './person.ts';

interface Group {
  /** The words are its name. */
  called: ReturnType<typeof phrases>;
  /** Its members, or those who speak for them, are named among other words. */
  named: ReturnType<typeof phrases>;
  /** Acronyms as they are written, and whole names. */
  members: RegExp;
}

/** Whether words name a group, of which nobody can be said to be missing: its members have names of their own. */
export function isGroup(called: string): boolean {
  return groups.some((each) => each.called.in(textOf(called)));
}

/** Those whose role, organisation or introduction names a member of the group; null where the words name no group. */
export function ofGroup(called: string, people: Person[]): Person[] | null {
  const group = groups.find((each) => each.called.in(textOf(called)));
  return group === undefined ? null : membersOf(group, people);
}

/** "The UN agencies" are all who speak for one of them; nobody where the words are of the whole, as "the UN" is. */
export function membersCalled(called: string, people: Person[]): Person[] {
  return ofSeveral.in(textOf(called)) ? (ofGroup(called, people) ?? []) : [];
}

/**
 * "A table of the UN agencies' speakers and their main concern": the words that limit those who are asked of, by their
 * offsets, and who they are; null where the words name no group.
 */
export function groupNamed(words: string, people: Person[]) {
  const text = textOf(words);
  for (const group of groups) {
    const [stretch] = group.named.all(text);
    if (stretch) return { ...stretch, people: membersOf(group, people) };
  }
  return null;
}

function membersOf(group: Group, people: Person[]): Person[] {
  return people.filter(({ role, affiliation, says, introducedAs }) =>
    [role, affiliation, ...says, ...introducedAs].some(
      (text) => text !== null && group.members.test(text) && !isOver.test(text),
    ),
  );
}

/**
 * "The hosts", "the Chinese organisers": all whose role says that they are, of the country that is named; empty where the
 * words call nobody so.
 */
export function hostsAmong(called: string, people: Person[]): Person[] {
  // They are called by a plural, and a question has hundreds of stretches.
  if (!/s\P{L}*$/iu.test(called) || !calledHosts.in(textOf(called))) return [];
  const words = tokensOf(fold(called)).map(({ word }) => word);
  const before = words.at(-2) ?? 'the';
  const country = countryOf(before);
  if (country === null && !['the', 'our'].includes(before)) return [];
  const offices = ({ role, affiliation, introducedAs }: Person) => fold([role, affiliation, ...introducedAs].join(' '));
  const isOfCountry = (person: Person) =>
    country === null || tokensOf(offices(person)).some(({ word }) => word === before || word === country);
  return people.filter((person) => hosting.in(textOf(offices(person))) && isOfCountry(person));
}

const calledHosts = phrases({ lines: '^ [the|our] [*] (hosts|organisers|organizers|convenors|conveners) $' });
const hosting = phrases({ lines: '[co] (host(s)|organiser(s)|organizer(s)|convenor(s)|convener(s))' });

/** Whoever was of it once does not speak for it now. */
const isOver = /(?<!\p{L})(?:former|formerly|ex|retired)(?!\p{L})/iu;

const unitedNations = `UN|U.N.|United Nations|UNCTAD|UN Trade and Development|ITU|International Telecommunication Union|UNESCO|UNDP|UNICEF|UNEP
  |UNHCR|UNFPA|UNODC|UNIDO|UNITAR|UNDRR|UNAIDS|UNRWA|UN-Habitat|UN Women|WHO|World Health Organization|FAO|Food and Agriculture Organization
  |ILO|International Labour Organization|WIPO|World Intellectual Property Organization|WFP|World Food Programme|WMO
  |World Meteorological Organization|IMO|International Maritime Organization|ICAO|IFAD|IAEA|UPU|Universal Postal Union|OHCHR|OCHA|DESA
  |UNDESA|ECLAC|ESCAP|ESCWA|UNECE|World Bank|IOM|International Organization for Migration`;

const lists = {
  bodies: `[specialised|specialized] (agencies|agency|bodies|body|organisation(s)|organization(s)|institution(s)|entities|entity|system
    |family|programme(s)|fund(s))`,
  speakers: '(speaker(s)|representative(s)|official(s)|panellist(s)|panelist(s)|participant(s)|people|delegates|side)',
};

const ofSeveral = phrases({ lines: '{bodies} [{speakers}] $\n{speakers} $', lists });

const groups: Group[] = [
  {
    called: phrases({
      lines: `
        ^ [all|any|each|every|one|some] [of] [the|a|an] (un|u n|united nations) [s] [{bodies}] [s] [{speakers}] $
        ^ [all|any|each|every|one|some] [of] [the|a|an] {bodies} (of|in|within) [the] (un|u n|united nations) [system|family] $`,
      lists,
    }),
    named: phrases({
      lines: `
        [each|every|all] [of] [the] (un|united nations) {bodies} [s] [{speakers}]
        [each|every|all] [of] [the] (un|united nations) [s] {speakers}
        [each|every|all] [of] [the] {speakers} (of|from|for) [all] [the] (un|united nations) [{bodies}]`,
      lists,
    }),
    members: namesIn(unitedNations),
  },
];

function namesIn(names: string): RegExp {
  const each = names.split('|').map((name) => name.trim().replaceAll('.', String.raw`\.`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${each.join('|')})(?![\p{L}\p{N}])`, 'u');
}
