/** Each kind of question on an invented forum: what is answered, by whom, in which words, and what is denied. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { tideForum } from '../fixtures/tide-forum.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([{ name: 'tides.json', bytes: Buffer.from(JSON.stringify(tideForum)) }]);
});
afterAll(() => rapporteur.close());

interface Expected {
  status?: Answer['status'];
  /** In the program's own words. */
  text?: RegExp;
  /** Surnames of who is quoted, in order, each once. */
  who?: string;
  /** Words of the quotes, in any order. */
  quotes?: string[];
  /** Words that no quote has. */
  not?: string[];
  /** How many quotes. */
  count?: number;
}

async function check(question: string, expected: Expected, history: string[] = []): Promise<void> {
  const answer = await rapporteur.ask({ text: question, history });
  const shown = `${answer.status}: ${answer.text}\n${answer.quotes.map(({ text }) => text).join('\n')}`;
  expect(answer.status, shown).toBe(expected.status ?? 'answered');
  if (expected.text) expect(answer.text).toMatch(expected.text);
  if (expected.who !== undefined) {
    const names = answer.quotes.map(({ speaker }) => speaker?.split(' ').at(-1) ?? '?');
    expect([...new Set(names)].join(' '), shown).toBe(expected.who);
  }
  for (const words of expected.quotes ?? []) expect(shown).toContain(words);
  for (const words of expected.not ?? []) expect(answer.quotes.map(({ text }) => text).join('\n')).not.toContain(words);
  if (expected.count !== undefined) expect(answer.quotes, shown).toHaveLength(expected.count);
  const session = (await rapporteur.show('tide-forum'))!;
  for (const { turn, start, end, text } of answer.quotes)
    expect(session.turns[turn]!.text.slice(start, end)).toBe(text);
}

const cases = (table: [string, Expected][]) => table;

describe('the same asked another way', () => {
  it.each(
    cases([
      ['In one sentence: what did Tanaka say about energy?', { who: 'Tanaka', count: 1 }],
      ['Please tell me, for my minister, what was said about seals', { who: 'Lindqvist', quotes: ['312 seals'] }],
      [
        'Give me everything Kleinhauser said on regulation',
        { who: 'Kleinhauser', count: 1, quotes: ['One speaker', 'too late'] },
      ],
      [
        'In the Coast Week session, what did Tanaka say about dredging?',
        { who: 'Tanaka', quotes: ['Without dredging'] },
      ],
      ['At Coast Week, what did Tanaka say about dredging?', { who: 'Tanaka', quotes: ['Without dredging'] }],
      ['Give me one strong quote on energy for a speech', { count: 1 }],
      [
        'Was COVID-19 mentioned?',
        { status: 'not_found', text: /^No: nobody names COVID-19 in the 7 turns of the session/u },
      ],
      ['What did the G-77 ask for?', { status: 'not_found' }],
      ['What did all the speakers say about the levy?', { text: /Nothing on it is found from Mei Tanaka/u }],
      ['What did the delegate of India say?', { status: 'not_found', text: /Nobody speaks for India/u }],
      [
        'What did Norway say about the coast?',
        { status: 'nearest', text: /^Nobody speaks for Norway in .*Rahul Iyer:$/u },
      ],
      ['What did the UK say?', { status: 'not_found', text: /^Nobody speaks for the UK in /u }],
      ['What did UNESCO promise?', { status: 'not_found', text: /^No speaker called UNESCO/u }],
      ['tanaka energy', { who: 'Tanaka' }],
      ['What was said about data centers?', { who: 'Iyer', quotes: ['Data centres'] }],
      [
        'A table of speakers and what each said on the levy',
        { text: /- Ines Okafor: \[1\].*\n(.*\n)*- Nothing on it is found from Mei Tanaka/u },
      ],
    ]),
  )('%s', (question, expected) => check(question, expected));
});

