/** What a newcomer met on a first day, on invented records: questions proposed, who is against what, long names of speakers. */
import { expect, it, onTestFinished } from 'vitest';
import { renderSpeakers } from '../../adapters/terminal/render.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

async function withRecord(turns: [speaker: string | null, text: string][]): Promise<Rapporteur> {
  const rapporteur = await rapporteurIn(temporaryFolder());
  onTestFinished(() => rapporteur.close());
  const record = {
    id: 'weirs',
    title: 'Weirs of the upper valley',
    date: '2031-04-02',
    turns: turns.map(([speaker, text]) => ({ speaker, text })),
  };
  await rapporteur.ingest([{ name: 'weirs.json', bytes: Buffer.from(JSON.stringify(record)) }]);
  return rapporteur;
}

it('proposes no question about a number', async () => {
  const rapporteur = await withRecord([
    ['Ines Okafor', 'The boats were late. We waited for the five. Then we spoke of the five, and of the sluice.'],
    ['Tomas Lindqvist', 'Nobody saw the five. We repaired the sluice.'],
  ]);
  const { text } = await rapporteur.ask({ text: 'What can you do?' });
  expect(text).toContain('sluice');
  expect(text).not.toContain('five');
});

it('does not say of many who have half of the matter beside a "not" that they are against it', async () => {
  const half: [string, string][] = [
    ['Ines Okafor', 'The grazing rules were not read out this morning.'],
    ['Tomas Lindqvist', 'We could not find the parking rules on the wall.'],
    ['Mei Tanaka', 'The house rules do not mention the kitchen.'],
  ];
  const rapporteur = await withRecord([...half, ['Olga Petrenko', 'The binding of the book came off.']]);
  const answer = await rapporteur.ask({ text: 'Who opposed binding rules?' });
  expect(answer.status, answer.text).not.toBe('answered');
  expect(answer.text).not.toMatch(/^Against it/u);
});

it('prints the office of a speaker within the columns, and their name in bold', async () => {
  const speaker = {
    name: 'Ines Okafor',
    otherNames: [],
    role: 'Deputy Director General of the Academy for Weirs, Sluices and other Works of the Upper Valley',
    affiliation: null,
    sessions: [],
    turnCount: 1,
  };
  const plain = renderSpeakers([speaker], { columns: 40, colours: false }).split('\n');
  for (const line of plain) expect(line.length, line).toBeLessThanOrEqual(40);
  expect(plain[0]).toMatch(/^Ines Okafor, Deputy/u);
  expect(renderSpeakers([speaker], { columns: 40, colours: true })).toContain('Ines Okafor\u001B[22m, Deputy');
});

it('does not say that somebody is against a matter for a "not" that is of something else', async () => {
  const rapporteur = await withRecord([
    [
      'Ines Okafor',
      'I will not repeat the long list of this morning, which began and ended with the question of sluices.',
    ],
    ['Tomas Lindqvist', 'We have three sluices. My office does not want the new sluices in the valley.'],
  ]);
  const answer = await rapporteur.ask({ text: 'Who is against the sluices?' });
  expect(answer.text).toMatch(/^Against it, by their own words: Tomas Lindqvist \[1\]/u);
  expect(answer.quotes.map(({ speaker }) => speaker)).toEqual(['Tomas Lindqvist']);
});

it('knows that a convention against something is against nothing else', async () => {
  const rapporteur = await withRecord([
    ['Ines Okafor', 'We welcome the Convention against Poaching. It protects the weirs against thieves.'],
    ['Tomas Lindqvist', 'The sluices are old.'],
  ]);
  const answer = await rapporteur.ask({ text: 'Who is against the Convention against Poaching?' });
  expect(answer.text).not.toMatch(/^Against it/u);
});

it('is not sure of a "not" beside a single word', async () => {
  const rapporteur = await withRecord([
    ['Ines Okafor', 'We did not see the sluices before noon.'],
    ['Tomas Lindqvist', 'We repaired the sluices, as opposed to the boats.'],
  ]);
  const answer = await rapporteur.ask({ text: 'Who is against the sluices?' });
  expect(answer.text).not.toMatch(/^Against it/u);
  expect(answer).toMatchObject({ status: 'nearest', related: [{ speaker: 'Ines Okafor' }] });
});

it('takes those whom a record does not name for several who are against it, not for one', async () => {
  const rapporteur = await withRecord([
    [null, 'We oppose the new sluices in the valley.'],
    ['Mei Tanaka', 'Thank you for that.'],
    [null, 'My village rejects the new sluices, too.'],
  ]);
  const { text, quotes } = await rapporteur.ask({ text: 'Who is against the new sluices?' });
  expect(text).toMatch(/^Against it/u);
  expect(quotes.map(({ turn }) => turn)).toEqual([0, 2]);
});

it('counts somebody who is written in two ways once among those who are against it', async () => {
  const rapporteur = await withRecord([
    ['Olga Petrenko', 'We oppose the new sluices in the valley.'],
    ['Ines Okafor', 'I reject the new sluices of the valley.'],
  ]);
  const later = {
    id: 'later',
    title: 'Weirs of the lower valley',
    date: '2031-05-02',
    turns: [{ speaker: 'Ms. Olga Petrenko', text: 'Again I oppose the new sluices in the valley.' }],
  };
  await rapporteur.ingest([{ name: 'later.json', bytes: Buffer.from(JSON.stringify(later)) }]);
  const { quotes } = await rapporteur.ask({ text: 'Who is against the new sluices?' });
  expect(quotes.filter(({ speaker }) => speaker?.includes('Petrenko'))).toHaveLength(1);
  expect(quotes).toHaveLength(2);
});

it('tells of somebody who has two names in two sessions as of one', async () => {
  const rapporteur = await withRecord([
    ['Mr. Pavel Orlo (Varn—Lakeside)', 'The otter quota is too small for the valley.'],
  ]);
  const later = {
    id: 'later',
    title: 'Otters of the upper valley',
    date: '2031-05-02',
    turns: [{ speaker: 'Mr. Pavel Orlo', text: 'I asked for a larger otter quota twice.' }],
  };
  await rapporteur.ingest([{ name: 'later.json', bytes: Buffer.from(JSON.stringify(later)) }]);
  for (const text of ['What was said about the otter quota?', 'Who spoke about the otter quota?']) {
    const answer = await rapporteur.ask({ text });
    expect(answer.quotes).toHaveLength(2);
    expect(answer.text).toMatch(/^Mr\. Pavel Orlo (?:\(Varn—Lakeside\) )?\[1\]\[2\] spoke of this/u);
  }
});

it('takes no word that joins clauses for a matter misspelt', async () => {
  const rapporteur = await withRecord([
    ['Ines Okafor', 'Nobody knows whether this weir is lawful.'],
    ['Tomas Lindqvist', 'The sluice was repaired.'],
  ]);
  const { status, text } = await rapporteur.ask({ text: 'What was said about the weather?' });
  expect(status, text).not.toBe('answered');
});
