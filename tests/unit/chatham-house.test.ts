/** The words may be used, and nobody is known by them: twenty sessions, each asked in a hundred ways. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerText, verificationText, viewAnswer, viewVerification } from '../../src/chat/answer-view.ts';
import { masksOf, underChathamHouse } from '../../src/access/chatham-house.ts';
import { masked, maskerFor, withMasksShown } from '../../src/access/masking.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import type { Session } from '../../src/session.ts';
import { confidential, waysToAsk } from '../fixtures/confidential.ts';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const { files } = await rapporteur.ingest([recordOf(...confidential.map(({ session }) => session))]);
  expect(files[0]!.failure).toBeNull();
});
afterAll(() => rapporteur.close());

/** Words that would tell somebody, other than those that the asker used. */
function toldIn(given: unknown, secrets: string[], asked = ''): string[] {
  const text = JSON.stringify(given, (key, value: unknown) => (['question', 'quote'].includes(key) ? '' : value));
  const has = (within: string, word: string) =>
    new RegExp(`(?<![\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}])`, 'iu').test(within);
  return secrets.filter((secret) => !has(asked, secret) && has(text, secret));
}

const everySecret = [...new Set(confidential.flatMap(({ secrets }) => secrets))];

describe('twenty sessions under the rule', () => {
  it('tell nobody, asked in a hundred ways', { timeout: 600_000 }, async () => {
    expect(confidential).toHaveLength(20);
    const told: string[] = [];
    let answered = 0;
    let asked = 0;
    for (const one of confidential) {
      for (const text of waysToAsk(one)) {
        asked += 1;
        const answer = await rapporteur.ask({ text });
        if (answer.status === 'answered') answered += 1;
        const found = toldIn([answer, answerText(viewAnswer(answer))], everySecret, text);
        if (found.length > 0) told.push(`${text}: ${found.join(', ')}`);
        for (const quote of [...answer.quotes, ...answer.related]) {
          expect(quote).toMatchObject({ speaker: null, role: null, time: null, url: null });
          expect(quote.session.chathamHouse).toBe(true);
          expect(quote).not.toHaveProperty('repliesTo');
        }
        expect(answerText(viewAnswer(answer))).not.toMatch(/turn \d/);
      }
    }
    expect(told).toEqual([]);
    expect(asked).toBe(2_000);
    // The words themselves are there to be used.
    expect(answered).toBeGreaterThan(400);
  });

  it('give no words to whoever names somebody, whether they were there or not', async () => {
    for (const { people, absent, matter } of confidential)
      for (const name of [...people, absent, 'Xenia Placeholder'])
        for (const way of ['What did N say?', `What did N say about ${matter}?`, 'N']) {
          const { quotes, report } = await rapporteur.ask({ text: way.replace('N', name) });
          expect({ way, name, quotes, report }).toEqual({ way, name, quotes: [], report: [] });
        }
  });

  it('tell nobody by any other way', async () => {
    const lists = [await rapporteur.sessions(), await rapporteur.speakers()];
    expect(toldIn(lists, everySecret)).toEqual([]);
    for (const [at, { matter, secrets }] of confidential.entries()) {
      const id = (await rapporteur.sessions()).find(({ title }) => title.endsWith(matter))!.id;
      const shown = (await rapporteur.show(id))!;
      const given = [
        shown,
        await rapporteur.search({ text: matter }),
        await rapporteur.search({ text: matter, speaker: confidential[at]!.people[0] }),
        await rapporteur.quotes({ about: matter }),
        await rapporteur.quotes({ speaker: confidential[at]!.people[0] }),
        await rapporteur.context({ session: id, turn: 0 }, 10),
        await rapporteur.verify(`${matter} cost ${at + 3} million crowns a year`),
        await rapporteur.speakers({ session: id }),
      ];
      expect(toldIn(given, [...everySecret, ...secrets])).toEqual([]);
      expect(await rapporteur.show(confidential[at]!.session.id)).toBeNull();
    }
  });

  it('mark what is masked, and keep the offsets of what was said', async () => {
    const { session, matter } = confidential[0]!;
    const { found, verdict } = await rapporteur.verify(
      `I agree with [name] about ${matter}. We at [name] pay half of it.`,
    );
    expect(verdict).toBe('verbatim');
    const said = session.turns[2]!.text;
    expect(found!.text).toBe(`I agree with [name] about ${matter}. We at [name] pay half of it`);
    const { start, end } = found!;
    expect(said.slice(start, end)).toMatch(/^I agree with Mr\. .* pay half of it$/);
    for (const { start: from, end: to } of found!.masked!) expect(found!.text).not.toContain(said.slice(from, to));
    expect(found!.masked).toHaveLength(2);
    expect(verificationText(viewVerification({ quote: '', verdict, speaker: null, found, differences: [] }))).toContain(
      'A speaker',
    );
  });

  it('give a name back to nobody who guesses it in a quotation', async () => {
    const { session, matter } = confidential[0]!;
    const verification = await rapporteur.verify(session.turns[3]!.text);
    expect(toldIn(verification.found, confidential[0]!.secrets)).toEqual([]);
    const wrong = await rapporteur.verify(session.turns[3]!.text.replaceAll(/^\S+/gu, 'Nobodyelse'));
    expect({ ...wrong, quote: '', differences: [] }).toEqual({ ...verification, quote: '', differences: [] });
    expect(matter).toBe('dredging');
  });
});

