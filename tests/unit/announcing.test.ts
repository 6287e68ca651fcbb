/** A sentence that announces something is quoted with what it announces. All of it is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const said = (text: string) => text.replaceAll(/\s+/gu, ' ');

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turns = [
    [
      'Ines Okafor',
      said(`Good morning to you all. The evening course for pilots drew crews from every island of the bay. And these are their
      comments. Lively, useful, rather cold. The bell of the old pier was mended at last.`),
    ],
    [
      'Tomas Lindqvist',
      said(`The seven largest shipping firms of the north are worth ninety billion crowns on the market. Let us compare that.
      It is four times what all the islands earn. Now to something else, since the tide waits for nobody here.`),
    ],
    [
      'Mei Tanaka',
      said(`Thank you. The ferry fares rose in spring, and there are three reasons. First, the diesel. Second, the wages of the crews.
      Third, the new quay. I shall end with the weather, which was fine.`),
    ],
    [
      'Petra Voss',
      said(`Our survey of lighthouses looked at every lamp. We saw that lamps are short of oil in the north. And we also saw that
      keepers are few. They are old, too. And the third one is the fog. That is all from the lighthouses.`),
    ],
  ].map(([speaker, text]) => ({ speaker: speaker!, text: text! }));
  await rapporteur.ingest([recordOf({ id: 'bay', title: 'The Bay in Spring', turns })]);
});
afterAll(() => rapporteur.close());

describe('what is announced is quoted with what announces it', () => {
  it.each([
    [
      'Give me one quote from Okafor about the evening course for pilots drawing crews and their comments',
      'Lively, useful',
      'old pier',
    ],
    ['What comments did crews make on the course for pilots?', 'Lively, useful', 'old pier'],
    [
      'What did Lindqvist say the seven largest shipping firms are worth and what does he compare?',
      'four times',
      'tide waits',
    ],
    ['Why did the ferry fares rise?', 'the new quay', 'the weather'],
    ['What three obstacles did the survey of lighthouses turn up?', 'the fog', 'mornings'],
  ])('%s', async (text, announced, other) => {
    const answer = await rapporteur.ask({ text });
    const shown = [...answer.quotes, ...answer.related].map((quote) => quote.text).join(' / ');
    expect(shown).toContain(announced);
    expect(shown).not.toContain(other);
  });
});
