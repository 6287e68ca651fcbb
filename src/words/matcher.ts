/**
 * What people say to ask for something, as lines of plain words. A line is matched on the folded words of a text:
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
import { remembering } from './remembering.ts';
import { formsOf } from './verb-forms.ts';

/** A word, or one character of a script without blanks. */
export interface TextWord {
  word: string;
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** A comma or a stronger mark stands before it. */
  breaks: boolean;
  /** It begins another sentence. */
  begins: boolean;
  /** Only a hyphen stands before it. */
  joined: boolean;
}

export interface Found {
  /** UTF-16 offsets of what the line matched. */
  start: number;
  end: number;
  /** What stands between its < and >; null where it has none. */
  taken: string | null;
}

export interface Phrases {
  /** Whether any line is in the text. */
  in(text: Text): boolean;
  /** Where the first stands, with the fewest words in its gaps. */
  first(text: Text): Found | null;
  /** All places, from left to right, the longest at each, none over another. */
  all(text: Text): Found[];
  /** The text with a blank in place of each. */
  cutFrom(text: string): string;
}

/** The text with blanks in place of a part and of the marks right after it, so that all else stays where it was. */
export function blanked(text: string, { start, end }: { start: number; end: number }): string {
  const after = /^[\s,;:–—-]*/u.exec(text.slice(end))![0].length;
  return text.slice(0, start) + ' '.repeat(end + after - start) + text.slice(end + after);
}

/** A text and its words, to be read once where many phrases are looked for. */
export interface Text {
  text: string;
  words: TextWord[];
}

/** The words of a text. Many phrases are looked for in the same one; what is given is shared, and not to be changed. */
export const textOf = remembering(readText, 200);

