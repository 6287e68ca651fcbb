/** Who is meant: from how people name someone to the speakers that could be. */
import { distance } from 'fastest-levenshtein';
import { stemmer } from 'stemmer';
import {
  acronymsOf,
  courtesies,
  fold,
  foldVariants,
  languages,
  partsOf,
  properRuns,
  readName,
  regions,
  singular,
  smallWords,
  sound,
  titles,
  tokensOf,
  type Token,
} from '../words/names.ts';
import { isGeneric, roleNouns, type Person } from './people.ts';
import { isSpokenOf, speaks, wordsOfAsking } from './asked-of.ts';

export interface Match {
  person: Person;
  how: 'name' | 'role' | 'affiliation' | 'acronym' | 'spelling' | 'introduction';
  /** From 0 to 1. */
  score: number;
}

export interface Mention {
  /** As it stands in the question, from `start` to `end` (UTF-16), without a possessive ending. */
  phrase: string;
  start: number;
  end: number;
  /** Everyone it could mean, best first; empty where nobody of the library is. */
  matches: Match[];
  /** Whether the question asks what they said, rather than what was said about them. */
  asSpeaker: boolean;
}

export interface Directory {
  people: Person[];
  /** Everyone a phrase could mean, best first: one when it is clear, several when it is not, none when nobody. */
  find(phrase: string, among?: (person: Person) => boolean): Match[];
  /** Everyone a question names, in its order. */
  mentions(question: string, among?: (person: Person) => boolean): Mention[];
}

