import { expect, it } from 'vitest';
import { readQuestion } from '../../src/asking/inquiry.ts';
import { namingText, sessionsMeant } from '../../src/asking/sessions-meant.ts';
import { termsOf } from '../../src/words/terms.ts';

const sessions = [
  { id: 'hb2031a', title: 'Design of buoys HB2031a', date: null, event: null },
  { id: 'eel-ladders', title: 'Eel ladders', date: '2031-05-14', event: 'Tide Forum' },
  { id: 'harbour-fees', title: 'Harbour fees', date: '2031-06-02', event: null },
];
const turn = (text: string) => ({ speaker: 'Ines Okafor', text, times: [] });
const opening = namingText({ turns: [turn('Welcome to this meeting of VARN20.'), turn('Thank you.')], findings: [] });

function meant(question: string): [string[], string] {
  const inquiry = readQuestion(question, [], () => []);
  const found = sessionsMeant(sessions, undefined, inquiry, ({ id }) => (id === 'harbour-fees' ? opening : null));
  return [found.sessions.map(({ id }) => id), termsOf(found.words).join(' ')];
}

it.each<[string, string[], string]>([
  ['What was said about nets at the Tide Forum?', ['eel-ladders'], 'nets'],
  ['In the harbour fees session, what was said about nets?', ['harbour-fees'], 'nets'],
  ['At VARN20, what was said about nets?', ['harbour-fees'], 'nets'],
  ['What was said about nets in the meeting VARN20?', ['harbour-fees'], 'nets'],
  ['What was said about nets during the session Harbour Fees?', ['harbour-fees'], 'nets'],
  ['Was mud mentioned at all at the VARN20 event?', ['harbour-fees'], 'mud'],
  ['Was mud mentioned at the VARN20?', ['harbour-fees'], 'mud'],
  ['Who hosted the harbour fees forum?', ['harbour-fees'], 'who hosted'],
  ['Give the speakers of the harbour fees session and their nets', ['harbour-fees'], 'nets'],
  ['What was said about nets in HB2031a?', ['hb2031a'], 'nets'],
  ['What did the chair say in HB2031a about nets?', ['hb2031a'], 'chair nets'],
  ['In the meeting HB2031a, what was said about nets?', ['hb2031a'], 'nets'],
  ['In HB2031a, what was said about nets?', ['hb2031a'], 'nets'],
  ['What was said about nets in the meeting HB2031a?', ['hb2031a'], 'nets'],
  ['What was said about nets in Varn?', ['hb2031a', 'eel-ladders', 'harbour-fees'], 'nets Varn'],
  ['What was said about nets on 14 May 2031?', ['eel-ladders'], 'nets'],
  ['What was said about nets?', ['hb2031a', 'eel-ladders', 'harbour-fees'], 'nets'],
  // Where no session is called so, the name stays a part of what must have been said.
  ['At OSTEN30, what was said about nets?', ['hb2031a', 'eel-ladders', 'harbour-fees'], 'OSTEN30 nets'],
  ['What was said about nets on 1 May 1999?', ['hb2031a', 'eel-ladders', 'harbour-fees'], 'nets 1 May 1999'],
])('%s means %j', (question, ids, words) => expect(meant(question)).toEqual([ids, termsOf(words).join(' ')]));
