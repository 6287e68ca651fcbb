/** What says something of a matter, as against what only names it. */
import type { Inquiry } from '../asking/asked.ts';
import { asksDiscussion } from '../asking/parts/wanted.ts';
import { termsOf } from '../words/terms.ts';
import { isShortReply } from './quotes/choose.ts';
import type { Place } from './hear.ts';
import { announces, introduces } from './talk/introducing.ts';

/** Who gives the floor, names the session by its title, or nods, says nothing of the matter, where anybody does. */
export function saying(all: Place[], { question, speakers, yesNo, asksWho, wants }: Inquiry): Place[] {
  const isDiscussion = asksDiscussion(question);
  // That somebody will tell it answers who speaks of it, and never what there is to tell.
  const mayAnnounce = isDiscussion || yesNo || asksWho;
  const places = all.filter(({ run, sentence }) => mayAnnounce || run !== undefined || !announces(sentence.text));
  // "How deep is it?" may be answered in two words.
  const mayNod = !(speakers.length > 0 && isDiscussion) || yesNo || asksWho || wants === 'number';
  const isNothing = (sentence: string) => introduces(sentence) || (mayAnnounce && announces(sentence));
  const said = places.filter(
    (place) =>
      (place.run !== undefined || !(isNothing(place.sentence.text) || namesItsSession(place))) &&
      (mayNod || !isShortReply(place)),
  );
  return said.length > 0 ? said : places;
}

/** "Thank you for having me in this session on harbour dues and the small islands". */
function namesItsSession({ sentence: { run }, reading: { session } }: Place): boolean {
  const title = termsOf(session.title).slice(0, ofTitle);
  return (
    title.length === ofTitle && run.some((_term, at) => title.every((term, further) => run[at + further] === term))
  );
}

/** In terms: fewer are said of anything. */
const ofTitle = 4;
