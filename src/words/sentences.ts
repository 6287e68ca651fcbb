/** From a turn to its sentences, in any language, as far as punctuation shows them. */
import type { Sentence, Turn } from '../session.ts';

/**
 * Sentences in order, without overlap: together they hold every character of the turn but white space,
 * and none starts or ends in white space. A run-on of more than 1,000 UTF-16 units is cut at a clause
 * mark or blank, so that any sentence can be read as a quotation. Time is linear in the text.
 *
 * The boundaries are those of Unicode's UAX 29 as `Intl.Segmenter` finds them, less those after an
 * abbreviation, an initial or a list number, and with quotation marks kept on their own side.
 */
export function splitIntoSentences(turn: Turn): Sentence[] {
  const { text, times } = turn;
  const sentences: Sentence[] = [];
  let timesPassed = 0;
  const add = (start: number, end: number) => {
    while (timesPassed < times.length && times[timesPassed]!.offset <= start) timesPassed += 1;
    sentences.push({ start, end, seconds: times[timesPassed - 1]?.seconds ?? null });
  };
  let from = 0;
  for (const boundary of boundaries(text)) {
    const end = trimEnd(text, from, boundary);
    let start = trimStart(text, from, end);
    while (end - start > longest) {
      const cut = clauseEnd(text, start);
      add(start, trimEnd(text, start, cut));
      start = trimStart(text, cut, end);
    }
    if (start < end) add(start, end);
    from = boundary;
  }
  return sentences;
}

const longest = 1000;

// The rules for sentences are the same in every locale we meet, so one segmenter serves all.
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Offsets at which a sentence and the blanks after it end; the last is the end of the text. */
function* boundaries(text: string): Generator<number> {
  let from = 0;
  let looked = 0;
  let holdsWord = false;
  for (const candidate of candidates(text)) {
    const boundary = besideQuotationMarks(text, candidate);
    if (boundary <= looked) continue;
    holdsWord ||= /[\p{L}\p{N}]/u.test(text.slice(looked, boundary));
    looked = boundary;
    if (boundary < text.length && !(holdsWord && endsSentence(text, from, boundary))) continue;
    yield boundary;
    from = boundary;
    holdsWord = false;
  }
}

function* candidates(text: string): Generator<number> {
  for (const { index, segment } of segmenter.segment(text)) {
    // UAX 29 does not take the one-character ellipsis for a full stop.
    if (segment.includes('…')) {
      for (const match of segment.matchAll(/…["”»’)\]]*\s+(?=["“«‘(¿¡]?\p{Lu}\p{L})/gu))
        yield index + match.index + match[0].length;
    }
    yield index + segment.length;
  }
}

/** UAX 29 does not tell closing marks from opening ones, nor allow for the blank of French before `»`. */
function besideQuotationMarks(text: string, boundary: number): number {
  closersAhead.lastIndex = boundary;
  if (closersAhead.test(text)) return closersAhead.lastIndex;
  return boundary < text.length && openers.includes(text[boundary - 1]!) ? boundary - 1 : boundary;
}

const openers = '“«‘(（[「『《〈';
const closersAhead = /[»”)\]」』》〉）]+\s*/y;

