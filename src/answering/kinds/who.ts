/** "Who spoke about rice?": everyone who did, counted before anything is cut. */
import { refOf } from '../../answer.ts';
import { choose, further } from '../choose.ts';
import { mostSessions, type Place } from '../hear.ts';
import { sameSpeaker } from '../same-speaker.ts';
import { numbered, type Kind, type Made } from './kind.ts';
import { spokeOfThis } from './said.ts';
import { isElse, nobodyElse } from './who-else.ts';

export const who: Kind = {
  isAskedBy: ({ asksWho, words }) => asksWho && words !== '',

  async answer(asked): Promise<Made | null> {
    const { say, spokenIn } = asked;
    const { places: all, heard } = await asked.looked();
    const isNew = await isElse(asked);
    const places = all.filter(({ sentence: { speaker }, reading: { session } }) =>
      isNew({ session: refOf(session), speaker }),
    );
    const [best] = places;
    if (!best && all.length > 0) return nobodyElse(asked);
    if (!best) return null;
    const clear = places.filter(
      ({ score, own, isFurther }) => !isFurther && score >= best.score * leastShare && own >= best.own / 2,
    );
    const same = sameSpeaker(asked.directory);
    const bySpeaker = Map.groupBy(clear, ({ sentence: { speaker, turn }, reading: { session } }) =>
      same({ speaker, turn, session }),
    );
    const firsts = [...bySpeaker.values()].map(([first]) => first!);
    const perSpeaker = bySpeaker.size <= fewSpeakers ? 2 : 1;
    const seconds = perSpeaker === 2 ? [...bySpeaker.values()].flatMap((of) => of.slice(1, 2)) : [];
    const quotes = choose([...firsts, ...seconds].toSorted(byScore), {
      most: Math.max(mostQuotes, firsts.length > mostQuotes ? mostQuotes : firsts.length + seconds.length),
      perSpeaker,
      perSession: Infinity,
      leastShare: 0,
    });
    const shown = new Set(quotes.map(same)).size;
    const total = bySpeaker.size;
    const text =
      total > shown
        ? say('clearestOfSpeakers', { number: total, names: say.names(numbered(quotes)) })
        : spokeOfThis(quotes, say);
    const among =
      heard.length >= mostSessions && spokenIn.length > heard.length
        ? say('amongSessions', { count: heard.length })
        : '';
    return {
      text: [text, among].filter(Boolean).join(' '),
      quotes,
      report: [],
      rest: further(places, quotes),
      isOpen: true,
      marked: true,
    };
  },
};

/** Behind this share of the best it is not clear that it speaks of the matter. */
const leastShare = 0.6;
/** Of up to so many speakers two quotes each are shown. */
const fewSpeakers = 6;
const mostQuotes = 8;

function byScore(one: Place, other: Place): number {
  return other.score - one.score;
}
