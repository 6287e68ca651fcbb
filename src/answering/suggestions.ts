/** Questions that a library is sure to answer, made from it: each has been answered before it is proposed. */
import { peopleMeant } from '../people/mentions.ts';
import { readQuestion } from '../asking/inquiry.ts';
import type { Reading } from '../retrieval/reading.ts';
import { fold, properNamesIn, titles } from '../words/names.ts';
import { textOf, type TextWord } from '../words/text-words.ts';
import { isStopWord, termsOf } from '../words/terms.ts';
import { amountsIn } from './figures/amounts.ts';
import { readingsOf, type Ground } from './ground.ts';
import type { Named } from './kinds/kind.ts';
import { look } from './look.ts';
import type { Saying } from './phrases/saying.ts';
import { languageOfSession } from './spoken-language.ts';

/** Three: who took part, what somebody said on a matter of theirs, what was said on another. Fewer where nothing stands out. */
export async function suggestions(sessions: Named[], ground: Ground, say: Saying): Promise<string[]> {
  const [reading] = await readingsOf(
    sessions.slice(0, 1).map(({ id }) => id),
    ground,
  );
  if (!reading) return [];
  const directory = await ground.directory();
  const isAnswered = async (text: string, matter: string) => {
    const inquiry = readQuestion(text, [], (question) => directory.mentions(question));
    const people = peopleMeant(inquiry.speakers);
    const ids = sessions
      .map(({ id }) => id)
      .filter((id) => people.length === 0 || people.some((person) => person.sessions.includes(id)));
    const { places } = await look(inquiry, { people, spokenIn: ids }, ground);
    // What comes first must name the matter itself, or the answer is a poor one to begin with.
    const [first] = places;
    return first !== undefined && fold(first.sentence.text).includes(fold(matter));
  };
  const proposed = reading.session.speakers.length > 0 ? [say('askWhoTookPart')] : [];
  const names = reading.session.speakers.map(({ name }) => name).filter((name) => /\p{L} \p{L}/u.test(name));
  const taken = new Set<string>();
  // Who speaks most has most to be asked about.
  const lengths = new Map(
    names.map((name) => [
      name,
      reading.session.turns.reduce((sum, { speaker, text }) => sum + (speaker === name ? text.length : 0), 0),
    ]),
  );
  const [speaker] = names.toSorted((one, other) => lengths.get(other)! - lengths.get(one)!);
  const candidates = [
    ...(speaker === undefined
      ? []
      : mattersOf(reading, speaker).map((matter) => ({ matter, text: say('askWhatSaid', { name: speaker, matter }) }))),
    ...mattersOf(reading, null).map((matter) => ({ matter, text: say('askOnMatter', { matter }) })),
  ];
  for (const { matter, text } of candidates) {
    const isOfSomebody = speaker !== undefined && text.includes(speaker);
    if (taken.has(matter) || (isOfSomebody && taken.size > 0) || !(await isAnswered(text, matter))) continue;
    taken.add(matter);
    proposed.push(text);
    if (taken.size >= mostMatters) break;
  }
  return proposed;
}

const mostMatters = 2;

/**
 * What somebody, or everybody, comes back to most, as it is written: names of things, which are written large in the
 * middle of a sentence, and where there are none words that end what they stand in ("of the levy.").
 */
function mattersOf({ sentences, session }: Reading, speaker: string | null): string[] {
  const passedOver = new Set(
    termsOf(
      [session.title, ...session.speakers.flatMap(({ name, role, affiliation }) => [name, role, affiliation])].join(
        ' ',
      ),
    ),
  );
  const uses = new Map<string, { count: number; isName: boolean; written: string }>();
  const add = (key: string, written: string, isName: boolean) => {
    const known = uses.get(key) ?? { count: 0, isName, written };
    uses.set(key, { ...known, count: known.count + 1 });
  };
  const language = languageOfSession(session);
  for (const { text, speaker: by } of sentences) {
    if (speaker !== null && by !== speaker) continue;
    for (const name of properNamesIn(text)) {
      const terms = termsOf(name);
      // "The African engineers" are no matter called African.
      const next = /^\s+(\p{Ll}+)/u.exec(text.slice(text.indexOf(name) + name.length))?.[1];
      const isAdjective = terms.length === 1 && next !== undefined && !isStopWord(next);
      if (terms.length > 0 && !isAdjective && !terms.some((term) => passedOver.has(term)))
        add(terms.join(' '), name, true);
    }
    const { words } = textOf(text);
    for (const [at, { word, start, end, joined }] of words.entries()) {
      const [term] = termsOf(word);
      const isPart = joined || words[at + 1]?.joined;
      if (term === undefined || isStopWord(word) || passedOver.has(term) || isPart || word.length < shortest) continue;
      // "Five" is how many there are of a matter, and none itself.
      if (amountsIn(word, language).length > 0) continue;
      if (/^\p{Ll}/u.test(text.slice(start, end)) && endsPhrase(words, at)) add(term, text.slice(start, end), false);
    }
  }
  return [...uses.values()]
    .filter(({ count, written }) => count > 1 && !titles.has(written.toLowerCase()))
    .toSorted((one, other) => Number(other.isName) - Number(one.isName) || other.count - one.count)
    .slice(0, mostTried)
    .map(({ written }) => written);
}

/** In letters. */
const shortest = 4;
const mostTried = 8;

/** A noun at the end of its phrase: after an article or a preposition, before a mark, a small word or the end. */
function endsPhrase(words: TextWord[], at: number): boolean {
  const [before, next] = [words[at - 1], words[at + 1]];
  if (!before || !nounsFollow.has(before.word)) return false;
  return !next || next.breaks || next.begins || isStopWord(next.word);
}

const nounsFollow = new Set(
  'the on about for a an this our in with la le les de du des un une el los las del sobre о об для'.split(' '),
);
