/** Who replied to whom, and in which order they spoke. All of it is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const turnsOf = (said: [string, string][]) => said.map(([speaker, text]) => ({ speaker, text }));
/** Long enough that nobody takes it for the matter. */
const aside = 'The gulls were loud all morning. Our clerk has a new bicycle. The soup in the canteen is green again.';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([
    recordOf(
      {
        id: 'lamps',
        title: 'Hearing on Lamps',
        date: '2031-04-01',
        speakers: [{ name: 'Petra Holm', role: 'Moderator' }],
        turns: turnsOf([
          ['Petra Holm', 'Good morning and welcome. I open the hearing on lamps.'],
          ['Ivo Marsh', 'Owners of joined kiosks lose the lamp grant, because both kiosks are counted as one kiosk.'],
          ['Dora Quist', 'I thank him. Our clerks are in touch with the owners, and the form will be mended in May.'],
          ['Petra Holm', 'Thank you. Ms. Adler on the lanterns.'],
          [
            'Nora Adler',
            'The wardens came to us about the oil stores for lanterns. It varies from village to village. ' +
              'Do you expect the lantern rule to hang on us having well stocked oil stores for lanterns in all villages?',
          ],
          ['Dora Quist', 'No. It does not hang on the stores. The wardens work with the bakers as it is.'],
          ['Petra Holm', 'Thank you all. We are late. The hearing is closed.'],
        ]),
      },
      {
        id: 'kiosks',
        title: 'Kiosks of the Promenade',
        date: '2031-03-01',
        turns: turnsOf([
          [
            'Ivo Marsh',
            'Owners who joined two kiosks lose the lamp grant, because the kiosks are counted as one joined kiosk.',
          ],
          ['Sam Reed', 'We have read the letter, and shall reply to it in writing by the summer.'],
        ]),
      },
      {
        id: 'otters',
        title: 'Committee on Otters',
        date: '2031-05-01',
        turns: turnsOf([
          ['Lena Frost', 'What do you know of the drought and the health of the young otters?'],
          [
            'Aron Vale',
            `The drought weighs on the health of the young otters in every brook. We are counting, we are having a—. ${aside}`,
          ],
          ['Lena Frost', 'So in truth the ministry has made no survey of the brooks.'],
          ['Aron Vale', 'We cannot know yet. I would not say that nothing is done, but it is not finished.'],
          ['Lena Frost', 'Let me come to the ferries. What survey has the ministry made of the ferries in the winter?'],
          ['Aron Vale', 'On ferries in general, the ministry is making a survey, it is having a—. The tide was high.'],
        ]),
      },
      {
        id: 'kites',
        title: 'Kites over the Dunes',
        date: '2031-06-01',
        turns: turnsOf([
          [
            'Mina Okoro',
            'Kites bring people to the dunes. We fly kites in the spring, and kites are sold at each stall. ' +
              'Kites can be used for good, but they can be misused too. The stalls were plentiful. some of us ' +
              'stayed away from it. So as I see it, the north has looked to the rules for kites, and hardly to the ' +
              'teaching of children who fly them. But the south shows the contrary. It is teaching there that comes ' +
              'first, and the rules are left for later.',
          ],
          ['Tom Birk', 'Kites are sold at each stall. Our kites are red, and the kites of the north are blue.'],
        ]),
      },
    ),
  ]);
});
afterAll(() => rapporteur.close());

const ask = (text: string, ...history: string[]) => rapporteur.ask({ text, history });

describe('what somebody replied, as the second of two questions', () => {
  it.each([
    ['Why does Marsh say that owners of joined kiosks lose the lamp grant, and what did Quist answer?', /in touch/u],
    ['Why does Marsh say that owners of joined kiosks lose the lamp grant, and how did Reed respond?', /in writing/u],
  ])('is looked for after each quote: %s', async (question, reply) => {
    const { text, quotes } = await ask(question);
    expect(text).not.toMatch(/Nothing stands after/u);
    expect(quotes.at(-1)?.text).toMatch(reply);
  });

  it('is not told to be nothing where others spoke', async () => {
    const { text, quotes } = await ask('What did Marsh say of the lamp grant, and what did Vale answer?');
    expect(text).not.toMatch(/Nothing stands after|After that spoke Aron Vale/u);
    expect(text).toMatch(/nothing for certain|nothing certain/u);
    expect(quotes.some(({ speaker }) => speaker === 'Aron Vale')).toBe(false);
  });
});

describe('what is asked of a matter that somebody asked about', () => {
  it('comes nearest in what was replied, and not in what led up to their question', async () => {
    const { quotes, related } = await ask('Will lanterns only shine where oil stores for lanterns are in each hamlet?');
    const [first] = [...quotes, ...related];
    expect(first).toMatchObject({ speaker: 'Dora Quist', repliesTo: { speaker: 'Nora Adler' } });
    expect(first?.text).toMatch(/^No\. It does not hang/u);
  });

  it('after an answer it is looked for in the exchange that followed', async () => {
    const before = 'What did Vale say about the drought and the health of young otters?';
    const { quotes, related } = await ask('So had the ministry made a survey of it?', before);
    const [first] = [...quotes, ...related];
    expect(first?.text).toMatch(/^We cannot know yet/u);
    expect(first?.repliesTo?.text).toMatch(/no survey of the brooks/u);
  });

  it('whoever breaks off has not told whether it is so', async () => {
    const { quotes } = await ask('Has the ministry made a survey of the ferries?');
    for (const { text } of quotes) expect(text).not.toMatch(/having a—\.$/u);
  });
});

describe('who spoke when', () => {
  it.each([
    ['Who was the last to speak at the hearing on lamps before the moderator closed it?', 'Dora Quist'],
    ['At the hearing on lamps, who spoke last before the chair closed the hearing?', 'Dora Quist'],
    ['Who was the last speaker in the lamps hearing apart from the moderator?', 'Dora Quist'],
    ['Who was the first to speak at the hearing on lamps after the opening?', 'Ivo Marsh'],
    ['Who was the last to speak at the hearing on lamps?', 'Petra Holm'],
  ])('%s', async (question, name) => {
    const { quotes, text } = await ask(question);
    expect(text).toMatch(new RegExp(`${name} \\[1\\]`, 'u'));
    expect(quotes).toHaveLength(1);
  });
});

describe('two sides', () => {
  it.each(['Does Okoro see kites only as something good?', 'Does Okoro think kites are purely harmful?'])(
    'who names both is quoted with both: %s',
    async (question) => {
      const { quotes } = await ask(question);
      expect(quotes.map(({ text }) => text)).toEqual(['Kites can be used for good, but they can be misused too.']);
    },
  );

  it('of who names none nothing is certain', async () =>
    expect(
      (await ask('Does Birk see kites only as something good?')).quotes.map(({ speaker }) => speaker),
    ).not.toContain('Mina Okoro'));

  it('the second side is quoted with the first, and what was broken off before them is not', async () => {
    const { quotes } = await ask("How do Okoro's examples of rules in the north and the south differ?");
    const said = quotes.map(({ text }) => text).join(' ');
    expect(said).toMatch(/the north has looked to the rules.*the south shows the contrary\. It is teaching/u);
    expect(said).not.toMatch(/plentiful\. some/u);
  });
});
