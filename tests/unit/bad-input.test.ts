/** Whatever is given to ingest: an error that says what to do, or sessions that are whole, with what was wrong listed. */
import { array, assert, asyncProperty, constantFrom, nat, tuple, uint8Array } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IngestedFile, Rapporteur } from '../../src/rapporteur.ts';
import { allRecords } from '../fixtures/all-records.ts';
import { bytesOf, docxOf, zipOf } from '../fixtures/documents.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
let rapporteur: Rapporteur;

beforeAll(async () => {
  folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder);
});
afterAll(async () => {
  await rapporteur.close();
});

/** Reads the bytes, and checks that what became of them is one of the two things that may. */
async function checkIngest(bytes: Uint8Array, name = 'record.txt'): Promise<IngestedFile[]> {
  const { files } = await rapporteur.ingest([{ name, bytes }]);
  expect(files.length).toBeGreaterThan(0);
  for (const { failure, sessions, problems } of files) {
    expect(sessions.length > 0).toBe(failure === null);
    for (const message of [...problems.map((problem) => problem.message), failure ?? 'none']) {
      expect(message).toMatch(/^[^\0-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]{1,2000}$/u);
    }
    expect(problems.length).toBeLessThan(250);
    for (const { id, title, turnCount } of sessions) await checkSession(id, title, turnCount);
  }
  return files;
}

async function checkSession(id: string, title: string, turnCount: number) {
  const session = (await rapporteur.show(id))!;
  expect(session.turns.length).toBe(turnCount);
  expect(session.turns.some(({ text }) => text.trim() !== '') || session.findings.length > 0).toBe(true);
  const names = session.speakers.map((speaker) => speaker.name);
  for (const name of [title, ...names]) {
    expect(name.trim()).toBe(name);
    expect(name).toMatch(/^[^\0-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]{1,300}$/u);
  }
  for (const { speaker, text, times } of session.turns) {
    expect([...names, null]).toContain(speaker);
    expect(text.isWellFormed()).toBe(true);
    expect(/[\0-\x08\x0B-\x1F\x7F-\x9F]/u.test(text)).toBe(false);
    expect(
      times.every(
        ({ offset, seconds }, at) =>
          offset <= text.length && Number.isFinite(seconds) && seconds >= (times[at - 1]?.seconds ?? 0),
      ),
    ).toBe(true);
  }
}

const utf16 = (bytes: Uint8Array, mark = '') =>
  new Uint8Array(Buffer.from(mark + new TextDecoder().decode(bytes), 'utf16le'));
const swapped = (bytes: Uint8Array) =>
  new Uint8Array(
    Buffer.from(bytes)
      .subarray(0, bytes.length & ~1)
      .swap16(),
  );
const latin = (bytes: Uint8Array) => new Uint8Array(Buffer.from(new TextDecoder().decode(bytes), 'latin1'));
const replaced = (bytes: Uint8Array, from: string, to: string) =>
  new Uint8Array(Buffer.from(new TextDecoder().decode(bytes).replaceAll(from, to)));
const isText = (name: string) => !/\.(?:docx|pdf|zip)$/.test(name);

