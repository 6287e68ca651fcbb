/** The numbered evidence a model writes from, within a budget of tokens. */
import { peopleMeant } from '../../people/mentions.ts';
import { termsOf } from '../../words/terms.ts';
import type { Finding } from '../../session.ts';
import { formatTime } from '../../words/timestamp.ts';
import type { ReportItem } from '../../answer.ts';
import type { Findings } from '../find.ts';
import { candidatesFor } from '../candidates.ts';
import { look, wantedBy } from '../look.ts';
import { sentencesOn } from '../hear.ts';
import { reportItem, shareOf } from '../report-items.ts';
import { soundsLikeInstructions } from '../quotes/instructions.ts';
import { dayInWords } from '../../words/dates.ts';
import type { ReadSentence, Reading } from '../../retrieval/reading.ts';
import { type Ground, readingsOf } from '../ground.ts';
import { allNamesOf, type Person } from '../../people/person.ts';

export interface Evidence {
  sentences: EvidenceSentence[];
  /** Of the AI-written report: never speech. */
  items: EvidenceItem[];
  /** As a model reads it; empty where there is nothing. */
  text: string;
}

export interface EvidenceSentence {
  number: number;
  reading: Reading;
  sentence: ReadSentence;
  /** Of `reading.sentences`. */
  index: number;
}

export interface EvidenceItem {
  number: number;
  reading: Reading;
  finding: Finding;
  item: ReportItem;
}

/**
 * The sentences that answer, then others on the matter and near in meaning with those beside them, and items of the report on it, best
 * first while they fit in `tokensMost`; numbered from 1 in the order in which they were said.
 */
export async function listEvidence(found: Findings, ground: Ground, tokensMost: number): Promise<Evidence> {
  const budget = { left: tokensMost };
  const chosen = new Map<string, Omit<EvidenceSentence, 'number'>>();
  const headings = new Set<string>();
  const add = (reading: Reading, index: number) => {
    const sentence = reading.sentences[index];
    const key = `${reading.session.id} ${index}`;
    if (!sentence || chosen.has(key) || isForTheMachine(reading, index)) return;
    const heading = `${reading.session.id} ${sentence.turn}`;
    const cost =
      countTokens(lineOf(0, sentence.text)) +
      (headings.has(heading) ? 0 : countTokens(turnHeading(reading, sentence))) +
      (headings.has(reading.session.id) ? 0 : countTokens(sessionHeading(reading)));
    if (cost > budget.left) return;
    budget.left -= cost;
    headings.add(heading).add(reading.session.id);
    chosen.set(key, { reading, sentence, index });
  };
  const answering = await sentencesShown([...found.quotes, ...found.nearest, ...found.others], ground);
  for (const { reading, index } of answering) add(reading, index);
  const items = await addItems(found, ground, budget);
  const more = inTurns(await alsoOnIt(found, ground), await nearInMeaning(found, ground));
  for (const { reading, index } of more) add(reading, index);
  // What stands beside an answer tells what "it" and "that" are.
  for (const { reading, index } of [...answering, ...more]) {
    const { turn } = reading.sentences[index]!;
    for (const beside of [index - 1, index + 1, index - 2, index + 2])
      if (reading.sentences[beside]?.turn === turn) add(reading, beside);
  }
  const order = [...new Set([...chosen.values()].map(({ reading }) => reading))];
  const sentences = [...chosen.values()]
    .toSorted((one, other) => order.indexOf(one.reading) - order.indexOf(other.reading) || one.index - other.index)
    .map((each, at): EvidenceSentence => ({ ...each, number: at + 1 }));
  const numbered = items.map((each, at): EvidenceItem => ({ ...each, number: sentences.length + at + 1 }));
  return { sentences, items: numbered, text: textOf(sentences, numbered) };
}

