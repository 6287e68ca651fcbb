/** Namesakes of two sessions: a title tells them apart, and so does the session that a conversation is of. All of it is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const meeting = (id: string, turns: [string, string][]) => ({
    id,
    title: `Meeting ${id}`,
    turns: turns.map(([speaker, text]) => ({ speaker, text })),
  });
  await rapporteur.ingest([
    recordOf(
      meeting('quarry_7', [
        ['Dr Anna Kov', 'The quarry needs a pump. The pump of the quarry should run at night.'],
        ['Mei Tanaka', 'The quarry is deep. We have dug there for years.'],
        ['Sam Reed', 'Stone from the quarry is sold to the town.'],
      ]),
      meeting('meadow_9', [
        ['Hon. Peter Kov', 'The meadow needs a pump. The pump of the meadow is old.'],
        ['Sam Reed', 'Hay is sold in autumn, and the meadow is wet.'],
      ]),
    ),
  ]);
});
afterAll(() => rapporteur.close());

async function answered(talk: string) {
  const questions = talk.split(' / ');
  return rapporteur.ask({ text: questions.at(-1)!, history: questions.slice(0, -1) });
}

describe('whoever shares a name', () => {
  it.each([
    ['What did Dr Kov say about the pump?', 'Dr Anna Kov'],
    ['What did Tanaka say about the quarry? / And Kov?', 'Dr Anna Kov'],
    ['What did Reed say in quarry_7? / What did Kov say about the pump?', 'Dr Anna Kov'],
    ['What did Reed say about hay? / What did Kov say about the pump?', 'Hon. Peter Kov'],
  ])('%s', async (talk, who) => {
    const { text, quotes } = await answered(talk);
    expect(new Set(quotes.map(({ speaker }) => speaker)), text).toEqual(new Set([who]));
    expect(text).not.toMatch(/can mean/u);
  });
  it.each(['What did Kov say about the pump?', 'What did Mr Kov say about the pump?'])('%s', async (question) =>
    expect((await answered(question)).text).toMatch(/can mean/u),
  );
});

it('an id that was named goes on to be meant', async () => {
  const { quotes } = await answered('What did Reed say in quarry_7? / What did he sell?');
  expect(quotes.map(({ text }) => text).join(' ')).not.toContain('Hay');
});
