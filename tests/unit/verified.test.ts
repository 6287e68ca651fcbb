/** Quotations checked in six languages, the hard cases too: each field of what is told of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearsOut } from '../../src/answering/verifying/verify.ts';
import { viewVerification } from '../../src/chat/answer-view.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { tideForum } from '../fixtures/tide-forum.ts';
import { arabic } from '../fixtures/un-sessions/arabic.ts';
import { recordOf } from '../fixtures/un-sessions/asked-session.ts';
import { chinese } from '../fixtures/un-sessions/chinese.ts';
import { french } from '../fixtures/un-sessions/french.ts';
import { russian } from '../fixtures/un-sessions/russian.ts';
import { spanish } from '../fixtures/un-sessions/spanish.ts';
import { verified } from '../fixtures/un-sessions/verified.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const records: Record<string, object> = {
  en: tideForum,
  ...Object.fromEntries(
    [french, spanish, russian, chinese, arabic].map((session) => [session.language, recordOf(session)]),
  ),
};

describe.each(Object.entries(records))('%s', (language, record) => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    const other = {
      id: 'again',
      title: 'After',
      turns: [{ speaker: 'Olga Petrenko', text: 'Seals are nice animals.' }],
    };
    for (const each of [record, other])
      await rapporteur.ingest([{ name: 'session.json', bytes: Buffer.from(JSON.stringify(each)) }]);
  });
  afterAll(() => rapporteur.close());

  it.each(verified[language]!)('$typed', async ({ typed, beside, differences, by, parts, ...fields }) => {
    const found = await rapporteur.verify(typed);
    expect(found).toMatchObject(fields);
    if (beside === null) expect(found.beside).toBeNull();
    else if (beside) expect([found.beside?.before, '…', found.beside?.after].join(' ')).toMatch(beside);
    if (differences) expect(found.differences.map(({ said, quoted }) => [said, quoted])).toEqual(differences);
    if (by) expect(found.by!.map(({ speaker }) => speaker)).toEqual(by);
    if (parts) expect((found.parts ?? []).map(({ speaker }) => speaker)).toEqual(parts);
  });
});

describe('what is typed', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    const floor = {
      id: 'floor',
      title: 'Hearing on the canals',
      date: '2031-04-02',
      turns: [{ speaker: 'Amadou Diarra', text: 'Our people will mend the canals before the rains.', language: 'fr' }],
    };
    for (const each of [recordOf(french), tideForum, floor])
      await rapporteur.ingest([{ name: 'session.json', bytes: Buffer.from(JSON.stringify(each)) }]);
  });
  afterAll(() => rapporteur.close());

  it('is of the interpreter where the speaker spoke in another language', async () => {
    const found = await rapporteur.verify('Diarra said “Our people will mend the canals”, right?');
    expect(found).toMatchObject({ verdict: 'verbatim', ofSpeaker: true, found: { spokenIn: 'fr' } });
    expect(viewVerification(found).notes).toContain('The words are an interpretation, not those that were spoken.');
  });

  it('is of another session than it is said to be of', async () => {
    const found = await rapporteur.verify('In the canals hearing, did Iyer say “we oppose the levy in any form”?');
    expect(found).toMatchObject({ verdict: 'verbatim', ofSpeaker: true, ofSession: false, speaker: 'Rahul Iyer' });
  });

  it.each([
    [
      'Diarra a-t-il dit « sans traité contraignant, rien ne changera » ?',
      /^Ces mots ont été dits/u,
      /^Ce ne sont pas/u,
    ],
    ['« Nous avons compté 512 fuites en 2030 »', /^Quelque chose d’approchant/u, /« 312 » a été dit/u],
    ['« Sept, dont deux au Mali. L’eau n’est pas une marchandise. »', /^Quelque chose/u, /^Chaque partie a été dite/u],
  ])('is told of in the language it is typed in: %s', async (typed, verdict, difference) => {
    const view = viewVerification(await rapporteur.verify(typed));
    expect(view.verdict).toMatch(verdict);
    expect(view.differences[0]).toMatch(difference);
  });

  it.each([
    ['Nguema souligne : nous avons perdu la moitié des poissons.', 'nous avons perdu la moitié des poissons'],
    ['Тарасова подчёркивает: мы потеряли половину стад.', 'мы потеряли половину стад'],
    ['阮文明强调：我们失去了一半的渔船。', '我们失去了一半的渔船'],
    ['أكد الطرابلسي: فقدنا نصف قوارب الصيد.', 'فقدنا نصف قوارب الصيد'],
  ])('stands in a report: %s', (report, words) => expect(bearsOut(report, words)).toBe(true));
});
