/** The parts of a question. */
import type { Mention } from '../people/mentions.ts';
import type { Column } from './parts/columns.ts';
import type { Form } from './parts/form.ts';
import type { GoingOn } from './parts/going-on.ts';
import type { LeftOut } from './parts/left-out.ts';
import type { ClaimedWords } from './parts/quotation.ts';
import type { SmallTalk } from './parts/small-talk.ts';
import type { AskedFor } from './parts/wanted.ts';
import type { Subject } from './structure.ts';

export interface Inquiry {
  /** The question, as asked. */
  question: string;
  /** Primary tag of the language it is in; null where that cannot be told. */
  language: string | null;
  /** What of the session itself is asked for, or null. */
  subject: Subject | null;
  /** The question without its frame and without the speakers it asks of: what must have been said. */
  words: string;
  /** What "it" and "that" mean in a question after this one. */
  matter: string;
  /** The words of the question itself, where it points back to what was spoken of before; null where it stands alone. */
  own: string | null;
  /** What was spoken of before, where this question names little and could be of that too: "How many people came?". */
  context: string | null;
  /** Whom it asks of. Each mention has its candidates, none where nobody of that name is known. */
  speakers: Mention[];
  /** Whose words are not asked for: "apart from the moderator". */
  leftOut: LeftOut;
  /** Whom the question before asked of, where this one asks of others: with these, "them both". */
  earlier: Mention[];
  /** The question that this one only asks more of, as "By when?" does; null where it asks for itself. */
  asksMoreOf: Inquiry | null;
  /** Asks who spoke, so that all who did are wanted. */
  asksWho: boolean;
  wants: 'number' | 'name' | 'list' | null;
  /** What kind of thing is asked for, which the answer need not name: `organisation` of "Which organisation …". */
  kind: string;
  /** Asks whether something was said or is so. */
  yesNo: boolean;
  /** Lists and the like that are asked for by name. */
  asksFor: Set<AskedFor>;
  /** How many parts of a list are asked for: 3 of "the three elements"; null where that is open. */
  parts: number | null;
  /** Asks of each speaker in turn. */
  each: boolean;
  /** What the question calls the session or its event, such as `open data` of "in the open data session"; null where it names none. */
  sessionNamed: string | null;
  /** Words that may be ids of sessions, of this question and then of those before it. */
  idsNamed: string[];
  /** Days the session must be of, as ISO prefixes: `2025-07-11`, `2025-07`. */
  days: string[];
  /** How the answer should look; null where the question does not say. */
  form: Form | null;
  /** What the columns of a table or a list of speakers should be, in their order; empty where the question names none. */
  columns: Column[];
  /** For whom or for what the answer is: `my minister`; null where the question does not say. */
  audience: string | null;
  /** Words to be looked up as they stand, who said them or whether somebody did; they are never read as a question. */
  quotation: string | null;
  /** Words without marks that somebody is asked to have said; null where none are. */
  claimed: ClaimedWords | null;
  /** What is compared, in the question's words: people, who are among `speakers` too, or matters. */
  sides: string[];
  /** Matters of which any will do: `energy` and `minerals` of "energy or minerals". Empty where all of `words` is wanted. */
  alternatives: string[];
  /** The message is no question. */
  smallTalk: SmallTalk | null;
  /** It goes on from the answer before, rather than ask anew. */
  goesOn: GoingOn | null;
}