describe('a fact', () => {
  it.each(
    cases([
      ['How much will the sea wall cost?', { text: /^40 million crowns, in the words of Ines Okafor \[1\]/u }],
      ['How many seals were counted?', { text: /^312 seals/u }],
      ['Which countries share this coast?', { text: /^Norway, Denmark, Germany, Poland and Estonia/u, who: 'Iyer' }],
    ]),
  )('%s', (question, expected) => check(question, expected));
});

describe('who', () => {
  it.each(
    cases([
      ['Who mentioned the levy?', { text: /^Three speakers/u, who: 'Okafor Lindqvist Iyer' }],
      ['Who spoke about energy?', { text: /^Two speakers/u }],
      [
        'Who opposed the levy?',
        { text: /^Against it, by their own words/u, quotes: ['We oppose the levy in any form'] },
      ],
      [
        'Who opposed the tide tables?',
        {
          status: 'nearest',
          text: /^I am sure of nobody against it, by their own words, in .*It was spoken of by Ines Okafor:$/u,
        },
      ],
      ['Who opposed gender quotas?', { status: 'nearest', text: /^I found nothing said/u }],
      ['Who supports binding rules for eels?', { status: 'nearest', text: /^I am sure of nobody for it/u }],
      ['Who wants a levy on the largest ships?', { text: /^For it, by their own words: Ines Okafor/u }],
      [
        'Who opposed a binding treaty and why?',
        { who: 'Kleinhauser', quotes: ['not to look for a binding treaty', 'regional level'] },
      ],
      [
        'Who did not mention seals?',
        {
          text: /^No word of seals from (?!.*Lindqvist.*Named).*Okafor.*Named by Tomas Lindqvist \[1\]/u,
          who: 'Lindqvist',
        },
      ],
      ['In the Coast Week session, who said nothing about seals?', { text: /^No word of seals from .*Mei Tanaka/u }],
      ['Who never mentioned seals?', { text: /^No word of seals from .*Mei Tanaka/u }],
      ['Which speaker failed to mention energy?', { text: /^No word of energy from .*Named by .*Tanaka/u }],
      ['Which speakers didn’t talk about energy?', { text: /^No word of energy from .*Named by .*Tanaka/u }],
      ['Who did not mention gender?', { status: 'nearest' }],
      ['Who quoted Karl Ostermann?', { who: 'Lindqvist', quotes: ['the sea forgives nobody'] }],
    ]),
  )('%s', (question, expected) => check(question, expected));
});

describe('yes or no', () => {
  it.each(
    cases([
      ['Did anyone mention seals?', { text: /^Yes: Tomas Lindqvist \[1\]/u }],
      ['Did anyone mention gender?', { status: 'nearest', text: /^No: nobody names gender in the 7 turns/u }],
      ['Did Tanaka mention energy?', { text: /^Yes: Mei Tanaka/u }],
      [
        'Did Tanaka mention seals?',
        { status: 'not_found', text: /no words of Mei Tanaka on this.*Tomas Lindqvist did speak of it/u },
      ],
      ['Is Kleinhauser in favour of a binding treaty for ships?', { who: 'Kleinhauser', quotes: ['not to look for'] }],
      ['Does Kleinhauser want a contract?', { status: 'nearest', text: /in the words of Wolfram Kleinhauser/u }],
      ['Was dredging discussed?', { text: /^Yes: / }],
    ]),
  )('%s', (question, expected) => check(question, expected));
});

