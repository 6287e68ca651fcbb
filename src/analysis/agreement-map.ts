/** Who shares which point of an event, who is against it and who says nothing on it; beside it what reports say of that. */
import { setImmediate } from 'node:timers/promises';
import type { Quote } from '../answer.ts';
import { peopleCalled, sessionsIn, worthReading } from '../answering/finding-aid.ts';
import type { Ground } from '../answering/ground.ts';
import { readingsOf } from '../answering/ground.ts';
import type { Place } from '../answering/hear.ts';
import { quoteOfRun } from '../answering/quotes/choose.ts';
import { scoreSentences, wantedOf } from '../answering/matter/evidence.ts';
import { givesFloor } from '../answering/talk/replies.ts';
import { reportItem } from '../answering/report-items.ts';
import { joinedName } from '../answering/same-speaker.ts';
import { spokenOn } from '../answering/matter/spoken-on.ts';
import type { AgreementMap, AgreementPoint, AgreementQuery, ReportedPoint, SessionSummary } from '../rapporteur.ts';
import type { Reading } from '../retrieval/reading.ts';
import type { FindingKind } from '../session.ts';
import { termsOf } from '../words/terms.ts';
import { mattersOf, saidOn, type Matter } from './matters.ts';

/** One map is read at a glance. */
const mostSessions = 24;
const mostPoints = 12;
const mostReported = 30;

export async function agreementMapOf(query: AgreementQuery, ground: Ground): Promise<AgreementMap> {
  const { about = [], points: most = mostPoints } = query;
  const sessions = await spokenInBy(query.speakers, await sessionsIn(query, ground), ground);
  const read = await readOf(sessions, about, ground);
  const readings = await readingsOf(
    read.map(({ id }) => id),
    ground,
  );
  const nameIn = joinedName(await ground.directory());
  const matters: Matter[] =
    about.length > 0
      ? about.map((name) => ({ name, terms: new Set(termsOf(name)) })).filter(({ terms }) => terms.size > 0)
      : mattersOf(readings, most, nameIn);
  const speakers = [
    ...new Set(
      readings.flatMap(({ session: { id, turns } }) =>
        turns.flatMap(({ speaker }) => (speaker === null ? [] : nameIn(id, speaker))),
      ),
    ),
  ];
  const ids = read.map(({ id }) => id);
  const points: AgreementPoint[] = [];
  for (const matter of matters) {
    const said = saidOn(matter, readings, nameIn);
    const heard = new Set(said.map(({ speaker }) => speaker));
    const silent: string[] = [];
    for (const speaker of speakers.filter((name) => !heard.has(name))) {
      // Who says it in other words than the point has, as an answer finds them, is not silent.
      const places = await spokenOn(matter.name, speaker, { ids, nameIn }, ground);
      if (places.length === 0) silent.push(speaker);
      else said.push({ speaker, stance: null, quotes: quotesOf(places.slice(0, mostQuotes)) });
    }
    points.push({ matter: matter.name, said, silent });
    await setImmediate();
  }
  return {
    sessions: read.map(({ id, title, date }) => ({ id, title, date })),
    of: sessions.length,
    speakers,
    points,
    reported: (await Promise.all(readings.map((reading) => reportedIn(reading, ground)))).flat(),
  };
}

async function spokenInBy(
  names: string[] | undefined,
  sessions: SessionSummary[],
  ground: Ground,
): Promise<SessionSummary[]> {
  if (names === undefined) return sessions;
  const people = (await Promise.all(names.map((name) => peopleCalled(name, ground)))).flat();
  return sessions.filter(({ id }) => people.some((person) => person.sessions.includes(id)));
}

/** The newest, or those that speak most of the points that are asked for; in the order of time. */
async function readOf(sessions: SessionSummary[], about: string[], ground: Ground): Promise<SessionSummary[]> {
  if (sessions.length <= mostSessions || about.length === 0) return sessions.slice(-mostSessions);
  const ids = sessions.map(({ id }) => id);
  const byPoint = await Promise.all(about.map((point) => worthReading(point, ids, ground)));
  // In turn, so that no point takes all the room.
  const longest = Math.max(...byPoint.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, at) => byPoint.flatMap((found) => found[at] ?? [])).flat();
  const taken = new Set([...new Set(inTurn)].slice(0, mostSessions));
  return sessions.filter(({ id }) => taken.has(id));
}

const mostQuotes = 2;

function quotesOf(places: Place[]): Quote[] {
  return places.map(({ reading, index, run = { first: index, last: index } }) => ({
    n: 0,
    ...quoteOfRun(reading, run),
  }));
}

const agreements = new Set<FindingKind>([
  'agreement',
  'similar viewpoint',
  'unexpected consensus',
  'partial agreement',
]);
const differences = new Set<FindingKind>(['disagreement', 'unexpected difference']);

/** Each with the words of those whom the report names that come nearest to it; who has none is told. */
async function reportedIn(reading: Reading, { library }: Ground): Promise<ReportedPoint[]> {
  const items = reading.findings
    .filter(({ kind }) => agreements.has(kind) || differences.has(kind))
    .filter(({ text }, at, all) => all.findIndex((other) => other.text === text) === at)
    .slice(0, mostReported);
  const counts = await library.counts(items.flatMap(({ text }) => termsOf(text)));
  return items.map((finding) => {
    const wanted = wantedOf(finding.text, counts);
    return {
      item: reportItem(finding, reading),
      isDifference: differences.has(finding.kind),
      named: finding.speakers.map((speaker) => {
        const [best] = scoreSentences(
          reading,
          wanted,
          (sentence) => sentence.speaker === speaker && !givesFloor(sentence.text),
        );
        const isNear = best !== undefined && best.covered >= leastCovered && best.own >= leastOwn;
        const run = isNear ? { first: best.index, last: best.index } : null;
        return { speaker, quote: run && { n: 0, ...quoteOfRun(reading, run) } };
      }),
    };
  });
}

/** Of the weight of an item in and around a sentence, and in it alone: less is another matter. */
const leastCovered = 0.3;
const leastOwn = 0.15;