/** Looks people up by names, roles, organisations and acronyms, all from the people themselves. */
export function directory(people: Person[]): Directory {
  const entries = people.map(read);
  const byName = new Map<string, Set<number>>();
  const byWhole = new Map<string, Set<number>>();
  const byFact = new Map<string, Set<number>>();
  const byAcronym = new Map<string, Set<number>>();
  const namesByLength = new Map<number, { word: string; sounds: string }[]>();
  const written: { name: string; id: number }[] = [];
  for (const [id, entry] of entries.entries()) {
    for (const word of entry.names.keys()) put(byName, word, id);
    // A single word may be the name of several, of whom this is only one.
    for (const name of [entry.person.name, ...entry.person.otherNames])
      if (/[\s_\d]/.test(name)) put(byWhole, fold(name), id);
    for (const word of entry.facts) put(byFact, word, id);
    for (const acronym of entry.acronyms) put(byAcronym, acronym, id);
    for (const name of entry.unspaced) written.push({ name, id });
  }
  for (const word of byName.keys()) {
    const alike = namesByLength.get(word.length) ?? [];
    alike.push({ word, sounds: sound(word) });
    namesByLength.set(word.length, alike);
  }

  return { people, find: (phrase, among = everyone) => find(phrase, among, true), mentions };

  function find(phrase: string, among: (person: Person) => boolean, mayCorrect: boolean): Match[] {
    const asked = readPhrase(phrase);
    const written = [...(byWhole.get(fold(phrase.trim())) ?? [])].map((id) => entries[id]!.person).filter(among);
    const moderating =
      asked.words.some(({ word }) => moderatorWords.has(word)) &&
      asked.words.every(({ word }) => moderatorWords.has(word) || forms.has(word));
    if (moderating) return moderators(asked.words.find(({ word }) => moderatorWords.has(word))?.word ?? '', among);
    if (written.length > 0) return written.map((person) => ({ person, how: 'name', score: 1 }));
    if (asked.words.length === 0) return [];
    const exact = bestOf(candidates(asked, false), asked, among);
    if (exact.length > 0 || !mayCorrect) return exact;
    const joined = asked.words.map(({ word }) => word).join('');
    // "JL Moreau" writes two initials as one word.
    const spaced = phrase.replace(/(?<!\p{L})(\p{Lu})(\p{Lu})(?=\s)/gu, '$1. $2.');
    if (spaced !== phrase) return find(spaced, among, mayCorrect);
    if (asked.words.length === 2 && byName.has(joined))
      return bestOf(byName.get(joined) ?? new Set(), readPhrase(joined), among);
    return bestOf(candidates(asked, true), asked, among);
  }

  function bestOf(ids: Set<number>, asked: Asked, among: (person: Person) => boolean): Match[] {
    const matches = [...ids]
      .filter((id) => among(entries[id]!.person))
      .map((id) => judge(entries[id]!, asked))
      .filter((match) => match !== null);
    return clearest(withTitle(matches, asked.titles));
  }

  /** Those who have something for every word of the phrase. */
  function candidates(asked: Asked, corrected: boolean): Set<number> {
    const having: Set<number>[][] = [];
    for (const asking of asked.words) {
      if (asking.initial || forms.has(asking.word) || heads.has(asking.word)) continue;
      const sets = [
        ...asking.variants.map((variant) => byName.get(variant)),
        byFact.get(asking.stem),
        byFact.get(officeOf[asking.word] ?? ''),
        byAcronym.get(asking.word),
      ];
      if (corrected && !sets.some(Boolean)) sets.push(...corrections(asking).map(({ word }) => byName.get(word)));
      having.push(sets.filter((set) => set !== undefined));
    }
    // Beginning with the rarest word leaves the fewest to look at.
    const [rarest, ...others] = having
      .map((sets) => ({ sets, size: sets.reduce((size, set) => size + set.size, 0) }))
      .toSorted((one, other) => one.size - other.size);
    const ids = new Set(
      rarest?.sets
        .flatMap((set) => Array.from(set))
        .filter((id) => others.every(({ sets }) => sets.some((set) => set.has(id)))),
    );
    // The name of an organisation in full, where the records have its acronym.
    return ids.size > 0
      ? ids
      : new Set(acronymsOf(asked.tokens).flatMap((acronym) => Array.from(byAcronym.get(acronym) ?? [])));
  }

  function corrections(asked: AskedWord): { word: string; apart: number }[] {
    if (!mayBeMisspelt(asked.word) || byFact.has(asked.stem)) return [];
    const found: { word: string; apart: number }[] = [];
    for (let length = asked.word.length - 2; length <= asked.word.length + 2; length += 1) {
      for (const { word, sounds } of namesByLength.get(length) ?? []) {
        const apart = misspelling(asked.word, asked.sounds, word, sounds);
        if (apart !== null) found.push({ word, apart });
      }
    }
    return found;
  }

  function moderators(word: string, among: (person: Person) => boolean): Match[] {
    const bySession = new Map<string, Match[]>();
    for (const { person, presiding } of entries) {
      if ((presiding.length === 0 && person.introduces < 2) || !among(person)) continue;
      const said = presiding.map((office) => moderates(office, word));
      const score = Math.max(0, ...said, person.introduces > 1 ? 0.8 : 0);
      if (score > 0)
        for (const session of person.sessions)
          bySession.set(session, [
            ...(bySession.get(session) ?? []),
            { person, how: score === 0.8 ? 'introduction' : 'role', score },
          ]);
    }
    const clear = [...bySession.values()].flatMap((matches) => clearest(matches));
    return [...new Map(clear.map((match) => [match.person, match])).values()].sort(byScore);
  }

  function mentions(question: string, among: (person: Person) => boolean = everyone): Mention[] {
    // Whoever pastes a page has asked within its first words.
    const tokens = tokensOf(question.slice(0, 2000));
    // Where all or no letters are capitals, capitals tell nothing.
    const words = tokens.filter((token) => /\p{L}/u.test(token.raw));
    const shouted =
      words.length > 2 &&
      words.every((token) => token.raw === token.raw.toUpperCase() && token.raw !== token.raw.toLowerCase());
    const tells = !shouted;
    const found: (Mention & { first: number; last: number; personal: boolean })[] = [];
    let index = 0;
    while (index < tokens.length) {
      const span = spanAt(index);
      if (span) found.push(span);
      index = span ? span.last + 1 : index + 1;
    }
    let spoken: { last: number } | undefined;
    for (const group of grouped(tokens, found)) {
      const [first, last] = [group[0]!, group.at(-1)!];
      const known = group.some(({ matches }) => (matches[0]?.score ?? 0) >= 0.6);
      const personal = group.every((mention) => mention.personal);
      const single = group.length === 1 && first.first === first.last && !personal;
      const asSpeaker: boolean =
        speaks(tokens, first.first, last.last, {
          personal,
          known,
          place: !known && regions().has(fold(first.phrase)),
          single,
        }) &&
        // After "what did A say about", B's view is what A speaks of.
        !(spoken && isSpokenOf(tokens, spoken.last, first.first, last.last));
      for (const mention of group) mention.asSpeaker = asSpeaker;
      if (asSpeaker) spoken ??= last;
    }
    return [...found.filter(({ matches, asSpeaker }) => matches.length > 0 || asSpeaker), ...unspaced()]
      .map(({ phrase, start, end, matches, asSpeaker }) => ({ phrase, start, end, matches, asSpeaker }))
      .sort((one, other) => one.start - other.start);

    /** The longest stretch from here that names someone, or a capitalised name that nobody has. */
    function spanAt(first: number) {
      const longest = Math.min(tokens.length, first + 12);
      let end = first + 1;
      while (end < longest && !tokens[end]!.afterBreak) end += 1;
      for (let last = end - 1; last >= first; last -= 1) {
        const matches = matchesOf(first, last);
        if (matches.length > 0) return mention(first, last, matches);
      }
      const last = unknownFrom(first);
      return last === null ? null : mention(first, last, []);
    }

    function mention(first: number, last: number, matches: Match[]) {
      const [opening, closing] = [tokens[first]!, tokens[last]!];
      const span = tokens.slice(first, last + 1);
      const personal =
        matches.length > 0
          ? matches.some(({ how }) => how === 'name' || how === 'spelling' || how === 'introduction') ||
            span.some(({ word }) => roleNouns.has(singular(word)) || forms.has(singular(word)))
          : isTitleAt(first) ||
            (span.filter((token) => token.capital && !token.upper).length > 1 &&
              !span.some(({ word }) => smallWords.has(word)) &&
              tokens[first - 1]?.word !== 'the');
      return {
        phrase: question.slice(opening.start, closing.end),
        start: opening.start,
        end: closing.end,
        matches,
        asSpeaker: false,
        first,
        last,
        personal,
      };
    }

    function matchesOf(first: number, last: number): Match[] {
      const span = tokens.slice(first, last + 1);
      const [opening, closing] = [span[0]!, span.at(-1)!];
      const article = opening.word === 'the' || opening.word === 'a' || opening.word === 'an';
      if ((smallWords.has(closing.word) && closing.word !== 'de' && !closing.capital) || (article && span.length === 1))
        return [];
      if (smallWords.has(opening.word) && !article && !opening.capital) return [];
      if (!article && first === 0 && wordsOfAsking.has(opening.word)) return [];
      // "the product manager" is not a manager of another kind.
      const before = tokens[first - 1];
      if (
        !article &&
        /^\p{Ll}/u.test(opening.raw) &&
        before &&
        !opening.afterBreak &&
        !before.possessive &&
        !before.capital &&
        !smallWords.has(before.word) &&
        !followsAux.has(before.word) &&
        !wordsOfAsking.has(before.word)
      )
        return [];
      if (followsAux.has(opening.word) && !opening.capital) return [];
      // "Someone on capacity building" is anyone who spoke of it.
      if (/^(?:some|any)(?:one|body)$/.test(opening.word) && /^(?:on|about|regarding|who)$/.test(span[1]?.word ?? ''))
        return [];
      const slot = inSpeakerPlace(first, last, true);
      const titled = isTitleAt(first);
      const strong = (token: Token) =>
        tells &&
        (token.capital || /^\p{Lo}/u.test(token.raw)) &&
        !(token.start === tokens[0]!.start && wordsOfAsking.has(token.word));
      const content = span.filter(({ word }) => !smallWords.has(word));
      const personal = content.some(({ word }) => roleNouns.has(singular(word)) || forms.has(singular(word)));
      const allStrong = content.every((token) => strong(token));
      if (content.some(({ raw }) => /^\p{Ll}$/u.test(raw))) return [];
      if (!allStrong && !slot && !titled && !personal && content.length < 2) return [];
      const phrase = question.slice(opening.start, closing.end);
      const matches = find(
        phrase,
        among,
        (slot || titled || (allStrong && content.length > 1)) && !isOrdinary(span, slot, titled),
      );
      const best = matches[0];
      if (!best) return [];
      if (best.how === 'name' || best.how === 'spelling' || best.how === 'introduction') {
        if (best.how === 'introduction' && content.some(({ word }) => moderatorWords.has(word))) return matches;
        if (
          !content.some(strong) &&
          span.slice(1).some(({ word, capital }) => !capital && (word === 'the' || word === 'a'))
        )
          return [];
        // A name in lower case after an article is a word, as in "the rose", unless it is all of the name.
        if (
          (article || (before && !opening.afterBreak && /^(?:the|an?)$/.test(before.word))) &&
          !personal &&
          !content.some(strong) &&
          best.score < 1 &&
          !matches.every(({ person }) => partsOf(person.name).length === content.length)
        )
          return [];
        if (!allStrong && !slot && !titled && content.filter(({ raw }) => raw.length > 1).length < 2) return [];
        // "Lee's colleague" is not Lee, though "the Lake Office's Lee" is.
        const owner = span.slice(0, -1).findLastIndex(({ possessive }) => possessive);
        if (owner >= 0 && find(question.slice(span[owner + 1]!.start, closing.end), among, false).length === 0)
          return [];
        return isWholeName(first, last) ? matches : [];
      }
      if (
        (best.how === 'role' && !personal && !content.some(({ word }) => word in officeOf)) ||
        (span.slice(0, -1).some(({ possessive }) => possessive) && !personal)
      )
        return [];
      if (personal) {
        // "the head of the Lake Office" is not just any head.
        const goesOn =
          /^(?:of|from|for|at)$/.test(tokens[last + 1]?.word ?? '') &&
          tokens.slice(last + 2, last + 4).some(({ capital }) => capital);
        return !goesOn && (article || slot || allStrong || content.length > 1) ? matches : [];
      }
      const organisationSpeaks = inSpeakerPlace(first, last, false);
      return (best.score >= 0.7 && (allStrong || organisationSpeaks)) || (organisationSpeaks && allStrong)
        ? matches
        : [];
    }

    /** No capitalised word beside it that would make it another's name: `Lind` in `John Lind`. */
    function isWholeName(first: number, last: number): boolean {
      if (!tells) return true;
      const before = tokens[first - 1];
      const after = tokens[last + 1];
      return !(
        (before &&
          !tokens[first]!.afterBreak &&
          couldBeName(before) &&
          !before.possessive &&
          !wordsOfAsking.has(before.word) &&
          first > 1) ||
        (after &&
          !after.afterBreak &&
          couldBeName(after) &&
          !tokens[last]!.possessive &&
          !wordsOfAsking.has(after.word))
      );
    }

    function unknownFrom(first: number): number | null {
      if (!tells && !isTitleAt(first)) return null;
      const opening = tokens[first]!;
      if (
        opening.word === 'i' ||
        (!isTitleAt(first) && (!opening.capital || (first === 0 && wordsOfAsking.has(opening.word))))
      )
        return null;
      let last = first;
      for (let next = first + 1; next < tokens.length; next += 1) {
        const token = tokens[next]!;
        if (token.afterBreak || tokens[next - 1]!.possessive) break;
        if (token.capital || (next === first + 1 && isTitleAt(first))) last = next;
        else if (!nameJoiners.has(token.word)) break;
      }
      return last;
    }

    function isTitleAt(index: number): boolean {
      const token = tokens[index]!;
      return (
        titles.has(token.word) &&
        index + 1 < tokens.length &&
        !tokens[index + 1]!.afterBreak &&
        ((token.capital &&
          token.word !== 'the' &&
          token.word !== 'right' &&
          index + 1 < tokens.length &&
          (tokens[index + 1]!.capital || !tells)) ||
          (alwaysTitles.has(token.word) &&
            !token.possessive &&
            !articles.has(tokens[index - 1]?.word ?? '') &&
            !followsAux.has(tokens[index + 1]!.word)))
      );
    }

    function inSpeakerPlace(first: number, last: number, personal: boolean): boolean {
      return speaks(tokens, first, last, { personal, known: true, place: false, single: first === last });
    }

    /** Names in scripts that write no spaces, wherever they stand. */
    function unspaced() {
      if (!/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]/u.test(question)) return [];
      const folded = fold(question);
      const names = [
        ...Map.groupBy(
          written.filter(({ name, id }) => folded.includes(name) && among(entries[id]!.person)),
          ({ name }) => name,
        ),
      ];
      return names
        .filter(([name]) => !names.some(([other]) => other !== name && other.includes(name)))
        .flatMap(([name, ids]) => {
          const start = folded.indexOf(name);
          if (found.some((mention) => mention.matches.length > 0 && mention.start <= start && start < mention.end))
            return [];
          const after = folded.slice(start + name.length);
          return [
            {
              phrase: question.slice(start, start + name.length),
              start,
              end: start + name.length,
              matches: ids.map(({ id }) => ({ person: entries[id]!.person, how: 'name' as const, score: 0.92 })),
              asSpeaker: !/(?:关于|關於|对|對|about|について)\s*$/u.test(folded.slice(0, start)) && after.trim() !== '',
            },
          ];
        });
    }
  }
}

