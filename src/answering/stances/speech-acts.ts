/**
 * What somebody does by saying a sentence, read from its words alone: warns, opposes, finds fault, praises, hopes, proposes,
 * announces, gives an example, quotes others. The term is J. L. Austin's (How to Do Things with Words, 1962); the tables are our own.
 */
import type { SpeechAct } from '../../asking/parts/wanted.ts';
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { phrases, type Phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { isPromise, isProposal, isRequest } from './promises.ts';

/** A question does none of these. */
export function performs(act: SpeechAct, sentence: string): boolean {
  if (/[?？؟]\W*$/u.test(sentence)) return false;
  const text = textOf(sentence);
  if (act === 'proposal') {
    const own = leftOpen.cutFrom(sentence);
    return isProposal(own) || isRequest(own) || urges.in(textOf(own));
  }
  if (act === 'announcement') return isPromise(sentence) || announces.in(text);
  return (
    tables[act].in(act === 'opposition' ? textOf(hardlyOpposed.cutFrom(sentence)) : text) &&
    !(act === 'warning' && untroubled.in(text))
  );
}

const lists = {
  heavy: `big|biggest|great|greatest|serious|major|main|huge|key|tremendous|significant|growing|pressing|new|important|enormous
    |widening|deep|wide|twin|systemic|urgent|grave|many`,
  trouble: `challenge(s)|problem(s)|obstacle(s)|barrier(s)|difficult(y|ies)|danger(s)|threat(s)|risk(s)|concern(s)|worry|worries
    |weakness(es)|shortcoming(s)|downside(s)|drawback(s)|pitfall(s)|gap(s)|divide(s)|inequalit(y|ies)|lag`,
  mending: `address(|es|ing)|tackl(e|es|ing)|overcome|overcoming|solv(e|es|ing)|resolv(e|es|ing)|bridg(e|es|ing)|narrow(s|ing)|meet(|s|ing)
    |remov(e|es|ing)|respond to`,
  feeling: 'concerned|worried|afraid (of|that)|alarmed|anxious|frightened|troubled|nervous|sceptical|skeptical',
};

const warnings = phrases(
  {
    lines: `
      ({heavy}) [*] [*] ({trouble})
      (a|an|one|another|the|our|first|second|third|this) [*] ({trouble}) (is|was|are|were|remains|remain|between)
      (is|are|was|were|remain|remains|becomes) [a|an|the|still|also|really|quite|always|not without|one] [*] ({trouble})
      (face|faces|facing|faced|see|seeing|pose|poses|posing|raise|raises|bring|brings|carry|carries) [*] [*] ({trouble})
      (am|are|is|m|re|was|were|be|remain|feel) [very|really|also|quite|so|most] ({feeling})
      (worry|worries|fear|fears|warn|warns|warned|caution|cautions) [that|about|of|against|against]
      (at|run|runs|take|takes) [the|a] [great] risk
      (dangerous|harmful|alarming|worrying|worrisome|unsustainable|double edged)
      (is|are|be|become|becomes|remain|remains|left|so|very|particularly|too|more) vulnerable (to|in the|because|if|when)
      (become|becomes|remain|remains|left) [so|more|very|particularly] vulnerable
      (unfortunately|sadly|regrettably)
      (lack|lacks|lacking|shortage) [of]
      absence of
      (issue|issues) (with|in terms of)
      (being|be|are|is|been|get|gets) [further] (excluded|left behind|left out|marginalised|marginalized|displaced|exploited|abused|misused)
      (misuse|abuse|exploitation|fragmentation|fragmented|void(s))
      (bad|wrong|negative|adverse) (instance(s)|aspect(s)|side(s)|use(s)|effect(s)|impact(s)|consequence(s)|hands|way(s)|actor(s))
      (outstrip(s)|outpace(s)|outrun(s)|fall behind|falls behind|fall short|falls short|run out|runs out)
      (expense|cost) of
      without (sacrificing|harming|destroying|damaging|losing)
      (must|should|can|cannot) not (ignore|forget|underestimate|neglect|overlook|allow)`,
    lists,
  },
  ...spokenElsewhere('warns'),
);
/** "Not a problem", "so that nobody is left behind", "to overcome the great challenges". */
const untroubled = phrases({
  lines: `
    excluded from (the|this|our|today s) [*] [*] (meeting|session|committee|room|hearing|sitting)
    apolog(y|ies|ise|ize) (for|of) [*] absence
    (no|not [a|an]|isn t [a|an]|without [any|a]) ({trouble}) [*] [*] $
    (no one|nobody|no country|none) [*] [*] (left behind|left out|excluded)
    ({mending}) [*] [*] [*] [*] ({trouble}) !(is|are|remain|remains|of|that|in|with|between|posed|caused)`,
  lists,
});

const tables: Record<'warning' | 'opposition' | 'blame' | 'praise' | 'hope' | 'example' | 'quoting', Phrases> = {
  warning: warnings,
  opposition: phrases(
    {
      lines: `
        (i|we|(our|my) {ours}) [{very}] [{very}] (~oppose|~reject|~refuse|~resist|~object to|~condemn|~disagree with)
        ((i|we) (am|m|are|re|was|were|stand|stood|vote|voted|argue|argued)) [{very}] [{very}] (against|opposed to|hostile to)
        (i|we) [{very}] {refusing} [{very}] {backing}
        (i|we) (am|m|are|re) not [{very}] in (favour|favor) of
        (recommendation|advice|plea|appeal|proposal) … (is|was|would be) not to
        (is|was|would be) not to (look|call|ask|push|plead|opt|aim) for
        (it|that|this|they|there|we|government(s)|countries|parliament) (should|must|ought to|shall) (not|never) !({minding})
        (shouldn t|mustn t) !({minding})
        (is|was|s) [absolutely|really|simply] no (place|room|case|justification|excuse) for
        (unacceptable|intolerable|out of the question|(a|the) wrong (approach|way|path|answer)|(is|was|s) a (mistake|bad idea))`,
      lists: {
        ours: '(government|delegation|country|party|group|union|organisation|organization|company|committee|board|office)',
        very: 'also|fully|strongly|completely|therefore|do|would|really|firmly|totally|still|clearly|utterly|always|very much|be|have',
        refusing: '(not|cannot|never|don t|can t|won t|wouldn t|couldn t)',
        backing: `(support|accept|agree (with|to)|endorse|approve of|favour|favor|believe in|recommend|advocate|back|condone|tolerate)`,
        minding: 'just|only|simply|forget|be (surprised|afraid|shy)|underestimate|ignore|miss|overlook|neglect|worry',
      },
    },
    ...spokenElsewhere('rejects'),
  ),
  blame: phrases(
    {
      lines: `
        (fail|fails|failed|failing|failure(s)|neglect*|mistake(s)|wrong|unfair|unjust|unacceptable|inadequate|insufficient|broken)
        (not|never) [*] [*] (enough|sufficient|adequate|acceptable|fair|working|work|done)
        too (little|late|slow|slowly|weak|few|expensive|costly)
        (regret|regrets|regrettabl(e|y)|deplore|criticise|criticize|condemn|disappoint(ed|ing|ment)|shame|object|reject|oppose)
        (should|could) have (been|done|had|*ed)
        (ignores|ignored|overlooks|overlooked|void(s))
        one side and not the other`,
    },
    ...spokenElsewhere('rejects'),
    ...spokenElsewhere('blames'),
  ),
  praise: phrases(
    {
      lines: `
        (thank|thanks|thankful|grateful) … for
        (congratulate|congratulations|congratulating|salute|commend|applaud|praise|praised|admire|admired|appreciate|appreciation|appreciated)
        (we|i) [also|very much|warmly|strongly] (welcome|value|celebrate)
        (excellent|remarkable|impressive|impressed|inspiring|admirable|brilliant|wonderful|fantastic)
        (great|good|very interesting|important|leading|pioneering) (example|success|initiative|work|effort(s)|step|progress|achievement(s)|result(s)|role)
        (proud|successful|successfully)`,
    },
    ...spokenElsewhere('praises'),
  ),
  hope: phrases(
    {
      lines: `
        (hope|hopes|hoping|hopeful|hopefully|optimistic|confident)
        (look|looks|looking) forward to !(hear|hearing|listen|listening|your|seeing you|questions)
        (we|i) [also|really|sincerely|would] (wish|expect|trust|dream)`,
    },
    ...spokenElsewhere('hopes'),
  ),
  example: phrases(
    {
      lines: `
        (for|as an|as one) (example|instance|illustration)
        (example(s)|illustration(s)) (of|is|was|are|from|that)
        (one|an|another|this|that|first|second|good|interesting|concrete|tangible|clear|best|great) [*] (example|illustration|case study)
        (such as|to illustrate|let me illustrate|e g|case in point)`,
    },
    ...spokenElsewhere('examples'),
  ),
  quoting: phrases({
    lines: `
      once ({said})
      who [once|already|also] (wrote|said|put it|observed|remarked)
      (in the words of|to quote|quoting|paraphrasing|as the (saying|proverb) goes)
      (proverb|saying|adage) [that] (says|goes|has it|is)
      (i|we|me|us) [would like to|want to|shall|will|may|can] (quote|cite|paraphrase)
      as !(i|we|you|they|it|was|is|were|has|have|had) * [*] [*] (wrote|writes|puts it|put it)`,
    lists: { said: 'said|wrote|put it|observed|remarked|noted|told us' },
  }),
};

/** Who is not against it does not oppose it. */
const hardlyOpposed = phrases(
  {
    lines: `
      (not|never|nobody|t|nor) [*] [*] (opposed|against|averse|hostile)
      (not|never|t) [*] (oppose|object|reject|opposing|objecting)
      (no|without) (objection|objections)
      (not|never|no one|nobody|t) [*] (~say|~suggest|~argue|~mean) [that] (i|we|it|they) [*] (not|never|shouldn t|don t|can t|won t) [*]
      that s not to say [that] (i|we) [*] (not|don t) [*] [*]`,
  },
  ...spokenElsewhere('isNotAgainst'),
);

/** "A debate on how far we should go", "the tools they need to": who says so proposes nothing. */
const leftOpen = phrases({
  lines: `
    (how|what|whether|where|when|why|which|who) [*] [*] (we|i|they|one|you|it|governments|countries) [*] (should|must|have to|need to|ought to)
    ({means}) [that] (we|they|you|people) (need|have) to
    ({others}) [*] [*] [*] [*] (~say|~think|~feel|~argue|~believe|~suggest) …30 ({shall})
    (feeling|view|sense|perception|argument|suggestion) that …8 ({shall})
    (not|t|never|hardly) (need|have) to
    ({bodies}) (is|was|are|were|has been|keeps) (calling|asking|urging|demanding|appealing)
    (because|since|as) (you|they|people) [just|simply|often] (have|need) to
    (if|when|where) (you|they|people|somebody|someone|a *) … (you|they|he|she|it) (have|has|need|needs) to`,
  lists: {
    bodies: 'government|minister|opposition|party|officer|authorities',
    shall: 'should|must|ought to|needs to|need to|has to|have to',
    others:
      '(some|other|many|most|certain) [of the] [people|others|schools|members|parents|colleagues|experts]|others|people|critics|guidance|report|law|policy',
    means:
      'tools|frameworks|skills|resources|support|infrastructure|capacity|knowledge|money|means|data|help|information|responsibility',
  },
});

/** "For an end to the levy. That the quay be open to all.": what goes on from a demand, and says by itself nothing of demanding. */
export function goesOnDemanding(sentence: string): boolean {
  return !/[?？]\W*$/u.test(sentence) && furtherDemand.in(textOf(sentence));
}

const furtherDemand = phrases({
  lines: `
    ^ {onward} (for|that|to) !({aside}) *
    ^ ({ordinal}) [,] [for|that|to] (a|an|the|no|more|better|less|fewer|all|every|full|free|fair)
    ^ [and] (an|a|the|no) [*] (end|halt|stop|ban|return|release|withdrawal|moratorium|increase|cut) (to|of|on|for|in|from)
    ^ [and|but] (it|this|these|that|they) (must|should|has to|have to|needs to|need to) !(be noted)`,
  lists: {
    onward: '[and|or|also|then|plus] [also|finally|lastly|second|secondly|third|thirdly|above all] [,]',
    ordinal: 'first|firstly|second|secondly|third|thirdly|fourth|fifth|finally|lastly|one|two|three',
    aside: `example|instance|me|us|now|the (record|moment|time being)|this reason|that reason|those|be (honest|fair|clear|sure)|that|this|is|was
      |begin|start|conclude|end|close|finish|sum|summarise|summarize|give|illustrate|answer|put|my|some|many|years|decades|said|s`,
  },
});

const urges = phrases(
  {
    lines: `
      (we|one|governments|countries|states|everyone|companies|stakeholders|you|they) [all|also|now|really
        |therefore] (should|must|ought to|have to|need to|shall) !({owning})
      i [also|now|really|therefore] (should|must|ought to|have to|need to|shall) !({owning}|{speech})
      (should|must|ought to|needs to|need to|has to) [also|all|now|therefore] be
      (is|s|be) [also|therefore|very|so|now|really|absolutely] [also|very] ({vital}) (to|that|for) !({others})
      (let us|let s) !({opening})
      (call|calls|calling|appeal|appeals|plead|pleads) (for|on|upon|to)
      (we|i) [also|strongly|urgently|do|would like to] (urge|encourage|advocate|demand|request|need|ask for)
      (we|i) [also|really|do|all] want [to] !({speech})`,
    lists: {
      opening: `get started|begin|start|now|welcome|move|hear|turn|go|see|say|take|give|have|compare|look|recall
        |remember|think|consider|imagine|pretend|assume|suppose|hope|use|just|be (honest|clear|fair|frank)|face it
        |call it|put it`,
      owning: 'say|admit|confess|concede|acknowledge|agree|be honest|be frank|apologise|apologize|wonder|leave',
      vital: 'important|essential|necessary|vital|crucial|urgent|imperative|time',
      others: 'this|these|those|it|him|her|them|us|you|me|our|your|their|his|its|(the|a) * [*] $|that',
      speech: `to|go|come|turn|return|focus|touch|say|thank|add|mention|ask|stress|begin|start|share|talk|speak|make|give|congratulate
        |express|highlight|know|hear|see`,
    },
  },
  ...spokenElsewhere('requests'),
);

const announces = phrases(
  {
    lines: `
    (we|i) [have|ve|had] [also|just|recently|already|now|then] ({launched})
    (is|are|was|were|has been|have been) [also|just|recently|now] (launched|inaugurated|unveiled|set up|established|released)
    (pleased|happy|delighted|proud|glad|honoured|honored) to (announce|launch|present|tell|inform|introduce|share)
    (announce|announces|announced|announcing|unveil|unveils|inaugurate|inaugurates|launch|launches|launching)`,
    lists: {
      launched: `launched|announced|unveiled|inaugurated|introduced|set up|established|developed|released|published|signed|opened|founded
      |started`,
    },
  },
  ...spokenElsewhere('announces'),
);
