/**
 * Words of a Word document inside elements that mammoth passes over with all they hold: simple fields, runs from right
 * to left, equations, characters with their sound above them, text boxes in new drawings.
 */
import type { Cheerio, CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { raisedFigures } from '../../words/figures.ts';
import type { LeftOut } from '../formats/format.ts';

export const folds = /<w:(?:fldSimple|dir|bdo|ruby|txbxContent)\b|<m:oMath\b/;

/** Puts the words where mammoth reads them; an equation is written in one line, as `(a+b)/2` and `x²`. */
export function unfold($: CheerioAPI): void {
  $('w\\:rt').remove();
  for (const equation of $('m\\:oMath').toArray()) {
    const run = $('<w:r><w:t xml:space="preserve"></w:t></w:r>');
    run.children().text(inOneLine($, $(equation)));
    const inParagraph = $(equation).closest('w\\:p').length > 0;
    $(equation).replaceWith(inParagraph ? run : $('<w:p></w:p>').append(run));
  }
  for (const shell of ['m\\:oMathPara', 'w\\:fldSimple', 'w\\:dir', 'w\\:bdo', 'w\\:rubyBase', 'w\\:ruby'])
    for (const element of $(shell).toArray()) $(element).replaceWith($(element).contents());
  for (const box of $('w\\:drawing w\\:txbxContent').toArray()) {
    // What is drawn in the old way too is read from there.
    if ($(box).closest('mc\\:AlternateContent').children('mc\\:Fallback').length > 0) continue;
    $(box).parents('w\\:p').last().after($(box).contents());
  }
}

/** The words of elements that mammoth says it ignored, which are none of those above. */
export function wordsNotRead(parts: Map<string, Uint8Array>, messages: string[]): LeftOut[] {
  // Of an element of a vocabulary that mammoth does not know it gives the whole address.
  const ignored = new Set(messages.flatMap((message) => /element was ignored: \S*[:}](\S+)$/.exec(message)?.[1] ?? []));
  const signs = messages.filter((message) => message.startsWith('A w:sym element'));
  const told = signs.map((message) => ({ line: null, text: message, why: 'signs of a font that has no letters' }));
  if (ignored.size === 0) return told;
  const $ = load(new TextDecoder().decode(parts.get('word/document.xml')), { xml: true });
  const left = $.root()
    .find('*')
    .toArray()
    .filter(({ name }) => ignored.has(name.slice(name.indexOf(':') + 1)));
  return [
    ...told,
    ...left.map((element) => ({
      line: null,
      text: $(element).text(),
      why: `words in “${element.name}”, a part of Word that is not read`,
    })),
  ];
}

type Node = Exclude<Parameters<typeof load>[0], string | Buffer | unknown[]>;

function inOneLine($: CheerioAPI, parent: Cheerio<Node>): string {
  return parent
    .children()
    .toArray()
    .map((element) => partInLine($, $(element)))
    .join('');
}

function partInLine($: CheerioAPI, element: Cheerio<Node>): string {
  const part = (name: string) => inOneLine($, element.children(`m\\:${name}`));
  const sign = (name: string, usual: string) => element.find(`> * > m\\:${name}`).attr('m:val') ?? usual;
  switch (element.prop('tagName')?.toLowerCase()) {
    case 'm:t':
      return element.text();
    case 'm:f':
      return `${bracketed(part('num'))}/${bracketed(part('den'))}`;
    case 'm:ssup':
      return `${part('e')}${raisedOf(part('sup'))}`;
    case 'm:ssub':
      return `${part('e')}${loweredOf(part('sub'))}`;
    case 'm:ssubsup':
      return `${part('e')}${loweredOf(part('sub'))}${raisedOf(part('sup'))}`;
    case 'm:rad':
      return `${raisedOf(part('deg'))}√${bracketed(part('e'))}`;
    case 'm:d':
      return `${sign('begChr', '(')}${element
        .children('m\\:e')
        .toArray()
        .map((each) => inOneLine($, $(each)))
        .join(', ')}${sign('endChr', ')')}`;
    case 'm:nary':
      return `${sign('chr', '∫')}${loweredOf(part('sub'))}${raisedOf(part('sup'))} ${part('e')}`;
    default:
      return inOneLine($, element);
  }
}

/** Only what is more than one letter or number needs brackets. */
function bracketed(text: string): string {
  return /^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`;
}

function raisedOf(text: string): string {
  return /^\d*$/.test(text) ? raisedFigures(text) : `^${bracketed(text)}`;
}

function loweredOf(text: string): string {
  if (/^\d*$/.test(text)) return text.replaceAll(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]!);
  return `_${bracketed(text)}`;
}
