/**
 * Records as large as anyone may give, through the real ingest: node tests/bench/large.ts [NAME…]
 *
 * 200 MB, one line of 50 MB, a million turns. The suite tries a tenth of each (`tests/unit/bad-input.test.ts`).
 */
import { temporaryLibrary } from './synthetic.ts';

const said = 'the harbour boats lie with nets and ropes in winter when the fog comes over the old pier.';
const speakers = ['Ana Lind', 'Ravi Sen', 'Mei Tanaka'];
const turns = (count: number, sentences: number) =>
  Array.from(
    { length: count },
    (_, index) => `${speakers[index % 3]}: ${index} of ${Array.from({ length: sentences }, () => said).join(' ')}`,
  ).join('\n');
const cues = (count: number) =>
  `WEBVTT\n\n${Array.from({ length: count }, (_, index) => `${Math.floor(index / 3600)}:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}.000 --> 99:00:00.000\n<v ${speakers[index % 3]}>${said}</v>\n`).join('\n')}`;

const records: Record<string, { file: string; text: () => string }> = {
  'a million turns': { file: 'turns.txt', text: () => turns(1_000_000, 1) },
  'one line of 50 MB': {
    file: 'line.txt',
    text: () => `Ana Lind: ${`${said} `.repeat(550_000)}\nRavi Sen: yes.\nAna Lind: no.`,
  },
  '200 MB of talk': { file: 'talk.txt', text: () => turns(700_000, 3) },
  '200 MB of captions': { file: 'captions.vtt', text: () => cues(1_300_000) },
  '200 MB of JSON': {
    file: 'talk.json',
    text: () =>
      JSON.stringify({
        title: 'Talk',
        turns: Array.from({ length: 1_500_000 }, (_, index) => ({
          speaker: speakers[index % 3],
          text: `${index} of ${said}`,
        })),
      }),
  },
  '200 MB of HTML': {
    file: 'page.html',
    text: () => `<!doctype html><html><body>${`<p><b>Ana Lind:</b> ${said}</p>\n`.repeat(1_700_000)}</body></html>`,
  },
  '200 MB of one word': { file: 'word.txt', text: () => 'a'.repeat(200_000_000) },
};

const chosen = process.argv.slice(2);
console.log(
  '| record | MB | ingest s | MB/s | turns or why not | first answer s | resident MB |\n|---|---|---|---|---|---|---|',
);
for (const [what, { file, text }] of Object.entries(records)) {
  if (chosen.length > 0 && !chosen.includes(what)) continue;
  const library = await temporaryLibrary();
  const rapporteur = await library.open();
  const bytes = new Uint8Array(Buffer.from(text()));
  let start = performance.now();
  const [read] = (await rapporteur.ingest([{ name: file, bytes }])).files;
  const seconds = (performance.now() - start) / 1000;
  start = performance.now();
  await rapporteur.ask({ text: 'Where do the boats lie in winter?' });
  const answered = (performance.now() - start) / 1000;
  const megabytes = bytes.length / 1e6;
  console.log(
    `| ${what} | ${megabytes.toFixed(0)} | ${seconds.toFixed(1)} | ${(megabytes / seconds).toFixed(1)} | ${read!.failure?.slice(0, 80) ?? read!.sessions.map(({ turnCount }) => turnCount).join(', ')} | ${answered.toFixed(1)} | ${(process.memoryUsage().rss / 1e6).toFixed(0)} |`,
  );
  await rapporteur.close();
  library.remove();
}
