/** From claims that passed the checks to an answer: the quotes printed from the transcript, the marks put by the program. */
import type { Answer, AnswerStatement, Quote, ReportItem } from '../../answer.ts';
import { type Claim, type SpokenClaim } from './check.ts';
import type { EvidenceSentence } from './evidence-list.ts';
import { languageName, languageOf, phrasesIn } from '../../words/language.ts';
import { contextOf, takenBackBy } from '../quotes/context.ts';
import { isInQuotation } from '../talk/in-quotation.ts';
import { quoteAt } from '../quotes/quote.ts';
import { told } from '../quotes/say.ts';

/** Quotes are whole sentences, numbered in the order in which they are first cited; those that follow each other are one. */
export function answerFrom(question: string, claims: Claim[], model: string): Answer {
  const asked = languageOf(question);
  const { reportSays, modelsWords, translated, colon } = phrasesIn(asked);
  const passages = passagesOf(claims.filter((claim) => claim.of === 'transcript'));
  const runs = runsOf(passages.flatMap(({ cited, before }) => [...cited, ...(before ?? [])]));
  const quotes: Quote[] = runs.map((run, at) => ({ n: at + 1, ...quoteOf(run) }));
  const named = new Set<string>();
  const [cuts, free, translations]: [string[], string[], string[]] = [[], [], []];
  const statements: AnswerStatement[] = [];
  for (const { prose, cited, before, claims: own } of passages) {
    const sentences = new Set([...cited, ...(before ?? [])]);
    const cites = [...runs.entries()].filter(([, run]) => run.some((each) => sentences.has(each)));
    const numbers = cites.map(([at]) => at + 1);
    const marks = numbers.map((n) => `[${n}]`).join('');
    const text = prose === 'free' ? own[0]!.text : toldOf(own, before, asked);
    (prose === 'free' ? free : cuts).push(ended(text, ` ${marks}${languageNote(own[0]!.language)}`));
    const translation = own.flatMap((claim) => claim.translation ?? []).join(' ');
    if (translation !== '') translations.push(`${marks} (${translated})${colon} ${ended(translation, '')}`);
    statements.push({
      text,
      prose,
      quotes: numbers,
      ...(translation !== '' && { translation: { text: translation, checked: false as const } }),
    });
  }
  const reported = claims.filter((claim) => claim.of === 'report');
  const inModelsWords = free.length > 0 ? `${modelsWords} ${free.join(' ')}` : '';
  const ofReport = reported.map(({ text }) => `${reportSays} ${ended(text, '')}`);
  return {
    question,
    status: 'answered',
    model,
    prose: free.length > 0 ? 'free' : 'cut',
    statements: [...statements, ...reported.map(({ text }): AnswerStatement => ({ text, prose: 'cut', quotes: [] }))],
    quotes,
    report: [...new Set(reported.map(({ cited }): ReportItem => cited.item))],
    related: [],
    text: [cuts.join(' '), inModelsWords, ...translations, ...ofReport].filter(Boolean).join('\n\n'),
  };

  /** Named once, where it is not that of the question. */
  function languageNote(language: string | null): string {
    if (!asked || !language || language === asked || named.has(language)) return '';
    named.add(language);
    return ` (${languageName(language, asked)})`;
  }
}

/** What is told at once: a statement in free prose, or cuts of sentences that follow each other. */
interface Passage {
  prose: SpokenClaim['prose'];
  claims: SpokenClaim[];
  cited: EvidenceSentence[];
  /** The sentence before the first, where that begins with what it takes from there. */
  before: EvidenceSentence[] | null;
}

function passagesOf(claims: SpokenClaim[]): Passage[] {
  const passages: Passage[] = [];
  for (const claim of claims) {
    const last = passages.at(-1);
    const before = last?.claims.at(-1);
    if (before && claim.prose === 'cut' && before.prose === 'cut' && follows(claim.cited, before.cited)) {
      last!.claims.push(claim);
      last!.cited.push(claim.cited);
    } else passages.push({ prose: claim.prose, claims: [claim], cited: [claim.cited], before: null });
  }
  for (const passage of passages) {
    const [first] = passage.claims;
    const context = first!.prose === 'cut' ? contextOf(first!.cited, first!.text) : null;
    if (context && !isPrinted(context)) passage.before = [context];
    const last = passage.claims.at(-1)!;
    const after = last.prose === 'cut' ? takenBackBy(last.cited) : null;
    if (!after || isPrinted(after)) continue;
    passage.claims.push({ ...last, cited: after, text: after.sentence.text, translation: null });
    passage.cited.push(after);
  }
  return passages;

  function isPrinted(other: EvidenceSentence): boolean {
    return passages.some(({ cited }) => cited.some((each) => isSame(each, other)));
  }
}

const isSame = (one: EvidenceSentence, other: EvidenceSentence) =>
  one.reading === other.reading && one.index === other.index;

function follows(one: EvidenceSentence, other: EvidenceSentence): boolean {
  return one.reading === other.reading && one.sentence.turn === other.sentence.turn && one.index === other.index + 1;
}

function toldOf(claims: SpokenClaim[], before: EvidenceSentence[] | null, asked: string | null): string {
  const [{ cited, language }] = claims as [SpokenClaim];
  return told(
    {
      speaker: cited.sentence.speaker,
      cuts: claims.map(({ text, cited: from }) => ({ text, of: from.sentence.text })),
      before: before?.[0]?.sentence.text ?? null,
      isQuoted: isInQuotation(cited.reading, cited.sentence),
      language,
    },
    asked,
  );
}

/** Cited sentences in the order of their first citation, each with those that follow it in its turn. */
function runsOf(cited: EvidenceSentence[]): EvidenceSentence[][] {
  const all = [...new Set(cited)];
  const runs: EvidenceSentence[][] = [];
  for (const sentence of all) {
    if (runs.some((run) => run.includes(sentence))) continue;
    const run = [sentence];
    const beside = (one: EvidenceSentence, step: number) =>
      all.find(
        (other) =>
          other.reading === one.reading &&
          other.sentence.turn === one.sentence.turn &&
          other.index === one.index + step,
      );
    for (let next = beside(sentence, 1); next && fits(run, next); next = beside(next, 1)) run.push(next);
    for (let next = beside(sentence, -1); next && fits(run, next); next = beside(next, -1)) run.unshift(next);
    runs.push(run);
  }
  return runs;

  function fits(run: EvidenceSentence[], next: EvidenceSentence): boolean {
    const ends = [...run, next].flatMap(({ sentence: { start, end } }) => [start, end]);
    return !runs.some((other) => other.includes(next)) && Math.max(...ends) - Math.min(...ends) <= longestQuote;
  }
}

/** In characters, where sentences are joined; one alone may be longer. */
const longestQuote = 450;

function quoteOf(run: EvidenceSentence[]): Omit<Quote, 'n'> {
  const [
    {
      reading: { session },
      sentence: first,
    },
  ] = run as [EvidenceSentence];
  return quoteAt(session, session.turns[first.turn]!, {
    turn: first.turn,
    start: first.start,
    end: run.at(-1)!.sentence.end,
    seconds: first.seconds,
  });
}

/** Marks stand before the mark that ends a sentence, which is put where there is none. */
function ended(text: string, marks: string): string {
  const [, body, end] = /^(.*?)([.!?。！？؟…]*)$/su.exec(text)!;
  return `${body}${marks}${end || '.'}`;
}
