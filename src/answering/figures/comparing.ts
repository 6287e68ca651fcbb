/** What stands between two that a question compares. */
import { phrases } from '../../words/matcher.ts';

export const comparing = phrases({
  lines: `
    [as] compared (with|to)
    (in|by) comparison (with|to)
    (versus|vs|as against|as opposed to|relative to|set against)`,
});
