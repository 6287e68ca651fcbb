/** "Who introduced Belli?", "Who gave the floor to her?": whoever spoke right before them and named them as the next. */
import { peopleMeant } from '../../people/mentions.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { namesIn } from '../../people/person.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import { introduces } from '../talk/introducing.ts';
import { givesFloor } from '../talk/replies.ts';
import type { Asked, Kind, Made } from './kind.ts';
import { spokeOfThis } from './said.ts';

export const introducers: Kind = {
  isAskedBy: ({ question, asksWho }) => asksWho && asksIntroducer.in(textOf(question)),

  async answer({ inquiry, sessions, directory, ground, say }: Asked): Promise<Made | null> {
    const people = peopleMeant(directory.mentions(inquiry.question));
    const spokenIn = sessions.filter(({ id }) => people.some((person) => person.sessions.includes(id)));
    for (const { id } of spokenIn.slice(0, mostRead)) {
      const [reading] = await readingsOf([id], ground);
      const { session, sentences } = reading!;
      // Under the Chatham House Rule nobody is told to have spoken before another.
      if (session.chathamHouse) continue;
      const theirs = namesIn(id, people);
      const before = new Set(
        session.turns.flatMap(({ speaker }, turn) => (theirs.has(speaker ?? '') ? [turn - 1] : [])),
      );
      const index = sentences.findIndex(
        ({ turn, text, speaker }) =>
          before.has(turn) &&
          speaker !== null &&
          !theirs.has(speaker) &&
          (introduces(text) || givesFloor(text)) &&
          directory.mentions(text).some(({ matches }) => matches.some(({ person }) => people.includes(person))),
      );
      if (index < 0) continue;
      const quotes = [quoteOfRun(reading!, { first: index, last: index })];
      return { text: spokeOfThis(quotes, say), quotes, report: [], marked: true };
    }
    return null;
  },
};

const mostRead = 5;

const asksIntroducer = phrases({
  lines: `
    ^ [and|but|so] who (introduced|invited|welcomed|presented|announced) *
    ^ [and|but|so] who (gave|passed|handed) [over] the (floor|word) to
    ^ [and|but|so] who called [on|upon] *`,
});
