/** Items of the AI-written report: shown as the report's, never as speech, with what was said beside them. */
import { refOf, type Quote, type ReportItem } from '../answer.ts';
import type { TermCounts } from '../library/library.ts';
import type { Reading, ReadSentence } from '../retrieval/reading.ts';
import type { Finding } from '../session.ts';
import { phrases } from '../words/matcher.ts';
import { textOf } from '../words/text-words.ts';
import { termsOf } from '../words/terms.ts';
import { withCheckedQuotationMarks } from './quotes/wording.ts';
import { scoreSentences, wantedOf, weightOf } from './matter/evidence.ts';
import type { Ground } from './ground.ts';
import { introduces } from './talk/introducing.ts';
import { quoteAt } from './quotes/quote.ts';
import { bearsOut } from './verifying/verify.ts';

/** Shown in one answer. */
export const mostItems = 15;
export const mostQuotes = 6;

export function reportItem(finding: Finding, { session }: Pick<Reading, 'session'>): ReportItem {
  const more = finding.details.find(({ label }) => label === 'Summary' || label === 'Explanation')?.text;
  const isSaid = ['argument', 'thought provoking comment'].includes(finding.kind);
  const text = more && !isSaid ? `${finding.text}\n${more}` : finding.text;
  return {
    kind: finding.kind,
    ...(finding.by && { by: finding.by }),
    text: withCheckedQuotationMarks(text, (words) => session.turns.some((turn) => bearsOut(turn.text, words))),
    speakers: finding.speakers,
    session: refOf(session),
  };
}

/** How much of a matter's weight stands in a finding, 0 to 1. */
export function shareOf(topic: string[], { text, details, speakers }: Finding, counts: TermCounts): number {
  const terms = new Set(termsOf([text, ...details.map((detail) => detail.text), ...speakers].join(' ')));
  let [share, total] = [0, 0];
  for (const term of topic) {
    const weight = weightOf(term, counts);
    total += weight;
    if (terms.has(term)) share += weight;
  }
  return share / total;
}

/**
 * Whether a finding that several share is on a matter: what they share stands in its heading; each one's arguments below
 * are on much else.
 */
export function isSharedOn(topic: string[], finding: Finding, counts: TermCounts): boolean {
  const ofHeading = shareOf(topic, { ...finding, details: [] }, counts);
  const explained = finding.details.filter(({ label }) => label === 'Summary' || label === 'Explanation');
  return (
    ofHeading >= leastOfHeading ||
    (ofHeading > 0 && shareOf(topic, { ...finding, details: explained }, counts) >= leastExplained)
  );
}

const leastOfHeading = 0.4;
const leastExplained = 0.6;

/** What the speakers of findings said that comes nearest to them, where anything does. */
export async function bornOutBy(
  findings: { finding: Finding; reading: Reading }[],
  { library }: Pick<Ground, 'library'>,
): Promise<Omit<Quote, 'n'>[]> {
  const counts = await library.counts(findings.flatMap(({ finding }) => wordsOf(finding).flatMap(termsOf)));
  return findings.flatMap(({ finding, reading }) => {
    const by = finding.speakers.length > 0 ? finding.speakers : [null];
    return by.flatMap((speaker) => nearestWords(finding, speaker, reading, counts) ?? []);
  });
}

/** Tells quotes of the same place apart from those that are new. */
export function isNew(): (quote: Omit<Quote, 'n'>) => boolean {
  const seen = new Set<string>();
  return ({ session, turn, start }) => {
    const place = `${session.id} ${turn} ${start}`;
    return !seen.has(place) && Boolean(seen.add(place));
  };
}

/** The finding's own words, then those of its arguments. */
function wordsOf({ text, details }: Finding): [string, string] {
  const argued = details.filter(({ label }) => ['Arguments', 'Evidence', 'Summary'].includes(label));
  return [text, argued.map((detail) => detail.text).join(' ')];
}

function nearestWords(finding: Finding, speaker: string | null, reading: Reading, counts: TermCounts) {
  const { session } = reading;
  const least = speaker === null ? leastOfAnybody : leastOfSpeaker;
  for (const words of wordsOf(finding)) {
    const wanted = wantedOf(words, counts);
    const isTheirs = (sentence: ReadSentence) => speaker === null || sentence.speaker === speaker;
    // Who greets names the session, and has not yet said anything of it.
    const says = ({ text }: ReadSentence) => !introduces(text) && !greets.in(textOf(text));
    const [best] = scoreSentences(reading, wanted, (sentence) => isTheirs(sentence) && says(sentence));
    if (best && best.covered >= least && best.own >= leastOwn)
      return quoteAt(session, session.turns[best.sentence.turn]!, best.sentence);
  }
  return null;
}

const greets = phrases({
  lines: '^ (good (morning|afternoon|evening|day)|thank(s) [you]|welcome|hello|dear|ladies and gentlemen|excellencies)',
});

/** How much of a finding's weight must stand in and around a sentence to be shown beside it, and in it alone. */
const leastOfSpeaker = 0.45;
const leastOfAnybody = 0.55;
const leastOwn = 0.25;
