/** Somebody who did not speak: who names them is shown instead, such as whoever quotes them. */
import { termsOf } from '../../words/terms.ts';
import { quoteOfRun } from '../choose.ts';
import { readingsOf } from '../ground.ts';
import { mostSessions } from '../hear.ts';
import { passageAround } from '../nearest.ts';
import { numbered, type Kind, type Made } from './kind.ts';

export const spokenOf: Kind = {
  isAskedBy: ({ speakers }) => speakers.length > 0 && speakers.every(({ matches }) => matches.length === 0),

  async answer({ inquiry, sessions, ground, say }): Promise<Made | null> {
    const phrases = inquiry.speakers.map(({ phrase }) => phrase);
    const terms = [...new Set(phrases.flatMap((phrase) => termsOf(phrase)))];
    if (terms.length === 0) return null;
    const ids = sessions.map(({ id }) => id);
    const among = ids.length <= mostSessions ? ids : await ground.sessionsOn(phrases.join(' '), ids, mostSessions);
    const found = (await readingsOf(among, ground)).flatMap((reading) =>
      reading.sentences.flatMap((sentence, index) =>
        terms.every((term) => sentence.terms.has(term)) ? [quoteOfRun(reading, passageAround(reading, index))] : [],
      ),
    );
    if (found.length === 0) return null;
    const nearest = found.slice(0, mostShown).map((quote) => ({ ...quote, by: 'words' as const }));
    const names = say.listed([...new Set(nearest.map((quote) => say.called(quote)))]);
    const nobody = say('noSpeakerCalled', { names: say.listed(phrases), where: say.where(sessions) });
    return {
      text: `${nobody} ${say('spokenOfBy', { names, count: numbered(nearest).length })}`,
      quotes: [],
      report: [],
      nearest,
      denied: true,
      marked: true,
    };
  },
};

const mostShown = 3;
