/** Two records of one session: linked by whoever runs the library, named in quotes, shown side by side. All invented. */
import { readFileSync } from 'node:fs';
import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import widthOf from 'string-width';
import { viewQuote } from '../../src/chat/quote-view.ts';
import { ingestedPanel } from '../../src/chat/panels.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { runCommand } from '../fakes/command-line.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeEach(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
});
afterEach(() => rapporteur.close());

const facts = { title: 'Gauges on the river', date: '2025-06-03', event: 'Water Week' };
const english = {
  id: 'gauges-en',
  ...facts,
  language: 'en',
  turns: [
    { speaker: 'Luc Morel', text: 'We will pay for the gauges from the levy of the towns.', start: 0, language: 'fr' },
    { speaker: 'Ana Lind', text: 'The towns will not pay a levy for the gauges this year.', start: 30, language: 'en' },
  ],
};
const french = {
  id: 'gauges-fr',
  ...facts,
  language: 'fr',
  turns: [
    { speaker: 'Luc Morel', text: 'Nous allons payer les stations avec la taxe des villes.', start: 1 },
    { speaker: 'Ana Lind', text: 'Les villes ne vont pas payer la taxe pour les stations.', start: 33 },
  ],
};

const run = (...argv: string[]) => runCommand(argv, { open: () => ({ ...rapporteur, close: async () => {} }) });
const quoted = async (question = 'Who will pay for the gauges?') => {
  const { quotes } = await rapporteur.ask({ text: question, session: 'gauges-en' });
  return quotes.map((quote) => viewQuote(quote, 'q', ''));
};

describe('an interpretation', () => {
  it('is told in the quote, in what is shown and in JSON', async () => {
    await rapporteur.ingest([recordOf(english)]);
    const { quotes } = await rapporteur.ask({ text: 'Who will pay for the gauges?' });
    const [luc, ana] = ['Luc Morel', 'Ana Lind'].map((name) => quotes.find(({ speaker }) => speaker === name));
    expect([luc?.spokenIn, ana?.spokenIn]).toEqual(['fr', undefined]);
    expect(viewQuote(luc!, 'q', '').place).toBe('turn 1, 0:00 · interpretation from French');
    expect(luc).not.toHaveProperty('record');
    const { output } = await run('ask', 'Who will pay for the gauges?');
    expect(output.replaceAll(/\s+/g, ' ')).toContain('interpretation from French');
    expect((await run('search', 'pay gauges')).output.replaceAll(/\s+/g, ' ')).toContain('interpretation from French');
    const [turn] = await rapporteur.context({ session: 'gauges-en', turn: 0 }, 0);
    expect(turn).toMatchObject({ spokenIn: 'fr' });
  });

  it('is told of a whole track', async () => {
    await rapporteur.ingest([recordOf({ ...english, track: 'interpretation' })]);
    for (const { place } of await quoted()) expect(place).toMatch(/ · from the English interpretation$/u);
    await rapporteur.rebuild();
    expect(await rapporteur.show('gauges-en')).toMatchObject({ track: 'interpretation' });
  });

  it('is told where a title is so long that it has to be cut', async () => {
    await rapporteur.ingest([recordOf({ ...english, title: 'Gauges and more gauges '.repeat(20) })]);
    const [first] = await quoted('What did Luc Morel say about the levy?');
    expect(first!.where).toMatch(/… · turn 1, 0:00 · interpretation from French$/u);
    expect(first!.where.length).toBeLessThan(200);
  });
});

