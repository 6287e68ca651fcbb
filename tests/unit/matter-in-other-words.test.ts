/** Whether what is shown as certain tells the matter that is asked for: the sessions are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const speakers = [
  { name: 'Ada Berg', role: 'Head of Mills at UNEP' },
  { name: 'Bo Dahl', role: 'Adviser at the International Labour Organization' },
  { name: 'Cleo Eng', role: 'President of the Guild of Millers' },
];

const mills: [speaker: string, text: string][] = [
  [
    'Ada Berg',
    `On behalf of the Mill School programme in Varn, to give you a concrete example of the training of millers. The council
    voted on a charter in spring. At the Mill School we train millers of Varn to mend their own wheels.
    With modern mills we have seen that there are worries about energy consumption. The mill waste is a burden on the river.`,
  ],
  [
    'Bo Dahl',
    `Large mills consume a lot of energy, and nobody counts it. The Sluice Board met twice last winter in the old town hall.
    Two villages have begun to dig on the floor of the lake for clay.`,
  ],
  [
    'Cleo Eng',
    `We use the mills every day of the year. We looked at the millers of the coast, and found three things. With this study we
    found that the stones are worn. So that is an obstacle to good flour. And we also noticed that the sluices leak.
    Much water is lost there. The third one, we
    think, is a shortage of young millers. The guild meets in May. The charter of the guild asks the council for quiet nights.`,
  ],
];

const injuries: [speaker: string, text: string][] = [
  ['Dov Falk', 'Our weavers suffer from chronic wrist fatigue. The looms are too high for them.'],
  ['Eva Gran', 'I have heard of chronic wrist fatigue among the spinners, too.'],
  ['Finn Hald', 'The C_W_F_ thing is why we lowered the looms. And C_W_F_ costs us a fifth of our days.'],
];

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turnsOf = (turns: typeof mills) =>
    turns.map(([speaker, text]) => ({ speaker, text: text.replaceAll(/\s+/gu, ' ') }));
  await rapporteur.ingest([
    recordOf({ id: 'mills', title: 'Mill Assembly', date: '2031-03-01', speakers, turns: turnsOf(mills) }),
    recordOf({ id: 'looms', title: 'Loom Hearing', date: '2031-04-01', turns: turnsOf(injuries) }),
  ]);
});
afterAll(() => rapporteur.close());

const ask = (text: string) => rapporteur.ask({ text, session: 'mills' });

describe('the use of energy', () => {
  it('is what is consumed: both sides of a comparison are told for certain', async () => {
    const { status, quotes } = await ask('Compare what Berg and Dahl said about the energy use of mills');
    expect(status).toBe('answered');
    expect(quotes.map(({ speaker, text }) => [speaker, /consum/u.test(text)])).toEqual([
      ['Ada Berg', true],
      ['Bo Dahl', true],
    ]);
  });

  it('is not spoken of by who uses something else', async () => {
    const { quotes } = await ask('What did Eng say about the energy consumption of mills?');
    expect(quotes.filter(({ speaker }) => speaker === 'Cleo Eng')).toEqual([]);
  });
});

describe('a table of the speakers of a group', () => {
  it.each([
    "Make me a table of the UN agencies' speakers and their main concern about the mills",
    'Make me a table of the UN speakers and their main message',
    'A table of the speakers from UN agencies and their main point',
  ])('has nobody else: %s', async (question) => {
    const { table } = await ask(question);
    const named = table!.rows.map(({ cells }) => cells.join(' ')).join('\n');
    expect(named).toMatch(/Berg[^]*Dahl/u);
    expect(named).not.toMatch(/Eng\b/u);
  });
});

describe('what a thing does', () => {
  it.each([
    'What does the Mill School programme do?',
    'In one sentence, what does the Mill School programme in Varn do?',
  ])('is told by who says so, and not by who announces a talk: %s', async (question) => {
    const { quotes, related } = await ask(question);
    expect(quotes.map(({ text }) => text).join(' ')).not.toMatch(/concrete example/u);
    expect([...quotes, ...related].some(({ text }) => /mend their own wheels/u.test(text))).toBe(true);
  });

  it('is not asked for by what somebody asks others to do', async () => {
    const { status, quotes } = await ask('What does the charter of the guild ask the council to do?');
    expect([status, quotes[0]?.text]).toEqual([
      'answered',
      'The charter of the guild asks the council for quiet nights.',
    ]);
  });

  it('is not told for certain by who only names it', async () => {
    const { status, related } = await ask('What is the Sluice Board for?');
    expect(status).toBe('nearest');
    expect(related[0]?.text).toContain('Sluice Board');
  });
});

describe('what is called by its letters, too', () => {
  it.each(['Who spoke of chronic wrist fatigue?', 'Did anybody mention chronic wrist fatigue?'])(
    'has no total: %s',
    async (text) => {
      const { status, text: told } = await rapporteur.ask({ text });
      expect(status).toBe('answered');
      expect(told).toMatch(/Dov Falk/u);
      expect(told).not.toMatch(/two|\d+ (?:speakers|turns)/iu);
    },
  );
});

it('what comes near is named before the words that nobody says', async () => {
  const { status, text, related } = await ask('Did anybody bring up digging the lakebed?');
  expect([status, related[0]?.speaker]).toEqual(['nearest', 'Bo Dahl']);
  expect(text).toMatch(/^What .*Bo Dahl.* said comes near it; nobody speaks of .+ in these words/u);
});

it('each item of a list is a bullet where bullets are asked for', async () => {
  const { text, quotes } = await ask(
    'In three bullets: which obstacles did the study of the millers of the coast find?',
  );
  expect(text).toMatch(/lists them/u);
  expect(quotes.map(({ text }) => text)).toEqual([
    'With this study we found that the stones are worn. So that is an obstacle to good flour.',
    'And we also noticed that the sluices leak. Much water is lost there.',
    'The third one, we think, is a shortage of young millers.',
  ]);
});
