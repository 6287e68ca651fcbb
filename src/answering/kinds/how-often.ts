/** "How often was the levy mentioned?": in how many turns, of whom, and not what somebody counts of it. */
import type { Quote } from '../../answer.ts';
import { phrases } from '../../words/matcher.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { extentOf, type Extent } from '../matter/extent.ts';
import { sameSpeaker } from '../same-speaker.ts';
import { askedInstead, numbered, type Asked, type Kind, type Made } from './kind.ts';
import { matterBeside } from './listing.ts';
import { denial, isCountedWhole, mentioning, mostRead } from './mentions.ts';

export const howOften: Kind = {
  isAskedBy: ({ question, words, subject, quotation }) =>
    subject === null && quotation === null && termsOf(words).length > 0 && asksHowOften.in(textOf(question)),

  async answer(given): Promise<Made | null> {
    const asked = besideWord(given);
    const { people, ground, sessions, directory, say } = asked;
    const said = await mentioning(asked);
    if (said.length === 0) return denial(asked);
    // Where all of it was read, each sentence that names it is counted.
    const firsts = [...Map.groupBy(said, sameSpeaker(directory)).values()].map(([first]) => first!);
    const quotes = firsts.slice(0, mostShown);
    const isWhole = await isCountedWhole(asked);
    const counted =
      isWhole || people.length > 0 ? null : await extentOf((await asked.looked()).wanted, sessions, ground);
    const extent = counted ?? extentSaid(said);
    const among = isWhole || counted !== null ? [] : [say('amongSessions', { count: mostRead })];
    const names = say.names(numbered(quotes));
    return {
      text: isWhole
        ? say('sentencesNaming', { number: said.length, turns: extent.turns, names })
        : [say('turnsNaming', { turns: extent.turns, names }), ...among].join(' '),
      quotes,
      report: [],
      rest: said.filter((quote) => !quotes.includes(quote)),
      ...(sessions.length > 1 && among.length === 0 && { extent }),
      marked: true,
    };
  },
};

/** "The word levy" is said to be "levy". */
function besideWord(asked: Asked): Asked {
  const words = matterBeside(asked.inquiry, structural);
  return words === '' ? asked : askedInstead(asked, { inquiry: { ...asked.inquiry, words, matter: words } });
}

const structural = new Set(
  termsOf('word words term terms phrase expression used use uttered come came times turns often mention mentions'),
);
const mostShown = 8;

function extentSaid(said: Omit<Quote, 'n'>[]): Extent {
  const turns = new Set(said.map(({ session, turn }) => `${session.id}\n${turn}`)).size;
  return { turns, sessions: new Set(said.map(({ session }) => session.id)).size };
}

const asksHowOften = phrases({
  lines: `
    ^ [and|but|so] how (often|frequently) (was|were|is|are|did|does|do|has|have) … {naming}
    ^ [and|but|so] how (often|frequently) (did|does|do|has|have) … {speaking}
    ^ [and|but|so] [in] how many (times|turns) (was|were|is|are|did|does|do|has|have) … ({naming}|{speaking})
    ^ [and|but|so] how many (mentions|times) … {naming}
    ^ [and|but|so] who [else] … [,] and how (often|many times) $`,
  lists: {
    naming:
      '(mentioned|named|said|cited|quoted|raised|discussed|used|referred to|brought up|spoken of|talked about|mentions of)',
    speaking:
      '(mention|name|say|cite|quote|raise|discuss|use|refer to|bring up|speak (of|about)|talk about|come up|came up)',
  },
});
