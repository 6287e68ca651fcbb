/** What somebody thinks of a matter and is against, and what is said on it in general, over an invented forum. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { tellsView } from '../../src/answering/stances/views.ts';
import { performs } from '../../src/answering/stances/speech-acts.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const forum = {
  id: 'kelp-forum',
  title: 'Kelp harvest licences and coastal cooperation forum',
  date: '2031-03-04',
  speakers: [
    { name: 'Runa Teale', role: 'Chair of the Tide Board' },
    { name: 'Bo Harrow', role: 'Director of the Kelp Union (GP)' },
    { name: 'Ida Sorrel', role: 'Head of the Reef Office' },
    { name: 'Lim Oake', role: 'Diver' },
    { name: 'Wen Alder', role: 'Botanist' },
  ],
  turns: [
    [
      'Runa Teale',
      'Our discussions will focus on kelp harvest licences and coastal cooperation for a calm sea. We received apologies for absence from the miller.',
    ],
    [
      'Bo Harrow',
      `I will not go into licences for kelp, because there is a long debate on how far we should go with licences. My
      recommendation to the board, in the light of all that, is not to look for a binding charter, but for a simple code.
      The gap in nets is wide. Some boats lie idle in May. Nets are scarce in June. This was not so before.`,
    ],
    [
      'Ida Sorrel',
      `Thank you for having me at this forum on kelp harvest licences and coastal cooperation. Coastal cooperation must be
      paid for by the towns. Divers carry the tools they need to cut kelp.`,
    ],
    ['Lim Oake', 'Fine. Cold, though.'],
    ['Runa Teale', 'Do you ever cut kelp by hand, Ms. Alder?'],
    ['Wen Alder', 'Yes, we did that.'],
    ['Wen Alder', 'Kelp grows a foot a week, and I prefer to leave the young kelp alone.'],
  ].map(([speaker, text]) => ({ speaker, text: text!.replaceAll(/\s+/gu, ' ') })),
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(forum)]);
});
afterAll(() => rapporteur.close());

const ask = async (text: string) => {
  const answer = await rapporteur.ask({ text });
  return { ...answer, words: answer.quotes.map((quote) => quote.text).join(' / ') };
};

it.each([
  'What is Harrow against?',
  'What does Harrow oppose?',
  'What is opposed by Harrow?',
  "What were Harrow's objections to licences?",
  'What did Harrow say against licences?',
])('%s', async (question) => {
  const { text, words } = await ask(question);
  expect(text).toMatch(/^What is opposed or rejected/u);
  expect(words).toContain('not to look for a binding charter');
  expect(words).not.toContain('I will not go into');
});

it('who is against nothing is not told to be so by what they spoke of', async () => {
  const { status, quotes, related } = await ask('What is Sorrel against?');
  expect([status, quotes]).toEqual(['nearest', []]);
  expect(related.map(({ speaker }) => speaker)).toContain('Ida Sorrel');
});

it('a view is quoted with what only leads up to it', async () =>
  expect((await ask('What does Harrow think about licences?')).words).toContain('My recommendation to the board'));

it('what is proposed is not told by who only has the word', async () => {
  const { quotes } = await ask('What does Sorrel propose about nets and boats?');
  expect(quotes).toEqual([]);
});

it('in general: that is no matter', async () =>
  expect((await ask('What was said about kelp in general?')).words).toContain('Kelp grows a foot a week'));

it('everything on a matter is not called all, and goes on over a sentence between and one that refers back', async () => {
  const { text, quotes } = await ask('Everything Harrow said about nets');
  expect(text).toBe('Passages of Bo Harrow that speak of nets, in order (1).');
  expect(quotes[0]!.text).toMatch(/^The gap in nets is wide.*before\.$/u);
});

it('who names the title of the session has said nothing of it', async () => {
  const { words } = await ask('What was said about coastal cooperation?');
  expect(words).toContain('paid for by the towns');
  expect(words).not.toMatch(/focus on|having me/u);
});

it('who nods is not quoted where they say something of it', async () => {
  const { words } = await ask('What did Alder say about kelp?');
  expect(words).toContain('Kelp grows');
  expect(words).not.toContain('Yes, we did that');
});

it('somebody who speaks in few words has said something', async () => {
  const { status, words } = await ask('Summarise what Oake said');
  expect(status).toBe('answered');
  expect(words).toContain('Cold');
});

it('a decision that nobody took is not told by who speaks of one', async () =>
  expect((await ask('What was decided in the forum?')).quotes).toEqual([]));

it('whether anything was decided is of decisions', async () =>
  expect((await ask('Did the speakers decide anything on kelp?')).quotes).toEqual([]));

it.each([
  ['opposition', 'We cannot accept a toll on nets.', true],
  ['opposition', 'I am against the toll.', true],
  ['opposition', 'There is no excuse for the delay, and there is no room for it.', true],
  ['opposition', 'I am not against the toll.', false],
  ['opposition', 'I am not saying that I do not accept it.', false],
  ['opposition', 'We cannot forget the boats.', false],
  ['opposition', 'I cannot help ending with a song.', false],
  ['proposal', 'There is a debate on how far we should go.', false],
  ['proposal', 'We hand out the tools they need to cut kelp.', false],
  ['warning', 'We received apologies for absence from the miller.', false],
  ['warning', 'The public are excluded from this meeting.', false],
  ['warning', 'There is a lack of nets.', true],
] as const)('%s: %s', (act, sentence, does) => expect(performs(act, sentence)).toBe(does));

it.each([
  ['In our view the code is enough.', true],
  ['I prefer to wait.', true],
  ['The code has nine pages.', false],
])('a view: %s', (sentence, does) => expect(tellsView(sentence)).toBe(does));
