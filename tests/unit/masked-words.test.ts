/** Words that may stand where names are masked. */
import { expect, it } from 'vitest';
import { maskUnit } from '../../src/access/masking.ts';
import { maybeMasked } from '../../src/answering/quotes/masked-words.ts';

const name = maskUnit.repeat(5);

/** Looked through to its end, with how often it let others come between. */
function look(quotation: string, ...texts: string[]): { found: boolean; steps: number } {
  const looking = maybeMasked(
    quotation,
    texts.map((text) => ({ text })),
  );
  for (let steps = 0; ; steps += 1) {
    const step = looking.next();
    if (step.done === true) return { found: step.value, steps };
  }
}

it.each([
  ['I thank Ruth Alder for the boat', true],
  ['I thank the honourable keeper of all lamps Ruth Alder for the boat', true],
  ['thank Ruth Alder for', true],
  ['for the boat', false],
  ['I curse Ruth Alder for the oars', false],
  ['Ruth Alder', false],
  ['', false],
])('“%s”: %s', (quotation, found) => expect(look(quotation, `So I thank ${name} for the boat.`).found).toBe(found));

it('a way with fewer words as they stand is not lost to one without a mask', () => {
  expect(look('boat boat Ruth ran on', `Boat boat boat ${name} ran on.`).found).toBe(true);
});

it('takes no longer where nearly everything is masked, and lets others come between', () => {
  const quotation = Array.from({ length: 800 }, (_, at) => `word${at % 7}`).join(' ');
  const all = Array.from({ length: 3_000 }, () => name).join(', ');
  expect(look(quotation, all)).toEqual({ found: false, steps: 0 });
  const began = process.cpuUsage().user;
  const { found, steps } = look(quotation, `${all}, word1 apart, word2 apart, ${all}`);
  expect(found).toBe(false);
  expect(steps).toBeGreaterThan(50);
  expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(10);
});
