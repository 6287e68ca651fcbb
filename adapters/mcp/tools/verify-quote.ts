import { z } from 'zod';
import type { Verification } from '../../../src/answer.ts';
import { mentionsSame } from './same-speaker.ts';
import { quotationOf, quoteShape } from './quotation.ts';
import { searchedBy, searchedShape, sessionMeant } from './searched.ts';
import { tool } from './tool.ts';
import { operatorsOwn } from '../../../src/access/sees.ts';

export const verifyQuote = tool({
  name: 'verify_quote',
  title: 'Check a quotation',
  description: [
    'Did they really say that? Tells apart whether the words are in the record, whether they are that speaker’s,',
    'and whether they are of that session. `absent`: not in what was searched. `cannot_tell`: too few words, or no',
    'record to look in. Use it before you write any quotation down.',
  ].join(' '),
  input: z.strictObject({
    quote: z.string().min(1).max(5000),
    speaker: z.string().max(300).optional().describe('Who is said to have said it'),
    session: z.string().max(300).optional().describe('Where: an id, or words of a title'),
  }),
  output: z.strictObject({
    words: z.enum(['verbatim', 'altered', 'absent', 'cannot_tell']),
    speaker: z
      .enum(['same', 'other', 'cannot_tell', 'not_given'])
      .describe('Whether the words found are of the speaker given'),
    session: z.enum(['same', 'other', 'cannot_tell', 'not_given']),
    found: quoteShape
      .nullable()
      .describe('The words as the record has them; the nearest wording where they are altered'),
    differences: z.array(z.strictObject({ said: z.string(), quoted: z.string() })),
    caveats: z.array(z.string()),
    searched: searchedShape,
  }),
  async run({ quote, speaker, session }, caller) {
    const { rapporteur, scope } = caller;
    const id = session === undefined ? null : await sessionMeant(session, caller);
    const anywhere = await rapporteur.verify(quote, scope);
    const there =
      id === null
        ? anywhere
        : await rapporteur.verify(quote, { ...(scope ?? operatorsOwn), sessions: [id], events: [] });
    const best = there.verdict === 'not_found' ? anywhere : there;
    const searched = await searchedBy(caller);
    return {
      words: wordsOf(best, quote, searched.sessions),
      speaker: await mentionsSame(speaker, best, caller),
      session: sessionOf(id, best),
      found: best.found === null ? null : quotationOf(best.found),
      differences: best.differences,
      caveats: caveatsOf(best),
      searched,
    };
  },
});

type Words = 'verbatim' | 'altered' | 'absent' | 'cannot_tell';

function wordsOf({ verdict }: Verification, quote: string, sessions: number): Words {
  if (verdict !== 'not_found') return verdict;
  return sessions === 0 || !/[\p{L}\p{N}]/u.test(quote) ? 'cannot_tell' : 'absent';
}

function sessionOf(id: string | null, { found }: Verification): 'same' | 'other' | 'cannot_tell' | 'not_given' {
  if (id === null) return 'not_given';
  if (found === null) return 'cannot_tell';
  return found.session.id === id ? 'same' : 'other';
}

function caveatsOf({ found }: Verification): string[] {
  if (found === null) return [];
  return [
    ...(found.speaker === null ? ['The record does not say who spoke.'] : []),
    ...(found.spokenIn === undefined ? [] : ['The words are an interpretation, not those that were spoken.']),
  ];
}
