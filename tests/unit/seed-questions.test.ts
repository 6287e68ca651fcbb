/** What delegations ask, of the real session page where it is at hand: who answers in which turn. It is not part of the repository. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const page = fileURLToPath(
  new URL('../../../shared/sessions/wsis-2025-strengthen-digital-governance.txt', import.meta.url),
);
const isHere = existsSync(page);

interface Expected {
  status?: Answer['status'];
  /** In the program's own words. */
  text?: RegExp;
  /** Turns that are quoted, as people count them. */
  turns?: number[];
  /** A word or a figure of the quotes or the report. */
  words?: RegExp;
  count?: number;
}

const questions: [string, Expected][] = [
  // The same asked another way.
  ['What was said about Brazil?', { turns: [16] }],
  ['In one sentence: what did Belli say about Brazil?', { turns: [16], count: 1 }],
  ['Please tell me, for my minister, what was said about Africa', { turns: [10, 12] }],
  ['Give me everything Kleinwächter said on regulation', { turns: [14] }],
  ['In the WSIS session, what did Gurry say about copyright?', { turns: [4] }],
  ['At WSIS, what did Gurry say about copyright?', { turns: [4] }],
  ['Give me one strong quote on the digital divide for a speech', { turns: [2], count: 1 }],
  ['Write a two-paragraph summary of the session for a cable', { text: /report/u }],
  ['Translate Belli’s main point', { turns: [16] }],
  ['Compare what China Mobile and UNCTAD said about energy', { turns: [8, 12] }],
  ['Was COVID-19 mentioned?', { status: 'not_found', text: /^No: / }],
  ['What did the G-77 ask for?', { status: 'not_found' }],
  ['What was said about WSIS20?', { turns: [2] }],
  // Kinds.
  ['How many lawsuits are there?', { text: /^46 lawsuits/u, turns: [4] }],
  ['Who opposed a binding treaty and why?', { turns: [14], words: /regional/u }],
  ['Who mentioned AI for Good?', { text: /^Three speakers/u, turns: [6, 7, 8] }],
  ['Did anyone mention gender?', { status: 'nearest', text: /^No: nobody names gender in the 17 turns/u }],
  [
    'Compare what China Mobile and UNCTAD said about minerals',
    { text: /Yuhong Huang\): nothing on it is found/u, turns: [12] },
  ],
  ['What figures did Fredriksson give?', { turns: [12], words: /\$17 trillion/u }],
  [
    'What are the three elements of the definition of internet governance?',
    { turns: [14], words: /holistic/u, count: 1 },
  ],
  ['What are Bai’s four principles?', { turns: [2], words: /Fourth/u }],
  ['What were the three challenges Huang named?', { turns: [8], words: /talents/u }],
  ['What commitments were made, by whom and by when?', { turns: [2, 6, 10] }],
  ['Which countries are in BRICS?', { text: /^Brazil, Russia, India, China, South Africa/u, turns: [16] }],
  ['Who agrees with Gurry on speed and complexity?', { turns: [12], text: /Not among them: / }],
  ['Give me the whole remarks of Bai Jiang', { turns: [2], count: 1 }],
  ['Who said the chair must stay neutral?', { status: 'nearest', text: /^These words were not found/u }],
  ['Where was it held?', { text: /^Geneva/u, turns: [2] }],
  ['When was the session?', { text: /^11 July 2025, 09:00 to 09:45/u }],
  ['When is the next meeting?', { status: 'not_found' }],
  ['What did the delegate of India say?', { status: 'not_found' }],
  ['What problems did each speaker name?', { words: /challenge/u }],
  ['thanks', { count: 0 }],
];

describe.skipIf(!isHere)('the real page (skipped where ../shared is not at hand)', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([{ path: page }]);
  });
  afterAll(() => rapporteur.close());

  it.each(questions)('%s', async (question, { status = 'answered', text, turns, words, count }) => {
    const answer = await rapporteur.ask({ text: question });
    const shown = [answer.text, ...answer.quotes.map((quote) => quote.text)].join('\n');
    expect(answer.status, shown).toBe(status);
    if (text) expect(answer.text).toMatch(text);
    if (turns)
      expect([...new Set(answer.quotes.map(({ turn }) => turn + 1))].toSorted((one, other) => one - other)).toEqual(
        turns,
      );
    if (words) expect(shown).toMatch(words);
    if (count !== undefined) expect(answer.quotes).toHaveLength(count);
  });

  it.each([
    [['What was said about the Kenya training?', 'How many people came?'], 10, /50/u],
    [['What did Huang say about energy?', 'No, I meant talent, not energy'], 8, /talent/u],
    [['Did Kleinwaechter want a binding treaty?', 'Why not binding?'], 14, /regional/u],
    [['Did Kleinwaechter want a binding treaty?', 'When could it be adopted?'], 14, /2027/u],
    [['What did Gurry say about Japan?', 'what did he say just before that?'], 4, /Europe/u],
  ])('%j', async (turns, quoted, words) => {
    const answer = await rapporteur.ask({ text: turns.at(-1)!, history: turns.slice(0, -1) });
    expect(answer.quotes[0]).toMatchObject({ turn: quoted - 1 });
    expect(answer.quotes.map(({ text }) => text).join('\n')).toMatch(words);
  });
});
