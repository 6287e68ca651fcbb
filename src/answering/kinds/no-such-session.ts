/** "What happened on 3 June 2031?", "Who spoke in HB2031z?" where no session is of that day or called so: others tell of something else. */
import { withoutDays } from '../../asking/parts/days.ts';
import { idsIn } from '../../asking/parts/session-name.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { termsOf } from '../../words/terms.ts';
import { candidatesFor } from '../candidates.ts';
import { nearestPassages } from '../nearest.ts';
import { denied, onlyNear, type Asked, type Kind, type Made } from './kind.ts';

export const noSuchSession: Kind = {
  isAskedBy: (inquiry) => asksOfDay(inquiry) || asksOfId(inquiry),

  async answer(asked): Promise<Made | null> {
    const { inquiry, all, say } = asked;
    if (all.length === 0) return null;
    const unknown = asksOfId(inquiry) ? unknownIds(asked) : [];
    if (unknown.length > 0) return denied(say('noSessionCalled', { names: say.listed(unknown) }));
    const isHeld = all.some(({ date }) => inquiry.days.some((day) => date?.startsWith(day)));
    return asksOfDay(inquiry) && !isHeld ? noneOfDay(asked) : null;
  },
};

function asksOfDay({ days, words, quotation, speakers, goesOn }: Inquiry): boolean {
  const isAlone = quotation === null && goesOn === null && speakers.length === 0;
  return days.length > 0 && isAlone && termsOf(withoutDays(words)).every((term) => structural.has(term));
}

function asksOfId({ question, quotation }: Inquiry): boolean {
  return quotation === null && idsIn(question).length > 0;
}

/** Words that are built as ids of sessions here are, and are none, where no session is named by its own. */
function unknownIds({ inquiry, all }: Asked): string[] {
  const known = new Set(all.map(({ id }) => id.toLowerCase()));
  const begun = new Set([...known].flatMap((id) => beginningOf(id) ?? []));
  const ids = idsIn(inquiry.question);
  if (ids.some((id) => known.has(id.toLowerCase()))) return [];
  return ids.filter((id) => begun.has(beginningOf(id.toLowerCase()) ?? ''));
}

/** `hb` of "hb2031a"; null where letters do not stand before a number alone. */
function beginningOf(id: string): string | null {
  return /^(\p{L}+[_-]?)\d+\p{L}?$/u.exec(id)?.[1] ?? null;
}

async function noneOfDay(asked: Asked): Promise<Made> {
  const { inquiry, ground, say } = asked;
  const { days, question } = inquiry;
  // Somebody may have spoken of that day.
  const left = new Set(termsOf(withoutDays(question)));
  const ofDate = termsOf(question).filter((term) => !left.has(term));
  const { near } = await asked.looked();
  const naming = nearestPassages(await candidatesFor(near, ground)).filter(({ text }) => {
    const said = new Set(termsOf(text));
    return ofDate.every((term) => said.has(term));
  });
  return onlyNear(say('noSessionOfDay', { day: say.listed(days.map((day) => say.day(day))) }), naming, say);
}

/** What asks for a session rather than for a matter. */
const structural = new Set(
  termsOf(`happen happened happening take took taken place go went going on occur occurred say said says discuss discussed talk talked
    decide decided speak spoke spoken hold held session sessions meeting meetings event events forum hearing hearings record records
    recorded transcript transcripts people participants speakers`),
);
