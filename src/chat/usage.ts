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
  /** The latest that somebody thought little of, with their reason, of what everyone could read. */
  badAnswers: { question: string; reason: string | null }[];
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
  const complaining = database.prepare(
    `SELECT feedback ->> '$.question' AS question, feedback ->> '$.reason' AS reason
      FROM feedback JOIN questions ON questions.id = feedback.id
      WHERE platform = ? AND workspace = ? AND feedback ->> '$.timeMs' >= ? AND feedback ->> '$.verdict' = 'bad'
        AND only_for IS NULL AND post ->> '$.isDirect' = 0
      ORDER BY feedback.number DESC LIMIT ?`,
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
        badAnswers: complaining.all(platform, workspace, since, mostListed).map(({ question, reason }) => ({
          question: String(question),
          reason: reason === null ? null : String(reason),
        })),
      };
    },
  };
}

export function usagePanel(
  { questions, people, answered, open, good, bad, openQuestions, badAnswers }: Usage,
  days: number,
  say: Words = inEnglish,
): Panel {
  return {
    title: say('lastDays', { days }),
    lines: [
      say('usageQuestions', { questions, people, answered, open }),
      say('usageOpinions', { good, bad }),
      ...openQuestions.map((question) => say('withoutAnswer', { question })),
      ...badAnswers.map(({ question, reason }) =>
        reason === null ? say('calledBad', { question }) : say('calledBadWhy', { question, reason }),
      ),
    ],
  };
}

const mostListed = 5;
