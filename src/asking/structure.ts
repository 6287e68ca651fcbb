/** Questions about a session itself, which its report and its list of speakers answer. */
import { findingKinds, type FindingKind } from '../session.ts';

/** What of a session is asked for: its people, its time, or kinds of findings. */
export type Subject =
  | { of: 'participants' | 'moderator' | 'role' | 'time' | 'sessions' }
  | { of: 'speaking'; measure: 'speed' | 'length' | 'time'; order: 'most' | 'least' | null }
  | { of: 'findings'; kinds: FindingKind[]; called: string };

/** What of the session a question asks for, or null when it asks what was said. */
export function subjectOf(question: string): Subject | null {
  const ofReport =
    /\bthe (?:ai[- ]written |session )?report\b/iu.test(question) &&
    /\b(?:say|says|said|according|mention|mentions|list|lists|find|finds)\b/iu.test(question);
  const subject =
    subjects.find(({ asked, unless }) => asked.test(question) && (ofReport || !unless?.test(question)))?.subject ??
    null;
  return subject ?? (ofReport ? { of: 'findings', kinds: [...findingKinds], called: 'items on this' } : null);
}

const session = String.raw`(?:session|meeting|event|forum|panel|workshop|discussion|debate|conference|hearing|call)`;
const findings = (called: string, ...kinds: FindingKind[]): Subject => ({ of: 'findings', kinds, called });
const asked = (pattern: string) => new RegExp(pattern, 'iu');
/** Asks for somebody's words on a matter, whatever the matter is called. */
const wordsOfSomebody =
  /\b(?:say|said|says|tell|told|mention(?:ed)?|spoke|speak|talk(?:ed)?)\s+(?:about|on|of|that)\b|\b(?:think|thought|opinion|views?)\s+(?:of|about|on)\b/iu;

