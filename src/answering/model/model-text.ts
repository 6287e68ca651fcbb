/** What a model wrote, as it may be printed: words, figures and the marks of a sentence. */

/** Without quotation marks, marks such as `[3]`, formatting and hidden characters of any kind. */
export function cleaned(text: string): string {
  return withoutCitations(text)
    .normalize('NFC')
    .replaceAll(apostrophe, "'")
    .replaceAll(quotationMark, '')
    .replaceAll(loneApostrophe, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(notOfASentence, '')
    .replace(/^[\s•·–—-]+/u, '')
    .replaceAll(/ +/g, ' ')
    .trim();
}

/** Without marks such as `[3]`. */
export function withoutCitations(text: string): string {
  return text.replaceAll(citation, '');
}

const citation = / ?(?:\[[\s\d,;–-]{1,40}\]|【[^】]{0,40}】)/gu;
const apostrophe = /(?<=\p{L})[‘’ʼ＇](?=\p{L})/gu;
const loneApostrophe = /(?<!\p{L})['′]+|['′]+(?!\p{L})/gu;

// Unicode has a class for marks that open and close; these it does not count among them.
const otherMarks = '"＂„‚〝〞〟`´ʺ״″‴❝❞❛❜';
const brackets = String.raw`(?![()（）])[\p{Ps}\p{Pe}]`;
const quotationMark = new RegExp(String.raw`[\p{Pi}\p{Pf}${otherMarks}]|${brackets}`, 'gu');

const marks = ".,;:!?'%()（）&/@–—。，！？、：；؟،؛";
/** Joiners hold letters together in Persian and in the scripts of India. */
const joiners = String.raw`\u{200c}\u{200d}`;
const notOfASentence = new RegExp(String.raw`(?![${marks}${joiners}-])[^\p{L}\p{M}\p{N}\p{Zs}\p{Sc}]`, 'gu');
