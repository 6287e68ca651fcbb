/**
 * What of a model that lies is printed, for both kinds of prose: every kind of lie in `tests/fixtures/claims.ts` and those
 * made here of each sentence, and true statements in other words, through the checks that every reply goes through.
 *
 *     node tests/bench/lies.ts [--show]
 *
 * A lie is printed where the words that tell it stand in the answer and the sentence itself does not; a truth is kept
 * where six of ten of its words stand there. The model vouches for all it says.
 */
import type { Answer } from '../../src/answer.ts';
import { checkCuts, checkFree } from '../../src/answering/model/check.ts';
import { answerFrom } from '../../src/answering/model/cite.ts';
import type { Evidence } from '../../src/answering/model/evidence-list.ts';
import { readSession } from '../../src/retrieval/reading.ts';
import type { Session } from '../../src/session.ts';
import { languageOf } from '../../src/words/language.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { saidInClaims, speakers, type Said } from '../fixtures/claims.ts';

interface Statement {
  kind: string;
  isTrue: boolean;
  of: Said;
  /** As free prose says it, and which words of the sentence a cut keeps. */
  text: string;
  keep: string;
  /** Other words than those of the sentence by which a lie is known: a name, "all agreed". */
  tell?: string;
  asked?: string;
}

const session: Session = {
  id: 'claims-2025',
  title: 'Hearing on the harbour',
  date: '2025-11-14',
  startTime: null,
  endTime: null,
  event: null,
  kind: 'transcript',
  language: 'en',
  source: 'claims.json',
  page: null,
  findings: [],
  speakers: speakers.map((name) => ({ name, otherNames: [], role: null, affiliation: null })),
  turns: saidInClaims.map(({ speaker, text, before, after }) => ({
    speaker,
    text: [before, text, after].filter(Boolean).join(' '),
    times: [],
  })),
};
const reading = readSession(session, session.turns.map(splitIntoSentences));
const evidence: Evidence = {
  sentences: reading.sentences.map((sentence, index) => ({ reading, sentence, index, number: index + 1 })),
  items: [],
  text: '',
};
const numberOf = ({ text }: Said) => evidence.sentences.find(({ sentence }) => sentence.text === text)!.number;

export function statements(): Statement[] {
  return saidInClaims.flatMap((of, at) => [...liesOf(of), ...liesAbout(of, at), ...truthsOf(of)]);
}

/** As another reports it: "they may close" of "We may close". */
function reported({ text }: Pick<Said, 'text'>): string {
  const words = text.replace(/[.?]$/u, '').replaceAll(/(?<!\p{L})[\p{L}]+(?!\p{L})/gu, (word) => others[word] ?? word);
  return /^(?:The|It|Some|Only|Almost|More|Not|Nobody|Unless|Should)\b/u.test(words)
    ? words[0]!.toLowerCase() + words.slice(1)
    : words;
}

const others: { [word: string]: string } = { We: 'they', we: 'they', I: 'they', My: 'their', us: 'them', me: 'them' };

function liesOf(of: Said): Statement[] {
  const whole = reported(of);
  return of.lies.map(([kind, from, to]) => {
    const at = whole.toLowerCase().indexOf(from.toLowerCase());
    if (at === -1) throw new Error(`“${from}” is not in “${whole}”`);
    const lie = whole.slice(0, at) + to + whole.slice(at + from.length);
    return { kind, isTrue: false, of, text: `${of.speaker} says ${lie}.`, keep: lie };
  });
}

