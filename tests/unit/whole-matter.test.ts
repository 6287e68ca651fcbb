/** A matter of two words is both of them side by side: in answers, counts, lists of quotes, watches and searches. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compoundsIn } from '../../src/words/compounds.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

describe('words that belong together', () => {
  it.each([
    ['about ferry tickets', [['ferri', 'ticket']]],
    ['tickets of the ferry', []],
    ['ferry, tickets', []],
    ['night-ferry prices', [['night', 'ferri', 'price']]],
    [
      'the price of ferry tickets and harbour dues',
      [
        ['ferri', 'ticket'],
        ['harbour', 'due'],
      ],
    ],
    ['SDG4 on time', []],
  ])('%s', (text, compounds) => expect(compoundsIn(text)).toEqual(compounds));
});

describe('a matter of two words', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    const turns = [
      ['Oda Lund', 'Welcome to the ferry forum. The ferry brought all of us here this morning, in fine weather.'],
      ['Bram Visser', 'Every ferry ticket is sold on paper today. The tickets cost the same in winter and in summer.'],
      [
        'Sana Malik',
        'The museum sells tickets too. Our ferry model stands in its hall, and visitors like it very much.',
      ],
      ['Pio Conti', 'Visitors asked me where tickets for the theatre are sold, and I sent them to the market square.'],
      ['Tess Byrne', 'I would print tickets for the ferry on recycled paper, and sell them on board.'],
    ].map(([speaker, text]) => ({ speaker, text }));
    await rapporteur.ingest([recordOf({ id: 'ferry-forum', title: 'Forum at the quay', date: '2025-06-01', turns })]);
  });
  afterAll(() => rapporteur.close());

  it('is spoken of by those alone who say both of it together', async () => {
    const { text, quotes } = await rapporteur.ask({ text: 'Who spoke about ferry tickets?' });
    expect([...new Set(quotes.map(({ speaker }) => speaker))], text).toEqual(['Bram Visser', 'Tess Byrne']);
    expect(text).toMatch(/^Two speakers/u);
  });

  it('is counted as a whole', async () => {
    const { total, quotes } = await rapporteur.quotes({ about: 'ferry tickets' });
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Bram Visser', 'Tess Byrne']);
    expect(total).toMatchObject({ quotes: 2, speakers: 2 });
  });

  it('counts what goes on of it in the same turn', async () => {
    const { quotes } = await rapporteur.quotes({ about: 'ferry tickets', speaker: 'Visser' });
    expect(quotes.map(({ text }) => text).join(' ')).toContain('The tickets cost the same');
  });

  it('is all of it where everything is asked for', async () => {
    const { quotes } = await rapporteur.ask({ text: 'Give me everything that was said about ferry tickets' });
    expect([...new Set(quotes.map(({ speaker }) => speaker))]).toEqual(['Bram Visser', 'Tess Byrne']);
  });

  it('is taken as either word where nobody says both', async () => {
    const { total } = await rapporteur.quotes({ about: 'theatre ferry' });
    expect(total.quotes).toBeGreaterThan(0);
  });

  it('comes first in a search', async () => {
    const [first] = await rapporteur.search({ text: 'ferry tickets', limit: 3 });
    expect(first!.text).toMatch(/ferry ticket|tickets for the ferry/u);
  });
});

describe('somebody who has most of the words together', () => {
  it('is near, and not told to have said nothing', async () => {
    const rapporteur = await rapporteurIn(temporaryFolder());
    const turns = [
      ['Nora Pell', 'Good morning. We opened short-stay harbour berths in May. The tea is warm, and the rain is over.'],
      ['Ivo Kranz', 'Short-stay harbour cabin fees are dear. Nobody likes short-stay harbour cabin fees.'],
      ['Lena Ostrow', 'I keep bees, and the honey of this year is dark.'],
      ['Nora Pell', 'The short-stay harbour is open. Come and see it.'],
    ].map(([speaker, text]) => ({ speaker, text }));
    await rapporteur.ingest([recordOf({ id: 'berths', title: 'Berths', date: '2025-06-01', turns })]);
    const near = await rapporteur.ask({ text: 'What did Nora Pell say about short-stay harbour cabin fees?' });
    expect([near.status, near.related[0]?.speaker], near.text).toEqual(['nearest', 'Nora Pell']);
    const none = await rapporteur.ask({ text: 'What did Lena Ostrow say about short-stay harbour cabins?' });
    expect([none.status, none.related[0]?.speaker], none.text).toEqual(['not_found', 'Ivo Kranz']);
    await rapporteur.close();
  });
});

describe('a matter of two words among many sessions', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    const others = Array.from({ length: 14 }, (_, at) =>
      recordOf({
        id: `council-${at}`,
        title: `Council ${at}`,
        date: `2025-02-${String(at + 10)}`,
        turns: [
          {
            speaker: `Councillor ${at}`,
            text: 'The centre of this old market town needs light and paint. The table tells every spring tide.',
          },
          {
            speaker: 'Chair',
            text: 'A tide of angry letters about parking reached the youth centre.',
          },
        ],
      }),
    );
    const turns = [
      { speaker: 'Oda Lund', text: 'Last year we opened three tide centers along the estuary.' },
      { speaker: 'Bram Visser', text: 'Each of us should visit one of them before the winter comes.' },
    ];
    await rapporteur.ingest([...others, recordOf({ id: 'estuary', title: 'Estuary day', date: '2025-01-05', turns })]);
  });
  afterAll(() => rapporteur.close());

  it.each([
    'Who talked about tide centres?',
    'What was said about tide centres?',
    'What was said about tide centers?',
    'Were tide centres mentioned?',
  ])('is found where it is said together, in either spelling: %s', async (text) => {
    const answer = await rapporteur.ask({ text });
    expect([...new Set(answer.quotes.map(({ speaker }) => speaker))], answer.text).toEqual(['Oda Lund']);
  });
});
