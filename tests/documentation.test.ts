/** The documentation is true of the program. */
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../adapters/terminal/render-answer.ts';
import type { Answer, Question } from '../src/answer.ts';
import { settings } from '../src/config.ts';
import { rooms } from './fixtures/house.ts';
import { rapporteurIn, temporaryFolder } from './fixtures/temporary.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');

describe('.env.example', () => {
  it('lists every setting in the order of the schema, with its meaning and default', () => {
    const expected = settings
      .map(({ name, default: value, meaning }) => `# ${meaning}\n${value === '' ? `#${name}=` : `#${name}=${value}`}`)
      .join('\n\n');
    expect(read('.env.example').trim()).toBe(
      `# Copy to .env and take the # off what you set. Every setting may be left out.\n# A quotation mark that is opened must be closed; a # cuts a value that is not in quotation marks.\n\n${expected}`,
    );
  });
});

const pages = [
  'README.md',
  ...readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`),
  'adapters/slack/README.md',
  'adapters/discord/README.md',
  'embeddings/meanings/README.md',
];

describe.each(pages)('%s', (page) => {
  const text = read(page);
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { [name: string]: string } };

  it('names only commands that exist', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/gu)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/gu)].map(([, file]) => file!);
    for (const file of linked) expect(() => statSync(path.join(root, path.dirname(page), file)), file).not.toThrow();
  });

  it('names only folders and files that exist', () => {
    const paths =
      text.match(/(?<![\w./-])(?:src|adapters|embeddings|tests|docs|findings)\/[\w./-]*\w(?:\/|\.ts|\.md)/gu) ?? [];
    for (const named of paths) expect(() => statSync(path.join(root, named)), named).not.toThrow();
    const files = (text.match(/(?<![\w/.-])[\w-]+\.ts\b/gu) ?? []).filter((name) => !filesOf.has(name));
    expect(files).toEqual([]);
  });
});

const filesOf = new Set(
  ['src', 'adapters', 'embeddings', 'tests'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.basename(name)),
  ),
);

describe('README.md', () => {
  const readme = read('README.md');

  it('shows a real exchange about the sample', async () => {
    const [exchange] = /```\n(> [^]*?)\n```/u.exec(readme)!.slice(1);
    const questions = [...exchange!.matchAll(/^> (.+)$/gmu)].map(([, question]) => question!);
    const answers = await askedOfTheSample(questions.map((text) => ({ text })));
    const look = { columns: 80, colours: false };
    expect(answers.map((answer) => `> ${answer.question}\n\n${renderAnswer(answer, look)}`).join('\n\n')).toBe(
      exchange,
    );
  });

  it('has only questions that are answered, one after the other', async () => {
    const table = /^\| for example \|[^]*?(?=^$)/mu.exec(readme)![0];
    const questions = [...table.matchAll(/^\| (.+?) \|/gmu)].map(([, question]) => question!).slice(1);
    expect(questions.length).toBeGreaterThan(8);
    const answers = await askedOfTheSample(questions.map((text, at) => ({ text, history: questions.slice(0, at) })));
    expect(answers.filter(({ status }) => status !== 'answered').map(({ question }) => question)).toEqual([]);
  });

  it('has commands that work as they stand, one after the other', { timeout: 600_000 }, async () => {
    const folder = newcomersFolder();
    const commands = commandsIn(readme);
    expect(commands.length).toBeGreaterThan(15);
    for (const command of commands) expect(await exitCodeOf(command, folder), command).toBe(0);
  });

  it('watches a folder as it says', async () => {
    const command = [...typed(readme)].find((line) => line.includes('--watch'))!;
    const watching = spawn('sh', ['-c', `exec ${command}`], { cwd: newcomersFolder(), env: plainly(), detached: true });
    const said = await new Promise<string>((resolve) => {
      let heard = '';
      watching.stdout.on('data', (text: Buffer) => {
        heard += text.toString();
        if (heard.includes('added')) resolve(heard);
      });
      watching.on('close', () => resolve(heard));
    });
    if (watching.exitCode === null) process.kill(-watching.pid!, 'SIGINT');
    expect(said).toContain('Harbour hearing');
  });

  it('names every setting a newcomer needs', () => {
    for (const name of [
      'LIBRARY_PATH',
      'EMBEDDING_MODEL',
      'CHAT_MODEL',
      'PROSE',
      'OPENAI_API_KEY',
      'OPENAI_BASE_URL',
      'SLACK_BOT_TOKEN',
      'DISCORD_TOKEN',
    ])
      expect(readme).toContain(name);
  });

  it('runs in CI what it tells a newcomer to run', () => {
    expect(readme).toContain('npm ci && npm test');
    expect(readme).toContain('npm ci && npm start');
    const ci = read('.ci/run');
    for (const command of ['npm ci', 'npm run types', 'npm run lint', 'npm run format:check', 'npm test'])
      expect(ci).toContain(command);
  });
});

describe('docs/house.md', () => {
  const house = read('docs/house.md');

  it('has a line for every room, the lowest first', () => {
    const table = /^## The rooms[^]*?(?=^##? )/mu.exec(house)![0];
    const named = [...table.matchAll(/^\| (.+?) \|/gmu)].flatMap(
      ([, cell]) => cell!.match(/(?<=`)[\w./-]+(?=`)/gu) ?? [],
    );
    expect(named).toEqual(rooms);
  });
});

async function askedOfTheSample(questions: Question[]): Promise<Answer[]> {
  const rapporteur = await rapporteurIn(temporaryFolder());
  try {
    await rapporteur.ingest(
      ['rivers-session-page.txt', 'rivers-captions.vtt'].map((name) => ({ path: path.join(root, 'src/sample', name) })),
    );
    const answers: Answer[] = [];
    for (const question of questions) answers.push(await rapporteur.ask(question));
    return answers;
  } finally {
    await rapporteur.close();
  }
}

/** Every line to be typed: of the blocks of `sh`, and what stands in the text as one. */
function typed(text: string): Set<string> {
  const blocks = [...text.matchAll(/^```sh\n([^]*?)\n```/gmu)].flatMap(([, lines]) => lines!.split('\n'));
  const inText = [...text.replaceAll(/^```[^]*?^```/gmu, '').matchAll(/`(npm start[^`]*)`/gu)].map(([, line]) => line!);
  return new Set([...blocks, ...inText]);
}

/** Those that can run here: without places to fill in and the network, and that end. What CI runs, it runs. */
function commandsIn(text: string): string[] {
  return [...typed(text)]
    .filter((line) => !/<|…|FILE|https:|--watch|MCP_PORT|WEB_PORT|npm test/u.test(line))
    .map((line) => line.replace('npm ci && ', ''));
}

/** A checkout as a newcomer has it, with the records that the README speaks of beside the program. */
function newcomersFolder(): string {
  const folder = temporaryFolder();
  for (const name of ['package.json', 'node_modules', 'src', 'adapters', 'embeddings', 'packaging'])
    symlinkSync(path.join(root, name), path.join(folder, name));
  mkdirSync(path.join(folder, 'transcripts'));
  const turn = (speaker: string, text: string) => ({ speaker, text });
  const hearing = {
    title: 'Harbour hearing',
    date: '2025-05-14',
    turns: [
      turn('Mei Tanaka', 'Good morning. We speak of the frost warning today.'),
      turn('Ines Ocafor', 'We need a shared frost warning for all the orchards behind the harbour.'),
      turn('Ines Ocafor', 'The frost warning of last spring came four hours late.'),
      turn('I. Okafor', 'Then let us agree who sends it.'),
    ],
  };
  writeFileSync(path.join(folder, 'transcripts/hearing.json'), JSON.stringify(hearing));
  const meeting = 'WEBVTT\n\n00:01.000 --> 00:04.000\n<v Tomas Reyl>The orchard meeting is open.</v>\n';
  writeFileSync(path.join(folder, 'meeting.vtt'), meeting);
  return folder;
}

/** Nothing of the environment of the tests but where programs are. */
const plainly = () => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1' });

/** With nothing to read, the chat ends by itself. What it said is shown where it failed. */
function exitCodeOf(command: string, cwd: string): Promise<number | string> {
  return new Promise((resolve) => {
    const running = execFile('sh', ['-c', command], { cwd, env: plainly() }, (error, stdout, stderr) =>
      resolve(error === null ? 0 : `${error.code}: ${stdout}${stderr}`),
    );
    running.stdin?.end();
  });
}
