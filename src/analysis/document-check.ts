/** Somebody's paper against the record: each quotation, and the figures and names that a sentence gives to a speaker. */
import { setImmediate } from 'node:timers/promises';
import type { Verification } from '../answer.ts';
import type { Ground } from '../answering/ground.ts';
import { verifyQuotation } from '../answering/verifying/verification.ts';
import type { CheckedQuotation, DocumentCheck } from '../rapporteur.ts';
import type { Directory } from '../people/directory.ts';
import type { Paragraph } from '../records/documents/paragraph.ts';
import type { ReadDocument } from '../records/documents/paragraphs.ts';
import type { Problem } from '../session.ts';
import { cutNotice, longest, shortened } from '../words/long-input.ts';
import { textOf } from '../words/text-words.ts';
import { factChecker } from './document-facts.ts';
import { namedIn, nobodyNamed, pointsBack, sentencesAround, type Named } from './near-names.ts';
import { markedWordsIn, type MarkedWords } from '../words/quotations-in.ts';

/** More of one paper are not looked up; how many is told. */
const mostQuotations = 1_000;
const mostParagraphs = 20_000;

export async function checkDocument(read: ReadDocument, name: string, ground: Ground): Promise<DocumentCheck> {
  const directory = await ground.directory();
  const sessions = await ground.library.sessions();
  const titles = new Set(sessions.flatMap(({ title, event }) => [title, event ?? '']).map(bare));
  const facts = factChecker(directory, sessions, ground);
  const paragraphs = read.paragraphs.slice(0, mostParagraphs);
  const quotations: CheckedQuotation[] = [];
  const checked: DocumentCheck['facts'] = [];
  /** Paragraphs with words in marks that are longer than is looked up. */
  const cut = new Set<number>();
  let before: Named = nobodyNamed;
  let unread = read.paragraphs.length > mostParagraphs ? 1 : 0;
  for (const [at, paragraph] of paragraphs.entries()) {
    const marked = markedIn(paragraph, paragraphs[at + 1]);
    const prose = withoutWords(paragraph.text, marked);
    for (const words of marked) {
      if (quotations.length >= mostQuotations) {
        unread += 1;
        continue;
      }
      const given = namedNear(words, { paragraph, prose, before }, directory);
      const verification = await lookedUp(words.text, given, ground);
      const isName = titles.has(bare(words.text));
      const isWhole = !shortened(words.text, longest.quotation).isCut;
      if (!isWhole) cut.add(at);
      quotations.push({
        paragraph: at,
        start: words.start,
        end: words.end,
        outcome: isName ? 'term' : outcomeOf(verification, isWhole),
        isNote: paragraph.isNote,
        verification,
      });
    }
    if (!paragraph.isNote) checked.push(...(await facts.of(prose, at)));
    // A lead may stand over the words: "Ines Okafor said:".
    before =
      /[:：]\s*$/u.test(paragraph.text) || marked.length === 0 ? namedIn(lastSentence(prose), directory) : before;
    await setImmediate();
  }
  const count = (outcome: CheckedQuotation['outcome']) => quotations.filter((each) => each.outcome === outcome).length;
  const wrongFacts = checked.filter(({ outcome }) => outcome !== 'said').length;
  return {
    name,
    paragraphs: read.paragraphs.length,
    quotations,
    facts: checked,
    summary: {
      quotations: quotations.length,
      exact: count('exact'),
      ofAnother: count('of another'),
      altered: count('altered'),
      absent: count('absent'),
      untold: count('untold'),
      terms: count('term'),
      facts: checked.length,
      wrongFacts,
      unread,
    },
    sessions: sessions.length,
    problems: [...read.problems, ...[...cut].map(cutProblem)],
  };
}

function cutProblem(paragraph: number): Problem {
  const which = `quotation in paragraph ${paragraph + 1}`;
  return { line: null, message: cutNotice(which, longest.quotation) };
}

function markedIn({ text, isQuoted }: Paragraph, next: Paragraph | undefined): MarkedWords[] {
  const marked = markedWordsIn(text, next?.text.startsWith('“'));
  if (marked.length > 0 || !isQuoted) return marked;
  // Set apart without marks; who said it may stand behind a dash.
  const dash = text.lastIndexOf(' — ');
  const end = dash > 0 && text.length - dash < longestName ? dash : text.length;
  return [{ text: text.slice(0, end), start: 0, end }];
}

