import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { parseRecord } from '../../src/records/formats/recognise.ts';
import { cachedLibrary } from '../../src/library/library-cache.ts';
import { openLibrary, type Library } from '../../src/library/library.ts';
import type { Session } from '../../src/session.ts';
import { harbour, orchard } from '../fixtures/harbour.ts';
import { derive } from '../../src/library/derive.ts';

let folder: string;
let library: Library;
/** Another process's. */
let other: Library;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-'));
  library = cachedLibrary(openLibrary(folder, 'built-in/2'));
  other = openLibrary(folder, 'built-in/2');
});
afterEach(() => {
  library.close();
  other.close();
  rmSync(folder, { recursive: true });
});

async function put(into: Library, record: { id: string }) {
  const [draft] = parseRecord({ name: 'record.json', text: JSON.stringify(record), address: null }).sessions;
  const session = { ...draft, id: record.id, source: record.id } as Session;
  into.put(session, session.id, await derive(session, into, builtInEmbedder()));
}

function checkSame() {
  for (const scope of [undefined, { events: ['Coast Week'] }, { sessions: ['orchard-2025'] }, {}])
    expect(library.sessions(scope)).toEqual(other.sessions(scope));
  expect(library.chunkCount()).toBe(other.chunkCount());
  for (const term of ['seal', 'frost', 'no-such-term'])
    expect(library.documentFrequency(term)).toBe(other.documentFrequency(term));
}

it('knows what the library holds, also when another has changed it', async () => {
  checkSame();
  await put(other, harbour);
  checkSame();
  expect(library.sessions()).toHaveLength(1);
  await put(library, orchard);
  checkSame();
  expect(library.sessions()).toHaveLength(2);
  other.remove('harbour-2025');
  checkSame();
  expect(library.sessions()).toHaveLength(1);
});

it('reads the list once for each change', async () => {
  await put(other, harbour);
  expect(library.sessions()).toBe(library.sessions());
});
