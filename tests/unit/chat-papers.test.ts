/** Papers that are asked for in a chat. */
import mammoth from 'mammoth';
import { afterEach, describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/chat/commands.ts';
import { mayBeShown } from '../../src/chat/kept-answers.ts';
import { makePaper, readPaper } from '../../src/chat/papers/asked.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { imprintIn } from '../../src/research/imprint.ts';
import { depthsRecord, depthsWith } from '../fixtures/depths.ts';
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
    ['quotes from Ana Ruiz in Coast Week', { of: 'quotes', speaker: 'Ana Ruiz', session: 'Coast Week', as: 'docx' }],
    ['commitments', { of: 'commitments', as: 'docx' }],
    ['Open commitments as a calendar', { of: 'commitments', open: true, as: 'ics' }],
    [
      'commitments by Ana Ruiz in Coast Week on the levy as csv',
      { of: 'commitments', speaker: 'Ana Ruiz', session: 'Coast Week', about: 'the levy', as: 'csv' },
    ],
    ['agreements in Coast Week as svg', { of: 'agreements', session: 'Coast Week', as: 'svg' }],
    ['agreements on the levy; the reef', { of: 'agreements', about: ['the levy', 'the reef'], as: 'docx' }],
    ['report on the harbour hearing', { of: 'report', session: 'harbour hearing', as: 'docx' }],
    ['/report harbour as pdf', { of: 'report', session: 'harbour', as: 'pdf' }],
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
    'commitments?',
    'Commitments that were made',
    'Who agrees on the levy?',
    'agreements from Ana Ruiz',
    'Report on what was said?',
    'report',
  ])('“%s” is a question', (typed) => {
    expect(parseCommand(typed).name).toBe('ask');
  });
});

const promising = depthsWith(2, 'Ines Okafor', 'We will publish the figures of the pilots by 30 April 2026.');

describe('a paper', () => {
  let rapporteur: Rapporteur | null = null;
  afterEach(async () => {
    await rapporteur?.close();
    rapporteur = null;
  });
  const seen = { origins: ['operator'], place: 'slack:T1/C1' };
  const make = async (typed: string) => {
    rapporteur ??= await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([depthsRecord(promising)]);
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

  it.each([
    ['commitments as md', /What was (?:undertaken|asked of others|proposed)/u],
    ['commitments as ics', /^BEGIN:VCALENDAR\r\n/u],
    ['commitments as csv', /^\uFEFFkind,who,capacity,what/u],
    ['agreements on deeper water as md', /# Who agrees on what/u],
    ['report on the harbour as md', /## Thought-provoking comments/u],
  ])('“%s” is written of what the place may see', async (typed, expected) => {
    const { file, quotes } = await make(typed);
    expect(Buffer.from(file.base64, 'base64').toString()).toMatch(expected);
    for (const { session, turn, text } of quotes) {
      expect((await rapporteur!.show(session.id))!.turns[turn]!.text).toContain(text);
    }
    await rapporteur!.setRule({ session: 'harbour' }, 'restricted slack:T9');
    const hidden = await makePaper(readPaper(typed)!, rapporteur!, [seen], new Date()).catch((error: Error) => error);
    if (hidden instanceof Error) expect(hidden.message).toContain('There is no session called “harbour”');
    else expect(hidden.quotes).toEqual([]);
  });

  it('is kept to the sessions that are named after the matter, and says so', async () => {
    const { panel } = await make('brief water in the harbour as md');
    expect(panel.lines).toContain('Kept to sessions of harbour.');
    expect(panel.lines.join()).toContain('each with where it is from');
    const other = await make('brief water in the jug as md');
    expect(other.panel.title).toBe('Water in the jug: what was said');
  });

  it('says what is missing where it cannot be written', async () => {
    await expect(make('quotes from Mei Tanaka in Moon Week')).rejects.toThrow('No session fits “Moon Week”');
    await expect(make('brief water as ics')).rejects.toThrow('this is written as .docx');
    await expect(make('report on tides')).rejects.toThrow('no session called “tides”');
  });

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