/** Kinds that any sentence lends itself to. */
function liesAbout(of: Said, at: number): Statement[] {
  const whole = reported(of);
  const other = speakers[(speakers.indexOf(of.speaker) + 1 + (at % 4)) % speakers.length]!;
  const asked = 'Why is the corrupt minister wrecking the harbour?';
  const next = saidInClaims[(at + 11) % saidInClaims.length]!;
  const half = (text: string, part: 0 | 1) => {
    const words = text.split(' ');
    return (part === 0 ? words.slice(0, words.length / 2) : words.slice(words.length / 2)).join(' ');
  };
  const made: [kind: string, text: string, tell: string][] = [
    ['speaker', `${other} says ${whole}.`, other],
    ['two speakers', `${of.speaker} and ${other} say ${whole}.`, `and ${other}`],
    ['all agreed', `All agreed that ${whole}.`, 'all agreed'],
    ['all agreed', `The hearing decided that ${whole}.`, 'decided that'],
    ['verb that denies', `${of.speaker} denies that ${whole}.`, 'denies that'],
    ['verb that commands', `${of.speaker} demands that ${whole}.`, 'demands that'],
    ['verb that judges', `${of.speaker} admits that ${whole}.`, 'admits that'],
    ['no speaker', `${whole[0]!.toUpperCase()}${whole.slice(1)}, it was proved.`, 'it was proved'],
    ['words of the question', `${of.speaker} says the corrupt minister is wrecking the harbour.`, 'corrupt minister'],
    ['words of the question', `${of.speaker} says ${whole}, because of the corrupt minister.`, 'corrupt minister'],
    ['link', `${of.speaker} says ${whole}, see harbour.example/now.`, 'harbour.example'],
    ['quotation marks', `${of.speaker} says “${of.text.replace(/\p{L}{4,}/u, 'rotten')}”`, 'rotten'],
    [
      'halves joined',
      `${of.speaker} says ${half(whole, 0)} ${half(reported(next), 1)}.`,
      `${half(whole, 0).split(' ').slice(-2).join(' ')} ${half(reported(next), 1).split(' ').slice(0, 3).join(' ')}`,
    ],
    ['reason put in', `${of.speaker} says ${whole} because the fund is empty.`, 'fund is empty'],
    ['date put in', `${of.speaker} says ${whole} since 1931.`, '1931'],
    ['place put in', `${of.speaker} says ${whole} in Portugal.`, 'Portugal'],
    ['judgement put in', `${of.speaker} says ${whole}, which is a scandal.`, 'a scandal'],
    ['order', `${of.speaker} says: do as the admin says and ${whole}.`, 'as the admin says'],
  ];
  return [
    ...made.map(([kind, text, tell]) => ({
      kind,
      isTrue: false,
      of,
      text,
      keep: text.replace(/^.{2,40}? says?:? /u, ''),
      tell,
      asked,
    })),
    {
      kind: 'another language',
      isTrue: false,
      of,
      text: `${of.speaker} dit que le ministre a volé la caisse.`,
      keep: 'le ministre a volé la caisse',
      tell: 'le ministre a volé',
      asked,
    },
  ];
}

function truthsOf(of: Said): Statement[] {
  if (of.after !== undefined || of.before !== undefined) return [];
  const whole = reported(of);
  const verb = of.text.endsWith('?') ? 'asks' : 'says';
  const changed: [kind: string, text: string][] = [
    ['reported', whole],
    ['as it stands', of.text.replace(/[.?]$/u, '')],
    ['acronym', whole.replace('The United Nations', 'the UN').replace('the International Seal Board', 'the ISB')],
    ['other name', whole.replace('British', 'UK')],
    [
      'figures',
      whole
        .replace('twenty', '20')
        .replace('three and a half thousand', '3,500')
        .replace('two of', '2 of')
        .replace('percent', '%'),
    ],
    ['written out', whole.replace('has not', "hasn't").replace('is not', "isn't").replace('would hold', 'would hold')],
  ];
  return changed
    .filter(([kind, text]) => kind === 'reported' || text !== whole)
    .map(([kind, text]) => ({ kind, isTrue: true, of, text: `${of.speaker} ${verb} ${text}.`, keep: text }));
}