describe('a comparison', () => {
  it.each(
    cases([
      [
        'Compare what Blue Quay and the Ferry Users Union said about energy',
        { text: /Blue Quay \(Mei Tanaka\): \[1\].*\n- .*Rahul Iyer.*: \[2\]/u, who: 'Tanaka Iyer' },
      ],
      [
        'Compare what Tanaka and Okafor said about the levy',
        { text: /Mei Tanaka: nothing on it is found/u, who: 'Okafor' },
      ],
      ['How do Okafor and Iyer differ on the levy?', { who: 'Okafor Iyer' }],
      ['okafor vs iyer on the levy', { who: 'Okafor Iyer', text: /Ines Okafor: \[1\].*\n- Rahul Iyer: \[2\]/u }],
      ['compare okafor and iyer on the levy', { who: 'Okafor Iyer' }],
      [
        'What did Okafor say about the levy versus what Tanaka said about the levy?',
        { text: /^On levy:\n- Ines Okafor: \[1\].*\n- Mei Tanaka: nothing on it is found/u },
      ],
      ['Compare seals and pilots', { text: /seals: Tomas Lindqvist \[1\].*\n- pilots: Mei Tanaka/u }],
      [
        'Compare seals, pilots and tickets',
        { text: /^- seals: Tomas Lindqvist \[1\].*\n- pilots: Mei Tanaka \[2\].*\n- tickets: Rahul Iyer \[3\]/u },
      ],
      // One sentence speaks of both.
      ['Compare Norway and Estonia', { text: /^- Norway: Rahul Iyer \[1\].*\n- Estonia: Rahul Iyer \[1\]/u, count: 1 }],
      // What two said is told of each, and what is compared is told as it was asked.
      ['What did Okafor and Iyer each say about the levy?', { text: /^On the levy:|^On levy:/u, who: 'Okafor Iyer' }],
      [
        'Set Okafor and Iyer side by side on the levy',
        { text: /^On levy:\n- Ines Okafor: \[1\]/u, who: 'Okafor Iyer' },
      ],
      [
        'How do the views of Okafor and Tanaka on the levy differ?',
        { text: /^On levy:\n- Ines Okafor: \[1\].*\n- Mei Tanaka: nothing on it is found/u, who: 'Okafor' },
      ],
      // How two see a thing is a view of each.
      [
        'What is the difference between how Okafor and Iyer see the levy?',
        { text: /^On (?:the )?levy:\n- Ines Okafor: .*\n- Rahul Iyer: /u, who: 'Okafor Iyer' },
      ],
      ['Contrast how Okafor and Iyer see the levy', { text: /Ines Okafor: .*\n- Rahul Iyer: /u, who: 'Okafor Iyer' }],
      ['What do Blue Quay and the Ferry Users Union each say about energy?', { who: 'Tanaka Iyer' }],
      ['What did each of Okafor and Iyer say about the levy?', { text: /^On levy:/u, who: 'Okafor Iyer' }],
      // What each wants is what they propose, and who has both names before them is no third person.
      ['What does Kleinhauser want compared with what Tanaka wants?', { text: /^What each proposes or asks for/u }],
      ['Both Okafor and Iyer spoke of the levy: what did each say?', { who: 'Okafor Iyer' }],
      // Each has a matter of its own; who has a word of it is not said to be silent.
      [
        "Contrast Tanaka's views on energy with Lindqvist's views on seals",
        { text: /^- Mei Tanaka: \[1\]\.\n- Tomas Lindqvist: \[2\]/u, who: 'Tanaka Lindqvist' },
      ],
      // Where matters are compared, it is said whose words they are.
      [
        'Contrast Norway and Estonia as Iyer described them',
        { text: /^- Norway: Rahul Iyer \[1\]\.\n- Estonia: Rahul Iyer \[1\]/u },
      ],
      ['What did each speaker say about the levy?', { text: /Nothing on it is found from Mei Tanaka/u }],
    ]),
  )('%s', (question, expected) => check(question, expected));
});

