/** "Who is Ana Ruiz?" */
import { peopleMeant } from '../../people/mentions.ts';
import type { Quote } from '../../answer.ts';
import type { Person } from '../../people/person.ts';
import { fold } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { scoreSentences, wantedOf } from '../matter/evidence.ts';
import { readingsOf } from '../ground.ts';
import { quoteAt } from '../quotes/quote.ts';
import type { Asked, Made } from './kind.ts';

export async function roles(_subject: unknown, asked: Asked): Promise<Made | null> {
  const { speakers, yesNo } = asked.inquiry;
  // "Is Ana Ruiz the head of the Board?" is of her, whoever else is head of something.
  const meant = yesNo ? speakers.slice(0, 1) : speakers;
  const all = peopleMeant(meant);
  if (all.length === 0) return null;
  const told = await Promise.all(all.map(async (person) => ({ person, quote: await introduction(person, asked) })));
  const office = meant.length === 1 ? meant[0]!.phrase.replace(/^the\s+/iu, '') : '';
  const called = told.find(({ person, quote }) => quote !== null && calledSo(office, quote.text, all) === person);
  const people = called ? [called] : told;
  const lines = people.map(({ person: { name, role, affiliation } }) => {
    const known = [role, affiliation].filter(Boolean).join(', ') || (called ? office : '');
    return `${name}: ${known || asked.say('noRole')}.`;
  });
  return {
    text: [...(people.length > 1 ? [asked.say('severalMeant')] : []), ...lines].join('\n'),
    report: [],
    quotes: people.flatMap(({ quote }) => quote ?? []),
    marked: true,
  };
}

/** Of several who are introduced in one sentence, whoever is named last before the office: "Jo Hart, clerk of the Board, Al Bo, its treasurer". */
function calledSo(office: string, introducing: string, people: Person[]): Person | null {
  const said = fold(introducing);
  const at = office === '' || people.length < 2 ? -1 : said.indexOf(fold(office));
  if (at < 0) return null;
  const before = people.map((person) => ({ person, named: said.lastIndexOf(fold(person.name), at) }));
  const [nearest] = before.filter(({ named }) => named >= 0).toSorted((one, other) => other.named - one.named);
  return nearest?.person ?? null;
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
