/**
 * How much of what is on the screen was said: the share of lines that are quoted words, over all answered
 * questions of `npm run eval` together, at 80 columns, blank lines not counted.
 *
 *     node tests/bench/lines.ts [--questions FILE] [--records PATH] [--show]
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { renderAnswer } from '../../adapters/terminal/render-answer.ts';
import { readConfig } from '../../src/config.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';
import { linesOf } from './quoted-lines.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: path.join(shared, 'eval/gold-dev.jsonl') },
    records: { type: 'string', default: path.join(shared, 'sessions') },
    /** Prints each answer, its quoted lines marked. */
    show: { type: 'boolean', default: false },
  },
});
const asked = z.object({ question: z.string(), history: z.array(z.string()).optional() });

for (const file of [values.questions, values.records]) {
  if (!existsSync(file)) {
    console.error(`lines: there is no ${file}; name files with --questions and --records.`);
    process.exit(1);
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-lines-'));
const rapporteur = rapporteurInThreads(readConfig({ ...process.env, LIBRARY_PATH: folder }));
try {
  const records = statSync(values.records).isFile()
    ? [values.records]
    : readdirSync(values.records).map((name) => path.join(values.records, name));
  await rapporteur.ingest(records.map((record) => ({ path: path.resolve(record) })));
  const total = { answers: 0, lines: 0, quoted: 0 };
  for (const line of readFileSync(values.questions, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const { question, history } = asked.parse(JSON.parse(line));
    const answer = await rapporteur.ask({ text: question, history });
    if (answer.status !== 'answered') continue;
    const lines = linesOf(renderAnswer(answer, { columns: 80, colours: false }), answer.quotes);
    if (values.show)
      console.log([`> ${question}`, ...lines.map((one) => `${one.isQuoted ? '|' : ' '} ${one.text}`), ''].join('\n'));
    total.answers += 1;
    total.lines += lines.length;
    total.quoted += lines.filter((one) => one.isQuoted).length;
  }
  const share = total.lines === 0 ? 0 : (100 * total.quoted) / total.lines;
  console.log(
    `${total.answers} answers, ${total.lines} lines at 80 columns, ${total.quoted} of them quoted words: ${share.toFixed(1)} % (goal: 60 %)`,
  );
} finally {
  await rapporteur.close();
  rmSync(folder, { recursive: true });
}
