/** What a thing is good for, and what harm it does: the session is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sideAsked } from '../../src/answering/telling/good-or-bad.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

describe('of a ferry', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    const turns = [
      { speaker: 'Runa Teale', text: 'The engines of the new ferry consume more oil than all trawlers together.' },
      { speaker: 'Bo Harrow', text: 'The engines of the new ferry help the pilots to come home faster.' },
      { speaker: 'Runa Teale', text: 'The lanterns of the quay harm the moths of the shore.' },
    ];
    await rapporteur.ingest([recordOf({ id: 'ferry', title: 'Ferry', date: '2031-05-06', turns })]);
  });
  afterAll(() => rapporteur.close());

  it.each([
    ['What positive effects of the ferry engines were mentioned, and by whom?', 'Bo Harrow'],
    ['What are the benefits of the ferry engines?', 'Bo Harrow'],
    ['What negative effects of the ferry engines were mentioned?', 'Runa Teale'],
    ['What harm do the ferry engines do?', 'Runa Teale'],
  ])('%s', async (text, speaker) => {
    const { quotes } = await rapporteur.ask({ text });
    expect(quotes.map((quote) => quote.speaker)).toEqual([speaker]);
  });

  it('that nobody tells of one is not answered by the other', async () =>
    expect((await rapporteur.ask({ text: 'What are the advantages of the lanterns of the quay?' })).status).not.toBe(
      'answered',
    ));
});

it.each([
  'What does the ferry cost?',
  'What benefits and what drawbacks of the ferry were named?',
  'Who paid benefits?',
])('%s: neither of the two is asked for alone', (question) => expect(sideAsked(question)).toBe(null));
