/** A word that only the AI-written report has: told as the report's, which is no speech, and not denied. */
import { termsOf } from '../../words/terms.ts';
import { candidatesFor } from '../candidates.ts';
import { matchTerms } from '../matter/evidence.ts';
import { readingsOf } from '../ground.ts';
import { nearestPassages } from '../nearest.ts';
import { reportItem } from '../report-items.ts';
import { onlyNear, type Kind, type Made } from './kind.ts';

export const onlyReported: Kind = {
  // What leans on the question before has words that are said of anything.
  isAskedBy: ({ words, subject, quotation, speakers, own }) =>
    own === null &&
    words !== '' &&
    subject === null &&
    quotation === null &&
    speakers.every(({ matches }) => matches.length > 0),

  async answer(asked): Promise<Made | null> {
    const { sessions, people, ground, say } = asked;
    const { wanted, near, lookedAt } = await asked.looked();
    const terms = wanted.terms.map(({ term }) => term);
    const readings = await readingsOf(lookedAt, ground);
    const isUnsaid = terms.some((_, which) =>
      readings.every((reading) => matchTerms(reading, wanted).has.every((value) => !value[which])),
    );
    if (!isUnsaid) return null;
    const names = new Set(people.flatMap(({ appearances }) => appearances.map(({ speaker }) => speaker)));
    const items = readings.flatMap((reading) =>
      reading.findings
        .filter(({ by, text, details, speakers }) => {
          const own = new Set(termsOf([text, ...details.map((detail) => detail.text)].join(' ')));
          const isTheirs = names.size === 0 || speakers.some((speaker) => names.has(speaker));
          return by === undefined && isTheirs && terms.every((term) => own.has(term));
        })
        .map((finding) => reportItem(finding, reading)),
    );
    if (items.length === 0) return null;
    const nearest = nearestPassages(await candidatesFor(near, ground)).slice(0, mostNear);
    const text = say('onlyReported', { where: say.where(sessions) });
    return { ...onlyNear(text, nearest, say), report: items.slice(0, mostItems) };
  },
};

const mostItems = 3;
const mostNear = 2;
