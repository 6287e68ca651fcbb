/** A session as text to read on in, turn by turn. */
import type { Session } from '../../../src/session.ts';
import { secondsAt } from '../../../src/answering/quotes/quote.ts';
import { shownSpeaker } from '../../../src/people/unnamed.ts';
import { formatTime } from '../../../src/words/timestamp.ts';

/** `3. Ana Ruiz (12:34): …`, each turn from `first` to `last` (counted from 0) on lines of its own. */
export function transcriptOf({ turns }: Session, first = 0, last = turns.length - 1): string {
  return turns
    .slice(first, last + 1)
    .map((turn, at) => {
      const seconds = secondsAt(turn, 0);
      const time = seconds === null ? '' : ` (${formatTime(seconds)})`;
      return `${first + at + 1}. ${shownSpeaker(turn)}${time}: ${turn.text}`;
    })
    .join('\n\n');
}
