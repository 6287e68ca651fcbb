/** What people say to ask for something, as lines of plain words: how a line is written stands in `phrase-line.ts`. */
import { mayMatch, readLine, type Node, type State } from './phrase-line.ts';
import { textOf, type Text, type TextWord } from './text-words.ts';

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

/** Lines of phrases, one of which may go on in the next, which then begins with |; and what stands for a name in braces. */
export interface Table {
  lines: string;
  lists?: Record<string, string>;
  /** They are in another script than Latin: they are read when a text has one. */
  beyondLatin?: boolean;
}

/** Reads the lines of tables, one for each language. They are read when they are first looked for. */
export function phrases(...tables: Table[]): Phrases {
  const compiled = new Map<Table, Compiled>();
  let ofLatin: Joined | null = null;
  let ofAny: Joined | null = null;

  function linesFor({ latin }: Text): Joined {
    return latin ? (ofLatin ??= read(({ beyondLatin }) => !beyondLatin)) : (ofAny ??= read(() => true));
  }

  function read(isMeant: (table: Table) => boolean): Joined {
    const meant = tables.filter((table) => table.lines !== '' && isMeant(table));
    for (const table of meant) if (!compiled.has(table)) compiled.set(table, compile(table));
    return joined(meant.map((table) => compiled.get(table)!));
  }

  function* everywhere(text: Text, longest: boolean): Generator<Found> {
    const linesAt = possibleIn(linesFor(text), text.words);
    let start = 0;
    while (start < text.words.length) {
      const best = matchAt(linesAt(start), text.words, start, longest);
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

/** The lines that can begin at a word and may be in the text: most are told by their words, once for all places that they can begin at. */
function possibleIn(lines: Joined, words: TextWord[]): (start: number) => Node[] {
  const known = new Map<Node[], Node[]>();
  return (start) => {
    const all = nodesFor(lines, words[start]!);
    if (all.length === 0) return all;
    const possible = known.get(all) ?? all.filter((node) => mayMatch(node, words));
    known.set(all, possible);
    return possible;
  };
}

/** The first or the longest match of any line from a word on. */
function matchAt(lines: Node[], words: TextWord[], start: number, longest: boolean): State | null {
  let from: State | null = null;
  let best: State | null = null;
  for (const node of lines) {
    from ??= { at: start, free: true, taken: null };
    for (const state of node.match(words, from)) {
      if (state.at > start && (!best || state.at > best.at)) best = state;
      if (best && !longest) return best;
    }
  }
  return best;
}

function found({ text, words }: Text, start: number, { at, taken }: State): Found {
  const slice = taken && taken.to > taken.from ? text.slice(words[taken.from]!.start, words[taken.to - 1]!.end) : null;
  return { start: words[start]!.start, end: words[at - 1]!.end, taken: slice };
}

const none: never[] = [];

interface Compiled {
  byFirst: Map<string, Node[]>;
  /** Lines that can begin with any word. */
  open: Node[];
}

function compile({ lines, lists = {} }: Table): Compiled {
  const byFirst = new Map<string, Node[]>();
  const open: Node[] = [];
  for (const line of wholeLines(lines)) {
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

/** Tables together, so that a word is looked up once and not in each. */
interface Joined extends Compiled {
  each: Compiled[];
}

/** Table by table, first the lines that begin with a word, then those that can begin with any. */
function joined(each: Compiled[]): Joined {
  const byFirst = new Map<string, Node[]>();
  for (const { byFirst: own } of each)
    for (const word of own.keys()) if (!byFirst.has(word)) byFirst.set(word, nodesIn(each, word));
  return { each, byFirst, open: nodesIn(each) };
}

function nodesIn(each: Compiled[], ...words: string[]): Node[] {
  return each.flatMap(({ byFirst, open }) => [...words.flatMap((word) => byFirst.get(word) ?? none), ...open]);
}

function nodesFor({ each, byFirst, open }: Joined, { word, bare }: TextWord): Node[] {
  return bare === undefined ? (byFirst.get(word) ?? open) : nodesIn(each, word, bare);
}

/** A line that begins with | goes on with the one before. */
function wholeLines(lines: string): string[] {
  const whole: string[] = [];
  for (const line of lines.split('\n').map((each) => each.trim())) {
    if (line.startsWith('|') && whole.length > 0) whole.push(whole.pop()! + line);
    else if (line !== '') whole.push(line);
  }
  return whole;
}
