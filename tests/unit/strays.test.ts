/** What does not belong into an answer: a second name, a second quote, another session. All of it is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import { onlyInOtherPlace } from '../../src/people/places-named.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const speakers = [
  { name: 'Ida Brandt', role: 'Moderator' },
  { name: 'Teo Marsh', role: 'Director of Quay Works' },
  { name: 'Lena Voss', role: 'Professor at the University of Bergen, Norway' },
  { name: 'Omar Said', role: 'Tide Institute' },
  { name: 'Pia Holm', role: 'Harbour Union' },
];
const said: [string, string][] = [
  ['Ida Brandt', 'Welcome to the Beacon Forum. We will hear about tide mills and about the ferry pact.'],
  [
    'Teo Marsh',
    'The noise of tide mills drives the seals away. That is a serious problem for the bay. The ferry pact has Norway, Denmark and Iceland, and then the three new ports, Peru, Chile and Ghana, and it works. ' +
      'We met obstacles. First, the quays are too short. Second, the cranes are old. Third, nobody will pay for them.',
  ],
  [
    'Lena Voss',
    'You spoke of noise. I think tide mills can also make less noise than ships do. We ship lamps to South Africa and to Sweden. ' +
      'The lamp tariff divides the crews. I agree that lighthouses need keepers.',
  ],
  [
    'Omar Said',
    'Our crews trained keepers in Africa for one winter. The coastal academy certificates the keepers there. Tide mills earn more than lamps. ' +
      'A lamp tariff was proposed in spring.',
  ],
  [
    'Pia Holm',
    'I agree, lighthouses need keepers at night. The keepers of Africa came by ship. Goodbye to all of you.',
  ],
];
const old: [string, string][] = [
  ['Gus Orr', 'I keep a tide mill at home. It is a toy. My neighbour Ann Tide has a mill, too.'],
  ['Una Pell', 'Yes. Anyway, let us look at the budget of the bank in town, and at what the world does.'],
  ['Gus Orr', 'The lamp in the hall is broken, and so is the lamp of the stairs.'],
];

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turns = said.map(([speaker, text]) => ({ speaker, text }));
  const others = Array.from({ length: 9 }, (_, at) =>
    recordOf({
      id: `evening-${at}`,
      title: `Evening ${at}`,
      turns: old.map(([speaker, text]) => ({ speaker, text: `${text} This was evening number ${at}.` })),
    }),
  );
  await rapporteur.ingest([
    ...others,
    recordOf({ id: 'beacons', title: 'Beacons of the coast', date: '2031-05-02', speakers, turns }),
  ]);
});
afterAll(() => rapporteur.close());

const asked = (text: string): Promise<Answer> => rapporteur.ask({ text });
const ofForum = async (text: string) => {
  const answer = await rapporteur.ask({ text, session: 'beacons' });
  return { ...answer, by: [...new Set(answer.quotes.map(({ speaker }) => speaker))] };
};

describe('who is named', () => {
  it.each<[string, string[]]>([
    // South Africa is not Africa.
    ['Who spoke about Africa?', ['Omar Said', 'Pia Holm']],
    ['Who spoke about South Africa?', ['Lena Voss']],
    // Two words that belong together are said together: "the lamp tariff", not lamps.
    ['Which speakers raised the lamp tariff?', ['Lena Voss', 'Omar Said']],
    // Who says the contrary does not warn.
    ['Who warned about the noise of tide mills?', ['Teo Marsh']],
    // What has the verb stands alone.
    ['Who certifies the keepers in Africa?', ['Omar Said']],
    ['Who agrees that lighthouses need keepers?', ['Lena Voss', 'Pia Holm']],
    ['Who first mentioned tide mills?', ['Ida Brandt']],
    ['Who was the last to mention lighthouses?', ['Pia Holm']],
  ])('%s', async (text, names) => expect(new Set((await ofForum(text)).by)).toEqual(new Set(names)));

  it.each([
    'Who warned about lighthouses?',
    'Who agrees that lamps should be banned?',
    'Do the speakers agree on noise?',
  ])('is nobody who only speaks of it: %s', async (text) => {
    const { status, quotes, related } = await ofForum(text);
    expect(status).toBe('nearest');
    expect(quotes).toEqual([]);
    expect(related.length).toBeGreaterThan(0);
  });

  it.each<[string, RegExp, Answer['status']]>([
    ['Who comes from Norway?', /^Lena Voss, Professor at the University of Bergen, Norway\.$/u, 'answered'],
    ['Which speakers are from Africa?', /^Nobody speaks for Africa in /u, 'not_found'],
    ['Who represents Peru?', /^Nobody speaks for Peru in /u, 'not_found'],
  ])('by where they are from: %s', async (text, told, status) =>
    expect(await ofForum(text)).toMatchObject({ text: expect.stringMatching(told), status }),
  );
});

describe('countries of a group', () => {
  it.each([
    ['Which countries are in the ferry pact?', 'Norway, Denmark, Iceland, Peru, Chile and Ghana'],
    ['Which countries joined the ferry pact lately?', 'Peru, Chile and Ghana'],
    ['Which three countries are new in the ferry pact?', 'Peru, Chile and Ghana'],
    ['Which countries were the first members of the ferry pact?', 'Norway, Denmark and Iceland'],
  ])('%s', async (text, names) => expect((await ofForum(text)).text).toBe(`${names}, in the words of Teo Marsh [1].`));
});

describe('a list that somebody gives', () => {
  it('is of those they speak for', async () => {
    const { text, quotes } = await ofForum('What obstacles did Quay Works run into?');
    expect(text).toBe('Teo Marsh [1] lists them.');
    expect(quotes[0]!.text).toMatch(/quays are too short.*cranes are old.*pay for them/u);
  });
});

describe('among sessions', () => {
  it('the newest comes first of those that speak of a matter', async () => {
    const { text, quotes } = await asked('What was said about tide mills?');
    expect(text).toContain('sessions speak of it');
    expect(quotes[0]!.session.id).toBe('beacons');
  });

  it('order is told of the newest', async () => {
    const { text, quotes } = await asked('Who was the last to mention tide mills?');
    expect(text).toMatch(/^In Beacons of the coast .*: Omar Said \[1\] spoke of this\.$/u);
    expect(quotes).toHaveLength(1);
  });

  it('one is meant that calls itself so', async () => {
    const { quotes } = await asked('What was said about tide mills at the forum?');
    expect(new Set(quotes.map(({ session }) => session.id))).toEqual(new Set(['beacons']));
  });

  it('counts and quotes everybody who says it where all was heard', async () => {
    const { text, by } = await ofForum('What was said about tide mills?');
    expect(text).toMatch(/^(?:Three|Four) speakers spoke of this: /u);
    expect(by).toEqual(expect.arrayContaining(['Teo Marsh', 'Lena Voss', 'Omar Said']));
  });

  it('an organisation that nobody is of said nothing', async () => {
    const { text, quotes } = await asked('What did the World Bank say about the budget?');
    expect(text).toMatch(/^Nobody speaks for the World Bank in 10 sessions\./u);
    expect(quotes).toEqual([]);
  });
});

describe('a place within the name of another', () => {
  it.each<[string, string, boolean]>([
    ['Africa', 'lamps for South Africa', true],
    ['Africa', 'South Africa and all of Africa', false],
    ['South Africa', 'lamps for South Africa', false],
    ['Sudan', 'a mill in South Sudan', true],
    ['lamps', 'lamps for South Africa', false],
  ])('%s in %s', (asks, text, isOther) =>
    expect(onlyInOtherPlace(asks.split(' ').at(-1)!.toLowerCase(), asks, text)).toBe(isOther),
  );
});
