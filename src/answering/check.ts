/**
 * Which of a model's statements may reach a reader. Each check can only leave a statement out: none takes one for
 * being like what was said.
 */
import { wordsOfAsking } from '../people/asked-of.ts';
import { courtesies, fold, foldVariants, partsOf, tokensOf, type Token } from '../words/names.ts';
import { isStopWord, termsOf } from '../words/terms.ts';
import { splitIntoSentences } from '../words/sentences.ts';
import { formatTime } from '../words/timestamp.ts';
import type { Directory } from '../people/directory.ts';
import type { Mention } from '../people/mentions.ts';
import type { Person } from '../people/person.ts';
import { amountsIn } from './amounts.ts';
import { withCheckedQuotationMarks } from './wording.ts';
import type { Evidence, EvidenceItem, EvidenceSentence } from './evidence-list.ts';
import { soundsLikeInstructions } from './instructions.ts';
import { languageOf, primary } from '../words/language.ts';
import { isNegated, turnsRound } from './negation.ts';
import type { Statement } from './prompt.ts';
import { regionsIn } from './regions.ts';
import { compareQuotation } from './verify.ts';
import { dayInWords } from '../words/dates.ts';

/** A statement that passed, with the evidence that bears it out: sentences of one transcript, or items of a report. */
export interface Claim {
  text: string;
  sentences: EvidenceSentence[];
  items: EvidenceItem[];
}

/** A statement passes whole or not at all. */
export function checkStatements(
  statements: Statement[],
  question: string,
  evidence: Evidence,
  directory: Directory,
): { claims: Claim[]; leftOut: number } {
  const spokenSmall = new Set(
    [question, ...evidence.sentences.map(({ sentence }) => sentence.text)].flatMap((text) =>
      tokensOf(text)
        .filter(({ raw }) => raw === raw.toLowerCase())
        .map(({ word }) => word),
    ),
  );
  const context: Context = { question, directory, spokenSmall, evidence };
  const claims = statements.slice(0, 4 * mostClaims).flatMap((statement) => claimOf(statement, context) ?? []);
  const different = claims.filter(({ text }, at) => claims.findIndex((other) => other.text === text) === at);
  return { claims: different.slice(0, mostClaims), leftOut: statements.length - claims.length };
}

const mostClaims = 12;
/** In characters: a statement is a sentence or two. */
const longestStatement = 600;

interface Context {
  question: string;
  directory: Directory;
  /** Words that the question or the evidence writes without a capital: names of nobody where they begin a sentence. */
  spokenSmall: Set<string>;
  evidence: Evidence;
}

function claimOf({ text: written, sentences: numbers }: Statement, context: Context): Claim | null {
  if (written.length > 4 * longestStatement) return null;
  const text = cleaned(written);
  if (text === '' || text.length > longestStatement || addresses.test(text)) return null;
  if (soundsLikeInstructions(text) && !soundsLikeInstructions(context.question)) return null;
  const sentences: EvidenceSentence[] = [];
  const items: EvidenceItem[] = [];
  for (const number of new Set(numbers)) {
    const sentence = context.evidence.sentences.find((each) => each.number === number);
    const item = context.evidence.items.find((each) => each.number === number);
    if (sentence) sentences.push(sentence);
    else if (item) items.push(item);
    else return null;
  }
  return asSpeech(text, sentences, context) ?? asReport(text, items, context);
}

