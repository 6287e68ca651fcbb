import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Question } from '../../src/answer.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { expectNearest } from '../fixtures/nearest.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
let rapporteur: Rapporteur;

beforeAll(async () => {
  folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder);
  await rapporteur.ingest([recordOf(harbour, orchard)]);
});

afterAll(async () => {
  await rapporteur.close();
});

async function ask(question: string | Question): Promise<Answer> {
  const answer = await rapporteur.ask(typeof question === 'string' ? { text: question } : question);
  for (const { text, session, turn, start, end, speaker } of [...answer.quotes, ...answer.related]) {
    const said = (await rapporteur.show(session.id))!.turns[turn]!;
    expect({ text, speaker }).toEqual({ text: said.text.slice(start, end), speaker: said.speaker });
  }
  return answer;
}

const quoted = ({ quotes }: Answer) => quotes.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n');

const sessionsOf = ({ related }: Answer) => [...new Set(related.map(({ session }) => session.id))];

describe('a question about a fact', () => {
  it('is answered with the sentence that has it, and the figure first', async () => {
    const answer = await ask('How many seals were counted in the bay?');
    expect(answer).toMatchObject({ status: 'answered', model: null, related: [], report: [] });
    expect(answer.text).toMatch(/^312 seals, in the words of Tomas Lindqvist \[1\]/);
    expect(answer.quotes[0]).toMatchObject({
      n: 1,
      speaker: 'Tomas Lindqvist',
      role: 'Director of the Coastal Research Bureau',
      turn: 1,
      time: 20,
      url: null,
      session: { id: 'harbour-2025', title: 'Harbour Council hearing', date: '2025-05-14' },
    });
    expect(answer.quotes[0]!.text).toContain('We counted 312 seals in the bay last autumn.');
  });
  it('finds it in the other of two sessions', async () =>
    expect(quoted(await ask('What would a frost warning cost?'))).toContain(
      'Jon Abara: A frost warning would cost 40,000 crowns a year.',
    ));
  it('finds it through a misspelling', async () =>
    expect(quoted(await ask('Who spoke about eelgras?'))).toContain('eelgrass'));
});

describe('a search in a session', () => {
  it('keeps to the one of that id, also where the titles of others have it', async () => {
    await rapporteur.ingest([
      recordOf(
        { id: 'pier', title: 'Lamps', turns: [{ speaker: 'Jon Abara', text: 'The lamps are dim.' }] },
        { id: 'other', title: 'The pier again', turns: [{ speaker: 'Jon Abara', text: 'The lamps are bright.' }] },
      ),
    ]);
    const found = async (session: string) =>
      (await rapporteur.search({ text: 'lamps', session })).map((hit) => hit.session.id);
    expect([await found('pier'), await found('The Pier')]).toEqual([['pier'], ['other']]);
    await Promise.all([rapporteur.remove('pier'), rapporteur.remove('other')]);
  });
});

describe('a speaker', () => {
  const add = (id: string, turns: { speaker: string; text: string }[]) =>
    rapporteur.ingest([recordOf({ id, title: 'Pier hearing', date: '2025-06-01', turns })]);
  const lamps = async () => [
    quoted(await ask('What did Zora Lindt say about lamps?')),
    (await rapporteur.speakers()).find(({ name }) => name === 'Zora Lindt')?.sessions.map(({ id }) => id),
  ];
  it('is known from the moment a session is in, in each version of it, until it is gone', async () => {
    expect(await lamps()).toEqual(['', undefined]);
    await add('pier', [{ speaker: 'Zora Lindt', text: 'The lamps of the pier are dim.' }]);
    expect(await lamps()).toEqual(['Zora Lindt: The lamps of the pier are dim.', ['pier']]);
    await add('pier-2', [{ speaker: 'Zora Lindt', text: 'We shall buy brighter lamps.' }]);
    expect((await lamps())[1]).toEqual(['pier', 'pier-2']);
    await add('pier', [{ speaker: 'Jon Abara', text: 'The lamps of the pier are dim.' }]);
    expect((await lamps())[1]).toEqual(['pier-2']);
    await Promise.all([rapporteur.remove('pier'), rapporteur.remove('pier-2')]);
    expect(await lamps()).toEqual(['', undefined]);
  });
});

