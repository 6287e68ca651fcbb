/** What a person who prepares a delegation asks, one question after the other, of an invented hearing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const hearing = {
  id: 'valley-hearing',
  title: 'Hearing on the valley railway',
  date: '2027-03-02',
  speakers: [
    { name: 'Nadia Farouk', role: 'Chair of the Valley Assembly' },
    { name: 'Pieter Stam', role: 'Engineer of the Rail Board' },
    { name: 'Lucia Moreno', role: 'Director of Hill Farms, from Chile' },
  ],
  turns: [
    ['Nadia Farouk', 'Good morning, and welcome to the hearing. Mr. Stam has the floor.'],
    [
      'Pieter Stam',
      `Thank you, Chair. Last winter we trained 36 drivers at the depot in Oru. They came from bus companies and from the
      mines. The bridge repairs will close the line for eight weeks. Early this year we counted the sleepers. I recommend
      a wooden bridge and no steel bridge, since steel is dear. Steel bridges suit the coast. Wood can be had in the
      valley itself.`,
    ],
    [
      'Lucia Moreno',
      `We see three obstacles to the railway. First, there is no station for cattle. Second, the fares are high. And third,
      nobody asks the farmers. Repairs of the road are not my matter. The trains burn too much coal.`,
    ],
    ['Nadia Farouk', 'Thank you both. We shall plant trees along the line, and publish the fares in May.'],
  ].map(([speaker, text]) => ({ speaker, text: text!.replaceAll(/\s+/gu, ' ') })),
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(harbour, hearing)]);
});
afterAll(() => rapporteur.close());

/** The last of several turns, which are parted by ` / `. */
async function ask(conversation: string) {
  const turns = conversation.split(' / ');
  const answer = await rapporteur.ask({ text: turns.at(-1)!, history: turns.slice(0, -1) });
  const words = answer.quotes.map(({ text }) => text).join('\n');
  return { ...answer, words, shown: `${answer.status}: ${answer.text}\n${words}` };
}

describe('going on', () => {
  const lookedUp = 'Who said that the bridge repairs will close the line? / What did he say just before that?';
  it('from words that were looked up', async () => expect((await ask(lookedUp)).words).toContain('from the mines'));

  it('opens a passage that was only the nearest', async () => {
    const nearest = await ask('Who said that every driver is happy with the depot?');
    expect(nearest.status).toBe('nearest');
    const { words } = await ask('Who said that every driver is happy with the depot? / open 1');
    expect(words).toContain(nearest.related[0]!.text.slice(0, 30));
  });

  it('to what comes after', async () =>
    expect((await ask('How many drivers did they train? / What comes after that?')).words).toContain('eight weeks'));

  it('with a part of what was quoted: why, and where', async () => {
    expect((await ask('What did Stam recommend? / Why no steel?')).words).toContain('suit the coast');
    const { words } = await ask('How many drivers did they train? / And from the mines?');
    expect(words).toContain('from the mines');
  });

  it('asks of those who were counted, and not of who spoke', async () => {
    const { shown, words } = await ask('How many drivers were trained? / Where did they come from?');
    expect(words, shown).toContain('bus companies');
  });

  it('finds who else, and says so where there is nobody', async () => {
    const { quotes } = await ask('What did Moreno say about the fares? / Who else spoke about them?');
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Nadia Farouk']);
    const { status, text } = await ask('Who spoke about cattle? / Who else spoke about it?');
    expect([status, text]).toEqual(['not_found', 'Nobody else spoke of this in 2 sessions.']);
  });

  it('counts who spoke of something else among all, and not in what was quoted', async () => {
    const { quotes, shown } = await ask('What did Moreno say about cattle? / How many speakers mentioned the fares?');
    expect(new Set(quotes.map(({ speaker }) => speaker)), shown).toEqual(new Set(['Lucia Moreno', 'Nadia Farouk']));
  });

  it.each([
    ['Which meetings talked about seals?', 'Harbour Council hearing'],
    ['In which sessions were the seals mentioned?', 'Harbour Council hearing'],
    ['In which session did Moreno speak about cattle?', 'Hearing on the valley railway'],
  ])('lists sessions: %s', async (question, title) => {
    const { text, quotes, shown } = await ask(question);
    expect(text, shown).toMatch(new RegExp(String.raw`^Sessions that speak of it \(1\): ${title}`, 'u'));
    expect(quotes.map(({ session }) => session.title)).toEqual([title]);
  });

  it('is corrected with two words of apology', async () => {
    const { shown, quotes, language } = await ask('What did Moreno say about repairs? / no, sorry, Stam');
    expect([quotes[0]?.speaker, language], shown).toEqual(['Pieter Stam', undefined]);
  });

  it('gives somebody nobody knows no matter of before', async () => {
    const { text, related } = await ask('What was said about fares? / What did the delegate of Norway say?');
    expect(text).toBe('Nobody speaks for Norway in 2 sessions.');
    expect(related).toEqual([]);
  });

  it('of a country goes on of the speaker', async () => {
    const { text } = await ask('What did Stam say about steel? / And about Chile?');
    expect(text).toMatch(/Pieter Stam/u);
    expect(text).not.toMatch(/steel/u);
  });
});