/** In order: the first that fits is meant. */
const subjects: { asked: RegExp; unless?: RegExp; subject: Subject }[] = [
  {
    asked: asked(
      String.raw`\b(?:how (?:fast|quick(?:ly)?|slow(?:ly)?)\b.*\b(?:speak|spoke|talk|talked)|(?:speech|speaking|talking) (?:speed|rate|pace)|words (?:per|a) minute)\b`,
    ),
    subject: { of: 'speaking', measure: 'speed', order: null },
  },
  {
    asked: asked(
      String.raw`\bwho\b.*\b(?:spoke|talked|speaks)\b.*\b(?:fastest|quickest)\b|\bfastest (?:speaker|talker)\b`,
    ),
    subject: { of: 'speaking', measure: 'speed', order: 'most' },
  },
  {
    asked: asked(String.raw`\bwho\b.*\b(?:spoke|talked|speaks)\b.*\bslowest\b|\bslowest (?:speaker|talker)\b`),
    subject: { of: 'speaking', measure: 'speed', order: 'least' },
  },
  {
    asked: asked(String.raw`\bhow many words\b|\bspeech length\b`),
    subject: { of: 'speaking', measure: 'length', order: null },
  },
  {
    asked: asked(
      String.raw`\bwho\b.*\b(?:spoke|talked|speaks|said)\b.*\b(?:the )?(?:longest|most)\b(?! (?:about|of|on)\b)|\b(?:longest|most talkative) (?:speaker|speech)\b`,
    ),
    subject: { of: 'speaking', measure: 'time', order: 'most' },
  },
  {
    asked: asked(
      String.raw`\bwho\b.*\b(?:spoke|talked|speaks|said)\b.*\b(?:the )?(?:shortest|least|briefest)\b|\bshortest speech\b`,
    ),
    subject: { of: 'speaking', measure: 'time', order: 'least' },
  },
  {
    asked: asked(
      String.raw`\b(?:how (?:long|much(?: time)?)\b.*\b(?:speak|spoke|talk|talked|speech)|(?:speech|speaking|talking) time)\b`,
    ),
    unless: wordsOfSomebody,
    subject: { of: 'speaking', measure: 'time', order: null },
  },

  {
    asked: asked(
      String.raw`\b(?:un(?:expected|foreseen)|surprising) (?:consensus|agreements?|areas? of (?:consensus|agreement))\b`,
    ),
    subject: findings('points of unexpected consensus', 'unexpected consensus'),
  },
  {
    asked: asked(String.raw`\b(?:un(?:expected|foreseen)|surprising) (?:differences?|disagreements?|views?)\b`),
    subject: findings('unexpected differences', 'unexpected difference'),
  },
  {
    asked: asked(
      String.raw`\b(?:level|degree|extent) of (?:disagreement|difference|dissent)\b|\bdisagreement level\b|\bhow much disagreement\b|\bhow (?:strongly|much) did (?:they|the speakers|speakers) disagree\b`,
    ),
    subject: findings('level of disagreement', 'disagreement level'),
  },
  {
    asked: asked(
      String.raw`\b(?:level|degree|extent) of (?:consensus|agreement)\b|\bconsensus level\b|\bhow much (?:consensus|agreement)\b`,
    ),
    subject: findings('level of consensus', 'consensus level'),
  },
  {
    asked: asked(String.raw`\b(?:partial(?:ly)? agree(?:d|ments?)?|agreed? (?:in part|partly|partially))\b`),
    subject: findings('partial agreements', 'partial agreement'),
  },
  {
    asked: asked(
      String.raw`\b(?:disagree(?:d|s|ments?)?|dissent(?:ed)?|differ(?:ed|s)?\b(?! from)|differences (?:of|in|between)|(?:different|differing|diverging|divergent|conflicting|opposing) (?:views?|viewpoints?|opinions?|positions?)|points? of contention|(?:main|key|any|the) differences)\b`,
    ),
    unless: wordsOfSomebody,
    subject: findings('disagreements', 'disagreement', 'unexpected difference'),
  },
  {
    asked: asked(
      String.raw`\b(?:similar|shared|common) (?:views?|viewpoints?|opinions?|positions?)\b|\bshare(?:d|s)? (?:a|the|similar) (?:same )?(?:view|viewpoint|opinion|position)\b`,
    ),
    subject: findings('similar viewpoints', 'similar viewpoint', 'agreement'),
  },
  {
    asked: asked(
      String.raw`\b(?:agreed?(?: (?:on|about|with|upon|that))?|agreements?|consensus|common ground|in agreement)\b`,
    ),
    unless: wordsOfSomebody,
    subject: findings('agreements', 'agreement', 'unexpected consensus', 'similar viewpoint'),
  },

  {
    asked: asked(
      String.raw`\b(?:action (?:items?|points?)|next steps?|resolutions(?: and action items?)?|follow[- ]?up actions?|concrete (?:commitments?|outcomes?)|commitments? (?:were |was )?made|what was (?:decided|resolved)|(?:what|which) decisions|to[- ]?dos?)\b`,
    ),
    unless: /\b(?:general assembly|security council|council|un) resolution|resolution (?:on|of the|titled|called)/iu,
    subject: findings('action items', 'action item'),
  },
  {
    asked: asked(
      String.raw`\b(?:unresolved|unsettled|open (?:issues?|questions?|points?|problems?)|outstanding (?:issues?|questions?)|(?:left|remain(?:s|ed|ing)?) (?:open|unresolved|unanswered|unclear))\b`,
    ),
    subject: findings('unresolved issues', 'unresolved issue'),
  },
  {
    asked: asked(String.raw`\bcompromis(?:es?|ing)\b|\bmiddle ground\b`),
    unless: wordsOfSomebody,
    subject: findings('suggested compromises', 'compromise'),
  },
  {
    asked: asked(
      String.raw`\bfollow[- ]?ups?(?: questions?)?\b|\bquestions? (?:for|that need|to be) (?:further|follow|stud|explor|research)|\b(?:further|future) (?:questions|research)\b`,
    ),
    unless: wordsOfSomebody,
    subject: findings('follow-up questions', 'follow-up question'),
  },
  {
    asked: asked(
      String.raw`\b(?:thought[- ]provoking|most (?:striking|interesting|notable|memorable)) (?:comments?|remarks?|statements?|points?)\b`,
    ),
    subject: findings('thought provoking comments', 'thought provoking comment'),
  },
  {
    asked: asked(
      String.raw`\b(?:key |main )?take-?aways?\b|\b(?:main|key|overall|most important) (?:messages?|conclusions?|findings?|outcomes?|results?|lessons?)\b|\bconclusions? of (?:the|this) ${session}\b`,
    ),
    subject: findings('takeaways', 'takeaway'),
  },
  {
    asked: asked(String.raw`\b(?:tone|mood|atmosphere)\b(?=.*\b${session}\b|\?*$)`),
    unless: wordsOfSomebody,
    subject: findings('tone', 'tone'),
  },
  {
    asked: asked(
      String.raw`\b(?:purpose|aims?|goals?|objectives?) of (?:the|this|that) (?:\w+ )?${session}\b|\bwhy was (?:the|this) ${session} held\b`,
    ),
    subject: findings('purpose', 'purpose'),
  },
  {
    asked: asked(
      String.raw`\b(?:main|key|major) (?:topics?|themes?|subjects?|(?:discussion |talking )?points?|issues?)\b(?!.*\b(?:according to|by)\b)|\b(?:discussion points?)\b|\bwhat (?:topics?|subjects?|themes?|issues?) (?:were|was|are|is) (?:discussed|covered|raised|on the agenda)\b`,
    ),
    unless: wordsOfSomebody,
    subject: findings('discussion points', 'discussion point'),
  },
  {
    asked: asked(
      String.raw`\b(?:summar(?:y|ies|i[sz]e)|overview|recap|gist|sum up|in (?:a nutshell|short))\b|\bwhat (?:was|is) (?:the|this|that) (?:\w+ )?${session} (?:all )?about\b|\bwhat happened (?:at|in|during) (?:the|this) ${session}\b`,
    ),
    unless: wordsOfSomebody,
    subject: findings('summary', 'summary'),
  },
  {
    asked: asked(String.raw`\b(?:what|which|list)\b.*\barguments?\b`),
    unless: wordsOfSomebody,
    subject: findings('arguments', 'argument'),
  },

  {
    asked: asked(
      String.raw`\b(?:who|which (?:person|speaker))\b.*\b(?:moderat(?:ed?|es|ing|ors?)|chair(?:ed|s|ing|person|man|woman)?|hosts?|facilitat(?:ed|or|es)|opened the (?:session|meeting|floor|discussion))\b|\bwho (?:led|ran) (?:the|this) ${session}\b|\bname (?:of )?the (?:moderator|chair|host)\b`,
    ),
    subject: { of: 'moderator' },
  },
  {
    asked: asked(
      String.raw`\bwho (?:(?:all )?(?:took part|participated|attended|spoke|talked|were (?:there|present)|was (?:there|present))|(?:were|are|was) (?:all )?(?:the )?(?:speakers?|participants?|panell?ists?|attendees?|people))\b(?! (?:about|on|for|against|to)\b)(?! of (?!(?:the|this|that)\b))|\b(?:list|name|give me|show(?: me)?)\b.*\b(?:speakers|participants|panell?ists|attendees)\b|\bhow many (?:speakers|participants|panell?ists|people)\b(?:\W*$| (?:(?:were|was|are) )?(?:there|present|took part|take part|taking part|participat\w+|spoke|speaking|attend\w+|(?:in|at|on) (?:the|this|that))\b)`,
    ),
    unless: wordsOfSomebody,
    subject: { of: 'participants' },
  },
  {
    asked: asked(
      String.raw`^\W*(?:and )?who (?:is|was|are|were) (?!(?:the )?(?:first|last|only|most|more|against|for|in favou?r|opposed|responsible)\b)|\b(?:what|which) (?:is|was|are|were)\b.*\b(?:role|job|title|function|affiliation|occupation)\b|\bwhat (?:role|position|job|title|function)\b.*\b(?:have|has|had|hold|holds)\b|\b(?:which|what) (?:organi[sz]ation|institution|company|country|body)\b.*\b(?:represent|work(?:s|ed)? for|from|belong)|\bwho (?:represent(?:s|ed)|spoke for|works? for|worked for|came from|is from|was from)\b|\b(?:where|who) (?:does|did)\b.*\b(?:work|represent|come from)\b|'s (?:role|job|title|function|affiliation)\b|\b(?:what|which) (?:is|was) [^?]*'s position\W*$`,
    ),
    unless: wordsOfSomebody,
    subject: { of: 'role' },
  },
  {
    asked: asked(
      String.raw`\b(?:when|what (?:day|date|time)|(?:on )?which (?:day|date)|at what time)\b.*\b(?:the|this|that|it|your)\b(?: \w+)? ?(?:${session}\b|(?:take place|took place|held|start(?:ed)?|end(?:ed)?)\W*$)|\bhow long (?:was|did|is) (?:the|this) ${session}\b|\b(?:date|time|duration) of (?:the|this) ${session}\b`,
    ),
    unless: wordsOfSomebody,
    subject: { of: 'time' },
  },
  {
    asked: asked(
      String.raw`\b(?:which|what|list|show(?: me)?(?: the)?|how many) (?:all )?(?:the )?(?:sessions|meetings|transcripts|records)\b(?:.*\b(?:do you (?:have|know)|are (?:there|in)|have you read|can you)\b|\W*$)`,
    ),
    subject: { of: 'sessions' },
  },
];
