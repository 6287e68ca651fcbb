/** What a check of a quotation tells besides its verdict, of an invented forum and the invented sample with its report. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewVerification } from '../../src/chat/answer-view.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { tideForum } from '../fixtures/tide-forum.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const again = {
    id: 'again',
    title: 'After the forum',
    date: '2031-06-01',
    turns: [
      { speaker: 'Olga Petrenko', text: 'We oppose the levy in any form. Seals are not the problem, if you ask me.' },
    ],
  };
  await rapporteur.ingest([
    { name: 'tides.json', bytes: Buffer.from(JSON.stringify(tideForum)) },
    { name: 'again.json', bytes: Buffer.from(JSON.stringify(again)) },
  ]);
});
afterAll(() => rapporteur.close());

describe('a quotation', () => {
  it.each([
    [
      'Iyer said “we oppose the levy in any form”, right?',
      { words: 'there', givenTo: 'Iyer', ofSpeaker: true, speaker: 'Rahul Iyer' },
    ],
    ['Petrenko: "We oppose the levy in any form"', { words: 'there', ofSpeaker: true, speaker: 'Olga Petrenko' }],
    ['Okafor said “we oppose the levy in any form”', { words: 'there', ofSpeaker: false }],
    ['“we oppose the levy in any form”', { words: 'there', ofSpeaker: null, ofSession: null }],
    ['Iyer said “we oppose the tax in any form”', { words: 'altered', verdict: 'altered', ofSpeaker: true }],
    ['we oppose the levy in any form', { words: 'there', givenTo: null }],
    ['the whales must pay for the wall of the town', { words: 'absent', verdict: 'not_found' }],
    ['Nous ne devons pas payer pour les baleines de la baie', { words: 'cannot tell', why: 'another language' }],
  ])('%s', async (typed, expected) => expect(await rapporteur.verify(typed)).toMatchObject(expected));

  it('has everyone who said it', async () => {
    const { by } = await rapporteur.verify('we oppose the levy in any form');
    expect(new Set(by!.map(({ speaker }) => speaker))).toEqual(new Set(['Olga Petrenko', 'Rahul Iyer']));
  });

  it.each([
    ['permitted to end the season early', /are not$/u],
    ['look for a binding treaty on ballast water', /not to$/u],
  ])('has what turns it: %s', async (words, before) => {
    const { verdict, beside } = await rapporteur.verify(words);
    expect(verdict).toBe('verbatim');
    expect(beside!.before).toMatch(before);
  });
  it.each(['We counted 312 seals in 2030', 'the levy must not fall on the fishing boats', 'the sea forgives nobody'])(
    'has nothing that turns it: %s',
    async (words) => expect(await rapporteur.verify(words)).toMatchObject({ verdict: 'verbatim', beside: null }),
  );

  it('is told to people with whose it is and what turns it', async () => {
    const { differences } = viewVerification(
      await rapporteur.verify('Okafor said “permitted to end the season early”'),
    );
    expect(differences[0]).toBe('Not in the words of Okafor, but of Tomas Lindqvist.');
    expect(differences[1]).toMatch(/^What stands beside them changes their sense: .*are not …/u);
  });
});

describe('what follows', () => {
  it('binds what is denied', async () => {
    const schools = await rapporteurIn(temporaryFolder());
    const turns = [
      { speaker: 'Lucian Perrot', text: 'No class will close without the consent of the mayor.' },
      { speaker: 'Ana Velde', text: 'I spoke without notes. Aucune classe ne fermera sans l’accord du maire.' },
    ];
    const record = { id: 'schools', title: 'Hearing on schools', date: '2031-01-02', turns };
    await schools.ingest([{ name: 'schools.json', bytes: Buffer.from(JSON.stringify(record)) }]);
    expect((await schools.verify('no class will close')).beside?.after).toMatch(/^without the consent/u);
    expect((await schools.verify('aucune classe ne fermera')).beside?.after).toMatch(/^sans l’accord/u);
    expect((await schools.verify('I spoke')).beside).toBeNull();
    expect(await schools.verify('“No class will close”, is that from Velde?')).toMatchObject({
      ofSpeaker: false,
      speaker: 'Lucian Perrot',
    });
    await schools.close();
  });
});

describe('among many sessions', () => {
  let many: Rapporteur;
  beforeAll(async () => {
    many = await rapporteurIn(temporaryFolder());
    const texts = [
      'A multi-stakeholder harbour council of 6,000 members will keep the tide gates open until autumn.',
      'The heron sanctuary begins behind the old tide gates, and nobody may land there.',
      'As I said, the heron sanctuary begins behind the old tide gates, and nobody may land there at all.',
      'Ferries wait behind the old tide gates while the heron sleeps in its sanctuary.',
    ];
    const records = Array.from({ length: 32 }, (_, at) => ({
      id: `harbour-${at}`,
      title: `Harbour day ${at}`,
      date: '2031-07-01',
      turns: [
        {
          speaker: `Pilot ${'ABCDEFGH'[at % 8]}`,
          text: `Good morning. ${texts[at] ?? 'The old tide gates of the harbour council.'}`,
        },
      ],
    }));
    await many.ingest(records.map((each) => ({ name: `${each.id}.json`, bytes: Buffer.from(JSON.stringify(each)) })));
  });
  afterAll(() => many.close());

  it.each([
    [
      'a word in one that the record has in two',
      'multistakeholder harbour council of 6000 members',
      'verbatim',
      'harbour-0',
    ],
    ['one word exchanged', 'the heron sanctuary ends behind the old tide gates', 'altered', 'harbour-1'],
    ['rare words of nobody in it', 'the old tide gates of the walrus council', 'altered', 'harbour-4'],
    [
      'the same words otherwise put together',
      'sanctuary ferries sleep, and gates of herons wait behind old councils',
      'not_found',
      undefined,
    ],
  ])('%s', async (_name, quotation, verdict, session) => {
    const found = await many.verify(quotation);
    expect([found.verdict, found.found?.session.id]).toEqual([verdict, session]);
  });

  it('has everyone who said it', async () => {
    const { by } = await many.verify('The heron sanctuary begins behind the old tide gates, and nobody may land there');
    expect(new Set(by!.map(({ speaker }) => speaker))).toEqual(new Set(['Pilot B', 'Pilot C']));
  });
});

describe('where the report of another session has it', () => {
  it('tells that it gives the words to somebody else, were there many sessions', async () => {
    const many = await rapporteurIn(temporaryFolder());
    const page = readFileSync(new URL('../../src/sample/rivers-session-page.txt', import.meta.url), 'utf8');
    // The samples step aside once other records are in.
    await many.ingest([{ name: 'brooks.txt', bytes: Buffer.from(page.replaceAll('Open Data for Rivers', 'Brooks')) }]);
    const [rivers] = await many.sessions();
    const argued = (await many.show(rivers!.id))!.findings.find(
      ({ kind, speakers }) => kind === 'argument' && speakers.length > 0,
    )!;
    const records = Array.from({ length: 14 }, (_, at) => ({
      id: `other-${at}`,
      title: `Other day ${at}`,
      date: '2031-08-01',
      turns: [
        {
          speaker: `Skipper ${'ABCDEFGHIJKLMN'[at]}`,
          text: at === 3 ? argued.text : 'The rivers and the data are late.',
        },
      ],
    }));
    await many.ingest(records.map((each) => ({ name: `${each.id}.json`, bytes: Buffer.from(JSON.stringify(each)) })));
    const found = await many.verify(argued.text);
    expect(found).toMatchObject({ verdict: 'verbatim', speaker: 'Skipper D' });
    expect(found.report!.map(({ speakers, session }) => [speakers, session.id])).toContainEqual([
      argued.speakers,
      rivers!.id,
    ]);
    await many.close();
  });
});

describe('under the Chatham House Rule', () => {
  let ruled: Rapporteur;
  beforeAll(async () => {
    ruled = await rapporteurIn(temporaryFolder());
    const closed = {
      id: 'closed',
      title: 'Closed talk on the gates',
      date: '2031-09-01',
      confidentiality: 'chatham-house',
      turns: [
        { speaker: 'Ruth Alder', text: 'I thank Mr. Bingley for his plan, and the gates will stay open.' },
        { speaker: 'Tom Bingley', text: 'The gates cost too much, as Ms. Alder told the board.' },
      ],
    };
    await ruled.ingest([{ name: 'closed.json', bytes: Buffer.from(JSON.stringify(closed)) }]);
  });
  afterAll(() => ruled.close());

  it.each([
    'I thank Mr. Bingley for his plan, and the gates will stay open',
    'I thank Dr. Walter Nemo for his plan, and the gates will stay open',
    'the gates cost too much, as Bingley told the board',
  ])('cannot be told whose name is masked, whoever is guessed: %s', async (words) => {
    const found = await ruled.verify(words);
    expect(found).toMatchObject({
      verdict: 'not_found',
      words: 'cannot tell',
      why: 'masked names',
      speaker: null,
      found: null,
      differences: [],
    });
    expect(viewVerification(found).verdict).toMatch(/cannot be told: names are masked there/u);
  });

  it.each([
    ['the gates will stay open', { verdict: 'verbatim', words: 'there', speaker: null }],
    ['the gates will stay shut, said the mayor of the town', { verdict: 'not_found', words: 'absent' }],
    ['I thank Mr. Bingley for his boat, and the gates will stay shut', { words: 'altered' }],
  ])('is told where no name is in question: %s', async (words, expected) =>
    expect(await ruled.verify(words)).toMatchObject(expected),
  );

  it('is told in an answer, with what comes nearest', async () => {
    const { status, text, related } = await ruled.ask({ text: 'Who said “I thank Mr. Bingley for his plan”?' });
    expect(status).toBe('nearest');
    expect(text).toMatch(/cannot be told/u);
    expect(related[0]!.text).toContain('I thank [name] for his plan');
  });
});

it('cannot be told of a library that is empty', async () => {
  const empty = await rapporteurIn(temporaryFolder());
  expect(await empty.verify('we oppose the levy')).toMatchObject({ words: 'cannot tell', why: 'nothing to look in' });
  await empty.close();
});

it('tells what the AI-written report has although nobody said it', async () => {
  const sample = await rapporteurIn(temporaryFolder());
  await sample.ingest([{ path: fileURLToPath(new URL('../../src/sample/rivers-session-page.txt', import.meta.url)) }]);
  const [session] = await sample.sessions();
  const { findings } = (await sample.show(session!.id))!;
  const summary = findings.find(({ kind }) => kind === 'summary')!.text.split(/(?<=\.)\s/u)[0]!;
  const { verdict, report } = await sample.verify(summary);
  expect(verdict).not.toBe('verbatim');
  expect(report!.map(({ kind }) => kind)).toContain('summary');
  await sample.close();
});
