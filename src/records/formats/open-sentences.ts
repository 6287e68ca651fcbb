/** Sentences that the edge of a page parts, told from headings by their words. */

/** Words of a speech that stop before their sentence does: at the edge of a page, or at a word that none ends with. */
export function isOpen(text: string, atEdge: boolean): boolean {
  const end = text.slice(-40);
  return !hasEnd.test(end) && (atEdge || lastWord.test(end));
}

/** At the end of the words, or between two sentences of them. */
export function hasSentenceEnd(text: string): boolean {
  return hasEnd.test(text) || sentenceInside.test(text);
}

/** Whether the words hold one that somebody says of themselves, or a verb, which a heading has none of. */
export function isSaying(text: string): boolean {
  return saying.test(text);
}

const hasEnd = /[.?!:;…,。！？：]["”’»)]?$/u;

/** "We slept. The lamp" */
const sentenceInside =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sts|No|Nos|Gen|Sen|Messrs|Sr|Sra))(?<=\p{L}{2})[.?!]["”’)]?\s\p{Lu}/u;

/** No heading ends with such a word. */
const lastWords = [
  'of|the|an?|to|and|or|in|on|for|with|by|from|that|which|who|as|at|its|their|our',
  'de|du|des|la|le|les|et|à|en|que|qui|el|los|las|y|del|por|para',
  'и|в|на|с',
];
const lastWord = new RegExp(String.raw`\s(?:${lastWords.join('|')})$`, 'u');

/** A sentence of somebody. */
const saying =
  /\b(?:I|we|our|my|you|is|are|was|were|has|have|had|will|would|shall|must|cannot|nous|je|avons|sont|hemos|somos)\b/iu;