describe('a table', () => {
  const tableOf = async (question: string) => {
    const { table, quotes } = await rapporteur.ask({ text: question });
    return table?.rows.map(({ cells, n }) => [...cells, quotes.find((quote) => quote.n === n)?.text]);
  };
  it.each([
    'Make a table of the speakers with the main message of each',
    'Put the speakers and their key message in a table',
    'Give me a table of the speakers of the forum, each with their main point',
    'One line per speaker: what was their main point?',
    'What was the key message of each speaker?',
    'Summarise each intervention in a sentence',
  ])('%s: a row a speaker with what tells most, who moderates last', async (question) => {
    const rows = (await tableOf(question))!;
    expect(rows.map(([name]) => name)).toEqual([
      'Ines Okafor',
      'Tomas Lindqvist',
      'Mei Tanaka',
      'Rahul Iyer',
      'Wolfram Kleinhauser',
      'Mara Ellison (moderator)',
    ]);
    const told = Object.fromEntries(rows);
    expect(told['Tomas Lindqvist']).toContain('the wall must be raised');
    expect(told['Wolfram Kleinhauser']).toContain('I recommend not to look for a binding treaty');
  });
  it('of promises has who, by when and the words', async () =>
    expect(await tableOf('Make a table of the commitments: who, what, by when')).toEqual([
      ['Ines Okafor', 'June 2032', 'We will publish the tide tables by June 2032.'],
      ['Wolfram Kleinhauser', '–', 'We commit to share our tide data with all harbours.'],
    ]));
  it('of proposals has who made them', async () =>
    expect(await tableOf('Create a table with the recommendations and who made them')).toContainEqual([
      'Wolfram Kleinhauser',
      expect.stringContaining('I recommend'),
    ]));
  it.each(['A two-column table: speaker, main message', 'Summary per speaker, one sentence each'])(
    '%s: has a row a speaker',
    async (question) => expect(await tableOf(question)).toHaveLength(6),
  );
  it('of two without a matter has what tells most of each', async () =>
    expect((await tableOf('Compare Blue Quay and the Ferry Users Union in a table'))!.map(([side]) => side)).toEqual([
      expect.stringContaining('Blue Quay'),
      expect.stringContaining('Ferry Users Union'),
    ]));
  it('of figures has the figure first', async () =>
    expect((await tableOf('Table of the figures Tanaka gave'))!.map(([figure]) => figure)).toEqual([
      '90 tonnes; third',
      '50 pilots',
      'five days',
    ]));
  it('of two has a row a quote', async () =>
    expect((await tableOf('Compare Okafor and Iyer on the levy in a table'))!.map(([side]) => side)).toEqual([
      'Ines Okafor',
      'Rahul Iyer',
    ]));
  it('of anything else has who said it', async () =>
    expect(await tableOf('What was said about seals, in a table')).toEqual([
      ['Tomas Lindqvist', expect.stringContaining('seals')],
    ]));
  it('of each on a matter names those together of whom nothing is found', async () =>
    expect((await tableOf('A table of who said what on the levy'))!.at(-1)![0]).toMatch(
      /^Nothing on it is found from Mei Tanaka, Wolfram Kleinhauser and Mara Ellison/u,
    ));
});

describe('a list', () => {
  it.each(
    cases([
      [
        'What commitments were made, by whom and by when?',
        { text: /^Commitments \(2\): Ines Okafor \[1\] \(June 2032\) and Wolfram Kleinhauser \[2\]/u },
      ],
      // An organisation gives figures and makes promises by those who speak for it.
      ['What figures did Blue Quay give?', { text: /^Sentences with figures/u, who: 'Tanaka' }],
      ['What has Okafor promised to do next, and when?', { who: 'Okafor', text: /Commitments \(1\).*June 2032/u }],
      ['What promises did Blue Quay make?', { status: 'nearest', text: /in the words of Mei Tanaka/u }],
      [
        'What figures did Tanaka give?',
        { who: 'Tanaka', quotes: ['90 tonnes', '50 pilots', 'five days'], not: ['cannot enter'] },
      ],
      [
        'What are the three parts of the plan?',
        { who: 'Okafor', quotes: ['three parts', 'raise the wall', 'fish market', 'northern channel'] },
      ],
      ['Which promises concern the tide data?', { who: 'Kleinhauser', count: 1 }],
      ['List every number Tanaka mentioned', { who: 'Tanaka', quotes: ['90 tonnes', '50 pilots'] }],
      ['all dates named by Kleinhauser', { who: 'Kleinhauser', quotes: ['2034'], count: 1 }],
      ['List the commitments with deadlines', { who: 'Okafor', quotes: ['June 2032'], count: 1 }],
      ['List all promises made in the session, by whom and by when', { text: /^Commitments \(2\)/u }],
      ['Which promises were made, and with what dates?', { text: /^Commitments \(2\)/u }],
      ['What recommendations were made, and by whom?', { text: /^What is proposed or asked for/u }],
      // Figures of the kind that is asked for, and what is of the meeting is proposed by nobody.
      ['What percentages were mentioned?', { who: 'Tanaka Iyer', quotes: ['12 percent', 'a third of the energy'] }],
      ['Which amounts of money were mentioned?', { who: 'Okafor', quotes: ['40 million crowns'], count: 1 }],
      ['Which figures concern the ferries?', { quotes: ['90 tonnes'] }],
      ['What recommendations were made?', { text: /^What is proposed or asked for/u, not: ["let's invite"] }],
      ['Which commitments have a date?', { who: 'Okafor', quotes: ['June 2032'], count: 1 }],
      [
        'Which countries were mentioned?',
        { text: /^India, Norway, Denmark, Germany, Poland and Estonia\. Named by Rahul/u },
      ],
      // How they were mentioned makes no difference.
      ['Which countries were mentioned as examples?', { text: /^India, Norway, Denmark/u }],
      ['Which tables were mentioned?', { who: 'Okafor', quotes: ['tide tables'] }],
      ['Which years did Lindqvist mention?', { quotes: ['in 2030'], count: 1 }],
    ]),
  )('%s', (question, expected) => check(question, expected));
});

