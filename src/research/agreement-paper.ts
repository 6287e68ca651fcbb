/** An agreement map as a paper: the picture, the table, then each point with the words, and what reports have of it. */
import type {
  AgreementMap,
  AgreementPoint,
  AgreementQuery,
  Rapporteur,
  ReportedPoint,
  SessionSummary,
} from '../rapporteur.ts';
import { dayInWords } from '../words/dates.ts';
import { agreementGrid, agreementPicture, markOf, stanceNames, type Said } from './agreement-picture.ts';
import type { Block, Paper, Section } from './paper.ts';
import { someOf } from './some-of.ts';
import { capitalised } from '../answering/quotes/wording.ts';

export async function agreementPaper(query: AgreementQuery, rapporteur: Rapporteur, now: Date): Promise<Paper> {
  const map = await rapporteur.agreements(query);
  const sessions = new Map((await rapporteur.sessions(query.scope)).map((each) => [each.id, each]));
  const svg = map.points.length === 0 ? null : await agreementPicture(map);
  const named = query.event ?? (map.sessions.length === 1 ? map.sessions[0]!.title : 'several sessions');
  return {
    title: `Who agrees on what: ${named}`,
    facts: [
      `Made on ${dayInWords(now.toISOString().slice(0, 10))} from ${readInWords(map, query.about)}.`,
      'A position is given only where a sentence says so beside the words of the point.',
      'Who says it in other words may stand here as speaking of it, or as silent.',
    ],
    sections: [
      overview(map, svg),
      ...map.points.map((point) => sectionOf(point, sessions, now)),
      ...reportedSections(map.reported, sessions, now),
    ],
    ...(svg !== null && { forms: { svg: () => svg } }),
  };
}

function readInWords({ sessions, of, speakers }: AgreementMap, about: string[] = []): string {
  const which = about.length === 0 ? 'the newest' : 'those that speak most of it';
  const rest = of > sessions.length ? ` of ${of}, ${which}` : '';
  const people = count(speakers.length, 'person', 'people');
  return `${count(sessions.length, 'session')}${rest}, in which ${people} spoke who are named`;
}

function overview(map: AgreementMap, svg: string | null): Section {
  const heading = 'At a glance';
  if (svg === null) {
    const text = 'No point was found on which two people spoke and one took a position; name some with --about.';
    return { heading, blocks: [{ kind: 'text', text }] };
  }
  return {
    heading,
    blocks: [
      {
        kind: 'picture',
        alt: 'Who takes which position on what',
        svg,
        grid: agreementGrid(map),
      },
      {
        kind: 'table',
        head: ['Point', 'For it', 'Against it', 'With conditions', 'Spoke of it', 'Silent'],
        rows: map.points.map((point) => [
          point.matter,
          ...(['for', 'against', 'conditions', 'spoke', 'silent'] as const).map(
            (mark) => someOf(map.speakers.filter((name) => markOf(point, name) === mark)) || '—',
          ),
        ]),
      },
    ],
  };
}

function sectionOf(
  { matter, said, silent }: AgreementPoint,
  sessions: Map<string, SessionSummary>,
  now: Date,
): Section {
  const heading = capitalised(matter);
  if (said.length === 0) return { heading, blocks: [{ kind: 'text', text: 'Nobody was found to speak of it.' }] };
  return {
    heading,
    blocks: [
      ...ordered(said).flatMap(({ speaker, stance, quotes }) =>
        quotes.map((quote): Block => ({
          kind: 'quotation',
          lead: `${speaker}, ${stanceNames[stance ?? 'spoke']}`,
          cited: { quote, session: sessions.get(quote.session.id)!, checked: now },
          asPoint: true,
        })),
      ),
      ...(silent.length === 0 ? [] : [{ kind: 'text' as const, text: `Nothing found on it of ${someOf(silent)}.` }]),
    ],
  };
}

/** Positions first. */
function ordered(said: Said[]): Said[] {
  const order = ['for', 'conditions', 'against', null];
  return said.toSorted((one, other) => order.indexOf(one.stance) - order.indexOf(other.stance));
}

function reportedSections(reported: ReportedPoint[], sessions: Map<string, SessionSummary>, now: Date): Section[] {
  return [false, true].flatMap((isDifference) => {
    const items = reported.filter((each) => each.isDifference === isDifference);
    if (items.length === 0) return [];
    const heading = isDifference ? 'What reports have as differences' : 'What reports have as agreements';
    return [{ heading, blocks: items.flatMap((each) => reportedBlocks(each, sessions, now)) }];
  });
}

function reportedBlocks({ item, named }: ReportedPoint, sessions: Map<string, SessionSummary>, now: Date): Block[] {
  const missing = named.filter(({ quote }) => quote === null).map(({ speaker }) => speaker);
  const by =
    item.by === 'record' ? `The record of ${item.session.title}` : `The AI-written report on ${item.session.title}`;
  return [
    { kind: 'report', by, text: item.text },
    ...named.flatMap(({ speaker, quote }): Block[] =>
      quote === null
        ? []
        : [
            {
              kind: 'quotation',
              lead: `What ${speaker} said that comes nearest`,
              cited: { quote, session: sessions.get(quote.session.id)!, checked: now },
              asPoint: false,
            },
          ],
    ),
    ...(missing.length === 0
      ? []
      : [{ kind: 'text' as const, text: `Not borne out by any words found of ${missing.join('; ')}.` }]),
  ];
}

function count(number: number, of: string, many = `${of}s`): string {
  return `${number} ${number === 1 ? of : many}`;
}
