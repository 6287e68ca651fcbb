/** "Who spoke fastest?" and "How long did she speak?", by what the report measured; who spoke longest by the words where it did not. */
import type { Inquiry } from '../../asking/asked.ts';
import type { Subject } from '../../asking/structure.ts';
import { peopleMeant, type Mention } from '../../people/mentions.ts';
import type { Reading } from '../../retrieval/reading.ts';
import type { Finding } from '../../session.ts';
import type { Ground } from '../ground.ts';
import type { Saying } from '../phrases/saying.ts';
import type { Made } from './kind.ts';
import { leftOutOf } from './moderator.ts';
import { allNamesOf } from '../../people/person.ts';

export type Speaking = Extract<Subject, { of: 'speaking' }>;

export async function speaking(
  reading: Reading,
  asked: { subject: Speaking; inquiry: Pick<Inquiry, 'leftOut'>; mentions: Mention[]; ground: Ground; say: Saying },
): Promise<Made | null> {
  const {
    subject: { measure, order },
    mentions,
    say,
  } = asked;
  const leftOut = await leftOutOf(reading, asked);
  const isMeant = (speaker: string) => !leftOut?.has(speaker);
  const all = reading.findings.filter(({ kind, speakers }) => kind === 'speaking' && speakers.every(isMeant));
  const people = peopleMeant(mentions);
  const names = new Set(people.flatMap(allNamesOf));
  const theirs = all.filter(({ speakers }) => names.size === 0 || speakers.some((speaker) => names.has(speaker)));
  const shown = order ? theirs.toSorted(by(measure, order)).slice(0, leftOut ? 1 : unsure) : theirs;
  if (shown.length === 0) return order && measure !== 'speed' ? byWords(reading, order, { isMeant, say }) : null;
  const figures = shown.map((finding) => {
    const [speed, length, time] = ['speed', 'length', 'time'].map((part) => detailOf(finding, `Speech ${part}`));
    const first = { speed, length, time }[measure];
    const rest = order ? [speed, length, time].filter((figure) => figure && figure !== first) : [];
    return `${finding.speakers.join(', ')}: ${first ?? 'not given'}${rest.length > 0 ? ` (${rest.join(', ')})` : ''}`;
  });
  return {
    text: say('reportedFigures', { figures: figures.join('; ') }),
    report: [],
    quotes: [],
    ...(shown.length === 1 && shown[0]!.speakers.length === 1 && { about: shown[0]!.speakers[0]! }),
  };
}

/** Where nobody is known to preside, and whoever does is not asked for: the next one is shown, too. */
const unsure = 2;

/** Where nothing was measured, who used most words; nobody where two used as many. */
function byWords(
  { session }: Reading,
  order: 'most' | 'least',
  { isMeant, say }: { isMeant: (speaker: string) => boolean; say: Saying },
): Made | null {
  if (session.chathamHouse) return null;
  const counts = new Map<string, number>();
  for (const { speaker, text } of session.turns)
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + (text.match(words)?.length ?? 0));
  const sign = order === 'most' ? -1 : 1;
  const [first, second] = [...counts]
    .filter(([name]) => isMeant(name))
    .toSorted(([, one], [, other]) => sign * (one - other));
  if (!first || !second || first[1] === second[1]) return null;
  const [name, n] = first;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { text: say('byNumberOfWords', { name, n, total }), report: [], quotes: [], about: name };
}

/** In Chinese, characters. */
const words = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

function by(measure: Speaking['measure'], order: 'most' | 'least') {
  const size = (finding: Finding) => Number(/[\d.]+/.exec(detailOf(finding, `Speech ${measure}`) ?? '')?.[0] ?? 0);
  return (one: Finding, other: Finding) => (order === 'most' ? size(other) - size(one) : size(one) - size(other));
}

function detailOf({ details }: Finding, label: string): string | undefined {
  return details.find((detail) => detail.label === label)?.text;
}
