/** Who says that something will be done, asks for it, or proposes it; and by when. */
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';

/** A sentence in which somebody says that they or others will do something, rather than what they will say. */
export function isPromise(sentence: string): boolean {
  const text = textOf(sentence);
  return (
    !/[?？]\W*$/u.test(sentence) &&
    !wished.in(text) &&
    !denied.in(text) &&
    (bound.in(text) ||
      (boundElsewhere.in(text) && !nextMeeting.in(text)) ||
      (doing.in(text) && !speaking.in(text)) ||
      ((undertaken.in(text) || (toBe.in(text) && !asIsAsked.in(text))) && whenIn(sentence) !== null))
  );
}

/** "By 2030", "in 2027", "next year". Null where nothing tells it. */
export function whenIn(sentence: string): string | null {
  const text = textOf(sentence);
  const year = /\b(?:19|20)\d{2}\b/u.exec(sentence)?.[0] ?? null;
  const over = new Set(ahead.in(text) ? [] : behind.all(text).map(({ taken }) => taken));
  return times.all(text).find(({ taken }) => !over.has(taken))?.taken ?? year;
}

const acts = `host|release|publish|launch|provide|fund|finance|build|set up|create|open|deliver|support|increase|send|pay|invest
  |contribute|organise|organize|hold|develop|continue !(to (see|be|face|need|grow))|establish|train|certify|certificate|double|cut|reduce|join|sign
  |adopt|start|begin|expand|prepare|bring|plant|buy|hire|repair|finish|install|offer|double|extend|restore|close|put|make|help
  |gather|convene|collect|update|translate|print|replace|test|map|measure|teach|lend|share|report|monitor|review|propose|lobby
  |write to|circulate|submit|consult|inform|notify|draft|table|investigate|examine|look into|follow up|visit|allocate|donate|ratify
  |withdraw|negotiate|strengthen|advocate|promote|ensure|implement|complete|finalise|finalize|appoint|recruit|protect|introduce|reopen
  |deploy|halve|triple|see to it|abolish|waive|grant|supply|equip|connect|modernise|modernize|upgrade|phase out|allocate|commission|enact
  |enforce|dispatch|pilot|roll out|scale up|set aside|earmark|assign|name|shut|lower|raise|abide by|comply with|fix`;
const done = `adopted|agreed|completed|signed|launched|finished|ready|decided|concluded|reviewed|established|set up|ratified
  |implemented|delivered|submitted|published|replaced|repaired|built|opened|closed|held|introduced|created|appointed|funded|paid
  |abolished|restored|extended|convened|cut|doubled|halved|tripled|installed|connected|released|circulated|translated|provided
  |sent|allocated|trained|planted|tested|mapped|reported|phased out|rolled out|removed|updated|presented to|made public|fixed`;
/** How one speaks, and what only happens to one. */
const speech = `explaining|describing|outlining|stating|answering|reminding|mentioning|repeating|addressing|saying|telling|showing|thanking|asking
  |making|giving|sharing|introducing|quoting|reading|recalling|noting|talking|speaking|looking|being|having`;
const noActs = `be|have|become|need|want|find|see|look|hear|know|remember|say|speak|talk|discuss|turn|come|go|move|show|tell|try|leave
  |hand|keep|face|get|think|explain|return|begin|start|not|never|cost|take|require|depend|remain|stay|probably|likely|perhaps|also|all
  |feel|like|love|hope|ask|listen|read|mention|note|stop|end|finish|conclude|lose|suffer|die|live|grow|fail|struggle|win|allow|touch|focus`;
const felt = `discussed|asked|pleased|delighted|affected|needed|required|followed|judged|remembered|forced|surprised|interested|concerned
  |used|called|born|said|known|seen|told|moderated|honoured|honored|displaced|replaced by|increased|based`;
const bodies = `ministry|agency|foundation|secretariat|board|council|government|commission|city|union|bank|fund|department|company|delegation
  |organisation|organization|association|institute|university|office|authority|consortium|federation`;
/** What "will build" says of these is a view of what is to come. */
const nobodys = `which|that|who|it|they|this|what|to|you|machines|technology|technologies|ai|robots|algorithms|people|everyone|everybody|nobody
  |children|generations|history|time|markets|others|some|many|most|users|whoever|these|those|there|one|future`;
const lists = {
  bodies,
  noActs,
  nobodys,
  acts,
  month: 'january|february|march|april|may|june|july|august|september|october|november|december',
};

