/** Who shares which point: the session is invented. */
import { Resvg } from '@resvg/resvg-js';
import { load } from 'cheerio';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgreementMap, Rapporteur } from '../../src/rapporteur.ts';
import { agreementPicture } from '../../src/research/agreement-picture.ts';
import { agreementPaper } from '../../src/research/agreement-paper.ts';
import { written } from '../../src/research/writers/writers.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { positionsOnTreaty } from '../fixtures/positions.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const turn = (speaker: string, text: string) => ({ speaker, text });
const nets = {
  id: 'nets-2026',
  title: 'Hearing on ghost nets',
  date: '2026-03-02',
  event: 'Net Days',
  turns: [
    turn('Ada Berg', 'Welcome to the hearing on the deposit scheme. We strongly support the deposit scheme for nets.'),
    turn('Bo Dahl', 'We reject the deposit scheme, it is too dear. Night fishing is what we live on.'),
    turn('Cleo Eng', 'I would support a deposit scheme only if the small boats pay nothing.'),
    turn('Dov Falk', 'Our boats brought in forty nets last year.'),
    turn('Eva Gran', 'Some say that they want the deposit scheme. What is the deposit scheme for?'),
    turn('Finn <b>Holm', 'The deposit scheme began in the north. We are against night fishing near the reef.'),
    turn('Ada Berg', 'We do not want night fishing. “We support night fishing”, the owners wrote to us.'),
  ],
};

let rapporteur: Rapporteur;
let map: AgreementMap;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(nets)]);
  map = await rapporteur.agreements({ event: 'Net Days' });
});
afterAll(() => rapporteur.close());

const positions = (matter: string) =>
  Object.fromEntries(
    map.points.find((point) => point.matter === matter)!.said.map(({ speaker, stance }) => [speaker, stance]),
  );

describe('a map of who agrees', () => {
  it('finds the points on which several spoke and one took a position', () => {
    expect(map.points.map(({ matter }) => matter)).toEqual(['deposit scheme', 'night fishing']);
  });

  it('gives a position where the words bear it out, and none where they do not', () => {
    expect(positions('deposit scheme')).toEqual({
      'Ada Berg': 'for',
      'Bo Dahl': 'against',
      'Cleo Eng': 'conditions',
      // To tell what others say, and to ask, is no position.
      'Eva Gran': null,
      'Finn <b>Holm': null,
    });
    expect(positions('night fishing')).toEqual({ 'Bo Dahl': null, 'Finn <b>Holm': 'against', 'Ada Berg': 'against' });
  });

  it('says who is silent', () => {
    expect(map.points.map(({ silent }) => silent)).toEqual([['Dov Falk'], ['Cleo Eng', 'Dov Falk', 'Eva Gran']]);
  });

  it('calls nobody silent whom an answer finds speaking of it in other words', async () => {
    const { points } = await rapporteur.agreements({ about: ['ghost net deposits', 'submarines'] });
    for (const { matter, said, silent } of points)
      for (const speaker of silent) {
        const { status } = await rapporteur.ask({ text: `What was said about ${matter}?`, speaker });
        expect([matter, speaker, status]).not.toEqual([matter, speaker, 'answered']);
        expect(said.map((each) => each.speaker)).not.toContain(speaker);
      }
    const [ghostNets, submarines] = points;
    const { stance, quotes } = ghostNets!.said.find(({ speaker }) => speaker === 'Ada Berg')!;
    expect([stance, quotes.map(({ text }) => text).join()]).toEqual([null, expect.stringContaining('deposit scheme')]);
    expect(submarines).toMatchObject({ said: [], silent: map.speakers });
  });

  it('carries each position by its quote', () => {
    for (const { said } of map.points)
      for (const { quotes, speaker } of said) {
        expect(quotes.length).toBeGreaterThan(0);
        for (const { turn: at, start, end, text } of quotes) {
          expect(nets.turns[at]!.text.slice(start, end)).toBe(text);
          expect(nets.turns[at]!.speaker).toBe(speaker);
        }
      }
  });

  it('is of the points that are asked for', async () => {
    const { points } = await rapporteur.agreements({ about: ['forty nets', 'submarines'] });
    expect(points.map(({ matter, said }) => [matter, said.map(({ speaker }) => speaker)])).toEqual([
      ['forty nets', ['Dov Falk']],
      ['submarines', []],
    ]);
  });

  it('is a picture that any reader of XML takes, whatever people are called', async () => {
    const odd = (words: string) => `${words}<b>\uFFFE\u0001\uD800]]>&"`;
    const point = { matter: odd('toll'), said: [], silent: [odd('Ada')] };
    const svg = await agreementPicture({ ...map, speakers: [odd('Ada')], points: [point] });
    // As strict as one can be had; it throws where a sign is not allowed or a tag is not closed.
    expect(() => new Resvg(svg)).not.toThrow();
    expect(() => new Resvg(svg.replace('Ada', '\uFFFE'))).toThrow();
    expect(load(svg, { xml: true })('g > title').first().text()).toContain('Ada<b>\uFFFD]]>&":');
  });

  it('is written with a picture that runs nothing', async () => {
    const paper = await agreementPaper({ event: 'Net Days' }, rapporteur, new Date(0));
    const svg = (await written(paper, 'map.svg', 'un')) as string;
    expect(svg).not.toMatch(/<b>|<script|href=|style=/u);
    const $ = load(svg, { xml: true });
    expect($('g > circle')).toHaveLength(map.points.length * map.speakers.length + 5);
    expect($('g > title').text()).toContain('Finn <b>Holm: against it (night fishing)');
    expect(await written(paper, 'map.html', 'un')).toContain('<svg');
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from((await written(paper, 'a.docx', 'un')) as Uint8Array),
    });
    expect(value).toContain('1 Ada Berg; 2 Bo Dahl');
    expect(value).toContain('Cleo Eng, for it, with conditions: “I would support a deposit scheme only if');
  });
});

