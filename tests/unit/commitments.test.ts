/** Who undertook what by when: the sessions are invented. */
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dueOf } from '../../src/analysis/due.ts';
import { isPromise, isProposal, isRequest, whenIn } from '../../src/answering/stances/promises.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import {
  allCommitments,
  commitmentPaper,
  commitmentsCalendar,
  commitmentsCsv,
} from '../../src/research/commitment-list.ts';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { noUndertakings, undertakings } from '../fixtures/undertakings.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const ferry = {
  id: 'ferry-2026',
  title: '=Ferry board',
  date: '2026-02-10',
  event: 'Coast Week',
  speakers: [
    { name: 'Ana Lind', role: 'Chair of the Ferry Board' },
    { name: 'Ravi Sen', role: 'Treasurer' },
  ],
  turns: [
    {
      speaker: 'Ana Lind',
      text: 'We will publish the new timetable by the end of June. I will be brief. We call on all members to pay their share.',
    },
    {
      speaker: 'Ravi Sen',
      text: 'The night boat should be replaced in 2031. We invite Ms. Lind to take the floor. I propose a lower fare for students; it is fair. We sold the old boat in 2019.',
    },
    { speaker: 'Ana Lind', text: '=SUM(1) We will hire two captains next year.' },
  ],
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(harbour, ferry)]);
});
afterAll(() => rapporteur.close());
const now = new Date('2026-09-01T10:00:00Z');

describe('the last day of a time', () => {
  it.each([
    ['by 2030', '2030-12-31'],
    ['by the end of June', '2026-06-30'],
    ['in January', '2027-01-31'],
    ['14 May 2027', '2027-05-14'],
    ['February 2028', '2028-02-29'],
    ['next year', '2027-12-31'],
    ['next month', '2026-03-31'],
    ['this week', '2026-02-15'],
    ['within two years', '2028-02-10'],
    ['within 6 weeks', '2026-03-24'],
    ['next spring', null],
    ['soon', null],
  ])('of %s is %s', (told, day) => expect(dueOf(told, '2026-02-10')).toBe(day));

  it('is told from a day that is known alone', () => {
    expect(dueOf('next year', null)).toBeNull();
    expect(dueOf('in 2030', null)).toBe('2030-12-31');
  });
});

describe('what somebody undertakes', () => {
  const kindOf = (sentence: string) => {
    if (isPromise(sentence)) return 'undertakes';
    if (isRequest(sentence)) return 'asks';
    return isProposal(sentence) ? 'proposes' : null;
  };
  it.each(undertakings)('%s: %s', (kind, sentence) => expect(kindOf(sentence)).toBe(kind));
  it.each(noUndertakings)('nobody: %s', (sentence) => expect(kindOf(sentence)).toBeNull());
});

