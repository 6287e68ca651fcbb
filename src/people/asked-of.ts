/** How questions ask what someone said, as against asking about them. */
import { stemmer } from 'stemmer';
import { fold, singular, type Token } from '../words/names.ts';

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

  const asksWhoElse = word(0) === 'who' && !being.has(word(1));
  if (tokens.some((token) => comparing.has(token.word)) && !/^(?:about|on)$/.test(before)) return named.known;
  // In a hurry the apostrophe is left out.
  if (closing.possessive || (closing.word.endsWith('s') && speechNouns.has(singular(word(last + 1))))) {
    if (
      asksWhoElse ||
      /^(?:with|to|against)$/.test(before) ||
      (/^(?:about|on)$/.test(before) && tokens.slice(0, opening).some((token) => /^(?:said|say)$/.test(token.word)))
    )
      return false;
    const noun = tokens.slice(last + 1, last + 5).findIndex((token) => speechNouns.has(singular(token.word)));
    if (noun >= 0) return !(named.place && !named.known);
    return (
      named.personal &&
      named.known &&
      last + 1 < tokens.length &&
      !tokens.slice(last + 1, last + 4).some((token) => factNouns.has(singular(token.word)))
    );
  }
  if (before === 'to' && word(opening - 2) === 'according') return true;
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
    if (before === 'of') return false;
    if (isSayingVerb(nearest) || /^(?:hear|heard|anything|something|hearing)$/.test(nearest)) return true;
    return before === 'by' && named.personal && named.known;
  }
  if (before === 'between') return named.known;
  if (
    /^(?:about|how)$/.test(before) &&
    /^(?:what|how|and|)$/.test(word(opening - 2)) &&
    opening <= 3 &&
    (last === tokens.length - 1 || /^(?:on|about|regarding)$/.test(word(last + 1)))
  )
    return true;
  if (notBefore.has(before)) return false;
  if (
    named.known &&
    (sayingElsewhere.has(before) || sayingElsewhere.has(word(last + 1)) || accordingElsewhere.has(before))
  )
    return true;

  let next = last + 1;
  while (adverbs.has(word(next)) || (word(next).endsWith('ly') && word(next).length > 4)) next += 1;
  if (doing.has(before)) {
    // "What does the Treaty say" asks of a text.
    if (!named.known && !named.personal && opening < first && before.startsWith('does')) return false;
    if (isSaying(next))
      return named.known || !named.single || strictSaying.has(stemmer(irregular[word(next)] ?? word(next)));
    return named.personal && named.known && last < tokens.length - 1 && !factVerbs.has(word(next));
  }
  if (being.has(before))
    return (
      (isSaying(next) || (stances.has(word(next)) && named.known)) &&
      !(opening > 1 && /^(?:who|where)$/.test(word(opening - 2)))
    );
  if (isFiniteSaying(word(next)) && !tokens[next]?.capital)
    return named.known || !named.single || strictSaying.has(stemmer(irregular[word(next)] ?? word(next)));
  if (
    /^(?:is|was|are|were|has|have|had|will|would|did|does|do)$/.test(word(next)) &&
    isSaying(skip(next + 1)) &&
    word(next + 1) !== ''
  )
    return named.known || !named.single;
  if (opening === 0 || (opening === 1 && /^(?:and|so|ok|okay|or|but|then)$/.test(word(0)))) {
    return (
      named.known &&
      (last === tokens.length - 1 ||
        /^(?:on|about|regarding|re)$/.test(word(last + 1)) ||
        tokens[last + 1]?.afterBreak === true)
    );
  }
  // "Lee rivers" is short for what Lee said of rivers.
  if (opening === 0 && tokens.length < 6 && !tokens.some((token) => doing.has(token.word) || being.has(token.word)))
    return named.known && named.personal;
  const request = tokens.slice(0, 4).findIndex((token) => requesting.has(token.word));
  if (
    request >= 0 &&
    request < opening &&
    tokens.slice(request + 1, opening).every((token) => /^(?:me|us|what|the|from)$/.test(token.word))
  )
    return named.known && (named.personal || word(request) === 'quote');
  return false;

  function skip(index: number): number {
    let at = index;
    while (adverbs.has(word(at))) at += 1;
    return at;
  }
}

/** Whether those named from token `first` to `last` are what another, named up to token `speaker`, speaks of. */
export function isSpokenOf(tokens: Token[], speaker: number, first: number, last: number): boolean {
  const between = tokens.slice(speaker + 1, first).map((token) => token.word);
  if (
    tokens.some((token) => comparing.has(token.word)) ||
    between.some((word) => /^(?:and|or|but|while|whereas|than)$/.test(word))
  )
    return false;
  const nearest = between.findLast((word) => !/^(?:the|an?)$/.test(word)) ?? '';
  return tokens[last]?.possessive === true || notBefore.has(nearest) || /^(?:of|from|by)$/.test(nearest);
}

