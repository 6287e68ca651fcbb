/** Rapporteur over one library, in this thread: puts together what the rest of `src` knows apart. */
import { userInfo } from 'node:os';
import type { Embedder } from '../embeddings/embedder.ts';
import type { Answer, Question, Seen } from './answer.ts';
import { anchoredIn, type Anchored } from './answering/quotes/anchored.ts';
import type { Ground } from './answering/ground.ts';
import { joinedPeople } from './answering/directories.ts';
import { momentsOf, type Moment } from './answering/moment.ts';
import { confidentialityInWords } from './access/confidentiality.ts';
import { operator } from './access/origin.ts';
import { allMasksShown } from './access/masking.ts';
import { type Budget, payerOf, paying, unlimited } from './budget.ts';
import type { Config } from './config.ts';
import type { LibraryWriter } from './library/library.ts';
import { openLibrary } from './library/open-library.ts';
import type { OpenVectorIndex } from './library/sqlite/library.ts';
import type { Log } from './log.ts';
import { note, now } from './measures.ts';
import type { IngestProgress, Rapporteur } from './rapporteur.ts';
import { cutNotice, longest, shortened, shortenedQuestion } from './words/long-input.ts';
import type { RecordReader } from './records/reading/reading.ts';
import { embeddedBy } from './retrieval/embedded.ts';

export interface Parts {
  config: Config;
  /** Opens a library whose vectors another embedder made, for `rebuild`. */
  anyEmbedder: boolean;
  openEmbedder: (config: Config) => Promise<Embedder>;
  openVectorIndex: OpenVectorIndex;
  /** Reads records; default in a process of its own. */
  reader?: RecordReader;
  /** What may be spent on the servers of models; default without limit and uncounted. */
  budget?: Budget;
  /** Hears what a chat model used and where it failed. */
  log?: Log;
}

/**
 * Loaded when first asked for: a first answer waits for nothing that is no part of a question, and whoever lists, shows
 * or brings in records for nothing that answers one.
 */
const places = () => import('./answering/places.ts');
const withoutAModel = () => import('./answering/compose.ts');

/** Longest time a rebuild waits for another process that saves the index. */
const longestIndexingMs = 600_000;

