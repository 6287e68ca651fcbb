/** How a workspace or server uses the bot, for those who administer it: counts, and questions that found no answer. */
import type { DatabaseSync } from 'node:sqlite';
import type { Panel } from './reply.ts';
import { inEnglish, type Words } from './wording.ts';

export interface Usage {
  questions: number;
  people: number;
  answered: number;
  /** Nothing was found, or only what comes near. */
  open: number;
  good: number;
  bad: number;
  /** The latest of those that are open, as they were asked where everyone could read them; never by whom. */
  openQuestions: string[];
}

export interface Usages {
  /** Since then, in milliseconds since 1970. */
  usage(platform: string, workspace: string, since: number): Usage;
}

export function usagesIn(database: DatabaseSync): Usages {
  const isOpen = `reply ->> '$.kind' = 'answer' AND reply ->> '$.answer.status' <> 'answered'`;
  const here = 'platform = ? AND workspace = ? AND counted = 1 AND received_ms >= ?';
  const counting = database.prepare(
    `SELECT count(*) AS questions, count(DISTINCT user) AS people,
      total(reply ->> '$.kind' = 'answer' AND reply ->> '$.answer.status' = 'answered') AS answered,
      total(${isOpen}) AS open FROM questions WHERE ${here}`,
  );
  // What was asked in private is nobody else's to read.
  const listing = database.prepare(
    `SELECT post ->> '$.command.question' AS question FROM questions
      WHERE ${here} AND ${isOpen} AND only_for IS NULL AND post ->> '$.isDirect' = 0
        AND post ->> '$.command.question' IS NOT NULL
      ORDER BY number DESC LIMIT ?`,
  );
  const judging = database.prepare(
    `SELECT total(feedback ->> '$.verdict' = 'good') AS good, total(feedback ->> '$.verdict' = 'bad') AS bad FROM feedback
      WHERE feedback ->> '$.place.platform' = ? AND feedback ->> '$.place.workspace' = ? AND feedback ->> '$.timeMs' >= ?`,
  );
  return {
    usage(platform, workspace, since) {
      const counts = counting.get(platform, workspace, since)!;
      const judged = judging.get(platform, workspace, since)!;
      return {
        questions: Number(counts['questions']),
        people: Number(counts['people']),
        answered: Number(counts['answered']),
        open: Number(counts['open']),
        good: Number(judged['good']),
        bad: Number(judged['bad']),
        openQuestions: listing.all(platform, workspace, since, mostListed).map(({ question }) => String(question)),
      };
    },
  };
}

export function usagePanel(
  { questions, people, answered, open, good, bad, openQuestions }: Usage,
  days: number,
  say: Words = inEnglish,
): Panel {
  return {
    title: say('lastDays', { days }),
    lines: [
      say('usageQuestions', { questions, people, answered, open }),
      say('usageOpinions', { good, bad }),
      ...openQuestions.map((question) => say('withoutAnswer', { question })),
    ],
  };
}

const mostListed = 5;