const everyone: (person: Person) => boolean = () => true;

interface Entry {
  person: Person;
  /** Folded words of all their names, and whether it can be misspelt: variants of a word share its value. */
  names: Map<string, string>;
  /** Words of each name as a set, to know a whole one. */
  wholeNames: string[];
  /** Words of names others gave them that are not their own. */
  hearsay: Set<string>;
  /** Stems of the words of roles and organisations. */
  facts: Set<string>;
  /** Their name and offices, where they hold a word for who moderates. */
  presiding: string[];
  organisations: { words: string[]; former: boolean }[];
  acronyms: Set<string>;
  writtenAcronyms: Set<string>;
  unspaced: string[];
}

/** The stretches between marks and before "former". */
function clausesOf(tokens: Token[]): Token[][] {
  const clauses: Token[][] = [];
  for (const token of tokens) {
    if (clauses.length === 0 || token.afterBreak || pastWords.has(token.word)) clauses.push([]);
    clauses.at(-1)!.push(token);
  }
  return clauses;
}

const pastWords = new Set(['former', 'formerly', 'previous', 'previously', 'ex', 'past']);

interface AskedWord {
  raw: string;
  word: string;
  variants: string[];
  stem: string;
  sounds: string;
  initial: boolean;
}
interface Asked {
  tokens: Token[];
  words: AskedWord[];
  titles: string[];
  forms: string[];
}

