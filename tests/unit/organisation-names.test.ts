/** Organisations as the records of another language call them. */
import { expect, it } from 'vitest';
import { withOrganisationsIn } from '../../src/answering/names/organisation-names.ts';

it.each([
  ['en', 'Что сказала ООН о море?', 'Что сказала UN о море?'],
  ['en', '联合国说了什么？', 'UN 说了什么？'],
  ['fr', 'ماذا قالت منظمة الصحة العالمية؟', 'ماذا قالت OMS ؟'],
  ['ru', "Qu'a dit l'Union africaine ?", "Qu'a dit l' Африканский союз ?"],
  ['en', 'Что сказал представитель Всемирного банка?', 'Что сказал представитель Всемирного банка?'],
  ['en', 'What did the UN say?', 'What did the UN say?'],
  ['de', 'Что сказала ООН?', 'Что сказала ООН?'],
])('%s: %s', (language, question, meant) => expect(withOrganisationsIn(language, question)).toBe(meant));
