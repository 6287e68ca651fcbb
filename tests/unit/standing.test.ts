/** Words that were given out, looked up again once a record, a correction, a rule or an official record has come. */
import { afterEach, describe, expect, it } from 'vitest';
import type { GivenWords, Standing } from '../../src/answer.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { costing, depths, depthsRecord, depthsWith } from '../fixtures/depths.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let opened: Rapporteur | null = null;
afterEach(() => opened?.close());

/** All that was said of the costs, as it was given out. */
async function given(): Promise<GivenWords> {
  opened = await rapporteurIn(temporaryFolder());
  await opened.ingest([depthsRecord()]);
  const { quotes } = await opened.quotes({ about: 'metre costs dollars' });
  expect(quotes[0]!.text).toContain('A metre costs 900 dollars');
  return quotes[0]!;
}

const standing = async (words: GivenWords): Promise<Standing> => (await opened!.standing([words]))[0]!;

/** What it says, in one line. */
const told = (one: Standing) => ('now' in one ? `${one.outcome}: ${one.now.speaker}: ${one.now.text}` : one.outcome);

describe('words that were given out', () => {
  it('stand as they did where nothing or something else has changed', async () => {
    const words = await given();
    expect(told(await standing(words))).toBe(`same: Mei Tanaka: ${words.text}`);
    await opened!.ingest([depthsRecord([['Ola Lund', 'I open the hearing.'], ...depths])]);
    expect(told(await standing(words))).toBe(`same: Mei Tanaka: ${words.text}`);
    expect((await standing(words)) as object).toMatchObject({ now: { turn: 2 } });
    await opened!.ingest([depthsRecord(depthsWith(1, 'Mei Tanaka', depths[1]![1].replace('March. A', 'March: a')))]);
    expect(told(await standing(words))).toMatch(/^same/u);
  });

  it.each([
    ['A metre costs 950 dollars', /^changed: Mei Tanaka: .*A metre costs 950 dollars/u],
    ['A metre costs 90.0 dollars', /^changed: /u],
    ['A metre does not cost 900 dollars', /^changed: .*does not cost/u],
  ])('have changed where the record says “%s” now', async (now, expected) => {
    const words = await given();
    await opened!.ingest([depthsRecord(costing(now))]);
    expect(told(await standing(words))).toMatch(expected);
  });

  it('are another speaker’s once that is put right', async () => {
    const words = await given();
    await opened!.correct('harbour', { kind: 'turn', turn: 1, to: 'Par Holm' });
    expect(told(await standing(words))).toBe(`speaker: Par Holm: ${words.text}`);
    await opened!.correct('harbour', { kind: 'rename', from: 'Par Holm', to: 'Pär Holm' });
    expect(told(await standing(words))).toBe(`speaker: Pär Holm: ${words.text}`);
  });

  it('are gone where the record has nothing in their place, and closed where they may not be seen', async () => {
    const words = await given();
    await opened!.ingest([depthsRecord([['Ola Lund', 'An entirely different meeting, on bees and on honey.']])]);
    expect(told(await standing(words))).toBe('gone');
    await opened!.ingest([depthsRecord(depths)]);
    expect(told(await standing(words))).toMatch(/^same/u);
    for (const rule of ['off the record', 'chatham-house', 'embargo until 2999-01-01', 'restricted slack:T9']) {
      await opened!.setRule({ session: 'harbour' }, rule);
      expect({ rule, told: told(await standing(words)) }).toEqual({ rule, told: 'closed' });
    }
    await opened!.setRule({ session: 'harbour' }, null);
    expect(told(await standing(words))).toMatch(/^same/u);
    await opened!.remove('harbour');
    expect(told(await standing(words))).toBe('closed');
  });

  it('under the Chatham House rule stand as they were given', async () => {
    opened = await rapporteurIn(temporaryFolder());
    await opened.ingest([
      { ...depthsRecord(depthsWith(1, 'Mei Tanaka', `${depths[1]![1]} Ines Okafor knows.`)), rule: 'chatham-house' },
    ]);
    const { quotes } = await opened.quotes({ about: 'dollars' });
    expect(quotes[0]!.text).toContain('[name]');
    expect(told(await standing(quotes[0]!))).toBe(`same: null: ${quotes[0]!.text}`);
    await opened.setRule({ session: quotes[0]!.session.id }, null);
  });

  it('stand beside an official record that has them otherwise, once it is linked', async () => {
    const words = await given();
    const official = depthsWith(1, 'Mei Tanaka', depths[1]![1].replace('900 dollars', '900 euros'));
    await opened!.ingest([depthsRecord(official, 'harbour-official')]);
    expect(told(await standing(words))).toMatch(/^same/u);
    await opened!.link('harbour', 'harbour-official', 'official record');
    expect(await standing(words)).toMatchObject({
      outcome: 'official',
      official: { session: { id: 'harbour-official' }, text: expect.stringContaining('900 euros') },
    });
    await opened!.ingest([depthsRecord(depths, 'harbour-official')]);
    expect(told(await standing(words))).toMatch(/^same/u);
  });
});