describe('agreement', () => {
  it('names who says so, and who is not among them', () =>
    check('Who agrees with Okafor that the wall must be raised, and who does not?', {
      who: 'Lindqvist',
      text: /agrees in so many words.*Not among them: .*Mei Tanaka/u,
    }));
  it('is not what somebody is told to lack who only supports it', () =>
    check('Who disagrees with Okafor?', { status: 'nearest' }));
  it.each(['Which speakers agreed with somebody who spoke before them?', 'Who agrees with another speaker?'])(
    'names who says so of anybody: %s',
    (question) => check(question, { text: /^Tomas Lindqvist \[1\] agrees in so many words/u, count: 1 }),
  );
  it('of others who take up what somebody said', () =>
    check('Did any of the other speakers take up Okafor’s point that the wall must be raised?', {
      who: 'Lindqvist',
      text: /agrees in so many words/u,
    }));
});

describe('whole remarks', () => {
  it('are the turn, whole', async () => {
    await check('Give me the whole remarks of Iyer', { who: 'Iyer', count: 1 });
    const { quotes } = await rapporteur.ask({ text: 'Give me the whole remarks of Iyer' });
    expect(quotes[0]!.text).toBe(tideForum.turns[4]!.text);
  });
  it('are all of them where there are several', () => check('The full remarks of Mara Ellison', { count: 2 }));
  it('are of whoever opens or closes the session where nobody is named', async () => {
    await check('What were the opening remarks?', { who: 'Ellison', count: 1, quotes: ['Good morning'] });
    await check('The closing remarks, please', { who: 'Ellison', count: 1, quotes: ['The forum is closed'] });
  });
  it('are quoted in full', () =>
    check('Quote Iyer in full', { who: 'Iyer', count: 1, quotes: ['Tickets have risen'] }));
  it('are the first where the opening ones are asked for', () =>
    check('What were the opening remarks of Mara Ellison?', { count: 1, quotes: ['Good morning'] }));
});

describe('words that are looked up', () => {
  it.each(
    cases([
      ['Who said the sea forgives nobody?', { text: /^Tomas Lindqvist \[1\] said so, word for word/u }],
      ['Iyer said “we oppose the levy in any form”, right?', { text: /^Yes, word for word: Rahul Iyer/u }],
      [
        'Okafor said “we oppose the levy in any form”, right?',
        { text: /^Not Okafor: these are the words of Rahul Iyer/u },
      ],
      [
        'Did anyone say "we oppose the tax in any form"?',
        { text: /^Not in these words; Rahul Iyer.*Said: “levy”\. Quoted: “tax”\./u },
      ],
      [
        '"Seals are the problem" - did Lindqvist say that?',
        {
          text: /^Not in these words; Tomas Lindqvist.*Said: “are not the”\. Quoted: “are the”\./u,
          quotes: ['Seals are not the problem'],
        },
      ],
      [
        '“electric engines save a third of the energy”: has Tanaka ever said so?',
        { text: /^Yes, word for word: Mei/u },
      ],
      ['Who said "permitted to end the season early"?', { text: /changes their sense/u, quotes: ['not permitted'] }],
    ]),
  )('%s', (question, expected) => check(question, expected));
  it('are not read as a question where nobody said them', async () => {
    const answer = await rapporteur.ask({ text: 'Who said the moderator must pay for the whales?' });
    expect(answer.status).not.toBe('answered');
    expect(answer.text).toMatch(/^These words were not found/u);
  });
});