describe('records of one session', () => {
  it('are told of at ingest where they say it themselves, and linked by nobody else', async () => {
    await rapporteur.ingest([recordOf(english)]);
    const { files } = await rapporteur.ingest([recordOf(french)]);
    const [{ alike }] = files[0]!.sessions as [(typeof files)[0]['sessions'][0]];
    expect(alike).toMatchObject([{ id: 'gauges-en', why: 'the same event, day and title, in English' }]);
    expect((await rapporteur.show('gauges-fr'))!.links).toBeUndefined();
    // A place hears nothing of sessions that it may not see.
    expect(JSON.stringify(ingestedPanel(files[0]!))).not.toContain('gauges-en');
    // Linked, they are told of no more.
    await rapporteur.link('gauges-fr', 'gauges-en', 'record');
    const again = await rapporteur.ingest([recordOf({ ...french, turns: french.turns.slice(1) })]);
    expect(again.files[0]!.sessions[0]).not.toHaveProperty('alike');
  });

  it.each<[string, object]>([
    ['day', { date: '2025-06-04' }],
    ['title', { title: 'Gauges on the lake' }],
    ['event', { event: 'Other Week' }],
    ['language', { language: 'en', turns: english.turns }],
  ])('are not told of where the %s is not as it must be', async (_, other) => {
    await rapporteur.ingest([recordOf(english)]);
    const { files } = await rapporteur.ingest([recordOf({ ...french, ...other })]);
    expect(files[0]!.sessions[0]).not.toHaveProperty('alike');
  });

  it('of the United Nations are known by the number of their meeting', async () => {
    const record = (name: string) => ({
      name,
      bytes: readFileSync(new URL(`../fixtures/un-verbatim/${name}`, import.meta.url)),
    });
    await rapporteur.ingest([record('ports-in-french.txt')]);
    const { files } = await rapporteur.ingest([record('ports-in-russian.txt')]);
    expect(files[0]!.sessions[0]!.alike).toMatchObject([{ why: 'the same day and number of meeting, in French' }]);
  });

  it('are named in quotes, once somebody says what they are', async () => {
    await rapporteur.ingest([recordOf(english, french)]);
    expect((await quoted()).map(({ place }) => place)).not.toContain('from the');
    expect((await run('link', 'gauges-fr', 'gauges-en', '--as', 'interpretation')).output).toContain(
      'gauges-en is an interpretation of gauges-fr.',
    );
    const [first] = await quoted('What did Luc Morel say about the levy?');
    expect(first!.place).toBe('turn 1, 0:00 · interpretation from French · from the English interpretation');
    const { quotes } = await rapporteur.ask({ text: 'What did Luc Morel say about stations?', session: 'gauges-fr' });
    expect(quotes[0]!.record).toEqual({ as: 'original', kind: 'transcript', language: 'fr' });
    expect((await rapporteur.verify('Les villes ne vont pas payer')).found?.record?.as).toBe('original');
    await run('link', 'gauges-en', 'gauges-fr', '--as', 'official');
    expect((await quoted('What did Ana Lind say about the levy?'))[0]!.place).toMatch(
      /from the transcript in English$/u,
    );
    await run('link', 'gauges-en', 'gauges-fr', '--remove');
    expect((await quoted('What did Ana Lind say about the levy?'))[0]!.place).toBe('turn 2, 0:30');
  });

  it('cannot be linked with themselves, or with what is not there', async () => {
    await rapporteur.ingest([recordOf(english, french)]);
    expect(await run('link', 'gauges-en', 'gauges-en')).toMatchObject({
      code: 1,
      output: expect.stringContaining('not with itself'),
    });
    expect((await run('link', 'gauges-en', 'nowhere')).output).toContain('There is no session called “nowhere”');
    await expect(rapporteur.link('gauges-en', 'nowhere', 'record')).rejects.toThrow(/There is no session nowhere/u);
    expect((await run('link', 'gauges-en', 'gauges-fr', '--as', 'copy')).code).toBe(1);
  });

  it('are not named to a place that may not see them', async () => {
    await rapporteur.ingest([recordOf(english, french)]);
    await rapporteur.link('gauges-en', 'gauges-fr', 'original');
    expect((await rapporteur.show('gauges-en'))!.links).toMatchObject([{ session: 'gauges-fr' }]);
    expect(await rapporteur.show('gauges-en', { sessions: ['gauges-en'] })).not.toHaveProperty('links');
  });
});

describe('side by side', () => {
  beforeEach(() => rapporteur.ingest([recordOf(english, french)]));

  it.each([80, 100])('stand in two columns of a terminal of %i', async (columns) => {
    const open = () => ({ ...rapporteur, close: async () => {} });
    const { output } = await runCommand(['show', 'gauges-en', '--beside', 'gauges-fr'], { open, columns });
    expect(output).toContain('Turns stand beside those of the same time.');
    const lines = output.trimEnd().split('\n');
    expect(Math.max(...lines.map((line) => widthOf(line)))).toBeLessThanOrEqual(columns);
    const words = lines.filter((line) => line.includes(' │ '));
    const [left, right] = [0, 1].map((side) => words.map((line) => line.split(' │ ')[side]!.trim()).join(' '));
    for (const { text } of english.turns) expect(left!.replaceAll(/\s+/g, ' ')).toContain(text);
    for (const { text } of french.turns) expect(right!.replaceAll(/\s+/g, ' ')).toContain(text);
    // A turn begins on one line with the one beside it.
    expect(words.find((line) => line.includes('2. Ana Lind'))!.split(' │ ')[1]).toContain('2. Ana Lind');
    expect(left).toContain('spoke in French');
  });

  it('stand one below the other in a narrow one, and as pairs in JSON', async () => {
    const open = () => ({ ...rapporteur, close: async () => {} });
    const { output } = await runCommand(['show', 'gauges-en', '--beside', 'gauges-fr'], { open, columns: 60 });
    expect(output).not.toContain(' │ ');
    expect(Math.max(...output.split('\n').map((line) => widthOf(line)))).toBeLessThanOrEqual(60);
    const { by, rows, left } = JSON.parse(
      (await run('show', 'gauges-en', '--beside', 'gauges-fr', '--json')).output,
    ) as {
      by: string;
      rows: object[];
      left: { id: string };
    };
    expect({ by, rows, left: left.id }).toEqual({
      by: 'times',
      rows: [0, 1].map((at) => ({ left: [at], right: [at] })),
      left: 'gauges-en',
    });
  });

  it('are said not to be aligned where they cannot be, and wide words push nothing aside', async () => {
    const wide = {
      id: 'wide',
      title: 'Wide',
      turns: [{ text: `https://example.org/${'long'.repeat(40)} 我们从来没有反对这项提案。`.repeat(2) }],
    };
    await rapporteur.ingest([recordOf(wide)]);
    const { output } = await run('show', 'wide', '--beside', 'gauges-fr');
    expect(output.replaceAll(/\s+/g, ' ')).toContain('could not be aligned');
    expect(Math.max(...output.split('\n').map((line) => widthOf(line)))).toBeLessThanOrEqual(80);
  });
});
