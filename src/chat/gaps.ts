/** What chats asked and got no certain answer to, or thought little of: for whoever looks after the records. */
import { sayingVerbs } from '../people/words-of-saying.ts';
import { termsOf } from '../words/terms.ts';
import type { ChatDatabase } from './store/chat-database.ts';

export interface Gap {
  /** `nearest`: something near was shown; `bad`: voted down. */
  why: 'nearest' | 'not_found' | 'bad';
  /** The workspace or server, `slack:T0123`. */
  origin: string;
  /** ISO day of UTC. */
  day: string;
  question: string;
}

/** Several that ask for about the same. */
export interface GapGroup {
  /** The words that they share, most telling first; empty where words are not to be shown. */
  terms: string[];
  /** As it was asked last; null where words are not to be shown. */
  example: string | null;
  count: number;
  why: Partial<Record<Gap['why'], number>>;
  origins: string[];
  firstDay: string;
  lastDay: string;
}

/** Oldest first. A question that was voted down and had no answer is one of each. */
export function gapsIn(database: ChatDatabase): () => Promise<Gap[]> {
  return async () => {
    const rows = await database.all(
      `SELECT reply_status AS why, platform || ':' || workspace AS origin, received_ms AS ms, reply_question AS question
      FROM questions WHERE counted = 1 AND reply_kind = 'answer' AND reply_status IN ('nearest', 'not_found')
      UNION ALL SELECT 'bad', platform || ':' || workspace, given_ms, question FROM feedback WHERE verdict = 'bad' ORDER BY ms`,
    );
    return rows.map(({ why, origin, ms, question }) => ({
      why: why as Gap['why'],
      origin: String(origin),
      day: new Date(Number(ms)).toISOString().slice(0, 10),
      question: String(question),
    }));
  };
}

/** With words by what is asked for; without by workspace and month. The most frequent first, then the latest. */
export function grouped(gaps: Gap[], { withWords }: { withWords: boolean }): GapGroup[] {
  const groups: { terms: Set<string>; key: string; gaps: Gap[] }[] = [];
  for (const gap of gaps) {
    const terms = withWords ? matterOf(gap.question) : new Set<string>();
    const key = withWords ? '' : `${gap.origin} ${gap.day.slice(0, 7)}`;
    const same = groups.find((group) => (withWords ? areAlike(group.terms, terms) : group.key === key));
    if (same) {
      same.gaps.push(gap);
      if (withWords) same.terms = shared(same.terms, terms);
    } else groups.push({ terms, key, gaps: [gap] });
  }
  return groups
    .map(({ terms, gaps: all }) => ({
      terms: [...terms],
      example: withWords ? all.at(-1)!.question : null,
      count: all.length,
      why: Object.fromEntries(
        [...Map.groupBy(all, ({ why }) => why)].map(([why, those]) => [why, those.length]),
      ) as GapGroup['why'],
      origins: [...new Set(all.map(({ origin }) => origin))],
      firstDay: all[0]!.day,
      lastDay: all.at(-1)!.day,
    }))
    .toSorted((one, other) => other.count - one.count || (one.lastDay < other.lastDay ? 1 : -1));
}

/** Its words without those of asking and saying. */
function matterOf(question: string): Set<string> {
  return new Set(termsOf(question).filter((term) => !sayingVerbs.has(term) && !anybody.has(term)));
}

const anybody = new Set(termsOf('anyone anybody someone somebody everyone everybody else mention'));

function shared(one: Set<string>, other: Set<string>): Set<string> {
  return new Set([...one].filter((term) => other.has(term)));
}

/** Most of the words of either are those of both; questions of no words are alike. */
function areAlike(one: Set<string>, other: Set<string>): boolean {
  const both = shared(one, other).size;
  return both >= Math.max(1, Math.min(one.size, other.size) * mostly) || one.size + other.size === 0;
}

const mostly = 0.67;
