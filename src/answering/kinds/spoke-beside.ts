/** "Who spoke after Okafor?", "What happened before Ruiz spoke?": by the order in which people spoke. */
import { peopleMeant } from '../../people/mentions.ts';
import { namesIn } from '../../people/person.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import type { Kind, Made } from './kind.ts';
import { ofItsSession } from './listing.ts';
import { turnBeside } from './turn-beside.ts';

export const spokeBeside: Kind = {
  isAskedBy: ({ question, quotation }) => quotation === null && sideIn(question) !== null,

  async answer(asked): Promise<Made | null> {
    const { inquiry, directory, sessions, ground } = asked;
    const side = sideIn(inquiry.question)!;
    const people = peopleMeant(directory.mentions(side.whom));
    const [id, ...others] = sessions
      .map((each) => each.id)
      .filter((each) => people.some((one) => one.sessions.includes(each)));
    // Of several sessions none is the one that is meant.
    if (people.length !== 1 || id === undefined || others.length > 0) return null;
    const [reading] = await readingsOf([id], ground);
    const names = namesIn(id, people);
    const isTheirs = ({ speaker }: { speaker: string | null }) => speaker !== null && names.has(speaker);
    const index =
      side.to === 'turnAfter' ? reading!.sentences.findLastIndex(isTheirs) : reading!.sentences.findIndex(isTheirs);
    if (index < 0) return null;
    const quote = quoteOfRun(reading!, { first: index, last: index });
    const before = { inquiry, quotes: [quote], about: null, shown: [quote], rest: [] };
    const made = await turnBeside(side.to, before, { ...asked, inquiry: { ...inquiry, speakers: [] }, people: [] });
    return { ...made, text: ofItsSession(made.text, made.quotes, asked) };
  },
};

function sideIn(question: string): { to: 'turnBefore' | 'turnAfter'; whom: string } | null {
  const text = textOf(question);
  const [after, before] = [next.first(text)?.taken, previous.first(text)?.taken];
  return after ? { to: 'turnAfter', whom: after } : before ? { to: 'turnBefore', whom: before } : null;
}

const lists = {
  spoke: '(spoke|speaks|talked|came|took the floor|had the floor|presented|was)',
  happened: '(what (happened|came|followed)|who (was|came))',
};
const next = phrases({
  lines: `
    ^ [and|but|so] who {spoke} [next|right|directly|immediately|straight] after <!(the|that|this|it|him|her|them) * [*] [*] [*]> [(spoke|did)] $
    ^ [and|but|so] who followed <!(the|that|this|it|him|her|them) * [*] [*] [*]> $
    ^ [and|but|so] {happened} [right|directly|immediately] after <* [*] [*] [*]> (spoke|had spoken|finished|stopped) $`,
  lists,
});
const previous = phrases({
  lines: `
    ^ [and|but|so] who {spoke} [right|directly|immediately|just] before <!(the|that|this|it|him|her|them) * [*] [*] [*]> [(spoke|did)] $
    ^ [and|but|so] {happened} [right|directly|immediately|just] before <* [*] [*] [*]> (spoke|had spoken|began|started) $`,
  lists,
});
