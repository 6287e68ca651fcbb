/** A report of a bare transcript: the sessions are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quote } from '../../src/answer.ts';
import type { Rapporteur, SessionReport } from '../../src/rapporteur.ts';
import { reportPaper } from '../../src/research/report-paper.ts';
import { written } from '../../src/research/writers/writers.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const mill = {
  id: 'mill-2026',
  title: 'Hearing on the mill dam',
  date: '2026-04-01',
  speakers: [
    { name: 'Ada Berg', role: 'Chair' },
    { name: 'Bo Dahl', role: 'Miller' },
    { name: 'Cleo Eng', role: null },
  ],
  turns: [
    { speaker: 'Ada Berg', text: 'Welcome to the hearing. I invite Mr. Dahl to take the floor.', start: 0 },
    {
      speaker: 'Bo Dahl',
      text: [
        'The mill dam must be kept because it holds the spring flood back from the lower town.',
        'In 2019 the dam held 40,000 cubic metres for two days.',
        'We support the fish ladder, and the fish ladder should be built beside the dam before the next season.',
        'Nobody in the lower town has been flooded since, which is more than most towns of this river can say.',
        'We will repair the northern gate by 2027.',
        'Who pays for the gate?',
      ].join(' '),
      start: 10,
    },
    {
      speaker: 'Cleo Eng',
      text: [
        'The fish ladder is essential for the trout of this river, and the trout are why people come here.',
        'We reject the northern gate, since the river needs its spring flood to clean the gravel.',
        'For instance, 300 trout were counted below the dam and 4 above it.',
        'It is not yet clear who decides about the water of the dam in a dry year. Who decides about it then?',
        'We want a fish ladder.',
      ].join(' '),
      start: 70,
    },
    { speaker: 'Ada Berg', text: 'Thank you both.', start: 130 },
  ],
};

let rapporteur: Rapporteur;
let report: SessionReport;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(mill)]);
  report = (await rapporteur.report('mill-2026'))!;
});
afterAll(() => rapporteur.close());

const textsOf = (items: { quotes: Quote[] }[]) => items.flatMap(({ quotes }) => quotes.map(({ text }) => text));

describe('a report of a bare transcript', () => {
  it('counts words, time and speed, where the record has times', () => {
    expect(report.speakers.map(({ name, turns, seconds }) => [name, turns, seconds])).toEqual([
      ['Ada Berg', 2, null],
      ['Bo Dahl', 1, 60],
      ['Cleo Eng', 1, 60],
    ]);
    expect(report.speakers[1]!.wordsAMinute).toBe(report.speakers[1]!.words);
  });

  it('has arguments of those who argue, with what is told for them', () => {
    expect(new Set(report.arguments.map(({ speaker }) => speaker))).toEqual(new Set(['Bo Dahl', 'Cleo Eng']));
    const kept = report.arguments.find(({ quotes }) => quotes[0]!.text.startsWith('The mill dam must be kept'))!;
    expect(kept.evidence.map(({ text }) => text)).toContain('In 2019 the dam held 40,000 cubic metres for two days.');
  });

  it('has agreements, differences, actions and open questions in their sections', () => {
    expect(report.agreements.map(({ matter }) => matter)).toEqual(['fish ladder']);
    expect(report.differences.map(({ matter }) => matter)).toEqual(['northern gate']);
    expect(textsOf(report.actions)).toContain('We will repair the northern gate by 2027.');
    expect(textsOf(report.questions)).toContain(
      'It is not yet clear who decides about the water of the dam in a dry year.',
    );
  });

  it('numbers every item, and each stands on sentences of the record', () => {
    const items = [report.points, report.arguments, report.agreements, report.differences, report.actions];
    const all = [...items.flat(), ...report.questions, ...report.comments].toSorted((a, b) => a.number - b.number);
    expect(all.map(({ number }) => number)).toEqual(all.map((_, at) => at + 1));
    const quotes = [...all.flatMap((item) => item.quotes), ...report.arguments.flatMap(({ evidence }) => evidence)];
    for (const { turn, start, end, text } of quotes) expect(mill.turns[turn]!.text.slice(start, end)).toBe(text);
  });

  it('says by which program it was made, of which version of the record', async () => {
    const { version } = (await rapporteur.show('mill-2026'))!;
    expect(report.made).toMatchObject({ version, by: 'selected sentences', program: expect.stringMatching(/^\d+\./u) });
    const text = (await written((await reportPaper('mill-2026', rapporteur, new Date(0)))!, 'a.md', 'un')) as string;
    expect(text).toContain('no source for what was said');
    expect(text).toContain('| Bo Dahl | Miller | 1 |');
  });

  it('is of no session that is not there', async () => {
    expect(await rapporteur.report('none')).toBeNull();
    expect(await reportPaper('none', rapporteur, new Date(0))).toBeNull();
  });
});
