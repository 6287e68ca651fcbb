/** "Who else spoke of it?": whoever was quoted for the question before is not told again. */
import { peopleMeant } from '../../people/mentions.ts';
import { refOf, type Quote } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { waysTo } from '../../asking/phrases/languages.ts';
import { spokenBy } from '../../people/person.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { readingsOf } from '../ground.ts';
import type { Candidate } from '../candidates.ts';
import { leftOutOf } from './moderator.ts';
import { denied, type Asked, type Made } from './kind.ts';
import { isEnglish } from '../../words/language.ts';

/** Tells whether a place is of somebody who was not quoted before; of everybody where nobody else is asked for. */
export async function isElse(asked: Asked): Promise<(of: Pick<Quote, 'session' | 'speaker'>) => boolean> {
  const known = asksForElse(asked.inquiry) ? ((await asked.before())?.quotes ?? []) : [];
  const { people, presiding } = asked.inquiry.leftOut;
  const isNamed = spokenBy(peopleMeant(people));
  const ids = presiding ? asked.sessions.map(({ id }) => id).slice(0, mostOpened) : [];
  const moderators = new Map<string, Set<string> | null>();
  for (const reading of await readingsOf(ids, asked.ground))
    moderators.set(reading.session.id, await leftOutOf(reading, asked));
  return ({ session, speaker }) =>
    !moderators.get(session.id)?.has(speaker ?? '') &&
    !isNamed(session.id, speaker) &&
    !known.some((quote) => quote.session.id === session.id && quote.speaker === speaker);
}

/** Those of whoever was not quoted before, where somebody else is asked for. */
export async function ofElse(candidates: Candidate[], asked: Asked): Promise<Candidate[]> {
  const isMeant = await isElse(asked);
  return candidates.filter(({ reading, index }) =>
    isMeant({ session: refOf(reading.session), speaker: reading.sentences[index]!.speaker }),
  );
}

/** "Who else", "qui d'autre", "还有谁". */
export function asksForElse({ question, language, asksWho }: Inquiry): boolean {
  const text = textOf(question);
  return isEnglish(language) ? asksElse.in(text) : asksWho && somebodyElse.in(text);
}

const mostOpened = 20;
const somebodyElse = waysTo('somebodyElse');

export function nobodyElse({ say, sessions }: Asked): Made {
  return denied(say('nobodyElse', { where: say.where(sessions) }));
}

const besides = '(besides|beside|apart from|other than|except [for]|aside from)';
const asksElse = phrases({
  lines: `
    ^ [and|but|so] (who|which [*] {people}) else
    ^ [and|but|so] [did|has|does] (any(one|body)|some(one|body)) else
    ^ [and|but|so] (did|do|does|have|has) [any|any of|some|some of|one of] [the] (others|other {people})
    ^ [and|but|so] which [of the] other {people}
    ^ [and|but|so] what (did|do|does|have|has) [any of|some of] [the] (others|other {people}|any(one|body) else|every(one|body) else)
    ^ [and|but|so] [did|do|does|have|has] (who|any(one|body)|some(one|body)) [{asking}] {besides} (him|her|them)
    {besides} (him|her|them) $`,
  lists: {
    people: '(speaker(s)|participant(s)|panellist(s)|panelist(s)|delegate(s)|delegation(s)|guest(s)|people|person)',
    asking: 'did|has|have',
    besides,
  },
});
