/**
 * Which of a model's statements may reach a reader, and in which words. A cut is made of the words of its sentence; a
 * statement in free prose says what one sentence says, or that sentence is printed in its place.
 */
import { splitIntoSentences } from '../../words/sentences.ts';
import { languageOf } from '../../words/language.ts';
import { termsOf } from '../../words/terms.ts';
import type { ProseKind } from '../../answer.ts';
import { count } from '../../measures.ts';
import { contextOf, isBareReply, takenBackBy } from '../quotes/context.ts';
import { cutOf, wholeOf } from './cut.ts';
import type { Evidence, EvidenceItem, EvidenceSentence } from './evidence-list.ts';
import { attributedIn, isNamed, isSaidBy } from './free-prose.ts';
import { soundsLikeInstructions } from '../quotes/instructions.ts';
import { cleaned, withoutCitations } from './model-text.ts';
import type { CutStatement, FreeStatement } from './prompt.ts';
import { asProse } from '../quotes/say.ts';
import { languageSpoken } from '../spoken-language.ts';
import { checkedTranslation } from './translation.ts';

/** What may be printed: of one sentence of a transcript, or of one item of a report. */
export type Claim = SpokenClaim | ReportedClaim;

export interface SpokenClaim {
  of: 'transcript';
  prose: ProseKind;
  /** A cut, without who says it; of free prose the whole statement. */
  text: string;
  cited: EvidenceSentence;
  language: string | null;
  /** What the model made of it in another language, as the model wrote it but for what no translation needs. */
  translation: string | null;
}

export interface ReportedClaim {
  of: 'report';
  text: string;
  cited: EvidenceItem;
}

export interface Checked {
  claims: Claim[];
  /** Statements of which nothing is printed. */
  leftOut: number;
  /** Statements in whose place the sentence itself is printed. */
  replaced: number;
}

/** A statement whose words do not stand in its sentence in their order is left out. `asked` is the question's language. */
export function checkCuts(statements: CutStatement[], evidence: Evidence, asked: string | null): Checked {
  const claims = statements.slice(0, 2 * mostClaims).flatMap((statement) => cutClaim(statement, evidence, asked) ?? []);
  count('statements left out', Math.max(statements.length - 2 * mostClaims, 0), { reason: 'too many' });
  return { claims: different(claims), leftOut: statements.length - claims.length, replaced: 0 };
}

/**
 * Statements in free prose that a sentence bears out, and in the place of others on the same matter the sentences that
 * they cite. `vouches` says of each that seems borne out whether the sentence alone says it.
 */
export async function checkFree(
  statements: FreeStatement[],
  evidence: Evidence,
  asked: string | null,
  vouches: Vouches,
): Promise<Checked> {
  const looked = await Promise.all(
    statements.slice(0, mostClaims).map((statement) => freeClaims(statement, evidence, asked, vouches)),
  );
  const claims = looked.flat();
  const asWritten = looked.filter((each) => each.length > 0 && each.every(isFree)).length;
  const leftOut = statements.length - looked.filter((each) => each.length > 0).length;
  const replaced = statements.length - leftOut - asWritten;
  count('statements left out', leftOut, { reason: 'not borne out' });
  count('statements left out', replaced, { reason: 'replaced by what was said' });
  return { claims: different(claims), leftOut, replaced };
}

type Vouches = (sentence: string, statement: string) => Promise<boolean>;

const isFree = (claim: Claim) => claim.of === 'transcript' && claim.prose === 'free';

const mostClaims = 12;
/** In characters: a statement is a sentence or two. */
const longestStatement = 600;
const longestKeep = 1200;

function different(claims: Claim[]): Claim[] {
  const firstOf = (claim: Claim) =>
    claims.findIndex(({ text, cited, of }) => of === claim.of && text === claim.text && cited === claim.cited);
  return claims.filter((claim, at) => firstOf(claim) === at).slice(0, mostClaims);
}

function cutClaim(
  { sentence: number, keep, translation }: CutStatement,
  evidence: Evidence,
  asked: string | null,
): Claim | null {
  if (keep.length > longestKeep) return leftOutAs('too long');
  const cited = evidence.sentences.find((each) => each.number === number);
  const item = evidence.items.find((each) => each.number === number);
  if (item) return reportedClaim(item, withoutCitations(keep)) ?? leftOutAs('not in the report');
  if (!cited) return leftOutAs('no such sentence');
  if (isBareReply(cited.sentence.text)) return leftOutAs('a bare reply');
  const language = languageSpoken(cited);
  const text = cutOf(cited.sentence.text, withoutSpeaker(withoutCitations(keep), cited), language);
  if (text === null) return leftOutAs('not said');
  return {
    ...spoken(cited, text),
    translation: translation ? checkedTranslation(translation, [cited], language, asked) : null,
  };
}

