import { z } from 'zod';
import { findingOn, findingOnFact, summaryOf } from '../../../src/analysis/margin.ts';
import { pageOf } from './pages.ts';
import { quotationOf, quoteShape } from './quotation.ts';
import { tool } from './tool.ts';

export const checkDraft = tool({
  name: 'check_draft',
  title: 'Check every quotation of a draft',
  description: [
    'Looks up each quotation of a text, with who is named near it, and the figures and names that it gives to speakers.',
    'Use it on what you wrote before you hand it on. `cannot_tell` and `term` are no proof that nobody said it.',
  ].join(' '),
  input: z.strictObject({ text: z.string().min(1).max(60_000).describe('Plain text or Markdown') }),
  output: z.strictObject({
    summary: z.string(),
    quotations: z.array(
      z.strictObject({
        quotation: z.string(),
        given_to: z.string().nullable(),
        outcome: z.enum(['exact', 'of_another', 'altered', 'absent', 'cannot_tell', 'term']),
        finding: z.string(),
        found: quoteShape.nullable(),
      }),
    ),
    wrong_facts: z.array(z.string()).describe('Figures and names that were not found in what the speaker said'),
    left_out: z.number().int().describe('Quotations that had no room here; check the text in parts'),
  }),
  async run({ text }, { rapporteur, scope }) {
    const check = await rapporteur.checkDocument({ name: 'draft.md', bytes: new TextEncoder().encode(text) }, scope);
    const all = check.quotations.map((each) => ({
      quotation: each.verification.quote,
      given_to: each.verification.givenTo ?? null,
      outcome: outcomes[each.outcome],
      finding: findingOn(each).join(' '),
      found: each.verification.found && quotationOf(each.verification.found),
    }));
    // What does not hold first, since a long draft may have more than there is room for.
    const ordered = all.toSorted((one, other) => Number(one.outcome === 'exact') - Number(other.outcome === 'exact'));
    const quotations = pageOf(ordered);
    return {
      summary: summaryOf(check).join(' '),
      quotations,
      wrong_facts: pageOf(check.facts.filter(({ outcome }) => outcome !== 'said').map(findingOnFact), mostFacts),
      left_out: all.length - quotations.length,
    };
  },
});

const mostFacts = 20;
const outcomes = {
  exact: 'exact',
  'of another': 'of_another',
  altered: 'altered',
  absent: 'absent',
  untold: 'cannot_tell',
  term: 'term',
} as const;
