/**
 * Reading a line of phrases:
 *
 *     who [all] (took part|attended)    words, one that may be missing, one of several
 *     ~say   view(s)   chair(|ed|man)   any form of an English verb, a word with one of several endings
 *     participat*   *s   *   #          any ending, any beginning, any word, a number in digits
 *     …   …3                            up to twelve, or three, words of the same sentence
 *     in the <…8> {session}             the words between < and > are taken out; a list of that name
 *     !(about|on)   =(of)               if this does not follow, if it does
 *     ^   $   ,                         the beginning and the end of the text, a mark such as a comma
 *
 * Words of a line stand side by side, with no mark between them. Every line looks at a bounded number of words from
 * where it begins, so that all of it is linear in the text.
 */
import { fold } from './names.ts';
import { textOf, type TextWord } from './text-words.ts';
import { formsOf } from './verb-forms.ts';

const none: never[] = [];

/** How far a match has come. */
export interface State {
  /** The next word. */
  at: number;
  /** A mark may stand before the next word: at the beginning and after a gap. */
  free: boolean;
  /** Indices of the words between < and >. */
  taken: { from: number; to: number } | null;
}

export interface Node {
  /** Where a match may go on, the nearest first. */
  match(words: TextWord[], from: State): State[];
  /** Words it can begin with; null where any. */
  firsts: Set<string> | null;
  /** It may match no word at all. */
  empty: boolean;
  /** It is one word, any of `firsts`. */
  plain?: true;
  /** A match has a word of each of these. */
  needs?: Set<string>[];
}

/** Whether the words that a match cannot do without are there, wherever they stand: most lines are told by that. */
export function mayMatch({ needs = [] }: Node, words: TextWord[]): boolean {
  return needs.every((any) => words.some(({ word, bare }) => any.has(word) || (bare !== undefined && any.has(bare))));
}

const widestGap = 12;
/** A list is read once, however many lines name it. */
const listsRead = new WeakMap<Record<string, string>, Map<string, Node>>();

/** Reads one line; throws on what is no line, since lines are part of the program. */
export function readLine(line: string, lists: Record<string, string>): Node {
  let at = 0;
  const node = readAlternatives();
  if (at < line.length) throw new Error(`phrases: "${line}" has "${line[at]}" at ${at}, which nothing opens`);
  return node;

  function readAlternatives(): Node {
    const options = [readSequence()];
    while (line[at] === '|') {
      at += 1;
      options.push(readSequence());
    }
    return options.length === 1 ? options[0]! : oneOf(options);
  }

  function readSequence(): Node {
    const nodes: Node[] = [];
    while (at < line.length && !'|)]>'.includes(line[at]!)) {
      if (line[at] === ' ') at += 1;
      else nodes.push(readElement());
    }
    return inOrder(nodes);
  }

  function readElement(): Node {
    const [mark, next] = [line[at]!, line[at + 1]];
    if (mark === '(') return enclosed(')');
    if (mark === '[') return oneOf([inOrder([]), enclosed(']')]);
    if (mark === '<') return taking(next === '*', enclosed('>'));
    if ((mark === '!' || mark === '=') && next === '(') {
      at += 1;
      return ifFollowing(enclosed(')'), mark === '=');
    }
    if (mark === ',') {
      at += 1;
      return markHere;
    }
    if (mark === '{') return readList();
    if (mark === '^' || mark === '$') {
      at += 1;
      return zeroWidth((words, { at: index }) => index === (mark === '^' ? 0 : words.length));
    }
    if (mark === '…') return gap(Number(/^…(\d+)/u.exec(line.slice(at))?.[1] ?? widestGap));
    return readWord();
  }

  function enclosed(close: string): Node {
    at += 1;
    const inside = readAlternatives();
    if (line[at] !== close) throw new Error(`phrases: "${line}" lacks a "${close}"`);
    at += 1;
    return inside;
  }

  function readList(): Node {
    const name = line.slice(at + 1, line.indexOf('}', at));
    at += name.length + 2;
    const list = lists[name];
    if (list === undefined) throw new Error(`phrases: "${line}" names the list "${name}", which there is not`);
    const read = listsRead.get(lists) ?? new Map<string, Node>();
    listsRead.set(lists, read);
    const node = read.get(name) ?? readLine(`(${list.replaceAll(/\s+/gu, ' ').replaceAll(' |', '|')})`, lists);
    read.set(name, node);
    return node;
  }

  function gap(most: number): Node {
    at += 1 + (/^…(\d+)/u.exec(line.slice(at))?.[1]?.length ?? 0);
    return gapOf(most);
  }

  function readWord(): Node {
    const from = at;
    while (at < line.length && !' |()[]<>{}'.includes(line[at]!)) at += 1;
    const written = line.slice(from, at);
    if (line[at] !== '(') return wordNode(written);
    const close = line.indexOf(')', at);
    const listed = line.slice(at + 1, close).split('|');
    at = close + 1;
    return oneOf((listed.length === 1 ? ['', ...listed] : listed).map((ending) => wordNode(written + ending)));
  }
}

