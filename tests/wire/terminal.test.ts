/** The program as people run it: a process with arguments, standard input and output. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { harbour, orchard } from '../fixtures/harbour.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
let folder: string;

interface Ran {
  out: string;
  err: string;
  code: number | null;
}

/** Runs the program in an empty folder, with the library there. */
function run(args: string[], { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        // What another start has compiled is not compiled again.
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        LIBRARY_PATH: path.join(folder, 'library'),
        ...env,
      },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject).on('close', (code) => resolve({ out, err, code }));
    child.stdin.end(input);
  });
}

const file = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

beforeAll(async () => {
  folder = temporaryFolder();
  file('harbour.json', JSON.stringify(harbour));
  file('orchard.jsonl', JSON.stringify(orchard));
  expect(await run(['ingest', path.join(folder, 'harbour.json'), path.join(folder, 'orchard.jsonl')])).toMatchObject({
    code: 0,
  });
});

describe('what went wrong', () => {
  it('is told within 80 columns, however long the ids in it are', async () => {
    const long = Array.from({ length: 5 }, (_, at) => ({
      ...orchard,
      id: `assembly-of-the-upper-valley-on-weirs-and-sluices-${at}`,
      title: `Assembly of the Upper Valley ${at}`,
    }));
    const library = { LIBRARY_PATH: path.join(temporaryFolder(), 'library') };
    file('long.jsonl', long.map((each) => JSON.stringify(each)).join('\n'));
    expect(await run(['ingest', path.join(folder, 'long.jsonl')], { env: library })).toMatchObject({ code: 0 });
    const { code, err } = await run(['show', 'upper valley'], { env: library });
    expect(code).toBe(1);
    expect(err.split('\n').length).toBeGreaterThan(5);
    for (const line of err.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    expect(err.replaceAll('\n', ' ')).toMatch(/^“upper valley” can mean 5 sessions: .*-4; give one of these ids/u);
  });
});

describe('ingest', () => {
  it('changes nothing the second time', async () => {
    const { out, code } = await run(['ingest', path.join(folder, 'harbour.json'), '--json']);
    expect(code).toBe(0);
    expect(lines(out)[0]).toMatchObject({ added: 0, updated: 0, unchanged: 1, failed: 0 });
  });
  it('replaces the session of a changed file', async () => {
    const changed = file('changing.json', JSON.stringify({ ...orchard, id: 'changing', title: 'Changing' }));
    expect((await run(['ingest', changed])).out).toContain('1 added');
    file(
      'changing.json',
      JSON.stringify({
        ...orchard,
        id: 'changing',
        title: 'Changing',
        turns: [{ speaker: 'Pia Rossi', text: 'There is one more word on hail.' }],
      }),
    );
    expect((await run(['ingest', changed])).out).toContain('1 updated');
    expect((await run(['show', 'changing'])).out).toMatch(/hail/u);
    expect((await run(['remove', 'changing'])).out).toBe('Removed changing.\n');
    expect(await run(['remove', 'changing'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no session called “changing”'),
    });
  });
  it('takes the others in when one fails, and exits with 1', async () => {
    const bad = file('bad.vtt', 'nothing that anybody said');
    const { out, code } = await run([
      'ingest',
      bad,
      path.join(folder, 'nowhere.txt'),
      path.join(folder, 'harbour.json'),
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(/failed +\S*bad\.vtt/u);
    expect(out).toMatch(/failed +\S*nowhere\.txt: there is no such file/u);
    expect(out).toContain('0 added, 0 updated, 1 unchanged, 2 failed');
  });
  it('reads standard input', async () => {
    const { out } = await run(['ingest', '-', '--json'], { input: JSON.stringify({ ...orchard, id: 'from-input' }) });
    expect(lines(out)[0]).toMatchObject({ added: 1 });
    await run(['remove', 'from-input']);
  });
  it('reads folders', async () => expect((await run(['ingest', folder])).out).toMatch(/2 unchanged/u));
});

describe('ask', () => {
  it('answers in text', async () =>
    expect((await run(['ask', 'How many seals were counted?'])).out).toMatch(
      /^312 seals, in the words of Tomas Lindqvist \[1\]\.\n\n\[1\] “[^”]*312[^”]*”\s+— Tomas Lindqvist, turn \d+/u,
    ));
  it('keeps to 80 columns and uses no colours in a pipe', async () => {
    const { out } = await run(['ask', 'Who spoke about dredging?']);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out).not.toContain('\u001b');
  });
  it('answers in JSON', async () => {
    const [answer] = lines((await run(['ask', 'How many seals were counted?', '--json'])).out);
    expect(Object.keys(answer as object).sort()).toEqual([
      'confidence',
      'model',
      'question',
      'quotes',
      'related',
      'report',
      'status',
      'text',
    ]);
  });
  it('answers a batch in order', async () => {
    const questions = file(
      'questions.jsonl',
      [
        { id: 'a', question: 'How many seals were counted?' },
        { id: 'b', question: 'And what did he propose?', history: ['What did Lindqvist say about seals?'] },
        { id: 'c', question: 'What was said about frost?', session: 'harbour-2025' },
        { id: 'd', question: 'What was said about seals?', speaker: 'Tanaka' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    const answers = lines((await run(['ask', '--batch', questions])).out) as {
      id: string;
      status: string;
      quotes: { speaker: string }[];
    }[];
    expect(answers.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'a answered',
      'b answered',
      'c nearest',
      'd answered',
    ]);
    expect(answers[1]!.quotes[0]!.speaker).toBe('Tomas Lindqvist');
    expect(answers[3]!.quotes.every(({ speaker }) => speaker === 'Mei Tanaka')).toBe(true);
  });
  it('says which line of a batch cannot be read, and answers the others', async () => {
    const questions = file('broken.jsonl', '{"id":1,"question":"How many seals were counted?"}\n{"id":2}\nno json');
    const { out, code } = await run(['ask', '--batch', questions]);
    expect(code).toBe(1);
    expect(lines(out)).toMatchObject([
      { id: 1, status: 'answered' },
      { error: expect.stringContaining('line 2') },
      { error: expect.stringContaining('line 3: is not JSON') },
    ]);
  });
});

describe('search and verify', () => {
  it('find stretches of talk', async () => {
    const searches = file('searches.jsonl', '{"id":"s","query":"eelgrass mud","session":"harbour-2025","limit":1}');
    expect(lines((await run(['search', '--batch', searches])).out)).toMatchObject([
      {
        id: 's',
        query: 'eelgrass mud',
        hits: [
          {
            session: { id: 'harbour-2025' },
            turns: [0, expect.any(Number)],
            text: expect.stringContaining('eelgrass'),
            score: expect.any(Number),
          },
        ],
      },
    ]);
  });
  it('check quotations', async () => {
    const quotations = file(
      'quotations.jsonl',
      '{"id":"q","quote":"I propose a pause of three years"}\n{"id":"r","quote":"ban every ship at once"}',
    );
    expect(lines((await run(['verify', '--batch', quotations])).out)).toMatchObject([
      { id: 'q', verdict: 'altered', speaker: 'Tomas Lindqvist', differences: [{ said: 'two', quoted: 'three' }] },
      { id: 'r', verdict: 'not_found', speaker: null, found: null, differences: [] },
    ]);
  });
});

describe('lists', () => {
  it('names the sessions', async () =>
    expect((await run(['sessions'])).out).toMatch(
      /Orchard growers meeting\n.*2 turns by 2 speakers, id orchard-2025\nHarbour Council hearing/u,
    ));
  it('names the speakers of one', async () =>
    expect((await run(['speakers', '--session', 'harbour'])).out).toMatch(
      /^Ines Okafor, Chair of the Harbour Council/u,
    ));
  it('shows a turn', async () =>
    expect(lines((await run(['show', 'harbour-2025', '--turn', '4', '--json'])).out)).toMatchObject([
      { turn: 3, speaker: 'Tomas Lindqvist' },
    ]));
  it('shows a turn by the number that answers give it', async () => {
    expect((await run(['show', 'harbour', '--turn', '4'])).out).toMatch(/^4\. Tomas Lindqvist/u);
    expect(await run(['show', 'harbour', '--turn', '0'])).toMatchObject({ code: 1 });
  });
});

describe('what is wrong', () => {
  it('with a setting is said in one line', async () =>
    expect(await run(['sessions'], { env: { PORT: 'many' } })).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^Settings: one is wrong.*\n {2}PORT: /u),
    }));
  it('with a command is said with its help', async () =>
    expect(await run(['aks', 'x'])).toMatchObject({ code: 1, err: expect.stringContaining("unknown command 'aks'") }));
  it('with a session is said with how to find it', async () =>
    expect(await run(['show', 'nowhere'])).toMatchObject({
      code: 1,
      err: 'There is no session called “nowhere”; "sessions" lists them.\n',
    }));
  it('with the embedder of the library names both and the mend', async () => {
    const { err, code } = await run(['sessions'], {
      env: { EMBEDDING_MODEL: 'other-model', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' },
    });
    expect(code).toBe(1);
    expect(err.replaceAll('\n', ' ')).toMatch(
      /its vectors were made by built-in\/\d+, and EMBEDDING_MODEL now names openai\/other-model\..* library rebuild/u,
    );
  });
});

describe('a port that is taken', () => {
  it('is told in a sentence, and what had begun is ended', { timeout: 60_000 }, async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const portOf = (server: Server) => String((server.address() as AddressInfo).port);
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const [port, other] = [portOf(taken), portOf(free)];
    free.close();
    await once(free, 'close');
    const { err, code } = await run([], { env: { HEALTH_PORT: port, MCP_PORT: other } });
    taken.close();
    expect(err).toMatch(new RegExp(`Port ${port} is taken by another program`, 'u'));
    expect(err).not.toContain('    at ');
    expect(code).toBe(1);
  });
});

describe('without a command', () => {
  it('reads questions line by line, with what was asked before in mind', async () => {
    const { out, code } = await run([], {
      input: 'What did Tanaka say about seals?\nAnd what did she say about ships?\n',
    });
    expect(code).toBe(0);
    const words = out.replaceAll(/\s+/gu, ' ');
    expect(words).toContain('so that the seals are not disturbed');
    expect(words).toContain('90 ships a month');
  });
  it('loads the invented sample into an empty library and says so', async () => {
    const { out, err } = await run([], {
      input: 'Who moderated?\n',
      env: { LIBRARY_PATH: path.join(folder, 'empty') },
    });
    expect(err).toContain('two invented sample sessions were loaded');
    expect(out).toContain('Marisol Quintavar');
  });
});
