import { pageScore, readPages } from './digwatch.ts';
import { lineOf } from './digwatch-sections.ts';
import type { Format } from './format.ts';

/** A session page of dig.watch as its text reads when copied from a browser. */
export const digwatchText: Format = {
  name: 'dig.watch session page',
  example: 'Rivers\n\nSession at a glance\n\nSummary\n\n…\n\nSession transcript\n\nAna Lind: Hello.',
  isLastWord: true,
  recognise(source) {
    const start = source.text.slice(0, recognisedLength);
    // Front matter is of other makers.
    return /^\s{0,100}(?:---\s|<(?:!doctype|html|head|body|meta|div|main|article)\b)/i.test(start)
      ? 0
      : pageScore(start.split('\n'));
  },
  parse(source) {
    const lines = source.text.split('\n').map((text, index) => lineOf(index + 1, text));
    return readPages(lines, { address: source.address, language: null, title: null, event: null });
  },
};

/** Characters. A page whose report is long names its sections well before this. */
const recognisedLength = 200_000;