function read(person: Person): Entry {
  const names = new Map<string, string>();
  const wholeNames: string[] = [];
  const hearsay = new Set<string>();
  const known = new Set<string>();
  const offices = [person.role, person.affiliation].filter((office) => office !== null);
  const unspaced: string[] = [];
  const addName = (name: string, given: boolean) => {
    const { words, titles: before, aside } = readName(name);
    for (const title of before) known.add(title);
    if (aside) offices.push(aside);
    if (given && isGeneric(name) && aside)
      for (const word of readName(aside).words) for (const variant of foldVariants(word)) names.set(variant, word);
    const own = words.filter((word) => word.length > 0);
    for (const word of own) {
      for (const variant of foldVariants(word)) {
        if (!given && !names.has(variant)) hearsay.add(variant);
        if (!names.has(variant)) names.set(variant, word);
      }
    }
    for (const token of tokensOf(name)) {
      // `Al-Rashid` is also written `Alrashid`.
      const parts = partsOf(token.raw);
      if (given && parts.length > 1) names.set(parts.join(''), parts.join(''));
      if (given && token.word.includes("'")) names.set(token.word.replaceAll("'", ''), token.word);
    }
    if (given) wholeNames.push(wordSet(own));
    if (given && /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]{2,}$/u.test(fold(name)))
      unspaced.push(fold(name));
  };
  for (const name of [person.name, ...person.otherNames]) addName(name, true);
  for (const phrase of person.introducedAs) {
    const comma = phrase.indexOf(',');
    const name = comma < 0 ? phrase : phrase.slice(0, comma);
    const tokens = tokensOf(name);
    const isOffice = tokens.some(
      ({ word }, at) =>
        smallWords.has(word) || (roleNouns.has(word) && (at > 0 || tokens.length === 1) && !titles.has(word)),
    );
    if (isOffice) offices.push(phrase);
    else {
      addName(name, false);
      if (comma >= 0) offices.push(phrase.slice(comma + 1));
    }
  }
  const facts = new Set<string>();
  const organisations: Entry['organisations'] = [];
  const acronyms = new Set<string>();
  const writtenAcronyms = new Set<string>();
  const addOrganisation = (tokens: Token[], former: boolean) => {
    for (const run of properRuns(tokens)) {
      const words = run.filter(({ word }) => !smallWords.has(word)).map(({ word }) => word);
      // One word of a longer name, as the country of a ministry, is not the organisation.
      if (words.length > 1 || (tokens.length === 1 && !roleNouns.has(words[0] ?? '')))
        organisations.push({ words, former });
      for (const acronym of acronymsOf(run)) acronyms.add(acronym);
    }
    for (const { upper, word } of tokens) {
      if (upper && word.length > 2) {
        acronyms.add(word);
        writtenAcronyms.add(word);
      }
    }
  };
  const presiding = [person.name].filter((name) => tokensOf(name).some(({ word }) => moderatorWords.has(word)));
  for (const office of [...offices, ...person.says]) {
    const tokens = tokensOf(office);
    if (tokens.some(({ word }) => moderatorWords.has(word))) presiding.push(office);
    for (const part of clausesOf(tokens))
      addOrganisation(
        part,
        part.some(({ word }) => pastWords.has(word)),
      );
    for (const { word, raw } of tokens) {
      for (const part of raw.includes('-') ? [word, ...partsOf(raw)] : [word])
        if (!smallWords.has(part)) facts.add(stemOf(part));
    }
  }
  if (person.affiliation)
    organisations.push({
      words: tokensOf(person.affiliation)
        .filter(({ word }) => !smallWords.has(word))
        .map(({ word }) => word),
      former: false,
    });
  // "Professor Lee" is a professor.
  for (const title of known) if (roleNouns.has(title)) facts.add(stemOf(title));
  return { person, names, wholeNames, hearsay, facts, presiding, organisations, acronyms, writtenAcronyms, unspaced };
}

