/** What is announced, paid or listed, and whether a sentence tells it. All of it is invented. */
import { describe, expect, it } from 'vitest';
import { askedThing } from '../../src/answering/telling/asked-thing.ts';
import { announces } from '../../src/answering/talk/introducing.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const isTold = (question: string, said: string) => askedThing({ question, wants: null })?.isToldBy(said);

it.each<[string, string, boolean]>([
  ['What hourly rate did the port set for pilots?', 'The port pays the pilots even if no boat comes.', false],
  ['What hourly rate did the port set for pilots?', 'Of the pilots 29 per cent are from here.', false],
  ['What hourly rate did the port set for pilots?', 'It is £12.50 for the pilots.', true],
  ['Which mooring fee did they set?', 'The mooring fee was set by the council.', false],
  ['Which mooring fee did they set?', 'It is 30 crowns a night.', true],
  ['At what rate is the quay sinking?', 'The quay is sinking.', false],
  ['At what rate is the quay sinking?', 'It sinks by 3 millimetres a year.', true],
  ['List the towns that have a lock.', 'So, those eight towns began in February.', false],
  ['List the towns that have a lock.', 'There is one in Varn and another in Oster.', true],
  ['List the towns in Norland that have a lock.', 'The towns in Norland have it from Varn.', false],
  ['Name all countries with a pilot.', 'Peru, Chile and Norway have one.', true],
])('%s %s: %s', (question, said, expected) => expect(isTold(question, said)).toBe(expected));

it.each<[string, boolean]>([
  ['I want to tell you about what sailors like and dislike in lamps.', true],
  ['Now let me quickly show you how the lamps are lit.', true],
  ['We are going to go through the lamps of the coast.', true],
  ['I will tell you what went wrong: the sluice stuck.', false],
  ['I want the lamps to be brighter.', false],
  ['Let me tell you, the lamps are dim.', false],
])('%s announces: %s', (sentence, expected) => expect(announces(sentence)).toBe(expected));

describe('what is only announced', () => {
  it('is no answer', async () => {
    const rapporteur = await rapporteurIn(temporaryFolder());
    const text = 'I want to tell you about what sailors like and dislike in signal lamps. Next page, please.';
    await rapporteur.ingest([
      recordOf({
        id: 'lamps',
        title: 'Coast meeting',
        date: '2031-01-01',
        speakers: [{ name: 'Ana Ruiz', role: 'Engineer' }],
        turns: [{ speaker: 'Ana Ruiz', text }],
      }),
    ]);
    const { status } = await rapporteur.ask({ text: 'What did sailors dislike in signal lamps?' });
    await rapporteur.close();
    expect(status).not.toBe('answered');
  });
});