describe('the order in which things were said', () => {
  const asked = 'How many seals were counted?';
  const whatFollows = ['What was said right after that?', 'What was said just before that?', 'And right before this?'];
  const firstAndLast = ['Who spoke first?', 'Who spoke last?'];
  let ruled: Rapporteur;
  beforeAll(async () => {
    ruled = await rapporteurIn(temporaryFolder());
    await ruled.ingest([{ ...recordOf(harbour), rule: 'chatham-house' }]);
  });
  afterAll(() => ruled.close());

  it.each([...whatFollows.map((text) => ({ text, history: [asked] })), ...firstAndLast.map((text) => ({ text }))])(
    'is not told: $text',
    async (question) => {
      const answer = await ruled.ask(question);
      expect([answer.status, answer.quotes, answer.related]).toEqual(['not_found', [], []]);
      expect(answer.text).toContain('order in which things were said is not told');
    },
  );

  it('is not claimed of all that was said', async () => {
    const { text, quotes } = await ruled.ask({ text: 'Give me everything that was said on dredging' });
    expect(quotes).toHaveLength(4);
    expect(text).toContain('in no order');
  });

  it('is not told by a quotation that ends a turn, whatever the next turn says of it', async () => {
    const denied = { ...harbour, turns: harbour.turns.map((turn) => ({ ...turn })) };
    denied.turns[2]!.text = 'That is not true. The eelgrass comes back.';
    const other = await rapporteurIn(temporaryFolder());
    await other.ingest([{ ...recordOf(denied), rule: 'chatham-house' }]);
    const { verdict, beside } = await other.verify('the eelgrass does not come back');
    expect([verdict, beside]).toEqual(['verbatim', null]);
    await other.close();
  });
});

