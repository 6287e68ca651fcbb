/** What is only named is not spoken of: organisations that are asked about, figures and countries that nobody gives. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const congress = {
  id: 'ferry-congress',
  title: 'Congress of the ferries',
  date: '2027-05-04',
  speakers: [
    { name: 'Salka Brandt', role: 'Director of Fjord Lines' },
    { name: 'Perrine Aubaret', role: 'Engineer of the Sea Board' },
    { name: 'Tomas Quill', role: 'Clerk of the Harbour Union' },
  ],
  turns: [
    [
      'Salka Brandt',
      `Good morning. I am delighted to invite Mr. Quill to speak of tunnels. I speak for Fjord Lines. Fjord Lines has built the longest pier of the coast. We have forty ferries
      on nine routes. For our guests, Fjord Lines also works with the hotels. Let me show what Fjord Lines does for music
      on board. The cooks of Fjord Lines bake bread every night.`,
    ],
    [
      'Perrine Aubaret',
      `I thank Fjord Lines for the invitation. It is early. The sun is out. My train was late. I have slept little. Tea would be fine. Now to work. The soot
      of old engines is our worry. Filters take the soot out of the smoke. The kelp farms are a matter that I care for.
      Kelp is good food, and kelp farms keep the water clean. In Norway and in Iceland they build lighthouses of glass.`,
    ],
    [
      'Tomas Quill',
      `My union has 300 members. Wages went up by four percent. The weather is fair. As of 2021 the kelp farms belong to the
      villages. The rain is soft. The wind is kind. It is warm. We warmly welcome the kelp farms. Pupils of year 7 draw kelp farms. Tunnels flood, and I have never liked tunnels. Someone should build floating schools, and schools that float need teachers.`,
    ],
  ].map(([speaker, text]) => ({ speaker, text: text!.replaceAll(/\s+/gu, ' ') })),
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(congress)]);
});
afterAll(() => rapporteur.close());

async function ask(text: string) {
  const { status, text: told, quotes, related } = await rapporteur.ask({ text });
  return {
    status,
    told,
    quotes,
    related,
    shown: `${status}: ${told}\n${[...quotes, ...related].map((each) => each.text).join('\n')}`,
  };
}

describe('an organisation that is asked about', () => {
  it.each([
    'How does Fjord Lines plan to reduce soot?',
    'What does Fjord Lines intend to do about soot?',
    'How will Fjord Lines filter the soot?',
    'Why did Fjord Lines ban glass bottles?',
  ])('is not the matter: %s', async (question) => {
    const { status, shown } = await ask(question);
    expect(status, shown).not.toBe('answered');
  });
  it('is asked what it means to do, and who else spoke of it is named', async () => {
    const { told, related } = await ask('What does Fjord Lines plan for kelp farms?');
    expect(told).toMatch(/^I found no words of Fjord Lines \(Salka Brandt\) on this in .* Perrine Aubaret/u);
    expect(related[0]?.speaker).toBe('Perrine Aubaret');
  });
  it('still has what is said of it', async () => {
    const { status, quotes } = await ask('What has Fjord Lines built?');
    expect([status, quotes[0]?.text]).toEqual(['answered', expect.stringContaining('the longest pier of the coast.')]);
  });
});

describe('figures on a matter', () => {
  it.each(['What figures were given on kelp farms?', 'What numbers did Aubaret give about kelp farms?'])(
    'are not made of what has none: %s',
    async (question) => {
      const { status, told, related, shown } = await ask(question);
      expect(told, shown).toMatch(/^I found no figure on kelp farms in /u);
      expect([status, related[0]?.speaker]).toEqual(['nearest', 'Perrine Aubaret']);
    },
  );
  it('are given where there are some', async () => {
    const { status, quotes } = await ask('What figures were given on wages?');
    expect([status, quotes.map(({ text }) => text)]).toEqual([
      'answered',
      expect.arrayContaining(['Wages went up by four percent.']),
    ]);
  });
  it('of somebody who gave none are not those of others', async () => {
    const { status, told } = await ask('What figures did Perrine Aubaret give?');
    expect([status, told]).toEqual([
      'not_found',
      expect.stringMatching(/^I found no figure in the words of Perrine Aubaret/u),
    ]);
  });
});

describe('countries that are asked for', () => {
  it('are named where somebody names them', async () => {
    const { status, told } = await ask('Which countries build lighthouses of glass?');
    expect([status, told]).toEqual(['answered', expect.stringMatching(/Norway and Iceland/u)]);
  });
  it.each(['Which countries build floating schools?', 'Which countries were named as having floating schools?'])(
    'are not told by who names none: %s',
    async (question) => {
      const { status, shown } = await ask(question);
      expect(status, shown).not.toBe('answered');
    },
  );
});

it('quotes no figure of what was quoted before where the question is of something else', async () => {
  const history = ['What did Salka Brandt say about ferries?'];
  const asked = async (text: string) => (await rapporteur.ask({ text, history })).status;
  expect(await asked('How many teapots were sold?')).not.toBe('answered');
  expect(await asked('Combien de théières ont été vendues ?')).not.toBe('answered');
});

it('quotes who speaks of the matter, and not who gives the floor', async () => {
  const { quotes } = await ask('What was said about tunnels?');
  expect(quotes.map(({ speaker }) => speaker)).toEqual(['Tomas Quill']);
});

it('gives the view of somebody who is asked for it before what else they said of the matter', async () => {
  const { quotes } = await ask('What is the position of Tomas Quill on the kelp farms?');
  expect(quotes[0]!.text).toContain('We warmly welcome the kelp farms');
});

describe('a name that nobody has', () => {
  it.each([
    'Give me everything Musgrave said about kelp farms',
    'What did Musgrave promise?',
    'What figures did Musgrave give on wages?',
    'Did Musgrave mention kelp farms?',
    'Give me the whole remarks of Musgrave',
  ])('is given the words of no other: %s', async (question) => {
    const { status, shown } = await ask(question);
    expect(status, shown).not.toBe('answered');
  });
  it('is not said to be silent in a comparison', async () => {
    const { told } = await ask('Compare what Musgrave and Perrine Aubaret said about kelp farms');
    expect(told).toMatch(/^On kelp farms:\n- No speaker called Musgrave is in .*\n- Perrine Aubaret: \[1\]/u);
  });
});

it('finds no AI in how a sentence begins', async () => {
  await rapporteur.ingest([
    recordOf({
      id: 'choir',
      title: 'The choir',
      turns: [
        { speaker: 'Vito Anders', text: 'And I’m late for the choir. And I will sing of the sea.' },
        { speaker: 'Mona Keel', text: 'AI writes poor songs.' },
      ],
    }),
  ]);
  const { quotes } = await ask('What was said about AI?');
  expect(quotes.map(({ text }) => text)).toEqual(['AI writes poor songs.']);
});
