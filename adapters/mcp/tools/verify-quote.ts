import { z } from 'zod';
import type { Verification } from '../../../src/answer.ts';
import { viewVerification } from '../../../src/chat/answer-view.ts';
import { pageOf } from './pages.ts';
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
    said_by: z.array(quoteShape).describe('Everyone who said them word for word, at most twenty places'),
    differences: z.array(z.strictObject({ said: z.string(), quoted: z.string() })),
    caveats: z.array(z.string()).describe('What changes the sense, or is to be known beside it, a sentence each'),
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
    return {
      words: wordsOf(best),
      speaker: await mentionsSame(speaker, best, caller),
      session: sessionOf(id, best),
      found: best.found === null ? null : quotationOf(best.found),
      said_by: pageOf((best.by ?? []).map(quotationOf)),
      differences: best.differences,
      caveats: viewVerification(best, 'in what was searched').notes,
      searched: await searchedBy(caller),
    };
  },
});

function wordsOf({ verdict, words }: Verification): 'verbatim' | 'altered' | 'absent' | 'cannot_tell' {
  if (verdict !== 'not_found') return verdict;
  return words === 'cannot tell' ? 'cannot_tell' : 'absent';
}

function sessionOf(id: string | null, { found }: Verification): 'same' | 'other' | 'cannot_tell' | 'not_given' {
  if (id === null) return 'not_given';
  if (found === null) return 'cannot_tell';
  return found.session.id === id ? 'same' : 'other';
}
