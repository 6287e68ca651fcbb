/** The matters of some sessions that several people take a position on, found in what they say. */
import type { Quote } from '../answer.ts';
import { quoteOfRun } from '../answering/quotes/choose.ts';
import type { NameIn } from '../answering/same-speaker.ts';
import { givesFloor } from '../answering/talk/replies.ts';
import type { Reading } from '../retrieval/reading.ts';
import { textOf } from '../words/text-words.ts';
import { termsOf } from '../words/terms.ts';
import { wordList } from '../words/word-list.ts';
import { stanceIn, type Stance } from '../answering/stances/stances.ts';

export interface Matter {
  /** As it was first said. */
  name: string;
  terms: Set<string>;
}

/** Two words that stand side by side in what several say: those first on which most take a position. */
export function mattersOf(readings: Reading[], most: number, nameIn: NameIn): Matter[] {
  const found = new Map<string, { speakers: Set<string>; name: string | null; terms: [string, string] }>();
  for (const { sentences } of readings) {
    for (const { text, run, speaker } of sentences) {
      if (speaker === null || run.length > longestRun || givesFloor(text)) continue;
      for (const { name, terms } of pairsIn(text)) {
        const key = terms.join(' ');
        const known = found.get(key) ?? { speakers: new Set<string>(), name: null, terms };
        known.speakers.add(speaker);
        // What is only ever written large is somebody's name, or something's.
        if (name === name.toLowerCase()) known.name ??= name;
        found.set(key, known);
      }
    }
  }
  const several = [...found.values()]
    .filter(({ speakers, name }) => speakers.size >= fewestSpeakers && name !== null)
    .toSorted((one, other) => other.speakers.size - one.speakers.size || (one.name! < other.name! ? -1 : 1))
    .slice(0, mostWeighed)
    .map(({ name, terms }) => ({ name: name!, terms: new Set(terms) }));
  const weighed = several
    .map((matter) => {
      const said = saidOn(matter, readings, nameIn);
      return { matter, spoke: said.length, took: said.filter(({ stance }) => stance !== null).length };
    })
    // What nobody takes a position on is a matter, and no point.
    .filter(({ spoke, took }) => spoke >= fewestSpeakers && took > 0)
    .toSorted((one, other) => other.took - one.took || other.spoke - one.spoke);
  const matters: Matter[] = [];
  for (const { matter } of weighed) {
    // "Digital governance" and "global digital governance" are one matter.
    const isNear = matters.some(({ terms }) => [...matter.terms].some((term) => terms.has(term)));
    if (!isNear) matters.push(matter);
    if (matters.length >= most) break;
  }
  return matters;
}

const longestRun = 80;
const fewestSpeakers = 2;
const mostWeighed = 80;

/** Neighbouring words that both tell something, nothing but a blank between them. */
function pairsIn(text: string): { name: string; terms: [string, string] }[] {
  const { words } = textOf(text);
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    if (!next || next.breaks || next.begins || next.joined || words[at + 2]?.joined) return [];
    const [one, other] = [termOf(word.word), termOf(next.word)];
    return one === null || other === null || one === other
      ? []
      : [{ name: text.slice(word.start, next.end), terms: [one, other] as [string, string] }];
  });
}

/** Null of what is too short, or no word of a matter. */
function termOf(word: string): string | null {
  if (word.length < shortest || /\d/u.test(word) || ofTalk.has(word)) return null;
  const [term, more] = termsOf(word);
  return term === undefined || more !== undefined ? null : term;
}

const shortest = 3;
const ofTalk = new Set(
  wordList(`thank thanks very much more most such good morning afternoon ladies gentlemen distinguished guests welcome
    please next first second third last like would want also well right just really kind said say think know going little
    lot many year years day days today minutes time times people thing things way ways great honor honour pleasure speech
    professor doctor mister dear excellencies chair madam colleagues point points question questions make made work
    working worked together got get gets getting use used using see seen seeing look looking put come came went goes done being
    something anything share shared different other same new give given take taken need needs`),
);

/** What somebody said on a matter, and where that stands, if it says. */
export interface Said {
  speaker: string;
  stance: Stance | null;
  quotes: Quote[];
}

/** Of each who spoke on it, in the order in which they did: the sentences that take a position first, or else those that speak of it. */
export function saidOn({ terms }: Matter, readings: Reading[], nameIn: NameIn): Said[] {
  const bySpeaker = new Map<string, { stance: Stance | null; reading: Reading; index: number }[]>();
  for (const reading of readings) {
    for (const [index, { speaker, text, terms: own }] of reading.sentences.entries()) {
      if (
        speaker === null ||
        givesFloor(text) ||
        ![...terms].every((term) => own.has(term)) ||
        !isTogether(text, terms)
      )
        continue;
      const name = nameIn(reading.session.id, speaker);
      const of = bySpeaker.get(name) ?? [];
      of.push({ stance: stanceIn(reading, index, terms), reading, index });
      bySpeaker.set(name, of);
    }
  }
  return [...bySpeaker].map(([speaker, sentences]) => {
    const told = new Set(sentences.flatMap(({ stance }) => stance ?? []));
    // Who says both is told with both quotes and no label.
    const stance =
      told.size === 1 ? [...told][0]! : told.has('conditions') && !told.has('against') ? 'conditions' : null;
    const fitting = sentences.filter((each) => each.stance !== null);
    const shown = (fitting.length > 0 ? fitting : sentences).slice(0, mostQuotes);
    return {
      speaker,
      stance,
      quotes: shown.map(({ reading, index }) => ({ n: 0, ...quoteOfRun(reading, { first: index, last: index }) })),
    };
  });
}

const mostQuotes = 2;

/** Of a matter of two words: "governance" at one end of a sentence and "digital" at the other are no "digital governance". */
function isTogether(text: string, terms: Set<string>): boolean {
  if (terms.size !== 2) return true;
  const [one, other] = [...terms].map((term) =>
    textOf(text).words.flatMap(({ word }, at) => (termsOf(word).includes(term) ? [at] : [])),
  );
  return one!.some((at) => other!.some((place) => Math.abs(at - place) <= farthest));
}

/** In words. */
const farthest = 4;
