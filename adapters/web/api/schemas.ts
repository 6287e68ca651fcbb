/** What the interface gives: the JSON of the command line, as schemas. Turns are counted from 0, as there. */
import { z } from '@hono/zod-openapi';
import { findingKinds } from '../../../src/session.ts';

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
  pageNumber: z.number().int().optional().describe('Of a document in pages: the one they begin on, from 1'),
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
    why: z.enum(['nothing to look in', 'only a report', 'another language', 'masked names']).optional(),
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

const searched = z.object({
  sessions: z.number().int().describe('Looked through: those in which the speaker speaks'),
  of: z.number().int(),
  unread: z.number().int().describe('Too many to read'),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
const people = z.array(z.object({ name: z.string(), role: z.string().nullable(), affiliation: z.string().nullable() }));
const next = z.number().int().nullable().describe('`offset` of the next page');

export const foundQuotes = z
  .object({
    quotes: z.array(quote),
    people,
    total: z.object({ quotes: z.number().int(), sessions: z.number().int(), speakers: z.number().int() }),
    searched,
    next,
  })
  .openapi('Quotes');

const commitment = z.object({
  kind: z.enum(['undertakes', 'asks', 'proposes']),
  when: z.string().nullable().describe('As the sentence has it'),
  due: z.string().nullable().describe('Last day of it, YYYY-MM-DD'),
  towards: z.string().nullable(),
});

export const foundCommitments = z
  .object({
    commitments: z.array(commitment.extend({ quote })),
    reported: z
      .array(z.object({ item: reportItem, borneOut: quote.nullable() }))
      .describe('What reports list as actions, which is nobody’s words, with the words that come nearest'),
    people,
    total: z.number().int(),
    searched,
    next,
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
    actions: z.array(item.extend(commitment.shape)),
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

export const watch = z
  .object({
    number: z.number().int(),
    kind: z.enum(['matter', 'speaker', 'phrase', 'named']),
    what: z.string(),
    about: z.string().optional(),
    words: z.string().describe('The same as people read it'),
  })
  .openapi('Watch');
export const watches = z.array(watch).openapi('Watches');
export const begunWatch = z
  .object({ watch, onRecord: z.number().int().describe('Quotes there are already, which are no news') })
  .openapi('BegunWatch');
export const digest = z
  .object({
    watches: z.array(z.number().int()).describe('Numbers of the watches that it tells of'),
    answer: answer.nullable().describe('null where there is nothing new'),
  })
  .openapi('Digest');

export const collection = z
  .object({
    quotes: z.array(
      z.object({
        number: z.number().int(),
        note: z.string(),
        tag: z.string(),
        quote,
      }),
    ),
    total: z.number().int().describe('Kept and shown, with this tag where one is given'),
    hidden: z.number().int().describe('Kept, and no longer to be seen'),
    next,
  })
  .openapi('Collection');
export const keptNumbers = z.object({ numbers: z.array(z.number().int()) }).openapi('KeptNumbers');

/** RFC 9457. */
export const problem = z
  .object({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string() })
  .openapi('Problem');

export const bytes = z.string().openapi({ format: 'binary' });
