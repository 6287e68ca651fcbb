/** Telling of the words of a record that are nobody's speech. */
import type { Problem } from '../../session.ts';
import type { LeftOut } from './format.ts';
import { howMany } from '../../words/how-many.ts';
import { cut } from './safe-text.ts';

/** One line for each reason, at the first place, with how many words of how many places. */
export function toldAsLeftOut(leftOut: LeftOut[]): Problem[] {
  const told = leftOut.filter(({ text, why }) => why !== null && /[\p{L}\p{N}]/u.test(text));
  return [...Map.groupBy(told, ({ why }) => why)].map(([why, parts]) => {
    const words = parts.reduce((sum, { text }) => sum + howMany(text, /\S+/g), 0);
    const first = cut(parts[0]!.text.replace(/\s+/g, ' ').trim(), 80);
    const places = parts.length === 1 ? '' : ` in ${parts.length} places, first`;
    return {
      line: parts[0]!.line,
      message: `Left out as nobody's speech: ${why} (${words === 1 ? 'one word' : `${words} words`}${places}: “${first}”)`,
    };
  });
}