function readPhrase(phrase: string): Asked {
  const tokens = tokensOf(phrase);
  let first = 0;
  while (first < tokens.length && articles.has(tokens[first]!.word) && !tokens[first]!.upper) first += 1;
  const given: string[] = [];
  while (
    first < tokens.length - 1 &&
    titles.has(tokens[first]!.word) &&
    !smallWords.has(tokens[first + 1]!.word) &&
    !roleNouns.has(tokens[first + 1]!.word)
  ) {
    given.push(tokens[first]!.word);
    first += 1;
  }
  const left = tokens.slice(first);
  const kept = left.filter(({ word, capital }) => !smallWords.has(word) || (capital && left.length === 1));
  const words = kept.flatMap((token) => {
    const initials =
      (/^\p{Lu}(?:\.\p{Lu})*\.?$/u.test(token.raw) && token.raw.length < 3) ||
      (token.word.length === 1 && /\p{L}/u.test(token.word));
    const acronym = token.upper || token.raw.includes('.');
    const parts = acronym && !initials ? [token.word] : partsOf(token.raw);
    return parts.map((word) => ({
      raw: token.raw,
      word,
      variants: [
        ...new Set([...foldVariants(token.raw.includes('-') || acronym ? word : token.raw.replaceAll('.', '')), word]),
      ],
      stem: stemmer(word),
      sounds: sound(word),
      initial: initials,
    }));
  });
  return {
    tokens: left,
    words: words.map((word) => ({ ...word, word: forms.has(singular(word.word)) ? singular(word.word) : word.word })),
    titles: given,
    forms: words.filter(({ word }) => forms.has(word)).map(({ word }) => word),
  };
}

