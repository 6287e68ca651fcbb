/** Invented conversations: what the last question asks, of whom and in which form. */
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/asking/inquiry.ts';
import { directory } from '../../src/people/directory.ts';
import { termsOf } from '../../src/words/terms.ts';
import { personCalled } from '../fakes/person.ts';

const people = directory([
  personCalled('Ines Okafor', 'Harbour Master of Varn'),
  personCalled('Tomas Lindqvist', 'Director of the Lake Office'),
  personCalled('Mei Tanaka', 'Representative of the Blue Quay Company'),
  personCalled('Olga Petrenko', 'Secretary of the Tide Council'),
]);

interface Expected {
  /** Surnames of whom it asks of. */
  who?: string;
  /** What must have been said. */
  matter?: string;
  subject?: string;
  form?: string;
  goesOn?: string;
  smallTalk?: string;
  session?: string;
  asksWho?: boolean;
}

function check(turns: string[], expected: Expected, quoted?: string): void {
  const mentionsIn = (text: string) => people.mentions(text);
  const whoAnswered = quoted ? mentionsIn(`What did ${quoted} say?`) : [];
  const inquiry = readQuestion(turns.at(-1)!, turns.slice(0, -1), mentionsIn, whoAnswered);
  const read: Record<string, unknown> = {
    who: inquiry.speakers.map(({ matches }) => matches[0]?.person.name.split(' ').at(-1) ?? '?').join(' '),
    matter: [...new Set(termsOf(inquiry.words))].toSorted().join(' '),
    subject: inquiry.subject?.of,
    form: inquiry.form?.kind,
    goesOn: inquiry.goesOn?.to,
    smallTalk: inquiry.smallTalk,
    session: inquiry.sessionNamed,
    asksWho: inquiry.asksWho,
  };
  const wanted = { who: '', ...expected, ...(expected.matter !== undefined && { matter: terms(expected.matter) }) };
  expect(Object.fromEntries(Object.keys(wanted).map((key) => [key, read[key]]))).toEqual(wanted);
}

function terms(matter: string): string {
  return [...new Set(termsOf(matter))].toSorted().join(' ');
}

