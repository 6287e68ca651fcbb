/** Whoever is named beside a quote said it, and the session that is named has it. All of it is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([
    recordOf(
      {
        id: 'mill',
        title: 'The Mill',
        date: '2031-02-01',
        turns: [
          { speaker: 'Anna Holm', text: 'The wheel was oiled in March. Bread is baked from our own flour.' },
          { speaker: 'Berit Holm', text: 'The mill pond is too shallow, and the mill pond freezes every winter.' },
          { speaker: 'Luis Prado', text: 'The mill pond feeds the frogs. I disagree with Berit Holm about the frogs.' },
        ],
      },
      {
        id: 'lamps',
        title: 'Lamps of the Quay',
        date: '2031-05-01',
        turns: [
          { speaker: 'Mei Tanaka', text: 'The lamps are lit with rape oil. They burn all night.' },
          { speaker: 'Sam Reed', text: 'The lamps are dear. We should light every other one.' },
        ],
      },
    ),
  ]);
});
afterAll(() => rapporteur.close());

it('beside a side that several can be meant by stands who said it', async () => {
  const { text, quotes } = await rapporteur.ask({ text: 'Compare Holm and Luis Prado on the mill pond' });
  expect(quotes[0]).toMatchObject({ speaker: 'Berit Holm' });
  expect(text).toContain('- Holm: Berit Holm [1].');
  expect(text).not.toMatch(/Anna Holm: ?\[/u);
  const { table } = await rapporteur.ask({ text: 'Compare Holm and Luis Prado on the mill pond in a table' });
  expect(table!.rows[0]).toMatchObject({ cells: ['Holm (Berit Holm)'], n: 1 });
});

it('a session that an answer is said to be of has its quotes', async () => {
  const history = ['A table of who said what on lamps'];
  const { text, quotes } = await rapporteur.ask({ text: 'Who disagrees with whom?', history });
  expect(quotes.map(({ session }) => session.id)).toEqual(['mill']);
  expect(text).not.toContain('Lamps of the Quay');
});

it.each(['Who never spoke of frogs?', 'Who has never spoken of frogs?'])('%s', async (text) => {
  const answer = await rapporteur.ask({ text, session: 'The Mill' });
  expect(answer.text).toMatch(/^No word of frogs from Anna Holm and Berit Holm\. Named by Luis Prado \[1\]/u);
});

it('a page of questions is looked for at once, and not each for itself', async () => {
  const two = await rapporteur.ask({ text: 'Who disagrees about the frogs, and what is baked?' });
  expect(two.text).toContain('What is baked?');
  const many = await rapporteur.ask({ text: 'who spoke of frogs and who spoke of bread and '.repeat(8) });
  expect(many.text.length).toBeLessThan(400);
  expect(many.text).not.toContain('Who spoke of bread');
});
