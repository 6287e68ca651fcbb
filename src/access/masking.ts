/**
 * Which words of a text name or place somebody, so that they can be masked. Where it is unsure, a word is masked: one too
 * many costs a word, one too few costs somebody their confidence.
 */
import { fold, partsOf, singular, smallWords, titles, tokensOf, type Token } from '../words/names.ts';
import { isEnglish, primary } from '../words/language.ts';
import { wordList } from '../words/word-list.ts';
import { roleNouns } from '../people/roles.ts';

/** Places in a text, each from `start` up to `end` in UTF-16 units, in order and apart. */
export type Spans = [start: number, end: number][];

/** What is known of who took part. */
export interface Participants {
  /** Every way that they, or anybody, are called in the record. */
  names: string[];
  /** Their roles and organisations. */
  positions: string[];
}

/** Stands for each unit of what is masked, so that every place stays where it was. */
export const maskUnit = '\u2BD1';

/** How what is masked is shown. */
export const maskShown = '[name]';

export function masked(text: string, spans: Spans): string {
  let done = 0;
  const parts = spans.flatMap(([start, end]) => {
    const before = text.slice(done, start);
    done = end;
    return [before, maskUnit.repeat(end - start)];
  });
  return [...parts, text.slice(done)].join('');
}

/** As people read it: whatever stands masked in it is one `[name]`. */
export function withMasksShown(text: string): string {
  return text.replaceAll(masks, maskShown);
}

const masks = new RegExp(`${maskUnit}+`, 'gu');

/** The same of every text in what is given. */
export function allMasksShown<Value>(value: Value): Value {
  return isMasked(value) ? shownIn(value) : value;
}

/** Looked for first: nearly nothing is masked, and what is not need not be made anew. */
function isMasked(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(maskUnit);
  if (Array.isArray(value)) return value.some(isMasked);
  if (value === null || typeof value !== 'object') return false;
  for (const key in value) if (isMasked((value as { [key: string]: unknown })[key])) return true;
  return false;
}

function shownIn<Value>(value: Value): Value {
  if (typeof value === 'string') return (value.includes(maskUnit) ? withMasksShown(value) : value) as Value;
  if (Array.isArray(value)) return value.map(shownIn) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shownIn(each)])) as Value;
}

/** Where in a text something is masked. */
export function masksIn(text: string): Spans {
  return [...text.matchAll(masks)].map(({ 0: { length }, index }) => [index, index + length]);
}

/** Finds what names somebody in texts of one session. */
export type Masker = (text: string) => Spans;

/** `ordinary` has words that the session also writes small, folded: they begin sentences without being names. */
export async function maskerFor(
  { names, positions }: Participants,
  language: string | null,
  ordinary: ReadonlySet<string>,
): Promise<Masker> {
  const english = isEnglish(primary(language)) ? await openEnglish() : null;
  const isOrdinary = (word: string) => ordinary.has(word) || begins.has(word) || english?.isWord(word) === true;
  const known = new Set(
    names
      .flatMap((name) => tokensOf(name))
      .flatMap(({ raw }) => partsOf(raw))
      .filter(isName),
  );
  const held = positions.map((position) => tokensOf(position).filter(({ word }) => !smallWords.has(word)));
  const heldWords = new Set(held.flat().flatMap(({ word, capital }) => (capital || roleNouns.has(word) ? [word] : [])));

  return (text) => {
    const tokens = tokensOf(text);
    const marked = new Set<number>();
    for (const [at, token] of tokens.entries()) {
      const isKnown = partsOf(token.raw).some((part) => known.has(part));
      if (isKnown && (token.capital || !oftenWords.has(token.word) || besideKnown(tokens, at, known))) marked.add(at);
      if (heldWords.has(token.word) && (token.capital || roleNouns.has(token.word))) marked.add(at);
      if (token.capital && isProper(tokens, at, text, isOrdinary)) marked.add(at);
    }
    for (const position of held) markPhrase(tokens, position, marked);
    markSelf(tokens, text, marked);
    const spans: Spans = [...marked].map((at) => [tokens[at]!.start, tokens[at]!.end]);
    spans.push(...(english?.namesIn(text) ?? []), ...unwritten(text));
    return joined(spans, text);
  };
}

