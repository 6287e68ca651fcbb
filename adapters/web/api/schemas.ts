/** What the interface takes and gives: the JSON of the command line, as schemas. Turns are counted from 0, as there. */
import { z } from '@hono/zod-openapi';
import { findingKinds } from '../../../src/session.ts';
import { nameInPath } from '../../../src/words/path-segment.ts';

const sessionRef = z
  .object({
    id: z.string(),
    title: z.string(),
    date: z.string().nullable().describe('YYYY-MM-DD'),
    version: z.string().optional().describe('Which version of its record the words are from'),
    chathamHouse: z.literal(true).optional().describe('Shown under the Chatham House Rule: nobody is named'),
  })
  .openapi('SessionRef');

const asked = z.object({
  text: z.string(),
  speaker: z.string().nullable(),
  turn: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
});

const place = z.object({
  text: z.string().describe('Exactly as it stands: turn.text.slice(start, end)'),
  speaker: z.string().nullable().describe('null where the record does not say who spoke'),
  label: z.string().optional(),
  spokenIn: z.string().optional().describe('Language spoken, where the words are an interpretation'),
  session: sessionRef,
  turn: z.number().int().describe('Counted from 0'),
  start: z.number().int().describe('UTF-16 offset into the turn'),
  end: z.number().int(),
  masked: z
    .array(z.object({ start: z.number().int(), end: z.number().int() }))
    .optional()
    .describe('Where [name] stands in the text in place of what was said'),
  time: z.number().nullable().describe('Seconds from the start of the recording'),
  url: z.string().nullable().describe('Opens the source at the words'),
  anchor: z.string().optional().describe('Tells the words for good'),
  address: z.string().optional().describe('Opens the words in the reader'),
  record: z
    .object({ as: z.string(), kind: z.string(), language: z.string().nullable() })
    .optional()
    .describe('Which record of the session the words are from, where there are others'),
  repliesTo: asked.optional(),
});
const role = { role: z.string().nullable() };
const quote = place.extend({ ...role, n: z.number().int() }).openapi('Quote');
const passage = quote.extend({ by: z.enum(['words', 'meaning']).optional() }).openapi('Passage');

const reportItem = z
  .object({
    kind: z.enum(findingKinds),
    by: z.literal('record').optional().describe('Absent: an AI wrote it'),
    text: z.string(),
    speakers: z.array(z.string()),
    session: sessionRef,
  })
  .openapi('ReportItem');

export const answer = z
  .object({
    question: z.string(),
    status: z.enum(['answered', 'nearest', 'not_found']),
    text: z.string(),
    quotes: z.array(quote),
    report: z.array(reportItem).describe('Nobody’s words'),
    related: z.array(passage),
    extent: z.object({ turns: z.number().int(), sessions: z.number().int() }).optional(),
    confidence: z.number().optional(),
    model: z.string().nullable(),
    notice: z.string().optional(),
  })
  .openapi('Answer');

export const hits = z
  .object({
    query: z.string(),
    hits: z.array(
      z.object({
        session: sessionRef,
        turns: z.tuple([z.number().int(), z.number().int()]),
        text: z.string(),
        score: z.number(),
        parts: z.array(place.extend(role)),
        by: z.enum(['words', 'meaning']),
      }),
    ),
  })
  .openapi('Hits');

export const verification = z
  .object({
    quote: z.string(),
    verdict: z.enum(['verbatim', 'altered', 'not_found']),
    speaker: z.string().nullable(),
    found: place.nullable(),
    differences: z.array(z.object({ said: z.string(), quoted: z.string() })),
    words: z.enum(['there', 'altered', 'absent', 'cannot tell']).optional(),
    why: z.enum(['nothing to look in', 'only a report', 'another language']).optional(),
    givenTo: z.string().nullable().optional().describe('Who was said to have said it'),
    ofSpeaker: z.boolean().nullable().optional(),
    ofSession: z.boolean().nullable().optional(),
    by: z.array(place).optional().describe('Everyone who said the words, word for word'),
    beside: z.object({ before: z.string(), after: z.string() }).nullable().optional(),
    report: z.array(reportItem).optional().describe('Items of a report that have the words although no turn does'),
    formerly: z.looseObject({ session: sessionRef, number: z.number().int() }).optional(),
    notice: z.string().optional(),
  })
  .openapi('Verification');

