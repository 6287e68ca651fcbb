/** A country that nobody speaks for, or whose speakers have no words on it: who comes from there, by their organisation, is told as such. */
import { isCountry } from '../../people/nationality.ts';
import { hasCountry } from '../../people/offices.ts';
import { choose, choosingFor } from '../quotes/choose.ts';
import { look } from '../look.ts';
import { calledAs } from './called-as.ts';
import { denied, type Kind, type Made } from './kind.ts';
import { nobodyCalled } from './spoken-of.ts';
import { foundByWords } from '../nearest.ts';

export const fromThere: Kind = {
  isAskedBy: ({ speakers, words }) =>
    speakers.length === 1 && words !== '' && speakers.every(({ phrase }) => isCountry(phrase)),

  async answer({ inquiry, directory, people, sessions, ground, say }): Promise<Made | null> {
    const [speaker] = inquiry.speakers;
    const { phrase } = speaker!;
    const ids = sessions.map(({ id }) => id);
    const others = directory.people.filter(
      (person) =>
        !people.includes(person) &&
        person.sessions.some((id) => ids.includes(id)) &&
        hasCountry(
          [person.role, person.affiliation].filter((office) => office !== null),
          phrase,
        ),
    );
    if (others.length === 0) return null;
    const spokenIn = ids.filter((id) => others.some((person) => person.sessions.includes(id)));
    const { places } = await look(inquiry, { people: others, spokenIn }, ground);
    const quotes = choose(places, { ...choosingFor(inquiry, false, true), perSpeaker: 1 }).slice(0, mostShown);
    if (quotes.length === 0) return null;
    const where = say.where(sessions);
    const none =
      people.length > 0
        ? say('noWordsOf', { names: calledAs(speaker!), where })
        : nobodyCalled([phrase], sessions, say);
    const names = say.listed([...new Set(quotes.map((quote) => say.called(quote)))]);
    return denied(`${none} ${say('fromThere', { names })}`, foundByWords(quotes));
  },
};

const mostShown = 3;
