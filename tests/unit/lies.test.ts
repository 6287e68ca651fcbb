/** What `tests/bench/lies.ts` measures: of lies none is printed, of truths most, and no quotation is bad, for both kinds of prose. */
import { describe, expect, it } from 'vitest';
import { answered, badQuotations, isKept, isPrinted, statements } from '../bench/lies.ts';

describe.each(['cut', 'free'] as const)('with PROSE=%s', (prose) => {
  const all = statements();
  const [lies, truths] = [all.filter(({ isTrue }) => !isTrue), all.filter(({ isTrue }) => isTrue)];

  it('no lie of any kind is printed', async () => {
    expect(new Set(lies.map(({ kind }) => kind)).size).toBeGreaterThan(50);
    const printed: string[] = [];
    for (const lie of lies) {
      const answer = await answered(lie, prose);
      expect(badQuotations(answer)).toBe(0);
      if (isPrinted(lie, answer)) printed.push(`${lie.kind}: ${lie.text}`);
    }
    expect(printed).toEqual([]);
  });
  it('what is true is kept', async () => {
    expect(truths.length).toBeGreaterThan(50);
    let kept = 0;
    for (const truth of truths) if (isKept(truth, await answered(truth, prose))) kept += 1;
    expect(kept / truths.length).toBeGreaterThanOrEqual(0.85);
  });
});

it('sees a lie that is printed, and a truth that is lost', async () => {
  const [lie] = statements();
  const answer = await answered(lie!, 'cut');
  expect(isPrinted(lie!, { ...answer, text: lie!.text })).toBe(true);
  expect(isPrinted(lie!, { ...answer, text: `${lie!.of.speaker}: ${lie!.of.text}` })).toBe(false);
  expect(isKept(lie!, { ...answer, text: '' })).toBe(false);
});
