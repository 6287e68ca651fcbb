/** Who says of another, by name, that they agree or that they do not. */
import type { Quote } from '../../answer.ts';
import { peopleMeant } from '../../people/mentions.ts';
import { allNamesOf, namesIn, type Person } from '../../people/person.ts';
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import type { Asked } from '../kinds/kind.ts';

/** "On what do Ruiz and Berg agree?": what one of them says of the other, by name; `topic` is what it must be on, if anything. */
export async function saidOfEachOther(topic: string[], isDissent: boolean, asked: Asked): Promise<Omit<Quote, 'n'>[]> {
  const sides = asked.inquiry.speakers.map(({ matches }) => matches.map(({ person }) => person));
  const ids = asked.sessions
    .map(({ id }) => id)
    .filter((id) => sides.every((side) => side.some(({ sessions }) => sessions.includes(id))));
  const says = isDissent ? disagrees : agrees;
  return (await readingsOf(ids.slice(0, mostRead), asked.ground)).flatMap((reading) =>
    sides.flatMap((side) => {
      const names = namesIn(reading.session.id, side);
      const others = sides.filter((other) => other !== side).flat();
      return reading.sentences.flatMap(({ speaker, text, about }, index) =>
        speaker !== null &&
        names.has(speaker) &&
        says.in(textOf(text)) &&
        speaksOf(text, others, asked) &&
        topic.every((term) => about.has(term))
          ? [quoteOfRun(reading, { first: index, last: index })]
          : [],
      );
    }),
  );
}

const speaksOf = (text: string, people: Person[], { directory }: Asked) =>
  namesAny(text, people) ||
  peopleMeant(directory.mentions(text)).some(({ name }) => people.some((person) => person.name === name));

/** In sessions. */
const mostRead = 5;

/** Any word of a name but a title, also as it is written where others introduce them. */
export function namesAny(text: string, people: Person[]): boolean {
  const words = new Set(textOf(text).words.map(({ word }) => word));
  const names = people.flatMap(allNamesOf).flatMap((each) => textOf(each).words);
  return names.some(({ word }) => word.length > 3 && words.has(word));
}

export const agrees = phrases(
  {
    lines: `
    (i|we) [fully|strongly|very much|also|completely|wholly|can only|do|would] [,] [strongly|fully] ({agreeing})
    (to|with) which (i|we) [wholly|fully] (subscribe|agree)
    (i|we) [very much|really|also] like the (comment(s)|remark(s)|point(s)|idea) (by|of|from|about)
    as * [* *] [has|have] [just] (said|mentioned|pointed out|put it)
    (was|is) (right|quite right|absolutely right)
    (fits|links|connects) [directly|well] (to|with) what
    like * said`,
    lists: { agreeing: 'agree|subscribe|concur|support|share|endorse|second' },
  },
  ...spokenElsewhere('agrees'),
);

export const disagrees = phrases(
  {
    lines: `
    (i|we) [strongly|respectfully|totally|must|would|do|beg to|have to] (disagree|differ) [with]
    (i|we) (do not|don t|cannot|can t|could not) [fully|quite|entirely|possibly] (agree|share|support|accept|subscribe) [to]
    (is|was|are|were) [simply|just|quite|plainly] (wrong|mistaken)
    not [of] the same (view|opinion)`,
  },
  ...spokenElsewhere('disagrees'),
);