/** What a person has of every word asked; null where a word has nothing to do with them. */
function judge(entry: Entry, asked: Asked): Match | null {
  const { person } = entry;
  const words = asked.words.filter(({ word }) => !forms.has(word) || entry.names.has(word));
  if (words.length === 0) return null;
  let named = 0;
  let heard = 0;
  let apart = 0;
  const others: AskedWord[] = [];
  const matchedNames = new Set<string>();
  for (const asking of words) {
    const own = asking.variants.find(
      (variant) => (entry.names.has(variant) && !asking.initial) || (variant.length === 1 && entry.names.has(variant)),
    );
    if (
      own !== undefined &&
      !matchedNames.has(entry.names.get(own) ?? own) &&
      !(asking.initial && words.length === 1 && own.length === 1 && entry.names.size > 1 && !isGeneric(person.name))
    ) {
      named += 1;
      if (entry.hearsay.has(own)) heard += 1;
      matchedNames.add(entry.names.get(own) ?? own);
    } else others.push(asking);
  }
  const rest: AskedWord[] = [];
  for (const asking of others) {
    const starts = [...entry.names.keys()].some(
      (name) =>
        !matchedNames.has(entry.names.get(name) ?? name) &&
        (asking.initial
          ? name.startsWith(asking.word)
          : named > 0 && asking.word.length > 2 && name.startsWith(asking.word) && name.length > asking.word.length),
    );
    if (starts && named > 0) named += 1;
    else rest.push(asking);
  }
  const unexplained: AskedWord[] = [];
  for (const asking of rest) {
    if (entry.facts.has(asking.stem) || entry.acronyms.has(asking.word) || leads(entry, asking.word)) continue;
    const nearest = mayBeMisspelt(asking.word)
      ? Math.min(
          ...[...entry.names.keys()]
            .filter((name) => !matchedNames.has(name))
            .map((name) => misspelling(asking.word, asking.sounds, name, sound(name)) ?? 9),
        )
      : 9;
    if (nearest > 2) unexplained.push(asking);
    else {
      apart += Math.max(nearest, 0.5);
      named += 1;
    }
  }
  if (unexplained.length > 0) return organisationOf(entry, asked);
  const factWords = words.length - named;
  if (named > 0 && apart > 0) return { person, how: 'spelling', score: 0.78 - 0.06 * apart };
  if (named > 0 && heard === named) return { person, how: 'introduction', score: 0.8 };
  if (named > 0 && factWords === 0) {
    const whole = wordSet(
      words.map(
        ({ variants, word }) => entry.names.get(variants.find((variant) => entry.names.has(variant)) ?? '') ?? word,
      ),
    );
    return { person, how: 'name', score: entry.wholeNames.includes(whole) && words.length > 1 ? 1 : 0.92 };
  }
  if (
    named > 0 &&
    words.some((asking) => asking.variants.some((variant) => entry.names.has(variant)) && asking.word.length > 1)
  )
    return { person, how: 'name', score: 0.9 };
  return organisationOf(entry, asked);
}

/** How much less an organisation of the past counts than one of the present. */
const past = 0.1;

