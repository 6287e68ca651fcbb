/** The invented samples make room for records of one's own. */
import { expect, it } from 'vitest';
import { renderIngest, renderSessions } from '../../adapters/terminal/render.ts';
import { samples } from '../../src/records/samples.ts';
import { tideForum } from '../fixtures/tide-forum.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const look = { columns: 80, colours: false };
const own = { name: 'tides.json', bytes: Buffer.from(JSON.stringify(tideForum)) };
const asPaths = samples.map((path) => ({ path }));

it('step aside once own records are in, which is told', async () => {
  const rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest(asPaths);
  expect(await rapporteur.sessions()).toHaveLength(2);
  const report = await rapporteur.ingest([own]);
  expect(report.aside).toHaveLength(2);
  expect(renderIngest(report, look)).toContain('have stepped aside');
  expect((await rapporteur.sessions()).map(({ id }) => id)).toEqual(['tide-forum']);
  await rapporteur.close();
});

it('stay where what came in could not be read, and where they are asked for', async () => {
  const rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest(asPaths);
  expect((await rapporteur.ingest([{ name: 'x.vtt', bytes: Buffer.from('nothing said') }])).aside).toBeUndefined();
  expect((await rapporteur.ingest([own, ...asPaths])).aside).toBeUndefined();
  expect(await rapporteur.sessions()).toHaveLength(3);
  await rapporteur.close();
});

it('twenty sessions are listed at a time, with how to see the rest', () => {
  const sessions = Array.from({ length: 45 }, (_, number) => ({
    id: `s${number}`,
    title: `Session ${number}`,
    date: null,
    event: null,
    kind: 'transcript' as const,
    source: 'x',
    turnCount: 1,
    speakers: [],
  }));
  expect(renderSessions(sessions, look)).toMatch(/1 to 20 of 45 sessions; the next: sessions --page 2$/u);
  expect(renderSessions(sessions, look, 3)).toMatch(/41 to 45 of 45 sessions$/u);
  expect(renderSessions(sessions, look, 9)).toMatch(/41 to 45 of 45 sessions$/u);
  expect(renderSessions(sessions, look, null).split('\n')).toHaveLength(90);
});
