/** The documentation is true of the program. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../adapters/terminal/render-answer.ts';
import { settings } from '../src/config.ts';
import { rapporteurIn, temporaryFolder } from './fixtures/temporary.ts';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

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

describe('README.md', () => {
  const readme = read('README.md');
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { [name: string]: string } };

  it('names only commands that exist', () => {
    const named = [...readme.matchAll(/npm run ([\w:-]+)/gu)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names only files that exist', () => {
    const named = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)\)/gu)].map(([, file]) => file!);
    for (const file of named) expect(() => read(file), file).not.toThrow();
  });

  it('shows a real exchange about the sample', async () => {
    const folder = temporaryFolder();
    const rapporteur = await rapporteurIn(folder);
    try {
      await rapporteur.ingest(
        ['rivers-session-page.txt', 'rivers-captions.vtt'].map((name) => ({
          path: fileURLToPath(new URL(`../src/sample/${name}`, import.meta.url)),
        })),
      );
      const [exchange] = /```\n(> [^]*?)\n```/u.exec(readme)!.slice(1);
      const questions = [...exchange!.matchAll(/^> (.+)$/gmu)].map(([, question]) => question!);
      const answers: string[] = [];
      for (const text of questions)
        answers.push(`> ${text}\n\n${renderAnswer(await rapporteur.ask({ text }), { columns: 80, colours: false })}`);
      expect(answers.join('\n\n')).toBe(exchange);
    } finally {
      await rapporteur.close();
    }
  });

  it('names every setting a newcomer needs', () => {
    for (const name of [
      'LIBRARY_PATH',
      'EMBEDDING_MODEL',
      'CHAT_MODEL',
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
    for (const command of ['npm ci', 'npm run types', 'npm run lint', 'npm test']) expect(ci).toContain(command);
  });
});
