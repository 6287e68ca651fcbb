/** An answer as an assistant gets it, and the tool that asks for one. */
import { z } from 'zod';
import type { Answer } from '../../../src/answer.ts';
import { quotationOf, quoteShape, sessionOf, sessionShape } from './quotation.ts';
import { searchedBy, searchedShape } from './searched.ts';
import { tool } from './tool.ts';

export const answerShape = z.strictObject({
  status: z.enum(['answered', 'nearest', 'not_found']),
  text: z.string().describe('The answer in a few sentences; [n] marks the quote it rests on'),
  written_by: z.enum(['program', 'model']),
  quotes: z.array(quoteShape.extend({ n: z.number().int() })),
  nearest: z.array(quoteShape.extend({ found_by: z.enum(['words', 'meaning', 'other_speaker']) })),
  report: z.array(
    z.strictObject({
      kind: z.string(),
      written_by: z.enum(['AI', 'record']),
      text: z.string(),
      speakers: z.array(z.string()),
      session: sessionShape,
    }),
  ),
  said_in_all: z
    .strictObject({ turns: z.number().int(), sessions: z.number().int() })
    .nullable()
    .describe('How much was said of a topic as a whole'),
  confidence: z.number().nullable(),
  notice: z.string().nullable(),
});

export function answerOf(answer: Answer): z.infer<typeof answerShape> {
  return {
    status: answer.status,
    text: answer.text,
    written_by: answer.model === null ? ('program' as const) : ('model' as const),
    quotes: answer.quotes.map((quote) => ({ ...quotationOf(quote), n: quote.n })),
    nearest: answer.related.map((passage) => ({
      ...quotationOf(passage),
      found_by: passage.by ?? ('other_speaker' as const),
    })),
    report: answer.report.map(({ kind, by, text, speakers, session: of }) => ({
      kind,
      written_by: by ?? ('AI' as const),
      text,
      speakers,
      session: sessionOf(of),
    })),
    said_in_all: answer.extent ?? null,
    confidence: answer.confidence ?? null,
    notice: answer.notice ?? null,
  };
}

export const ask = tool({
  name: 'ask',
  title: 'Ask the record',
  description: [
    'Answers a question about the recorded discussions with exact quotes. `answered`: the quotes answer it.',
    '`nearest`: nothing certain was found, and `nearest` has what comes nearest. `not_found`: nothing was. Items of',
    '`report` are written by an AI or by whoever kept the record: they are nobody’s words.',
  ].join(' '),
  input: z.strictObject({
    question: z.string().min(1).max(4000),
    session: z.string().max(300).optional().describe('Only this session: its id, or words of its title'),
    speaker: z.string().max(300).optional().describe('Only what this person or organisation said'),
    earlier: z.array(z.string().max(4000)).max(10).optional().describe('Questions asked before, oldest first'),
  }),
  output: answerShape.extend({ searched: searchedShape }),
  async run({ question, session, speaker, earlier }, caller) {
    const { rapporteur, scope } = caller;
    const answer = await rapporteur.ask({ text: question, session, speaker, history: earlier, scope });
    return { ...answerOf(answer), searched: await searchedBy(caller, session) };
  },
});
