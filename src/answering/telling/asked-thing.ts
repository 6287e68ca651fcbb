/** What kind of thing a question asks for, and whether words can tell one: a time, a place, people, a reason. */
import type { Inquiry } from '../../asking/asked.ts';
import { phrases, type Phrases } from '../../words/matcher.ts';
import { properNamesIn, tokensOf } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { bodies, namesBody, whichOf } from './bodies.ts';
import { hasNumeral } from '../matter/evidence.ts';
import { introduces } from '../talk/introducing.ts';
import { asksListOfNames, listsNames } from './names-listed.ts';
import { mayTellFigure } from './may-tell.ts';
import { givesReason, tellsHindrance } from './reasons.ts';
import { timesIn } from '../figures/times.ts';
import { asksWhatItDoes, tellsWhatItDoes } from './what-it-does.ts';
import { namesPlace, placing } from './where.ts';

export interface AskedThing {
  kind:
    | 'time'
    | 'span'
    | 'share'
    | 'figure'
    | 'comparison'
    | 'place'
    | 'reason'
    | 'hindrance'
    | 'sum'
    | 'material'
    | 'doing'
    | 'alternative'
    | 'opinion'
    | 'body'
    | 'names'
    | 'name'
    | 'somebody';
  /** Terms of the words that ask for it: `year` of "By what year?" */
  asking: Set<string>;
  /** Whether words name a thing of the kind, be it the right one or not. */
  isToldBy: (text: string) => boolean;
}

/** Null where anything may answer. */
export function askedThing({ question, wants }: Pick<Inquiry, 'question' | 'wants'>): AskedThing | null {
  const text = textOf(question);
  for (const { kind, asked, tells } of things) {
    const stretch = asked.first(text);
    if (!stretch) continue;
    const asking = new Set(termsOf(question.slice(stretch.start, stretch.end)));
    return { kind, asking, isToldBy: (said) => tells(said, question) };
  }
  // "¿Cuánto dura?"
  return wants === 'number' ? { kind: 'figure', asking: new Set(), isToldBy: hasNumeral } : null;
}

interface Thing {
  kind: AskedThing['kind'];
  asked: Phrases;
  tells: (said: string, question: string) => boolean;
}

const opening = '^ [and|but|so|ok]';
const paidBy = 'hourly|daily|weekly|monthly|minimum';
const unit = 'year|day|date|month|century|decade|week';