function readText(text: string): Text {
  const words: TextWord[] = [];
  let from = 0;
  for (const match of text.matchAll(wordPattern)) {
    const between = text.slice(from, match.index);
    from = match.index + match[0].length;
    words.push({
      word: fold(match[0]),
      start: match.index,
      end: from,
      breaks: /[.,;:?!…¿¡()"“”«»。，、；：？！؟،؛\n]/u.test(between),
      begins: /[?!。？！؟\n]/u.test(between),
      joined: /^[-\u2010\u2011]$/u.test(between),
    });
  }
  return { text, words };
}

const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const wordPattern = new RegExp(String.raw`${unspaced}|(?:(?!${unspaced})[\p{L}\p{M}\p{N}])+`, 'gu');

/** Lines of phrases, and what stands for a name in braces. */
export interface Table {
  lines: string;
  lists?: Record<string, string>;
}

/** Reads the lines of tables, one for each language. They are read when they are first looked for. */
export function phrases(...tables: Table[]): Phrases {
  let compiled: { byFirst: Map<string, Node[]>; open: Node[] } | undefined;

  /** The first or the longest match of any line from a word on. */
  function matchAt({ words }: Text, start: number, longest: boolean): State | null {
    compiled ??= compile(tables);
    const from: State = { at: start, free: true, taken: null };
    let best: State | null = null;
    for (const nodes of [compiled.byFirst.get(words[start]!.word) ?? none, compiled.open]) {
      for (const node of nodes) {
        for (const state of node.match(words, from)) {
          if (state.at > start && (!best || state.at > best.at)) best = state;
          if (best && !longest) return best;
        }
      }
    }
    return best;
  }

  function* everywhere(text: Text, longest: boolean): Generator<Found> {
    let start = 0;
    while (start < text.words.length) {
      const best = matchAt(text, start, longest);
      if (best) yield found(text, start, best);
      start = best ? best.at : start + 1;
    }
  }

  return {
    in: (text) => !everywhere(text, false).next().done,
    first: (text) => everywhere(text, false).next().value ?? null,
    all: (text) => [...everywhere(text, true)],
    cutFrom(text) {
      let left = '';
      let from = 0;
      for (const { start, end } of everywhere(textOf(text), true)) {
        left += `${text.slice(from, start)} `;
        from = end;
      }
      return left + text.slice(from);
    },
  };
}

function found({ text, words }: Text, start: number, { at, taken }: State): Found {
  const slice = taken && taken.to > taken.from ? text.slice(words[taken.from]!.start, words[taken.to - 1]!.end) : null;
  return { start: words[start]!.start, end: words[at - 1]!.end, taken: slice };
}

/** How far a match has come. */
interface State {
  /** The next word. */
  at: number;
  /** A mark may stand before the next word: at the beginning and after a gap. */
  free: boolean;
  /** Indices of the words between < and >. */
  taken: { from: number; to: number } | null;
}

interface Node {
  /** Where a match may go on, the nearest first. */
  match(words: TextWord[], from: State): State[];
  /** Words it can begin with; null where any. */
  firsts: Set<string> | null;
  /** It may match no word at all. */
  empty: boolean;
}

function compile(tables: Table[]): { byFirst: Map<string, Node[]>; open: Node[] } {
  const byFirst = new Map<string, Node[]>();
  const open: Node[] = [];
  const lines = tables.flatMap((table) => table.lines.split('\n').map((line) => ({ line: line.trim(), ...table })));
  for (const { line, lists = {} } of lines) {
    if (line === '') continue;
    const node = readLine(line, lists);
    if (node.firsts === null || node.empty) open.push(node);
    else {
      for (const word of node.firsts) {
        const nodes = byFirst.get(word);
        if (nodes) nodes.push(node);
        else byFirst.set(word, [node]);
      }
    }
  }
  return { byFirst, open };
}

const widestGap = 12;
const none: never[] = [];

/** Reads one line; throws on what is no line, since lines are part of the program. */
function readLine(line: string, lists: Record<string, string>): Node {
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
    return readLine(`(${list.replaceAll(/\s+/gu, ' ').replaceAll(' |', '|')})`, lists);
  }

  function gap(most: number): Node {
    at += 1 + (/^…(\d+)/u.exec(line.slice(at))?.[1]?.length ?? 0);
    return gapOf(most);
  }

  function readWord(): Node {
    const written = /^[^\s|()[\]<>{}]+/u.exec(line.slice(at))![0];
    at += written.length;
    const endings = line[at] === '(' ? /^\(([^()]*)\)/u.exec(line.slice(at)) : null;
    if (!endings) return wordNode(written);
    at += endings[0].length;
    const listed = endings[1]!.split('|');
    return oneOf((listed.length === 1 ? ['', ...listed] : listed).map((ending) => wordNode(written + ending)));
  }
}

/** One word as a line writes it. What a text splits, such as `what's`, is several. */
function wordNode(written: string): Node {
  if (written === '*') return single(() => true, null);
  if (written === '#') return single((word) => /^\p{N}+$/u.test(word), null);
  if (written.startsWith('~')) {
    const forms = new Set(formsOf(fold(written.slice(1))));
    return single((word) => forms.has(word), forms);
  }
  if (written.endsWith('*')) {
    const beginning = fold(written.slice(0, -1));
    return single((word) => word.startsWith(beginning), null);
  }
  if (written.startsWith('*')) {
    const ending = fold(written.slice(1));
    return single((word) => word.endsWith(ending) && word.length > ending.length, null);
  }
  return inOrder(textOf(written).words.map(({ word }) => single((other) => other === word, new Set([word]))));
}

function single(fits: (word: string) => boolean, firsts: Set<string> | null): Node {
  return {
    firsts,
    empty: false,
    match(words, { at, free, taken }) {
      const next = words[at];
      return next && (free || !next.breaks) && fits(next.word) ? [{ at: at + 1, free: false, taken }] : none;
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

function oneOf(nodes: Node[]): Node {
  return {
    firsts: nodes.some(({ firsts }) => firsts === null) ? null : new Set(nodes.flatMap(({ firsts }) => [...firsts!])),
    empty: nodes.some(({ empty }) => empty),
    match: (words, from) => distinct(nodes.flatMap((node) => node.match(words, from))),
  };
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