describe('a question of one speaker', () => {
  it('quotes nobody else', async () => {
    const answer = await ask('What did Ms. Tanaka say about seals?');
    expect(quoted(answer)).toBe(
      'Mei Tanaka: We have moved the work to the winter so that the seals are not disturbed.',
    );
  });
  it('names who did speak of it when they did not', async () => {
    const answer = await ask('What did Pia Rossi say about seals?');
    expect(answer).toMatchObject({ status: 'not_found', quotes: [] });
    expect(answer.related.map(({ speaker }) => speaker)).toContain('Tomas Lindqvist');
    expect(answer.text).toMatch(/no words of Pia Rossi on this in 2 sessions.*did speak of it/);
  });
  it('gives an overview when it names no matter', async () => {
    const answer = await ask('What did Mr. Lindqvist say?');
    expect(answer).toMatchObject({
      status: 'answered',
      text: expect.stringContaining('Tomas Lindqvist spoke of several things in Harbour Council hearing'),
    });
    expect(new Set(answer.quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Tomas Lindqvist']));
  });
  it('says whom it took a misspelt name for', async () =>
    expect((await ask('What did Lindqist say about mud?')).text).toMatch(/^I took Lindqist for Tomas Lindqvist\. /u));
  it('says so when nobody is called that', async () =>
    expect((await ask('What did Olga Petrova say about seals?')).text).toContain('No speaker called Olga Petrova'));
  it('may be given apart from the question', async () =>
    expect(quoted(await ask({ text: 'What about seals?', speaker: 'the Blue Quay representative' }))).toContain(
      'Mei Tanaka',
    ));
});

describe('a question of everybody', () => {
  it('quotes each who spoke of it', async () => {
    const answer = await ask('Who spoke about dredging?');
    expect(new Set(answer.quotes.map(({ speaker }) => speaker))).toEqual(
      new Set(['Ines Okafor', 'Tomas Lindqvist', 'Mei Tanaka']),
    );
    expect(answer.text).toMatch(/^Three speakers spoke of this: /);
  });
});

describe('a question nobody answered is shown what comes nearest', () => {
  it.each([
    'What was said about nuclear power?',
    'What is the capital of Peru?',
    'Who won the World Cup?',
    'How many seals live in Norway?',
  ])('%s', async (question) => {
    expectNearest(await ask(question));
  });
});

describe('a question of one session', () => {
  it('is answered from it when it names it', async () => {
    expect(quoted(await ask('What did they say about warnings in the orchard growers meeting?'))).toContain(
      'We need a shared frost warning',
    );
    const elsewhere = await ask('What was said about frost at the harbour council hearing?');
    expectNearest(elsewhere);
    expect(elsewhere.text).toContain('in the session Harbour Council hearing');
    expect(sessionsOf(elsewhere)).toEqual(['harbour-2025']);
  });
  it('is answered from it when it names its day', async () => {
    const elsewhere = await ask('What was said about frost on 14 May 2025?');
    expectNearest(elsewhere);
    expect(sessionsOf(elsewhere)).toEqual(['harbour-2025']);
  });
});

describe('a question that follows another', () => {
  it('knows whom "she" is', async () =>
    expect(
      quoted(
        await ask({ text: 'And what did she say about ships?', history: ['What did Mei Tanaka say about seals?'] }),
      ),
    ).toMatch(/^Mei Tanaka: .*90 ships/));
  it('knows whom "he" is when only the answer named him', async () =>
    expect(
      quoted(await ask({ text: 'What did he propose?', history: ['How many seals were counted in the bay?'] })),
    ).toContain('Tomas Lindqvist: I propose a pause of two years.'));
  it('carries the matter over', async () =>
    expect(quoted(await ask({ text: 'And Ms. Tanaka?', history: ['What did Lindqvist say about seals?'] }))).toContain(
      'Mei Tanaka: We have moved',
    ));
});

describe('what a place may not see', () => {
  const scope = { events: ['Coast Week'] };
  it('is not answered from', async () => {
    const answer = await ask({ text: 'What would a frost warning cost?', scope });
    expectNearest(answer);
    expect(sessionsOf(answer)).toEqual(['harbour-2025']);
  });
  it('is not listed', async () =>
    expect((await rapporteur.sessions(scope)).map(({ id }) => id)).toEqual(['harbour-2025']));
  it('is not shown', async () => expect(await rapporteur.show('orchard-2025', scope)).toBeNull());
  it('has no context', async () =>
    expect(await rapporteur.context({ session: 'orchard-2025', turn: 0 }, 1, scope)).toEqual([]));
  it('is not searched', async () =>
    expect(
      (await rapporteur.search({ text: 'frost', scope })).every(({ session }) => session.id === 'harbour-2025'),
    ).toBe(true));
  it('bears nothing out', async () =>
    expect(await rapporteur.verify('We need a shared frost warning', scope)).toMatchObject({ verdict: 'not_found' }));
  it('names none of its speakers', async () =>
    expect((await rapporteur.speakers({ scope })).map(({ name }) => name)).toEqual([
      'Ines Okafor',
      'Mei Tanaka',
      'Tomas Lindqvist',
    ]));
  it('tells nothing of who spoke there', async () =>
    expect((await ask({ text: 'What did Pia Rossi say about frost?', scope })).text).toContain(
      'No speaker called Pia Rossi',
    ));
});

describe('search', () => {
  it('gives stretches of talk with their turns', async () => {
    const [first] = await rapporteur.search({ text: 'frost warning', limit: 1 });
    expect(first).toMatchObject({ session: { id: 'orchard-2025' }, turns: [0, 1] });
    expect(first!.text).toContain('shared frost warning');
  });
  it('keeps to one session', async () =>
    expect(
      (await rapporteur.search({ text: 'warning', session: 'harbour-2025' })).every(
        ({ session }) => session.id === 'harbour-2025',
      ),
    ).toBe(true));
});

describe('verify', () => {
  it('gives the exact words, speaker and place', async () =>
    expect(await rapporteur.verify('i propose a pause of two years')).toEqual({
      quote: 'i propose a pause of two years',
      verdict: 'verbatim',
      speaker: 'Tomas Lindqvist',
      differences: [],
      found: {
        text: 'I propose a pause of two years',
        speaker: 'Tomas Lindqvist',
        session: {
          id: 'harbour-2025',
          title: 'Harbour Council hearing',
          date: '2025-05-14',
          version: expect.stringMatching(/^[0-9a-f]{12}$/u) as string,
        },
        turn: 3,
        start: 73,
        end: 103,
        time: 90.5,
        url: null,
      },
      words: 'there',
      givenTo: null,
      ofSpeaker: null,
      ofSession: null,
      by: [expect.objectContaining({ speaker: 'Tomas Lindqvist', turn: 3, start: 73, end: 103 })],
      beside: null,
      report: [],
    }));
});
