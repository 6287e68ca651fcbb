/** Who holds an office, who is from a country and who gave somebody the floor, of an invented session. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const panel = {
  id: 'invented-panel',
  title: 'Invented panel on reefs',
  speakers: [
    { name: 'Mara Ellison', role: 'Moderator' },
    { name: 'Rosa Varga', role: 'Professor of Biology, University of Sel' },
    { name: 'Otto Brandt', role: 'Head of the Chilean Reef Office, former Professor of Law' },
    { name: 'Lin Okafor', role: 'Diver of the Blue Bay Guild, Chile' },
  ],
  turns: [
    { speaker: 'Mara Ellison', text: 'Welcome to the panel. Now let us invite Prof. Lin Okafor to speak.' },
    { speaker: 'Lin Okafor', text: 'Thank you. Our profession is diving, and the reefs are pale.' },
    { speaker: 'Mara Ellison', text: 'Thank you. I give the floor to Ms. Varga.' },
    {
      speaker: 'Rosa Varga',
      text: 'I was introduced to reefs by Lin Okafor, whom I thank. They need cool water, and that holds promise.',
    },
    { speaker: 'Otto Brandt', text: 'Divers clean the nets. Who pays the divers for the nets?' },
    { speaker: 'Rosa Varga', text: 'The nets are paid by the guild.' },
    { speaker: 'Otto Brandt', text: 'We will close two reefs in May.' },
  ],
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(panel)]);
});
afterAll(() => rapporteur.close());

const ask = (text: string) => rapporteur.ask({ text });

describe('an office', () => {
  it.each(['Which speakers are professors?', 'Who are the professors?', 'Which of the speakers is a professor?'])(
    '%s: those who hold it, and nobody who held it once or speaks of a profession',
    async (question) => {
      const { text, status } = await ask(question);
      expect(status).toBe('answered');
      expect(text).toContain('Rosa Varga');
      expect(text).toContain('Lin Okafor');
      expect(text).not.toContain('Otto Brandt');
    },
  );
  it('that nobody holds is told so', async () =>
    expect((await ask('Which of the participants were ministers?')).text).toMatch(/^Nobody speaks as minister in/u));
});

it('from a country are those too whose office is called after it', async () => {
  const { text } = await ask('Which of the speakers are from Chile?');
  expect(text).toContain('Otto Brandt');
  expect(text).toContain('Lin Okafor');
  expect(text).not.toContain('Varga');
});

it.each([
  ['Was there a speaker from Peru?', /^Nobody speaks for Peru in/u],
  ['Were there any speakers from Chile?', /^Yes: .*Otto Brandt.*Lin Okafor/u],
  ['Did anyone from Chile speak?', /^Yes: /u],
  ['Who represents Chile?', /^Nobody speaks for Chile in/u],
  ['Name the speakers from Chile', /^Otto Brandt/u],
])('%s', async (question, told) => expect((await ask(question)).text).toMatch(told));

it('whoever says that a thing holds promise has promised nothing', async () =>
  expect((await ask('Who promised cool water?')).status).not.toBe('answered'));

it('who asked is whoever put a question, and not who answered it', async () => {
  const { quotes } = await ask('Who asked about the nets?');
  expect(quotes.map(({ speaker }) => speaker)).toEqual(['Otto Brandt']);
  expect(quotes[0]!.text).toContain('Who pays the divers');
  expect((await ask('Who asked about reefs?')).status).not.toBe('answered');
});

it('by name only is how it is told, and no matter', async () =>
  expect((await ask('Who mentioned reefs, by name only?')).text).toContain('Otto Brandt'));

it.each([
  ['Who introduced Lin Okafor?', 'Prof. Lin Okafor to speak'],
  ['Who gave the floor to Varga?', 'I give the floor to Ms. Varga'],
])('%s', async (question, words) => {
  const { quotes } = await ask(question);
  expect(quotes.map(({ speaker }) => speaker)).toEqual(['Mara Ellison']);
  expect(quotes[0]!.text).toContain(words);
});
