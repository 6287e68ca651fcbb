import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const session = {
  id: 'evidence',
  title: 'Evidence on lamps',
  turns: [
    {
      speaker: 'Lynn Nair',
      text: 'I am very pleased to welcome Gil Perch, chief executive of the Lamp Board, Mo Ebb, assistant director, Lamp Board, and Phil Blake, chief executive of Quality Isles.',
    },
    { speaker: 'Gil Perch', text: 'Thank you. We lit forty lamps.' },
    { speaker: 'Mo Ebb', text: 'I count the wicks.' },
    { speaker: 'Phil Blake', text: 'We look at each lamp twice.' },
  ],
};

describe('an office that one of several who are introduced together has', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([recordOf(session)]);
  });
  afterAll(() => rapporteur.close());

  it.each([
    ['Who is the chief executive of Quality Isles?', 'Phil Blake'],
    ['Who is the chief executive of the Lamp Board?', 'Gil Perch'],
  ])('%s', async (text, name) => {
    const { text: told } = await rapporteur.ask({ text });
    expect(told).toContain(name);
    expect(told).not.toMatch(/More than one|no role/u);
  });
});
