/** A figure is of what is asked, a correction of what was claimed, and a deed of who did it; all of it is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bothFigures, figuresCompared } from '../../src/answering/figures/figures-compared.ts';
import { figureIn } from '../../src/answering/figures/figure.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
const ask = (text: string) => rapporteur.ask({ text });
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([
    recordOf({
      id: 'looms',
      title: 'Looms of the Valley',
      date: '2031-03-02',
      turns: [
        {
          speaker: 'Runa Feldt',
          text:
            'Let us look at the looms. In the first hand looms at 1890, we used 14 spindles. And in the steam looms of today, it takes 90 spindles. ' +
            'The five old mills earn a great deal. Their wool is worth three times more than the harvest of the valley, and it is 40 times more ' +
            'than all the alms of the abbey. Thank you.',
        },
        {
          speaker: 'Ossi Brand',
          text:
            'My neighbour Tilde Varn was the first weaver to survive the great flood. ' +
            'As Ansel Moor, the poet of the valley, once said, a thread is stronger than a rope.',
        },
        {
          speaker: 'Hedda Lunt',
          text:
            'Our course for weavers in Norway was full. It was held in a barn. The weavers pay for their beds. ' +
            'The barn has no heating. We lit a stove. Every evening there was soup. The course for weavers in Norway goes on.',
        },
        {
          speaker: 'Jorun Aske',
          text:
            'I am glad to tell of the rescue. We have brought home 300 sailors on 12 ships. It was the work of many hands in every harbour of the coast. ' +
            'Many families wrote to us about it, and each of the letters was read with care by those who sat through the nights. ' +
            'The fog lay on the water for three weeks, and the pilots of the coast took turns so that none of them would fall asleep at the wheel. ' +
            'When it lifted there was singing on the quay, and nobody went to bed before the sun was up again over the headland. ' +
            'It was no easy task. We go on, because some stranded sailors wait abroad, and the stranded sailors who still wait abroad want to come home.',
        },
      ],
    }),
  ]);
});
afterAll(() => rapporteur.close());

describe('two figures that are compared', () => {
  it.each([
    'How many spindles does a steam loom of today take, compared with the first hand looms?',
    'How many spindles are in a steam loom of today versus the first hand looms?',
  ])('are both told: %s', async (text) => {
    expect((await ask(text)).text).toMatch(/^90 spindles and 14 spindles, /u);
  });

  it('are not told where one alone is given', () => {
    const sides = figuresCompared('How many spindles does a steam loom take, compared with a wheel?')!;
    expect(bothFigures(sides, [{ text: 'A steam loom takes 90 spindles.' }])).toBeNull();
  });
});

it.each([
  'In the first hand looms at 1890, we used 14 spindles.',
  'With the first hand looms in about 1890, we used 14 spindles.',
  'By the first hand looms of the 1890s, we used 14 spindles.',
])('a year counts nothing: %s', (said) =>
  expect(figureIn(said, 'How many spindles went into the first hand looms?')).toBe('14 spindles'),
);

describe('a correction', () => {
  it('has the figure of what the claim is of', async () => {
    const { text } = await ask('Did the wool of the five old mills exceed the harvest of the valley seven times?');
    expect(text).toMatch(/^No: three times, .*and not seven times/u);
  });

  it('has that of the other thing where that is claimed of', async () => {
    const { text } = await ask('Is the wool of the mills worth 50 times the alms of the abbey?');
    expect(text).toMatch(/^No: 40 times, .*and not 50 times/u);
  });

  it('is not made where it cannot be told', async () => {
    const { text } = await ask('Is the wool of the mills worth 50 times the rent of the land?');
    expect(text).not.toMatch(/^No/u);
  });
});

it('what somebody tells of another is theirs to tell, and not their deed', async () => {
  const { text, quotes } = await ask('Who survived the great flood?');
  expect(quotes[0]!.speaker).toBe('Ossi Brand');
  expect(text).toMatch(/^As told by Ossi Brand \[1\]\./u);
  expect((await ask('Who spoke of the great flood?')).text).toMatch(/^Ossi Brand \[1\] spoke of this/u);
});

it('a quotation is told with who is quoted', async () => {
  const { status, text, quotes } = await ask(
    'Which poet did Ossi Brand quote at the end, and what did the quotation say?',
  );
  expect(status).toBe('answered');
  expect(text).not.toContain('nothing certain');
  expect(quotes[0]!.text).toContain('a thread is stronger than a rope');
});

it('what has to be done comes first where nothing is certain', async () => {
  const { status, related } = await ask('Did the weavers in Norway have to pay for the course?');
  expect(status).toBe('nearest');
  expect(related[0]!.text).toContain('The weavers pay for their beds.');
});

it('the figure that stands further up in the turn is shown with what comes nearest', async () => {
  const { status, related, quotes } = await ask('How many stranded sailors had been flown home from abroad?');
  expect([status, ...quotes, ...related].length).toBeGreaterThan(1);
  expect([...quotes, ...related][0]!.text).toContain('300 sailors');
});