function organisationOf(entry: Entry, asked: Asked): Match | null {
  const { person } = entry;
  const words = asked.words.filter(({ word }) => !forms.has(word));
  const sought = words.map(({ word }) => word);
  const personal = asked.forms.length > 0;
  let best: Match | null = null;
  const offer = (how: Match['how'], score: number) => {
    if (!best || best.score < score) best = { person, how, score };
  };
  if (sought.length === 1 && sought[0] !== undefined && entry.acronyms.has(sought[0])) {
    const former = entry.organisations.filter(({ words: own }) => own.includes(sought[0]!));
    offer('acronym', 0.85 - (former.length > 0 && former.every((organisation) => organisation.former) ? past : 0));
  }
  if (sought.length > 1)
    for (const acronym of acronymsOf(asked.tokens))
      if (entry.writtenAcronyms.has(acronym) || (acronym.length > 3 && entry.acronyms.has(acronym)))
        offer('acronym', 0.83);
  for (const { words: own, former } of entry.organisations) {
    const at = positionOf(own, sought);
    if (at < 0) continue;
    if (own.length === sought.length)
      offer(
        'affiliation',
        (sought.length > 1 || fold(person.affiliation ?? '') === own.join(' ') ? 0.85 : 0.75) - (former ? past : 0),
      );
    else if (sought.length > 1) offer('affiliation', (at === 0 ? 0.82 : 0.8) - (former ? past : 0));
    else offer('affiliation', (personal ? 0.65 : 0.45) - (former ? past / 2 : 0));
  }
  if (words.every(({ stem, word }) => entry.facts.has(stem) || entry.acronyms.has(word) || leads(entry, word))) {
    // The head of a role beats a word in passing: `the director` is not one whose role tells of a director's office.
    if (sought.length > 1 || personal || sought.some((word) => roleNouns.has(word)))
      offer('role', sought.length > 1 ? 0.7 : 0.62);
  }
  return best;
}

/** Whoever leads a place under another title is its head, and a minister speaks for the ministry. */
function leads(entry: Entry, word: string): boolean {
  return (
    (heads.has(word) && leaders.some((leader) => entry.facts.has(leader))) || entry.facts.has(officeOf[word] ?? '')
  );
}

function wordSet(words: string[]): string {
  return [...new Set(words.map((word) => foldVariants(word).at(-1) ?? word))]
    .toSorted((one, other) => (one < other ? -1 : 1))
    .join(' ');
}

function positionOf(own: string[], sought: string[]): number {
  return own.findIndex((_, at) => sought.every((word, offset) => own[at + offset] === word));
}

/** Of those with a name asked with a title, the ones the records give that title, where any has it. */
function withTitle(matches: Match[], asked: string[]): Match[] {
  const telling = asked.map((title) => sameTitles[title] ?? title).filter((title) => !courtesies.has(title));
  if (telling.length === 0) return matches;
  const having = matches.filter(({ person }) => {
    const known = new Set(
      tokensOf([person.name, ...person.otherNames, person.role ?? '', ...person.introducedAs].join(' ')).map(
        ({ word }) => sameTitles[word] ?? word,
      ),
    );
    return telling.every((title) => known.has(title));
  });
  const silent = matches.filter(({ person }) => person.role === null && person.introducedAs.length === 0);
  return having.length > 0 ? [...having, ...silent.filter((match) => !having.includes(match))] : matches;
}

const sameTitles: Record<string, string> = {
  prof: 'professor',
  dra: 'dr',
  doctor: 'dr',
  excellency: 'he',
  profesor: 'professor',
  professora: 'professor',
  professeur: 'professor',
};

/** Those no worse than the best by more than a little. */
function clearest(matches: Match[]): Match[] {
  const sorted = matches.sort(byScore);
  return sorted.filter(({ score }) => score >= (sorted[0]?.score ?? 0) - 0.045);
}

function byScore(one: Match, other: Match): number {
  return other.score - one.score;
}

/** How surely an office moderates the session: `Chair of the panel` and `Session moderator` do, `Vice Chair` and `Chair of the Forest Board` do not. */
function moderates(office: string, asked: string): number {
  const tokens = tokensOf(office);
  return Math.max(
    0,
    ...tokens.map(({ word, end }, index) => {
      if (!moderatorWords.has(word) || notOffice.has(tokens[index - 1]?.word ?? '')) return 0;
      const of = /^\s*,?\s*(?:of|at|for)\s+(?:the\s+|this\s+)?(\S+)/i.exec(office.slice(end));
      const elsewhere = of && !eventWords.has(stemmer(fold(of[1] ?? '').replace(/[^\p{L}]/gu, '')));
      return elsewhere ? (word === asked ? 0.72 : 0) : word === asked ? 0.9 : 0.88;
    }),
  );
}