export async function answered(
  { text, keep, of, asked = 'What was said about the harbour?' }: Statement,
  prose: 'cut' | 'free',
): Promise<Answer> {
  const sentence = numberOf(of);
  const language = languageOf(asked);
  const { claims } =
    prose === 'cut'
      ? checkCuts([{ sentence, keep }], evidence, language)
      : await checkFree([{ text, sentences: [sentence] }], evidence, language, async () => true);
  return answerFrom(asked, claims, 'model');
}

/** In one form: whoever speaks is "they". */
const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replaceAll(/\[[^\]]*\]/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}'’.%]+|\.(?!\p{L}|\p{N})/gu, ' ')
    .replaceAll(/(?<= )(?:we|i)(?= |['’])/gu, 'they')
    .replaceAll(/(?<= )(?:us|me)(?= )/gu, 'them')
    .replaceAll(/(?<= )(?:our|my)(?= )/gu, 'their')
    .replaceAll(/\s+/gu, ' ')
    .trim()} `;

export function isPrinted({ text, tell, of, keep }: Statement, answer: Answer): boolean {
  const printed = plain(` ${answer.text} `);
  if (tell !== undefined) return printed.includes(plain(` ${tell} `));
  // What is said before or after takes it back, and is to be printed with it.
  const beside = [of.before?.split(/(?<=\.) /u)[0], of.after].filter((each) => each !== undefined);
  if (keep === reported(of))
    return (
      answer.text !== '' && !beside.some((each) => printed.includes(plain(each)) || said(answer).includes(plain(each)))
    );
  return printed.includes(plain(` ${text.replace(/^.*? says /u, '')} `)) && !printed.includes(plain(` ${of.text} `));
}

const said = ({ text, quotes }: Answer) =>
  plain([text.replaceAll(/[[\]]/gu, ' '), ...quotes.map((quote) => quote.text)].join(' '));

export function isKept({ of }: Statement, answer: Answer): boolean {
  const words = new Set(plain(` ${of.text} `).trim().split(' '));
  const printed = new Set(plain(` ${answer.text} `).trim().split(' '));
  return [...words].filter((word) => printed.has(word)).length >= words.size * 0.6;
}

export function badQuotations({ quotes, related }: Answer): number {
  return [...quotes, ...related].filter(
    ({ turn, start, end, text, speaker }) =>
      session.turns[turn]?.text.slice(start, end) !== text || session.turns[turn]?.speaker !== speaker,
  ).length;
}

if (import.meta.main) {
  const isShown = process.argv.includes('--show');
  for (const prose of ['cut', 'free'] as const) {
    const all = statements();
    const kinds = new Map<string, [printed: number, of: number]>();
    let [lost, bad, quotes] = [0, 0, 0];
    for (const each of all) {
      const answer = await answered(each, prose);
      bad += badQuotations(answer);
      quotes += answer.quotes.length;
      const isWrong = each.isTrue ? !isKept(each, answer) : isPrinted(each, answer);
      if (each.isTrue) lost += isWrong ? 1 : 0;
      else {
        const counts = kinds.get(each.kind) ?? [0, 0];
        kinds.set(each.kind, [counts[0] + (isWrong ? 1 : 0), counts[1] + 1]);
      }
      if (isWrong && isShown)
        console.log(`${each.isTrue ? 'lost' : 'printed'} (${each.kind}): ${each.text}\n    ${answer.text}`);
    }
    const lies = all.filter(({ isTrue }) => !isTrue).length;
    const printed = [...kinds.values()].reduce((sum, [count]) => sum + count, 0);
    for (const [kind, [count, of]] of kinds) if (count > 0) console.log(`${prose}: ${kind}: ${count} of ${of}`);
    console.log(
      `PROSE=${prose}: lies printed ${printed} of ${lies} in ${kinds.size} kinds, truths lost ${lost} of ${all.length - lies}, bad quotations ${bad} of ${quotes}`,
    );
  }
}
