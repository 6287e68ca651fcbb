/** "What was said about tides?", "What did Ana Ruiz say about the fund?": whatever asks for words on a matter. */
import { isEnglish } from '../../words/language.ts';
import { choose, choosingFor, further, quoteOfRun } from '../quotes/choose.ts';
import type { Wanted } from '../matter/evidence.ts';
import { extentOf, type Extent } from '../matter/extent.ts';
import type { Heard, Place } from '../hear.ts';
import { introduces } from '../talk/introducing.ts';
import { overlaps } from '../nearest.ts';
import { judgingAsAsked } from '../stances/performing.ts';
import { mayBeSaidShorter } from '../matter/said-shorter.ts';
import type { Saying } from '../phrases/saying.ts';
import { tellsView, viewBehind } from '../stances/views.ts';
import { calledAs } from './called-as.ts';
import { numbered, type Asked, type Kind, type Made } from './kind.ts';
import { capitalised } from '../quotes/wording.ts';

export const said: Kind = {
  // A figure that was not found is not answered by what stands without one.
  isAskedBy: ({ words, speakers, wants }) => wants !== 'number' && (words !== '' || speakers.length > 0),

  async answer(asked): Promise<Made | null> {
    const { inquiry, sessions, people, ground, say } = asked;
    const { wanted, places: found, topic, heard, lookedAt } = await asked.looked();
    const places = judgingAsAsked(found, inquiry);
    const chosen = choose(places, choosingFor(inquiry, topic, people.length > 0));
    if (chosen.length === 0) return null;
    const quotes = withTheirView(chosen, places, asked);
    const isTotal = !(topic && (await mayBeSaidShorter(wanted, ground)));
    // What was all heard is counted by what says it; what is too much for that, by the turns that have its words.
    const isAllHeard = sessions.every(({ id }) => lookedAt.includes(id));
    const counted =
      topic && isTotal && (isAllHeard ? extentHeard(heard, wanted) : await extentOf(wanted, sessions, ground));
    const extent = counted || null;
    const isLarge = extent !== null && extent.turns > quotes.length;
    const told = isLarge ? onTopic(extent, quotes, asked) : spokeOfThis(quotes, say, isTotal);
    return {
      text: [told, ...silentOf(places, asked)].join(' '),
      quotes,
      report: [],
      rest: further(places, quotes),
      extent,
      isOpen: true,
      marked: true,
    };
  },
};

/** Whose view is asked for has it quoted too, where what names the matter only leads up to it. */
function withTheirView(chosen: Made['quotes'], places: Place[], { inquiry, people }: Asked): Made['quotes'] {
  const { asksFor, yesNo, language, form } = inquiry;
  if (people.length === 0 || yesNo || !asksFor.has('opinion') || form !== null || !isEnglish(language)) return chosen;
  if (chosen.some(({ text }) => tellsView(text))) return chosen;
  const best = places.find(({ sentence }) => chosen.some(({ text }) => text.includes(sentence.text)));
  const view = best && viewBehind(best);
  if (!view) return chosen;
  const quote = quoteOfRun(best.reading, view);
  return chosen.some((each) => overlaps(each, quote)) ? chosen : [...chosen, quote];
}

/** Counted in what was heard: turns with a sentence that has all of it. Null where there are none. */
function extentHeard(heard: Pick<Heard, 'places' | 'reading'>[], { compounds }: Wanted): Extent | null {
  const turns = heard.map(({ places }) => {
    const said = places.filter(
      ({ whole, together, repliesTo, sentence }) =>
        whole && repliesTo === undefined && (together || compounds.length === 0) && !introduces(sentence.text),
    );
    return new Set(said.map(({ sentence }) => sentence.turn)).size;
  });
  const sessions = turns.filter((count) => count > 0).length;
  return sessions === 0 ? null : { turns: turns.reduce((sum, count) => sum + count, 0), sessions };
}

/** Of several who are asked of, those of whom nothing was found. */
function silentOf(places: Place[], { inquiry: { speakers }, sessions, say }: Asked): string[] {
  const spoke = new Set(places.map(({ sentence, reading }) => `${reading.session.id}\n${sentence.speaker}`));
  const silent = speakers.filter(({ matches }) =>
    matches.every(({ person }) =>
      person.appearances.every(({ session, speaker }) => !spoke.has(`${session}\n${speaker}`)),
    ),
  );
  if (speakers.length < 2 || silent.length === 0) return [];
  return [say('noWordsOf', { names: say.listed(silent.map(calledAs)), where: say.where(sessions) })];
}

/** "Two speakers spoke of this: Ana Ruiz [1] and Tom Berg [2]." They are not counted where more may have. */
export function spokeOfThis(quotes: Made['quotes'], say: Saying, isTotal = true): string {
  const shown = numbered(quotes);
  const speakers = new Set(quotes.map((quote) => say.called(quote))).size;
  const names = say.names(shown);
  return speakers > 1 && isTotal
    ? capitalised(say('speakersSpokeOfThis', { number: say.number(speakers), names }))
    : capitalised(say('spokeOfThis', { names }));
}

/** "370 turns in 93 sessions speak of it; the clearest: …" */
function onTopic(
  { turns, sessions }: { turns: number; sessions: number },
  quotes: Made['quotes'],
  { say, sessions: meant }: Asked,
): string {
  const names = say.names(numbered(quotes));
  if (meant.length <= 1) return say('turnsOnIt', { turns, names });
  if (sessions === 1) return say('turnsInOneSessionOnIt', { turns, names });
  return say('turnsInSessionsOnIt', { turns, sessions, names });
}
