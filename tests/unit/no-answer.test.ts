import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { expectNearest } from '../fixtures/nearest.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

/** Talk in short turns, in which no sentence has the whole of a question. */
const kiosk = {
  id: 'kiosk-2025',
  title: 'Kiosk design meeting',
  turns: [
    { speaker: 'Project Lead', text: 'Right, shall we start with the touch screen.' },
    { speaker: 'Designer', text: 'Yeah. I would make it big.' },
    { speaker: 'Engineer', text: 'Big ones break when it freezes, though.' },
    { speaker: 'Designer', text: 'Then we put it under a roof.' },
    { speaker: 'Project Lead', text: 'Okay, a roof. What would that cost?' },
    { speaker: 'Engineer', text: 'Not much, the timber is cheap.' },
    {
      speaker: 'Project Lead',
      text: 'Good. Next is the ticket printer. It jams on wet days, and the spare parts come from Norway.',
    },
    { speaker: 'Engineer', text: 'I like the old paper better, honestly.' },
  ],
};

let folder: string;
let rapporteur: Rapporteur;

beforeAll(async () => {
  folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder);
  await rapporteur.ingest([recordOf(harbour, orchard, kiosk)]);
});

afterAll(async () => {
  await rapporteur.close();
});

const ask = (text: string, sessions?: string[]): Promise<Answer> =>
  rapporteur.ask({ text, ...(sessions && { scope: { sessions } }) });

describe('a speaker who did not speak of the matter', () => {
  it.each([
    'What did Pia Rossi say about seals?',
    'What is Pia Rossi’s view on the seals?',
    'How did Pia Rossi respond to the seals?',
    'Did Pia Rossi mention the seals?',
    'Summarize Pia Rossi’s opinion on the seals.',
    'What did Ms. Rossi think about the seals in the bay?',
    'According to Pia Rossi, how many seals were counted in the bay?',
    'Why did Pia Rossi propose to count the seals?',
    'What was the position of Rossi on seals?',
    'What did Pia Rossi recommend about the seals?',
  ])('is not answered with their other words: %s', async (question) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ status: 'not_found', quotes: [] });
    expect(answer.text).toContain('I found no words of Pia Rossi on this');
    expect(answer.text).toMatch(/Tomas Lindqvist.* did speak of it\./u);
    expect(answer.related.map(({ speaker }) => speaker)).not.toContain('Pia Rossi');
  });
  it.each([
    'What did the Engineer say about the ticket printer?',
    'What did the Engineer think of the spare parts from Norway?',
    'How did the Engineer respond to the touch screen?',
  ])('is not answered with what others said beside their words: %s', async (question) => {
    const answer = await ask(question, ['kiosk-2025']);
    expect(answer).toMatchObject({ status: 'not_found', quotes: [] });
    expect(answer.text).toMatch(/Project Lead did speak of it\./u);
  });
  it.each([
    'What did Ms. Tanaka say about eelgrass in the bay?',
    'What is Mei Tanaka’s opinion on the eelgrass?',
    'Why did Tanaka think that the eelgrass suffers in winter?',
  ])('is not answered with the lesser part of the matter: %s', async (question) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ status: 'not_found', quotes: [] });
    expect(answer.text).toMatch(/no words of Mei Tanaka on this.* Tomas Lindqvist did speak of it\./u);
  });
  it('has no words about a proposal where they only proposed something', async () =>
    expect(await ask('What did Jon Abara say about his proposal?')).toMatchObject({ status: 'not_found', quotes: [] }));
});

describe('a question about a discussion', () => {
  it.each([
    'Summarize the discussion about the touch screen under a roof.',
    'What did the group discuss about a roof for the touch screen?',
    'What was concluded about the big touch screen and the roof?',
  ])('is answered with sentences of it, though none has all of it: %s', async (question) => {
    const answer = await ask(question, ['kiosk-2025']);
    expect(answer.status).toBe('answered');
    expect(answer.quotes.every(({ session, turn }) => session.id === 'kiosk-2025' && turn < 6)).toBe(true);
  });
  it.each([
    'Summarize the discussion about the touch screen under a roof.',
    'What did the group discuss about a roof for the touch screen?',
    'What was the debate about ticket printers and spare parts?',
  ])('says that nothing is certain where it is out of sight, and what was searched: %s', async (question) => {
    const answer = await ask(question, ['harbour-2025', 'orchard-2025']);
    expectNearest(answer);
    expect(answer.text).toBe('I found nothing said that answers this for certain, in 2 sessions. What comes nearest:');
    for (const { session, by } of answer.related)
      expect([session.id, by]).toEqual([expect.not.stringMatching('kiosk'), 'meaning']);
  });
  it('is shown what has a part of it', async () => {
    const answer = await ask('Summarize the discussion about seals, cherries and submarine cables in the bay.');
    expectNearest(answer);
    expect(answer.related[0]!.text).toContain('We counted 312 seals in the bay');
  });
  it('is not answered where a figure or a person is asked for that no sentence gives', async () => {
    for (const question of [
      'How many touch screens with a roof are there in Norway?',
      'Who bought a touch screen with a roof in Norway?',
    ])
      expectNearest(await ask(question));
  });
});

describe('the confidence of an answer', () => {
  it('is higher with the session there than with it out of sight', async () => {
    for (const question of [
      'What did the group discuss about a roof for the touch screen?',
      'What was said about the ticket printer?',
    ]) {
      const [there, apart] = await Promise.all([ask(question), ask(question, ['harbour-2025', 'orchard-2025'])]);
      expect(there.confidence!).toBeGreaterThan(apart.confidence ?? 0);
    }
  });
  it('is absent where no words were looked for', async () =>
    expect((await ask('Which sessions are there?')).confidence).toBeUndefined());
});

describe('speakers of one name', () => {
  it('are counted, not listed', async () => {
    const others = ['North', 'South', 'East'].map((place) => ({
      ...kiosk,
      id: `kiosk-${place}`,
      title: `Kiosk ${place}`,
      turns: [...kiosk.turns, { speaker: 'Engineer', text: `The pump of the ${place} stand is new.` }],
    }));
    await rapporteur.ingest([recordOf(...others)]);
    const answer = await ask('What did the Engineer say about volcanoes?');
    expectNearest(answer);
    expect(answer.text).toMatch(
      /^The Engineer can mean four speakers called Engineer\. I found nothing in the words of Engineer that/u,
    );
    expect(new Set(answer.related.map(({ speaker }) => speaker))).toEqual(new Set(['Engineer']));
    for (const { id } of others) await rapporteur.remove(id);
  });
});
