/** A paper tells what has changed since it was made: of what it keeps, whatever became of its file meanwhile. */
import { deflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { briefOn } from '../../src/research/brief.ts';
import { imprintIn } from '../../src/research/imprint.ts';
import { changesSince, sinceInLines } from '../../src/research/since.ts';
import { written } from '../../src/research/writers/writers.ts';
import { costing, depthsRecord } from '../fixtures/depths.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const now = new Date('2026-03-04T10:00:00Z');
let rapporteur: Rapporteur | null = null;
afterEach(async () => {
  await rapporteur?.close();
  rapporteur = null;
});

async function paperAs(ending: string): Promise<Uint8Array> {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([depthsRecord()]);
  const paper = await briefOn({ about: 'metres' }, rapporteur, now);
  return Buffer.from(await written(paper, `brief.${ending}`, 'un'));
}

const check = async (file: Uint8Array) => changesSince(imprintIn(file)!, rapporteur!);

describe.each(['docx', 'html', 'md'])('a paper as .%s', (ending) => {
  it('tells what has changed of each quotation, by the numbers of its notes', async () => {
    const file = await paperAs(ending);
    expect(await check(file)).toMatchObject({ made: '2026-03-04', changes: [] });
    await rapporteur!.ingest([depthsRecord(costing('A metre costs 950 dollars'))]);
    await rapporteur!.correct('harbour', { kind: 'turn', turn: 0, to: 'Ola Lund' });
    const since = await check(file);
    expect(since.changes).toHaveLength(2);
    expect(since.changes.every(({ notes }) => notes.length === 2)).toBe(true);
    const lines = sinceInLines(since).join('\n');
    expect(lines).toMatch(
      /was: “A metre costs 900.*half of it\.” — Mei Tanaka\n {2}now: “A metre costs 950.*half of it\.” — Mei Tanaka/u,
    );
    expect(lines).toMatch(/now: “.*nine metres.*” — Ola Lund/u);
    await rapporteur!.setRule({ session: 'harbour' }, 'off the record');
    const closed = sinceInLines(await check(file)).join('\n');
    expect(closed).toContain('may not be shown as it was');
    expect(closed).not.toMatch(/950|900/u);
  });
});

describe('a file', () => {
  it('without what a paper keeps tells nothing', () => {
    expect(imprintIn(Buffer.from('# A paper by hand\n\n“Nine metres.”'))).toBe(null);
  });

  it.each([
    ['not even packed', 'AAAA'],
    ['another form', deflateRawSync('{"made":"2026-01-01","quotes":[{"text":5}]}').toString('base64')],
    ['a mountain', deflateRawSync(Buffer.alloc(40 * 1024 * 1024)).toString('base64')],
  ])('that has been tampered with is refused: %s', (_what, packed) => {
    expect(() => imprintIn(Buffer.from(`<!-- rapporteur-paper/1:${packed} -->`))).toThrow(
      'is damaged; make the paper anew',
    );
  });
});
