/** No page, file, feed or call of the reader holds what whoever reads may not see, by whatever address it is asked for. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tokensIn } from '../../src/operations/tokens.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { anchorOf } from '../../src/words/anchor.ts';
import { confidential } from '../fixtures/confidential.ts';
import { recordOf as interchange } from '../fixtures/harbour.ts';
import { formerOf, hidden, idOf, quotedOf, recordOf, type Hidden } from '../fixtures/places.ts';
import { servedReader } from '../fixtures/served.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const folder = temporaryFolder();
const tokens = tokensIn(folder);
const deskToken = await tokens.add({ name: 'desk' }, new Date(0));
const narrowToken = await tokens.add({ name: 'narrow', scope: { events: ['Closed Week'] } }, new Date(0));
let rapporteur: Rapporteur;
let served: Awaited<ReturnType<typeof servedReader>>;

beforeAll(async () => {
  rapporteur = await rapporteurIn(folder, { WEB_PORT: '1' });
  await rapporteur.ingest(hidden.map((one) => recordOf(one, formerOf(one))));
  await rapporteur.ingest([
    ...hidden.map((one) => recordOf(one)),
    interchange(...confidential.map(({ session }) => session)),
  ]);
  await rapporteur.setRule({ session: 'harbour-2025' }, 'restricted token:desk');
  served = await servedReader(rapporteur, folder, { isListed: true });
}, 120_000);
afterAll(async () => {
  await served.stop();
  await rapporteur.close();
});

const pathsOf = (id: string, topic: string, quote: string) => {
  const [at, q] = [encodeURIComponent(id), encodeURIComponent(quote)];
  return [
    '/',
    '/sitemap.xml',
    '/speakers',
    `/?words=${topic}`,
    `/sessions/${at}`,
    ...['txt', 'md', 'json', 'vtt'].map((ending) => `/sessions/${at}.${ending}`),
    `/sessions/${at}?version=1`,
    `/sessions/${at}.txt?version=1`,
    `/search?q=${topic}`,
    `/ask?q=What+was+said+about+the+${topic}`,
    `/verify?quote=${q}`,
    `/feed.atom?about=${topic}`,
    `/api/v1/sessions`,
    `/api/v1/sessions/${at}`,
    `/api/v1/sessions/${at}/context?turn=0`,
    `/api/v1/search?q=${topic}`,
    `/api/v1/speakers`,
    `/api/v1/quotes?about=${topic}`,
  ];
};

/** Of words that only the former version has. */
function formerAddress(one: Hidden): string {
  const words = formerOf(one);
  const anchor = anchorOf([{ text: words }], { turn: 0, start: 0, end: words.length });
  return `/sessions/${encodeURIComponent(idOf(one))}/at/${anchor}`;
}

async function told(path: string, token: string | null, secrets: string[]): Promise<string[]> {
  const headers: { [name: string]: string } = token === null ? {} : { authorization: `Bearer ${token}` };
  const text = (await (await fetch(served.address + path, { headers })).text()).toLowerCase();
  return secrets.filter((secret) => new RegExp(`(?<![\\p{L}])${secret}(?![\\p{L}])`, 'iu').test(text));
}

it.each([
  ['anybody', null, ['lantern', 'ferry']],
  ['a token', deskToken, ['lantern', 'ferry', 'harbour']],
  ['a token for an event', narrowToken, ['ferry']],
] as const)('%s is told of nothing else', { timeout: 120_000 }, async (_who, token, topics) => {
  const leaks: string[] = [];
  const seen = new Set<string>();
  for (const one of hidden)
    for (const path of [...pathsOf(idOf(one), one.topic, quotedOf(one)), formerAddress(one)])
      for (const secret of await told(
        path,
        token,
        hidden.map((each) => each.secret),
      )) {
        const { topic } = hidden.find((each) => each.secret === secret)!;
        seen.add(topic);
        if (!(topics as readonly string[]).includes(topic)) leaks.push(`${path}: ${secret}`);
      }
  expect(leaks).toEqual([]);
  expect([...seen].toSorted()).toEqual([...topics].toSorted());
});

it('a record that is put in tells nothing of others', async () => {
  const writing = await tokens.add({ name: 'writing', mayIngest: true }, new Date(0));
  const off = { id: 'granary-2025', date: '2025-05-14', event: 'Open Week', title: 'Ompleth hearing on the granary' };
  const turns = [{ speaker: 'Ana Ruiz', text: 'On tient la séance pour ouverte, et nous parlons du grenier.' }];
  for (const record of [
    { ...off, id: 'granary-fr', language: 'fr', kind: 'official record', turns },
    { ...off, turns },
  ]) {
    const response = await fetch(`${served.address}/api/v1/records?name=granary.json`, {
      method: 'POST',
      headers: { authorization: `Bearer ${writing}` },
      body: JSON.stringify(record),
    });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).not.toMatch(/alike|changes|otto hale|vera/iu);
    expect(text).toContain(record.id);
  }
});

it('nobody who was there is named under the Chatham House rule', { timeout: 120_000 }, async () => {
  const leaks: string[] = [];
  const everySecret = [...new Set(confidential.flatMap(({ secrets }) => secrets))];
  const shown = new Map((await rapporteur.sessions()).map(({ id, title }) => [title.replace('[name] on ', ''), id]));
  for (const { matter, session } of confidential.slice(0, 6))
    for (const path of [
      ...pathsOf(shown.get(matter)!, encodeURIComponent(matter), `${matter} cost millions`),
      `/sessions/${encodeURIComponent(session.id)}`,
    ]) {
      const found = await told(path, null, everySecret);
      if (found.length > 0) leaks.push(`${path}: ${found.join(', ')}`);
    }
  expect(leaks).toEqual([]);
});
