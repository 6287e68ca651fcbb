import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endIn, withoutEnd } from '../../src/asking/parts/ends.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

describe('how somebody ended', () => {
  it.each([
    'How did she conclude?',
    'How did Ana Ruiz close?',
    'How did the Minister of Water finish?',
    'What did he say at the end?',
  ])('is asked: %s', (question) => expect(endIn(question)).toBe('end'));
  it.each([
    'How long was the mill closed?',
    'When was the mine closed?',
    'Why did the war end?',
    'When will the bridge be finished?',
    'How many kilns were closed?',
    'Why has the old ferry line closed?',
  ])('is not, where a thing ended: %s', (question) => {
    expect(endIn(question)).toBeNull();
    expect(withoutEnd(question)).toBe(question);
  });
});

describe('how long something took', () => {
  let rapporteur: Rapporteur;
  const folder = temporaryFolder();
  beforeAll(async () => {
    rapporteur = await rapporteurIn(folder);
    const talk = (id: string, ...lines: string[]) => ({
      id,
      title: `Invented talk on ${id}`,
      date: '2025-03-04',
      speakers: [],
      turns: lines.map((line, at) => {
        const [speaker, text] = line.split(': ');
        return { speaker: speaker!, text: text!, start: at * 10 };
      }),
    });
    await rapporteur.ingest([
      recordOf(
        talk('mills', 'Ada Prill: The flood closed our mill for three years.', 'Jory Fenwick: And nobody was paid.'),
        talk('tapes', 'Ada Prill: So you just put the mill on the map, then?', 'Jory Fenwick: Yeah, right.'),
        talk('kilns', 'Ada Prill: You keep a kiln in the yard, I hear?', 'Jory Fenwick: Oh, yeah.'),
      ),
    ]);
  });
  afterAll(() => rapporteur.close());

  it('is told by who says it', async () => {
    const { quotes, status } = await rapporteur.ask({ text: 'How long was the mill closed?' });
    expect(status).toBe('answered');
    expect(quotes.map(({ text }) => text)).toEqual(['The flood closed our mill for three years.']);
  });
  it('is not told by a yes to another question', async () => {
    const { quotes } = await rapporteur.ask({ text: 'How long was the kiln closed?' });
    expect(quotes.map(({ text }) => text)).not.toContain('Oh, yeah.');
  });
});
