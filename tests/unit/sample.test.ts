import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseRecord } from '../../src/records/formats/recognise.ts';

it('bundles captions that read without a problem and belong to the event of the session page', () => {
  const [page, captions] = ['rivers-session-page.txt', 'rivers-captions.vtt'].map((name) =>
    parseRecord({
      name,
      text: readFileSync(new URL(`../../src/sample/${name}`, import.meta.url), 'utf8'),
      address: null,
    }),
  );
  expect(captions!.problems).toEqual([]);
  const session = captions!.sessions[0]!;
  expect(session).toMatchObject({
    title: 'Sensors, Spiders and Sundays: Who Keeps Watch on the River',
    date: '2025-03-05',
    language: 'en',
  });
  expect(session.event).toBe(page!.sessions[0]!.event);
  expect(session.speakers.map(({ name }) => name)).toEqual([
    'Ottoline Brask',
    'Ruel Santavey',
    'Nkechi Oduwale',
    'Emmerich Thole',
  ]);
  expect(session.turns).toHaveLength(27);
});