function mayBeMisspelt(word: string): boolean {
  return (
    word.length > 3 &&
    /^\p{L}+$/u.test(word) &&
    !wordsOfAsking.has(word) &&
    !forms.has(singular(word)) &&
    !roleNouns.has(singular(word)) &&
    !regions().has(word) &&
    !languages().has(word) &&
    !groupWords.has(word)
  );
}

/** How far a word is from a name it could be a misspelling of: 0 where only its sound agrees, null where it is none. */
function misspelling(word: string, wordSounds: string, name: string, nameSounds: string): number | null {
  const shorter = Math.min(word.length, name.length);
  if (name.length < 5 || shorter < 4 || Math.abs(word.length - name.length) > 2) return null;
  if (word[0] === name[0] && wordSounds === nameSounds) return 0;
  if (shorter < 5) return null;
  const apart = distance(word, name);
  const one = apart <= 1 || (apart === 2 && isSwapped(word, name));
  if (one) return shorter > 5 || word[0] === name[0] ? 1 : null;
  return apart === 2 && shorter > 7 ? 2 : null;
}

function isSwapped(word: string, name: string): boolean {
  if (word.length !== name.length) return false;
  let at = 0;
  while (word[at] === name[at]) at += 1;
  return word[at] === name[at + 1] && word[at + 1] === name[at] && word.slice(at + 2) === name.slice(at + 2);
}

/** Mentions joined by `and` or a comma, which share what is said of them. */
function grouped<T extends { first: number; last: number }>(tokens: Token[], found: T[]): T[][] {
  const groups: T[][] = [];
  for (const mention of found) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const between = before ? tokens.slice(before.last + 1, mention.first) : [];
    const joined =
      before &&
      ((between.length === 0 && tokens[mention.first]!.afterBreak && !tokens[before.last]!.possessive) ||
        (between.length === 1 && /^(?:and|or|vs|versus|y|et|und|и)$/.test(between[0]!.word)));
    if (group && joined) group.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

function couldBeName({ capital, upper, word, raw }: Token): boolean {
  return capital && !upper && !titles.has(word) && !roleNouns.has(word) && /^[\p{L}\p{M}'’\-\u2010\u2011]+$/u.test(raw);
}

function isOrdinary(span: Token[], slot: boolean, titled: boolean): boolean {
  return !titled && span.some(({ capital, word }) => !capital && !smallWords.has(word) && !(slot && word.length > 5));
}

// Stemming has its price, and roles use few words.
const stems = new Map<string, string>();
function stemOf(word: string): string {
  const stem = stems.get(word) ?? stemmer(word);
  stems.set(word, stem);
  return stem;
}

function put(index: Map<string, Set<number>>, word: string, id: number): void {
  const ids = index.get(word);
  if (ids) ids.add(id);
  else index.set(word, new Set([id]));
}

const articles = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'our',
  'someone',
  'anyone',
  'anybody',
  'somebody',
  'from',
  'his',
  'her',
]);
const alwaysTitles = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'professor',
  'ambassador',
  'senor',
  'senora',
  'herr',
  'frau',
  'mme',
  'monsieur',
  'madame',
]);
const nameJoiners = new Set([
  'of',
  'for',
  'de',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'ibn',
  'al',
  'da',
  'dos',
  'del',
  'la',
  'on',
  'the',
]);
const followsAux = new Set('did does do has have had will would can could should is was are were say said'.split(' '));
/** Words for a person that say nothing of which. */
const forms = new Set(
  'representative speaker delegate delegation gentleman lady person panelist panellist participant colleague expert man woman guy official someone one somebody presenter'.split(
    ' ',
  ),
);
const moderatorWords = new Set(
  'moderator facilitator chair chairperson chairman chairwoman host interviewer moderating'.split(' '),
);
const heads = new Set('head chief leader boss'.split(' '));
const leaders = 'director president chief ceo head secretary leader chair'.split(' ').map((word) => stemmer(word));
const officeOf: Record<string, string> = Object.fromEntries(
  Object.entries({
    ministry: 'minister',
    embassy: 'ambassador',
    presidency: 'president',
    secretariat: 'secretary',
  }).map(([place, office]) => [place, stemmer(office)]),
);
const notOffice = new Set('vice deputy former co ex past assistant honorary'.split(' '));
const eventWords = new Set(
  'session panel meeting forum debate event workshop discussion conference round roundtabl hear call talk show podcast webinar today'
    .split(' ')
    .map((word) => stemmer(word)),
);
const groupWords = new Set(
  'people others everyone everybody anyone anybody nobody members speakers experts panel audience panelists participants countries government governments companies group team market marketing they them she he it'.split(
    ' ',
  ),
);