const doing = phrases({
  lines: `
    (we|i|he|she) (will|shall|are going to|am going to|is going to|ll) [also|now|therefore|all|both|soon] ({acts})
    !({nobodys}) * (will|shall|are going to|is going to) [also|then|soon|therefore] ({acts})
    (we|i) [will] (remain|stay|are|am) (dedicated|committed)
    ({bodies}) [of *] (will|shall) [also|now|soon|therefore|jointly] !({noActs}) *
    (we|i) (will|shall|ll) [also|now|soon] * [*] [*] by !({speech}) *ing
    (we|i) (will|shall|ll) [also|now|soon|therefore] (personally|ourselves|myself|gladly|jointly|together) ({acts})
    (intend|intends|plan|plans|propose|proposes|determined|resolved) to ({acts})
    (am|are|is|stand|stands) (ready|prepared) to ({acts})
    (we|i) (guarantee|vow)
    (guarantees|vows|commits) to (a|an|the|*ing|{acts})
    (my|our|the|its) [firm] (intention|plan) [is] to ({acts})`,
  lists: {
    ...lists,
    speech,
  },
});
const bound = phrases({
  lines: `
    (commit|commits|committed) [ourselves|myself|itself|themselves|firmly|fully] to ({acts}|*ing|spend|ending|the)
    (pledge|pledges|pledged|promised) [ourselves|myself] (to|that|#)
    (undertake|undertakes|undertook) (to|that (we|i|they|it|he|she|the|all))
    (my|our) [*] [*] (commitment|pledge) … to ({acts})
    (commitment|pledge) (by|of|from) (my|our) … to ({acts})
    ({giving}) [*] [*] (commitment|pledge) … to ({acts})
    (have|has|had) [now|just|already] (decided|agreed|resolved) to
    (we|i) (promise|pledge|commit) !(to be|you|nothing|no)
    (commit|commits|committed) (ourselves|myself|itself|themselves) to
    (pledge|pledges|pledged) [*] [*] (million|billion|thousand|hundred)
    (have|has) my word
    (give|gives) [you] my word`,
  // The commitment of others is only told of.
  lists: {
    ...lists,
    giving: `make|makes|made|making|have a|has a|give|gives|take on|reaffirm|reaffirms|renew|renews|confirm|confirms|announce|announces
      |reiterate|reiterates|restate|restates|repeat our|enter into`,
  },
});
/** With a time that is told, the thing done is promised, whoever is to do it. */
const undertaken = phrases({
  lines: `
    (will|shall) [also|all] !({noActs}) * … by !({speech}) *ing
    (we|i) (will|shall|ll) [also|now|all|jointly] !({noActs}) *
    (will|shall) [all|also] have [been] [fully|finally] ({done})
    (will|shall) be !({told}) *ing`,
  lists: {
    done,
    speech,
    noActs,
    felt,
    told: `talking|speaking|saying|telling|showing|discussing|hearing|seeing|looking|listening|presenting|sharing|asking|going
      |coming|moving|thinking|living|waiting|watching|getting|becoming|being|having|facing|joining|moderating|chairing|closing`,
  },
});
const toBe = phrases({
  lines: '(will|shall) [all|also|then|soon] be [fully|finally|newly] !({felt}) (*ed|{done})',
  lists: { felt, done },
});
/** "How it will be paid" asks, or tells what is open. */
const asIsAsked = phrases({
  lines: '(how|whether|why) !(will|shall) * [*] [*] [*] [*] [*] (will|shall) [all|also|then|soon] be',
});
/** "We do not intend to", "nobody promised". */
const denied = phrases({
  lines: '({no}) [*] [*] ({bound})',
  lists: {
    no: 'not|never|nor|neither|cannot|can t|don t|doesn t|didn t|won t|unable to|nobody|no one',
    bound: 'intend|plan|propose|promise|pledge|commit|undertake|guarantee|ready|prepared|determined|vow',
  },
});
const boundElsewhere = phrases(...spokenElsewhere('promises'));
/** When it is held is announced. */
const nextMeeting = phrases(...spokenElsewhere('nextMeeting'));
/** What somebody asks of others is no promise of theirs. */
const wished = phrases({
  lines: `
    (should|could|must|would|need to|needs to|ought to) [also|all|now|always] (stay|be|remain|get) (committed|dedicated)
    (should|could|must|would|need to|needs to|ought to|has to|have to) [also|all|now|first|at least] (commit|pledge|promise)
    able to (commit|pledge|promise|plan|undertake)
    (need|needs|deserve|deserves|want|wants) [*] [*] [*] (who|that|which) … (will|shall)`,
});
/** What is said about the speech itself is no promise. */
const speaking = phrases({
  lines: `
    (i|we) (will|shall|ll) [not|now|just|only|therefore] ({speech})
    (i|we) (will|shall|ll) [not|now|just|only|therefore] ({going}) [in ({languages})] by ({telling})
    (i|we) (will|shall|ll) [not|now|just|only|therefore] ({going}) in ({languages})
    (i|we) (will|shall|ll) [not|now|just|only|therefore] ({going}) (with|my|on) [my|the] [*] ({parts})
    will (be|become) *`,
  lists: {
    going: 'continue|go on|carry on|proceed|open|start|begin|close|finish|end|reply|respond|answer',
    telling: speech,
    languages: `english|french|spanish|arabic|chinese|russian|german|italian|portuguese|dutch|my [own|first|mother] language|my mother tongue
      |both [official] languages|the other [official] language`,
    parts:
      'point|points|question|questions|slide|slides|remarks|statement|speech|presentation|talk|intervention|comments|topic',
    speech: `be|say|speak|talk|share (my|with|about|some|a|our)|make some|make a|make my|go|stop|skip|end|start with
      |begin with|start by|begin by|close with|close by|put it|finish (with|there|here|by)|conclude|move on|hand|pass|turn to|come (back|to)`,
  },
});
const times = phrases(
  {
    lines: `
    (by|before|until|in|on|from|this|next) [the] <[end|beginning|start|middle|spring|summer|autumn|winter] [of] [#] ({month}) [#]>
    <(next|this) (week|month|year|spring|summer|autumn|winter)>
    (by|before|until) <(the end of [the|this|next]|the next|our next) *>
    <(within|in) (#|two|three|four|five|six|seven|eight|nine|ten|twelve) (days|weeks|months|years)>`,
    lists,
  },
  ...spokenElsewhere('byWhen'),
);

