/** Questions that a library is sure to answer, made from it: each has been answered before it is proposed. */
import type { Scope } from '../answer.ts';
import { readQuestion } from '../asking/inquiry.ts';
import type { Reading } from '../retrieval/reading.ts';
import { textOf } from '../words/text-words.ts';
import { isStopWord, termsOf } from '../words/terms.ts';
import { readingsOf, type Ground } from './ground.ts';
import type { Named } from './kinds/kind.ts';
import { look } from './look.ts';
import type { Saying } from './phrases/saying.ts';

/** Three: who took part, what somebody said on a matter of theirs, what was said on another. Fewer where nothing stands out. */
export async function suggestions(
  sessions: Named[],
  scope: Scope | undefined,
  ground: Ground,
  say: Saying,
): Promise<string[]> {
  const [reading] = await readingsOf(
    sessions.slice(0, 1).map(({ id }) => id),
    ground,
  );
  if (!reading) return [];
  const directory = await ground.directory(scope);
  const isAnswered = async (text: string) => {
    const inquiry = readQuestion(text, [], (question) => directory.mentions(question));
    const people = inquiry.speakers.flatMap(({ matches }) => matches.map(({ person }) => person));
    const ids = sessions
      .map(({ id }) => id)
      .filter((id) => people.length === 0 || people.some((person) => person.sessions.includes(id)));
    const { places } = await look(inquiry, { people, spokenIn: ids, among: scope && ids }, ground);
    return places.length > 0;
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
    if (taken.has(matter) || (isOfSomebody && taken.size > 0) || !(await isAnswered(text))) continue;
    taken.add(matter);
    proposed.push(text);
    if (taken.size >= mostMatters) break;
  }
  return proposed;
}

const mostMatters = 2;

/** What somebody, or everybody, comes back to most: words as they are written, the most used first. */
function mattersOf({ sentences, session }: Reading, speaker: string | null): string[] {
  const titled = new Set(termsOf(session.title));
  const uses = new Map<string, { count: number; written: string }>();
  for (const sentence of sentences) {
    if (speaker !== null && sentence.speaker !== speaker) continue;
    for (const { word, start, end } of textOf(sentence.text).words) {
      const [term] = termsOf(word);
      if (term === undefined || isStopWord(word) || word.length < shortest || titled.has(term)) continue;
      // A plain noun stands after an article or a preposition, most often.
      const before = /(?:^|\s)(\p{L}+)\s+$/u.exec(sentence.text.slice(0, start))?.[1]?.toLowerCase() ?? '';
      const known = uses.get(term) ?? { count: 0, written: sentence.text.slice(start, end) };
      uses.set(term, { ...known, count: known.count + (nounsFollow.has(before) ? 1 : 0) });
    }
  }
  return [...uses.values()]
    .filter(({ count, written }) => count > 1 && /^[\p{L}\p{N}-]+$/u.test(written))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostTried)
    .map(({ written }) => written);
}

const shortest = 4;
const mostTried = 8;
const nounsFollow = new Set(
  'the of on about for a an this our in with to le la les de du des sur un une el los las sobre'.split(' '),
);