describe('commitments', () => {
  it('are of three kinds, each with its sentence, its time and for whom it is', async () => {
    const { commitments } = await rapporteur.commitments({ session: 'ferry-2026' });
    expect(commitments.map(({ kind, due, towards, quote }) => [kind, quote.speaker, due, towards])).toEqual([
      ['undertakes', 'Ana Lind', '2026-06-30', null],
      ['asks', 'Ana Lind', null, 'all members'],
      ['proposes', 'Ravi Sen', '2031-12-31', null],
      ['proposes', 'Ravi Sen', null, 'students'],
      ['undertakes', 'Ana Lind', '2027-12-31', null],
    ]);
    for (const { quote } of commitments)
      expect(ferry.turns[quote.turn]!.text.slice(quote.start, quote.end)).toBe(quote.text);
  });

  it('are those of a speaker, on a matter, or open ones', async () => {
    const of = async (query: object) =>
      (await rapporteur.commitments(query)).commitments.map(({ quote }) => quote.text);
    expect(await of({ speaker: 'Ravi Sen' })).toHaveLength(2);
    expect(await of({ about: 'timetable' })).toEqual(
      expect.arrayContaining(['We will publish the new timetable by the end of June.']),
    );
    expect(await of({ event: 'Coast Week', from: '2026' })).toHaveLength(5);
    expect(await of({ speaker: 'Nobody Known' })).toEqual([]);
    const open = await rapporteur.commitments({ session: 'ferry-2026', open: true });
    expect(open.commitments.every(({ due }) => due === null || due > '2026-11')).toBe(true);
  });

  it('are found by an answer as by the list, in however many sessions somebody speaks', async () => {
    const many = await rapporteurIn(temporaryFolder());
    const turn = (speaker: string, text: string) => ({ speaker, text });
    const days = Array.from({ length: 20 }, (_, at) => ({
      id: `dyke-${at}`,
      title: `Dyke day ${at}`,
      turns: [
        turn('Ola Brandt', at % 9 === 1 ? 'We will repair the northern dyke.' : 'Good morning to you all.'),
        turn('Ines Moor', 'We will build a second gate.'),
      ],
    }));
    await many.ingest([recordOf(...days)]);
    const listed = await many.commitments({ speaker: 'Ola Brandt' });
    const { text, quotes } = await many.ask({ text: 'What did Ola Brandt promise?' });
    expect(listed.total).toBe(3);
    expect(quotes.map(({ session }) => session.id).toSorted()).toEqual(
      listed.commitments.map(({ quote }) => quote.session.id).toSorted(),
    );
    expect(text).not.toMatch(/no promise/u);
    await many.close();
  });

  it('come page by page', async () => {
    const first = await rapporteur.commitments({ session: 'ferry-2026', limit: 2 });
    expect(first).toMatchObject({ total: 5, next: 2 });
    const second = await rapporteur.commitments({ session: 'ferry-2026', limit: 9, offset: 2 });
    expect(second.commitments.map(({ quote }) => quote.n)).toEqual([3, 4, 5]);
    expect(second.next).toBeNull();
  });

  it('are written as a paper, in which only quotations have marks', async () => {
    const paper = await commitmentPaper({ session: 'ferry-2026' }, rapporteur, now);
    expect(paper.sections.map(({ heading, blocks }) => [heading, blocks.length])).toEqual([
      ['What was undertaken', 2],
      ['What was asked of others', 1],
      ['What was proposed', 2],
    ]);
    expect(paper.sections[0]!.blocks[0]).toMatchObject({
      lead: 'Ana Lind, Chair of the Ferry Board (by 30 June 2026)',
    });
  });

  it('are written for spreadsheets, which run nothing of them', async () => {
    const found = await allCommitments({ session: 'ferry-2026' }, rapporteur);
    const { data } = Papa.parse<Record<string, string>>(commitmentsCsv(found).trim(), { header: true });
    expect(data).toHaveLength(5);
    expect(data[4]!['what']).toBe("'=SUM(1) We will hire two captains next year.");
    expect(data[4]!['session']).toBe("'=Ferry board");
    expect(data[0]).toMatchObject({ who: 'Ana Lind', due: '2026-06-30', when: 'end of June' });
  });

  it('are written as a calendar of lines of 75 bytes', async () => {
    const found = await allCommitments({ session: 'ferry-2026' }, rapporteur);
    const calendar = commitmentsCalendar(found, now);
    expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const lines = calendar.replaceAll('\r\n ', '').split('\r\n');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(3);
    expect(lines.filter((line) => line === 'BEGIN:VTODO')).toHaveLength(2);
    expect(lines).toContain('DTSTART;VALUE=DATE:20260630');
    expect(lines).toContain('DTEND;VALUE=DATE:20260701');
    expect(lines).toContain(
      String.raw`SUMMARY:Ravi Sen towards students: I propose a lower fare for students\; it is fair.`,
    );
    const ids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(ids).size).toBe(5);
    const again = commitmentsCalendar(found, new Date(0)).replaceAll('\r\n ', '').split('\r\n');
    expect(again.filter((line) => line.startsWith('UID:'))).toEqual(ids);
  });
});

it.each([
  ['After so much on lamps I will conclude, Chair.', false],
  ['Next we will turn to the boats.', false],
  ['We will finish the pier this year.', true],
  ['We need the lamps, and I will write to the council by June.', true],
  ['My office will look into the lamps.', true],
  ['Our study also saw the early pledge since the Reef Charter to build one chart for all.', false],
  ['There was the commitment of the northern towns in 2019 to reduce the toll.', false],
  ['Our commitment as a port is to reduce the toll.', true],
  ['We reaffirm the commitment to build one chart for all.', true],
  ['My town has a firm commitment to restore the marsh.', true],
  ['Madam Chair, I will continue in Spanish by explaining what the port does for sailors.', false],
  ['I will answer in both official languages.', false],
  ['I will proceed with my second point.', false],
  ['I will continue to repair the lamps.', true],
  ['After what we have seen this month, we must ask how the marsh will be restored.', false],
  ['It is open whether the lamps will be repaired by 2030.', false],
  ['The lamps will be repaired by 2030.', true],
  ['The lamps will have been replaced this year.', true],
])('“%s” is a promise: %s', (sentence, expected) => expect(isPromise(sentence)).toBe(expected));

it.each([
  ['After what we have seen this month, we will restore the marsh.', null],
  ['What they have heard of the marsh this year is right, and we will restore it next year.', 'next year'],
  ['The lamps will have been replaced this year.', 'this year'],
  ['This week we will restore the marsh.', 'This week'],
])('“%s” is for %s', (sentence, expected) => expect(whenIn(sentence)).toBe(expected));

it.each([
  ['May I ask, so that we lose no time, how dear the fare is?', false],
  ['I ask all members to keep to the fare.', true],
])('“%s” asks something of others: %s', (sentence, expected) => expect(isRequest(sentence)).toBe(expected));