/** Words a question begins with or is made of, which are nobody's name where the question starts. */
export const wordsOfAsking = new Set(
  `what who whom whose which when where why how did does do is are was were will would can could shall should may might
  must has have had and or but so then if in on at of to by for from with about the a an any some all list give tell show name mark describe
  summarise summarize find explain please compare quote according i we you he she they it this that these those there here also not no yes
  hi hello hey thanks thank ok okay did't let me us my our your his her their said say says think tell talk discuss mention whats whos hows wheres what's who's how's where's that's`.split(
    /\s+/,
  ),
);

const doing = new Set(
  "did does do didn't doesn't don't has have had hasn't haven't hadn't would could can will should might must shall may hat haben".split(
    ' ',
  ),
);
const being = new Set("is was are were isn't wasn't".split(' '));
const notBefore = new Set(
  'about on regarding with without to against toward towards for at in into concerning mention mentions mentioned mentioning thank thanked thanks ask asked introduce introduced invite invited welcome welcomed criticise criticize criticised criticized like named called besides except excluding than'.split(
    ' ',
  ),
);
const comparing = new Set('compare comparing contrast differ differs differed versus vs'.split(' '));
const adverbs = new Set(
  'also ever even just not first then already explicitly personally still all really actually only again both himself herself themselves you'.split(
    ' ',
  ),
);
const stances = new Set(
  'for against in optimistic pessimistic concerned worried critical supportive sceptical skeptical happy afraid positive negative convinced certain sure hopeful'.split(
    ' ',
  ),
);
const requesting = new Set('quote summarise summarize show find give get read'.split(' '));

const sayingVerbs = new Set(
  `say tell state mention argue claim note stress emphasise emphasize highlight underline underscore point warn caution recommend propose suggest
  advise call urge explain describe define present discuss talk speak comment remark respond reply answer ask add observe report announce predict forecast think
  believe feel fear worry hope want expect see view consider regard agree disagree object criticise criticize praise admit acknowledge concede conclude
  declare insist maintain quote cite refer raise share outline illustrate demand request promise pledge deny reject favour favor prefer oppose
  elaborate clarify envision envisage assert contend reiterate express summarise summarize characterise characterize thank complain
  appeal encourage appreciate wish assess estimate conclude react anticipate disclose reveal testify narrate invoke recall
  remind condemn write plead identify`
    .split(/\s+/)
    .map((verb) => stemmer(verb)),
);
const strictSaying = new Set(
  'say tell think argue mention comment speak talk remark reply state claim believe ask answer respond'
    .split(' ')
    .map((verb) => stemmer(verb)),
);
/** Verbs whose bare form or plural is as often a noun beside a name. */
const nouns = new Set(
  'report reports question questions comment comments claim claims call calls address addresses view views note notes state states present presents share shares request requests demand demands point points quote quotes answer answers reply object objects hope fear worry mean add start end open close wish maintain see plan plans highlights highlight raise raises welcome promise promises call forecast forecasts refer ask thought talk talks'.split(
    ' ',
  ),
);
const irregular: Record<string, string> = {
  said: 'say',
  told: 'tell',
  spoke: 'speak',
  spoken: 'speak',
  thought: 'think',
  felt: 'feel',
  saw: 'see',
  seen: 'see',
  meant: 'mean',
  began: 'begin',
  saying: 'say',
  wrote: 'write',
  written: 'write',
};

/** The commonest verbs of saying of the other languages records are in, folded. */
const sayingElsewhere = new Set(
  `dijo dice dijeron dicen opina opino piensa propuso recomendo menciono dit disent pense declare declaré propose recommande sagt sagte meint
  disse diz propos сказал сказала сказали говорит говорил говорила считает предложил предложила قال قالت ذكر ذكرت يقول تقول`
    .split(/\s+/)
    .map((verb) => fold(verb)),
);
const accordingElsewhere = new Set('segun selon laut segundo secondo حسب'.split(' ').map((word) => fold(word)));
const factVerbs = new Set('represent work belong live attend join participate take'.split(' '));

const speechNouns = new Set(
  `position view opinion argument recommendation proposal point answer advice concern stance thought take perspective statement remark comment speech
  presentation intervention talk keynote quote quotation word suggestion reply response warning criticism reaction explanation call claim belief conclusion message
  standpoint viewpoint contribution testimony address attitude observation reflection assessment prediction plea appeal objection feeling hope fear summary`.split(
    /\s+/,
  ),
);
const factNouns = new Set(
  `role title name job affiliation organisation organization employer background team company biography bio age country gender office post function institution profession work photo email colleague predecessor successor assistant boss critic opponent supporter student friend family`.split(
    /\s+/,
  ),
);

function isSayingVerb(word: string): boolean {
  // A declaration shares its stem with declaring, and is none.
  if (/(?:ation|ition|ssion)s?$/.test(word)) return false;
  return word !== '' && sayingVerbs.has(stemmer(irregular[word] ?? word));
}

function isFiniteSaying(word: string): boolean {
  return (!nouns.has(word) && isSayingVerb(word)) || word === 'thought' || word === 'said';
}