const longestName = 100;

/** The paper's own words: what is quoted is blanked, so that each place stays. */
function withoutWords(text: string, marked: MarkedWords[]): string {
  const between = marked.map(
    ({ start, end }, at) => text.slice(marked[at - 1]?.end ?? 0, start) + ' '.repeat(end - start),
  );
  return between.join('') + text.slice(marked.at(-1)?.end ?? 0);
}

interface Around {
  paragraph: Paragraph;
  prose: string;
  /** Whom the paragraph before named last. */
  before: Named;
}

/** In the sentence itself, otherwise in the one before it, where nobody else could be meant. */
function namedNear({ start, end }: MarkedWords, { paragraph, prose, before }: Around, directory: Directory): Named {
  const { text } = paragraph;
  const here = sentencesAround(text, start, end);
  const own = prose.slice(here.start, here.end);
  const named = namedIn(own, directory);
  if (named.named !== null) return named;
  const earlier = prose.slice(0, here.start).trimEnd();
  const isAlone = own.replaceAll(/[\s"“”„«»‘’'「」『』.,;:!?–—-]/gu, '') === '';
  if (!isAlone && !pointsBack(own)) return nobodyNamed;
  return earlier === '' ? before : namedIn(lastSentence(earlier), directory);
}

function lastSentence(text: string): string {
  const end = text.trimEnd().length;
  const { start } = sentencesAround(text, Math.max(end - 1, 0), end);
  return text.slice(start, end);
}

/** Words of one turn with some left out (`…`) or put in (`[the fund]`) are looked up part by part. */
async function lookedUp(words: string, { people, named }: Named, ground: Ground): Promise<Verification> {
  const { text } = shortened(words, longest.quotation);
  const given = { people, named, sessions: null };
  const whole = await verifyQuotation(text, ground, given);
  const parts = text.split(/\[[^\][]{0,80}\]|…|\.{3,}/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const isParted = parts.length > 1 || parts[0]?.trim() !== text.trim();
  if (whole.verdict === 'verbatim' || !isParted || parts.length === 0 || parts.length > mostParts) return whole;
  const found: Verification[] = [];
  for (const part of parts) found.push(await verifyQuotation(part, ground, given));
  if (found.some(({ verdict }) => verdict !== 'verbatim')) return whole;
  const [first, ...rest] = found;
  const place = [first!.found!, ...(first!.by ?? [])].find(({ session, turn, end }) => {
    let from = end;
    return rest.every(({ by = [] }) => {
      const next = by.find((each) => each.session.id === session.id && each.turn === turn && each.start >= from);
      from = next?.end ?? Infinity;
      return next !== undefined;
    });
  });
  // Said in places apart, they are nobody's sentence.
  if (!place) return { ...first!, quote: text, verdict: 'altered', words: 'altered', beside: null };
  return { ...first!, quote: text, found: place, speaker: place.speaker, elided: true, beside: null };
}

const mostParts = 8;
/** A word or two in marks are as often a term, a title or said with a smile. */
const fewestWords = 3;

/** Of words that were not looked up to their end it is not told that they are exact. */
function outcomeOf(verification: Verification, isWhole: boolean): CheckedQuotation['outcome'] {
  const { quote, verdict, ofSpeaker, found, words } = verification;
  const isShort = textOf(quote).words.length < fewestWords;
  if (verdict === 'verbatim') {
    // Where the record names nobody, nobody is contradicted.
    if (ofSpeaker === false && found?.speaker !== null && !isShort) return 'of another';
    return isWhole ? 'exact' : 'untold';
  }
  if (isShort || isTitle(quote)) return 'term';
  if (verdict === 'altered') return 'altered';
  return words === 'cannot tell' ? 'untold' : 'absent';
}

/** `Innovate for Impact`: every word but the small ones begins large. */
function isTitle(words: string): boolean {
  const long = words.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return long.length > 0 && !/[.!?]$/u.test(words) && long.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
