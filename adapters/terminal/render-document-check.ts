/** What was found of a paper, for a terminal: the summary, then what does not hold, then what does. */
import { findingOn, findingOnFact, summaryOf } from '../../src/analysis/margin.ts';
import type { CheckedQuotation, DocumentCheck } from '../../src/rapporteur.ts';
import { paragraphs, style, wrap, type Look } from './columns.ts';

export function renderDocumentCheck(check: DocumentCheck, look: Look): string {
  const isGood = ({ outcome }: CheckedQuotation) => outcome === 'exact' || outcome === 'term';
  const facts = check.facts.filter(({ outcome }) => outcome !== 'said');
  return paragraphs([
    style(
      'bold',
      summaryOf(check)
        .map((line) => wrap(line, look))
        .join('\n'),
      look,
    ),
    check.problems.map(({ message }) => style('yellow', wrap(message, look), look)).join('\n'),
    ...check.quotations.filter((each) => !isGood(each)).map((each) => quotation(each, look)),
    ...facts.map((each) => wrap(`Paragraph ${each.paragraph + 1}: ${findingOnFact(each)}`, look)),
    ...check.quotations.filter(isGood).map((each) => quotation(each, look)),
  ]);
}

function quotation(each: CheckedQuotation, look: Look): string {
  const [first, ...rest] = findingOn(each);
  const { quote, givenTo } = each.verification;
  const given = givenTo ? `, given to ${givenTo}` : '';
  return [
    wrap(`Paragraph ${each.paragraph + 1}${each.isNote ? ' (a note)' : ''}${given}: “${quote}”`, look),
    style(each.outcome === 'exact' ? 'dim' : 'yellow', wrap(first!, look, '    '), look),
    ...rest.map((line) => wrap(line, look, '    ')),
  ].join('\n');
}
