/** Quotations checked in six languages, the hard cases too: each field of what is told of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { tideForum } from '../fixtures/tide-forum.ts';
import { arabic } from '../fixtures/un-sessions/arabic.ts';
import { recordOf } from '../fixtures/un-sessions/asked-session.ts';
import { chinese } from '../fixtures/un-sessions/chinese.ts';
import { french } from '../fixtures/un-sessions/french.ts';
import { russian } from '../fixtures/un-sessions/russian.ts';
import { spanish } from '../fixtures/un-sessions/spanish.ts';
import { verified } from '../fixtures/un-sessions/verified.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const records: Record<string, object> = {
  en: tideForum,
  ...Object.fromEntries(
    [french, spanish, russian, chinese, arabic].map((session) => [session.language, recordOf(session)]),
  ),
};

describe.each(Object.entries(records))('%s', (language, record) => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    const other = {
      id: 'again',
      title: 'After',
      turns: [{ speaker: 'Olga Petrenko', text: 'Seals are nice animals.' }],
    };
    for (const each of [record, other])
      await rapporteur.ingest([{ name: 'session.json', bytes: Buffer.from(JSON.stringify(each)) }]);
  });
  afterAll(() => rapporteur.close());

  it.each(verified[language]!)('$typed', async ({ typed, beside, differences, by, parts, ...fields }) => {
    const found = await rapporteur.verify(typed);
    expect(found).toMatchObject(fields);
    if (beside === null) expect(found.beside).toBeNull();
    else if (beside) expect([found.beside?.before, '…', found.beside?.after].join(' ')).toMatch(beside);
    if (differences) expect(found.differences.map(({ said, quoted }) => [said, quoted])).toEqual(differences);
    if (by) expect(found.by!.map(({ speaker }) => speaker)).toEqual(by);
    if (parts) expect((found.parts ?? []).map(({ speaker }) => speaker)).toEqual(parts);
  });
});
