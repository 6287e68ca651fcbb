/** "Who chaired?" */
import { languageWords } from '../../words/languages/languages.ts';
import { fold } from '../../words/names.ts';
import { wordList } from '../../words/word-list.ts';
import type { Reading } from '../../retrieval/reading.ts';
import type { Ground } from '../ground.ts';
import type { Saying } from '../phrases/saying.ts';
import { told, type Made } from './kind.ts';

export async function moderator(
  { session }: Reading,
  { ground, say }: { ground: Ground; say: Saying },
): Promise<Made | null> {
  const directory = await ground.directory(session.id);
  const found = officesAsked.map((office) => directory.find(office)).find((matches) => matches.length > 0) ?? [];
  if (found.length === 0) return opening(session);
  const names = found.map(({ person }) => [person.name, person.role].filter(Boolean).join(', '));
  return found.length === 1
    ? { ...told(`${names[0]}.`), about: found[0]!.person.name }
    : told(say('couldBe', { names: say.listed(names) }));
}

/** The name, in a session, of who moderates it; none where more than one could be meant. */
export async function moderatorsOf(session: string, ground: Pick<Ground, 'directory'>): Promise<Set<string>> {
  const directory = await ground.directory(session);
  const found = officesAsked.map((office) => directory.find(office)).find((matches) => matches.length > 0) ?? [];
  return new Set(found.length === 1 ? found.map(({ person }) => person.name) : []);
}

/** In other languages than English: whoever speaks first and holds the office of one who presides, be it told with their name. */
function opening({ turns, speakers }: Reading['session']): Made | null {
  const first = turns.find(({ speaker }) => speaker !== null)?.speaker;
  const role = speakers.find(({ name }) => name === first)?.role;
  if (!first) return null;
  const called = [first, role].filter(Boolean).join(', ');
  const offices = fold(role ?? first);
  const words = new Set(offices.split(/[^\p{L}\p{M}]+/u));
  return presiding.some(
    (word) => words.has(word) || words.has(`ال${word}`) || (han.test(word) && offices.includes(word)),
  )
    ? { ...told(han.test(called) ? `${called}。` : `${called}.`), about: first }
    : null;
}

const presiding = Object.values(languageWords).flatMap(({ presiding: words }) =>
  (words ? wordList(words) : []).map(fold),
);
const han = /\p{Script=Han}/u;

const officesAsked = ['the moderator', 'the chair', 'the host'];
