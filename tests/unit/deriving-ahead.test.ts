/** What is derived on another core is what would be derived here. */
import { expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { blocksOfSentences } from '../../src/library/blocks.ts';
import { derive } from '../../src/library/derive.ts';
import { rowOf } from '../../src/library/vector-rows.ts';
import { derivingAhead } from '../../src/records/deriving-ahead.ts';
import { hearing } from '../fixtures/hearings.ts';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';
import type { Session, Turn } from '../../src/session.ts';
import { withTermsParted } from '../../src/words/sentence-terms.ts';

const embedder = builtInEmbedder();
const sessions = [harbour, ...Array.from({ length: 20 }, (_, number) => hearing(number, 1))];
const turnsOf = (session: (typeof sessions)[number]) => session.turns.map((turn) => ({ times: [], ...turn })) as Turn[];
const speakersOf = (session: object) => (session as Partial<Session>).speakers ?? [];

it('is the same, and of these very turns alone', async () => {
  const ahead = derivingAhead(embedder.id);
  const all = sessions.map(turnsOf);
  for (const [at, turns] of all.entries()) ahead.begin({ turns, speakers: speakersOf(sessions[at]!) });
  const made = await Promise.all(all.map((turns, at) => ahead.madeAhead({ id: `session-${at}`, turns })));
  // The first few are not worth a thread.
  expect(made.slice(0, 16)).toEqual(Array.from({ length: 16 }, () => null));
  for (const [at, derived] of made.entries()) {
    if (at < 16) continue;
    const session = {
      id: `session-${at}`,
      speakers: speakersOf(sessions[at]!),
      findings: [],
      turns: all[at]!,
    } as never;
    const here = await derive(session, async () => new Map(), embedder);
    const { packed, sentences, ...rest } = derived!;
    expect({ ...rest, sentences: withTermsParted(sentences) }).toEqual(here);
    expect(packed).toEqual({
      sentences: blocksOfSentences(here.sentences).map((each) => ({ ...each, bytes: Uint8Array.from(each.bytes) })),
      vectors: here.chunks.map(({ vector }) => rowOf(vector)),
    });
  }
  expect(await ahead.madeAhead({ id: 'session-20', turns: [...all[20]!] })).toBeNull();
});

it('is not made where vectors come from elsewhere', async () => {
  const ahead = derivingAhead('openai/small');
  const turns = turnsOf(harbour);
  for (let times = 0; times < 20; times += 1) ahead.begin({ turns, speakers: [] });
  expect(await ahead.madeAhead({ id: 'harbour', turns })).toBeNull();
});

it('is put in like any other, one record after the other', async () => {
  const rapporteur = await rapporteurIn(temporaryFolder());
  const records = Array.from({ length: 40 }, (_, number) => recordOf(hearing(number, 1)));
  const { files } = await rapporteur.ingest(records);
  expect(files.map(({ sessions: own, failure }) => [own.length, own[0]?.outcome, failure])).toEqual(
    records.map(() => [1, 'added', null]),
  );
  const again = await rapporteur.ingest(records);
  expect(again.files.map(({ sessions: own }) => own[0]?.outcome)).toEqual(records.map(() => 'unchanged'));
  expect(await rapporteur.check()).toMatchObject({ sessions: 40, faults: [] });
  await rapporteur.close();
});
