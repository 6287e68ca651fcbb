/** An old link in the reader, after the words at it changed: it says so and shows how. All that is said here is invented. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { anchorOf } from '../../src/words/anchor.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { servedReader } from '../fixtures/served.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
let served: Awaited<ReturnType<typeof servedReader>>;

const turn = (speaker: string, text: string) => ({ speaker, text });
const mill = {
  id: 'mill-2025',
  title: 'The mill',
  date: '2025-03-04',
  turns: [
    turn('Ana Ruiz', 'The wheel turns again since Monday. We paid forty crowns for the new blades.'),
    turn('Otto Hale', 'We agree. The miller keeps the book of the flour and shows it to whoever asks.'),
  ],
};
const changed = (at: number, text: string, of = mill) => ({
  ...of,
  turns: of.turns.map((one, which) => (which === at ? { ...one, text } : one)),
});
const put = async (record: object) => rapporteur.ingest([recordOf(record)]);

beforeEach(async () => {
  const folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder, { WEB_PORT: '1' });
  served = await servedReader(rapporteur, folder);
  await put(mill);
});
afterEach(async () => {
  await served.stop();
  await rapporteur.close();
});

/** The address of words, made when the record had them. */
function addressOf(words: string, record = mill): string {
  const which = record.turns.findIndex(({ text }) => text.includes(words));
  const start = record.turns[which]!.text.indexOf(words);
  const anchor = anchorOf(record.turns, { turn: which, start, end: start + words.length });
  return `/sessions/mill-2025/at/${anchor}`;
}
async function seenAt(path: string) {
  const response = await fetch(served.address + path);
  const page = await response.text();
  const text = page
    .replaceAll(/<del>(.*?)<\/del>/gsu, '[-$1-]')
    .replaceAll(/<ins>(.*?)<\/ins>/gsu, '[+$1+]')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/\s+/gu, ' ');
  return { status: response.status, page, text };
}

describe('an old link', () => {
  it('opens at its words, and says nothing of versions, while they stand there', async () => {
    const address = addressOf('We paid forty crowns for the new blades.');
    await put(changed(1, 'We disagree, and the miller keeps no book.'));
    const { status, page, text } = await seenAt(address);
    expect(status).toBe(200);
    expect(page).toContain('<mark id="words" tabindex="-1">We paid forty crowns for the new blades</mark>');
    expect(text).not.toMatch(/changed|Then/u);
  });

  it('shows the former words beside the present where they changed', async () => {
    const address = addressOf('We paid forty crowns for the new blades.');
    await put(changed(0, 'The wheel turns again since Monday. We paid fifty crowns for the new blades.'));
    await put(changed(0, 'The wheel turns again since Monday. We paid sixty crowns for the old blades.'));
    const { status, text } = await seenAt(address);
    expect(status).toBe(200);
    expect(text).toContain('The words at this address have changed since it was given.');
    expect(text).toMatch(/Then until \d+ \w+ \d{4}, Ana Ruiz ?We paid \[-forty-\] crowns for the \[-new-\] blades/u);
    expect(text).toMatch(/Now, Ana Ruiz ?We paid \[\+sixty\+\] crowns for the \[\+old\+\] blades/u);
  });

  it('shows what stood there where nothing does any more, and the record as it was then', async () => {
    const address = addressOf('We paid forty crowns for the new blades.');
    await put({ ...mill, turns: [turn('Ines Moor', 'Another record altogether, of another morning.')] });
    const { status, page, text } = await seenAt(address);
    expect(status).toBe(410);
    expect(text).toContain('The words at this address are no longer in this record.');
    expect(text).toContain('We paid forty crowns for the new blades');
    const then = await seenAt(/href="([^"]*\?version=1)"/u.exec(page)![1]!);
    expect(then.status).toBe(200);
    expect(then.text).toContain('This is the record as it was in version 1.');
    expect(then.text).toContain('The wheel turns again since Monday.');
    expect((await seenAt('/sessions/mill-2025.txt?version=1')).text).toContain('The wheel turns again');
  });

  it('does not take the same few words of somebody else for those that were meant', async () => {
    const address = addressOf('We agree.');
    await put({
      ...mill,
      turns: [turn('Ines Moor', 'It rained all day on the roof of the mill. We agree. Nobody came by boat today.')],
    });
    const { status, text } = await seenAt(address);
    expect(status).toBe(200);
    expect(text).toContain('they may be others that are alike');
    expect(text).toMatch(/Then until [^,]*, Otto Hale ?We agree/u);
    expect(text).toMatch(/Now, Ines Moor ?We agree/u);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['removed', () => rapporteur.remove('mill-2025')],
    ['off the record', () => rapporteur.setRule({ session: 'mill-2025' }, 'off the record')],
    ['embargoed', () => rapporteur.setRule({ session: 'mill-2025' }, 'embargo until 2999-01-01')],
    ['restricted', () => rapporteur.setRule({ session: 'mill-2025' }, 'restricted slack:T1')],
  ])('of a session that is %s says only that, of its versions too', async (_, close) => {
    const address = addressOf('We paid forty crowns for the new blades.');
    await put(changed(0, 'The wheel turns again since Monday. We paid fifty crowns for the new blades.'));
    await close();
    for (const path of [address, '/sessions/mill-2025?version=1', '/sessions/mill-2025.txt?version=1']) {
      const { status, page } = await seenAt(path);
      expect({ path, status }).toEqual({ path, status: 410 });
      expect(page).not.toMatch(/crowns|blades|Ruiz|The mill/u);
    }
  });

  it('shows no former words under the Chatham House rule, where nobody is named', async () => {
    const address = addressOf('We paid forty crowns for the new blades.');
    await put(changed(0, 'The wheel turns again since Monday. We paid fifty crowns for the new blades.'));
    await rapporteur.setRule({ session: 'mill-2025' }, 'chatham-house');
    const { page } = await seenAt(address);
    expect(page).not.toMatch(/Ruiz|forty/u);
    expect((await seenAt('/sessions/mill-2025?version=1')).page).not.toMatch(/Ruiz|forty/u);
  });
});
