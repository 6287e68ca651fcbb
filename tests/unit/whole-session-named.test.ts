/** A question that names a day or a session and nothing else is of all that was said there. All invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const pier = {
  id: 'PQ2031a',
  title: 'Pier hearing',
  date: '2031-05-14',
  turns: [
    {
      speaker: 'Runa Vesk',
      text: 'The old pier leans towards the ferry landing, and the lamps on the pier are out since winter.',
    },
    { speaker: 'Tilo Brandt', text: 'We should close the pier before the autumn storms come over it.' },
  ],
};
const meadow = {
  id: 'meadow-2031',
  title: 'Meadow talk',
  date: '2031-06-02',
  turns: [
    { speaker: 'Odile Marchand', text: 'The meadow is mown twice, and the hay of the meadow goes to the stables.' },
  ],
};

describe('a question of a whole session', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([recordOf(pier, meadow)]);
  });
  afterAll(() => rapporteur.close());

  it.each([
    'What was said on 14 May 2031?',
    'What was discussed in May 2031?',
    'What was said in the Pier hearing?',
    'What was said in PQ2031a?',
    '2031-05-14',
    'Qu’a-t-on dit le 14 mai 2031 ?',
    '2031年5月14日说了什么',
  ])('is answered by what each said there: %s', async (text) => {
    const answer = await rapporteur.ask({ text });
    expect(answer.status).toBe('answered');
    expect(new Set(answer.quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Runa Vesk', 'Tilo Brandt']));
  });
  it.each(['Who spoke on 14 May 2031?', 'Who took part on 14 May 2031?', 'How many people spoke on 14 May 2031?'])(
    'is answered by who spoke there: %s',
    async (text) => {
      const answer = await rapporteur.ask({ text });
      expect(answer.text).toMatch(/Runa Vesk[^]*Tilo Brandt/u);
      expect(answer.text).not.toContain('Odile');
    },
  );
  it.each([
    'What was said on 3 August 2031?',
    'Who took part on 3 August 2031?',
    'What was said in the Granary hearing?',
  ])('is not answered by another: %s', async (text) =>
    expect(await rapporteur.ask({ text })).not.toMatchObject({ status: 'answered' }),
  );
  it('is one of the matter where it names one', async () => {
    const { quotes } = await rapporteur.ask({ text: 'What was said about the lamps on 14 May 2031?' });
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Runa Vesk']);
  });
});