describe('a matter of two words', () => {
  it('is nothing that somebody said who names one of them', async () => {
    const { status, text } = await ask('What did Moreno say about bridge repairs?');
    expect([status, text]).not.toContain('answered');
    expect(text).toMatch(/Lucia Moreno/u);
  });
});

describe('asked plainly', () => {
  it('how long: no day is a length', async () =>
    expect((await ask('How long will the line be closed for repairs?')).text).toMatch(/^Eight weeks/u));

  it('in the language that was asked in: nothing is to be translated', async () => {
    expect((await ask('Please, in English, what did Moreno say about the fares?')).notice).toBeUndefined();
    expect((await ask('In Spanish, what did Moreno say about the fares?')).notice).toMatch(/translate/u);
  });

  it('the concerns of somebody who calls them obstacles', async () =>
    expect((await ask('What concerns does Moreno raise?')).words).toMatch(/obstacles/u));

  it('the obstacles somebody sees', async () => {
    const { words } = await ask('What are the obstacles to the railway according to Hill Farms?');
    expect(words).toMatch(/cattle.*fares.*farmers/su);
  });

  it('what is planned', async () =>
    expect((await ask('What is planned for the line?')).words).toContain('plant trees'));

  it('whether two disagree: what each said', async () => {
    const { text } = await ask('Do Stam and Moreno disagree about repairs?');
    expect(text).toMatch(/- Pieter Stam: .*\n- Lucia Moreno: /u);
  });

  it('to be pasted', async () => {
    const { text } = await ask('Everything Moreno said about the fares, so that I can paste it into my report');
    expect(text).toBe('Passages of Lucia Moreno that speak of fares, in order (1).');
  });

  it('of all speakers, who are nobody in particular', async () => {
    const { shown } = await ask('On what did all speakers agree?');
    expect(shown).not.toMatch(/can mean/u);
  });

  it('whether something was brought up', async () =>
    expect((await ask('Did anybody bring up lighthouse taxes?')).text).toMatch(/^No: nobody names lighthouse taxes/u));
});

describe('one after the other', () => {
  it('how long it lasted is of what was spoken of, and not of the session', async () => {
    const { words } = await ask('What did Stam say about the line? / How long will it be closed?');
    expect(words).toContain('eight weeks');
  });

  it('a name alone asks the same of another: promises too', async () => {
    const { text, quotes } = await ask('What did Moreno promise? / And Farouk?');
    expect(
      quotes.map(({ speaker }) => speaker),
      text,
    ).toEqual(['Nadia Farouk']);
  });

  it('one of them is asked whether they agree, and nobody else', async () => {
    const { text } = await ask('What did Lindqvist say about seals? / Does Tanaka agree with him?');
    expect(text).not.toMatch(/Okafor/u);
  });
});

describe('words that are looked up', () => {
  it('are not those of a sentence built alike that says something else', async () => {
    const { status, quotes, text } = await ask('Who said that the trains carry too many tourists?');
    expect([status, quotes]).toEqual(['nearest', []]);
    expect(text).toMatch(/^These words were not found/u);
  });

  it('are those with a word exchanged', async () => {
    const { text } = await ask('Who said “the trains burn too much wood”?');
    expect(text).toContain('Said: “coal”. Quoted: “wood”.');
  });
});