describe('the session itself', () => {
  it.each(
    cases([
      ['Where was the forum held?', { text: /^Varn, by the words of/u }],
      ['When was it?', { text: /^14 May 2031/u }],
      ['When is the next meeting?', { who: 'Ellison', quotes: ['October 2032'] }],
      ['Where is the next meeting?', { who: 'Ellison', quotes: ['Port Sel'] }],
      ['Who moderated?', { text: /^Mara Ellison/u }],
      ['Who spoke first?', { who: 'Ellison', quotes: ['Good morning'] }],
      ['Who spoke last?', { who: 'Ellison', quotes: ['Thank you, Professor'] }],
      ['How many people spoke?', { text: /^6 speakers:/u }],
    ]),
  )('%s', (question, expected) => check(question, expected));
});

describe('two questions in one', () => {
  it.each(
    cases([
      [
        'What did Lindqvist say about seals and who else mentioned them?',
        { text: /\? Tomas Lindqvist \[1\].*\nWho else mentioned them\? Nobody else spoke of this/u, who: 'Lindqvist' },
      ],
      [
        'What did Tanaka say about fuel, and what did Iyer say about tickets?',
        { text: /Mei Tanaka \[1\].*\nWhat did Iyer say about tickets\? Rahul Iyer \[2\]/u, who: 'Tanaka Iyer' },
      ],
      [
        'What did Tanaka say about fuel, and what did Iyer say about penguins?',
        { text: /Mei Tanaka \[1\].*\nOn “What did Iyer say about penguins\?” I found nothing certain/u, who: 'Tanaka' },
      ],
      [
        'Where was the forum held and how many people spoke?',
        { text: /\? Varn, .*\nHow many people spoke\? 6 speakers:/u },
      ],
      [
        'How many pilots were trained, and did they have to pay?',
        { text: /50 pilots.*\nDid they have to pay\? .*Mei Tanaka \[\d\]/u, who: 'Tanaka' },
      ],
      [
        'When and where was the forum held and who counted the seals?',
        {
          text: /^When was the forum held\? 14 May 2031.*\nWhere was the forum held\? Varn, .*\nWho counted the seals\? Tomas/u,
        },
      ],
      [
        'Where was the forum held and on what day?',
        { text: /Varn, .*\nOn what day was the forum held\? 14 May 2031/u },
      ],
      [
        'Did anyone mention penguins, and who spoke of seals?',
        { text: /No: nobody names penguins.*\nWho spoke of seals\? Tomas Lindqvist/u, who: 'Lindqvist' },
      ],
    ]),
  )('%s', (question, expected) => check(question, expected));
});

describe('whether a figure, a year or a country is the one that was said', () => {
  it.each(
    cases([
      [
        'Did Okafor say that the sea wall will cost 70 million crowns?',
        { text: /^No: 40 million crowns, .*Ines Okafor \[1\], and not 70 million crowns/u, who: 'Okafor' },
      ],
      ['Will the sea wall cost 40 million crowns?', { text: /^Yes: Ines Okafor \[1\]/u, who: 'Okafor' }],
      ['Did they count 312 seals in 2029?', { text: /^No: 2030, .*and not 2029/u, who: 'Lindqvist' }],
      ['Did Lindqvist say they counted 213 seals?', { text: /^No: 312 seals, .*and not 213 seals/u, who: 'Lindqvist' }],
      ['Was the levy signed in 2034 by Norway?', { status: 'nearest' }],
      ['Were 500 pilots trained in Port Sel?', { text: /50 pilots/u, who: 'Tanaka' }],
      ['Is it Iceland or Norway that shares this coast?', { text: /^Norway/u, who: 'Iyer' }],
      ['Did Tanaka say the ferries carry 3 million people?', { status: 'nearest' }],
    ]),
  )('%s', (question, expected) => check(question, expected));
});

