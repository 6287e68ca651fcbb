/** From statements that passed the checks to an answer: the quotes printed from the transcript, the marks put by the program. */
import type { Answer, Quote, ReportItem } from '../answer.ts';
import type { Claim } from './check.ts';
import type { EvidenceSentence } from './evidence-list.ts';
import { languageName, languageOf, phrasesIn, primary } from '../words/language.ts';
import { quoteAt } from './quote.ts';

/** Quotes are whole sentences, numbered in the order in which they are first cited; those that follow each other are one. */
export function answerFrom(question: string, claims: Claim[], model: string): Answer {
  const asked = languageOf(question);
  const runs = runsOf(claims.flatMap(({ sentences }) => sentences));
  const quotes: Quote[] = [];
  const marks = new Map<EvidenceSentence[], number>();
  const named = new Set<string>();
  const spoken: string[] = [];
  const reported: string[] = [];
  const report: ReportItem[] = [];
  for (const { text, sentences, items } of claims) {
    if (items.length > 0) {
      reported.push(`${phrasesIn(asked).reportSays} ${ended(text, '')}`);
      for (const { item } of items) if (!report.includes(item)) report.push(item);
      continue;
    }
    const cited = new Set<number>();
    const languages = new Set<string>();
    for (const run of runs.filter((each) => each.some((sentence) => sentences.includes(sentence)))) {
      let n = marks.get(run);
      if (n === undefined) {
        marks.set(run, (n = quotes.length + 1));
        quotes.push({ n, ...quoteOf(run) });
      }
      cited.add(n);
      const language = languageSpoken(run);
      if (asked && language && language !== asked && !named.has(language)) languages.add(language);
    }
    for (const language of languages) named.add(language);
    const spokenIn = [...languages].map((language) => ` (${languageName(language, asked!)})`).join('');
    spoken.push(
      ended(
        text,
        ` ${[...cited]
          .toSorted((one, other) => one - other)
          .map((n) => `[${n}]`)
          .join('')}${spokenIn}`,
      ),
    );
  }
  return {
    question,
    status: 'answered',
    model,
    quotes,
    report,
    related: [],
    text: [spoken.join(' '), ...reported].filter(Boolean).join('\n\n'),
  };
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

function languageSpoken([first]: EvidenceSentence[]): string | null {
  const {
    reading: { session },
    sentence,
  } = first!;
  return languageOf(session.turns[sentence.turn]!.text) ?? primary(session.language);
}

/** Marks stand before the mark that ends a sentence, which is put where there is none. */
function ended(text: string, marks: string): string {
  const [, body, end] = /^(.*?)([.!?。！？؟…]*)$/su.exec(text)!;
  return `${body}${marks}${end || '.'}`;
}
