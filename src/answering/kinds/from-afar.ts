/** "Who joined by video?": whoever the record says took part so, by their role or as they are given the floor. */
import { englishLists } from '../../asking/phrases/english-lists.ts';
import { lineOf } from './participants.ts';
import { peopleMeant } from '../../people/mentions.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import { introduces } from '../talk/introducing.ts';
import { givesFloor } from '../talk/replies.ts';
import { denied, nothingCertain, numbered, type Asked, type Kind, type Made } from './kind.ts';

export const fromAfar: Kind = {
  isAskedBy: ({ question, quotation, speakers }) =>
    quotation === null && speakers.length === 0 && asksWhoFromAfar.in(textOf(question)),

  async answer({ sessions, directory, ground, say }: Asked): Promise<Made | null> {
    const meant = new Set(sessions.map(({ id }) => id));
    const bySession = directory.people
      .filter(({ role, affiliation }) => [role, affiliation].some((each) => each !== null && isFromAfar(each)))
      .filter(({ sessions: spokenIn }) => spokenIn.some((id) => meant.has(id)));
    // Of many sessions, those in which somebody did are looked through.
    const ids = sessions.length <= mostRead ? [...meant] : bySession.flatMap((person) => person.sessions);
    const readings = await readingsOf([...new Set(ids)].filter((id) => meant.has(id)).slice(0, mostRead), ground);
    const said = readings
      .filter(({ session }) => !session.chathamHouse)
      .flatMap((reading) =>
        reading.sentences.flatMap(({ text, turn }, index) => {
          if (!(givesFloor(text) || introduces(text)) || !saysFromAfar.in(textOf(text))) return [];
          const next = reading.session.turns[turn + 1]?.speaker;
          const named = peopleMeant(directory.mentions(text));
          const person = named.find(({ name }) => name === next) ?? named[0];
          return person ? [{ person, quote: quoteOfRun(reading, { first: index, last: index }) }] : [];
        }),
      );
    const people = [...new Set([...bySession, ...said.map(({ person }) => person)])];
    if (people.length === 0) return denied(nothingCertain({ sessions, say }));
    const quotes = said.map(({ quote }) => quote).slice(0, mostShown);
    const marks =
      quotes.length === 0
        ? ''
        : ` ${numbered(quotes)
            .map(({ n }) => `[${n}]`)
            .join('')}`;
    return { text: `${people.slice(0, mostNamed).map(lineOf).join('\n')}${marks}`, quotes, report: [], marked: true };
  },
};

const mostRead = 5;
const mostShown = 3;
const mostNamed = 20;

/** "Adviser (joined online)", and no "Director of Online Services". */
const isFromAfar = (role: string) =>
  saysFromAfar.in(textOf(role)) || role.split(/[,;()]/u).some((clause) => onlyFromAfar.in(textOf(clause)));

const lists = {
  place: 'session|meeting|hearing|forum|panel|call|conference|workshop|debate|event|discussion',
  whoever: englishLists.whichSpeaker,
  joined: `join(|s|ed|ing)|participat(e|es|ed|ing)|attend(|s|ed|ing)|connect(|s|ed|ing)|appear(|s|ed|ing)|present(|s|ed|ing)
    |took part|take part|taking part|spoke|speak(|s|ing)|dialled in|was|were|is|are`,
  screen: '(video|videolink|video (link|conference|call)|videoconference|telephone|phone|zoom|teams|webex|skype)',
  afar: '((by|via|through|over) [a|the] [*] {screen}|online|remotely|virtually|from (afar|home))',
  notHere: '(is|are|was|were) not|wasn t|weren t|did not|didn t|could not|couldn t',
};
const asksWhoFromAfar = phrases({
  lines: `
    ^ [and|but|so] ({whoever}) [else|all] [only] ({joined}) …6 {afar} =($|,|instead|rather|and not|(in|at|to|during|for) …4 {place})
    ^ [and|but|so] ({whoever}) ({notHere}) …4 (in person|physically|on site|in the room) [present] $`,
  lists,
});
const saysFromAfar = phrases({
  lines: `
    (via|by|through|with|over) [a|the] [*] {screen}
    ({joined}) [us|in] [here] (online|remotely|virtually)
    (video message|online participant)`,
  lists,
});
const onlyFromAfar = phrases({ lines: '^ [by|via] (online|remote|remotely|virtual|virtually|video) $' });