export const paper = z.object({
  name: z.string().min(1).max(300).describe('Its file name, whose ending tells Markdown from plain text'),
});

export const record = z.object({
  name: z.string().min(1).max(300).optional().describe('Its file name; else that of `content-disposition`'),
});

const placeInPaper = {
  paragraph: z.number().int().describe('Counted from 0, of those that hold words'),
  start: z.number().int(),
  end: z.number().int(),
};

export const documentCheck = z
  .object({
    name: z.string(),
    paragraphs: z.number().int(),
    quotations: z.array(
      z.object({
        ...placeInPaper,
        outcome: z.enum(['exact', 'of another', 'altered', 'absent', 'untold', 'term']),
        isNote: z.boolean(),
        verification,
      }),
    ),
    facts: z.array(
      z.object({
        ...placeInPaper,
        kind: z.enum(['figure', 'name']),
        text: z.string(),
        givenTo: z.string(),
        outcome: z.enum(['said', 'of another', 'absent']),
        found: place.nullable(),
      }),
    ),
    summary: z.record(z.string(), z.number().int()),
    sessions: z.number().int(),
    problems: z.array(z.object({ line: z.number().int().nullable(), message: z.string() })),
  })
  .openapi('DocumentCheck');

export const foundQuotes = z
  .object({
    quotes: z.array(quote),
    people: z.array(z.object({ name: z.string(), role: z.string().nullable(), affiliation: z.string().nullable() })),
    total: z.object({ quotes: z.number().int(), sessions: z.number().int(), speakers: z.number().int() }),
    searched: z.object({
      sessions: z.number().int(),
      of: z.number().int(),
      unread: z.number().int(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
    next: z.number().int().nullable().describe('`offset` of the next page'),
  })
  .openapi('Quotes');

export const foundCommitments = z
  .object({
    commitments: z.array(
      z.object({
        kind: z.enum(['undertakes', 'asks', 'proposes']),
        quote,
        when: z.string().nullable().describe('As the sentence has it'),
        due: z.string().nullable().describe('Last day of it, YYYY-MM-DD'),
        towards: z.string().nullable(),
      }),
    ),
    reported: z
      .array(z.object({ item: reportItem, borneOut: quote.nullable() }))
      .describe('What reports list as actions, which is nobody’s words, with the words that come nearest'),
    people: foundQuotes.shape.people,
    total: z.number().int(),
    searched: z.object({ sessions: z.number().int(), of: z.number().int(), unread: z.number().int() }),
    next: z.number().int().nullable().describe('`offset` of the next page'),
  })
  .openapi('Commitments');

export const agreementMap = z
  .object({
    sessions: z.array(sessionRef),
    of: z.number().int(),
    speakers: z.array(z.string()),
    points: z.array(
      z.object({
        matter: z.string(),
        said: z.array(
          z.object({
            speaker: z.string(),
            stance: z.enum(['for', 'against', 'conditions']).nullable(),
            quotes: z.array(quote),
          }),
        ),
        silent: z.array(z.string()),
      }),
    ),
    reported: z.array(
      z.object({
        item: reportItem,
        isDifference: z.boolean(),
        named: z.array(z.object({ speaker: z.string(), quote: quote.nullable() })),
      }),
    ),
  })
  .openapi('AgreementMap');

const item = z.object({ number: z.number().int(), quotes: z.array(quote) });
export const sessionReport = z
  .object({
    session: sessionRef,
    made: z.object({ at: z.string(), program: z.string(), version: z.string().nullable(), by: z.string() }),
    turns: z.number().int(),
    words: z.number().int(),
    speakers: z.array(
      z.object({
        name: z.string().nullable(),
        role: z.string().nullable(),
        turns: z.number().int(),
        words: z.number().int(),
        seconds: z.number().nullable(),
        wordsAMinute: z.number().nullable(),
      }),
    ),
    points: z.array(item),
    arguments: z.array(item.extend({ speaker: z.string(), evidence: z.array(quote) })),
    agreements: z.array(item.extend({ matter: z.string() })),
    differences: z.array(item.extend({ matter: z.string() })),
    actions: z.array(
      item.extend({
        kind: z.enum(['undertakes', 'asks', 'proposes']),
        when: z.string().nullable(),
        due: z.string().nullable(),
        towards: z.string().nullable(),
      }),
    ),
    questions: z.array(item),
    comments: z.array(item),
  })
  .openapi('SessionReport');

export const sessionSummaries = z
  .array(
    sessionRef.extend({
      event: z.string().nullable(),
      kind: z.string(),
      source: z.string(),
      turnCount: z.number().int(),
      speakers: z.array(z.string()),
    }),
  )
  .openapi('Sessions');

const speaker = z.object({
  name: z.string(),
  otherNames: z.array(z.string()),
  role: z.string().nullable(),
  affiliation: z.string().nullable(),
});

export const session = sessionRef
  .extend({
    startTime: z.string().nullable(),
    endTime: z.string().nullable(),
    event: z.string().nullable(),
    kind: z.string(),
    language: z.string().nullable(),
    source: z.string(),
    page: z.object({ address: z.string(), placeBy: z.enum(['text', 'seconds']) }).nullable(),
    speakers: z.array(speaker),
    turns: z.array(
      z.object({
        speaker: z.string().nullable(),
        label: z.string().optional(),
        spokenIn: z.string().optional(),
        clock: z.string().optional(),
        text: z.string(),
        times: z.array(z.object({ offset: z.number().int(), seconds: z.number() })),
      }),
    ),
    findings: z.array(
      z.object({
        kind: z.enum(findingKinds),
        by: z.literal('record').optional(),
        text: z.string(),
        speakers: z.array(z.string()),
        details: z.array(z.object({ label: z.string(), text: z.string() })),
        topics: z.array(z.string()),
        section: z.array(z.string()),
      }),
    ),
  })
  .openapi('Session');

export const speakers = z
  .array(speaker.extend({ sessions: z.array(sessionRef), turnCount: z.number().int() }))
  .openapi('Speakers');

export const context = z
  .array(
    z.object({
      turn: z.number().int(),
      speaker: z.string().nullable(),
      role: z.string().nullable(),
      text: z.string(),
      time: z.number().nullable(),
    }),
  )
  .openapi('Context');

export const ingestReport = z
  .object({
    files: z.array(
      z.object({
        name: z.string(),
        sessions: z.array(
          sessionRef.extend({ outcome: z.enum(['added', 'updated', 'unchanged']), turnCount: z.number().int() }),
        ),
        failure: z.string().nullable(),
        problems: z.array(z.object({ line: z.number().int().nullable(), message: z.string() })),
      }),
    ),
  })
  .openapi('IngestReport');

/** RFC 9457. */
export const problem = z
  .object({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string() })
  .openapi('Problem');

const words = (most: number) => z.string().trim().min(1).max(most);
/** A misspelt one would fit no session, and be taken for "nothing was said". */
const day = z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/u, 'must be a day, a month or a year: 2025-03-04, 2025-03, 2025');
export const question = z
  .object({
    question: words(4000),
    session: words(300).optional(),
    speaker: words(300).optional(),
    history: z.array(z.string().max(4000)).max(20).optional().describe('Earlier questions, oldest first'),
  })
  .openapi('Question');
export const searchQuery = z.object({
  q: words(4000),
  session: words(300).optional(),
  speaker: words(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
export const quotesQuery = z.object({
  speaker: words(300).optional(),
  about: words(300).optional(),
  session: words(300).optional(),
  event: words(300).optional(),
  from: day.optional(),
  to: day.optional(),
  order: z.enum(['time', 'fit']).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  offset: z.coerce.number().int().min(0).optional(),
});
export const commitmentsQuery = quotesQuery.omit({ order: true }).extend({
  open: z
    .enum(['true', 'false'])
    .transform((given) => given === 'true')
    .optional(),
});
export const agreementsQuery = quotesQuery.pick({ session: true, event: true, from: true, to: true }).extend({
  about: words(1000).optional().describe('Points, parted by semicolons'),
});
export const quotation = z.object({ quote: words(5000) });
export const oneSession = z.object({
  id: z
    .string()
    .openapi({ param: { name: 'id', in: 'path' }, description: 'Of a session called `.` or `..`: `~.`, `~..`' })
    .transform(nameInPath),
});
export const ofSession = z.object({ session: words(300).optional() });
export const around = z.object({
  turn: z.coerce.number().int().min(0),
  around: z.coerce.number().int().min(0).max(50).optional(),
});
