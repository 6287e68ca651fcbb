/** How questions ask what someone said, as against asking about them. */
import { stemmer } from 'stemmer';
import type { Token } from './names.ts';

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
  // An article belongs to the name.
  const opening = first - (/^(?:the|an?)$/.test(word(first - 1)) ? 1 : 0);
  const before = word(opening - 1);
  const isSaying = (index: number) => !tokens[index]?.capital && isSayingVerb(word(index));

  if (closing.possessive) {
    const noun = tokens.slice(last + 1, last + 5).findIndex((token) => speechNouns.has(singular(token.word)));
    if (noun >= 0) return !(named.place && !named.known);
    return named.personal && named.known && last + 1 < tokens.length && !tokens.slice(last + 1, last + 4).some((token) => factNouns.has(singular(token.word)));
  }
  if (before === 'to' && word(opening - 2) === 'according') return true;
  if (before === 'of' || before === 'by' || before === 'from') {
    const told = tokens.slice(Math.max(0, opening - 5), opening - 1).map((token) => token.word);
    const nearest = told.at(-1) ?? '';
    if (told.some((near) => speechNouns.has(singular(near)))) return !(named.place && !named.known);
    if (before === 'of') return false;
    if (isSayingVerb(nearest) || /^(?:hear|heard|anything|something|hearing)$/.test(nearest)) return true;
    return before === 'by' && named.personal && named.known;
  }
  if (/^(?:between|compare)$/.test(before) || word(0) === 'compare') return named.known && !/^(?:about|on)$/.test(before);
  if (/^(?:about|how)$/.test(before) && /^(?:what|how|and|)$/.test(word(opening - 2)) && opening <= 3 && (last === tokens.length - 1 || /^(?:on|about|regarding)$/.test(word(last + 1)))) return true;
  if (notBefore.has(before)) return false;

  let next = last + 1;
  while (adverbs.has(word(next)) || word(next).endsWith('ly') && word(next).length > 4) next += 1;
  if (doing.has(before)) {
    if (isSaying(next)) return named.known || !named.single || strictSaying.has(stemmer(irregular[word(next)] ?? word(next)));
    if (named.single && !named.known) return false;
    return named.personal && named.known && (last < tokens.length - 1);
  }
  if (being.has(before)) return (isSaying(next) || stances.has(word(next)) && named.known) && !(opening > 1 && /^(?:who|where)$/.test(word(opening - 2)));
  if (isFiniteSaying(word(next)) && !tokens[next]?.capital) return named.known || !named.single || strictSaying.has(stemmer(irregular[word(next)] ?? word(next)));
  if (/^(?:is|was|are|were|has|have|had|will|would|did|does|do)$/.test(word(next)) && isSaying(skip(next + 1)) && word(next + 1) !== '') return named.known || !named.single;
  if (opening === 0 || opening === 1 && /^(?:and|so|ok|okay|or|but|then)$/.test(word(0))) {
    return named.known && (last === tokens.length - 1 || /^(?:on|about|regarding|re)$/.test(word(last + 1)) || tokens[last + 1]?.afterBreak === true);
  }
  if (opening <= 3 && requesting.has(word(0)) && tokens.slice(1, opening).every((token) => /^(?:me|us|what|the|from)$/.test(token.word))) return named.known && (named.personal || word(0) === 'quote');
  return false;

  function skip(index: number): number {
    let at = index;
    while (adverbs.has(word(at))) at += 1;
    return at;
  }
}

/** Whether those named from token `first` follow a word such as "about". */
export function isSpokenOf(tokens: Token[], first: number): boolean {
  const article = /^(?:the|an?)$/.test(tokens[first - 1]?.word ?? '') ? 1 : 0;
  return notBefore.has(tokens[first - 1 - article]?.word ?? '') || /^(?:of|from|by)$/.test(tokens[first - 1 - article]?.word ?? '');
}

/** Words a question begins with or is made of, which are nobody's name where the question starts. */
export const wordsOfAsking = new Set(`what who whom whose which when where why how did does do is are was were will would can could shall should may might
  must has have had and or but so then if in on at of to by for from with about the a an any some all list give tell show name mark describe
  summarise summarize find explain please compare quote according i we you he she they it this that these those there here also not no yes
  hi hello hey thanks thank ok okay did't let me us my our your his her their said say says think tell talk discuss mention`.split(/\s+/));

const doing = new Set("did does do didn't doesn't don't has have had hasn't haven't hadn't would could can will should might must shall may".split(' '));
const being = new Set("is was are were isn't wasn't".split(' '));
const notBefore = new Set('about on regarding with without to against toward towards for at in into concerning mention mentions mentioned mentioning thank thanked thanks ask asked introduce introduced invite invited welcome welcomed criticise criticize criticised criticized like named called'.split(' '));
const adverbs = new Set('also ever even just not first then already explicitly personally still all really actually only again both himself herself themselves you'.split(' '));
const stances = new Set('for against in optimistic pessimistic concerned worried critical supportive sceptical skeptical happy afraid positive negative convinced certain sure hopeful'.split(' '));
const requesting = new Set('quote summarise summarize show find give get read'.split(' '));

const sayingVerbs = new Set(`say tell state mention argue claim note stress emphasise emphasize highlight underline underscore point warn caution recommend propose suggest
  advise call urge explain describe define present discuss talk speak comment remark respond reply answer ask add observe report announce predict forecast think
  believe feel fear worry hope want expect see view consider regard agree disagree object criticise criticize praise admit acknowledge concede conclude
  declare insist maintain quote cite refer raise address share outline illustrate demand request promise pledge deny reject favour favor prefer oppose
  elaborate clarify mean envision envisage assert contend reiterate express summarise summarize characterise characterize thank mean complain
  appeal encourage appreciate wish consider assess estimate finish start start open close begin conclude end react anticipate disclose reveal testify narrate invoke recall
  remind welcome condemn write invoke plead propose thought claim identify`.split(/\s+/).map((verb) => stemmer(verb)));
const strictSaying = new Set('say tell think argue mention comment speak talk remark reply state claim believe ask answer respond'.split(' ').map((verb) => stemmer(verb)));
/** Verbs whose bare form or plural is as often a noun beside a name. */
const nouns = new Set('report reports question questions comment comments claim claims call calls address addresses view views note notes state states present presents share shares request requests demand demands point points quote quotes answer answers reply object objects hope fear worry mean add start end open close wish maintain see plan plans highlights highlight raise raises welcome promise promises call forecast forecasts refer ask thought talk talks'.split(' '));
const irregular: Record<string, string> = { said: 'say', told: 'tell', spoke: 'speak', spoken: 'speak', thought: 'think', felt: 'feel', saw: 'see', seen: 'see', meant: 'mean', began: 'begin', saying: 'say', wrote: 'write', written: 'write' };

const speechNouns = new Set(`position view opinion argument recommendation proposal point answer advice concern stance thought take perspective statement remark comment speech
  presentation intervention talk keynote quote quotation word suggestion reply response warning criticism reaction explanation call claim belief conclusion message
  standpoint viewpoint contribution testimony address attitude observation reflection assessment prediction plea appeal objection feeling hope fear say intervention summary`.split(/\s+/));
const factNouns = new Set(`role title name job affiliation organisation organization employer background team company biography bio age country gender office post function institution profession work photo email`.split(/\s+/));

function isSayingVerb(word: string): boolean {
  return word !== '' && sayingVerbs.has(stemmer(irregular[word] ?? word));
}

function isFiniteSaying(word: string): boolean {
  return !nouns.has(word) && isSayingVerb(word) || word === 'thought' || word === 'said';
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