/** Looks only at what stands near the boundary, so that the whole stays linear. */
function endsSentence(text: string, from: number, boundary: number): boolean {
  const before = text.slice(Math.max(from, boundary - near), boundary);
  const said = before.trimEnd();
  const after = text.slice(boundary, boundary + near);
  if (/\n\s*\n/.test(before.slice(said.length))) return true;
  // Speech goes on after a quoted question ("Really?" he asked), and over the end of a wrapped line.
  if (/^\p{Ll}/u.test(after) && (/[?!.…]\s?["”»’)\]]+$/u.test(said) || /[^.?!…。？！؟۔:]$/u.test(said))) return false;
  if (!said.endsWith('.')) return true;
  const listNumber = boundary - from < near && /^\s*\d{1,2}\.$/.test(said);
  return !listNumber && !endsInAbbreviation(said, after);
}

const near = 48;

function endsInAbbreviation(said: string, after: string): boolean {
  const token = /[^\s"“«‘([—–/]+$/u.exec(said)?.[0].slice(0, -1) ?? '';
  const word = token.toLowerCase();
  const next = /^["“«‘'(¿¡[]*([\p{L}\p{N}]+)(\.?)/u.exec(after);
  const nextWord = next?.[1] ?? '';
  if (/^(?:\d|[IVXLC]+$)/.test(nextWord) && (beforeNumber.has(word) || months.has(word))) return true;
  if (/^\d/.test(nextWord)) return false;
  if (beforeAnything.has(word)) return true;
  const initial = /^\p{L}$/u.test(token);
  if (initial) {
    const afterInitial = /(?:^|\s)\p{L}\.\s*\p{L}\.$/u.test(said);
    if (/^[IЯя]$/.test(token) && !afterInitial) return false;
    // "и т. д." and "и т. п." are "etc.", which ends a sentence as often as not.
    if (/т\.\s*[дп]\.$/u.test(said)) return false;
  }
  // "M. Le Goff" is one man.
  if (token === 'M' && /^(?:Le|La|De|Du|Des)\s\p{Lu}/u.test(after)) return true;
  const shortened =
    initial ||
    /^(?:\p{L}{1,3}\.-?)+\p{L}{1,3}$/u.test(token) ||
    token === 'EE' ||
    token === 'UU' ||
    beforeMost.has(word);
  return shortened && !(starters.has(nextWord.toLowerCase()) && next?.[2] !== '.');
}

/** The place to cut a run-on that starts at `from`: after its last clause mark or blank before the limit. */
function clauseEnd(text: string, from: number): number {
  const window = text.slice(from, from + longest);
  let clause = 0;
  for (const match of window.matchAll(/[;,:–—](?=\s)|[，；：、،؛]/gu)) clause = match.index + match[0].length;
  if (clause > longest / 4) return from + clause;
  const blank = Math.max(...[' ', '\n', '\t', '\u00A0', '\u3000'].map((mark) => window.lastIndexOf(mark)));
  if (blank > 0) return from + blank;
  const splitsPair = /[\uD800-\uDBFF]$/.test(window);
  return from + longest - (splitsPair ? 1 : 0);
}

function trimStart(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && /\s/.test(text[start]!)) start += 1;
  return start;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1]!)) end -= 1;
  return end;
}

const words = (list: string) => new Set(list.split(' '));

/** Titles and the like: a name or explanation always follows. */
const beforeAnything = words(
  'mr mrs ms mx dr drs prof rev hon gen col lt sgt capt cmdr adm gov sen rep amb pres messrs mme mlle mgr mm ' +
    'sra srta sr dra fr lic ud uds excmo excma г-н г-жа проф акад им ул тов гр св ' +
    'e.g i.e cf vs viz approx ca resp c.-à-d p.ej т.е т.к т.н напр см ср',
);

/** A number follows: "No. 5", "Art. IV". Otherwise the same letters end a sentence ("No."). */
const beforeNumber = words(
  'no nos nr núm num nº n art arts sec sect fig figs p pp pg vol vols ch chap cap para paras par eq ver v ' +
    'res doc ref ex col cl item ст п пп рис гл стр ч т разд',
);

const months = words('jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun');

/** May end a sentence; taken to do so when the next word often starts one. */
const beforeMost = words(
  'st jr inc ltd co corp bros dept univ assn est gov intl natl ave blvd min max тыс млн млрд руб долл гг вв',
);

/** Words that start sentences and seldom follow an abbreviation in capitals. */
const starters = words(
  'a an the this that these those there here i we you he she it they my our your his her its their ' +
    'and but or so yet nor if when while where what who why how which because although though since as at in on of for from to with by ' +
    'after before then now also however therefore moreover furthermore meanwhile finally first second third next once ' +
    'is are was were do does did can could will would should may might must has have had let please thank thanks yes no not ' +
    'well okay ok good many most some all each both every one two three any another other such ' +
    'le la les un une des ce cette ces il elle ils elles nous vous je on et mais ou donc or car que qui dans pour par sur avec nos notre ' +
    'el los las una unos unas este esta estos estas yo nosotros ellos ellas y pero o porque en con para por si no se es su sus también gracias ' +
    'и а но или я мы вы он она оно они это эти этот эта в на с у к по о об от из за для как что если когда мне нам наш наша мой также спасибо',
);
