/** "Hello", "thanks", "what can you do?": a sentence, and what can be asked of this library. */
import type { SmallTalk } from '../../asking/parts/small-talk.ts';
import type { Directory } from '../../people/directory.ts';
import { count, told, type Made, type Named } from './kind.ts';

/** The questions that are proposed are sure to be answered: they are of people who spoke. */
export function smallTalk(kind: SmallTalk, sessions: Named[], { people }: Directory): Made {
  const spoke = people
    .filter(({ sessions: spokenIn, name }) => spokenIn.includes(sessions[0]?.id ?? '') && /\p{L} \p{L}/u.test(name))
    .slice(0, mostPeople);
  const questions = ['Who took part?', ...spoke.map(({ name }) => `What did ${name} say?`)];
  if (kind !== 'help' && kind !== 'greeting') return told(openings[kind]);
  const proposed =
    sessions.length === 0
      ? 'No session can be read here yet.'
      : `I have read ${count(sessions.length, 'session')}. You can ask, for example:\n${questions.map((question) => `- ${question}`).join('\n')}`;
  return told([openings[kind], proposed].filter(Boolean).join(' '));
}

const mostPeople = 2;

const openings: Record<SmallTalk, string> = {
  greeting: 'Hello.',
  thanks: 'You are welcome.',
  praise: 'Thank you.',
  goodbye: 'Goodbye.',
  stop: 'I answer only when I am asked.',
  help: 'I answer questions about recorded sessions in the speakers’ own words.',
};