/** "What we have learned this week" is over, "will have learned" is not. */
const behind = phrases({
  lines:
    '(have|has|had|ve) [just|already|all|also] [been] (*ed|{past}) [*] [*] [*] [*] <this (week|month|year|spring|summer|autumn|winter)>',
  lists: {
    past: `learnt|seen|heard|had|met|lost|gone|been|done|made|taken|come|read|said|told|found|got|shown|spoken|${done}`,
  },
});
const ahead = phrases({ lines: '(will|shall|ll) [all|also|then] have' });

/** A sentence in which somebody asks others to do something; what only gives the floor asks for nothing. */
export function isRequest(sentence: string): boolean {
  const text = textOf(sentence);
  return requests.in(text) && !toSpeak.in(text);
}

/** A sentence that would have something done, with or without a time. */
export function isProposal(sentence: string): boolean {
  const text = textOf(sentence);
  return !/[?？]\W*$/u.test(sentence) && (proposals.in(text) || (toBeDone.in(text) && whenIn(sentence) !== null));
}

const requests = phrases(
  {
    lines: `
      (i|we) [also|now|therefore|all|do|would like to|want to|must] ({manners}) ({asking}) !(mr|ms|mrs|dr|prof|professor|his|her) … to *
      (i|we) [also|now|therefore|all|do|would like to|want to|must] ({asking}) !(mr|ms|mrs|dr|prof|professor|his|her) … to *
      please (send|submit|join|sign|register|provide|review|comment|respond|contribute|report)`,
    lists: {
      manners: 'sincerely|warmly|strongly|kindly|also|again|respectfully|urgently|especially',
      asking: 'invite|urge|encourage|ask|request|call on|call upon|appeal to',
    },
  },
  ...spokenElsewhere('requests'),
);
const toSpeak = phrases({
  lines: `to (take the floor|speak|share|give|deliver|introduce|say|start|begin|present|come|join (us|me)|open|make (a|his|her|their))
    to (think about|remember|look at|see|consider this|imagine|repeat|clarify|answer)
    (can|could|may|might) i [just|also] ask`,
});
const proposals = phrases(
  {
    lines: `
    (i|we) [would like to|would|do|also|therefore|now] (propose|recommend|suggest) !(to you)
    (my|our|the) [first|second|third|main|last] (recommendation|proposal) [*] [*] [*] [*] (is|would be|for)
    (je|nous) (propose|proposons|recommandons|recommande)
    (propongo|proponemos|recomiendo|recomendamos)`,
  },
  ...spokenElsewhere('proposes'),
);
const toBeDone = phrases({
  lines: '(should|could|must|shall|can|needs to|need to|has to|have to|ought to) [also|now|then] be ({done})',
  lists: { done },
});
