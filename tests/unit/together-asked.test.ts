/** Of several at once: whether two see it alike, whether all or none spoke of it, who is not among those who did. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/asking/inquiry.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const said: [speaker: string, text: string][] = [
  ['Vera Holm', `Welcome to the lamp forum in Sorn. Let us begin with the first speaker, who has come by boat.`],
  [
    'Anders Bakke',
    `The old lighthouse burns too much electricity, and the town pays for it. I believe that a binding treaty on harbour
    lights would only slow us down, and I do not support a binding treaty.`,
  ],
  [
    'Lucia Prado',
    `Our engines are powerful, and we are proud of the yard. A treaty on harbour lights is what every captain wants.
    We save energy on each of the nine ferries since the spring.`,
  ],
  [
    'Omar Haddad',
    `Skippers are few, and there is a shortage of skilled pilots in every port. The youngest of them leave for the oil rigs.`,
  ],
];

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const session = {
    id: 'lamp-forum',
    title: 'Lamps along the Coast',
    date: '2032-04-02',
    speakers: [...new Set(said.map(([name]) => name))].map((name) => ({ name })),
    turns: said.map(([speaker, text]) => ({ speaker, text: text.replaceAll(/\s+/gu, ' ') })),
  };
  await rapporteur.ingest([{ name: 'lamps.json', bytes: Buffer.from(JSON.stringify(session)) }]);
});
afterAll(() => rapporteur.close());

const ask = (text: string) => rapporteur.ask({ text });

describe('two who are asked of together', () => {
  it.each([
    'Do Bakke and Prado see the treaty on harbour lights the same way?',
    'Are Bakke and Prado of one mind on the treaty on harbour lights?',
    'Do both Bakke and Prado want the treaty on harbour lights?',
    'Would Bakke and Prado sign the treaty on harbour lights?',
  ])('%s', async (question) => {
    const { text, quotes } = await ask(question);
    expect(text).toMatch(/- Anders Bakke: .*\n- Lucia Prado: /u);
    expect(quotes.map(({ speaker }) => speaker)).toEqual(expect.arrayContaining(['Anders Bakke', 'Lucia Prado']));
  });

  it('no yes for both where one alone named it', async () => {
    const { text, quotes } = await ask('Did Bakke and Haddad both mention electricity?');
    expect(text).toMatch(/- Anders Bakke: \[1\]\.\n- Omar Haddad: nothing on it is found\./u);
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Anders Bakke']);
  });

  it('whoever calls it otherwise comes nearest, and is not told to be silent', async () => {
    const { text, quotes } = await ask('How do Bakke and Prado differ on electricity?');
    expect(text).toMatch(/- Lucia Prado: nothing for certain; nearest \[2\]\./u);
    expect(quotes[1]!.text).toContain('We save energy');
  });

  it('an engine that is powerful is no power that is used', async () => {
    const { quotes } = await ask('How do Bakke and Prado differ on power?');
    expect(quotes.map(({ text }) => text).join(' ')).not.toMatch(
      /^Our engines are powerful, and we are proud of the yard\.$/mu,
    );
  });
});

describe('all, none, and those who are not among them', () => {
  it.each([
    'Did everyone mention electricity?',
    'Did all the speakers mention electricity?',
    'Who is not among those who spoke of electricity?',
    'Which speakers did not mention electricity?',
  ])('%s', async (question) => {
    const { text } = await ask(question);
    expect(text).toMatch(
      /^No word of electricity from Vera Holm and Omar Haddad\. Named by Anders Bakke \[1\]\. Perhaps in other words: Lucia Prado \[2\]\.$/u,
    );
  });

  it.each([
    'Did nobody mention electricity?',
    'Did none of the speakers mention electricity?',
    'Was electricity not mentioned?',
  ])('%s', async (question) => {
    const { text } = await ask(question);
    expect(text).toBe('Anders Bakke [1] spoke of this.');
  });

  it('where nobody did, neither a yes nor a no that could be misread', async () => {
    const { text, status } = await ask('Did nobody mention whales?');
    expect(status).not.toBe('answered');
    expect(text).toMatch(/^Nobody speaks of whales in these words/u);
  });

  it.each(['Who did not support a binding treaty?', 'Who would vote against a binding treaty?'])(
    '%s',
    async (question) => {
      const { text, quotes } = await ask(question);
      expect(text).toMatch(/^Against it, by their own words: Anders Bakke \[1\]\.$/u);
      expect(quotes).toHaveLength(1);
    },
  );

  it('whoever did is not named for those who did not', async () => {
    const { status } = await ask('Which speaker has not come by boat?');
    expect(status).toBe('nearest');
  });
});

const read = (text: string) => readQuestion(text, [], () => []);

it('members are asked for as speakers are', () =>
  expect(read('Which members spoke of rice?')).toMatchObject({ asksWho: true, words: 'of rice' }));

it('those of a trade may be against it', () =>
  expect(read('Are the lamp makers against the new bulbs?').asksFor).toContain('against'));

it('when a thing should start is no beginning of what somebody said', () =>
  expect(read('When should the levy start?').words).toContain('start'));

it('an agreement that binds is no agreement of those who speak', () => {
  expect(read('Who would sign a binding agreement on lamps?').subject).toBeNull();
  expect(read('Was there agreement on lamps?').subject).toMatchObject({ called: 'agreements' });
});

it('which of many who are called alike is meant nobody knows', async () => {
  const many = await rapporteurIn(temporaryFolder());
  const meetings = ['one', 'two'].map((id) => ({
    id,
    title: `Lamp design meeting ${id}`,
    speakers: ['Marketing', 'Industrial Designer'].map((name) => ({ name })),
    turns: [
      { speaker: 'Marketing', text: `People in group ${id} want a yellow lamp, and they said so twice.` },
      { speaker: 'Industrial Designer', text: `The yellow lamp of group ${id} is too dear for us to build.` },
    ],
  }));
  await many.ingest(meetings.map((each) => ({ name: `${each.id}.json`, bytes: Buffer.from(JSON.stringify(each)) })));
  const { text } = await many.ask({ text: 'Do Marketing and the Industrial Designer agree on the yellow lamp?' });
  expect(text).not.toMatch(/- .*: \[\d\]/u);
  await many.close();
});
