/** Tables and lists of speakers whose columns are asked for by name, of an invented session. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderRows } from '../../adapters/terminal/render-rows.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { viewAnswer } from '../../src/chat/answer-view.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const council = {
  id: 'invented-council',
  title: 'Invented council on wells',
  speakers: [
    { name: 'Nadia Farouk', role: 'Engineer', affiliation: 'Valley Water Board' },
    { name: 'Pieter Stam', role: 'Treasurer', affiliation: 'League of Farms' },
    { name: 'Lucia Moreno', role: 'Director', affiliation: null },
  ],
  turns: [
    { speaker: 'Nadia Farouk', text: 'Every well needs a meter, and the board recommends to read it twice a year.' },
    { speaker: 'Pieter Stam', text: 'We cannot pay for a meter on every well, so we propose that villages share one.' },
    { speaker: 'Lucia Moreno', text: 'We must plant trees around the springs, which keeps the water clean for years.' },
  ],
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(council)]);
});
afterAll(() => rapporteur.close());

const ask = (text: string) => rapporteur.ask({ text });

describe('a table', () => {
  it.each([
    'Give me a table with name, organisation and main message',
    'A table of the speakers with their organization and their main point, please',
    'Make a table: speaker | affiliation | key message',
    'Faites un tableau avec le nom, l’organisation et le message principal',
    'Haz una tabla con nombre, organización y mensaje principal',
    'Сделай таблицу: имя, организация, главная мысль',
    '请做一张表格：姓名、机构、主要观点',
  ])('%s: has these columns', async (question) => {
    const { table, quotes, text } = await ask(question);
    expect(table!.head).toHaveLength(3);
    expect(table!.rows.map(({ cells }) => cells)).toEqual([
      ['Nadia Farouk', 'Valley Water Board'],
      ['Pieter Stam', 'League of Farms'],
      ['Lucia Moreno', 'Director'],
    ]);
    expect(quotes).toHaveLength(3);
    // A place that shows no table has them too.
    expect(text).toContain('Pieter Stam, League of Farms');
  });
  it('has them in the order that is asked for, and nothing where the record tells nothing', async () => {
    const { table } = await ask(
      'Provide a table with columns role, name, organisation, country and quote on the meter',
    );
    expect(table!.head).toEqual(['Role', 'Speaker', 'Organisation', 'Country', 'In their words']);
    expect(table!.rows[0]!.cells).toEqual(['Engineer', 'Nadia Farouk', 'Valley Water Board', '–']);
    expect(table!.rows.at(-1)!.cells[0]).toContain('Lucia Moreno');
    expect(table!.rows.at(-1)!.n).toBeNull();
  });
  it.each([
    'Table of who said what about the meter, with the organisation',
    'Table: speaker, organisation, what they want',
  ])('%s', async (question) => {
    const { table } = await ask(question);
    expect(table!.head).toEqual(['Speaker', 'Organisation', 'In their words']);
    expect(table!.rows.map(({ cells }) => cells)).toContainEqual(['Pieter Stam', 'League of Farms']);
  });
  it('of who spoke of something has them', async () => {
    const { table } = await ask('Who mentioned trees? In a table with name and role.');
    expect(table!.rows).toEqual([{ cells: ['Lucia Moreno', 'Director'], n: 1 }]);
  });
  it.each(['Put the speakers and their organisations into a table', 'A table of the speakers only'])(
    '%s: quotes nothing, and is shown in rows',
    async (question) => {
      const answer = await ask(question);
      expect(answer.quotes).toEqual([]);
      expect(answer.table!.rows.map(({ cells }) => cells[0])).toEqual(['Nadia Farouk', 'Pieter Stam', 'Lucia Moreno']);
      const rows = renderRows(viewAnswer(answer).table!, { columns: 80, colours: false })!;
      expect(rows).toMatch(/Pieter Stam\s.*League of Farms/u);
      expect(rows).not.toContain('Where');
    },
  );
});

describe('a list', () => {
  it.each([
    'Give me a list of the speakers’ names',
    'Just the names of the speakers, please',
    'Who were the speakers? Names only.',
    'Donne-moi la liste des noms des intervenants',
    'Dame solo los nombres de los oradores',
    'Назови имена выступавших',
    'اذكر أسماء المتحدثين',
  ])('%s: has the names alone', async (question) => {
    const { text } = await ask(question);
    expect(text.split('\n').slice(1)).toEqual(['- Nadia Farouk', '- Pieter Stam', '- Lucia Moreno']);
  });
  it.each(['Names and affiliations of the panellists', 'List all speakers with their organisations'])(
    '%s: has the organisations too',
    async (question) => expect((await ask(question)).text).toContain('- Pieter Stam, League of Farms'),
  );
});
