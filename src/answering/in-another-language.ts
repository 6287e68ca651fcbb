/** A question in another language than the records: countries and organisations have a name in each, all else is only near. */
import type { Passage, Question, Quote, SessionRef } from '../answer.ts';
import type { Inquiry } from '../asking/asked.ts';
import { namesIn } from '../people/person.ts';
import { readingsOf, type Ground } from './ground.ts';
import type { Made } from './kinds/kind.ts';
import { centralOf } from './kinds/overview.ts';
import { withMattersIn } from './names/matter-names.ts';
import { foundByWords } from './nearest.ts';
import { withOrganisationsIn } from './names/organisation-names.ts';
import { withRegionsIn } from './names/regions.ts';
import { isAnyIn, languageOfMost, type OtherLanguage } from './spoken-language.ts';

/** What was found, as far as it matters here. */
interface Found {
  inquiry: Inquiry;
  sessions: SessionRef[];
  made: Made | null;
  quotes: Omit<Quote, 'n'>[];
  nearest: Omit<Passage, 'n'>[];
  others: Omit<Passage, 'n'>[];
  nearby: SessionRef[];
  otherLanguage: OtherLanguage | null;
}

interface AskedHere<All extends Found> {
  question: Question;
  /** What is found for another question in the place of this one. */
  beside: (question: Question) => Promise<All>;
}

/** The same where the records are in the language of the question; otherwise what its names and matters are called in theirs finds. */
export async function inAnotherLanguage<All extends Found>(
  found: All,
  { question, beside }: AskedHere<All>,
  ground: Ground,
): Promise<All> {
  const { language } = found.inquiry;
  const other = await languageOfMost(language, found.sessions, ground);
  if (other === null) return { ...found, otherLanguage: null };
  const text = withOrganisationsIn(other.language, withRegionsIn(other.language, question.text, language));
  const named = text === question.text ? null : await beside({ ...question, text });
  if (named?.made && !named.made.denied) return named;
  const here = named ?? found;
  const nearest =
    (await byTheirWords(withMattersIn(other.language, text), text, { question, beside })) ??
    (await theirMain(here, ground));
  const near = nearest.length === 0 ? found : { ...here, made: null, quotes: [], others: [], nearest, nearby: [] };
  // That there is no more of something is so in any language, and what is shown in that of the question needs no other.
  const shown = [...near.nearest, ...near.others];
  const isToBeTold = near.inquiry.goesOn === null && !(await isAnyIn(language, shown, ground));
  return { ...near, otherLanguage: isToBeTold ? other : null };
}

/** What comes near by what matters are called in the records' words; in another script by these words alone. Null where nothing does. */
async function byTheirWords(
  written: string,
  named: string,
  { question, beside }: AskedHere<Found>,
): Promise<Found['nearest'] | null> {
  const latin = written.match(inLatin) ?? [];
  const alone = isBeyondLatin.test(written) && latin.length > 0 ? [latin.join(' ')] : [];
  for (const [at, text] of [...(written === named ? [] : [written]), ...alone].entries()) {
    const history = at === 0 && text === written ? question.history : [];
    const { quotes, nearest } = await beside({ ...question, text, history });
    const near = quotes.length > 0 ? foundByWords(quotes) : nearest;
    if (near.length > 0) return near;
  }
  return null;
}

const inLatin = /[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}-]+/gu;
const isBeyondLatin = /[\p{Script=Han}\p{Script=Arabic}\p{Script=Cyrillic}]/u;

/** Of those who are asked of in another language than they speak, what they speak of most comes nearest. */
async function theirMain(
  { inquiry: { speakers }, sessions, nearest }: Found,
  ground: Ground,
): Promise<Omit<Passage, 'n'>[]> {
  if (speakers.every(({ matches }) => matches.length === 0)) return [];
  if (nearest.length > 0) return nearest;
  const each = speakers.length > 1 ? 1 : mostOfOne;
  const found = speakers.map(async ({ matches }) => {
    const people = matches.map(({ person }) => person);
    const session = sessions.find(({ id }) => people.some((person) => person.sessions.includes(id)));
    const [reading] = session ? await readingsOf([session.id], ground) : [];
    return reading ? centralOf(namesIn(session!.id, people), reading, ground, each) : [];
  });
  return foundByWords((await Promise.all(found)).flat());
}

const mostOfOne = 3;
