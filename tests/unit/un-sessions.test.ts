/** Invented meetings in French, Spanish, Russian, Chinese and Arabic, asked as delegates of these languages would put it. */
import widthOf from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderAnswer } from '../../adapters/terminal/render-answer.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { arabic } from '../fixtures/un-sessions/arabic.ts';
import { arabicThree } from '../fixtures/un-sessions/arabic-three.ts';
import { arabicTwo } from '../fixtures/un-sessions/arabic-two.ts';
import { recordOf } from '../fixtures/un-sessions/asked-session.ts';
import { chinese } from '../fixtures/un-sessions/chinese.ts';
import { chineseThree } from '../fixtures/un-sessions/chinese-three.ts';
import { chineseTwo } from '../fixtures/un-sessions/chinese-two.ts';
import { french } from '../fixtures/un-sessions/french.ts';
import { frenchThree } from '../fixtures/un-sessions/french-three.ts';
import { frenchTwo } from '../fixtures/un-sessions/french-two.ts';
import { russian } from '../fixtures/un-sessions/russian.ts';
import { russianThree } from '../fixtures/un-sessions/russian-three.ts';
import { russianTwo } from '../fixtures/un-sessions/russian-two.ts';
import { spanish } from '../fixtures/un-sessions/spanish.ts';
import { spanishThree } from '../fixtures/un-sessions/spanish-three.ts';
import { spanishTwo } from '../fixtures/un-sessions/spanish-two.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const first = [french, spanish, russian, chinese, arabic];
const second = [frenchTwo, spanishTwo, russianTwo, chineseTwo, arabicTwo];
const third = [frenchThree, spanishThree, russianThree, chineseThree, arabicThree];

describe.each([...first, ...second, ...third])('$language $id', (session) => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([{ name: 'session.json', bytes: Buffer.from(JSON.stringify(recordOf(session))) }]);
  });
  afterAll(() => rapporteur.close());

  it.each(session.asked)('$ask', async ({ ask, after, says, quotes, near, by, none, denied }) => {
    const answer = await rapporteur.ask({ text: ask, history: after });
    const quoted = answer.quotes.map(({ text }) => text).join('\n');
    expect(answer.language).toBe(session.language);
    const shown = renderAnswer(answer, { columns: 80, colours: false });
    expect(Math.max(...shown.split('\n').map((line) => widthOf(line)))).toBeLessThanOrEqual(80);
    // Nothing of the program's own words is left in English: none of these records has a Latin letter in it.
    if (['ru', 'zh', 'ar'].includes(session.language)) expect(shown).not.toMatch(/[a-z]{2}/iu);
    if (says) expect(answer.text).toMatch(says);
    if (none) expect(quoted).toBe('');
    if (denied) expect(answer.status).not.toBe('answered');
    if (quotes !== undefined) {
      expect(answer.status).toBe('answered');
      expect(quoted).toContain(quotes);
    }
    if (near) expect([...answer.quotes, ...answer.related].map(({ text }) => text).join('\n')).toContain(near);
    if (by) expect([...new Set(answer.quotes.map(({ speaker }) => speaker))]).toEqual(by);
  });
});
