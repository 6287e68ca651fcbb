import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutOccasion } from '../../src/asking/parts/occasion.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const council = {
  id: 'council',
  title: 'Harbour council',
  turns: [
    { speaker: 'Bo Lind', text: 'Good morning. We open the budget for the coming year.' },
    ...Array.from({ length: 30 }, (_, at) => ({
      speaker: at % 2 === 0 ? 'Cy Park' : 'Ada Moss',
      text: `Item ${at} is the ferry, and we leave it. The care of gulls stands as it was.`,
    })),
    { speaker: 'Ada Moss', text: 'The crane stays where it is. I would paint the titanium ladder green.' },
    { speaker: 'Cy Park', text: 'Revenue fell, and the auditors want another look at it.' },
    { speaker: 'Di Wren', text: 'La grúa es vieja. Yo pintaría de verde la escalera de titanio.' },
  ],
};

describe('what was being spoken of when what is asked for was said', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([recordOf(council)]);
  });
  afterAll(() => rapporteur.close());

  it.each([
    'What did Ada Moss say about ladders when discussing bursaries for vulnerable apprentices, quarantine and the protection of unaccompanied keepers?',
    'What did Ada Moss say about painting ladders while they were talking about bursaries for vulnerable apprentices, quarantine and lighthouse keepers?',
  ])('need not be said with it: %s', async (text) => {
    const { status, quotes } = await rapporteur.ask({ text });
    expect(status).toBe('answered');
    expect(quotes.map(({ text: said }) => said).join(' ')).toContain('I would paint the titanium ladder green.');
  });

  it('is no answer by itself', async () => {
    const { status } = await rapporteur.ask({
      text: 'What did Ada Moss say about the lighthouse when discussing the crane?',
    });
    expect(status).not.toBe('answered');
  });

  it.each([
    ['What did she say of fees when presenting the budget?', 'What did she say of fees?'],
    ['Qu’a dit Mme Roux des frais lors du débat sur le budget ?', 'Qu’a dit Mme Roux des frais?'],
    ['¿Qué dijo la Sra. Vega de las tasas al hablar del presupuesto?', '¿Qué dijo la Sra. Vega de las tasas?'],
    ['Что сказала Иванова о сборах при обсуждении бюджета?', 'Что сказала Иванова о сборах?'],
    ['When was the budget presented?', 'When was the budget presented?'],
    ['When discussing fees, who was for them?', 'When discussing fees, who was for them?'],
  ])('is told in languages: %s', (question, without) => {
    expect(withoutOccasion(question)).toBe(without);
  });
});
