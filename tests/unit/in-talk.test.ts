/** What is asked of a session without naming it, after an answer from one: of that one. All of it is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turnsOf = (said: [string, string][]) => said.map(([speaker, text]) => ({ speaker, text }));
  await rapporteur.ingest([
    recordOf(
      {
        id: 'piers',
        title: 'Piers in Winter',
        date: '2031-02-01',
        turns: turnsOf([
          ['Nora Bell', 'In Norway the piers close in winter. In Denmark they stay open until May.'],
          ['Sam Reed', 'The new ropes came in 2030 and cost five hundred crowns.'],
        ]),
      },
      {
        id: 'lamps',
        title: 'Lamps and Quays',
        date: '2031-03-04',
        speakers: [{ name: 'Lena Moro', role: 'former President of the Lamp Society' }, { name: 'Otto Brandt' }],
        turns: turnsOf([
          ['Lena Moro', 'Good morning. The lamps cost sixty crowns each. We will meet again on Monday.'],
          [
            'Otto Brandt',
            'The first lamp burnt 40 litres of oil in 1990. The next meeting of the keepers was on Monday. Shall we meet on Friday?',
          ],
        ]),
      },
    ),
  ]);
});
afterAll(() => rapporteur.close());

it.each([
  ['Who took part?', /^In Piers in Winter .*: 2 speakers:\n- Nora Bell/u],
  ['How many people spoke?', /^In Piers in Winter .*: 2 speakers:/u],
  ['Who spoke first?', /^In Piers in Winter .*: Nora Bell \[1\]/u],
  ['When is the next meeting?', /^In Piers in Winter .*: Nobody said when the next one is/u],
  ['What figures were given?', /^In Piers in Winter .*: Sentences with figures \(1\): Sam Reed/u],
  ['Make a timeline of the session', /^In Piers in Winter .*: What is dated.*\n- 2030: Sam Reed/u],
  ['Who took part in Lamps and Quays?', /^In Lamps and Quays .*: 2 speakers:\n- Lena Moro/u],
])('%s', async (text, told) => {
  expect((await rapporteur.ask({ text, history: ['What did Nora Bell say about piers?'] })).text).toMatch(told);
});

it.each([
  // Neither a meeting that is over nor a question is the next one.
  ['When is the next meeting?', /^In Lamps and Quays .*: Lena Moro \[1\] spoke of this/u],
  ['What did the President say?', /^No speaker called President is in /u],
  ['What did the President of the Lamp Society say?', /^Lena Moro /u],
])('%s asked alone', async (text, told) => {
  const answer = await rapporteur.ask({ text });
  expect(answer.text).toMatch(told);
});

it('a correction keeps to what was asked', async () => {
  const answer = await rapporteur.ask({
    text: 'No, I meant in Norway',
    history: ['What was said about piers in Denmark?'],
  });
  expect(answer.quotes[0]!.text).toContain('In Norway');
});

it('a matter that is "it" before the verb is that of the question before', async () => {
  const answer = await rapporteur.ask({ text: 'What did it cost?', history: ['What was said about ropes?'] });
  expect(answer.quotes[0]!.text).toContain('five hundred crowns');
  expect(answer.quotes.map(({ speaker }) => speaker)).toEqual(['Sam Reed']);
});

it('"which of them" is of the list before', async () => {
  const history = ['What figures were given?'];
  const answer = await rapporteur.ask({ text: 'Which of them are about oil?', history });
  expect(answer.text).toMatch(/Sentences with figures \(1\): Otto Brandt/u);
});

it('"it" is an organisation that was asked of, where it is asked what it says', async () => {
  const history = ['What did the Lamp Society say about the lamps?'];
  const answer = await rapporteur.ask({ text: 'What did it say about May?', history });
  expect(answer.text).not.toMatch(/Nora Bell/u);
});

it('what somebody named is not looked for by "named"', async () => {
  const answer = await rapporteur.ask({ text: 'List the ropes Sam Reed named' });
  expect(answer.quotes[0]?.text).toContain('The new ropes');
});

it('of several who are asked of, who has no words on it is told', async () => {
  const answer = await rapporteur.ask({ text: 'What did Nora Bell and Sam Reed say about ropes?' });
  expect(answer.text).toMatch(/^On ropes:\n- Nora Bell: nothing on it is found\.\n- Sam Reed: \[1\]/u);
});