/** In order: the first that is asked for is meant. */
const things: Thing[] = [
  { kind: 'names', asked: asksListOfNames, tells: listsNames },
  {
    kind: 'time',
    asked: phrases({
      lines: `
        ${opening} [by|until|till|since|from|before] when
        (what|which) (${unit}) !(of)
        the (deadline|due date|target date)`,
    }),
    tells: tellsTime,
  },
  {
    kind: 'span',
    asked: phrases({ lines: 'how long' }),
    tells: (said) => hasNumeral(said) && mayTellFigure(said, 'how long'),
  },
  {
    kind: 'share',
    asked: phrases({
      lines: '(what|which|how (big|large|much) [a|of a|the]) (share|percentage|proportion|fraction|part)',
    }),
    tells: (said) => tellsShare.in(textOf(said)) || said.includes('%'),
  },
  {
    kind: 'figure',
    asked: phrases({ lines: 'how (many|much|often|old|far|fast)' }),
    tells: (said, question) => hasNumeral(said) && mayTellFigure(said, question),
  },
  {
    kind: 'comparison',
    asked: phrases({
      lines: `
        ^ [and|but|so] (compared|relative) (to|with) (what|whom|which)
        (~compare) [it|this|that|them] (to|with) $
        how (do|does|did) (it|this|that|they) ~compare`,
    }),
    tells: (said) => compares.in(textOf(said)),
  },
  {
    kind: 'place',
    asked: phrases({
      lines: `
        ${opening} [from] where !((do|does|did) … stand)
        (in|at|from|to|of) (which|what) (country|countries|city|cities|town|place(s)|region(s)|continent|state|village|part [of])
        ^ [and] which (country|countries|city|cities|town|place(s)|region(s))
        (which|what) part(s) of (the|this) (world|country|continent|globe|region|city|town|state|coast)`,
    }),
    tells: namesPlace,
  },
  {
    kind: 'reason',
    asked: phrases(
      { lines: `${opening} (why|how so|how come|what for|for what (reason|purpose))` },
      {
        lines:
          '(what|which) [is|was|are|were] [the|his|her|their|its] (reason(s)|purpose|grounds|goal(s)|aim(s)|objective(s))',
      },
      { lines: 'what (is|was|are|were) (it|this|that|they|these|those) [used|good|meant|needed] for $' },
      ...spokenElsewhere('why'),
    ),
    tells: givesReason,
  },
  {
    kind: 'hindrance',
    asked: phrases({
      lines: `
        ${opening} (what|which *) [*] (~stop|~prevent|~hinder|~hamper|~impede|~block|~discourage|~obstruct)
        ${opening} (what|which *) [*] (keeps|kept|holds|held) …8 (from|back)
        ${opening} what (makes|made) (it|this|that) [so|too|very] (hard|harder|difficult)`,
    }),
    tells: tellsHindrance,
  },
  {
    kind: 'sum',
    asked: phrases({
      lines: `
        ${opening} what (does|do|did|will|would|should|can|could|may|might) … (cost|pay|earn|charge) $
        ${opening} [at] (what|which) (price|fee|salary|budget|profit|rent|toll|wage|turnover|revenue|cost) !(s)
        what (is|was|are|were) [going to be] [the|its|their|his|her|our] [*] [*] (price|fee|salary|budget|rent|toll|wage|turnover|revenue|profit)
        what (is|was) the (most|least|maximum|minimum|highest|lowest) … (cost|costs|pay|price|spend|charge)`,
    }),
    tells: tellsSum,
  },
  {
    kind: 'sum',
    asked: phrases({
      lines: `
        ${opening} [at|for|by] (what|which) [*] [*] (price|fee|salary|wage|rent|toll|fare|fine|penalty|levy|surcharge) !(s|of the)
        ${opening} [at|for|by] (what|which) ({paidBy}) [*] (rate(s)|pay|wage(s)|fee(s)|grant(s)|salaries|prices|fines)
        ${opening} [at] (what|which) [*] rate (do|does|did|is|was|will|would|has|have|had)
        what (is|was|are|were) the ({paidBy}) [*] (rate(s)|pay|wage(s)|fee(s)|grant(s)|salaries|prices|fines)`,
      lists: { paidBy },
    }),
    tells: (said, question) => (paid.in(textOf(question)) ? tellsSum(said, question) : hasNumeral(said)),
  },
  {
    kind: 'material',
    asked: phrases({ lines: `${opening} what … made (of|out of|from) $` }),
    tells: (said) => tellsMaterial.in(textOf(said)),
  },
  {
    kind: 'name',
    asked: phrases({
      lines: `
        ${opening} what (is|was|are|were|will) … (called|named) [by|in|as] [*] [*] $
        ${opening} what (do|did|does|will|would) … (call|name) (it|this|that|them|the|their|his|her|its) …4 $
        what (is|was) the name(s) of (the|a|an|his|her|their|its|this|that)`,
    }),
    tells: givesNameOf,
  },
  { kind: 'doing', asked: asksWhatItDoes, tells: tellsWhatItDoes },
  {
    kind: 'alternative',
    asked: phrases({
      lines: `
        (~want|~propose|~suggest|~recommend|~advocate|~prefer|~favour|~favor|~do|~use|~have|~see|~like) [to *] instead $
        (the|his|her|their|an|any|what|which) [other] alternative(s)
        instead $`,
    }),
    tells: (said) => tellsAlternative.in(textOf(said)),
  },
  {
    kind: 'opinion',
    asked: phrases({
      lines: `
        (~think|~feel|~say) (of|about) (it|this|that|them)
        (~react|~respond) [to (it|this|that|them)] $
        (~like|~enjoy|~appreciate) (it|this|that|them) $
        how (did|do|does) … (~find|~see|~take|~receive) (it|this|that|them) $
        (reaction(s)|feedback)`,
    }),
    tells: (said) => tellsOpinion.in(textOf(said)),
  },
  {
    kind: 'body',
    asked: phrases({
      lines: `
        ${opening} [with|by|from|for|to|of|at|in|under] ${whichOf} {bodies}`,
      lists: { bodies },
    }),
    tells: namesBody,
  },
  {
    kind: 'somebody',
    asked: phrases({
      lines: `
        ${opening} [with|by|from|for|to|of] (who|whom|whose)
        (with|by|from|for|to) (who|whom) $
        ${opening} [with|by|from|for|to|of] (which|what) [*] {bodies}`,
      lists: {
        bodies: `(organisation(s)|organization(s)|institution(s)|company|companies|partner(s)|body|bodies|agency
          |agencies)`,
      },
    }),
    tells: namesSomebody,
  },
];