describe('a rule that comes later', () => {
  it('holds from then on, is kept through rebuilds and new versions, and can be taken away again', async () => {
    const folder = temporaryFolder();
    const other = await rapporteurIn(folder);
    await other.ingest([recordOf(harbour)]);
    const names = ['Okafor', 'Lindqvist', 'Tanaka', 'Ines', 'Tomas', 'Mei', 'Director', 'Coastal Research'];
    const seen = async () => [
      await other.sessions(),
      await other.show(harbour.id),
      await other.speakers(),
      await other.search({ text: 'seals' }),
    ];
    const before = await seen();
    expect(toldIn(before, names).length).toBeGreaterThan(5);
    await other.setRule({ event: 'Coast Week' }, 'chatham-house');
    expect(toldIn(await seen(), names)).toEqual([]);
    expect((await other.ask({ text: 'How many seals were counted?' })).status).toBe('answered');
    expect((await other.check()).faults).toEqual([]);
    await other.rebuild();
    expect(toldIn(await seen(), names)).toEqual([]);
    const corrected = { ...harbour, title: 'Harbour hearing, corrected' };
    await other.ingest([recordOf({ ...corrected, turns: corrected.turns.slice(1) })]);
    expect(toldIn(await seen(), names)).toEqual([]);
    // What it was before stays out of sight, by its number and by its words.
    expect([await other.show(harbour.id, undefined, 1), (await other.versions(harbour.id)).length]).toEqual([null, 1]);
    expect(await other.verify(harbour.turns[0]!.text)).not.toHaveProperty('formerly');
    await other.ingest([recordOf(corrected)]);
    await other.correct(harbour.id, { kind: 'rename', from: 'Mei Tanaka', to: 'Mei Tanabe' });
    expect(toldIn(await seen(), [...names, 'Tanabe'])).toEqual([]);
    expect((await other.check()).faults).toEqual([]);
    await other.close();
    const again = await rapporteurIn(folder);
    expect(toldIn([await again.sessions(), await again.show(harbour.id)], names)).toEqual([]);
    await again.setRule({ event: 'Coast Week' }, null);
    expect((await again.show(harbour.id))!.turns.map(({ text }) => text)).toEqual(
      harbour.turns.map(({ text }) => text),
    );
    expect((await again.speakers()).map(({ name }) => name)).toContain('Mei Tanabe');
    expect((await again.check()).faults).toEqual([]);
    await again.close();
  });

  it('keeps a session off the record until its words are masked, and goes on after a kill', async () => {
    const folder = temporaryFolder();
    const other = await rapporteurIn(folder);
    await other.ingest([recordOf(harbour)]);
    const { openInFolder } = await import('../fixtures/library.ts');
    // As `setRule` leaves it where it is cut short right after the rule was set.
    const library = openInFolder(folder);
    await library.writing((writer) => writer.setRule({ session: harbour.id }, 'chatham-house'));
    await library.close();
    expect([await other.sessions(), await other.show(harbour.id), await other.speakers()]).toEqual([[], null, []]);
    expect(await other.behind()).toEqual({ behind: 1, sessions: 1 });
    await other.bringOver();
    expect((await other.show(harbour.id))!.chathamHouse).toBe(true);
    expect(await other.behind()).toEqual({ behind: 0, sessions: 1 });
    await other.close();
  });

  it('is overruled only where that can be written down', async () => {
    const folder = temporaryFolder();
    const other = await rapporteurIn(folder);
    await other.ingest([{ ...recordOf(harbour), rule: 'off the record' }]);
    expect(await other.show(harbour.id)).toBeNull();
    expect((await other.overrule(harbour.id, 'the minutes are checked'))!.speakers).toHaveLength(3);
    const { mkdirSync, readFileSync, renameSync } = await import('node:fs');
    const audit = `${folder}/audit.jsonl`;
    expect(JSON.parse(readFileSync(audit, 'utf8'))).toMatchObject({
      session: harbour.id,
      rule: 'off the record',
      reason: 'the minutes are checked',
    });
    renameSync(audit, `${audit}.old`);
    mkdirSync(audit);
    await expect(other.overrule(harbour.id, 'again')).rejects.toThrow(/is not overruled/);
    await other.close();
  });
});

describe('masking', () => {
  const mask = async (text: string, language: string | null = 'en') => {
    const masker = await maskerFor(
      { names: ['Ana Ruiz', 'Jon Rose'], positions: ['Head of water policy'] },
      language,
      new Set(['water']),
    );
    return withMasksShown(masked(text, masker(text)));
  };
  it.each([
    ['Petra told us that Lindqvist’s plan failed.', '[name] told us that [name]’s plan failed.'],
    [
      'Thank you, Mr. Bai. Rose said so, and the rose is red.',
      'Thank you, [name]. [name] said so, and the rose is red.',
    ],
    ['thank you ana ruiz for the figures', 'thank you [name] for the figures'],
    ['As the minister of fisheries, I say no.', 'As the [name], I say no.'],
    ['The head of water policy paid.', 'The [name] paid.'],
    ['We at the Coastal Bureau of Norvania met on Monday in May.', 'We at the [name] met on Monday in May.'],
    ['Write to ana@bureau.example or +47 22 33 44 55.', 'Write to [name] or [name].'],
    ['We counted 312 seals in the bay.', 'We counted 312 seals in the bay.'],
    ['他说得对。', '[name]。'],
  ])('of %s is %s', async (text, shown) => expect(await mask(text)).toBe(shown));

  it('takes in the report, and leaves out what it measures of each speaker', async () => {
    const finding = { details: [{ label: 'Explanation', text: 'Okafor asked twice.' }], topics: ['Ice in Zembla'] };
    const session = {
      id: 'x',
      title: 'X',
      date: null,
      startTime: '09:00',
      endTime: '10:00',
      event: null,
      kind: 'report only',
      language: 'en',
      source: 'x.txt',
      page: null,
      turns: [],
      speakers: [{ name: 'Ines Okafor', otherNames: [], role: 'Chair', affiliation: null }],
      findings: [
        {
          ...finding,
          kind: 'argument',
          text: 'Ines Okafor says that the ice is thin.',
          speakers: ['Ines Okafor'],
          section: ['Arguments', 'Ines Okafor'],
        },
        { ...finding, kind: 'speaking', text: 'Ines Okafor: 12 minutes', speakers: ['Ines Okafor'], section: [] },
      ],
    } as Session;
    const seen = underChathamHouse(session, await masksOf(session));
    expect(withMasksShown(JSON.stringify(seen))).not.toMatch(/Ines|Okafor|Zembla|Chair|09:00/u);
    expect(seen.findings).toHaveLength(1);
  });
});
