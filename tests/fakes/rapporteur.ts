/** A Rapporteur in memory with two invented sessions: people, organisations and events are made up. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Passage, Question, Quote, Seen, SessionRef } from '../../src/answer.ts';
import { sees } from '../../src/access/sees.ts';
import type { IngestedFile, Rapporteur } from '../../src/rapporteur.ts';
import type { Session, Turn } from '../../src/session.ts';

export interface FakeRapporteur extends Rapporteur {
  /** Every question asked, in order, whether it was answered or not. */
  readonly asked: readonly Question[];
  /** Questions fail with this error from now on; null ends it. */
  failWith(error: Error | null): void;
  /** Questions from now on wait until the returned function is called. */
  hold(): () => void;
}

/**
 * Answers with each turn that shares a longer word with the question, or with the reply where that turn asks,
 * after `delayMs`. What is only alike comes nearest.
 */
export function fakeRapporteur({
  delayMs = 0,
  sessions = inventedSessions,
}: { delayMs?: number; sessions?: Session[] } = {}): FakeRapporteur {
  const kept = new Map(sessions.map((session) => [session.id, session]));
  const asked: Question[] = [];
  let failure: Error | null = null;
  let gate: Promise<void> = Promise.resolve();
  let changes = 1;

  const inScope = (scope?: Seen) => [...kept.values()].filter((session) => isIn(session, scope));

  return {
    asked,
    failWith(error) {
      failure = error;
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },

    async ask(question) {
      asked.push(question);
      await gate;
      await sleep(delayMs);
      if (failure !== null) {
        throw failure;
      }
      const wanted = longWords(question.text);
      const found = inScope(question.scope)
        .filter(
          ({ id, title }) =>
            question.session === undefined || question.session === id || title.includes(question.session),
        )
        .flatMap((session) =>
          session.turns.flatMap((turn, index) => {
            const isMeant = question.speaker === undefined || turn.speaker?.includes(question.speaker);
            return isMeant && longWords(turn.text).some((word) => wanted.includes(word))
              ? [replyOrQuote(session, index)]
              : [];
          }),
        );
      const quotes = found.map((quote, index) => Object.assign(quote, { n: index + 1 }));
      const near = nearestIn(inScope(question.scope), wanted);
      if (quotes.length === 0 && near.length > 0) {
        return {
          question: question.text,
          status: 'nearest',
          text: 'Nothing certain was found about that.',
          quotes: [],
          report: [],
          related: near.slice(0, 3),
          model: null,
        };
      }
      return quotes.length === 0
        ? {
            question: question.text,
            status: 'not_found',
            text: 'Nothing was found about that in the sessions.',
            quotes: [],
            report: [],
            related: inScope(question.scope)
              .slice(0, 1)
              .map((session) => quoteOf(session, 0, 0)),
            model: null,
          }
        : {
            question: question.text,
            status: 'answered',
            quotes,
            related: [],
            model: null,
            text: quotes.map((quote) => `${quote.speaker ?? 'Somebody'} spoke of it [${quote.n}].`).join(' '),
            report: inScope(question.scope)
              .filter(({ id }) => quotes.some((quote) => quote.session.id === id))
              .flatMap((session) =>
                session.findings.map(({ kind, text, speakers }) => ({ kind, text, speakers, session: refOf(session) })),
              ),
          };
    },

    async search({ text, limit = 10, scope }) {
      const wanted = longWords(text);
      return inScope(scope)
        .flatMap((session) =>
          session.turns.flatMap((turn, index) =>
            longWords(turn.text).some((word) => wanted.includes(word))
              ? [
                  {
                    session: refOf(session),
                    turns: [index, index] satisfies [number, number],
                    text: turn.text,
                    score: 1,
                    parts: [quoteOf(session, index, 0)],
                    by: 'words' as const,
                  },
                ]
              : [],
          ),
        )
        .slice(0, limit);
    },

    async verify(quotation, scope) {
      for (const session of inScope(scope)) {
        for (const [turn, { text }] of session.turns.entries()) {
          const start = text.indexOf(quotation);
          if (start >= 0) {
            const { n: _n, role: _role, ...found } = quoteOf(session, turn, start, start + quotation.length);
            return { quote: quotation, verdict: 'verbatim', speaker: found.speaker, found, differences: [] };
          }
        }
      }
      return { quote: quotation, verdict: 'not_found', speaker: null, found: null, differences: [] };
    },

    async checkDocument() {
      throw new Error('The fake checks no papers.');
    },

    agreements: async () => ({ sessions: [], of: 0, speakers: [], points: [], reported: [] }),
    report: async () => null,
    commission: async () => {
      throw new Error('The fake does no work of several steps.');
    },
    commitments: async () => ({
      commitments: [],
      reported: [],
      people: [],
      total: 0,
      searched: { sessions: 0, of: 0, unread: 0, from: null, to: null },
      next: null,
    }),

    async quotes({ about, speaker, scope, limit = 20, offset = 0 }) {
      const wanted = longWords(about ?? '');
      const sessionsSeen = inScope(scope);
      const all = sessionsSeen.flatMap((session) =>
        session.turns.flatMap((turn, index) => {
          const isOf = speaker === undefined || turn.speaker?.includes(speaker) === true;
          const isOn = about === undefined || longWords(turn.text).some((word) => wanted.includes(word));
          return isOf && isOn ? [quoteOf(session, index, 0)] : [];
        }),
      );
      const named = sessionsSeen.flatMap((session) => session.speakers).filter(({ name }) => name.includes(speaker!));
      return {
        quotes: all.slice(offset, offset + limit).map((quote, at) => ({ ...quote, n: offset + at + 1 })),
        people: named.map(({ name, role, affiliation }) => ({ name, role, affiliation })),
        total: {
          quotes: all.length,
          sessions: new Set(all.map(({ session }) => session.id)).size,
          speakers: new Set(all.map((quote) => quote.speaker)).size,
        },
        searched: { sessions: sessionsSeen.length, of: sessionsSeen.length, unread: 0, from: null, to: null },
        next: offset + limit < all.length ? offset + limit : null,
      };
    },

    async sessions(scope) {
      return inScope(scope).map((session) => ({
        id: session.id,
        title: session.title,
        date: session.date,
        event: session.event,
        kind: session.kind,
        source: session.source,
        turnCount: session.turns.length,
        speakers: session.speakers.map(({ name }) => name),
      }));
    },

    async speakers({ session: id, scope } = {}) {
      return inScope(scope)
        .filter((session) => id === undefined || session.id === id)
        .flatMap((session) =>
          session.speakers.map(({ name, otherNames, role, affiliation }) => ({
            name,
            otherNames,
            role,
            affiliation,
            sessions: [refOf(session)],
            turnCount: session.turns.filter((turn) => turn.speaker === name).length,
          })),
        )
        .sort((one, other) => one.name.localeCompare(other.name));
    },

    async show(id, scope) {
      return inScope(scope).find((session) => session.id === id) ?? null;
    },

    async versions(id, scope) {
      const session = inScope(scope).find((one) => one.id === id);
      if (!session) return [];
      const { title, kind, source, turns, findings } = session;
      const facts = { title, kind, source, turnCount: turns.length, findingCount: findings.length };
      return [{ session: id, number: 1, broughtIn: null, hash: '0'.repeat(64), isNewest: true, ...facts }];
    },

    formerWords: async () => null,

    quoted: async (places) => places.map(() => null),

    async context({ session: id, turn }, around, scope) {
      const session = inScope(scope).find((one) => one.id === id);
      return (session?.turns ?? [])
        .map(({ speaker, text, times }, index) => ({
          turn: index,
          speaker,
          text,
          role: roleOf(session!, speaker),
          time: times[0]?.seconds ?? null,
        }))
        .filter((one) => Math.abs(one.turn - turn) <= around);
    },

    async ingest(records, onProgress) {
      const files = records.map((record, index): IngestedFile => {
        const name = 'path' in record ? record.path : 'name' in record ? record.name : record.address;
        onProgress?.({ done: index + 1, total: records.length, name });
        const text = !('bytes' in record) ? `The file ${name}.` : new TextDecoder().decode(record.bytes).trim();
        if (text === '') {
          return { name, sessions: [], failure: `${name}: is empty; nothing can be read from it`, problems: [] };
        }
        changes += 1;
        const session: Session = {
          ...inventedSessions[0]!,
          id: `ingested-${changes}`,
          title: name,
          source: name,
          findings: [],
          turns: [{ speaker: null, text, times: [] }],
        };
        kept.set(session.id, session);
        return { name, sessions: [{ ...refOf(session), outcome: 'added', turnCount: 1 }], failure: null, problems: [] };
      });
      return { files };
    },

    async standing(given, scope) {
      return given.map(({ session: { id }, turn, start, end }) => {
        const session = inScope(scope).find((one) => one.id === id);
        return session ? { outcome: 'same', now: quoteOf(session, turn, start, end) } : { outcome: 'closed' };
      });
    },

    holdings: async () => ({ sessions: [], rules: [] }),
    give: async () => [],
    setRule: async () => {},
    moveTo: async (to) => ({ to, moved: 0, already: 0, problems: [] }),
    overrule: async () => null,
    async remove(id) {
      changes += 1;
      return kept.delete(id);
    },

    rebuild: async () => [],
    index: async () => {},
    bringOver: async () => {},
    behind: async () => ({ behind: 0, sessions: kept.size }),
    check: async () => ({ sessions: kept.size, chunks: kept.size, behind: 0, faults: [] }),
    async removeFrom(sources) {
      const ids = [...kept.values()].filter(({ source }) => sources.includes(source)).map(({ id }) => id);
      for (const id of ids) kept.delete(id);
      changes += 1;
      return ids;
    },
    async correct() {
      throw new Error('The fake corrects nothing.');
    },
    async link() {
      throw new Error('The fake links nothing.');
    },
    version: async () => `fake-${changes}`,
    close: async () => {},
  };
}