/** Nothing of a statement is printed. */
function leftOutAs(reason: string): null {
  count('statements left out', 1, { reason });
  return null;
}

function spoken(cited: EvidenceSentence, text: string): SpokenClaim {
  return { of: 'transcript', prose: 'cut', text, cited, language: languageSpoken(cited), translation: null };
}

/** Models name the speaker however often they are told not to. */
function withoutSpeaker(keep: string, { sentence: { speaker } }: EvidenceSentence): string {
  if (speaker === null || !keep.startsWith(speaker)) return keep;
  return keep.slice(speaker.length).replace(/^(?:\s*:|\s+(?:says|said|asks|asked)\b(?:\s+that\b)?)/u, '');
}

/** The first sentence of the item that has the words. What a report sets between quotation marks is no quotation. */
function reportedClaim(cited: EvidenceItem, keep: string): ReportedClaim | null {
  const { text } = cited.item;
  const language = languageOf(text);
  for (const { start, end } of splitIntoSentences({ speaker: null, text, times: [] })) {
    const cut = cutOf(text.slice(start, end), keep, language);
    if (cut !== null) return { of: 'report', text: asProse(cut, ''), cited };
  }
  return null;
}

/** The claims of a statement in free prose, one of each of its sentences; none where nothing of it may be printed. */
async function freeClaims(
  { text: written, sentences: numbers }: FreeStatement,
  evidence: Evidence,
  asked: string | null,
  vouches: Vouches,
): Promise<Claim[]> {
  if (written.length > 4 * longestStatement) return [];
  const text = cleaned(written);
  if (text === '' || text.length > longestStatement || soundsLikeInstructions(text)) return [];
  const cited = evidence.sentences.filter(
    ({ number, sentence }) => numbers.includes(number) && !isBareReply(sentence.text),
  );
  const items = evidence.items.filter(({ number }) => numbers.includes(number));
  if (numbers.length === 0 || cited.length + items.length < new Set(numbers).size) return [];
  if (cited.length === 0) return items.flatMap((item) => reportedClaim(item, text) ?? []);
  const borneOut = await Promise.all(sentencesOf(text).map((part) => borneOutBy(part, cited, vouches)));
  if (borneOut.length > 0 && borneOut.every((claim) => claim !== null)) return borneOut;
  const translation = checkedTranslation(text, cited, languageSpoken(cited[0]!), asked);
  if (cited.length > mostReplaced || (translation === null && !isOnTheMatter(text, cited))) return [];
  // In another language than theirs a statement is no more than a translation of the sentences.
  return cited.map((each, at) => ({
    ...spoken(each, wholeOf(each.sentence.text, languageSpoken(each))),
    translation: at === cited.length - 1 ? translation : null,
  }));
}

/** Sentences that are printed in the place of one statement. */
const mostReplaced = 3;
/** Of a statement's words that its sentences or their speakers must have, so that they are worth printing in its place. */
const leastShared = 0.5;

function isOnTheMatter(text: string, cited: EvidenceSentence[]): boolean {
  const own = new Set(termsOf(cited.map(({ sentence }) => `${sentence.speaker ?? ''}. ${sentence.text}`).join(' ')));
  const terms = termsOf(text);
  return terms.length > 0 && terms.filter((term) => own.has(term)).length >= terms.length * leastShared;
}

async function borneOutBy(part: string, cited: EvidenceSentence[], vouches: Vouches): Promise<SpokenClaim | null> {
  const attributed = attributedIn(part);
  if (!attributed) return null;
  const by = cited.find(
    (each) =>
      isNamed(attributed.name, each) &&
      isSaidBy(each, attributed, languageSpoken(each)) &&
      contextOf(each, each.sentence.text) === null &&
      takenBackBy(each) === null,
  );
  if (!by || !(await vouches(`${by.sentence.speaker}: ${by.sentence.text}`, part))) return null;
  return { of: 'transcript', prose: 'free', text: part, cited: by, language: languageSpoken(by), translation: null };
}

function sentencesOf(text: string): string[] {
  return splitIntoSentences({ speaker: null, text, times: [] }).map(({ start, end }) => text.slice(start, end));
}
