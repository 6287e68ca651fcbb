/** The documentation is true of the program. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../adapters/terminal/render-answer.ts';
import { openEmbedder } from '../embeddings/open-embedder.ts';
import { openVectorIndex } from '../embeddings/vector-index.ts';
import { readConfig, settings } from '../src/config.ts';
import { openRapporteur } from '../src/open-rapporteur.ts';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

describe('.env.example', () => {
  it('lists every setting in the order of the schema, with its meaning and default', () => {
    const expected = settings
      .map(({ name, default: value, meaning }) => `# ${meaning}\n${value === '' ? `#${name}=` : `#${name}=${value}`}`)
      .join('\n\n');
    expect(read('.env.example').trim()).toBe(
      `# Copy to .env and take the # off what you set. Every setting may be left out.\n\n${expected}`,
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
    const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-readme-'));
    const rapporteur = await openRapporteur({
      config: readConfig({ LIBRARY_PATH: folder }),
      anyEmbedder: false,
      openEmbedder,
      openVectorIndex,
    });
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
      rmSync(folder, { recursive: true });
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
