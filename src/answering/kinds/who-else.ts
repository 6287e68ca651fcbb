/** "Who else spoke of it?": whoever was quoted for the question before is not told again. */
import { refOf, type Quote } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { waysTo } from '../../asking/phrases/languages.ts';
import { spokenBy } from '../../people/person.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import type { Candidate } from '../candidates.ts';
import type { Asked, Made } from './kind.ts';
import { told } from './kind.ts';

/** Tells whether a place is of somebody who was not quoted before; of everybody where nobody else is asked for. */
export async function isElse(asked: Asked): Promise<(of: Pick<Quote, 'session' | 'speaker'>) => boolean> {
  const { question } = asked.inquiry;
  const text = textOf(question);
  const known = asksForElse(asked.inquiry) ? ((await asked.before())?.quotes ?? []) : [];
  const named = asksBesides.in(text) ? asked.directory.mentions(question) : [];
  const isNamed = spokenBy(named.flatMap(({ matches }) => matches.map(({ person }) => person)));
  return ({ session, speaker }) =>
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
  const isEnglish = language === null || language === 'en';
  return isEnglish ? asksElse.in(text) : asksWho && somebodyElse.in(text);
}

const somebodyElse = waysTo('somebodyElse');

export function nobodyElse({ say, sessions }: Asked): Made {
  return { ...told(say('nobodyElse', { where: say.where(sessions) })), denied: true };
}

const asksBesides = phrases({ lines: '(besides|apart from|other than|except [for]|aside from)' });
const asksElse = phrases({
  lines: `
    ^ [and|but|so] (who|which [*] {people}) else
    ^ [and|but|so] [did|has|does] (any(one|body)|some(one|body)) else
    ^ [and|but|so] (did|do|have) [any|the] (others|other {people})`,
  lists: { people: '(speaker(s)|participant(s))' },
});