export async function openRapporteur(parts: Parts): Promise<Rapporteur> {
  const {
    config,
    anyEmbedder,
    openEmbedder,
    openVectorIndex,
    reader = readerWhenAsked(),
    budget = unlimited,
    log = silent,
  } = parts;
  if (config.CHAT_MODEL !== undefined) (await import('./answering/model/chat-model.ts')).refuseMissingMaker(config);
  const embedder = await openEmbedder(config);
  const library = await openLibrary({ config, embedder: embedder.id, anyEmbedder, openVectorIndex, log });
  const moments = momentsOf(embeddedBy(embedder));
  const answer = answering(config, budget, log);

  /** Work that reads, on the library as it is when the work begins, and as whoever asks may see it. */
  const reading = <T>(seen: Seen | undefined, work: (moment: Moment) => Promise<T>) =>
    paying.run(payerOf(seen), () => {
      const asked = now();
      return library.reading(async (reader) => {
        note('waiting', asked);
        return allMasksShown(await moments(reader, seen, work));
      });
    });
  const writing = <T>(work: (writer: LibraryWriter) => Promise<T>, onProgress?: (progress: IngestProgress) => void) =>
    library.writing(work, {
      onWait: (holder) => onProgress?.({ done: 0, total: 1, name: `waiting for ${holder}` }),
    });
  const changing: typeof writing = async (work, onProgress) => {
    const changed = await writing(work, onProgress);
    library.saveIndexSoon();
    return changed;
  };
  /** For the next process, whose first question then need not join everybody of all records. */
  const keepPeople = async () => {
    const made = moments.peopleToKeep();
    if (made) await library.keepWorkedOut?.(joinedPeople, made.revision, made.text);
  };
  const fetching = { privateAddresses: config.INGEST_PRIVATE_ADDRESSES };
  const closing = new AbortController();
  /** What `close` lets come to its next session. */
  const bringing = new Set<Promise<void>>();

  const hasReader = config.WEB_PORT !== undefined || config.WEB_ADDRESS !== undefined;
  const anchored = async <T>(moment: Moment, made: T, how: (by: Anchored, made: T) => Promise<T>) =>
    hasReader ? how(anchoredIn(moment, { address: config.WEB_ADDRESS ?? null }), made) : made;

  /** The same with an address for every quote in what is made. */
  const studied = <T>(seen: Seen | undefined, work: (moment: Moment) => Promise<T>) =>
    reading(seen, async (moment) => anchored(moment, await work(moment), (by, made) => by.everywhere(made)));

  return {
    ask: (question) =>
      reading(question.scope, async (moment) => {
        const { asked, notice } = asAsked(question);
        const answered = await (await answer())(moment)(asked);
        const notices = [notice, answered.notice].filter((line) => line !== undefined);
        const told = { ...answered, question: question.text, ...(notices.length > 0 && { notice: notices.join(' ') }) };
        return anchored(moment, told, (by, made) => by.answer(made));
      }),
    search: (query) =>
      reading(query.scope, async (moment) => {
        const { searchHits } = await import('./answering/hits.ts');
        const hits = await searchHits({ ...query, ...named(query), text: short(query.text) }, moment);
        return anchored(moment, hits, (by, made) => by.hits(made));
      }),
    verify: (quotation, scope) =>
      reading(scope, async (moment) => {
        const { text, isCut } = shortened(quotation, longest.quotation);
        const { verifyTyped } = await import('./answering/verifying/verification.ts');
        const verification = await verifyTyped(text, moment);
        const told = { ...verification, ...(isCut && { notice: cutNotice('quotation', longest.quotation) }) };
        return anchored(moment, told, (by, made) => by.verification(made));
      }),
    checkDocument: async (paper, scope) => {
      const { checkPaper } = await import('./analysis/paper-check.ts');
      return checkPaper(paper, reader, (work) => reading(scope, work));
    },
    quotes: (query) =>
      reading(query.scope, async (moment) => {
        const { quotesOn } = await import('./answering/finding-aid.ts');
        const found = await quotesOn({ ...query, ...named(query), about: query.about && short(query.about) }, moment);
        return anchored(moment, found, (by, made) => by.found(made));
      }),
    standing: (given, scope) =>
      reading(scope, async (moment) => {
        const { standingOf } = await import('./answering/verifying/standing.ts');
        const standings = await standingOf(given, moment);
        return anchored(moment, standings, (by, made) => by.standings(made));
      }),
    quoted: (places, scope) =>
      studied(scope, async (moment) => (await import('./answering/verifying/words-at.ts')).quotesAt(places, moment)),
    commitments: (query) =>
      studied(query.scope, async (moment) => {
        const { commitmentsIn } = await import('./analysis/commitments.ts');
        const about = query.about && short(query.about);
        return commitmentsIn({ ...query, ...named(query), about }, moment, new Date());
      }),
    agreements: (query) =>
      studied(query.scope, async (moment) => {
        const { agreementMapOf } = await import('./analysis/agreement-map.ts');
        return agreementMapOf({ ...query, ...named(query) }, moment);
      }),
    report: (session, scope) =>
      studied(scope, async (moment) => {
        const { reportOn } = await import('./analysis/session-report.ts');
        return reportOn(session, moment, new Date());
      }),
    commission: (order, onStep = () => {}, signal = new AbortController().signal) =>
      studied(order.scope, async (moment) => {
        const text = short(order.text);
        if (config.CHAT_MODEL === undefined) {
          const { answerWithoutModel } = await withoutAModel();
          return { ...(await answerWithoutModel({ text }, moment)), notice: withoutModel };
        }
        const [{ commission }, { openChatModel }] = await Promise.all([
          import('./analysis/commission.ts'),
          import('./answering/model/chat-model.ts'),
        ]);
        const model = await openChatModel(config);
        const { ANSWER_TIMEOUT_MS: timeoutMs } = config;
        return commission({ ...order, text }, { model, moment, onStep, signal, budget, timeoutMs });
      }),
    sessions: (scope) => reading(scope, async (moment) => [...(await moment.library.sessions())]),
    speakers: (of) => reading(of?.scope, async (moment) => (await places()).speakersIn(moment, of)),
    show: (session, scope, version) =>
      reading(scope, async (moment) => {
        const { recordIn, versionOfRecord } = await places();
        return version === undefined ? recordIn(moment, session) : versionOfRecord(moment, { session, version });
      }),
    versions: (session, scope) => reading(scope, async (moment) => (await places()).versionsOfRecord(moment, session)),
    formerWords: (session, anchor, scope) =>
      reading(scope, async (moment) => {
        const { formerWords } = await import('./answering/verifying/former-words.ts');
        return formerWords(moment, { session, anchor });
      }),
    context: (place, around, scope) =>
      reading(scope, async (moment) => (await places()).turnsAround(moment, place, around)),
    ingest: (records, onProgress) =>
      changing(async (writer) => {
        const [{ ingest }, { stepAside }] = await Promise.all([
          import('./records/ingest.ts'),
          import('./records/samples.ts'),
        ]);
        const payer = records.find(({ origin }) => origin !== undefined)?.origin ?? operator;
        const made = { library: writer, embedder, reader, fetching };
        const files = await paying.run(payer, () => ingest(records, made, onProgress));
        // What a chat adds changes nothing of the operator's.
        const own = records.some(({ origin }) => origin === undefined);
        const aside = own ? await stepAside(files, writer) : [];
        return { files, ...(aside.length > 0 && { aside }) };
      }, onProgress),
    rebuild: async (onProgress) => {
      const onWait = (holder: string) => onProgress?.({ done: 0, total: 1, name: `waiting for ${holder}` });
      const { rebuild } = await import('./library/rebuild.ts');
      const lost = await library.rebuilding((writer) => rebuild({ library: writer, embedder }, onProgress), { onWait });
      await library.saveIndex(onProgress, { anew: true, waitMs: longestIndexingMs });
      return lost;
    },
    index: async (onProgress) => {
      await library.saveIndex(onProgress);
      await reading(undefined, async ({ library, directory }) => {
        if ((await library.workedOut?.(joinedPeople)) === null) await directory();
      });
      await keepPeople();
    },
    bringOver: async (onProgress) => {
      const { bringOver } = await import('./library/bring-over.ts');
      const brought = bringOver({ library, embedder, signal: closing.signal }, onProgress);
      bringing.add(brought);
      try {
        await brought;
      } finally {
        bringing.delete(brought);
      }
    },
    behind: () =>
      library.reading(async (reader) => ({
        behind: (await reader.behind()).length,
        sessions: (await reader.sessions()).length,
      })),
    check: async (onProgress) => (await import('./library/check.ts')).checkLibrary({ library, embedder }, onProgress),
    remove: (id) => changing((writer) => writer.remove(id, { forget: true })),
    removeFrom: (sources) =>
      changing(async (writer) => (await import('./records/ingest.ts')).removeFrom(sources, writer)),
    correct: (id, request) =>
      changing(async (writer) => {
        const { correct } = await import('./records/correct.ts');
        return correct(id, request, { library: writer, embedder });
      }),
    holdings: () =>
      library.reading(async (reader) => ({
        sessions: await reader.sessions(),
        rules: [...(await reader.rules())].toSorted(([one], [other]) => (one < other ? -1 : 1)),
      })),
    give: (ids, origin) =>
      changing(async (writer) => {
        const given: string[] = [];
        for (const id of ids) if (await writer.give(id, origin)) given.push(id);
        return given;
      }),
    setRule: (target, rule, onProgress) =>
      changing(async (writer) => {
        const { setRule } = await import('./library/set-rule.ts');
        return setRule(target, rule, { library: writer, embedder }, onProgress);
      }, onProgress),
    overrule: (id, reason) =>
      library.reading(async (reader) => {
        const held = (await reader.sessions()).find((session) => session.id === id);
        if (!held) return null;
        const time = new Date().toISOString();
        const rule = confidentialityInWords(held.confidentiality ?? {});
        await library.noteOverruling({ time, by: userInfo().username, session: id, rule, reason });
        return (await reader.whole([id]))[0]!.session;
      }),
    link: (id, other, as) =>
      changing(async (writer) => (await import('./library/links.ts')).linkRecords(id, other, as, writer)),
    moveTo: async (place, onProgress) => {
      // What is meant for an address never becomes a folder, whose name would be printed with the password in it.
      const settings = place.includes('://') ? { LIBRARY_URL: place } : { LIBRARY_PATH: place };
      const into = { LIBRARY_PATH: config.LIBRARY_PATH, LIBRARY_URL: undefined, ...settings };
      const to = await openLibrary({ config: into, embedder: embedder.id, anyEmbedder: false, openVectorIndex, log });
      try {
        const { moveLibrary } = await import('./library/move.ts');
        return await moveLibrary({ from: library, to, embedder }, onProgress);
      } finally {
        await to.close();
      }
    },
    version: async () => `${await library.revision()}`,
    close: async () => {
      closing.abort();
      await Promise.allSettled(bringing);
      await reader.close();
      await keepPeople();
      await library.close();
    },
  };
}