/** Turns are parted by ` / `. */
const conversations: [string, Expected, string?][] = [
  // Who "he", "she" and "they" are.
  [
    'What did Okafor say about eels? / What did Lindqvist say about eels? / Compare them',
    { who: 'Okafor Lindqvist', matter: 'eels' },
  ],
  ['What did Okafor say about eels? / And Tanaka? / How do they differ?', { who: 'Okafor Tanaka', matter: 'eels' }],
  [
    'What did Okafor say about eels? / And Tanaka? / Where do they agree?',
    { who: 'Okafor Tanaka', matter: 'eels', subject: 'findings' },
  ],
  ['Who spoke longest? / What did she talk about?', { who: 'Okafor', matter: '' }, 'Okafor'],
  ['What did Okafor say about eels? / ok and mud?', { who: 'Okafor', matter: 'mud' }],
  ['What did Okafor promise? / By when? / And Tanaka?', { who: 'Tanaka', matter: 'promise' }],
  ['How many pilots were trained? / Where did they work?', { who: '', matter: 'pilots trained work' }],
  ['What did Okafor say about fees? / Who else spoke about them?', { who: '', matter: 'fees', asksWho: true }],
  ['What did Okafor say about eels? / And about Varn?', { who: 'Okafor', matter: 'Varn' }],
  ['When was the hearing? / Where?', { who: '', subject: 'place' }],
  ['Where is the lock? / When?', { who: '', matter: 'lock' }],
  ['What was said about eels? / Only Okafor please', { who: 'Okafor', matter: 'eels' }],
  ['Did anyone mention mud? / In what context?', { who: '', goesOn: 'open' }],
  ['What did Okafor say about fees? / What comes after that?', { who: 'Okafor', goesOn: 'after' }],
  ['What did Okafor say about fees? / oops, sorry, Tanaka', { who: 'Tanaka', matter: 'fees' }],
  [
    'What did Okafor say about dredging? / And what did she say about seals? / What about eels?',
    { who: 'Okafor', matter: 'eels' },
  ],
  ['What did Lindqvist say about fees? / Did he mention permits? / And fines?', { who: 'Lindqvist', matter: 'fines' }],
  ['Who spoke about eels? / What did she say about nets? / And about ropes?', { who: '', matter: 'ropes' }],
  ['How many seals are there? / What did he propose? / And about nets?', { who: '', matter: 'nets' }],
  ['How many seals are there? / What did she propose?', { who: 'Tanaka', matter: '' }, 'Tanaka'],
  [
    'What did Okafor and Lindqvist say about fees? / Did they mention mooring? / What did they say about salt?',
    { who: 'Okafor Lindqvist', matter: 'salt' },
  ],
  [
    'What did Tanaka say about cranes? / What problems did she see? / What is her view on noise?',
    { who: 'Tanaka', matter: 'noise' },
  ],
  [
    'What is the position of Petrenko on tides? / And hers on flooding? / And on storms?',
    { who: 'Petrenko', matter: 'storms' },
  ],
  [
    'What did Okafor say about dredging? / Thanks! / And what did she say about seals?',
    { who: 'Okafor', matter: 'seals' },
  ],
  ['Who is Mei Tanaka? / What did she say about cranes? / And about noise?', { who: 'Tanaka', matter: 'noise' }],
  // Another person, the matter before.
  ['What did Okafor say about dredging? / And Lindqvist? / And Tanaka?', { who: 'Tanaka', matter: 'dredging' }],
  [
    'What did Okafor say about dredging? / What about Lindqvist? / How about Petrenko?',
    { who: 'Petrenko', matter: 'dredging' },
  ],
  [
    'What did Okafor say about dredging? / What did Lindqvist say about it? / And Petrenko?',
    { who: 'Petrenko', matter: 'dredging' },
  ],
  ['Who spoke about seals? / Did Lindqvist? / And Tanaka?', { who: 'Tanaka', matter: 'seals' }],
  // "It", "that", "there".
  [
    'What was said about the pier levy? / Who supported it? / Who was against it?',
    { matter: 'against pier levy', asksWho: true },
  ],
  ['What was said about the pier levy? / Who proposed that? / When was that?', { matter: 'proposed pier levy' }],
  [
    'What was said about the eel ladder at Varn? / How many eels were counted there? / Who said so?',
    { asksWho: true, matter: 'eels counted eel ladder Varn' },
  ],
  [
    'What did Okafor say about dredging? / Who else spoke of it? / Who agreed with it?',
    { asksWho: true, matter: 'agreed dredging' },
  ],
  // "Them" is what they are for or against.
  [
    'Who opposed binding rules? / Who supported them?',
    { who: '', matter: 'supported opposed binding rules' },
    'Okafor',
  ],
  ['Who spoke about the new fees? / And who was against them?', { who: '', matter: 'new fees' }, 'Tanaka'],
  ['What did Okafor say about dredging? / Who did she criticise?', { who: 'Okafor' }],
  ['Who opposed a binding treaty? / Why? / Why not binding?', { matter: 'opposed binding treaty' }],
  ['What did Okafor say about dredging? / Why? / How?', { who: 'Okafor', matter: 'dredging' }],
  ['What did Lindqvist say about the lock gates? / When? / How much?', { who: 'Lindqvist', matter: 'lock gates' }],
  ['What was said about ferries? / Tell me more about that / Who said that?', { asksWho: true, matter: 'ferries' }],
  // A question of its own.
  [
    'What did Okafor say about dredging? / How many seals live in the bay? / Which birds nest at Varn?',
    { matter: 'birds nest Varn' },
  ],
  [
    'What did Okafor say about dredging? / What did Lindqvist say about fees? / What was said about salt?',
    { matter: 'salt' },
  ],
  [
    'What did Okafor say about dredging? / And seals? / Who else spoke about seals?',
    { matter: 'seals', asksWho: true },
  ],
  // Corrections.
  ['What did Okafor say about energy? / No, I meant minerals, not energy', { who: 'Okafor', matter: 'minerals' }],
  [
    'What did Okafor say about energy? / Sorry, I meant Lindqvist / And about salt?',
    { who: 'Lindqvist', matter: 'salt' },
  ],
  ['What did Okafor say about energy? / No, Lindqvist', { who: 'Lindqvist', matter: 'energy' }],
  ['What did Okafor say about energy? / And seals? / No, I meant eels', { who: 'Okafor', matter: 'eels' }],
  [
    'Who spoke about locks? / I meant canals, not locks / In one sentence',
    { matter: 'canals', form: 'sentences', asksWho: true },
  ],
  [
    'What did Lindqvist say about fees? / Not Lindqvist, I mean Petrenko / And about storms?',
    { who: 'Petrenko', matter: 'storms' },
  ],
  ['What did Tanaka say about cranes? / Actually, I meant noise / Why?', { who: 'Tanaka', matter: 'noise' }],
  // The same in another form.
  [
    'What did Okafor say about dredging? / In one sentence / As three bullets',
    { who: 'Okafor', matter: 'dredging', form: 'points' },
  ],
  ['Summarise the session / In French / In two sentences', { subject: 'findings', form: 'sentences' }],
  ['What was said about seals? / As a table, please', { matter: 'seals', form: 'table' }],
  ['Who took part? / As a list / And who chaired it?', { subject: 'moderator' }],
  // Going on.
  ['What did Okafor say about dredging? / more', { who: 'Okafor', matter: 'dredging', goesOn: 'more' }],
  [
    'What did Okafor say about dredging? / open 2 / What did she say just before that?',
    { who: 'Okafor', goesOn: 'before' },
  ],
  ['What was said about seals? / open 3', { goesOn: 'open' }],
  ['What was said about seals? / thank you', { smallTalk: 'thanks' }],
  [
    'What did Okafor say about dredging? / What else? / Same question for Tanaka',
    { who: 'Tanaka', matter: 'dredging' },
  ],
  ['What did Okafor say about energy? / not energy, minerals / Is that true?', { matter: 'true minerals' }],
  ['What did Okafor say about energy? / his role?', { who: 'Okafor', subject: 'role' }],
  [
    'What did Okafor say about dredging? / shorter please / Now as a table',
    { who: 'Okafor', matter: 'dredging', form: 'table' },
  ],
  // The session stays.
  [
    'What was said about seals in the harbour session? / And about eels? / Who spoke about nets?',
    { matter: 'nets', session: 'harbour', asksWho: true },
  ],
  [
    'In the harbour session, what did Okafor say? / And Lindqvist? / About seals?',
    { who: 'Lindqvist', matter: 'seals', session: 'harbour' },
  ],
  // Other languages.
  ['Qu’a dit Okafor sur le dragage ? / Et Lindqvist ? / Pourquoi ?', { who: 'Lindqvist', matter: 'dragage' }],
  ['¿Qué dijo Okafor sobre el puerto? / ¿Y Lindqvist? / ¿Y sobre las focas?', { who: 'Lindqvist', matter: 'focas' }],
  ['Что Okafor говорила о порте? / А Lindqvist? / Почему?', { who: 'Lindqvist', matter: 'порте' }],
];

describe('a conversation', () => {
  it.each(conversations)('%s', (turns, expected, quoted) => check(turns.split(' / '), expected, quoted));
});

it('a question that names little could be of what was spoken of before', () => {
  const read = (question: string) =>
    readQuestion(question, ['What was said about the eel training at Varn?'], (text) => people.mentions(text)).context;
  expect(read('How many people came?')).toContain('eel training');
  expect(read('What did Okafor say about the price of herring in spring?')).toBeNull();
});
