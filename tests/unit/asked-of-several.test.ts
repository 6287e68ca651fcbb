/** What several are asked of together: what two agree on, who of them is silent, what each finds hard, and when a matter was spoken of. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const quays = {
  id: 'quays',
  title: 'Quays of the lagoon',
  date: '2031-05-06',
  turns: [
    ['Runa Teale', 'The old quays are sinking, and the lagoon takes a metre a year. Eels leave the lagoon in May.'],
    [
      'Bo Harrow',
      'I fully agree with Ms. Teale that the quays are sinking. The lagoon boats lack pilots. The ferry pays for it.',
    ],
    ['Ida Sorrel', 'I like my work at the mill. We face a serious shortage of flour. Eels are sold at the mill.'],
  ].map(([speaker, text]) => ({ speaker: speaker!, text: text! })),
};
const tides = {
  id: 'tides',
  title: 'Flood gates committee',
  date: '2030-02-03',
  turns: [
    {
      speaker: 'Wen Alder',
      text: 'The sluice keeper was ill in the storm. Lanterns were lit at the sluice all night.',
    },
  ],
};

describe('of one session', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([recordOf(quays)]);
  });
  afterAll(() => rapporteur.close());

  it.each<[string, Answer['status'], RegExp]>([
    ['What do Teale and Harrow agree on?', 'answered', /^Bo Harrow \[1\] agrees in so many words\.$/u],
    ['What do Teale and Sorrel disagree about?', 'nearest', /^I found nothing/u],
    ['Who of the speakers said nothing about eels?', 'answered', /^No word of eels from Bo Harrow\./u],
    ['Which of the speakers did not mention eels?', 'answered', /^No word of eels from Bo Harrow\./u],
    ['Who among the speakers said nothing about eels?', 'answered', /^No word of eels from Bo Harrow\./u],
  ])('%s', async (text, status, told) => {
    const answer = await rapporteur.ask({ text });
    expect(answer.text).toMatch(told);
    expect(answer.status).toBe(status);
  });

  it.each([
    'What does each speaker see as the biggest challenge?',
    'Put in a table the main problem each speaker sees',
  ])('is told in whatever words they name it: %s', async (text) => {
    const { quotes } = await rapporteur.ask({ text });
    const of = (name: string) => quotes.filter(({ speaker }) => speaker === name).map((quote) => quote.text);
    expect(of('Ida Sorrel').join(' ')).toMatch(/^We face a serious shortage of flour\./u);
    expect(of('Bo Harrow').join(' ')).toMatch(/^The lagoon boats lack pilots\./u);
  });
});

describe('of a group', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    const speakers = [
      { name: 'Runa Teale', role: 'Head of ports, UNCTAD' },
      { name: 'Bo Harrow', role: 'Coordinator at the ITU' },
      { name: 'Ida Sorrel', role: 'Professor of tides' },
    ];
    const said = [
      'Our main worry is that the quays are sinking. Quays need a fund, and we should pay for it.',
      'The buoys on the quays talk to each other. The buoys are at risk of theft.',
      'Academics and the United Nations agencies know the quays well, and I have to say that quays are dear.',
    ];
    const turns = speakers.map(({ name }, at) => ({ speaker: name, text: said[at]! }));
    await rapporteur.ingest([recordOf({ id: 'buoys', title: 'Buoys', date: '2031-05-06', speakers, turns })]);
  });
  afterAll(() => rapporteur.close());

  it.each(['What did the UN agencies say about the quays?', 'What did UN agencies say about quays?'])(
    'it is told by its members: %s',
    async (text) => {
      const { status, quotes } = await rapporteur.ask({ text });
      expect(status).toBe('answered');
      expect(new Set(quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Runa Teale', 'Bo Harrow']));
    },
  );

  it.each(['What did the academics say about quays?', 'What do the companies want for the quays?'])(
    'of which nobody knows who is in it, what is said comes near: %s',
    async (text) => {
      const { status, quotes, related } = await rapporteur.ask({ text });
      expect([status, quotes]).toEqual(['nearest', []]);
      expect(related.length).toBeGreaterThan(0);
    },
  );

  it.each([
    ["What are Teale's concerns?", /^Warnings and problems named \(1\): Runa Teale/u],
    ['List the proposals of Teale', /^What is proposed or asked for \(1\): Runa Teale/u],
    ['Who attended and what are their roles?', /^3 speakers:\n- Runa Teale, Head of ports, UNCTAD/u],
  ])('%s', async (text, told) => {
    expect((await rapporteur.ask({ text })).text).toMatch(told);
  });
});

describe('of several sessions', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([recordOf(quays), recordOf(tides)]);
  });
  afterAll(() => rapporteur.close());

  it.each([
    ['When was the sluice discussed?', /^Sessions that speak of it \(1\): Flood gates committee/u],
    [
      'When did the flood gates committee talk about the sluice?',
      /^Sessions that speak of it \(1\): Flood gates committee/u,
    ],
  ])('%s', async (text, told) => {
    const { text: said, quotes } = await rapporteur.ask({ text });
    expect(said).toMatch(told);
    expect(quotes.map(({ session }) => session.id)).toEqual(['tides']);
  });

  it.each(['Where was the meeting on lighthouses held?', 'When was the meeting on lighthouses held?'])(
    'what is held on something else tells nothing: %s',
    async (text) => {
      const { status, text: said } = await rapporteur.ask({ text });
      expect(status, said).not.toBe('answered');
    },
  );

  it('nobody is told to be silent, nor who spoke to be so', async () => {
    const { text } = await rapporteur.ask({ text: 'Who among the speakers said nothing about eels?' });
    expect(text).toMatch(/^Who said nothing can be told of one session at a time/u);
  });
});