describe.each(allRecords().map(({ name, bytes }) => [name, bytes] as const))('%s', (name, bytes) => {
  it('is read', async () => {
    // A chat beside a meeting is told apart, because nobody said it.
    for (const { failure } of await checkIngest(bytes, name)) expect(failure ?? 'a chat').toMatch(/chat/);
  });
  it.runIf(isText(name))('is read in another encoding and with other line ends', async () => {
    const [plain] = await checkIngest(bytes, name);
    for (const other of [
      utf16(bytes),
      utf16(bytes, '\uFEFF'),
      swapped(utf16(bytes)),
      swapped(utf16(bytes, '\uFEFF')),
      bytesOf(`\uFEFF${new TextDecoder().decode(bytes)}`),
      replaced(bytes, '\n', '\r'),
      replaced(bytes, '\n', '\r\n'),
    ]) {
      const [read] = await checkIngest(other, name);
      expect(read!.sessions.map(({ turnCount }) => turnCount)).toEqual(
        plain!.sessions.map(({ turnCount }) => turnCount),
      );
    }
  });
  it.runIf(isText(name))('is read or refused with characters that cannot be seen', async () => {
    for (const mark of [
      '\u200F',
      '\u200B',
      '\u202E',
      '\u2066',
      '\u00AD',
      '\0',
      '\x1B[31m',
      '\x07',
      '\uD800',
      '\uFFFF',
      '\u0301'.repeat(50),
    ])
      await checkIngest(replaced(bytes, 'a', `a${mark}`), name);
    await checkIngest(latin(bytes), name);
  });
  it('is read or refused however its bytes are damaged', async () => {
    const damage = tuple(
      constantFrom('cut', 'delete', 'flip', 'insert', 'twice'),
      nat(bytes.length),
      nat(300),
      uint8Array({ minLength: 1, maxLength: 20 }),
    );
    await assert(
      asyncProperty(array(damage, { minLength: 1, maxLength: 5 }), async (damages) => {
        let damaged = Buffer.from(bytes);
        for (const [how, at, length, garbage] of damages) {
          const [before, after] = [damaged.subarray(0, at), damaged.subarray(at)];
          if (how === 'cut') damaged = before;
          else if (how === 'delete') damaged = Buffer.concat([before, after.subarray(length)]);
          else if (how === 'insert') damaged = Buffer.concat([before, garbage, after]);
          else if (how === 'twice') damaged = Buffer.concat([before, damaged.subarray(Math.max(0, at - length))]);
          else
            damaged = Buffer.concat([
              before,
              Buffer.from(after.subarray(0, 3)).map((byte) => byte ^ (garbage[0] ?? 1)),
              after.subarray(3),
            ]);
        }
        await checkIngest(new Uint8Array(damaged), name);
      }),
      { numRuns: 15 },
    );
  });
});

describe('what is no record', () => {
  function refuses(what: string, bytes: Uint8Array, message: RegExp) {
    it(`is refused: ${what}`, async () => {
      const files = await checkIngest(bytes);
      expect(files.map(({ failure }) => failure)).toEqual([expect.stringMatching(message) as string]);
    });
  }
  refuses('nothing', new Uint8Array(), /empty/);
  refuses('blanks', bytesOf(' \r\n\t \u00A0\u2003\n'), /empty/);
  refuses('a mark alone', bytesOf('\uFEFF'), /empty/);
  refuses(
    'noise',
    Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251),
    /no text/,
  );
  refuses('NULs', new Uint8Array(10_000), /no text|empty/);
  refuses('a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), /picture/);
  refuses('a compressed file', Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), /compressed/);
  refuses('a bomb', zipOf({ 'a.txt': new Uint8Array(20_000_000) }), /times its size/);
  refuses('a bomb in Word’s clothes', docxOf(' '.repeat(20_000_000)), /times its size/);
  refuses('one letter', bytesOf('a'), /no layout known/);
  refuses('JSON of something else', bytesOf('{"a": [1, 2, {"b": null}]}'), /no layout known|needs a title and turns/);
  refuses('half of a JSON record', bytesOf('{"title": "Boats", "turns": [{"speaker": "Ana", "te'), /JSON/);
  refuses('a program', bytesOf('import fs from "fs";\nconst a = 1;\nfor (;;) { a += 1; }\n'), /no layout known/);
});

