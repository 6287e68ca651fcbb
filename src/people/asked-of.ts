/** How questions ask what someone said, as against asking about them. */
import { stemmer } from 'stemmer';
import { fold, singular, type Token } from '../words/names.ts';
import { bareForm } from '../words/irregular-forms.ts';
import { countryOf } from './country-adjectives.ts';
import {
  adverbs,
  being,
  comparing,
  doing,
  factNouns,
  givenNouns,
  factVerbs,
  intending,
  notBefore,
  nouns,
  requesting,
  sayingVerbs,
  speechNouns,
  spokenOf,
  stances,
  strictSaying,
  wordsOfAsking,
} from './words-of-saying.ts';
import type { Language } from '../words/languages/language-words.ts';
import { languageWords } from '../words/languages/languages.ts';
import { wordList } from '../words/word-list.ts';
import { isTitleElsewhere } from './offices-elsewhere.ts';

export { wordsOfAsking } from './words-of-saying.ts';

export interface Named {
  /** One person, rather than an organisation. */
  personal: boolean;
  /** Somebody of the library could be meant. */
  known: boolean;
  /** A country or other region that nobody speaks for. */
  place: boolean;
  /** A single capitalised word or acronym. */
  single: boolean;
}

/** Whether the question asks what those named from token `first` to token `last` said. */
export function speaks(tokens: Token[], first: number, last: number, named: Named): boolean {
  const word = (index: number) => tokens[index]?.word ?? '';
  const closing = tokens[last];
  if (!closing) return false;
  // Nobody spoke for an organisation that nobody of the library is of: it can only be what others spoke of.
  if (!named.known && !named.personal && !named.place && !couldBeSurname(tokens, first, last))
    // What it promised, or says itself, is no one else's; what a paper says others tell.
    return (
      doing.has(word(openingOf(tokens, first) - 1)) &&
      (promising.has(bareForm(word(last + 1))) ||
        (!named.single && bareForm(word(last + 1)) === 'say' && !papers.has(closing.word)))
    );
  // An article belongs to the name.
  const opening = openingOf(tokens, first);
  const before = word(opening - 1);
  const isSaying = (index: number) => !tokens[index]?.capital && isSayingVerb(word(index));

  const asksWhoElse = word(0) === 'who' && !being.has(word(1));
  if (isComparing(tokens) && !/^(?:about|on)$/.test(before)) return named.known;
  // In a hurry the apostrophe is left out.
  if (closing.possessive || (closing.word.endsWith('s') && speechNouns.has(singular(word(last + 1))))) {
    if (
      asksWhoElse ||
      (being.has(before) && tokens.slice(last + 1).some(({ word: after }) => spokenOf.has(after))) ||
      /^(?:with|to|against)$/.test(before) ||
      (/^(?:about|on)$/.test(before) && tokens.slice(0, opening).some((token) => /^(?:said|say)$/.test(token.word)))
    )
      return false;
    const noun = tokens.slice(last + 1, last + 5).findIndex((token) => speechNouns.has(singular(token.word)));
    if (noun >= 0) return true;
    return (
      named.personal &&
      named.known &&
      last + 1 < tokens.length &&
      !tokens.slice(last + 1, last + 4).some((token) => factNouns.has(singular(token.word)))
    );
  }
  if (before === 'to' && word(opening - 2) === 'according') return true;
  // "Which rules should stay, says Okafor?"
  if (last === tokens.length - 1 && /^(?:says|said|argues|thinks)$/.test(before) && tokens[opening - 1]?.afterBreak)
    return named.known;
  if (before === 'of' || before === 'by' || before === 'from') {
    const told = tokens.slice(Math.max(0, opening - 5), opening - 1).map((token) => token.word);
    const nearest = told.at(-1) ?? '';
    const noun = told.findLastIndex((near) => speechNouns.has(singular(near)));
    if (noun >= 0)
      return (
        !asksWhoElse &&
        !(named.place && !named.known) &&
        !told.slice(0, noun).some((near) => /^(?:with|to|against)$/.test(near))
      );
    if (before === 'of') return /^(?:each|both|either)$/.test(nearest) && named.known;
    if (isSayingVerb(nearest) || /^(?:hear|heard|anything|something|hearing)$/.test(nearest)) return true;
    return before === 'by' && named.personal && named.known;
  }
  if (between.has(before)) return named.known;
  if (
    /^(?:about|how)$/.test(before) &&
    // "And about Brazil?" goes on of a matter, "What about Brazil?" may ask who spoke for it.
    (/^(?:what|how)$/.test(word(opening - 2)) || (named.personal && /^(?:and|)$/.test(word(opening - 2)))) &&
    opening <= 3 &&
    (last === tokens.length - 1 || /^(?:on|about|regarding)$/.test(word(last + 1)))
  )
    return true;
  if (notBefore.has(before)) return false;
  if (named.known && isSaidElsewhere()) return true;

  let next = last + 1;
  while (adverbs.has(word(next)) || (word(next).endsWith('ly') && word(next).length > 4)) next += 1;
  // "What commitments did the Union make" asks of those who spoke for it, as "what did it promise" does.
  const isGiven =
    (named.known || named.place) && tokens.slice(0, opening).some((token) => givenNouns.has(singular(token.word)));
  if (isGiven && named.known && !doing.has(before) && giving.has(bareForm(word(next)))) return true;
  if (doing.has(before)) {
    // "What does the Treaty say" asks of a text.
    if (!named.known && !named.personal && !named.place && opening < first && before.startsWith('does')) return false;
    if (isSaying(next))
      return named.known || !(named.single || named.place) || strictSaying.has(stemmer(bareForm(word(next))));
    if (isGiven && giving.has(word(next))) return true;
    const intends = intending.has(stemmer(bareForm(word(next)))) && toDo.has(word(next + 1));
    // What a government means to do is told by many who are not listed as of it.
    const isGovernment = tokens.slice(first, last + 1).some((token) => governments.has(token.word));
    if (named.known && intends && !isGovernment) return true;
    return named.personal && named.known && last < tokens.length - 1 && !factVerbs.has(word(next));
  }
  if (being.has(before))
    return (
      // "Was COVID-19 mentioned?" speaks of it, "is Okafor proposing" asks of her.
      ((isSaying(next) && word(next).endsWith('ing')) || (stances.has(word(next)) && named.known)) &&
      !(opening > 1 && /^(?:who|where)$/.test(word(opening - 2)))
    );
  if (named.known && phrasal.has(`${word(next)} ${word(next + 1)}`)) return true;
  if (isFiniteSaying(word(next)) && !tokens[next]?.capital)
    return named.known || !(named.single || named.place) || strictSaying.has(stemmer(bareForm(word(next))));
  if (
    /^(?:is|was|are|were|has|have|had|will|would|did|does|do)$/.test(word(next)) &&
    isSaying(skip(next + 1)) &&
    word(next + 1) !== ''
  )
    return named.known || !named.single;
  // "What Okafor had to say on eels."
  if (/^ha[sdv]e?$/.test(word(next)) && word(next + 1) === 'to' && isSaying(next + 2))
    return named.known || !named.single;
  if (opening === 0 || (opening === 1 && /^(?:and|so|ok|okay|or|but|then)$/.test(word(0)))) {
    // "Lee rivers" is short for what Lee said of rivers.
    const isShort =
      tokens.length < 6 &&
      !tokens.some((token) => doing.has(token.word) || being.has(token.word) || token.word === 'and');
    return (
      named.known &&
      (last === tokens.length - 1 ||
        (isShort && named.personal) ||
        /^(?:on|about|regarding|re)$/.test(word(last + 1)) ||
        tokens[last + 1]?.afterBreak === true)
    );
  }
  const request = tokens.slice(0, 4).findIndex((token) => requesting.has(token.word));
  if (
    request >= 0 &&
    request < opening &&
    tokens.slice(request + 1, opening).every((token) => /^(?:me|us|what|the|from)$/.test(token.word))
  )
    return named.known && (named.personal || word(request) === 'quote');
  return false;

  /** "dijo Okafor", "Okafor a dit", "selon Okafor", "la position d'Okafor", "позиция Okafor". */
  function isSaidElsewhere(): boolean {
    const [after, afterThat] = [word(last + 1), word(last + 2)];
    const noun = unelided(ofElsewhere.has(before) ? word(opening - 2) : before);
    return (
      [before, after].some((near) => sayingElsewhere.has(near)) ||
      (havingElsewhere.has(after) && sayingElsewhere.has(afterThat)) ||
      accordingElsewhere.has(before) ||
      nounsElsewhere.has(noun)
    );
  }

  function skip(index: number): number {
    let at = index;
    while (adverbs.has(word(at))) at += 1;
    return at;
  }
}

