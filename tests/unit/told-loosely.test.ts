/** What is told loosely is no answer for certain: "millions of" is no number, and a reason is of what it is given for. All of it is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readQuestion } from '../../src/asking/inquiry.ts';
import { countsVaguely } from '../../src/answering/telling/may-tell.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { termsOf } from '../../src/words/terms.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
const ask = (text: string, history: string[] = []) => rapporteur.ask({ text, history });
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([
    recordOf({
      id: 'crafts',
      title: 'Crafts of the Coast',
      date: '2031-03-02',
      turns: [
        {
          speaker: 'Runa Feldt',
          text: 'The relief came too late for the thousands of jobless islanders who work in weaving. Dozens of coopers work in Port Sel.',
        },
        { speaker: 'Ossi Brand', text: 'I disagree on the tar. By the last count, 84 coopers work in Port Sel.' },
        {
          speaker: 'Hedda Lunt',
          text:
            'Let me speak of dredging. A town council looks at dredging with great care. New dredgers have no dredging licence yet, because they are new. ' +
            'The lamps of the quay are bright. We painted the sheds. Some councils dredge less than they did. ' +
            'And the reason for this is plain. No council wants to burden its own boatmen. The tide was low. ' +
            'The pilots of the dredgers sleep on board. It is quiet there.',
        },
      ],
    }),
  ]);
});
afterAll(() => rapporteur.close());

it.each([
  ['Who thinks a tar tax is a bad idea?', 'against', 'tar tax'],
  ['Who believes that a tar tax would be a good move?', 'support', 'tar tax'],
] as const)('%s asks who is for it, or against it', (question, stance, matter) => {
  const { asksFor, words } = readQuestion(question, [], () => []);
  expect(asksFor.has(stance)).toBe(true);
  expect(termsOf(words)).toEqual(termsOf(matter));
});

it.each([
  ['Millions of jobless people who knit are waiting.', 'How many people knit?', true],
  ['Hundreds of thousands of sheep were sold.', 'How many sheep were sold?', true],
  ['They sold 40 sheep to dozens of farmers.', 'How many sheep were sold?', false],
  ['Two million sheep were sold.', 'How many sheep were sold?', false],
])('%s %s', (said, question, isVague) => expect(countsVaguely(said, question)).toBe(isVague));

it('what is counted in words as loose as "thousands of" comes as nearest', async () => {
  const { status, related } = await ask('How many islanders work in weaving?');
  expect(status).toBe('nearest');
  expect(related[0]!.text).toContain('thousands of jobless islanders');
});

it('a number of the same answers where somebody gives one', async () => {
  const { text, quotes } = await ask('How many coopers work in Port Sel?');
  expect(text).toMatch(/^84 coopers/u);
  expect(quotes.map((quote) => quote.text).join(' ')).not.toContain('Dozens');
});

const ofDredging = ['What did Hedda Lunt say about dredging?'];

it('why is told by the reason that is given for it, wherever it is announced in the turn', async () => {
  const { status, quotes } = await ask("Why can't councils dredge on their own, according to her?", ofDredging);
  expect(status).toBe('answered');
  expect(quotes[0]!.text).toMatch(/^And the reason for this is plain\. No council wants/u);
});

it('a sentence that gives no reason for it comes as nearest', async () => {
  const { status } = await ask('And why do the pilots sleep there?', ofDredging);
  expect(status).toBe('nearest');
});
