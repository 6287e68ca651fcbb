/** How a workspace or server uses the bot, for those who administer it: counts, and questions that found no answer. */
import type { Panel } from './reply.ts';
import type { ChatDatabase } from './store/chat-database.ts';
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
  usage(platform: string, workspace: string, since: number): Promise<Usage>;
}

export function usagesIn({ all, one }: ChatDatabase): Usages {
  const isOpen = `reply_kind = 'answer' AND reply_status <> 'answered'`;
  const here = 'platform = $1 AND workspace = $2 AND counted = 1 AND received_ms >= $3';
  return {
    async usage(platform, workspace, since) {
      const counts = await one(
        `SELECT count(*) AS questions, count(DISTINCT "user") AS people,
          count(*) FILTER (WHERE reply_kind = 'answer' AND reply_status = 'answered') AS answered,
          count(*) FILTER (WHERE ${isOpen}) AS open FROM questions WHERE ${here}`,
        platform,
        workspace,
        since,
      );
      const judged = await one(
        `SELECT count(*) FILTER (WHERE verdict = 'good') AS good, count(*) FILTER (WHERE verdict = 'bad') AS bad
        FROM feedback WHERE platform = $1 AND workspace = $2 AND given_ms >= $3`,
        platform,
        workspace,
        since,
      );
      // What was asked in private is nobody else's to read.
      const open = await all(
        `SELECT asked FROM questions WHERE ${here} AND ${isOpen} AND only_for IS NULL AND is_direct = 0 AND asked IS NOT NULL
        ORDER BY number DESC LIMIT $4`,
        platform,
        workspace,
        since,
        mostListed,
      );
      const complaints = await all(
        `SELECT feedback.question AS question, feedback FROM feedback JOIN questions ON questions.id = feedback.id
        WHERE questions.platform = $1 AND questions.workspace = $2 AND given_ms >= $3 AND verdict = 'bad'
          AND only_for IS NULL AND is_direct = 0
        ORDER BY feedback.number DESC LIMIT $4`,
        platform,
        workspace,
        since,
        mostListed,
      );
      return {
        questions: Number(counts!['questions']),
        people: Number(counts!['people']),
        answered: Number(counts!['answered']),
        open: Number(counts!['open']),
        good: Number(judged!['good']),
        bad: Number(judged!['bad']),
        openQuestions: open.map(({ asked }) => String(asked)),
        badAnswers: complaints.map(({ question, feedback }) => ({
          question: String(question),
          reason: (JSON.parse(String(feedback)) as { reason: string | null }).reason,
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