/** Words that are also somebody's name; written small they are what they say. */
const oftenWords = new Set(
  wordList(`
    will may mark rose grace hope faith joy bill grant rich young long white brown green black gray grey king price wood
    stone field hill lake bush day west north east south short small little good best strong wise case cook baker
    miller smith mason hunter fisher page read reed field ford rivers rain summer winter frost snow storm may june april
    august art drew frank ray sky pearl ruby jade amber ivy lily daisy iris violet robin jay martin dale glen cliff
    pat sue rob don dean earl duke major sandy penny chase pierce peace star ocean bay so an can do a the of
  `),
);

function isName(part: string): boolean {
  return part.length > 1 && !smallWords.has(part) && !titles.has(part);
}

function besideKnown(tokens: Token[], at: number, known: ReadonlySet<string>): boolean {
  return [tokens[at - 1], tokens[at + 1]].some(
    (token) => token !== undefined && known.has(token.word) && !oftenWords.has(token.word),
  );
}

/**
 * A word with a capital is taken for a name, except where a sentence begins: there one is taken for a name that stands
 * after a title or is no word that is known.
 */
function isProper(tokens: Token[], at: number, text: string, isOrdinary: (word: string) => boolean): boolean {
  const token = tokens[at]!;
  if (neverNames.has(token.word) || /^\d/u.test(token.raw)) return false;
  if (!beginsSentence(token, text)) return true;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before !== undefined && !before.afterBreak && titles.has(before.word) && before.capital) return true;
  if (titles.has(token.word) && after?.capital === true) return true;
  return !isOrdinary(token.word);
}

function beginsSentence({ start }: Token, text: string): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const said = before.trimEnd();
  if (said === '' || before.slice(said.length).includes('\n')) return true;
  const mark = said.at(-1)!;
  // What closes a quotation or a bracket stands between the end of a sentence and the next.
  const ending = '"\'”’»)]'.includes(mark) ? (said.at(-2) ?? '') : mark;
  return '"“„«(–—-'.includes(mark) || (said.length < before.length && '.!?…:;'.includes(ending));
}

/** Never somebody's name, however they are written. */
const neverNames = new Set(
  wordList(`
    i i'm i'd i'll i've monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december internet ai ok okay
  `),
);

/** Words that begin sentences before a name: "Thank Petra", "But Norway". */
const begins = new Set(
  wordList(`
    the a an and but or so if when as for in on at to with of from by this that these those there here it its he she we
    you they our my your his her their who what where why how which because while since although though after before
    then now also yes no not thank thanks let please good well okay ok today yesterday tomorrow every each all some many
    most few more one two three first second third both neither either without within under over between during until
    once only even still just perhaps maybe however therefore thus hence indeed is are was were do does did have has had
    can could will would shall should may might must ask tell say see look give take bring welcome dear
  `),
);

/** The words of a role or an organisation one after the other, whatever small words stand between. */
function markPhrase(tokens: Token[], phrase: Token[], marked: Set<number>): void {
  if (phrase.length < 2) return;
  for (const [from] of tokens.entries()) {
    const found: number[] = [];
    for (let at = from; at < tokens.length && found.length < phrase.length; at += 1) {
      const { word, afterBreak } = tokens[at]!;
      if (word === phrase[found.length]!.word) found.push(at);
      else if (found.length === 0 || afterBreak || !smallWords.has(word)) break;
    }
    if (found.length < phrase.length) continue;
    for (let at = found[0]!; at <= found.at(-1)!; at += 1) marked.add(at);
  }
}

/** "As the minister of fisheries", "I am a judge in the north": what somebody says of what they are themselves. */
function markSelf(tokens: Token[], text: string, marked: Set<number>): void {
  for (const [at, { word }] of tokens.entries()) {
    if (!introducing.has(word)) continue;
    const end = tokens.findIndex((token, next) => next > at && (token.afterBreak || stops.has(token.word)));
    const own = tokens.slice(at + 1, Math.min(end < 0 ? tokens.length : end, at + 1 + mostOfSelf));
    const noun = own.findIndex((token) => roleNouns.has(token.word) || roleNouns.has(token.word.replace(/s$/u, '')));
    if (noun < 0 || /[.!?]/u.test(text.slice(tokens[at]!.end, own[noun]!.start))) continue;
    const first = own.findIndex((token) => !smallWords.has(token.word) && !own_words.has(token.word));
    for (let next = Math.min(first < 0 ? noun : first, noun); next < own.length; next += 1) marked.add(at + 1 + next);
  }
}

