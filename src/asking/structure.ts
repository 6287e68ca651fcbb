/** Questions about a session itself, which its report and its list of speakers answer. */
import { findingKinds, type FindingKind } from '../session.ts';
import { textOf } from '../words/text-words.ts';
import { waysTo, waysToAskFor } from './phrases/languages.ts';

/** What of a session is asked for: its people, its time, or kinds of findings. */
export type Subject =
  | { of: 'participants' | 'moderator' | 'organiser' | 'role' | 'time' | 'place' | 'next' | 'sessions' }
  | { of: 'turn'; which: 'first' | 'last' }
  | { of: 'speaking'; measure: 'speed' | 'length' | 'time'; order: 'most' | 'least' | null }
  | { of: 'findings'; kinds: FindingKind[]; called: string };

/** What only the session that is meant can tell. */
export const toldByOneSession = new Set<Subject['of']>([
  'time',
  'place',
  'participants',
  'moderator',
  'organiser',
  'speaking',
  'turn',
]);

/** What of the session a question asks for, or null when it asks what was said. */
export function subjectOf(question: string): Subject | null {
  const text = textOf(question);
  const ofReport = namesReport.in(text) && reported.in(text);
  const ofSomebody = !ofReport && wordsOfSomebody.in(text);
  const meant = subjects.find(
    ({ asked, unless }) => asked.in(text) && !(unless === wordsOfSomebody ? ofSomebody : !ofReport && unless?.in(text)),
  );
  return meant?.subject ?? (ofReport ? findings('items on this', ...findingKinds) : null);
}

const namesReport = waysTo('ofReport');
const reported = waysTo('reported');
const wordsOfSomebody = waysTo('wordsOfSomebody');
const otherResolutions = waysTo('otherResolutions');

const findings = (called: string, ...kinds: FindingKind[]): Subject => ({ of: 'findings', kinds, called });
/** What a form alone asks for: "three bullets on the session". */
export const ofWholeSession = findings('takeaways', 'takeaway');
const speaking = (measure: 'speed' | 'length' | 'time', order: 'most' | 'least' | null = null): Subject => ({
  of: 'speaking',
  measure,
  order,
});

/** In order: the first that is asked for is meant, by the name its phrases have, and not where `unless` stands too. */
const subjects = [
  { name: 'speaking speed', subject: speaking('speed') },
  { name: 'speaking fastest', subject: speaking('speed', 'most') },
  { name: 'speaking slowest', subject: speaking('speed', 'least') },
  { name: 'speaking length', subject: speaking('length') },
  { name: 'speaking longest', subject: speaking('time', 'most') },
  { name: 'speaking shortest', subject: speaking('time', 'least') },
  { name: 'speaking time', subject: speaking('time'), unless: wordsOfSomebody },

  { name: 'unexpected consensus', subject: findings('points of unexpected consensus', 'unexpected consensus') },
  { name: 'unexpected differences', subject: findings('unexpected differences', 'unexpected difference') },
  { name: 'level of disagreement', subject: findings('level of disagreement', 'disagreement level') },
  { name: 'level of consensus', subject: findings('level of consensus', 'consensus level') },
  { name: 'partial agreements', subject: findings('partial agreements', 'partial agreement') },
  {
    name: 'disagreements',
    subject: findings('disagreements', 'disagreement', 'unexpected difference'),
    unless: wordsOfSomebody,
  },
  { name: 'similar viewpoints', subject: findings('similar viewpoints', 'similar viewpoint', 'agreement') },
  {
    name: 'agreements',
    subject: findings('agreements', 'agreement', 'unexpected consensus', 'similar viewpoint'),
    unless: wordsOfSomebody,
  },

  { name: 'decisions', subject: findings('decisions', 'decision', 'vote', 'action item'), unless: otherResolutions },
  { name: 'action items', subject: findings('action items', 'action item'), unless: otherResolutions },
  { name: 'unresolved issues', subject: findings('unresolved issues', 'unresolved issue') },
  { name: 'compromises', subject: findings('suggested compromises', 'compromise'), unless: wordsOfSomebody },
  {
    name: 'follow-up questions',
    subject: findings('follow-up questions', 'follow-up question'),
    unless: wordsOfSomebody,
  },
  {
    name: 'thought provoking comments',
    subject: findings('thought provoking comments', 'thought provoking comment'),
  },
  { name: 'takeaways', subject: findings('takeaways', 'takeaway') },
  { name: 'tone', subject: findings('tone', 'tone'), unless: wordsOfSomebody },
  { name: 'purpose', subject: findings('purpose', 'purpose') },
  { name: 'discussion points', subject: findings('discussion points', 'discussion point'), unless: wordsOfSomebody },
  { name: 'summary', subject: findings('summary', 'summary'), unless: wordsOfSomebody },
  { name: 'arguments', subject: findings('arguments', 'argument'), unless: wordsOfSomebody },

  { name: 'first to speak', subject: { of: 'turn', which: 'first' } as Subject },
  { name: 'last to speak', subject: { of: 'turn', which: 'last' } as Subject },

  { name: 'moderator', subject: { of: 'moderator' } as Subject },
  { name: 'organiser', subject: { of: 'organiser' } as Subject },
  { name: 'participants', subject: { of: 'participants' } as Subject, unless: wordsOfSomebody },
  { name: 'role', subject: { of: 'role' } as Subject, unless: wordsOfSomebody },
  { name: 'next', subject: { of: 'next' } as Subject },
  { name: 'time', subject: { of: 'time' } as Subject, unless: wordsOfSomebody },
  { name: 'place', subject: { of: 'place' } as Subject, unless: wordsOfSomebody },
  { name: 'sessions', subject: { of: 'sessions' } as Subject },
].map(({ name, subject, unless }) => ({ asked: waysToAskFor(name), subject, unless }));