describe('small talk', () => {
  it.each([
    'thanks',
    'hello',
    'stop',
    'bye',
    'Hello, what can you do?',
    'Hi! Please help',
    'What kind of questions can I ask?',
    'How do I ask you something?',
    'Are you a robot?',
    'What languages do you speak?',
    'Do you make mistakes?',
    'Can you help me prepare for a meeting?',
  ])('%s is answered with a sentence, and no quote', (question) => check(question, { count: 0 }));
  it('help proposes questions that are answered', async () => {
    const { text } = await rapporteur.ask({ text: 'What can you do?' });
    const proposed = [...text.matchAll(/^- (.+)$/gmu)].map(([, question]) => question!);
    expect(proposed).toHaveLength(3);
    for (const question of proposed)
      expect((await rapporteur.ask({ text: question })).status, question).toBe('answered');
  });
});

describe('a timeline', () => {
  const all =
    /^What is dated.*\n- 2030: Tomas.*\n- June 2032: Ines Okafor \[2\]\n- October 2032: Mara.*\n- 2034: Wolfram/u;
  it.each([
    ['Make a timeline', { text: all, count: 4 }, []],
    // What was quoted last has no time of its own: what has one is shown, and not the quotes again.
    [
      'make a timeline',
      {
        text: /^Nothing dated was found in/u,
        status: 'not_found',
        count: 0,
      },
      ['What did Iyer say about tickets?'],
    ],
    ['now make a timeline of the session', { text: all, count: 4 }, ['What did Iyer say about tickets?']],
    ['A timeline of tickets', { text: /^Hardly anything dated was found on tickets; all that is dated:\n- 2030/u }, []],
    ['Give me a chronology of what Okafor said', { text: /\n- June 2032: Ines Okafor/u, count: 1 }, []],
  ] satisfies [string, Expected, string[]][])('%s', (question, expected, history) =>
    check(question, expected, history),
  );
});

describe('a promise', () => {
  it('is what somebody says they will do, and not the word', async () => {
    await check('What did Kleinhauser promise?', { text: /^Commitments \(1\)/u, quotes: ['We commit to share'] });
    const none = await rapporteur.ask({ text: 'What did Tanaka promise?' });
    expect(none.quotes).toEqual([]);
    expect(none.text).toMatch(/^I found no promise in the words of Mei Tanaka/u);
  });
  it('of one person is one name with its marks', async () => {
    const other = await rapporteurIn(temporaryFolder());
    const text =
      'We will build a dam. The weather was fine. We are going to plant trees. We will open a school by 2040.';
    const record = { id: 'p', title: 'Promises', turns: [{ speaker: 'Ana Ruiz', text }] };
    await other.ingest([{ name: 'p.json', bytes: Buffer.from(JSON.stringify(record)) }]);
    const answer = await other.ask({ text: 'What commitments were made?' });
    expect(answer.text).toMatch(/^Commitments \(3\): Ana Ruiz \[1\]\[2\] and Ana Ruiz \[3\] \(2040\)\./u);
    await other.close();
  });
});

describe('when', () => {
  it.each(
    cases([
      ['When might a declaration be signed?', { text: /^In 2034, in the words of Wolfram Kleinhauser \[1\]/u }],
      ['When will the tide tables be published?', { text: /^By June 2032, in the words of Ines Okafor/u }],
      ['When were the seals counted?', { text: /^In 2030, in the words of Tomas Lindqvist/u }],
    ]),
  )('%s', (question, expected) => check(question, expected));
});

