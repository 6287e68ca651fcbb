import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { pairs, talkOf } from '../fixtures/question-and-reply.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
let rapporteur: Rapporteur;

beforeAll(async () => {
  folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder);
  await rapporteur.ingest([recordOf(...pairs.map(talkOf))]);
});

afterAll(async () => {
  await rapporteur.close();
});

it('has fifty pairs, each reply in its talk', () => {
  expect(pairs).toHaveLength(50);
  for (const { talk, reply, repliesTo } of pairs) {
    expect(talk).toContain(reply);
    if (repliesTo !== null) expect(talk).toContain(repliesTo);
  }
});

describe('a question in the words of the record', () => {
  it.each(pairs.map((pair, number) => ({ ...pair, number })))(
    '$asked',
    async ({ asked, reply, by, repliesTo, number }) => {
      const answer = await rapporteur.ask({ text: asked });
      expect(answer.status).toBe('answered');
      const quote = answer.quotes.find(({ text }) => text.includes(reply));
      expect(quote).toMatchObject({ speaker: by, session: { id: `evening-${number}` } });
      if (repliesTo === null) expect(quote!.repliesTo).toBeUndefined();
      else expect(quote!.repliesTo?.text).toContain(repliesTo);
      // The question alone is nobody's answer.
      for (const { text } of answer.quotes) expect(text).not.toMatch(/^[^.!。]*[?？؟]$/u);
    },
  );
});

describe('a question in other words', () => {
  it.each(pairs)('$otherwise', async ({ otherwise, reply, by }) => {
    const answer = await rapporteur.ask({ text: otherwise });
    const shown = [...answer.quotes, ...answer.related];
    expect(shown.find(({ text }) => text.includes(reply))).toMatchObject({ speaker: by });
  });
  it('is answered for most', async () => {
    const answers = await Promise.all(pairs.map(({ otherwise }) => rapporteur.ask({ text: otherwise })));
    expect(answers.filter(({ status }) => status === 'answered').length).toBeGreaterThanOrEqual(40);
  });
});