/** Reads records in a process of its own. */
function readerWhenAsked(): RecordReader {
  let made: Promise<RecordReader> | null = null;
  const reader = () =>
    (made ??= import('./records/reading/guarded-reader.ts').then(({ guardedReader }) => guardedReader()));
  return {
    async *read(record) {
      yield* (await reader()).read(record);
    },
    close: async () => (await made)?.close(),
  };
}

type Answering = (ground: Ground) => (question: Question) => Promise<Answer>;

/** The model's client is loaded at the first question, and only where a model is set. */
function answering(config: Config, budget: Budget, log: Log): () => Promise<Answering> {
  let opened: Promise<Answering> | null = null;
  return () => (opened ??= open());

  async function open(): Promise<Answering> {
    if (config.CHAT_MODEL === undefined) {
      const { answerWithoutModel } = await withoutAModel();
      return (ground) => (question) => answerWithoutModel(question, ground);
    }
    const [{ answerWithModel }, { openChatModel }] = await Promise.all([
      import('./answering/model/chain.ts'),
      import('./answering/model/chat-model.ts'),
    ]);
    const model = await openChatModel(config);
    const { ANSWER_TIMEOUT_MS: timeoutMs, EVIDENCE_TOKENS: evidenceTokens, PROSE: prose } = config;
    return (ground) =>
      answerWithModel({ model, ground, log, timeoutMs, evidenceTokens, prose, budget, now: () => performance.now() });
  }
}

const withoutModel =
  'No model is set (CHAT_MODEL), so no steps were planned; this is the answer to these words as a question.';
const silent: Log = { info: () => {}, warn: () => {} };

/** A question is read many times over, so a page pasted in its place is cut. */
function asAsked({ text, history, ...rest }: Question): { asked: Question; notice: string | undefined } {
  const question = shortenedQuestion(text);
  return {
    asked: { ...rest, ...named(rest), text: question.text, history: history?.map(short) },
    notice: question.isCut ? cutNotice('question', longest.question) : undefined,
  };
}

function short(text: string): string {
  return shortenedQuestion(text).text;
}

/** Of a question or a query: nobody is called by more than a line. */
function named({ session, speaker }: Partial<Pick<Question, 'session' | 'speaker'>>) {
  const cut = (name: string | undefined) => name && shortened(name, longest.name).text;
  return { session: cut(session), speaker: cut(speaker) };
}
