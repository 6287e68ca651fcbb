/** Papers that are asked for in a chat. */
import mammoth from 'mammoth';
import { afterEach, describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/chat/commands.ts';
import { mayBeShown } from '../../src/chat/kept-answers.ts';
import { makePaper, readPaper } from '../../src/chat/papers/asked.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { imprintIn } from '../../src/research/imprint.ts';
import { depthsRecord } from '../fixtures/depths.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

describe('what is typed', () => {
  it.each([
    ['brief calibration', { of: 'brief', about: 'calibration', as: 'docx' }],
    ['Brief me on the levy as a PDF', { of: 'brief', about: 'the levy', as: 'pdf' }],
    ['quotes from Ana Ruiz', { of: 'quotes', speaker: 'Ana Ruiz', as: 'docx' }],
    ['quotes by Ana Ruiz on the levy as bibtex', { of: 'quotes', speaker: 'Ana Ruiz', about: 'the levy', as: 'bib' }],
    ['quotes on the levy as csv', { of: 'quotes', about: 'the levy', as: 'csv' }],
    [
      'compare Ana Ruiz, Par Holm and UNCTAD on energy as docx',
      { of: 'comparison', sides: ['Ana Ruiz', 'Par Holm', 'UNCTAD'], about: 'energy', as: 'docx' },
    ],
  ])('%s', (typed, asked) => {
    expect(parseCommand(typed)).toEqual({ name: 'paper', asked });
  });

  it.each([
    'Compare what Ruiz and Holm said about energy',
    'compare Ruiz and Holm on energy',
    'Was the brief late?',
    'quotes',
    'What quotes are from Ruiz?',
    'brief',
  ])('“%s” is a question', (typed) => {
    expect(parseCommand(typed).name).toBe('ask');
  });
});

describe('a paper', () => {
  let rapporteur: Rapporteur | null = null;
  afterEach(async () => {
    await rapporteur?.close();
    rapporteur = null;
  });
  const seen = { origins: ['operator'], place: 'slack:T1/C1' };
  const make = async (typed: string) => {
    rapporteur ??= await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([depthsRecord()]);
    return makePaper(readPaper(typed)!, rapporteur, [seen], new Date('2026-03-04T10:00:00Z'));
  };

  it.each(['brief water', 'quotes from Mei Tanaka', 'compare Ines Okafor and Mei Tanaka on water as docx'])(
    'of “%s” is a Word file that opens, with its quotations',
    async (typed) => {
      const { file, quotes } = await make(typed);
      expect(file.name).toMatch(/^[a-z-]+\.docx$/u);
      const bytes = Buffer.from(file.base64, 'base64');
      const { value } = await mammoth.extractRawText({ buffer: bytes });
      expect(quotes.length).toBeGreaterThan(0);
      for (const { text } of quotes) expect(value).toContain(`“${text}”`);
      expect(imprintIn(bytes)!.quotes.length).toBeGreaterThanOrEqual(quotes.length);
    },
  );

  it('has nothing of what the place may not see, and is not shown again once it is closed', async () => {
    const paper = await make('brief water as md');
    expect(paper.quotes.length).toBeGreaterThan(0);
    const reply = { kind: 'paper', id: 'a', ...paper } as const;
    expect(await mayBeShown(reply, [seen], rapporteur!)).toBe(true);
    await rapporteur!.setRule({ session: 'harbour' }, 'restricted slack:T9');
    expect(await mayBeShown(reply, [seen], rapporteur!)).toBe(false);
    const again = await makePaper(readPaper('brief water as md')!, rapporteur!, [seen], new Date());
    expect(again.quotes).toEqual([]);
    expect(Buffer.from(again.file.base64, 'base64').toString()).not.toMatch(/metre|Tanaka|Okafor/u);
  });
});