/** One word as a line writes it. What a text splits, such as `what's`, is several. */
function wordNode(written: string): Node {
  if (written === '*') return single(() => true, null);
  if (written === '#') return single((word) => /^\p{N}+$/u.test(word), null);
  if (written.startsWith('~')) {
    const forms = new Set(formsOf(fold(written.slice(1))));
    return anyOf(forms);
  }
  if (written.endsWith('*')) {
    const beginning = fold(written.slice(0, -1));
    return single((word) => word.startsWith(beginning), null);
  }
  if (written.startsWith('*')) {
    const ending = fold(written.slice(1));
    return single((word) => word.endsWith(ending) && word.length > ending.length, null);
  }
  const words = /^[a-z]+$/.test(written) ? [written] : textOf(written).words.map(({ word }) => word);
  return inOrder(words.map((word) => anyOf(new Set([word]))));
}

function anyOf(words: Set<string>): Node {
  return { ...single((word) => words.has(word), words), plain: true, needs: [words] };
}

function single(fits: (word: string) => boolean, firsts: Set<string> | null): Node {
  return {
    firsts,
    empty: false,
    match(words, { at, free, taken }) {
      const next = words[at];
      const isIt = next && (free || !next.breaks) && (fits(next.word) || (next.bare !== undefined && fits(next.bare)));
      return isIt ? [{ at: at + 1, free: false, taken }] : none;
    },
  };
}

function inOrder(nodes: Node[]): Node {
  if (nodes.length === 1) return nodes[0]!;
  const firsts = new Set<string>();
  let open = false;
  for (const node of nodes) {
    if (node.firsts === null) open = true;
    else for (const word of node.firsts) firsts.add(word);
    if (!node.empty) break;
  }
  return {
    firsts: open ? null : firsts,
    empty: nodes.every((node) => node.empty),
    needs: nodes.flatMap(({ needs = [] }) => needs),
    match(words, from) {
      let states = [from];
      for (const node of nodes) {
        states =
          states.length === 1
            ? node.match(words, states[0]!)
            : distinct(states.flatMap((state) => node.match(words, state)));
        if (states.length === 0) return none;
      }
      return states;
    },
  };
}

/** Two ways to the same place are one, which keeps lines with several gaps quick. */
function distinct(states: State[]): State[] {
  const seen = new Set<number>();
  return states.filter(({ at, free }) => {
    const place = at * 2 + (free ? 1 : 0);
    return !seen.has(place) && Boolean(seen.add(place));
  });
}

function oneOf(all: Node[]): Node {
  // Many words to choose from are looked up together.
  const words = all.flatMap(({ plain, firsts }) => (plain ? [...firsts!] : []));
  const others = all.filter(({ plain }) => !plain);
  if (others.length === 0) return anyOf(new Set(words));
  const nodes = words.length > 0 ? [...others, anyOf(new Set(words))] : others;
  return {
    firsts: nodes.some(({ firsts }) => firsts === null) ? null : new Set(nodes.flatMap(({ firsts }) => [...firsts!])),
    empty: nodes.some(({ empty }) => empty),
    needs: eitherNeeds(nodes),
    match(words, from) {
      let states = none as State[];
      for (const node of nodes) {
        const more = canBegin(node, words[from.at]) ? node.match(words, from) : none;
        states = states.length === 0 ? more : more.length === 0 ? states : [...states, ...more];
      }
      return states.length > 1 ? distinct(states) : states;
    },
  };
}

/** Whichever of the nodes matches, it has a word of the first that it needs. */
function eitherNeeds(nodes: Node[]): Set<string>[] {
  const first = nodes.map(({ needs = [] }) => needs[0]);
  return first.includes(undefined) ? [] : [new Set(first.flatMap((words) => [...words!]))];
}

/** Most of what could be said is not, as its first word tells. */
function canBegin({ firsts, empty }: Node, next: TextWord | undefined): boolean {
  if (firsts === null || empty) return true;
  return next !== undefined && (firsts.has(next.word) || (next.bare !== undefined && firsts.has(next.bare)));
}

function gapOf(most: number): Node {
  return {
    firsts: null,
    empty: true,
    match(words, { at, taken }) {
      const states = [{ at, free: true, taken }];
      for (let next = at; next < words.length && next < at + most; next += 1) {
        if (next > at && words[next]!.begins) break;
        states.push({ at: next + 1, free: true, taken });
      }
      return states;
    },
  };
}

/** What is taken is one stretch of words with no mark in it. Where it is any word, it is the whole of one with a hyphen. */
function taking(whole: boolean, node: Node): Node {
  return {
    ...node,
    match: (words, from) =>
      node
        .match(words, from)
        .filter(
          ({ at }) =>
            at > from.at &&
            !(whole && words[at]?.joined) &&
            words.slice(from.at + (from.free ? 1 : 0), at).every(({ breaks }) => !breaks),
        )
        .map(({ at }) => ({ at, free: false, taken: { from: from.at, to: at } })),
  };
}

const markHere: Node = {
  firsts: new Set(),
  empty: true,
  match: (words, from) => (words[from.at]?.breaks ? [{ ...from, free: true }] : none),
};

function zeroWidth(holds: (words: TextWord[], from: State) => boolean): Node {
  return { firsts: new Set(), empty: true, match: (words, from) => (holds(words, from) ? [from] : none) };
}

function ifFollowing(node: Node, wanted: boolean): Node {
  return zeroWidth((words, from) => node.match(words, from).length > 0 === wanted);
}