const introducing = new Set(wordList("as am i'm being represent represents representing"));
const own_words = new Set(wordList('your our my their his her your here also now speaking'));
const stops = new Set(
  wordList(`
    i we you he she it they must can will would should could may might have has had do did say said think want know see
    that which who because and but so if when while where
  `),
);
const mostOfSelf = 10;

/** What no rule can read: addresses, handles, and scripts that do not write names large, which are masked as a whole. */
function unwritten(text: string): Spans {
  const found = unreadable.flatMap((pattern) => placesOf(pattern, text));
  const addresses = placesOf(/\S+/gu, text).filter(([start, end]) => /.@./u.test(text.slice(start, end)));
  return [...found.filter(([start, end]) => /[^\p{M}]/u.test(text.slice(start, end))), ...addresses];
}

function placesOf(pattern: RegExp, text: string): Spans {
  return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => [index, index + length]);
}

const unreadable = [
  /https?:\/\/\S+/giu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]+/gu,
  /\+\d[\d\s().-]{6,}\d/gu,
  /[\p{Lo}\p{M}]+/gu,
];

/** What is known of English words. */
interface English {
  /** What it takes for people, places and organisations, by its lexicon and the words around. */
  namesIn(text: string): Spans;
  /** Whether a word, folded, is one that is no name. */
  isWord(word: string): boolean;
}

let opened: Promise<English> | null = null;

/** By `compromise`: its lexicon of some 25,000 words, and what it makes of those it does not know. */
function openEnglish(): Promise<English> {
  return (opened ??= import('compromise/two').then(({ default: nlp }) => {
    const { lexicon } = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one;
    const tagsOf = (word: string) => [Object.hasOwn(lexicon, word) ? lexicon[word]! : []].flat();
    const isKnown = (word: string) => tagsOf(word).length > 0 && !tagsOf(word).some((tag) => naming.has(tag));
    return {
      isWord: (word) =>
        isKnown(word) || isKnown(singular(word)) || /(?:tion|ment|ness|ing|ly|ity|ism|ance|ence)s?$/u.test(word),
      namesIn(text) {
        // Where nothing is written large, names are not either.
        const isSmall = !/\p{Lu}/u.test(text.replaceAll(/\bI\b/gu, ''));
        return (nlp(text).json({ offset: true }) as Tagged[])
          .flatMap(({ terms }) => terms)
          .filter(({ text: word, tags }) => {
            const isName = tags.some((tag) => naming.has(tag)) && !tags.some((tag) => notNaming.has(tag));
            return isName && word.length > 1 && (isSmall || /^\p{Lu}/u.test(word)) && !neverNames.has(fold(word));
          })
          .map(({ text: word, offset: { start } }) => [start, start + word.replace(/['’]s?$/u, '').length]);
      },
    };
  }));
}

interface Tagged {
  terms: { text: string; tags: string[]; offset: { start: number; length: number } }[];
}

const naming = new Set(
  'Person Place City Country Region Organization ProperNoun Demonym FirstName LastName MaleName FemaleName'.split(' '),
);
const notNaming = new Set(['Month', 'WeekDay', 'Date', 'Pronoun', 'Determiner', 'Conjunction', 'Preposition']);

/** In order; those with no more than a blank, a hyphen or a small word between them are one name. */
function joined(spans: Spans, text: string): Spans {
  const found: Spans = [];
  for (const [start, end] of spans.toSorted((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = found.at(-1);
    if (last && isWithinName(text.slice(last[1], start))) last[1] = Math.max(last[1], end);
    else if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

function isWithinName(between: string): boolean {
  return (
    between.length < 16 &&
    /^(?:[\s'’-]*|(?:\s+(?:of|the|de|del|della|di|da|do|dos|du|des|la|le|van|von|der|den|bin|ibn|al|el))+\s+)$/u.test(
      between,
    )
  );
}
