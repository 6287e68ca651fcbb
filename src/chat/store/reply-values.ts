/** A reply as it stands in the tables: whole, and what is looked for in it. */
import type { Answer } from '../../answer.ts';
import type { Reply } from '../reply.ts';

/** `reply`, `reply_kind`, `reply_status`, `reply_question`. */
export function replyValues(reply: Reply): [string, string, string | null, string | null] {
  const { status, question }: Partial<Answer> = reply.kind === 'answer' ? reply.answer : {};
  return [JSON.stringify(reply), reply.kind, status ?? null, question ?? null];
}
