/** Somebody who did not speak, and whose words somebody repeats. All of it is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turns = [
    ['Ines Okafor', 'We thank Halvard Brekke, who built the great lighthouse of the north.'],
    [
      'Tomas Lindqvist',
      'I come back to Halvard Brekke, the builder. His towers stand on every cape from here to Ostra, and no storm has taken one of them, not even the storm of the year in which the old pier was lost with all that stood on it. The keepers still speak of him with warmth, and the school at Varn bears his name to this day, as everybody in this hall knows. He once said, a lamp is worth more than a law.',
    ],
    ['Mei Tanaka', 'She said that the tide is low. Rolf Haugen drew the charts of the lamps.'],
  ].map(([speaker, text]) => ({ speaker: speaker!, text: text! }));
  await rapporteur.ingest([recordOf({ id: 'lamps', title: 'The Lamps in Autumn', turns })]);
});
afterAll(() => rapporteur.close());

it('shows who repeats them, and not who only names the one who said them', async () => {
  const answer = await rapporteur.ask({ text: 'What did Halvard Brekke say about lamps and laws?' });
  expect(answer.text).toContain('No speaker called Halvard Brekke');
  expect(answer.text).toContain('repeated by Tomas Lindqvist');
  expect(answer.related.map(({ speaker }) => speaker)).toEqual(['Tomas Lindqvist']);
  expect(answer.related[0]!.text).toContain('a lamp is worth more than a law');
});

it('shows who names them where nobody repeats a word of theirs', async () => {
  const answer = await rapporteur.ask({ text: 'What did Rolf Haugen say about lamps?' });
  expect(answer.text).toContain('Named by Mei Tanaka');
});