/** The sentences of what was found, each reply with the question before it. */
async function sentencesShown(shown: Shown[], ground: Ground): Promise<{ reading: Reading; index: number }[]> {
  const readings = await readingsOf(
    shown.map(({ session }) => session.id),
    ground,
  );
  return shown.flatMap((quote, at) => {
    const reading = readings[at]!;
    const places = quote.repliesTo ? [quote.repliesTo, quote] : [quote];
    return places.flatMap(({ turn, start, end }) => {
      const indexes = [...reading.sentences.keys()];
      const isIn = (sentence: ReadSentence) => sentence.turn === turn && sentence.start < end && sentence.end > start;
      return indexes.filter((index) => isIn(reading.sentences[index]!)).map((index) => ({ reading, index }));
    });
  });
}

type Shown = Findings['quotes'][number];

/** Sentences besides those that answer, at most. */
const mostSentences = 40;
const mostItems = 8;
/** Of the weight of the question's matter in an item. */
const leastShare = 0.6;
/** A model can judge for itself, so less of the matter need stand in a sentence than where it is quoted unread. */
const least = { covered: 0.4, own: 0.2 };

async function alsoOnIt(
  { inquiry, sessions }: Findings,
  ground: Ground,
): Promise<{ reading: Reading; index: number }[]> {
  if (inquiry.words === '') return [];
  const { people, ids } = lookedIn(inquiry, sessions);
  const { wanted, words } = await wantedBy(inquiry, undefined, ground);
  return (await sentencesOn(wanted, words, ids, people, ground, least)).slice(0, mostSentences);
}

/** What is said in other words than the question's, the nearest first: a model can tell whether it answers. */
async function nearInMeaning(
  { inquiry, sessions }: Findings,
  ground: Ground,
): Promise<{ reading: Reading; index: number }[]> {
  if (inquiry.words === '' || (await ground.meaningsOf(inquiry.words)) === null) return [];
  const { people, ids } = lookedIn(inquiry, sessions);
  const { near } = await look(inquiry, { people, spokenIn: ids }, ground);
  return (await candidatesFor(near, ground)).filter(({ like }) => like >= leastLike).slice(0, mostNear);
}

const mostNear = 12;
/** In usual differences from the average sentence. */
const leastLike = 1.5;

/** Of whom it is asked, and the sessions in which they speak. */
function lookedIn(
  { speakers }: Findings['inquiry'],
  sessions: Findings['sessions'],
): { people: Person[]; ids: string[] } {
  const people = peopleMeant(speakers);
  const isTheirs = (id: string) => people.length === 0 || people.some((person) => person.sessions.includes(id));
  return { people, ids: sessions.map(({ id }) => id).filter(isTheirs) };
}

/** The first of each, the second of each, and so on: neither leaves the other without room. */
function inTurns<Each>(one: Each[], other: Each[]): Each[] {
  const longest = one.length > other.length ? one : other;
  return longest.flatMap((_each, at) => [...one.slice(at, at + 1), ...other.slice(at, at + 1)]);
}

/** Items of the report that speak of the matter, of the sessions that do. They may take a third of the budget. */
async function addItems(
  found: Findings,
  ground: Ground,
  budget: { left: number },
): Promise<Omit<EvidenceItem, 'number'>[]> {
  const topic = termsOf(found.inquiry.words);
  if (topic.length === 0) return [];
  let left = Math.floor(budget.left / 3);
  const people = found.inquiry.speakers.map(
    ({ matches }) => new Set(matches.flatMap(({ person }) => allNamesOf(person))),
  );
  const readings = await readingsOf([...new Set(found.quotes.map(({ session }) => session.id))], ground);
  const counts = await ground.library.counts(topic);
  const onIt = readings
    .flatMap((reading) =>
      reading.findings.map((finding) => ({ reading, finding, share: shareOf(topic, finding, counts) })),
    )
    .filter(
      ({ finding, share }) =>
        share >= leastShare && people.every((names) => finding.speakers.some((speaker) => names.has(speaker))),
    )
    .toSorted((one, other) => other.share - one.share);
  const items: Omit<EvidenceItem, 'number'>[] = [];
  for (const { reading, finding } of onIt) {
    const item = reportItem(finding, reading);
    const cost =
      countTokens(itemLine({ number: 0, reading, finding, item })) +
      (items.some((other) => other.reading === reading) ? 0 : countTokens(sessionHeading(reading)));
    // The same item may stand in two sections of a report.
    if (cost > left || soundsLikeInstructions(item.text) || items.some((other) => other.item.text === item.text))
      continue;
    left -= cost;
    budget.left -= cost;
    if (items.push({ reading, finding, item }) >= mostItems) break;
  }
  return items;
}

