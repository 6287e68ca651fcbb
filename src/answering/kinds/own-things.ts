/** "What projects does the Lake Office have?": those that its speakers present by name, the names first. */
import { peopleMeant } from '../../people/mentions.ts';
import type { Quote } from '../../answer.ts';
import { phrases } from '../../words/matcher.ts';
import { properNamesIn } from '../../words/names.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { wordList } from '../../words/word-list.ts';
import type { ReadSentence, Reading } from '../../retrieval/reading.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import { mostSessions, sentencesOf } from '../hear.ts';
import { numbered, type Kind, type Made } from './kind.ts';

export const ownThings: Kind = {
  isAskedBy: ({ question, quotation, subject, yesNo, wants }) =>
    quotation === null && subject === null && !yesNo && wants !== 'number' && asksThings.in(textOf(question)),

  async answer(asked): Promise<Made | null> {
    const { inquiry, sessions, ground, say } = asked;
    const named = asked.directory.mentions(inquiry.question).filter(({ matches }) => matches.length > 0);
    const people = peopleMeant(named);
    const ofWhom = new Set(termsOf(named.map(({ phrase }) => phrase).join(' ')));
    // What they are for, or with whom, is told by who speaks of that.
    const isOfMore = termsOf(inquiry.words).some((term) => !ofWhom.has(term) && !things.has(term) && !having.has(term));
    if (people.length === 0 || isOfMore) return null;
    const spokenIn = sessions.filter(({ id }) => people.some((person) => person.sessions.includes(id)));
    const readings = await readingsOf(
      spokenIn.slice(0, mostSessions).map(({ id }) => id),
      ground,
    );
    const presented = readings.flatMap((reading) => presentedIn(reading, sentencesOf(people, reading)));
    const quotes: Omit<Quote, 'n'>[] = [];
    const names: string[] = [];
    for (const { name, quote } of presented) {
      if (names.some((known) => isSame(known, name))) continue;
      names.push(name);
      if (!quotes.some((each) => each.text === quote.text)) quotes.push(quote);
    }
    if (names.length < fewest) return null;
    const shown = quotes.slice(0, mostShown);
    const text = say('itemsNamedBy', { items: say.listed(names), names: say.names(numbered(shown)) });
    return { text, quotes: shown, report: [], rest: quotes.slice(mostShown), marked: true };
  },
};

/** One alone may be any of them. */
const fewest = 2;
const mostShown = 8;

const asksThings = phrases({
  lines: `
    ^ (what|which|list|name) [me] [are|were] [all] [the|of the] [*] {things}
    ^ (give|show|tell) (me|us) [all] [the] [*] {things}`,
  lists: { things: '(projects|initiatives|programmes|programs|schemes)' },
});
const things = new Set(termsOf('project initiative programme program scheme'));
const having = new Set(
  termsOf(`have run running operate conduct carry pursue offer lead present presented mention mentioned name named describe described
    list work different own current ongoing many various`),
);

/** Names that are presented as somebody's: where such things are spoken of, or right after. */
function presentedIn(reading: Reading, isTheirs: (sentence: ReadSentence) => boolean) {
  const speaksOf = (at: number, turn: number) => {
    const sentence = reading.sentences[at];
    return sentence?.turn === turn && [...things].some((term) => sentence.terms.has(term));
  };
  return reading.sentences.flatMap((sentence, index) => {
    if (!isTheirs(sentence)) return [];
    if (!speaksOf(index, sentence.turn) && !speaksOf(index - 1, sentence.turn)) return [];
    const { text } = sentence;
    return properNamesIn(text)
      .filter((name) => presents.has(wordBefore(text.slice(0, text.indexOf(name)))))
      .map((name) => ({ name, quote: quoteOfRun(reading, { first: index, last: index }) }));
  });
}

/** "We have the", "called", "which is": the last word before a name but its article. */
function wordBefore(text: string): string {
  const words = textOf(text).words.map(({ word }) => word);
  return (articles.has(words.at(-1) ?? '') ? words.at(-2) : words.at(-1)) ?? '';
}

const articles = new Set(wordList('the a an our'));
const presents = new Set(wordList('have has run called named titled is are launched developed'));

function isSame(one: string, other: string): boolean {
  return termsOf(one).join(' ') === termsOf(other).join(' ');
}
