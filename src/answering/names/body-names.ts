/** Organisations by how their names are written: "the Lake Institute", "Council of Europe", and acronyms of well-known ones. */
import { fold, properRuns, tokensOf, type Token } from '../../words/names.ts';
import { isStopWord } from '../../words/terms.ts';
import { wordList } from '../../words/word-list.ts';

/** Each name once, as it is written. What has a name that does not say what it is, such as a brand, is not known. */
export function bodyNamesIn(text: string): string[] {
  const runs = properRuns(tokensOf(text)).flatMap(apart).map(withoutOpening);
  // What a minister is of, or for, is an office of theirs.
  const named = runs.filter((run) => isBody(run) && !portfolio.test(text.slice(0, run[0]!.start)));
  // The "United Nations" within its working group is told by the group.
  const longest = named.filter((run) => !named.some((other) => other.length > run.length && holds(other, run)));
  const names = longest.map((run) => {
    const end = run.at(-1)!.end;
    return text.slice(run[0]!.start, end) + (numberAfter.exec(text.slice(end))?.[0] ?? '');
  });
  return [...new Map(names.map((name) => [keyOf(name), name])).values()];
}

/** "The Lake Institute for the Tide Board and UNESCO" are three, "Conference on Nets and Tides" is one. */
function apart(run: Token[]): Token[][] {
  const at = run.findIndex(({ word }, index) => {
    const before = run[index - 1];
    const isNew = word === 'the' && before !== undefined && !before.capital && before.word !== 'of';
    return isNew || (word === 'and' && before !== undefined && (bodies.has(before.word) || acronyms.has(before.raw)));
  });
  if (at < 1) return [run];
  const before = run.slice(0, at);
  const end = before.findLastIndex(({ capital }) => capital);
  return [before.slice(0, end + 1), ...apart(run.slice(at + 1))];
}

/** "Working Group 4" */
const numberAfter = /^ \d{1,2}(?![\d.,]*\d)/u;

/** "Academy of Tides" and "the Academy for Tides" are one. */
export const keyOf = (name: string) =>
  fold(name)
    .split(' ')
    .filter((word) => !isStopWord(word))
    .join(' ');

/** "At ITU", "The Harbour Board", "Professor Ruiz of …": what opens a sentence, or calls somebody something, is no part of a name. */
function withoutOpening(run: Token[]): Token[] {
  const first = run.findIndex(({ word }) => !isStopWord(word));
  return first < 0 ? [] : run.slice(first);
}

const portfolio = /\b(?:Minister|Secretary|Commissioner|Ombudsman)(?: of State)? (?:for|of) (?:the )?$/u;

const holds = (longer: Token[], run: Token[]) =>
  longer[0]!.start <= run[0]!.start && longer.at(-1)!.end >= run.at(-1)!.end;

/** What a name is a name of stands last in it, or last before "of", "on" and "for". */
function isBody(run: Token[]): boolean {
  const [only] = run;
  if (!only) return false;
  if (run.length === 1) return only.upper && acronyms.has(only.raw);
  const at = run.findIndex(({ capital }) => !capital);
  // "Building the Information Society" does something to it.
  const isOfThe = run.some(({ word }) => word === 'the');
  const heads = [run[at < 1 ? run.length - 1 : at - 1]!, ...(isOfThe ? [] : [run.at(-1)!])];
  const isOfPerson = run.some(({ word }) => ofPerson.has(word));
  return !isOfPerson && heads.some(({ word, capital }) => capital && bodies.has(word));
}

const ofPerson = new Set(
  wordList(`mr mrs ms dr prof professor minister secretary director president chair ambassador head manager coordinator chief officer
    representative member delegate commissioner adviser advisor engineer editor founder summit`),
);
const bodies = new Set(
  wordList(`academy academies institute institution university college school organisation organization council commission committee
    ministry agency bank fund union nations association federation confederation foundation centre center bureau office
    department board authority company corporation group coalition alliance network consortium trust court parliament assembly
    government inc ltd llc mobile telecom airlines railway railways motors industries partnership secretariat service services
    administration conference league institutes universities`),
);

/** Of organisations that are hardly ever called by their whole name. */
const acronyms = new Set(
  wordList(`UN EU AU ITU WHO WIPO WTO ILO UNESCO UNICEF UNCTAD OECD IMF UNDP UNEP UNHCR UNFPA UNIDO UNODC UNCSTD FAO WFP IFAD IAEA
    ICAO IMO UPU WMO ICANN IETF IEEE ISO IEC ETSI W3C GSMA GTI NATO OSCE OPEC ASEAN APEC SADC ECOWAS CARICOM MERCOSUR BRICS G7 G20 G77
    NHS BBC RCMP FBI CIA NASA ESA CERN`),
);
