/** Everything somebody said on a matter. The sessions are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewQuotes } from '../../src/chat/quotes-view.ts';
import type { QuotesQuery, Rapporteur } from '../../src/rapporteur.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const later = {
  id: 'harbour-2026',
  title: 'Harbour Council, second hearing',
  date: '2026-02-03',
  event: 'Coast Week',
  speakers: [{ name: 'Tomas Lindqvist', role: 'Adviser to the Harbour Council' }],
  turns: [
    {
      speaker: 'Tomas Lindqvist',
      text: 'The eelgrass came back in the north. It did so without dredging. Now we wait for the eelgrass of the south.',
    },
    { speaker: 'Mei Tanaka', text: 'Eelgrass is not what ships are held up by.' },
  ],
};
const undated = { id: 'note', title: 'A note', turns: [{ speaker: 'Tomas Lindqvist', text: 'Eelgrass needs light.' }] };

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(harbour, orchard, later, undated)]);
});
afterAll(() => rapporteur.close());

const found = (query: QuotesQuery) => rapporteur.quotes(query);
const wordsOf = async (query: QuotesQuery) => (await found(query)).quotes.map(({ text }) => text);

describe('quotes', () => {
  it('gives all that somebody said on a matter, in the order of time, with what was looked through', async () => {
    const { quotes, people, total, searched } = await found({ speaker: 'Lindqvist', about: 'eelgrass', from: '2025' });
    expect(quotes.map(({ n, text, session, role }) => [n, text, session.id, role])).toEqual([
      [
        1,
        'Dredging stirs up the mud, and the eelgrass does not come back.',
        'harbour-2025',
        'Director of the Coastal Research Bureau',
      ],
      [
        2,
        'Winter dredging is better for the seals, but the eelgrass still suffers.',
        'harbour-2025',
        'Director of the Coastal Research Bureau',
      ],
      [3, 'The eelgrass came back in the north.', 'harbour-2026', 'Adviser to the Harbour Council'],
      [4, 'Now we wait for the eelgrass of the south.', 'harbour-2026', 'Adviser to the Harbour Council'],
    ]);
    expect(people.map(({ name }) => name)).toEqual(['Tomas Lindqvist']);
    expect(total).toEqual({ quotes: 4, sessions: 2, speakers: 1 });
    expect(searched).toEqual({ sessions: 2, of: 3, unread: 0, from: '2025-05-14', to: '2026-02-03' });
  });

  it('finds an organisation by whoever spoke for it', async () =>
    expect(await wordsOf({ speaker: 'Blue Quay', about: 'ships', session: 'harbour-2025' })).toEqual([
      'At Blue Quay we unload 90 ships a month. Without dredging the large ships cannot enter.',
    ]));

  it('gives what anybody said', async () =>
    expect((await found({ about: 'eelgrass' })).total).toEqual({ quotes: 6, sessions: 3, speakers: 2 }));

  it('gives all that somebody said, a turn a quote', async () =>
    expect(await wordsOf({ speaker: 'Pia Rossi' })).toEqual([orchard.turns[0]!.text]));

  it.each([
    ['a session', { session: 'second hearing' }, 2],
    ['an event', { event: 'coast week' }, 4],
    ['days from', { from: '2026-01' }, 2],
    ['days to', { to: '2025' }, 2],
    ['days to, with the day itself', { to: '2026-02-03' }, 4],
  ])('keeps to %s', async (_, within, count) =>
    expect((await found({ speaker: 'Lindqvist', about: 'eelgrass', ...within })).total.quotes).toBe(count),
  );

  it('gives a page at a time, each quote once', async () => {
    const seen: number[] = [];
    for (let offset: number | null = 0; offset !== null;) {
      const page: Awaited<ReturnType<typeof found>> = await found({ about: 'eelgrass', limit: 4, offset });
      seen.push(...page.quotes.map(({ n }) => n));
      offset = page.next;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gives what speaks most of the matter first where that is asked for', async () => {
    const [first] = await wordsOf({ about: 'dredging winter', order: 'fit' });
    expect(first).toContain('Winter dredging');
  });

  it('keeps to what may be seen', async () =>
    expect(await found({ about: 'eelgrass', scope: { sessions: ['note'] } })).toMatchObject({
      total: { quotes: 1 },
      searched: { sessions: 1, of: 1 },
    }));

  it('every quote is a slice of its turn', async () => {
    const { quotes } = await found({ about: 'eelgrass' });
    for (const { text, session, turn, start, end } of quotes)
      expect((await rapporteur.show(session.id))!.turns[turn]!.text.slice(start, end)).toBe(text);
  });
});

describe('what is said of the quotes', () => {
  const headingOf = async (query: QuotesQuery) => viewQuotes(query, await found(query), (at) => `go on at ${at}`);

  it('is how much there is and what was looked through', async () =>
    expect((await headingOf({ speaker: 'Lindqvist', about: 'eelgrass', from: '2025' })).heading).toBe(
      'Tomas Lindqvist on “eelgrass”: 4 quotes in 2 sessions. Looked through 2 of 3 sessions, where they speak, 14 May 2025 to 3 February 2026.',
    ));
  it('names nobody who is not known', async () =>
    expect((await headingOf({ speaker: 'Somebody Else', about: 'eelgrass' })).heading).toBe(
      'Nobody called “Somebody Else” is known here.',
    ));
  it('says that there is nothing', async () =>
    expect((await headingOf({ about: 'submarines' })).heading).toBe(
      'Everybody on “submarines”: no quotes. Looked through 4 sessions, 14 May 2025 to 3 February 2026.',
    ));
  it('says how to go on', async () =>
    expect((await headingOf({ about: 'eelgrass', limit: 4 })).rest).toBe('2 more: go on at 4'));
});
