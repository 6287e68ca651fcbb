/** Facts that are asked for in other words than those they were said in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learned } from '../../src/answering/confidence.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { hearing } from '../fixtures/hearings.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const island = {
  id: 'island-2025',
  title: 'Evening on the island',
  turns: [
    {
      speaker: 'Rita Holm',
      text: 'We have four companies on this island, all of them in salt. Together they are worth almost ninety million crowns. The school has a new roof.',
    },
    {
      speaker: 'Emil Strand',
      text: 'Poor families in the remote villages risk losing their doctor. The bridge is painted green.',
    },
    {
      speaker: 'Rita Holm',
      text: 'Let us welcome the shipyard. We built sixty wooden boats for the shipyard museum last summer.',
    },
    {
      speaker: 'Emil Strand',
      text: 'By sending a midwife every week, and by paying her train, we keep the clinic alive. So we help mothers to give birth at home.',
    },
  ],
};

describe.each([0, 40])('among %i other sessions', (others) => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([
      recordOf(island, harbour, orchard, ...Array.from({ length: others }, (_, number) => hearing(number, 0))),
    ]);
  });
  afterAll(() => rapporteur.close());

  it.each([
    ['How much are the salt firms on the island worth?', 'almost ninety million crowns'],
    ['What danger do low-income villagers risk?', 'risk losing their doctor'],
    ['How many vessels were constructed for the museum of ships?', 'sixty wooden boats'],
  ])('is answered: %s', async (question, fact) => {
    const answer = await rapporteur.ask({ text: question });
    expect(answer.quotes[0]?.text).toContain(fact);
    expect(answer.status).toBe('answered');
    expect(answer.confidence!).toBeGreaterThanOrEqual(learned.leastChance);
  });
  it('is no answer to whether something is so, for its contrary is as near', async () => {
    const answer = await rapporteur.ask({ text: 'Was the overpass coloured red by decorators?' });
    expect(answer.status).toBe('nearest');
    expect(answer.related[0]?.text).toContain('The bridge is painted green.');
  });
  it('is quoted with what it concludes from where it is asked how', async () => {
    const { quotes } = await rapporteur.ask({ text: 'How do you help mothers give birth at home?' });
    expect(quotes[0]?.text).toMatch(/^By sending a midwife every week/u);
  });
});