describe('a map of more sessions than can be read', () => {
  it('is of those that speak most of the points that are asked for, or of the newest', async () => {
    const many = await rapporteurIn(temporaryFolder());
    const days = Array.from({ length: 26 }, (_, day) => ({
      id: `tide-${day}`,
      title: `Tide talk ${day}`,
      date: `2026-04-${String(day + 1).padStart(2, '0')}`,
      turns: [turn('Gail Hope', `The tide stood at ${day} metres, and we support the tide gauge.`)],
    }));
    await many.ingest([recordOf(nets, ...days)]);
    const asked = await many.agreements({ about: ['deposit scheme'] });
    expect([asked.sessions.map(({ id }) => id), asked.of]).toEqual([['nets-2026'], 27]);
    expect(asked.points[0]!.said.map(({ speaker }) => speaker)).toContain('Bo Dahl');
    expect((await many.agreements({})).sessions.map(({ id }) => id)).not.toContain('nets-2026');
    const theirs = await many.agreements({ about: ['tide gauge'], speakers: ['Bo Dahl'] });
    expect([theirs.sessions.map(({ id }) => id), theirs.points[0]!.said]).toEqual([['nets-2026'], []]);
    const paper = await agreementPaper({ about: ['tide gauge'] }, many, new Date(0));
    expect(paper.facts[0]).toContain('24 sessions of 27, those that speak most of it');
    await many.close();
  });
});

it('only supposes, or tells what others want: no position', async () => {
  const told = await rapporteurIn(temporaryFolder());
  await told.ingest([
    recordOf({
      ...nets,
      turns: [
        turn('Ada Berg', 'If we want a deposit scheme, who pays for it then is the question.'),
        turn('Bo Dahl', 'They want a deposit scheme in the north.'),
        turn('Cleo Eng', 'We want a deposit scheme.'),
      ],
    }),
  ]);
  const { points } = await told.agreements({ about: ['deposit scheme'] });
  expect(points[0]!.said.map(({ speaker, stance }) => [speaker, stance])).toEqual([
    ['Ada Berg', null],
    ['Bo Dahl', null],
    ['Cleo Eng', 'for'],
  ]);
  await told.close();
});

it('reads a position from the words that say so, and none from the others', async () => {
  const hearing = await rapporteurIn(temporaryFolder());
  const named = (at: number) => `${String.fromCharCode(65 + (at % 26))}${'aeiou'[Math.floor(at / 26)]}rin Lane`;
  const turns = positionsOnTreaty.map(([, text], at) => turn(named(at), text));
  await hearing.ingest([recordOf({ id: 'treaty', title: 'Treaty day', date: '2031-01-01', turns })]);
  const { points } = await hearing.agreements({ about: ['reef treaty'] });
  const said = new Map(points[0]!.said.map(({ speaker, stance }) => [speaker, stance]));
  expect(positionsOnTreaty.map(([, text], at) => [said.get(named(at)) ?? null, text])).toEqual(positionsOnTreaty);
  await hearing.close();
});