describe('somebody who did not speak', () => {
  it('is shown where others name them', async () => {
    const answer = await rapporteur.ask({ text: 'What did Karl Ostermann say?' });
    expect(answer).toMatchObject({ status: 'nearest', quotes: [], related: [{ speaker: 'Tomas Lindqvist' }] });
    expect(answer.text).toMatch(/No speaker called Karl Ostermann .*Named by Tomas Lindqvist:$/u);
  });
});

describe('going on', () => {
  const asked = ['What did Lindqvist say about seals?'];
  it.each([
    ['open 1', { text: /^Quote 1/u, quotes: ['Karl Ostermann'] }, asked],
    ['open 9', { status: 'not_found', text: /no quote 9/u }, asked],
    ['what did he say just before that?', { who: 'Lindqvist', quotes: ['earn too little'] }, asked],
    ['and right after that?', { who: 'Lindqvist', quotes: ['Karl Ostermann'] }, asked],
    ['more', { status: 'not_found', text: /no more/u }, ['What did Iyer say about tickets?']],
    ['open 2', { status: 'not_found', text: /no answer before/u }, []],
  ] satisfies [string, Expected, string[]][])('%s', (question, expected, history) =>
    check(question, expected, history),
  );
  it('shows more of a long list, and says how many', async () => {
    const question = 'What figures were given?';
    const answer = await rapporteur.ask({ text: question });
    expect(answer.more ?? 0).toBe(0);
    await check('more', { status: 'not_found' }, [question]);
  });
});

describe('after an answer', () => {
  it('takes no figure from it for a place that is not named there', async () => {
    const history = ['What did Lindqvist say about seals?'];
    const answer = await rapporteur.ask({ text: 'How many attended in Port Sel?', history });
    expect(answer.quotes.map(({ text }) => text).join('\n')).not.toContain('312 seals');
  });
  it.each([
    [
      'How many people came?',
      { who: 'Tanaka', quotes: ['50 pilots'] },
      ['What was said about the training in Port Sel?'],
    ],
    [
      'Who paid for it?',
      { who: 'Tanaka', quotes: ['paid for the course'] },
      ['What did Tanaka say about the training?'],
    ],
    [
      'Why not binding?',
      { who: 'Kleinhauser', quotes: ['regional level'] },
      ['Did Kleinhauser want a binding treaty?'],
    ],
    [
      'When could it be signed?',
      { who: 'Kleinhauser', quotes: ['2034'] },
      ['What did Kleinhauser say about a declaration?'],
    ],
    [
      'No, I meant seals, not the levy',
      { who: 'Lindqvist', quotes: ['312 seals'] },
      ['What did Lindqvist say about the levy?'],
    ],
    ['What about Iyer?', { who: 'Iyer', quotes: ['oppose'] }, ['What did Okafor say about the levy?']],
    ['In one sentence', { who: 'Tanaka', count: 1 }, ['What did Tanaka say about energy?']],
    [
      'Compare them',
      { text: /^On levy:\n- Ines Okafor: \[1\].*\n- Rahul Iyer: \[2\]/u, who: 'Okafor Iyer' },
      ['What did Okafor say about the levy?', 'What did Iyer say about the levy?'],
    ],
    [
      'And on the wall?',
      { text: /^On wall:\n- Ines Okafor: .*\n- Tomas Lindqvist: /u, who: 'Okafor Lindqvist' },
      ['Compare Okafor and Lindqvist on the levy'],
    ],
    ['Based on what?', { status: 'nearest' }, ['What did Iyer say about tickets?']],
    ['Which ferries?', { who: 'Tanaka', quotes: ['largest ferries'] }, ['What did Tanaka say about fuel?']],
    ['What did she say?', { who: 'Ellison' }, ['Who was the moderator?']],
    ['And Kleinhauser?', { text: /^Commitments \(1\)/u, who: 'Kleinhauser' }, ['What did Okafor promise?', 'By when?']],
  ] satisfies [string, Expected, string[]][])('%s', (question, expected, history) =>
    check(question, expected, history),
  );
});
