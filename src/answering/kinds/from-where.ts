/** "Which speakers are from Kenya?", "Who represents Brazil?": told by what their roles say, and by nothing that is only said of it. */
import { isGroup, ofGroup } from '../../people/groups.ts';
import { isSector } from '../../people/sectors.ts';
import { isCountry } from '../../people/nationality.ts';
import { isOfCountry, speaksAsCountry } from '../../people/offices.ts';
import { fold } from '../../words/names.ts';
import { phrases } from '../../words/matcher.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { denied, nothingCertain, told, type Asked, type Kind, type Made } from './kind.ts';

export const fromWhere: Kind = {
  isAskedBy: ({ question, yesNo, speakers }) =>
    (speakers.length === 0 && (yesNo ? asksWhether : asksWhence).in(textOf(question))) || groupIn(question) !== null,

  async answer({ inquiry, sessions, directory, say }: Asked): Promise<Made | null> {
    const group = groupIn(inquiry.question);
    const asks = inquiry.yesNo ? asksWhether : asksWhence;
    const place = group ?? asks.first(textOf(inquiry.question))?.taken ?? '';
    const terms = termsOf(place);
    const isForPlace = asksForWhom.in(textOf(inquiry.question));
    if (terms.length === 0) return null;
    const meant = new Set(sessions.map(({ id }) => id));
    const members = ofGroup(place, directory.people);
    const people = directory.people.flatMap((person) => {
      const { name, role, affiliation, sessions: spokenIn } = person;
      const own = [role, affiliation].filter((each) => each !== null);
      const said = new Set(termsOf(own.join(' ')));
      // "Chinese Academy" is of China, and speaks for it no more than a professor who lives there does.
      const isOfPlace = isCountry(place) && isOfCountry(own, fold(place), [fold(place)]);
      if (members === null && isCountry(place) && isForPlace && !speaksAsCountry(own, fold(place).split(' ')))
        return [];
      const isNamed = members?.includes(person) ?? (isOfPlace || terms.every((term) => said.has(term)));
      return isNamed && spokenIn.some((id) => meant.has(id)) ? [[name, ...own.slice(0, 1)].join(', ')] : [];
    });
    const names = people.slice(0, mostNamed).join('; ');
    if (people.length > 0) return told(inquiry.yesNo ? say('yes', { names }) : `${names}.`);
    if (isSector(place) || members !== null) return denied(nothingCertain({ sessions, say }));
    return denied(say('nobodySpeaksFor', { names: place, where: say.where(sessions) }));
  },
};

const mostNamed = 20;

/** "Which speakers work for a UN agency?": the group as it is called, null where none is asked for. */
function groupIn(question: string): string | null {
  const called = asksOfGroup.first(textOf(question))?.taken ?? '';
  return isGroup(called) ? called : null;
}

/** "Was there a speaker from Kenya?" */
const asksWhether = phrases({
  lines: `
    ^ [and|but|so] (is|are|was|were) there [a|an|any|some] {fellows} (from|for|of) [the] <* [*] [*]> $
    ^ [and|but|so] (did|does|do) (a|any|some) {fellows} (from|for|of) [the] <* [*]> (speak|talk|take the floor|take part|participate) $
    ^ [and|but|so] did (anyone|anybody|someone|somebody) from [the] <* [*]> (speak|talk|take the floor|take part|participate) $`,
  lists: {
    fellows:
      '(speaker(s)|participant(s)|panellist(s)|panelist(s)|delegate(s)|representative(s)|people|anyone|anybody|someone|somebody)',
  },
});

const asksOfGroup = phrases({
  lines: `
    ^ [and|but|so] ({whoever}) [here] [{being}] ({of}) <* [*] [*] [*] [*] [*] [*]> $
    ^ [and|but|so] (name|list|give [me]|show [me]|tell me) [all] [of] [the] ({fellows}) ({of}) <* [*] [*] [*] [*] [*] [*]> $
    ^ [and|but|so] ({being}) there [a|an|any|some] ({fellows}|anyone|anybody|someone|somebody) ({of}) <* [*] [*] [*] [*] [*] [*]> $
    ^ [and|but|so] ({does}) [a|any|some] ({fellows}|anyone|anybody|someone|somebody) ({of}) <* [*] [*] [*] [*] [*]> ({present}) $`,
  lists: {
    fellows:
      'speaker(s)|participant(s)|panellist(s)|panelist(s)|delegate(s)|representative(s)|official(s)|people|person',
    whoever: `who|which [*] [*] (speaker(s)|participant(s)|panellist(s)|panelist(s)|delegate(s)|representative(s)|official(s)|person|people)`,
    being: 'is|are|was|were',
    does: 'did|does|do|was|were|is|are',
    present: 'speak|talk|take the floor|take part|participate|present|there|here',
    of: `from|for|of|with|(comes|come|came) from|(~work|spoke|speaks|speak|speaking) (for|at|on behalf of)|~represent|representing
      |(belong|belongs|belonged) to`,
  },
});

const asksForWhom = phrases({ lines: '(~represent|(spoke|speaks|speak) (for|on behalf of))' });

const asksWhence = phrases({
  lines: `
    ^ [and|but|so] ({whoever}) (is|are|was|were|comes|come|came) from [the] <* [*] [*]> $
    ^ (name|list|give [me]|show [me]|tell me) [all] [of] [the] (speakers|participants|panellists|panelists|delegates) from [the] <* [*] [*]> $
    ^ [and|but|so] ({whoever}) (~represent) [the] <* [*] [*]> $
    ^ [and|but|so] ({whoever}) (spoke|speaks|speak) (for|on behalf of) [the] <* [*] [*]> $`,
  lists: {
    whoever: 'who|which [*] [*] (speaker(s)|participant(s)|panellist(s)|panelist(s)|delegate(s)|person|people)',
  },
});