/** An instruction to a model goes on for some sentences, of which the first says that it is one. */
function isForTheMachine({ sentences }: Reading, index: number): boolean {
  const { turn } = sentences[index]!;
  return [0, 1, 2, 3].some((before) => {
    const sentence = sentences[index - before];
    return sentence?.turn === turn && soundsLikeInstructions(sentence.text);
  });
}

function textOf(sentences: EvidenceSentence[], items: EvidenceItem[]): string {
  const lines: string[] = [];
  let [session, turn] = ['', -1];
  for (const { number, reading, sentence } of sentences) {
    if (reading.session.id !== session) {
      lines.push(sessionHeading(reading));
      [session, turn] = [reading.session.id, -1];
    }
    if (sentence.turn !== turn) lines.push(turnHeading(reading, sentence));
    ({ turn } = sentence);
    lines.push(lineOf(number, sentence.text));
  }
  const reports = items.flatMap((item, at) => [
    ...(items[at - 1]?.reading === item.reading ? [] : [sessionHeading(item.reading)]),
    itemLine(item),
  ]);
  const report =
    reports.length === 0 ? [] : ['<report note="written by an AI, not said by anybody">', ...reports, '</report>'];
  return ['<evidence>', ...lines, '</evidence>', ...report].join('\n');
}

function sessionHeading({ session: { title, date, event } }: Reading): string {
  return `Session: ${plain([title, date && dayInWords(date), event].filter(Boolean).join(', '))}`;
}

function turnHeading({ session }: Reading, { speaker, seconds }: ReadSentence): string {
  const named = session.speakers.find(({ name }) => name === speaker);
  const who =
    speaker === null ? 'Unknown speaker' : [speaker, named?.role, named?.affiliation].filter(Boolean).join(', ');
  return `${plain(who)}${seconds === null ? '' : ` (at ${formatTime(seconds)})`}:`;
}

function lineOf(number: number, text: string): string {
  return `[${number}] ${plain(text)}`;
}

function itemLine({ number, item: { kind, speakers, text } }: EvidenceItem): string {
  return `[${number}] ${plain(`${kind}${speakers.length > 0 ? `, on ${speakers.join(', ')}` : ''}: ${text}`)}`;
}

/** On one line and without what could pass for the wrapping. */
function plain(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll(/\[(\d+)\]/g, '($1)')
    .replaceAll(/\p{Cf}/gu, '')
    .trim();
}

/**
 * Tokens of a text, rather too many than too few: a common English word is one, other alphabets take about one for two
 * letters, scripts without blanks one or two for each character.
 */
export function countTokens(text: string): number {
  let count = 0;
  for (const [run] of text.matchAll(
    /[\p{Script=Latin}\p{M}]+|\p{N}{1,3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[^\s\p{L}\p{N}]+|\p{L}+/gu,
  )) {
    count += /^\p{Script=Latin}/u.test(run)
      ? Math.max(1, Math.ceil((run.length - 2) / 5))
      : /^\p{L}/u.test(run) && run.length > 1
        ? Math.ceil(run.length / 2)
        : 1;
  }
  return Math.ceil(count * 1.1);
}
