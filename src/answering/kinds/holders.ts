/** "Which speakers are professors?", "Who is a minister?": whoever holds such an office now, by their role or how they are introduced. */
import { englishLists } from '../../asking/phrases/english-lists.ts';
import { lineOf } from './participants.ts';
import { sameTitles } from '../../people/judging.ts';
import { pastWords } from '../../people/offices.ts';
import { inPassing, moderatorWords, roleNouns } from '../../people/roles.ts';
import { phrases } from '../../words/matcher.ts';
import { singular, tokensOf } from '../../words/names.ts';
import { textOf } from '../../words/text-words.ts';
import { denied, told, type Asked, type Kind, type Made } from './kind.ts';

export const holders: Kind = {
  isAskedBy: ({ question, subject, speakers }) =>
    (subject === null || subject.of === 'role' || subject.of === 'participants') &&
    speakers.every(({ matches }) => matches.every(({ how }) => how !== 'name')) &&
    officeIn(question) !== null,

  async answer({ inquiry, sessions, directory, say }: Asked): Promise<Made | null> {
    const office = officeIn(inquiry.question)!;
    const meant = new Set(sessions.map(({ id }) => id));
    const people = directory.people.filter(
      ({ name, role, affiliation, introducedAs, sessions: spokenIn }) =>
        spokenIn.some((id) => meant.has(id)) &&
        [name, role, affiliation, ...introducedAs].some((each) => each !== null && holds(each, office)),
    );
    if (people.length === 0) return denied(say('nobodySpeaksAs', { names: office, where: say.where(sessions) }));
    return told(
      people
        .slice(0, mostNamed)
        .map((person) => lineOf({ ...person, role: person.role ?? person.introducedAs[0] ?? null }))
        .join('\n'),
    );
  },
};

const mostNamed = 20;

/** `professor` of "Which speakers are professors?"; null where no office is asked for, or one that anybody may be called by. */
function officeIn(question: string): string | null {
  const asked = singular(asksHolders.first(textOf(question))?.taken ?? '').toLowerCase();
  return roleNouns.has(asked) && !inPassing.has(asked) && !moderatorWords.has(asked) ? asked : null;
}

/** Whether an office is held, and not one that was: "Prof. Emeritus", but no "former president". */
function holds(text: string, office: string): boolean {
  return text.split(/[,;()]/u).some((clause) => {
    const words = tokensOf(clause).map(({ word }) => sameTitles[word] ?? word);
    const at = words.indexOf(office);
    return at >= 0 && !words.slice(0, at).some((word) => pastWords.has(word));
  });
}

const asksHolders = phrases({
  lines: `
    ^ [and|but|so] ({whoever}) (is|are|was|were) (a|an) <*> $
    ^ [and|but|so] ({whoever}) [(in|at|of) *] (are|were) [the] <*s> $
    ^ [and|but|so] ({whoever}) (has|have) the title [of] <*> $`,
  lists: {
    whoever: `${englishLists.whichSpeaker}|who of the (speakers|participants|panellists|panelists)`,
  },
});
