/** Conversations as they go on: thanks, corrections that are questions, who asked, what somebody replied, and other languages. All of it is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { smallTalkOf } from '../../src/asking/parts/small-talk.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { meetingIn } from '../fixtures/meeting.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const said: [string, string][] = [
  ['Olga Petrenko', 'Welcome to the hearing on the lock. Ms. Okafor, who will pay for the new lock?'],
  [
    'Ines Okafor',
    `The guild pays half of the lock. We see one trouble with the lock: the mud is deep. Since COVID-19 it has been hard to find
    divers. The lamps of the lock burnt oil until 1994. The work was ordered by the Lake Office.`,
  ],
  ['Olga Petrenko', 'Yes. Thank you.'],
  ['Tomas Lindqvist', 'The lock is too small for our ferries. Why do the divers not come from Ostra?'],
  ['Olga Petrenko', 'Right.'],
  ['Ines Okafor', 'The divers of Ostra are busy with the bridge.'],
  ['Tomas Lindqvist', 'That settles it for the ferries.'],
  ['Mei Tanaka', 'I propose a tunnel under the canal. The tunnel would be dug from the north.'],
];

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turns = said.map(([speaker, text]) => ({ speaker, text: text.replaceAll(/\s+/gu, ' ') }));
  const other = [{ speaker: 'Sam Reed', text: 'The chair of the boat club sings. Kites are made of silk.' }];
  await rapporteur.ingest([
    recordOf(
      { id: 'lock', title: 'The New Lock', date: '2031-02-01', turns },
      { id: 'kites', title: 'Kites', date: '2031-03-01', turns: other },
    ),
  ]);
});
afterAll(() => rapporteur.close());

async function answered(talk: string) {
  const questions = talk.split(' / ');
  const answer = await rapporteur.ask({ text: questions.at(-1)!, history: questions.slice(0, -1) });
  return { ...answer, first: answer.quotes[0], near: answer.related[0] };
}

describe('thanks in other words', () => {
  it.each([
    ['thanks, very clear', 'thanks'],
    ['great, that answers my question', 'praise'],
    ['perfect, exactly what I needed', 'praise'],
    ['merci, c’est très clair', 'thanks'],
    ['gracias, muy claro', 'thanks'],
    ['спасибо, всё понятно', 'thanks'],
    ['谢谢，很清楚', 'thanks'],
    ['شكرا، هذا واضح', 'thanks'],
    ['thanks, and the lamps?', null],
    ['Very clear rules on locks', null],
  ])('%s', (message, kind) => expect(smallTalkOf(message)).toBe(kind));
});

describe('who asked, and what was replied', () => {
  it.each([
    ['What did Okafor say about the bridge? / Who asked her about that?', 'Tomas Lindqvist', 'Why do the divers not'],
    ['What did Okafor say about the guild? / Who asked that question?', 'Olga Petrenko', 'who will pay'],
    ['What did Lindqvist say about the divers? / How did Okafor respond?', 'Ines Okafor', 'busy with the bridge'],
    ['What did Lindqvist say about the divers? / What was the answer?', 'Ines Okafor', 'busy with the bridge'],
    ['What did Okafor say about the bridge? / What did Tanaka say after that?', 'Mei Tanaka', 'a tunnel'],
  ])('%s', async (talk, who, words) => {
    const { text, quotes } = await answered(talk);
    const told = quotes.find(({ speaker }) => speaker === who);
    expect(told?.text, text).toContain(words);
  });
});

describe('a turn that asks more of what was shown', () => {
  it('reads a correction that is a question as one', async () => {
    const { first, text } = await answered('What did Okafor say about the guild? / No, I meant who ordered the work');
    expect(first?.text, text).toContain('ordered by the Lake Office');
  });

  it('takes no figure from a name', async () => {
    const { quotes } = await answered('What did Okafor say about the divers? / How much?');
    expect(quotes.map(({ text }) => text).join(' ')).not.toContain('COVID-19');
  });

  it('finds a year in its decade', async () => {
    const { first, text } = await answered('What did Okafor say about the lock? / And in the 1990s?');
    expect(first?.text, text).toContain('1994');
  });

  it('does not tell again what was shown', async () => {
    const { status, text } = await answered('What trouble does Okafor see with the lock? / What does she do about it?');
    expect(status, text).not.toBe('answered');
  });

  it('is sure of nothing beside what only came near', async () => {
    const { status, text } = await answered('Who criticised the ferries? / What for?');
    expect(status, text).not.toBe('answered');
  });

  it('shows again what it is sure of', async () =>
    expect((await answered('What did Tanaka propose? / Are you sure?')).first?.text).toContain('a tunnel'));
});

describe('records in several languages', () => {
  const turns: Record<string, [string, string][]> = {
    es: [
      ['Rosa Medina', 'Nos oponemos al túnel. Proponemos usar el puente viejo.'],
      ['Julián Soto', 'La obra costará diez millones de euros y empezará en 2034. La empresa canta.'],
    ],
    ar: [['ليلى حداد', 'نناقش اليوم مشروع السد الجديد في الوادي. نحن ندعم المشروع لأن الآبار جفت.']],
    fr: [['Claire Aubin', 'Nous parlons aujourd’hui de l’avenir du lac et des bateaux de la ville.']],
  };
  let mixed: Rapporteur;
  beforeAll(async () => {
    mixed = await rapporteurIn(temporaryFolder());
    const sessions = Object.entries(turns).map(([language, of]) => ({
      id: language,
      title: `Session ${language}`,
      language,
      turns: of.map(([speaker, text]) => ({ speaker, text })),
    }));
    await mixed.ingest([recordOf(...sessions)]);
  });
  afterAll(() => mixed.close());
  const ask = (text: string, history: string[] = []) => mixed.ask({ text, history });

  it('no one language is said to be that of all', async () =>
    expect((await ask('¿Qué se dijo de las cometas?')).text).not.toMatch(/otro idioma/u));
  it('what is proposed in its place is of what was asked of', async () => {
    const { quotes } = await ask('¿Qué propone en su lugar?', ['¿Quién está en contra del túnel?']);
    expect(quotes[0]?.text).toContain('el puente viejo');
  });
  it('a verb is found in its forms, and as no other word', async () => {
    const { quotes, text } = await ask('¿Cuándo empieza?', ['¿Cuánto cuesta la obra?']);
    expect(quotes[0]?.text, text).toContain('2034');
    expect((await ask('¿Cuánto cuesta la obra?')).text).toMatch(/^Diez millones de euros/u);
  });
});

describe('a record in another language than the question', () => {
  const ask = meetingIn('en', [
    ['Ines Okafor', 'We shall build the new lock in the north of the valley, and the guild will pay for it.'],
  ]);
  it('is said to be so', async () => expect((await ask('Qui a parlé des cerfs-volants ?')).text).toMatch(/anglais/u));
});
