/** What somebody does by saying a sentence, and how it is asked for: the sentences are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whatIsAsked, type SpeechAct } from '../../src/asking/parts/wanted.ts';
import { performs } from '../../src/answering/stances/speech-acts.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const done: [SpeechAct, string][] = [
  ['warning', 'Our main concern is that the small ports are forgotten.'],
  ['warning', 'We face a serious shortage of pilots.'],
  ['warning', 'We must address the great problem of empty boats.'],
  ['warning', 'The pace of building can outstrip the rules.'],
  ['warning', 'Nous sommes confrontés à un grand danger.'],
  ['warning', 'Nos preocupa la falta de pilotos.'],
  ['warning', 'Мы обеспокоены состоянием порта.'],
  ['warning', '港口面临很大的风险。'],
  ['warning', 'نحن قلقون، والمخاطر كثيرة.'],
  ['blame', 'The port authority failed to dredge the channel.'],
  ['blame', 'The help came too late for the eels.'],
  ['praise', 'I would like to congratulate the harbour on its new quay.'],
  ['praise', 'Nous saluons le travail du port.'],
  ['hope', 'We hope that the ferry will come back.'],
  ['hope', 'Надеемся, что паром вернётся.'],
  ['proposal', 'We should lower the fare for pupils.'],
  ['proposal', 'It is essential that the tide tables are open.'],
  ['proposal', "It's going to be very important to find a balance of boats and nets."],
  ['warning', 'The small ports are very vulnerable to storms.'],
  ['announcement', 'We have set up a school for divers.'],
  ['announcement', 'I am pleased to announce a new line to Port Sel.'],
  ['example', 'For example, the town of Varn counts its seals.'],
  ['example', '例如，瓦恩市统计海豹。'],
  ['quoting', 'As Edda Vik, the poet of the fjord, once said, no tide waits for a clerk.'],
  ['quoting', 'I go back to Ola Brandt, who wrote that nets beget nets.'],
];
const notDone: [SpeechAct, string][] = [
  ['warning', 'The topic is the applications and challenges of new boats.'],
  ['warning', 'Seals are not a problem.'],
  ['warning', 'We work so that no one is left behind.'],
  ['warning', 'Is there a serious risk?'],
  ['warning', 'That is how it is, I am afraid.'],
  ['warning', 'This school can help us to overcome the great challenges together.'],
  ['announcement', 'We already built the largest quay of the bay.'],
  ['proposal', 'I want to say how glad we are.'],
  ['proposal', 'Some people say that if you have no boat, then perhaps you should still pay the fee of the quay.'],
  ['proposal', 'The latest guidance on boats says that half of it should be spent on nets.'],
  ['proposal', 'There is still some feeling that small boats should be left out.'],
  ['proposal', "Let's pretend to go back to the quay."],
  ['proposal', 'The quay is long, I have to say, and I must admit that I like it.'],
  ['proposal', "It does not need to be told twice, and let's hope it will not."],
  ['proposal', 'The paper says that the government is calling on the yards for ideas.'],
  ['proposal', 'The old grant of the town is crucial to that.'],
  ['proposal', 'I want to go back to the boats of the mill.'],
  ['proposal', 'When you are in a small yard, you have to mend it all yourself.'],
  ['warning', 'Families with children that are particularly vulnerable are visited.'],
  ['praise', 'Thank you, Chair.'],
  ['hope', 'I look forward to hearing from you.'],
  ['announcement', 'The wall is two metres high.'],
  ['example', 'The case is closed.'],
  ['quoting', 'As I said, the quay is long.'],
  ['quoting', 'We once had a ferry.'],
];

it.each(done)('%s: %s', (act, sentence) => expect(performs(act, sentence)).toBe(true));
it.each(notDone)('no %s: %s', (act, sentence) => expect(performs(act, sentence)).toBe(false));

it.each<[string, SpeechAct]>([
  ['What did Okafor warn about?', 'warning'],
  ['What problems did she name?', 'warning'],
  ['Which risks do speakers see?', 'warning'],
  ['What does Lindqvist criticise?', 'blame'],
  ['What did Tanaka praise?', 'praise'],
  ['What does the union hope for?', 'hope'],
  ['What did Iyer call for?', 'proposal'],
  ['What recommendations were made?', 'proposal'],
  ['What did Blue Quay announce?', 'announcement'],
  ['Which examples did Iyer give?', 'example'],
  ['Whom does Iyer quote?', 'quoting'],
  ['And which poets did she cite?', 'quoting'],
  ['Quels sont les risques ?', 'warning'],
  ['¿Qué propuso Okafor?', 'proposal'],
  ['Какие проблемы назвала Танака?', 'warning'],
  ['田中提出了哪些建议？', 'proposal'],
  ['ما هي المخاطر؟', 'warning'],
])('%s', (question, act) => expect(whatIsAsked(question).asksFor).toContain(act));

describe('of a session', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([
      recordOf({
        id: 'quay',
        title: 'Quay talks',
        date: '2031-06-01',
        speakers: [
          { name: 'Ada Brink', role: 'Pilot' },
          { name: 'Ole Voss', role: 'Diver' },
        ],
        turns: [
          {
            speaker: 'Ada Brink',
            text: 'We have opened a school for pilots. Our main concern is that the young ones leave. We should pay them better.',
          },
          {
            speaker: 'Ole Voss',
            text: 'Divers face a serious danger in winter, the cold. The boats are blue. I like the quay in the evening.',
          },
          { speaker: 'Ada Brink', text: 'As my grandmother once said, a wet rope holds.' },
        ],
      }),
    ]);
  });
  afterAll(() => rapporteur.close());

  it.each([
    ['What did Brink announce?', ['We have opened a school for pilots.']],
    ['What did Brink warn about?', ['Our main concern is that the young ones leave.']],
    ['What does Brink propose?', ['We should pay them better.']],
    ['Whom does Brink quote?', ['As my grandmother once said, a wet rope holds.']],
    [
      'What problems did speakers name?',
      ['Our main concern is that the young ones leave.', 'Divers face a serious danger in winter, the cold.'],
    ],
    ["What are the downsides of winter in Voss's eyes?", ['Divers face a serious danger in winter, the cold.']],
    ['What drawbacks does Voss see?', ['Divers face a serious danger in winter, the cold.']],
    ['What problems were named for divers?', ['Divers face a serious danger in winter, the cold.']],
  ])('%s', async (text, quotes) => {
    const answer = await rapporteur.ask({ text });
    expect(answer.status, answer.text).toBe('answered');
    expect(answer.quotes.map((quote) => quote.text)).toEqual(quotes);
  });

  it('shows what somebody spoke of where they do no such thing, and not the words of others', async () => {
    const { status, quotes, related } = await rapporteur.ask({ text: 'What did Voss announce?' });
    expect([status, quotes]).toEqual(['nearest', []]);
    expect(related.length).toBeGreaterThan(0);
    expect(related.map(({ speaker }) => speaker)).toEqual(related.map(() => 'Ole Voss'));
  });
});

describe('of several sessions', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([
      recordOf({
        id: 'weir',
        title: 'The weir',
        date: '2031-07-01',
        speakers: [{ name: 'Ida Rowe', role: 'Miller' }],
        turns: [
          {
            speaker: 'Ida Rowe',
            text: 'The winter was long. We should repair the weir of the old mill before autumn.',
          },
        ],
      }),
      recordOf({
        id: 'fares',
        title: 'Fares',
        date: '2031-08-01',
        speakers: [{ name: 'Per Lund', role: 'Skipper' }],
        turns: [
          {
            speaker: 'Per Lund',
            text: 'The ferry is full in summer. We should sell the return fares at the kiosk as well.',
          },
        ],
      }),
    ]);
  });
  afterAll(() => rapporteur.close());

  it('is told where the matter is said', async () => {
    const { status, quotes } = await rapporteur.ask({
      text: 'What recommendations were made on the weir of the mill?',
    });
    expect(status).toBe('answered');
    expect(quotes.map(({ text }) => text)).toEqual(['We should repair the weir of the old mill before autumn.']);
  });

  it('is not told by who says half of it and proposes something else', async () => {
    const { quotes } = await rapporteur.ask({ text: 'What proposals were there for autumn on the ferry?' });
    expect(quotes.filter(({ session }) => session.id === 'weir')).toEqual([]);
  });
});

describe('a demand that goes on', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    const text = `The boats are old. We call for an end to the levy on small boats. For a fair price of nets. And that the quay be
      open to all. For years nobody listened. To begin with, I thank the mill. To tackle those obstacles, a joint yard is the key.`;
    const turns = [{ speaker: 'Runa Teale', text: text.replaceAll(/\s+/gu, ' ') }];
    await rapporteur.ingest([recordOf({ id: 'levy', title: 'Levy on boats', date: '2031-05-06', turns })]);
  });
  afterAll(() => rapporteur.close());

  it('is told with all that is demanded', async () => {
    const { quotes } = await rapporteur.ask({ text: 'What did Teale call for?' });
    expect(quotes.map((quote) => quote.text)).toEqual([
      'We call for an end to the levy on small boats.',
      'For a fair price of nets.',
      'And that the quay be open to all.',
    ]);
  });

  it('is followed by what would mend what is in the way, where that is asked for', async () => {
    const { quotes } = await rapporteur.ask({ text: 'What does Teale propose to deal with the obstacles?' });
    expect(quotes.map((quote) => quote.text)).toContain('To tackle those obstacles, a joint yard is the key.');
  });
});
