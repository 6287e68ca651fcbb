/** "Who chaired?" */
import { languageWords } from '../../words/languages/languages.ts';
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { phrases } from '../../words/matcher.ts';
import { fold } from '../../words/names.ts';
import { textOf } from '../../words/text-words.ts';
import { wordList } from '../../words/word-list.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { peopleMeant } from '../../people/mentions.ts';
import { namesIn } from '../../people/person.ts';
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

/** The names, in a session, of whom a question leaves out; null where it leaves out who presides, and nobody is known to. */
export async function leftOutOf(
  { session }: Reading,
  { inquiry: { leftOut }, ground }: { inquiry: Pick<Inquiry, 'leftOut'>; ground: Pick<Ground, 'directory'> },
): Promise<Set<string> | null> {
  const named = namesIn(session.id, peopleMeant(leftOut.people));
  if (!leftOut.presiding) return named;
  const known = await moderatorsOf(session.id, ground);
  const opens = opening(session)?.about;
  const presiding = known.size > 0 ? known : new Set(opens === undefined ? [] : [opens]);
  return presiding.size > 0 ? new Set([...named, ...presiding]) : null;
}

const presidesInEnglish = {
  lines: `
    i [*] [*] (moderate|chair|am moderating|am chairing|m moderating|m chairing|ll moderate|ll chair|will moderate|will chair) (this|the|our|today)
    i (am|m|ll be|will be) (the|your) (moderator|chair|chairperson|host)`,
};

/** Whoever speaks first and says that they preside, or holds the office of one who does, be it told with their name. */
function opening({ turns, speakers }: Reading['session']): Made | null {
  const opens = turns.find(({ speaker }) => speaker !== null);
  const first = opens?.speaker;
  const role = speakers.find(({ name }) => name === first)?.role;
  if (!opens || !first) return null;
  const called = [first, role].filter(Boolean).join(', ');
  const offices = fold(role ?? first);
  const words = new Set(offices.split(/[^\p{L}\p{M}]+/u));
  const saysSo = presides.in(textOf(opens.text.slice(0, longestOpening)));
  const isOne = presiding.some(
    (word) => words.has(word) || words.has(`ال${word}`) || (han.test(word) && offices.includes(word)),
  );
  return isOne || saysSo ? { ...told(han.test(called) ? `${called}。` : `${called}.`), about: first } : null;
}

const presiding = Object.values(languageWords).flatMap(({ presiding: words }) =>
  (words ? wordList(words) : []).map(fold),
);
const presides = phrases(presidesInEnglish, ...spokenElsewhere('presides'));
/** In characters. */
const longestOpening = 1000;
const han = /\p{Script=Han}/u;

const officesAsked = ['the moderator', 'the chair', 'the host'];