export const inventedSessions: Session[] = [
  {
    id: 'open-data-for-rivers-2025-03-04',
    title: 'Open data for rivers',
    date: '2025-03-04',
    startTime: '09:00',
    endTime: '10:00',
    event: 'Water Days 2025',
    kind: 'transcript',
    language: 'en',
    source: 'rivers.vtt',
    page: { address: 'https://records.example/rivers', placeBy: 'seconds' },
    speakers: [
      { name: 'Ana Ruiz', otherNames: [], role: 'Chair', affiliation: 'River Watch' },
      { name: 'Tomáš Novák', otherNames: ['Tomas Novak'], role: null, affiliation: 'Clear Water League' },
    ],
    turns: [
      turn('Ana Ruiz', 'Welcome. Every gauge on the river should publish its readings within an hour.', 12),
      turn(
        'Tomáš Novák',
        'Publishing is cheap. Calibration is what nobody pays for, and without it the readings mislead.',
        95,
      ),
      turn('Ana Ruiz', 'Then let us put calibration into the budget.', 140),
    ],
    findings: [
      {
        kind: 'takeaway',
        text: 'Calibration needs a budget line.',
        speakers: ['Ana Ruiz'],
        details: [],
        topics: [],
        section: [],
      },
    ],
  },
  {
    id: 'night-trains-2025-05-20',
    title: 'Night trains',
    date: '2025-05-20',
    startTime: null,
    endTime: null,
    event: 'Rail Forum 2025',
    kind: 'official record',
    language: 'en',
    source: 'trains.txt',
    page: null,
    speakers: [{ name: 'Ilse Brandt', otherNames: [], role: 'Rapporteur', affiliation: null }],
    turns: [
      turn('Ilse Brandt', 'A sleeping car costs as much as three ordinary carriages.', null),
      turn(null, 'And it earns a third of the fare.', null),
    ],
    findings: [],
  },
];

