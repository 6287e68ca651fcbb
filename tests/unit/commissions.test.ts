/** Work that is asked for in a question: a brief, a list of figures; of an invented hearing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPaper } from '../../src/chat/papers/asked.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const short = {
    id: 'short-2025',
    title: 'Short meeting',
    date: '2025-06-01',
    turns: [{ speaker: 'Ola Berg', text: 'I will be brief. Sources of income are few, and I have no figures.' }],
  };
  await rapporteur.ingest([recordOf(harbour, short)]);
});
afterAll(() => rapporteur.close());

describe('a brief', () => {
  it.each([
    'Brief on dredging with citations',
    'A brief on dredging, with sources',
    'Brief us on dredging',
    'A one page brief on dredging for my minister',
    'Talking points on dredging with quotes',
  ])('%s: has nobody who says that they are brief', async (question) => {
    const { status, quotes } = await rapporteur.ask({ text: question });
    expect(status).toBe('answered');
    expect(quotes.length).toBeGreaterThan(0);
    for (const { text } of quotes) expect(text).toMatch(/dredg/iu);
  });

  it.each([
    ['brief dredging with citations', { about: 'dredging' }],
    ['Brief on frost and ice for our delegation, with footnotes', { about: 'frost and ice', for: 'our delegation' }],
    ['brief me on tolls for the season', { about: 'tolls for the season' }],
  ])('typed in a chat, %s', (typed, asked) => {
    const { as, ...rest } = readPaper(typed)!;
    expect([as, rest]).toEqual(['docx', { of: 'brief', ...asked }]);
  });
});

describe('figures', () => {
  it.each([
    'List the figures that the Coastal Research Bureau gave',
    'Figures that the Coastal Research Bureau gave',
    'The numbers the Coastal Research Bureau cited',
    'Which numbers did Lindqvist name?',
  ])('%s', async (question) => {
    const { quotes } = await rapporteur.ask({ text: question });
    expect(quotes.map(({ speaker }) => speaker)).toContain('Tomas Lindqvist');
    expect(new Set(quotes.map(({ speaker }) => speaker)).size).toBe(1);
    expect(quotes.some(({ text }) => text.includes('312 seals'))).toBe(true);
  });
});
