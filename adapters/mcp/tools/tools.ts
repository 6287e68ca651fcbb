/** Every tool, in the order they are listed. A new one is a line here. */
import { agreements } from './agreements.ts';
import { ask } from './ask.ts';
import { brief } from './brief.ts';
import { checkDraft } from './check-draft.ts';
import { collection } from './collection.ts';
import { commission } from './commission.ts';
import { commitments } from './commitments.ts';
import { compare } from './compare.ts';
import { digest } from './digest.ts';
import { fetch } from './fetch.ts';
import { quotes } from './quotes.ts';
import { report } from './report.ts';
import { search } from './search.ts';
import { session } from './session.ts';
import { sessions } from './sessions.ts';
import { speakers } from './speakers.ts';
import type { Tool } from './tool.ts';
import { verifyQuote } from './verify-quote.ts';
import { watches } from './watches.ts';

export const tools: Tool[] = [
  ask,
  search,
  fetch,
  verifyQuote,
  checkDraft,
  quotes,
  brief,
  compare,
  commitments,
  agreements,
  report,
  commission,
  sessions,
  speakers,
  session,
  watches,
  digest,
  collection,
];