/** What is called something, or has a name that the question does not have. */
function givesNameOf(said: string, question: string): boolean {
  const asked = new Set(termsOf(question));
  const isNew = (name: string) => termsOf(name).some((term) => !asked.has(term));
  return givesName.in(textOf(said)) || properNamesIn(said).some(isNew) || /[“"«]\p{L}/u.test(said);
}

const givesName = phrases({
  lines: `
    (~call|~name|~title|~dub|~nickname) [it|this|that|them|the|him|her] *
    (known|referred to) as
    (the|its|his|her|their) (name|title) (is|was)
    (name|title) of`,
});

/** "By when?" is told by no time that something is from, or was in: "the rules from 2019", "two years ago". */
function tellsTime(said: string, question: string): boolean {
  const asked = textOf(question);
  const isToCome = byWhen.in(asked);
  return timesIn(said).some(({ said: time }) => !isToCome || !gone.in(textOf(time)));
}

const byWhen = phrases({ lines: `${opening} by (when|what|which)` });
const gone = phrases({ lines: '^ (from|since|during|after)\nago $' });

function tellsSum(said: string, question: string): boolean {
  return ofHarm.in(textOf(question)) || mayTellFigure(said, 'how much does it cost');
}

/** An unemployment rate is no money. */
const paid = phrases({
  lines: `
    (price(s)|fee(s)|salar(y|ies)|wage(s)|rent|toll|fare|fine(s)|penalty|levy|surcharge|grant(s)|pay)
    ({paidBy}) [*] rate(s)`,
  lists: { paidBy },
});
/** What is paid for with no money. */
const ofHarm = phrases({ lines: '(environmental|ecological|climate|human|social) (price|cost(s)|toll)' });
const tellsMaterial = phrases({
  lines: `
    (made|built|consist*|carved|woven|cast) [entirely|only|mostly|all|out] (of|from)
    (material(s)|plastic(s)|rubber*|wood*|metal*|steel|iron|titanium|alumin*|copper|gold|silver|glass|ceramic*|paper|cardboard|leather)
    (stone|concrete|brick(s)|silicon*|latex|foam|cotton|wool*|clay|cork|fabric|cloth|polymer(s)|nylon|wax|bamboo)`,
});
const tellsShare = phrases({
  lines:
    '(percent|per cent|half|third(s)|quarter(s)|fifth(s)|tenth(s)|majority|minority|(one|two|three|four|nine|#) (in|out of) *)',
});
const compares = phrases({
  lines: `
    (more|less|fewer|larger|bigger|smaller|higher|lower|greater|faster|slower|better|worse|stronger|weaker|longer|shorter) …8 than
    (# times|twice|half) [as|the|more|less|of]
    as * as
    (compared|relative) (to|with)`,
});
const tellsAlternative = phrases({
  lines: `
    (not|no|never) … but
    (instead|rather|alternatively|alternative(s)|preferabl(e|y)|prefer(s|red))
    (better|wiser|best) [for *] to`,
});
const tellsOpinion = phrases({
  lines: `
    (feedback(s)|reaction(s)|interest|satisf*|happy|unhappy|pleased|excit*|engaging|enlightening|enthusias*|enjoy*|disappoint*|impressed)
    (~like|~love|~praise|~complain|~welcome|~appreciate|~criticise|~criticize|~thank) (it|this|that|them|about|the)
    (~find|~found) (it|this|that|them) *`,
});

/** Any name but at the beginning, or people as one calls many of them; not who says their own name. */
function namesSomebody(said: string, question: string): boolean {
  if (introduces(said)) return false;
  // "With whom?" is told by who is named after "with".
  const beside = prepositions.first(textOf(question))?.taken;
  const tokens = tokensOf(said);
  const isNamed = tokens.some(({ capital, raw }, at) => {
    const before = tokens[at - 1]?.word === 'the' ? tokens[at - 2] : tokens[at - 1];
    return at > 0 && capital && raw !== 'I' && !placing.has(before?.word ?? '');
  });
  return (isNamed || crowds.in(textOf(said))) && (!beside || tokens.some(({ word }) => word === beside.toLowerCase()));
}

const prepositions = phrases({ lines: '^ [and|but|so] <with|by|from|to> (who|whom|which|what)' });

const crowds = phrases({
  lines: `
    (people|member(s)|state(s)|government(s)|compan(y|ies)|industry|academia|universit(y|ies)|organi(s|z)ation(s)|institution(s))
    (partner(s)|engineer(s)|expert(s)|student(s)|teacher(s)|policymaker(s)|minister(s)|worker(s)|citizen(s)|countr(y|ies))
    (employee(s)|business(es)|farmer(s)|patient(s)|school(s)|council(s)|communit(y|ies)|everyone|everybody|nobody)
    (child(ren)|women|men|parent(s)|resident(s)|user(s)|customer(s)|famil(y|ies)|innovator(s)|entrepreneur(s)|youth)`,
});