describe('what is meant to do harm', () => {
  const page = (body: string) =>
    bytesOf(
      `<!doctype html><html><head><title>x</title><script>alert("Ana Lind: bad words.")</script></head><body>${body}</body></html>`,
    );
  const words = async (files: IngestedFile[]) =>
    JSON.stringify(await Promise.all(files.flatMap(({ sessions }) => sessions.map(({ id }) => rapporteur.show(id)))));

  it('is not run or spoken: scripts in a page', async () => {
    for (const { bytes, name } of allRecords().filter((record) => record.name.endsWith('.html'))) {
      const files = await checkIngest(
        replaced(
          bytes,
          '</p>',
          '<script>speak("evil words")</script><style>.evil-words{}</style><!-- evil words --></p>',
        ),
        name,
      );
      expect(await words(files)).not.toMatch(/evil.words/);
    }
    await checkIngest(page('<p>Ana Lind: hello.</p>'));
  });
  it('does not grow: entities that name each other', async () => {
    const entities = Array.from(
      { length: 12 },
      (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
    ).join('');
    const doctype = `<!DOCTYPE x [<!ENTITY e0 "boats ">${entities}]>`;
    await checkIngest(bytesOf(`<?xml version="1.0"?>${doctype}<x><p>Ana Lind: &e12;</p></x>`));
    const { 'hansard-html/columns.xml': hansard } = Object.fromEntries(
      allRecords().map(({ name, bytes }) => [name, bytes]),
    );
    if (hansard) await checkIngest(bytesOf(doctype + new TextDecoder().decode(hansard).replaceAll('the ', '&e12; ')));
    const document =
      '<?xml version="1.0"?>' +
      doctype +
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e12;</w:t></w:r></w:p></w:body></w:document>';
    expect((await checkIngest(docxOf('', { 'word/document.xml': document })))[0]!.sessions).toEqual([]);
  });
  it('does not overflow: deep nesting', async () => {
    const deep = 100_000;
    await checkIngest(page(`${'<div>'.repeat(deep)}Ana Lind: hello.${'</div>'.repeat(deep)}`));
    await checkIngest(page('<b><i>'.repeat(deep)));
    await checkIngest(bytesOf('['.repeat(deep)));
    await checkIngest(bytesOf(`{"title": "x", "turns": ${'['.repeat(deep)}${']'.repeat(deep)}}`));
    await checkIngest(
      bytesOf(
        `{"title": "x", "turns": [{"speaker": "Ana", "text": "Boats."}], "a": ${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}}`,
      ),
    );
    await checkIngest(
      docxOf(`${'<w:sdt><w:sdtContent>'.repeat(20_000)}<w:p/>${'</w:sdtContent></w:sdt>'.repeat(20_000)}`),
    );
    await checkIngest(
      bytesOf(`Ana Lind: ${'('.repeat(deep)}\nRavi Sen: ${'"“['.repeat(deep)}\nAna Lind: ${'> '.repeat(deep)}`),
    );
    await checkIngest(bytesOf(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v Ana><i><c.a>'.repeat(deep)}Boats.\n`));
  });
  it('takes no more room than it should: names of 10,000 characters', async () => {
    const name = `Ana ${'Lind'.repeat(2500)}`;
    const records: [string, string][] = [
      [`${'x'.repeat(10_000)}.txt`, 'Ana Lind: boats.\nRavi Sen: nets.\nAna Lind: yes.\n'],
      ['a.txt', `${name}: boats.\nRavi Sen: nets.\n${name}: yes.\nRavi Sen: no.\n`],
      [
        'a.vtt',
        `WEBVTT\n\n00:01.000 --> 00:02.000\n<v ${name}>Boats.</v>\n\n00:03.000 --> 00:04.000\n<v Ravi Sen>Nets.</v>\n`,
      ],
      [
        'a.json',
        JSON.stringify({
          title: name,
          event: name,
          turns: [
            { speaker: name, text: 'Boats.' },
            { speaker: 'Ravi Sen', text: 'Nets.' },
          ],
        }),
      ],
    ];
    for (const [file, text] of records) {
      const [read] = await checkIngest(bytesOf(text), file);
      const session = await rapporteur.show(read!.sessions[0]?.id ?? '');
      expect(session?.speakers.map((speaker) => speaker.name.length).every((length) => length <= 200)).not.toBe(false);
    }
    const [long] = await checkIngest(bytesOf(records[2]![1]), 'a.vtt');
    expect(long!.problems.map(({ message }) => message).join()).toMatch(/too long to be a name/);
  });
  it('is stored as what it looks like: marks that turn round what follows', async () => {
    const [read] = await checkIngest(
      bytesOf(
        JSON.stringify({
          title: 'Harbour\u202E gnp.exe',
          turns: [{ speaker: 'Ana\u202E Lind\x1B[31m', text: 'Boats\u0000 and\u0007 nets.' }],
        }),
      ),
      'a.json',
    );
    const session = (await rapporteur.show(read!.sessions[0]!.id))!;
    expect(session).toMatchObject({
      title: 'Harbour gnp.exe',
      speakers: [{ name: 'Ana Lind [31m' }],
      turns: [{ text: 'Boats  and  nets.' }],
    });
  });
});

describe('what people ask', () => {
  beforeAll(() =>
    checkIngest(
      bytesOf(
        'Ana Lind: We begin with the harbour and its boats.\nRavi Sen: There are 90 boats in the harbour (and nets).\nAna Lind: So we need 90 nets.\n',
      ),
    ),
  );
  it.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['a NUL', '\0'],
    ['half a pair', '\uD800'],
    ['marks', '?!"\'`*()[]{}\\^%_:;,.-'],
    ['words of the search', 'NEAR(a b) AND NOT "c OR d*'],
    ['100,000 words', 'harbour boats and nets '.repeat(25_000)],
    ['100,000 different words', Array.from({ length: 100_000 }, (_, index) => `w${index}`).join(' ')],
    ['one long word', 'a'.repeat(200_000)],
    ['blanks without end', `in\tthe\t\t${'\t'.repeat(200_000)}n`],
    ['quotation marks', '“'.repeat(50_000)],
    ['names', 'Ana Lind and Ravi Sen, '.repeat(5000)],
    ['brackets', '('.repeat(100_000)],
    ['what turns text round', 'What did \u202EAna Lind say?'],
  ])('is answered: %s', async (_what, text) => {
    expect((await rapporteur.ask({ text })).question).toBe(text);
    expect((await rapporteur.ask({ text: 'And she?', history: [text, text] })).status).toMatch(
      /^(?:answered|nearest|not_found)$/,
    );
    expect(Array.isArray(await rapporteur.search({ text }))).toBe(true);
    expect((await rapporteur.verify(text)).verdict).toMatch(/not_found|altered|verbatim/);
  });
});

describe('what is odd', () => {
  it('is told: times that go backwards', async () => {
    const [read] = await checkIngest(
      bytesOf(
        'WEBVTT\n\n00:50.000 --> 00:52.000\n<v Ana Lind>Boats.</v>\n\n00:03.000 --> 00:04.000\n<v Ana Lind>Nets.</v>\n\n00:60.000 --> 00:01.000\n<v Ana Lind>Ropes.</v>\n',
      ),
      'a.vtt',
    );
    expect(read!.problems.length).toBeGreaterThan(0);
    expect(read!.problems.some(({ line }) => line !== null)).toBe(true);
  });
  it('is told: letters that could not be read', async () => {
    const [read] = await checkIngest(
      new Uint8Array([
        ...bytesOf('Ana Lind: boats äöü.\nRavi Sen: nets '),
        0xc3,
        0x28,
        ...bytesOf('\nAna Lind: yes é.\n'),
      ]),
    );
    expect(read!.problems.map(({ message }) => message).join()).toMatch(/not clean UTF-8/);
  });
});

describe('what is large', () => {
  const said = 'the harbour boats lie with nets and ropes in winter when the fog comes over the old pier.';
  it('is read: 100,000 turns', async () => {
    const [read] = await checkLarge(
      Array.from({ length: 100_000 }, (_, index) => `${['Ana Lind', 'Ravi Sen'][index % 2]}: ${index} of ${said}`).join(
        '\n',
      ),
    );
    expect(read!.sessions[0]!.turnCount).toBe(100_000);
  });
  it('is read: one line of 5 MB', async () => {
    const [read] = await checkLarge(`Ana Lind: ${`${said} `.repeat(55_000)}\nRavi Sen: yes.\nAna Lind: no.`);
    expect(read!.sessions[0]!.turnCount).toBe(3);
  });
  it('is refused: a page of 40 MB', async () => {
    expect(
      (await checkLarge(`<!doctype html><html><body>${'<p>Ana Lind: yes.</p>\n'.repeat(1_900_000)}</body></html>`))[0]!
        .failure,
    ).toMatch(/page of 4\d million characters.*save its parts/);
  });
  it('is refused: one word of 20 MB', async () => {
    expect((await checkLarge('a'.repeat(20_000_000)))[0]!.failure).toMatch(/no layout known/);
  });

  /** Without looking at each turn, which takes longer than reading them. */
  async function checkLarge(text: string) {
    const { files } = await rapporteur.ingest([{ name: 'large.txt', bytes: bytesOf(text) }]);
    return files;
  }
});
