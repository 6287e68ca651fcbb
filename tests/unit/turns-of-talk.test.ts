/** Conversations in which little is said at a turn: "which are the new ones?", "before that?", "No, I meant in the north". All of it is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const pact = `Thank you, host. The Salt Pact now has seven countries: Peru, Chile, Norway, Ghana and the three new members, Fiji,
 Malta and Nepal. We have four aims. First, we share charts. Second, we train pilots. Third, we clear the wrecks. Fourth, we light
 the piers. The first chart took five years in 1988. The second chart took nine months in 2003, and the third chart took two days
 in 2021. Beacons can be used for good, but in
 other seasons they can be used in bad ways. The next Pier Week is in Ostra, and the Guild of
 Pilots will host it. So charts should be free. I thank you all.`;
const cases = `Good morning. The dispute is over the tolls. There are 31 lawsuits in Norway over it, and I hear of more. In Malta the
 judges sided with the pilots. We want free charts.`;
const shops = `We opened 900 pilot cases with lamps for the shops. The third shop is in Ostra. The reason is simple: people do not want to
 be at a disadvantage with their own charts. Nobody in Norden came.`;

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turns = [
    ['Olga Petrenko', 'Welcome. I am your host today.'],
    ['Ines Okafor', pact],
    ['Tomas Newman', cases],
    ['Mei Tanaka', shops],
  ].map(([speaker, text]) => ({ speaker: speaker!, text: text!.replaceAll(/\s+/gu, ' ') }));
  const speakers = [
    { name: 'Olga Petrenko', role: 'Host' },
    { name: 'Tomas Newman', role: 'Head of the New Harbour Office' },
  ];
  await rapporteur.ingest([recordOf({ id: 'pact', title: 'The Salt Pact', date: '2031-02-01', speakers, turns })]);
});
afterAll(() => rapporteur.close());

async function answered(turns: string) {
  const questions = turns.split(' / ');
  const answer = await rapporteur.ask({ text: questions.at(-1)!, history: questions.slice(0, -1) });
  return { ...answer, first: answer.quotes[0]?.text ?? '', who: answer.quotes[0]?.speaker };
}

describe('a turn that says little', () => {
  it.each([
    ['How many countries are in the Salt Pact? / Which are the new ones?', /^Fiji, Malta and Nepal,/u],
    ['Which countries are in the Salt Pact? / And the new ones?', /^Fiji, Malta and Nepal,/u],
  ])('%s', async (turns, says) => {
    expect((await answered(turns)).text).toMatch(says);
  });

  it.each([
    ['What did Okafor say of the second chart? / before that?', 'The first chart took five years in 1988.'],
    ['What did Okafor say of the second chart? / and right after?', 'Beacons can be used'],
    ['When is the next Pier Week? / Who will host it?', 'the Guild of Pilots will host it'],
    [
      'What did Okafor say of charts? / How long did the third chart take? / and the second chart? / What year was that?',
      'nine months in 2003',
    ],
    ['What did Newman say of the dispute? / How many lawsuits? / No, I meant in Malta', 'In Malta the judges'],
    ['What does Okafor say of beacons? / What conclusion does she draw?', 'So charts should be free.'],
  ])('%s', async (turns, words) => {
    const { status, first, text } = await answered(turns);
    expect(status, text).toBe('answered');
    expect(first).toContain(words);
  });

  it('takes "the new ones" for nobody called Newman', async () => {
    const { text } = await answered('What did Okafor say of beacons? / Which are the new ones?');
    expect(text).not.toContain('Newman');
  });

  it('counts no cases with lamps where court cases are asked for', async () => {
    const { first, text } = await answered('What did Newman say of the dispute? / How many court cases?');
    expect(`${text} ${first}`).not.toContain('900');
  });

  it('reads "the third" in the list that was quoted', async () => {
    const { quotes } = await answered('What are the four aims? / more on the third');
    expect(quotes.map(({ speaker }) => speaker)).not.toContain('Mei Tanaka');
    expect(quotes[0]?.text).toContain('Third, we clear the wrecks.');
  });

  it('says neither of two that one sentence has both of', async () => {
    const { text } = await answered('Are beacons good or bad according to Okafor?');
    expect(text).not.toMatch(/^(?:Good|Bad)/u);
  });

  it('takes who wants it for who is for it, and not for who has "want" in a sentence', async () => {
    const { quotes } = await answered('Who wants charts that are free?');
    expect(quotes.map(({ speaker }) => speaker)).not.toContain('Mei Tanaka');
  });

  it('has as many bullets as are asked for', async () => {
    expect((await answered('Sum up Okafor in two bullets')).quotes).toHaveLength(2);
  });
});
