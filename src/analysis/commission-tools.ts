/** The tools of an agent that works on a commission: what this program does with the record, and a place to write. */
import type { DynamicStructuredTool } from '@langchain/core/tools';
import { z } from 'zod';
import type { Quote } from '../answer.ts';
import type { EvidenceSentence } from '../answering/model/evidence-list.ts';
import { quotesOn } from '../answering/finding-aid.ts';
import { searchHits } from '../answering/hits.ts';
import { soundsLikeInstructions } from '../answering/quotes/instructions.ts';
import type { Moment } from '../answering/moment.ts';
import type { CutStatement } from '../answering/model/prompt.ts';
import { verifyQuotation } from '../answering/verifying/verification.ts';
import { shownSpeaker } from '../people/unnamed.ts';
import { agreementMapOf } from './agreement-map.ts';
import { commitmentsIn } from './commitments.ts';

type Placed = Pick<Quote, 'session' | 'turn' | 'start' | 'end' | 'speaker' | 'label'>;

/** Sentences that tools gave, each with one number for good. */
export interface Shelf {
  /** Lines a model reads: `[3] Ana Ruiz, 2025-03-04: …`. */
  lines: (quotes: Placed[]) => Promise<string>;
  sentences: () => EvidenceSentence[];
}

export function shelf({ open }: Pick<Moment, 'open'>): Shelf {
  const kept = new Map<string, EvidenceSentence>();
  return {
    sentences: () => [...kept.values()],
    async lines(quotes) {
      const lines: string[] = [];
      for (const quote of quotes) {
        const [opened] = await open([quote.session.id]);
        const reading = opened!.reading();
        for (const [index, sentence] of reading.sentences.entries()) {
          const isIn = sentence.turn === quote.turn && sentence.start >= quote.start && sentence.end <= quote.end;
          // What sounds like an order to a model is not shown to one.
          if (!isIn || soundsLikeInstructions(sentence.text)) continue;
          const key = `${quote.session.id} ${index}`;
          const known = kept.get(key) ?? { number: kept.size + 1, reading, sentence, index };
          kept.set(key, known);
          lines.push(`[${known.number}] ${shownSpeaker(quote)}, ${quote.session.date ?? 'no date'}: ${sentence.text}`);
        }
      }
      return lines.length === 0 ? 'Nothing was found.' : lines.join('\n');
    },
  };
}

const few = 12;
const name = z.string().max(300);

export async function toolsOf(
  moment: Moment,
  { lines }: Shelf,
  written: CutStatement[],
): Promise<DynamicStructuredTool[]> {
  const { tool } = await import('langchain');
  const made = [
    tool(async () => sessionList(moment), {
      name: 'sessions',
      description: 'The sessions that can be looked in, with their days.',
      schema: z.object({}),
    }),
    tool(
      async ({ query, speaker, session }) => {
        const hits = await searchHits({ text: query, speaker, session, limit: few }, moment);
        return lines(hits.flatMap(({ parts }) => parts));
      },
      {
        name: 'search',
        description: 'The stretches of talk that fit some words best.',
        schema: z.object({ query: z.string().max(4000), speaker: name.optional(), session: name.optional() }),
      },
    ),
    tool(async (query) => lines((await quotesOn({ ...query, order: 'fit', limit: few }, moment)).quotes), {
      name: 'quotes',
      description: 'What somebody, or anybody, said on a matter, over all sessions; the clearest first.',
      schema: z.object({
        about: name,
        speaker: name.optional(),
        event: name.optional(),
        from: name.optional(),
        to: name.optional(),
      }),
    }),
    tool(
      async ({ sides, about }) => {
        const told = await Promise.all(
          sides.map(async (speaker) => {
            const { quotes } = await quotesOn({ speaker, about, order: 'fit', limit: 5 }, moment);
            return `${speaker}:\n${await lines(quotes)}`;
          }),
        );
        return told.join('\n\n');
      },
      {
        name: 'compare',
        description: 'What each of several people, organisations or countries said on a matter.',
        schema: z.object({ sides: z.array(name).min(2).max(6), about: name }),
      },
    ),
    tool(
      async ({ quotation }) => {
        const { verdict, found } = await verifyQuotation(quotation.slice(0, 2000), moment);
        return `${verdict}\n${found ? await lines([found]) : ''}`;
      },
      { name: 'verify', description: 'Whether words were said so.', schema: z.object({ quotation: z.string() }) },
    ),
    tool(
      async (query) => {
        const { commitments } = await commitmentsIn({ ...query, limit: few }, moment, new Date());
        return lines(commitments.map(({ quote }) => quote));
      },
      {
        name: 'commitments',
        description: 'What people said that they will do, asked of others or proposed.',
        schema: z.object({ speaker: name.optional(), about: name.optional(), event: name.optional() }),
      },
    ),
    tool(
      async ({ about, event }) => {
        const { points } = await agreementMapOf({ about, event }, moment);
        const told = points.map(async ({ matter, said, silent }) => {
          const each = said.map(async ({ stance, quotes }) => `${stance ?? 'no position'}: ${await lines(quotes)}`);
          return `${matter}\n${(await Promise.all(each)).join('\n')}\nsilent: ${silent.join('; ')}`;
        });
        return (await Promise.all(told)).join('\n\n') || 'No points were found.';
      },
      {
        name: 'agreements',
        description: 'Who is for some points, against them, or silent.',
        schema: z.object({ about: z.array(name).max(6).optional(), event: name.optional() }),
      },
    ),
    tool(
      async ({ statements }) => {
        written.push(...statements);
        return 'Written.';
      },
      {
        name: 'write',
        description: 'The result, once: the last thing you do.',
        schema: z.object({ statements: z.array(z.object({ sentence: z.number(), keep: z.string() })).max(60) }),
        returnDirect: true,
      },
    ),
  ];
  return made;
}

async function sessionList({ library }: Moment): Promise<string> {
  const sessions = (await library.sessions()).slice(0, mostListed);
  return (
    sessions.map(({ title, date, event }) => [title, event, date].filter(Boolean).join(', ')).join('\n') || 'None.'
  );
}

const mostListed = 60;