/** "Compare A and B", "set A and B side by side". */
function isComparing(tokens: Token[]): boolean {
  return tokens.some(
    ({ word }, at) =>
      comparing.has(word) || (word === 'side' && tokens[at + 1]?.word === 'by' && tokens[at + 2]?.word === 'side'),
  );
}

/** `opinion` of "l'opinion". */
function unelided(word: string): string {
  return word.replace(/^(?:[dlnsmtcj]|qu)'/u, '');
}

/** Where a name begins with the article or the office before it: "la directora Peñaloza". */
function openingOf(tokens: Token[], first: number): number {
  const word = (index: number) => tokens[index]?.word ?? '';
  let opening = first;
  while (opening > 1 && !tokens[opening - 1]!.afterBreak && isTitleElsewhere(word(opening - 1))) opening -= 1;
  const isTitled = opening < first || isTitleElsewhere(word(first));
  const isArticle = (isTitled && articlesElsewhere.has(word(opening - 1))) || /^(?:the|an?)$/.test(word(opening - 1));
  return opening - (isArticle ? 1 : 0);
}

const between = new Set(['between', 'entre', 'между', 'بين']);
const articlesElsewhere = new Set(['la', 'le', 'les', 'el', 'los', 'las', 'l']);

/** Whether a question in another language asks what those said who are named from an offset on; of who is spoken of, not. */
export function asksOfNamed(question: string, tokens: Token[], start: number): boolean {
  const at = tokens.findIndex((token) => token.end > start);
  if (/(?:关于|關於|对于|同意|赞同|赞成|认同|反对|支持|批评|对|對|向)$/u.test(question.slice(0, start).trimEnd()))
    return false;
  const opening = openingOf(tokens, at);
  const before = tokens[opening - 1]?.word ?? '';
  // "La citation de Mbarga" is theirs, "dit de Mbarga" is not.
  if (ofElsewhere.has(before)) return !sayingElsewhere.has(tokens[opening - 2]?.word ?? '');
  return !aboutElsewhere.has(before);
}

const aboutElsewhere = new Set(
  wordList(`sur sobre contre contra avec con о об про против с со عن حول بشأن ضد مع على vers`).map(fold),
);

/** Whether those named from token `first` to `last` are what another, named up to token `speaker`, speaks of. */
export function isSpokenOf(tokens: Token[], speaker: number, first: number, last: number): boolean {
  const between = tokens.slice(speaker + 1, first).map((token) => token.word);
  if (isComparing(tokens) || between.some((word) => /^(?:and|or|but|while|whereas|than)$/.test(word))) return false;
  const nearest = between.findLast((word) => !/^(?:the|an?)$/.test(word)) ?? '';
  return tokens[last]?.possessive === true || notBefore.has(nearest) || /^(?:of|from|by)$/.test(nearest);
}

/** The commonest verbs of saying of the other languages records are in, and what stands before who is told of, folded. */
/** Words a question begins with in any language, which are nobody's name where it starts. */
export function opensQuestion(word: string): boolean {
  return (
    wordsOfAsking.has(word) || askingElsewhere.has(word) || negatedAsking.test(word) || /^(?:qu|jusqu)'/u.test(word)
  );
}

/** "The principles Okafor set out." */
const phrasal = new Set(
  wordList('set-out laid-out put-forward brought-up spelled-out spelt-out called-for').map((each) =>
    each.replace('-', ' '),
  ),
);
const negatedAsking = /^(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should)n['’]?t$/u;
const governments = new Set(['government', 'governments', 'cabinet', 'administration', 'state']);
/** After what somebody intends: "plan to", "plan for". */
const toDo = new Set(['to', 'for', 'on', 'about', 'by']);
const promising = new Set('promise pledge commit undertake'.split(' '));
const papers = new Set(
  wordList(`report act bill law declaration agreement resolution convention treaty charter compact study survey paper index
    statement text agenda article letter review strategy plan protocol directive constitution budget`),
);
const giving = new Set('make give offer cite quote'.split(' '));
const askingElsewhere = foldedWords(({ asking }) => asking);
const sayingElsewhere = foldedWords(({ saying }) => saying);
const havingElsewhere = foldedWords(({ having }) => having);
const nounsElsewhere = foldedWords(({ speechNouns: nounsOf }) => nounsOf);
const ofElsewhere = new Set(['de', 'd', 'del', 'du', 'von']);
const accordingElsewhere = foldedWords(({ accordingTo }) => accordingTo);
/** "Musgrave" and "Group E", but not "G-77", "UNESCO", "the Bureau" or "Canadian". */
function couldBeSurname(tokens: Token[], first: number, last: number): boolean {
  const span = tokens.slice(first, last + 1);
  return (
    tokens[first - 1]?.word !== 'the' &&
    span.every(
      ({ raw, word, capital, upper }) =>
        capital && !upper && /^[\p{L}\p{M}'’‑-]+$/u.test(raw) && countryOf(word) === null,
    )
  );
}

export function isSayingVerb(word: string): boolean {
  // A declaration shares its stem with declaring, and is none.
  if (/(?:ation|ition|ssion)s?$/.test(word)) return false;
  return word !== '' && sayingVerbs.has(stemmer(bareForm(word)));
}

function isFiniteSaying(word: string): boolean {
  return (!nouns.has(word) && isSayingVerb(word)) || word === 'thought' || word === 'said';
}

function foldedWords(of: (language: Language) => string | undefined): Set<string> {
  return new Set(
    Object.values(languageWords).flatMap((language) =>
      wordList(of(language) ?? '')
        .filter(Boolean)
        .map(fold),
    ),
  );
}