/** Without control characters, marks such as `[3]`, and signs that would be read as formatting. */
function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .replaceAll(/\s*(?:\[[\s\d,;–-]+\]|【[^】]*】)/gu, '')
    .replaceAll(/[`*_~|#<>\\]/gu, '')
    .replaceAll(/["＂〝〞❝❞‟「」『』]/gu, '"')
    .replaceAll(/[‹›❛❜‛＇]/gu, "'")
    .replace(/^[\s•·–—-]+/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Links, addresses and calls, which no statement needs. */
const addresses =
  /https?:|www\.|\S@\S|(?:^|\s)@\p{L}|\b[\w-]+\.(?:com|org|net|info|io|dev|app|example|xyz|ru|cn|co)\b/iu;

/** What must bear out a part of a statement. */
interface Support {
  texts: string[];
  /** Name, role and affiliation of each who speaks, and what is known of each session. */
  labels: string[];
  /** What stands around the texts: words there count as said, figures and names do not. */
  around: string[];
  language: string | null;
}

function asSpeech(text: string, cited: EvidenceSentence[], context: Context): Claim | null {
  if (cited.length === 0) return null;
  let ofOne = cited;
  const used = new Set<EvidenceSentence>();
  const parts: string[] = [];
  for (const { start, end } of splitIntoSentences({ speaker: null, text, times: [] })) {
    const part = text.slice(start, end);
    const of = attributed(part, cited, ofOne, context.directory);
    if (!of) return null;
    ofOne = of;
    const support = supportOf(of);
    if (!isSupported(part, support, context)) return null;
    const printed = withExactQuotations(part, support.texts);
    if (printed === null) return null;
    for (const sentence of of) used.add(sentence);
    parts.push(printed);
  }
  return { text: parts.join(' '), sentences: cited.filter((sentence) => used.has(sentence)), items: [] };
}

function asReport(text: string, items: EvidenceItem[], context: Context): Claim | null {
  if (items.length === 0) return null;
  const texts = items.map(({ finding: { text: said, details, speakers }, item }) =>
    [item.text, said, ...details.map((detail) => detail.text), ...speakers].join('. '),
  );
  const support: Support = {
    texts,
    labels: items.map(({ reading }) => sessionLabel(reading)),
    around: [],
    language: languageOf(texts.join(' ')),
  };
  const named = namedIn(
    text,
    items.map(({ reading }) => reading.session.id),
    context.directory,
  );
  const ofReport = (person: Person) =>
    items.some(({ finding }) =>
      finding.speakers.some((speaker) => [person.name, ...person.otherNames].includes(speaker)),
    );
  if (!named.every(({ phrase, people }) => people.some(ofReport) || standsIn(phrase, texts))) return null;
  if (!isSupported(text, support, context)) return null;
  return { text: withCheckedQuotationMarks(text, () => false), sentences: [], items };
}

interface Named {
  phrase: string;
  people: Person[];
  asSpeaker: boolean;
  start: number;
}

/**
 * The sentences that must bear out a part of a statement: those of the speaker it names, so that no words are put into
 * another's mouth. A part that names nobody goes on with the speaker before it. Null where it names somebody who
 * neither speaks in nor is spoken of by the sentences it cites, or several who speak.
 */
function attributed(
  part: string,
  cited: EvidenceSentence[],
  before: EvidenceSentence[],
  directory: Directory,
): EvidenceSentence[] | null {
  const named = namedIn(
    part,
    cited.map(({ reading }) => reading.session.id),
    directory,
  );
  let of = before;
  for (const [at, { phrase, people, asSpeaker }] of named.entries()) {
    const theirs = cited.filter(({ reading, sentence }) =>
      people.some(({ appearances }) =>
        appearances.some(({ session, speaker }) => session === reading.session.id && speaker === sentence.speaker),
      ),
    );
    if (at === 0 && theirs.length > 0) of = theirs;
    else if (at > 0 && theirs.length > 0 && of.every((sentence) => theirs.includes(sentence))) continue;
    else if (
      (at === 0 && asSpeaker) ||
      !standsIn(
        phrase,
        of.map(({ sentence }) => sentence.text),
      )
    )
      return null;
  }
  return of;
}

/** Everybody of the library whom a text names: as a question would, and by any word of their name where they speak in these sessions. */
function namedIn(text: string, sessions: string[], directory: Directory): Named[] {
  const named: Named[] = directory
    .mentions(text)
    .filter(({ matches }) => matches.length > 0)
    .map(({ phrase, matches, asSpeaker, start }: Mention) => ({
      phrase,
      start,
      asSpeaker,
      people: matches.map(({ person }) => person),
    }));
  const here = directory.people.filter((person) => person.sessions.some((session) => sessions.includes(session)));
  for (const { raw, word, start, end, capital } of tokensOf(text)) {
    if (
      !capital ||
      word.length < 3 ||
      named.some((each) => start < each.start + each.phrase.length && end > each.start)
    )
      continue;
    const people = here.filter(({ name, otherNames }) =>
      [name, ...otherNames].some((each) =>
        tokensOf(each).some((token) => token.capital && token.word === word && !courtesies.has(word)),
      ),
    );
    if (people.length > 0) named.push({ phrase: raw, start, people, asSpeaker: true });
  }
  return named.toSorted((one, other) => one.start - other.start);
}

function standsIn(phrase: string, texts: string[]): boolean {
  const wanted = tokensOf(phrase)
    .map(({ word }) => word)
    .filter((word) => !courtesies.has(word) && !isStopWord(word));
  return (
    wanted.length > 0 &&
    texts.some((text) => {
      const words = new Set(tokensOf(text).map(({ word }) => word));
      return wanted.every((word) => words.has(word));
    })
  );
}

function supportOf(cited: EvidenceSentence[]): Support {
  const texts = cited.map(({ sentence }) => sentence.text);
  const around = cited.flatMap(({ reading: { sentences }, sentence, index }) =>
    [index - 2, index - 1, index + 1, index + 2].flatMap((at) =>
      sentences[at]?.turn === sentence.turn ? [sentences[at].text] : [],
    ),
  );
  const labels = cited.flatMap(({ reading, sentence: { speaker, seconds } }) => {
    const known = reading.session.speakers.find(({ name }) => name === speaker);
    const who = [speaker, ...(known?.otherNames ?? []), known?.role, known?.affiliation].filter(Boolean).join(' ');
    return [who, sessionLabel(reading), seconds === null ? '' : formatTime(seconds)];
  });
  const [session] = cited.map(({ reading }) => reading.session);
  return {
    texts,
    labels: [...new Set(labels)].filter(Boolean),
    around,
    language: languageOf(texts.join(' ')) ?? primary(session?.language ?? null) ?? languageOf(around.join(' ')),
  };
}

function sessionLabel({ session: { title, date, event, startTime, endTime } }: EvidenceSentence['reading']): string {
  return [title, date && dayInWords(date), date, event, startTime, endTime].filter(Boolean).join('. ');
}

function isSupported(part: string, support: Support, context: Context): boolean {
  const language = languageOf(part);
  const expected = languageOf(context.question) ?? support.language;
  if (language && expected && language !== expected) return false;
  const sameLanguage = !expected || !support.language || expected === support.language;
  return (
    amountsStand(part, support, context.question) &&
    namesStand(part, support, context, language ?? expected) &&
    (!sameLanguage || wordsStand(part, support, context.question)) &&
    (isNegated(part, language ?? expected)
      ? support.texts.some((text) => isNegated(text, support.language, 'loosely'))
      : !sameLanguage || !turnsRound(part, support.texts, support.language))
  );
}

/** A figure of the question counts only where the cited sentences have none of its kind that the statement keeps back. */
function amountsStand(part: string, { texts, labels }: Support, question: string): boolean {
  const claimed = amountsIn(part);
  const cited = new Set(texts.flatMap(amountsIn));
  const said = new Set([...cited, ...labels.flatMap(amountsIn)]);
  const asked = new Set(amountsIn(question));
  const unitOf = (amount: string) => amount.split(' ').slice(1).join(' ');
  return claimed.every(
    (amount) =>
      said.has(amount) ||
      (asked.has(amount) && ![...cited].some((other) => unitOf(other) === unitOf(amount) && !claimed.includes(other))),
  );
}

/** Of languages without capitals only countries can be told to be names. */
const withoutCapitals = new Set(['zh', 'ja', 'ko', 'ar', 'he', 'hi', 'th']);

/** Every word with a capital must be somebody's or something's that the sentences, their labels or the question name, and names of several words must stand together. */
function namesStand(
  part: string,
  { texts, labels, language: spoken }: Support,
  { question, spokenSmall }: Context,
  language: string | null,
): boolean {
  const tokens = tokensOf(part);
  const sources = [...texts, ...labels, question].map((text) =>
    tokensOf(text).flatMap(({ word }) => [word, ...partsOf(word).filter((piece) => piece !== word)]),
  );
  const heard = [...texts, ...labels, question].join('\n');
  const regions = new Set([spoken, language, 'en'].flatMap((each) => regionsIn(heard, each).map(({ code }) => code)));
  const named = regionsIn(part, language);
  if (withoutCapitals.has(language ?? 'en') && !named.every(({ code }) => regions.has(code))) return false;
  // A country may be called by its name in the language of the answer.
  const translated = named.filter(({ code }) => regions.has(code));
  const known = new Set(sources.flatMap((words) => words.flatMap((word) => foldVariants(word))));
  const stems = new Set(termsOf([...known].join(' ')));
  const isName = (token: Token, at: number) => {
    if (!/\p{Lu}/u.test(token.raw) || courtesies.has(token.word) || token.raw === 'I') return false;
    const begins = at === 0 || /[:“"'‘(]\s*$/u.test(part.slice(tokens[at - 1]!.end, token.start));
    if (
      begins &&
      !token.upper &&
      (isStopWord(token.word) ||
        wordsOfAsking.has(token.word) ||
        openings.has(token.word) ||
        spokenSmall.has(token.word))
    )
      return false;
    // German writes every noun with a capital, so there a noun after its article is none.
    return !(language === 'de' && at > 0 && germanArticles.has(tokens[at - 1]!.word) && !token.upper);
  };
  const stands = ({ raw, word, start, end }: Token) =>
    translated.some((region) => region.start <= start && region.end >= end) ||
    foldVariants(raw).some((variant) => known.has(variant)) ||
    known.has(word) ||
    termsOf(raw).some((term) => stems.has(term)) ||
    (/[-‑]/.test(raw) && partsOf(raw).every((piece) => known.has(piece)));
  const together = (one: Token, other: Token) =>
    sources.some((words) =>
      words.some((word, at) => word === one.word && words.slice(at + 1, at + 3).includes(other.word)),
    ) || labels.some((label) => [one, other].every(({ word }) => tokensOf(label).some((token) => token.word === word)));
  return tokens.every((token, at) => {
    if (!isName(token, at)) return true;
    if (!stands(token)) return false;
    const next = tokens[at + 1];
    if (!next || next.afterBreak || !isName(next, at + 1) || !stands(next)) return true;
    return together(token, next) || translated.some((region) => region.start <= token.start && region.end >= next.end);
  });
}

/** Words that statements begin with and that are nobody's name. */
const openings = new Set(
  `according speaker speakers participant participants panelist panelists panellist panellists delegate delegates member members several some others both many most all several another
  while whereas although though however moreover furthermore additionally also later earlier then finally overall instead since because despite without within during after before among under over
  concern concerns people everyone everybody nobody somebody someone
  selon les le la un une des plusieurs certains cependant toutefois ensuite enfin pendant depuis
  segun los las el algunos varios sin embargo ademas luego finalmente
  laut die der das ein eine einige mehrere allerdings ausserdem danach
  по согласно однако кроме затем некоторые`
    .split(/\s+/)
    .map((word) => fold(word)),
);

const germanArticles = new Set(
  'der die das den dem des ein eine einen einem einer eines kein keine keinen keiner im am zum zur vom beim ins ans viele wenige mehr weniger alle einige mehrere beide diese dieser dieses diesen diesem jede jeder jedes ihre ihrer ihren seine seiner seinen unsere unserer unseren grosse grossen neue neuen'.split(
    ' ',
  ),
);

/** At least so much of what a statement adds to the question must have been said in the sentences or right beside them. */
const leastSaid = 0.6;
/** The same for words that were set between quotation marks and do not stand so. */
const leastSaidOfQuotation = 0.75;

function wordsStand(part: string, { texts, labels, around }: Support, question: string): boolean {
  const near = new Set(termsOf(around.join(' ')));
  const given = new Set(termsOf([...labels, reporting].join(' ')));
  // Figures are held to more than this already, however they are written.
  const words = tokensOf(part)
    .filter(({ raw, word }) => amountsIn(raw).length === 0 && !courtesies.has(word))
    .map(({ raw }) => raw);
  const content = [...new Set(termsOf(words.join(' ')))].filter((term) => !given.has(term));
  const asked = new Set(termsOf(question));
  const added = content.filter((term) => !asked.has(term));
  const looked = added.length > 0 ? added : content;
  if (looked.length === 0) return amountsIn(part).length > 0;
  const isSaid = saidIn(texts);
  // What stands only beside the cited sentences counts half, so that they cannot lend each other everything.
  const score = looked.reduce((sum, term) => sum + (isSaid(term) ? 1 : near.has(term) ? 0.5 : 0), 0);
  return score / looked.length >= leastSaid && content.some(isSaid);
}

function saidIn(texts: string[]): (term: string) => boolean {
  const said = new Set(termsOf(texts.join(' ')));
  return (term) => said.has(term) || [...said].some((other) => isAlike(term, other));
}

/** Another form of the same word: `disturb` and `disturbance`. */
function isAlike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  return (
    shorter >= 5 &&
    Math.abs(one.length - other.length) <= 4 &&
    one.slice(0, shorter - 1) === other.slice(0, shorter - 1) &&
    !/\d/.test(one + other)
  );
}

/** What reports say of any speaker. */
const reporting = `say says said state states stated tell told argue argued note noted stress stressed emphasise emphasised emphasize emphasized highlight highlighted explain explained mention mentioned point pointed
  add added describe described suggest suggested warn warned propose proposed recommend recommended believe believed think thought call called report reported according speaker speakers speak spoke ask asked want wants
  consider considered view express expressed underline underlined also further`;

/**
 * What stays between quotation marks is printed from the transcript. Words that were not said so lose the marks; null
 * where they were not said at all.
 */
function withExactQuotations(part: string, texts: string[]): string | null {
  let invented = false;
  const isSaid = saidIn(texts);
  const exact = (words: string) => {
    for (const text of texts) {
      const { verdict, place } = compareQuotation(words, [[0, { text }]]);
      if (verdict === 'verbatim' && place) return text.slice(place.start, place.end);
    }
    return null;
  };
  const checked = withCheckedQuotationMarks(part, (words) => {
    const stands = exact(words) !== null;
    const terms = termsOf(words);
    if (!stands && terms.filter(isSaid).length < terms.length * leastSaidOfQuotation) invented = true;
    return stands;
  });
  return invented ? null : checked.replaceAll(/“([^”]*)”/gu, (_whole, words: string) => `“${exact(words) ?? words}”`);
}