/** A session in which somebody asks and another replies. */
export const questionAndReply: Session = {
  ...inventedSessions[1]!,
  id: 'harbour-depths-2025-06-02',
  title: 'Harbour depths',
  date: '2025-06-02',
  source: 'harbour.txt',
  speakers: [
    { name: 'Ana Ruiz', otherNames: [], role: 'Chair', affiliation: null },
    { name: 'Par Holm', otherNames: [], role: 'Pilot', affiliation: null },
  ],
  turns: [
    turn('Ana Ruiz', 'Thank you. How deep is the harbour?', null),
    turn('Par Holm', 'Nine metres, at low water.', null),
  ],
};

function turn(speaker: string | null, text: string, seconds: number | null): Turn {
  return { speaker, text, times: seconds === null ? [] : [{ offset: 0, seconds }] };
}

function quoteOf(session: Session, index: number, start: number, end = session.turns[index]!.text.length): Quote {
  const { speaker, text, times } = session.turns[index]!;
  const time = times[0]?.seconds ?? null;
  return {
    n: 1,
    text: text.slice(start, end),
    speaker,
    role: roleOf(session, speaker),
    session: refOf(session),
    turn: index,
    start,
    end,
    time,
    url: session.page && `${session.page.address}#t=${time ?? 0}`,
  };
}

/** Where a turn asks, the next one by somebody else replies. */
function replyOrQuote(session: Session, index: number): Quote {
  const [asking, next] = [session.turns[index]!, session.turns[index + 1]];
  if (!asking.text.endsWith('?') || next === undefined || next.speaker === asking.speaker) {
    return quoteOf(session, index, 0);
  }
  const { text, speaker } = asking;
  const start = text.search(/[^.?!\s][^.?!]*\?$/u);
  const repliesTo = { text: text.slice(start), speaker, turn: index, start, end: text.length };
  return { ...quoteOf(session, index + 1, 0), repliesTo };
}

/** Turns with a word that begins as one that is wanted, or means about the same. */
function nearestIn(sessions: Session[], wanted: string[]): Passage[] {
  return sessions.flatMap((session) =>
    session.turns.flatMap((turn, index): Passage[] => {
      const words = longWords(turn.text);
      const isAlike = words.some((word) =>
        wanted.some((one) => one.length > 6 && one.slice(0, 7) === word.slice(0, 7)),
      );
      if (isAlike) return [{ ...quoteOf(session, index, 0), by: 'words' }];
      return wanted.some((one) => words.includes(meansAbout[one] ?? one))
        ? [{ ...quoteOf(session, index, 0), by: 'meaning' }]
        : [];
    }),
  );
}

const meansAbout: { [word: string]: string } = { wagons: 'carriages' };

function roleOf(session: Session, speaker: string | null): string | null {
  return session.speakers.find(({ name }) => name === speaker)?.role ?? null;
}

function refOf({ id, title, date }: Session): SessionRef {
  return { id, title, date };
}

function isIn(session: Session, scope?: Seen): boolean {
  const { id, event, origin } = session;
  return sees(scope, { id, event, ...(origin !== undefined && { origin }) }, new Date(2025, 0, 1));
}

function longWords(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
}
