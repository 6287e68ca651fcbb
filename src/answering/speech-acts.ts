/**
 * What somebody does by saying a sentence, read from its words alone: warns, finds fault, praises, hopes, proposes,
 * announces, gives an example, quotes others. The term is J. L. Austin's (How to Do Things with Words, 1962); the tables are our own.
 */
import type { SpeechAct } from '../asking/parts/wanted.ts';
import { spokenElsewhere } from '../words/languages/spoken-phrases.ts';
import { phrases, type Phrases } from '../words/matcher.ts';
import { textOf } from '../words/text-words.ts';
import { isPromise, isProposal, isRequest } from './promises.ts';

/** A question does none of these. */
export function performs(act: SpeechAct, sentence: string): boolean {
  if (/[?？؟]\W*$/u.test(sentence)) return false;
  const text = textOf(sentence);
  if (act === 'proposal') return isProposal(sentence) || isRequest(sentence) || urges.in(text);
  if (act === 'announcement') return isPromise(sentence) || announces.in(text);
  return tables[act].in(text) && !(act === 'warning' && untroubled.in(text));
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
      (dangerous|harmful|alarming|worrying|worrisome|vulnerable|unsustainable|double edged)
      (unfortunately|sadly|regrettably)
      (lack|lacks|lacking|shortage|absence) [of]
      (issue|issues) (with|around|in terms of)
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
    (no|not [a|an]|isn t [a|an]|without [any|a]) ({trouble}) [*] [*] $
    (no one|nobody|no country|none) [*] [*] (left behind|left out|excluded)
    ({mending}) [*] [*] [*] [*] ({trouble}) !(is|are|remain|remains|of|that|in|with|between|posed|caused)`,
  lists,
});

const tables: Record<'warning' | 'blame' | 'praise' | 'hope' | 'example' | 'quoting', Phrases> = {
  warning: warnings,
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

const urges = phrases(
  {
    lines: `
      (we|i|one|governments|countries|states|everyone|companies|stakeholders|you|they) [all|also|now|really
        |therefore] (should|must|ought to|have to|need to|shall)
      (should|must|ought to|needs to|need to|has to) [also|all|now|therefore] be
      (it is|is) [also|therefore|very|so|now] (important|essential|necessary|vital|crucial|urgent|imperative|time) (to|that|for)
      (let us|let s) !(get started|begin|start|now|welcome|move|hear|turn|go|see|say|take|give|have|compare|look|recall|remember|think|consider|imagine)
      (call|calls|calling|appeal|appeals|plead|pleads) (for|on|upon|to)
      (we|i) [also|strongly|urgently|do|would like to] (urge|encourage|advocate|demand|request|need|ask for)
      (we|i) [also|really|do|all] want [to] !({speech})`,
    lists: {
      speech:
        'to|say|thank|add|mention|ask|stress|begin|start|share|talk|speak|make|give|congratulate|express|highlight|know|hear|see',
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
