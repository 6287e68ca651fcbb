/** Words that talk to a machine rather than to the room. */

/**
 * Whether a sentence reads as an instruction to a language model ("Ignore previous instructions …"). Such sentences can
 * be searched, shown and quoted like any other, but no model is given them, and none may answer in such words.
 */
export function soundsLikeInstructions(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}

const patterns = [
  /\b(?:ignore|disregard|forget|override|bypass|overlook|skip|drop|discard)\b[^.!?]{0,40}\b(?:previous|prior|above|earlier|preceding|all|any|these|those|your|foregoing|system|original|the(?= (?:\w+ )?(?:instructions?|prompts?)\b))\b[^.!?]{0,30}\b(?:instructions?|prompts?|rules?|guidelines?|directions|directives?|commands?|messages?|context|training)\b/iu,
  /\b(?:system|developer|hidden|secret|initial|original) (?:prompt|message|instructions?)\b/iu,
  /\b(?:new|updated|real|actual|following|important) (?:instructions?|task|directive)s?\s*:/iu,
  /\b(?:instructions?|note|message|attention)\b[^.!?]{0,20}\b(?:to|for) (?:the |any |all |every )?(?:ai|a\.i\.|assistants?|language models?|llms?|chat ?bots?|bots?|models?)\b/iu,
  /\b(?:you are(?: now)?|act as|pretend to be|behave as|respond as|role-?play as)(?: now)? (?:an? |the )?(?:\w+ )?(?:ai|assistant|language model|chat ?bot|bot|dan|jailbroken|developer mode)\b/iu,
  /\bas an? (?:ai|assistant|language model|large language model)\b/iu,
  /\b(?:assistant|chat ?bot|language model|llm|bot)\b[^.!?]{0,30}\b(?:must|shall|please|now) (?:now |always |only |never )?(?:say|answer|reply|respond|output|print|write|tell|state|claim|report|reveal|include)\b/iu,
  /^\W*(?:please )?(?:respond|reply|answer|output|print) (?:only |always |exactly |now )?(?:with|in|using)\b/iu,
  /\b(?:reveal|print|show|repeat|output|leak)\b[^.!?]{0,30}\b(?:your|the|these) (?:system |hidden |secret )?(?:prompt|instructions?|rules|api key|key)\b/iu,
  /<\/?(?:system|assistant|user|instructions?|evidence|report|tool|im_start|im_end)\b|<\|[^|]*\||^\s*(?:system|assistant|user)\s*:|\[\/?(?:INST|SYS(?:TEM)?)\]|#{2,}\s*(?:system|instructions?|response)/iu,
  /(?<!\p{L})(?:ignore[zr]|oublie[zr]|ignora|olvida|vergiss|ignoriere|игнорируй(?:те)?|забудь(?:те)?)(?!\p{L})[^.!?]{0,60}(?:instructions|consignes|instrucciones|anweisungen|инструкц|указани)/iu,
  /(?:忽略|无视|تجاهل)[^.!?。]{0,60}(?:指令|指示|提示|التعليمات)/u,
];
