/**
 * Whether a question that somebody asked in a meeting is answered with what was replied, and not with itself:
 *
 *     node tests/bench/replies.ts [--corpus FILE] [--most N] [--show N]
 *
 * Questions are sentences of QMSum's meetings that ask something of their own, drawn by a fixed rule; each is asked of
 * its meeting, as it was said there. A quote counts as a reply where it is of a turn by somebody else soon after the
 * question, or of what the asker goes on to say at once. Whether such a turn does answer is for a person to judge:
 * `--show` prints the first N with what is quoted.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Answer, Quote } from '../../src/answer.ts';
import { readConfig } from '../../src/config.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { termsOf } from '../../src/words/terms.ts';
import { mean, readMeetings, recordOf, type Meeting } from './search-measures.ts';

const { values } = parseArgs({
  options: {
    corpus: {
      type: 'string',
      default: fileURLToPath(new URL('../../../shared/bench/qmsum/corpus.jsonl', import.meta.url)),
    },
    most: { type: 'string', default: '300' },
    show: { type: 'string', default: '0' },
  },
});
if (!existsSync(values.corpus)) {
  console.error(`replies: there is no ${values.corpus}; name a file with --corpus.`);
  process.exit(1);
}

interface Asked {
  meeting: Meeting;
  turn: number;
  question: string;
}

/** A question of so many terms says what it is about, and a longer one is a speech. */
const leastTerms = 5;
const mostWords = 40;
/** Turns after the one that asks, in which it is replied to. */
const soon = 5;
/** Words that a question of its own begins with, once the speaker is done clearing the throat. */
const asking = new Set(
  'what who whom whose which when where why how is are was were do does did will would can could should has have'.split(
    ' ',
  ),
);
const fillers = new Set('and so but well okay ok um uh like now then yeah or right also'.split(' '));
/** What points to something said before. */
const pointing = new Set('it that this those these they them he she there'.split(' '));

const meetings = [...readMeetings(values.corpus).values()];
const drawn = meetings
  .flatMap(questionsOf)
  .filter((_, at, all) => at % Math.ceil(all.length / Number(values.most)) === 0);

const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-bench-'));
const rapporteur = rapporteurInThreads(readConfig({ ...process.env, LIBRARY_PATH: folder }));
try {
  await rapporteur.ingest(meetings.map(recordOf));
  const told: { asked: Asked; answer: Answer }[] = [];
  for (const asked of drawn) {
    const answer = await rapporteur.ask({ text: asked.question, session: asked.meeting.id });
    if (told.length < Number(values.show)) console.log(shown(asked, answer));
    told.push({ asked, answer });
  }
  const share = (is: (one: (typeof told)[number]) => boolean) =>
    `${(100 * mean(told.map((one) => (is(one) ? 1 : 0)))).toFixed(1)} %`;
  const answered = ({ answer }: { answer: Answer }) => answer.status === 'answered';
  console.log(`${drawn.length} questions asked in ${meetings.length} meetings, each of its own meeting`);
  console.table({
    'a reply is quoted': share((one) => answered(one) && one.answer.quotes.some((quote) => isReply(quote, one.asked))),
    'only the question is quoted': share(
      (one) => answered(one) && one.answer.quotes.every((quote) => isOnlyQuestion(quote, one.asked)),
    ),
    'something else is quoted': share(
      (one) =>
        answered(one) &&
        !one.answer.quotes.some((quote) => isReply(quote, one.asked)) &&
        !one.answer.quotes.every((quote) => isOnlyQuestion(quote, one.asked)),
    ),
    'a reply is shown as nearest': share(
      (one) => one.answer.status === 'nearest' && one.answer.related.some((quote) => isReply(quote, one.asked)),
    ),
    'something else is shown as nearest': share(
      (one) => one.answer.status === 'nearest' && !one.answer.related.some((quote) => isReply(quote, one.asked)),
    ),
    nothing: share(({ answer }) => answer.status === 'not_found'),
  });
} finally {
  await rapporteur.close();
  rmSync(folder, { recursive: true });
}

function questionsOf(meeting: Meeting): Asked[] {
  return meeting.turns.flatMap((said, turn) => {
    const { text, speaker } = said;
    const next = meeting.turns[turn + 1];
    if (!next || next.speaker === speaker) return [];
    return splitIntoSentences(said)
      .map(({ start, end }) => text.slice(start, end))
      .filter(isOfItsOwn)
      .map((question) => ({ meeting, turn, question }));
  });
}

function isOfItsOwn(sentence: string): boolean {
  if (!sentence.trimEnd().endsWith('?')) return false;
  const words = sentence.toLowerCase().match(/[a-z']+/g) ?? [];
  const first = words.find((word) => !fillers.has(word)) ?? '';
  return (
    asking.has(first) &&
    words.length <= mostWords &&
    !words.some((word) => pointing.has(word)) &&
    new Set(termsOf(sentence)).size >= leastTerms
  );
}

function isOnlyQuestion(quote: Omit<Quote, 'n'>, { turn, question }: Asked): boolean {
  return quote.turn === turn && quote.text.trim().length <= question.length + 1;
}

function isReply(quote: Omit<Quote, 'n'>, { meeting, turn, question }: Asked): boolean {
  const { turns } = meeting;
  if (quote.turn === turn) {
    const asked = turns[turn]!.text.indexOf(question) + question.length;
    return quote.end > asked + 1 && quote.start >= turns[turn]!.text.indexOf(question);
  }
  return quote.turn > turn && quote.turn <= turn + soon && turns[quote.turn]!.speaker !== turns[turn]!.speaker;
}

function shown({ meeting, turn, question }: Asked, { status, quotes, related }: Answer): string {
  const passages = status === 'answered' ? quotes : related;
  const lines = passages.map((quote) => `    ${quote.turn - turn} ${quote.speaker}: ${quote.text.slice(0, 400)}`);
  const after = meeting.turns
    .slice(turn + 1, turn + 1 + soon)
    .map(({ speaker, text }, at) => `    after ${at + 1} ${speaker}: ${text.slice(0, 200)}`);
  return [
    `${meeting.id} ${turn} ${meeting.turns[turn]!.speaker}: ${question}`,
    `  ${status}`,
    ...lines,
    '  said next',
    ...after,
    '',
  ].join('\n');
}
