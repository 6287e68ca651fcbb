/** "Who is Ana Ruiz?" */
import { peopleMeant } from '../../people/mentions.ts';
import type { Quote } from '../../answer.ts';
import type { Person } from '../../people/person.ts';
import { termsOf } from '../../words/terms.ts';
import { scoreSentences, wantedOf } from '../matter/evidence.ts';
import { readingsOf } from '../ground.ts';
import { quoteAt } from '../quotes/quote.ts';
import type { Asked, Made } from './kind.ts';

export async function roles(_subject: unknown, asked: Asked): Promise<Made | null> {
  const { speakers, yesNo } = asked.inquiry;
  // "Is Ana Ruiz the head of the Board?" is of her, whoever else is head of something.
  const meant = yesNo ? speakers.slice(0, 1) : speakers;
  const people = peopleMeant(meant);
  if (people.length === 0) return null;
  const lines = people.map(
    ({ name, role, affiliation }) =>
      `${name}: ${[role, affiliation].filter(Boolean).join(', ') || asked.say('noRole')}.`,
  );
  const quotes = await Promise.all(people.map((person) => introduction(person, asked)));
  return {
    text: [...(people.length > 1 ? [asked.say('severalMeant')] : []), ...lines].join('\n'),
    report: [],
    quotes: quotes.filter((quote) => quote !== null),
    marked: true,
  };
}

/** The words that name them best, said by anybody. */
async function introduction(
  { name, role, introducedAs, sessions: spokenIn }: Person,
  { sessions, ground }: Asked,
): Promise<Omit<Quote, 'n'> | null> {
  const id = sessions.find((session) => spokenIn.includes(session.id))?.id;
  if (id === undefined) return null;
  const words = [name, role ?? '', ...introducedAs].join(' ');
  const [reading] = await readingsOf([id], ground);
  const wanted = wantedOf(words, await ground.library.counts(termsOf(words)));
  const names = termsOf(name);
  const [best] = scoreSentences(reading!, wanted, ({ terms }) => names.every((term) => terms.has(term)));
  const { session } = reading!;
  return best ? quoteAt(session, session.turns[best.sentence.turn]!, best.sentence) : null;
}
