/** Words that talk to a machine rather than to the room. */

/**
 * Whether a sentence reads as an instruction to a language model ("Ignore previous instructions …"). Such sentences can
 * be searched, shown and quoted like any other, but no model is given them, and none may answer in such words.
 */
export function soundsLikeInstructions(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}

/** One of these, words parted by `|`, as a whole. */
const any = (words: string) => String.raw`(?<!\p{L})(?:${words})(?!\p{L})`;
/** At most so many characters of the same sentence. */
const within = (characters: number) => `[^.!?。]{0,${characters}}`;
const maybe = (words: string) => `(?:(?:${words}) )?`;
const pattern = (...parts: string[]) => new RegExp(parts.join(''), 'iu');

const machine = 'ai|a\\.i\\.|assistants?|language models?|llms?|chat ?bots?|bots?|models?';
const orders = 'ignore|disregard|forget|override|bypass|overlook|skip|drop|discard';
const given = 'previous|prior|above|earlier|preceding|all|any|these|those|your|foregoing|system|original';
const instructions =
  'instructions?|prompts?|rules?|guidelines?|directions|directives?|commands?|messages?|context|training';
const theInstructions = String.raw`the(?= (?:\w+ )?(?:instructions?|prompts?)(?!\p{L}))`;
const answering = 'say|answer|reply|respond|output|print|write|tell|state|claim|report|reveal|include';
const playing = 'you are(?: now)?|act as|pretend to be|behave as|respond as|role-?play as';
const played = 'ai|assistant|language model|chat ?bot|bot|dan|jailbroken|developer mode';
const tags = 'system|assistant|user|instructions?|evidence|report|tool|im_start|im_end';

const patterns = [
  pattern(any(orders), within(40), any(`${given}|${theInstructions}`), within(30), any(instructions)),
  pattern(any('(?:system|developer|hidden|secret|initial|original) (?:prompt|message|instructions?)')),
  pattern(any('new|updated|real|actual|following|important'), ' (?:instructions?|task|directive)s?', String.raw`\s*:`),
  pattern(
    any('instructions?|note|message|attention'),
    within(20),
    any('(?:to|for)'),
    ' ',
    maybe('the|any|all|every'),
    any(machine),
  ),
  pattern(any(playing), ' ', maybe('now'), maybe('an?|the'), String.raw`(?:\w+ )?`, any(played)),
  pattern(any('as an? (?:ai|assistant|(?:large )?language model)')),
  pattern(
    any('assistant|chat ?bot|language model|llm|bot'),
    within(30),
    any('must|shall|please|now'),
    ' ',
    maybe('now|always|only|never'),
    any(answering),
  ),
  pattern(
    String.raw`^\W*`,
    maybe('please'),
    '(?:respond|reply|answer|output|print) ',
    maybe('only|always|exactly|now'),
    any('with|in|using'),
  ),
  pattern(
    any('reveal|print|show|repeat|output|leak'),
    within(30),
    any('your|the|these'),
    ' ',
    maybe('system|hidden|secret'),
    any('prompt|instructions?|rules|api key|key'),
  ),
  // What wraps a message for a model.
  pattern(`</?(?:${tags})(?!\\p{L})`),
  /<\|[^|]*\|/u,
  /^\s*(?:system|assistant|user)\s*:/iu,
  /\[\/?(?:INST|SYS(?:TEM)?)\]/u,
  /#{2,}\s*(?:system|instructions?|response)/iu,
  // In other languages.
  pattern(
    any('ignore[zr]|oublie[zr]|ignora|olvida|vergiss|ignoriere|игнорируй(?:те)?|забудь(?:те)?'),
    within(60),
    '(?:instructions|consignes|instrucciones|anweisungen|инструкц|указани)',
  ),
  pattern('(?:忽略|无视|تجاهل)', within(60), '(?:指令|指示|提示|التعليمات)'),
];
