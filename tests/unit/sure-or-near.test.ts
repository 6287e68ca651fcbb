/** What shares words with a question and does not tell what it asks for is no answer to it. All of it is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallTalkOf } from '../../src/asking/parts/small-talk.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turns = [
    [
      'Ilse Marn',
      'The Kelp School of Varn welcomes you. I have four remarks. First, we should plant kelp in every bay. ' +
        'Second, we should stay open to new ideas. Third, we should trust each other. Fourth, we should invite the fishers.',
    ],
    [
      'Odo Pell',
      'Kelp is a guest with two faces, which can be good for the bay, and in other places bad for it. ' +
        'Our course on kelp in Port Sel took place last spring, with 30 divers, and the Guild of Lamps lent us the boats. ' +
        'The Reef Treaty was brokered by the towns of the coast, and all ports have adopted it.',
    ],
    [
      'Runa Fisk',
      'The Salt Company has studied the bays. We still see some challenges. The nets are too old. ' +
        'The young divers are too few. And the third one is the price of salt. So we must work together. ' +
        'The KTX is a club of towns. The Salt Company founded the KTX ten years ago.',
    ],
    [
      'Jorge Prado',
      'We have Boats for Bread, which feeds the crews of the north. Boats for Bread has 12 cooks. ' +
        'We have Lamp Watch, which lights the piers. Lamp Watch is run by the widows of the coast. We eat bread on boats. ' +
        'The Salt Alliance plays an important role for small ports. The Salt Alliance was founded in a barn.',
    ],
    [
      'Ana Ruiz',
      'I was the keeper of the great lamp 20 years ago, in the Lamp Board. It comes at a cost to be a keeper. ' +
        'The environmental impact of our boats cannot be hidden. All humanity loves the sea. We will print the tide book by May.',
    ],
    [
      'Mei Tanaka',
      'The tide course in Varn took place in May. We had 20 keepers there. It attracted a lot of interest of the keepers. ' +
        'And these are their reactions. So useful, lively, and so on. The fish atlas was printed in June. It has 90 maps. ' +
        'The gale warning is read at noon.',
    ],
    [
      'Teo Vance',
      'The definition of a reef was hard to find. We agreed on a wide one, which 61 towns of the coast adopted.',
    ],
  ].map(([speaker, text]) => ({ speaker: speaker!, text: text! }));
  await rapporteur.ingest([recordOf({ id: 'kelp', title: 'Kelp fair', date: '2031-05-01', turns })]);
});
afterAll(() => rapporteur.close());

const ask = (text: string) => rapporteur.ask({ text });
const quoted = async (text: string) => (await ask(text)).quotes.map((quote) => quote.text).join('\n');

describe('which of two', () => {
  it.each(['Is kelp good or bad for the bay?', 'Is kelp bad or good for the bay?'])(
    'is neither where both are said: %s',
    async (question) => {
      const { text, quotes } = await ask(question);
      expect(text).not.toMatch(/^(?:Good|Bad|Kelp)/iu);
      expect(quotes[0]!.text).toContain('two faces');
    },
  );
});

describe('what is paid', () => {
  it.each([
    'How much did the kelp course in Port Sel cost the Guild of Lamps?',
    'How much did the divers of the kelp course in Port Sel pay?',
  ])('is told by no words without any sum: %s', async (question) => {
    expect((await ask(question)).status).not.toBe('answered');
  });
});

describe('what somebody finds wrong', () => {
  it.each([
    'What did Odo Pell find wrong with the Reef Treaty?',
    'What exactly did Pell find wrong with the Reef Treaty?',
    'What faults did Odo Pell find in the Reef Treaty?',
  ])('is told by no words that find no fault: %s', async (question) => {
    expect((await ask(question)).status).not.toBe('answered');
  });
});

describe('how something was received', () => {
  it.each([
    'How did participants describe the tide course in Varn?',
    'How was the tide course in Varn received?',
    'What was the feedback of the keepers on the tide course?',
    'How did the keepers like the tide course?',
  ])('is told by the reactions in the turn that speaks of it: %s', async (question) => {
    expect(await quoted(question)).toContain('So useful, lively');
  });

  it.each(['How was the fish atlas received?', 'How was the Reef Treaty received?'])(
    'is told by no words that only speak of it: %s',
    async (question) => {
      expect((await ask(question)).status).not.toBe('answered');
    },
  );
});

describe('of two that are called by whole names', () => {
  it('each is told by what names it', async () => {
    const { text, quotes } = await ask('What is the difference between Boats for Bread and Lamp Watch?');
    expect(text).toMatch(/^- Boats for Bread: Jorge Prado/u);
    expect(quotes.map((quote) => quote.text).join('\n')).not.toContain('We eat bread on boats');
  });
});

it('tells what somebody was once by their words, and not by what they are', async () => {
  const { text, quotes, related } = await ask("What was Ana Ruiz's job 20 years ago?");
  expect(text).not.toMatch(/^Ana Ruiz: /u);
  expect([...quotes, ...related].map((quote) => quote.text).join('\n')).toContain('keeper of the great lamp');
});

it.each(['What are the environmental costs of the boats?', 'What is the environmental price of boats?'])(
  'takes costs to the environment for no money: %s',
  async (question) => {
    const all = await quoted(question);
    expect(all).toContain('environmental impact');
    expect(all).not.toContain('comes at a cost');
  },
);

it('tells why something matters by what is important in it', async () => {
  const { quotes } = await ask('In one sentence, why does the Salt Alliance matter?');
  expect(quotes[0]!.text).toContain('important role');
});

it('lists all that was promised, and not all that has the word', async () => {
  const { text, quotes } = await ask('List everything that Ana Ruiz promised to do');
  expect(text).toMatch(/^Commitments/u);
  expect(quotes[0]!.text).toContain('We will print the tide book by May.');
});

it.each(['What are Ms. Marn’s four points?', "Explain Marn's four points", 'What are Marn’s four points, in short?'])(
  'lists as many as are asked for: %s',
  async (question) => {
    expect(await quoted(question)).toMatch(/First, we should plant kelp.*Fourth, we should invite the fishers/su);
  },
);

it.each([
  'What can I use you for?',
  'How do I use this?',
  'Hi there! Are you able to answer in French?',
  'Hi, what are you there for?',
  'À quoi sers-tu ?',
  '¿Para qué sirves?',
  'Для чего ты?',
  'Чем ты можешь помочь?',
  '你有什么用？',
  'بماذا يمكنك مساعدتي؟',
])('asks what the program is for: %s', (message) => {
  expect(smallTalkOf(message)).toBe('help');
});

it.each(['Give me two quotes on the sea from different speakers', 'Give me two quotes on boats by various speakers'])(
  'gives quotes, and no list of speakers: %s',
  async (question) => {
    const { text, quotes } = await ask(question);
    expect(text).not.toMatch(/speakers:/u);
    expect(quotes.length).toBeGreaterThan(0);
  },
);

it('tells why somebody did a thing by no words of others', async () => {
  const { related } = await ask('Why did Teo Vance not bring his boats?');
  expect(new Set(related.map(({ speaker }) => speaker))).toEqual(new Set(['Teo Vance']));
});

it('tells what was said about a warning, be nobody warned', async () => {
  const { status, quotes } = await ask('What was said about the gale warning?');
  expect(status).toBe('answered');
  expect(quotes[0]!.text).toContain('The gale warning is read at noon.');
});

it.each(['What are the three challenges of the Salt Company?', 'Name the three gaps that the Salt Company found'])(
  'counts what is in the way: %s',
  async (question) => {
    const { quotes, related } = await ask(question);
    expect([...quotes, ...related].map(({ text }) => text).join('\n')).toContain('young divers are too few');
  },
);

describe('what is in the way', () => {
  it.each(['What obstacles did the Kelp School name?', 'What problems does the Kelp School of Varn see?'])(
    'is no list of what to do: %s',
    async (question) => {
      expect(await quoted(question)).not.toContain('plant kelp in every bay');
    },
  );

  it('is the list of those that are named', async () => {
    expect(await quoted('What obstacles did the Salt Company see?')).toContain('young divers are too few');
  });
});

it('tells who is behind what is called so', async () => {
  const { status, quotes } = await ask('Who is behind the KTX?');
  expect(status).toBe('answered');
  expect(quotes.map(({ text }) => text).join('\n')).toContain('founded the KTX');
});

it('counts who agreed on something, and tells no agreements of the report', async () => {
  const { status, quotes } = await ask('How many towns agreed on the definition of a reef?');
  expect(status).toBe('answered');
  expect(quotes[0]!.text).toContain('61 towns');
});

it.each([
  'Great, that is all for today, thank you very much',
  'OK, that’s all I need for now',
  "That's enough for today, thanks a lot",
  'So that will be all, thank you',
  'C’est tout pour aujourd’hui, merci',
  'Eso es todo por hoy, gracias',
  'На сегодня всё, спасибо',
  '好的，今天就这样，谢谢',
  'هذا كل شيء اليوم، شكرا',
])('is the end of the talk: %s', (message) => {
  expect(smallTalkOf(message)).toBe('thanks');
});
